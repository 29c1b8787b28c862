"""Articles in, a site out: the whole way, over the invented seeds and over others beside the repository."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import briefing, store
from generator.views.typography import curled
from tests.site.crawl import faults, words
from tests.site.pelican_run import ROOT, run_pelican

SEEDS = {"invented": ROOT / "tests" / "fixtures" / "seeds", "others": ROOT.parent / "shared" / "seeds"}


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", SEEDS)
def test_seeds_become_a_site_in_which_everything_is_found_again(name: str, tmp_path: Path) -> None:
    seeds = SEEDS[name]
    if not seeds.is_dir() or not any(seeds.iterdir()):
        pytest.skip(f"there are no seeds in {seeds.parent.name}/{seeds.name} beside this repository")
    content = tmp_path / "content"
    converted = subprocess.run(
        [sys.executable, "-m", "generator", "convert", str(seeds), "--content", str(content)],
        cwd=ROOT,
        env=os.environ | {"NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert converted.returncode == 0, converted.stderr
    linked, problems = briefing.link(store.load(content))
    assert [str(problem) for problem in problems] == []
    assert linked.articles
    assert linked.events

    built = run_pelican(content, tmp_path / "output", siteurl="/repo", conf="publishconf.py")
    assert built.status == 0, built.complained + built.said
    assert faults(built.folder, "/repo") == []
    chronology = words(built.folder / "chronology" / "index.html")
    for event in linked.events.values():
        assert " ".join(curled(event.front.title).split()) in chronology
    for id, article in linked.articles.items():
        html = built.read(f"sources/{id}/index.html")
        shown = [claim for claim in article.front.events if not claim.draft and claim.id]
        assert len(re.findall(r'<mark [^>]*id="c\d+"', html)) == len(shown)
        for claim in shown:
            event = linked.redirects.get(claim.id or "", claim.id or "")
            assert squeezed(claim.quote) in squeezed(words(built.folder / "events" / event / "index.html")), claim.quote
