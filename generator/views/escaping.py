"""Values on their way into what is no page: CSV, JSON, JSON in a page, XML. Each has an escaping of its own.

Pages escape by their templates (`site.environment`), Markdown passes through nh3 (`site.markdown`), YAML is written by
`frontmatter`. What is exported calls the functions here and joins no texts itself. `tests/safety/test_outputs.py` sends
hostile values through each of them, and through every file that the site has today.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

UNKNOWN = "\ufffd"

# ---- XML ----

# What XML 1.0 cannot hold, escaped or not (its production 2, Char).
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """The text without the characters that XML cannot hold. It is not escaped yet: that is the writer's part."""
    return _ILLEGAL.sub(UNKNOWN, text)


def xml(text: str) -> str:
    """A text as it may stand between tags of XML, or in an attribute, in quotes of either kind."""
    made = legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return made.replace('"', "&quot;").replace("'", "&#39;")


# ---- JSON ----

_SURROGATE = re.compile("[\ud800-\udfff]")
# What would end the element that the JSON stands in, begin a comment or another element there (HTML Living Standard,
# 4.12.1.3), or end a line of JavaScript.
_IN_HTML = {ord(char): f"\\u{ord(char):04x}" for char in "<>&'\u2028\u2029"}


def json_text(value: Any, *, indent: int | None = None) -> str:
    """A value as JSON (RFC 8259), keys in order: the same value, the same text. What UTF-8 cannot hold becomes U+FFFD.

    Raises `ValueError` for numbers that JSON does not know, and `TypeError` for what is no value of JSON.
    """
    separators = (",", ":") if indent is None else None
    made = json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=indent, separators=separators
    )  # fmt: skip
    return _SURROGATE.sub(UNKNOWN, made)


def json_in_html(value: Any) -> Markup:
    """The same for the inside of a `script` element, or as a value in JavaScript: nothing in it can end the element."""
    return Markup(json_text(value).translate(_IN_HTML))  # it holds no character that HTML would read


def json_ld(value: Any) -> Markup:
    """A block of data for machines (JSON-LD 1.1, section 7). No browser runs it, so no policy forbids it."""
    return Markup('<script type="application/ld+json">') + json_in_html(value) + Markup("</script>")


# ---- CSV ----

# Signs with which a cell becomes a formula (OWASP, "CSV Injection"), also in the wide form that East Asian
# spreadsheets read alike.
_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20"
# What stands before such a sign and is not seen or not counted: spaces, quotation marks, marks of direction.
_BEFORE = "\\s\"'\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
# Tab and carriage return at the beginning are signs of their own. And where a spreadsheet parts cells by another sign
# than the comma, or takes a quotation mark for a letter, a cell begins behind that sign, or with a new line.
_BEGINS = re.compile(f"\\A(?=[\\t\\n]|[{_BEFORE}]*+[{_FORMULA}])|(?<=[;\\t\\n|])(?=[{_BEFORE}]{{0,40}}+[{_FORMULA}])")
_CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\ud800-\udfff]")
_NEW_LINE = re.compile("\\r\\n?|[\\x85\\u2028\\u2029]")


def csv_cell(value: str | float | bool | None) -> str:
    """One cell in quotation marks, which no spreadsheet takes for a formula; nothing stands for `None`.

    Before what would begin a formula comes an apostrophe, by which spreadsheets know a text. A number is written as it
    is: -3 is no text. Line breaks become line feeds.
    """
    if value is None:
        return '""'
    if isinstance(value, bool):
        return '"true"' if value else '"false"'
    if isinstance(value, int | float):
        return f'"{value}"'
    text = _NEW_LINE.sub("\n", _CONTROL.sub(UNKNOWN, value))
    return '"' + _BEGINS.sub("'", text).replace('"', '""') + '"'


def csv_table(head: Sequence[str], rows: Iterable[Sequence[str | float | bool | None]]) -> str:
    """A table of CSV (RFC 4180): every cell in quotation marks, every row ended by CR LF.

    Raises `ValueError` where a row has not as many cells as the head.
    """
    made = []
    for row in (head, *rows):
        if len(row) != len(head):
            raise ValueError(f"a row of {len(row)} cells in a table of {len(head)} columns")
        made.append(",".join(map(csv_cell, row)) + "\r\n")
    return "".join(made)
