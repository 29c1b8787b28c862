"""What waits for a decision: content/proposals.yaml and content/conflicts.yaml, added to around what people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from generator import frontmatter, reviews, rewriting, store, writing
from generator.content import REVIEWED, open_pairs
from generator.model import Conflict, Proposal
from generator.rewriting import KEEP, Rows
from generator.store import CONFLICTS, PROPOSALS

PROPOSALS_HEAD = """\
# Entities that may be one. Write same: true behind a pair to join its pages, same: false to keep them apart for ever.
# The converter adds pairs at the end and never changes what you write.
proposals:
"""


def propose(content: Path, new: Iterable[Proposal]) -> int:
    """Add the pairs that are not in content/proposals.yaml yet, at its end; how many they were.

    Whatever a person wrote there stays to the byte; a file that cannot be read is left alone.
    """
    path = content / PROPOSALS
    known, problems = store.load_proposals(content)
    seen = {frozenset(p.pair) for p in known}
    rows = [p for p in new if frozenset(p.pair) not in seen]
    if problems or not rows:
        return 0
    if not path.is_file():
        writing.write(path, PROPOSALS_HEAD + "".join(frontmatter.row(p) for p in rows))
        return len(rows)
    stay: list[tuple[int | None, object]] = [(i, KEEP) for i in range(len(known))]
    target = Rows((*stay, *((None, p.as_dict()) for p in rows)))
    try:
        writing.write(path, rewriting.mapping(_text(path), {"proposals": target}))
    except rewriting.CannotEditError:
        return 0
    return len(rows)


def _text(path: Path) -> str:
    """The text of a file with its line breaks as they are."""
    return path.read_bytes().decode("utf-8")


def remember_reviews(content: Path, found: Mapping[str, reviews.Review]) -> None:
    """Make content/.reviewed.json hold these; there is none where nothing is reviewed."""
    if found:
        writing.write(content / REVIEWED, reviews.written(found))
    else:
        (content / REVIEWED).unlink(missing_ok=True)


def open_proposals(content: Path, living: Mapping[str, str]) -> int:
    """How many pairs wait for a decision. `living`: old id -> id that stands for it now."""
    return sum(1 for _ in open_pairs(store.load_proposals(content)[0], living))


CONFLICTS_HEAD = """\
# What a person and the converter both changed. What stands on the page is the person's, and stays. Write keep: yours
# or keep: new into a row, or put the right value on the page; the next run of convert carries it out.
"""


def list_conflicts(content: Path, rows: Sequence[Conflict]) -> None:
    """Make content/conflicts.yaml hold these rows; what a person wrote beside them stays."""
    path = content / CONFLICTS
    known, problems = store.load_conflicts(content)
    if problems:
        _around_faults(path, rows)
        return
    if not rows:
        if path.is_file():
            text = _text(path)
            if text.startswith(CONFLICTS_HEAD) and not _comments(text.removeprefix(CONFLICTS_HEAD)):
                path.unlink()
            else:
                _rewrite(path, text, [], rows)
        return
    if not path.is_file():
        writing.write(path, CONFLICTS_HEAD + "conflicts:\n" + "".join(frontmatter.row(r) for r in rows))
        return
    at = {(c.page, c.field): i for i, c in enumerate(known)}
    target: list[tuple[int | None, object]] = []
    for row in sorted(rows, key=lambda r: at.get((r.page, r.field), len(at))):
        i = at.get((row.page, row.field))
        old = known[i] if i is not None else None
        if old is None:
            target.append((None, row.as_dict()))
        elif (old.yours, old.new) == (row.yours, row.new):
            target.append((i, KEEP))
        else:
            target.append((i, {"page": KEEP, "field": KEEP, "yours": row.yours, "new": row.new}))
    _rewrite(path, _text(path), target, rows)


def _around_faults(path: Path, rows: Sequence[Conflict]) -> None:
    """The same where a person's row is at fault: it stays to the byte, as do the rows that still wait; those that are
    carried out go, and new ones come at the end.
    """
    try:
        text = _text(path)
    except (OSError, UnicodeDecodeError):
        return  # `check` names what is wrong
    head, old = store.conflict_rows(text)
    if not any(c for _, c in old):
        return  # nothing in it can be told apart
    wanted = {(r.page, r.field): r for r in rows}
    kept = [t for t, c in old if c is None or (c.page, c.field) in wanted]
    known = {(c.page, c.field) for _, c in old if c}
    faulty = [t for t, c in old if c is None]
    new = [r for k, r in wanted.items() if k not in known and not any(r.page in t and r.field in t for t in faulty)]
    made = "".join(t if t.endswith("\n") else f"{t}\n" for t in (head, *kept))
    writing.write(path, made + "".join(frontmatter.row(r) for r in new))


def _rewrite(path: Path, text: str, target: list[tuple[int | None, object]], rows: Sequence[Conflict]) -> None:
    """The file with these rows; where they cannot be changed alone, its text stays as comments."""
    try:
        writing.write(path, rewriting.mapping(text, {"conflicts": Rows(tuple(target)) if target else []}))
    except rewriting.CannotEditError:
        said = "".join(f"# {line}\n" for line in text.removeprefix(CONFLICTS_HEAD).splitlines() if line.strip())
        new = "".join(frontmatter.row(r) for r in rows) or "  []\n"
        writing.write(path, CONFLICTS_HEAD + "conflicts:\n" + new + said)


def _comments(text: str) -> bool:
    return bool(re.search(r"(?:^|\s)#", text))
