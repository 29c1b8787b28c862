"""Every regular expression of the package, and strings that would make a careless one slow.

Run as a program (`python -m tests.safety.patterns CHARACTERS SECONDS`) it attacks them all and prints, as JSON, those
that needed more than SECONDS of processor time for one string. A quadratic pattern needs minutes for 100,000
characters, a linear one milliseconds: the limit can be generous, and a busy machine makes no difference.
"""

from __future__ import annotations

import ast
import importlib
import json
import math
import os
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from re import _parser as parser  # the parse tree of patterns has no public name
from typing import Any

ROOT = Path(__file__).parents[2] / "generator"
_AT_START = frozenset({"match", "fullmatch"})


@dataclass(frozen=True)
class Found:
    """One pattern: its text, its flags, where it is made, and whether it is only tried at the start of a string."""

    pattern: Any
    flags: int
    place: str
    at_start: bool
    name: str = ""
    longest: int | None = None


def collect() -> list[Found]:
    """Patterns compiled while the package is imported, and those that stand as literals in functions."""
    made: dict[tuple[Any, int], str] = {}
    compile_ = re._compile

    def spy(pattern: Any, flags: int) -> Any:
        frame = sys._getframe(1)
        while frame.f_back and "/re/" in frame.f_code.co_filename:
            frame = frame.f_back
        file = Path(frame.f_code.co_filename)
        if isinstance(pattern, str | bytes) and file.is_relative_to(ROOT):
            made.setdefault((pattern, int(flags)), f"{file.relative_to(ROOT).as_posix()}:{frame.f_lineno}")
        return compile_(pattern, flags)

    re._compile = spy
    try:
        import generator

        for module in pkgutil.walk_packages(generator.__path__, "generator."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    finally:
        re._compile = compile_
    names, asked = _names(), _asked()
    found = []
    for (pattern, flags), place in made.items():
        name = names.get((pattern, flags), "")
        short = name.rpartition(".")[2]
        methods = asked.get(name if short.startswith("_") else f"*.{short}", set()) - {"pattern"}
        found.append(Found(pattern, flags, place, bool(methods) and methods <= _AT_START, name, BOUNDED.get(name)))
    return sorted([*found, *_literals(made)], key=lambda one: (one.place, str(one.pattern)))


# Patterns that are only asked about strings of so many characters; the code that asks them cuts or refuses longer ones.
# `tests/safety/test_time.py` sends their strings through the readers as whole texts.
BOUNDED = {
    "generator.ingest.boilerplate._CREDIT": 430,
    "generator.ingest.boilerplate._SIGNED": 330,
    "generator.ingest.boilerplate_signs.SIGNS": 330,
    "generator.ingest.bylines._JOINED": 1000,
    "generator.ingest.bylines._PARTING": 200,
    "generator.ingest.dateline._ALONE": 80,
    "generator.ingest.dateline._SHAPES": 300,
    "generator.ingest.days._STAMP": 80,
    "generator.ingest.html_meta._ARTICLES": 200,
    "generator.ingest.html_title._PARTING": 400,
    "generator.ingest.html_title._RIGHTS": 400,
    "generator.ingest.lead._ATTRIBUTION": 1500,
    "generator.ingest.lead._BRACKETED": 1500,
    "generator.ingest.posts.ATTRIBUTION": 8000,
    "generator.ingest.toplines._AGENCY_STAMP": 100,
    "generator.ingest.toplines._BY": 160,
    "generator.ingest.toplines._STAFF": 160,
    "generator.prose._AT_END": 2000,
    "generator.site.parts._AT_END": 2000,
}


def _names() -> dict[tuple[Any, int], str]:
    """Pattern and flags -> module and name of the constant that holds it, alone or in a table; bounded ones first."""
    found: dict[tuple[Any, int], str] = {}
    for module in [m for name, m in sorted(sys.modules.items()) if name.startswith("generator")]:
        for name, value in vars(module).items():
            for pattern in _inside(value):
                for flags in (pattern.flags, pattern.flags & ~re.UNICODE):
                    full = f"{module.__name__}.{name}"
                    if full in BOUNDED or (pattern.pattern, flags) not in found:
                        found[(pattern.pattern, flags)] = full
    return found


def _inside(value: Any) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _inside(part)


def _asked() -> dict[str, set[str]]:
    """Module and name -> the methods that are asked of it; of names for all modules, anywhere in the package."""
    found: dict[str, set[str]] = {}
    for path in ROOT.rglob("*.py"):
        module = ".".join(("generator", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
                name = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
                found.setdefault(f"{module}.{name}" if name.startswith("_") else f"*.{name}", set()).add(node.attr)
    return found


def _literals(known: dict[tuple[Any, int], str]) -> Iterator[Found]:
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.args
                and isinstance(node.args[0], ast.Constant)
                and isinstance(node.args[0].value, str | bytes)
            ):
                pattern = node.args[0].value
                flags = 0
                given = node.args[1 if node.func.attr == "compile" else 2 :]
                for extra in [*given, *(k.value for k in node.keywords if k.arg == "flags")]:
                    for name in ast.walk(extra):
                        if isinstance(name, ast.Attribute):
                            flags |= int(re.RegexFlag.__members__.get(name.attr, 0))
                if (pattern, flags) not in known:
                    where = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                    yield Found(pattern, flags, where, node.func.attr in _AT_START)


# ---- strings that hurt ----


def attacks(found: Found, size: int) -> Iterator[Any]:
    """Strings of about `size` characters: what a repeat takes, over and over, behind what must stand before it."""
    text = found.pattern.decode("latin-1") if isinstance(found.pattern, bytes) else found.pattern
    seen = set()
    for before, pump in _pumps(parser.parse(text, found.flags & ~re.DEBUG)):
        if not pump:
            continue
        for string in (
            before + pump * (size // len(pump)) + "\0",
            (before + pump) * (size // len(before + pump)) + "\n\0",
            (before + pump * 100) * (size // (len(before) + 100 * len(pump))),
        ):
            if string not in seen:
                seen.add(string)
                yield string.encode("latin-1", "replace") if isinstance(found.pattern, bytes) else string


def _pumps(tree: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """(what must stand before it, what is repeated) of every repeat without a low bound."""
    for op, value in tree:
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            low, high, inner = value
            if high is parser.MAXREPEAT or high > 20:
                for choice in range(3):
                    yield before, _sample(inner, choice)
            yield from _pumps(inner, before)
            before += _sample(inner) * min(low, 50)
        elif name == "SUBPATTERN":
            yield from _pumps(value[3], before)
            before += _sample(value[3])
        elif name == "ATOMIC_GROUP":
            yield from _pumps(value, before)
            before += _sample(value)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _pumps(branch, before)
            before += _sample(value[1][0])
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _pumps(value[1], before)
            if name == "ASSERT" and value[0] < 0:
                before += _sample(value[1])
        else:
            before += _sample([(op, value)])


_CANDIDATES = [*"a A1 \n\t.,-'\"<>[](){}|*_`#&;:/\\!=~é—", "\u00a0", "\u2028", "ж"]
_CATEGORY = {"DIGIT": r"\d", "NOT_DIGIT": r"\D", "SPACE": r"\s", "NOT_SPACE": r"\S", "WORD": r"\w", "NOT_WORD": r"\W"}


def _sample(tree: Any, choice: int = 0) -> str:
    """A short string that a part of a pattern takes; `choice`: which of several."""
    made = ""
    for op, value in tree:
        name = str(op)
        if name == "LITERAL":
            made += chr(value)
        elif name == "NOT_LITERAL":
            made += [c for c in _CANDIDATES if ord(c) != value][choice]
        elif name == "ANY":
            made += _CANDIDATES[choice]
        elif name == "IN":
            made += _member(value, choice)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            made += _sample(value[2], choice) * max(value[0], 1 if choice and value[1] else 0)
        elif name == "SUBPATTERN":
            made += _sample(value[3], choice)
        elif name == "ATOMIC_GROUP":
            made += _sample(value, choice)
        elif name == "BRANCH":
            made += _sample(value[1][choice % len(value[1])], choice)
        elif name == "ASSERT" and value[0] > 0:
            made += ""
    return made


def _member(items: Any, choice: int) -> str:
    fits = [c for c in _CANDIDATES if _takes(items, ord(c))]
    if len(fits) <= choice:
        fits += [chr(v if isinstance(v, int) else v[0]) for op, v in items if str(op) in ("LITERAL", "RANGE")]
    return fits[choice % len(fits)] if fits else "x"


def _takes(items: Any, code: int) -> bool:
    negated = bool(items) and str(items[0][0]) == "NEGATE"
    for op, value in items:
        name = str(op)
        hit = (
            (name == "LITERAL" and value == code)
            or (name == "RANGE" and value[0] <= code <= value[1])
            or (name == "CATEGORY" and bool(re.fullmatch(_CATEGORY[str(value).removeprefix("CATEGORY_")], chr(code))))
        )
        if hit:
            return not negated
    return negated


# ---- running them ----


class SlowError(Exception):
    """One string took too long."""


def worst(found: Found, size: int, seconds: float) -> tuple[float, str]:
    """Processor seconds that the worst string needs, and its beginning; infinite where that is more than `seconds`."""

    def stop(*_: object) -> None:
        raise SlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    compiled = re.compile(found.pattern, found.flags)
    most: tuple[float, str] = (0.0, "")
    try:
        for string in attacks(found, min(size, found.longest or size)):
            began = time.process_time()
            try:  # around all of it: the alarm may go off while it is being switched off
                signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
                if found.at_start:
                    compiled.match(string)
                    compiled.fullmatch(string)
                else:
                    for _ in compiled.finditer(string):
                        pass
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            except SlowError:
                return math.inf, repr(string[:60])
            most = max(most, (time.process_time() - began, repr(string[:60])))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return most


def slow(found: Found, size: int, seconds: float) -> str | None:
    """The beginning of a string that needs more than `seconds` of processor time, if there is one."""
    needed, string = worst(found, size, seconds)
    return string if needed > seconds else None


def main(size: int, seconds: float) -> dict[str, Any]:
    """How many patterns there are, (name or place, pattern, beginning of the string) of the slow ones, and of all the
    others the slowest.
    """
    found = collect()
    rows, slowest = [], (0.0, "")
    for one in found:
        needed, string = worst(one, size, seconds)
        if os.environ.get("BRIEFING_TELL"):
            print(f"{needed:9.3f} {one.name or one.place} {one.longest or ''}", file=sys.stderr, flush=True)
        if needed > seconds:
            rows.append((one.name or one.place, str(one.pattern), string))
        else:
            slowest = max(slowest, (needed, one.name or one.place))
    return {"patterns": len(found), "slow": rows, "slowest": slowest}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), float(sys.argv[2])), indent=1, ensure_ascii=False))
