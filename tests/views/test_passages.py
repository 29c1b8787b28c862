from __future__ import annotations

import pytest

from generator.views.passages import Names, Run, around, joined, runs, sentences


def texts(text: str) -> list[str]:
    return [s.text for s in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sank. Nobody knew why.", ["It sank.", "Nobody knew why."]),
        ("Lt. Gen. A. Moor came. He left.", ["Lt. Gen. A. Moor came.", "He left."]),
        ("The U.S. Navy came. It left.", ["The U.S. Navy came.", "It left."]),
        ("“It sank.” Then silence.", ["“It sank.”", "Then silence."]),
        ("A heading\n\nA line\nbroken.", ["A heading", "A line broken."]),
        ("It cost 3.5 million in 2020.", ["It cost 3.5 million in 2020."]),
        ("Why? Because! It… Well.", ["Why?", "Because!", "It…", "Well."]),
        ("نزلت السفينة. Она пришла. Дa.", ["نزلت السفينة.", "Она пришла.", "Дa."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_places_point_into_the_joined_text() -> None:
    of = sentences("One  here.\nTwo\tthere.\n\nThree.")
    whole = joined(of)
    assert whole == "One here. Two there. Three."
    assert all(whole[s.start : s.end] == s.text for s in of)


def test_the_longest_whole_name_is_found() -> None:
    names = Names([("Varno", "varno"), ("Port of Varno", "port"), ("Harbour", "lena")])
    text = "Port of Varno, Varnoites and Harbour’s men in Varno."
    assert [(text[s:e], id) for s, e, id in names.find(text)] == [
        ("Port of Varno", "port"),
        ("Harbour", "lena"),
        ("Varno", "varno"),
    ]


def test_a_quote_stands_in_its_sentence() -> None:
    of = sentences("First. The ship, they say, sank at noon. Last.")
    assert around("sank at noon", joined(of), of) == (
        Run("The ship, they say, "),
        Run("sank at noon", hit=True),
        Run("."),
    )


def test_a_quote_over_two_sentences_takes_both() -> None:
    of = sentences("It sank. It rose. It sank.")
    assert "".join(r.text for r in around("sank. It rose", joined(of), of)) == "It sank. It rose."


def test_a_mark_without_its_partner_falls_away_at_the_edge_only() -> None:
    of = sentences("“It sank. It rose,” they say. “It sank again.”")
    assert "".join(r.text for r in around("rose", joined(of), of)) == "It rose,” they say."
    end = sentences("“It was late. Nobody saw it.”")
    assert "".join(r.text for r in around("Nobody saw", joined(end), end)) == "Nobody saw it."


def test_a_quote_that_is_not_there_stands_alone() -> None:
    assert around("never said", "It sank.", sentences("It sank.")) == (Run("never said", hit=True),)


def test_a_long_passage_is_cut_at_words_around_its_name() -> None:
    text = "before " * 80 + "NAME" + " after" * 80
    at = text.index("NAME")
    made = runs(text, [(at, at + 4)])
    whole = "".join(r.text for r in made)
    assert [r.text for r in made if r.hit] == ["NAME"]
    assert len(whole) < 450
    assert whole.startswith("… before")
    assert whole.endswith("after …")
