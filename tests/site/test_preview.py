from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from generator.site import watching
from tests.site.pelican_run import ROOT


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("content/events/a.md", True),
        ("content/briefing.yaml", True),
        ("content/images/a.png", True),
        ("content/.generated.json", False),
        ("content/.cache/fingerprint", False),
        ("content/events/.a.md.swp", False),
        ("content/events/a.md~", False),
        ("content/events/#a.md#", False),
        ("theme/static/style.css", True),
        ("theme/__pycache__/x.py", False),
        ("output/index.html", False),
        ("elsewhere.md", False),
    ],
)
def test_only_what_can_change_the_site_counts(tmp_path: Path, path: str, counts: bool) -> None:
    roots = [tmp_path / "content", tmp_path / "theme"]
    assert watching.matters(tmp_path / path, roots) is counts


def test_what_the_last_build_knew_of_is_no_change(tmp_path: Path) -> None:
    old, gone = tmp_path / "a/old.md", tmp_path / "a/gone.md"
    old.parent.mkdir()
    for path in (old, gone):
        path.write_text("x")
    gone.unlink()
    time.sleep(0.05)
    began = time.time_ns()
    assert watching.since({old, gone}, began) == set()
    time.sleep(0.05)
    new = tmp_path / "new.md"
    new.write_text("x")
    old.unlink()
    assert watching.since({old, gone, new}, began) == {old, gone, new}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Running:
    """A preview in a process of its own, as `make devserver` runs it."""

    def __init__(self, folder: Path, *more: str) -> None:
        self.folder, self.port = folder, free_port()
        self.log = (folder / "log").open("w+")
        command = [sys.executable, "-m", "generator.site.preview", "output", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [*command, "--prefix", "/repo/", *more],
            cwd=folder,
            stdout=self.log,
            stderr=self.log,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            start_new_session=True,
        )

    def __enter__(self) -> Running:
        return self

    def __exit__(self, *_: object) -> None:
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(15)
        self.log.close()

    def get(self, path: str = "about/") -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/repo/{path}", timeout=30) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def said(self) -> str:
        return (self.folder / "log").read_text()

    def until(self, true: object, seconds: float = 40) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if true():  # type: ignore[operator]
                return
            time.sleep(0.1)
        raise AssertionError(self.said())


@pytest.fixture
def checkout(content: Path, tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "theme", tmp_path / "theme")
    settings = "from generator.site.settings import *\nTHEME = 'theme'\nPATH = 'content'\n"
    (tmp_path / "pelicanconf.py").write_text(settings)
    return tmp_path


def test_the_site_follows_changes_and_a_failed_build_leaves_the_last_good_one(checkout: Path) -> None:
    about = checkout / "content/pages/about.md"
    template = checkout / "theme/templates/page.html"
    settings = checkout / "pelicanconf.py"
    with Running(checkout) as preview:
        preview.until(lambda: "Who makes this." in preview.get())
        number = preview.get("__preview/wait")
        assert f'data-number="{number}"' in preview.get()
        about.write_text(about.read_text().replace("Who makes this.", "Nobody makes this."))
        # A browser that waits is told as soon as the new page is there.
        assert preview.get(f"__preview/wait?{number}") != number
        assert "Nobody makes this." in preview.get()
        assert 'href="/repo/chronology/"' in preview.get()
        good = template.read_text()
        template.write_text(good + "{% bad %}")
        preview.until(lambda: "what you see is the last good site" in preview.get())
        assert "Nobody makes this." in preview.get()
        assert "page.html:" in preview.get()
        about.write_text(about.read_text().replace("Nobody makes this.", "They make this."))
        template.write_text(good)
        # The page is there a moment before the word that all is well again.
        preview.until(lambda: "They make this." in (page := preview.get()) and "the last good site" not in page)
        settings.write_text(settings.read_text() + "SITEURL = 'https://elsewhere.example'\n")
        preview.until(lambda: preview.said().count("Changed: ") >= 3 and "pelicanconf.py" in preview.said())
        assert "Traceback" not in preview.said()


def test_a_faulty_page_stays_as_it_was_and_says_what_is_wrong(checkout: Path) -> None:
    page = checkout / "content/events/2031-03-07-harbour-closes.md"
    address = "events/2031-03-07-harbour-closes/"
    with Running(checkout) as preview:
        preview.until(lambda: "Port Elian closes its harbour" in preview.get(address))
        page.write_text(page.read_text().replace("status: undisputed", "status: undisputd"))
        preview.until(lambda: "what you see is its last good version" in preview.get(address))
        assert "Port Elian closes its harbour" in preview.get(address)
        assert "2031-03-07-harbour-closes.md:4</code>" in preview.get(address)
        assert "did you mean &quot;undisputed&quot;?" in preview.get("")
        desk = preview.get("desk/")
        assert "2031-03-07-harbour-closes.md:4" in desk
        assert "briefing accept 2031-03-04-sandpiper-aground" in desk
        assert preview.get("no-such-page/") == ""
    published = checkout / "output"
    assert not (published / "desk").exists()
    assert [p for p in published.rglob("*.html") if "preview" in p.read_text() and "__preview" in p.read_text()] == []


def test_a_new_seed_is_on_the_site(checkout: Path) -> None:
    pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")
    seeds = checkout / "seeds"
    seeds.mkdir()
    shutil.rmtree(checkout / "content")
    with Running(checkout, "--seeds", "seeds") as preview:
        preview.until(lambda: preview.get("") != "", 90)
        seed = "date 2023-05-10 Anna Berg visited Lisbon on 3 May 2023 to sign a pact.\n"
        (seeds / "a.txt").write_text(seed)
        preview.until(lambda: "Lisbon" in preview.get("chronology/"), 90)
