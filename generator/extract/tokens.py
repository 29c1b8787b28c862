"""What the stock tokenizer of news English gets wrong: ranks with full stops, words with a prefix and a hyphen.

"Lt.-Gen. A. Novak" is cut into two sentences by the stock model, and "re-elected" into three words. Both mend the parse
of the whole sentence around them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.extract.times import lexicon

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_RANKS = (
    "Lt",
    "Maj",
    "Brig",
    "Col",
    "Gen",
    "Sgt",
    "Adm",
    "Cmdr",
    "Capt",
    "Cpl",
    "Comdr",
    "Vice",
    "Rear",
    "Air",
    "Field",
)
_RANK = re.compile(
    rf"^(?:{'|'.join(_RANKS)})\.?(?:-(?:{'|'.join(_RANKS)})\.?)?$|^(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Rep|Gov|St)\.$"
)
_PREFIXED = re.compile(r"^(?:re|co|pre|non|anti|ex|vice|mid|pro|semi|self|counter|inter|multi)-[A-Za-z]{2,30}$")


def text_of(doc: Doc) -> str:
    """The text of a parse. spaCy puts it together from all words each time that it is asked."""
    made: str | None = doc.user_data.get("text")
    if made is None:
        made = doc.user_data["text"] = doc.text
    return made


def by_lemma(doc: Doc) -> dict[str, list[Token]]:
    """Lemma in small letters -> the tokens of it: "dam" -> each "dam" and "dams" of a text."""
    found: dict[str, list[Token]] = {}
    for token in doc:
        found.setdefault(token.lemma_.lower(), []).append(token)
    return found


def mend(nlp: Language) -> None:
    """Teach a pipeline these words; no sentence ends behind a rank or an initial, every one with its paragraph."""
    from spacy.language import Language as Factory

    tokenizer: Any = nlp.tokenizer
    for one in _RANKS:
        for other in _RANKS:
            for word in (f"{one}.-{other}.", f"{one}-{other}.", f"{one}.-{other}"):
                tokenizer.add_special_case(word, [{"ORTH": word}])
    before = tokenizer.token_match

    def whole(text: str) -> re.Match[str] | None:
        return _PREFIXED.match(text) or (before(text) if before else None)

    tokenizer.token_match = whole
    if "parser" in nlp.pipe_names and "ranks" not in nlp.pipe_names:
        if not Factory.has_factory("ranks"):
            Factory.component("ranks", func=_ends_of_sentences)
        nlp.add_pipe("ranks", before="parser")
    if "parser" in nlp.pipe_names and "dated_lines" not in nlp.pipe_names:
        if not Factory.has_factory("dated_lines"):
            Factory.component("dated_lines", func=_joined_lines)
        nlp.add_pipe("dated_lines", after="parser")
    if "lemmatizer" in nlp.pipe_names and "prefixed" not in nlp.pipe_names:
        if not Factory.has_factory("prefixed"):
            Factory.component("prefixed", func=_prefixed_verbs)
        nlp.add_pipe("prefixed", after="lemmatizer")


_DATELINE = 16  # tokens that a dateline has at most
_DASHES = frozenset({"-", "–", "—", "--"})


def _behind_dateline(doc: Doc, start: int) -> int | None:
    """Of a paragraph that begins "GENEVA, April 3 (Agency) – The ministry …": the token behind the dash."""
    if not (doc[start].is_alpha and doc[start].is_upper and len(doc[start]) > 2):
        return None
    bracket = False
    for i in range(start + 1, min(start + _DATELINE, len(doc) - 1)):
        text = doc[i].text
        if text in _DASHES and doc[i - 1].whitespace_ and doc[i].whitespace_ and not bracket:
            return i + 1
        bracket = (bracket or text == "(") and text != ")"
        if not bracket and text.isalpha() and text.islower():
            return None
    return None


_MONTH = rf"(?:{'|'.join([*lexicon.MONTHS, *lexicon.MONTHS_SHORT])})\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
# A line of a chronology: its day, month or year, then a sign or, behind a year, a capital. Where a line above has
# told the year, a day is enough ("8-9 May – Recount"), but a sign must follow.
_DATED_LINE = re.compile(
    rf"(?:(?:{_DAY}(?:\s?[–-]\s?{_DAY})? )?(?i:{_MONTH}) (?:{_DAY},? )?)?(?:19|20)\d\d"
    r"(?:\s?[:|–—-]|\s(?=[A-ZÀ-Þ“\"]))"
    rf"|(?:{_DAY}(?:\s?[–-]\s?{_DAY})? (?i:{_MONTH})|(?i:{_MONTH}) {_DAY}(?:\s?[–-]\s?{_DAY})?)"
    r"(?:\s?[:|–—]|\s--? )"
)


_FEWEST = 3  # dated lines that make a chronology


def _dated_lines(doc: Doc) -> dict[int, tuple[int, bool]]:
    """First token of each line of a chronology -> (the first behind its date, whether a line ends before it).

    Elsewhere a single line break is only the end of a printed line.
    """
    text = text_of(doc)
    found: dict[int, tuple[int, bool]] = {}
    for token in doc[:-1]:
        begins = not token.i or (doc[token.i - 1].is_space and "\n" in doc[token.i - 1].text)
        if begins and (date := _DATED_LINE.match(text, token.idx)):
            behind = next((t.i for t in doc[token.i : token.i + 8] if t.idx >= date.end()), token.i + 1)
            found[token.i] = behind, bool(token.i)
    return found if len(found) >= _FEWEST and any(doc[i - 1].text == "\n" for i in found if i) else {}


def _ends_of_sentences(doc: Doc) -> Doc:
    starts = [0, *(t.i + 1 for t in doc[:-1] if t.is_space and t.text.count("\n") > 1)] if len(doc) else []
    lines = {start: behind for start in starts if (behind := _behind_dateline(doc, start)) is not None}
    for token in doc[:-1]:
        if _RANK.match(token.text) or (
            re.fullmatch(r"[A-Z]\.", token.text) and token.i and doc[token.i + 1].text[:1].isupper()
        ):
            doc[token.i + 1].is_sent_start = False
        elif token.is_space and token.text.count("\n") > 1:
            doc[token.i + 1].is_sent_start = True  # a paragraph ends every sentence, a heading without a full stop too
    for first, (behind, ends) in _dated_lines(doc).items():
        doc[first].is_sent_start = ends or None
        for i in range(first + 1, behind + 1):
            doc[i].is_sent_start = False  # "March 2031:" is no sentence
    for start, behind in lines.items():
        for i in range(start + 1, behind):
            doc[i].is_sent_start = False
        doc[behind].is_sent_start = True  # a dateline is no part of the sentence behind it
    return doc


def _joined_lines(doc: Doc) -> Doc:
    """A date that heads a line of a chronology, if the parser made it a sentence, hangs on what it dates."""
    for first, (behind, _) in _dated_lines(doc).items():
        date, told = doc[first].sent, doc[behind].sent
        if date.end == told.start and "\n" not in date.text:
            root = date.root
            root.dep_, root.head = "npadvmod", told.root
    return doc


def _prefixed_verbs(doc: Doc) -> Doc:
    """The lemma of a verb with a prefix is that of the verb with the prefix: "re-elected" is "re-elect"."""
    for token in doc:
        if token.tag_ in ("VBD", "VBN") and _PREFIXED.match(token.text) and token.lower_.endswith("ed"):
            stem = token.lower_[:-2]
            # "re-opened", "re-signed": the bare stem, but for stems that English writes with an e ("re-used").
            token.lemma_ = stem + "e" if re.search(r"(?:[aeiou][sgvz]|[^aeiou]l|u|c|at|ir)$", stem) else stem
    return doc
