"""What the stock tokenizer of news English gets wrong: ranks with full stops, words with a prefix and a hyphen.

"Lt.-Gen. A. Novak" is cut into two sentences by the stock model, and "re-elected" into three words. Both mend the parse
of the whole sentence around them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

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


def mend(nlp: Language) -> None:
    """Teach a pipeline these words, and that no sentence ends behind a rank or an initial."""
    from spacy.language import Language as Factory
    from spacy.symbols import ORTH

    for one in _RANKS:
        for other in _RANKS:
            for word in (f"{one}.-{other}.", f"{one}-{other}.", f"{one}.-{other}"):
                nlp.tokenizer.add_special_case(word, [{ORTH: word}])  # type: ignore[attr-defined]
    before = nlp.tokenizer.token_match  # type: ignore[attr-defined]

    def whole(text: str) -> re.Match[str] | None:
        return _PREFIXED.match(text) or (before(text) if before else None)

    nlp.tokenizer.token_match = whole  # type: ignore[attr-defined]
    if "parser" in nlp.pipe_names and "ranks" not in nlp.pipe_names:
        if not Factory.has_factory("ranks"):
            Factory.component("ranks", func=_no_end_behind_a_rank)
        nlp.add_pipe("ranks", before="parser")


def _no_end_behind_a_rank(doc: Doc) -> Doc:
    for token in doc[:-1]:
        if _RANK.match(token.text) or (
            re.fullmatch(r"[A-Z]\.", token.text) and token.i and doc[token.i + 1].text[:1].isupper()
        ):
            doc[token.i + 1].is_sent_start = False
    return doc
