"""Things whose names differ in a number's form, a word for what they are or a word cut short, over several reports."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.resolve.told import read


def _pages(*texts: str) -> set[tuple[str, ...]]:
    """All names of every page that is named in a text, by letters."""
    return {tuple(sorted({e.name, *e.aliases})) for e in read(*texts).identities.entities.values()}


@pytest.mark.parametrize(
    ("texts", "pages"),
    [
        (
            ("The rocket Kestro II lifted off.", "The rocket Kestro-2 lifted off.", "The rocket Kestro-3 is late."),
            {("Kestro II", "Kestro-2"), ("Kestro-3",)},
        ),
        (
            ("The satellite Tempua-1 was launched.", "The picture that Tempua I had taken was shown."),
            {("Tempua I", "Tempua-1")},
        ),
        (
            ("Residents of Ramthali Bazar are asked to leave.", "The lake carried away the houses of Ramthali. In"
             " Ramthali all fled."),
            {("Ramthali", "Ramthali Bazar")},
        ),
        (
            ("The Lamdi Hydropower Company said that its intake was dry.", "Lamdi Hydro has been blasting since May."),
            {("Lamdi Hydro", "Lamdi Hydropower Company")},
        ),
        (
            ("Nor Laila Karim, who runs the agency, smiled.", "Norlaila Karim, director of the agency, spoke."),
            {("Nor Laila Karim", "Norlaila Karim")},
        ),
    ],
)  # fmt: skip
def test_one_thing_under_two_names_has_one_page(texts: tuple[str, ...], pages: set[tuple[str, ...]]) -> None:
    assert _pages(*texts) == pages


def test_a_river_is_not_the_company_called_after_it() -> None:
    pages = _pages(
        "The Lamdi Hydropower Company said that its intake was under mud. A wave ran down the Lamdi for 26 kilometres.",
        "A brown wave ran down the Lamdi for 26 kilometres.",
        "The debris blocked the Lamdi Khola. Lamdi Hydropower Company has lent two vehicles.",
    )
    assert pages == {("Lamdi Hydropower Company",), ("Lamdi", "Lamdi Khola")}


def test_a_village_and_its_bazaar_that_one_text_tells_apart_are_two() -> None:
    pages = _pages("They walked from Ramthali to Ramthali Bazar, and slept in Ramthali.")
    assert pages == {("Ramthali",), ("Ramthali Bazar",)}
