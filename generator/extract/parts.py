"""Who does what to whom in a claim: the words of those who act, of what they act on, and the act itself.

So that `resolve` can compare reports under any verb, voice and order of words, the words around the verb are folded to
the parts they play. They are words and no entities: what is struck, signed or burnt down has often a name that is no
name of anybody ("the Tolmin road bridge").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.document import Mention, RawClaim
from generator.extract import acts, figures, happening
from generator.extract.clauses import noun_kinds, subject_of
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS
from generator.extract.relatives import relative_object
from generator.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 420  # characters of a quote that can stand as one
DEPTH = 3  # links of the parse over which words still belong to a name or thing
FAR = 12  # tokens between a participle and its subject, beyond which the parser only guesses
_GIVEN = frozenset({"blessing", "approval", "consent", "assent", "nod", "backing", "light"})
_BREACH, _FLOOD = "break:months", "flood:months"
# What gives way does so in a moment, also where its kind of news is a disaster: two days are two readings of it.
_SUDDEN = frozenset({_BREACH, "crash:months", "explode:months", "sink:months", "landfall"})
_DEATH = "die:years"
_CONVICT, _SENTENCE = "convict:months", "sentence:months"
_WALLS = frozenset("levee dyke dike embankment floodwall dam bank riverbank seawall".split())  # what holds water back
_WITHIN = frozenset({"compound", "amod", "nmod", "poss", "appos", "conj", "nummod", "quantmod", "dep"})
_OF = frozenset("of at in on for near off by between with against into from to".split())
_EMPTY = frozenset(
    "per cent percent the a an this that these those its his her their other another more many some first last new own "
    "former year month week day monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december morning night evening afternoon".split()
)


def tell(doc: Doc, claims: Sequence[RawClaim], mentions: Sequence[Mention]) -> tuple[RawClaim, ...]:
    """The claims with their acts, and with who does them to what; `doc` is the parse of the document's text."""
    at = {token.idx: token for token in doc} if claims else {}
    heads = frozenset(claim.head for claim in claims)
    return tuple(_told(claim, at[claim.head], mentions, heads) if claim.head in at else claim for claim in claims)


def _told(claim: RawClaim, word: Token, mentions: Sequence[Mention], heads: Collection[int]) -> RawClaim:
    verb = word.pos_ in ("VERB", "AUX")
    doers, things = ([*map(frozenset, map(_words, part))] for part in _parts(word))
    doing, undergoing = frozenset().union(*doers), frozenset().union(*things)
    aside = word.dep_ == "acl" and word.tag_ == "VBN"  # "the firm, founded in 2001 by Leo Mann, …"
    passive = any(c.dep_ == "nsubjpass" for c in word.children) or not verb or aside
    # "She", "the engineer": whom the words mean, the claim finder knows.
    meant = _meant(claim, mentions)
    if meant and not _names(undergoing if passive else doing):
        doing, undergoing = (doing, undergoing | meant) if passive else (doing | meant, undergoing)
    if verb and not passive and not _objects(word) and not _done_to(word):
        doing, undergoing = frozenset(), undergoing | doing  # who dies or resigns, and what falls, undergoes it
    means = tuple(kind for noun in acts.means(word) for kind in noun_kinds(noun))
    told = _acts(word, doing | undergoing)
    if _CONVICT in told and any(f.what == "years in prison" for f in claim.figures):
        told |= {_SENTENCE}  # "was found guilty and sentenced to seven years": both stages in one breath
    if (cause := _when(word)) is not None and any(map(figures.is_toll, claim.figures)):
        # "Nine were killed when the dam burst": the burst and its dead are one happening.
        told |= frozenset(a for a in acts.acts_of(cause) if ":" in a)
        undergoing |= frozenset(w for part in _parts(cause) for head in part for w in _words(head))
    sudden = ("accident",) if told & _SUDDEN and claim.kinds[:1] == ("disaster",) else ()
    if (second := _second(word, claim, heads)) is not None and not any(":" in a for a in told):
        told |= frozenset(a for a in acts.acts_of(second) if ":" in a and a != _DEATH)  # the dead are its toll
        undergoing |= frozenset(w for head in _objects(second) for w in _words(head)) or doing
    kinds = tuple(dict.fromkeys((*means, *sudden, *claim.kinds)))
    return replace(
        claim,
        kinds=kinds,
        acts=told,
        doers=doing,
        things=undergoing,
        sound=_sound(claim, word),
    )


