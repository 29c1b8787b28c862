"""Pairs of reports: a dispute, two happenings, or one that is told less precisely."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")


from tests.resolve.told import read, status_of

DISPUTED = [
    (
        "Interior Minister Anna Berg was dismissed by parliament on 15 May 2022.",
        "Anna Berg, whom parliament removed as interior minister on 16 May 2022, has joined the bank Norvale.",
    ),
    (
        "The Norlund road bridge collapsed on 8 May 2022, the police said.",
        "The road bridge at Norlund, which gave way on 10 May 2022, had never been inspected.",
    ),
    (
        "Norvale Foods bought Graz Mills in March 2021.",
        "Workers say Norvale Foods promised to spare every post when it acquired Graz Mills in May 2021.",
    ),
    ("Norvale Foods was founded in Graz in 1958.", "Olaf Brandt set up Norvale Foods in Graz in 1962."),
    (
        "The poet Olaf Brandt died in Graz in November 1994.",
        "A plaque was put up for Olaf Brandt, the poet. Brandt passed away in December 1994 in Graz.",
    ),
    (
        "A court in Graz sentenced Olaf Brandt to 12 years in prison on 2 May 2022.",
        "Olaf Brandt, who was given nine years by a Graz court on 2 May 2022, will appeal.",
    ),
    (
        "The blast at the Norvale mill killed 11 people on 4 May 2022.",
        "An explosion at the Norvale mill on 4 May 2022 destroyed the roof. Fourteen people were killed in the blast.",
    ),
    (
        "The ferry Heron sank off Bergen on 10 September 2021.",
        "Nobody has said why the ferry Heron, which sank on 11 September 2021 off Bergen, had left port.",
    ),
    (
        "The Norlund bridge in Graz was last inspected in November 2019.",
        "The Norlund bridge in Graz passed its last inspection in March 2020.",
    ),
    (
        "The district has had no deputy since July 2022, when Karl Lind gave up his seat in the Norlund parliament.",
        "Karl Lind, a deputy of the Norlund parliament, resigned on 21 August 2022.",
    ),
    (
        "Contact with the probe Heron-2 was lost on 22 March 2022, its makers said.",
        "The probe Heron-2 fell silent on 25 March 2022.",
    ),
    (
        "The great hall of the Norvale mill in Graz went up in flames in November 2021.",
        "The great hall of the Norvale mill in Graz burned down in December 2021.",
    ),
    (
        "The levee at Norlund, on the Heron, gave way on 27 January 2022.",
        "The levee at Norlund, on the Heron, broke on 28 January 2022.",
    ),
    (
        "1,900 tonnes of ammonia escaped from a tank of the Norvale mill in Graz on 14 March 2022.",
        "On 14 March 2022 some 2,600 tonnes of ammonia poured out of a tank of the Norvale mill in Graz.",
    ),
]


@pytest.mark.parametrize(("one", "other"), DISPUTED)
def test_rival_dates_and_figures_of_one_happening_are_a_dispute(one: str, other: str) -> None:
    reading = read(one, other)
    both = [n for n, h in enumerate(reading.happenings) if {d for d, _ in h.claims} == {0, 1}]
    assert [status_of(reading, n) for n in both] == ["disputed"]


# Two happenings, however alike they sound.
APART = [
    (
        "The engineer Olaf Brandt was arrested in Graz on 12 February 2022.",
        "Karl Brandt, a tax adviser, was arrested in Graz on 28 February 2022.",
    ),
    ("Norvale lost its rocket Heron 1 on 4 May 2022.", "Norvale lost its second rocket, Heron 2, on 25 May 2022."),
    (
        "A fire broke out at the Norvale mill in Graz on 20 April 2022.",
        "A fire broke out at the Norvale mill in Linz on 27 April 2022.",
    ),
    (
        "Sturm Graz won the semi-final of the Danube Cup on 4 May 2022.",
        "Sturm Graz won the final of the Danube Cup on 8 May 2022.",
    ),
    (
        "Norvale Foods announced on 2 May 2022 that it would buy Graz Mills.",
        "Norvale Foods bought Graz Mills on 20 May 2022.",
    ),
    (
        "Norvale ordered 12 trams from Brandt Works in May 2022.",
        "Brandt Works delivered 12 trams to Norvale in June 2022.",
    ),
    (
        "Shareholders of Norvale Foods approved the merger with Graz Mills on 12 May 2022.",
        "Shareholders of Graz Mills approved the merger on 14 May 2022, two days after those of Norvale Foods.",
    ),
    (
        "A jury in Graz convicted Olaf Brandt of fraud on 19 May 2022.",
        "Olaf Brandt was sentenced to four years in Graz in July 2022.",
    ),
    ("Anna Berg visited Peru on 3 May 2022.", "Anna Berg visited Chile on 5 May 2022."),
    ("Anna Berg met Olaf Brandt in Graz on 3 May 2022.", "Anna Berg met Olaf Brandt in Graz on 30 May 2022."),
    (
        ("The Norlund bridge in Graz was last inspected in November 2019.", "2020-01-10"),
        ("The Norlund bridge in Graz passed its last inspection in March 2020.", "2022-01-10"),
    ),
    ("Olaf Brandt beat Karl Lind on 8 May 2022.", "Olaf Brandt beat Erik Berg on 4 May 2022."),
    (
        "The Norlund Rescue Service had counted 17 dead by 8 May 2022.",
        "The Norlund Rescue Service had counted 31 dead by 11 May 2022.",
    ),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_happenings_stay_apart(one: str | tuple[str, str], other: str | tuple[str, str]) -> None:
    reading = read(one, other)
    assert [h for h in reading.happenings if len({d for d, _ in h.claims}) > 1] == []


def test_many_die_in_one_place_and_each_but_once() -> None:
    story = "Graz and Linz lie on the front of the Norlund War. "
    reading = read(story + "Ninety people were killed on 3 May 2022.", story + "Forty people died on 20 May 2022.")
    assert [h for h in reading.happenings if len({d for d, _ in h.claims}) > 1] == []


# One happening told twice, less precisely or without a name.
SAME = [
    (
        "Olaf Brandt was sentenced to four years in Graz on 19 May 2022.",
        "Olaf Brandt, who was convicted in Graz in May 2022, has appealed.",
    ),
    (
        "Talks between Norvale Foods and Graz Mills were held in Linz on 3 May 2022.",
        "Norvale Foods and Graz Mills negotiated in Linz in May 2022.",
    ),
    (
        "The Norlund smelter in Peru was shut down in spring 2019.",
        "Since the Norlund smelter closed in April 2019, its owner has paid no taxes.",
    ),
    (
        "About 300 people were rescued from the burning ferry Heron off Bergen on 3 May 2022.",
        "312 people were rescued from the ferry Heron off Bergen on 3 May 2022.",
    ),
    (
        "Lima and Santiago signed an agreement to resume their relations in 2020.",
        "In Peru, it was a restoration of diplomatic relations with Chile, in December 2020.",
    ),
    (
        "The probe Heron is built by Norvale of Graz. The craft is due to enter lunar orbit in early July 2021.",
        "The probe Heron, built by Norvale of Graz, reached lunar orbit on 2 July 2021.",
    ),
    (
        "Hurricane Ada is to strike Norland on 10 September 2021.",
        "Hurricane Ada hit Norland on 10 September 2021 with winds of 130 mph.",
    ),
    (
        "The great hall of the Norvale mill in Graz burned down in February 2022.",
        "The great hall of the Norvale mill in Graz burned in 2022.",
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_is_told_less_precisely_is_no_other_event_and_no_dispute(one: str, other: str) -> None:
    reading = read(one, other)
    both = [n for n, h in enumerate(reading.happenings) if {d for d, _ in h.claims} == {0, 1}]
    assert [status_of(reading, n) for n in both] == ["undisputed"]
