"""The page that explains every file for other programs, in a sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.views import addresses
from generator.views.lookup import Lookup
from generator.views.words import figure, quantity, t

_KILO = 1000


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was made. `word` is the key of its sentence, `group` that of its heading; `shape` the address of its
    JSON Schema. A file beside a page is shown once for all of them, by that of the page called `example`.
    """

    address: str
    group: str
    word: str
    size: int  # bytes
    shape: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file with its sentence and size."""

    name: str
    address: str
    what: str
    size: str
    shape: str
    example: str


@dataclass(frozen=True, slots=True)
class FileGroup:
    """Files under one heading."""

    id: str
    label: str
    files: tuple[FileRow, ...]


@dataclass(frozen=True, slots=True)
class DataPage:
    """All of the page."""

    title: str
    description: str
    standfirst: str
    groups: tuple[FileGroup, ...]
    notes: tuple[str, ...]


GROUPS = ("follow", "tables", "whole", "pages")


def view(look: Lookup, made: Sequence[Export]) -> DataPage:
    """The page of the data, of the files that were made."""
    groups = []
    for name in GROUPS:
        rows = tuple(_row(export) for export in made if export.group == name)
        if rows:
            groups.append(FileGroup(name, t(f"data.{name}"), rows))
    return DataPage(
        title=t("data.title"),
        description=t("data.description", name=look.name),
        standfirst=t("data.standfirst"),
        groups=tuple(groups),
        notes=tuple(t(f"data.note_{key}") for key in ("words", "dates", "rights", "csv")),
    )


def _row(of: Export) -> FileRow:
    name = of.address.removeprefix(addresses.DATA).lstrip("/")
    example = t("data.page_example", title=of.example) if of.example else ""
    return FileRow(name, of.address, t(f"data.{of.word}"), size(of.size), of.shape, example)


def size(number: int) -> str:
    """A size in bytes as a reader says it: 840 bytes, 12 kB, 3.4 MB (SI: a kB is 1000 bytes)."""
    if number < _KILO:
        return t("data.bytes", n=number, figure=figure(number))
    if number < _KILO * _KILO:
        return t("data.kilobytes", figure=figure(-(-number // _KILO)))
    return t("data.megabytes", figure=quantity(round(number / _KILO / _KILO, 1)))
