"""Main verbs behind asides, which a small model takes for participles, and what else strays from its verb."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Ann Sorel, who headed the supervision department at that time, left in December 2018 and has declined to "
            "answer questions.",
            ("2018-12", "Ann Sorel leaves"),
        ),
        (
            "Norvale, the firm that had forged the records, filed for bankruptcy in March; all of its welds were "
            "checked again, and 17 were redone.",
            ("2025-03", "Norvale files for bankruptcy"),
        ),
        (  # which town is switched on?
            "The radar station at Graz, which was switched on in February, has never reported a ship.",
            ("2025-02", "The radar station at Graz is switched on"),
        ),
    ],
)
def test_behind_an_aside_stands_the_main_verb(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in [(c.date, c.title) for c in claims_of(text)]


def test_a_participle_behind_one_comma_stays_one() -> None:
    assert ("1978", "Radek Deep is opened") in told(
        "Radek Deep, opened in 1978 and bought by Norvale in 2014, employs 400 people."
    )


def test_an_expert_named_behind_the_verb_is_no_sample() -> None:
    text = "A sample of 60 scans was reviewed in March by an outside expert, Prof. Hugh Dorn of Graz."
    assert not any(c.title.startswith("Hugh Dorn is") for c in claims_of(text))


def test_what_is_undertaken_is_told() -> None:
    text = "Peru and Chile undertook on Thursday evening in Graz to withdraw their troops to ten kilometres."
    ((_, title),) = told(text)
    assert title.startswith("Peru and Chile undertake ")
    assert "to withdraw their troops" in title


def test_the_thesis_was_defended_and_no_pages_were() -> None:
    text = (
        "The portal Radek reported that 88 of the 217 pages of the thesis, defended in Graz in 2003, matched the work "
        "of an author."
    )
    assert not any(c.title.startswith("88 ") for c in claims_of(text))


def test_who_is_allowed_to_leave_allows_nothing() -> None:
    text = (
        "The master of the tug, Captain Leo Mann, a Dane, was interviewed by police on August 26 and allowed to leave "
        "two days later."
    )
    assert ("2025-08-26", "Leo Mann is interviewed by police and allowed to leave") in told(text)


def test_no_name_stands_before_the_number_of_what_it_describes() -> None:
    text = "In Graz twelve bodies of Norvale divers were found on Sunday."
    assert told(text)[0][1].startswith("Twelve bodies")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On 18 May they sign a contract in Graz.", "2025-05-18"),
        ("On 3 May we close the mill in Graz.", "2025-05-03"),
        ("On 9 May you win the cup in Graz.", "2025-05-09"),
    ],
)
def test_the_month_behind_a_day_is_no_may(text: str, wanted: str) -> None:
    assert [c.date for c in claims_of(text)] == [wanted]


def test_the_number_of_a_thing_denies_nothing() -> None:
    for text in (
        "Silo No. 4, the largest of six, burst on 3 May in Graz.",
        "Leo Mann opened Mill No. 2 in Graz on 3 May.",
        "Anna Berg closed Shaft No. 7 on 3 May.",
    ):
        assert [c.date for c in claims_of(text)] == ["2025-05-03"], text


def test_what_another_thing_came_after_did_not_do_it() -> None:
    text = (
        "Almost three years after the fire in the Serra da Vitoral, a court in Leiria on Tuesday found the grid "
        "operator Norvalusa guilty of negligence and fined it 2.4 million euros."
    )
    assert told(text)[0][1].startswith("A court in Leiria finds")
