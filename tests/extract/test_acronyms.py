"""Acronyms and what they stand for."""

import pytest

from generator.extract.acronyms import abbreviates


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("OTC", "Osk Trade Council"),
        ("BoE", "Bank of Erden"),
        ("NorPet", "Norvale Petroleum"),
        ("O.T.C.", "The Osk Trade Council"),
    ],
)
def test_letters_of_its_words_are_a_names(short: str, full: str) -> None:
    assert abbreviates(short, full)


@pytest.mark.parametrize(("short", "full"), [("OTC", "Osk Council"), ("OCT", "Osk Trade Council"), ("O", "Osk Trade")])
def test_other_letters_are_not(short: str, full: str) -> None:
    assert not abbreviates(short, full)


def test_a_name_of_many_like_words_is_soon_told_from_many_like_letters() -> None:
    assert not abbreviates("A" * 80 + "B", " ".join(["Aaaa"] * 40))  # by trying each share of letters, it would not end
