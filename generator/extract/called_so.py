"""What a text calls those whom it names: "the airline Norvale", "the rider Leo Mann"; whom "the two firms" means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from generator import gazetteer
from generator.document import Mention
from generator.extract.alike import MOSTLY

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from generator.extract.referents import Referents

_PAIRS = {
    **dict.fromkeys(("companies", "firms", "banks", "airlines", "clubs", "parties", "groups"), "organization"),
    **dict.fromkeys(("countries", "nations", "states", "neighbours"), "place"),
    **dict.fromkeys(("men", "women", "candidates", "leaders", "ministers", "rivals"), "person"),
}


_LEADS = frozenset({"head", "chief", "chair", "captain", "boss", "deputy", "spokesman", "spokeswoman", "coach"})


class CalledSo:
    """The common nouns that a text sets beside its names, so that "the airline" can be read as one of them."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], at: Callable[[Token], int | None]) -> None:
        self.doc, self.mentions, self.at = doc, mentions, at
        self.called: dict[str, list[int]] = defaultdict(list)  # "airline" -> mentions that the text calls one
        self.ending: dict[str, list[int]] = defaultdict(list)  # "bridge" -> "Radek bridge", "Stone Bridge"
        for i, mention in enumerate(mentions):
            first, _, last = mention.text.rpartition(" ")
            if mention.type != "person" and first and last.isalpha():
                self.ending[last.lower()].append(i)
        for noun in doc:
            if noun.tag_ == "NN" and (who := self._named(noun)) is not None:
                self.called[noun.lower_].append(who)

    def of(self, token: Token) -> int | None:
        """Of "the airline": the only one that the text calls so, once it has named it."""
        called = self.called.get(token.lower_, []) or self.ending.get(token.lower_, [])
        names = {self.mentions[i].text for i in called}
        longest = max(names, key=len, default="")
        if not names or any(name not in longest for name in names) or len({self.mentions[i].type for i in called}) > 1:
            return None
        before = [i for i in called if self.mentions[i].end <= token.idx]
        return max(before, key=lambda i: len(self.mentions[i].text), default=None)

    def _named(self, noun: Token) -> int | None:
        """Whom a text says to be an airline: "Norvale, the airline", "the airline Norvale", "it is an airline"."""
        if self.at(noun) is not None:
            return None
        if noun.dep_ == "appos":
            # "Norvale builds the hull, Radek the engine and the mast": no comma, and Radek is no engine.
            return self.at(noun.head) if noun.left_edge.i and noun.left_edge.nbor(-1).is_punct else None
        if noun.dep_ == "attr" and noun.head.lemma_ == "be" and any(c.dep_ == "det" for c in noun.children):
            subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
            denied = any(c.dep_ == "neg" for c in noun.head.children)
            return self.at(subject) if subject is not None and not denied else None
        beside = [c for c in noun.children if c.dep_ == "appos" and c.i > noun.i]
        if noun.dep_ == "compound" and noun.head.i > noun.i:
            beside.append(noun.head)
        behind = noun.nbor(1) if noun.i + 1 < len(self.doc) else None
        return next(
            (i for t in beside if behind is not None and (i := self.at(behind)) is not None and self.at(t) == i), None
        )


def pair(who: Referents, token: Token) -> tuple[int, int] | None:
    """Of "the two firms", "both countries": the two, where the words before name just two of the kind."""
    kind = _PAIRS.get(token.lower_)
    if kind is None or not any(c.lower_ in ("two", "both") for c in token.children):
        return None
    if any(c.dep_ in ("amod", "prep", "relcl", "acl", "appos", "conj", "compound") for c in token.children):
        return None
    begin = who.doc[token.sent.start - 1].sent.start_char if token.sent.start else 0
    found: dict[str, int] = {}
    for i in who.within(begin, token.idx):
        text = who.mentions[i].text
        if kind == "place" and gazetteer.country(text) is None:
            continue  # no town is one of "the two countries"
        if who.mentions[i].type == kind and not any(text in name or name in text for name in found):
            found[text] = i
    return tuple(found.values()) if len(found) == 2 else None  # type: ignore[return-value]


def both_named(who: Referents, token: Token) -> tuple[int, int] | None:
    """Of "the mayor, Ann Lind, and her deputy, Leo Mann, are to travel": both names."""
    first = next((c for c in token.children if c.dep_ == "appos" and _person(who, c) is not None), None)
    if first is None or token.tag_ != "NN":  # "the brothers Ann and Leo Lind": one word for both
        return None
    other = next((c for head in (token, first) for c in head.children if c.dep_ == "conj"), None)
    if other is None or any(c.dep_ == "conj" for c in other.children):
        return None
    named = next((i for t in (other, *other.children) if (i := _person(who, t)) is not None), None)
    one = _person(who, first)
    return (one, named) if one is not None and named is not None and who.key(one) != who.key(named) else None


