"""The editors' notes, and the pages that they speak of."""

from __future__ import annotations

from generator.views import entity, event, notes
from tests.views.ferry import DIGEST, ENTITIES, EVENTS, NEWSPAPER, Build

NOTE = """\
    ---
    title: On the two dates
    date: 2031-03-10
    ---
    The [[ferry-aground|grounding]] was seen by [[Lena Harbour]].

    See also [[lamp-out]].
    """


def test_a_note_and_what_it_speaks_of_know_each_other(build: Build) -> None:
    look = build(
        articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=EVENTS, entities=ENTITIES, notes={"two-dates": NOTE}
    )
    page = notes.view(look, "two-dates")
    assert [e.id for e in page.speaks_of] == ["ferry-aground", "lamp-out"]
    (link,) = event.view(look, "ferry-aground").backlinks
    assert (link.title, link.context) == ("On the two dates", "The grounding was seen by Lena Harbour.")
    (line,) = notes.index(look).notes
    assert line.summary == "The grounding was seen by Lena Harbour."
    assert [b.title for b in entity.view(look, "varno").backlinks] == ["Lena Harbour"]


def test_an_event_that_a_note_sets_in_is_led_to_by_the_paragraph_before(build: Build) -> None:
    note = "---\ntitle: On the lamp\n---\nNobody lit the lamp.\n\n![[lamp-out]]\n"
    look = build(articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=EVENTS, entities=ENTITIES, notes={"n": note})
    assert [b.context for b in event.view(look, "lamp-out").backlinks] == ["Nobody lit the lamp."]


def test_where_a_note_cites_a_source_its_sentence_closes_up(build: Build) -> None:
    note = "---\ntitle: On the lamp\n---\nThe [[lamp-out|lamp]] was out [@tide], and later [@gazette] [@tide] lit.\n"
    look = build(articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=EVENTS, entities=ENTITIES, notes={"n": note})
    assert [b.context for b in event.view(look, "lamp-out").backlinks] == ["The lamp was out, and later lit."]
