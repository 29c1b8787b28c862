"""Writes content/, so that a crash at any moment, a full disk or a second run at the same time cost nothing.

Every file is written as a whole: into a temporary file beside it, to the disk (fsync), then renamed. Several pages and
the record of what was generated belong together. What is about to be written stands in a journal before the first page
changes; a run that finds the journal of another that died sees from each page's hash whether it got there, and brings
the record up to date. Without it a page that the dead run wrote would count as a person's.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import re
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from generator import store
from generator.content import FOLDERS, MERGED
from generator.merge import Record
from generator.problems import Problem
from generator.store import CACHE, GENERATED, digest

JOURNAL = ".journal.json"
HOLDER = "held-by.txt"
_PROCESS = re.compile(r"\(process (\d{1,9})\)")


class HeldError(OSError):
    """Another run is writing this folder."""


@contextmanager
def held(content: Path, doing: str) -> Iterator[None]:
    """Hold the folder of pages for one run. Raises `HeldError`, which says who holds it.

    The lock is the system's, on the folder itself: it dies with its holder, and no file is left that could lock out
    the next run. Who holds it stands in the cache, for the message alone.
    """
    content.mkdir(parents=True, exist_ok=True)
    folder = os.open(content, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
                raise
            raise HeldError(errno.EWOULDBLOCK, f"{_holder(content)} is writing it; wait until it has ended") from None
        _inside(content)
        with suppress(OSError):  # the message of others is not worth a run
            _cache(content)
            write(content / CACHE / HOLDER, f"briefing {doing} (process {os.getpid()})\n")
        _sweep(content)
        recover(content)
        try:
            yield
        finally:
            with suppress(OSError):
                (content / CACHE / HOLDER).unlink()
    finally:
        os.close(folder)


def _holder(content: Path) -> str:
    """Who holds the folder. Who has only just taken it may not have written its name over that of a killed run yet."""
    said = ""
    for _ in range(40):  # for two seconds
        with suppress(OSError):
            said = (content / CACHE / HOLDER).read_text(encoding="utf-8", errors="replace").strip()[:200]
        if (named := _PROCESS.search(said)) and _lives(int(named[1])):
            return said
        time.sleep(0.05)
    return said or "another run"  # perhaps on another machine, whose processes are not to be seen from here


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError as error:
        return error.errno == errno.EPERM  # it is somebody else's
    return True


def _inside(content: Path) -> None:
    """Refuse a folder of pages that is a link to elsewhere: what is written there would not be content."""
    for name in (*FOLDERS, CACHE):
        folder = content / name
        if folder.is_symlink() and not os.path.realpath(folder).startswith(os.path.realpath(content) + os.sep):
            raise OSError(errno.EPERM, "it is a link that leads out of the folder of pages", str(folder))


def _sweep(content: Path) -> None:
    """Take away the temporary files of runs that died."""
    for folder in (content, *(content / name for name in (*FOLDERS, CACHE))):
        for path in filter(Path.is_file, folder.glob(".*.briefing-tmp")):
            with suppress(OSError):
                path.unlink()


def write(path: Path, text: str | bytes) -> bool:
    """Write a file as a whole or not at all; `False` where it holds just that already."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    try:
        if path.read_bytes() == data:
            return False
        mode = path.stat().st_mode & 0o777
    except OSError:
        mode = 0o666 & ~_umask()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".briefing-tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one page: its new text (None: it goes), and its record (None: none)."""

    text: str | None
    record: Record | None


def commit(
    content: Path,
    changes: Mapping[str, Change],
    disk: Mapping[str, str],
    records: Mapping[str, Record],
    *,
    whole: bool = False,
) -> tuple[str, ...]:
    """Write pages (path below content/ -> change) and their records; the paths that had to be left.

    `disk`: hashes of the pages as they were read; a page that somebody has saved since is left for the next run.
    `whole`: the changes belong together; a run that finds them half done does the other half.
    """
    todo: dict[str, Change] = {}
    left: list[str] = []
    for path, change in sorted(changes.items()):
        if not store.is_page(path):
            raise OSError(errno.EPERM, "it is no page of this folder", str(content / path))
        hashed = digest(change.text) if change.text is not None else None
        if not whole and hashed is not None and hashed == disk.get(path) and change.record == records.get(path):
            continue  # there is nothing to write, whatever has become of it since
        if store.page_hash(content, path) != disk.get(path):
            left.append(path)
        elif hashed is None or hashed != disk.get(path) or change.record != records.get(path):
            todo[path] = change
    if not todo or (whole and left):
        return tuple(left)
    journal = {
        path: {
            "after": digest(change.text) if change.text is not None else None,
            "record": store.row_of(change.record) if change.record else None,
            **({"before": disk.get(path), "text": change.text} if whole else {}),
        }
        for path, change in todo.items()
    }
    write(content / JOURNAL, json.dumps(journal, sort_keys=True))
    _sync(content)
    folders = set()
    for path, change in todo.items():
        if store.page_hash(content, path) != disk.get(path):  # saved since the look above
            left.append(path)
            continue
        folders.add((content / path).parent)
        _put(content / path, change.text)
    for folder in sorted(folders):
        _sync(folder)
    _settle(content, {p: c.record for p, c in todo.items() if p not in left}, records)
    return tuple(left)


