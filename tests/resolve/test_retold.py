"""A vague retelling of what another report tells better is no event beside it."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.resolve.test_events import read

STORY = "Norvale Foods of Graz and its partner Brandt Works build rockets. Anna Berg leads Norvale Foods. "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Heron III failed on 21 November 2022 off Bergen.", "Norvale's first Heron failed in late 2022."),
        ("Karl Lind resigned on 21 August 2022.", "Carl Lind resigned in the summer of 2022."),
        (
            "Karl Lind, third in the polls, signed the Elm Pact with Eva Sorel on 7 August 2022.",
            "In August 2022 Karl Lind stepped aside for Eva Sorel.",
        ),
        (
            "A masked gunman opened fire at La Corvina, a night spot in Graz, on 7 August 2022.",
            "In August 2022 a gunman killed five people at La Corvina, a restaurant in Graz.",
        ),
        ("Heron IV is to be launched on 21 November 2024.", "A Heron IV launch is planned for 2024."),
    ],
)
def test_what_is_told_vaguely_in_passing_opens_no_event_beside_a_better_report(one: str, other: str) -> None:
    assert len(read(STORY + one, STORY + other).happenings) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Heron III failed on 21 November 2022 off Bergen.", "Norvale Foods was founded in Graz in 1958."),
        ("A gunman opened fire in Graz on 7 August 2022.", "A bomb killed two people in Bergen in August 2022."),
        ("Karl Lind resigned on 21 August 2022.", "Anna Sorel resigned in August 2022."),
        ("Karl Lind sued Eva Sorel on 7 August 2022.", "In August 2022 Karl Lind founded a choir in Bergen."),
    ],
)
def test_what_can_be_no_retelling_stays_an_event(one: str, other: str) -> None:
    assert len(read(STORY + one, STORY + other).happenings) == 2


def test_a_plan_for_a_day_that_a_later_article_tells_of_is_no_event() -> None:
    plan = "The minister, Karl Lind, welcomed the decision. He is due to visit Bergen on May 17."
    later = "The minister, Karl Lind, was here on 17 May and ate three rolls."
    other = "The minister, Karl Lind, was here on 19 May and ate three rolls."
    assert not read((STORY + plan, "2023-04-23"), (STORY + later, "2023-07-05")).happenings
    assert len(read((STORY + plan, "2023-04-23"), (STORY + other, "2023-07-05")).happenings) == 1
    assert len(read((STORY + plan, "2023-04-23"), (STORY + later, "2023-05-10")).happenings) == 1
