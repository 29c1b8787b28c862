"""Front matter: the one place where YAML becomes a model, and a model becomes YAML.

Scalars are taken as they are written, not as YAML 1.1 would retype them: `title: 2024`, `names: [NO]`, `12:30` and
`2022-07-16` reach the model as strings, which then decides. Every value keeps its line, for messages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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

MAX_DEPTH = 12
MAX_NODES = 200_000
MAX_LENGTH = 5_000_000  # characters, as many as a page may have bytes
MAX_UNKNOWN = 50  # keys: beyond them it is no list of misspelt ones
_TAGS = frozenset({"str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value"})
_OPENING = re.compile(r"\A\ufeff?---[ \t]*\n")
_CLOSING = re.compile(r"^---[ \t]*$\n?", re.M)


@dataclass(frozen=True, slots=True)
class Page(Generic[Model]):
    """One page of content/: its id (the file's stem), its path as a person would type it, model, body and lines."""

    id: str
    path: str
    front: Model
    body: str
    lines: dict[Path, int] = field(default_factory=dict, repr=False)
    body_line: int = 1

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


def _plain(node: yaml.Node, path: Path, lines: dict[Path, int], first: int, seen: list[int]) -> Any:
    line = node.start_mark.line + first
    seen[0] += 1
    if len(path) > MAX_DEPTH or seen[0] > MAX_NODES:
        raise FaultError(line, "the front matter is nested too deeply or too large")
    if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.partition(",2002:")[2] not in _TAGS:
        raise FaultError(line, f'the YAML tag "{node.tag}" is not allowed', "write the value without it")
    lines.setdefault(path, line)
    if isinstance(node, yaml.ScalarNode):
        if bad := unseen(node.value):
            raise FaultError(line, bad, "take it out")
        empty = not node.style and node.value in ("", "~", "null", "Null", "NULL")
        return None if empty else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*path, i), lines, first, seen) for i, child in enumerate(node.value)]
    made: dict[str, Any] = {}
    for key, value in node.value:
        at = key.start_mark.line + first
        if not isinstance(key, yaml.ScalarNode):
            raise FaultError(at, "a key must be a single word")
        if key.value in made:
            raise FaultError(at, f'the key "{key.value}" stands here twice', "leave one of them")
        lines[(*path, key.value)] = at
        made[key.value] = _plain(value, (*path, key.value), lines, first, seen)
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


def _bound(front: str, first_line: int) -> None:
    """Refuse what would cost time, memory or the stack, before a tree is made of it: libyaml nests without a bound."""
    depth = nodes = 0
    for event in yaml.parse(front, Loader=_Loader):
        line = (event.start_mark.line if event.start_mark else 0) + first_line
        if isinstance(event, yaml.AliasEvent):
            raise FaultError(line, "YAML aliases (*name) are not allowed", "write the value out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        nodes += isinstance(event, yaml.NodeEvent)
        if depth > MAX_DEPTH or nodes > MAX_NODES:
            raise FaultError(line, "the front matter is nested too deeply or too large", "shorten it")


def load(front: str, first_line: int = 2) -> tuple[dict[str, Any], dict[Path, int]]:
    """YAML as plain strings, lists and dicts, with the line of every value. Raises `FaultError`."""
    if len(front) > MAX_LENGTH:
        raise FaultError(first_line, f"the front matter is longer than {MAX_LENGTH // 1_000_000} MB", "shorten it")
    try:
        _bound(front, first_line)
        node = yaml.compose(front, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise FaultError(
            (mark.line if mark else 0) + first_line,
            f"the front matter is not valid YAML ({error.problem or error.context or 'unreadable'})",
            "quote values that hold a colon, a hash or quotation marks, and indent lists evenly",
        ) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise FaultError(first_line, f"the front matter is not valid YAML ({str(error).splitlines()[0]})") from None
    lines: dict[Path, int] = {}
    if node is None:
        return {}, lines
    made = _plain(node, (), lines, first_line, [0])
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
