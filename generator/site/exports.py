"""The files for other programs: tables as JSON, CSV and SQLite, and what single programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.site import database, feeds, ics
from generator.site.context import SiteContext
from generator.site.links import link_to
from generator.views import addresses
from generator.views.data import flat, ftm, rows, timeline
from generator.views.data.page import Export
from generator.views.data.records import EntityDocument, EventDocument, Record
from generator.views.escaping import csv_table, json_text
from generator.views.lookup import Lookup

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Tables that have a file of JSON and a shape; the others hold nothing that these do not, row by row.
JSON_TABLES = ("events", "claims", "entities", "sources")


@dataclass(frozen=True, slots=True)
class File:
    """A file: where it lies, what is in it, and what the page of the data says of it, where that names it by itself."""

    address: str
    data: bytes
    listed: Export | None = None


def files(look: Lookup, site: SiteContext) -> Iterator[File]:
    """Every file, in the order of the page that lists them."""

    def link(address: str) -> str:
        return link_to(site.url, address)

    yield from _followed(look, site)
    data = rows.of(look, link)
    yield from _tables(data)
    for name, text, word in (
        ("entities.ftm.json", _lines(ftm.entities(look, data, link, absolute=site.absolute)), "ftm"),
        ("timeline.json", _json(timeline.timeline(look, site.name, site.description, link)), "timeline"),
    ):
        yield _file(f"{addresses.DATA}{name}", text, "whole", word)
    yield from _documents(look, data)


def _followed(look: Lookup, site: SiteContext) -> Iterator[File]:
    for address, text in feeds.files(look, site):
        name = address.rpartition("/")[2].partition(".")[0]
        yield _file(address, text, "follow", f"{name}_feed")
    if look.in_time:
        yield _file(addresses.CALENDAR, ics.calendar(look, site), "follow", "calendar")


def _tables(data: rows.Data) -> Iterator[File]:
    made = rows.tables(data)
    for name in (*JSON_TABLES, *(name for name in made if name not in JSON_TABLES)):
        kind, of = made[name]
        if name in JSON_TABLES:
            shape = f"{addresses.DATA}schema/{name}.json"
            yield File(shape, _json(_shape(list[kind])).encode())  # type: ignore[valid-type]
            yield _file(f"{addresses.DATA}{name}.json", _json([plain(row) for row in of]), "tables", name, shape=shape)
        head = [column.name for column in flat.columns(kind)]
        yield _file(f"{addresses.DATA}{name}.csv", csv_table(head, map(flat.cells, of)), "tables", name)
    yield _file(f"{addresses.DATA}briefing.sqlite", database.database(made), "whole", "sqlite")


def beside(address: str) -> str:
    """Where the file lies that holds the page at an address."""
    return f"{address}index.json"


def _documents(look: Lookup, data: rows.Data) -> Iterator[File]:
    """The file beside each event's and each entity's page; the first of each stands for all on the page of the data."""
    kinds: tuple[tuple[str, Callable[[str], Record], type[Record], Callable[[str], str], dict[str, str]], ...] = (
        ("event", lambda id: rows.event_document(look, data, id), EventDocument, addresses.event,
         {id: of.title for id, of in data.events.items()}),
        ("entity", lambda id: rows.entity_document(look, data, id), EntityDocument, addresses.entity,
         {id: of.name for id, of in data.entities.items()}),
    )  # fmt: skip
    for name, make, kind, where, titles in kinds:
        shape = f"{addresses.DATA}schema/{name}.json"
        if titles:
            yield File(shape, _json(_shape(kind)).encode())
        first = True
        for id, title in titles.items():
            address, text = beside(where(id)), _json(plain(make(id)))
            if first:
                yield _file(address, text, "pages", f"{name}_page", shape=shape, example=title)
            else:
                yield File(address, text.encode("utf-8", "replace"))
            first = False


def _file(address: str, text: str | bytes, group: str, word: str, *, shape: str = "", example: str = "") -> File:
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    return File(address, data, Export(address, group, word, len(data), shape, example))


def plain(record: BaseModel) -> dict[str, Any]:
    """A record without keys of which nothing is known."""
    return record.model_dump(mode="json", exclude_none=True)


def _json(value: Any) -> str:
    return json_text(value, indent=1) + "\n"


def _lines(values: Iterator[Any]) -> str:
    return "".join(json_text(value) + "\n" for value in values)


def _shape(kind: Any) -> dict[str, Any]:
    """The JSON Schema of what `plain` makes: a key is there with a value, or it is not there."""
    made = TypeAdapter(kind).json_schema(mode="validation")
    return {"$schema": DIALECT, **_without_null(made)}


def _without_null(shape: Any) -> Any:
    if isinstance(shape, list):
        return [_without_null(part) for part in shape]
    if not isinstance(shape, dict):
        return shape
    kept = {key: _without_null(value) for key, value in shape.items() if not (key == "default" and value is None)}
    options = [option for option in kept.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) == 1:
        del kept["anyOf"]
        kept = {**options[0], **kept}
    return kept
