"""The folder of the finished site: files are written when they differ, and removed when no page needs them any more.

What was written stands in a manifest, so that files of other origin (a CNAME, a colleague's folder) are never touched.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
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


class Output:
    """Collects the files of one build. The disk does not change before `finish`: a build that fails leaves the last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, bytes] = {}
        self._kept: set[str] = set()

    def add(self, path: str, data: bytes | str) -> None:
        """One file, by its path below the folder. `UnsafePathError`; `ValueError` where there is one already."""
        if safe(path) in self._files:
            raise ValueError(f'two pages of the site want to be "{path}"')
        self._files[path] = data.encode("utf-8", "replace") if isinstance(data, str) else data

    def keep(self, path: str) -> None:
        """What an earlier build made there, a file or a folder, is to stay though this one does not make it."""
        self._kept.add(path)

    def drop(self, path: str) -> None:
        """It need not stay any longer."""
        self._kept.discard(path)

    def __len__(self) -> int:
        return len(self._files)

    def __contains__(self, path: str) -> bool:
        return path in self._files

    def finish(self) -> tuple[int, int]:
        """Writes what differs and removes what an earlier build made and this one did not: (written, removed).

        A file that somebody changed since it was made is theirs, and stays.
        """
        before = _manifest(self.folder)
        made = {path: sha256(data).hexdigest() for path, data in sorted(self._files.items())}
        written = sum(_write(self.folder / path, data) for path, data in sorted(self._files.items()))
        removed = 0
        for path, hashed in sorted(before.items()):
            target = self.folder / path
            if path not in made and self._stays(path):
                made[path] = hashed
            if path in made or target.is_symlink() or not target.is_file():
                continue
            if sha256(target.read_bytes()).hexdigest() == hashed:
                target.unlink()
                removed += 1
                _remove_empty(target.parent, self.folder)
        rows = json.dumps({"version": 1, "files": made}, indent=1, sort_keys=True)
        _write(self.folder / MANIFEST, (rows + "\n").encode())
        return written, removed

    def _stays(self, path: str) -> bool:
        return any(path == kept or path.startswith(f"{kept}/") for kept in self._kept)


def _write(target: Path, data: bytes) -> bool:
    """Writes a file as a whole; `False` where it holds just that already.

    A reader of the folder (the preview, a copy) meets the old file or the new one, never half of one. Unlike content/,
    a site can be built again: it is not worth a wait for the disk.
    """
    try:
        if target.read_bytes() == data:
            return False
    except OSError:
        pass
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{sha256(target.name.encode()).hexdigest()[:16]}.part")
    part.write_bytes(data)
    os.replace(part, target)
    return True


def _manifest(folder: Path) -> Mapping[str, str]:
    """Path -> hash of what the last build made; nothing where there is none or it cannot be trusted."""
    try:
        rows = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {safe(path): str(hashed) for path, hashed in rows.items() if path != MANIFEST}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
