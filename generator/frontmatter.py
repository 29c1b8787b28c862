"""Front matter: the one place where YAML becomes a model, and a model becomes YAML.

Scalars are taken as they are written, not as YAML 1.1 would retype them: `title: 2024`, `names: [NO]`, `12:30` and
`2022-07-16` reach the model as strings, which then decides. Every value keeps its line, for messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any, Generic, TypeVar

import yaml
from pydantic import ValidationError

from generator.blockwise import block as block
from generator.blockwise import inline as inline
from generator.model import Front
from generator.problems import Problem, did_you_mean

Model = TypeVar("Model", bound=Front)
Path = tuple[str | int, ...]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Event = Any  # a yaml.Event; those of nodes have more than it says

MAX_DEPTH = 12
MAX_NODES = 200_000
MAX_LENGTH = 5_000_000  # characters, as many as a page may have bytes
MAX_UNKNOWN = 50  # keys: beyond them it is no list of misspelt ones
_NO_TAG = (None, "!")  # "!" alone asks for what would be read without it
_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value")
)
_BEGIN = frozenset({yaml.SequenceStartEvent, yaml.MappingStartEvent})
_END = frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})
_OPENING = re.compile(r"\A\ufeff?---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*$\n?", re.M)


@dataclass(frozen=True, slots=True)
class Page(Generic[Model]):
    """One page of content/: its id (the file's stem), its path as a person would type it, model, body and lines.

    `by_hand`: whether a person made it, not the converter.
    """

    id: str
    path: str
    front: Model
    body: str
    lines: dict[Path, int] = field(default_factory=dict, repr=False)
    body_line: int = 1
    by_hand: bool = False

    def line(self, *path: str | int) -> int:
        """The line of a value, or of the nearest thing around it that has one."""
        return _line(self.lines, *path)


def _line(lines: dict[Path, int], *path: str | int) -> int:
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1) if path else 1


class FaultError(Exception):
    """Why front matter cannot be read, with the line."""

    def __init__(self, line: int, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.line, self.message, self.remedy = line, message, remedy


def split(text: str) -> tuple[str | None, str, int]:
    """(front matter, body, number of the body's first line); no front matter: `None`. Not closed: `ValueError`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    opening = _OPENING.match(text)
    if not opening:
        return None, text.lstrip("\ufeff"), 1
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise ValueError("the front matter is not closed")
    return text[opening.end() : closing.start()], text[closing.end() :], text.count("\n", 0, closing.end()) + 1


def _plain(event: _Event, rest: Iterator[_Event], path: Path, lines: dict[Path, int], first: int) -> Any:
    """The value that begins with an event; what belongs to it is taken from the `rest`."""
    line = event.start_mark.line + first
    if event.tag not in _NO_TAG and event.tag not in _TAGS:
        raise FaultError(line, f'the YAML tag "{event.tag}" is not allowed', "write the value without it")
    lines.setdefault(path, line)
    if isinstance(event, yaml.ScalarEvent):
        if bad := unseen(event.value):
            raise FaultError(line, bad, "take it out")
        empty = not event.style and event.value in ("", "~", "null", "Null", "NULL")
        return None if empty else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        children = takewhile(lambda e: type(e) is not yaml.SequenceEndEvent, rest)
        return [_plain(child, rest, (*path, i), lines, first) for i, child in enumerate(children)]
    made: dict[str, Any] = {}
    for key in takewhile(lambda e: type(e) is not yaml.MappingEndEvent, rest):
        at = key.start_mark.line + first
        if not isinstance(key, yaml.ScalarEvent):
            raise FaultError(at, "a key must be a single word")
        if key.value in made:
            raise FaultError(at, f'the key "{key.value}" stands here twice', "leave one of them")
        lines[(*path, key.value)] = at
        made[key.value] = _plain(next(rest), rest, (*path, key.value), lines, first)
    return made


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def unseen(text: str) -> str:
    """What a text holds that nobody sees and that changes what they see, as a message; "" where it is clean.

    Controls; and marks of direction that turn what follows: overrides, and embeddings and isolates that do not end in
    their line ("Trojan Source", CVE-2021-42574). Those that end there are how right-to-left names are written.
    """
    if found := _CONTROL.search(text):
        return f"it holds a control character (U+{ord(found[0]):04X})"
    if not _TURNING.search(text):
        return ""
    for line in text.split("\n"):
        open_: list[str] = []
        for mark in _TURNING.findall(line):
            if mark in "\u202d\u202e":
                return f"it holds a character that turns the direction of what follows (U+{ord(mark):04X})"
            if mark in "\u202c\u2069":
                if open_ and (open_[-1] in "\u202a\u202b") == (mark == "\u202c"):
                    open_.pop()
            else:
                open_.append(mark)
        if open_:
            return f"it holds a mark of direction that does not end in its line (U+{ord(open_[0]):04X})"
    return ""


def _bounded(front: str, first_line: int) -> list[_Event]:
    """What the YAML is made of, in order; what would cost time, memory or the stack is refused before a tree is made of
    it: libyaml nests without a bound.
    """
    depth = nodes = 0
    events = []
    for event in yaml.parse(front, Loader=_Loader):
        events.append(event)
        kind = type(event)
        if kind is yaml.AliasEvent:
            raise FaultError(_at(event, first_line), "YAML aliases (*name) are not allowed", "write the value out")
        if kind in _BEGIN:
            depth += 1
        elif kind in _END:
            depth -= 1
            continue
        nodes += 1
        if depth > MAX_DEPTH or nodes > MAX_NODES:
            raise FaultError(_at(event, first_line), "the front matter is nested too deeply or too large", "shorten it")
    return events


def _at(event: _Event, first_line: int) -> int:
    return (event.start_mark.line if event.start_mark else 0) + first_line


def _invalid(line: int, why: str) -> FaultError:
    remedy = "quote values that hold a colon, a hash or quotation marks, and indent lists evenly"
    return FaultError(line, f"the front matter is not valid YAML ({why})", remedy)


def _document(front: str, first_line: int) -> Iterator[_Event]:
    """The events of the only document; a second one, or an anchor that stands there twice, is no valid YAML."""
    events = _bounded(front, first_line)
    anchors: set[str] = set()
    starts = [n for n, event in enumerate(events) if type(event) is yaml.DocumentStartEvent]
    for event in events[: starts[1] if len(starts) > 1 else None]:
        anchor = getattr(event, "anchor", None)
        if anchor in anchors:
            raise _invalid(_at(event, first_line), "second occurrence")
        anchors.update([anchor] if anchor else [])
    if len(starts) > 1:
        raise _invalid(_at(events[starts[1]], first_line), "but found another document")
    return iter(events[starts[0] + 1 :] if starts else [])


def load(front: str, first_line: int = 2) -> tuple[dict[str, Any], dict[Path, int]]:
    """YAML as plain strings, lists and dicts, with the line of every value. Raises `FaultError`."""
    if len(front) > MAX_LENGTH:
        raise FaultError(first_line, f"the front matter is longer than {MAX_LENGTH // 1_000_000} MB", "shorten it")
    try:
        events = _document(front, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        why = error.problem or error.context or "unreadable"
        raise _invalid((mark.line if mark else 0) + first_line, why) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise FaultError(first_line, f"the front matter is not valid YAML ({str(error).splitlines()[0]})") from None
    lines: dict[Path, int] = {}
    first = next(events, None)
    if first is None:
        return {}, lines
    made = _plain(first, events, (), lines, first_line)
    if not isinstance(made, dict):
        raise FaultError(first_line, "the front matter must be a list of keys and values", "as title: …")
    return made, lines


def _without(data: Any, path: Path) -> None:
    for step in path[:-1]:
        data = data[step]
    del data[path[-1]]


def _nulls(data: Any, path: Path = ()) -> list[Path]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    found: list[Path] = []
    for key, value in items:
        found += [(*path, key)] if value is None else _nulls(value, (*path, key))
    return found


def _known_keys(model: type[Front], path: Path) -> list[str]:
    """The keys that the model knows at a path, for a suggestion; none where the path leads out of it."""
    current: Any = model
    for step in path:
        if isinstance(step, int):
            continue
        found = getattr(current, "model_fields", {}).get(step)
        current = next((m for m in models_of(found.annotation) if m), None) if found else None
    return list(getattr(current, "model_fields", {}))


def models_of(annotation: Any) -> list[Any]:
    """The models that a type of a field holds, or names among others."""
    if isinstance(annotation, type) and issubclass(annotation, Front):
        return [annotation]
    return [m for a in getattr(annotation, "__args__", ()) for m in models_of(a)]


def parse(text: str, model: type[Model], id: str, path: str) -> tuple[Page[Model] | None, list[Problem]]:
    """One page from its text. `None` where an error makes it unusable; unknown keys and empty ones are warnings."""
    problems: list[Problem] = []
    try:
        front, body, body_line = split(text)
        if front is None:
            raise FaultError(1, "there is no front matter", "begin the file with a line ---, the keys, a line ---")
        data, lines = load(front)
    except ValueError as error:
        return None, [Problem(path, 1, str(error), "end it with a line ---", rule="front-matter")]
    except FaultError as fault:
        return None, [Problem(path, fault.line, fault.message, fault.remedy, rule="front-matter")]
    for number, written in enumerate(body.split("\n")) if not body.isascii() or _CONTROL.search(body) else ():
        if bad := unseen(written):
            return None, [Problem(path, body_line + number, bad, "take it out", rule="unseen")]
    for at in reversed(_nulls(data)):
        remedy = "give a value or take the key out"
        problems.append(Problem(path, _line(lines, *at), f'"{at[-1]}" is empty', remedy, "warning", "empty"))
        _without(data, at)
    for _ in range(2):
        try:
            made = model.model_validate(data)
            return Page(id, path, made, body, lines, body_line), problems
        except ValidationError as error:
            wrong = error.errors()
        unknown = [w for w in wrong if w["type"] == "extra_forbidden"]
        wrong = [w for w in wrong if not _other_reading(w, unknown)]
        for row in unknown:
            key = str(row["loc"][-1])
            known = _known_keys(model, row["loc"][:-1]) if len(unknown) <= MAX_UNKNOWN else []
            remedy = did_you_mean(key, known) or "it is kept and not shown"
            line = _line(lines, *row["loc"])
            problems.append(Problem(path, line, f'unknown key "{key}"', remedy, "warning", "unknown-key"))
            _without(data, tuple(step for step in row["loc"] if step != "DigestOf"))
        if len(unknown) < len(wrong):
            found = [_problem(path, lines, w, model) for w in wrong if w["type"] != "extra_forbidden"]
            # One value can break several rules; the first of a line says enough.
            first = {p.line if p.line > 1 else p.message: p for p in reversed(found)}
            return None, [*problems, *reversed(first.values())]
    return None, problems


def _other_reading(fault: Any, unknown: list[Any]) -> bool:
    """Whether a fault only says that a mapping with an unknown key is not the text that might have stood there."""
    around = fault["loc"][:-1]
    mapping = fault["type"] == "string_type" and isinstance(fault["input"], dict)
    return mapping and any(u["loc"][: len(around)] == around for u in unknown)


def _problem(path: str, lines: dict[Path, int], fault: Any, model: type[Front]) -> Problem:
    where = ".".join(str(s) for s in fault["loc"])
    line = _line(lines, *fault["loc"])
    if fault["type"] == "missing":
        return Problem(path, line, f'"{where}" is missing', "add it", rule="missing")
    if fault["type"] == "literal_error":
        given = str(fault["input"])
        allowed = str(fault["ctx"]["expected"]).replace("'", "")
        remedy = did_you_mean(given, allowed.replace(" or ", ", ").split(", ")) or f"it can be {allowed}"
        return Problem(path, line, f'"{where}" cannot be "{given}"', remedy, rule="wrong-value")
    said = fault["msg"].removeprefix("Value error, ")
    field = model.model_fields.get(str(fault["loc"][0])) if fault["loc"] else None
    # Our own messages say what to write; of the library's, what the key is for.
    remedy = f"what it holds: {field.description}" if field and fault["type"] != "value_error" else ""
    return Problem(path, line, f'"{where}": {said}', remedy, rule="wrong-value")


# ---- writing ----


def dump(front: Front, body: str) -> str:
    """A page's text: the model's keys in the order of declaration, then the body. The same model, the same bytes."""
    text = block(front.as_dict())
    body = body.strip("\n")
    return f"---\n{text}---\n" + (f"{body}\n" if body else "")


def row(front: Front) -> str:
    """One row of a list of mappings, indented by two spaces, as `dump` would write it."""
    return "".join(f"  {line}\n" for line in block([front.as_dict()]).splitlines())
