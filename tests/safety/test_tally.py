"""What `make torture` says at its end is what its parts have done."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.safety import tally


def test_the_sum_is_of_what_the_parts_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tally.add("kills", {"of": "convert", "writing": True})  # nobody asked for it
    monkeypatch.setenv("BRIEFING_TALLY", str(tmp_path / "t.jsonl"))
    tally.main(["kills"])
    assert capsys.readouterr().out == "kills: not tried\n"
    for of, writing in (("convert", True), ("convert", False), ("merge", True), ("build", True)):
        tally.add("kills", {"of": of, "writing": writing})
    tally.add("vectors", {"vectors": 300, "fields": 70, "pages": 4000, "each": 1})
    tally.add("patterns", {"patterns": 700, "characters": 1_000_000, "slowest": [2.25, "x._Y"]})
    tally.add("growth", {"reader": "txt", "texts": 300, "characters": 500})
    tally.add("growth", {"reader": "md", "texts": 300, "characters": 500})
    for seconds, found in ((600.0, []), (630.0, ["crash-1"])):
        row = {"target": "times", "seconds": seconds, "processor": 60.0, "executions": 1000, "found": found}
        tally.add("fuzzing", row)
    tally.main([])
    assert capsys.readouterr().out.splitlines() == [
        "kills: 4 (1 of build, 2 of convert, 1 of merge; 3 while it wrote)",
        "vectors: 300 x 70 fields, each in each; 4000 pages opened, none ran",
        "patterns: 700 at 1000000 characters; the slowest needed 2.2 s (x._Y)",
        "growth: 600 texts of 500 characters, 2 readers",
        "fuzzing: times 20.5 min (2.0 of the processor, 2000 runs, 1 findings)",
    ]
    tally.main(["begin", "kills"])
    tally.main(["kills", "patterns"])
    assert capsys.readouterr().out.splitlines()[0] == "kills: not tried"
