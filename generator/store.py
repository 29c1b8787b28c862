"""Reads content/: pages, settings, proposals, conflicts. With `writing` it alone touches that folder."""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import Any

from generator import frontmatter, merge, rewriting
from generator.content import FOLDERS, MERGED, REVIEWED, Content
from generator.frontmatter import Model, Page
from generator.merge import Record
from generator.model import Conflict, Conflicts, Proposal, Proposals
from generator.problems import UNSEEN, Problem
from generator.settings import Settings

MAX_BYTES = 5_000_000  # a page larger than this is no page that a person edits
GENERATED = ".generated.json"
CACHE = ".cache"
SETTINGS = "briefing.yaml"
EDITED = "edited"  # in place of a page's hash in its record: a person's text stands there, which the converter began
PROPOSALS = "proposals.yaml"
IMAGES = "images"
CONFLICTS = "conflicts.yaml"

GENERATES = ("articles", "entities", "events")  # the folders that the converter writes

_PAGE = re.compile(r"(?:" + "|".join(FOLDERS) + r")/[^/\\\x00-\x1f]+\.md")


def _pages_of(content: Path, folder: str) -> list[str]:
    """The pages of one folder as paths below content/, in the order of their names; hidden files are nobody's pages."""
    try:
        with os.scandir(content / folder) as entries:
            names = sorted(e.name for e in entries if e.name.endswith(".md") and not e.name.startswith("."))
    except OSError:
        return []
    return [f"{folder}/{name}" for name in names]


def shown(content: Path, path: Path) -> str:
    """A path as the person typed it: below the folder they named."""
    return f"{content.as_posix()}/{path.relative_to(content).as_posix()}"


def is_page(path: str) -> bool:
    """Whether a path below content/ is one that this program may write: no record or journal leads anywhere else."""
    return path in (PROPOSALS, CONFLICTS, SETTINGS, MERGED, REVIEWED) or _PAGE.fullmatch(path) is not None


# What parts folders, or ends an address or a link; and the names of a folder itself, also as addresses write them.
_NO_ADDRESS = re.compile(r"[\\#\[\]|]|\A(?:\.|%2e){1,2}\Z", re.I)


def _fault(content: Path, path: Path | str) -> tuple[str, str] | None:
    """(why a file is not read, remedy); `None` for a file of the content. Raises `OSError` where there is none."""
    rename = "rename it with small letters, digits and hyphens"
    folder, name = os.path.split(path)
    if UNSEEN.search(name):
        return "its name holds a character that cannot be seen", rename
    if _NO_ADDRESS.search(PurePath(name).stem):
        return "its name can be no address of the site", rename
    found = os.lstat(path)
    if stat.S_ISLNK(found.st_mode) or not _within(content, folder):
        try:
            inside = Path(path).resolve(strict=True).is_relative_to(content.resolve())
        except RuntimeError:  # a link that leads to itself
            inside = False
        if not inside:
            return "it is a link that leads out of the content", "put the page itself here"
        found = os.stat(path)
    if not stat.S_ISREG(found.st_mode):
        return "it is no file", "take it away"
    if found.st_size > MAX_BYTES:
        return f"it is larger than {MAX_BYTES // 1_000_000} MB", "shorten or split it"
    return None


def _within(content: Path, folder: str) -> bool:
    """Whether a folder is surely within the content: it is the content's own, or lies in it and is no link. All pages
    are asked about several times in each run, and to resolve their paths would cost more than to read them.
    """
    of = str(content)
    return folder == of or (os.path.dirname(folder) == of and not os.path.islink(folder))


def _text(content: Path, path: Path) -> tuple[str, Problem | None]:
    where = shown(content, path)
    try:
        if fault := _fault(content, path):
            return "", Problem(where, 0, *fault, rule="unread")
        return path.read_bytes().decode("utf-8"), None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return "", Problem(where, line, "it is not UTF-8", "save it as UTF-8")
    except OSError as error:
        return "", Problem(where, 0, f"it cannot be read ({error.strerror})", "check its rights")


Parsed = tuple[Page[Any] | None, list[Problem]]
Each = Callable[[Callable[[Path], Parsed], Sequence[Path]], Iterable[Parsed]]  # map, or what does the same faster


