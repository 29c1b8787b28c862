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

from generator.site import preview
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
    assert preview.matters(tmp_path / path, roots) is counts


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_site_follows_changes_and_a_failed_build_leaves_the_last_good_one(content: Path, tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(ROOT / "theme", theme)
    settings = tmp_path / "pelicanconf.py"
    settings.write_text("from generator.site.settings import *\nTHEME = 'theme'\nPATH = 'content'\n")
    port = free_port()
    log = (tmp_path / "log").open("w+")
    command = [sys.executable, "-m", "generator.site.preview", "output", "--port", str(port), "--prefix", "/repo/"]
    running = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=log,
        stderr=log,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )

    def get() -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/repo/about/", timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def until(true: object, seconds: float = 20) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if true():  # type: ignore[operator]
                return True
            time.sleep(0.1)
        return False

    def said() -> str:
        return (tmp_path / "log").read_text()

    try:
        assert until(lambda: "Who makes this." in get()), said()
        about = content / "pages" / "about.md"
        about.write_text(about.read_text().replace("Who makes this.", "Nobody makes this."))
        assert until(lambda: "Nobody makes this." in get()), said()
        assert 'href="/repo/chronology/"' in get()
        template = theme / "templates" / "page.html"
        good = template.read_text()
        template.write_text(good + "{% bad %}")
        assert until(lambda: "the last good site" in said()), said()
        assert "Nobody makes this." in get()
        about.write_text(about.read_text().replace("Nobody makes this.", "They make this."))
        template.write_text(good)
        assert until(lambda: "They make this." in get()), said()
        settings.write_text(settings.read_text() + "SITEURL = 'https://elsewhere.example'\n")
        assert until(lambda: said().count("Changed: ") >= 3 and "pelicanconf.py" in said()), said()
        assert "Traceback" not in said()
        assert "page.html:" in said()
    finally:
        os.killpg(running.pid, signal.SIGINT)
        running.wait(10)
        log.close()
