"""All tables as one SQLite file: keys, references, indexes, and the same bytes for the same rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing

from generator.views.data.flat import Cell, Column, cells, columns
from generator.views.data.records import Record

_KINDS = {"text": "TEXT", "integer": "INTEGER", "real": "REAL", "boolean": "INTEGER"}
# Bytes 96 to 99 of the head name the version of the library that wrote the file (SQLite file format, 1.3): it says
# nothing of the rows, and would differ from machine to machine. 3.0.0 is what every version can read.
_VERSION, _WRITER = slice(96, 100), (3_000_000).to_bytes(4, "big")


def database(tables: Mapping[str, tuple[type[Record], Sequence[Record]]]) -> bytes:
    """The file. Tables that others refer to come first."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("PRAGMA page_size = 4096")
        base.execute("PRAGMA foreign_keys = ON")
        for name, (kind, rows) in tables.items():
            head = columns(kind)
            base.execute(_declaration(name, head))
            for column in head:
                if column.references:
                    base.execute(f'CREATE INDEX "{name}_{column.name}" ON "{name}" ("{column.name}")')
            marks = ", ".join("?" * len(head))
            base.executemany(f'INSERT INTO "{name}" VALUES ({marks})', (_row(row) for row in rows))
        base.commit()
        base.execute("VACUUM")
        made = bytearray(base.serialize())
    made[_VERSION] = _WRITER
    return bytes(made)


def _declaration(name: str, head: Sequence[Column]) -> str:
    """All names are ours: none comes from a page."""
    parts = []
    for column in head:
        part = f'"{column.name}" {_KINDS[column.kind]}'
        part += " PRIMARY KEY" if column.name == "id" else ""
        part += " NOT NULL" if column.required else ""
        part += f' REFERENCES "{column.references}" ("id")' if column.references else ""
        parts.append(part)
    return f'CREATE TABLE "{name}" ({", ".join(parts)})'


def _row(record: Record) -> tuple[Cell, ...]:
    return tuple(v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for v in cells(record))
