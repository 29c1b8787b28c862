"""The day above a page's headline: of the issue, or on which the page was saved."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert, ingest

STORY = (
    "Dockers of Maria Lopez blocked the port of Osk on Tuesday and burned tyres at the north gate, the harbour said. "
    "Maria Lopez was elected on 10 May by a large majority of the dockers, who want higher wages and a new canteen."
)


def page(top: str) -> bytes:
    return f"""<html><body><div class="topbar">{top}</div><nav><a href="/">Home</a></nav><main>
<h1>Dockers block the port of Osk for a day</h1><p>{STORY}</p>
<p>The harbour master said that nobody was hurt, and that four ships had to wait outside for some hours.</p>
</main></body></html>""".encode()


def days(top: str) -> tuple[str | None, str | None]:
    """The day above the headline as it is read, and the day by which the article is."""
    document = ingest.read("0.html", page(top))
    read = convert.resolve(convert.extract([document], None, lambda *_: None)).extractions[0].document
    assert read.published is None
    return document.above, read.inferred[0] if read.inferred else None


def test_the_day_above_the_headline_is_the_articles_where_it_tells_of_the_days_before() -> None:
    assert days("Thursday, 16 May 2030 | Osk 21°C") == ("2030-05-16", "2030-05-16")


def test_a_page_that_was_saved_months_later_has_no_day() -> None:
    assert days("Monday 4 November 2030 &nbsp; Osk 8°C") == ("2030-11-04", None)


@pytest.mark.parametrize("top", ["Friday, 16 May 2030 | Osk 21°C", "Since 16 May 1930", "Osk 21°C"])
def test_a_day_without_the_weekday_that_it_is_tells_nothing(top: str) -> None:
    assert days(top) == (None, None)
