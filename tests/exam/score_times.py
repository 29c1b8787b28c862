#!/usr/bin/env python3
"""Score the temporal tagger on texts written from the guidelines without sight of the rules.

    python tests/exam/score_times.py [-v]

times_blind.yaml holds 288 sentences, times_passages.yaml 60 short passages as `briefing inspect` reads them: there
each end of a range is an expression, and "about" is no part of the value. An expression is right when one of its
extents, its type and one of its values are given; what is given beyond the expressions of a text is spurious, but
for what is optional. The rate is right / (expressions + spurious).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import yaml

from generator import inspection
from generator.extract import times

HERE = Path(__file__).parent


def _any(value: Any) -> set[str]:
    return {str(v) for v in (value if isinstance(value, list) else [value])}


def score(rows: list[dict[str, Any]]) -> tuple[int, int, int, list[str]]:
    """(right, expressions, spurious, misses as lines)."""
    right = total = spurious = 0
    misses: list[str] = []
    for row in rows:
        given = list(times.find(row["text"], str(row["published"])))
        total += len(row["expressions"])
        for wanted in row["expressions"]:
            extents = {w.casefold() for w in _any(wanted["text"])}
            hit = next((t for t in given if t.text.casefold() in extents), None)
            if hit is not None:
                given.remove(hit)
            if hit is not None and hit.type == wanted["type"] and str(hit.date) in _any(wanted["value"]):
                right += 1
            else:
                found = f"{hit.text} {hit.type} {hit.date}" if hit else "nothing"
                misses.append(f"{row['text']!r} ({row['published']}): {wanted} given {found}")
        spurious += len(given)
        misses += [f"{row['text']!r}: spurious {t.text} {t.type} {t.date}" for t in given]
    return right, total, spurious, misses


def score_passages(rows: list[dict[str, Any]]) -> tuple[int, int, int, list[str]]:
    """The same of passages: (right, expressions, spurious, misses as lines)."""
    right = total = spurious = 0
    misses: list[str] = []
    for row in rows:
        day = str(row["published"])
        given = [bare for time in times.find(row["text"], day) for bare in inspection.bare(time, day)]
        for wanted in row["expressions"]:
            extents = {w.casefold() for w in _any(wanted["text"])}
            hit = next((t for t in given if t.text.casefold() in extents), None)
            if hit is not None:
                given.remove(hit)
            if wanted.get("optional"):
                continue
            total += 1
            values = {value.replace("~", "") for value in _any(wanted["value"])}
            kinds = {wanted["type"], *wanted.get("alt_types", [])}
            if hit is not None and hit.type in kinds and str(hit.date).replace("~", "") in values:
                right += 1
            else:
                misses.append(f"{row['text']!r} ({day}): {wanted} given {hit}")
        spurious += len(given)
        misses += [f"{row['text']!r}: spurious {t.text} {t.type} {t.date}" for t in given]
    return right, total, spurious, misses


def main() -> None:
    """Print the rate."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("-v", action="store_true", help="say every miss")
    options = parser.parse_args()
    for name, scored in (("times_blind", score), ("times_passages", score_passages)):
        rows = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
        right, total, spurious, misses = scored(rows)
        if options.v:
            print(*misses, sep="\n")
        print(f"{name}: {right} of {total} right, {spurious} spurious: {right / (total + spurious):.3f}")


if __name__ == "__main__":
    main()
