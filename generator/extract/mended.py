"""A parse mended where the small model's habits break English itself: names behind nouns, participles taken for verbs.

The rules of `misparsed` look at one word and ask what it should have been. These change the parse, before claims are
found, where the same habit would otherwise have to be met in every rule. None adds or takes words, or moves a word into
another sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.extract import mended_nouns, mended_objects, mended_openings, mended_speakers, mended_verbs
from generator.extract.beside import word_before
from generator.extract.clauses import noun_kinds
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def parse(doc: Doc) -> None:
    """Mend `doc` in place. Mending twice changes nothing more."""
    mended_speakers.parse(doc)
    for token in doc:
        if token.dep_ in ("nsubj", "nsubjpass"):
            _in_a_town(token)
            _heading(token)
            _dateline(token)
            _name_behind_noun(token)
        if token.dep_ == "conj" and (token.tag_ == "VBD" or any(c.tag_ == "VBD" for c in token.children)):
            _participle_before(token)
        if token.dep_ == "conj" and token.head.dep_ == "advcl":
            _behind_aside(token)
        if token.lemma_ == "be" and token.tag_ in _FINITE:
            _parted_passive(token)
        if token.dep_ == "acl" and token.tag_ == "VBN":
            _signed(token)
            _only_verb(token)
        if token.tag_ == "JJ" and token.lower_ in _ALSO_ADJECTIVES:
            _past_of_itself(token)
        if token.pos_ == "VERB":
            _behind_object(token)
    mended_nouns.parse(doc)
    mended_openings.parse(doc)
    mended_verbs.parse(doc)
    mended_objects.parse(doc)


_ENDS = frozenset({"over", "off", "down", "up", "out", "open", "apart"})


def _behind_object(verb: Token) -> None:
    """Of "declared the outbreak over", "took the mill over on Friday", "ruled the merger void": the last belongs to the
    verb, and without it the words say something else. The parser takes it for an adverb, or for a clause of its own.
    """
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if thing is None or thing.right_edge.i + 1 >= len(verb.doc):
        return
    said = verb.doc[thing.right_edge.i + 1]
    if said.head.i != verb.i or said.dep_ not in ("advmod", "prt", "advcl", "prep"):
        return
    if said.lower_ not in _ENDS and not (said.tag_ == "JJ" and verb.lemma_.lower() in lexicon().declaring):
        return
    behind = list(said.children)
    if any(c.dep_ != "prep" or c.i < said.i for c in behind):
        return  # "over the weekend", "ready to open"
    for child in behind:
        child.head = verb
    said.dep_ = "oprd"


def _in_a_town(subject: Token) -> None:
    """Of "In Graz twelve bodies were found": in Graz, for no name stands before the number of what it describes."""
    town = subject.left_edge
    while town.i + 1 < subject.i and town.nbor(1).pos_ == "PROPN":
        town = town.nbor(1)
    if town.dep_ not in ("nmod", "compound") or town.head.i != subject.i or town.pos_ != "PROPN":
        return
    begins = subject.left_edge.i
    if begins - 1 != subject.sent.start or subject.doc[begins - 1].tag_ != "IN":
        return
    if town.nbor(1).pos_ not in ("NUM", "DET") or any(True for _ in subject.doc[begins - 1].children):
        return
    town.head, town.dep_ = subject.doc[begins - 1], "pobj"


def _heading(subject: Token) -> None:
    """Of "Battle of the bridge: 17 soldiers die": the battle heads the line, and is no subject beside the soldiers."""
    others = [c for c in subject.head.children if c.dep_ in SUBJECTS and c.i > subject.i and c.i < subject.head.i]
    if others and any(t.text == ":" for t in subject.doc[subject.i : others[0].left_edge.i]):
        subject.dep_ = "dep"


def _dateline(subject: Token) -> None:
    """Of "GRAZ, Austria — Norvale and Radek sign a treaty": where it was written acts in nothing."""
    if subject.left_edge.i != subject.sent.start or subject.head.i < subject.i or subject.pos_ != "PROPN":
        return
    dash = next((t for t in subject.subtree if t.text in ("—", "–", "-") and t.i > subject.i and t.whitespace_), None)
    if dash is None or any(t.pos_ not in ("PROPN", "PUNCT") for t in subject.doc[subject.left_edge.i : dash.i]):
        return
    behind = subject.doc[dash.i + 1 : subject.head.i]
    acting = next((t for t in behind if t.head.i < dash.i and t.pos_ in ("NOUN", "PROPN")), None)
    if acting is not None and acting.left_edge.i == dash.i + 1 and acting.right_edge.i < subject.head.i:
        acting.head, acting.dep_ = subject.head, subject.dep_
        subject.dep_ = "dep"


def _name_behind_noun(name: Token) -> None:
    """Of "the head of the lender Norvale landed": Norvale is the lender's name, and no second subject of "landed"."""
    first = name.left_edge.i
    if name.pos_ != "PROPN" or not first or first <= name.sent.start:
        return
    noun = name.doc[first - 1]
    if noun.tag_ not in ("NN", "NNS") or noun.i < name.sent.start or name.head.i < name.i:
        return
    before = (c for c in name.head.children if c.dep_ in SUBJECTS and c.i < name.i)
    whole = next((c for c in before if c.i == noun.i or any(a.i == c.i for a in noun.ancestors)), None)
    if whole is None or whole.i == noun.i:  # `misparsed.its_name` reads "its climber Leo Mann"
        return
    name.head, name.dep_ = noun, "appos"