def save(
    content: Path,
    changes: Mapping[str, str | None],
    read: Mapping[str, str],
    derived: Mapping[str, Mapping[str, Any]] | None = None,
) -> tuple[str, ...]:
    """Write what an editor decided (path below content/ -> text, None: it goes), all of it or nothing; then the paths
    are given that somebody has saved since they were `read`.

    The record of what was generated stays, for what an editor changes is the editor's; but not what follows from the
    claims alone (`derived`: path -> keys and their values): that is generated, and later reports may move it.
    """
    known = store.generated(content)
    disk = {path: digest(read[path]) for path in changes if path in read}
    records = dict(known)
    for path, values in (derived or {}).items():
        if path in known:
            record, text = known[path].with_fields(values), changes[path]
            whole = text is not None and record.page == disk.get(path) and not store.touched(record, text)
            records[path] = replace(record, page=digest(text)) if whole and text else record
        elif path not in read:  # a page that was split off: its title is the editor's
            records[path] = Record("").with_fields(values)
    removed = Record("", known=False)  # a page of an editor's own that the editor removes
    found = {
        p: Change(t, records.get(p) or (removed if t is None and p != MERGED else None)) for p, t in changes.items()
    }
    return commit(content, found, disk, known, whole=True)


def left_by(disk: Mapping[str, str], changes: Mapping[str, Change]) -> dict[str, str]:
    """Path -> hash of every page as a run leaves it, which found `disk`."""
    wanted = dict(disk)
    for path, change in changes.items():
        if change.text is None:
            wanted.pop(path, None)
        else:
            wanted[path] = digest(change.text)
    return wanted


def saved_meanwhile(content: Path, wanted: Mapping[str, str]) -> tuple[str, ...]:
    """Pages that are not as a run left them: somebody saved them while it was reading."""
    now = store.on_disk(content)
    return tuple(sorted(p for p in wanted.keys() | now.keys() if wanted.get(p) != now.get(p)))


def recover(content: Path) -> bool:
    """Finish what a run that died had begun to record; whether there was anything."""
    try:
        journal = json.loads((content / JOURNAL).read_text(encoding="utf-8"))
        journal = {str(p): row for p, row in journal.items() if store.is_page(str(p))}
        rows = {p: (row["after"], row["record"]) for p, row in journal.items()}
        undone = {p: row for p, row in journal.items() if "text" in row}
    except FileNotFoundError:
        return False
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        (content / JOURNAL).unlink(missing_ok=True)  # it is written as a whole: this one is nobody's
        return False
    for path, row in sorted(undone.items()):
        if store.page_hash(content, path) == row["before"]:
            _put(content / path, row["text"])
    done = {
        path: store.record_of(record) if record else None
        for path, (after, record) in rows.items()
        if store.page_hash(content, path) == after
    }
    _settle(content, done, store.generated(content))
    return True


def _put(path: Path, text: str | None) -> None:
    if text is not None:
        write(path, text)
    else:
        path.unlink(missing_ok=True)


def _settle(content: Path, done: Mapping[str, Record | None], records: Mapping[str, Record]) -> None:
    new = {path: record for path, record in records.items() if path not in done}
    new |= {path: record for path, record in done.items() if record}
    record(content, new)
    (content / JOURNAL).unlink(missing_ok=True)
    _sync(content)


def _sync(folder: Path) -> None:
    """Bring a folder's names to the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def record(content: Path, pages: Mapping[str, Record]) -> None:
    """Remember what was generated; one page a line, so that a merge in git is one line as well."""
    rows = ",\n".join(
        f"  {json.dumps(path)}: {json.dumps(store.row_of(r), sort_keys=True, separators=(',', ':'))}"
        for path, r in sorted(pages.items())
    )
    write(content / GENERATED, f'{{\n "pages": {{\n{rows}\n }},\n "version": 2\n}}\n')


def _cache(content: Path) -> None:
    write(content / CACHE / ".gitignore", "*\n")


def remember_run(content: Path, value: str, unread: Iterable[Problem]) -> None:
    """Keep it in the cache, which git does not see and which may vanish at any time."""
    _cache(content)
    row = {"fingerprint": value, "unread": [asdict(problem) for problem in unread]}
    write(content / CACHE / "last-run.json", json.dumps(row, indent=1) + "\n")
