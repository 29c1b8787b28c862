#!/usr/bin/env python3
"""Score forty invented pairs of short reports: one happening in dispute, one told twice, or two happenings apart.

python tests/exam/score_pairs.py [-v]
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import yaml

from generator import compose, convert, derive, markup
from generator.document import Document

HERE = Path(__file__).parent


def verdict(pair: dict[str, Any]) -> str:
    """What the program makes of a pair: `dispute`, `same`, or `apart`."""
    documents = []
    for number, key in enumerate(("one", "other")):
        markdown = markup.escape(pair[key]["text"])
        day = str(pair[key]["published"])
        documents.append(Document(f"{number}.txt", str(number), "T", markdown, markup.plain(markdown), published=day))
    reading = convert.resolve(convert.extract(documents, None, lambda *_: None))
    events = {key: h.id for h in reading.happenings for key in h.claims}
    fronts = [
        compose.article(d, e, reading.identities, events, reading.shared, ["one", "other"], "full")[0]
        for d, e in enumerate(reading.extractions)
    ]
    found = "apart"
    for happening in reading.happenings:
        if {d for d, _ in happening.claims} == {0, 1}:
            reports = [
                derive.Report(str(d), claim)
                for d, front in enumerate(fronts)
                for claim in front.events
                if claim.id == happening.id
            ]
            if derive.status(reports, derive.best_date(reports)) == "disputed":
                return "dispute"
            found = "same"
    return found


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("-v", action="store_true", help="say every miss")
    options = parser.parse_args()
    pairs = yaml.safe_load((HERE / "claim_pairs.yaml").read_text(encoding="utf-8"))
    found = [(pair["verdict"], verdict(pair), pair) for pair in pairs]
    for wanted, given, pair in found:
        if options.v and wanted != given:
            print(f"{wanted} taken for {given}:\n  {pair['one']['text']}\n  {pair['other']['text']}")
    disputes = sum(wanted == given == "dispute" for wanted, given, _ in found)
    false = sum(given == "dispute" != wanted for wanted, given, _ in found)
    total = sum(wanted == "dispute" for wanted, _, _ in found)
    agreed = sum(wanted == given for wanted, given, _ in found)
    print(f"disputes {disputes} of {total} found, {false} false; {agreed} of {len(found)} verdicts right")


if __name__ == "__main__":
    main()
