"""What all tests share: the repository on the path, and the invented briefing as a folder and as a built site."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.site.content_fixture import write_content  # noqa: E402
from tests.site.large_fixture import write_large  # noqa: E402
from tests.site.pelican_run import Built, run_pelican  # noqa: E402


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The invented briefing as a content folder of its own."""
    return write_content(tmp_path)


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The invented briefing, built by Pelican at the root of a host that nobody named."""
    folder = tmp_path_factory.mktemp("plain")
    return run_pelican(write_content(folder), folder / "output")


@pytest.fixture(scope="session")
def prefixed_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same under /repo, as a project's page lies."""
    folder = tmp_path_factory.mktemp("prefixed")
    return run_pelican(write_content(folder), folder / "output", siteurl="/repo")


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """300 invented sources and 420 events, at the root of a host."""
    folder = tmp_path_factory.mktemp("large")
    return run_pelican(write_large(folder), folder / "output")