def _when(verb: Token) -> Token | None:
    """The verb behind "when" in "… were killed when the dam burst"."""
    clauses = (c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i)
    return next((c for c in clauses if any(d.lower_ == "when" for d in c.children)), None)


def _second(verb: Token, claim: RawClaim, heads: Collection[int]) -> Token | None:
    """Of "fired its engine and swung into orbit": "swung", which no other claim tells."""
    joined = (c for c in verb.rights if c.dep_ == "conj" and c.tag_ == verb.tag_ and c.idx < claim.end)
    return next((c for c in joined if c.idx not in heads and not any(d.dep_ in SUBJECTS for d in c.children)), None)


def _acts(word: Token, acting: frozenset[str]) -> frozenset[str]:
    """The acts of a claim's verb or noun; where a levee gives way, the river floods what lies behind it."""
    told = acts.acts_of(word)
    if _last(word):
        told |= {f"last {a.partition(':')[0]}:only" for a in told if ":" in a}
    return told | {_FLOOD} if _BREACH in told and any(w.lower() in _WALLS for w in acting) else told


def _last(word: Token) -> bool:
    """Whether it is told as the last of its kind: "was last inspected", "passed its last inspection"."""
    carried = [c for c in word.children if c.dep_ in ("dobj", "nsubjpass") and acts.of_noun(c)]
    return any(
        c.lower_ == "last" and c.dep_ in ("advmod", "amod") and c.i < t.i for t in (word, *carried) for c in t.children
    )


def _done_to(verb: Token) -> bool:
    """Whether an idiom has whom it is done to: "gave their blessing to the merger"."""
    return any(c.dep_ == "dobj" and c.lemma_.lower() in _GIVEN for c in verb.children)


def _meant(claim: RawClaim, mentions: Sequence[Mention]) -> frozenset[str]:
    """The words of the name of the person who acts in a claim, as its finder understood it."""
    first = next(iter(claim.actors), None)
    if first is None or mentions[first].type != "person":
        return frozenset()
    return frozenset(fold(w).capitalize() for w in mentions[first].text.split() if len(w) > 1)


def _names(words: frozenset[str]) -> bool:
    return any(w[:1].isupper() for w in words)


# ---- who does what to whom ----


def _objects(verb: Token) -> list[Token]:
    # "Lost contact": the noun belongs to the verb; "completed the merger": the noun tells the act, and is its thing.
    idiom = {
        c.lemma_.lower()
        for c in verb.children
        if f"{verb.lemma_.lower()}_{c.lemma_.lower()}" in acts.table().verbs and not acts.of_noun(c)
    }
    idiom |= {noun.lemma_.lower() for phrase, noun in acts.idioms(verb) if phrase in acts.table().verbs}
    objects = [c for c in verb.children if c.dep_ in ("dobj", "dative", "nsubjpass") and c.lemma_.lower() not in idiom]
    if (thing := relative_object(verb)) is not None:
        objects.append(thing)
    return objects