def _person(who: Referents, token: Token) -> int | None:
    number = who.at(token)
    return number if number is not None and who.mentions[number].type == "person" else None


def object_named(who: Referents, verb: Token) -> tuple[int, int, set[int]] | None:
    """Of "banned its champion of last year, the Dane Ann Lind, for life": (the noun's token, number of the name, what
    falls away); "its former chairman, Leo Mann," is told by his office.
    """
    noun = next((c for c in verb.rights if c.dep_ == "dobj" and c.tag_ == "NN"), None)
    if noun is None or who.at(noun) is not None or not any(c.tag_ == "PRP$" for c in noun.lefts):
        return None
    if any(c.lower_ in ("former", "late", "ex") for c in noun.lefts):
        return None
    behind = noun.right_edge.i + 1
    near = [c for t in (verb, noun) for c in t.rights if c.dep_ in ("appos", "npadvmod") and c.i > noun.i]
    for name in near:
        comma = name.left_edge.i - 1
        number = _person(who, name)
        if number is not None and verb.doc[comma].text == "," and (comma == behind or name.head.i == noun.i):
            own = {t.i for t in noun.subtree if t.i != noun.i}
            return noun.i, number, own | set(range(name.left_edge.i, name.i + 1))
    return None


_KIN = frozenset(
    "wife husband son daughter brother sister father mother uncle aunt cousin nephew niece widow widower".split()
)


def of_kin(noun: Token, name: str) -> str | None:
    """Of "Leo Mann's brother Nick": the whole of it, where the text calls the brother by the first name alone."""
    owner = next((c for c in noun.lefts if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
    if noun.lemma_.lower() not in _KIN or owner is None or " " in name or noun.i + 1 >= len(noun.doc):
        return None
    behind = noun.nbor(1)
    if behind.text != name or behind.dep_ != "appos" or behind.head.i != noun.i or owner.right_edge.i + 1 != noun.i:
        return None
    return noun.doc[owner.left_edge.i : behind.i + 1].text


def nations(who: Referents, token: Token) -> tuple[str, ...]:
    """Of "the two countries": their names, where the sentence and the one before speak of just two.

    A nation is spoken of by its name or by its adjective: "The Moroccan army received three Israeli drones".
    """
    if token.lower_ not in ("countries", "nations", "states", "neighbours", "neighbors"):
        return ()
    if not any(c.lower_ in ("two", "both") for c in token.children) or any(c.dep_ == "prep" for c in token.children):
        return ()
    begin = who.doc[token.sent.start - 1].sent.start if token.sent.start else 0
    found = list(_nations(who, who.doc[begin : token.i]))
    if len(found) < 2:  # the two of which the whole text speaks
        told = _nations(who, who.doc[:]).most_common(3)
        third = told[2][1] if len(told) > 2 else 0
        found = [iso for iso, _ in told[:2]] if len(told) > 1 and told[1][1] >= MOSTLY * max(third, 1) else found
    names = tuple(gazetteer.country_names(iso)[0] for iso in sorted(found, key=found.index))
    return names if len(names) == 2 else ()


def _nations(who: Referents, words: Span) -> Counter[str]:
    """How often words speak of each country, by its name or its adjective; first the one that is named first."""
    found: Counter[str] = Counter()
    for word in words:
        iso = gazetteer.demonym(word.text) if word.text[:1].isupper() else None
        if iso is None and (number := who.at(word)) is not None and who.mentions[number].type == "place":
            iso = gazetteer.country(who.mentions[number].text)
        if iso is not None:
            found[iso] += 1
    return found


def beside(who: Referents, token: Token) -> list[Token]:
    """What else a text calls a noun beside it: "the chancellor, Ann Sorel"; not where it is: "the box (Elm School)"."""
    found = []
    for other in (c for c in token.children if c.dep_ == "appos"):
        number = who.at(other)
        bracket = any(t.text == "(" for t in who.doc[token.i : other.i])
        between = any(c.dep_ == "prep" and token.i < c.i < other.i for c in token.children)
        if between and token.pos_ == "NUM" and (number is None or who.mentions[number].type != "person"):
            continue  # "three of the men at the camp, Radek Base, were flown out": it is the camp's name
        if between and token.lemma_.lower() in _LEADS and number is not None:
            found.append(other)  # "the head of the delegation, Leo Mann, flew home"
            continue
        if between and number is not None and who.mentions[number].type == "person" and not who.human(token):
            continue  # "the case against the warden, Leo Mann, was shelved": he is the warden
        if not (bracket and number is not None and who.mentions[number].type == "place"):
            found.append(other)
    return found
