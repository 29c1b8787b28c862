from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.resolve.passages import MANY, shared

PASSAGE = (
    "The ferry to the northern islands will not sail before the end of the week, the harbour master said on Tuesday, "
    "because its engine has to be taken out and sent to a yard on the mainland."
)
OTHER = "Nobody on the islands was surprised, and the shop had ordered potatoes for a month in good time before winter."


def said(texts: list[str], number: int, run: int = 20) -> list[tuple[str, list[int]]]:
    return [(texts[number][a:b], sorted(others)) for a, b, others in shared(texts, run).get(number, [])]


def test_a_copied_passage_is_found_in_both_texts() -> None:
    texts = [
        f"News from here. {PASSAGE} {OTHER}",
        "Something else.",
        f"An agency reports: {PASSAGE} More follows soon.",
    ]
    found = shared(texts)
    assert set(found) == {0, 2}
    assert said(texts, 0) == [(PASSAGE.rstrip("."), [2])]
    assert said(texts, 2) == [(PASSAGE.rstrip("."), [0])]


def test_case_punctuation_and_quotation_marks_are_nothing() -> None:
    one = (
        'He said: "We don\'t know yet when the road will open again; it is up to the army and the weather in the hills"'
    )
    other = (
        "he said: “we don’t know yet, when the road will open again: it is up to the Army, and the weather in "
        "the hills.”"
    )
    assert said([one, other], 0, 20)[0][1] == [1]


def test_nineteen_words_are_no_copy() -> None:
    words = [f"word{n}" for n in range(19)]
    assert shared([" ".join(["a", *words, "b"]), " ".join(["c", *words, "d"])]) == {}
    assert shared([" ".join(["a", *words, "b"]), " ".join(["a", *words, "d"])]) != {}


def test_a_text_that_repeats_itself_shares_nothing() -> None:
    assert shared([f"{PASSAGE} {PASSAGE}", OTHER]) == {}


def test_stretches_with_different_texts_may_overlap() -> None:
    words = [f"w{n}" for n in range(60)]
    texts = [" ".join(words), " ".join(words[:40]), " ".join(words[20:])]
    assert said(texts, 0) == [(" ".join(words[:40]), [1]), (" ".join(words[20:]), [2])]
    assert said(texts, 1) == [(" ".join(words[:40]), [0]), (" ".join(words[20:40]), [2])]


def test_two_passages_with_other_words_between_stay_two() -> None:
    texts = [f"{PASSAGE} So much for that, and now for this. {OTHER}", f"{PASSAGE} Different words. {OTHER}"]
    assert [text for text, _ in said(texts, 0)] == [PASSAGE.rstrip("."), OTHER.rstrip(".")]


def test_a_passage_that_very_many_print_names_the_first_of_them() -> None:
    texts = [f"{n} {PASSAGE}" for n in range(MANY * 3)]
    found = shared(texts)
    assert len(found) == len(texts)
    assert all(0 in stretches[0][2] for number, stretches in found.items() if number)
    assert max(len(stretches[0][2]) for stretches in found.values()) <= MANY + 1


@pytest.mark.parametrize("texts", [[], [""], ["", PASSAGE], ["a b c", "a b c"]])
def test_nothing_to_share(texts: list[str]) -> None:
    assert shared(texts) == {}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of the text
@given(st.lists(st.text("ab ", max_size=40), max_size=5), st.integers(1, 4))
def test_it_finds_what_comparing_all_pairs_finds(texts: list[str], run: int) -> None:
    split = [t.split() for t in texts]
    found = shared(texts, run)
    for n, words in enumerate(split):
        wanted = {
            (at, other)
            for at in range(len(words) - run + 1)
            for other, others in enumerate(split)
            if other != n and any(others[p : p + run] == words[at : at + run] for p in range(len(others) - run + 1))
        }
        got = set()
        for start, end, others in found.get(n, []):
            first = len(texts[n][:start].split())
            count = len(texts[n][start:end].split())
            assert count >= run
            got |= {(at, other) for at in range(first, first + count - run + 1) for other in others}
        assert got == wanted
