"""Where copies of this process put the files that they make: on the disk of the site, out of everybody's sight.

So no byte of them crosses a pipe or waits in memory, and what one process does alone at the end of a build is to move
them to where they belong.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

_PREFIX = ".briefing-made-"
_TRIES = 20  # before its lock is held, another build takes a folder for a dead one's: at its very end, once


class Aside(NamedTuple):
    """A file that was put aside, and the hash of its bytes."""

    file: str
    hash: str


class PutAside:
    """A folder within that of the site, for one build. Its lock says that the build lives, and dies with it."""

    def __init__(self, top: Path) -> None:
        """Raises `OSError`."""
        self._top = top
        self._new = not top.is_dir()  # and then a build that fails leaves none either
        for _ in range(_TRIES):
            top.mkdir(parents=True, exist_ok=True)
            self._folder = tempfile.mkdtemp(prefix=_PREFIX, dir=top)
            with suppress(FileNotFoundError):
                self._lock = os.open(self._folder, os.O_RDONLY)
                fcntl.flock(self._lock, fcntl.LOCK_EX)
                if os.path.exists(self._folder):  # its name is chance's: it is no other of that name
                    return
                os.close(self._lock)
        raise FileNotFoundError(f"{self._folder} is removed time and again")

    def put(self, path: str, data: bytes) -> Aside:
        """The file that is to stand at a path of the site. Raises `OSError`."""
        file = f"{self._folder}/{sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()}"
        with open(file, "wb") as new:
            new.write(data)
        return Aside(file, sha256(data).hexdigest())

    def close(self) -> None:
        """Nothing that still lies there is needed any more."""
        shutil.rmtree(self._folder, ignore_errors=True)
        os.close(self._lock)
        if self._new:
            with suppress(OSError):  # it holds something
                self._top.rmdir()


def forget_the_dead(top: Path) -> None:
    """Remove what builds put aside that were killed; what a living one put there is locked, and stays."""
    for entry in [e.path for e in os.scandir(top) if e.name.startswith(_PREFIX)]:
        with suppress(OSError):
            handle = os.open(entry, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(entry, ignore_errors=True)
            finally:
                os.close(handle)
