"""What the form of a name tells of its type: endings, capitals, figures, initials, particles, legal forms."""

from __future__ import annotations

import re

from generator import gazetteer, personal_names
from generator.extract import gazetteer_words as tables
from generator.extract.mention_ends import Candidate
from generator.extract.mention_spans import Cutter
from generator.extract.mention_words import Word

_MODEL_NUMBER = re.compile(
    r"[A-Z][A-Za-z]{0,3}-\d{1,4}[A-Z]{0,2}s?|[A-Z]{1,2}\d{1,3}[A-Z]?s?|[A-Z]/[A-Z]-\d+[A-Z]?s?|\d{2,4}[A-Z]?-\d{1,3}[A-Z]?|[A-Z]{1,2}-\d+[A-Za-z]*|A\d{3}[a-z]{2,4}|[A-Z]{2,5}-[A-Z]\d{1,3}"
)
# Forms like a model number that are none: groups of states, conferences, roads, diseases.
_NO_MODEL = re.compile(
    r"G-?(?:7|8|20|77)|COP-?\d+|M\d{1,2}|A\d{1,2}|U\d\d?|B\d|H\dN\d|Q[1-4]|H[12]|CO2|P5\+?1?|E\d\d?|C\d\d?|V\d|T\d\d?|K\d"
)
# A made-up name and which of its kind: "Orbis-2"; not "Covid-19", "Formula-1", "Under-21".
_SERIAL = re.compile(
    r"(?!(?:Covid|Formula|Under|Group|Channel|Type|Class|Level|Area|Zone|Sector|Block|Unit|Article"
    r"|Catch|Apartment|Room|Gate|Phase|Stage|Fifty|Forty|Thirty|Twenty)-)[A-Z][a-zà-ÿ]{3,}-\d{1,2}"
)
# Under which an airline flies: a code of two signs, and a number.
_FLIGHT = re.compile(r"[A-Z]{2}\d{2,4}|(?:[A-Z]\d|\d[A-Z])\d{3,4}")
# Endings of firms that are made of what they deal in.
_BODY_ENDING = re.compile(
    r"[a-zà-ÿ]{3,}(?:gaz|neft|bank|banken|banka|telekom|telecom|telco|energo|energi|prom|kreditt|kredit|invest|soft|tech|zavod|mash|stroy|pharma"
    r"|media|group|corp|chem|steel|werke|werk|bau|mobil|trans|avia|air|jet|tel|com|net|flix|tron|nomics|genics|metall|metal"
    r"|holding|capital|finans|finance|sparkasse|kassan|bygg|shipping|linjen|konzern|electric|atom|export|import)"
)
# Endings that names of places have and family names hardly.
_PLACE_ENDING = re.compile(
    r"[a-zà-ÿ]{3,}(?:stadion|dome|drome|strasse|straße|platz|grad|pur|abad|istan|shire|mouth|fjord|hafen|havn|nagar|polis|ivka|ovka|evka|insk|ovsk|evsk|ansk|hrad|puram|garh|ganj)"
)
# Kinds of events that are given names, and stand before these.
CHRISTENED = frozenset("operation hurricane typhoon cyclone storm exercise".split())
SHIPS = frozenset(
    "uss css lé hnlms tcg brp kri bns irins frs fs its jds roks hms hmas hmcs ins mv ms ss rms rss rfa rv usns"
    " mt gns nns bns slns pns bap roou hdms hswms fgs orp nrp hmnzs hmbs kdb kd uscgc ccgs".split()
)


def weigh(candidate: Candidate, cutter: Cutter, text: str) -> None:
    """Add the votes of how a name is written, whatever stands around it."""
    words = cutter.words[candidate.start : candidate.stop]
    if any("&" in w.gap for w in words[:-1]):
        candidate.vote("organization", 3.0)  # partners give a firm their names
        candidate.vote("person", -5.0)
    if any(q in w.gap for w in words[:-1] for q in '"“'):
        candidate.vote("person", 3.0)  # a nickname between the parts
    if len(words) == 1:
        _one_word(candidate, cutter, words[0])
    elif _MODEL_NUMBER.fullmatch(words[-1].text) and not tables.is_common(words[0]):
        candidate.vote("equipment", 3.2)  # behind another name, what may be a road is a model, too: "Audi A4"
    if len(words) > 1:
        _like_a_paper(candidate, cutter, words)
        if len(words) <= 5 and cutter.head(candidate.start, candidate.stop) is None:
            _people(candidate, cutter, words, text)
        _several(candidate, words, text)


