"""Which strike is meant: that of workers, or that of an army. One word in English, two kinds of happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token


def of_work(word: Token, named: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds `named` of a word, where a "strike" lays down work: a protest, and no attack.

    "On strike", a strike that is called, and one that last night's missiles made, are told apart by their words: by who
    strikes and what for, in the sentence of the word, unless arms are named there.
    """
    if "attack" not in named:
        return named
    struck = [t for t in (word, *word.subtree) if t.lemma_.lower() == "strike"]
    others = (t for t in (word, *word.children) if t.lemma_.lower() != "strike")
    if not struck or any(
        "attack" in lexicon().verb_kinds.get(t.lemma_.lower(), ()) for t in others if t.pos_ == "VERB"
    ):
        return named
    said = {t.lemma_.lower() for t in word.sent}
    laid_down = any(t.i and t.nbor(-1).lower_ == "on" for t in struck) or bool(said & lexicon().labour)
    if not laid_down or said & lexicon().arms:
        return named
    return tuple(dict.fromkeys("protest" if kind == "attack" else kind for kind in named))
