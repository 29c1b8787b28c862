"""The tables of words that say what a name names: titles before people, head words, institutions, stop words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, get_args

from generator import gazetteer, personal_names
from generator.extract.mention_words import Word
from generator.model import ENTITY_TYPES, EntityType

# So many different words of sport in a text make it a report of sport.
WORDS_OF_SPORT = 5
STRONG_WORDS = 3  # of those that little else is told in
# Words of sport that elections, trials and wars are told in as well.
_WEAK = frozenset(
    "race races stage stages set sets round rounds match matches season captain header seed seeded club clubs league"
    " goal goals tournament champion champions defender defenders penalty penalties coach squad forward"
    " promotion standings sprint breakaway knockout podium boxing bout doping tennis golf cricket soccer rugby hockey"
    " riders rider lap laps championship fixture fixtures scored athletics swimming sprinter jersey jerseys"
    " prologue peloton".split()
)
TitleKind = Literal["honorific", "rank", "position"]

# What goes before a title and belongs to it: "Deputy Prime Minister", "former president".
MODIFIERS = frozenset(
    "deputy vice former acting first interim assistant associate outgoing incoming ex late then senior "
    "junior chief co lead top"
    " second permanent honorary retired ret under special royal".split()
)
# Those of them that never begin a name.
FORMER = frozenset("former acting interim assistant associate outgoing incoming ex late then retired".split())
# Offices that a field of work may precede: any capitals before them belong to the office ("Oil Minister").
_WITH_FIELD = frozenset(
    "minister secretary commissioner prosecutor director editor chief officer executive adviser advisor "
    "judge correspondent analyst spokesman spokeswoman".split()
)
# Endings of nouns for what a body works at or stands for: "Renewal", "Dignity", "Protection".
_ABSTRACT = re.compile(
    r"[a-z]{2,}(?:tion|sion|ment|ity|ness|ance|ence|ship|dom|ism|ewal|ival|acy|ure|ics|ology|ice|elty|erty|alty)s?"
)
# Endings of plurals for people by what they do or are.
_PEOPLE = re.compile(
    r"[a-z]{2,}(?:ers|ors|ists|ians|ants|ents|ees|men|women|smiths|wrights|iers|eers|herds|folk|owners)|nurses|midwives|women|men"
)
# Of whatever field or ground: "chief district officer", "chief science officer".
_CHIEF = re.compile(r"chief [a-z]{3,} officer")
_SHORTEST_PLURAL = 5  # letters of a people's name with its plural's
_SCHOLAR = re.compile(r"[a-z]{2,}(?:ologist|ographer|ometrist|iatrist|atrician|onomist|icist)")


@lru_cache(maxsize=1)
def _titles() -> dict[str, TitleKind]:
    found: dict[str, TitleKind] = {}
    tables = gazetteer.sections("titles.txt", whole_lines=True)
    for kind in get_args(TitleKind):
        for phrase in tables[kind]:
            found.setdefault(phrase.replace("-", " "), kind)
    return found


@lru_cache(maxsize=1)
def _before_given() -> frozenset[str]:
    return frozenset(norm(p) for p in gazetteer.sections("titles.txt", whole_lines=True)["before given names"])


def stands_before_given(phrase: str) -> bool:
    """Whether a title stands before a given name, where English has its titles before surnames: "Encik"."""
    return norm(phrase) in _before_given()


@lru_cache(maxsize=1)
def _heads() -> tuple[dict[str, EntityType], frozenset[str], dict[tuple[str, str], EntityType]]:
    """(capitalised head -> type, those that go on over "of", (policy, small head) -> type)."""
    capital: dict[str, EntityType] = {}
    of: set[str] = set()
    small: dict[tuple[str, str], EntityType] = {}
    for heading, heads in gazetteer.sections("heads.txt").items():
        parts = heading.split()
        kind = next(t for t in ENTITY_TYPES if t == parts[0])
        for head in heads:
            if "of" in parts:
                of.add(head)
            if "never" in parts:
                capital.setdefault(head, kind)
            for policy in set(parts) & {"in", "some", "cue", "first"}:
                small.setdefault((policy, head), kind)
    return capital, frozenset(of), small


@lru_cache(maxsize=1)
def _stop() -> dict[str, frozenset[str]]:
    return gazetteer.sections("words.txt")


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    return frozenset(gazetteer.lines("no_names.txt"))


@lru_cache(maxsize=1)
def _trades() -> frozenset[str]:
    return gazetteer.sections("callings.txt")["calling"]


def is_trade(lower: str) -> bool:
    """Whether a word is a noun for what somebody does: "welder"."""
    return lower in _trades()


def names_nothing(text: str) -> bool:
    """Whether a phrase is a name of none of our types: "Dow Jones", "Boxing Day"."""
    folded = text.casefold().replace("’", "'")
    folded = re.sub(r"-(?=\d)", " ", folded)  # "CAC-40"
    return folded in _no_names() or folded.removesuffix(" index") in _no_names()


@lru_cache(maxsize=1)
def institutions() -> dict[tuple[str, ...], bool]:
    """Words of an institution behind a demonym -> whether that is surely an organization."""
    tables = gazetteer.sections("phrases.txt", whole_lines=True)
    return {tuple(p.split()): h == "institution" for h, phrases in tables.items() for p in phrases}


def stop(kind: str, word: Word | str) -> bool:
    """Whether a word stands in a section of words.txt."""
    lower = word if isinstance(word, str) else word.lower
    return lower in _stop()[kind]


@lru_cache(maxsize=50_000)
def norm(word: str) -> str:
    """A word of a title as titles.txt spells it: "Lt.-Gen." is "lt gen"."""
    return " ".join(word.casefold().replace(".", " ").replace("-", " ").replace("‑", " ").split())


@lru_cache(maxsize=50_000)
def title_kind(phrase: str) -> TitleKind | None:
    """Of a whole phrase; the names of scholars' trades are offices by their ending: "hydrologist"."""
    plain = norm(phrase)
    return _titles().get(plain) or ("position" if _SCHOLAR.fullmatch(plain) or _CHIEF.fullmatch(plain) else None)