def _like_a_paper(candidate: Candidate, cutter: Cutter, words: list[Word]) -> None:
    """As "Anna Post": a paper's last word that is a family's as well, behind a given name that no town bears."""
    first, last = words[0], words[-1]
    before = cutter.words[candidate.start - 1] if candidate.start else None
    if len(words) != 2 or last.text != "Post" or first.gap != " " or (before and before.lower == "the"):
        return
    town = gazetteer.find(first.text) or gazetteer.is_town(first.text)
    if personal_names.is_given_name(first.text) and not town and not first.caps:
        candidate.vote("person", 3.5)
        candidate.votes.pop("organization", None)


def _people(candidate: Candidate, cutter: Cutter, words: list[Word], text: str) -> None:
    """Two to five words without a head: how people are called, or firms after people."""
    names = [w for w in words if w.cap]
    if personal_names.is_given_name(words[0].text) or (len(names[0].text) <= 2 and names[0].text.endswith(".")):
        candidate.vote("person", 1.8 if not gazetteer.find(text) else 0.5)
    elif not gazetteer.find(text) and not any(tables.is_common(w) for w in words):
        _lean_to_person(candidate, words)
    if len(words) == 2 and _FAMILIES_OF_TWO.fullmatch(words[1].text) and _may_be_first(words[0]):
        candidate.vote("person", 1.2)  # "Comfort Asante-Bodo", whatever word she is called by
    if len(words) == 2 and re.fullmatch(r"[IVX]{1,5}", words[1].text):
        candidate.vote("person", 2.2 if cutter.crowns else 0.4)  # "Thaabe II", but rockets have numbers, too
    if any(re.fullmatch(r"[A-Z]\.", w.text) for w in words[1:-1]):
        candidate.vote("person", 1.5)
    if any(
        w.text in ("bin", "ibn", "van", "von", "der", "al", "ould", "de", "Ag", "Ould", "Bin", "Ibn")
        or re.match(r"(?:al|el|ben|Al|El|Ben)-[A-Z]", w.text)
        for w in words[1:]
    ) and not tables.small_head(words[0], "first"):
        candidate.vote("person", 1.0)
    family = words[-1].lower.endswith(("is", "as", "os", "us")) and personal_names.is_given_name(words[0].text)
    if words[-1].tag == "NNPS" and words[-1].lower[-1:] == "s" and candidate.votes.get("person") and not family:
        candidate.vote("person", -1.0)  # "Novak Composites": a plural, and no family name
        candidate.vote("organization", 0.8)


def _one_word(candidate: Candidate, cutter: Cutter, only: Word) -> None:
    """Endings, capitals and figures of a name of one word."""
    text = cutter.text(candidate.start, candidate.stop)
    if "-" in text and tables.head_type(text.rpartition("-")[2].casefold()) == "organization" and not only.caps:
        candidate.vote("organization", 1.2)  # "the Orvane-Institut"
    if re.search(r"(?:ology|onomy|istics)$", only.lower):
        candidate.vote("organization", -3.0)
    if _PLACE_ENDING.fullmatch(only.lower) and not personal_names.is_given_name(only.text):
        candidate.vote("place", 1.5)
    if (
        _BODY_ENDING.fullmatch(only.lower)
        and not personal_names.may_be_given(only.text)
        and not gazetteer.is_town(text)
    ):
        candidate.vote("organization", 1.2)
    if re.match(r"[A-Z][a-z]+[A-Z]", only.text) and not re.match(
        r"(?:Mac?|De|Di|La|Le|Van|Von|Fitz|O)[A-Z]", only.text
    ):
        candidate.vote("organization", 0.8)  # capitals within: made up by a firm, of itself or of its product
    if cutter.flights and _FLIGHT.fullmatch(only.text):
        candidate.vote("organization", -9.0)
        candidate.vote("equipment", -9.0)
    elif _MODEL_NUMBER.fullmatch(only.text) and not _NO_MODEL.fullmatch(only.text):
        candidate.vote("equipment", 1.8)
    elif _SERIAL.fullmatch(only.text):
        candidate.vote("equipment", 1.6)
    elif re.fullmatch(r"COP-?\d+", only.text):
        candidate.vote("named_event", 3.0)
    elif _shouted(cutter.words, candidate.start):
        pass  # "HAVING SEEN the appeal"
    elif only.caps and 2 <= len(only.text.replace(".", "")) <= 9 and not gazetteer.find(only.text):
        candidate.vote("organization", 1.5 if 3 <= len(only.text) <= 6 else 1.0)
    elif personal_names.is_given_name(only.text):
        candidate.vote("person", 0.4)


