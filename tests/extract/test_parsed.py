"""A parse as plain objects says of each word what spaCy says."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.extract import nlp, parsed

TEXTS = (
    "“It was Norvale's fault,” said Ann Sorel, who — on 3 May 2019 — had signed the U.S. contract.\n\n"
    "Five men, two women and a dog were found near Graz; the dam, which burst in 2001, cost $3.5m.\n",
    "March 2031: Vote\n\nRecount in Oslo. Is it due?   She asked Leo Mann to resign, and he did so 10 days later …",
    "One",
    "",
)
PLAIN = ("i", "idx", "text", "lemma_", "lower_", "tag_", "pos_", "dep_", "ent_type_", "whitespace_", "like_num",
         "is_punct", "is_space", "is_alpha", "is_title", "is_sent_start", "n_lefts", "n_rights")  # fmt: skip
ONE = ("head", "left_edge", "right_edge")
MANY = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


def _places(tokens: Iterable[object]) -> list[int]:
    return [token.i for token in tokens]  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_answers_as_spacy_does(text: str) -> None:
    (doc,) = nlp.parse([text])
    plain = parsed.read(doc)
    assert len(plain) == len(doc)
    for token, word in zip(doc, plain, strict=True):
        assert str(word) == str(token)
        assert len(word) == len(token)
        assert {name: getattr(word, name) for name in PLAIN} == {name: getattr(token, name) for name in PLAIN}
        assert [getattr(word, name).i for name in ONE] == [getattr(token, name).i for name in ONE]
        assert [_places(getattr(word, name)) for name in MANY] == [_places(getattr(token, name)) for name in MANY]
        assert (word.sent.start, word.sent.end) == (token.sent.start, token.sent.end)
        assert [word.is_ancestor(other) for other in plain] == [token.is_ancestor(other) for other in doc]
    assert [s.text for s in plain.sents] == [s.text for s in doc.sents]
    assert [(e.start, e.end) for e in plain.ents] == [(e.start, e.end) for e in doc.ents]


@pytest.mark.parametrize("text", TEXTS[:2])
def test_every_stretch_of_words_answers_as_spacy_does(text: str) -> None:
    (doc,) = nlp.parse([text])
    plain = parsed.read(doc)
    for start in range(-3, len(doc) + 2):
        for end in (-2, start - 1, start, start + 1, start + 7, len(doc) + 9, None):
            ours, theirs = plain[start:end], doc[start:end]
            assert (ours.start, ours.end, ours.text) == (theirs.start, theirs.end, theirs.text)
            assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)
            assert _places(ours) == _places(theirs)
            assert _places(ours[1:-1]) == _places(theirs[1:-1])
            if len(theirs):
                assert ours.root.i == theirs.root.i
                assert ours.sent.start == theirs.sent.start
                assert (ours[0].i, ours[-1].i) == (theirs[0].i, theirs[-1].i)
    for start in range(0, 60):
        for end in range(start + 1, 60, 3):
            for mode in ("strict", "expand"):
                ours, theirs = (d.char_span(start, end, alignment_mode=mode) for d in (plain, doc))
                assert (ours is None) == (theirs is None)
                assert ours is None or theirs is None or (ours.start, ours.end) == (theirs.start, theirs.end)


def test_beyond_the_text_stands_no_word() -> None:
    (doc,) = nlp.parse(["One thing."])
    plain = parsed.read(doc)
    for beyond in (lambda: plain[3], lambda: plain[2].nbor(1), lambda: plain[0].nbor(-1), lambda: plain[1:2][1]):
        with pytest.raises(IndexError):
            beyond()
    assert parsed.read(plain) is plain
