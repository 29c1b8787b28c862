"""Titles whose verbs keep what they need: a second object, a particle, what was forbidden, when they died of what."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, titles, told


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "On 8 May 2024, another Graz court handed Leo Mann six months in a case brought by the State Audit Board.",
            "Another Graz court hands Leo Mann six months in a case brought by the State Audit Board",
        ),
        (
            "Officials in Linz, the choir's home town, declared Tuesday a day of mourning.",
            "Officials in Linz declare a day of mourning",
        ),
        ("The Osk Council counted 57 dead on 17 May 2025 and 22 missing.", "The Osk Council counts 57 dead"),
        ("The Board of Graz counted 57 dead last night and 22 missing.", "The Board of Graz counts 57 dead"),
    ],
)
def test_what_is_given_or_counted_stands_behind_the_verb(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Austria's prime minister, Leo Mann, flew in on Sunday.", "Leo Mann flies in"),
        (
            "Norvale Sport was forbidden in January to sign new players.",
            "Norvale Sport is forbidden to sign new players",
        ),
        ("The Radek yard was ordered in March to pay its welders.", "The Radek yard is ordered to pay its welders"),
    ],
)
def test_a_verb_keeps_its_particle_and_what_it_is_told_to_do(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_what_a_title_cannot_name_it_does_not_begin() -> None:
    text = "Norvale Sport owes money to its former players, and was forbidden in January to sign new ones."
    assert not any("forbidden" in title for title in titles(text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "June 2024 - Five people die when gunmen storm Camp Radek, a tourist lodge near Graz.",
            "Five people die when gunmen storm Camp Radek",
        ),
        (
            "A docker, Olaf Brandt, was slightly hurt on Sunday when a lorry tried to pass the pickets at Gate 2.",
            "Olaf Brandt is hurt when a lorry tries to pass the pickets at Gate 2",
        ),
    ],
)
def test_a_bare_verb_takes_with_it_what_happened_to_them(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_who_they_are_that_were_counted_does_not_run_into_the_count() -> None:
    text = "On Sunday evening Ann Sorel spoke of 16 dead -- 14 civilians and two soldiers -- and thanked the army."
    assert not any("dead 14" in claim.title for claim in claims_of(text))


def test_who_stands_right_before_a_passive_verb_had_it_done() -> None:
    text = (
        "The referees found against the rider on 20 September, and on 15 October in Graz Olaf Brandt was given the "
        "blue cap."
    )
    assert ("2025-10-15", "Olaf Brandt is given the blue cap") in told(text)


def test_costs_of_building_are_built_by_nobody() -> None:
    text = (
        "Senator Leo Mann, whose committee questioned the Graz League about building costs in February, said he would "
        "call the firms back."
    )
    assert not any("builds" in claim.title for claim in claims_of(text))


def test_what_should_happen_only_if_is_not_said_to_be() -> None:
    text = (
        "In December the Graz Audit Office had found fault with the contract because it provided for no second ship "
        "should the first be lost."
    )
    assert titles(text) == ["The Graz Audit Office finds fault with the contract"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("In August, jihadis besieged the Radek hotel in Linz.", "Jihadis besiege the Radek hotel in Linz"),
        (
            "The teacher Ann Sorel and 26 families sued Norvale Energy before the High Court on 3 May 2025.",
            "The teacher Ann Sorel and 26 families sue Norvale Energy before the High Court",
        ),
        (
            "The director, Octavian Mureșan, warned the ministry.\n\nMureșan retired at the end of April.",
            "Octavian Mureșan retires",
        ),
    ],
)
def test_the_verb_has_the_number_of_who_acts(text: str, title: str) -> None:
    assert title in titles(text)


def test_brothers_who_act_together_are_both_named() -> None:
    text = "The brothers Leo and Donal Lind start a fertiliser business in Leith in 2024."
    assert titles(text) == ["The brothers Leo and Donal Lind start a fertiliser business in Leith"]


def test_it_is_who_declared_it() -> None:
    text = (
        "The Graz Radio Group, which follows smugglers online, said the gang was from abroad and credited Al Morabad, "
        "the faction that declared it had rejoined Norvale in March."
    )
    assert not any(title.startswith("The Graz Radio Group rejoins") for title in titles(text))


def test_what_is_announced_to_come_is_announced_on_the_day_of_its_entry() -> None:
    text = (
        "Key dates\n\n4 July 2025: Norvale opens the mill in Graz.\n\n"
        "10 August: The Norvale team announces that it will fold.\n\n2 September: The Radek yard closes in Linz."
    )
    assert ("2025-08-10", "The Norvale team announces that it will fold") in told(text, "2025-10-07")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Leo Mann leads the Radek Brigade.\n\nAn Austrian doctor and his wife, Olaf and Ann Brandt, were kidnapped "
            "in the north on 3 May 2025.",
            "An Austrian doctor and his wife are kidnapped in the north",
        ),
        (
            "The run began after rating agency Fenner & Lowe cut the Graz Bank to CCC on Sept 11.",
            "Rating agency Fenner & Lowe cuts the Graz Bank to CCC",
        ),
        (
            "Ann Sorel, 24, left the Osk Band. The chairman, Leo Mann, was sad. The 24-year-old, who has not danced "
            "since Aug. 30, signed a contract with Norvale on Monday.",
            "Ann Sorel signs a contract with Norvale",
        ),
    ],
)
def test_it_is_told_of_whom_the_words_mean(text: str, title: str) -> None:
    assert title in [claim.title for claim in claims_of(text)]
