"""A model's answer as values: whatever of it can be read, whatever stands around it, wherever it breaks off."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.model import EntityType

MOST = 60  # claims or names of one article: who lists more has not chosen
LONGEST = 600  # characters of a quote: two long sentences


class _Said(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, str_strip_whitespace=True)


class Claimed(_Said):
    """A claim as the model gives it, not proved."""

    quote: str = Field(min_length=1, max_length=LONGEST)
    when: str | None = Field(default=None, max_length=LONGEST)
    date: str | None = Field(default=None, max_length=60)


class Named(_Said):
    """A name as the model gives it, not proved."""

    name: str = Field(min_length=2, max_length=120)
    type: EntityType
    quote: str = Field(min_length=1, max_length=LONGEST)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model says of one article. `misshapen`: how many rows have not the shape that was asked for."""

    claims: tuple[Claimed, ...] = ()
    names: tuple[Named, ...] = ()
    misshapen: int = 0
    readable: bool = True


def parse(text: str) -> Answer:
    """The rows of both lists; an answer without either is not readable."""
    claims, names, misshapen = list[Claimed](), list[Named](), 0
    lists = {key: _rows(text, key) for key in ("claims", "entities")}
    for row in lists["claims"] or ():
        try:
            claims.append(Claimed.model_validate(row))
        except ValidationError:
            misshapen += 1
    for row in lists["entities"] or ():
        try:
            names.append(Named.model_validate(row))
        except ValidationError:
            misshapen += 1
    readable = any(rows is not None for rows in lists.values())
    return Answer(tuple(dict.fromkeys(claims)), tuple(dict.fromkeys(names)), misshapen, readable)


def _rows(text: str, key: str) -> list[Any] | None:
    """The objects of the first list under a key, up to where it ends or breaks off; `None` where there is none.

    Inside a string of JSON the quotation marks of a key are escaped, so that no quoted words begin a list.
    """
    begun = re.search(rf'"{key}"\s{{0,20}}:\s{{0,20}}\[', text)
    return list(_objects(text, begun.end())) if begun else None


def _objects(text: str, at: int) -> Iterator[Any]:
    decoder = json.JSONDecoder()
    gap = re.compile(r"[\s,]*")
    for _ in range(MOST):
        begin = gap.match(text, at)
        at = begin.end() if begin else at
        if at >= len(text) or text[at] == "]":
            return
        try:
            row, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield row
