"""A finished parse as plain objects: what thousands of rules ask of a word is looked up once.

spaCy makes a new object at each look at a word, and decodes its strings anew; the rules of claims look some hundred
times at each. Here a word, its neighbours and its tree are made once, when nothing changes the parse any more. Words,
sentences and parses answer by the names of spaCy's own, and rules are annotated with those; what few ask goes to spaCy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast, overload

from generator.extract import mended
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_STRINGS = ("LEMMA", "LOWER", "TAG", "POS", "DEP", "ENT_TYPE")
_FLAGS = ("LIKE_NUM", "IS_PUNCT", "IS_SPACE")


def read(doc: Any) -> Doc:
    """The parse of a text, mended and as plain objects; nobody may change it, or `doc`, from here on."""
    if type(doc) is not _Parse:
        mended.parse(doc)
        doc = _Parse(doc)
    return cast("Doc", doc)


class _Word:
    """What spaCy's `Token` says, by the same names."""

    __slots__ = (
        "_edges",
        "_subtree",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_space",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "rights",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )  # fmt: skip
    doc: _Parse
    i: int
    idx: int
    text: str
    lemma_: str
    lower_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    whitespace_: str
    like_num: bool
    is_punct: bool
    is_space: bool
    head: _Word
    lefts: tuple[_Word, ...]
    rights: tuple[_Word, ...]
    children: tuple[_Word, ...]
    sent: _Span
    _subtree: tuple[_Word, ...] | None
    _edges: tuple[int, int]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.doc.of[self.i], name)

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def __lt__(self, other: _Word) -> bool:
        return self.i < other.i

    def nbor(self, i: int = 1) -> _Word:
        at = self.i + i
        if at < 0:
            raise IndexError(at)
        return self.doc.words[at]

    @property
    def n_lefts(self) -> int:
        return len(self.lefts)

    @property
    def n_rights(self) -> int:
        return len(self.rights)

    @property
    def left_edge(self) -> _Word:
        return self.doc.words[self._edges[0]]

    @property
    def right_edge(self) -> _Word:
        return self.doc.words[self._edges[1]]

    @property
    def subtree(self) -> tuple[_Word, ...]:
        made = self._subtree
        if made is None:
            found, waiting = list[_Word](), [(self, not self.children)]
            while waiting:
                word, told = waiting.pop()
                if told:
                    found.append(word)
                    continue
                waiting += [(c, not c.children) for c in reversed(word.rights)]
                waiting.append((word, True))
                waiting += [(c, not c.children) for c in reversed(word.lefts)]
            made = self._subtree = tuple(found)
        return made

    @property
    def ancestors(self) -> Iterator[_Word]:
        word = self
        for _ in range(len(self.doc.words)):
            if word.head is word:
                return
            word = word.head
            yield word

    def is_ancestor(self, other: _Word) -> bool:
        return any(word is self for word in other.ancestors)

    @property
    def conjuncts(self) -> tuple[_Word, ...]:
        return tuple(self.doc.words[t.i] for t in self.doc.of[self.i].conjuncts)


class _Span:
    """What spaCy's `Span` says, by the same names."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: _Parse, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    def __iter__(self) -> Iterator[_Word]:
        return iter(self.doc.words[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @overload
    def __getitem__(self, at: int) -> _Word: ...
    @overload
    def __getitem__(self, at: slice) -> _Span: ...
    def __getitem__(self, at: int | slice) -> _Word | _Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(self.end - self.start)
            return _Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.words[range(self.start, self.end)[at]]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.doc.of[self.start : self.end], name)

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def start_char(self) -> int:
        words = self.doc.words
        return words[self.start].idx if self.start < len(words) else len(self.doc.whole)

    @property
    def end_char(self) -> int:
        if self.end <= self.start:
            return self.start_char
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return self.doc.whole[self.start_char : self.end_char]

    @property
    def root(self) -> _Word:
        return self.doc.words[self.doc.of[self.start : self.end].root.i]

    @property
    def sent(self) -> _Span:
        return self.doc.words[self.start].sent


class _Parse:
    """What spaCy's `Doc` says, by the same names; `of` is that doc."""

    __slots__ = ("of", "sents", "user_data", "whole", "words")

    def __init__(self, of: Doc) -> None:
        self.of, self.whole = of, text_of(of)
        self.user_data: dict[str, Any] = {"text": self.whole}
        self.words = [_Word() for _ in range(len(of))]
        self._fill()
        self.sents = [_Span(self, s.start, s.end) for s in of.sents] if self.words else []
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence

    def _fill(self) -> None:
        strings, words = self.of.vocab.strings, self.words
        known = {0: ""}
        rows = self.of.to_array([*_STRINGS, *_FLAGS]).tolist()
        lefts: list[list[_Word]] = [[] for _ in words]
        rights: list[list[_Word]] = [[] for _ in words]
        for token, word, row in zip(self.of, words, rows, strict=True):
            word.doc, word.i, word.idx, word.text = self, token.i, token.idx, token.text
            word.whitespace_ = token.whitespace_
            for id in row[:6]:
                if id not in known:
                    known[id] = strings[id]
            word.lemma_, word.lower_, word.tag_, word.pos_, word.dep_, word.ent_type_ = map(known.__getitem__, row[:6])
            word.like_num, word.is_punct, word.is_space = map(bool, row[6:])
            word._edges, word._subtree = (token.left_edge.i, token.right_edge.i), None
            head = token.head.i
            word.head = words[head]
            if head != token.i:
                (lefts if token.i < head else rights)[head].append(word)
        for word in words:
            word.lefts, word.rights = tuple(lefts[word.i]), tuple(rights[word.i])
            word.children = word.lefts + word.rights

    def __iter__(self) -> Iterator[_Word]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    @overload
    def __getitem__(self, at: int) -> _Word: ...
    @overload
    def __getitem__(self, at: slice) -> _Span: ...
    def __getitem__(self, at: int | slice) -> _Word | _Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.words))
            return _Span(self, start, max(start, end))
        return self.words[at]

    def char_span(self, start: int, end: int, **how: Any) -> _Span | None:
        found = self.of.char_span(start, end, **how)
        return None if found is None else _Span(self, found.start, found.end)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.of, name)
