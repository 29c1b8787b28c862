"""What the preview alone shows: the desk, and what is wrong. None of it lies in the folder of the site."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from generator import store
from generator.briefing import Briefing
from generator.content import FOLDERS
from generator.desk import Desk
from generator.problems import Problem
from generator.site import desk
from generator.site.build import Built
from generator.site.output import Output, file_of
from generator.views import addresses
from generator.views.words import speaking

STATE = "state.json"
_NEXT = "next.json"


def keep_faulty(left_out: Iterable[str], output: Output) -> None:
    """Pages with a fault stay as the last good build made them."""
    for path in left_out:
        folder, _, name = path.rpartition("/")
        try:
            output.keep(file_of(addresses.of_folder(folder.rpartition("/")[2], name.removesuffix(".md"))))
        except (KeyError, ValueError):
            continue


def write(folder: Path, built: Built, content: Path, problems: Sequence[Problem], briefing: Briefing) -> None:
    """The desk, and what the server has to know; it takes effect with `done`."""
    with speaking(briefing.settings.lang):
        view = desk.view(Desk(store.load(content), store.texts(content)), built.look, problems)
        page = built.env.get_template("desk.html").render(view=view, here=addresses.DESK)
    _put(folder / "desk.html", page)
    found = sorted(set(problems), key=lambda p: (p.level, p))
    state: dict[str, Any] = {
        "waiting": view.urgent,
        "left_out": list(briefing.left_out),
        "paths": {address: path for address, path in built.paths.items() if path},
        "problems": [
            {"path": p.path, "line": p.line, "level": p.level, "message": p.message, "remedy": p.remedy} for p in found
        ],
    }
    for path in briefing.left_out:
        parts = path.rsplit("/", 2)
        if len(parts) == 3 and parts[1] in FOLDERS:
            state["paths"].setdefault(addresses.of_folder(parts[1], parts[2].removesuffix(".md")), path)
    _put(folder / _NEXT, json.dumps(state))


def done(folder: Path) -> None:
    """The site is written: what was said of it counts now."""
    os.replace(folder / _NEXT, folder / STATE)


def _put(path: Path, text: str) -> None:
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, path)
