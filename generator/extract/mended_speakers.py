"""A parse mended behind what somebody says: "…, the mayor of Graz, Ann Lind, told this newspaper."

News closes what was said with who said it. Where the speaker has an office and a name, with a comma on each side, the
parser takes the office for a series or an aside of the last noun before it, or the verb of saying for what the sentence
tells. English has one reading: behind such a verb nothing is told any more, so that all of it stands before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Of the verbs of reporting those that stand behind what is said, with nothing but their hearer.
_SAID = frozenset(
    "say tell add note recall explain claim warn mention comment predict estimate suggest argue insist stress remark "
    "reply respond acknowledge admit deny confirm complain concede report write state observe assert".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})  # the last as the parser guesses of a past form
_PHRASE = frozenset("DT PRP$ NN NNS NNP NNPS JJ JJR JJS CD HYPH POS IN CC".split())
_LINKS = frozenset("of for at in on and &".split())
# What may stand behind the verb: whom it was told, and where.
_HEARER = _PHRASE | frozenset({"PRP", "RB", "TO", "VBG"})
_FAR = 12  # tokens of a hearer, and of each part of a speaker


def parse(doc: Doc) -> None:
    """Mend `doc` in place. Mending twice changes nothing more."""
    for verb in doc:
        if verb.tag_ in _FINITE and verb.lemma_.lower() in _SAID and verb.i > verb.sent.start + 3:
            _closing(verb)


def _closing(verb: Token) -> None:
    """Hang what stands before "…, the vet of Graz, Ann Lind, recalled." on the verb, and the vet as its subject."""
    parts = _speaker(verb) if _ends(verb) else None
    if parts is None:
        return
    first, second = parts
    said = _said(verb, first[0])
    if said is None:
        return
    speaker, name = _head(first), _head(second) if second is not None else None
    for child in list(verb.children):
        if child.dep_ in SUBJECTS and child.i not in (speaker.i, said.i):
            child.dep_ = "dep"
    if said.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
        said.head, said.dep_ = verb, "ccomp"
    if verb.tag_ == "VBN":
        verb.tag_ = "VBD"
    speaker.head, speaker.dep_ = verb, "nsubj"
    if name is not None:
        name.head, name.dep_ = speaker, "appos"


def _ends(verb: Token) -> bool:
    """Whether a sentence ends behind a verb and at most its hearer."""
    behind = [t for t in verb.doc[verb.i + 1 : verb.sent.end] if not t.is_space]
    if not behind or behind[-1].text not in (".", "!", "”", '"') or len(behind) > _FAR:
        return False
    heard = [t for t in behind if not (t.is_punct and t.tag_ != "HYPH")]
    return all(t.tag_ in _HEARER for t in heard) and not any(t.text in (",", ";", ":") for t in behind)


def _speaker(verb: Token) -> tuple[tuple[Token, ...], tuple[Token, ...] | None] | None:
    """The noun phrases before a verb, between commas: an office and a name, in either order."""
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].dep_ == "aux" and verb.doc[at].lower_ in ("had", "has", "have"):
        at -= 1
    if verb.doc[at].text != ",":
        return None  # "…, the mayor said": the parser reads it
    second = _between(verb, at)
    first = _between(verb, at - 1 - len(second)) if second else ()
    if not first or not second or not any(t.tag_ in ("NNP", "NNPS") for t in second):
        return None
    return first, second


def _between(verb: Token, stop: int) -> tuple[Token, ...]:
    """The noun phrase that ends at a comma and begins behind another; none where the words are no noun phrase."""
    at = stop - 1
    while at > verb.sent.start and stop - at <= _FAR and verb.doc[at].tag_ in _PHRASE:
        at -= 1
    found = tuple(verb.doc[at + 1 : stop])
    whole = verb.doc[at].text == "," and found and found[0].tag_ not in ("IN", "CC", "POS")
    links = all(t.lower_ in _LINKS for t in found if t.tag_ in ("IN", "CC"))
    return found if whole and links else ()


def _head(phrase: tuple[Token, ...]) -> Token:
    """The noun of a phrase: the last one before its "of …"."""
    link = next((k for k, t in enumerate(phrase) if t.tag_ in ("IN", "CC") and k), len(phrase))
    nouns = [t for t in phrase[:link] if t.tag_.startswith("NN")]
    return nouns[-1] if nouns else phrase[-1]


def _said(verb: Token, begins: Token) -> Token | None:
    """The main verb of what stands before the speaker."""
    found = verb.sent.root
    if found.i == verb.i:
        told = (c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and c.i < begins.i)
        found = next(told, verb)
    if found.i >= begins.i or found.pos_ not in ("VERB", "AUX") or not any(c.dep_ in SUBJECTS for c in found.children):
        return None
    return found
