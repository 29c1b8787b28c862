"""The same seeds and pages give the same bytes, whatever the locale, time zone, hash seed, folder or order of files."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.site.pelican_run import ROOT

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

# BRIEFING_PYTHONS: other interpreters with the converter's packages, parted by colons; each must give the same bytes.
PYTHONS = [path for path in os.environ.get("BRIEFING_PYTHONS", "").split(":") if path]
SEEDS = ROOT / "tests/fixtures/seeds"
PLACES = (
    {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "1"},
    {"LC_ALL": "C", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "PYTHONUTF8": "0"},
)


def made(folder: Path, place: dict[str, str], *, backwards: bool, python: str = sys.executable) -> dict[str, str]:
    """Hash of every page and every file of the site, made in a folder and a place of its own."""
    (folder / "seeds").mkdir(parents=True)
    for path in sorted(SEEDS.iterdir(), reverse=backwards):  # a folder may list them by when they came
        (folder / "seeds" / path.name).write_bytes(path.read_bytes())
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "TZ", "PYTHON", "SOURCE_DATE"))}
    environment = kept | {"PYTHONPATH": str(ROOT), "SITEURL": "", "NO_COLOR": "1"} | place
    for command in (
        ["generator", "convert", "seeds", "--content", "content"],
        ["pelican", "content", "-o", "output", "-s", str(ROOT / "pelicanconf.py")],
    ):
        done = subprocess.run(
            [python, "-m", *command], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
        )
        assert done.returncode == 0, done.stderr
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for top in ("content", "output")
        for path in sorted((folder / top).rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }


def test_the_same_everywhere(tmp_path: Path) -> None:
    first = made(tmp_path / "a", PLACES[0], backwards=False)
    second = made(tmp_path / "some other place", PLACES[1], backwards=True)
    assert len(first) > 40
    assert second == first
    for i, python in enumerate(PYTHONS):
        assert made(tmp_path / f"python {i}", PLACES[i % 2], backwards=True, python=python) == first, python
