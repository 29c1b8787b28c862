"""Articles in other languages than English: their names, by a spaCy model of the settings, and their plain dates.

What tells a happening, who says it, which title a person bears and what "last week" means are questions of a language's
grammar and lexicon, and are answered for English alone. So these articles have no claims; an editor writes those.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from generator import dates
from generator.document import Document, Time
from generator.extract.mention_agree import Finding
from generator.model import EntityType

if TYPE_CHECKING:
    from spacy.language import Language

# The labels of named entities, of the scheme with four and of the one with eighteen kinds.
_TYPES: dict[str, EntityType] = {
    "PER": "person", "PERSON": "person", "ORG": "organization", "LOC": "place", "GPE": "place", "FAC": "place",
    "EVENT": "named_event", "LAW": "agreement", "PRODUCT": "equipment",
}  # fmt: skip
# What a model alone says of one word, once, may be a common noun at the beginning of a sentence; it needs to be said of
# a name of several words, or of several places in the text. The weights are those of `mention_types`.
_SURE, _UNSURE = 2.0, 0.5
_LONGEST = 8  # words; a longer name is a sentence that the model has not understood
_EDGES = " \t\n\"'’‘“”«»„()[]–—-,;:.…"
_BEFORE_NAME = re.compile(r"(?:[dlDL]['’]|(?:le|la|les|el|los|las|der|die|das|den|il|lo|i|gli|o|os|as)\s+)")


@lru_cache(maxsize=4)
def load(model: str) -> Language:
    """The names' part of a pipeline. Raises `OSError` where that model is not installed."""
    import spacy

    nlp = spacy.load(model)
    for name in nlp.pipe_names:
        if name not in ("tok2vec", "transformer", "ner"):
            nlp.disable_pipe(name)
    return nlp


def names(document: Document, model: str) -> tuple[Finding, ...]:
    """The names of a text, in its order, without overlap; `agree` of `mentions` has the last word on their types."""
    found: list[tuple[int, int, EntityType]] = []
    for span in load(model)(document.text).ents:
        kind = _TYPES.get(span.label_)
        start, end = _trimmed(document.text, span.start_char, span.end_char)
        text = document.text[start:end]
        if kind and start < end and text[0].isalpha() and not text[0].islower() and len(text.split()) <= _LONGEST:
            found.append((start, end, kind))
    said: dict[str, list[EntityType]] = defaultdict(list)
    for start, end, kind in found:
        said[document.text[start:end]].append(kind)
    made = []
    for start, end, kind in found:
        text = document.text[start:end]
        sure = set(said[text]) == {kind} and (len(text.split()) > 1 or len(said[text]) > 1)
        votes = ((kind, _SURE if sure else _UNSURE),)
        made.append(Finding(start, end, text, kind, sure, votes))
    return tuple(made)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the marks around it, and without the article that its language puts before it."""
    line = text.find("\n", start, end)
    end = line if line > start else end
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    article = _BEFORE_NAME.match(text, start, end)
    return (article.end() if article and article.end() < end else start), end


def times(text: str, lang: str) -> tuple[Time, ...]:
    """The dates of a text that name their year: a day, or a month, in words or as 2031-05-04."""
    months = _months(lang)
    made = []
    for found in _pattern(lang).finditer(text):
        if found["iso"]:
            value = found["iso"]
        else:
            month, day = months[found["month"].casefold()], found["day"]
            value = f"{int(found['year']):04}-{month:02}" + (f"-{int(day):02}" if day else "")
        if dates.is_valid(value):
            made.append(Time(found.start(), found.end(), found[0], "DATE", value))
    return tuple(made)


@lru_cache(maxsize=8)
def _months(lang: str) -> dict[str, int]:
    """Names of months, whole and short, as the Unicode CLDR has them; without a stop at their end."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        return {}
    found = {}
    for context in ("format", "stand-alone"):
        for width in ("abbreviated", "wide"):
            for number, name in locale.months[context][width].items():
                if len(name.rstrip(".")) > 2 and not name[0].isdigit():
                    found[name.rstrip(".").casefold()] = number
    return found


@lru_cache(maxsize=8)
def _pattern(lang: str) -> re.Pattern[str]:
    iso = r"(?<![\w-])(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)(?![\w-])"
    names = "|".join(re.escape(name) for name in sorted(_months(lang), key=lambda n: (-len(n), n)))
    if not names:
        return re.compile(iso + r"|(?P<day>(?!))(?P<month>(?!))(?P<year>(?!))")
    of = r"(?:\s(?:de|del|di|do|af|von)(?=\s))?\s"
    day = rf"(?:(?<![\w.,/-])(?P<day>[0-3]?\d)(?:er|re|\.|º|ª|o)?{of})?"
    return re.compile(rf"{iso}|{day}(?<!\w)(?P<month>{names})\.?{of}(?P<year>[12]\d{{3}})(?!\d|[-/]\d)", re.IGNORECASE)
