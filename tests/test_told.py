"""What the converter and the desk say of what a person should know."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import cli
from generator.problems import beside
from tests.desk import Desk

SEEDS = {
    "one.md": "---\ntitle: One\ndate: 2023-05-10\n---\nAnna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n",
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\n---\n"
        "Anna Berg travelled to Lisbon on 3 May 2023 to talk about fishing with the crews.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n"
    ),
}


def convert(desk: Desk) -> str:
    done = CliRunner().invoke(cli.app, ["convert", str(desk.seeds), "--content", str(desk.content)])
    assert done.exit_code == 0, done.output
    return done.output


def id_of(page: str) -> str:
    return page.removeprefix("events/").removesuffix(".md")


def test_what_a_new_seed_brings_is_named_and_a_first_run_names_nothing(desk: Desk) -> None:
    desk.seed(
        "three.md", "---\ntitle: Three\ndate: 2023-05-14\n---\nAnna Berg opened a school in Faro on 13 May 2023.\n"
    )
    said = convert(desk)
    assert f"new article: {desk.content}/articles/three.md\n" in said
    assert f"new event: {desk.content}/{desk.event('faro')}\n" in said
    assert f"new entity: {desk.content}/entities/faro.md\n" in said
    assert said.count("new ") == 3
    again = CliRunner().invoke(cli.app, ["convert", str(desk.seeds), "--content", str(desk.content.parent / "first")])
    assert "new " not in again.output.replace("Nothing new", "")


def test_the_page_of_a_renamed_seed_is_named(desk: Desk) -> None:
    (desk.seeds / "one.md").rename(desk.seeds / "first.md")
    said = convert(desk)
    assert "1 page written" in said
    assert f"brought up to date: {desk.content}/articles/one.md\n" in said


def test_a_claim_without_an_event_is_counted(desk: Desk) -> None:
    first = desk.read("articles/one.md").partition("    quote: ")[2].partition("\n")[0]
    desk.replace("articles/one.md", "\nevents:\n", f"\nevents:\n  - quote: {first}\n")
    assert " 1 claim without an event: see briefing check." in convert(desk)


def test_a_page_whose_front_matter_is_broken_is_named_with_its_fault_and_left_alone(desk: Desk) -> None:
    broken = desk.replace("articles/one.md", "title: One", "title: [One")
    for _ in range(2):
        said = convert(desk)
        assert "content/articles/one.md:3" in said or "content/articles/one.md:2" in said
        assert "kept as a person left it: " not in said
    assert desk.read("articles/one.md") == broken


def test_a_refused_article_names_the_notes_that_speak_of_what_goes_with_it(desk: Desk) -> None:
    (desk.content / "notes").mkdir()
    oslo = id_of(desk.event("oslo"))
    (desk.content / "notes/n.md").write_text(f"---\ntitle: N\n---\nFirst line.\n\nSee [[{oslo}]] and [[two]].\n")
    (desk.seeds / "two.md").unlink()
    convert(desk)
    done = CliRunner().invoke(cli.app, ["refuse", "two", "--yes", "--content", str(desk.content)])
    assert "notes/n.md:6 speaks of two, which is gone" in done.output
    said = convert(desk)
    assert f"no source tells of it any more, so taken away: {desk.content}/events/{oslo}.md" in said
    assert f"notes/n.md:6 speaks of {oslo}, which is gone" in said


def test_a_reviewed_event_whose_reports_change_is_named(desk: Desk) -> None:
    event = id_of(desk.event("lisbon"))
    CliRunner().invoke(cli.app, ["accept", event, "--content", str(desk.content)])
    assert "reviewed before" not in convert(desk)
    desk.seed("two.md", SEEDS["two.md"].replace("travelled to Lisbon", "travelled back to Lisbon"))
    assert f"reviewed before its reports changed: {desk.content}/events/{event}.md" in convert(desk)
    assert re.search(r"\nreviewed: .*\nlook_again: true\n", desk.read(f"events/{event}.md"))


def test_a_reviewed_event_whose_reports_change_is_listed_until_a_person_looks_again(desk: Desk) -> None:
    event = id_of(desk.event("lisbon"))
    CliRunner().invoke(cli.app, ["accept", event, "--content", str(desk.content)])
    desk.seed("two.md", SEEDS["two.md"].replace("travelled to Lisbon", "travelled back to Lisbon"))
    for _ in range(2):
        convert(desk)
        said = CliRunner().invoke(cli.app, ["check", "--content", str(desk.content)]).output
        assert f"events/{event}.md" in said
        assert "before its reports changed (two: Anna Berg travelled back to Lisbon" in said
        assert "look again, then briefing accept" in said
        said = CliRunner().invoke(cli.app, ["review", "--content", str(desk.content)], input="s\n" * 20).output
        assert f"CHANGED {event}" in said
    desk.settled()
    CliRunner().invoke(cli.app, ["review", "--content", str(desk.content)], input="a\nq\n")
    assert "look_again" not in desk.read(f"events/{event}.md")
    assert "reports changed" not in CliRunner().invoke(cli.app, ["check", "--content", str(desk.content)]).output


def test_whoever_keeps_a_page_without_its_seed_is_not_told_of_its_rights_again(desk: Desk) -> None:
    desk.seed("three.md", "---\ntitle: Three\ndate: 2023-05-12\n---\nThe crews of Bergen went home.\n")
    assert "3 pages would publish the whole text" in convert(desk)
    (desk.seeds / "two.md").unlink()
    convert(desk)
    CliRunner().invoke(cli.app, ["accept", "two", "--content", str(desk.content)])
    assert "2 pages would publish the whole text" in convert(desk)


def test_without_its_seed_an_article_still_keeps_the_title_of_what_it_told(desk: Desk) -> None:
    page = desk.event("lisbon")
    title = next(line for line in desk.read(page).splitlines() if line.startswith("title: "))
    one_told = "for talks" in title
    (desk.seeds / ("one.md" if one_told else "two.md")).unlink()
    convert(desk)
    assert title in desk.read(page)
    desk.settled()


def test_without_its_seed_an_article_still_tells_who_took_part(desk: Desk) -> None:
    desk.seed("two.md", SEEDS["two.md"].replace("Anna Berg travelled", "Anna Berg and Eva Dahl travelled"))
    convert(desk)
    page = desk.event("lisbon")
    assert "eva-dahl" in desk.read(page)
    (desk.seeds / "two.md").unlink()
    convert(desk)
    assert "eva-dahl" in desk.read(page)
    desk.settled()


def test_a_new_note_explains_itself_in_comments_only(desk: Desk) -> None:
    CliRunner().invoke(cli.app, ["new", "note", "My note", "--content", str(desk.content)])
    text = desk.read("notes/my-note.md")
    assert "# Write below" in text
    assert "[@a-source]" in text
    assert text.endswith("\n---\n")
    assert desk.check() == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ship sailed from the harbour of the old town at noon with all its crew on board and no pilot",
         "The ship sailed from the harbour of the old town at noon with all its crew on board and a pilot"),
        ("x" * 200 + "a", "x" * 200 + "b"),
        ("Short", "Shorter"),
    ],
)  # fmt: skip
def test_two_values_in_conflict_are_cut_where_they_differ(one: str, other: str) -> None:
    a, b = beside(one, other)
    assert a != b
    assert max(len(a), len(b)) <= 76


def test_an_excerpt_does_not_keep_the_words_of_a_refused_event(desk: Desk) -> None:
    (desk.content / "briefing.yaml").write_text("rights: {default: excerpt}\n")
    convert(desk)
    assert "flew to Oslo" in desk.read("articles/two.md").split("\n---\n")[1]
    CliRunner().invoke(cli.app, ["refuse", id_of(desk.event("oslo")), "--content", str(desk.content)])
    convert(desk)
    assert "flew to Oslo" not in desk.read("articles/two.md")
    assert "Lisbon" in desk.read("articles/two.md").split("\n---\n")[1]
    desk.settled()


def test_an_excerpt_does_not_keep_the_words_of_a_claim_that_was_taken_out(desk: Desk) -> None:
    (desk.content / "briefing.yaml").write_text("rights: {default: excerpt}\n")
    convert(desk)
    page = "articles/two.md"
    row = re.search(r"(?m)^  - (?:(?!^  - )[^\0])*?flew to Oslo[^\0]*?(?=^  - |^---)", desk.read(page))
    assert row
    desk.replace(page, row[0], "")
    assert "flew to Oslo" in desk.read(page)
    convert(desk)
    assert "flew to Oslo" not in desk.read(page)
    assert "Lisbon" in desk.read(page).split("\n---\n")[1]
    desk.settled()
    desk.seed("two.md", SEEDS["two.md"].replace("with the crews", "with crews"))
    convert(desk)
    assert "flew to Oslo" not in desk.read(page)
    assert "with crews" in desk.read(page)


def test_check_counts_the_pages_that_are_not_shown_yet_too(desk: Desk) -> None:
    pages = sum(page.endswith(".md") for page in desk.pages())
    (desk.content / "briefing.yaml").write_text("unreviewed: withhold\n")
    said = CliRunner().invoke(cli.app, ["check", "--content", str(desk.content)]).output
    assert f"{pages} pages checked: no fault" in said


def test_a_name_that_an_editor_corrects_is_in_the_titles_and_each_new_title_is_told(desk: Desk) -> None:
    event = desk.event("oslo")
    assert "title: Rui Salgado flies to Oslo\n" in desk.read(event)
    lisbon = desk.event("lisbon")
    desk.edit(lisbon, lambda t: t.replace("\n---\n", "\nreviewed: '2023-06-01'\n---\n", 1))
    desk.edit("entities/anna-berg.md", lambda t: t.replace("name: Anna Berg", "name: Ana Bergh\naliases: [Anna Berg]"))
    desk.edit(
        "entities/rui-salgado.md", lambda t: t.replace("name: Rui Salgado", "name: Ruy Salgado\naliases: [Rui Salgado]")
    )
    said = convert(desk)
    assert "title: Ruy Salgado flies to Oslo\n" in desk.read(event)
    assert f'"Rui Salgado flies to Oslo" is now "Ruy Salgado flies to Oslo": {desk.content}/{event}\n' in said
    assert "title: Anna Berg" in desk.read(lisbon)  # its title is signed off
    assert "look_again" not in desk.read(lisbon)
    desk.settled()
    desk.replace("entities/rui-salgado.md", "name: Ruy Salgado\naliases: [Rui Salgado]", "name: Rui Salgado")
    desk.run()
    assert "title: Rui Salgado flies to Oslo\n" in desk.read(event)
