"""Kings, queens and their kin, of whom news tells by first name, by number and by the name they were born with."""

from __future__ import annotations

from tests.resolve.test_entities import resolved


def same(*marked: str) -> bool:
    """Whether the last mention of each text is one person."""
    return len({row[-1] for row in resolved(*marked)}) == 1 and None not in [row[-1] for row in resolved(*marked)]


def test_a_prince_who_becomes_king_is_one() -> None:
    assert same(
        "Prince {Ekango Tomba-Mori|p} spoke.",
        "Prince {Ekango|p} came.",
        "King {Ekango|p} left.",
        "King {Ekango I|p} ate.",
    )


def test_a_queen_is_the_woman_whom_the_king_married() -> None:
    assert same("He married a vet, {Liselot Vermaas|p}.", "His wife, {Liselot|p}, came.", "Queen {Liselot|p} left.")


def test_a_mayor_is_not_the_princess_of_her_name() -> None:
    found = resolved("The mayor, {Naledi Mohari|p}, spoke.", "Princess {Naledi|p} is six.")
    assert found[0] != found[1]


def test_a_king_is_not_his_son_who_has_his_name_for_a_surname() -> None:
    found = resolved(
        "King {Tomba II|p} died. Prince {Ekango Tomba|p} wept. {Tomba|p} came to the throne in 1991.",
        "King {Tomba|p} was crowned.",
        "Prince {Ekango Tomba|p} left.",
    )
    assert found == [["tomba-ii", "ekango-tomba", "tomba-ii"], ["tomba-ii"], ["ekango-tomba"]]


def test_two_kings_of_one_name_stay_two() -> None:
    found = resolved("King {Tomba II|p} died.", "King {Tomba III|p} rose.", "King {Tomba|p} was crowned.")
    assert found[0] != found[1]
    assert found[2][0] not in (found[0][0], found[1][0])
    grandson = resolved("King {Lothar IV|p} died.", "Prince {Lothar Mansfeld|p} rode.")
    assert grandson[0] != grandson[1]
