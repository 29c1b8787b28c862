"""The words of a text as name finding sees them: whole words with their case, and the runs of capitals they form.

spaCy cuts "el-Masry" and "Lt.-Gen." into pieces and leaves "US-led" whole; here a word is what stands between
spaces, without possessive and punctuation, and a compound of two names is two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator import gazetteer
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HYPHENS = "-‐‑"
_WORD = re.compile(rf"[#@]?[^\W_]+(?:(?:[.'’&{_HYPHENS}/]|\.[{_HYPHENS}])[^\W_]+)*", re.UNICODE)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@[^\s@]+\.\w+|(?<![\w-])[\w-]+\.(?:com|org|net|gov|info|co\.uk)\b\S*", re.I
)
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$|['’]$", re.I)
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+[\"“‘'(\[]*$|[:;•–—]\s+[\"“‘]+$|^\W*$|[\"“]$")
# Words after which a full stop ends no sentence. Letters alone ("J.") and "U.S." are seen by their form.
_ABBREVIATIONS = frozenset(
    "engr adv arq avv dott"
    " lt gen col maj capt cmdr adm sgt cpl brig supt insp det mr mrs ms dr prof rev hon sen rep gov st jr sr mt ft"
    " co corp inc ltd vs no jan feb mar apr aug sept sep oct nov dec atty pres dept univ bros cllr".split()
)  # fmt: skip
# What makes "US-led" two words, where the second part is small: participles and a few others.
_TAILS = re.compile(
    r".*(?:ed|ing|born|style|wide|era|type|like|run|made|bound|free|friendly|level|majority|area|old|speaking|only|first|held|built|sized|scale)"
)
_AFFIXES = frozenset(
    "anti non pro post pre ex mid trans inter un sub ultra neo all cross co multi semi former then".split()
)
_CONTINENTAL = frozenset("european asian african american latin anglo franco sino euro".split())
# What "Co-" stands before as a word of its own; "Co-operation" and "Co-ordination" are one.
_WITH = re.compile(
    r"(?:found|chair|chief|head|lead|author|pilot|direct|president|own|defendant|accused|host|star|sponsor|driver"
    r"|conspir|produc|writ|creat).*"
)
# The code under which shares of a firm are traded: "(NYSE: ABC)", "(TYO: 5908)".
_TICKER = re.compile(r"\((?:[A-Z][A-Za-z]{1,9}|[A-Z]{2,5}\.[A-Z]{2}): ?[A-Z0-9]{1,6}(?:\.[A-Z]{1,2})?\)")
# Small words within a name, before its next part: "Ursula von der Leyen", "Saad al Hariri".
PARTICLES = frozenset(
    "al el bin bint ben ibn abu abd ould van von der den de da dos das do du des del della di la le los las "
    "ter ten zu zum per y af av ap mac san st dela delos delle dei degli dello ul ur uz os e o".split()
)


class Word(NamedTuple):
    """One word; `start` and `end` are offsets of the text without possessive, `gap` is what stands before the next."""

    start: int
    end: int
    text: str
    gap: str
    tag: str  # Penn Treebank tag of its last token
    cap: bool  # begins with a capital
    caps: bool  # has two letters or more, all capitals
    first: bool  # begins a sentence: its capital tells nothing
    possessive: bool
    headline: bool  # its line is a headline: capitals tell nothing
    lower: str  # in small letters, without the full stop of an abbreviation


@lru_cache(maxsize=50_000)
def _small(text: str) -> str:
    return text.casefold().replace("’", "'").rstrip(".")


def _is_abbreviation(word: str) -> bool:
    bare = word.casefold().rstrip(".").replace("-", ".").split(".")[-1]
    if bare in _ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I"):
        return True
    return bool(re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word))


@lru_cache(maxsize=50_000)
def _parts(text: str) -> tuple[str, ...]:
    """A compound as the words it is made of; almost every word is one."""
    pieces = [p for p in re.split(rf"[{_HYPHENS}/]", text) if p]
    if re.fullmatch(r"[A-Z]/[A-Z](?:-\d+[A-Z]?)?", text):
        return (text,)
    if len(pieces) == 2 and pieces[0].isdigit() and len(pieces[0]) < 3 and re.match(r"[A-Z][a-z]", pieces[1]):
        return tuple(pieces)  # "7-Pavel Novak": a seed and a name
    if "/" in text and len(pieces) > 1:
        return tuple(p for s in text.split("/") if s for p in _parts(s))
    if len(pieces) < 2 or gazetteer.find(text) or gazetteer.demonym(text):
        return (text,)
    rest = text[len(pieces[0]) + 1 :]
    known_rest = bool(gazetteer.demonym(rest) or gazetteer.find(rest))
    if pieces[0] in ("Inter", "Pan", "Trans") and known_rest and rest[:1].isupper():
        return (text,)  # "Inter-American": part of a body's name
    apart = pieces[0].islower() or known_rest or rest[:1].islower()
    if pieces[0].casefold() in _AFFIXES and apart and not (pieces[0] == "Co" and not _WITH.fullmatch(rest)):
        return (text[: len(pieces[0])], text[len(pieces[0]) + 1 :])
    known = [bool(gazetteer.demonym(p)) or bool(gazetteer.find(p)) for p in pieces]
    adjective = pieces[0][:1].isupper() and not any(p[:1].isupper() for p in pieces[1:])
    if adjective and _TAILS.fullmatch(pieces[-1]) and pieces[0].casefold() not in PARTICLES:
        return (pieces[0], text[len(pieces[0]) :])  # US-led, Delhi-based
    if len(pieces) == 2 and all(_of_people(p) for p in pieces):
        return tuple(pieces)  # "European-Japanese"
    if len(pieces) == 2 and all(known) and all(len(p) > 1 for p in pieces):
        return tuple(pieces)  # a pair of countries, as in "X-Y border"
    return (text,)


def _of_people(word: str) -> bool:
    """Whether a word is the adjective of a people or a continent."""
    return bool(gazetteer.demonym(word)) or word.casefold() in _CONTINENTAL


# Rows of results and standings: numbers between names, or "A AT B" of a schedule.
# What a line may hold is asked once, ahead: two runs of the same letters would take the square of the time.
_FIXTURE = re.compile(r"(?=[A-Z][A-Z .'-]*+\Z)..+? (?:AT|V|VS|V\.) [A-Z].+")


def _is_agate(line: str) -> bool:
    """Whether a line is a row of results: it begins with a number, ends with one behind another, or is full of them."""
    tokens = line.split()
    numbers = [t for t in tokens if t[:1].isdigit()]
    if _FIXTURE.fullmatch(line.strip()):
        return True
    if numbers and tokens[-1] == numbers[-1] and re.search(r" (?:c|b|lbw|st|not out|run out) ", line):
        return True  # "A Batsman c Fielder b Bowler 46"
    first = tokens[0].rstrip(".") if tokens else ""
    return (first.isdigit() and len(first) < 4) or (
        len(numbers) > 1 and (len(numbers) * 5 >= len(tokens) or tokens[-1][:1].isdigit())
    )


# A list of names behind a word and a colon, and no headline: "Gainers: Orvane, Kestrel Mills, Bo Tarn".
_LISTED = re.compile(r"[A-Z][a-z]+: (?:[^,\n]{2,40}, ){2}")


def _headline_lines(text: str) -> list[tuple[int, int]]:
    """Lines in which (almost) every word has a capital."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        if _is_agate(line[0]) or _LISTED.match(line[0]):
            continue
        words = re.findall(r"[^\W\d_][\w'’-]*", line[0])
        long = [w for w in words if len(w) > 3] or words
        if 2 < len(words) <= 25 and all(w.isupper() for w in long) and sum(len(w) > 3 for w in words) > 1:
            found.append(line.span())
        elif 3 < len(words) <= 25 and not re.search(r"[.]['\"”’]?\s*$", line[0]):
            capital = sum(w[0].isupper() for w in long) / len(long)
            if capital > 0.8 and len(long) >= 4:
                found.append(line.span())
    return found


