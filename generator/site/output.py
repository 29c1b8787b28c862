"""The folder of the finished site: files are written when they differ, and removed when no page needs them any more.

What was written stands in a manifest, so that files of other origin (a CNAME, a colleague's folder) are never touched.
"""

from __future__ import annotations

import fcntl
import json
import os
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from generator.site.aside import Aside, PutAside, forget_the_dead

MANIFEST = ".briefing-files.json"
# What of a file on the disk changes whenever somebody writes to it: size, times of change in nanoseconds, number; and
# the hash that its bytes had then.
Stamp = tuple[tuple[int, int, int, int], str]


class UnsafePathError(ValueError):
    """A path that does not stay within the output folder."""


def file_of(address: str) -> str:
    """The file of an address: `/events/x/` is events/x/index.html, `/404.html` itself.

    Raises `UnsafePathError` for an address with a part such as `..`.
    """
    path = address.partition("#")[0].lstrip("/")
    return safe(f"{path}index.html" if not path or path.endswith("/") else path)


def safe(path: str) -> str:
    """The path, below the folder it is meant for; `UnsafePathError` where it is not."""
    parts = path.split("/")
    if any(part in ("", ".", "..") or "\\" in part or "\0" in part or unquote(part) in (".", "..") for part in parts):
        raise UnsafePathError(f'"{path}" does not stay within the site')
    return path


def _folded(path: str) -> str:
    """A path as a file system that does not tell large letters from small, or ways to write é, would compare it."""
    return unicodedata.normalize("NFC", path).casefold()