def _participle_before(verb: Token) -> None:
    """Of "Creditors holding bonds voted", "The battle, fought in May, halted him": the second verb is the sentence's.

    A subject has two verbs beside each other only where a word or a comma joins them; here the first is a participle
    of the subject, as "-ing" without "be" is, or a form in "-ed" behind the single comma that parts no subject.
    """
    first = verb.head
    if first.dep_ not in ("ROOT", "ccomp") or first.i > verb.i or any(c.dep_ == "cc" for c in first.children):
        return
    subject = next((c for c in first.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < first.i), None)
    if subject is None or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    if any(c.dep_ in ("aux", "auxpass") for c in first.children) or subject.right_edge.i >= first.i:
        return
    parted = first.nbor(-1).text == ","
    begins = min([verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))], key=lambda t: t.i).nbor(-1)
    if first.tag_ == "VBG":
        fits = not parted and begins.text != "," and first.i > subject.i
    else:
        fits = first.tag_ in ("VBD", "VBN") and parted and begins.text == ","
        fits = fits and not any(t.text == "," for t in verb.doc[subject.left_edge.i : first.i - 1])
    if not fits or any(c.dep_ == "conj" and c.i != verb.i for c in first.children):
        return
    behind = [c for c in first.children if c.i > verb.i]
    if first.dep_ == "ROOT":
        verb.head, verb.dep_ = verb, "ROOT"
    else:  # "that 88 pages of the thesis, defended in Graz, matched his work"
        verb.head, verb.dep_ = first.head, first.dep_
        for mark in (c for c in first.children if c.dep_ == "mark"):
            mark.head = verb
    subject.head = verb
    counted = subject.pos_ == "NUM" and first.nbor(-2).pos_ == "NOUN"
    first.head, first.dep_ = first.nbor(-2) if counted else subject, "acl"
    if first.tag_ == "VBD":
        first.tag_ = "VBN"
    for child in behind:
        child.head = verb


def _behind_aside(verb: Token) -> None:
    """Of "The board opened a review, after rivals complained, and heard both firms": the board heard them.

    A clause between two commas is an aside; what an "and" joins behind it goes on with the main verb.
    """
    aside = verb.head
    main = aside.head
    mark = next((c for c in aside.children if c.dep_ == "mark" or (c.dep_ == "advmod" and c.tag_ == "WRB")), None)
    joiner = next((c for c in aside.children if c.dep_ == "cc" and aside.i < c.i < verb.i), None)
    if mark is None or joiner is None or mark.i < main.i or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    if mark.nbor(-1).text != "," or joiner.nbor(-1).text != "," or main.pos_ != "VERB":
        return
    if verb.tag_ != "VBD" or not any(c.tag_ == "VBD" for c in (main, *main.children)):
        return
    if any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return
    verb.head = joiner.head = main


