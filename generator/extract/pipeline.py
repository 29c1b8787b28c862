"""The steps of a spaCy pipeline, run over batches of texts: what they find is theirs, to the last bit.

Two kinds take most of their time for nothing, and are walked here by their own public methods. The decoders of
dependencies and names let go of the interpreter's lock, and then take it again at each look at a token, some hundred
times a word (spaCy 3.8, in `StateC.B`); asked step by step from here they hold it, and take less than half as long.
The attribute ruler tries each of its patterns at each word, though nearly all of them ask for no more than the word,
its tag and its dependency, and a corpus has few different ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 32  # texts that are decoded side by side; the work of a step is shared by all of them
_VECTORS = 8  # texts whose vectors are made at once: more of them do not fit into a processor's cache
_Step = Callable[[Sequence["Doc"]], Iterable["Doc"]]


def run(nlp: Language, texts: Iterable[str], size: int = BATCH) -> Iterator[Doc]:
    """One `Doc` for each text, in their order, by all steps of the pipeline that are not disabled."""
    steps = [_step(nlp, name, pipe) for name, pipe in nlp.pipeline]
    waiting = iter(texts)
    while batch := list(islice(waiting, size)):
        docs: Sequence[Doc] = [nlp.make_doc(text) for text in batch]
        for step in steps:
            docs = list(step(docs))
        yield from docs


def _step(nlp: Language, name: str, pipe: Any) -> _Step:
    from spacy.pipeline import AttributeRuler, DependencyParser, EntityRecognizer

    if isinstance(pipe, DependencyParser | EntityRecognizer) and pipe.cfg.get("beam_width", 1) == 1:
        return lambda docs: _decoded(pipe, docs)
    if isinstance(pipe, AttributeRuler):
        return _Ruler(nlp, pipe)
    if hasattr(pipe, "pipe"):
        return lambda docs: pipe.pipe(docs, batch_size=_VECTORS)
    return lambda docs: map(pipe, docs)


def _decoded(pipe: Any, docs: Sequence[Doc]) -> Sequence[Doc]:
    """`Parser.greedy_parse` with the lock in hand: the best transition that is allowed, until all texts are through."""
    alike = sorted((doc for doc in docs if len(doc)), key=len)
    states = pipe.moves.init_batch(alike)
    if alike:
        model = pipe.model.predict(alike)
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            unfinished = pipe.transition_states(unfinished, model.predict(unfinished))
        model.clear_memory()
        pipe.set_annotations(alike, states)
    return docs


class _Ruler:
    """An attribute ruler whose patterns of one word are looked up by that word, its tag and its dependency."""

    _ASKED = ("TAG", "LOWER", "DEP")

    def __init__(self, nlp: Language, ruler: Any) -> None:
        from spacy.matcher import Matcher

        self._ruler, self._strings = ruler, nlp.vocab.strings
        self._longer = Matcher(nlp.vocab)
        self._single: list[tuple[int, int, tuple[frozenset[int] | None, ...]]] = []
        self._known: dict[tuple[int, ...], tuple[tuple[int, int], ...]] = {}
        for number, row in enumerate(ruler.patterns):
            key = self._strings.add(str(number))
            single = [self._values(pattern) if row["index"] == 0 else None for pattern in row["patterns"]]
            for pattern, values in zip(row["patterns"], single, strict=True):
                if values:
                    self._single.append((number, key, values))
                else:
                    self._longer.add(key, [pattern])

    def _values(self, pattern: Sequence[dict[str, Any]]) -> tuple[frozenset[int] | None, ...] | None:
        """What a pattern of one word asks for, `None` where all will do; `None` for any other pattern."""
        if len(pattern) != 1 or not pattern[0] or not set(pattern[0]) <= set(self._ASKED):
            return None
        asked = [pattern[0].get(name) for name in self._ASKED]
        lists = [a["IN"] if isinstance(a, dict) and set(a) == {"IN"} else a if a is None else [a] for a in asked]
        if not all(isinstance(value, str) for values in lists if values for value in values):
            return None
        return tuple(None if values is None else frozenset(map(self._strings.add, values)) for values in lists)

    def __call__(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        for doc in docs:
            if len(doc):
                self._ruler.set_annotations(doc, sorted(self._matches(doc)))
        return docs

    def _matches(self, doc: Doc) -> Iterator[tuple[int, int, int, int]]:
        """Number and name of a rule, and the words that it is about: what `AttributeRuler.match` returns."""
        for key, start, end in self._longer(doc, allow_missing=True):
            yield int(self._strings[key]), key, start, end
        for i, values in enumerate(map(tuple, doc.to_array(list(self._ASKED)).tolist())):
            rules = self._known.get(values)
            if rules is None:
                rules = self._known[values] = tuple(self._rules(values))
            for number, key in rules:
                yield number, key, i, i + 1

    def _rules(self, values: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        for number, key, asked in self._single:
            if all(wanted is None or value in wanted for value, wanted in zip(values, asked, strict=True)):
                yield number, key
