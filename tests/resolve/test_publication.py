"""When an undated article was published, told from dated ones; and what must not be told."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert, markup
from generator.document import Document, Reading

DATED = ("Chancellor Olaf Brandt will make an official visit to Chile on Monday for talks on copper.", "2023-05-12")


def read(*texts: tuple[str, str | None], stamped: str | None = None) -> Reading:
    """`stamped`: the day of the dateline of those without a day."""
    documents = []
    for number, (text, day) in enumerate(texts):
        markdown = markup.escape(text)
        document = Document(f"{number}.txt", str(number), "T", markdown, markup.plain(markdown), published=day)
        documents.append(document if day else replace(document, stamped=stamped))
    return convert.resolve(convert.extract(documents, None, lambda *_: None))


def test_next_week_is_the_week_before_the_event_that_others_date() -> None:
    undated = "Chancellor Olaf Brandt begins next week an official visit to Chile. In March he was in Peru."
    document = read(DATED, (undated, None)).extractions[1].document
    assert document.inferred is not None
    day, reason = document.inferred
    assert day == "2023-05-08/2023-05-14"
    assert "next week" in reason
    assert "2023-05-15" in reason


def test_relative_dates_are_resolved_against_the_interval_and_say_so() -> None:
    undated = "Chancellor Olaf Brandt begins next week an official visit to Chile. In March, Olaf Brandt visited Peru."
    claims = read(DATED, (undated, None)).extractions[1].claims
    assert [(c.date, c.dated_by) for c in claims] == [
        ("2023-05-15/2023-05-21", "inference"),
        ("2023-03", "inference"),
    ]


def test_nothing_shared_nothing_inferred() -> None:
    undated = "The mayor of Bergen begins next week a visit to Oslo."
    reading = read(DATED, (undated, None))
    assert reading.extractions[1].document.inferred is None
    assert all(c.date is None for c in reading.extractions[1].claims)


def test_another_persons_visit_tells_nothing() -> None:
    undated = "Prime Minister Anna Berg begins next week an official visit to Chile."
    assert read(DATED, (undated, None)).extractions[1].document.inferred is None


def test_a_printed_day_is_never_replaced() -> None:
    other = ("Chancellor Olaf Brandt begins next week an official visit to Chile.", "2023-05-11")
    assert all(e.document.inferred is None for e in read(DATED, other).extractions)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("By Ada Berg, Lisbon · The Copper Weekly · 8 February 2024", "2024-02-08"),
        ("Lima, Peru — Andes Post, 19 June 2024. By Ada Berg", "2024-06-19"),
        ("25/04/2023 19:33 GMT - Lima - Andes Post", "2023-04-25"),
        ("Andes Monitor | Last updated: 2 December 2022", "2022-12-02"),
        ("Posted 22 August 2022 by the field team in Letters", "2022-08-22"),
        ("Lima and Osk, 21 November 2023", "2023-11-21"),
        ("Date: 9 August 2022 (24 Shrawan 2079)", "2022-08-09"),
        ("Monday 18 November 2024 Year XLI No. 3,902", "2024-11-18"),
        ("Andes Foods PLC\n\nNews release\n\nAndes Foods in Lima again\n\nLIMA 1996-08-30", "1996-08-30"),
    ],
)
def test_the_line_at_the_head_of_an_undated_article_tells_its_day(head: str, day: str) -> None:
    document = read((f"{head}\n\nChancellor Olaf Brandt visited Chile last month.", None)).extractions[0].document
    assert document.inferred is not None
    assert document.inferred[0] == day


@pytest.mark.parametrize(
    "text",
    [
        "The siege of Osk — 3 May 1862\n\nThe guns fired on 4 May 1862. The town fell on 9 May 1862.",
        "The pact was signed on 8 February 2024 in Lima — at last.\n\nOlaf Brandt visited Chile.",
        "Harvest of 8 February 2024\n\nOlaf Brandt visited Chile on 9 March 2024.",
        "Chile, 8 February 2024\n\nOlaf Brandt visited Chile on 9 March 2024.",
        "8 February 2024\n\nOlaf Brandt visits Chile.\n\n9 March 2024\n\nOlaf Brandt is in Peru.",
    ],
)
def test_a_day_in_the_story_is_no_day_of_publication(text: str) -> None:
    assert read((text, None)).extractions[0].document.inferred is None


def test_the_dateline_of_an_undated_release_tells_its_day() -> None:
    text = "ANDES FOODS\n\nNews release\n\nLIMA, December 9, 2024 - Andes Foods confirms that Olaf Brandt visited Lima."
    document = read((text, None)).extractions[0].document
    assert document.inferred is not None
    assert document.inferred[0] == "2024-12-09"


def test_last_year_is_said_in_the_year_after() -> None:
    dated = ("Chancellor Olaf Brandt signed the copper accord with Chile in Santiago on 12 May 2023.", "2023-05-13")
    undated = "The copper accord with Chile, which Chancellor Olaf Brandt signed last May, was published by Chile."
    inferred = read(dated, (undated, None)).extractions[1].document.inferred
    assert inferred is None or inferred[0].startswith("2023-05-13/2024")


SIGNED = ("Chancellor Olaf Brandt signed the copper treaty with Chile in Santiago on 12 May 2023.", "2023-05-13")


def test_a_day_without_its_year_is_that_of_the_report_which_tells_the_same() -> None:
    undated = "The copper treaty was signed by Olaf Brandt in Santiago on 12 May. On 3 June, Olaf Brandt visited Peru."
    extraction = read(SIGNED, (undated, None)).extractions[1]
    assert extraction.document.inferred is not None
    day, reason = extraction.document.inferred
    assert day == "2023-05-12/2024-04-10"
    assert "12 May of what other reports date to 2023-05-12: " in reason
    assert [c.date for c in extraction.claims if c.when == "on 12 May"] == ["2023-05-12"]


@pytest.mark.parametrize(
    "undated",
    [
        "Mayor Anna Berg opened the fish market of Bergen on 12 May.",
        "Olaf Brandt was born in Lima on 12 May.",
        "The copper treaty was signed by Olaf Brandt in Santiago on 13 May.",
    ],
)
def test_a_day_of_something_else_tells_no_year(undated: str) -> None:
    assert read(SIGNED, (undated, None)).extractions[1].document.inferred is None


def test_a_day_that_two_years_share_tells_no_year() -> None:
    again = ("Chancellor Olaf Brandt signed the copper treaty with Peru in Santiago on 12 May 2021.", "2021-05-13")
    undated = "The copper treaty was signed by Olaf Brandt in Santiago on 12 May."
    assert read(SIGNED, again, (undated, None)).extractions[2].document.inferred is None


def test_a_weekday_beside_a_day_tells_the_year_among_those_of_the_reports() -> None:
    undated = "Olaf Brandt opened a school in Lima on Tuesday, 6 June. In July, Olaf Brandt visited Peru."
    inferred = read(SIGNED, (undated, None)).extractions[1].document.inferred
    assert inferred is not None
    assert inferred == ("2023-06-06/2024-05-05", "it says Tuesday, 6 June, and that is a day of 2023")


def test_between_what_is_done_and_what_is_planned_in_full() -> None:
    undated = (
        "Andes Foods opened a mill in Lima on 8 July 2025. Andes Foods will open a shop in Quito on 3 October 2025."
    )
    inferred = read((undated, None)).extractions[0].document.inferred
    assert inferred == ("2025-07-08/2025-10-02", "it tells of 2025-07-08 as past, and plans for 2025-10-03")


@pytest.mark.parametrize(
    "text",
    [
        "Andes Foods opened a mill in Lima on 8 July 2019.\n\nOn 4 October, Andes Foods closed a shop in Quito.",
        "Andes Foods opened a mill on 8 July 2025. Andes Foods was to open a shop in Quito on 3 October 2025.",
    ],
)
def test_what_was_once_planned_and_one_old_day_in_full_tell_nothing(text: str) -> None:
    assert read((text, None)).extractions[0].document.inferred is None


def test_the_day_of_a_dateline_takes_the_year_in_which_it_is_the_weekday_of_its_news() -> None:
    undated = "Olaf Brandt opened a school in Lima on Tuesday. He arrived from Chile on Sunday."
    document = read(SIGNED, (undated, None), stamped="June 6").extractions[1].document
    assert document.inferred == ("2023-06-06", "it says June 6, and that is a day of 2023")


def test_the_day_of_a_dateline_on_another_weekday_tells_nothing() -> None:
    undated = "Olaf Brandt opened a school in Lima on Sunday. He arrived from Chile on Saturday."
    assert read(SIGNED, (undated, None), stamped="June 6").extractions[1].document.inferred is None


def test_a_day_that_is_still_to_come_ends_the_days_in_which_it_was_published() -> None:
    undated = (
        "The copper treaty was signed by Olaf Brandt in Santiago on 12 May. The Senate of Chile will vote on 3 August."
        "\n\nOlaf Brandt will visit Peru on 9 September."
    )
    extraction = read(SIGNED, (undated, None)).extractions[1]
    assert extraction.document.inferred is not None
    assert extraction.document.inferred[0] == "2023-05-12/2023-08-02"
    assert "2023-09-09" in [c.date for c in extraction.claims]


def test_a_message_that_is_quoted_with_its_hour_is_older_than_the_page() -> None:
    body = (
        "The copper treaty was signed by Olaf Brandt in Santiago on 12 May. On 2 June, Olaf Brandt visited Peru.\n\n"
        "> Olaf Brandt, 29 October 2023, 22:40\n> I am glad that it is done."
    )
    dated = Document("0.txt", "0", "T", SIGNED[0], SIGNED[0], published=SIGNED[1])
    plain = markup.plain(body)
    at = plain.index("Olaf Brandt, 29")
    quoting = Document("1.md", "1", "T", body, plain, quotes=((at, len(plain)),))
    reading = convert.resolve(convert.extract([dated, quoting], None, lambda *_: None))
    inferred = reading.extractions[1].document.inferred
    assert inferred is not None
    assert inferred[0] == "2023-10-29/2024-04-10"


STRIKE = (
    "Dockers led by Maria Lopez blocked the port of Osk on Tuesday and burned tyres at the northern gate.\n\n"
    "Maria Lopez met Olaf Brandt in the customs house on Wednesday for talks on wages and pensions.",
    "2023-06-09",
)


def test_weekdays_of_what_a_dated_report_tells_in_the_same_words_are_its_days() -> None:
    undated = (
        "It began when dockers of Maria Lopez blocked the port of Osk on Tuesday, with burning tyres at the northern "
        "gate.\n\nMaria Lopez met Olaf Brandt in the customs house on Wednesday, for talks on wages and pensions."
    )
    inferred = read(STRIKE, (undated, None)).extractions[1].document.inferred
    assert inferred is not None
    assert inferred[0] == "2023-06-07/2023-06-12"


def test_weekdays_of_something_else_tell_nothing() -> None:
    undated = "Maria Lopez opened a school on Tuesday.\n\nMaria Lopez met Olaf Brandt on Wednesday at a concert."
    assert read(STRIKE, (undated, None)).extractions[1].document.inferred is None


def test_a_day_of_last_year_is_said_in_the_year_after() -> None:
    undated = "The copper treaty was signed by Olaf Brandt in Santiago on 12 May of last year."
    inferred = read(SIGNED, (undated, None)).extractions[1].document.inferred
    assert inferred is not None
    assert inferred[0] == "2024-01-01/2024-12-31"


def test_what_is_past_and_what_is_to_come_tell_the_part_of_the_year() -> None:
    undated = (
        "The copper treaty was signed by Olaf Brandt in Santiago on 12 May. Olaf Brandt visited Peru on 20 October."
        "\n\nThe Senate of Chile will vote in December."
    )
    inferred = read(SIGNED, (undated, None)).extractions[1].document.inferred
    assert inferred is not None
    assert inferred[0] == "2023-10-20/2023-12-30"


def test_days_that_share_little_bear_each_other_out() -> None:
    grain = ("Chile closed the port of Osk on 2 June 2023, and Maria Lopez protested.", "2023-06-03")
    undated = "Olaf Brandt took the pen on 12 May. Maria Lopez was in the harbour on 2 June. She is tired."
    assert read(SIGNED, (undated, None)).extractions[1].document.inferred is None
    inferred = read(SIGNED, grain, (undated, None)).extractions[2].document.inferred
    assert inferred is not None
    assert inferred[0] == "2023-06-02/2024-04-10"
