"""A claim in one line of plain text, for feeds, calendars and timelines: who says it, and in whose words."""

from __future__ import annotations

from generator import markup
from generator.views.credits import credited
from generator.views.lookup import EventFacts, Lookup
from generator.views.words import t


def source(look: Lookup, facts: EventFacts, i: int) -> str:
    """Whose the event's i-th report (from 0) is, as it begins a line. A digest is ours, whomever it condenses."""
    report = facts.reports[i]
    name, stated = look.sources[report.article], report.claim
    label = name.article + name.label
    if name.digest:
        said = t("claim.digest") + label + (t("claim.digest_post", author=stated.post) if stated.post else "")
    else:
        said = t("claim.post", author=stated.post) + label if stated.post else name.heading
    return said + (t("claim.credits", name=credited(stated.said_by)) if stated.said_by else "")


def claim(look: Lookup, facts: EventFacts, i: int) -> str:
    """Source and words. Quotation marks stand only around what the source printed: a digest's words have none."""
    words = markup.fold(facts.reports[i].claim.quote)
    key = "spoken.digest" if look.sources[facts.reports[i].article].digest else "spoken.printed"
    return t(key, source=source(look, facts, i), words=words)
