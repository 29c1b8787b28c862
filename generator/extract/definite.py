"""What a definite noun names: "the government" of the one country that a text is about, "the two countries", "the dam".

A newspaper names a thing once and goes on with "the". A title stands alone, so that the name is put back where just one
can be meant; `gate` holds back what stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator import gazetteer
from generator.extract import called_so
from generator.extract.alike import MOSTLY
from generator.extract.clauses import Clause
from generator.extract.lexicon import lexicon
from generator.extract.referents import BODIES, Referents
from generator.extract.title_words import Frame, phrase, prose

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# A country has one of each; "the government" is that of the country which the text is about.
_OF_A_COUNTRY = frozenset("government parliament cabinet legislature opposition army navy president premier".split())
LONGEST = 60  # characters of a name that is put back
_RESTRICTS = frozenset({"amod", "prep", "relcl", "acl", "appos", "conj", "compound", "nummod", "poss", "nmod"})


def country(who: Referents) -> str | None:
    """The name of the one country that a text is about, by its places and its adjectives of nations."""
    told: Counter[str] = Counter()
    spoken: set[str] = set()  # a town alone does not say whose army came
    for mention in who.mentions:
        if mention.type == "place" and (known := gazetteer.find(mention.text)) is not None and known.iso:
            told[known.iso] += 1
            spoken |= {known.iso} if known.kind == "country" else set()
    for token in who.doc:
        if token.text[:1].isupper() and (iso := gazetteer.demonym(token.text)) is not None:
            told[iso] += 1
            spoken.add(iso)
    first, *others = told.most_common(2) or [("", 0)]
    if first[0] not in spoken or (others and first[1] < MOSTLY * others[0][1]):
        return None
    named = gazetteer.country_names(first[0])
    return named[0] if named else None


def speaks_of(text: str, named: str | None) -> bool:
    """Whether a text has a country's name or its adjective."""
    iso = gazetteer.country(named) if named is not None else None
    words = (w.strip(".,:;()\"“”’'") for w in text.split() if w[:1].isupper())
    return named is not None and (named in text or any(gazetteer.demonym(w.removesuffix("’s")) == iso for w in words))


def said(
    doc: Doc, who: Referents, made: Clause, frame: Frame, home: str | None
) -> dict[int, tuple[str, tuple[int, ...]]]:
    """For tokens of a clause the words that name what they mean, with the mentions that these words are of."""
    found: dict[int, tuple[str, tuple[int, ...]]] = {}
    for noun in _nouns(doc, made):
        article = next((c for c in noun.children if c.lower_ in ("the", "both")), None)
        if article is None or who.at(noun) is not None:
            continue
        two = called_so.pair(who, noun)
        if two is not None and noun.i != made.subject and _acts_itself(doc, who, made, two):
            continue
        if two is not None or (nations := called_so.nations(who, noun)):
            names = " and ".join(who.called(i) for i in sorted(two)) if two else " and ".join(nations)
            for token in doc[article.i : noun.i]:
                found[token.i] = "", ()
            found[noun.i] = names, two or ()
            continue
        if article.i != noun.i - 1 or _restricted(noun):
            continue
        if noun.lower_ in _OF_A_COUNTRY and home is not None and _plain(noun, who):
            found[article.i] = f"{home}'" if home.endswith("s") else f"{home}'s", ()
            found.setdefault(noun.i, (noun.text.lower(), ()))
        elif noun.i != made.subject and noun.tag_ == "NN" and (thing := who.thing(noun)) is not None:
            name = the(thing, frame)
            if name and len(name) <= LONGEST:
                found[article.i] = ("the" if name.startswith("the ") else ""), ()
                found[noun.i] = name.removeprefix("the "), tuple(who.names_of(thing))
        elif noun.i != made.subject and _behind(noun, made, doc) and (known := _known(noun, who)) is not None:
            text, number = known
            if who.mentions[number].text not in doc[made.first : made.last].text:
                found[article.i] = ("the" if text.startswith("the ") else ""), ()
                found[noun.i] = text.removeprefix("the "), (number,)
    return found


def _behind(noun: Token, made: Clause, doc: Doc) -> bool:
    """Whether a noun stands behind the verb, or says of what the subject is: "the anchor of the tanker"."""
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.i == made.subject
    return noun.i > made.predicate or of


def _known(noun: Token, who: Referents) -> tuple[str, int] | None:
    """Of "sold the barge", "four years for the dealer": the name that the text gives the one barge, the one dealer."""
    if noun.tag_ != "NN" or noun.lower_ in BODIES | lexicon().bodies:  # bodies are read with the pronouns
        return None
    number = who.of(noun)[0]
    if number is None:
        return None
    mention, called = who.mentions[number], who.called(number)
    if mention.type == "person" or noun.lower_ in mention.text.lower().split():
        return called, number
    return (f"the {noun.text} {mention.text}", number) if mention.type in ("equipment", "other") else None


def _acts_itself(doc: Doc, who: Referents, made: Clause, two: tuple[int, int]) -> bool:
    """Of "the board heard both firms": whether the board was taken for one of the two, as nobody hears himself."""
    acting = who.at(doc[made.subject]) if made.subject is not None else None
    return acting is not None and who.mentions[acting].text in {who.mentions[i].text for i in two}


def the(thing: Token, frame: Frame) -> str:
    """A noun phrase as a text goes on with it: "an earth dam at Ostrava" as "the earth dam at Ostrava"."""
    words = [
        i for i in phrase(thing, frame) if frame.doc[i].tag_ not in ("DT", "PRP$") or frame.doc[i].head.i != thing.i
    ]
    text = prose(frame, words)
    owned = any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in thing.children)
    return text if owned else f"the {text}" if text else ""


def _nouns(doc: Doc, made: Clause) -> Iterator[Token]:
    for i in {*range(made.first, made.last), *([made.subject] if made.subject is not None else [])}:
        if doc[i].pos_ in ("NOUN", "PROPN"):
            yield doc[i]


def _restricted(noun: Token) -> bool:
    """Whether words beside a noun say which: "the old dam", "the dam that burst"; not a clause behind a comma."""
    for child in noun.children:
        aside = child.dep_ in ("relcl", "acl", "appos") and child.left_edge.i and child.left_edge.nbor(-1).text == ","
        if child.dep_ in _RESTRICTS and not aside:
            return True
    return False


def _plain(noun: Token, who: Referents) -> bool:
    """Whether a text names nobody as its "president": then it is the country's, and not a firm's or club's."""
    return noun.lower_ not in who.bearers or noun.lower_ not in ("president", "premier")
