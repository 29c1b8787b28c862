"""The answers that came, in the cache of the content folder: what was paid for once is not asked again.

One file of JSON an answer, under the hash of all that it hangs on (`prompt.key`). It may vanish at any time, and what
somebody else puts there is proved like any answer.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

LARGEST = 2_000_000  # bytes of a file that is read


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered; tokens as it counts them, `None` where it does not say; seconds that it took."""

    text: str
    tokens_in: int | None = None
    tokens_out: int | None = None
    seconds: float = 0.0


class Answers:
    """The answers of a folder."""

    def __init__(self, cache: Path) -> None:
        self._folder = cache / "reader"

    def get(self, key: str) -> Reply | None:
        """The answer under a key; `None` where there is none, or none that can be read."""
        path = self._folder / f"{key}.json"
        try:
            if self._folder.is_symlink() or path.is_symlink() or path.stat().st_size > LARGEST:
                return None
            row = json.loads(path.read_text(encoding="utf-8"))
            counts = [row[key] for key in ("tokens_in", "tokens_out")]
            if any(c is not None and (not isinstance(c, int) or c < 0) for c in counts):
                return None
            return Reply(str(row["text"]), counts[0], counts[1], float(row["seconds"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def put(self, key: str, reply: Reply) -> None:
        """Keep an answer, as soon as it is there; a disk that is full costs the cache alone."""
        with suppress(OSError):
            if self._folder.is_symlink():
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            draft = self._folder / f"{key}.new"
            draft.write_text(json.dumps(asdict(reply), ensure_ascii=True) + "\n", encoding="utf-8")
            os.replace(draft, self._folder / f"{key}.json")
