"""What the words around a clause take back is not told as if it were so: conditions, cancellations, others' camps."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, told


def _published(text: str) -> list[str]:
    return [title for _, title in told(text)]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Leith Bridge will be closed on 8 May 2026 if she asks for it, Anna Berg said.", "closed"),
        ("Anna Berg of Norvale Works cancelled a trip by the Leith Choir planned for 8 May 2024.", "planned"),
        ("How the Leith election was won on 8 May 2024, and by whom.", "won"),
        ("The High Court of Leith has fixed 8 May 2024 for the hearing against Norvale Works.", "fixes for"),
        ("A first hearing in the case of Norvale Works has been set down for 8 May 2026.", "set down"),
        (
            "The Radek Front freed Anna Berg on 10 May 2024, two days after Norway's army attacked one of its camps.",
            "its camps",
        ),
        ("Norvale Works said a bomb had been found on 8 May 2024 in its cellar in Leith.", "its cellar"),
        ("The trial of Anna Berg herself, who was arrested on 8 May 2024, begins in Leith.", "trial of Anna Berg is"),
        ("The hostage last saw Anna Berg on 8 May 2024, when the group was split.", "sees"),
        ("8 May 2024 – Berg declared president-elect of Norway", "declares"),
        ("The Labour Ministry declared it inadmissible on 8 May 2024.", "that it"),
    ],
)
def test_what_is_taken_back_is_not_told(text: str, never: str) -> None:
    assert not any(never in title for title in _published(text)), _published(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Leith Bridge will be closed on 8 May 2026, Anna Berg said.", "Leith Bridge to be closed"),
        (
            "The High Court of Leith has set a limit of 40 seats for the hearing on 8 May 2024.",
            "The High Court of Leith sets a limit of 40 seats for the hearing",
        ),
        ("Norway's army attacked a camp of the Radek Front on 8 May 2024.", "Norway's army attacks a camp"),
        ("Norvale Works sued its former chairman, Leo Radek, on 8 May 2024.", "Norvale Works sues its former chairman"),
        ("The army last visited Leith in 2019 and attacked Radek on 8 May 2024.", "attacks Radek"),
    ],
)
def test_what_nothing_takes_back_is_told(text: str, wanted: str) -> None:
    assert any(wanted in title for title in _published(text)), _published(text)


def test_a_second_passive_shares_the_verb_of_the_first() -> None:
    text = "The army said that nine rebels had been killed and 17 lorries destroyed on 8 May 2024 in a raid near Leith."
    titles = [c.title for c in claims_of(text)]
    assert "17 lorries are destroyed in a raid near Leith" in titles


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Leith Bridge will be closed on 8 May 2026 if the river rises, Anna Berg said.",
            "Leith Bridge to be closed if the river rises",
        ),
        (
            "A first hearing in the case of Norvale Works has been set down for 8 May 2026.",
            "A first hearing in the case of Norvale Works to take place",
        ),
        (
            "Norvale Works said a bomb had been found on 8 May 2024 in its cellar in Leith.",
            "A bomb is found in Norvale Works's cellar in Leith",
        ),
        (
            "The trial of Anna Berg herself, who was arrested on 8 May 2024, begins in Leith.",
            "Anna Berg is arrested",
        ),
        (
            "The strike at Norvale Works began on 5 May 2024. The Labour Ministry declared it illegal on 8 May 2024.",
            "The Labour Ministry declares the strike at Norvale Works illegal",
        ),
    ],
)
def test_what_is_meant_is_named(text: str, wanted: str) -> None:
    assert wanted in _published(text)
