"""Bodies, paragraph by paragraph: last generated, edited, new."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import merge_text


def merged(base: str, mine: str, new: str, **decided: str) -> tuple[str, list[tuple[str, str]]]:
    """Paragraphs as words between spaces."""

    def body(text: str) -> str:
        return "\n\n".join(text.split()) + "\n"

    made = merge_text.merge(merge_text.hashes(body(base)), body(mine), body(new), decided)
    return " ".join(made.text.split()), [(c.mine, c.new) for c in made.clashes]


@pytest.mark.parametrize(
    ("base", "mine", "new", "right"),
    [
        ("a b c", "a b c", "a B c d", "a B c d"),
        ("a b c", "a X c", "a b c", "a X c"),
        ("a b c", "a X c", "a b C", "a X C"),
        ("a b c", "X a b c", "a b c D", "X a b c D"),
        ("a b c", "a c", "a b c d", "a c d"),
        ("a b c", "a b c X", "a b", "a b X"),
        ("t", "P t", "v w z", "P v w z"),  # both put something in at one place
        ("a b", "a X b", "a Y b", "a X Y b"),
        # the last of a side from which one was removed is another old paragraph, no new wording
        ("a b c", "a b c", "a b", "a b"),
        ("a b", "b", "b X", "b X"),
        ("a", "a", "", ""),
    ],
)
def test_changes_at_different_places_are_both_there(base: str, mine: str, new: str, right: str) -> None:
    assert merged(base, mine, new) == (right, [])


def test_of_one_paragraph_that_both_changed_the_persons_stays_and_both_are_listed() -> None:
    assert merged("a b c", "a X c", "a Y c") == ("a X c", [("X", "Y")])
    assert merged("a b c", "a X c", "a Y c", X="new") == ("a Y c", [])
    assert merged("a b c", "a X c", "a Y c", X="yours") == ("a X c", [])


def test_a_removed_paragraph_pairs_nothing_with_its_neighbour() -> None:
    assert merged("a b c d e", "a X B c e", "a b C d") == ("a X B c e", [("B\n\nc\n\ne", "C\n\nd")])


def test_a_conflict_stays_one_until_it_is_decided() -> None:
    base = merge_text.hashes("a\n\nb\n")
    one = merge_text.merge(base, "a\n\nX\n", "a\n\nY\n")
    again = merge_text.merge(one.base, one.text, "a\n\nY\n")
    assert again == one
    decided = merge_text.merge(one.base, one.text, "a\n\nY\n", {"X": "yours"})
    assert merge_text.merge(decided.base, decided.text, "a\n\nY\n").clashes == ()


PARAGRAPHS = st.lists(st.sampled_from("abcdefg"), max_size=6).map(" ".join)


def _body(text: str) -> str:
    return "\n\n".join(text.split()) + "\n"


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_nothing_that_a_person_added_is_lost(base: str, mine: str, new: str) -> None:
    once = merge_text.merge(merge_text.hashes(_body(base)), _body(mine), _body(new))
    assert set(mine.split()) - set(base.split()) <= set(once.text.split())


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_a_second_merge_changes_nothing(base: str, mine: str, new: str) -> None:
    once = merge_text.merge(merge_text.hashes(_body(base)), _body(mine), _body(new))
    assert merge_text.merge(once.base, once.text, _body(new)).text == once.text


@given(st.text(st.sampled_from("a b\n\r\t#"), max_size=40))
def test_a_body_cut_into_paragraphs_is_whole_again(body: str) -> None:
    assert "".join(merge_text.paragraphs(body)) == body
