"""A person removes the page of an event or entity by hand: it is refused, edited claims of it too, in one run."""

from __future__ import annotations

import shutil
import subprocess

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk, run

PAGE = "articles/a-tour.md"
OTHER = "articles/two-trips.md"
SEEDS = {
    "one.md": (
        "---\ntitle: A tour\ndate: 2023-05-12\nlang: en\n---\n"
        "Rui Salgado visited Oslo on 9 May 2023 again.\n\nAnna Berg visited Lisbon on 3 May 2023.\n\n"
        "The boats of the port stayed at their moorings until dusk.\n"
    ),
    "two.md": (
        "---\ntitle: Two trips\ndate: 2023-05-13\nlang: en\n---\n"
        "Rui Salgado visited Oslo on 9 May 2023 again, crews said.\n\nEva Dahl opened a school in Faro on 11 May.\n"
    ),
}
QUOTE = "    quote: Rui Salgado visited Oslo on 9 May 2023 again"


def git(desk: Desk) -> None:
    who = ["git", "-c", "user.name=An Editor", "-c", "user.email=editor@example.org"]
    (desk.seeds.parent / ".gitignore").write_text(".cache\n")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run([*who, *words], cwd=desk.seeds.parent, check=True, capture_output=True)


def lines_with(desk: Desk, id: str) -> list[str]:
    """Pages below content/ that name an id."""
    return [path for path, text in desk.pages().items() if path.endswith(".md") and id.encode() in text]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"{QUOTE}.\n", f"{QUOTE}\n"),
        ("    date: '2023-05-09'\n", "    date: '2023-05-08'\n"),
        (f"{QUOTE}.\n", f"{QUOTE}.\n    # seen by Ann\n    mine: yes\n"),
    ],
    ids=["another quote", "another date", "a key of one's own"],
)
def test_an_edited_claim_of_a_removed_event_goes_with_it_in_one_run_as_by_refuse(
    desk: Desk, old: str, new: str
) -> None:
    desk.replace(PAGE, old, new)
    desk.run()
    id = desk.event_id("oslo")
    other = Desk(shutil.copytree(desk.seeds.parent, desk.seeds.parent.with_name("other")))
    (desk.content / f"events/{id}.md").unlink()
    assert f"events/{id}.md was removed, and with it 1 claim on pages that you edited" in run(
        desk, "convert", str(desk.seeds)
    )
    assert lines_with(desk, id) == []
    assert desk.check_all() == []
    desk.settled()
    run(other, "refuse", id, "--yes")
    other.run()
    assert {p: t for p, t in desk.pages().items() if p.endswith(".md")} == {
        p: t for p, t in other.pages().items() if p.endswith(".md")
    }
    desk.seed("one.md", SEEDS["one.md"].replace(" again.", "!"))  # nor does its source's correction bring it back
    desk.run()
    assert lines_with(desk, id) == []


def test_a_pasted_claim_goes_with_its_event_and_restore_brings_both_back(desk: Desk) -> None:
    desk.replace(
        PAGE, "\nevents:\n", "\nevents:\n  - quote: The boats of the port stayed at their moorings until dusk\n"
    )
    desk.run()
    git(desk)
    before = {path: text for path, text in desk.pages().items() if path.endswith(".md")}
    id = desk.event_id("boats")
    (desk.content / f"events/{id}.md").unlink()
    assert f"briefing restore {id} brings them back" in run(desk, "convert", str(desk.seeds))
    assert lines_with(desk, id) == []
    assert desk.check() == []
    desk.settled()
    run(desk, "restore", id)
    desk.run()
    assert {path: text for path, text in desk.pages().items() if path.endswith(".md")} == before
    desk.settled()


def test_without_git_it_says_the_words_of_what_it_takes_out(desk: Desk) -> None:
    desk.replace(PAGE, "    date: '2023-05-09'\n", "    date: '2023-05-08'\n")
    (desk.content / desk.event("oslo")).unlink()
    said = run(desk, "convert", str(desk.seeds))
    assert f'{PAGE}: "Rui Salgado visited Oslo on 9 May 2023 again' in said
    assert "brings them back" not in said


def test_a_claim_of_an_article_without_its_seed_goes_with_its_event(desk: Desk) -> None:
    (desk.seeds / "one.md").unlink()
    desk.run()
    id = desk.event_id("oslo")
    (desk.content / f"events/{id}.md").unlink()
    desk.run()
    assert lines_with(desk, id) == []
    assert not [fault for fault in desk.check() if id in fault]
    desk.settled()


def test_a_claim_that_was_split_off_goes_with_the_event_that_it_was_put_to(desk: Desk) -> None:
    id = desk.event_id("oslo")
    run(desk, "split", id, "two-trips", "--title", "A second trip")
    desk.run()
    (new,) = [p for p in desk.pages() if p.endswith("a-second-trip.md")]
    (desk.content / new).unlink()
    desk.run()
    assert lines_with(desk, new[7:-3]) == []
    assert id in desk.read(PAGE)
    assert id not in desk.read(OTHER)
    assert desk.check() == []
    desk.settled()


def test_who_is_named_in_edited_rows_goes_with_a_removed_page(desk: Desk) -> None:
    desk.replace(PAGE, "entities: [anna-berg, lisbon]", "entities: [anna-berg, lisbon, oslo]")
    event = desk.event("berg")
    desk.edit(event, lambda t: t.replace("entities: [anna-berg, lisbon]", "entities: [anna-berg, lisbon, oslo]"))
    desk.run()
    (desk.content / "entities/oslo.md").unlink()
    desk.run()
    assert "oslo" not in desk.read(event)
    assert desk.check() == []
    desk.settled()
