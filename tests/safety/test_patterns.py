"""No text makes a pattern slow: every regular expression of the package meets strings made to hurt it.

`make torture` sends a megabyte through each; here it is less, which is enough to tell quadratic from linear.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.safety import patterns, tally

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

ROOT = Path(__file__).parents[2]
SIZE = int(os.environ.get("BRIEFING_PATTERN_SIZE", "40000"))
SECONDS = 0.4 if SIZE <= 40_000 else 30.0  # of processor time for one string


def test_the_attack_finds_what_it_is_for() -> None:
    # Long enough for the fastest machine: what takes the square of it takes a hundred billion steps.
    for careless in (r"(a+)+$", r"\s*x", r"(?:a|b)*c(?:a|b)*d"):
        found = patterns.Found(careless, 0, "here", at_start=False)
        assert patterns.slow(found, 100_000, 0.4), careless
    for careful in (r"(?<!\s)\s*+x", r"a++", r"[^\n]{0,80}?\(", r"\bword\b"):
        found = patterns.Found(careful, 0, "here", at_start=False)
        assert patterns.slow(found, 100_000, 0.4) is None, careful


def test_patterns_that_are_only_asked_about_short_strings_never_meet_a_long_one() -> None:
    step = 7 if SIZE > 40_000 else 97  # of some 3000
    command = [sys.executable, "-m", "tests.safety.bounds", str(step)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=6000)
    assert ran.returncode == 0, ran.stderr
    said = json.loads(ran.stdout)
    assert said["texts"] > 100
    assert said["broken"] == {}


def test_every_pattern_is_linear() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.safety.patterns", str(SIZE), str(SECONDS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=6000,
    )
    assert ran.returncode == 0, ran.stderr
    said = json.loads(ran.stdout)
    assert said["patterns"] > 400
    assert said["slow"] == []
    assert said["unseen"] == [], "patterns are made there that tests/safety/exercise.py does not reach"
    tally.add("patterns", {"patterns": said["patterns"], "characters": SIZE, "slowest": said["slowest"]})
