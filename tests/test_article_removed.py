"""What a removed article alone told leaves the other pages, the signed ones too, and the editor is told of it."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, run

SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Anna Berg met Rui Salgado on 3 May 2023 for talks on fishing.\n\n"
        "The Harbour Institute opened a school on 9 May 2023.\n\n"
        "Eva Dahl returned to Porto on 10 May 2023.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\npublisher: The Tide\n---\n"
        "Anna Berg met Rui Salgado on 3 May 2023 for talks with Eva Dahl.\n\n"
        "The Harbour Institute (HBI) opened a school in Porto on 9 May 2023.\n"
    ),
}
MEETING, SCHOOL = "2023-05-03", "2023-05-09"


def remove(desk: Desk, article: str) -> str:
    (desk.content / f"articles/{article}.md").unlink()
    return run(desk, "convert", str(desk.seeds))


@pytest.mark.parametrize("signed", [False, True])
def test_what_it_alone_named_goes_from_events_and_entities(desk: Desk, signed: bool) -> None:
    meeting, school = desk.event(MEETING), desk.event(SCHOOL)
    assert "eva-dahl" in desk.read(meeting)
    assert "place: porto" in desk.read(school)
    assert "HBI" in desk.read("entities/harbour-institute.md")
    for page in (meeting, school, "entities/harbour-institute.md") if signed else ():
        run(desk, "accept", re.sub(r".*/|\.md", "", page))
    remove(desk, "two")
    assert "eva-dahl" not in desk.read(meeting).partition("look_again")[0]
    assert "porto" not in desk.read(school).partition("look_again")[0].partition("date:")[2]
    assert "HBI" not in desk.read("entities/harbour-institute.md")
    assert desk.check() == []
    desk.settled()


def test_the_title_is_that_of_a_report_which_is_there(desk: Desk) -> None:
    assert "title: The Harbour Institute opens a school in Porto" in desk.read(desk.event(SCHOOL))
    remove(desk, "two")
    assert re.search("(?m)^title: The Harbour Institute opens a school$", desk.read(desk.event(SCHOOL)))


def test_a_signed_event_says_what_to_look_at_and_quotes_nothing_of_it(desk: Desk) -> None:
    page = desk.event(SCHOOL)
    run(desk, "accept", desk.event_id(SCHOOL))
    said = remove(desk, "two")
    text = desk.read(page)
    assert "HBI" not in text
    for told in ("two: article removed", "place: no more porto", "entities: no more porto"):
        assert told in text
        assert told in said
        assert told in run(desk, "check")
    run(desk, "accept", desk.event_id(SCHOOL))
    assert "look_at" not in desk.read(page)
    desk.settled()


def test_an_alias_that_an_editor_wrote_stays(desk: Desk) -> None:
    run(desk, "accept", "harbour-institute")
    desk.replace("entities/harbour-institute.md", "aliases: [HBI]", "aliases: [HBI, The Institute]")
    remove(desk, "two")
    assert "aliases: [The Institute]" in desk.read("entities/harbour-institute.md")


@pytest.mark.parametrize("signed", [False, True])
def test_an_alias_that_it_alone_had_goes_with_it_also_where_its_seed_went_before(desk: Desk, signed: bool) -> None:
    if signed:
        run(desk, "accept", "harbour-institute")
        desk.replace("entities/harbour-institute.md", "aliases: [HBI]", "aliases: [HBI, The Institute]")
    (desk.seeds / "two.md").unlink()
    desk.run()
    assert "HBI" in desk.read("entities/harbour-institute.md")
    run(desk, "refuse", "two", "--yes")
    desk.run()
    assert "HBI" not in desk.read("entities/harbour-institute.md")
    assert ("The Institute]" in desk.read("entities/harbour-institute.md")) == signed
    desk.settled()


def test_that_it_is_not_made_again_is_said_once(desk: Desk) -> None:
    assert "not made again, a person removed it" in remove(desk, "two")
    desk.seed("three.md", "---\ntitle: Three\ndate: 2023-06-10\n---\nEva Dahl flew to Oslo on 9 June 2023.\n")
    assert "not made again" not in run(desk, "convert", str(desk.seeds))
    kept = desk.read("articles/one.md")
    (desk.content / "articles/one.md").unlink()
    said = run(desk, "convert", str(desk.seeds))
    assert re.findall("not made again.*", said) == [
        f"not made again, a person removed it: {desk.content}/articles/one.md"
    ]
    (desk.content / "articles/one.md").write_text(kept)
    desk.run()
    assert "articles/one.md" in remove(desk, "one")
