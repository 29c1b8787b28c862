"""Long sentences that give a whole title: what a court orders, what a party demands, what a report finds."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, dated_titles, titles


def test_who_is_to_be_held_is_told_without_where_and_how_long() -> None:
    assert titles(
        "The Osk City Court on Thursday ordered the head of Norvale Energy and two other men to be held in pre-trial "
        "detention for two months."
    ) == ["The Osk City Court orders the head of Norvale Energy and two other men to be held"]


def test_what_is_to_be_done_elsewhere_keeps_where() -> None:
    made = dated_titles(
        "The Osk City Court on Thursday ordered the head of Norvale Energy and two other men to be taken to the "
        "northernmost prison of the whole country."
    )
    assert not any(title.endswith("to be taken") for title in made)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Norvale Energy is under pressure. The Graz Federation demanded on Thursday that Leo Mann, the energy "
            "minister, resign as well.",
            "The Graz Federation demands that Leo Mann resign",
        ),
        (
            "The Graz Institute recommended on Thursday that the Norvale bridge be closed.",
            "The Graz Institute recommends that the Norvale bridge be closed",
        ),
    ],
)
def test_what_a_body_demands_is_told_with_the_demand(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The Regional Court in Graz found on Thursday that the fishers of Osk would suffer no harm.",
            "The Regional Court in Graz finds that the fishers of Osk will suffer no harm",
        ),
        (
            "An inquiry under the Dane Leo Mann found in September that a damaged glass dome had burst.",
            "An inquiry under the Dane Leo Mann finds that a damaged glass dome has burst",
        ),
    ],
)
def test_what_a_court_or_an_inquiry_finds_is_a_finding(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "found",
    [
        "the fishers of Osk would suffer no harm that money cannot repair",
        "the fishers of Osk would lose their boats if the pier was sold",
    ],
)
def test_half_a_finding_is_none(found: str) -> None:
    assert not titles(f"The Regional Court in Graz found on Thursday that {found}.")


def test_what_a_person_finds_is_only_an_opinion() -> None:
    assert not titles("Leo Mann of Norvale found on Thursday that the fishers of Osk had suffered no harm.")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Leo Mann of Norvale was charged on 22 February last year.", "Leo Mann is charged"),
        ("Charges against Norvale were brought on 30 September last year.", "Charges against Norvale are brought"),
        (
            "The recount in Osk was ordered on 16 August and was broken off for four days when boxes were missing.",
            "The recount in Osk is ordered",
        ),
    ],
)
def test_a_happening_that_is_brought_or_ordered_is_told_whole(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_a_nation_keeps_its_capital_behind_a_verb_of_saying() -> None:
    assert titles(
        "Irish forces have boarded and detained a tanker suspected of having dragged its anchor across a cable, the "
        "government in Dublin said on Wednesday."
    ) == ["The government in Dublin says that Irish forces have boarded a tanker"]


def test_what_is_told_behind_and_is_no_object_of_the_saying() -> None:
    made = [
        c.title
        for c in claims_of(
            "The army of Osk said on Friday that nine fighters had been killed and 17 motorbikes destroyed in the raid."
        )
    ]
    assert "The army of Osk says that nine fighters have been killed" in made


def test_what_was_found_burnt_out_did_not_burn_then() -> None:
    made = dated_titles("The lorry of Norvale Works was found burnt out on Tuesday evening near Osk.")
    assert made == ["The lorry of Norvale Works is found burnt out near Osk"]


def test_a_cable_keeps_its_name_rather_than_the_place() -> None:
    assert titles(
        "Traffic on the NORVALE-1 cable stopped at 03:12 on Saturday at a point some 210 kilometres north "
        "of the town of Stornoway."
    ) == ["Traffic on the NORVALE-1 cable stops"]


def test_what_the_others_call_a_group_stays_with_it() -> None:
    assert titles("Late on Thursday 9 October the group known as Black Mare placed a file on a site in Osk.") == [
        "The group known as Black Mare places a file on a site in Osk"
    ]


def test_a_contract_signed_that_day_is_signed_whatever_it_provides_for() -> None:
    assert titles("The Norvale Purchase Agreement signed on 2 July 2025 provides for a price of US$18.5 million.") == [
        "The Norvale Purchase Agreement is signed"
    ]


def test_who_is_sentenced_is_named_rather_than_described_where_the_term_has_no_room() -> None:
    assert titles(
        "A court in the port town of Osk on Wednesday sentenced the former head of Chile's southern customs district, "
        "Leo Mann, to 12 years in prison."
    ) == ["A court in the port town of Osk sentences Leo Mann to 12 years"]
