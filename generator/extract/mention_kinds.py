"""What is told by a name's last word, the one before it, or the country behind it: papers, decorations, firms."""

from __future__ import annotations

import re

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract.mention_ends import Candidate
from generator.extract.mention_where import may_be_anything
from generator.extract.mention_words import Word

# Last words of newspapers' names in languages whose readers' names of people the model knows better.
_PAPERS = frozenset(
    "avis avisa avisen tidende tidning tidningen posten bladet dagblad dagbladet allehanda zeitung tageblatt anzeiger"
    " nachrichten courant krant folkeblad amtsavis stiftstidende lehti sanomat dnevnik vesti gazeta".split()
)
# What somebody does with an order that is worn: "received the Order of the Star", "a knight of the Order of".
_WORN = frozenset(
    "received receives receive awarded award awards conferred bestowed decorated wearing wore wears invested granted"
    " given gave knight commander officer member companion dame chevalier cross class insignia sash star with"
    " into".split()
)
# What people undertake: the model knows the names of people better, and takes "the Kestrel Bay Project" for one.
UNDERTAKINGS = frozenset("Project Programme Program Initiative Campaign Scheme Plan Challenge".split())
# Letters before a number by which books, papers, firms or accounts are registered.
_NUMBERED = frozenset("ISSN ISBN IBAN ABN VAT DOI".split())
# A sum behind the code of its currency (ISO 4217), or its short form: "NOK7 million", "PEN20bn", "RM20 million".
_SUM = re.compile(
    r"(?:AED|ARS|AUD|BRL|CAD|CHF|CLP|CNY|CZK|DKK|EUR|GBP|HKD|HUF|IDR|ILS|INR|JPY|KES|KRW|MAD|MXN|MYR|NGN|NOK|NZD|PEN"
    r"|PHP|PLN|RON|RUB|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|ZAR"
    r"|RM|Rs|Rp|Tk|K[Ss]h|U[Ss]h|Shs?)\d[\d.,]*(?:bn|mil|mn|m|tn|k)?"
)
# What stands before a club's name for "club" in Europe: "HK Radek", "the hosts, FC Norvale"; as initials a person may
# have them too, so that the words around must speak of a club.
_CLUB = frozenset(
    "AC AS AFC BC BK BSC CD CF FC FF FK GKS HC HK HNK IF IK JK KK KS MKS NK OFK OK PFC RC RK SC SK SV TJ TSV".split()
)
_OF_CLUBS = frozenset(
    "club clubs team teams side match matches hosts visitors coach league players supporters fans games tournament "
    "championship football handball basketball hockey volleyball rugby".split()
)
_AROUND = 30  # words on each side
_LONGEST_WAY = 4  # words between the verb and the order: "received from the king the Order of"


# A given name of two syllables, as Koreans and Taiwanese write it.
_TWO_SYLLABLES = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}")


def of_two_countries(text: str) -> bool:
    """Whether a phrase is the adjective of two countries, which names nothing: "a Danish-New Zealand crew"."""
    one, _, other = text.partition("-")
    if " " in one or gazetteer.demonym(one) is None or gazetteer.find(text):
        return False
    return gazetteer.country(other) is not None or gazetteer.demonym(other) is not None


def weigh(candidate: Candidate, words: list[Word]) -> None:
    """Votes for newspapers and for firms by their country; nothing is left of a decoration."""
    first, last = words[candidate.start], words[candidate.stop - 1]
    several = candidate.stop - candidate.start > 1
    if several and last.lower in _PAPERS and not last.caps and not personal_names.is_given_name(first.text):
        candidate.vote("organization", 3.0)
        candidate.votes.pop("person", None)
    if several and first.text in _CLUB and first.gap == " " and _of_a_club(candidate, words):
        candidate.votes.pop("person", None)
        candidate.vote("organization", 3.0)
        candidate.here = "organization"
    if several and last.text in UNDERTAKINGS:
        candidate.votes.pop("person", None)
    spoken = candidate.stop - candidate.start == 2 and _TWO_SYLLABLES.fullmatch(first.text) is not None
    if spoken and first.gap == " " and last.text.casefold() in personal_names.family_first():
        candidate.vote("person", 2.2)  # "Mi-rae Cho": the family name behind, as in the West
    if decorates(candidate, words) or (
        not several and (first.text in _NUMBERED or _SUM.fullmatch(first.text) is not None)
    ):
        candidate.votes, candidate.here, candidate.either = {}, None, True
    elif not several and _of_country(candidate, words):
        candidate.votes.pop("place", None)
        candidate.vote("organization", 1.5)
        candidate.here = "organization"


def _of_a_club(candidate: Candidate, words: list[Word]) -> bool:
    around = words[max(0, candidate.start - _AROUND) : candidate.stop + _AROUND]
    return not candidate.title and any(w.lower in _OF_CLUBS for w in around)


def decorates(candidate: Candidate, words: list[Word]) -> bool:
    """Whether a name is an order that somebody is given: "She received the Order of the Northern Star"."""
    part = words[candidate.start : candidate.stop]
    if len(part) < 3 or part[0].text != "Order" or part[1].text != "of":
        return False
    return any(w.lower in _WORN for w in words[max(0, candidate.start - _LONGEST_WAY) : candidate.start])


def _of_country(candidate: Candidate, words: list[Word]) -> bool:
    """As "sold to Tronika of Sweden": nobody says so of a town, and of a person only with title or office."""
    stop = candidate.stop
    if stop + 1 >= len(words) or words[stop - 1].gap != " " or words[stop].text != "of" or candidate.title:
        return False
    before = words[candidate.start - 1].lower if candidate.start else ""
    if before not in ("to", "by", "with", "from", "rival", "and") or not may_be_anything(candidate, words):
        return False
    known = any(
        gazetteer.country(" ".join(w.text for w in words[stop + 1 : stop + 1 + length])) is not None
        for length in (1, 2)
        if stop + length < len(words)
    )
    name = words[candidate.start]
    return known and not gazetteer.is_town(name.text) and tables.head_type(name) is None


def known_town(text: str) -> bool:
    """Whether the gazetteer knows a town of this name, and no country."""
    known = gazetteer.find(text)
    return known is not None and known.type == "place" and known.kind == "city"