def words(doc: Doc) -> list[Word]:
    """All words of a parsed text, in order. Handles (@name) and addresses are left out."""
    text = text_of(doc)
    tags = {t.idx + len(t): t.tag_ for t in doc}
    sentence_starts = {t.idx for t in doc if t.is_sent_start}
    skipped = sorted(m.span() for pattern in (_ADDRESS, _TICKER) for m in pattern.finditer(text))
    headlines = _headline_lines(text)
    found: list[Word] = []
    matches = list(_WORD.finditer(text))
    at = line = 0
    for number, match in enumerate(matches):
        start, end = match.span()
        while at < len(skipped) and skipped[at][1] <= start:
            at += 1
        if (at < len(skipped) and skipped[at][0] <= start) or match[0].startswith("@"):
            continue
        while line < len(headlines) and headlines[line][1] <= start:
            line += 1
        headline = line < len(headlines) and headlines[line][0] <= start
        raw = match[0]
        if raw.startswith("#"):
            raw, start = raw[1:], start + 1
        possessive = None if gazetteer.owns_its_s(raw) else _POSSESSIVE.search(raw)
        bare = raw[: possessive.start()] if possessive else raw
        owns = bool(possessive) or (
            bare.endswith("s") and text[end : end + 1] in "'’" and text[end + 1 : end + 2] == " "
        )
        before = text[max(0, start - 12) : start]
        begins = _begins(before, start, found, sentence_starts, text)
        following = matches[number + 1].start() if number + 1 < len(matches) else len(text)
        pieces = _parts(bare)
        position = start
        for index, piece in enumerate(pieces):
            position = text.index(piece, position)
            stop = position + len(piece)
            last = index == len(pieces) - 1
            if last and text[stop : stop + 1] == "." and _is_abbreviation(piece):
                stop += 1
            upto = following if last else stop + (1 if text[stop : stop + 1] in "-‐‑/" else 0)
            gap = text[stop:upto]
            if last and owns:
                gap = re.sub(r"^['’]s?", "", gap)
            if last and own_apostrophe(text, following):
                gap = gap[:-1]
            shown = text[position:stop]
            found.append(Word(
                position, stop, shown, gap, tags.get(end, tags.get(stop, tags.get(position + len(piece), ""))),
                _capital(shown), _capitals(shown), begins and index == 0,
                owns and last, headline, _small(shown),
            ))  # fmt: skip
            position += len(piece)
    return found


