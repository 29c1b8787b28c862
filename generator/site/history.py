"""What git knows of the content: for each day, how its evening differs from the evening before.

Only whole days count: what was tried in the morning and taken back at noon is nobody's news. Without git, in a clone
without its past, or for content that is not committed, nothing is known, and the site says nothing of it.
Nor of what stood in the folder before this briefing: whoever begins with another one's files takes its articles away,
all of them.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from generator import undoing
from generator.views.revisions import Field, PageRevision, Revision

EMPTY = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"  # git's name of the tree that holds nothing
DAYS = 90  # the newest; each asks git once
# Two trees as this program reads them, whatever a person has set for the own eyes.
_PLAIN = (
    "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color", "--text", "--diff-algorithm=default", "-U0",
    "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/", "-O/dev/null", "--relative",
)  # fmt: skip
_KEYS = ("title", "name", "date", "status", "type", "because", "reviewed")


def read(content: Path) -> tuple[Revision, ...]:
    """The revisions of a folder of content, the newest day first; empty where git knows none."""
    try:
        if _git(content, "rev-parse", "--is-shallow-repository").strip() != "false":
            return ()
        evenings = _evenings(_git(content, "log", "--first-parent", "--format=%H %cs", "--", "."))
        made: list[Revision] = []
        for (commit, day), before in zip(evenings, [*(c for c, _ in evenings[1:]), EMPTY], strict=True):
            if len(made) == DAYS:
                break
            changed = _git(content, "diff", *_PLAIN, before, commit, "--", ".")
            pages = tuple(_pages(changed))
            begins = _begins(content, before, pages)
            if begins:
                pages = tuple(p for p in pages if p.kind != "removed")
            made.append(Revision(date.fromisoformat(day), pages))
            if begins:
                break
    except (OSError, subprocess.SubprocessError, ValueError):
        return ()
    return tuple(r for r in made if r.pages)


def _git(content: Path, *words: str) -> str:
    return undoing.git(content, *words).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _begins(content: Path, before: str, pages: tuple[PageRevision, ...]) -> bool:
    """Whether no article of the evening before stands any more: another briefing was there."""
    gone = {f"articles/{p.id}.md" for p in pages if p.kind == "removed" and p.folder == "articles"}
    if not gone:
        return False
    stood = _git(content, "ls-tree", "-z", "--full-tree", "--name-only", f"{before}:./articles").split("\0")
    return gone == {f"articles/{name}" for name in stood if name.endswith(".md")}


def _evenings(log: str) -> list[tuple[str, str]]:
    """(commit, day) of the last commit of each day, the newest first."""
    found: dict[str, str] = {}
    for line in log.splitlines():
        commit, day = line.split()
        found.setdefault(day, commit)
    return [(found[day], day) for day in sorted(found, reverse=True)]


def _pages(diff: str) -> Iterator[PageRevision]:
    """The pages of a diff without context, in the order of their paths."""
    for part in re.split(r"(?m)^diff --git ", diff)[1:]:
        head, _, body = part.partition("\n@@")
        lines = head.splitlines()
        old = next((line[4:].strip() for line in lines if line.startswith("--- ")), "")
        new = next((line[4:].strip() for line in lines if line.startswith("+++ ")), "")
        path = (new if new != "/dev/null" else old).strip('"')[2:]
        folder, _, name = path.partition("/")
        if not name.endswith(".md") or "/" in name:
            continue
        before, after = _values(body, "-"), _values(body, "+")
        kind = "added" if old == "/dev/null" else "removed" if new == "/dev/null" else "changed"
        fields = (Field(key, before.get(key, ""), after.get(key, "")) for key in _KEYS if key in before or key in after)
        title = before.get("title") or before.get("name") or ""
        yield PageRevision(
            folder, name.removesuffix(".md"), kind, title, tuple(f for f in fields if f.before != f.after)
        )


def _values(body: str, sign: str) -> dict[str, str]:
    """The front matter's plain fields among the lines of one side; the first of a key counts, as it is at the top."""
    found: dict[str, str] = {}
    for line in body.splitlines():
        key, colon, value = line[1:].partition(":")
        if line.startswith(sign) and colon and key in _KEYS and key not in found:
            found[key] = _plain(value)
    return found


def _plain(value: str) -> str:
    try:
        read = yaml.load(value, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return value.strip()
    return read if isinstance(read, str) else value.strip()
