"""What git can bring back of the pages that a command changes, and what would be lost with those that it removes."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from generator import store
from generator.desk import Deed
from generator.merge import Record

# Settings under which git would print colours, other paths or more lines, or start a program of the repository's.
_PLAIN: Final = [
    word
    for setting in (
        "color.ui=false", "color.grep=false", "core.fsmonitor=false", "core.quotepath=false", "grep.fullName=false",
        "log.follow=false", "log.showSignature=false",
    )
    for word in ("-c", setting)
]  # fmt: skip
DEEP: Final = 50  # commits of a page in which one that can be read is looked for
MANY = 6  # places that speak of a page, beyond which a list of them is no help


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
    try:
        return store.touched(record, path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return True


def unsaved(content: Path, paths: Collection[str]) -> set[str] | None:
    """Those of the pages that are not as the last commit has them; `None` where git knows nothing of the folder."""
    if not paths:
        return set()
    try:
        prefix = git(content, "rev-parse", "--show-prefix").rstrip("\n")
        options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching")
        told = git(content, "status", *options, "--", *paths)
    except (OSError, subprocess.SubprocessError):
        return None
    rows = [row[3:].removeprefix(prefix) for row in told.split("\0") if row]
    folders = tuple(row for row in rows if row.endswith("/"))  # what .gitignore names as a whole
    return {path for path in paths if path in rows or path.startswith(folders)}


def way_back(content: Path, deed: Deed) -> list[str]:
    """How a page that goes comes back, for people; before anything is written.

    What else the deed changes a later edit may stand in: there the page is not as a commit has it any more, so that
    only a command can bring back what went, and no line of git.
    """
    paths = sorted(path for path in deed.changes if (content / path).is_file())
    open_ = unsaved(content, paths)
    if open_ is None:
        return []
    said = []
    for path in (p for p in paths if deed.changes[p] is None and committed(content, p) is not None):
        if path.startswith("articles/"):
            now = git(content, "rev-parse", "--short", "HEAD").strip()  # by which it is found after other commits, too
            said.append(f"To undo it: {shlex.join(('git', '-C', str(content), 'checkout', now, '--', path))}")
        else:
            said.append(f"To undo it, also later: briefing restore {path.partition('/')[2].removesuffix('.md')}")
    said += [
        f"{path} has changes that no commit has; what this takes out of it, only you can put back."
        for path in sorted(open_)
    ]
    return said


def committed(content: Path, path: str) -> str | None:
    """The text of a page below `content` in the last commit; `None` where git has none."""
    return _at(content, "HEAD", path)


def versions(content: Path, path: str) -> Iterator[str]:
    """The texts of a page below `content` in the commits that changed it, the newest first."""
    try:
        commits = git(content, "log", f"-{DEEP}", "--no-renames", "--format=%h", "--", path).split()
    except (OSError, subprocess.SubprocessError):
        return
    yield from (text for commit in commits if (text := _at(content, commit, path)) is not None)


def before_removal(content: Path, path: str) -> tuple[str, str] | None:
    """(short commit, text) of a page below `content` as it last stood in git; `None` where git does not know it."""
    try:
        gone = git(content, "log", "-1", "--diff-filter=D", "--no-renames", "--format=%h", "--", path).strip()
        here = git(content, "ls-tree", "--name-only", "HEAD", "--", path).strip()
        at = git(content, "rev-parse", "--short", "HEAD" if here else f"{gone}^").strip()
        return at, git(content, "show", f"{at}:./{path}")
    except (OSError, subprocess.SubprocessError):
        return None


def naming(content: Path, commit: str, ids: Collection[str]) -> dict[str, str]:
    """Path below `content` -> text, of the articles and events that hold one of these ids in a commit."""
    words = [word for id in sorted(ids) for word in ("-e", id)]
    try:
        found = git(content, "grep", "-l", "-z", "-F", *words, commit, "--", "articles", "events").split("\0")
    except (OSError, subprocess.SubprocessError):
        return {}
    paths = [path.partition(":")[2] for path in found if path]
    return {path: text for path in paths if (text := _at(content, commit, path)) is not None}


def _at(content: Path, commit: str, path: str) -> str | None:
    try:
        return git(content, "show", f"{commit}:./{path}")
    except (OSError, subprocess.SubprocessError):
        return None


def git(content: Path, *words: str) -> str:
    """What git prints, the same under whatever settings of the person's; `OSError`, `SubprocessError`."""
    # Paths are no patterns, and whoever only asks leaves the index alone.
    command = ["git", "--literal-pathspecs", "--no-optional-locks", *_PLAIN, "-C", str(content), *words]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    return done.stdout.decode("utf-8", "surrogateescape")
