"""The newsroom of these tests: converted once, copied for each test, with a model of `llm` that a test answers for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

# What needs packages is imported where it is used: without them the modules of these tests skip themselves.
if TYPE_CHECKING:
    from tests.reader.briefing import Newsroom
    from tests.reader.plugin import Oracle


@pytest.fixture(scope="session")
def converted_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.desk import Desk
    from tests.reader.briefing import SEEDS

    desk = Desk(tmp_path_factory.mktemp("newsroom"))
    desk.seeds.mkdir()
    for name, text in SEEDS.items():
        desk.seed(name, text)
    desk.content.mkdir()
    (desk.content / "briefing.yaml").write_text("reader: {local: [oracle]}\n", encoding="utf-8")
    desk.run()
    return desk.seeds.parent


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[dict[str, Oracle]]:
    """Models that llm knows in this test: one that answers rightly, one that needs a key; nobody's own settings."""
    from llm.plugins import load_plugins, pm

    from tests.reader.briefing import RIGHT, by_title
    from tests.reader.plugin import Oracle, Plugin

    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path / "llm"))
    made = {
        "oracle": Oracle("oracle", by_title(RIGHT)),
        "keyed": Oracle("keyed", by_title(RIGHT), needs_key="keyed-service"),
    }
    load_plugins()
    plugin = Plugin(*made.values())
    pm.register(plugin)
    yield made
    pm.unregister(plugin)


@pytest.fixture
def room(converted_once: Path, models: dict[str, Oracle], tmp_path: Path) -> Newsroom:
    from tests.reader.briefing import Newsroom

    shutil.copytree(converted_once, tmp_path / "room")
    return Newsroom(tmp_path / "room", models["oracle"])
