"""The only file that reads and writes content/: pages, settings, proposals, and the record of what was generated."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from generator import frontmatter
from generator.content import FOLDERS, Content
from generator.frontmatter import Model, Page
from generator.model import Proposal, Proposals, Settings
from generator.problems import Problem

MAX_BYTES = 5_000_000  # a page larger than this is no page that a person edits
GENERATED = ".generated.json"
CACHE = ".cache"
SETTINGS = "briefing.yaml"
PROPOSALS = "proposals.yaml"


def _pages_of(content: Path, folder: str) -> Iterator[Path]:
    """The pages of one folder, in the order of their names; hidden files are nobody's pages."""
    base = content / folder
    if base.is_dir():
        yield from sorted((p for p in base.glob("*.md") if not p.name.startswith(".")), key=lambda p: p.name)


def shown(content: Path, path: Path) -> str:
    """A path as the person typed it: below the folder they named."""
    return f"{content.as_posix()}/{path.relative_to(content).as_posix()}"


def _text(content: Path, path: Path) -> tuple[str, Problem | None]:
    where = shown(content, path)
    try:
        if not path.resolve().is_relative_to(content.resolve()):
            return "", Problem(where, 0, "it is a link that leads out of the content", "put the page itself here")
        if path.stat().st_size > MAX_BYTES:
            return "", Problem(where, 0, f"it is larger than {MAX_BYTES // 1_000_000} MB", "shorten or split it")
        return path.read_bytes().decode("utf-8"), None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return "", Problem(where, line, "it is not UTF-8", "save it as UTF-8")
    except OSError as error:
        return "", Problem(where, 0, f"it cannot be read ({error.strerror})", "check its rights")


def load(content: Path) -> Content:
    """Everything under content/. Faulty pages are left out and named in `problems`."""
    problems: list[Problem] = []
    paths: dict[str, list[str]] = {}
    pages: dict[str, list[Page[Any]]] = {folder: [] for folder in FOLDERS}
    for folder, model in FOLDERS.items():
        for path in _pages_of(content, folder):
            where = shown(content, path)
            paths.setdefault(path.stem, []).append(where)
            text, problem = _text(content, path)
            if problem:
                problems.append(problem)
                continue
            page, found = frontmatter.parse(text, model, path.stem, where)
            problems += found
            if page:
                pages[folder].append(page)
    settings, found = load_settings(content)
    proposals, unread = load_proposals(content)
    problems += [*found, *unread]
    return Content(
        content.as_posix(),
        **{folder: tuple(rows) for folder, rows in pages.items()},
        settings=settings,
        proposals=proposals,
        paths={id: tuple(where) for id, where in paths.items()},
        problems=tuple(problems),
    )


def load_settings(content: Path) -> tuple[Settings, list[Problem]]:
    """content/briefing.yaml; the defaults where there is none or it is faulty."""
    made, problems = _load_yaml(content, SETTINGS, Settings)
    return made or Settings(), problems


def load_proposals(content: Path) -> tuple[tuple[Proposal, ...], list[Problem]]:
    """content/proposals.yaml; none where there is no such file or it is faulty."""
    made, problems = _load_yaml(content, PROPOSALS, Proposals)
    return made.proposals if made else (), problems


def _load_yaml(content: Path, name: str, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    path = content / name
    if not path.is_file():
        return None, []
    text, problem = _text(content, path)
    if problem:
        return None, [problem]
    page, problems = frontmatter.parse(f"---\n{text.rstrip()}\n---\n", model, path.stem, shown(content, path))
    # The fence above took one line, so every line is one too high.
    shifted = [Problem(p.path, max(p.line - 1, 1), p.message, p.remedy, p.level, p.rule) for p in problems]
    return (page.front if page else None), shifted


# ---- writing ----


def write(path: Path, text: str) -> bool:
    """Write a file as a whole or not at all; `False` where it holds just that already."""
    data = text.encode("utf-8")
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def update(content: Path, pages: Mapping[str, str], stale: Iterable[str]) -> None:
    """Write pages (path below content/ -> text), and take the stale ones away."""
    for path, text in sorted(pages.items()):
        write(content / path, text)
    for path in stale:
        (content / path).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def digest(data: bytes | str) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data.encode("utf-8") if isinstance(data, str) else data).hexdigest()


def generated(content: Path) -> dict[str, str]:
    """What the converter last wrote: path below content/ -> hash of the page. Unreadable: nothing is known."""
    try:
        rows = json.loads((content / GENERATED).read_text(encoding="utf-8"))["pages"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return (
        {k: v for k, v in rows.items() if isinstance(k, str) and isinstance(v, str)} if isinstance(rows, dict) else {}
    )


def record(content: Path, pages: Mapping[str, str]) -> None:
    """Remember what was written; one page a line, so that a merge in git is one line as well."""
    write(content / GENERATED, json.dumps({"version": 1, "pages": dict(pages)}, indent=1, sort_keys=True) + "\n")


PROPOSALS_HEAD = """\
# Entities that may be one. Write same: true behind a pair to join its pages, same: false to keep them apart for ever.
# The converter adds pairs at the end and never changes what you write.
proposals:
"""


def propose(content: Path, new: Iterable[Proposal]) -> int:
    """Add the pairs that are not in content/proposals.yaml yet, at its end; how many they were.

    Whatever a person wrote there stays to the byte; a file that cannot be read is left alone.
    """
    path = content / PROPOSALS
    known, problems = load_proposals(content)
    seen = {frozenset(p.pair) for p in known}
    rows = [p for p in new if frozenset(p.pair) not in seen]
    if problems or not rows:
        return 0
    before = path.read_text(encoding="utf-8").rstrip() + "\n" if path.is_file() else PROPOSALS_HEAD
    write(path, before + "".join(frontmatter.row(p) for p in rows))
    return len(rows)


def on_disk(content: Path) -> dict[str, str]:
    """Path below content/ -> hash, for every page of the folders that the converter writes."""
    return {
        f"{folder}/{path.name}": digest(path.read_bytes())
        for folder in ("articles", "entities", "events")
        for path in _pages_of(content, folder)
    }


def fingerprint(content: Path, parts: Iterable[str]) -> str:
    """One hash over `parts` (seeds, code, settings) and every page, so that a run with nothing new can stop early."""
    total = hashlib.sha256()
    for part in parts:
        total.update(part.encode("utf-8") + b"\0")
    for name, value in sorted(on_disk(content).items()):
        total.update(f"{name}={value}\0".encode())
    for name in (SETTINGS, GENERATED, PROPOSALS):
        path = content / name
        total.update(path.read_bytes() if path.is_file() else b"-")
    return total.hexdigest()


def last_run(content: Path) -> tuple[str, list[Problem]] | None:
    """The fingerprint after the last run, and what could not be read; `None` where the cache is gone."""
    try:
        row = json.loads((content / CACHE / "last-run.json").read_text(encoding="utf-8"))
        return str(row["fingerprint"]), [Problem(**problem) for problem in row["unread"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember_run(content: Path, value: str, unread: Iterable[Problem]) -> None:
    """Keep it in the cache, which git does not see and which may vanish at any time."""
    write(content / CACHE / ".gitignore", "*\n")
    row = {"fingerprint": value, "unread": [asdict(problem) for problem in unread]}
    write(content / CACHE / "last-run.json", json.dumps(row, indent=1) + "\n")
