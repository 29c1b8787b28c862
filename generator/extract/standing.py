"""Titles that can be read alone: a name set before one that names nobody, as a newspaper's kicker does.

"The merger is completed" says nothing in a list of events; "Norvale: the merger is completed" does. The name is that
of which the whole text speaks most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator import gazetteer
from generator.document import Mention
from generator.extract import placed, whereabouts
from generator.extract.alike import MOSTLY
from generator.extract.clauses import AWAITED, noun_kinds
from generator.extract.lexicon import lexicon
from generator.extract.referents import AGENTS, BODIES
from generator.extract.topics import Topic

if TYPE_CHECKING:
    from spacy.tokens import Token

SHOUTED = 5  # letters of an acronym at most
LEAST = 3  # words without which not even a kicker makes a title
TRIED = 4
CLEARLY = 1.5  # times as much as of the next one of its type must a text speak of what it is about
_ELLIPTIC = frozenset({"one", "ones", "other", "others", "latter", "former", "two", "three", "four", "five", "rest"})
_OFFICES = (BODIES | frozenset("directorate confederation comptroller inspectorate secretariat ombudsman".split())) - {
    "company", "firm", "group", "bank", "club", "corporation", "airline", "front", "movement"
}  # fmt: skip
_SMALL = frozenset({"the", "a", "an", "both", "two", "three", "more", "some", "no"})
_ONES_OWN = frozenset(
    "trial hearing indictment verdict sentencing sentence conviction appeal charge arrest autopsy funeral burial jury "
    "judgment judgement estate case retrial inquest prosecution".split()
)
_OF_A_PRIZE = frozenset("pick choose select shortlist award judge praise".split())  # no jury of a court does
_VERDICTS = frozenset("trial indictment verdict sentencing sentence conviction retrial".split())
_OF_THE_DEAD = frozenset("autopsy funeral burial estate inquest".split())
_WHO_DO = ("er", "or", "ist", "guard", "man", "woman", "people", "staff", "half", "person", "player")
_THINGS = ("meter", "puter", "tower", "river", "border", "tanker", "actor", "motor", "sensor", "rator", "tter", "ainer")
_MANY = frozenset("people person resident villager inhabitant passenger pupil child family home house".split())
_STANDING = frozenset("candidate contender voter resident villager governor mayor deputy".split())
_PANELS = frozenset({"commission", "inquiry", "panel", "curfew", "state", "emergency"})
_AFFAIRS = frozenset(
    "election vote voting registration ballot referendum runoff byelection poll polling campaign debate count recount "
    "flood flooding storm earthquake quake fire wildfire explosion blast outbreak epidemic evacuation curfew protest "
    "riot strike demonstration ceasefire truce search rescue power school".split()
)
POLLS = frozenset(
    "election vote voting registration ballot referendum runoff byelection poll polling count recount".split()
)
# Who talk about a place talk elsewhere, as a rule; what burns, burns in one spot of a country.
_COME_TOGETHER = frozenset("party side delegation negotiator mediator envoy delegate".split())
_OF_ONE_SPOT = frozenset("fire blast explosion evacuation search rescue power school riot".split())
_FORMAL = re.compile(r"\b(?:republic|kingdom|federation|commonwealth|principality|sultanate)\b", re.I)
_NATIONAL = frozenset({"parliamentary", "presidential", "general", "national", "federal"})
_SKY = frozenset("moon mars venus jupiter saturn sun earth orbit".split())  # nobody's town


def fits(topic: Topic, noun: Token, near: Sequence[Mention], recent: bool) -> bool:
    """Whether a name can stand as a kicker before a title whose subject is `noun`, as that which it is about.

    A person only before what a court, a doctor or the grave has with one; a body before a happening or a thing of its
    own, never before another body; a place before what happens. `near`: the names around the title's words. Where they
    hold another of the name's type, that one may be meant, unless what happened is of the days of the report and the
    name stands in its headline.
    """
    happens, word = bool(noun_kinds(noun)), noun.lemma_.lower()
    if word == "jury" and noun.head.lemma_.lower() in _OF_A_PRIZE:
        return topic.leading and topic.type in ("place", "named_event")
    kin = (m.text for m in near if m.type == topic.type == "person" and " " in m.text)
    if any(name.split()[-1] == topic.name.split()[-1] and name[0] != topic.name[0] for name in kin):
        return False  # "the case against the warden, Leo Lind", beside Ann Lind
    if topic.alone and word in _ONES_OWN - _OF_THE_DEAD and not _another(noun):
        return True  # of all whom the text names, one stands trial
    if not topic.leading or (topic.weight < 1 and topic.type != "place") or _another(noun):
        return False
    if topic.type == "person":
        # A text may be about a witness: the trial is that of whom the text says to be accused.
        if word not in _ONES_OWN or not (topic.headed or topic.tried or word in _OF_THE_DEAD):
            return False
        return topic.weight >= CLEARLY or not _rival(topic, near)
    if topic.type == "organization" and (word in _VERDICTS and not topic.tried):
        return False  # "the trial" is that of whom a court tries, and not of the victims' association
    if topic.type == "organization" and not topic.headed and ((topic.once and not happens) or _person(noun)):
        return False  # a body named once is not what a text is about; "the former warden" is not known to be of it
    # "Talks between Norvale and Radek" are not those of whom the text speaks most.
    own = [m for m in near if m.type != "place" and noun.left_edge.idx <= m.start <= noun.right_edge.idx]
    nobodys = topic.type == "organization" and not topic.headed and not happens and _indefinite(noun)
    if nobodys or (topic.type != "place" and word in POLLS):
        return False  # voting is no party's; "a bad cable" is nobody's own
    if _rival(topic, near) and not (
        recent
        and not _rival(topic, own)
        and (topic.headed or topic.weight >= MOSTLY)
        and (topic.type == "place" or happens)
    ):
        return False
    if topic.type in ("place", "organization") and whereabouts.no_town(topic.name) and not topic.headed:
        return False  # a hospital heads nothing
    if topic.type == "place" and (topic.name.lower() in _SKY or (word in lexicon().of_what and not happens)):
        return False  # "Leith Sound: a successor to fly"
    if topic.type == "place":
        known = gazetteer.find(topic.name)
        if word in _COME_TOGETHER or (word in _OF_ONE_SPOT and known is not None and known.kind == "country"):
            return False
        where = _fronted(noun, near)
        if where is not None and _rival(topic, [where]):
            return False  # "In Norway, 22 people had died": not in the place that the text is about
        if topic.weight < CLEARLY and noun.lemma_.lower() not in _AFFAIRS | _PANELS:
            return False  # of two places the words may mean the other
        if topic.case and word in _ONES_OWN:
            return True
        # Where a story plays is not where all was that it looks back to.
        return _public(noun) and (recent or any(m.text == topic.name for m in near))
    # The WHO, a court: many stories' actor, and no story's name.
    acronym = topic.name.isupper() and topic.type == "organization" and not (topic.headed and topic.weight >= MOSTLY)
    office = not _OFFICES.isdisjoint(topic.name.lower().split())  # "University of Graz", "Institute of Technology"
    body = gazetteer.find(topic.name) is not None or acronym or office
    others = word in BODIES or (topic.type == "organization" and word in lexicon().bodies | _BODILY)
    return not body and (happens or not others) and not _acts_for_itself(noun)


_BODILY = frozenset(
    "conglomerate giant subsidiary unit regulator board administration delegation inspector "
    "town city municipality village district county borough parish jury mayor".split()
)


def _fronted(noun: Token, near: Sequence[Mention]) -> Mention | None:
    """The place with which a sentence begins: "In Norway, 22 people had died"."""
    first = noun.sent[0]
    inside = (m for m in near if noun.sent.start_char <= m.start < noun.left_edge.idx)
    found = next(inside, None) if first.lower_ == "in" else None
    return found if found is not None and found.type == "place" and found.start <= first.idx + len("in the ") else None


def _public(noun: Token) -> bool:
    """Whether a place can head what is told of a noun: its people, its public affairs, what befalls it.

    "Leith: 3,100 people are evacuated" is understood; "Leith: the merger takes effect" speaks of a firm that a reader
    would have to guess, and makes the merger Leith's.
    """
    lemma = noun.lemma_.lower()
    if noun.i > 1 and noun.nbor(-1).text == "-":
        lemma = f"{noun.nbor(-2).lower_}{lemma}"  # "run-off" comes in three tokens
    counted = any(c.dep_ == "nummod" for c in noun.children) and noun.tag_ == "NNS"
    people = lemma in lexicon().people or lemma in _MANY
    definite = any(c.lower_ in ("the", "both", "these", "those") for c in noun.lefts)
    return (
        lemma in _AFFAIRS
        or (people and (counted or lemma in _STANDING or not definite))
        or (lemma in _PANELS and not definite)
    )


def _indefinite(noun: Token) -> bool:
    return any(c.lower_ in ("a", "an") for c in noun.lefts)


def _rival(topic: Topic, near: Sequence[Mention]) -> bool:
    own = set(topic.name.lower().split())
    return any(m.type == topic.type and own.isdisjoint(m.text.lower().split()) for m in near)


def _another(noun: Token) -> bool:
    return any(c.lower_ in ("another", "other", "same", "its", "his", "her", "their", "some") for c in noun.lefts)


def _acts_for_itself(noun: Token) -> bool:
    """Of "the bodyguard", "a juror", "half of the staff": people, of whom it is not said whose they are."""
    word = noun.lower_.rstrip("s")
    return noun.tag_ in ("NN", "NNS") and word.endswith(_WHO_DO) and not word.endswith(_THINGS) and not noun_kinds(noun)


def _person(noun: Token) -> bool:
    """Of "the former warden", "the clerk": a noun for one person."""
    word = noun.lower_
    if any(c.lower_ in ("former", "retired", "late", "ex") for c in noun.lefts):
        return True
    return (
        noun.tag_ == "NN"
        and not noun_kinds(noun)
        and (word in lexicon().people or (word.endswith(AGENTS) and not word.endswith(_THINGS)))
    )


def _bare(noun: Token) -> bool:
    """Of "a body set up in 2021", "a hearing": of what, not even the story's name says."""
    words = {t.lower_ for t in noun.subtree}
    return (
        any(c.lower_ in ("a", "an") for c in noun.children)
        and noun.n_lefts < 2
        and placed.wants_more(noun, words, noun.head.i)
    )


