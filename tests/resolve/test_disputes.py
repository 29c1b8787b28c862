"""Where reports contradict each other about a day or a number, and where they only seem to: over invented topics."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from types import SimpleNamespace

from generator import dates
from generator.document import RawFigure
from generator.resolve import counts
from tests.resolve.told import read, status_of

DISPUTES = [
    (
        "a letter to the town hall, and to the municipality",
        ("The caretaker Petra Holm wrote to the town hall on 16 May 2023 that the bridge sagged.", "2023-06-19"),
        ("Petra Holm had written to the municipality on 19 May 2023 that the bridge sagged.", "2023-07-19"),
    ),
    (
        "what was counted when an offer closed, told in July by an article that prints no year",
        (
            "The Osk Group wants Norvale Foods. When the offer of the Osk Group closed on 11 March, 96.4 percent of the"
            " shares of Norvale Foods had been tendered, the firm said.",
            "2023-03-20",
        ),
        (
            "Norvale Foods is no more. When the offer of the Osk Group closed in March, 94.6 per cent of the shares"
            " of Norvale Foods had been handed in.",
            "2023-06-10",
        ),
    ),
    (
        "people hurt when two camps fought, and a fight that left people hurt",
        (
            "Seven people were injured, one of them with a wound to the head, when supporters of the Steppe Party and"
            " the Labour Union fought at a lorry park in Leith on 3 May 2023.",
            "2023-05-04",
        ),
        (
            "The Steppe Party and the Labour Union are both from Leith. On 3 May 2023 a fight at a lorry park in Leith"
            " left 17 people injured.",
            "2023-06-10",
        ),
    ),
    (
        "a fine, and money imposed",
        (
            "The Trade Authority of Osk, which fined Norvale Foods and the Brandt Works a combined 2.84 billion pesos"
            " on 3 May, will not give way.",
            "2023-05-10",
        ),
        (
            "The Trade Authority of Osk imposed 3.2 billion pesos on Norvale Foods and the Brandt Works in May 2023.",
            "2023-07-10",
        ),
    ),
    (
        "a countdown which was halted, and one that was stopped",
        (
            "Norvale builds the Tarn 2. The countdown of the Tarn 2, which was halted 12 seconds before ignition on"
            " 3 May, will be repeated.",
            "2023-05-05",
        ),
        (
            "Norvale builds the Tarn 2. The countdown of the Tarn 2 was stopped 38 seconds before ignition on 3 May.",
            "2023-05-10",
        ),
    ),
    (
        "a toll told of the day on which the dam burst",
        ("The Tarn dam gave way at about 3:20 on Tuesday morning.", "2024-11-13"),
        ("The Tarn dam is gone. By our own count, 68 people died when the dam burst on 12 November.", "2024-12-06"),
        ("At Tarn nobody sleeps. On 12 November the Tarn dam broke and killed 61 people.", "2025-01-24"),
    ),
    (
        "a reservoir's gates and a dam's",
        (
            "Norvale Water runs the Tarn dam. Norvale Water said that it had opened the gates of the reservoir on"
            " Saturday, in good time.",
            "2019-06-04",
        ),
        (
            "Norvale Water denies it. The gates of the Tarn dam were opened on June 3, an inquiry into Norvale Water"
            " found.",
            "2019-11-15",
        ),
    ),
    (
        "an office's blessing behind what should be",
        ("The Trade Office cleared the merger of Norvale Foods with the Osk Group on Tuesday.", "2025-07-17"),
        (
            "Norvale Foods and the Osk Group are one. A merger of this size should be looked at slowly, but the Trade"
            " Office gave its blessing on 8 July.",
            "2025-09-02",
        ),
    ),
    (
        "a wheel that broke and one that stopped turning",
        ("The Tarn 2 probe is ill. A wheel of Tarn 2 stopped turning on 11 June.", "2025-07-08"),
        ("We paid for the Tarn 2 probe. Yes, a wheel of Tarn 2 broke on 21 June.", "2025-08-27"),
    ),
    (
        "a warehouse and a store",
        ("The warehouse in Leith burned down in December 2021.", "2023-02-20"),
        ("The big store in Leith went up in flames in the autumn of 2021.", "2023-06-10"),
    ),
    (
        "what was paid under a contract, and for it",
        (
            "Norvale received 48 million euros for the bridge under the contract it signed with Leith in May 2021.",
            "2023-02-20",
        ),
        ("Leith had paid Norvale 52 million euros under a contract signed in May 2021.", "2023-06-10"),
    ),
    (
        "a plea told by names, and of the accused",
        (
            "Norvale and the Osk Group are on trial in Leith. Ann Lind of Norvale and Leo Berg of the Osk Group pleaded"
            " not guilty when they were arraigned on 3 May.",
            "2023-05-10",
        ),
        (
            "Ann Lind of Norvale and Leo Berg of the Osk Group say nothing. The accused pleaded not guilty on 9 May.",
            "2023-06-10",
        ),
    ),
    (
        "a craft called by its kind beside its name",
        (
            "The Tarn 2 was built by Norvale for the Osk Group. Tarn 2, the weather satellite launched in Leith on 3"
            " May, had fallen silent last Saturday, three days into its flight.",
            "2025-05-12",
        ),
        ("Norvale built the Tarn 2 for the Osk Group. On 13 May contact with Tarn 2 was lost.", "2025-07-12"),
    ),
    (
        "a contract by its day alone, and by its year",
        (
            "The Lyra 2 satellite of the Osk Group, built by Ann Lind, will fly from Leith. It was built in Osk under a"
            " contract signed in late 2021 and worth 19 million euros.",
            "2023-02-20",
        ),
        (
            "The Lyra 2 satellite of the Osk Group is late, says Ann Lind in Leith. The contract, signed on 4 October"
            " 2021 and worth 14 million euros, provided for a spare.",
            "2023-06-10",
        ),
    ),
    (
        "a toll in the sentence behind",
        ("A tanker exploded in Leith on 14 March 2023. Five people were killed.", "2023-05-10"),
        ("Nine people were killed when a tanker exploded in Leith on 14 March 2023.", "2023-06-10"),
    ),
    (
        "a charge sheet",
        (
            "Ann Lind and Leo Berg of Norvale Foods wait. The Fraud Office filed its first charge sheet against Ann"
            " Lind on 7 May 2023.",
            "2023-05-14",
        ),
        (
            "Norvale Foods, Ann Lind and Leo Berg, day by day.\n\n3 May 2023: Fraud Office searches mill\n\n9 May"
            " 2023: Fraud Office files first charge sheet against Ann Lind",
            "2023-06-10",
        ),
    ),
    (
        "somebody whose name has a hyphen",
        ("Ann Lind-Berg, the mayor of Leith, died on 3 May 2023.", "2023-05-10"),
        ("The mayor of Leith is dead. Ann Lind Berg died on 5 May 2023.", "2023-06-10"),
    ),
    (
        "a day in the sentence behind",
        ("Police in Leith searched the mill of Norvale Foods on 14 March 2023.", "2023-05-10"),
        (
            "I was there when police in Leith searched the mill of Norvale Foods. That was on 16 March 2023.",
            "2023-06-10",
        ),
    ),
    (
        "a day alone behind a full stop",
        ("The Tarn 2 probe fell silent on 11 February.", "2025-03-02"),
        (
            "Tarn 2 is well again. For days the Tarn 2 probe fell silent. On 13 February, in the early hours.",
            "2025-03-09",
        ),
    ),
    (
        "a day with what was done then, before what somebody else did",
        ("The Tarn 2 probe swung into orbit around Mars on 3 March.", "2025-03-06"),
        (
            "On 5 March, when Tarn 2 fired its engine and slipped into orbit around Mars, Ann Lind was asleep.",
            "2025-04-06",
        ),
    ),
    (
        "the thing short, in an article that names it otherwise",
        (
            "The dam above Sadyr that held back Lake Osk gave way at two o'clock on Sunday, and the water of Lake Osk"
            " took Sadyr.",
            "2024-07-15",
        ),
        ("A dam above Sadyr gave way on 14 July 2024 and drowned the village of Sadyr.", "2024-08-15"),
        (
            "Lake Osk lies above Sadyr. The dam failed shortly before midnight on Saturday, 13 July 2024, according to"
            " the station at Tarn.",
            "2024-09-15",
        ),
    ),
    (
        "the first of three things done one after the other",
        ("Storm Rosa made landfall near Tarn in Osk late on Thursday.", "2024-09-14"),
        (
            "Storm Rosa made landfall near Tarn, Osk, at 00:40 local time on 13 September, crossed Graz and hit Leith"
            " on 15 September.",
            "2024-09-30",
        ),
    ),
    (
        "somebody who was pronounced dead",
        ("Ann Lind of Norvale Foods was pronounced dead in Leith on 3 May 2023.", "2023-05-10"),
        ("Ann Lind of Norvale Foods died in Leith on 5 May 2023.", "2023-06-10"),
    ),
]
NONE = [
    (
        "a flood of two days, and the dam that broke on the second",
        ("Seventeen people were killed in the flood of 18 May 2022 in Graz.", "2022-05-24"),
        ("The dam at Leith destroyed the lower town and killed 14 people on 19 May 2022.", "2022-08-19"),
    ),
    (
        "a day of another sentence's happening",
        ("Police in Leith searched the mill of Norvale Foods on 14 March 2023.", "2023-05-10"),
        (
            "Police in Leith searched the mill of Norvale Foods and arrested Ann Lind. That was on 16 March 2023.",
            "2023-06-10",
        ),
    ),
    (
        "a day that heads what follows",
        ("The Tarn 2 probe fell silent on 11 February.", "2025-03-02"),
        ("The Tarn 2 probe fell silent. On 13 February it called again.", "2025-03-09"),
    ),
    (
        "two dams of two lakes",
        ("The dam of earth above Sadyr that held back Lake Osk gave way in Sadyr on Sunday.", "2024-07-15"),
        ("Lake Tarn lies above Graz. The dam at Graz failed on Saturday, 13 July 2024.", "2024-09-15"),
    ),
    (
        "whom the founder dismissed, and when an engine was fired",
        ("Norvale Foods fired Ann Lind on 3 May 2023.", "2023-05-10"),
        ("Norvale Foods fired an engine in Leith on 5 May 2023.", "2023-05-10"),
    ),
    (
        "two tolls of two days",
        ("At least 17 people were killed when the Tarn dam burst on Monday.", "2024-11-12"),
        ("At least 31 people were killed when the Tarn dam burst on Monday, rescuers said on Thursday.", "2024-11-14"),
    ),
    (
        "two ships",
        ("The ferry Corvina sank off Leith on 3 May 2023.", "2023-05-10"),
        ("The tanker Ostara sank off Leith on 9 May 2023.", "2023-05-10"),
    ),
    (
        "two fires in two towns",
        ("A fire broke out on 3 May at a mill in Leith, and the hall burned out.", "2023-05-10"),
        ("Workers said that the fire which broke out on 9 May at a mill in Ostrava had spared the hall.", "2023-05-12"),
    ),
    (
        "one number in two words",
        ("Eleven people were killed when the Tarn dam burst on 3 May 2023.", "2023-05-10"),
        ("The Tarn dam burst on 3 May 2023, killing 11 villagers.", "2023-06-10"),
    ),
    (
        "a launch and a first try",
        ("The Lyra rocket is to lift off from Osk with the Tarn 2 satellite on Tuesday at 08:00.", "2025-03-09"),
        ("The Lyra rocket with the Tarn 2 satellite lifted off from Osk on Wednesday morning.", "2025-03-19"),
        (
            "The Tarn 2 satellite was launched from Osk last month, after a first try, on March 11, was called off.",
            "2025-04-17",
        ),
    ),
    (
        "a part of the dead in the sentence behind",
        ("A tanker exploded in Leith on 14 March 2023. Five of them were killed in Graz.", "2023-05-10"),
        ("Nine people were killed when a tanker exploded in Leith on 14 March 2023.", "2023-06-10"),
    ),
    (
        "two rounds of one vote",
        (
            "Ann Lind and Leo Berg stand in Leith for the Osk Group. On 5 December 2023 the people of Leith go to the"
            " polls for the second time in three weeks.",
            "2023-12-02",
        ),
        (
            "Ann Lind and Leo Berg of the Osk Group have a fortnight. The poll on 14 November 2023 passed off quietly"
            " in Leith.",
            "2023-11-20",
        ),
    ),
    (
        "a part of the price",
        (
            "Norvale received 48 million euros for the bridge under the contract it signed with Leith in May 2021.",
            "2023-02-20",
        ),
        ("Leith had so far paid Norvale 12 million euros under a contract signed in May 2021.", "2023-06-10"),
    ),
    (
        "convicted and later sentenced",
        ("A court found Olaf Brandt guilty of fraud on 3 May 2023.", "2023-05-10"),
        ("A court sentenced Olaf Brandt to seven years in prison for fraud on 20 May 2023.", "2023-05-24"),
    ),
]


@pytest.mark.parametrize("texts", [case[1:] for case in DISPUTES], ids=[case[0] for case in DISPUTES])
def test_reports_of_one_happening_that_differ_are_one_disputed_event(texts: tuple[tuple[str, str], ...]) -> None:
    reading = read(*texts)
    (number,) = (n for n, h in enumerate(reading.happenings) if len({d for d, _ in h.claims}) == len(texts))
    assert status_of(reading, number) == "disputed"


@pytest.mark.parametrize("texts", [case[1:] for case in NONE], ids=[case[0] for case in NONE])
def test_nothing_is_disputed_where_all_can_be_right(texts: tuple[tuple[str, str], ...]) -> None:
    reading = read(*texts)
    assert reading.happenings
    assert "disputed" not in [status_of(reading, n) for n in range(len(reading.happenings))]


def test_two_counts_of_many_dead_of_one_time_are_of_one_disaster() -> None:
    def row(day: str, dead: int) -> SimpleNamespace:
        claim = SimpleNamespace(figures=(RawFigure("workers killed", dead),))
        return SimpleNamespace(begun=dates.parse(day), claim=claim)

    assert counts.one_toll(row("2023-03-14", 11), row("2023-03", 13))
    assert not counts.one_toll(row("2023-03-14", 11), row("2023-04", 13))
    assert not counts.one_toll(row("2023-03-14", 1), row("2023-03", 13))
    assert not counts.one_toll(row("2023-03-14", 11), row("2023", 13))