def load(content: Path, each: Each = map) -> Content:
    """Everything under content/. Faulty pages are left out and named in `problems`."""
    problems: list[Problem] = []
    paths: dict[str, list[str]] = {}
    pages: dict[str, list[Page[Any]]] = {folder: [] for folder in FOLDERS}
    files = [content / path for folder in FOLDERS for path in _pages_of(content, folder)]
    for path, (page, found) in zip(files, each(partial(parsed, content), files), strict=True):
        paths.setdefault(path.stem, []).append(shown(content, path))
        problems += found
        if page:
            pages[path.parent.name].append(page)
    told, found = _yaml_page(content, SETTINGS, Settings)
    proposals, unread = load_proposals(content)
    conflicts, unreadable = load_conflicts(content)
    problems += [*found, *unread, *unreadable]
    records = generated(content)
    for folder in ("entities", "events"):
        pages[folder] = [replace(p, by_hand=True) if _by_hand(p, folder, records) else p for p in pages[folder]]
    return Content(
        content.as_posix(),
        **{folder: tuple(rows) for folder, rows in pages.items()},
        settings=told.front if told else Settings(),
        changes_at=tuple(told.line("changes", i, "text") - 1 for i in range(len(told.front.changes))) if told else (),
        proposals=proposals,
        conflicts=conflicts,
        images=images(content),
        paths={id: tuple(where) for id, where in paths.items()},
        problems=tuple(problems),
    )


def _by_hand(page: Page[Any], folder: str, records: Mapping[str, Record]) -> bool:
    """Whether a person made a page, under whatever id; where nothing is known of what was generated, none did."""
    known = [record for id in (page.id, *page.front.redirects) if (record := records.get(f"{folder}/{id}.md"))]
    return bool(records) and not (known and known[0].page)


def images(content: Path) -> frozenset[str]:
    """The files of content/images/, as paths below content/."""
    below = (p for p in (content / IMAGES).rglob("*") if p.is_file())
    return frozenset(p.relative_to(content).as_posix() for p in below)


def parsed(content: Path, path: Path) -> Parsed:
    """One page of one of the folders, as it was read, with what is wrong with it."""
    text, problem = _text(content, path)
    if problem:
        return None, [problem]
    return frontmatter.parse(text, FOLDERS[path.parent.name], path.stem, shown(content, path))


def load_settings(content: Path) -> tuple[Settings, list[Problem]]:
    """content/briefing.yaml; the defaults where there is none or it is faulty."""
    made, problems = _load_yaml(content, SETTINGS, Settings)
    return made or Settings(), problems


def load_proposals(content: Path) -> tuple[tuple[Proposal, ...], list[Problem]]:
    """content/proposals.yaml; none where there is no such file or it is faulty."""
    made, problems = _load_yaml(content, PROPOSALS, Proposals)
    return made.proposals if made else (), problems


def load_conflicts(content: Path) -> tuple[tuple[Conflict, ...], list[Problem]]:
    """content/conflicts.yaml; none where there is no such file or it is faulty."""
    made, problems = _load_yaml(content, CONFLICTS, Conflicts)
    if made or not problems:
        return made.conflicts if made else (), problems
    _, rows = conflict_rows(_text(content, content / CONFLICTS)[0])
    return tuple(c for _, c in rows if c), problems


def conflict_rows(text: str) -> tuple[str, list[tuple[str, Conflict | None]]]:
    """What stands above the first row of a faulty conflicts.yaml, and each row's text with what it says; `None` where
    that row is at fault: the others still count.
    """
    head, *rows = re.split(r"(?m)^(?=[ ]{0,8}-[ ])", text)
    found: list[tuple[str, Conflict | None]] = []
    for row in rows:
        page, problems = frontmatter.parse(f"---\nconflicts:\n{row.rstrip()}\n---\n", Conflicts, "conflicts", CONFLICTS)
        sound = page is not None and len(page.front.conflicts) == 1 and not problems
        found.append((row, page.front.conflicts[0] if page and sound else None))
    return head, found


def _load_yaml(content: Path, name: str, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    page, problems = _yaml_page(content, name, model)
    return (page.front if page else None), problems


def _yaml_page(content: Path, name: str, model: type[Model]) -> tuple[Page[Model] | None, list[Problem]]:
    """A file of YAML; its lines are one too high, for they count the fence of a page."""
    path = content / name
    if not path.is_file():
        return None, []
    text, problem = _text(content, path)
    if problem:
        return None, [problem]
    page, problems = frontmatter.parse(f"---\n{text.rstrip()}\n---\n", model, path.stem, shown(content, path))
    shifted = [Problem(p.path, max(p.line - 1, 1), p.message, p.remedy, p.level, p.rule) for p in problems]
    return page, shifted


# ---- what was generated ----


def digest(data: bytes | str) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data.encode("utf-8") if isinstance(data, str) else data).hexdigest()


