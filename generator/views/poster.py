"""What the picture says by which a link to the site is shown elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.drawing import Drawing, draw
from generator.views.home import facts
from generator.views.lookup import Lookup
from generator.views.words import t

DRAWN = 1000  # pixels of the drawing's width


@dataclass(frozen=True, slots=True)
class Poster:
    """`lines` say how much there is, how sure, as of when; `said` is the picture in words."""

    name: str
    tagline: str
    lines: tuple[str, ...]
    drawing: Drawing | None
    said: str


def poster(look: Lookup) -> Poster:
    """Of the whole briefing: it stands for every page."""
    tagline = look.tagline if look.tagline != look.name else ""
    lines = tuple(fact.text for fact in facts(look))
    said = t("poster.said", name=look.name, tagline=tagline) if tagline else look.name
    return Poster(look.name, tagline, lines, draw(list(look.events.values()), DRAWN), said)
