"""A claim in one line of plain text, for feeds, calendars and timelines: who says it, and in whose words."""

from __future__ import annotations

from generator import markup
from generator.views.credits import credited, teller
from generator.views.lookup import EventFacts, Lookup
from generator.views.words import t


def source(look: Lookup, facts: EventFacts, i: int) -> str:
    """Whose the event's i-th report (from 0) is, as it begins a line. A digest is ours, whomever it condenses."""
    report = facts.reports[i]
    name, stated = look.sources[report.article], report.claim
    key = teller(digest=name.digest, post=bool(stated.post), credits=bool(stated.said_by))
    within = name.digest or stated.post
    label = name.running if within else name.heading
    return t(key, source=label, author=stated.post or "", name=credited(stated.said_by) if stated.said_by else "")


def claim(look: Lookup, facts: EventFacts, i: int) -> str:
    """Source and words. Quotation marks stand only around what the source printed: a digest's words have none."""
    words = markup.fold(facts.reports[i].claim.quote)
    key = "spoken.digest" if look.sources[facts.reports[i].article].digest else "spoken.printed"
    printed = key == "spoken.printed"
    return t(key, source=source(look, facts, i), words=t("quote.words", words=words) if printed else words)