def read_bytes(content: Path, path: str) -> bytes | None:
    """The bytes of a file below content/; `None` where it cannot be read, or leads out of it."""
    try:
        return None if _fault(content, content / path) else (content / path).read_bytes()
    except OSError:
        return None


def page_hash(content: Path, path: str) -> str | None:
    """The hash of a file below content/, `None` where there is none. What is not read has one, so that it is a person's
    and stays.
    """
    file = os.path.join(content, path)
    try:
        if fault := _fault(content, file):
            return digest(f"unread: {fault[0]}")
        with open(file, "rb", buffering=0) as opened:
            return digest(opened.read())
    except OSError as error:
        there = not isinstance(error, FileNotFoundError | NotADirectoryError) or os.path.islink(file)
        return digest(f"unread: {error.errno}") if there else None


def texts(content: Path) -> dict[str, str]:
    """Path below content/ -> text, of every page, of what waits for decisions, and of the settings."""
    paths = [path for folder in FOLDERS for path in _pages_of(content, folder)]
    paths += [name for name in (PROPOSALS, CONFLICTS, MERGED, REVIEWED, SETTINGS) if (content / name).is_file()]
    found = {}
    for path in paths:
        text, problem = _text(content, content / path)
        if not problem:
            found[path] = text
    return found


def generated(content: Path) -> dict[str, Record]:
    """What the converter last wrote: path below content/ -> its record. Unreadable: nothing is known."""
    try:
        rows = json.loads((content / GENERATED).read_text(encoding="utf-8"))["pages"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    if not isinstance(rows, dict):
        return {}
    return {k: made for k, v in rows.items() if isinstance(k, str) and is_page(k) and (made := record_of(v))}


def touched(record: Record | None, text: str) -> bool:
    """Whether a person wrote anything on a page; of one that cannot be read it is believed."""
    try:
        data, parts = rewriting.read(text)
    except rewriting.CannotEditError:
        return True
    return merge.touched(record, data, parts.body)


def record_of(row: Any) -> Record | None:
    """A record as it stands in JSON; the first version held nothing but the hash of the page."""
    if isinstance(row, str):
        return Record(row, known=False)
    try:
        fields, body = row["fields"], row["body"]
        if isinstance(fields, dict) and isinstance(body, list):
            return Record(str(row["page"]), fields, tuple(map(str, body)))
    except (KeyError, TypeError):
        pass
    return None


def row_of(record: Record) -> Any:
    """A record as JSON."""
    if not record.known:
        return record.page
    return {"page": record.page, "fields": record.fields, "body": list(record.body)}


def reviewed(content: Path) -> str:
    """The text of what is remembered of reviewed events; empty where there is none."""
    data = read_bytes(content, REVIEWED)
    return data.decode("utf-8", "replace") if data else ""


def on_disk(content: Path, folders: Iterable[str] = GENERATES) -> dict[str, str]:
    """Path below content/ -> hash, for every page of these folders."""
    paths = [path for folder in folders for path in _pages_of(content, folder)]
    return {path: value for path in paths if (value := page_hash(content, path)) is not None}


def fingerprint(content: Path, parts: Iterable[str], disk: Mapping[str, str]) -> str:
    """One hash over `parts` (seeds, code, settings) and every page, so that a run with nothing new can stop early.

    `disk`: the pages as a run found or left them. What somebody saves a moment later has another hash, and the next
    run looks at it.
    """
    total = hashlib.sha256()
    for part in parts:
        total.update(part.encode("utf-8") + b"\0")
    for name, value in sorted(disk.items()):
        total.update(f"{name}={value}\0".encode())
    for name in (SETTINGS, GENERATED, REVIEWED, PROPOSALS, CONFLICTS):
        total.update((page_hash(content, name) or "-").encode())
    return total.hexdigest()


def last_run(content: Path) -> tuple[str, list[Problem]] | None:
    """The fingerprint after the last run, and what could not be read; `None` where the cache is gone."""
    try:
        row = json.loads((content / CACHE / "last-run.json").read_text(encoding="utf-8"))
        return str(row["fingerprint"]), [Problem(**problem) for problem in row["unread"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
