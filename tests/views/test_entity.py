"""The page of an entity: names by source, mentions, relations, its own chronology."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import briefing, store
from generator.views import entity
from generator.views.lookup import Lookup
from tests.views.ferry import DIGEST, ENTITIES, EVENTS, NEWSPAPER, Build


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
    assert [(r.name, r.count) for r in shared] == [("Lena Harbour", "1 event"), ("Varno", "1 event")]


def test_an_entity_names_the_reports_that_it_shares_with_others(build: Build) -> None:
    named = DIGEST.replace("    events:", "      - {id: varno, names: [bank]}\n    events:")
    look = build(articles={"gazette": NEWSPAPER, "tide": named}, events=EVENTS, entities=ENTITIES)
    page = entity.view(look, "lena-harbour")
    both = ["Coastal Gazette, 4 March 2031", "The Evening Tide, 5 March 2031"]
    assert [link.text for link in page.named_in] == both
    shared = {r.name: (r.reports_label, [x.text for x in r.reports]) for r in page.relations.shared}
    assert shared == {"Sea Line": ("One report names both", both[:1])}
    harbour = page.relations.shared[0]
    assert [(link.text, link.address) for link in harbour.events] == [
        ("An inquiry is to open", "/events/inquiry-opens/")
    ]
    beside = {r.name: (r.reports_label, [x.text for x in r.reports]) for r in page.relations.named}
    assert beside == {"Varno": ("Two reports name both", both)}


def titled(build: Build, *said: str, roles: str = "") -> list[str]:
    """The roles that the sources give of Lena Harbour, one for each text."""
    articles = {
        f"a{n}": f"---\ntitle: T{n}\ndate: 2031-01-{n + 10}\nsource: {{seed: s{n}, sha256: s{n}}}\n"
        f"entities:\n  - {{id: lena-harbour, names: [Lena Harbour, Harbour]{roles}}}\n---\n{text}\n"
        for n, text in enumerate(said)
    }
    look = build(articles=articles, entities={"lena-harbour": "---\nname: Lena Harbour\ntype: person\n---\n"})
    return [row.role for row in entity.view(look, "lena-harbour").spellings]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("On Monday Lt.-Gen. Lena Harbour spoke.", "Lt.-Gen."),
        ("On Monday Rear Admiral Lena Harbour spoke. Admiral Harbour left.", "Rear Admiral; Admiral"),
        ("They met Prof. Dr. Lena Harbour.", "Prof. Dr."),
        ("“Judge Harbour is right,” he said.", "Judge"),
        ("Sheikha Lena Harbour and Ms Harbour spoke.", "Sheikha"),
        ("Attorney General Lena Harbour spoke.", ""),
        ("Mrs Lena Harbour met an officer Harbour knew.", ""),
        ("The general, Harbour, spoke. So did the General: Harbour.", ""),
    ],
)
def test_ranks_and_titles_before_a_name_stand_with_the_source(build: Build, text: str, role: str) -> None:
    assert titled(build, text) == [role]


def test_a_title_that_the_role_holds_is_not_said_twice(build: Build) -> None:
    assert titled(build, "General Lena Harbour spoke.", roles=", role: General of the coast") == [
        "General of the coast"
    ]
    staff = titled(build, "General Lena Harbour spoke.", roles=", role: chief of the general staff")
    assert staff == ["General; chief of the general staff"]
    assert titled(build, "Gen. Lena Harbour spoke.", roles=", role: head of the coast") == ["Gen.; head of the coast"]


def test_a_post_beside_a_report_keeps_its_own_titles(build: Build) -> None:
    two = (
        "---\ntitle: T\ndate: 2031-01-10\nsource: {seed: s, sha256: s}\nentities:\n"
        "  - {id: lena-harbour, names: [Lena Harbour], role: head of the port}\n"
        "  - {id: lena-harbour, names: [Harbour], role: chief of the coast, post: Ivo Dahl}\n---\n"
        "Captain Lena Harbour, head of the port, spoke. Admiral Harbour, chief of the coast, too. Judge Harbour left.\n"
    )
    look = build(articles={"a": two}, entities={"lena-harbour": "---\nname: Lena Harbour\ntype: person\n---\n"})
    assert [row.role for row in entity.view(look, "lena-harbour").spellings] == [
        "Captain; head of the port",
        "Admiral; chief of the coast",
    ]


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


def test_an_entitys_chronology_has_words_and_who_says_otherwise(ferry: Lookup) -> None:
    first = entity.view(ferry, "sea-line").events[0]
    assert first.line.title == "A ferry runs aground off Varno"
    assert first.claim is not None
    assert first.claim.words.startswith("The ferry ran aground on Monday")
    assert first.line.status.text == "Disputed: 3 March 2031, says one report; February 2031, says one report"


def test_beside_a_name_stand_the_words_that_name_it(build: Build) -> None:
    """Of an event that several reports tell, a person's page shows one that speaks of the person."""
    row = "  - {{id: talks, date: 2031-05-02, quote: {quote}, entities: [{who}]}}\n"
    first = "The head of the harbour came for talks on 2 May"
    second = "Lena Harbour came to Varno on 2 May"
    pages = {}
    for id, quote, who, names in (
        ("a", first, "varno", ""),
        ("b", second, "lena-harbour, varno", "  - {id: lena-harbour, names: [Lena Harbour]}\n"),
    ):
        day = "2031-06-01" if id == "a" else "2031-06-02"
        front = f"title: T\ndate: {day}\nsource: {{seed: {id}, sha256: a, publisher: P{id}}}\n"
        front += f"entities:\n  - {{id: varno, names: [Varno]}}\n{names}events:\n{row.format(quote=quote, who=who)}"
        pages[id] = f"---\n{front}---\n{quote}.\n"
    event_page = "---\ntitle: Talks\ndate: 2031-05-02\nstatus: undisputed\nentities: [lena-harbour, varno]\n---\n"
    entities = {
        "lena-harbour": "---\nname: Lena Harbour\ntype: person\n---\n",
        "varno": "---\nname: Varno\ntype: place\n---\n",
    }
    look = build(articles=pages, events={"talks": event_page}, entities=entities)
    (shown,) = entity.view(look, "lena-harbour").events
    assert shown.claim is not None
    assert second in shown.claim.words
    (other,) = entity.view(look, "varno").events
    assert other.claim is not None  # who is named by both is shown the same as elsewhere
    assert second in other.claim.words


