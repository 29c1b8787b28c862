"""Where prose points to pages that go for good: whoever removes them should know."""

from __future__ import annotations

from generator import faults, prose
from generator.content import Content


def left_behind(before: Content, after: Content) -> list[str]:
    """A sentence for each place in the pages as they were that speaks of one that nothing leads to any more."""
    left = {*after.paths, *faults.redirects(after)}
    gone = {p.id for p in before.all() if p.id not in left}
    if not gone:
        return []
    found = prose.pointing(before, gone, faults.redirects(before), faults.targets(before))
    return [f"{where} speaks of {id}, which is gone: mend the link." for where, id in found]
