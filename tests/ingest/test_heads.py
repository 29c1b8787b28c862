"""Where the lines above an article stand as papers print them: publisher, place and day, by-line, in any order."""

from __future__ import annotations

import pytest

from generator import ingest

BODY = (
    "The ferry left the harbour of Elian on Tuesday and did not come back before the evening, the pilot said.\n\n"
    "Nobody on the bank knew why it had been so long, and nobody asked the harbour master, who was asleep.\n"
)


TITLE = "Ferry leaves Elian harbour in the fog"
HEADS = {
    "a.txt": [
        ("\n\nNorthern Wire\nELIAN, Norland, Nov. 21, 2031\n\n", "2031-11-21", "Northern Wire", None),
        ("\nNorthern Press\nELIAN, Norland, 22 March 2031 (NoP) -\n\n", "2031-03-22", "Northern Press", None),
        ("\n\nThe Bank - for guests\nSunday, 5 January 2031\nby Ann Roe\n\n", "2031-01-05", None, "Ann Roe"),
    ],
    "a.md": [
        ("\n\nBy Ann Roe | The Cape Lamp | Monday, 3 March 2031\n\n", "2031-03-03", "The Cape Lamp", "Ann Roe"),
    ],
}


@pytest.mark.parametrize(
    ("name", "head", "published", "publisher", "author"), [(name, *row) for name, rows in HEADS.items() for row in rows]
)
def test_what_stands_above_the_text_is_read(
    name: str, head: str, published: str, publisher: str | None, author: str | None
) -> None:
    title = f"# {TITLE}" if name.endswith(".md") else TITLE
    found = ingest.read(name, (title + head + BODY).encode())
    assert found.title == TITLE
    assert (found.published, found.publisher, found.author) == (published, publisher, author)
    assert "The ferry left the harbour" in found.text
    assert "22 March" not in found.text


def test_a_long_day_stands_beside_the_author_and_where_he_is() -> None:
    page = (
        f"<html><head><title>x</title></head><body><article><h1>{TITLE}</h1><p class='sub'>It had been late</p>"
        "<div class='meta'>Wednesday, January 15, 2031 | Ann Strachan-Reed in Varno</div>"
        + "".join(f"<p>{p}</p>" for p in BODY.split("\n\n"))
        + "</article></body></html>"
    )
    found = ingest.read("a.html", page.encode())
    assert (found.published, found.author) == ("2031-01-15", "Ann Strachan-Reed")


def test_the_day_of_the_last_change_is_that_of_a_page_which_prints_no_other() -> None:
    found = ingest.read("a.txt", f"{TITLE}\n\nLast Updated: Sunday, 5 January 2031, 14:27 GMT\n\n{BODY}".encode())
    assert found.published is None
    assert found.inferred == ("2031-01-05", "its head says that it was last updated 2031-01-05")


def test_names_and_places_before_a_day_hide_it_not() -> None:
    line = '<div class="by">Bay Reporters / Elian/ Osk January 5, 2031, 0:58 EET</div>'
    page = f"<html><body><h1>{TITLE}</h1>{line}<p>{'</p><p>'.join(BODY.strip().split(chr(10) * 2))}</p></body></html>"
    assert ingest.read("a.html", page.encode()).published == "2031-01-05"
