"""Which happening a time expression dates, and which it does not."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert, markup
from generator.document import Document, Post
from tests.extract.test_claims import read

PUBLISHED = "2021-05-19"


def dated(text: str) -> set[str]:
    """The dates that claims of a text bear, drafts among them."""
    return {c.date for c in read(text, PUBLISHED).claims if c.date}


@pytest.mark.parametrize(
    "text",
    [
        "The rider Anton Berg, runner-up in last year's Norvale Open, was suspended by the union.",
        "The team withdrew Anton Berg from next month's Norvale Open.",
        "Norvale Foods criticised last year's decision of the court in Graz.",
    ],
)
def test_the_date_of_what_is_named_is_not_that_of_what_is_done(text: str) -> None:
    assert not {"2020", "2021-06"} & dated(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Anton Berg won last year's Norvale Open.", "2020"),
        ("In Sunday's run-off, Anton Berg beat Maria Lopez.", "2021-05-16"),
        ("Anton Berg pulled out of last month's Norvale Open with a bad back.", "2021-04"),
        ("Anton Berg was eliminated in Sunday's race in Oslo.", "2021-05-16"),
    ],
)
def test_whoever_takes_part_does_it_then(text: str, date: str) -> None:
    assert date in dated(text)


def test_what_a_figure_is_compared_with_dates_nothing() -> None:
    assert "2020" not in dated("Revenue of Norvale Foods fell 41% from a year earlier to $3 million.")


def test_the_first_since_a_year_was_not_in_that_year() -> None:
    text = "Anton Berg is the first head of state of the young republic to leave office early since 2012."
    assert not any(d.startswith("2012") for d in dated(text))


def claimed(text: str, title: str) -> list[str | None]:
    """The dates of the claims with that title."""
    return [c.date for c in read(text, PUBLISHED).claims if c.title == title]


def test_the_day_of_a_clause_behind_when_is_that_of_what_was_then() -> None:
    text = "Anton Berg and Maria Lopez pleaded not guilty when they were arraigned on 3 May."
    assert claimed(text, "Anton Berg and Maria Lopez plead not guilty") == ["2021-05-03"]


@pytest.mark.parametrize(
    "text",
    [
        "Anton Berg lived in Graz when he met her on 3 May.",  # a state, of more days than that
        "Anton Berg had left Graz when he was arrested on 3 May.",  # before it
    ],
)
def test_the_day_of_a_clause_behind_when_is_not_that_of_what_was_before(text: str) -> None:
    assert not [c for c in read(text, PUBLISHED).claims if c.date == "2021-05-03" and " in Graz" in c.title]
    assert not [c for c in read(text, PUBLISHED).claims if c.date == "2021-05-03" and "leaves" in c.title]


def test_weeks_after_a_day_are_a_day_and_one_that_is_told_beside_them_is_believed() -> None:
    text = "Anton Berg resigned on 2 October 2023. Carla Moor took over as chancellor two weeks later."
    assert "2023-10-16" in dated(text)
    text = "Anton Berg warned of the leak on 30 September 2024. Six weeks later, on 12 November 2024, the dam broke."
    assert "2024-11-12" in dated(text)
    assert "2024-11-11" not in dated(text)


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        (
            "A dam in the hills above Graz gave way before dawn on Monday.",
            "A dam in the hills above Graz gives way",
            "17",
        ),
        ("Anton Berg was arrested in Graz shortly after midnight on Monday.", "Anton Berg is arrested in Graz", "17"),
        ("Anton Berg left Graz before dawn on Monday.", "Anton Berg leaves Graz", "17"),
        ("Anton Berg died in the small hours of Monday.", "Anton Berg dies", "17"),
        ("Anton Berg resigned in the first days of April.", "Anton Berg resigns", "04"),
        ("Anton Berg arrived in Graz in the last week of April.", "Anton Berg arrives in Graz", "04"),
    ],
)
def test_a_part_of_a_day_or_month_dates_what_was_done_then(text: str, title: str, date: str) -> None:
    found = claimed(text, title)
    assert len(found) == 1
    assert date in (found[0] or "")


def test_only_the_day_of_a_posts_signature_is_the_posts() -> None:
    # The author's name is kept without the marks that stand between its parts in the post.
    said = "Norvale opened its mill in Graz on 3 May 2021."
    text = f"{said} — Ann ⚓ Lind (@annlind) May 5, 2021"
    post = Post(0, len(text), "Ann Lind", "2021-05-05")
    document = Document("x.txt", "0", "A title", markup.escape(text), text, published=PUBLISHED, posts=(post,))
    (made,) = convert.extract([document], None, lambda *_: None).extractions
    assert {c.date for c in made.claims if c.date} == {"2021-05-03"}


def test_a_day_within_a_name_dates_nothing_that_its_bearer_does() -> None:
    text = "Maria Lopez, who heads the 3 May Committee of the families, protested in Graz."
    assert "2021-05-03" not in dated(text)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("The ferry Osk left Bergen on Monday, delayed for two days by a storm.", None),
        ("Shares of Norvale Foods plunged on Monday, ending a four-day rally.", None),
        ("Maria Lopez began a three-day visit to Graz on Monday.", "P3D"),
        ("The miners of Osk struck on Monday in a protest lasting five days.", "P5D"),
    ],
)
def test_a_length_is_that_of_the_happening_which_it_is_told_of(text: str, length: str | None) -> None:
    assert {c.lasts for c in read(text, PUBLISHED).claims if c.date == "2021-05-17"} == {length}


def test_a_plural_present_is_no_past_for_the_participle_before_it() -> None:
    text = "The three people charged with fraud go on trial in Graz on 11 November."
    assert "2020-11-11" not in dated(text)
    assert "2020-11-11" in dated("The three people charged with fraud were sentenced in Graz on 11 November.")


def test_the_middle_of_the_month_is_that_of_the_day_told_before() -> None:
    text = "The ship is to reach Graz on 5 June. There drilling is to begin in the middle of the month."
    assert "2021-06~" in dated(text)
    assert "2021-05~" in dated("The ship is to reach Graz on 25 May. Drilling is to begin in the middle of the month.")
