"""What is no happening of the day beside it, and who or what the words around a verb are not."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, titles


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A 40-kilo bag of cement that cost 205 crowns at the start of 2021 now costs 300, Norvale Works said.",
            "costs",
        ),
        ("Norvale Space has a launch in March. That launch in March needs a free range at Linz.", "range"),
        ("Auditors of Norvale asked about the 40 million euros listed as cash at the end of September.", "listed"),
        ("Doctors in Graz are to vaccinate the children born in the county in 2020 and 2021.", "born"),
        ("Ann Sorel sold ice at the 2010 World Cup in Peru and now runs the Osk Hotel.", "World Cup"),
        ("A first attempt to do so failed in May 2021 by 37 votes in the council of Graz.", "to do"),
        (
            "Since 1 January the four Graz offices have delivered their numbers every day, with one gap: from 6 to 10 "
            "February the Linz figures were missing.",
            "deliver",
        ),
        ("The bank froze a loan of 12 million euros that Norvale Works granted the Osk Club in September.", "grants"),
        ("The hearing in Graz had been expected last Thursday but was put off.", "expected"),
        ("Ann Sorel praised them on Monday. These are boats that work in the Osk Sea in January.", "work"),
        (
            "Osk Manning, an agency in Graz, promised each man his wages and a bonus of 5,000 euros, to be paid on "
            "30 November.",
            "paid",
        ),
        (
            "Ann Sorel wrote that an agreement to delay the duty in the bill by five years, which the cabinet of Graz "
            "reached on Tuesday, went too far.",
            "years",
        ),
        ("Leo Mann estimated that 900 trees had been felled in Osk Park over the previous winter.", "felled"),
        ("The law is in force when it has appeared in the Osk Gazette, which is expected in January.", "expected"),
        ("President Leo Mann promised the union an answer by the end of May.", "promises"),
        ("Norvale Works pledged a new school in Linz by June.", "pledges"),
        ("The board of Graz dismissed the complaint of Dr. – now Mr. – Leo Mann on Monday.", "Dr."),
    ],
)
def test_what_is_no_happening_of_its_day_is_not_published(text: str, words: str) -> None:
    assert not any(words in title or title.endswith(words) for title in titles(text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The port offered 3 percent, against the 9 percent that members of the Graz Union had asked for in March.",
            "Members of the Graz Union ask for the 9 percent",
        ),
        (
            "A special court in Graz on Thursday sentenced Leo Mann, founder of Norvale, and nine others to seven "
            "years in prison.",
            "A special court in Graz sentences Leo Mann and nine others to seven years in prison",
        ),
    ],
)
def test_a_title_keeps_the_preposition_and_drops_the_comma_of_an_aside(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Norvale notes that 63 houses were destroyed, according to the survey of the municipality finished in May.",
            "The municipality is finished",
        ),
        (
            "Austria builds the hull, Peru the main instrument and the mast.\n\nLeo Mann, a scientist, said that the "
            "instrument had been tested from an aircraft over Svalbard in April.",
            "Peru is tested from an aircraft over Svalbard",
        ),
        (
            "Prosecutors were busy on 17 July. The case against the warden, Leo Mann, was shelved the same day.",
            "Leo Mann is shelved",
        ),
        (
            "Work on the Osk tunnel, in which blasting began in April 2019, has been blamed by some for the slide.",
            "Blasting begins in Work",
        ),
    ],
)
def test_things_are_not_taken_for_those_beside_them(text: str, wrong: str) -> None:
    assert wrong not in titles(text)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        (
            "Demolition of the Osk dam is to begin in June 2024 and to take some eighteen months.",
            "Demolition of the Osk dam begins",
        ),
        ("Ann Lind is to open the Osk dam in June 2024 and to visit Graz.", "Ann Lind opens the Osk dam"),
    ],
)
def test_of_a_plan_of_two_steps_what_another_tells_as_done_is_the_first(text: str, done: str) -> None:
    assert [claim.did for claim in claims_of(text, "2024-05-15")] == [done]
