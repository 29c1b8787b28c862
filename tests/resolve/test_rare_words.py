"""Two tellings of one happening are known by words that no other event of their time and story has."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.resolve.told import read, status_of

STORY = "Norvale Foods of Graz and its partner Brandt Works build rockets. Anna Berg leads Norvale Foods. "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Soldiers of Norvale Foods stormed the protest camp at Bergen on 7 August 2022.",
            "On 7 August 2022 Karl Lind cleared the camp at Bergen of tents.",
        ),
        (
            "Tenants of Graz lodged a complaint with the watchdog in August 2022.",
            "Karl Lind leads the alliance whose tenants complained to the watchdog in August 2022.",
        ),
        (
            "The court sent Karl Lind to prison for six years on 7 August 2022.",
            "Karl Lind was sentenced to six years in August 2022.",
        ),
    ],
)
def test_what_shares_words_that_no_other_event_has_is_one_event(one: str, other: str) -> None:
    reading = read(STORY + one, STORY + other)
    assert [len(h.claims) for h in reading.happenings] == [2]
    assert status_of(reading) != "disputed"


def test_the_vaguer_of_two_tellings_with_one_rare_name_stays_with_the_editors() -> None:
    siege = "Militants held the Corvina in Tarnford for a day on 7 August 2022."
    passing = "In August 2022 rebels besieged a hotel in Tarnford, which has an airfield."
    found = read(STORY + siege, STORY + passing).happenings
    assert len(found) == 1
    assert "Corvina" in found[0].title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police arrested Karl Lind in Graz on 7 August 2022.", "Eva Sorel flew to Oslo on 7 August 2022."),
        ("Karl Lind came third on 7 August 2022.", "Eva Sorel came to Bergen on 7 August 2022 with a choir."),
        (
            "Karl Lind closed the bakery in Bergen on 7 August 2022.",
            "Eva Sorel opened a bakery in Oslo in November 2022.",
        ),
    ],
)
def test_what_shares_no_rare_word_or_no_time_stays_two_events(one: str, other: str) -> None:
    assert len(read(STORY + one, STORY + other).happenings) == 2


def test_a_word_that_two_stories_share_makes_no_event_of_them() -> None:
    other = "Tarn Ferries of Leith and its rival Osk Lines sail to Bute. Olaf Tarn leads Tarn Ferries. "
    one = read(
        STORY + "Karl Lind painted the bakery in Bergen on 7 August 2022.",
        other + "Olaf Tarn painted a bakery in Leith on 7 August 2022.",
    )
    assert len(one.happenings) == 2


def test_a_sentence_that_was_reduced_contradicts_no_report_of_the_first_one() -> None:
    first = "The court sentenced Karl Lind to six years on 7 August 2022."
    later = "Karl Lind, whose sentence was reduced on appeal to four years, had been convicted on 7 August 2022."
    reading = read(STORY + first, STORY + later)
    assert all(status_of(reading, n) != "disputed" for n in range(len(reading.happenings)))
