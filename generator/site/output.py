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

MANIFEST = ".briefing-files.json"


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

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        self._kept: set[str] = set()

    def add(self, path: str, data: bytes | str) -> None:
        """One file, by its path below the folder. `UnsafePathError`; `ValueError` where there is one already."""
        if _folded(safe(path)) in self._names:
            raise ValueError(f'two pages of the site want to be "{path}"')
        self._names[_folded(path)] = path
        self._files[path] = data.encode("utf-8", "replace") if isinstance(data, str) else data

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

    def _finish(self) -> tuple[int, int]:
        before, died = _manifest(self.folder)
        made = {path: sha256(data).hexdigest() for path, data in sorted(self._files.items())}
        self._stay_within()
        if died:
            for path in before:
                _part(self.folder / path).unlink(missing_ok=True)
        todo = {path: hashed for path, hashed in made.items() if _hash(self.folder / path) != hashed}
        for path in before.keys() - made.keys():
            if self._stays(path):
                now = _hash(self.folder / path)
                made[path] = now if now in before[path] else min(before[path])
        gone = before.keys() - made.keys()
        if todo or gone:
            either = {path: sorted(before.get(path, set()) | {made.get(path, "")} - {""}) for path in {*before, *made}}
            _write(self.folder / MANIFEST, _rows({"version": 2, "writing": either}))
        for path in todo:
            _write(self.folder / path, self._files[path])
        removed = 0
        for path in sorted(gone):
            target = self.folder / path
            if target.is_symlink() or not target.is_file() or _hash(target) not in before[path]:
                continue
            target.unlink()
            removed += 1
            _remove_empty(target.parent, self.folder)
        rows = _rows({"version": 2, "files": made})
        if _hash(self.folder / MANIFEST) != sha256(rows).hexdigest():
            _write(self.folder / MANIFEST, rows)
        return len(todo), removed

    def _stay_within(self) -> None:
        """Refuse a folder of the site that is a link to elsewhere."""
        top = os.path.realpath(self.folder)
        for parent in sorted({(self.folder / path).parent for path in self._files}):
            if os.path.realpath(parent) != top and not os.path.realpath(parent).startswith(top + os.sep):
                raise UnsafePathError(f'"{parent}" is a link that leads out of the site')


def _rows(value: object) -> bytes:
    return (json.dumps(value, indent=1, sort_keys=True) + "\n").encode()


def _part(target: Path) -> Path:
    """Where a file stands until it is whole."""
    return target.with_name(f".{sha256(target.name.encode()).hexdigest()[:16]}.part")


def _hash(target: Path) -> str | None:
    try:
        return sha256(target.read_bytes()).hexdigest()
    except OSError:
        return None


def _write(target: Path, data: bytes) -> None:
    """Writes a file as a whole.

    A reader of the folder (the preview, a copy) meets the old file or the new one, never half of one. Unlike content/,
    a site can be built again: it is not worth a wait for the disk.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = _part(target)
    try:
        part.write_bytes(data)
        os.replace(part, target)
    except OSError:
        with suppress(OSError):
            part.unlink()
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