@lru_cache(maxsize=1)
def _longest_titles() -> dict[str, int]:
    """First word of titles -> how many words the longest of them has."""
    made = {"chief": 3}  # "chief executive officer", and whatever else such officers are of
    for phrase in _titles():
        words = phrase.split()
        made[words[0]] = max(made.get(words[0], 1), len(words))
    return made


def title_at(words: list[Word], start: int, stop_at: int) -> tuple[int, TitleKind] | None:
    """The longest title that begins at a word, before `stop_at`: (index behind it, kind)."""
    text = ""
    best: tuple[int, TitleKind] | None = None
    for index in range(start, min(stop_at, start + 6)):
        text = f"{text} {norm(words[index].text)}".strip()
        kind = title_kind(text) or (
            title_kind(text[:-1]) if text.endswith("s") and text[-2:] != " s" and len(text) > 5 else None
        )
        if kind:
            best = (index + 1, kind)
        if text and text.count(" ") + 1 >= _longest_titles().get(text.partition(" ")[0], 1):
            break
    return best


def takes_field(word: Word) -> bool:
    """Whether the capitals before this office belong to it: "Climate Minister"."""
    return word.lower in _WITH_FIELD


def head_type(word: Word | str) -> EntityType | None:
    """Of a capitalised head word."""
    lower = word if isinstance(word, str) else word.lower
    return _heads()[0].get(lower)


def takes_of(word: Word) -> bool:
    """Whether a name goes on over "of" behind this head."""
    return word.cap and word.lower in _heads()[1]


def small_head(word: Word, policy: Literal["in", "some", "cue", "first"]) -> EntityType | None:
    """Type that a head in small letters gives under a policy of heads.txt."""
    lower = word.lower
    return _heads()[2].get((policy, lower))


def small_head_type(lower: str) -> EntityType | None:
    """Type of what a noun in small letters is a name for: "ketch", "refinery"."""
    return _heads()[2].get(("cue", lower))


def first_head(lower: str) -> EntityType | None:
    """Type of what a word begins the name of in another language: "partido", "banco"."""
    return _heads()[2].get(("first", lower))


def is_adjective_of_people(word: Word) -> bool:
    """A demonym, or the adjective of a people, a faith or a language: no name alone."""
    lower = word.lower
    plural = len(lower) > _SHORTEST_PLURAL and lower[-1] == "s" and gazetteer.demonym(lower[:-1]) is not None
    return plural or gazetteer.demonym(lower) is not None or stop("people", lower) or stop("language", lower)


def is_common(word: Word) -> bool:
    """Whether a word makes no name by itself, however it is printed."""
    lower = word.lower
    return (
        stop("common", lower) or lower in _heads()[0] or lower in MODIFIERS or lower in {"of", "and", "the", "for", "&"}
    )


def is_plain(lower: str) -> bool:
    """Whether a folded word is one of those that bodies everywhere are called by: "press", "division", "fisheries"."""
    small = lower in {"of", "and", "the", "for", "&"}
    common = stop("common", lower) or stop("field", lower) or lower in _heads()[0] or lower in MODIFIERS
    return small or common or _ABSTRACT.fullmatch(lower) is not None


def are_people(lower: str) -> bool:
    """Whether a word in small letters is a plural for people by their trade: "dockers"."""
    return bool(_PEOPLE.fullmatch(lower))


def is_field(word: Word) -> bool:
    """Whether a word can name a field of work: a common one, or an abstract noun that is no name."""
    known = gazetteer.find(word.text) or personal_names.is_given_name(word.text) or word.caps
    return (
        is_common(word)
        or stop("field", word)
        or (not known and (bool(_ABSTRACT.fullmatch(word.lower)) or are_people(word.lower)))
    )