def _nearest(topics: Sequence[Topic], noun: Token, near: Sequence[Mention]) -> list[Topic]:
    """The likeliest topics; of places the one that is named beside the words, where it is a topic too."""
    places = {m.text for m in near if m.type == "place"}
    beside = [t for t in topics if t.type == "place" and t.name in places and t.leading]
    found = [t for t in topics[:TRIED] if t.type != "place" or not beside]
    if len(places) == 1 and beside:
        found.insert(next((k for k, t in enumerate(topics[:TRIED]) if t.type == "place"), len(found)), beside[0])
    own = noun.lemma_.lower() in _ONES_OWN
    return sorted(found, key=lambda t: own and t.type != "person")


def kicker(
    title: str,
    topics: Sequence[Topic],
    noun: Token,
    told: Token,
    near: Sequence[Mention],
    country: str | None = None,
    *,
    recent: bool,
) -> str | None:
    """The name to set before a title; `None` where none fits. `told`: the title's verb.

    `country`: the one that the text is about, which heads its public affairs where no town does.
    """
    if len(title.split()) < LEAST or noun.lower_ in _ELLIPTIC or (told.head.i == noun.i and _bare(noun)):
        return None
    if (where := _fronted(noun, near)) is not None and _public(noun) and recent:
        return where.text
    if any(t.headed and t.type != "place" for t in topics[:TRIED]):
        # What the headline is about, the words are of, and not of a product or a hall that the text names first.
        topics = [t for t in topics if t.headed or t.type in ("place", "person")]
    if _bare(noun):  # "a verdict is expected": only the headline says of what
        topics = [t for t in topics if t.headed]
    # "Kingdom of Norway" in a document's head says who issued it, and is nobody's word for where a thing happened.
    if any(_FORMAL.search(t.name) for t in topics):
        topics, country = [t for t in topics if not _FORMAL.search(t.name)], None
    headed = [t for t in topics if t.type == "place" and t.headed]
    if len(headed) > 1:  # "Peru-Chile trade deal": of two places neither heads what befalls both
        topics = [t for t in topics if t not in headed or t.weight >= MOSTLY]
    found = next((t.name for t in _nearest(topics, noun, near) if fits(t, noun, near, recent)), None)
    public = noun.lemma_.lower() in POLLS or any(c.lower_ in _NATIONAL for c in noun.lefts)
    return found or (country if public and recent else None)


