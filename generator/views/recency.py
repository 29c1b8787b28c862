"""On which day something became known: the day of the newest source that tells of it, never that of a build."""

from __future__ import annotations

from datetime import date

from generator import dates
from generator.briefing import Briefing
from generator.content import published


def of_event(briefing: Briefing, id: str) -> date | None:
    """The day of the newest source of an event; where none is dated, of the newest of all; `None` without any."""
    days = [published(briefing.articles[report.article].front)[1] for report in briefing.reports.get(id, ())]
    return max((day for day in days if day != dates.LAST), default=briefing.as_of)


def of_article(briefing: Briefing, id: str) -> date | None:
    """The day of publication, of an inferred period the last; where nothing is known, as of an event."""
    day = published(briefing.articles[id].front)[1]
    return day if day != dates.LAST else briefing.as_of


def of_note(briefing: Briefing, id: str) -> date | None:
    """The day of a note's last change."""
    front = briefing.notes[id].front
    day = front.updated or front.date
    return date.fromisoformat(day) if day else briefing.as_of
