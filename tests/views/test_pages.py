from __future__ import annotations

from generator.views import (
    article,
    disputes,
    entities_index,
    entity,
    event,
    first_reports,
    home,
    notes,
    sources_index,
    standing,
)
from generator.views.lookup import Lookup
from tests.views.ferry import DIGEST, ENTITIES, EVENTS, NEWSPAPER, Build

NAMES = (
    "Alba Bern Calais Deal Esk Faro Genk Hull Irun Jena Kiel Lund Metz Nice Oulu Peel Quimper Rhyl Sens Tarn Ulm Vigo "
    "Wick Xanten York Abo"
).split()
NOTE = """\
    ---
    title: On the two dates
    date: 2031-03-10
    ---
    The [[ferry-aground|grounding]] was seen by [[Lena Harbour]].

    See also [[lamp-out]].
    """


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


def test_an_entity_is_named_as_each_source_names_it(ferry: Lookup) -> None:
    page = entity.view(ferry, "lena-harbour")
    assert [(s.names, s.role, [link.text for link in s.sources]) for s in page.spellings] == [
        (("Lena Harbour", "Harbour"), "harbour master", ["Coastal Gazette, 4 March 2031"]),
        (("Ms Harbour",), "", ["The Evening Tide, 5 March 2031"]),
    ]
    assert page.unused == ("Captain Harbour",)
    assert page.standfirst == "Named by each of the two reports. Appears in one event."


def test_an_entity_shows_every_sentence_that_names_it(ferry: Lookup) -> None:
    gazette, tide = entity.view(ferry, "lena-harbour").mentions
    passages = ["".join(run.text for run in passage) for passage in gazette.shown + gazette.folded]
    assert passages == [
        "The ferry ran aground on Monday with 212 people on board, said Lena Harbour of Varno.",
        "Harbour would lead it.",
        '"We shall look at everything," Harbour said.',
        "Harbour left.",
    ]
    assert (len(gazette.shown), gazette.folded_label) == (2, "Two more mentions")
    assert [run.text for run in tide.shown[0] if run.hit] == ["Ms Harbour"]


def test_whom_an_entity_shares_events_with(ferry: Lookup) -> None:
    shared = entity.view(ferry, "sea-line").relations.shared
    assert [(r.name, r.count) for r in shared] == [("Lena Harbour", "one event"), ("Varno", "one event")]


def test_the_index_folds_who_is_named_once(ferry: Lookup) -> None:
    kinds = {k.id: k for k in entities_index.view(ferry).kinds}
    assert list(kinds) == ["person", "organization", "place"]
    assert [n.said for n in shown(kinds["person"])] == ["two of two reports"]
    # With nothing named twice there is no fold, which would hide all.
    assert [n.name for n in shown(kinds["place"])] == ["Varno"]
    assert kinds["place"].folded == ()


def shown(kind: entities_index.Kind) -> list[entities_index.Name]:
    return [name for letter in kind.letters for name in letter.names]


def test_a_long_index_is_parted_by_letters(build: Build) -> None:
    pages = {f"p{n}": f"---\nname: {name}\ntype: place\n---\n" for n, name in enumerate(NAMES)}
    (kind,) = entities_index.view(build(entities=pages)).kinds
    assert [(part.letter, [n.name for n in part.names]) for part in kind.letters[:2]] == [
        ("A", ["Abo", "Alba"]),
        ("B", ["Bern"]),
    ]
    assert len(shown(kind)) == len(NAMES)


def test_sources_that_name_it_alike_stand_together(build: Build) -> None:
    articles = {
        f"a{n}": f"---\ntitle: T{n}\ndate: 2031-01-{n + 10}\nsource: {{seed: s{n}, sha256: s{n}}}\n"
        f"entities:\n  - {{id: varno, names: [Varno]}}\n---\nVarno.\n"
        for n in range(8)
    }
    (row,) = entity.view(build(articles=articles, entities={"varno": ENTITIES["varno"]}), "varno").spellings
    assert row.names == ("Varno",)
    assert (len(row.sources), len(row.more), row.more_label) == (4, 4, "Four more")
    assert row.sources[0].text == "Report of 10 January 2031"


def test_a_name_that_all_sources_give_alike_needs_no_table(build: Build) -> None:
    articles = {
        f"a{n}": f"---\ntitle: T{n}\ndate: 2031-01-{n + 10}\nsource: {{seed: s{n}, sha256: s{n}}}\n"
        f"entities:\n  - {{id: varno, names: [Varno]}}\n---\nVarno.\n"
        for n in range(3)
    }
    page = entity.view(build(articles=articles, entities={"varno": ENTITIES["varno"]}), "varno")
    assert page.one_name
    assert page.standfirst.startswith("Named by each of the three reports. No report uses another name.")


