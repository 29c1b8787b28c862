"""A title in the headline present, made from the words of the clause: "Gantz visits Morocco and signs a memorandum".

Every content word of a title stands in its clause; only the verb's form changes. A clause that gives no whole title
of at most 90 characters gives none: it becomes a draft.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from generator.extract.clauses import ASIDES, Clause, is_predicate
from generator.extract.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LIMIT = 90

_IRREGULAR = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_IRREGULAR_PLURAL = {"be": "are", "have": "have", "do": "do", "go": "go"}
_DANGLING = frozenset(
    "a an the of to in on at by for from with and or but as that which who whom whose than into onto over under "
    "between "
    "among its his her their our my your this these those is are was were be been being has have had not".split()
)
_KEPT_ADVERBS = frozenset(
    {
        "not",
        "never",
        "back",
        "away",
        "together",
        "out",
        "up",
        "down",
        "off",
        "again",
        "abroad",
        "home",
        "jointly",
        "first",
    }
)


# Objects that say nothing without what follows them: "take part in", "take place in", "pay tribute to".
_HALF = frozenset({"part", "place", "care", "note", "advantage", "control", "command", "charge", "tribute", "credit"})


def third_person(lemma: str, plural: bool) -> str:
    """The present of a verb for a subject of the third person."""
    if plural:
        return _IRREGULAR_PLURAL.get(lemma, lemma)
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if re.search(r"(?:s|x|z|ch|sh|o)$", lemma):
        return lemma + "es"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ies"
    return lemma + "s"


def _is_plural(subject: Token) -> bool:
    if any(child.dep_ == "conj" and not is_predicate(child) for child in subject.children):
        return any(child.dep_ == "cc" and child.lower_ in ("and", "&") for child in subject.children)
    if subject.tag_ in ("NNS", "NNPS"):
        return subject.tag_ == "NNS" or subject.ent_type_ not in ("ORG", "GPE", "PRODUCT", "EVENT")
    return subject.lower_ in ("they", "we", "both", "many", "several", "some", "few", "all", "police", "people")


def _phrase(
    head: Token, skip: Collection[int], depth: int = 0, *, asides: bool = False, lean: bool = False
) -> list[int]:
    """The words of a noun phrase or complement that a title keeps; `lean`: of what follows a noun only "of …"."""
    kept = [head.i]
    cut = len(head.doc)  # where something was left out, a series that goes on behind it would change its meaning
    for child in head.children:
        if child.dep_ == "conj" and child.i > cut:
            continue
        if child.i in skip or (child.dep_ in ASIDES and not asides):
            continue
        if child.dep_ == "punct":
            # Commas within a series stay; brackets and closing marks go.
            if child.text in ("-", "–", "/", "‘", "’", "“", "”", "'") or (
                child.text == "," and any(c.dep_ == "conj" for c in head.children)
            ):
                kept.append(child.i)
            continue
        if (
            child.dep_ == "advmod"
            and child.lower_ not in _KEPT_ADVERBS
            and (child.i > head.i or head.pos_ in ("ADP", "VERB"))
        ):
            continue
        if child.dep_ == "conj" and is_predicate(child) and head.pos_ not in ("VERB", "AUX"):
            continue
        if child.dep_ == "prep" and not any(c.dep_ in ("pobj", "pcomp") and c.i not in skip for c in child.children):
            continue
        if depth > 5 or (lean and child.dep_ == "prep" and child.lower_ != "of" and head.pos_ in ("NOUN", "PROPN")):
            cut = min(cut, child.i)
            continue
        kept += _phrase(child, skip, depth + 1, lean=lean)
    return kept


def _prose(doc: Doc, words: Iterable[int], forms: dict[int, str]) -> str:
    order = sorted(set(words))
    parts: list[str] = []
    for k, i in enumerate(order):
        token = doc[i]
        text = forms.get(i, token.text)
        if not text:
            continue
        apart = k == 0 or order[k - 1] != i - 1 or bool(doc[i - 1].whitespace_)
        glued = token.text in (",", ".", ";", ":", "’s", "'s", "’", "'", ")", "%", "”") or (
            k and doc[order[k - 1]].text in ("(", "“", "$", "£", "€")
        )
        if token.is_punct and token.text == "," and k and order[k - 1] != i - 1 and doc[order[k - 1]].text == ",":
            continue
        parts.append(
            text if not parts or (glued and not (apart and token.text in ("’", "'", "“"))) or not apart else " " + text
        )
    made = "".join(parts)
    made = re.sub(r"\s+([,;:.])", r"\1", made)
    made = re.sub(r"(?:,\s*)+(?=,|$)", "", made)
    return re.sub(r"\s+", " ", made).strip(" ,;:–—-\"“”‘'")


def _auxiliaries(verb: Token) -> dict[str, Token]:
    return {
        child.lemma_.lower() if child.dep_ != "neg" else "not": child
        for child in verb.children
        if child.dep_ in ("aux", "auxpass", "neg")
    }


def verb_group(verb: Token, plural: bool, planned: bool) -> str:
    """The verb of a title: simple present for what happened, "to" and the infinitive for what is to come."""
    helpers = _auxiliaries(verb)
    passive = any(child.dep_ == "auxpass" for child in verb.children) or (verb.tag_ == "VBN" and verb.dep_ in ("acl",))
    lemma = verb.lemma_.lower()
    if planned and (
        "will" in helpers or "shall" in helpers or "’ll" in helpers or any(c.tag_ == "TO" for c in verb.children)
    ):
        return f"to be {verb.text}" if passive else f"to {lemma}"
    if passive:
        return f"{'are' if plural else 'is'} {verb.text}"
    if verb.tag_ == "VBG" and "be" not in helpers and verb.dep_ not in ("acl", "advcl", "pcomp", "ROOT", "conj"):
        return verb.text
    return third_person(lemma, plural)


def _complements(verb: Token, skip: Collection[int], *, lean: bool = False) -> tuple[list[list[int]], list[list[int]]]:
    """(needed, welcome) groups of words after the verb, in the order of the text."""
    needed: list[list[int]] = []
    welcome: list[list[int]] = []
    has_object = any(
        c.dep_ in ("dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "dative") and c.lower_ not in _HALF
        for c in verb.children
    )
    first_prep = True
    for child in verb.children:
        if child.i in skip or (child.i < verb.i and child.dep_ not in ("prt",)):
            continue
        if child.dep_ in ("dobj", "attr", "acomp", "oprd", "dative", "prt", "xcomp"):
            needed.append(_phrase(child, skip, asides=child.dep_ == "xcomp", lean=lean))
        elif child.dep_ == "ccomp" and verb.lemma_.lower() not in lexicon().reporting:
            needed.append(_phrase(child, skip, asides=True, lean=lean))
        elif child.dep_ in ("prep", "agent"):
            if not any(c.dep_ in ("pobj", "pcomp") and c.i not in skip for c in child.children):
                continue  # "in" without its time
            words = _phrase(child, skip, lean=lean)
            (needed if (not has_object and first_prep) or child.dep_ == "agent" else welcome).append(words)
            first_prep = False
        elif child.dep_ == "advmod" and child.lower_ in _KEPT_ADVERBS:
            needed.append([child.i])
    return needed, welcome


def _series(verb: Token, skip: Collection[int]) -> list[Token]:
    """Further verbs of one subject: "visited … *and opened* …"."""
    found: list[Token] = []
    current = verb
    for _ in range(3):
        following = [
            c for c in current.children if c.dep_ == "conj" and c.pos_ == "VERB" and c.i > current.i and c.i not in skip
        ]
        if not following or any(c.dep_ in ("nsubj", "nsubjpass") for c in following[0].children):
            break
        found.append(following[0])
        current = following[0]
    return found


def title(doc: Doc, made: Clause, skip: Collection[int], planned: bool, subject_text: str | None = None) -> str | None:
    """The title of a clause, or `None`. `skip`: tokens of time expressions; `subject_text` stands for a pronoun."""
    predicate = doc[made.predicate]
    if predicate.pos_ not in ("VERB", "AUX"):
        return _finished(_noun_title(doc, predicate, skip))
    noun = doc[made.noun] if made.noun is not None else None
    if predicate.lemma_ == "be" and noun is not None and noun.dep_ == "attr" and _empty_subject(predicate):
        return _finished(_noun_title(doc, noun, skip))
    if made.subject is None:
        return None
    subject = doc[made.subject]
    plural = _is_plural(subject)
    left = subject_text or _prose(doc, _phrase(subject, skip), {})
    if not left:
        return None
    best: str | None = None
    verbs = [predicate, *_series(predicate, skip)]
    for count in range(len(verbs), 0, -1):
        for richness in (2, 1, 0, -1):
            made_text = _sentence(doc, left, verbs[:count], plural, planned, skip, richness)
            if made_text and len(made_text) <= LIMIT:
                best = made_text
                break
        if best:
            break
    return _finished(best)


def _sentence(
    doc: Doc, left: str, verbs: Sequence[Token], plural: bool, planned: bool, skip: Collection[int], richness: int
) -> str:
    clauses = []
    for verb in verbs:
        others = set(skip) | {t.i for v in verbs if v.i != verb.i for t in (v,)}
        needed, welcome = _complements(verb, others, lean=richness < 0)
        words = [i for group in needed for i in group]
        for group in welcome if richness == 2 else welcome[:1] if richness == 1 else []:
            words += group
        clauses.append(f"{verb_group(verb, plural, planned)} {_prose(doc, words, {})}".strip())
    joined = clauses[0] if len(clauses) == 1 else ", ".join(clauses[:-1]) + " and " + clauses[-1]
    return f"{left} {joined}"


def _empty_subject(verb: Token) -> bool:
    """Of "there was a meeting" or "it was a meeting": only the noun tells something."""
    return any(c.dep_ == "expl" or (c.dep_ == "nsubj" and c.lower_ in ("it", "this", "that")) for c in verb.children)


def _noun_title(doc: Doc, noun: Token, skip: Collection[int]) -> str | None:
    """The noun with what belongs to it, as much as fits: "Signing of an accord by both ministers"."""
    tails = [c for c in noun.rights if c.dep_ == "prep" and c.lower_ not in ("as", "following", "after", "despite")]
    for count in range(len(tails), -1, -1):
        left_out = {t.i for c in noun.rights if c.dep_ == "prep" and c not in tails[:count] for t in c.subtree}
        words = [i for i in _phrase(noun, {*skip, *left_out}) if doc[i].dep_ != "det" or doc[i].head.i != noun.i]
        text = _prose(doc, words, {})
        if len(text) <= LIMIT:
            return text if len(text.split()) >= 3 else None
    return None


def _finished(text: str | None) -> str | None:
    """Capital at the beginning, no dangling word at the end; `None` where too little is left."""
    if not text:
        return None
    words = text.split()
    while words and words[-1].lower().strip(",;:") in _DANGLING:
        words.pop()
    text = " ".join(words).strip(" ,;:")
    if len(words) < 3 or text.count("“") != text.count("”") or text.count("(") != text.count(")"):
        return None
    return text[0].upper() + text[1:]
