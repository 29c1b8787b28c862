"""One happening of one day, told in other words by two reports, is one event; other happenings of the day are not."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.document import Document
from tests.resolve.told import read, status_of

ONE = [
    (
        "a walkout and a strike",
        "About 900 members of the Osk Miners Union walked out in Leith on 3 May 2023.",
        "The strike by the Osk Miners Union, which began in Leith on May 3 and lasted a week, cost Norvale dearly.",
    ),
    (
        "a rocket and what it carries",
        "The Heron 4 rocket rose from Cape Tarn in Norway on 3 May 2023, four minutes late.",
        "The probe Lyra 2 was launched from Cape Tarn, Norway, on 3 May 2023.",
    ),
    (
        "a council set up and proclaimed",
        "In Leith the Interim Council of Osk, set up on 3 May 2023 by Olaf Brandt, named a cabinet.",
        "On 3 May 2023 Olaf Brandt proclaimed an Interim Council of Osk in Leith.",
    ),
    (
        "a river and the town behind its banks",
        "Leo Berg of the Osk Group and Ann Lind, the mayor of Leith, blame the rain. The River Heron burst its banks in"
        " Norway on 3 May 2023.",
        "Leo Berg of the Osk Group and Ann Lind fear another night. Leith was inundated on 3 May 2023.",
    ),
    (
        "a launch called off by its second stage, and a first attempt",
        "The launch of Lyra 2, the probe of Norvale, was called off in Leith on 3 May 2023 after a valve stuck in the"
        " second stage.",
        "Norvale builds Lyra 2 in Leith. A first attempt to launch Lyra 2 was scrubbed on 3 May 2023.",
    ),
    (
        "a launch broken off and a countdown stopped",
        "The launch of the Tarn 2 by Norvale was broken off in Leith on 3 May 2023.",
        "Norvale builds the Tarn 2 in Leith. On 3 May 2023 the countdown was stopped because of a leak.",
    ),
]
KEPT = [
    (
        (
            "The sale of Tarn Pumps to the Osk Group is expected to close in the first quarter of next year.",
            "2022-11-18",
        ),
        ("The sale of Tarn Pumps to the Osk Group closed on Jan. 31, well ahead of schedule.", "2023-02-05"),
        "closes",
    ),
    (
        ("Ann Osk is due to open the Tarn bridge in the spring of 2023.", "2022-11-18"),
        ("Ann Osk opened the Tarn bridge on 3 May 2023.", "2023-05-05"),
        "opens",
    ),
]
OVERTAKEN = (
    (
        "Ann Osk of the Steppe Party and Leo Berg of the Labour Union go into a second round. A run-off in Leith"
        " is to be held on 29 October.",
        "2023-10-16",
    ),
    (
        "Ann Osk of the Steppe Party won 51.0 percent in Sunday's run-off in Leith, ahead of Leo Berg of the Labour"
        " Union, the commission said.",
        "2023-10-30",
    ),
)
MISSED = (
    ("The sale of Tarn Pumps to the Osk Group is expected to close in the first quarter of next year.", "2022-11-18"),
    ("The sale of Tarn Pumps to the Osk Group closed on 3 December, a quarter late.", "2023-12-05"),
)
TWO = [
    (
        "two winners of one race",
        "Anton Berg won the Osk Tour on 3 May 2023.",
        "Leo Lind won the Osk Tour on 9 May 2023.",
    ),
    (
        "a team that leaves a race, and sacks its rider",
        "The Norvale team left the race in Leith on 3 May 2023 with Anton Berg.",
        "The Norvale team sacked Anton Berg in Leith on 9 May 2023.",
    ),
    (
        "two rockets from two places",
        "The Heron 4 rocket was launched from Cape Tarn in Norway on 3 May 2023.",
        "The Lyra 2 rocket was launched from Alcanena in Portugal on 3 May 2023.",
    ),
    (
        "a strike and what followed it that day",
        "About 900 members of the Osk Miners Union walked out in Leith on 3 May 2023.",
        "Norvale sued the Osk Miners Union in Leith on 3 May 2023.",
    ),
]


@pytest.mark.parametrize("texts", [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_one_happening_in_other_words_is_one_event(texts: tuple[str, str]) -> None:
    reading = read(*texts)
    assert any({d for d, _ in h.claims} == {0, 1} for h in reading.happenings)


@pytest.mark.parametrize("texts", [case[1:] for case in TWO], ids=[case[0] for case in TWO])
def test_two_happenings_of_one_day_stay_apart(texts: tuple[str, str]) -> None:
    reading = read(*texts)
    assert all(len({d for d, _ in h.claims}) == 1 for h in reading.happenings)
    assert len(reading.happenings) == 2


@pytest.mark.parametrize("case", KEPT, ids=["a sale", "an opening"])
def test_a_plan_that_was_kept_is_told_as_done(case: tuple[tuple[str, str], tuple[str, str], str]) -> None:
    (event,) = (h for h in read(*case[:2]).happenings if {d for d, _ in h.claims} == {0, 1})
    assert case[2] in event.title


def test_a_plan_whose_day_moved_is_told_by_what_came_of_it_alone_and_is_no_dispute() -> None:
    reading = read(*MISSED)
    assert len(reading.happenings) == 1
    assert "was to" not in reading.happenings[0].title
    assert status_of(reading) != "disputed"


def test_a_plan_that_a_report_overtook_is_no_event_of_its_own() -> None:
    on_that_day = [h for h in read(*OVERTAKEN).happenings if "2023-10-29" in h.id]
    assert len(on_that_day) == 1
    assert {d for d, _ in on_that_day[0].claims} == {0, 1}
    assert "wins" in on_that_day[0].title


def test_of_several_reports_of_the_day_the_plan_joins_the_one_that_is_like_it_or_none() -> None:
    report = (OVERTAKEN[1][0] + " Leo Berg conceded defeat in Leith on Sunday.", OVERTAKEN[1][1])
    titles = [h.title for h in read(OVERTAKEN[0], report).happenings]
    assert any("wins" in title for title in titles)
    assert not any("was to" in title for title in titles)


def test_a_plan_of_another_matter_of_that_day_stays() -> None:
    other = (
        OVERTAKEN[1][0].replace("won 51.0 percent in Sunday's run-off in", "was hurt on Sunday in a crash near"),
        "2023-10-30",
    )
    on_that_day = [h for h in read(OVERTAKEN[0], other).happenings if "2023-10-29" in h.id]
    assert len(on_that_day) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("Peru's Ann Sorel won the 94th Osk Rally on Sunday, 23 seconds ahead of Leo Mann.", None),
            ("Norvale is leaving the sport. It won the Osk Rally with Olaf Brandt in 1997.", "2007-12-01"),
        ),
        (
            ("The county of Brava closed 14 schools on Tuesday after the number of cases rose.", "2023-11-23"),
            (
                "A report says that 11 of 39 family practices in Brava county closed between 2018 and 2023.",
                "2024-06-01",
            ),
        ),
        (
            ("Astra Cycling sacked Leo Mann on July 30.", "2007-12-01"),
            ("24 July: Astra Cycling leave the race.", "2007-12-03"),
        ),
    ],
)
def test_what_is_recalled_of_years_or_done_to_something_else_is_another_happening(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    documents = [
        Document(f"{k}.txt", str(k), "T", text, text, published=day) for k, (text, day) in enumerate((one, other))
    ]
    assert all(len(happening.claims) == 1 for happening in read(*documents).happenings)


NORVALE = "Anna Berg leads Norvale Foods of Graz. The Osk Group and Leo Tarn want Norvale Foods. "


def test_a_plan_that_names_nobody_stands_beside_no_report_of_what_its_day_brought() -> None:
    plan = (NORVALE + "A general meeting will be held in Graz on 11 May.", "2023-04-02")
    later = (NORVALE + "Shareholders of Norvale Foods gave up their veto on 11 May.", "2023-05-20")
    other = (NORVALE + "Shareholders of Norvale Foods gave up their veto on 12 May.", "2023-05-20")
    assert [h.title for h in read(plan, later).happenings if "meeting" in h.title] == []
    assert [h.title for h in read(plan, other).happenings if "meeting" in h.title] != []
    named = (NORVALE + "Leo Tarn will visit Graz on 11 May.", "2023-04-02")
    assert [h.title for h in read(named, later).happenings if "Tarn" in h.title] != []