def test_the_mentions_of_very_many_reports_do_not_all_stand_open(build: Build) -> None:
    articles = {
        f"a{n:02}": f"---\ntitle: T{n}\ndate: 2031-01-{n + 1:02}\nsource: {{seed: s{n}, sha256: s{n}}}\n"
        f"entities:\n  - {{id: varno, names: [Varno]}}\n---\nVarno.\n"
        for n in range(30)
    }
    page = entity.view(build(articles=articles, entities={"varno": ENTITIES["varno"]}), "varno")
    assert (len(page.mentions), len(page.more_mentions)) == (12, 18)
    assert page.more_mentions_label == "Mentions in 18 more reports"


def test_many_sources_stand_under_their_years(build: Build) -> None:
    articles = {
        f"a{n}": f"---\ntitle: T{n}\n" + (f"date: {2029 + n % 3}-01-10\n" if n else "")
        + f"source: {{seed: s{n}, sha256: s{n}}}\n---\nIt rained.\n"
        for n in range(60)
    }  # fmt: skip
    parts = sources_index.view(build(articles=articles)).parts
    assert [part.name for part in parts] == ["2029", "2030", "2031", "Undated"]
    assert [len(part.rows) for part in parts] == [19, 20, 20, 1]


def test_an_entitys_chronology_has_words_and_who_says_otherwise(ferry: Lookup) -> None:
    first = entity.view(ferry, "sea-line").events[0]
    assert first.line.title == "A ferry runs aground off Varno"
    assert first.claim is not None
    assert first.claim.words.startswith("The ferry ran aground on Monday")
    assert first.line.status.text == "Disputed: 3 March 2031, says one report; February 2031, says one report"


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


def test_every_disagreement_is_a_row_of_one_table(ferry: Lookup) -> None:
    (row,) = disputes.view(ferry).rows
    assert (row.title, row.point, row.follows.text) == ("A ferry runs aground off Varno", "The date", "3 March 2031")
    assert [(s.title.text, s.rival, [x.text for x in s.sources]) for s in row.sides] == [
        ("3 March 2031", False, ["Coastal Gazette, 4 March 2031"]),
        ("February 2031", True, ["The Evening Tide, 5 March 2031"]),
    ]
    # One report stands against one: it must not be said that most hold the date that is shown.
    assert row.because.startswith("As many reports stand on either side")


def test_the_date_of_the_majority_is_said_to_be_so(build: Build) -> None:
    third = DIGEST.replace("2031-02,", "2031-03-03,").replace("b.txt", "c.txt").replace("The Evening Tide", "Sea Wire")
    third = third.replace("the coastguard", "a fisherman").replace("- {id: lamp-out", "- {draft: true, id: lamp-out")
    articles = {"gazette": NEWSPAPER, "tide": DIGEST, "wire": third}
    (row,) = disputes.view(build(articles=articles, events=EVENTS, entities=ENTITIES)).rows
    assert row.because == "More independent reports give or allow this date than any other."


def test_what_was_known_by_when_and_what_a_later_source_says_otherwise(ferry: Lookup) -> None:
    page = first_reports.view(ferry)
    assert [(s.label, s.known) for s in page.steps] == [
        ("4 March 2031", "two events"),
        ("5 March 2031", "three events"),
    ]
    assert [e.id for e in page.reports[1].otherwise] == ["ferry-aground"]
    assert page.reports[0].otherwise == ()


def test_people_are_sorted_by_their_last_name() -> None:
    names = ["Zoe Abel", "Adam Zorn", "Charles IV", "Cher"]
    assert sorted(names, key=lambda n: entities_index.sort_key(n, "person")) == [
        "Zoe Abel",
        "Charles IV",
        "Cher",
        "Adam Zorn",
    ]
    assert entities_index.sort_key("The Sea Line", "organization") < entities_index.sort_key("Varno", "organization")


def test_an_article_numbers_its_claims_as_the_text_makes_them(build: Build) -> None:
    turned = NEWSPAPER.replace("id: ferry-aground", "id: X").replace("id: inquiry-opens", "id: ferry-aground")
    swapped = turned.replace("id: X", "id: inquiry-opens").replace("date: 2031-03-03", "date: 2031-04-01", 1)
    look = build(articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=EVENTS, entities=ENTITIES)
    assert swapped != NEWSPAPER
    page = article.view(look, "gazette", sources_index.only_here(look))
    assert [(c.number, c.quote[:10]) for c in page.claims] == [(1, "The ferry "), (2, "An inquiry")]


