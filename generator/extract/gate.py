"""The gate: whether a finished claim is published, waits for an editor, or joins only what another report tells whole.

One table of named reasons. Each is a general rule of English or of journalism, and each is asked of the finished claim:
its words, the word that dates it, and its title. A claim that none of them touches is published. Where a reason says
"draft", an editor must say whom, when or what the words mean. Where it says "company", the claim is sure, but its title
could not be read alone in a list of events ("The company repeats a target"): it opens no event, and joins one that
another claim tells with a better title. Where it says "story", the same holds, unless the whole briefing is of one
story, whose readers know which company is meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator import dates
from generator.extract import (
    accused,
    anchors,
    clauses,
    described,
    doubts,
    flawed,
    happening,
    lent,
    nobodys,
    placed,
    standing,
    taken_back,
    torn,
    turned,
    unsaid,
    whom,
)
from generator.extract.clauses import COURSE
from generator.extract.finished import Finished
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS, with_to
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_ONLY_THE = 6  # words up to which a title that begins with a mere "the" says too little of which
FULL = 8  # words from which on a title tells enough of somebody new without a name
WEEK, MONTH = 7, 31  # days
LONGEST_QUOTE = 420  # characters


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a claim is not published by itself."""

    name: str
    says: str  # to an editor
    weight: Literal["draft", "company", "story"]
    holds: Callable[[Finished], bool]


def _only_planned(f: Finished) -> bool:
    plans = f.verb is not None and f.word.lemma_.lower() in lexicon().planning and not f.kinds
    plans = plans and not any(c.dep_ in ("prt", "oprd") for c in f.word.children)  # "set off", "set up", "set free"
    return plans and not happening.formal(f.word) and not f.planned


def _no_title(f: Finished) -> bool:
    leans = f.leaning and not (f.verb is not None and f.word.lemma_.lower() not in COURSE)
    return f.title is None and not leans


_COUNTRYS = frozenset("government police cabinet army navy parliament".split())  # each country has one


def _spoken_pronoun(f: Finished) -> bool:
    return f.subject is not None and f.subject.pos_ == "PRON" and torn.within_speech(f.word)


def _spoken(f: Finished) -> bool:
    ours = (t for t in f.word.sent if t.lower_ in ("we", "i") and t.dep_ in SUBJECTS)
    said = any(f.word.is_ancestor(t.head) or t.head.i == f.word.i for t in ours)
    return said and not f.named and not _by_name(f)


_TODAY = frozenset("today tonight now".split())


def _figurative(f: Finished) -> bool:
    """As "Today two families become one": what a speaker says of today stands as if it were reported."""
    if f.subject is None or _by_name(f) or not torn.within_speech(f.word):
        return False
    time = f.doc[f.best.first : f.best.last].text.lower() if f.best is not None else ""
    return not time or time in _TODAY


def _by_name(f: Finished) -> bool:
    """Whether the subject of a claim is a name."""
    return f.subject is not None and f.who.at(f.subject) is not None


def _for_its_day(f: Finished) -> bool:
    return f.verb is not None and f.time_first is not None and torn.for_its_day(f.verb, f.time_first)


def _lasting(f: Finished) -> bool:
    """Of "in the first week of May he held the pass": what was so for that time, and no happening."""
    value = anchors.edtf(f.best.time) if f.best is not None else None
    state = f.verb is not None and not f.kinds and f.word.lemma_.lower() in lexicon().states and not f.planned
    return state and value is not None and "/" in value and WEEK <= dates.parse(value).days <= MONTH


def _goes_on(f: Finished) -> bool:
    return f.verb is not None and f.best is not None and torn.goes_on(f.verb, anchors.edtf(f.best.time))


def _deadline(f: Finished) -> bool:
    return f.best is not None and lent.deadline(f.doc, f.word, f.time_first or 0, f.best, _ahead(f))


def _began(f: Finished) -> bool:
    if with_to(f.word) and any(c.dep_ == "auxpass" for c in f.word.children):
        return False  # "are to be traded from 1 September": what is planned begins then
    return f.best is not None and lent.began_a_state(f.doc, f.word, f.time_first or 0, f.best)


def _ahead(f: Finished) -> bool:
    value = anchors.edtf(f.best.time) if f.best is not None else None
    return bool(value and f.published) and dates.parse(value or "").lower > dates.parse(f.published or "").upper


