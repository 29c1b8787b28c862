"""The topics under examples/: other genres than the shipped briefing, and sites that hold what they promise."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import briefing, convert, store
from tests.site.crawl import faults, words
from tests.site.pelican_run import ROOT, run_pelican

EXAMPLES = ROOT / "examples"
# What a reader is to find: on the page of disputes, and in the chronology.
TOPICS = {
    "bridge": (["December 2021", "January 2022"], ["Weavers Bridge", "15 July 2023", "Radio Tarn"]),
    "outbreak": (["six", "nine", "Maritime Wire"], ["Halcyon Dawn", "10 September 2022", "The Slow Passenger"]),
}


def test_every_example_is_tried_and_told_of() -> None:
    folders = {p.name for p in EXAMPLES.iterdir() if p.is_dir()}
    assert folders == set(TOPICS)
    readme = (EXAMPLES / "README.md").read_text()
    assert all(f"`{name}/`" in readme for name in folders)


@pytest.mark.parametrize("name", TOPICS)
def test_an_example_becomes_a_site(name: str, tmp_path: Path) -> None:
    pages = shutil.ignore_patterns("articles", "entities", "events", ".*", "*s.yaml")
    shutil.copytree(EXAMPLES / name / "content", tmp_path / "content", ignore=pages)
    summary = convert.convert(EXAMPLES / name / "seeds", tmp_path / "content")
    assert summary.problems == ()
    assert summary.whole_texts == 0
    linked, problems = briefing.link(store.load(tmp_path / "content"))
    assert [str(problem) for problem in problems] == []
    publishers = {a.front.source.publisher for a in linked.articles.values()}
    assert None not in publishers
    assert len(publishers) >= 4

    built = run_pelican(tmp_path / "content", tmp_path / "output", siteurl="/repo", conf="publishconf.py")
    assert built.status == 0, built.complained + built.said
    assert faults(built.folder, "/repo") == []
    disputed, told = TOPICS[name]
    page = words(built.folder / "disputes/index.html").lower()
    assert [word for word in disputed if word.lower() not in page] == []
    chronology = words(built.folder / "chronology/index.html")
    assert [word for word in told if word not in chronology] == []
