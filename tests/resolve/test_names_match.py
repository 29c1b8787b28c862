"""Two names, one person? Measured on a table of pairs, and the reasons an editor reads."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.resolve import blocking, names_match
from generator.resolve.bodies_match import acronym_of, army_of, within, words

PAIRS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "name_pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def test_the_table_of_pairs() -> None:
    """No two people are one with certainty; at most one pair in twenty is told wrong; most of the same are seen."""
    told = Counter((truth, names_match.persons(one, other).verdict) for one, other, truth in PAIRS)
    assert len(PAIRS) >= 250
    assert told["different", "same"] == 0
    assert told["same", "different"] <= len(PAIRS) * 0.05
    assert told["same", "same"] >= 0.85 * sum(n for (truth, _), n in told.items() if truth == "same")


@pytest.mark.parametrize(
    ("one", "other"), [pair[:2] for pair in PAIRS if names_match.persons(*pair[:2]).verdict == "same"]
)
def test_what_is_the_same_shares_a_block(one: str, other: str) -> None:
    assert set(blocking.person_keys(one)) & set(blocking.person_keys(other)) or one == other


CULTURES, MORE = (
    [
        tuple(line.split("\t"))
        for line in (Path(__file__).parent / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    for table in ("name_pairs_cultures", "name_pairs_more")
)


@pytest.mark.parametrize(("table", "size"), [(CULTURES, 240), (MORE, 100)])
def test_the_tables_of_cultures(table: list[tuple[str, ...]], size: int) -> None:
    """No two people are one with certainty; at most one pair in twenty is told wrong."""
    told = Counter((truth, names_match.persons(one, other).verdict) for one, other, truth, _ in table)
    assert len(table) >= size
    assert told["different", "same"] == 0
    assert told["same", "different"] + told["unsure", "same"] <= len(table) * 0.05
    assert told["same", "same"] >= 0.95 * sum(n for (truth, _), n in told.items() if truth == "same")


@pytest.mark.parametrize(
    ("one", "other"), [(a, b) for a, b, *_ in (*CULTURES, *MORE) if names_match.persons(a, b).verdict == "same"]
)
def test_what_is_the_same_in_any_culture_shares_a_block(one: str, other: str) -> None:
    assert set(blocking.person_keys(one)) & set(blocking.person_keys(other))


def test_comparison_is_symmetrical() -> None:
    for one, other, *_ in (*PAIRS, *CULTURES, *MORE):
        assert names_match.persons(one, other).verdict == names_match.persons(other, one).verdict


def test_a_surname_alone_is_never_sure() -> None:
    assert names_match.persons("Okafor", "Chidi Okafor").verdict == "maybe"


def test_bodies_are_compared_by_their_telling_words() -> None:
    assert words("Ministry of Defence of Chad") == words("Chadian Defense Ministry")
    assert words("Bureau of Policy & Planning") == words("Policy and Planning Bureau")
    assert words("Bank of Ghana") != words("Bank of Gambia")
    assert within("Defense Ministry", "Chadian Defense Ministry", "organization")
    assert not within("Defense Ministry", "Chadian Finance Ministry", "organization")
    assert not within("Aldermere", "Aldermere Town Library", "organization")
    assert not within("Corvale", "Corvale Opera", "organization")


def test_armies_and_acronyms() -> None:
    assert army_of("Chadian army") == army_of("Chad's military") == "TD"
    assert army_of("Chadian navy") is None
    assert acronym_of("WGC", "World Grain Council")
    assert not acronym_of("WHO", "World Grain Council")
