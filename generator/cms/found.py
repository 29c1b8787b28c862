"""What the pages hold that an editing program must not lose: keys of the editors' own, and values it would write anew.

The program keeps front matter as YAML 1.2 reads it and writes it anew when a page is saved, with keys joined by dots
where they lie within one another. What does not come through that as it was is found here before anybody saves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from generator import frontmatter
from generator.model import Front
from generator.problems import Problem

Kind = Literal["text", "texts", "other"]
Where = tuple[str, ...]  # the keys that lead to a model within a model; rows of a list have no step of their own

# YAML 1.2, core schema, 10.3.2: plain scalars that are numbers.
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|"
                     r"[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN")  # fmt: skip
_SAME = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{0,9}[1-9])?")  # a double prints them as they stand
_TRUTHS = ("true", "false")
_ORDINAL = re.compile(r"[0-9]+")


@dataclass
class Own:
    """Keys that the model does not know: for each place in it the keys in the order found, with what they hold."""

    keys: dict[Where, dict[str, Kind]] = field(default_factory=dict)

    def add(self, where: Where, key: str, value: Any) -> None:
        """Note a key; one that holds different things on different pages is let be as it is."""
        kinds = self.keys.setdefault(where, {})
        kind = _kind(value)
        kinds[key] = kind if kinds.get(key, kind) == kind else "other"


def _kind(value: Any) -> Kind:
    """What a form may hold: words on a line. A number would become a text, and white space at an end be cut off."""
    if isinstance(value, list) and value and all(_kind(v) == "text" for v in value):
        return "texts"
    words = isinstance(value, str) and value and "\n" not in value and value == value.strip()
    return "text" if words and not _NUMBER.fullmatch(value) and value.lower() not in _TRUTHS else "other"


def own_keys(pages: Iterable[str], model: type[Front]) -> Own:
    """The editors' own keys in the texts of some pages of one kind. Pages that cannot be read are passed over."""
    own = Own()
    for text in pages:
        try:
            front, _, _ = frontmatter.split(text)
            data, _ = frontmatter.load(front or "")
        except (ValueError, frontmatter.FaultError):
            continue
        _walk(data, model, (), own)
    return own


def _walk(data: Mapping[str, Any], model: type[Front], where: Where, own: Own) -> None:
    for key, value in data.items():
        known = model.model_fields.get(key)
        if known is None:
            own.add(where, key, value)
            continue
        for inner in frontmatter.models_of(known.annotation):
            for row in value if isinstance(value, list) else [value]:
                if isinstance(row, dict):
                    _walk(row, inner, (*where, key), own)


# ---- what would not stay as it is ----


def at_risk(path: str, text: str, model: type[Front]) -> Iterator[Problem]:
    """What one page would lose, or have changed, when it is saved: each with its line and what to do before."""
    try:
        front, _, _ = frontmatter.split(text)
        frontmatter.load(front or "")
    except (ValueError, frontmatter.FaultError):
        return  # a fault that `check` names; the page cannot be opened either
    for line, message, remedy in _in_node(yaml.compose(front or "", Loader=yaml.CSafeLoader), (model,)):
        yield Problem(path, line + 2, message, remedy, "warning", "cms")
    for number in _comments(front or ""):
        yield Problem(path, number + 2, "this comment is lost when the page is saved in the browser",
                      "say it in the body, or in a key of your own", "warning", "cms")  # fmt: skip


Models = tuple[type[Front], ...]  # of which one describes a mapping; none where a key is the editors' own


def _in_node(node: yaml.Node | None, models: Models, top: bool = True) -> Iterator[tuple[int, str, str]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if bad := _bad_key(key.value, top):
                yield key.start_mark.line, *bad
            known = [m.model_fields[key.value] for m in models if key.value in m.model_fields]
            if not known and isinstance(value, yaml.ScalarNode) and value.value != value.value.strip():
                message = f'white space at an end of "{key.value}" would be cut off'  # the model does so by itself
                yield value.start_mark.line, message, "write |- in place of |, or take it out"
            if any(_numeric(info.annotation) for info in known):
                continue  # a number in whatever form is the same number to the model
            inner = tuple(m for info in known for m in frontmatter.models_of(info.annotation))
            yield from _in_node(value, inner, False)
    elif isinstance(node, yaml.SequenceNode):
        for row in node.value:
            yield from _in_node(row, models, False)
    elif isinstance(node, yaml.ScalarNode) and not node.style and _rewritten(node.value):
        yield node.start_mark.line, f'"{node.value}" would be written anew as a number', "set it in quotation marks"


def _numeric(annotation: Any) -> bool:
    return annotation in (int, float) or any(map(_numeric, getattr(annotation, "__args__", ())))


def _rewritten(plain: str) -> bool:
    if plain.lower() in _TRUTHS:
        return plain != plain.lower()
    return _NUMBER.fullmatch(plain) is not None and _SAME.fullmatch(plain) is None


def _bad_key(key: str, top: bool) -> tuple[str, str] | None:
    if top and key == "body":
        return 'the key "body" would be taken for the text of the page', "give it another name"
    if "." in key or "*" in key or _ORDINAL.fullmatch(key):
        return f'the key "{key}" would be taken apart, or for the number of a row', "use letters and underscores"
    return None


def _comments(front: str) -> Iterator[int]:
    """The lines, from 0, on which a comment stands: what YAML's own reader leaves between two things it reads."""
    starts = [0]
    for line in front.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    last = 0
    for token in [*yaml.scan(front, Loader=yaml.SafeLoader)]:
        between = front[last : token.start_mark.index]
        if "#" in between:
            first = front.count("\n", 0, last)
            yield from (first + n for n, part in enumerate(between.split("\n")) if "#" in part)
        last = max(last, token.end_mark.index)
