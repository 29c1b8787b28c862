"""Figures: numbers that a clause gives for something that can be counted or paid."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, Literal

from generator.document import RawFigure
from generator.extract import acts, attribution, measured, numbers

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Bound = Literal["about", "least", "most"]
_MONEY = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "US$": "USD"}
_MONEY_WORDS = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "rupee": "INR",
    "franc": "CHF",
    "yuan": "CNY",
    "dirham": "MAD",
    "rouble": "RUB",
    "ruble": "RUB",
    "krona": "SEK",
    "krone": "NOK",
    "kroner": "kroner", "kronor": "kronor", "crown": "crowns",  # of several countries
    "zloty": "PLN",
    "lira": "TRY",
    "peso": "MXN",
    "real": "BRL",
    "rand": "ZAR",
    "won": "KRW",
    "rupiah": "IDR", "lari": "GEL", "kwacha": "MWK", "tugrik": "MNT", "naira": "NGN", "cedi": "GHS", "shilling": "KES",
    "birr": "ETB", "baht": "THB", "ringgit": "MYR", "dong": "VND", "taka": "BDT", "hryvnia": "UAH", "tenge": "KZT",
    "manat": "AZN", "dram": "AMD", "lev": "BGN", "leva": "BGN", "lei": "RON", "leu": "RON", "forint": "HUF",
    "koruna": "CZK", "dinar": "RSD", "riyal": "SAR", "rial": "IRR", "shekel": "ILS", "ouguiya": "MRU", "kyat": "MMK",
}  # fmt: skip
# Numbers of these are no figures of a happening: they measure time, rank or share, or count turns.
_NO_THING = frozenset(
    "year month week day hour minute second decade century time age percent % per cent half third quarter round part "
    "side way stage phase point hand season degree country nation state party term occasion "
    "metre meter kilometre kilometer mile foot".split()
)
# What is measured out, so that another number of the same unit of the same thing is another figure.
_MEASURES = {
    "tonne": "t", "ton": "ton", "barrel": "bbl", "litre": "l", "liter": "l", "gallon": "gal", "hectare": "ha",
    "acre": "acre", "kilogram": "kg", "kilo": "kg", "megawatt": "MW", "gigawatt": "GW",
}  # fmt: skip
_NO_MONEY = frozenset({"%", "m", "ft", "km", *_MEASURES.values()})
_IN_HOSPITAL = " in hospital"
MANY = 20  # of what is counted, so that a part of it is a figure of its own: "310 of their 4,700 jobs", not two of five
# What is told by one percentage: "turnout was 54 per cent", "a turnout of 58 per cent".
_RATES = frozenset({"turnout", "inflation", "unemployment", "participation", "jobless"})
# A part of a whole is no figure of the whole: "a further twelve", "the first three", "two of its ships".
_PARTLY = frozenset(
    "further additional other another more first last remaining new second third these those both".split()
)
# How a number is hedged, in the words before it.
_HEDGES: tuple[tuple[str, Bound], ...] = (
    (r"\b(?:at least|more than|over|upwards? of|no (?:fewer|less) than|a minimum of|in excess of)$", "least"),
    (r"\b(?:up to|at most|fewer than|less than|under|below|a maximum of|no more than|as many as)$", "most"),
    (r"\b(?:about|some|around|roughly|approximately|an estimated|nearly|almost|close to|circa)$", "about"),
)  # fmt: skip
# A count that goes on: what stands now is the least that it will be; what it "rose to" contradicts no count before.
_RUNNING = re.compile(r"\bso far\b|\bhas reached\b|\bstill rising\b", re.I)
_ROSE = re.compile(
    r"\b(?:risen|rose|rising|rises|climbed|climbs|grew|grown|revised|increased|jumped) (?:\w+ )?to$", re.I
)
# "Her term, which judges later cut to two years": another sentence than the one that was passed.
_CHANGED = re.compile(r"\b(?:reduced|cut|lowered|shortened|raised|increased|commuted) (?:\w+ ){0,2}to$", re.I)
# What became of whom is counted: the word that the figure bears, and the verbs and adjectives that say so.
_FATES: dict[str, frozenset[str]] = {
    "killed": frozenset("kill die drown perish murder slay massacre execute dead".split()),
    "injured": frozenset("injure wound hurt maim injured wounded".split()),
    "missing": frozenset({"missing", "miss"}),
    "arrested": frozenset("arrest detain imprison jail".split()),
    "evacuated": frozenset("evacuate rescue save airlift".split()),
    "infected": frozenset("infect sicken hospitalise hospitalize".split()),
    "displaced": frozenset("displace uproot".split()),
}
_FATE_OF = {verb: fate for fate, verbs in _FATES.items() for verb in verbs}
_FATE_NOUNS = {"death": "killed", "fatality": "killed", "dead": "killed", "injured": "injured", "wounded": "injured"}
_DYING = frozenset({"die", "drown", "perish"})
_PRISON = frozenset({"prison", "jail", "bars", "custody", "imprisonment"})
_COURT = frozenset({"court", "judge", "judges", "jury", "tribunal", "magistrate", "magistrates"})
_SPARED = frozenset({"suspended", "probation", "parole"})
_SENTENCED = "convict:months"
LOOK_BACK = 4  # tokens before a number in which it is hedged


def find(doc: Doc, first: int, last: int, skip: Collection[int]) -> tuple[RawFigure, ...]:
    """The figures of `doc[first:last]`; `skip` holds the tokens of time expressions."""
    found: list[RawFigure] = []
    running = bool(_RUNNING.search(doc[first:last].text))
    i = first
    while i < last:
        token = doc[i]
        value, at = numbers.amount(doc, i, last)
        if value is not None:
            figure = _prison(doc, token, at, value) if i in skip or doc[at : at + 1].text.startswith("year") else None
            if figure is None and i not in skip:
                figure = _figure(doc, token, at, value, running)
            if figure is not None:
                found.append(figure)
                if figure.what.endswith(_IN_HOSPITAL):  # so many at least were hurt: others went home
                    hurt = figure.what.removesuffix(_IN_HOSPITAL) + " injured"
                    found.append(RawFigure(hurt, value, None, "least"))
        i = at
    if (left := measured.countdown(doc, first, last)) is not None:
        found.append(RawFigure("seconds before lift-off", left))
    for token, at, code, value in measured.sums(doc, first, last):
        what = "price of a share" if measured.of_a_share(doc, at, last) else "sum"
        found.append(RawFigure(what, value, code, bound(doc, token.i)))
    sums = [f for f in found if f.unit and f.unit not in _NO_MONEY and f.what != "price of a share"]
    if len(sums) == 1:  # one sum of money is the happening's, whatever noun stands nearest
        found[found.index(sums[0])] = RawFigure("sum", sums[0].value, sums[0].unit, sums[0].bound)
    return tuple(dict.fromkeys(found))


def is_toll(figure: RawFigure) -> bool:
    """Whether a figure says what became of people."""
    return figure.what.rpartition(" ")[2] in _FATES or figure.what.endswith(_IN_HOSPITAL)


def _figure(doc: Doc, token: Token, at: int, value: float, running: bool) -> RawFigure | None:
    """The figure of a number whose words end before `doc[at]`."""
    hedge = bound(doc, token.i)
    if _ROSE.search(doc[max(0, token.i - LOOK_BACK) : token.i].text):
        return None
    if doc[at : at + 1].text in ("%", "percent") or doc[at : at + 2].text.lower() in ("per cent", "per-cent"):
        what = _share(doc[at]) or measured.change(token, doc[at] if doc[at].lower_ != "per" else doc[at + 1])
        return RawFigure(what, value, "%", hedge) if what else None
    if measured.magnitude(token):
        return RawFigure("magnitude", value, None, hedge)
    unit = _MONEY.get(doc[token.i - 1].text) if token.i else None
    beside = doc[at] if at < len(doc) else None
    if beside is not None and not unit and (left := _left(beside)):
        return RawFigure(
            f"people {left}", value, None, hedge or ("least" if running else None)
        )  # "11 dead, 29 injured"
    thing = _counted(doc[at - 1]) or _counted(token)
    if thing is None and beside is not None and beside.tag_ in ("NNS", "NNPS"):
        thing = beside
    if thing is not None and thing.lemma_.lower() in _MONEY_WORDS:
        unit, thing = _MONEY_WORDS[thing.lemma_.lower()], None
    if unit and measured.of_a_share(doc, at + (beside is not None and unit_of(beside) == unit), len(doc)):
        return RawFigure("price of a share", value, unit, hedge)
    if unit:
        what = _worth(token)
        return RawFigure(what, value, unit, hedge) if what else None
    if thing is None and (alone := _alone(doc[at - 1])) is not None:
        return RawFigure(alone, value, None, hedge or ("least" if running else None))
    if thing is None and (toll := _put_at(token)) is not None:
        return RawFigure(toll, value, None, hedge)
    if thing is None and (whole := _part_of(doc, at)) is not None:
        return RawFigure(whole, value, None, hedge) if value >= MANY else None
    if thing is None:
        return None
    lower = thing.lower_
    if fate := _FATE_NOUNS.get(lower) or _FATE_NOUNS.get(thing.lemma_.lower()):
        return RawFigure(f"people {fate}", value, None, hedge or ("least" if running else None))
    if (measure := _MEASURES.get(thing.lemma_.lower())) is not None:
        what = _measured(thing)
        return RawFigure(what, value, measure, hedge) if what and value != 1 else None
    if (deep := measured.level(thing)) is not None:
        return RawFigure(deep[0], value, deep[1], hedge)
    if value == 1 or thing.lemma_.lower() in _NO_THING or thing.tag_ not in ("NNS", "NNPS"):
        return None
    if doc[at : at + 1].text == "of" or any(c.lower_ in _PARTLY or c.dep_ == "poss" for c in thing.lefts):
        return None
    if thing.dep_ == "pobj" and thing.head.lower_ == "of" and numbers.number(thing.head.head) is not None:
        return None  # "four of the six districts"
    fate = _fate(thing)
    if fate is None and attribution.speaks(thing):
        return None
    if fate is None and measured.in_hospital(thing):
        fate = _IN_HOSPITAL.strip()
    what = " ".join([*_of_whom(thing), lower, *([fate] if fate else [])])
    return RawFigure(what, value, None, hedge or ("least" if running and fate else None))


def _alone(number: Token) -> str | None:
    """Those for whom a number alone stands: "Five were *killed*", "six thousand *marched*"; not of "five of them"."""
    verb = number.head
    if number.dep_ not in ("nsubj", "nsubjpass") or any(c.dep_ == "prep" for c in number.children):
        return None
    fate = _FATE_OF.get(verb.lemma_.lower())
    if fate and (number.dep_ == "nsubjpass" or verb.lemma_.lower() in _DYING):
        return f"people {fate}"
    return "people" if number.dep_ == "nsubj" and "protest" in acts.acts_of(verb) else None


def _put_at(number: Token) -> str | None:
    """Of "the agency put the dead *at 94*", "put the toll at nine": who is counted."""
    verb = number.head.head
    if number.dep_ != "pobj" or number.head.lower_ != "at" or verb.lemma_ not in ("put", "estimate"):
        return None
    counted = next((c for c in verb.children if c.dep_ == "dobj"), None)
    return "people killed" if counted is not None and counted.lower_ in ("toll", "dead", "deaths") else None


def _part_of(doc: Doc, at: int) -> str | None:
    """The noun of a part that is counted: "310 *of their 4,700 jobs*"; not of a whole without a number."""
    words = [t.lower_ for t in doc[at : at + 2]]
    if words[:1] != ["of"] or words[1:] not in (["the"], ["its"], ["their"], ["his"], ["her"]):
        return None
    counted = _counted(doc[at + 2]) if at + 2 < len(doc) and numbers.number(doc[at + 2]) is not None else None
    if counted is None or counted.tag_ != "NNS" or counted.lemma_.lower() in _NO_THING:
        return None
    return counted.lower_


def _measured(measure: Token) -> str | None:
    """What is measured: "2,600 tonnes *of the chemical*"; none where the measure only describes."""
    of = [p for c in measure.rights if c.lower_ == "of" for p in c.children if p.dep_ == "pobj" and p.pos_ == "NOUN"]
    return of[0].lemma_.lower() if of and measure.head.dep_ != "amod" else None


def _left(word: Token) -> str | None:
    """What became of those whom a number alone stands for: "11 dead", "29 injured", "three missing"."""
    if word.lower_ in ("dead", "killed", "injured", "wounded", "missing", "arrested", "hurt") and not any(
        c.dep_ in ("aux", "auxpass", "nsubj") and c.pos_ != "NUM" for c in word.children
    ):
        return _FATE_OF.get(word.lower_) or _FATE_OF.get(word.lemma_.lower())
    return None


def bound(doc: Doc, at: int) -> Bound | None:
    """How a number is hedged by the words before it."""
    before = doc[max(0, at - LOOK_BACK) : at].text.lower()
    return next((bound for pattern, bound in _HEDGES if re.search(pattern, before)), None)


def unit_of(noun: Token) -> str | None:
    """The unit that a noun is, as a figure bears it: "tonnes" is t, "euros" is EUR."""
    lemma = noun.lemma_.lower()
    return _MEASURES.get(lemma) or _MONEY_WORDS.get(lemma)


def _of_whom(thing: Token) -> list[str]:
    """Whose they are, where a part is counted: "200 *Peruvian* soldiers"."""
    return [c.text for c in thing.lefts if c.dep_ == "amod" and c.text[:1].isupper() and numbers.number(c) is None]


def _fate(thing: Token) -> str | None:
    """What became of those who are counted."""
    words = [c for c in thing.rights if c.dep_ in ("acl", "relcl", "amod", "acomp")]
    head = thing
    while head.dep_ == "conj" and head.head is not head:
        head = head.head  # "killed 11 people and 40 animals"
    verb = head.head
    if head.dep_ in ("dobj", "nsubjpass") or (head.dep_ == "nsubj" and verb.lemma_.lower() in _DYING):
        words.append(verb)
    if head.dep_ in ("nsubj", "ccomp", "oprd") or head.dep_ == "dobj":
        words += [c for c in verb.children if c.dep_ in ("acomp", "oprd") and c.i > thing.i]
    if (
        head.dep_ == "nsubj"
        and verb.lemma_ == "lose"
        and any(c.dep_ == "dobj" and c.lemma_ == "life" for c in verb.rights)
    ):
        return "killed"
    if head.dep_ == "dobj" and any(a.startswith("rescue") for a in acts.acts_of(verb)):
        return "evacuated"
    return next((f for w in words if (f := _FATE_OF.get(w.lemma_.lower()) or _FATE_OF.get(w.lower_))), None)


def _prison(doc: Doc, token: Token, at: int, value: float) -> RawFigure | None:
    """Years that somebody was sentenced to."""
    if at >= len(doc) or doc[at].lemma_.lower() != "year":
        return None
    if _CHANGED.search(doc[max(0, token.i - LOOK_BACK) : token.i].text):
        return None
    after = {t.lower_ for t in doc[at + 1 : at + 4]}
    if after & _PRISON:
        return RawFigure("years in prison", value, None, bound(doc, token.i))
    head = doc[at].head
    for _ in range(3):
        if head.pos_ in ("VERB", "NOUN", "AUX") and _SENTENCED in acts.acts_of(head):
            words = {t.lower_ for t in doc[token.i].sent}
            given = head.lemma_.lower() in ("give", "get", "receive") and not words & _COURT
            return None if given or words & _SPARED else RawFigure("years in prison", value, None, bound(doc, token.i))
        head = head.head
    return None


def _share(percent: Token) -> str | None:
    """Of what a percentage is a share: "51 percent stake", "52 percent of the vote"; nothing where it is a change."""
    noun = percent if percent.lower_ != "per" else percent.nbor()
    if noun.dep_ in ("compound", "nmod", "amod") and noun.head.tag_ == "NN" and noun.head.i > noun.i:
        return noun.head.lower_ if noun.head.lower_ in ("stake", "holding", "interest", "shareholding") else None
    if (rate := _rate(noun)) is not None:
        return rate
    of = next((c for c in (*noun.rights, *noun.head.rights) if c.lower_ == "of" and c.i > noun.i), None)
    if of is not None:
        things = [c for c in of.children if c.dep_ == "pobj"]
        if things and things[0].lower_ in ("vote", "votes", "ballots", "shares", "stock", "company", "firm", "capital"):
            return "vote" if things[0].lower_ in ("vote", "votes", "ballots") else "stake"
    verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
    return "stake" if noun.dep_ in ("dobj", "npadvmod") and "buy:months" in acts.acts_of(verb) else None


def _rate(percent: Token) -> str | None:
    """The rate that a percentage gives: "turnout on Sunday was 54.1 percent", "on a turnout of 58 percent"."""
    above = percent.head
    if percent.dep_ == "pobj" and above.lower_ in ("of", "at") and above.head.lower_ in _RATES:
        return above.head.lower_
    if percent.dep_ in ("compound", "nmod", "amod") and above.lower_ in _RATES:
        return above.lower_
    while above.dep_ == "prep" and above.lower_ in ("at", "to"):
        above = above.head
    subjects = [c.lower_ for c in above.children if c.dep_ == "nsubj"] if above.pos_ in ("VERB", "AUX") else []
    return next((w for w in subjects if w in _RATES), None)


def _counted(token: Token) -> Token | None:
    if token.dep_ == "nummod" and token.head.lower_ in _FATE_NOUNS:
        return token.head
    head = token
    for _ in range(3):
        if head.dep_ in ("nummod", "compound", "quantmod", "amod") and head.head is not head:
            head = head.head
            if head.pos_ in ("NOUN", "PROPN") and head.lower_ not in numbers.SCALE:
                return head
        else:
            break
    return None


def _worth(token: Token) -> str | None:
    """What a sum of money is paid for: the noun or verb above it."""
    head = token
    for _ in range(5):
        head = head.head
        if head.pos_ == "NOUN" and head.lemma_.lower() not in numbers.SCALE and head.lemma_.lower() not in _MONEY_WORDS:
            return head.lemma_.lower()
        if head.pos_ in ("VERB", "AUX"):
            return "sum"
    return None