def test_a_claim_that_stands_later_in_the_front_matter_keeps_its_number(build: Build) -> None:
    head, _, tail = NEWSPAPER.partition("      - id: ferry-aground")
    first, second = ("      - id: ferry-aground" + tail).split("      - id: inquiry-opens")
    second, _, body = second.partition("    ---\n")
    turned = f"{head}      - id: inquiry-opens{second}{first}    ---\n{body}"
    look = build(articles={"gazette": turned, "tide": DIGEST}, events=EVENTS, entities=ENTITIES)
    page = article.view(look, "gazette", sources_index.only_here(look))
    assert [(c.number, c.title) for c in page.claims] == [
        (1, "A ferry runs aground off Varno"),
        (2, "An inquiry is to open"),
    ]
    single = event.view(look, "inquiry-opens").table.single
    assert single is not None
    assert single.claim.address == "/sources/gazette/#c2"


def test_a_margin_note_says_who_says_otherwise(ferry: Lookup) -> None:
    page = article.view(ferry, "tide", sources_index.only_here(ferry))
    first, second = page.claims
    assert (first.date, first.how, first.rival) == (
        "Its date: February 2031.",
        "One independent report says 3 March 2031.",
        True,
    )
    assert (first.credited, second.date) == ("Credited to the coastguard.", "It gives no date.")


def test_a_digest_says_whose_article_it_digests(ferry: Lookup) -> None:
    page = article.view(ferry, "tide", {})
    assert page.digest_line == "This is our digest of The Evening Tide, 5 March 2031."
    assert (page.digest_title, page.digest_url) == ("All saved", "https://example.net/saved")
    assert article.view(ferry, "gazette", {}).digest_line == ""


def test_an_address_that_is_no_web_address_is_no_link(build: Build) -> None:
    bad = DIGEST.replace("https://example.net/saved", "javascript:alert(1)")
    look = build(articles={"gazette": NEWSPAPER, "tide": bad}, events=EVENTS, entities=ENTITIES)
    assert article.view(look, "tide", {}).digest_url == ""


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


def test_the_home_page_counts_in_words(ferry: Lookup) -> None:
    page = home.view(ferry)
    assert tuple(fact.text for fact in page.facts) == (
        "Three events from two reports.",
        "One dispute is open.",
        "The newest source is of 5 March 2031.",
    )
    assert page.review == "An editor has checked one of six pages."
    assert [s.id for s in page.newest] == ["tide", "gazette"]
    assert page.columns[0].names[0].gloss == "harbour master"


def test_editors_choose_the_key_events(build: Build) -> None:
    events = {**EVENTS, "lamp-out": EVENTS["lamp-out"].replace("status:", "key: true\n    status:")}
    look = build(articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=events, entities=ENTITIES)
    page = home.view(look)
    assert page.key_heading == "Key events"
    assert [e.line.id for e in page.key_events] == ["lamp-out"]


def test_what_one_report_alone_tells_is_not_called_most_reported(ferry: Lookup) -> None:
    page = home.view(ferry)
    assert page.key_heading == "Most reported events"
    assert [e.line.id for e in page.key_events] == ["ferry-aground"]


def test_with_every_event_from_one_report_the_home_page_shows_the_latest(build: Build) -> None:
    told = {id: EVENTS[id].replace("disputed", "unverified") for id in ("ferry-aground", "inquiry-opens")}
    page = home.view(build(articles={"gazette": NEWSPAPER}, events=told, entities=ENTITIES))
    assert page.key_heading == "Latest events"
    assert [e.line.id for e in page.key_events] == ["ferry-aground"]


def test_an_empty_briefing_says_what_is_missing(build: Build) -> None:
    look = build()
    page = home.view(look)
    assert page.missing[0] == "This briefing is still empty."
    assert (page.facts, page.review) == ((), "")
    assert entities_index.view(look).standfirst == "There are no names yet."
    assert notes.index(look).standfirst == "The editors have not written any notes yet."
    assert len(standing.not_found(look).links) > 2


def test_digests_are_not_said_to_show_what_their_originals_share(ferry: Lookup) -> None:
    page = sources_index.view(ferry)
    assert page.no_copies.startswith("No passage shared by two of these reports is known")
    assert page.digests_hide.startswith("Where we show only our digest of a report")


def test_a_single_report_has_nothing_to_compare(build: Build) -> None:
    told = {id: EVENTS[id].replace("disputed", "unverified") for id in ("ferry-aground", "inquiry-opens")}
    page = sources_index.view(build(articles={"gazette": NEWSPAPER}, events=told, entities=ENTITIES))
    assert (page.no_copies, page.digests_hide) == ("There is only one report here.", "")
