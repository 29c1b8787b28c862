"""Processes that stand ready, so that what takes long to begin does not take long when it is wanted."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Done:
    """How a process ended, and what it printed."""

    ok: bool
    said: str


@dataclass
class Ready:
    """A command that begins its work at a line on its standard input; the next one is begun in advance."""

    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    _process: subprocess.Popen[str] | None = None

    def prepare(self) -> None:
        """Begin a process, unless one stands ready."""
        if self._process is not None and self._process.poll() is None:
            return
        # The arguments are this program's own, and no shell reads them.
        self._process = subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, **self.environment, "PYTHONIOENCODING": "utf-8"},
        )

    def run(self) -> Done:
        """Let it work, and wait for its end."""
        self.prepare()
        process, self._process = self._process, None
        assert process is not None
        try:
            said, _ = process.communicate("go\n")
        except OSError as error:
            return Done(False, str(error))
        return Done(process.returncode == 0, said)

    def discard(self) -> None:
        """End what stands ready: its program is not the one on the disk any more, or nobody needs it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.communicate()
