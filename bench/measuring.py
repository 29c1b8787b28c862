"""One command, timed, with the memory of all its processes."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_PAUSE = 0.1  # seconds between two looks at the memory
_NO_BYTE_CODE = "PYTHONDONTWRITEBYTECODE"  # with it each process compiles all modules, which no user's does


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of the wall clock, seconds that processors worked, the most memory that all processes of the command
    took at once in MB, and what it said.
    """

    seconds: float
    work: float
    megabytes: float
    said: str


class FailedError(RuntimeError):
    """A command that did not end well; the message is what it said."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run it in a folder, with byte code that is kept, as users have it. Raises `FailedError`."""
    given = {name: value for name, value in os.environ.items() if name != _NO_BYTE_CODE}
    began, before = time.perf_counter(), _worked()
    process = subprocess.Popen(
        command, cwd=folder, env={**given, **(environment or {})}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    most, ended = [0.0], threading.Event()

    def watch() -> None:
        while not ended.wait(_PAUSE):
            most[0] = max(most[0], _memory(process.pid))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    said, _ = process.communicate()
    taken = time.perf_counter() - began
    ended.set()
    watcher.join()
    if process.returncode:
        raise FailedError(f"{' '.join(command)}: {said.strip()[-2000:]}")
    return Run(taken, _worked() - before, most[0], said)


def _worked() -> float:
    """Seconds of work of all commands that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(top: int) -> float:
    """MB of a process and all below it; pages that they share count once. 0 where the system does not say."""
    total = 0.0
    for pid in _below(top):
        try:
            for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) / 1024
        except (OSError, ValueError):
            continue
    return total


def _below(top: int) -> list[int]:
    """A process and its children's children."""
    found, waiting = [], [top]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        try:
            for task in (_PROC / str(pid) / "task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
        except (OSError, ValueError):
            continue
    return found
