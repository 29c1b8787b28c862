"""Quotes proved against private copies of the articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import cli
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
    assert re.sub(r"  verified: .*\n", "", desk.read(page)) == before
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
    assert "0 quotes proved" in said


def test_a_changed_seed_is_not_verified_any_more(desk: Desk) -> None:
    (page,) = [p for p in desk.pages() if p.startswith("articles/")]
    verify(desk, desk.seeds)
    desk.seed("a.txt", "date 2023-05-10 Anna Berg visited Lisbon on 3 May 2023. And more.\n")
    desk.run()
    assert "verified:" not in desk.read(page)
    desk.settled()
