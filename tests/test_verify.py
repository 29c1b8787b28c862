"""Quotes proved against private copies of the articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import cli, store
from tests.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.seeds.mkdir()
    made.seed("a.txt", "date 2023-05-10 Anna Berg visited Lisbon on 3 May 2023. Nobody else came, and it rained.\n")
    made.content.mkdir()
    (made.content / "briefing.yaml").write_text("rights: {default: excerpt}\n")
    made.run()
    return made


def verify(desk: Desk, originals: Path) -> tuple[int, str]:
    done = CliRunner().invoke(cli.app, ["verify", "--originals", str(originals), "--content", str(desk.content)])
    return done.exit_code, done.output


def test_a_proved_article_says_on_which_day_and_convert_leaves_it_so(desk: Desk) -> None:
    (page,) = [p for p in desk.pages() if p.startswith("articles/")]
    before = desk.read(page)
    status, said = verify(desk, desk.seeds)
    assert (status, "1 quote proved" in said) == (0, True)
    assert re.sub(r"  verified.*\n", "", desk.read(page)) == before
    assert desk.read(page) != before
    assert "it rained" not in desk.read(page)
    desk.run()
    assert "verified:" in desk.read(page)
    desk.settled()


def test_a_quote_that_the_original_does_not_have_is_an_error(desk: Desk) -> None:
    (page,) = [p for p in desk.pages() if p.startswith("articles/")]
    verify(desk, desk.seeds)
    desk.edit(page, lambda t: t.replace("visited Lisbon", "conquered Lisbon"))
    status, said = verify(desk, desk.seeds)
    assert status == 1
    assert "error verify the original does not say" in said
    assert "verified:" not in desk.read(page)


def test_another_file_proves_nothing(desk: Desk) -> None:
    desk.seed("a.txt", "date 2023-05-10 Anna Berg visited Lisbon on 3 May 2023. And more.\n")
    status, said = verify(desk, desk.seeds)
    assert status == 0
    assert "is not the file that was converted" in said
    assert "Nothing was proved" in said


def test_a_changed_seed_is_not_verified_any_more(desk: Desk) -> None:
    (page,) = [p for p in desk.pages() if p.startswith("articles/")]
    verify(desk, desk.seeds)
    desk.seed("a.txt", "date 2023-05-10 Anna Berg visited Lisbon on 3 May 2023. And more.\n")
    desk.run()
    assert "verified:" not in desk.read(page)
    desk.settled()


# ---- places in originals ----


def page_of(desk: Desk) -> str:
    (page,) = [p for p in desk.pages() if p.startswith("articles/")]
    return page


def test_a_passage_of_an_excerpt_has_its_place_in_the_original(desk: Desk) -> None:
    from generator import ingest, store

    article = store.load(desk.content).articles[0]
    (claim,) = article.front.events
    assert claim.original is not None
    text = ingest.read("a.txt", (desk.seeds / "a.txt").read_bytes()).text
    assert text[claim.original.start : claim.original.end] == claim.quote
    assert "sha256: " in desk.read(page_of(desk))
    desk.settled()


def test_a_shortened_quote_is_found_and_its_place_mended(desk: Desk) -> None:
    page = page_of(desk)
    desk.edit(page, lambda t: re.sub(r"quote: .*", "quote: visited Lisbon", t))
    status, said = verify(desk, desk.seeds)
    assert (status, "1 quote proved" in said) == (0, True)
    place = re.search(r"original: ?\{?\s*start: (\d+),?\s*end: (\d+)", desk.read(page))
    assert place
    assert int(place[2]) - int(place[1]) == len("visited Lisbon")
    desk.settled()


def test_the_site_says_so_with_the_day_and_the_place(desk: Desk) -> None:
    from generator import briefing, store
    from generator.views import article, lookup

    verify(desk, desk.seeds)
    look = lookup.of(briefing.link(store.load(desk.content))[0])
    (id,) = look.briefing.articles
    made = article.view(look, id)
    assert [f.label for f in made.facts if f.label.startswith("Verified")] == ["Verified against the original"]
    assert made.claims[0].original.startswith("Characters ")


@pytest.fixture
def digest(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.seeds.mkdir()
    made.seed("d.md", "---\ntitle: A trip\ndate: 2023-05-10\nwording: paraphrase\ndigest_of: paper.txt\n---\n\n"
                      "Anna Berg visited Lisbon on 3 May 2023.\n")  # fmt: skip
    (tmp_path / "originals").mkdir()
    text = "date 2023-05-10 It rained. The minister, Ms Berg, went\nto the capital on Wednesday, and came back.\n"
    (tmp_path / "originals/paper.txt").write_text(text)
    made.run()
    return made


def point(desk: Desk, *arguments: str) -> tuple[int, str]:
    folder = desk.seeds.parent
    command = ["point", *arguments, "--originals", str(folder / "originals"), "--content", str(desk.content)]
    done = CliRunner().invoke(cli.app, command)
    return done.exit_code, done.output


def test_a_digests_claim_points_to_its_place_and_keeps_no_word_of_it(digest: Desk) -> None:
    page, originals = page_of(digest), digest.seeds.parent / "originals"
    assert verify(digest, originals)[0] == 0
    assert "verified:" not in digest.read(page)
    status, said = point(digest, "a-trip", "visited Lisbon", "went to the capital on Wednesday")
    assert (status, "points to paper.txt" in said) == (0, True)
    assert "sha256" in digest.read(page)
    assert "capital" not in digest.read(page)
    status, said = verify(digest, originals)
    assert (status, "1 place of digests' claims found" in said) == (0, True)
    assert "verified:" in digest.read(page)
    digest.run()
    assert "verified:" in digest.read(page)
    digest.settled()
    # Another file under the name proves nothing, and is told.
    (originals / "paper.txt").write_text("It rained.\n")
    assert "is not the file that was converted" in verify(digest, originals)[1]


def test_what_the_original_does_not_say_cannot_be_pointed_to(digest: Desk) -> None:
    assert point(digest, "a-trip", "visited Lisbon", "went to Mars")[0] == 2
    assert point(digest, "a-trip", "visited Rome", "went")[0] == 2
    assert point(digest, "a-trip", "visited Lisbon", "went", "--file", "../seeds/d.md")[0] == 2


def test_a_place_outside_of_the_original_is_an_error(digest: Desk) -> None:
    page, originals = page_of(digest), digest.seeds.parent / "originals"
    point(digest, "a-trip", "visited Lisbon", "went to the capital on Wednesday")
    digest.edit(page, lambda t: re.sub(r"start: \d+", "start: 9000", re.sub(r"end: \d+", "end: 9010", t)))
    status, said = verify(digest, originals)
    assert status == 1
    assert "has nothing at 9000 to 9010" in said


def shown(desk: Desk) -> str | None:
    (article,) = store.load(desk.content).articles
    return article.front.verified


def test_what_is_quoted_after_the_proof_is_not_called_verified(desk: Desk) -> None:
    (page,) = [p for p in desk.pages() if p.startswith("articles/")]
    verify(desk, desk.seeds)
    assert shown(desk)
    desk.replace(page, "quote: Anna Berg visited Lisbon", "quote: Anna Berg, who was tired, visited Lisbon")
    assert shown(desk) is None
    desk.run()
    assert "verified" not in desk.read(page)


def test_a_shortened_quote_is_verified_once_it_is_proved_again(desk: Desk) -> None:
    (page,) = [p for p in desk.pages() if p.startswith("articles/")]
    verify(desk, desk.seeds)
    desk.replace(
        page, "quote: Anna Berg visited Lisbon on 3 May 2023.", "quote: Anna Berg visited Lisbon on 3 May 2023"
    )
    desk.run()
    assert shown(desk) is None
    verify(desk, desk.seeds)
    desk.run()
    assert shown(desk)
    desk.settled()


def test_a_claim_that_is_taken_out_leaves_the_proof_of_the_others(desk: Desk) -> None:
    page = "articles/two.md"
    desk.seed(
        "b.md",
        "---\ntitle: Two\ndate: 2023-05-10\n---\nEva Dahl visited Faro on 4 May 2023.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n",
    )
    desk.run()
    verify(desk, desk.seeds)
    desk.edit(page, lambda t: re.sub(r"(?m)^  - id: .*oslo\n(?:    .*\n|      .*\n)+", "", t))
    for _ in range(2):
        (article,) = [a.front for a in store.load(desk.content).articles if a.id == "two"]
        assert [claim.quote for claim in article.events] == ["Eva Dahl visited Faro on 4 May 2023."]
        assert article.verified
        desk.run()
