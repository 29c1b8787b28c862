"""The tables of cases: one text a line, its expressions marked in place, and how the tagger does on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.extract.times import find

HERE = Path(__file__).parent / "cases"
_MARKED = re.compile(r"\{([^{}|]+)\|([A-Z]+)\|([^{}|]+)\}")

Expected = tuple[str, int, str, str | None]  # words, offset, type, value


@dataclass(frozen=True, slots=True)
class Case:
    """One line: where it stands, the day of publication, the text without marks, what it holds."""

    where: str
    published: str | None
    text: str
    expected: frozenset[Expected]


def cases(name: str) -> list[Case]:
    """The cases of one table. `¶` is an empty line; `-` no day of publication; `?` an unresolved value."""
    made = []
    for number, line in enumerate((HERE / name).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        published, _, marked = line.partition(" | ")
        text, expected, at = "", set(), 0
        marked = marked.replace("¶", "\n\n")
        for match in _MARKED.finditer(marked):
            text += marked[at : match.start()]
            expected.add((match[1], len(text), match[2], None if match[3] == "?" else match[3]))
            text += match[1]
            at = match.end()
        text += marked[at:]
        made.append(Case(f"{name}:{number}", None if published == "-" else published, text, frozenset(expected)))
    return made


def found(case: Case) -> frozenset[Expected]:
    """What the tagger makes of a case."""
    return frozenset((t.text, t.start, t.type, t.date) for t in find(case.text, case.published))


def names() -> list[str]:
    return sorted(p.name for p in HERE.glob("*.txt"))


def misses(name: str) -> tuple[list[str], int]:
    """A line for every case that is not wholly right, and how many cases there are."""
    lines = []
    table = cases(name)
    for case in table:
        got = found(case)
        if got != case.expected:
            wrong = [f"missed {e}" for e in sorted(case.expected - got, key=str)] + [
                f"gave {g}" for g in sorted(got - case.expected, key=str)
            ]
            lines.append(f"{case.where} [{case.published}] {case.text!r}: {'; '.join(wrong)}")
    return lines, len(table)
