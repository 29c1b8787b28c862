"""Records as rows of a table: columns from the declaration, a list as one text; what is nested has its own table."""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.views.data.records import Record, as_given

Cell = str | int | float | bool | None
Kind = Literal["text", "integer", "real", "boolean"]
_KINDS: dict[type, Kind] = {bool: "boolean", int: "integer", float: "real"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `references` names the table whose ids it holds, where it holds one."""

    name: str
    kind: Kind
    description: str
    required: bool
    references: str = ""


@cache
def columns(kind: type[Record]) -> tuple[Column, ...]:
    """The columns of a kind of row, in the order of declaration."""
    return tuple(c for name, field in kind.model_fields.items() if (c := _column(name, field)))


def cells(record: Record) -> tuple[Cell, ...]:
    """The values of a record, one for each column; `None` where nothing is known."""
    return tuple(_cell(getattr(record, column.name)) for column in columns(type(record)))


def _cell(value: Any) -> Cell:
    if isinstance(value, float):
        return as_given(value)
    return "; ".join(value) if isinstance(value, tuple) else value


def _column(name: str, field: FieldInfo) -> Column | None:
    of, references = _unwrapped(field.annotation)
    if get_origin(of) is tuple:
        inner, _ = _unwrapped(get_args(of)[0])
        many = not (isinstance(inner, type) and issubclass(inner, BaseModel))
        return Column(name, "text", f"{field.description}; a list, parted by semicolons", False) if many else None
    if isinstance(of, type) and issubclass(of, BaseModel):
        return None
    extra = field.json_schema_extra
    references = references or (str(extra.get("references", "")) if isinstance(extra, dict) else "")
    kind = _KINDS.get(of, "text") if isinstance(of, type) else "text"
    return Column(name, kind, field.description or "", field.is_required(), references)


def _unwrapped(annotation: Any) -> tuple[Any, str]:
    """The type without `None` and without its annotations, and the table that these say it refers to."""
    references = ""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            extra = next((f.json_schema_extra for f in get_args(annotation)[1:] if isinstance(f, FieldInfo)), None)
            references = str(extra.get("references", "")) if isinstance(extra, dict) else references
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            (annotation,) = (part for part in get_args(annotation) if part is not type(None))
        else:
            return annotation, references
