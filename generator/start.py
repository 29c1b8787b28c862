"""A new briefing: the files of `starter/`, with its name and the program's origin filled in, and settings explained.

What is copied becomes the editor's and is never touched again; theme and plugin stay in the package, so that a newer
package brings newer ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator import __version__, frontmatter, wheel, writing
from generator.settings import Settings
from generator.wheel import PROGRAM

WHEELS = "wheels"
# pip reads a relative path from where it runs, which is the folder of the briefing.
CARRIED = f"./{WHEELS}/{wheel.NAME}"
# What may stand in a folder that counts as empty: a repository that has just been made.
_IGNORED = frozenset({".git", ".DS_Store"})
_GIVEN = {"rights": {"default": "excerpt"}}  # a new briefing publishes nobody's whole text unless told to


class OccupiedError(ValueError):
    """The folder for a new briefing is not empty, or no folder."""


def starter() -> Path:
    """The files that a new briefing begins with: within the package where it is installed, beside it in a checkout."""
    inside = Path(__file__).parent / "starter"
    return inside if inside.is_dir() else Path(__file__).parents[1] / "starter"


def files(name: str, requirement: str) -> dict[str, str]:
    """Path in the new briefing -> text. `name` is the briefing's, `requirement` what pip is to install."""
    source = starter()
    quoted = frontmatter.block({"title": name}).removeprefix("title:").strip()
    filled = {"@NAME@": name, '"@TITLE@"': quoted, "@REQUIREMENT@": requirement}
    made = {"content/briefing.yaml": settings(name)}
    for path in sorted(p for p in source.rglob("*") if p.is_file()):
        inside = PurePosixPath(path.relative_to(source).as_posix())
        if inside.name == "LICENSE" or "__pycache__" in inside.parts:
            continue
        text = path.read_text(encoding="utf-8")
        for mark, value in filled.items():
            text = text.replace(mark, value)
        # A leading underscore stands for a dot: hidden files of the starter would count for this repository too.
        made["/".join(re.sub(r"^_", ".", part) for part in inside.parts)] = text
    return made


def settings(name: str) -> str:
    """content/briefing.yaml with every setting explained; what is not set stands there as an example, commented."""
    lines = ["# What this briefing is called and how it is made. Take a # away to set a key; each may be left out."]
    for key, field in Settings.model_fields.items():
        value = {"name": name, **_GIVEN}.get(key)
        example = (field.examples or [field.default])[0]
        said = (field.description or "").removeprefix("editors': ")
        lines += ["", f"# {said[:1].upper()}{said[1:]}."]
        if value is None:
            lines += [f"# {line}" for line in _block({key: example})]
        else:
            lines += _block({key: value})
        if isinstance(value, dict):
            rest = {k: v for k, v in example.items() if k not in value}
            lines += [f"  # {k}: {frontmatter.inline(v)}" for k, v in rest.items()]
    return "\n".join(lines) + "\n"


def _block(value: object) -> list[str]:
    return frontmatter.block(value).rstrip("\n").split("\n")


def make(
    folder: Path, name: str, requirement: str, python: str | None = None, carried: bytes | None = None
) -> list[str]:
    """Write a new briefing; the paths that were written. `python`: the interpreter that has the program, for `make`;
    `carried`: the program's wheel, where the briefing is to bring it along.

    Raises `OccupiedError` for a folder that holds anything, `OSError` where it cannot be written; then nothing is left.
    """
    if folder.exists() and not folder.is_dir():
        raise OccupiedError(f"{folder} is a file; name a new folder")
    held = sorted(p.name for p in folder.iterdir() if p.name not in _IGNORED) if folder.is_dir() else []
    if held:
        shown = ", ".join(held[:3]) + (f" and {len(held) - 3} more" if len(held) > 3 else "")
        raise OccupiedError(f"{folder} is not empty (it holds {shown}); name a new folder, or an empty one")
    made: dict[str, str | bytes] = {**files(name, requirement)}
    if carried is not None:
        made[f"{WHEELS}/{wheel.NAME}"] = carried
    if python:
        shown = python.replace("$", "$$").replace("#", "\\#")
        made["local.mk"] = f"# The Python that has the program, on this machine.\nPYTHON ?= {shown}\n"
    written: list[Path] = []
    try:
        for path, data in sorted(made.items()):
            written.append(folder / path)
            writing.write(folder / path, data)
    except OSError:
        _take_back(folder, written)
        raise
    return sorted(made)


def _take_back(folder: Path, written: list[Path]) -> None:
    for path in reversed(written):
        path.unlink(missing_ok=True)
        for above in path.relative_to(folder).parents:
            try:
                (folder / above).rmdir()
            except OSError:
                break


def name_of(folder: Path) -> str:
    """What a briefing in this folder is called until somebody says better: `harbour-merger` is Harbour merger."""
    words = re.sub(r"[-_\s]+", " ", folder.resolve().name).strip()
    return words[:1].upper() + words[1:] if words else "A briefing"


def requirement() -> tuple[str, bool]:
    """The line of requirements.txt by which another machine gets this same program; whether the wheel goes with it.

    An installed package knows where it came from (PEP 610). What came from an index or an address of the web comes
    from there again. A folder or a file of this machine is nowhere else, and neither is a checkout with its changes:
    the briefing takes the program with it.
    """
    if wheel.checkout() is not None:
        return CARRIED, True
    noted = wheel.noted()
    return origin(noted) if noted else (f"{PROGRAM}=={__version__}", False)


def origin(noted: Mapping[str, object]) -> tuple[str, bool]:
    """The same, of what a package noted about its origin."""
    url = str(noted.get("url", ""))
    if url.startswith("file:"):
        return CARRIED, True
    version = noted.get("vcs_info")
    if isinstance(version, Mapping):
        return f"{PROGRAM} @ {version['vcs']}+{url}@{version['commit_id']}", False
    return f"{PROGRAM} @ {url}", False
