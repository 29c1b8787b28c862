"""What changed in the folders of a briefing, burst by burst."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def matters(path: Path, roots: Iterable[Path]) -> bool:
    """Whether a change of this file can change the site: it lies in one of its folders, and is no swap file."""
    if path.name.startswith("#") or path.name.endswith(("~", ".swp", ".tmp", ".pyc", ".part")):
        return False
    below = [path.relative_to(root) for root in roots if path.is_relative_to(root)]
    return any(not any(part.startswith((".", "__pycache__")) for part in rest.parts) for rest in below)


def changes(folders: Sequence[Path], settings: Path, stop: threading.Event | None = None) -> Iterator[set[Path]]:
    """Waits, and yields what has changed, once for each burst; at first nothing, when the watch has begun.

    Ends within half a second of `stop`. What changes while the caller is busy is not lost: it comes with the next
    burst. `folders` may lack some that do not exist.
    """
    from watchfiles import watch

    roots = [path for path in (*(f.resolve() for f in folders), PACKAGE.resolve()) if path.exists()]

    def wanted(_: object, name: str) -> bool:
        return matters(Path(name), roots)

    # The folder of the settings may be a whole checkout with its environment and output: of it only the settings are
    # looked at, twice a second.
    conf = settings.resolve().parent
    known = _stamps(conf)
    watching = False
    for batch in watch(
        *roots, watch_filter=wanted, stop_event=stop, yield_on_timeout=True, rust_timeout=500, debounce=200
    ):
        if not watching:
            watching = True
            yield set()
        found = {Path(name) for _, name in batch}
        now = _stamps(conf)
        found |= {path for path in now.keys() | known.keys() if now.get(path) != known.get(path)}
        known = now
        if found:
            yield found


def _stamps(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in sorted(folder.glob("*conf.py"))}


def since(paths: Iterable[Path], moment: int) -> set[Path]:
    """Those of some paths that changed, or went, after a moment (nanoseconds, as `time.time_ns`)."""
    return {path for path in paths if _changed(path) >= moment}


def _changed(path: Path) -> int:
    """When a file changed last; of one that is gone, when its folder did."""
    try:
        return os.stat(path).st_ctime_ns
    except OSError:
        pass
    try:
        return os.stat(path.parent).st_mtime_ns
    except OSError:
        return sys.maxsize
