"""Whether a title can be read alone: who and what it speaks of must be placed by the title itself.

In a list of events nobody knows which company or sample is meant, unless a name says so. A noun is placed where a name
stands in it ("the strike at the Wichita plant"), where it is somebody new who needs no more ("Four men are arrested in
Graz"), and where a kicker names its story. The rules look at the words of the clause that the title kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from generator import gazetteer
from generator.extract.beside import word_before
from generator.extract.clauses import noun_kinds
from generator.extract.lexicon import lexicon
from generator.extract.referents import BODIES, Referents
from generator.extract.relatives import relative_object, whose
from generator.extract.title_subject import names_behind

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "each", "every", "such"})
_NAMES = frozenset({"GPE", "ORG", "PERSON", "LOC", "FAC", "EVENT", "NORP", "PRODUCT", "WORK_OF_ART"})
_OFFICES = frozenset({"government", "state", "senate", "congress", "cabinet", "opposition"})
_CLAUSES = frozenset({"relcl", "advcl", "acl", "ccomp", "parataxis"})
_PAPERS = frozenset("agreement deal accord treaty pact contract memorandum".split())  # a town has many of them
# A pair or a body that the text named before, and the title does not.
_ONES = frozenset({"one", "ones", "latter", "former", "two", "three", "four", "other", "others", "rest", "pair", "duo"})
_WHICH = frozenset(
    "company firm group outfit giant start-up startup unit stock agency club airline bank team carrier lender side "
    "party pair couple duo man woman boy girl player rider singer striker defendant suspect accused victim".split()
)


def named(noun: Token, who: Referents, kept: Collection[str]) -> bool:
    """Whether a name stands in a noun phrase, among its words that the title kept."""
    adjectives = _one_of_them(noun, who)  # "the Dutch bank", "the Oslo-based firm": one of a country's or a town's
    return any(is_name(t, who) and t.lower_ in kept and t.i not in adjectives for t in _phrase(noun))


def _one_of_them(noun: Token, who: Referents) -> frozenset[int]:
    """Of "the Norwegian group", "the Rotterdam-based firm": the words that say only where it is from.

    A country has one army and one government, and "the German magazine Stern" is named.
    """
    if who.at(noun) is not None or not any(c.lower_ == "the" for c in noun.children):
        return frozenset()
    if noun.lemma_.lower() not in _WHICH | lexicon().people | lexicon().bodies:
        return frozenset()
    if any(c.dep_ == "appos" and c.i == noun.i + 1 for c in noun.children):
        return frozenset()
    return frozenset(
        t.i
        for c in noun.children
        if c.i < noun.i and c.dep_ in ("amod", "compound", "nmod", "npadvmod")
        for t in c.subtree
        if gazetteer.demonym(t.text) is not None or any(b.lower_ == "based" for b in (*t.subtree, t.head))
    )


def _phrase(noun: Token) -> list[Token]:
    found, stack = [], [noun]
    while stack:
        token = stack.pop()
        found.append(token)
        stack += [c for c in token.children if c.dep_ not in _CLAUSES or (c.dep_ == "acl" and c.tag_ in ("VBN", "VBG"))]
    return found


def is_name(token: Token, who: Referents) -> bool:
    """Whether a token is of a name, or written like one; "the Government" and "the President" are written so too."""
    if token.lower_ in BODIES | lexicon().bodies | _OFFICES and not _of_more(who, token):
        return False
    if token.tag_ in ("NNP", "NNPS") or who.at(token) is not None:
        return True
    return token.text[:1].isupper() and (token.ent_type_ in _NAMES or not token.is_sent_start) and token.is_alpha


def somebody(noun: Token, who: Referents) -> bool:
    """Of "the Padua physician", "the Ethiopian": one person, of whom the text says elsewhere who it is."""
    if noun.tag_ not in ("NN", "NNP", "JJ") or who.at(noun) is not None:
        return False
    if not any(c.lower_ == "the" for c in noun.children) or any(c.dep_ == "prep" for c in noun.children):
        return False
    if names_behind(noun):
        return False  # "the teacher Ann Sorel and 26 families"
    return noun.lower_ in who.bearers or noun.lower_ in lexicon().people or noun.ent_type_ == "NORP"


def names_somebody(sentence: Span, who: Referents, kept: Collection[str]) -> bool:
    """Whether a title that keeps these words of a sentence holds a name."""
    return any(t.lower_ in kept and is_name(t, who) for t in sentence)


def _of_more(who: Referents, token: Token) -> bool:
    number = who.at(token)
    return number is not None and len(who.mentions[number].text.split()) > 1


def pointing(noun: Token) -> bool:
    """Whether a noun is told as known: "the sample", "both plants", "their union", "production"."""
    if any(c.dep_ in ("det", "predet") and c.lower_ in _POINTING for c in noun.children):
        return True
    if any(c.dep_ == "poss" or c.tag_ == "PRP$" for c in noun.children):
        return True
    return noun.lower_ in _ONES or noun.pos_ == "PRON"


def wants_more(noun: Token, kept: Collection[str], told: int = -1) -> bool:
    """Whether a noun says nothing without what it is of, where it stands bare: "a hearing", "a study", "212 names".

    `told`: the verb of the title, which may be a participle of the noun.
    """
    if noun.lemma_.lower() not in lexicon().of_what and not noun_kinds(noun):
        return False
    modified = (c for c in noun.children if c.dep_ in ("prep", "compound", "poss", "acl", "nmod") and c.i != told)
    # "A first instalment of 70,000 euros": how much it is says not of what.
    told_of = (c for c in modified if not (c.dep_ == "prep" and any(t.dep_ == "nummod" for t in c.subtree)))
    return not any(any(t.lower_ in kept and t.pos_ in ("NOUN", "PROPN") for t in c.subtree) for c in told_of)


def subject_placed(
    noun: Token, who: Referents, kept: Collection[str], said: Collection[int] = (), told: int = -1
) -> bool:
    """Whether the subject of a title is placed by its own words; `said`: tokens that a name stands for."""
    if somebody(noun, who) and not any(t.i in said for t in _phrase(noun)):
        return False
    if named(noun, who, kept) or any(t.i in said for t in _phrase(noun)) or whose(noun) is not None:
        return True
    if pointing(noun) or any(c.lower_ in ("another", "other", "second", "third", "same") for c in noun.children):
        return False
    return not wants_more(noun, kept, told)


def by_the_rest(noun: Token, sentence: Span, who: Referents, kept: Collection[str]) -> bool:
    """Of "the trial opens in Portland", "the estate sues Norvale": a happening or thing placed by the names behind it.

    Not "the club", "the two sides", "the second": firms and people are asked for by name; a country has one army.
    """
    lemma = noun.lemma_.lower()
    words = lexicon()
    if lemma in words.people and any(c.lower_ in ("first", "last", "latest", "next") for c in noun.lefts):
        return any(t.lower_ in kept and t.i > noun.i and is_name(t, who) for t in sentence)  # "the last patient"
    if noun.lower_ in _ONES or lemma in words.bodies | words.people | _WHICH or noun.pos_ != "NOUN":
        return False
    if lemma in words.of_what and not noun_kinds(noun):
        return False
    if lemma in _PAPERS:
        for token in (t for t in sentence if t.lower_ in kept and t.i > noun.i):
            number = who.at(token)
            if number is not None and who.mentions[number].type != "place":
                return True
            if is_name(token, who) and any(a.dep_ == "agent" for a in token.ancestors):
                return True
        return False
    if any(c.lower_ in ("both", "two", "three", "other", "another", "same", "these", "those") for c in noun.lefts):
        return False
    told = {t.i for c in noun.children if c.dep_ == "relcl" for t in c.subtree}  # by the title, where it keeps them
    own = {t.i for t in noun.subtree} - told
    return any(t.lower_ in kept and t.i not in own and is_name(t, who) for t in sentence)


def unknown_bodies(head: Token, who: Referents, kept: Collection[str], subject: Token | None) -> bool:
    """Whether a title speaks behind its subject of "the company", "both plants", and does not say of which."""
    for token in head.subtree:
        if token.pos_ != "NOUN" or token.lower_ not in kept or (subject is not None and token.i == subject.i):
            continue
        if token.dep_ == "poss" and token.lemma_.lower() in lexicon().people:
            continue  # "the singer's former husband": by whom she is, he is placed
        marks = [c for c in token.children if c.dep_ in ("det", "predet", "poss", "nummod")]
        if not any(c.lower_ in ("the", "both", "these", "those", "this", "that") for c in marks):
            continue
        if not any(c.lower_ in kept for c in marks) or named(token, who, kept):
            continue
        parted = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NUM"
        told = token.dep_ in ("dobj", "attr") or subject is None or not named(subject, who, kept)
        counted = (
            told
            and not parted
            and any(c.lower_ in ("both", "two", "three", "four", "these", "those", "this") for c in marks)
        )
        modified = any(
            c.dep_ in ("amod", "compound", "prep", "acl", "relcl") and c.lower_ in kept for c in token.children
        )
        if counted or (token.tag_ == "NN" and token.lower_ in _WHICH and not modified):
            return True
    return False


# Of these there is one, or everybody knows which: "closes the border", "wins the election", "leaves the country".
_ONE_OF_A_KIND = frozenset(
    "border frontier army navy police state government parliament cabinet public sea sky world country capital city "
    "economy market internet press media street ground air water way lead right start finish name stage floor field "
    "throne crown presidency nation people population coast river shore land island north south east west church "
    "past future truth dead injured wounded homeless poor rich king queen pope president premier minister "
    "constitution law flag anthem season record final semi-final quarter-final championship case dollar euro pound "
    "oath search helm reins league armistice victory defeat door gate majority minority centre center middle top "
    "bottom side rest half price cost number rate toll victim ministry party post job office service works opener "
    "match game race table room bench pitch stand podium disease bacterium ceasefire truce".split()
)


def unknown_thing(head: Token, who: Referents, kept: Collection[str], said: Collection[int]) -> bool:
    """Whether what is done to something is told of "the licence", "the tender", and another sentence tells of which.

    Also of "the memorandum that was read aloud", where the title leaves out the clause that "the" points to. A
    happening ("the strike") is what the whole text tells of.
    """
    for noun in (c for c in head.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and c.i > head.i):
        asked = any(c.dep_ == "xcomp" and c.lower_ in kept for c in head.children)
        if head.lemma_.lower() in ("warn", "alert", "inform") or asked:
            continue  # "warns the district": who is told is less than of what
        if noun.lower_ not in kept or noun.i in said or who.at(noun) is not None or _where(noun, who, kept):
            continue
        if not any(c.lower_ == "the" and c.i not in said for c in noun.children):
            continue
        if (
            noun.lower_.endswith("virus")
            or noun.lemma_.lower() in _ONE_OF_A_KIND | lexicon().audiences
            or (noun_kinds(noun) and not _pointed(noun, kept))
        ):
            continue
        told = [c for c in noun.children if c.dep_ not in ("det", "punct", "relcl", "cc", "prt")]
        if not any(any(t.lower_ in kept for t in c.subtree) for c in told if c.i != noun.i):
            return True
    return False


def bare_definite(noun: Token, who: Referents, kept: Collection[str], said: Collection[int]) -> bool:
    """Of "the injunction is rejected", "the evacuation road is opened": a subject that only the article explains."""
    if noun.pos_ != "NOUN" or noun.i in said or who.at(noun) is not None or named(noun, who, kept):
        return False
    if not any(c.lower_ == "the" for c in noun.children) or noun.lemma_.lower() in _ONE_OF_A_KIND:
        return False
    if noun_kinds(noun) and noun.lemma_.lower() not in lexicon().of_what:
        return False
    if noun.lower_ in BODIES | lexicon().bodies | lexicon().people:
        return False  # of these one is asked for by name
    if any(noun_kinds(c) for c in noun.children if c.dep_ == "compound"):
        return False  # "the second flood wave"
    following = noun.nbor(1).lower_ if noun.i + 1 < len(noun.doc) else ""
    if following in ("of", "between") and following in kept:
        return False  # "the box of precinct 9", whatever the parser hangs it on
    behind = (c for c in noun.children if c.dep_ in ("prep", "poss", "appos"))
    return not any(any(t.lower_ in kept and t.pos_ in ("NOUN", "PROPN") for t in c.subtree) for c in behind)


def bare_object(head: Token, who: Referents, kept: Collection[str]) -> bool:
    """Of "designs a candidate", "takes up ratification": of what, against what, the title does not say."""
    things = [c for c in head.children if c.dep_ == "dobj" and c.i > head.i]
    if (thing := relative_object(head)) is not None:
        things.append(thing)
    for noun in things:
        if noun.lemma_.lower() not in lexicon().of_what or noun.tag_ != "NN" or who.at(noun) is not None:
            continue
        if noun_kinds(noun):
            continue
        marks = [c for c in noun.children if c.dep_ in ("det", "poss", "amod", "compound", "nummod", "nmod")]
        if any(c.lower_ not in ("a", "an") or noun is not thing for c in marks):
            continue  # "orders an inquiry" is news; "a candidate that it designed" begs the question
        behind = [c for c in (*noun.rights, *head.rights) if c.dep_ in ("prep", "acl", "xcomp", "dative", "agent")]
        if not any(
            any(t.lower_ in kept and t.pos_ in ("NOUN", "PROPN", "VERB", "NUM") for t in c.subtree) for c in behind
        ):
            return True
    return False


def published_nothing(verb: Token, subject: Token | None) -> bool:
    """Of "figures released on Friday": by whom, and on what, the title does not say."""
    if verb.lemma_.lower() not in ("release", "publish", "issue", "print") or verb.dep_ not in ("acl", "relcl"):
        return False
    if subject is None or any(c.dep_ == "agent" or c.lower_ == "by" for c in verb.children):
        return False
    passive = verb.tag_ == "VBN"
    return passive and not any(c.dep_ in ("prep", "poss") for c in subject.children)


def _where(noun: Token, who: Referents, kept: Collection[str]) -> bool:
    """Of "blows up the sluice at Kulata": which sluice, the place right behind it says."""
    behind = [t for t in noun.doc[noun.i + 1 : noun.i + 5] if t.sent == noun.sent]
    return bool(behind) and behind[0].pos_ == "ADP" and any(is_name(t, who) and t.lower_ in kept for t in behind[1:])


def _pointed(noun: Token, kept: Collection[str]) -> bool:
    """Of "the agreement that he had signed": "the" points to a clause that the title leaves out."""
    for child in noun.children:
        if child.dep_ == "relcl" and word_before(child.left_edge) != "," and child.lower_ not in kept:
            return True
    return False


def words_of(title: str) -> frozenset[str]:
    """The words of a title in small letters, as the parser would part them."""
    return frozenset(re.findall(r"[\w.&]+|['’]s?", title.lower())) | frozenset(title.lower().split())
