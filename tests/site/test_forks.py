"""A build by copies of the process, as Pelican runs it: the same site, and no error is lost with a copy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.corpus import Corpus
from tests.site.pelican_run import ROOT

# Pelican's command in a process where even a few pages are worth a copy; it says how many copies there were.
_RUN = """
import multiprocessing.context, sys
from generator.site import forks, table
copies = []
start = multiprocessing.context.ForkProcess.start
multiprocessing.context.ForkProcess.start = lambda self: (copies.append(1), start(self))[1]
forks.WORTH, forks.cores = 2, lambda: int(sys.argv[1])
view = table.article.view
def failing(look, id):
    if id == sys.argv[2]:
        raise KeyError("no such thing")
    return view(look, id)
table.article.view = failing
import pelican
try:
    pelican.main(["content", "-o", sys.argv[3], "-s", sys.argv[4], "-e", "SEARCH_INDEX=false"])
finally:
    print("copies:", len(copies))
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    Corpus(14).content(tmp_path / "content")
    return tmp_path


def build(site: Path, output: str, cores: int, failing: str = "none") -> subprocess.CompletedProcess[str]:
    """By so many cores, with nothing known of another build; the page of the article `failing` cannot be made."""
    command = [sys.executable, "-c", _RUN, str(cores), failing, output, str(ROOT / "pelicanconf.py")]
    keep = {k: v for k, v in os.environ.items() if k not in ("SITEURL", "FORCE_COLOR")}
    made = subprocess.run(
        command, cwd=site, env=keep | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120
    )
    for left in (site / "content/.cache").glob("*"):
        left.unlink()
    return made


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_copies_make_the_site_that_one_process_makes(site: Path) -> None:
    alone, copied = build(site, "alone", 1), build(site, "copied", 3)
    assert alone.returncode == copied.returncode == 0
    assert "copies: 0" in alone.stdout
    assert int(copied.stdout.rpartition("copies: ")[2]) >= 3
    assert alone.stdout.partition(":")[2].partition("\n")[0] == copied.stdout.partition(":")[2].partition("\n")[0]
    assert files(site / "alone") == files(site / "copied") != {}


@pytest.mark.parametrize("cores", [1, 3])
def test_a_page_that_cannot_be_made_is_named_whoever_makes_it(site: Path, cores: int) -> None:
    made = build(site, "output", cores, failing="report-000007")
    assert made.returncode != 0
    assert "content/articles/report-000007.md: its page cannot be made: 'no such thing'" in made.stderr
    assert not (site / "output").exists()
