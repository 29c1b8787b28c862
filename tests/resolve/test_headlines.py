"""What headlines tell of who is who: whose a surname in the text is, and whom they alone name."""

from __future__ import annotations

from dataclasses import replace

from generator.document import Extraction
from generator.resolve.entities import resolve
from tests.resolve.test_entities import article, who


def titled(made: Extraction, title: str) -> Extraction:
    return replace(made, document=replace(made.document, title=title))


def test_a_surname_is_that_of_whom_the_headline_names() -> None:
    made = [
        article("{Ada Brook|p} met {Tom Brook|p}."),
        titled(article("{Brook|p}: It rained. {Brook|p}: It did.", "b.txt"), "Guest: Ada Brook, who paints"),
        titled(article("{Brook|p}: It rained.", "c.txt"), "It rained"),
    ]
    rows = who(resolve(made), *made)
    assert rows == [["ada-brook", "tom-brook"], ["ada-brook", "ada-brook"], [None]]


def test_a_headline_says_nothing_of_a_surname_whose_bearer_the_text_names() -> None:
    made = [
        article("{Ada Brook|p} met {Tom Brook|p}."),
        titled(article("{Tom Brook|p} spoke. {Brook|p} left.", "b.txt"), "What Ada Brook lost"),
    ]
    assert who(resolve(made), *made)[1] == ["tom-brook", "tom-brook"]


def test_whom_a_headline_alone_names() -> None:
    made = [
        article("{Ada Brook|p} of {Neve|l} met the {Grain Union|o} in {Porto Breve|l}. {Brook|p} left."),
        titled(article("{Tom Hale|p} spoke.", "b.txt"), "Neve’s harvest: Ada Brook speaks, Brook says"),
        titled(article("{Tom Hale|p} spoke.", "c.txt"), "All The Bread Of Neve And Porto Breve"),
        titled(article("{Neve|l} slept.", "d.txt"), "Neve sleeps"),
    ]
    assert resolve(made).headed == {
        1: (("ada-brook", "Ada Brook"), ("neve", "Neve")),
        2: (("porto-breve", "Porto Breve"),),
    }
