"""An article whose seed is gone waits for the editor: until then nothing else that the briefing says moves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from typer.testing import CliRunner

from generator import cli
from generator.extract import nlp
from tests.desk import Desk, assert_unchanged, remembered

ROOT = Path(__file__).parents[1]
COPIED = (
    "The talks in the old customs house lasted from the early morning until late at night, and neither of the two "
    "sides would say on which of the many open questions they had come any closer to each other."
)
SEEDS = {
    "one.md": (
        "---\ntitle: Berg arrives in Lisbon\ndate: 2023-05-04\npublisher: The Harbour Post\n---\n"
        "Prime Minister Anna Berg arrived in Lisbon on 3 May 2023 for talks with Rui Salgado on fishing.\n\n"
        f"Norway and Portugal signed a treaty on cod on 3 May 2023. {COPIED}\n"
    ),
    "two.txt": (
        "Anna Berg will arrive in Lisbon next week for talks with Rui Salgado.\n\n"
        "Salgado flew to Oslo on Monday. Berg opened a harbour in Bergen in March.\n"
    ),
    "three.md": (
        "---\ntitle: A treaty on cod\ndate: 2023-05-05\npublisher: Coastwise\n---\n"
        f"Norway and Portugal signed a treaty on cod on 3 May 2023. {COPIED}\n\n"
        "Salgado thanked Berg for the treaty on 4 May 2023.\n"
    ),
    "four.md": (
        "---\ntitle: Berg in Lisbon\ndate: 2023-05-06\npublisher: The Cod Gazette\n---\n"
        "Berg travelled to Lisbon on 3 May 2023 to meet Salgado, whom Eva Dahl had invited to Oslo.\n"
    ),
}


def sign_all(desk: Desk) -> None:
    for page in desk.pages():
        if page.startswith(("events/", "entities/")):
            done = CliRunner().invoke(cli.app, ["accept", page.split("/")[1][:-3], "--content", str(desk.content)])
            assert done.exit_code == 0, done.output
    desk.run()


def without(desk: Desk, seed: str) -> None:
    """A run without one of the seeds changes one line of one page: the mark on the article's own."""
    before = desk.pages()
    (desk.seeds / seed).unlink()
    summary = desk.run()
    after = desk.pages()
    (page,) = summary.orphans
    marked = after[f"articles/{page}.md"].decode()
    assert marked.replace("  gone: undecided\n", "") == before[f"articles/{page}.md"].decode()
    moved = {".generated.json", f"articles/{page}.md"}
    assert_unchanged({k: v for k, v in before.items() if k not in moved},
                     {k: v for k, v in after.items() if k not in moved})  # fmt: skip
    assert summary.look_again == summary.conflicts == ()


@pytest.mark.parametrize("signed", [False, True], ids=["not reviewed", "reviewed"])
@pytest.mark.parametrize("seed", SEEDS)
def test_without_a_seed_no_other_page_moves(desk: Desk, seed: str, signed: bool) -> None:
    if signed:
        sign_all(desk)
    without(desk, seed)
    desk.settled(runs=1)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_reviewed_event_that_moves_without_the_seed_of_an_excerpt_says_so(desk: Desk, seed: str) -> None:
    """Its page holds only the passages that it quotes: what stood between them it cannot tell of others any more."""
    (desk.content / "briefing.yaml").write_text("rights: {default: excerpt}\n")
    desk.run()
    sign_all(desk)
    before = desk.pages()
    (desk.seeds / seed).unlink()
    told = desk.run().look_again
    moved = {page for page, now in desk.pages().items() if now != before[page] and page.startswith("events/")}
    assert {f"events/{id}.md" for id, _ in told} == moved == {p for p in before if "look_again" in desk.read(p)}
    desk.settled(runs=1)


@pytest.mark.parametrize("seed", sorted(p.name for p in (ROOT / "seeds").iterdir() if p.is_file()))
def test_without_a_seed_no_other_page_of_the_shipped_briefing_moves(
    seed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nlp, "parse", remembered)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns(".cache"))
    desk = Desk(tmp_path)
    desk.run()
    without(desk, seed)


def test_an_article_that_was_decided_to_stay_is_told_of_no_more(desk: Desk) -> None:
    (desk.seeds / sorted(SEEDS)[0]).unlink()
    (page,) = desk.run().orphans
    desk.replace(f"articles/{page}.md", "gone: undecided", "gone: kept")
    assert desk.run().orphans == ()
    desk.settled(runs=1)


@pytest.mark.parametrize("left", ["nothing", "an empty folder", "a hidden file"])
def test_a_clone_without_any_seeds_keeps_its_pages(desk: Desk, left: str) -> None:
    """Who keeps the articles of others private pushes pages alone: nobody has taken these articles away."""
    shutil.rmtree(desk.seeds)
    if left != "nothing":
        desk.seeds.mkdir()
    if left == "a hidden file":
        (desk.seeds / ".gitkeep").write_text("")
    before = {p: p.read_bytes() for p in desk.content.rglob("*") if p.is_file()}
    done = CliRunner().invoke(cli.app, ["convert", str(desk.seeds), "--content", str(desk.content)])
    assert done.exit_code == 0, done.output
    assert "stay as they are" in done.output
    assert {p: p.read_bytes() for p in desk.content.rglob("*") if p.is_file()} == before
