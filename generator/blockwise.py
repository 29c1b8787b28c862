"""Plain values as YAML: a line for each key and row.

Every byte is PyYAML's, which says how each scalar must be written. But it takes ten steps of pure Python for each, and
all pages of a run are written by one process; so what lies between the scalars is laid out here, and most words, which
every parser reads as themselves, are not asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml

_ONE_LINE = 100_000_000  # characters; YAML would break longer ones
_KEY = re.compile(r"[\w-]{1,100}", re.A)  # what YAML puts a question mark before is not among them
# A letter, then nothing that means anything to YAML, in a list between brackets neither: ": " and " #" part and end
# values, and what YAML 1.1 takes for a truth or for nothing has at most five letters.
_ITSELF = re.compile(r"[A-Za-z][A-Za-z0-9 .;'()/%&À-ÖØ-öø-ſ‘’“”–—-]{5,}(?<! )")
# Behind a key or a dash it may hold what parts lists and begins other things too, and a colon before no space.
_ITSELF_ALONE = re.compile(r"[A-Za-z](?:[A-Za-z0-9 .,;'\"?!()/%&$£€+=_À-ÖØ-öø-ſ‘’“”–—-]|:(?=[^ ])){5,}(?<! )")
# The id of an event, and a hash: with a letter that no number has.
_NO_NUMBER = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z][a-z0-9-]*|(?=[0-9b]{0,63}[ac-f])[0-9a-f]{64}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # which YAML would take for a date


class _Flow(list[Any]):
    """A list that is written on one line."""


class _Writer(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Writer.add_representer(_Flow, lambda d, v: d.represent_sequence("tag:yaml.org,2002:seq", v, flow_style=True))


def _shaped(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _shaped(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        rows = [_shaped(v) for v in value]
        flat = all(isinstance(r, str | int | float) for r in rows)
        return _Flow(rows) if flat else rows
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def block(value: Any) -> str:
    """A mapping or a list as YAML, a line for each key and row; lists of plain values stand on one line."""
    shaped = _shaped(value)
    if shaped and isinstance(shaped, dict | list) and not isinstance(shaped, _Flow):
        try:
            return "".join(f"{line}\n" for line in _lines(shaped))
        except _UnlikeError:
            pass
    return _by_yaml(shaped)


def inline(value: Any) -> str:
    """A mapping or a list as YAML on one line, between braces or brackets."""
    text = yaml.dump(_shaped(value), Dumper=_Writer, sort_keys=False, allow_unicode=True, width=_ONE_LINE,
                     default_flow_style=True)  # fmt: skip
    return str(text).rstrip("\n")


def _by_yaml(shaped: Any) -> str:
    return str(yaml.dump(shaped, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=_ONE_LINE))


class _UnlikeError(ValueError):
    """A value that is not laid out here: a text of several lines, a key of several words, no plain value."""


def _lines(value: Any) -> Iterator[str]:
    """The lines of a mapping or list that is not empty, without a margin."""
    if type(value) is dict:
        for key, of in value.items():
            if type(key) is not str or not _KEY.fullmatch(key):
                raise _UnlikeError
            yield from _row(f"{_scalar(key)}:", of, "\n")
    else:
        for of in value:
            yield from _row("-", of, " ")


def _row(head: str, value: Any, behind: str) -> Iterator[str]:
    """A key or a dash with its value; a mapping or list begins in the next line, or behind the dash."""
    if value and type(value) in (dict, list):
        inner = _lines(value)
        if behind == "\n":
            yield head
        else:
            yield f"{head} {next(inner)}"
        for line in inner:
            yield f"  {line}"
    elif type(value) in (dict, list):
        yield f"{head} {'{}' if type(value) is dict else '[]'}"
    elif type(value) is _Flow:
        yield f"{head} [{', '.join(map(_listed, value))}]"
    else:
        yield f"{head} {_scalar(value)}"


def _scalar(value: Any) -> str:
    return _written(value, _ITSELF_ALONE) or _asked(value, listed=False)


def _listed(value: Any) -> str:
    return _written(value, _ITSELF) or _asked(value, listed=True)


def _written(value: Any, itself: re.Pattern[str]) -> str:
    """A text that is surely written as it is, or as a day; empty where PyYAML is to be asked."""
    if type(value) is not str:
        return ""
    if itself.fullmatch(value) or _NO_NUMBER.fullmatch(value):
        return value
    return f"'{value}'" if _DAY.fullmatch(value) else ""


@lru_cache(maxsize=10_000, typed=True)
def _asked(value: Any, listed: bool) -> str:
    """A scalar as YAML writes it in a list on one line, or behind a key."""
    if type(value) not in (str, int, float, bool, type(None)):
        raise _UnlikeError
    text = _by_yaml(_Flow([value]))[1:-2] if listed else _by_yaml({"k": value})[3:-1]
    if len(text.splitlines()) > 1:
        raise _UnlikeError
    return text
