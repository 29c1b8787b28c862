"""What is said, decided or found, as a title has it behind its verb: "says *that it will close two mills*"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator import gazetteer
from generator.extract.complements import complements
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS, with_to
from generator.extract.title_subject import is_plural
from generator.extract.title_words import Frame, phrase, prose
from generator.extract.verb_groups import passive

if TYPE_CHECKING:
    from spacy.tokens import Token


def clause(verb: Token, frame: Frame, richness: float) -> str:
    """What is said, as it stands behind a verb of saying in the present: "that it will close two mills"."""
    own = (c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ == "expl")
    subject = next(own, None) or next(c for c in verb.head.children if c.dep_ in SUBJECTS)
    if any(c.dep_ == "dobj" and c.i in frame.skip for c in verb.children):
        return ""  # "would not survive a wet January": that it would not survive is another thing
    if verb.head.lemma_.lower() == "find" and _on_condition(verb):
        return ""
    needed, welcome = complements(verb, frame, lean=richness < 1)
    if richness < 0 and passive(verb):
        needed = [kept for kept in needed if frame.doc[min(kept)].dep_ not in ("prep", "agent")]
    if not needed and (thing := _shared(verb)) is not None:
        needed = [phrase(thing, frame, lean=richness < 1)]
    words = [verb.i, *phrase(subject, frame, lean=richness < 1), *(i for kept in needed for i in kept)]
    words += [i for kept in (welcome if richness >= 2 else welcome[: max(int(richness), 0)]) for i in kept]
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")]
    plural, said = is_plural(subject, frame), dict(frame.said)
    for helper in helpers:
        if helper.lower_ == "had":
            said[helper.i] = "have" if plural else "has"
        elif helper.lower_ == "would":
            said[helper.i] = "will"
        elif helper.lower_ == "was" and verb.tag_ == "VBG":
            said[helper.i] = "are" if plural else "is"  # "said that she was moving"
    if verb.lemma_ == "have" and verb.lower_ == "had":
        said[verb.i] = "have" if plural else "has"
    frame = replace(frame, said=said)
    text = prose(frame, [*words, *(c.i for c in helpers)])
    if not text:
        return ""
    first = frame.doc[min(words)]
    named = first.i in frame.names or first.pos_ == "PROPN" or first.lower_ == "i" or first.i in frame.said
    named = named or (first.text[:1].isupper() and gazetteer.demonym(first.text) is not None)
    if with_to(verb) and not any(c.dep_ == "mark" for c in verb.children):
        return text if named else text[0].lower() + text[1:]  # "orders *the ballots to be counted again*"
    mark = "whether" if any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in verb.children) else "that"
    return f"{mark} {text if named else text[0].lower() + text[1:]}"


def _shared(verb: Token) -> Token | None:
    """Of "have boarded and detained a tanker": the tanker, which both verbs have as their object."""
    if verb.lemma_.lower() not in lexicon().needs_object or passive(verb):
        return None
    other = next((c for c in verb.rights if c.dep_ == "conj" and c.pos_ == "VERB"), None)
    if other is None or other.i != verb.i + 2 or any(c.dep_ in (*SUBJECTS, "aux", "neg") for c in other.children):
        return None
    return next((c for c in other.rights if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")), None)


def _on_condition(verb: Token) -> bool:
    """Of "would suffer no harm that money cannot repair", "would fail if it was not mended": half of it is another."""
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for t in verb.rights for c in t.children):
        return True
    things = (c for c in verb.children if c.dep_ in ("dobj", "attr", "pobj", *SUBJECTS))
    none = (t for t in things if any(c.lower_ in ("no", "any", "every", "only", "each") for c in t.lefts))
    return any(c.dep_ in ("relcl", "acl") for t in none for c in t.rights)
