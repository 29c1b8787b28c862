"""Titles out of which a compression cut nothing that they need, and in which nothing stands that needs what is cut."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of


def _titles(text: str) -> list[str]:
    return [c.title for c in claims_of(text) if not c.draft]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "On 8 May 2024 the group known as Black Grouse placed a bomb on a bridge in Leith.",
            "The group known as Black Grouse places a bomb on a bridge in Leith",
        ),
        (
            "The head of the delegation, Deputy Minister Leo Berg, flew back to Oslo on 8 May 2024.",
            "Leo Berg flies back to Oslo",
        ),
        ("In Leith the market was closed on 8 May 2024 while the people prayed.", "The market is closed in Leith"),
        (
            "The two engines from Norvale Works of Leith were lifted aboard on 8 May 2024.",
            "The two engines from Norvale Works of Leith are lifted aboard",
        ),
        (
            "8 May 2024: The High Court of Leith stops the sale of Norvale Works for the time being.",
            "The High Court of Leith stops the sale of Norvale Works for the time being",
        ),
        (
            "The Storting ratified the Norwegian treaty on the Osk river on 8 May 2024, by 71 votes to nine, after six "
            "hours of debate.",
            "The Storting ratifies the Norwegian treaty on the Osk river by 71 votes to nine",
        ),
        (
            "The council met one day after the Leith Assembly proclaimed Leo Berg the winner on 8 May 2024.",
            "The Leith Assembly proclaims Leo Berg the winner",
        ),
        (
            "The police, who on 8 May 2024 removed a length of pipe and a valve fitting belonging to the operator "
            "Norvale Works, left.",
            "The police remove a length of pipe and a valve fitting",
        ),
        (
            "The project, in Norwegian Prosjekt Dypis, was announced by the government in Oslo on 8 May 2024.",
            "The project is announced by the government in Oslo",
        ),
        (
            "The Norwegian foreign minister, Anna Berg, and the interior minister, Leo Radek, are to travel to Leith "
            "on 8 May 2026.",
            "Anna Berg and Leo Radek to travel to Leith",
        ),
        (
            "Parliament approved the Leith Bill on 8 May 2024 with 78 votes in favour and 12 against.",
            "Parliament approves the Leith Bill with 78 votes in favour and 12 against",
        ),
        (
            "The Leith Council on 8 May 2024 banned its champion of last year, the Norwegian Anna Berg, for three "
            "years.",
            "The Leith Council bans Anna Berg for three years",
        ),
    ],
)
def test_a_title_keeps_what_it_needs(text: str, wanted: str) -> None:
    assert wanted in _titles(text), _titles(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "A third voyage of the Merganser is planned for 8 May 2026, to a site nearer the coast where ice is old.",
            "to a site",
        ),
        ("Eight of the 22 people at the camp, Base Sur, were flown to Leith on 8 May 2024.", "Base Sur are"),
        (
            "The new posts paid for by Norway, which were promised for 8 May 2024, will not be ready before autumn.",
            "Norway are",
        ),
        (
            "Another court in Leith gave Leo Berg six months on 8 May 2024 in a case brought by the Serious Fraud "
            "Investigation Office of the Kingdom of Norway.",
            "in a case",
        ),
        ("The Leith Memorandum of 8 May 2022, on which the work rests, runs out at the end of 2027.", "runs out today"),
    ],
)
def test_no_title_holds_half_of_what_it_cut(text: str, never: str) -> None:
    assert not any(never in title for title in _titles(text)), _titles(text)


def test_a_ship_goes_to_her_own_survey() -> None:
    text = (
        "Anna Berg flew home from Oslo. "
        "The research ship Merganser will go to her yearly survey in Leith on 8 May 2026."
    )
    assert not any("Anna Berg's yearly" in c.title for c in claims_of(text))


def test_a_paper_does_not_run_out_on_the_day_of_its_date() -> None:
    text = "The Leith Memorandum of 8 November 2022, on which the work rests, runs out at the end of 2027."
    assert not any(c.date == "2022-11-08" and not c.draft for c in claims_of(text))


def test_the_trial_is_not_that_of_the_victims() -> None:
    text = (
        "Relatives of the dead founded the association Victims of Leith. Victims of Leith wants an apology.\n\n"
        "The trial opened on 8 May 2024 and heard 114 witnesses. Victims of Leith asked for more."
    )
    titles = [c.title for c in claims_of(text, title="What Victims of Leith wants")]
    assert not any(title.startswith("Victims of Leith: the trial") for title in titles), titles


def test_no_namesake_does_what_one_with_two_family_names_did() -> None:
    text = (
        "Leo Ruiz Castro was elected mayor of Graz on Sunday.\n\n"
        "Ruiz claimed victory in front of supporters at the town hall on Sunday.\n\n"
        "The board, headed by Ana Ruiz, who is not related to the mayor, denied this."
    )
    titles = [c.title for c in claims_of(text)]
    assert any("claims victory" in title for title in titles)
    assert not any(title.startswith("Ana") for title in titles), titles
