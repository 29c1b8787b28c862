"""One Chromium for all browser tests, and the invented briefing served as GitHub Pages would serve it."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.site import serve
from tests.site.pelican_run import ROOT, Built, run_pelican

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# In a container there is no sandbox to nest and no graphics card; the rest keeps the browser from calling home.
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars"
).split()


def _chromium() -> str:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found:
        return found
    reason = f"no browser: none of {', '.join(NAMES)} is on the PATH"
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(reason + "; in CI the browser tests must run")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Debian's Chromium, driven by playwright."""
    path = _chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


@dataclass(frozen=True)
class Served:
    """A site that answers: `url` ends in a slash."""

    url: str
    folder: Path


@contextmanager
def serving(folder: Path, prefix: str) -> Iterator[Served]:
    """Serves a folder on a free port until the test is over."""
    running = serve.server(folder, port=0, prefix=prefix, quiet=True)
    threading.Thread(target=lambda: running.serve_forever(poll_interval=0.05), daemon=True).start()
    try:
        yield Served(f"http://127.0.0.1:{running.server_address[1]}{prefix}", folder)
    finally:
        running.shutdown()
        running.server_close()


@pytest.fixture(scope="session")
def served(prefixed_site: Built) -> Iterator[Served]:
    """The invented briefing under /repo/."""
    assert prefixed_site.status == 0, prefixed_site.complained + prefixed_site.said
    with serving(prefixed_site.folder, "/repo/") as site:
        yield site


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The briefing that the repository ships, at the root of a host."""
    built = run_pelican(ROOT / "content", tmp_path_factory.mktemp("shipped") / "output")
    assert built.status == 0, built.complained + built.said
    with serving(built.folder, "/") as site:
        yield site
