"""What two lists have in common is found as difflib finds it, and in long ones in bounded time."""

from __future__ import annotations

import time
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import matching, merge_text
from generator.places import Alignment

FEW = st.lists(st.sampled_from("abcdefg"), max_size=40)
WORDS = [f"word{i}" for i in range(9_000)]


@given(FEW, FEW, st.sampled_from([0, 4, 12, 200]))
def test_blocks_are_of_the_same_values_in_the_same_order(one: list[str], other: list[str], small: int) -> None:
    a = b = 0
    for i, j, size in matching.blocks(one, other, small):
        assert size
        assert i >= a
        assert j >= b
        assert one[i : i + size] == other[j : j + size]
        a, b = i + size, j + size


@given(FEW, FEW)
def test_short_lists_are_compared_as_difflib_does(one: list[str], other: list[str]) -> None:
    whole = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()[:-1]
    assert matching.blocks(one, other, 200) == [tuple(block) for block in whole]


def test_a_long_text_that_is_corrected_in_many_places_keeps_all_else() -> None:
    new = [word for i, word in enumerate(WORDS) if i % 50]
    new[100:100] = ["quite", "another", "word"]
    assert sum(size for *_, size in matching.blocks(WORDS, new, 1_000)) == len(new) - 3
    alignment = Alignment(" ".join(WORDS), " ".join(new))
    for at in range(0, 8_900, 700):
        passage = " ".join(WORDS[at + 1 : at + 12])
        start = alignment.old.index(passage)
        found = alignment.find((start, start + len(passage)))
        assert found
        assert alignment.new[slice(*found)] == passage


def turned(count: int, by: int, sign: str) -> str:
    """So many values of a hundred, again and again, in an order that agrees nowhere for long."""
    return sign.join(f"w{i * by % 101}" for i in range(count))


@pytest.mark.parametrize("count", [19_000, 60_000])
def test_wordings_made_to_hurt_are_aligned_in_time(count: int) -> None:
    began = time.process_time()
    Alignment(turned(count, 1, " "), turned(count, 7, " ")).find((50, 90))
    assert time.process_time() - began < 20


def test_paragraphs_made_to_hurt_are_merged_in_time_and_the_persons_stays() -> None:
    was, new = (turned(20_000, by, "\n\n") for by in (1, 7))
    began = time.process_time()
    made = merge_text.merge(merge_text.hashes(was), f"Mine.\n\n{was}\n", new + "\n")
    assert time.process_time() - began < 20
    assert "Mine.\n" in made.text
