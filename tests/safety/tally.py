"""What `make torture` has done: each part adds a row, and the last one prints the sum.

BRIEFING_TALLY names the file, of one JSON object a line; without it nothing is kept. `python -m tests.safety.tally`
prints the closing lines.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any


def add(part: str, row: dict[str, Any]) -> None:
    """One row of one part. Appended in one write, so that parts that run side by side do not mix their lines."""
    if file := os.environ.get("BRIEFING_TALLY"):
        with Path(file).open("a", encoding="utf-8") as out:
            out.write(json.dumps({"part": part, **row}) + "\n")