def cue_ahead(words: list[Word], index: int) -> EntityType | None:
    """What a compound in small letters ends in: equipment for "medium-range surface-to-air missile"."""
    for step in range(index, min(index + 5, len(words))):
        word = words[step]
        if step > index:
            found = small_head(word, "cue")
            if found in ("equipment", "organization", "named_event", "place") and not word.cap:
                return found
        if word.gap != " " or (
            word.tag[:2] not in ("NN", "JJ", "HY", "CD") and "-" not in word.text and word.tag not in ("VBG", "VBN")
        ):
            return None
    return None


_MAKERS = re.compile(r"[a-z]{3,}(?:maker|builder|grower|seller|buster|keeper|holder|mate)")
_SIDES = frozenset("competitor rival partner subsidiary parent insurer lender".split())


def describes(word: Word) -> bool:
    """Whether a word that begins a sentence describes the name behind it: "Chipmaker X", "Airline Y", "Survivor Z".

    A word that can head a name ("Bank", "Union") does not.
    """
    if (
        head_type(word)
        or not word.cap
        or word.caps
        or gazetteer.find(word.text)
        or personal_names.may_be_given(word.text)
    ):
        return False
    lower = word.lower
    return small_head(word, "cue") is not None or lower in _SIDES or _MAKERS.fullmatch(lower) is not None


def is_sport(words: Sequence[Word]) -> bool:
    """Whether a text is a report of sport, by its vocabulary and its rows of scores."""
    if any(w.caps and w.lower in _HEADED and w.first and _DASH.fullmatch(w.gap) for w in words):
        return True  # "SOCCER - ROVERTOWN BEAT LAKESIDE."
    told = len(common := {w.lower for w in words if not w.cap and stop("sport", w)})
    told += len({w.text for w in words if w.text in _LEAGUES})
    told += 2 * len({(one.text, two.text) for one, two in pairwise(words) if (one.text, two.text) in _CONTESTS})
    if told - len(common & _WEAK) >= STRONG_WORDS:
        return True
    scores = 0
    if told < WORDS_OF_SPORT:
        scores = sum(bool(_SCORE.fullmatch(w.text)) for w in words)
        scores += sum(_scored(words, i) or _placed(words, i) or _coded(words, i) for i in range(len(words) - 1))
    return told + min(scores, WORDS_OF_SPORT - 1) >= WORDS_OF_SPORT


# What agencies head their reports of sport with, and leagues that are called by one word.
_HEADED = frozenset(
    "soccer football cricket tennis golf rugby athletics cycling baseball basketball boxing hockey swimming skiing"
    " racing motorcycling badminton squash volleyball handball skating snooker rowing sailing".split()
)
_LEAGUES = frozenset("Bundesliga NFL NBA NHL MLB MLS WNBA NCAA FIFA UEFA IAAF ATP WTA PGA LPGA ICC IPL UFC".split())
_CONTESTS = frozenset(
    tuple(name.split())
    for name in (
        "Premier League|Champions League|Europa League|Football League|Basketball Association|Hockey League"
        "|League Baseball|American League|National League|Serie A|Serie B|La Liga|Ligue 1|Primera Division"
        "|World Cup|European Cup|Davis Cup|Ryder Cup|Stanley Cup|FA Cup|League Cup|Copa America|Copa Libertadores"
        "|Tour de|Giro d'Italia|Vuelta a|Super Bowl|World Series|Grand Prix|Grand Slam|Formula One|Six Nations"
        "|Super Rugby|Super League|Nations Cup"
        "|Olympic Games|Commonwealth Games|Asian Games|European Championship|Cup Winners|Scottish Premiership"
    ).split("|")
)
_DASH = re.compile(r" ?[-–—:]{1,2} ?")
_SCORE = re.compile(r"\d{1,2}-\d{1,2}")


def _placed(words: Sequence[Word], index: int) -> bool:
    """Whether a row of results ends here: "2. Ann Example (Peru) 4:07.43", the nation in brackets and a figure."""
    one, two = words[index], words[index + 1]
    if not (one.cap and one.gap in (") ", ") +") and re.fullmatch(r"\d[\d.:]*", two.text)):
        return False
    return any(w.gap == " (" for w in words[max(0, index - 4) : index])


def _coded(words: Sequence[Word], index: int) -> bool:
    """Whether a nation's three letters stand behind a numbered name: "3 Ann Example (Per) ..."."""
    if not index or words[index - 1].gap != " (" or not words[index].gap.startswith(")"):
        return False
    numbered = any(w.text.isdigit() for w in words[max(0, index - 4) : index])
    return numbered and re.fullmatch(r"[A-Z][A-Za-z]{2}", words[index].text) is not None


def _scored(words: Sequence[Word], index: int) -> bool:
    """Whether a side and its score stand here, and another name behind them: "Leeds United 2 Arsenal 1"."""
    one, two = words[index], words[index + 1]
    behind = words[index + 2] if index + 2 < len(words) else None
    return (
        one.cap
        and one.gap == " "
        and re.fullmatch(r"\d{1,3}", two.text) is not None
        and two.gap in (" ", ", ", "; ")
        and not stop("calendar", one)
        and (behind is not None and behind.cap and not behind.first and not stop("calendar", behind))
    )