def _parted_passive(be: Token) -> None:
    """Of "The box was, by a record that Ann Sorel signed, received in Graz": the box was received.

    "Was" before a comma waits for what stands behind the aside; the parser gives the participle to the last name in it.
    """
    if be.i + 1 >= len(be.doc) or be.nbor(1).text != "," or be.dep_ in ("aux", "auxpass"):
        return
    subject = next((c for c in be.children if c.dep_ == "nsubj" and c.i < be.i), None)
    behind = be.doc[be.i + 2 : be.sent.end]
    said = next((t for t in behind if t.tag_ in ("VBN", "VBD") and t.nbor(-1).text == "," and t.dep_ != "ROOT"), None)
    if subject is None or said is None or not _within(said, be):
        return
    name = next((t for t in be.doc[be.i + 2 : said.i] if t.i == said.head.i), None)
    acting = name or next((c for c in said.children if c.dep_ == "nsubj" and be.i < c.i < said.i), None)
    if acting is None or acting.pos_ != "PROPN" or acting.i != said.i - 2:
        return
    others = (c for c in be.children if c.i > be.i and c.i not in (acting.i, said.i))
    if any(c.dep_ in ("attr", "acomp", "xcomp", "ccomp", "neg") for c in others):
        return
    before = acting.left_edge.nbor(-2) if acting.left_edge.i > be.i + 2 else acting
    if acting.head.i in (be.i, said.i):
        acting.head, acting.dep_ = before, "appos"
    if be.dep_ == "ROOT":
        said.head, said.dep_ = said, "ROOT"
    else:
        said.head, said.dep_ = be.head, be.dep_
    said.tag_ = "VBN"
    for child in list(be.children):
        child.head = said
    subject.dep_ = "nsubjpass"
    be.head, be.dep_ = said, "auxpass"


def _within(token: Token, above: Token) -> bool:
    return any(t.i == above.i for t in token.ancestors)


_SIGNED = frozenset({"sign", "initial", "ratify", "countersign"})


def _signed(participle: Token) -> None:
    """Of "the promise of jobs known as the Elm Pact, signed in May": the promise, for nobody signs jobs."""
    noun = participle.head
    if participle.lemma_.lower() not in _SIGNED or word_before(participle) != "," or noun.dep_ != "pobj":
        return
    above = noun.head.head
    if noun.tag_ != "NNS" or noun.head.lower_ != "of" or above.tag_ != "NN" or noun_kinds(noun):
        return
    if any(c.dep_ in ("det", "poss", "nummod") for c in noun.children):
        return
    participle.head = above


_OPENING = frozenset({"on", "in", "at", "during", "by"})


def _only_verb(participle: Token) -> None:
    """Of "On 9 June the shutter of the camera jammed during a test": it jammed, for the sentence has no other verb.

    Only where it opens with its time, as sentences do and captions do not, and where one noun stands for all of it.
    """
    sentence = participle.sent
    noun = sentence.root
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i > participle.i or not _within(participle, noun):
        return
    if sentence[0].lower_ not in _OPENING or sentence[-1].text not in (".", "!") or sentence[0].head.i != noun.i:
        return
    if any(t.tag_ in _FINITE for t in sentence if t.i < participle.i) or any(
        t.tag_ in _FINITE and t.head.i in (noun.i, participle.i) for t in sentence
    ):
        return
    if any(c.dep_ == "agent" for c in participle.children):
        return
    before = [c for c in noun.children if c.i < noun.left_edge.i + 1 or c.i == sentence[0].i]
    behind = [c for c in noun.children if c.i > participle.i]
    participle.head, participle.dep_, participle.tag_ = participle, "ROOT", "VBD"
    for child in (*before, *behind):
        child.head = participle
    noun.head, noun.dep_ = participle, "nsubj"


_ALSO_ADJECTIVES = frozenset({"burst", "shut", "split", "hurt", "cast"})


def _past_of_itself(word: Token) -> None:
    """Of "that the dam burst": with a subject and no "was" it is the verb."""
    acting = any(c.dep_ in SUBJECTS for c in word.children)
    if (
        acting
        and word.dep_ in ("ROOT", "ccomp", "advcl", "relcl", "conj")
        and not any(c.dep_ in ("aux", "auxpass", "cop") for c in word.children)
    ):
        word.pos_, word.tag_, word.lemma_ = "VERB", "VBD", word.lower_
