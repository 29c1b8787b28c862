"""What git can bring back of the pages that a command changes, and what would be lost with those that it removes."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Collection, Mapping
from pathlib import Path

from generator import frontmatter, merge, rewriting, store
from generator.desk import Deed
from generator.merge import Record

MANY = 6  # pages, beyond which their names are no help on a line


def losses(content: Path, deed: Deed) -> list[str]:
    """What an editor should know before pages are removed: what speaks of them, and words that git does not have."""
    removed = [path for path, text in deed.changes.items() if text is None]
    records = store.generated(content)
    theirs = [path for path in removed if _touched(content / path, records.get(path))]
    lost = theirs if (kept := unsaved(content, theirs)) is None else sorted(kept)
    more = len(deed.leaves) - MANY
    links = [*deed.leaves[:MANY], *([f"{more} places more speak of it."] if more > 0 else [])]
    return [*links, *(f"{path} holds words of yours that no commit has" for path in lost)]


def _touched(path: Path, record: Record | None) -> bool:
    """Whether a person wrote anything on a page; of one that cannot be read it is believed."""
    try:
        parts = rewriting.cut(path.read_bytes().decode("utf-8"))
        data, _ = frontmatter.load(parts.front.replace("\r\n", "\n").replace("\r", "\n"))
    except (OSError, UnicodeDecodeError, rewriting.CannotEditError, frontmatter.FaultError):
        return True
    return merge.touched(record, data, parts.body)


def unsaved(content: Path, paths: Collection[str]) -> set[str] | None:
    """Those of the pages that are not as the last commit has them; `None` where git knows nothing of the folder."""
    if not paths:
        return set()
    try:
        tree = _git(content, "ls-tree", "-r", "-z", "HEAD", "--", ".").split("\0")
        there = [p for p in paths if (content / p).is_file()]
        made = _git(content, "hash-object", "--stdin-paths", given="".join(f"{p}\n" for p in there)).split()
    except (OSError, subprocess.SubprocessError):
        return None
    known = {row.partition("\t")[2]: row.partition("\t")[0].split()[-1] for row in tree if "\t" in row}
    now: Mapping[str, str] = dict(zip(there, made, strict=True))
    return {path for path in paths if now.get(path, "") != known.get(path)}


def way_back(content: Path, deed: Deed) -> list[str]:
    """How the pages are as they were, for people; before anything is written."""
    paths = sorted(path for path in deed.changes if (content / path).is_file())
    open_ = unsaved(content, paths)
    if open_ is None:
        return []
    clean = [path for path in paths if path not in open_]
    said = []
    if 0 < len(clean) <= MANY:
        said.append(f"To undo it: {shlex.join(('git', '-C', str(content), 'checkout', '--', *clean))}")
    elif clean:
        said.append(f"To undo it: git restore, with the {len(clean)} pages that git diff --stat names.")
    said += [f"{path} had changes that no commit has; what this changed in it, undo by hand." for path in sorted(open_)]
    return said


def _git(content: Path, *words: str, given: str | None = None) -> str:
    # Paths as they are written, whatever alphabet they are in.
    command = ["git", "-c", "core.quotepath=off", "-C", str(content), *words]
    text = given.encode("utf-8", "surrogateescape") if given is not None else None
    done = subprocess.run(command, input=text, capture_output=True, timeout=60, check=True)
    return done.stdout.decode("utf-8", "surrogateescape")
