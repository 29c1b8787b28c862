"""Titles that say which thing, and whose, a definite noun or a pronoun means; of two that fit neither is named."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Radek dam stands near Graz. It rains. The dam was completed in 1987.",
            ("1987", "The Radek dam is completed"),
        ),
        (
            "Ann Sorel of the Norvale Museum knows each piece. The museum was plundered in April 2003.",
            ("2003-04", "The Norvale Museum is plundered"),
        ),
    ],
)
def test_the_dam_is_the_one_dam_that_the_text_names(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in told(text)


def test_of_two_dams_neither_is_the_dam() -> None:
    text = "The Radek dam and the Linden dam stand near Graz. It rains. The dam was completed in 1987."
    assert [title for _, title in told(text) if "complete" in title] == []


def test_the_trial_is_that_of_the_only_one_accused() -> None:
    text = (
        "Judge Ann Sorel spoke for two hours. Leo Mann, whom all of Graz used to call the salt king, was found guilty "
        "of fraud by Judge Sorel.\n\nThe trial opened on 20 February 2025."
    )
    assert ("2025-02-20", "Leo Mann: the trial opens") in told(text)


def test_the_trial_of_a_case_that_bears_a_towns_name() -> None:
    text = "Firemen came to Leith by boat. In Leith a wall had fallen.\n\nThe trial opened on 8 May 2025."
    assert ("2025-05-08", "Leith: the trial opens") in told(text, title="Statement on the Leith case")
    assert [title for _, title in told(text, title="Statement on Leith") if "trial" in title] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The radar, called Radek, is to be switched on in May 2026.",
            ("2026-05", "The radar Radek to be switched on"),
        ),
        (
            "The Radek dam stands near Graz. It rains. The dam, 74 metres high, was completed in 1987.",
            ("1987", "The Radek dam is completed"),
        ),
        (
            "At its sitting of 18 June 2025 the Graz Electoral Board approved the results of the vote.",
            ("2025-06-18", "The Graz Electoral Board approves the results of the vote"),
        ),
        (
            "Leo Mann wrote to the Graz council on 9 April 2025 that the wall could fall.",
            ("2025-04-09", "Leo Mann writes that the wall could fall"),
        ),
        (
            "The sluice at Graz had warned the district on 9 April 2025 that it would open its gates.",
            ("2025-04-09", "The sluice at Graz warns the district that it will open its gates"),
        ),
    ],
)
def test_what_is_said_aside_does_not_hide_which_thing_is_meant(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in told(text)


def test_they_are_who_acted_before_and_go_back_to_work() -> None:
    text = (
        "About 800 members of the Norvale Union walked out in Graz on July 29 after rejecting a contract that would "
        "have frozen pensions. They signed an agreement on Sept. 28 and went back to work two days later."
    )
    members = "About 800 members of the Norvale Union"
    assert told(text)[1:] == [
        ("2025-09-28", f"{members} sign an agreement"),
        ("2025-09-30", f"{members} go back to work"),
    ]


def test_voting_is_a_countrys_and_no_partys() -> None:
    text = (
        "Austria voted on Sunday, and the Norvale Path party of Austria was ahead. The Norvale Path has ruled Austria "
        "since 2019.\n\nVoting was interrupted for three hours on Sunday morning."
    )
    assert ("2025-10-19", "Austria: voting is interrupted for three hours") in told(text, title="Norvale Path ahead")


def test_its_headquarters_are_not_those_of_the_police() -> None:
    text = "The Norvale bloc lodged an appeal on June 20. Two days later police searched its headquarters in Graz."
    assert not any("its" in title.split() for _, title in told(text))


def test_nobody_hires_himself() -> None:
    text = "Leo Mann bought a lender. Its head was Ann Sorel, a former banker whom he hired in 2011."
    assert not any(title.startswith("Ann Sorel hires") for _, title in told(text))


def test_a_paper_that_was_read_recommends_and_not_its_reader() -> None:
    text = "The Graz Ledger obtained a copy on Thursday. It recommends new girders by the end of 2025."
    assert not any("Ledger recommends" in title for _, title in told(text))


def test_the_players_fans_are_not_those_of_who_acted_before() -> None:
    text = (
        "His agent Leo Mann obtained a promise. Relations broke down on 19 August, when the player, whistled by his "
        "own fans, walked off the pitch. On 12 September he was fined for a gesture towards the box."
    )
    assert not any("Leo Mann is fined" in title for _, title in told(text))


def test_the_ship_may_be_the_one_that_is_named() -> None:
    text = (
        "The cable ship was sent to the fault in the Sound on 2 May. It found an anchor that matches the one missing "
        "from the Norva Queen, a tanker held in Leith.\n\nThe High Court in Leith refused on 9 May to free the ship."
    )
    assert not any("cable ship" in claim.title for claim in claims_of(text) if "free" in claim.title)


def test_the_ship_is_the_only_one_that_a_text_told_of() -> None:
    text = "The company sent a cable ship to the fault in the Sound.\n\nA court in Leith freed the ship on 9 May."
    assert any("cable ship" in claim.title for claim in claims_of(text))


def test_a_jury_that_picks_a_design_is_no_courts() -> None:
    text = (
        "Diggers moved in at Radek on Monday. The hall of Leo Radek fell in 2021.\n\nThe wall is paid for by the town. "
        "A jury picks a design in January. Leo Radek has played no game since."
    )
    assert not any(t.startswith(("Radek:", "Leo Radek:")) and "jury" in t for _, t in told(text, title="Radek falls"))
