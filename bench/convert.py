"""How fast articles are read, beside the language model alone, and what an unchanged folder of seeds costs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.corpus import Corpus
from bench.measuring import Run, run
from bench.site import ROOT, Row, append

_PIPE = """
import sys, time, pathlib, spacy
texts = [p.read_text(encoding="utf-8").partition("---\\n")[2].partition("---\\n")[2]
         for p in sorted(pathlib.Path("seeds").glob("*.md"))]
nlp = spacy.load(sys.argv[1])
began = time.perf_counter()
for _ in nlp.pipe(texts): pass
print(time.perf_counter() - began)
"""


def rows(size: int, folder: Path) -> Iterator[Row]:
    """Every measurement with so many articles, below `folder`."""
    from generator.extract import nlp

    Corpus(size).seeds(folder / "seeds")
    timed = run([sys.executable, "-c", _PIPE, nlp.DEFAULT_MODEL], folder)
    alone = ("spaCy alone", replace(timed, seconds=float(timed.said)))
    yield Row(f"spaCy alone, {size:,} articles: nlp.pipe, one process", alone[1])
    cold = ("cold", convert(folder))
    yield Row("this program, cold", cold[1], alone, "0.67")
    yield Row("again, nothing changed", convert(folder), cold)
    append(next((folder / "seeds").glob("*.md")), "One thing more was said on 3 May 2023.\n")
    yield Row("again, one article changed", convert(folder), cold)


def convert(folder: Path) -> Run:
    """`briefing convert` of the seeds of a folder."""
    command = [sys.executable, "-m", "generator", "convert", "seeds", "--content", "content"]
    return run(command, folder, {"PYTHONPATH": str(ROOT)})
