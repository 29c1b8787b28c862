"""Commands that are killed at a random moment, and what must be true behind it.

A command spends its first seconds with imports, at which nothing can break. Most are therefore forked from a process
that has its imports done (`Nursery`): their random moment is one of the work itself. Every eighth is a command of its
own, killed at any moment from its first.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import random
import runpy
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from tests.safety import tally
from tests.site.pelican_run import ROOT

KILLS = int(os.environ.get("BRIEFING_KILLS", "8"))
"""How many in all: half of them of convert, a quarter of merge, a quarter of the build."""

Files = dict[str, bytes]


def files(folder: Path) -> Files:
    """Path -> bytes of all but the cache, which may vanish at any time."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and ".cache" not in p.parts
    }


def environment() -> dict[str, str]:
    """For a command of this checkout, wherever it runs."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "SITEURL": "", "NO_COLOR": "1"}


def neither_old_nor_new(now: Files, old: Files, new: Files) -> list[str]:
    """Pages that are not as they were and not as they will be, or that are gone though both have them."""
    shown = {path: data for path, data in now.items() if not path.rpartition("/")[2].startswith(".")}
    torn = [path for path, data in shown.items() if data not in (old.get(path), new.get(path))]
    both = {path for path in old.keys() & new.keys() if not path.rpartition("/")[2].startswith(".")}
    return sorted([*torn, *(both - shown.keys())])


def no_special_rights() -> None:
    """Root may write where nobody may; without this right of its it is held to a folder's mode like everybody."""
    for right in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH of capabilities(7)
        ctypes.CDLL(None).prctl(24, right, 0, 0, 0)  # PR_CAPBSET_DROP


# ---- running and killing ----


class Running(Protocol):
    """What a command that runs can be asked; `subprocess.Popen` is one."""

    def poll(self) -> int | None:
        """Its status, when it has ended."""

    def kill(self) -> None:
        """Kill it, with what cannot be caught."""

    def wait(self) -> int:
        """Its status, behind its end; negative where a signal ended it."""


class Nursery:
    """A process with all imports done, of which every command is a fork."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.safety.killing"],
            cwd=ROOT, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, bufsize=1,
        )  # fmt: skip
        assert self.line() == "ready"

    def line(self) -> str:
        """The next line that it says."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def says(self) -> bool:
        """Whether it has said something that nobody has read."""
        return bool(select.select([self._process.stdout], [], [], 0)[0])

    def start(self, module: str, arguments: list[str], cwd: Path) -> Forked:
        """Begin `python -m MODULE ARGUMENTS` in a folder."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([module, arguments, str(cwd)]) + "\n")
        return Forked(self, int(self.line()))

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(20)


class Forked:
    """A command that a nursery began."""

    def __init__(self, nursery: Nursery, pid: int) -> None:
        self._nursery = nursery
        self._status: int | None = None
        try:
            self._handle = os.pidfd_open(
                pid
            )  # a number may be somebody else's as soon as the nursery has waited for it
        except ProcessLookupError:
            self._handle = -1

    def poll(self) -> int | None:
        """Its status, when it has ended."""
        if self._status is None and self._nursery.says():
            self._status = int(self._nursery.line())
        return self._status

    def kill(self) -> None:
        """Kill it, with what cannot be caught."""
        if self._handle >= 0:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def wait(self) -> int:
        """Its status, behind its end."""
        if self._status is None:
            self._status = int(self._nursery.line())
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
        return self._status


def killed(
    number: int,
    nursery: Nursery,
    module: str,
    arguments: list[str],
    prepare: Callable[[], Path],
    writes: Callable[[], bool],
    kind: str,
) -> None:
    """Run a command in what `prepare` makes and kill it: at any moment, or at one while it writes (`writes`). One that
    had ended before is no kill, and is begun anew.
    """  # fmt: skip
    chance = random.Random(f"{kind} {number}")
    for attempt in range(60):
        cwd, own, at_once = prepare(), number % 8 == 7, number % 4 == 3
        begun = time.monotonic()
        run: Running = (
            subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                cwd=cwd, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
            if own
            else nursery.start(module, arguments, cwd)
        )  # fmt: skip
        if at_once:
            time.sleep(chance.uniform(0, 4 if own else 1))
        else:
            while run.poll() is None and time.monotonic() - begun < 120 and not writes():
                time.sleep(0.0003)
            time.sleep(chance.uniform(0, 0.05 / (attempt + 1) ** 2))  # on a fast machine all is written in less
        run.kill()
        if run.wait() == -signal.SIGKILL:
            moment = round(time.monotonic() - begun, 4)
            tally.add("kills", {"of": kind, "number": number, "seconds": moment, "writing": writes()})
            return
    raise AssertionError(f"{kind} {number} always ended before it could be killed")


def completed(nursery: Nursery, module: str, arguments: list[str], cwd: Path) -> None:
    """Run a command to its good end."""
    assert nursery.start(module, arguments, cwd).wait() == 0


# ---- in the nursery ----


def _fork(module: str, arguments: list[str], cwd: str) -> int:
    """Begin the command in a child; its process."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        os.chdir(cwd)
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        sys.argv = [module, *arguments]
        try:
            runpy.run_module(module, run_name="__main__", alter_sys=True)
            status = 0
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        os._exit(status)


def _warm() -> None:
    """All imports, by a run of each command."""
    from tests.site.content_fixture import write_content

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with contextlib.suppress(ImportError):
            from generator import convert

            (folder / "seeds").mkdir()
            (folder / "seeds" / "a.txt").write_text("date 2023-05-11 Anna Berg toured Lisbon on 2 May 2023.\n")
            convert.convert(folder / "seeds", folder / "converted")
        write_content(folder)
        os.chdir(folder)
        with contextlib.suppress(ImportError):
            import markdown  # noqa: F401
            import nh3  # noqa: F401
            import pelican  # noqa: F401

            import generator.cli
            import generator.decide
            import generator.site.plugin  # noqa: F401
        os.chdir(ROOT)


def _serve() -> None:
    _warm()
    say: Any = sys.stdout
    say.write("ready\n")
    say.flush()
    for line in sys.stdin:
        child = _fork(*json.loads(line))
        say.write(f"{child}\n")
        say.flush()
        _, status = os.waitpid(child, 0)
        say.write(f"{os.waitstatus_to_exitcode(status)}\n")
        say.flush()


if __name__ == "__main__":
    _serve()
