"""The English language model: loaded once, run in batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.extract import pipeline, tokens
from generator.settings import DEFAULT_MODEL as DEFAULT_MODEL

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# The claim finder reads tags, lemmas and dependencies, the name finder tags and named entities.
COMPONENTS = ("tok2vec", "transformer", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner")


@lru_cache(maxsize=2)
def load(model: str | None = None) -> Language:
    """The spaCy pipeline of a model's name. Raises `OSError` where that model is not installed."""
    import spacy

    nlp = spacy.load(model or DEFAULT_MODEL)
    for name in nlp.pipe_names:
        if name not in COMPONENTS:
            nlp.disable_pipe(name)
    tokens.mend(nlp)
    return nlp


def parse(texts: Iterable[str], model: str | None = None, batch_size: int = pipeline.BATCH) -> Iterator[Doc]:
    """One `Doc` for each text, in their order; token offsets are characters of the text."""
    yield from pipeline.run(load(model), texts, batch_size)


def packed(doc: Doc) -> bytes:
    """A parse as bytes, without the vectors that only the model itself needs."""
    return doc.to_bytes(exclude=["tensor", "user_data"])


def unpacked(data: bytes, model: str | None = None) -> Doc:
    """A parse from its bytes; the model gives the vocabulary."""
    from spacy.tokens import Doc

    return Doc(load(model).vocab).from_bytes(data)