def of_its_days(topics: Sequence[Topic], told: Token) -> Sequence[Topic]:
    """Without the named events, where a verb tells what is yet to come: an exercise or a storm has only its days."""
    ahead = told.lemma_.lower() in AWAITED or any(c.dep_ == "aux" and c.lower_ in ("will", "to") for c in told.children)
    return [t for t in topics if t.type != "named_event"] if ahead else topics


def story(title: str, topics: Sequence[Topic]) -> str | None:
    """What a headline is about, for a title that speaks of "the works" or "the licence": of whose, it says then."""
    for topic in topics[:TRIED]:
        own = topic.type in ("organization", "equipment", "named_event") and topic.headed and topic.weight >= CLEARLY
        if own and gazetteer.find(topic.name) is None and not _OFFICES & set(topic.name.lower().split()):
            return topic.name if topic.name not in title else None
    return None


def kicked(title: str, name: str, noun: Token, *, by_name: bool = False) -> str:
    """The title behind its kicker; `by_name`: whether it begins with a name that stands for a pronoun."""
    first, _, rest = title.partition(" ")
    name = name.title() if name.isupper() and len(name) > SHOUTED else name  # from a dateline
    named = first.lower() not in _SMALL and (by_name or noun.left_edge.pos_ == "PROPN" or not first[1:].islower())
    return f"{name}: {first if named else first.lower()} {rest}"
