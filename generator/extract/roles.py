"""What a text says that a person is: the office before or behind the name, in the text's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.document import Mention
from generator.extract import gazetteer_words as tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Relations and chance parts in a story are no roles.
_NO_ROLE = frozenset(
    "counterpart wife husband son daughter brother sister father mother uncle cousin partner girlfriend "
    "boyfriend widow widower rival victim witness survivor"
    " teammate star veteran newcomer head leader chief manager director driver rider suspect defendant".split()
)
# Those of them that are roles as soon as it is said of what.
_NEEDS_MORE = frozenset("head leader chief manager director driver rider star veteran suspect".split())
_LONGEST = 14  # words
_LINKS = frozenset({"of", "for", "the", "and", "at", "in", "on", "&", "to"})
_END = re.compile(r"[,.;:!?()\[\]\"“”\n]|\s[–—-]\s")


def find(doc: Doc, mentions: Sequence[Mention]) -> dict[int, str]:
    """Index of a person's mention -> role as stated, without article, rank and the name itself."""
    found: dict[int, str] = {}
    for index, mention in enumerate(mentions):
        if mention.type != "person" or not mention.certain:
            continue
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None:
            continue
        role = _before(doc, span.start) or _behind(doc, span.end)
        if role:
            found[index] = role
    return found


def _title(words: Sequence[str]) -> bool:
    """Whether words are an office, alone or in the plural."""
    return tables.title_kind(" ".join(words)) == "position"


def _before(doc: Doc, name: int) -> str | None:
    """As "Finance Minister", "head of the Planning Division": what stands right before the name, ranks apart."""
    sentence = doc[name].sent.start if name < len(doc) else 0
    if sentence == name > 0 and _abbreviated(doc, name) and _title_before(doc, max(0, name - 6), name)[0]:
        sentence = doc[name - 1].sent.start  # the full stop of "Sgt." ended no sentence
    stop = name
    start: int | None = None
    while stop > sentence and start is None:
        length, kind = _title_before(doc, sentence, stop)
        if kind == "position":
            start = stop - length
        elif kind is not None:
            stop -= length
        else:
            start = _office_with_of(doc, sentence, stop)
            if start is None:
                return None
    if start is None:
        return None
    limit = max(sentence, stop - _LONGEST)
    while start > limit and _belongs(doc[start - 1]):
        start -= 1
    while start < stop and (doc[start].tag_ in ("DT", "POS", "PRP$") or doc[start].is_punct):
        start += 1
    return _cleaned(doc, start, stop)


def _abbreviated(doc: Doc, name: int) -> bool:
    """Whether the word before a name is no common one: "Sgt.", not the end of "said the commission's spokesman."."""
    last = name - 2 if doc[name - 1].text == "." and name > 1 else name - 1
    return doc[last].text[:1].isupper()


def _title_before(doc: Doc, sentence: int, stop: int) -> tuple[int, str | None]:
    """(number of tokens, kind) of the longest title that ends right here; the full stop of "Gen." counts as its own."""
    for length in (6, 5, 4, 3, 2, 1):
        if (
            stop - length >= sentence
            and not doc[stop - length].is_punct
            and not _ended(doc, stop - 1)
            and (kind := tables.title_kind(doc[stop - length : stop].text))
        ):
            return length, kind
    return 0, None


_WHOLE = re.compile(r"[a-zà-ÿ][a-zà-ÿ'’-]{4,}\.")


def _ended(doc: Doc, at: int) -> bool:
    """Whether a sentence ended right before a name: "said her lawyer. Ann Example"; "Lt.-Gen. Ann Example" goes on."""
    word = doc[at - 1].text + "." if doc[at].text == "." and at else doc[at].text
    return _WHOLE.fullmatch(word) is not None


def _office_with_of(doc: Doc, sentence: int, stop: int) -> int | None:
    """Index of an office whose "of …" runs up to the name: "the head of the Operations Division"."""
    for index in range(stop - 1, max(sentence, stop - _LONGEST) - 1, -1):
        token = doc[index]
        if not (_belongs(token) or token.lower_ in _LINKS or token.tag_ in ("DT", "POS", "CC")):
            return None
        following = doc[index + 1].lower_ if index + 1 < stop else ""
        if (
            following in ("of", "for")
            and _title([token.text])
            and index + 2 < stop
            and doc[stop - 1].tag_.startswith("NN")
        ):
            return index
    return None


def _belongs(token: Token) -> bool:
    """Whether a word before an office belongs to it: adjectives, nouns, names, possessives."""
    if token.text in ("-", "–", "—") and token.whitespace_:
        return False
    if tables.stop("calendar", token.lower_):
        return False
    plain = token.tag_ in ("NN", "JJR", "NNP", "NNPS", "JJ", "POS", "HYPH") or token.text == "-"
    return (plain or (token.tag_ in ("NNS", "VBN") and _modifies(token))) and not token.is_sent_end


def _modifies(token: Token) -> bool:
    """Whether a plural or participle is a modifier here ("armed forces chief"), not a clause of its own."""
    return token.dep_ in ("compound", "amod", "nmod")


def _behind(doc: Doc, stop: int) -> str | None:
    """As ", the chairman of the union,": the apposition behind a name, up to the next stop or verb."""
    if stop + 1 >= len(doc) or doc[stop].text not in (",", "(", "–", "—"):
        return None
    index = stop + 1
    if doc[index].like_num and index + 2 < len(doc) and doc[index + 1].text == ",":
        index += 2
    while index < len(doc) and doc[index].tag_ in ("DT", "PRP$"):
        index += 1
    end = index
    while (
        end < len(doc)
        and end - index < _LONGEST + 4
        and not _END.match(doc[end].text)
        and doc[end].tag_ not in ("VBD", "VBZ", "MD", "WP", "WDT", "WRB", "VBP")
        and not (end > index and _what_befell(doc, end))
    ):
        end += 1
    if end >= len(doc) or not (_END.match(doc[end].text) or _what_befell(doc, end)) or doc[end].sent != doc[stop].sent:
        return None
    words = [t.text for t in doc[index:end]]
    if words and words[0].casefold() in _THEN:
        return None  # "once the manager of X": no longer
    for first in range(min(5, len(words))):
        if words[first].casefold() in ("of", "in", "at", "for", "and", "with", "from"):
            return None
        for length in (4, 3, 2, 1):
            if _title(words[first : first + length]) and first + length <= len(words):
                return _cleaned(doc, index, end)
    return None


# Adverbs that say that somebody is something no longer, or not yet.
_THEN = frozenset("once then later now formerly previously earlier soon until".split())


def _what_befell(doc: Doc, at: int) -> bool:
    """Whether what is no office begins here: "a trader reached by telephone", "head of it and no friend of his"."""
    return (
        doc[at].lower_ in ("and", "but") and at + 1 < len(doc) and doc[at + 1].lower_ in ("a", "an", "no", "not")
    ) or (
        doc[at].tag_ in ("VBN", "VBG")
        and at + 1 < len(doc)
        and doc[at].dep_ in ("acl", "advcl", "ROOT", "conj")
        and doc[at + 1].lower_ in ("by", "on", "in", "at", "last", "from", "for", "during", "after", "with", "over")
    )


def _cleaned(doc: Doc, start: int, stop: int) -> str | None:
    if stop <= start:
        return None
    text = " ".join(doc[start:stop].text.split()).strip(" ,'’")
    words = text.split()
    last = words[-1].casefold() if words else ""
    if not words or len(words) > _LONGEST or (len(words) == 1 and last in _NO_ROLE) or (last in _NO_ROLE - _NEEDS_MORE):
        return None
    return text
