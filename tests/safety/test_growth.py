"""Adversarial texts through whole readers: the time they take grows with the length, not with its square.

`make torture` sends a megabyte of each; here it is less, and fewer of them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.names import Unused
from generator.site.markdown import Renderer
from tests.safety import growth, tally

pytest.importorskip("lxml", reason="needs the converter's packages: pip install '.[convert]'")

ROOT = Path(__file__).parents[2]
SIZE = int(os.environ.get("BRIEFING_GROWTH_SIZE", "2000"))
SECONDS = 1.0 if SIZE <= 2000 else 60.0  # of processor time for one text
SAMPLE = ("plain", "wikilinks", "times", "front matter", "body", "names", "site", "txt")


@pytest.mark.parametrize("reader", SAMPLE if SIZE <= 2000 else (*SAMPLE, "md", "html", "page", "escape", "merge"))
def test_no_text_holds_a_reader_up(reader: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.safety.growth", str(SIZE), str(SECONDS), reader],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=7200,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == []
    tally.add("growth", {"reader": reader, "texts": len(list(growth.texts(SIZE))), "characters": SIZE})


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "[a](" * 30_000, "Word\n" + ": a\n" * 30_000, "# a\n\n" * 4000, "![" * 50_000, "- a\n" * 30_000],
    ids=lambda text: repr(text[:8]),
)
def test_a_tangled_body_is_shown_in_time_and_no_word_is_lost(text: str) -> None:
    began = time.process_time()
    html = Renderer("/x").html(text + "\n\nThe end.")
    assert time.process_time() - began < 20
    assert "The end." in html


def test_a_body_that_a_person_writes_keeps_its_markup() -> None:
    text = "[a](http://x.example/) and [b][c]\n\n[c]: http://y.example/\n\n" * 100
    assert Renderer("/x").html(text).count("<a ") == 200


def test_a_name_that_thousands_want_is_given_in_time() -> None:
    names = Unused({"a-3"})
    began = time.process_time()
    given = [names.of("a") for _ in range(20_000)]
    assert given[:4] == ["a", "a-2", "a-4", "a-5"]
    assert len(set(given)) == 20_000
    assert time.process_time() - began < 5


def test_a_text_without_end_costs_its_claims_and_no_time(tmp_path: Path) -> None:
    from generator import convert

    (tmp_path / "seeds").mkdir()
    good = "MADRID, 4 March 2021 (Reuters) - Anna Berg visited Lisbon on 2 March 2021, the mayor said.\n"
    (tmp_path / "seeds" / "good.txt").write_text(good)
    for i, pump in enumerate(("Anna Berg visited Lisbon on 2 March 2021 and ", "Anna ", "a", "“Yes,” she said, ")):
        (tmp_path / "seeds" / f"{i}.txt").write_text(good + pump * (250_000 // len(pump)))
    began = time.process_time()
    made = convert.convert(tmp_path / "seeds", tmp_path / "content")
    assert time.process_time() - began < 60
    assert made.articles == 5
    assert made.events == 1
    assert [Path(p.path).name for p in made.problems] == ["0.txt", "1.txt", "2.txt", "3.txt"]
