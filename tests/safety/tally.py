"""What `make torture` has done: each part adds rows, and the last one prints the sum.

BRIEFING_TALLY names the file, of one JSON object a line; without it nothing is kept. `python -m tests.safety.tally`
prints the closing lines, of the parts that are named or of all; with `begin` and a part it forgets the part's rows.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def add(part: str, row: Row) -> None:
    """One row of one part. Appended in one write, so that parts that run side by side do not mix their lines."""
    if file := os.environ.get("BRIEFING_TALLY"):
        with Path(file).open("a", encoding="utf-8") as out:
            out.write(json.dumps({"part": part, **row}) + "\n")


def rows() -> list[Row]:
    """All rows that are kept."""
    file = os.environ.get("BRIEFING_TALLY")
    if not file or not Path(file).is_file():
        return []
    return [json.loads(line) for line in Path(file).read_text(encoding="utf-8").splitlines()]


def begin(part: str) -> None:
    """Forget the rows of a part."""
    if file := os.environ.get("BRIEFING_TALLY"):
        left = [json.dumps(row) + "\n" for row in rows() if row["part"] != part]
        Path(file).write_text("".join(left), encoding="utf-8")


def kills(found: list[Row]) -> str:
    """How many of what, and how many of them at a moment at which something was being written."""
    of = Counter(row["of"] for row in found)
    writing = sum(row["writing"] for row in found)
    return f"{len(found)} ({', '.join(f'{n} of {kind}' for kind, n in sorted(of.items()))}; {writing} while it wrote)"


def vectors(found: list[Row]) -> str:
    """How many in how many fields, and on how many pages they were looked for."""
    last = found[-1]
    each = "each in each" if last["each"] == 1 else f"{last['each']} to a page"
    return f"{last['vectors']} x {last['fields']} fields, {each}; {last['pages']} pages opened, none ran"


def patterns(found: list[Row]) -> str:
    """How many, with strings of what length, and the one that needed most."""
    last = found[-1]
    seconds, name = last["slowest"]
    return f"{last['patterns']} at {last['characters']} characters; the slowest needed {seconds:.1f} s ({name})"


def growth(found: list[Row]) -> str:
    """How many texts of what length went through how many readers."""
    return f"{sum(row['texts'] for row in found)} texts of {found[-1]['characters']} characters, {len(found)} readers"


def fuzzing(found: list[Row]) -> str:
    """Minutes and executions of each target."""
    said = []
    for target in dict.fromkeys(row["target"] for row in found):
        own = [row for row in found if row["target"] == target]
        minutes, processor = (sum(row[key] for row in own) / 60 for key in ("seconds", "processor"))
        runs, faults = sum(row["executions"] for row in own), sum(len(row["found"]) for row in own)
        said.append(f"{target} {minutes:.1f} min ({processor:.1f} of the processor, {runs} runs, {faults} findings)")
    return "; ".join(said)


PARTS: dict[str, Callable[[list[Row]], str]] = {
    "kills": kills,
    "vectors": vectors,
    "patterns": patterns,
    "growth": growth,
    "fuzzing": fuzzing,
}


def main(arguments: list[str]) -> None:
    """Forget a part, or print what was done."""
    if arguments[:1] == ["begin"]:
        begin(arguments[1])
        return
    for part in arguments or PARTS:
        found = [row for row in rows() if row["part"] == part]
        print(f"{part}: {PARTS[part](found) if found else 'not tried'}")


if __name__ == "__main__":
    main(sys.argv[1:])
