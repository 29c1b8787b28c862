"""Floors under the figures on the opened halves of the exam: a change that costs quality is seen at once."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

HERE = Path(__file__).parent
# F1 of entities and of identity (B-cubed), with no two things made one.
NAMES = {"second": (0.975, 0.99), "fifth": (0.925, 0.975), "genres": (0.97, 0.99), "genres2": (0.945, 0.985)}


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[name] = made  # dataclasses look their module up
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def figures() -> Any:
    """The developed half, converted and scored once."""
    exam = _load("score_exam")
    return exam.measure(exam.topics_of("developed"), lambda *_: None)


def test_names_on_the_developed_half(figures: Any) -> None:
    assert figures.entities.f1 >= 0.98
    assert figures.in_article.recall >= 0.98
    assert figures.identity.f1 >= 0.98
    assert figures.merges == 0


def test_roles_on_the_developed_half(figures: Any) -> None:
    assert figures.roles.precision >= 0.98
    assert figures.roles.recall >= 0.95


def test_events_on_the_developed_half(figures: Any) -> None:
    assert figures.events.f1 >= 0.88
    assert figures.events.precision >= 0.90
    assert figures.claims.recall >= 0.73
    assert figures.disputes.right >= 6
    assert figures.disputes.given == figures.disputes.right, "a dispute where there is none"


@pytest.mark.parametrize(
    ("half", "f1", "precision", "claims", "disputes"),
    [
        # An independent reader would publish no title that a place heads of its own accord ("Leith: the merger takes
        # effect"); the gate holds these back since, which costs a few events, and raises precision.
        ("second", 0.865, 0.955, 0.73, 5),
        ("genres", 0.885, 0.97, 0.74, 6),
        ("genres2", 0.84, 0.97, 0.67, 2),
        ("third", 0.87, 0.98, 0.62, 6),
        ("fourth", 0.80, 0.91, 0.56, 8),
        ("fifth", 0.83, 0.945, 0.59, 4),
        ("sixth", 0.81, 0.915, 0.49, 3),
        ("seventh", 0.765, 0.87, 0.49, 6),
        ("eighth", 0.745, 0.835, 0.48, 4),
        ("ninth", 0.71, 0.875, 0.405, 3),
        ("tenth", 0.755, 0.865, 0.445, 8),
        ("eleventh", 0.675, 0.84, 0.375, 1),
    ],
)
def test_names_and_events_on_other_stories_and_genres(
    half: str, f1: float, precision: float, claims: float, disputes: int
) -> None:
    exam = _load("score_exam")
    found = exam.measure(exam.topics_of(half), lambda *_: None)
    if half in NAMES:  # in one go: to read a half costs seconds
        assert found.entities.f1 >= NAMES[half][0]
        assert found.identity.f1 >= NAMES[half][1]
        assert found.merges == 0
    if half == "fifth":
        assert found.roles.precision >= 0.98
        assert found.roles.recall >= 0.87
    assert found.events.f1 >= f1
    assert found.events.precision >= precision
    assert found.claims.recall >= claims
    assert found.disputes.right >= disputes
    assert found.disputes.given == found.disputes.right, "a dispute where there is none"


def test_times_written_without_sight_of_the_rules() -> None:
    rows = yaml.safe_load((HERE / "times_blind.yaml").read_text(encoding="utf-8"))
    right, total, spurious, misses = _load("score_times").score(rows)
    assert right / total >= 0.98, "\n".join(misses)
    assert spurious <= 5, "\n".join(misses)


def test_times_of_passages_written_without_sight_of_the_rules() -> None:
    rows = yaml.safe_load((HERE / "times_passages.yaml").read_text(encoding="utf-8"))
    right, total, spurious, misses = _load("score_times").score_passages(rows)
    assert right / total >= 0.97, "\n".join(misses)
    assert spurious <= 3, "\n".join(misses)


def test_pairs_of_claims() -> None:
    pairs = yaml.safe_load((HERE / "claim_pairs.yaml").read_text(encoding="utf-8"))
    exam = _load("score_pairs")
    verdicts = [(p["verdict"], exam.verdict(p), p["one"]["text"]) for p in pairs]
    false = [text for wanted, given, text in verdicts if given == "dispute" != wanted]
    assert false == []
    assert sum(wanted == given == "dispute" for wanted, given, _ in verdicts) >= 18
    assert sum(wanted == given for wanted, given, _ in verdicts) >= 35


def test_saved_pages_read_clean() -> None:
    figures = _load("score_pages").score()
    assert figures.mean >= 0.985
    assert min(figures.f1.values()) >= 0.80, min(figures.f1, key=figures.f1.__getitem__)
    least = {"title": 50, "date": 48, "author": 49, "publisher": 50}
    assert {name: n for name, n in figures.right.items() if n < least[name]} == {}


def test_saved_pages_written_without_sight_of_the_rules_read_clean() -> None:
    figures = _load("score_pages").score(pages="pages2")
    assert figures.mean >= 0.99
    assert min(figures.f1.values()) >= 0.94, min(figures.f1, key=figures.f1.__getitem__)
    least = {"title": 24, "date": 23, "author": 23, "publisher": 23}
    assert {name: n for name, n in figures.right.items() if n < least[name]} == {}
