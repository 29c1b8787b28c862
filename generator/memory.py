"""What was read of a seed before, by everything that it depends on, so that an unchanged seed is not read again.

One SQLite file in the cache of the content folder. A key is a hash of the kind of result, the program's code, and all
that the result was made from; a value goes in and out as plain data, and only of the classes named here, so that a file
that somebody else put there can run nothing. What is damaged is as if it were not there: the cache may vanish at any
time, and never decides what a page says.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

_KEPT = {
    *(
        ("generator.document", n)
        for n in ("BareDay", "Document", "Extraction", "Mention", "Post", "RawClaim", "RawFigure", "Time")
    ),
    ("generator.extract.mention_agree", "Finding"),
    ("builtins", "frozenset"),
    ("builtins", "set"),
}
_LEVEL = 1  # of compression: fast, and a third of the size


class Memory:
    """Results by their keys; without a folder for this run alone, and then it remembers nothing.

    Of a block that fails or is broken off, what it has read is remembered, and nothing is forgotten.
    """

    def __init__(self, folder: Path | None = None, code: str = "") -> None:
        self._code, self._used, self._new = code, set[bytes](), list[tuple[bytes, bytes]]()
        self._file = folder / "readings.sqlite" if folder else None
        self._base: sqlite3.Connection | None = None
        if self._file:
            for _ in range(2):
                try:
                    self._base = self._open(self._file)
                    break
                except (sqlite3.Error, OSError):
                    with suppress(OSError):
                        self._file.unlink()

    @staticmethod
    def _open(file: Path) -> sqlite3.Connection:
        file.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(file, isolation_level=None)
        base.execute("PRAGMA synchronous=OFF")  # a crash may cost the cache, which is then made again
        base.execute("CREATE TABLE IF NOT EXISTS readings (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID")
        base.execute("SELECT key FROM readings LIMIT 1").fetchall()
        return base

    def key(self, kind: str, *parts: object) -> bytes:
        """The key of a result; `parts` are values whose `repr` says all that they hold."""
        total = hashlib.sha256(f"{kind}\0{self._code}".encode())
        for part in parts:
            total.update(b"\0" + repr(part).encode("utf-8", "surrogatepass"))
        return total.digest()

    def get(self, key: bytes) -> Any:
        """What was kept under a key; `None` where nothing was, or where it cannot be trusted."""
        if self._base is None:
            return None
        try:
            row = self._base.execute("SELECT value FROM readings WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        value = _unpacked(key, row[0]) if row else None
        if value is not None:
            self._used.add(key)
        return value

    def put(self, key: bytes, value: object) -> None:
        """Keep a result."""
        if self._base is not None:
            self._used.add(key)
            self._new.append((key, _packed(key, value)))
            if len(self._new) >= 500:
                self._write()

    def _write(self) -> None:
        rows, self._new = self._new, []
        if self._base is not None and rows:
            with suppress(sqlite3.Error):
                self._base.execute("BEGIN")
                self._base.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?)", rows)
                self._base.execute("COMMIT")

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.close(forget=kind is None)

    def close(self, *, forget: bool = True) -> None:
        """Write what is new, and forget what this run had no use for."""
        self._write()
        if self._base is None:
            return
        if forget:
            self._forget(self._base)
        self._base.close()
        self._base = None

    def _forget(self, base: sqlite3.Connection) -> None:
        with suppress(sqlite3.Error):
            old = [row for row in base.execute("SELECT key FROM readings") if row[0] not in self._used]
            base.execute("BEGIN")
            base.executemany("DELETE FROM readings WHERE key = ?", old)
            base.execute("COMMIT")
            if len(old) > len(self._used):
                base.execute("VACUUM")


def _packed(key: bytes, value: object) -> bytes:
    data = zlib.compress(pickle.dumps(value, protocol=5), _LEVEL)
    return hashlib.sha256(key + data).digest() + data


def _unpacked(key: bytes, packed: object) -> Any:
    if not isinstance(packed, bytes) or hashlib.sha256(key + packed[32:]).digest() != packed[:32]:
        return None
    try:
        return unpickled(zlib.decompress(packed[32:]), lambda module, name: (module, name) in _KEPT)
    except Exception:  # whatever it is, it is no result of ours
        return None


def unpickled(data: bytes, kept: Callable[[str, str], bool]) -> Any:
    """The value of a pickle whose classes (module, name) are all `kept`. Raises what pickle raises where it is none."""
    return _Unpickler(io.BytesIO(data), kept).load()


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, kept: Callable[[str, str], bool]) -> None:
        super().__init__(file)
        self._kept = kept

    def find_class(self, module: str, name: str) -> Any:
        if self._kept(module, name):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is nothing that is kept here")