class Output:
    """Collects the files of one build. The disk does not change before `finish`: a build that fails leaves the last."""

    def __init__(self, folder: Path, known: Mapping[str, Stamp] | None = None) -> None:
        """`known`: files as the last build left them; only what bears another mark on the disk is read again."""
        self.folder = folder
        self._top = os.fspath(folder)
        self._known = known or {}
        self._files: dict[str, bytes | Aside | None] = {}
        self._names: dict[str, str] = {}
        self._kept: set[str] = set()
        self._stamps: dict[str, Stamp] = {}
        self._aside: PutAside | None = None

    def prepare(self) -> None:
        """Make the folder for what copies of this process will `put_aside`; without it they hand back all bytes."""
        with suppress(OSError):
            self._aside = self._aside or PutAside(self.folder)

    def put_aside(self, path: str, data: bytes) -> bytes | Aside:
        """Of a copy of this process: what `add` can be given for a file. One that will not be written, or that the disk
        refuses, is handed back.
        """
        if self._aside is None or (path in self._known and self._known[path][1] == sha256(data).hexdigest()):
            return data
        try:
            return self._aside.put(path, data)
        except OSError:
            return data

    def close(self) -> None:
        """Nothing that was put aside is needed any more."""
        if self._aside:
            self._aside.close()
            self._aside = None

    def add(self, path: str, data: bytes | str | Aside) -> None:
        """One file, by its path below the folder. `UnsafePathError`; `ValueError` where there is one already."""
        self._name(path)
        self._files[path] = data.encode("utf-8", "replace") if isinstance(data, str) else data

    def _name(self, path: str) -> None:
        if _folded(safe(path)) in self._names:
            raise ValueError(f'two pages of the site want to be "{path}"')
        self._names[_folded(path)] = path

    def stands(self, path: str) -> bool:
        """Whether the file is on the disk as the last build left it."""
        return path in self._known and self._hash(path) == self._known[path][1]

    def same(self, path: str) -> None:
        """A file that stands, and is what this build would make. As `add`."""
        self._name(path)
        self._files[path] = None

    def read(self, path: str) -> bytes:
        """What a file of this build is."""
        data = self._files[path]
        if isinstance(data, bytes):
            return data
        return Path(data.file if data else f"{self._top}/{path}").read_bytes()

    def stamps(self) -> dict[str, Stamp]:
        """The files of this build as they are on the disk, once it is finished."""
        return {path: stamp for path, stamp in self._stamps.items() if path in self._files}

    def _hash(self, path: str) -> str | None:
        """The hash of a file on the disk; it is read where its mark is not the known one."""
        if path in self._stamps:
            return self._stamps[path][1]
        file = f"{self._top}/{path}"
        mark = _mark(file)
        stamp = self._known.get(path)
        if stamp is None or stamp[0] != mark:
            hashed = _hash(file)
            if hashed is None or mark is None or mark != _mark(file):
                return hashed
            stamp = (mark, hashed)
        self._stamps[path] = stamp
        return stamp[1]

    def keep(self, path: str) -> None:
        """What an earlier build made there, a file or a folder, is to stay though this one does not make it."""
        self._kept.add(path)

    def drop(self, path: str) -> None:
        """It need not stay any longer."""
        self._kept.discard(path)

    def _stays(self, path: str) -> bool:
        return any(path == kept or path.startswith(f"{kept}/") for kept in self._kept)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, path: str) -> bool:
        return _folded(path) in self._names

    def finish(self) -> tuple[int, int]:
        """Writes what differs and removes what an earlier build made and this one did not: (written, removed).

        A file that somebody changed since it was made is theirs, and stays. A build that dies here is made good by the
        next one: what is about to be written stands in the manifest before the first file changes. Of two builds at
        once the second waits; the system's lock dies with its holder.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            return self._finish()
        finally:
            os.close(handle)
            self.close()

    def _finish(self) -> tuple[int, int]:
        before, died = _manifest(self.folder)
        made = {path: self._hash_of(path, data) for path, data in sorted(self._files.items())}
        self._stay_within()
        forget_the_dead(self.folder)
        if died:
            for path in before:
                with suppress(FileNotFoundError):
                    os.unlink(_part(f"{self._top}/{path}"))
        todo = {path: hashed for path, hashed in made.items() if self._hash(path) != hashed}
        for path in before.keys() - made.keys():
            if self._stays(path):
                now = _hash(f"{self._top}/{path}")
                made[path] = now if now in before[path] else min(before[path])
        gone = before.keys() - made.keys()
        if todo or gone:
            either = {path: sorted(before.get(path, set()) | {made.get(path, "")} - {""}) for path in {*before, *made}}
            _write(f"{self._top}/{MANIFEST}", _rows({"version": 2, "writing": either}))
        for parent in dict.fromkeys(path.rpartition("/")[0] for path in todo):
            (self.folder / parent).mkdir(parents=True, exist_ok=True)
        for path in todo:
            file, data = f"{self._top}/{path}", self._files[path]
            if isinstance(data, Aside):
                os.replace(data.file, file)
            else:
                _write(file, self.read(path))
            mark = _mark(file)
            self._stamps.pop(path, None)
            if mark:
                self._stamps[path] = (mark, todo[path])
        for path, data in self._files.items():
            if isinstance(data, Aside):
                self._files[path] = Aside(f"{self._top}/{path}", data.hash)
        removed = 0
        for path in sorted(gone):
            target = self.folder / path
            if target.is_symlink() or not target.is_file() or _hash(str(target)) not in before[path]:
                continue
            target.unlink()
            removed += 1
            _remove_empty(target.parent, self.folder)
        rows = _rows({"version": 2, "files": made})
        if _hash(f"{self._top}/{MANIFEST}") != sha256(rows).hexdigest():
            _write(f"{self._top}/{MANIFEST}", rows)
        return len(todo), removed

    def _hash_of(self, path: str, data: bytes | Aside | None) -> str:
        if isinstance(data, bytes):
            return sha256(data).hexdigest()
        return data.hash if data else self._known[path][1]

    def _stay_within(self) -> None:
        """Refuse a folder of the site that is a link to elsewhere."""
        top = os.path.realpath(self.folder)
        straight: set[str] = {""}
        for parent in sorted({path.rpartition("/")[0] for path in self._files}):
            if _is_straight(self.folder, parent, straight):
                continue
            real = os.path.realpath(self.folder / parent)
            if real != top and not real.startswith(top + os.sep):
                raise UnsafePathError(f'"{self.folder / parent}" is a link that leads out of the site')


def _is_straight(top: Path, folder: str, straight: set[str]) -> bool:
    """Whether no folder on the way is a link; those that are known not to be are looked at once."""
    if folder in straight:
        return True
    if not _is_straight(top, folder.rpartition("/")[0], straight) or os.path.islink(f"{top}/{folder}"):
        return False
    straight.add(folder)
    return True


def _mark(target: str) -> tuple[int, int, int, int] | None:
    try:
        found = os.stat(target)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _rows(value: object) -> bytes:
    return (json.dumps(value, indent=1, sort_keys=True) + "\n").encode()


def _part(file: str) -> str:
    """Where a file stands until it is whole."""
    folder, _, name = file.rpartition("/")
    return f"{folder}/.{sha256(name.encode()).hexdigest()[:16]}.part"


def _hash(file: str) -> str | None:
    try:
        with open(file, "rb", buffering=0) as read:
            return sha256(read.read()).hexdigest()
    except OSError:
        return None


def _write(file: str, data: bytes) -> None:
    """Writes a file as a whole, into a folder that there is.

    A reader of the folder (the preview, a copy) meets the old file or the new one, never half of one. Unlike content/,
    a site can be built again: it is not worth a wait for the disk.
    """
    part = _part(file)
    try:
        with open(part, "wb") as new:
            new.write(data)
        os.replace(part, file)
    except OSError:
        with suppress(OSError):
            os.unlink(part)
        raise


def _manifest(folder: Path) -> tuple[Mapping[str, set[str]], bool]:
    """Path -> hashes of what the last build made or was about to make, and whether it died; nothing where there is none
    or it cannot be trusted.
    """
    try:
        read = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        died = "writing" in read
        rows = read["writing"] if died else {path: [hashed] for path, hashed in read["files"].items()}
        return {safe(path): set(map(str, hashes)) for path, hashes in rows.items() if path != MANIFEST}, died
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, False


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
