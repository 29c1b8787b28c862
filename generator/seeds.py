"""The files of a folder of seeds, and what of them is refused before anything is read in them.

A seed comes from anywhere. It is read only where it is a plain file within the folder, under a name that a terminal, a
page and git can show, and no larger than an article can be: no link leads out of the folder (to a key, a password), no
device or pipe can hold the run up, and no file fills the memory.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.problems import UNSEEN

LIMIT = 20_000_000  # bytes: the longest articles have a few hundred thousand


class Refused(Exception):  # noqa: N818 - it is what it says
    """A file that is not read, with a sentence for the editor and a remedy."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


def files(seeds: Path) -> list[Path]:
    """Every file below a folder of seeds, in the order of their paths; hidden ones are not seeds.

    What is neither folder nor file (a link, a pipe) is among them, so that `read` can say why it is refused.
    """
    if not seeds.is_dir():
        return [seeds]
    found: list[Path] = []
    for folder, names, leaves in os.walk(seeds):
        names[:] = [name for name in names if not name.startswith(".")]
        links = [name for name in names if Path(folder, name).is_symlink()]
        found += [Path(folder, name) for name in (*leaves, *links) if not name.startswith(".")]
    return sorted(found, key=lambda path: path.relative_to(seeds).as_posix())


def read(path: Path, seeds: Path) -> bytes:
    """The bytes of one seed. Raises `Refused`, or `OSError` where the system does not let it be read."""
    name = path.relative_to(seeds).as_posix() if path != seeds else path.name
    if UNSEEN.search(name):
        raise Refused("its name holds a character that cannot be seen", "rename it with letters, digits and hyphens")
    if path.is_symlink() and path != seeds:
        try:
            inside = path.resolve().is_relative_to(seeds.resolve())
        except (OSError, RuntimeError):  # a link that leads to itself
            inside = False
        if not inside or not path.is_file():
            raise Refused("it is a link that leads out of the folder of seeds", "put the file itself there")
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise Refused("it is no file", "take it away")
    if found.st_size > LIMIT:
        reason = f"it has {found.st_size // 1_000_000} MB; an article has at most {LIMIT // 1_000_000}"
        raise Refused(reason, "cut it into its articles")
    with path.open("rb") as file:
        return file.read(LIMIT + 1)
