"""The word lists of the claim finder, read once from data/kinds.yaml, data/verbs.yaml and data/nouns.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas by what they tell: kinds of happenings, verbs of saying, of state, of planning, of doubt."""

    verb_kinds: dict[str, tuple[str, ...]]  # lemma -> kinds, first the most usual
    noun_kinds: dict[str, tuple[str, ...]]
    reporting: frozenset[str]
    states: frozenset[str]
    dated_states: frozenset[str]
    light: frozenset[str]
    doubtful_modals: frozenset[str]
    doubtful_adverbs: frozenset[str]
    planning: frozenset[str]
    wishing: frozenset[str]
    needs_object: frozenset[str]
    whole_alone: frozenset[str]
    needs_complement: frozenset[str]
    audiences: frozenset[str]
    declaring: frozenset[str]
    making_known: frozenset[str]
    speakers: frozenset[str]
    with_object: frozenset[str]
    of_what: frozenset[str]
    bodies: frozenset[str]
    people: frozenset[str]
    labour: frozenset[str]
    arms: frozenset[str]


def _table(name: str) -> dict[str, object]:
    text = files("generator.extract").joinpath("data", name).read_text(encoding="utf-8")
    made: dict[str, object] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return made


@cache
def lexicon() -> Lexicon:
    """The word lists; the same object each time."""
    verbs: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    for kind, words in _table("kinds.yaml").items():
        assert isinstance(words, dict)
        for lemma in words.get("verbs", ()):
            verbs.setdefault(lemma, []).append(kind)
        for lemma in words.get("nouns", ()):
            nouns.setdefault(lemma, []).append(kind)
    lists = {
        key: frozenset(str(word) for word in words)
        for key, words in {**_table("verbs.yaml"), **_table("nouns.yaml")}.items()
        if isinstance(words, list)
    }
    return Lexicon(
        {k: tuple(v) for k, v in verbs.items()},
        {k: tuple(v) for k, v in nouns.items()},
        **lists,
    )