def _several(candidate: Candidate, words: list[Word], text: str) -> None:
    """What first and last words tell of a name of several."""
    if gazetteer.is_legal_form(words[-1].text):
        candidate.vote("organization", 3.0)
    lead = tables.small_head(words[0], "first")
    if lead and not gazetteer.find(text) and words[1].text != "of":
        candidate.vote(lead, 2.5)
    if words[0].text == "Team" or (len(words) > 2 and any(w.text == "Team" for w in words[1:-1])):
        candidate.vote("organization", 2.0)  # a team, and who pays for it: "Orvala Team Kestrel"
    if words[0].lower in ("st", "saint") and candidate.votes.get("person"):
        candidate.vote("person", -1.5)
    if words[0].lower in SHIPS and words[0].caps:
        candidate.vote("equipment", 4.0)
        candidate.vote("organization", -2.0)  # "USS Monitor"
    if any(w.lower in CHRISTENED for w in words[:2]) and words[-1].lower not in CHRISTENED:
        candidate.vote("named_event", 4.0)


def _shouted(words: list[Word], at: int) -> bool:
    """Whether a word in capitals stands behind a verb in capitals: a formula, and no letters of a name."""
    before = words[at - 1] if at and words[at - 1].gap == " " else None
    return before is not None and before.caps and len(before.text) > 3 and before.tag[:2] in ("VB", "IN", "MD")


# What a rare given name before, and a family name behind, tell of a name of two words and more.
_RARE_GIVEN, _FAMILY, _FAMILY_FIRST = 1.7, 0.6, 1.7


# Initials without full stops, as in India; those with a vowel are mostly letters of a firm.
_INITIALS = re.compile(r"[B-HJ-Z]|[B-DF-HJ-NP-TV-XZ]{2}")
# Endings that names of families have, and hardly those of firms or places; of South India, the Caucasus, the Slavs.
_FAMILY_ENDING = re.compile(
    r"[A-Z][a-zà-ÿ]{2,}(?:krishnan|nathan|swamy|swami|vasan|rajan|murthy|appa|lingam|singhe|sinha|wardene|ratne|walla"
    r"|shvili|adze|idze|enko|chuk|yuk|ovych|ovich|evich|ović|ević|wicz|czyk|owski|ewski|inski|ovsky|evsky|insky|ovski"
    r"|opoulos|akis|idis|oglu|oğlu|zadeh|nejad|ullah|uddin|khel|zai|sson|sdóttir|dottir|quist|qvist|aitis|auskas"
    r"|onis|escu|eanu)"
)


# Two family names that a hyphen makes one.
_FAMILIES_OF_TWO = re.compile(r"[A-Z][a-zà-ÿ]{2,}-[A-Z][a-zà-ÿ]{2,}")
_ARTICLES = frozenset("la le el los las les il lo al das der die the".split())


def _may_be_first(word: Word) -> bool:
    """Whether a word can be somebody's first name: no article, and nothing that a place or a body begins with."""
    if word.caps or word.lower in _ARTICLES or not word.text.isalpha() or gazetteer.find(word.text):
        return False
    return not (tables.small_head(word, "first") or tables.head_type(word) or tables.is_adjective_of_people(word))


# Endings of Slavic and Armenian families, which towns have as well.
_FAMILY_OR_TOWN = re.compile(r"[A-Z][a-zà-ÿ]{2,}(?:[oe]va?|yan)")


def _ends_as_families(words: list[Word]) -> bool:
    """Whether the last word ends as names of families do; where those of towns do so as well, it is no known one."""
    last = words[-1].text
    if len(words) < 4 and _FAMILY_ENDING.fullmatch(last) and not words[0].caps:
        return True
    known = gazetteer.find(last) or gazetteer.is_town(last)
    return len(words) == 2 and bool(_FAMILY_OR_TOWN.fullmatch(last)) and not known and _may_be_first(words[0])


def _lean_to_person(candidate: Candidate, words: list[Word]) -> None:
    """Votes of rarer given names, and of family names behind or, in East Asia, before them."""
    first, last = words[0].text, words[-1].text
    if first == last or any(c.isdigit() for c in last) or gazetteer.is_town(" ".join(w.text for w in words)):
        return  # "Tan Tan"
    if first.casefold() in personal_names.family_first() and len(words) in (2, 3) and not words[0].caps:
        candidate.vote("person", _FAMILY_FIRST)
        return
    if personal_names.may_be_given(first):
        candidate.vote("person", _RARE_GIVEN)
    elif len(words) < 4 and _INITIALS.fullmatch(first) and not tables.small_head(words[0], "first"):
        candidate.vote("person", _RARE_GIVEN + 0.5 * (len(first) == 1))  # "K Subbarao", "CB Muthanna"
    elif _ends_as_families(words):
        candidate.vote("person", _RARE_GIVEN)
    if len(words) <= 3 and personal_names.is_family_name(last) and not words[0].caps:
        candidate.vote("person", _FAMILY)
