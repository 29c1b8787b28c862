"""A web page that somebody saved as Markdown: what stands around the article goes, the rest stays to the byte."""

from __future__ import annotations

import pytest

from generator import ingest

BODY = (
    "The council of Norwick closed the old bridge on Monday, after a diver had found a crack as long as a boat in its "
    "second pier. It will stay shut for a year, the mayor said, and the ferry will run again.\n\n"
    "> We had asked for that diver since spring.\n\n"
    "Shops on the quay fear for their summer. The owner of the oldest, a bakery, has begun to sell from a boat, "
    "and says that the queue is longer than it was before, though nobody in it buys more than one bun.\n\n"
    "The work costs 4 million. Of this the council pays a half, and what is left comes from the county, which has not "
    "yet said when; a first payment was due in May, and the second one is to come when the pier stands again.\n"
)


def read(text: str) -> ingest.Document:
    return ingest.read("a.md", text.encode())


def test_menu_share_lines_and_lists_of_other_articles_go() -> None:
    page = (
        "# A bridge is shut\n\nHome | News | Sport | Letters\n\n" + BODY + "\nShare this: Tweet | E-mail\n\n"
        "Read also\n\n- The year of the eel\n- Who paints the lighthouse?\n\nNext letter: the salt traders.\n"
    )
    assert read(page).markdown == BODY.strip()


def test_an_article_without_any_of_that_stays_to_the_byte() -> None:
    assert read(f"# A bridge is shut\n\n{BODY}").markdown == BODY.strip()


def test_a_line_that_says_when_and_by_whom_it_was_posted_is_read() -> None:
    made = read(f"# A bridge is shut\n\n*Posted on 2 September 2025 by Tom in **Boats***\n\n{BODY}")
    assert (made.published, made.author, made.markdown) == ("2025-09-02", "Tom", BODY.strip())


HEAD = ("The old bridge is shut for a year", "By Tom Ferrier", "Norwick, 2 September 2025")


@pytest.mark.parametrize("between", ["\n", "\n\n", "  \n"])
def test_a_head_that_was_pasted_without_markup_is_read_as_that_of_a_plain_text(between: str) -> None:
    made = read(between.join(HEAD) + f"\n\n{BODY}")
    assert (made.title, made.author, made.published) == (HEAD[0], "Tom Ferrier", "2025-09-02")
    assert made.title_by_converter is False
    assert made.markdown == BODY.strip()


def test_a_by_line_and_a_day_below_a_marked_title_are_read_as_well() -> None:
    made = read(f"# {HEAD[0]}\n\n{HEAD[1]}\n{HEAD[2]}\n\n{BODY}")
    assert (made.title, made.author, made.published, made.markdown) == (
        HEAD[0],
        "Tom Ferrier",
        "2025-09-02",
        BODY.strip(),
    )


def test_the_first_line_of_a_wrapped_paragraph_is_no_headline() -> None:
    wrapped = BODY.replace("bridge on Monday, ", "bridge on Monday,\n").replace(" as long as", "\nas long as")
    assert read(wrapped).markdown == wrapped.strip()


def test_tables_are_no_menus() -> None:
    table = "| Pier | Depth | State |\n| --- | --- | --- |\n| First | Nine | Sound |\n"
    assert table.strip() in read(f"# A bridge is shut\n\n{BODY}\n{table}").markdown


def test_the_links_of_a_vault_are_words_and_what_it_sets_in_is_not_there() -> None:
    text = "The [[Pier (town)|pier]] of [[Varno]] burned on Monday.\n\n![[pier.png]]\n\nNobody was hurt, "
    made = read(f"# Fire\n\n{text}`[[code]]` says.\n").markdown
    assert made is not None
    assert made.split("\n\n")[0] == "The pier of Varno burned on Monday."
    assert "pier.png" not in made
    assert "`[[code]]`" in made
