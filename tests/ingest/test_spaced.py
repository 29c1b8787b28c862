"""Texts whose signs stand apart from their words."""

from __future__ import annotations

import pytest

from generator import ingest
from generator.ingest import spaced

APART = """Ferry runs aground

PORT ELIAN , March 17 , 2031 ( Northern Agency ) — The ferry 's crew left it on Thursday , the harbour office said .

" Nobody was hurt , " said the pilot , Mr. Ash , who had n't slept -LRB- he says -RRB- . `` We were lucky . ''
"""


def test_a_text_in_single_words_is_read_as_the_article_that_it_was() -> None:
    found = ingest.read("a.txt", APART.encode())
    assert (found.published, found.publisher) == ("2031-03-17", "Northern Agency")
    assert "The ferry's crew left it on Thursday, the harbour office said." in found.text
    assert '"Nobody was hurt," said the pilot, Mr. Ash, who hadn\'t slept (he says). “We were lucky.”' in found.text


@pytest.mark.parametrize(
    "text",
    [
        "As it is, with all signs at their words. It ends, here. So , no. And . so.",
        "La grève , dit-on ! continue ; personne ne sait : « rien », « rien », « rien », « rien ».",
        "14 , 15",
        '"One" and "two", it said. He came, he saw, he went. 5 - 3 , 2 - 1.',
    ],
)
def test_another_text_stays_as_it_is(text: str) -> None:
    assert spaced.closed(text) == text


def test_a_mark_without_its_other_half_stays_where_it_is() -> None:
    line = 'He said , and left : " no , never . It was late , and cold .'
    assert spaced.closed(line) == 'He said, and left: " no, never. It was late, and cold.'