def _kept(f: Finished) -> frozenset[str]:
    return placed.words_of(f.title or "")


def _unplaced(f: Finished) -> bool:
    if not f.title or f.named or f.kicked:
        return False
    noun = f.subject or f.word
    if placed.subject_placed(noun, f.who, _kept(f), f.said, f.word.i):
        return False
    return not placed.by_the_rest(noun, f.word.sent, f.who, _kept(f))


def _bare_subject(f: Finished) -> bool:
    if not f.title or f.named or f.kicked or f.verb is None or f.subject is None:
        return False
    near = (f.who.mentions[i] for i in f.who.within(f.word.sent.start_char, f.word.sent.end_char))
    if f.said or any(m.type != "place" and m.text in f.title for m in near):
        return False  # "The estate sues Norvale": by the names behind it a reader finds the story
    return placed.bare_definite(f.subject, f.who, _kept(f), f.said)


def _says_only_the(f: Finished) -> bool:
    """Of "The law is passed": which one, not even who knows the story is told, where no name follows."""
    if not f.title or f.named or f.kicked or f.said or f.subject is None or not described.bare(f.subject, f.title):
        return False
    known = f.subject.lower_ in _COUNTRYS or len(f.title.split()) > MOST_ONLY_THE
    if known or clauses.noun_kinds(f.subject) or f.subject.lemma_.lower() in standing.POLLS:
        return False  # "the funeral is held": which, the whole story tells
    near = (f.who.mentions[i] for i in f.who.within(f.word.sent.start_char, f.word.sent.end_char))
    return not any(m.type != "place" and m.text in f.title for m in near)


def _nobody(f: Finished) -> bool:
    if not f.title or f.named or f.kicked or f.said:
        return False
    told = whom.of_another(f.who, f.subject or f.word, "")  # "a school, which the foundation builds, is to open"
    if len(f.title.split()) >= FULL and not placed.pointing(f.subject or f.word) and not told:
        return False
    return not placed.names_somebody(f.word.sent, f.who, _kept(f))


def _unknown_bodies(f: Finished) -> bool:
    return bool(f.title) and placed.unknown_bodies(f.word, f.who, _kept(f), f.subject)


def _unknown_thing(f: Finished) -> bool:
    if f.kicked:
        return False  # "Norvale: the families turn the offer down"
    return bool(f.title) and placed.unknown_thing(f.word, f.who, _kept(f), f.said)


def _bare_object(f: Finished) -> bool:
    if not f.title or f.verb is None:
        return False
    return placed.bare_object(f.verb, f.who, _kept(f)) or placed.published_nothing(f.verb, f.subject)


def _aside(f: Finished) -> bool:
    value = anchors.edtf(f.best.time) if f.best is not None else None
    if f.named or _by_name(f):
        return False
    return f.verb is not None and value is not None and unsaid.where_once(f.verb, dates.parse(value).days)


def _never_told(f: Finished) -> bool:
    ahead = _ahead(f) and f.verb is not None and not f.planned and f.word.tag_ in ("VBD", "VBN")
    return ahead and not happening.awaited(f.word)


def _flawed(f: Finished) -> bool:
    if not f.title:
        return False
    times = {i for row in f.rows for i in range(row.first, row.last)}
    if flawed.is_flawed(f.title, f.word, times, text_of(f.doc)[f.start : f.end]):
        return True
    if f.subject is not None and f.verb is not None and flawed.done_to_a_happening(f.word, f.subject, f.who):
        return True
    near = (f.who.mentions[i] for i in f.who.within(f.word.sent.start_char, f.start))
    before = [m.text for m in near if m.type == "person"]
    if flawed.whose_is_open(f.title, f.word, before) or (
        f.subject is not None and flawed.one_of_two(f.subject, f.title)
    ):
        return True
    return flawed.not_of_one(f.title, f.who.people, f.word)


def _taken_back(f: Finished) -> bool:
    times = frozenset(i for row in f.rows for i in range(row.first, row.last))
    return taken_back.taken_back(f.word, f.title or "", times)


def _verbs(rule: Callable[[Token], bool]) -> Callable[[Finished], bool]:
    return lambda f: f.verb is not None and rule(f.verb)