def own_apostrophe(text: str, start: int) -> bool:
    """Whether the apostrophe before a word is its first letter, as in "’Mamello": no other one closes a quotation."""
    if start < 2 or text[start - 1] not in "\u2019\u02bb\u02bc" or text[start - 2] not in " \n(":
        return False
    return re.search('[\u2019"\u201d](?!s\\b)', text[start : start + 60]) is None


@lru_cache(maxsize=50_000)
def _capitals(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


@lru_cache(maxsize=50_000)
def _capital(word: str) -> bool:
    """el-Masry and iPhone have their capital further on; 5G, 20th and Ten-year-old have none that a name has."""
    if word.endswith("-year-old"):
        return False
    if word[:1].isupper():
        return True
    head, hyphen, rest = word.partition("-")
    if hyphen and head.casefold() in PARTICLES | {"d", "l"} and rest[:1].isupper():
        return True
    return bool(re.match(r"[a-z][A-Z][a-z]", word)) or bool(re.match(r"(?:d|l|al|el)['’][A-Z]", word))


def _begins(before: str, start: int, found: list[Word], sentence_starts: set[int], text: str) -> bool:
    """Whether a word begins a sentence, a line or a quotation."""
    if start == 0 or "\n" in before.rsplit(found[-1].text if found else "\0", 1)[-1]:
        return True
    if not found:
        return True
    between = text[found[-1].end : start]
    if between == " ":  # as nearly everywhere
        return found[-1].text.endswith(".") and start in sentence_starts
    if re.search(r"[!?…]", between) or (":" in between and re.search(r"[\"“]", between)):
        return True
    if "." in between:
        return True
    if found[-1].text.endswith(".") and start in sentence_starts:  # "… in the U.S. He said"
        return True
    return bool(re.search(r"(?:^|\s)[\"“‘]$", between)) and bool(re.search(r"[,:]\s*[\"“‘]$|^\s*[\"“]$", between))


def neighbours(found: list[Word], index: int) -> bool:
    """Whether nothing but a space stands between a word and its next: they can be one name."""
    gap = found[index].gap
    return index + 1 < len(found) and (gap in (" ", " & ", "\u00a0") or gap == "\n") and not found[index + 1].first


def runs(found: list[Word], names: Iterator[bool] | list[bool]) -> list[tuple[int, int]]:
    """Maximal stretches [from, to) of neighbouring words that can belong to names."""
    can = list(names)
    made: list[tuple[int, int]] = []
    index = 0
    while index < len(found):
        if not can[index]:
            index += 1
            continue
        stop = index + 1
        while stop < len(found) and neighbours(found, stop - 1):
            if can[stop] or (found[stop].text in PARTICLES | {"&"} and _particles_lead_on(found, can, stop)):
                stop += 1
            else:
                break
        while stop > index + 1 and not can[stop - 1]:
            stop -= 1
        made.append((index, stop))
        index = stop
    return made


def _particles_lead_on(found: list[Word], can: list[bool], index: int) -> bool:
    """Whether only particles stand between here and the next capital: "van der Bellen"."""
    for step in range(index, min(index + 3, len(found))):
        if can[step]:
            return True
        if found[step].text not in PARTICLES or not neighbours(found, step):
            return False
    return False


def declared(words: Sequence[Word]) -> frozenset[str]:
    """Letters that a name before them declares: "the Bourse of Orvane Securities (BSE)"."""
    return frozenset(b.text for a, b in pairwise(words) if a.cap and a.gap == " (" and b.gap[:1] == ")")


_MONEYS = frozenset("Rs Re Tk Rp RM Sh Ksh KSh Shs Ush Kc Ft Fr Le".split())


def is_money(words: Sequence[Word], index: int) -> bool:
    """Whether a money's short form and a figure stand here: "Rs 20"."""
    figure = index + 1 < len(words) and words[index].gap == " " and words[index + 1].text[:1].isdigit()
    return bool(figure and words[index].text.rstrip(".") in _MONEYS)
