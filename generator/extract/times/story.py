"""What a text has said about time so far: the anchors of "the next day", "that month" and a bare "in July".

Two anchors are kept apart. The *last* date is what an anaphoric expression takes up. The *frame* is the time that a
passage narrates: "In 1969, …" opens it, and a month or day without a year belongs to it until something speaks from the
day of publication again. A bare month outside of a frame is news: it is reckoned from the day of publication.

A text that begins with a date long past, and never speaks from a day of its own, is a *tale*: its frame holds over
paragraphs, until another date is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from generator import dates
from generator.extract.times.chronology import Chronology

_LEAD = 1  # the paragraphs that tell what the article is about: the first and the second
_RECENT = 366  # days: a bare month in the news means one of the last or next twelve


@dataclass(slots=True)
class Story:
    """Anchors while a text is read from its beginning to its end. `published` is the day reckoned from, if known."""

    published: date | None
    historical: bool = False  # the whole text tells of long ago, and never speaks from its own day
    timeless: bool = False  # the text never speaks from its own day: no "today", no weekday without a date
    tale: bool = False
    listed: Chronology = field(default_factory=Chronology)  # the list of days in the text
    mentioned: dates.Edtf | None = None  # the last date at all, also behind "since"
    mentioned_paragraph: int = -1
    last: dates.Edtf | None = None
    last_paragraph: int = -1
    frame: dates.Edtf | None = None
    frame_paragraph: int = -1
    row: bool = False  # whether the frame was set by "In May 2019, …" at the front of a sentence
    sentence: int = -1  # first token of the last sentence that tells what was done on a day
    news: dates.Edtf | None = None  # the day that the article's first paragraphs tell of, where not its own: yesterday

    @property
    def last_day(self) -> dates.Edtf | None:
        """The last date told, where it is exact to the day."""
        return self.last if self.last and self.last.precision == "day" and self.last.start and self.last.end else None

    def near(self, paragraph: int) -> dates.Edtf | None:
        """The last date told in this paragraph or the one before it."""
        return self.last if self.last and paragraph - self.last_paragraph <= 1 else None

    def meant(self, paragraph: int) -> dates.Edtf | None:
        """What "that year" takes up: the last date named, also by "since 1 August 2020", where no tale goes."""
        return self.mentioned if self.mentioned and paragraph - self.mentioned_paragraph <= 1 else None

    def mention(self, value: str, paragraph: int) -> None:
        """Take note of a date that does not move the story."""
        named = dates.parse(value.removesuffix("/..").removeprefix("../"))
        if named.start is not None and named.end is not None:
            self.mentioned, self.mentioned_paragraph = named, paragraph

    def month_ahead(self, paragraph: int) -> dates.Edtf | None:
        """A day of another month, still to come, told last here: "sails on 5 May … at the end of the month"."""
        told, day = self.last, self.published
        if told is None or day is None or self.last_paragraph != paragraph or told.precision != "day":
            return None
        return told if told.lower > day and (told.lower.year, told.lower.month) != (day.year, day.month) else None

    @property
    def steady(self) -> bool:
        """Whether a year once told holds until another is told."""
        return self.historical or self.tale

    def framed(self, paragraph: int) -> dates.Edtf | None:
        """The time that the paragraph narrates, where that is not the time of the news."""
        if self.frame is None or not (self.steady or self.frame_paragraph == paragraph):
            return None
        return self.frame if self._old(self.frame) else None

    def _old(self, told: dates.Edtf) -> bool:
        return self.published is None or (self.published - told.upper).days > _RECENT

    def tell(
        self, value: str, basis: str, paragraph: int, *, frames: bool, reported: bool, fronted: bool = False
    ) -> None:
        """Take note of a resolved date.

        `frames`: it stands where it sets the time of what follows; `reported`: it only says when somebody spoke;
        `fronted`: it opens its sentence.
        """
        told = dates.parse(value)
        if told.start is None or told.end is None:
            return
        if self.timeless and self.last is None and not self.tale:
            # News that begins with what a bare year saw is news: "In 1994 two brothers founded the firm."
            exact = told.precision not in ("year", "decade", "century") or self.published is None
            self.tale = frames and exact and basis == "absolute" and self._old(told)
            self.timeless = self.tale
        if basis == "published" and not reported:
            self.frame = None
        elif self._old(told) and frames and basis != "published":
            self.frame, self.frame_paragraph = told, paragraph
            self.row = fronted and told.precision in ("day", "month")
        elif not self._old(told):
            self.frame = None
        exact = basis == "published" and told.precision == "day" and told.days == 1
        if self.news is None and paragraph <= _LEAD and exact and not reported:
            self.news = told
        if not (reported and self.last_paragraph == paragraph and self.last):
            self.last, self.last_paragraph = told, paragraph
