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
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from tests.safety import exercise
from tests.safety.attacks import attacks

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


def collect() -> tuple[list[Found], list[str]]:
    """Patterns that are compiled while the package is imported and while it works, and those that stand as literals in
    functions. And the places in the code where a pattern is made, of which none was seen.
    """
    made: dict[tuple[Any, int], str] = {}
    places: set[str] = set()
    by_method: dict[tuple[Any, int], set[str]] = {}
    per_place: Counter[str] = Counter()
    compile_ = re._compile

    def spy(pattern: Any, flags: int) -> Any:
        frame, method = sys._getframe(1), ""
        while frame.f_back and "/re/" in frame.f_code.co_filename:
            frame, method = frame.f_back, frame.f_code.co_name
        file = Path(frame.f_code.co_filename)
        if isinstance(pattern, str | bytes) and file.is_relative_to(ROOT):
            place = f"{file.relative_to(ROOT).as_posix()}:{frame.f_lineno}"
            places.add(place)
            by_method.setdefault((pattern, int(flags)), set()).add(method)
            if (pattern, int(flags)) not in made and not (working and per_place[place] >= ALIKE):
                per_place[place] += 1
                made[(pattern, int(flags))] = place
        return compile_(pattern, flags)

    working = False
    re._compile = spy
    try:
        import generator

        for module in pkgutil.walk_packages(generator.__path__, "generator."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
        working = True
        exercise.run()
    finally:
        re._compile = compile_
    names, asked = _names(), _asked()
    found = []
    for (pattern, flags), place in made.items():
        name = names.get((pattern, flags), "")
        short = name.rpartition(".")[2]
        methods = asked.get(name if short.startswith("_") else f"*.{short}", set()) - {"pattern"}
        methods = methods or by_method[(pattern, flags)]
        found.append(Found(pattern, flags, place, methods <= _AT_START, name, _bound(name, pattern)))
    literals = list(_literals(made))
    unseen = _unseen(places)
    return sorted([*found, *literals], key=lambda one: (one.place, str(one.pattern))), unseen


ALIKE = 3
"""How many of the patterns that one place makes of what it reads (of each name one, say) are enough."""


def _unseen(seen: set[str]) -> list[str]:
    """Where the package makes a pattern (`re.compile`, `re.search`, ...) of something that is known only at work, and
    has not made one under our eyes.
    """
    lines: dict[str, set[int]] = {}
    for place in seen:
        path, _, line = place.rpartition(":")
        lines.setdefault(path, set()).add(int(line))
    left = []
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "re":
                left.append(f"{name}:{node.lineno} (a function of re under a name of its own)")
            if isinstance(node, ast.Import) and any(
                alias.name == "regex" or alias.asname == "re" for alias in node.names
            ):
                left.append(f"{name}:{node.lineno} (another module for patterns)")
            if _makes_a_pattern(node) and not isinstance(_value(node.args[0], path), str | bytes):
                own = range(node.lineno, (node.end_lineno or node.lineno) + 1)
                if not lines.get(name, set()) & set(own):
                    left.append(f"{name}:{node.lineno}")
    return left


_MAKERS = frozenset(("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"))


def _makes_a_pattern(node: ast.AST) -> TypeGuard[ast.Call]:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in _MAKERS
        and bool(node.args)
    )


OWN = 0
"""The rows of the table say by themselves how long a string may be, as `limit`."""

# Patterns that are only asked about strings of so many characters; the code that asks them cuts or refuses longer ones.
# `tests/safety/bounds.py` sends their strings through the readers, and sees whether that is so.
BOUNDED = {
    "generator.ingest.boilerplate._CREDIT": 430,
    "generator.ingest.boilerplate._SIGNED": 330,
    "generator.ingest.boilerplate_signs.SIGNS": OWN,
    "generator.ingest.bylines._JOINED": 1000,
    "generator.ingest.bylines._PARTING": 200,
    "generator.ingest.dateline._ALONE": 80,
    "generator.ingest.dateline._SHAPES": 300,
    "generator.ingest.days._STAMP": 80,
    "generator.ingest.html_meta._ARTICLES": 200,
    "generator.ingest.html_site._RIGHTS": 400,
    "generator.ingest.html_title.PARTING": 400,
    "generator.ingest.lead._ATTRIBUTION": 1500,
    "generator.ingest.lead._BRACKETED": 1500,
    "generator.ingest.posts.ATTRIBUTION": 8000,
    "generator.ingest.toplines._AGENCY_STAMP": 100,
    "generator.ingest.toplines._BY": 160,
    "generator.ingest.toplines._STAFF": 160,
    "generator.prose._AT_END": 2000,
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


def _bound(name: str, pattern: Any) -> int | None:
    """The most characters of a string that the pattern is asked about; `None` where there is no bound."""
    if BOUNDED.get(name) != OWN:
        return BOUNDED.get(name)
    module, _, table = name.rpartition(".")
    return max(int(row.limit) for row in getattr(sys.modules[module], table) if row.pattern.pattern == pattern)


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
    """Patterns of functions that never ran, where they are written out or made of constants of their module."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not _makes_a_pattern(node):
                continue
            pattern = _value(node.args[0], path)
            if not isinstance(pattern, str | bytes):
                continue
            assert isinstance(node.func, ast.Attribute)
            flags = 0
            given = node.args[1 if node.func.attr == "compile" else 2 :]
            for extra in [*given, *(k.value for k in node.keywords if k.arg == "flags")]:
                for name in ast.walk(extra):
                    if isinstance(name, ast.Attribute):
                        flags |= int(re.RegexFlag.__members__.get(name.attr, 0))
            if (pattern, flags) not in known:
                where = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                yield Found(pattern, flags, where, node.func.attr in _AT_START)


def _value(expression: ast.expr, path: Path) -> Any:
    """What an expression of our own code is worth where it stands, if it is made of its module's constants alone."""
    if isinstance(expression, ast.Constant):
        return expression.value
    if any(isinstance(node, ast.Call | ast.NamedExpr) for node in ast.walk(expression)):
        return None
    module = ".".join(("generator", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
    try:
        return eval(compile(ast.Expression(expression), str(path), "eval"), dict(vars(sys.modules[module])))
    except (NameError, KeyError, TypeError, IndexError, AttributeError):
        return None


# ---- running them ----


class SlowError(Exception):
    """One string took too long."""


SHARES = 10
"""What is made to hurt readers is shorter than what is made of a pattern itself: there is a hundred times as much."""


def worst(found: Found, size: int, seconds: float) -> tuple[float, str]:
    """Processor seconds that the worst string needs, and its beginning; infinite where that is more than `seconds`."""

    def stop(*_: object) -> None:
        raise SlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    compiled = re.compile(found.pattern, found.flags)
    most: tuple[float, str] = (0.0, "")
    try:
        for string in attacks(found.pattern, found.flags, min(size, found.longest or size), SHARES):
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
    found, unseen = collect()
    rows, slowest = [], (0.0, "")
    for one in found:
        needed, string = worst(one, size, seconds)
        if os.environ.get("BRIEFING_TELL"):
            print(f"{needed:9.3f} {one.name or one.place} {one.longest or ''}", file=sys.stderr, flush=True)
        if needed > seconds:
            rows.append((one.name or one.place, str(one.pattern), string))
        else:
            slowest = max(slowest, (needed, one.name or one.place))
    return {"patterns": len(found), "slow": rows, "slowest": slowest, "unseen": unseen}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), float(sys.argv[2])), indent=1, ensure_ascii=False))
