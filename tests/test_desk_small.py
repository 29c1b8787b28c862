"""What the commands say to an editor: which claims left, what convert made, what is still to be settled."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.model import Conflict
from generator.undecided import list_conflicts
from tests.desk import Desk, fails, run
from tests.fishing import OF_ONE_DAY

SEEDS = OF_ONE_DAY | {
    "three.md": (
        "---\ntitle: A flight\ndate: 2023-05-11\npublisher: The Mail\n---\nRui Salgado flew to Oslo on 9 May 2023.\n"
    ),
}


def test_convert_names_the_entities_that_a_new_seed_brings(desk: Desk) -> None:
    desk.seed(
        "four.md",
        "---\ntitle: A bridge\ndate: 2023-06-11\n---\nRita Moreira opened a bridge in Braga on 9 June 2023.\n",
    )
    said = run(desk, "convert", str(desk.seeds))
    assert "new entity: " in said
    assert "entities/rita-moreira.md" in said


def test_a_split_by_words_that_many_claims_have_says_which_left(desk: Desk) -> None:
    said = run(desk, "split", desk.event_id("oslo"), "9 May 2023.", "--title", "Somebody else flies")
    assert "2 of 3 claims" in said
    assert said.count('"Rui Salgado flew to Oslo on 9 May 2023." is now there') == 2
    assert "most of" in said


def test_review_asks_again_for_the_page_that_another_is_merged_into(desk: Desk) -> None:
    lisbon, oslo = desk.event_id("lisbon"), desk.event_id("oslo")
    said = run(desk, "review", keys=f"m\nno-such-event\n{oslo}\nq\n")
    assert 'there is no event "no-such-event"' in said
    assert f"is now part of events/{oslo}.md" in said
    assert f"events/{lisbon}.md" not in desk.pages()


def test_the_template_of_a_new_page_is_no_comment_on_the_merged_one(desk: Desk) -> None:
    run(desk, "new", "entity", "Rui Salgado", "--as", "rui")
    desk.replace("entities/rui.md", "type: person", "# ours\ntype: person")
    run(desk, "merge", "rui-salgado", "rui")
    assert desk.read("entities/rui-salgado.md").count("#") == 2  # before: one line for each key
    assert "# rui: # ours" in desk.read("entities/rui-salgado.md")


def test_an_orphan_is_counted_as_no_draft(desk: Desk) -> None:
    path = "articles/fishing-talks-end.md"
    desk.replace(path, "events:\n", "events:\n  - quote: These words stand nowhere\n")
    assert desk.run().drafts == 0
    assert "orphan: true" in desk.read(path)


def test_a_conflict_shows_what_stands_on_the_page_now(desk: Desk) -> None:
    path = desk.event("oslo")
    status = next(line for line in desk.read(path).splitlines() if line.startswith("status: ")).removeprefix("status: ")
    row = Conflict(page=path, field="status", yours="disputed", new=status)
    list_conflicts(desk.content, [row])
    assert [line for line in desk.check_all() if "here stands" in line] == []
    desk.replace(path, f"status: {status}", "status: disputed")
    assert [line for line in desk.check_all() if 'here stands "disputed"' in line]
    assert "because:" in run(desk, "refuse", path, "status")


def test_a_reason_that_nothing_needs_any_more_is_named(desk: Desk) -> None:
    path = desk.event("oslo")
    assert "status: undisputed" in desk.read(path)
    desk.replace(path, "status: undisputed", "status: undisputed\nbecause: One report had the wrong day.")
    (line,) = [line for line in desk.check_all() if "because" in line]
    assert path in line
    desk.replace(path, "date: '2023-05-09'", "date: '2023-05-08'")
    assert [line for line in desk.check_all() if "because" in line] == []


def test_a_reason_for_what_the_one_report_says_anyway_is_named_and_one_for_a_dispute_is_not(desk: Desk) -> None:
    path = desk.event("oslo")
    desk.replace(path, "status: undisputed", "status: undisputed\nbecause: The ministry gives the day.")
    desk.replace("articles/fishing-talks-end.md", "date: '2023-05-09'", "date: '2023-05-02'")
    desk.run()
    assert "status: disputed" in desk.read(path)
    assert [line for line in desk.check_all() if "because:" in line] == []
    for article in ("fishing-talks-end", "a-flight"):
        (desk.content / f"articles/{article}.md").unlink()
    desk.run()
    assert "status: unverified" in desk.read(path)
    (line,) = [line for line in desk.check_all() if "because:" in line]
    assert "its one report gives what stands here" in line


def test_a_mark_that_nobody_replaced_is_named_wherever_it_stands_on_the_home_page(desk: Desk) -> None:
    (desk.content / "pages").mkdir(exist_ok=True)
    page = desk.content / "pages/home.md"
    page.write_text('---\ntitle: "@TITLE@"\nsummary: All of @NAME@.\n---\nWrite to ann@example.org about @TITLE@.\n')
    told = [line for line in run(desk, "check").splitlines() if "stands for words" in line]
    assert [line.split("home.md:")[1][0] for line in told] == ["2", "3", "5"]
    page.write_text("---\ntitle: Talks\nsummary: All of them.\n---\nWrite to ann@example.org, or @ANN.\n")
    assert "stands for words" not in run(desk, "check")


def test_the_date_of_an_event_that_was_split_off_follows_its_claims(desk: Desk) -> None:
    run(
        desk, "split", desk.event_id("oslo"), "the ministry said", "--as", "second-flight", "--title", "A second flight"
    )
    assert "date: '2023-05-09'" in desk.read("events/second-flight.md")
    desk.run()
    desk.seed("two.md", SEEDS["two.md"].replace("Oslo on 9 May", "Oslo on 8 May"))
    assert desk.run().conflicts == ()
    page = desk.read("events/second-flight.md")
    assert "date: '2023-05-08'" in page
    assert "title: A second flight" in page
    assert desk.check() == []
    desk.settled()


def test_a_date_that_an_editor_writes_on_an_event_that_was_split_off_stays(desk: Desk) -> None:
    run(desk, "split", desk.event_id("oslo"), "the ministry said", "--as", "second-flight")
    desk.replace("events/second-flight.md", "date: '2023-05-09'", "date: '2023-05-07'")
    desk.seed("two.md", SEEDS["two.md"].replace("Oslo on 9 May", "Oslo on 8 May"))
    desk.run()
    assert "date: '2023-05-07'" in desk.read("events/second-flight.md")


def test_a_merge_takes_over_the_country_that_the_page_lacks(desk: Desk) -> None:
    run(desk, "new", "entity", "Rui the Elder", "--as", "rui")
    desk.edit("entities/rui.md", lambda t: t.replace("type: person", "type: person\ncountry: PT"))
    run(desk, "merge", "rui-salgado", "rui")
    assert "\ncountry: PT" in desk.read("entities/rui-salgado.md")


def test_a_merge_keeps_what_the_page_has_of_its_own_as_comments(desk: Desk) -> None:
    """Country, position and place of which a page has one alone; where an editor gave a reason, the date too."""
    run(desk, "new", "entity", "Lisboa", "--as", "lisboa")
    desk.edit(
        "entities/lisboa.md",
        lambda t: re.sub("type: .*", "type: place\\ncountry: ES\\ncoordinates: [38.7, -9.1]", t),
    )
    assert "stands in it as comments: 2 lines" in run(desk, "merge", "lisbon", "lisboa")
    for line in ("# lisboa: country: ES", "# lisboa: coordinates: [38.7, -9.1]", "country: PT"):
        assert f"\n{line}\n" in desk.read("entities/lisbon.md")
    lisbon, oslo = desk.event_id("lisbon"), desk.event_id("oslo")
    desk.edit(f"events/{oslo}.md", lambda t: re.sub("date: .*", "date: '2023-05-07'\nbecause: A log says so.", t))
    run(desk, "merge", lisbon, oslo)
    page = desk.read(f"events/{lisbon}.md")
    for line in (f"# {oslo}: date: '2023-05-07'", f"# {oslo}: place: oslo", "because: A log says so."):
        assert f"\n{line}\n" in page
    assert f"# {oslo}: because" not in page
    assert desk.check() == []
    assert "then run convert" in fails(desk, "refuse", "fishing-talks-end", "flew to Oslo")
