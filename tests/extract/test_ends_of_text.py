"""Texts that end without a full stop, as the last line of a page often does: nothing stands behind the last word."""

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert, markup
from generator.document import Document

OPENED = ("2025-10-20", "Ann Sorel opens the mill in Graz")


@pytest.mark.parametrize(
    "last",
    [
        "On Sunday a second ferry was sent up",  # a particle
        "**3 May.** Canal Osk sees Perdomo ahead",  # an adverb that a title keeps
        "On Sunday Norvale recommended that the level be lowered by at least",  # any other adverb
        "Twenty boats were found in Linz, Sunday",  # a time behind a comma
        "On 3 May a new date set",  # a word of the calendar
    ],
)
def test_an_article_is_read_whatever_its_last_word_is(last: str) -> None:
    markdown = markup.escape(f"Ann Sorel opened the mill in Graz on Monday.\n\n{last}")
    document = Document("x.txt", "0", "A title", markdown, markup.plain(markdown), published="2025-10-23")
    made = convert.extract([document], None, lambda *_: None)
    assert [p.message for p in made.problems] == []
    assert OPENED in [(c.date, c.title) for c in made.extractions[0].claims]
