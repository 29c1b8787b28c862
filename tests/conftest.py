"""What all tests share: the repository on the path, and the invented briefing as a folder and as a built site."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

ROOT = Path(__file__).parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tests.site.content_fixture import write_content  # noqa: E402
from tests.site.large_fixture import write_large  # noqa: E402
from tests.site.pelican_run import Built, run_pelican  # noqa: E402

if TYPE_CHECKING:
    from tests.desk import Desk


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


@pytest.fixture(scope="module")
def converted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the SEEDS of the module (name -> text) were converted."""
    from tests.desk import Desk

    desk = Desk(tmp_path_factory.mktemp("converted"))
    desk.seeds.mkdir()
    for name, text in request.module.SEEDS.items():
        desk.seed(name, text)
    desk.run()
    return desk.seeds.parent


@pytest.fixture
def desk(converted: Path, tmp_path: Path) -> Desk:
    """A copy of it for one test alone."""
    from tests.desk import Desk

    shutil.copytree(converted, tmp_path / "c")
    return Desk(tmp_path / "c")
