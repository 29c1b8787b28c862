"""Tables as CSV (RFC 4180): UTF-8, a head of names, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from generator.views.data.flat import Cell

# What begins a formula in a spreadsheet (OWASP, CSV Injection), in the wide letters of East Asian typing too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # fmt: skip


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The whole file."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return made.getvalue()


def cell(value: Cell) -> str:
    """One value. A text that a spreadsheet would take for a formula gets an apostrophe, which makes it a text there.

    White space before a formula does not keep every program from running it.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(int(value)) if isinstance(value, float) and value.is_integer() else repr(value)
    text = value.replace("\0", "\ufffd")
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text