REASONS: tuple[Reason, ...] = (
    # ---- what the words say is no happening, or not surely one
    Reason("hedged", "the words are hedged", "draft", lambda f: happening.doubtful(f.word)),
    Reason("intended", "only a plan or wish", "draft", _only_planned),
    Reason("wished", "what somebody hopes or tries for", "draft", _verbs(doubts.wished)),
    Reason("was to", "it was to be: what came of it is told elsewhere", "draft",
           lambda f: f.verb is not None and (f.planned or f.verb.lemma_ == "be") and doubts.was_to(f.verb)),
    Reason("state", "a state that goes on", "draft", _goes_on),
    Reason("lasting", "what was so for a stretch of time", "draft", _lasting),
    Reason("calendar", "a stretch of the calendar begins and ends by itself", "draft",
           lambda f: f.subject is not None and torn.by_the_calendar(f.subject, f.word)),
    Reason("nowadays", "a state of these days", "draft",
           lambda f: f.verb is not None and f.best is not None and unsaid.nowadays(f.verb, f.best)),
    Reason("speech", "within a speech, of somebody the speaker means", "draft", _spoken_pronoun),
    Reason("spoken", "what the writer of it says of themselves", "draft", _spoken),
    Reason("figure", "what a speaker says of today, in words of their own", "draft", _figurative),
    Reason("alleged", "what one side of a case says", "draft",
           lambda f: accused.alleged(f.word.sent.text)),
    Reason("taken back", "the words around it take it back, or say of whom it is", "draft", _taken_back),
    # ---- the words are not well understood
    Reason("long", "longer than a quote, or over two paragraphs", "draft",
           lambda f: f.end - f.start > LONGEST_QUOTE or "\n\n" in text_of(f.doc)[f.start : f.end]),
    Reason("run together", "words of a menu or caption ran into the text", "draft",
           lambda f: doubts.glued(text_of(f.doc), f.start, f.end)),
    Reason("caption", "a picture's caption", "draft",
           lambda f: doubts.caption(f.word, f.best, f.published, text_of(f.doc))),
    Reason("borrowed", "whose participle it is, is only guessed", "draft", lambda f: doubts.borrowed(f.word, f.clause)),
    Reason("torn", "subject and verb do not belong together", "draft",
           lambda f: torn.torn(f.doc, f.clause, f.who)),
    Reason("half", "who else did it stands before an \"and\"", "draft",
           lambda f: f.verb is not None and f.subject is not None and unsaid.half_a_subject(f.subject, f.verb)),
    Reason("done to", "passive, with its \"was\" far away", "draft",
           lambda f: f.verb is not None and unsaid.done_to(f.verb, f.subject, entry=f.entry)),
    # ---- the date is not that of this verb
    Reason("hour", "an hour, of which another sentence tells the day", "draft",
           lambda f: f.best is not None and unsaid.hour_alone(f.best)),
    Reason("before", "told of some time, not of this day", "draft",
           lambda f: f.best is None and f.verb is not None and unsaid.once_before(f.verb)),
    Reason("for its day", "the day is of what was set, not of the setting", "draft", _for_its_day),
    Reason("noun's time", "the time is of a noun, not of what is told", "draft",
           lambda f: f.best is not None and not f.entry and lent.of_a_noun(f.doc, f.word, f.best, _ahead(f))),
    Reason("next verb's time", "the day is that of the verb behind it", "draft",
           lambda f: f.best is not None and lent.of_the_next(f.doc, f.word, f.time_first or 0, f.best)),
    Reason("part's time", "the day is of a part of it", "draft",
           lambda f: f.verb is not None and f.time_first is not None and f.time_first > f.word.i
           and lent.of_a_part(f.doc, f.time_first)),
    Reason("deadline", "until when it is wanted, not when it was", "draft", _deadline),
    Reason("half range", "one end of a stretch of time", "draft",
           lambda f: f.best is not None and lent.half(f.doc, f.time_first or 0, f.best)),
    Reason("vague", "a time that another sentence gives", "draft", lambda f: f.best is not None and lent.vague(f.best)),
    Reason("ahead", "told as done, of a day after the report", "draft", _never_told),
    Reason("only set", "a day that was set, and not what is to be then", "draft",
           lambda f: f.verb is not None and unsaid.only_set(f.verb, f.subject)),
    Reason("page", "when the page was written", "draft", _verbs(unsaid.of_publication)),
    Reason("example", "one time of several", "draft",
           lambda f: f.time_first is not None and lent.example(f.doc, f.time_first)),
    Reason("began", "a state, of which only the beginning has a date", "draft", _began),
    Reason("two days", "two times for one verb", "draft",
           lambda f: f.verb is not None and doubts.of_two_days(f.verb, f.rows)),
    # ---- the title cannot be made, or means somebody who is not known
    Reason("no title", "no whole title comes of the words", "draft", _no_title),
    Reason("who", "whom the words mean is not known", "draft", lambda f: f.unclear),
    Reason("where possible", "its condition is not in the title", "draft",
           lambda f: bool(f.title) and f.verb is not None and unsaid.where_possible(f.verb, f.title or "")),
    Reason("points", "the title points to other words", "draft",
           lambda f: bool(f.title) and doubts.points(f.title or "")),
    Reason("do so", "to do what, another sentence tells", "draft",
           lambda f: f.subject is not None and unsaid.do_so(f.subject)),
    Reason("behind a colon", "the time is of what stands behind the colon", "draft",
           lambda f: lent.behind_colon(f.doc, f.word, f.time_first or 0)),
    Reason("flawed", "the title lost a word that it needs", "draft", _flawed),
    Reason("voice", "who did what to whom, the words may say otherwise", "draft",
           lambda f: bool(f.title) and f.verb is not None and turned.astray(f.verb, f.title or "")),
    Reason("there", "where to, another sentence tells", "draft", _verbs(unsaid.there)),
    # ---- the title is true, but cannot be read alone
    Reason("same", "what was named before, and is not named here", "company", lambda f: unsaid.same(f.title or "")),
    Reason("of what", "whose or of what the object is, the title does not say", "story",
           lambda f: f.verb is not None and unsaid.whose(f.verb, f.title or "")),
    Reason("won", "what was won, the title does not say", "company", lambda f: unsaid.won(f.title or "")),
    Reason("sides", "between whom, or of what, the title does not say", "story",
           lambda f: unsaid.of_two_sides(f.title or "")),
    Reason("first name", "a first name alone", "company",
           lambda f: f.subject is not None and unsaid.first_name(f.subject, f.title or "")),
    Reason("only", "the only one of what, the title does not say", "company",
           lambda f: f.verb is None and unsaid.only_one(f.word)),
    Reason("aside", "an aside on what is told elsewhere with its day", "story", _aside),
    Reason("seen done", "what it saw done stands as if it did it", "company", _verbs(doubts.seen_done)),
    Reason("national", "whom, only the article names", "company",
           lambda f: not f.kicked and nobodys.national(f.title or "")),
    Reason("somebody", "somebody, whom only the article names", "company",
           lambda f: not f.named and f.subject is not None and f.subject.i not in f.said
           and nobodys.somebody(f.subject, f.who, f.title or "")),
    Reason("pages", "so many of what, the title does not say", "company",
           lambda f: f.verb is not None and nobodys.so_many(f.verb, f.title or "")),
    Reason("unfinished", "what or where, the title does not say", "company",
           lambda f: f.verb is not None and nobodys.unfinished(f.title or "", f.verb)),
    Reason("informed", "of what, the title does not say", "company", _verbs(nobodys.informed_of_nothing)),
    Reason("follows", "what it followed stands elsewhere", "story", _verbs(unsaid.follows)),
    Reason("no words", "no title comes of the noun alone", "company", lambda f: f.title is None),
    Reason("no verb", "only a noun tells it", "company", lambda f: f.verb is None and f.kicked),
    Reason("unplaced", "of whom or what, the title does not say", "story", _unplaced),
    Reason("which subject", "which thing it is, only the article explains", "story", _bare_subject),
    Reason("which one", "it says only \"the\", and nothing of which", "story", _says_only_the),
    Reason("nobody", "the title names nobody", "story", _nobody),
    Reason("which", "which company, man or pair, the title does not say", "story", _unknown_bodies),
    Reason("bare", "of what it is, the title does not say", "company", _bare_object),
    Reason("which thing", "which thing it is done to, the title does not say", "story", _unknown_thing),
)  # fmt: skip


def reasons(finished: Finished) -> tuple[Reason, ...]:
    """Every reason against publishing a claim by itself, in the order of the table."""
    return tuple(reason for reason in REASONS if reason.holds(finished))
