"""The files for other programs: tables as JSON, CSV and SQLite, and what single programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
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


Part = Callable[[], list[File]]
_SOME = 50  # documents that are made as one part


def parts(look: Lookup, site: SiteContext) -> tuple[list[Part], Callable[[], object]]:
    """What makes the files, some at a time, in the order of the page that lists them: no part needs what another made.

    And what makes all that most of them need, which is else done by the first.
    """

    def link(address: str) -> str:
        return link_to(site.url, address)

    def whole(name: str, word: str, make: Callable[[], str]) -> Part:
        return lambda: [_file(f"{addresses.DATA}{name}", make(), "whole", word)]

    @cache
    def data() -> rows.Data:
        return rows.of(look, link)

    @cache
    def made() -> dict[str, tuple[type[Record], list[Record]]]:
        return rows.tables(data())

    names = rows.tables(rows.Data({}, {}, {}, {}, {}))
    order = (*JSON_TABLES, *(name for name in names if name not in JSON_TABLES))
    made_of: list[Part] = [
        *(partial(_feed, look, site, feed) for feed in feeds.of(look)),
        *([partial(_calendar, look, site)] if look.in_time else []),
        *(partial(_table, name, made) for name in order),
        lambda: [_file(f"{addresses.DATA}briefing.sqlite", database.database(made()), "whole", "sqlite")],
        whole("entities.ftm.json", "ftm", lambda: _lines(ftm.entities(look, data(), link, absolute=site.absolute))),
        whole("timeline.json", "timeline",
              lambda: _json(timeline.timeline(look, site.name, site.description, link))),
        *_documents("event", EventDocument, lambda id: rows.event_document(look, data(), id), addresses.event,
                    {id: of.title for id, of in look.events.items()}),
        *_documents("entity", EntityDocument, lambda id: rows.entity_document(look, data(), id), addresses.entity,
                    {id: look.entity_name(id) for id in sorted(look.briefing.entities)}),
    ]  # fmt: skip
    return made_of, made


def _feed(look: Lookup, site: SiteContext, feed: feeds.Feed) -> list[File]:
    name = feed.address.rpartition("/")[2].partition(".")[0]
    return [_file(feed.address, feeds.atom(look, site, feed), "follow", f"{name}_feed")]


def _calendar(look: Lookup, site: SiteContext) -> list[File]:
    return [_file(addresses.CALENDAR, ics.calendar(look, site), "follow", "calendar")]


def _table(name: str, tables: Callable[[], Mapping[str, tuple[type[Record], list[Record]]]]) -> list[File]:
    kind, of = tables()[name]
    made = []
    if name in JSON_TABLES:
        shape = f"{addresses.DATA}schema/{name}.json"
        made.append(File(shape, _json(_shape(list[kind])).encode()))  # type: ignore[valid-type]
        made.append(_file(f"{addresses.DATA}{name}.json", _json([plain(r) for r in of]), "tables", name, shape=shape))
    head = [column.name for column in flat.columns(kind)]
    return [*made, _file(f"{addresses.DATA}{name}.csv", csv_table(head, map(flat.cells, of)), "tables", name)]


def beside(address: str) -> str:
    """Where the file lies that holds the page at an address."""
    return f"{address}index.json"


def _documents(
    name: str,
    kind: type[Record],
    make: Callable[[str], Record],
    where: Callable[[str], str],
    titles: Mapping[str, str],
) -> Iterator[Part]:
    """The files beside each page of a kind; the first of them stands for all on the page of the data."""
    shape = f"{addresses.DATA}schema/{name}.json"
    ids = list(titles)

    def some(start: int) -> list[File]:
        made = []
        for id in ids[start : start + _SOME]:
            address, text = beside(where(id)), _json(plain(make(id)))
            if id == ids[0]:
                made.append(File(shape, _json(_shape(kind)).encode()))
                made.append(_file(address, text, "pages", f"{name}_page", shape=shape, example=titles[id]))
            else:
                made.append(File(address, text.encode("utf-8", "replace")))
        return made

    return (partial(some, start) for start in range(0, len(ids), _SOME))


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
