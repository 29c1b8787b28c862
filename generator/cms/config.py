"""The configuration of the editors' page: where the pages lie, and a form for each kind of them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.cms import fields, found
from generator.content import FOLDERS
from generator.problems import Problem
from generator.settings import Settings

_GITHUB = re.compile(r"https://github\.com/([A-Za-z0-9-]+/[A-Za-z0-9._-]+?)(?:\.git)?/?")


class BackendError(Exception):
    """Why the page would not know where to save, and what to do."""


def repository(settings: Settings) -> str:
    """`owner/name` on GitHub, from the settings of a briefing. Raises `BackendError`."""
    given = settings.repository
    if given is None:
        raise BackendError(
            "briefing.yaml does not say where the pages are kept; add repository: https://github.com/OWNER/NAME"
        )
    match = _GITHUB.fullmatch(given)
    if match is None:
        raise BackendError(
            f"the page can save to GitHub only, and repository in briefing.yaml is {given}; give an address like "
            "https://github.com/OWNER/NAME"
        )
    return match[1]


def below_repository(content: Path) -> str:
    """The folder of pages as its git repository has it, "" for the whole of it; outside of one, its own name."""
    command = ["git", "-C", str(content), "rev-parse", "--show-prefix"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return content.resolve().name
    return done.stdout.decode("utf-8", "replace").strip().strip("/")


def configured(
    texts: Mapping[str, str], settings: Settings, base: str, backend: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """All of config.yml. Raises `BackendError`.

    `texts`: the pages by their paths below the folder of pages; `base`: that folder as the repository has it;
    `backend`: another one than the repository of the settings, for a trial.
    """
    base = f"{base}/" if base else ""
    return {
        # Signing in through a service would need one that somebody runs; a token needs none.
        "backend": backend
        or {
            "name": "github",
            "repo": repository(settings),
            "branch": settings.branch,
            "auth_methods": ["token"],
        },
        "app_title": settings.name or "Briefing",
        "media_folder": f"{base}images",
        "public_folder": "/images",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"indent_size": 2, "indent_sequences": True, "quote": "none"},
        },
        "collections": [
            fields.collection(folder, page, found.own_keys(_of(texts, folder), page), f"{base}{folder}")
            for folder, page in FOLDERS.items()
        ],
    }


def _of(texts: Mapping[str, str], folder: str) -> list[str]:
    return [text for path, text in sorted(texts.items()) if path.startswith(f"{folder}/")]


def risks(texts: Mapping[str, str], shown: str) -> list[Problem]:
    """What saving a page in the browser would change besides what the editor changed. `shown`: the folder, as typed."""
    return [
        problem
        for path, text in sorted(texts.items())
        if path.partition("/")[0] in FOLDERS
        for problem in found.at_risk(f"{shown}/{path}", text, FOLDERS[path.partition("/")[0]])
    ]
