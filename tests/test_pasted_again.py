"""What an editor refused and pastes back: the same event, or exactly the claim that was pasted."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import cli, store
from tests.desk import Desk

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


def run(desk: Desk, *arguments: str) -> str:
    done = CliRunner().invoke(cli.app, [*arguments, "--content", str(desk.content)])
    assert done.exit_code == 0, done.output
    return done.output


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
    assert f"made again, for its quote was pasted: {desk.content}/{event}\n" in said
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