def test_the_title_that_a_post_gives_is_the_posts(build: Build) -> None:
    article = NEWSPAPER.replace(
        "role: harbour master}",
        "role: harbour master}\n      - {id: lena-harbour, names: [Harbour], role: queen of the quay, post: Odo Pell}",
    )
    look = build(articles={"gazette": article, "tide": DIGEST}, events=EVENTS, entities=ENTITIES)
    page = entity.view(look, "lena-harbour")
    assert [(row.names, row.role, [s.text for s in row.sources]) for row in page.spellings] == [
        (("Lena Harbour", "Harbour"), "harbour master", ["Coastal Gazette, 4 March 2031"]),
        (("Harbour",), "queen of the quay", ["Odo Pell, in a post shown by Coastal Gazette, 4 March 2031"]),
        (("Ms Harbour",), "", ["The Evening Tide, 5 March 2031"]),
    ]


def test_only_a_second_row_of_the_article_itself_is_a_slip(tmp_path: Path) -> None:
    rows = "  - {id: ada-lind, names: [Lind]}\n  - {id: ada-lind, names: [Ada], post: Odo Pell}\n"
    (tmp_path / "articles").mkdir()
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities/ada-lind.md").write_text("---\nname: Ada Lind\ntype: person\n---\n")

    def slips(entities: str) -> list[str]:
        head = "---\ntitle: T\ndate: 2031-03-10\nsource: {seed: s, sha256: s}\nentities:\n"
        (tmp_path / "articles/a.md").write_text(f"{head}{entities}---\nAda Lind left. Ada!\n")
        return [p.message for p in briefing.link(store.load(tmp_path))[1] if p.rule == "doubled-row"]

    assert slips(rows) == []
    assert slips(rows.replace(", post: Odo Pell", "")) == ['"ada-lind" has 2 rows under entities']
