"""Real Pelican in a process of its own, as `make html` runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site and what the build said."""

    folder: Path
    content: Path
    status: int
    said: str  # standard output
    complained: str  # standard error

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))


def run_pelican(
    content: Path,
    output: Path,
    *,
    siteurl: str = "",
    conf: str = "pelicanconf.py",
    extra: tuple[str, ...] = (),
    timeout: int = 120,
) -> Built:
    """One build with the repository's own settings, from the folder that holds the content."""
    # No colours and a fixed width, whatever terminal the tests run in.
    keep = {k: v for k, v in os.environ.items() if k not in ("SITEURL", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "COLUMNS")}
    # The code of this checkout, whichever one the environment was made for.
    own = {"PYTHONPATH": str(ROOT)}
    environment = keep | own | {"SITEURL": siteurl, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "pelican", content.name, "-o", str(output), "-s", str(ROOT / conf), *extra]
    done = subprocess.run(
        command, cwd=content.parent, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=timeout
    )
    return Built(output, content, done.returncode, done.stdout, done.stderr)
