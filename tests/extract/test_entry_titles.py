"""Entries of a chronology that are headlines, and which no parse of a sentence understands."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of

LIST = """The Osk Dam burst in May 2024, and the village of Leith was drowned. What came before and after, day by day.

{0}
May 4, 2024: The Osk Dam bursts
July 9, 2024: Norvale Power pays a first sum
Sept 3, 2024: Leo Mann resigns
"""


def told(entry: str) -> list[tuple[str | None, str]]:
    """(date, title) of the claims that can open an event, alone or within their story, of the first entry."""
    at = LIST.index("{0}")
    made = claims_of(LIST.format(entry))
    mine = [c for c in made if at <= c.start < at + len(entry) and not c.draft and (c.whole or c.in_story)]
    return [(c.date, c.title) for c in mine]


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        ("Jan 9, 2024: Mann, Anna Mann arrested by Leith police", ("2024-01-09", "Mann, Anna Mann arrested by Leith")),
        ("Jan 24, 2024: Two Blue Mill partners held", ("2024-01-24", "Two Blue Mill partners held")),
        ("March 12, 2024: Seven engineers named; the mayor is not", ("2024-03-12", "Seven engineers named")),
        ("Feb 2, 2024: Storm Osk arrives", ("2024-02-02", "Storm Osk arrives")),
        ("Apr 2, 2024: Criminal charges against four engineers", ("2024-04-02", "Criminal charges against four eng")),
        ("Apr 3, 2024: Leith withdraws", ("2024-04-03", "Leith withdraws")),
        ("Apr 3, 2024: Captain fined in Leith.", ("2024-04-03", "Captain is fined in Leith")),
        ("Apr 3, 2024: Leith approval.", ("2024-04-03", "Leith approval")),
        ("Apr 3, 2024: The sluices are closed.", ("2024-04-03", "The sluices are closed")),
        ("Apr 3, 2024: The River Inspectorate halts sales.", ("2024-04-03", "The River Inspectorate halts sales")),
        ("Apr 3, 2024: the trial opens", ("2024-04-03", "The trial opens")),
    ],
)
def test_an_entry_is_its_own_title(entry: str, wanted: tuple[str, str]) -> None:
    ((date, title),) = told(entry)
    assert date == wanted[0]
    assert title.startswith(wanted[1])


@pytest.mark.parametrize(
    "entry",
    [
        "Jan 9, 2024: Could the wall have been saved?",
        "Jan 9, 2024: Print | Send to a friend",
        "Jan 9, 2024: No engineers named",
        "Jan 9, 2024: The long winter",
        "Jan 9, 2024: Recount",
        "Jan 9, 2024: Shares suspended",
        "Jan 9, 2024: Talks resume.",
        "Jan 9, 2024: Ship returns.",
        "Jan 9, 2024: First images",
    ],
)
def test_what_tells_no_happening_is_none(entry: str) -> None:
    assert told(entry) == []


@pytest.mark.parametrize(
    "entry", ["All shares suspended", "Leith suspended", "The Recount interrupted", "Anna Mann declared winner"]
)
def test_what_was_done_to_somebody_nobody_does(entry: str) -> None:
    assert told(f"Apr 3, 2024: {entry}") == [("2024-04-03", entry)]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("Apr 3, 2024: Norvale collapsed", "Norvale collapses"),
        ("Apr 3, 2024: The court declared the vote void", "The court declares the vote void"),
        ("Apr 3, 2024: Anna Mann resigned", "Anna Mann resigns"),
    ],
)
def test_what_somebody_did_is_told_as_everywhere(entry: str, title: str) -> None:
    assert title in [t for _, t in told(entry)]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("27 November - Norvale announces the closing of the Blue Mill.", "Norvale ann"),
        ("6 February - Anna Mann is handed over to Norvale's police in Leith.", "Anna Mann"),
        ("25 March - Two bakers, Leo Mann and Karl Lind, are picked up in Graz over the fire.", "Two baker"),
    ],
)  # fmt: skip
def test_the_day_of_an_entry_is_no_nouns_own(entry: str, title: str) -> None:
    text = (
        f"2024\n\n7 January - The Blue Mill in Graz burns down.\n\n{entry}\n\n28 December - The Blue Mill opens again."
    )
    made = [c for c in claims_of(text) if c.title.startswith(title)]
    assert made, [c.title for c in claims_of(text)]
    assert "noun's time" not in made[0].doubts


def test_a_day_ends_with_its_line() -> None:
    made = claims_of(
        "Oct 26, 2024: The court cancels the sale of the Blue Mill; Leo Mann surrenders on Nov 10\n"
        "Nov 4, 2025: The court frees Leo Mann\nDec 3, 2025: Leo Mann leaves Graz\n",
        published="2026-01-01",
    )
    assert [c.date for c in made if "frees" in c.title] == ["2025-11-04"]


def test_an_hour_begins_no_headline() -> None:
    assert not any(title.startswith("At") for _, title in told("May 2, 2024: At 3.40am the Osk Dam cracks"))
