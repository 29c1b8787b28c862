"""Problems as lines for people, as JSON for programs, as annotations for GitHub."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence

from generator.problems import Problem, printable

_GIVEN = re.compile(r'"([^"]+)"|(\[\[[^\[\]]+\]\])')


def column(problem: Problem, line: str) -> int:
    """Where in its line a problem stands, from 1: at the words that the message quotes, else at the line's key."""
    for match in _GIVEN.finditer(problem.message):
        at = line.find((match[1] or match[2]).removesuffix(" …"))
        if at >= 0:
            return at + 1
    key = re.match(r"\s*(?:- )?", line)
    return (key.end() if key else 0) + 1


def _place(problem: Problem, texts: Mapping[str, Sequence[str]]) -> tuple[int, int]:
    """(line, column), both from 1; a fault of a file as a whole stands at its beginning."""
    lines = texts.get(problem.path, ())
    line = max(problem.line, 1)
    return line, column(problem, lines[line - 1]) if line <= len(lines) else 1


def _said(problem: Problem) -> str:
    return problem.message + (f"; {problem.remedy}" if problem.remedy else "")


def as_text(problems: Sequence[Problem], texts: Mapping[str, Sequence[str]]) -> str:
    """`path:line:column level rule message; remedy`, one a line."""
    rows = []
    for p in problems:
        line, at = _place(p, texts)
        rows.append(printable(f"{p.path}:{line}:{at} {p.level} {p.rule or 'content'} {_said(p)}") + "\n")
    return "".join(rows)


def as_json(problems: Sequence[Problem], texts: Mapping[str, Sequence[str]]) -> str:
    """A list of objects."""
    rows = []
    for p in problems:
        line, at = _place(p, texts)
        rows.append(
            {"path": p.path, "line": line, "column": at, "level": p.level, "rule": p.rule or "content",
             "message": p.message, "remedy": p.remedy}
        )  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_github(problems: Sequence[Problem], texts: Mapping[str, Sequence[str]]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a change."""

    def escaped(text: str, more: str = "") -> str:
        for char in "%\r\n" + more:
            text = text.replace(char, f"%{ord(char):02X}")
        return text

    rows = []
    for p in problems:
        line, at = _place(p, texts)
        where = f"file={escaped(p.path, ':,')},line={line},col={at},title={escaped(p.rule or 'content', ':,')}"
        rows.append(f"::{p.level} {where}::{escaped(_said(p))}\n")
    return "".join(rows)


FORMATS: dict[str, Callable[[Sequence[Problem], Mapping[str, Sequence[str]]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
