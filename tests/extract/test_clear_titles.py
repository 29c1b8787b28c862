"""Titles that say which: the tanker by its name, a brother by his, a charity behind "the organisation"."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, dated_titles, titles


def test_a_brother_called_by_his_first_name_is_told_as_whose_he_is() -> None:
    assert titles("Leo Mann's brother Nick, who came third in Graz on 6 April, is a baker in Osk.") == [
        "Leo Mann's brother Nick comes third in Graz"
    ]


def test_a_brother_with_a_whole_name_needs_no_other() -> None:
    assert titles("Leo Mann's brother Nick Sorel came third in Graz on 6 April.") == ["Nick Sorel comes third in Graz"]


def test_of_which_tanker_the_anchor_was() -> None:
    assert titles(
        "The tanker Osk Star is held in Graz. The port anchor of the tanker parted in heavy weather in the Norwegian "
        "Sea on 3 October."
    ) == ["The port anchor of the tanker Osk Star parts in heavy weather in the Norwegian Sea"]


def test_the_organisation_is_the_charity_that_acted() -> None:
    assert titles(
        "Norvale Aid works in the hills. Norvale Aid knows them. The organisation will reopen its base in the town "
        "of Osk on 1 November."
    ) == ["Norvale Aid to reopen its base in the town of Osk"]


def test_why_something_was_is_no_happening() -> None:
    text = "The delay of the Norvale Star on 3 October was due to an overheated bearing, its owner writes."
    assert dated_titles(text) == []


def test_what_is_due_on_a_day_is_a_plan() -> None:
    assert titles("Norvale Works makes pumps. The Norvale Star is due to sail on 1 November.") == [
        "The Norvale Star to sail"
    ]


def test_the_number_of_a_seed_is_no_part_of_a_name() -> None:
    assert "Henrik Lind beats Leo Mann in Graz" in titles("In Graz on Saturday Henrik Lind beat 4-Leo Mann.")


def test_two_words_tell_how_a_happening_goes_on_but_nothing_alone() -> None:
    (claim,) = [c for c in claims_of("Talks resumed on 3 October.") if c.date]
    assert claim.title == "Talks resume"
    assert not claim.draft
    assert not claim.whole


def test_half_of_a_month_is_no_place() -> None:
    text = "Norvale needs help. The envoy Ann Sorel visited Lima and Quito twice each in the second half of that month."
    assert [c.title for c in claims_of(text) if "Lima" in c.title] == ["Ann Sorel visits Lima and Quito"]


def test_so_many_of_something_is_told_only_with_what_it_is_of() -> None:
    assert titles("The rounds are of a lot that was stolen from a Chilean depot in January.") == []
    assert titles("A lot of rounds was stolen from a Chilean depot in January.") == [
        "A lot of rounds is stolen from a Chilean depot"
    ]


def test_who_acts_for_the_dead() -> None:
    stood = "In the square of Osk stood the families of the victims, who"
    founded = [c.title for c in claims_of(f"{stood} in June founded the association Norvale 13.")]
    assert founded == ["The families of the victims found the association Norvale 13"]
    assert not any("families" in c.title for c in claims_of(f"{stood} drowned on 3 May."))
