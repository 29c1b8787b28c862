"""The program as a wheel, made of the files that are running: a briefing that carries it needs no index to be built.

A wheel is a zip archive with a list of its files (https://packaging.python.org/specifications/binary-distribution-format).
This program is pure Python, so no build backend is needed for one: what is here is packed as it lies. From a checkout,
names and needs are read from pyproject.toml; from an installation, from what pip keeps of the wheel that it came from.
The same files give the same bytes: order, times and modes are fixed.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import shlex
import sys
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from generator import __version__

PROGRAM = "briefing-generator"
_STEM = f"briefing_generator-{__version__}"
NAME = f"{_STEM}-py3-none-any.whl"
_INFO = f"{_STEM}.dist-info"
# What pip notes about one installation of one machine is no part of the program.
_OF_THE_MACHINE = frozenset({"direct_url.json", "INSTALLER", "RECORD", "REQUESTED"})
_WHEEL = "Wheel-Version: 1.0\nGenerator: briefing-generator\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
# The day that build backends take, since a zip archive knows no time before 1980.
_DAY = (2020, 2, 2, 0, 0, 0)


def checkout() -> Path | None:
    """The checkout that the program runs from; None where it is installed."""
    package = Path(__file__).parent
    return None if (package / "starter").is_dir() else package.parent


def noted() -> dict[str, Any] | None:
    """What pip noted of where this installation came from (PEP 610); None where that was an index."""
    try:
        told = distribution(PROGRAM).read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    return json.loads(told) if told else None


def again(extra: str) -> str:
    """The command that installs this same program here once more, with an extra."""
    root, told = checkout(), noted() or {}
    url = str(told.get("url", ""))
    if root or url.startswith("file:"):
        what = f"{root or unquote(urlsplit(url).path)}[{extra}]"
    elif url:
        kind = told.get("vcs_info", {}).get("vcs")
        what = f"{PROGRAM}[{extra}] @ {kind + '+' if kind else ''}{url}"
    else:
        what = f"{PROGRAM}[{extra}]"
    return shlex.join([sys.executable, "-m", "pip", "install", what])


def pack() -> bytes:
    """The wheel. Raises `importlib.metadata.PackageNotFoundError` where an installation has lost what pip kept."""
    root = checkout()
    held = dict(_of_checkout(root) if root else _of_installation())
    record = f"{_INFO}/RECORD"
    lines = [f"{name},sha256={_hash(held[name])},{len(held[name])}" for name in sorted(held)]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(held, key=lambda name: (name.startswith(_INFO), name)):
            archive.writestr(_entry(name), held[name])
        archive.writestr(_entry(record), "".join(f"{line}\n" for line in [*lines, f"{record},,"]))
    return packed.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, _DAY)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.create_system = 3  # Unix, so that the mode holds
    made.external_attr = 0o100644 << 16
    return made


def _hash(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _of_checkout(root: Path) -> Iterator[tuple[str, bytes]]:
    told = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = told["tool"]["hatch"]["build"]["targets"]["wheel"]
    for folder in wheel["only-include"]:
        yield from _below(root / folder, wheel["sources"].get(folder, folder))
    licences = sorted({path for pattern in told["project"]["license-files"] for path in root.glob(pattern)})
    for path in licences:
        yield f"{_INFO}/licenses/{path.relative_to(root).as_posix()}", path.read_bytes()
    named = [path.relative_to(root).as_posix() for path in licences]
    readme = (root / told["project"]["readme"]).read_text(encoding="utf-8")
    yield f"{_INFO}/METADATA", (_metadata(told["project"], named) + "\n" + readme).encode()
    scripts = "".join(f"{name} = {place}\n" for name, place in told["project"]["scripts"].items())
    yield f"{_INFO}/entry_points.txt", f"[console_scripts]\n{scripts}".encode()
    yield f"{_INFO}/WHEEL", _WHEEL.encode()


def _metadata(project: Mapping[str, Any], licences: list[str]) -> str:
    lines = [
        "Metadata-Version: 2.4",
        f"Name: {project['name']}",
        f"Version: {__version__}",
        f"Summary: {project['description']}",
        f"License-Expression: {project['license']}",
        *(f"License-File: {name}" for name in licences),
        f"Requires-Python: {project['requires-python']}",
        *(f"Requires-Dist: {need}" for need in project["dependencies"]),
    ]
    for extra, needs in project["optional-dependencies"].items():
        lines += [f"Provides-Extra: {extra}", *(f"Requires-Dist: {need}; extra == '{extra}'" for need in needs)]
    return "\n".join([*lines, "Description-Content-Type: text/markdown", ""])


def _of_installation() -> Iterator[tuple[str, bytes]]:
    package = Path(__file__).parent
    yield from _below(package, package.name)
    for listed in distribution(PROGRAM).files or ():
        inside = PurePosixPath(listed.as_posix())
        if inside.parts[0].endswith(".dist-info") and inside.name not in _OF_THE_MACHINE:
            yield str(PurePosixPath(_INFO, *inside.parts[1:])), Path(str(listed.locate())).read_bytes()


def _below(folder: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """What is of the program below a folder: neither what Python compiled of it, nor an editor's or a system's own."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        inside = path.relative_to(folder)
        if not any(
            part == "__pycache__" or part.startswith(".") or part.endswith(("~", ".pyc")) for part in inside.parts
        ):
            yield f"{name}/{inside.as_posix()}", path.read_bytes()