def _parts(word: Token) -> tuple[list[Token], list[Token]]:
    """(heads of who acts, heads of what it is done to)."""
    if word.pos_ not in ("VERB", "AUX"):
        doers = [c for c in word.children if c.dep_ == "poss"]
        things = [c for c in word.children if c.dep_ in ("compound", "amod", "nmod")]
        for prep in (c for c in word.children if c.dep_ == "prep"):
            (doers if prep.lower_ == "by" else things).extend(p for p in prep.children if p.dep_ == "pobj")
        return doers, things
    doers = [p for c in word.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    things = []
    for child in word.children:
        if child.dep_ in ("dobj", "dative"):
            if child not in _objects(word):
                # "gave way", "took a stake in the mill": the noun belongs to the verb, and what hangs on it stays
                things += [p for c in child.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
                continue
            things.append(_antecedent(child, word))
        elif child.dep_ == "nsubjpass":
            if child in _objects(word):
                things.append(_antecedent(child, word))
            else:  # "contact with the craft was lost"
                things += [p for c in child.children if c.dep_ == "prep" for p in c.children if p.dep_ == "pobj"]
        elif child.dep_ == "nsubj":
            doers.append(_antecedent(child, word))
    passive = word.tag_ == "VBN" and word.dep_ == "acl"  # "the accord, signed in Rome"
    if not any(c.dep_ in SUBJECTS for c in word.children):
        subject = subject_of(word)
        if subject is not None:
            (things if passive else doers).append(subject)
    own = [c for c in word.children if c.dep_ in SUBJECTS]
    if word.dep_ == "relcl" and own and not any(c.tag_ in ("WDT", "WP") for c in own):
        things.append(word.head)  # "the minister whom parliament removed", "the firm of which it bought a third"
    if word.lemma_.lower() in lexicon().light:
        carried = [c for c in word.children if c.dep_ in ("dobj", "attr", "nsubjpass") and c.pos_ == "NOUN"]
        things += [t for noun in carried if acts.of_noun(noun) for t in _parts(noun)[1]]
    if acts.done_by_signing(word):
        things += [t for verb in acts.promised(word) for t in verb.children if t.dep_ == "dobj"]
    # To whom something is paid or handed, where somebody goes; of an intransitive verb also what it goes through.
    at = ("to",) if things else ("to", "of", "through", "into", "over", "on", "with")
    things += [p for c in word.children if c.dep_ in ("prep", "dative") and c.lower_ in at
               for p in c.children if p.dep_ == "pobj"]  # fmt: skip
    for child in word.children:
        if child.dep_ in ("xcomp", "ccomp") and f"{word.lemma_.lower()}_{child.lemma_.lower()}" in acts.table().verbs:
            inner = _parts(child)  # "ordered the firm to pay the town": one act
            things += [*inner[1], *inner[0]]
    return doers, things


def _antecedent(token: Token, verb: Token) -> Token:
    """Whom a relative or personal pronoun stands for, where the sentence's build tells it."""
    if token.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    if token.pos_ == "PRON" and token.lower_ in ("it", "they", "he", "she"):
        above = verb
        for _ in range(3):
            if above.dep_ == "relcl" and above is verb:  # "silent since 5 May, when it failed to report"
                above = next((t for t in above.ancestors if t.pos_ in ("VERB", "AUX")), above)
            elif above.dep_ in ("advcl", "ccomp", "conj", "xcomp") and above.head is not above:
                above = above.head
            else:
                break
            subject = subject_of(above) if above.pos_ in ("VERB", "AUX") else None
            if subject is not None and subject.pos_ in ("NOUN", "PROPN"):
                return subject
    return token


def _words(head: Token) -> Iterator[str]:
    """The words of a noun phrase that tell what it is; those of a name with a capital."""
    for token in _phrase(head, DEPTH):
        numbered = token.pos_ == "NUM" and token.i and token.nbor(-1).pos_ == "PROPN"
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") and not numbered:
            continue
        name = token.pos_ == "PROPN" or (token.text[:1].isupper() and not token.is_sent_start)
        word = fold(token.text if name or numbered else token.lemma_)
        if (token.ent_type_ in ("DATE", "TIME") and not name) or not any(map(str.isalnum, word)):
            continue
        if word and word not in _EMPTY and (len(word) > 2 or name or numbered):
            yield word.capitalize() if name else word


def _phrase(head: Token, depth: int) -> Iterator[Token]:
    yield head
    if not depth:
        return
    if head.dep_ == "appos" and depth == DEPTH:  # "the Corvina, the tanker that was stranded"
        yield head.head
        yield from (c for c in head.head.children if c.dep_ in ("compound", "nmod"))
    for child in head.children:
        if child.dep_ in _WITHIN:
            yield from _phrase(child, depth - 1)
        elif child.dep_ == "prep" and child.lower_ in _OF:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.ent_type_ not in ("DATE", "TIME"):
                    yield from _phrase(inner, depth - 1)


# ---- drafts ----


def _sound(claim: RawClaim, word: Token) -> bool:
    """Whether a draft is one only because its words make no title of their own ("it bought the mill in May").

    Such a claim opens no event; but where another report tells the happening whole, it is evidence for it.
    """
    verb = word if word.pos_ in ("VERB", "AUX") else None
    if happening.doubtful(word) or claim.end - claim.start > LONGEST:
        return False
    if verb is None:
        return True
    free = any(c.dep_ in ("prt", "oprd") for c in verb.children)  # "set free" is no plan
    if verb.lemma_.lower() in lexicon().planning and not claim.kinds and not free:
        return False
    subject = subject_of(verb)
    loose = verb.dep_ in ("advcl", "pcomp") and verb.tag_ in ("VBG", "VBN")
    return not (loose and subject is not None and abs(subject.i - verb.i) > FAR)
