"""Which reports tell of one event: over several short texts on invented topics."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert, derive, markup
from generator.derive import Report
from generator.document import Document, Reading
from generator.model import Claim

DAY = "2023-05-10"


def read(*texts: str | tuple[str, str]) -> Reading:
    """Texts, or (text, day of publication), through all stages."""
    documents = []
    for number, given in enumerate(texts):
        text, day = (given, DAY) if isinstance(given, str) else given
        markdown = markup.escape(text)
        documents.append(Document(f"{number}.txt", str(number), "T", markdown, markup.plain(markdown), published=day))
    return convert.resolve(convert.extract(documents, None, lambda *_: None))


def dates_of(reading: Reading) -> list[list[str | None]]:
    """For every event the dates of its claims."""
    return [sorted(reading.extractions[d].claims[c].date or "" for d, c in h.claims) for h in reading.happenings]


def status_of(reading: Reading, number: int = 0) -> str:
    of = [
        Report(str(d), Claim(id="e", quote="q", date=reading.extractions[d].claims[c].date), None)
        for d, c in reading.happenings[number].claims
    ]
    return derive.status(of, derive.best_date(of))


def test_two_reports_of_one_visit_are_one_event() -> None:
    reading = read(
        "Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.",
        "Anna Berg travelled to Lisbon in May 2023 to talk about fishing with the Portuguese government.",
    )
    assert dates_of(reading) == [["2023-05", "2023-05-03"]]


def test_two_visits_of_one_person_stay_apart() -> None:
    reading = read(
        "Prime Minister Anna Berg visited Lisbon on 3 May 2023.",
        "Prime Minister Anna Berg visited Lisbon in September 2022.",
    )
    assert len(reading.happenings) == 2


def test_visits_of_two_people_stay_apart() -> None:
    reading = read(
        "Prime Minister Anna Berg visited Lisbon in April 2023.",
        "Chancellor Olaf Brandt visited Lisbon in April 2023.",
    )
    assert len(reading.happenings) == 2


def test_an_announcement_and_the_thing_announced_stay_apart() -> None:
    reading = read(
        "On 2 May 2023, Norvale Foods announced a new mill in Graz. Norvale Foods will open a mill in Graz in 2025."
    )
    assert len(reading.happenings) == 2


def test_a_rival_month_for_one_signing_is_a_dispute_and_not_two_events() -> None:
    reading = read(
        "Anna Berg and Olaf Brandt signed the fishing accord in Lisbon in November 2022.",
        "The fishing accord was signed in Lisbon by Anna Berg and Olaf Brandt in December 2022.",
    )
    assert len(reading.happenings) == 1
    assert status_of(reading) == "disputed"


def test_one_source_does_not_contradict_itself() -> None:
    reading = read("Anna Berg visited Lisbon in November 2022. Anna Berg visited Lisbon in December 2022 as well.")
    assert len(reading.happenings) == 2


def test_a_second_round_is_another_event() -> None:
    reading = read(
        "Peru and Chile held talks on the border in Lima in March 2023.",
        "Peru and Chile held a second round of talks on the border in Lima in April 2023.",
    )
    assert len(reading.happenings) == 2


def test_the_visit_is_the_one_told_before() -> None:
    reading = read(
        "Senior officers of the Chilean Navy paid an official visit to Peru. The visit began in Lima on Monday."
    )
    assert len(reading.happenings) == 1
    assert len(reading.happenings[0].claims) == 2


def test_a_state_that_goes_on_is_not_what_happened_within_it() -> None:
    reading = read(
        "Olaf Brandt has led the Chilean Navy since January 2019. Olaf Brandt led the Chilean Navy to Peru in May 2022."
    )
    assert dates_of(reading) == [["2019-01/.."], ["2022-05"]]


def test_a_claim_that_names_nobody_is_no_event() -> None:
    reading = read("The meeting began on Monday and ended on Tuesday.")
    assert reading.happenings == ()


def test_ids_of_known_claims_stay() -> None:
    texts = ("Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.",)
    first = read(*texts)
    quote = first.extractions[0].document.text
    claim = first.extractions[0].claims[0]
    known = {("0.txt", quote[claim.start : claim.end]): "an-old-id"}
    again = convert.resolve(convert.Extracted(first.extractions), events=known)
    assert [h.id for h in again.happenings] == ["an-old-id"]


def test_the_order_of_documents_does_not_matter() -> None:
    one = "Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing."
    two = "Anna Berg travelled to Lisbon in May 2023 to talk about fishing."
    assert [h.id for h in read(one, two).happenings] == [h.id for h in read(two, one).happenings]
