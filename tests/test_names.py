"""Folding and slugs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "Muller"),
        ("the Hague", "Hague"),
        ("O’Neill", "O'Neill"),
        ("Jean–Luc", "jean-luc"),
        ("  A  B ", "a b"),
        ("Straße", "Strasse"),
    ],
)
def test_spellings_that_differ_only_in_type_fold_to_one(one: str, other: str) -> None:
    assert names.fold(one) == names.fold(other)


def test_names_of_two_people_do_not() -> None:
    assert names.fold("Anna Lind") != names.fold("Anne Lind")


@given(st.text(max_size=200))
def test_a_slug_can_stand_in_any_address(text: str) -> None:
    made = names.slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made)
    assert len(made) <= 72


def test_a_long_slug_ends_with_a_whole_word() -> None:
    made = names.slug(
        "Ministers of eleven countries sign a declaration on the protection of rivers and lakes in Geneva"
    )
    assert made == "ministers-of-eleven-countries-sign-a-declaration-on-the-protection-of"


def test_names_in_another_script_keep_apart() -> None:
    assert names.slug("東京") != names.slug("大阪")


def test_the_first_free_number() -> None:
    assert names.unused("a", {"a", "a-2"}) == "a-3"
    assert names.unused("b", {"a"}) == "b"
