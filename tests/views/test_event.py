"""The page of an event: every claim beside every other, and how it is cited."""

from __future__ import annotations

from generator.views import claims, event
from generator.views.lookup import Lookup
from tests.views.ferry import DIGEST, ENTITIES, EVENTS, NEWSPAPER, Build
from tests.views.test_templates import render


def test_an_event_shows_every_claim_once(ferry: Lookup) -> None:
    page = event.view(ferry, "ferry-aground")
    shown = [row.claim.address for side in page.table.sides for row in side.rows]
    assert shown == ["/sources/gazette/#c1", "/sources/tide/#c1"]
    assert page.standfirst == "Two reports tell of it. On this event they count as independent."
    assert page.review == "Checked by an editor on 9 March 2031"


def test_an_event_lists_the_dates_given_with_the_words_of_the_source(ferry: Lookup) -> None:
    sides = event.view(ferry, "ferry-aground").table.sides
    assert [(s.title.text, s.rival) for s in sides] == [("3 March 2031", False), ("February 2031", True)]
    claims = [row.claim for side in sides for row in side.rows]
    assert [(c.source.heading, c.date.text, c.when, c.rival) for c in claims] == [
        ("Coastal Gazette, 4 March 2031", "3 March 2031", "on Monday", False),
        ("The Evening Tide, 5 March 2031", "February 2031", "", True),
    ]


def test_an_event_knows_what_came_before_and_after(ferry: Lookup) -> None:
    page = event.view(ferry, "ferry-aground")
    assert page.before is None
    assert page.after is not None
    assert (page.after.title, page.after.date) == ("An inquiry is to open", "1 April 2031")
    undated = event.view(ferry, "lamp-out")
    assert (undated.before, undated.after, undated.date_note) == (None, None, "No date given")


def test_who_takes_part_stands_by_kind(ferry: Lookup) -> None:
    groups = event.view(ferry, "ferry-aground").who
    assert [(g.label, [x.text for x in g.links]) for g in groups] == [
        ("Organisations", ["Sea Line"]),
        ("Where", ["Varno"]),
    ]


def test_the_state_of_the_text_changes_with_a_claim(build: Build) -> None:
    one = build(articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=EVENTS, entities=ENTITIES)
    changed = DIGEST.replace("The lamp on the bank had been out", "The lamp had been out")
    two = build(articles={"gazette": NEWSPAPER, "tide": changed}, events=EVENTS, entities=ENTITIES)
    same, other = (event.view(look, "ferry-aground").fingerprint for look in (one, two))
    assert same == other
    assert event.view(one, "lamp-out").fingerprint != event.view(two, "lamp-out").fingerprint


def test_only_printed_words_may_stand_in_quotation_marks(ferry: Lookup) -> None:
    claims = [c for d in event.view(ferry, "ferry-aground").differences for r in d.readings for c in r.claims]
    assert {c.source.id: c.printed for c in claims} == {"gazette": True, "tide": False}


def test_an_event_shows_each_reports_own_spelling_and_word(ferry: Lookup) -> None:
    """Names stand as the sentence itself spells them; who is meant and not named there stands apart."""
    table = event.view(ferry, "ferry-aground").table
    rows = [row for side in table.sides for row in side.rows]
    assert [(r.claim.said_by, r.names, [m.text for m in r.meant], r.figures) for r in rows] == [
        ("", ("Lena Harbour", "Varno"), ["Sea Line"], ("212 people on board",)),
        ("the coastguard", (), [], ()),
    ]
    assert table.figures


def test_a_claim_that_stands_alone_needs_no_table(ferry: Lookup) -> None:
    page = event.view(ferry, "inquiry-opens")
    single = page.table.single
    assert single is not None
    assert (single.claim.date.text, single.names) == ("1 April 2031", ())
    assert [m.text for m in single.meant] == ["Lena Harbour", "Sea Line"]
    assert event.view(ferry, "ferry-aground").table.single is None


def test_an_event_can_be_cited_with_its_state(ferry: Lookup) -> None:
    page = event.view(ferry, "ferry-aground")
    assert page.as_of == "5 March 2031"
    assert page.cite.endswith("A ferry runs aground off Varno. Event ferry-aground, from sources up to 5 March 2031.")
    assert len(page.fingerprint) == 12


def test_a_claim_that_names_nobody_has_no_empty_row_of_names(build: Build) -> None:
    """On a page of one claim nothing is said of what it lacks."""
    page = NEWSPAPER.replace("        entities: [lena-harbour, sea-line]\n", "")
    assert page != NEWSPAPER
    look = build(articles={"gazette": page, "tide": DIGEST}, events=EVENTS, entities=ENTITIES)
    html = render(look)["/events/inquiry-opens/"]
    assert "An inquiry is to open on 1 April" in html
    assert "<dt>Names</dt>" not in html


def test_a_title_is_ours_and_set_as_a_printer_sets_it(build: Build) -> None:
    events = {**EVENTS, "lamp-out": EVENTS["lamp-out"].replace("The lamp on the bank is out", "The bank's lamp is out")}
    look = build(articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=events, entities=ENTITIES)
    assert event.view(look, "lamp-out").title == "The bank’s lamp is out"


def test_words_from_the_middle_of_a_sentence_stand_in_a_list_as_the_sentence(build: Build) -> None:
    said = "that the harbour court at Varno heard the last of the eleven witnesses of the ferry today"
    assert len(said) > 70

    def listed(before: str, after: str = "") -> str:
        text = f"The Board takes note {before}{said}{after}."
        article = (
            "---\ntitle: T\ndate: 2031-03-10\nsource: {seed: s, sha256: s}\n"
            f"events: [{{id: it, quote: {said}}}]\n---\n{text}\n"
        )
        look = build(articles={"a": article}, events={"it": "---\ntitle: It\nstatus: unverified\n---\n"})
        return claims.claim(look, look.events["it"], 0).words

    assert listed("") == f"The Board takes note {said}."
    assert (
        listed("", " and much more was said of it" * 9) == f"… {said}"
    )  # too long for a list: what is before is told by dots


def test_one_report_with_a_post_of_another_origin_is_told_of_in_one_number(build: Build) -> None:
    two = (
        "---\ntitle: T\ndate: 2031-03-04\nsource: {seed: s, sha256: s}\nevents:\n"
        "  - {id: e, date: 2031-03-03, quote: The ferry sank on 3 March 2031, said_by: Harbour Wire}\n"
        "  - {id: e, date: 2031-03-03, quote: She went down on 3 March 2031, post: Ivo Dahl}\n---\n"
        "The ferry sank on 3 March 2031, Harbour Wire said.\n\n> She went down on 3 March 2031 — Ivo Dahl (@dahl)\n"
    )
    page = '---\ntitle: A ferry sinks\ndate: "2031-03-03"\nstatus: undisputed\n---\n'
    shown = event.view(build(articles={"a": two}, events={"e": page}), "e")
    assert shown.standfirst.startswith(
        "One report tells of it, and, with the posts that it shows, rests on two independent origins."
    )
