"""What an editor refused and pastes back: the same event, or exactly the claim that was pasted."""

from __future__ import annotations

import re
import subprocess

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import store
from tests.desk import Desk, run

PAGE = "articles/one.md"
SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\n---\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n\nAnna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-12\n---\n"
        "Anna Berg opened a school in Faro on 11 May 2023.\n\nRui Salgado flew to Oslo on 9 May 2023, crews said.\n"
    ),
}
OSLO = "Rui Salgado flew to Oslo on 9 May 2023."


def paste(desk: Desk, quote: str) -> str:
    """What convert says once the quote is pasted."""
    desk.replace(PAGE, "\nevents:\n", f"\nevents:\n  - quote: {quote}\n")
    return run(desk, "convert", str(desk.seeds))


@pytest.mark.parametrize("refused", ["by the command", "by hand"])
def test_the_quote_of_a_removed_event_brings_the_event_back_under_its_id(desk: Desk, refused: str) -> None:
    event = desk.event("oslo")
    desk.run()
    if refused == "by hand":
        (desk.content / event).unlink()
    else:
        run(desk, "refuse", event.removeprefix("events/").removesuffix(".md"))
    desk.run()
    assert event not in desk.pages()
    said = paste(desk, OSLO)
    assert f"made again, for its quote was pasted: {desk.content}/{event}: git has nothing of it" in said
    assert f'with it came: {desk.content}/articles/two.md: "Rui Salgado flew to Oslo on 9 May 2023' in said
    assert "not made again" not in said
    assert event in desk.pages()
    assert desk.check() == []
    id = event.removeprefix("events/").removesuffix(".md")
    assert sorted(a.id for a in store.load(desk.content).articles for c in a.front.events if c.id == id) == [
        "one",
        "two",
    ]
    desk.settled()


def git(desk: Desk, *words: str) -> None:
    who = ["-c", "user.name=An Editor", "-c", "user.email=editor@example.org"]
    subprocess.run(["git", *who, *words], cwd=desk.seeds.parent, check=True, capture_output=True)


@pytest.mark.parametrize("committed", [True, False], ids=["committed", "not yet committed"])
@pytest.mark.parametrize("refused", ["by the command", "by hand"])
def test_what_a_person_wrote_on_it_comes_back_from_git(desk: Desk, refused: str, committed: bool) -> None:
    event = desk.event("oslo")
    id = event.removeprefix("events/").removesuffix(".md")
    more = "because: the crew's log\nkey: true\nredirects: [the-old-flight]\n# seen by Ann\nmine: yes\n"
    desk.edit(
        event, lambda t: re.sub(r"title: .*\n", "title: Salgado goes north\n", t).replace("\n---\n", f"\n{more}---\n")
    )
    desk.edit(event, lambda t: t + "What we know of the flight.\n")
    run(desk, "accept", id)
    desk.run()
    before = desk.read(event)
    git(desk, "init", "-q")
    (desk.seeds.parent / ".git/info/exclude").write_text(".cache\n")
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "one")
    if refused == "by hand":
        (desk.content / event).unlink()
    else:
        run(desk, "refuse", id, "--yes")
    desk.run()
    if committed:
        git(desk, "add", "-A")
        git(desk, "commit", "-qm", "two")
    said = paste(desk, OSLO)
    assert re.sub(r"look_(?:again|at): .*\n", "", desk.read(event)) == before
    assert "look_again: true" in desk.read(event)
    assert f"look again, then briefing accept {id}" in said
    assert desk.check() == []
    desk.settled()
    run(desk, "accept", id)
    assert desk.read(event) == before
    desk.settled()


DRAFT = "The accord comes in the same week as a visit of the navy."


def test_the_quote_of_a_refused_draft_is_one_claim_and_makes_none_of_another(desk: Desk) -> None:
    desk.seed(
        "three.md",
        "---\ntitle: Salting accord signed\ndate: 2022-07-22\n---\n"
        "Norway and Portugal signed an agreement on salting in Porto on Thursday, officials of both countries said. "
        "Eva Dahl, Norway’s fisheries minister, and Nuno Barros, the Portuguese minister of the sea, put their names "
        f"to the text after two days of talks.\n\n{DRAFT} On July 18, 2022, Admiral Ola Ness began a three-day visit "
        "to Portugal.\n",
    )
    desk.run()
    page = "articles/salting-accord-signed.md"
    assert f"{DRAFT}\n    draft: true" in desk.read(page)
    run(desk, "refuse", "salting-accord-signed", DRAFT)
    desk.run()
    before = [c.quote for a in store.load(desk.content).articles for c in a.front.events]
    assert DRAFT not in before
    desk.replace(page, "\nevents:\n", f"\nevents:\n  - quote: {DRAFT}\n")
    said = run(desk, "convert", str(desk.seeds))
    (article,) = [a for a in store.load(desk.content).articles if a.id == "salting-accord-signed"]
    after = [c for a in store.load(desk.content).articles for c in a.front.events]
    assert sorted(c.quote for c in after) == sorted([*before, DRAFT])
    (row,) = [c for c in article.front.events if c.quote == DRAFT]
    assert f"title: {DRAFT.removesuffix('.')}\n" in desk.read(f"events/{row.id}.md")
    assert (row.date, row.when) == ("2022-07-18/2022-07-24", "in the same week")
    assert f"event {row.id}" in said
    desk.settled()
    # Put to another event, it changes neither title nor names of that one.
    other = next(c.id for c in article.front.events if c.quote.startswith("On July 18"))
    was = desk.read(f"events/{other}.md")
    desk.replace(page, f"id: {row.id}\n", f"id: {other}\n")
    desk.run()
    for key in ("title", "entities", "place"):
        assert re.findall(rf"^{key}: .*$", desk.read(f"events/{other}.md"), re.M) == re.findall(
            rf"^{key}: .*$", was, re.M
        )


def test_a_long_quote_without_a_comma_is_a_title_as_a_whole(desk: Desk) -> None:
    quote = "Two officers of the coast guard and a senior official of the fisheries board joined the crews who trained"
    desk.seed("four.md", f"---\ntitle: Four\ndate: 2023-05-20\n---\nAnna Berg flew to Faro on 19 May 2023. {quote}.\n")
    desk.run()
    desk.replace("articles/four.md", "\nevents:\n", f"\nevents:\n  - quote: {quote}.\n")
    before = desk.pages()
    desk.run()
    (made,) = [p for p in desk.pages() if p.startswith("events/") and p not in before]
    assert f"title: {quote}\n" in desk.read(made)
