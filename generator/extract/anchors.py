"""Time expressions set into the parse: which word each of them dates, and in which words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from generator import dates
from generator.document import Document, Post, Time
from generator.extract import another_day, at_once, chronicle, that_was
from generator.extract.clauses import governor, is_predicate, noun_kinds, teller, when_clause
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import said_when
from generator.extract.tensed import not_until
from generator.extract.times import Dated

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

ROUND = 7  # days by which "six weeks later" may miss the day that is told beside it
_TWO_DAYS = re.compile(r"\b\d{1,2}\b.{0,60}?(?:-|–|/|to|and)\D{0,60}\b\d{1,2}\b")
_BEFORE_TIME = frozenset(
    {
        "on",
        "in",
        "at",
        "by",
        "since",
        "from",
        "during",
        "until",
        "throughout",
        "before",
        "after",
        "for",
        "around",
        "about",
        "of",
        "early",
        "late",
    }
)


# "Fell 41% from a year earlier": with what it is compared.
_CHANGES = frozenset(
    "fall rise drop climb slip ease jump increase decrease decline grow shrink slow widen narrow improve soar plunge"
    " surge tumble edge cut double halve".split()
)
_PARTS = frozenset({"day", "hour", "week", "part", "half"})  # of a time
# Whoever does one of these to "Sunday's final" does it then.
_TAKING_PART = frozenset(
    "win lose hold attend play draw host lead miss chair boycott join enter finish contest open close stage run score"
    " dominate".split()
)


@dataclass(frozen=True, slots=True)
class Anchored:
    """A time expression and the tokens that it covers."""

    read: Dated
    first: int
    last: int

    @property
    def time(self) -> Time:
        """The expression itself."""
        return self.read.time

    @property
    def ahead(self) -> bool:
        """Of an unresolved one: whether it lies after the day of publication."""
        return self.read.direction == "future" or self.time.text.lower().startswith(("next", "coming", "tomorrow"))

    @property
    def unresolved(self) -> bool:
        """A date by its words, of which it is not known which."""
        return self.time.type == "DATE" and self.time.date is None


def edtf(time: Time) -> str | None:
    """The EDTF value of an expression, of a time of day its day; `None` where it is vague or unresolved."""
    value = time.date or ""
    if time.type == "TIME":
        value, _, part = value.partition("T")
        if part == "NI" and _TWO_DAYS.search(time.text) and dates.is_valid(value):
            day = dates.parse(value).lower  # "the night of 18 to 19 May"
            value = dates.span(day, day + timedelta(days=1))
    return value if time.type in ("DATE", "TIME") and dates.is_valid(value) else None


# What stands behind these is another time's: "after a lull in July", "unlike the vote in May".
_APART_FROM = frozenset("after before following despite than unlike like amid since until pending".split())


def _then(row: Anchored, *, until: bool = False) -> Anchored:
    """Of "since 2019, when the cabinet approved it", "not until 2019": 2019 itself, when it was done."""
    value = row.time.date or ""
    told = value.removeprefix("../") if until else value.removesuffix("/..")
    return row if told == value else replace(row, read=replace(row.read, time=replace(row.time, date=told)))


def _signature(text: str, post: Post) -> tuple[int, int]:
    """Where the signature of a post begins and ends: from its author's name on, or from the last word of it.

    The name is kept without the marks that may stand between its words, so that the text need not have it whole.
    """
    begins = text.rfind(post.author, post.start, post.end)
    last = post.author.split()[-1]
    return (begins if begins >= 0 else max(text.rfind(last, post.start, post.end), post.start)), post.end


_MONTH_AND_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}")


def _in_a_name(doc: Doc, first: int, last: int) -> bool:
    """Whether a day is a part of a name: "the 9 June Movement"."""
    if doc[first].lower_ == "the":
        first += 1
    named = first > 0 and doc[first - 1].lower_ == "the" and last < len(doc) and doc[last].pos_ == "PROPN"
    return named and _MONTH_AND_DAY.fullmatch(doc[first:last].text) is not None


def _measures(doc: Doc, row: Anchored) -> bool:
    """Of "declared three days of mourning": how much of it, which is a part of what was declared and no time."""
    root = doc[row.first : row.last].root
    of = row.last < len(doc) and doc[row.last].lower_ == "of" and doc[row.last].head.i == root.i
    return row.time.type == "DURATION" and of and root.dep_ in ("dobj", "nsubj", "nsubjpass")


class Anchors:
    """The time expressions of one document, by sentence; those in a post's signature are the post's and left out."""

    def __init__(self, doc: Doc, document: Document, times: Sequence[Dated]) -> None:
        self.doc, self.document = doc, document
        self.by_sentence: dict[int, list[Anchored]] = defaultdict(list)
        signatures = [_signature(document.text, post) for post in document.posts]
        for dated in times:
            span = doc.char_span(dated.time.start, dated.time.end, alignment_mode="expand")
            if span is None or not len(span) or any(a <= dated.time.start < b for a, b in signatures):
                continue  # the day in a post's signature is the post's, not an event's
            if _in_a_name(doc, span.start, span.end):
                continue
            if dated.day:
                dated = replace(dated, time=replace(dated.time, date=dated.day))
            self.by_sentence[span[0].sent.start].append(Anchored(dated, span.start, span.end))
        rows = [row for rows in self.by_sentence.values() for row in rows]
        held = [row for row in rows if not _measures(doc, row)]
        self.tokens = frozenset(i for row in held for i in range(row.first, row.last))
        # A length belongs to what is told ("a three-day visit", "eight years in prison"), a date to when it was.
        told = [r for r in rows if r.time.type in ("DATE", "TIME")]
        begun = {r.first - 1 for r in told if doc[r.first - 1].lower_ == "of"}  # "the first days of April"
        told += [r for r in rows if r.last in begun]
        self.dates = frozenset(i for r in told for i in range(r.first, r.last))
        self.entries = chronicle.entries(doc, [r for r in rows if edtf(r.time)])

    def of(self, sentence: Span) -> list[Anchored]:
        """The expressions of one sentence, in order."""
        return self.by_sentence.get(sentence.start, [])

    def told(self, sentence: Span) -> list[tuple[Token, Anchored]]:
        """The words of a sentence that tell happenings, each with a time expression that dates it."""
        found: list[tuple[Token, Anchored]] = []
        before: Anchored | None = None
        for row in self.of(sentence):
            beside, before = before, row
            if beside is not None and edtf(row.time) and self._beside(beside, row):
                row = _then(row) if when_clause(self.doc, row.first, row.last) is not None else row
                same = when_clause(self.doc, row.first, row.last)
                same = same or next((word for word, other in found if other is beside), None) or self.told_by(row)
                if beside.read.day:
                    found = [(word, other) for word, other in found if other is not beside]
                found += [(same, row)] if same is not None else []
                continue
            if edtf(row.time) and (then := when_clause(self.doc, row.first, row.last)) is not None:
                found.append((then, _then(row)))
            if (word := self.told_by(row)) is not None:
                row = _then(row, until=True) if word.pos_ == "VERB" and not_until(word) else row
                found.append((word, row))
                also = at_once.main_verb(word) or at_once.within(word, row.first, row.last)
                found += [(also, row)] if also is not None and edtf(row.time) else []
        found += self._counted(sentence, found)
        if not found and sentence.end < len(self.doc) and not any(edtf(row.time) for row in self.of(sentence)):
            behind = self.doc[sentence.end].sent
            days = [row for row in self.of(behind) if edtf(row.time)] if behind.start not in self.entries else []
            found += that_was.told(sentence, behind, days)
        head = self.entries.get(sentence.start)
        if head is not None and all(row is head for row in self.of(sentence) if row.time.type in ("DATE", "TIME")):
            found = [(word, row) for word, row in found if row is not head]
            found += [(word, head) for word in chronicle.tellers(sentence, head)]
        elif head is not None and found and chronicle.below(sentence, [w for w, _ in found]):
            found += [(word, head) for word in chronicle.tellers(sentence, head) if word.i == sentence.root.i]
        return found

    def _beside(self, row: Anchored, other: Anchored) -> bool:
        """Of "a week before, on 20 March" or "Tuesday, 5 May": two ways of saying one time."""
        between = [t.lower_ for t in self.doc[row.last : other.first]]
        one, two = edtf(row.time), edtf(other.time)
        if between not in ([","], [",", "on"], [",", "in"]) or row.time.type not in ("DATE", "TIME"):
            return False
        if row.read.day and two is not None:  # "Six weeks later, on 12 November": of round weeks, the day is told
            return abs((dates.parse(two).lower - dates.parse(row.read.day).lower).days) <= ROUND
        return one is None or two is None or dates.compatible(dates.parse(one), dates.parse(two))

    def _counted(self, sentence: Span, told: list[tuple[Token, Anchored]]) -> list[tuple[Token, Anchored]]:
        """Of "was announced on Thursday, four days after the river burst its banks": the river, on Sunday."""
        found = []
        for row in self.of(sentence):
            length = re.fullmatch(r"P(\d{1,3})D", row.time.date or "") if row.time.type == "DURATION" else None
            mark = self.doc[row.last] if row.last < sentence.end else None
            if length is None or mark is None or mark.lower_ not in ("after", "before"):
                continue
            word = mark.head if mark.dep_ == "mark" else next((c for c in mark.children if c.dep_ == "pobj"), None)
            if word is None or not (mark.dep_ == "mark" or noun_kinds(word)):
                continue
            above = set(word.ancestors)
            days = {edtf(other.time) for verb, other in told if verb in above}
            day = days.pop() if len(days) == 1 else None
            if day is None or not dates.is_valid(day) or dates.parse(day).days != 1:
                continue
            shift = timedelta(days=int(length[1]) * (1 if mark.lower_ == "before" else -1))
            value = (dates.parse(day).lower + shift).isoformat()
            text = self.doc[row.first : row.last + 1]
            time = Time(text.start_char, text.end_char, text.text, "DATE", value)
            found.append((word, Anchored(Dated(time, "narrated", "past"), row.first, row.last + 1)))
        return found

    def told_by(self, row: Anchored) -> Token | None:
        """The word that tells the happening which a time expression dates."""
        value = edtf(row.time)
        word = governor(self.doc, row.first, row.last) if value or row.unresolved else None
        word = said_when(self.doc, self.with_preposition(row)) or word if word is not None else None
        if word is None:
            return None
        if word.lower_ in ("starting", "beginning") and word.dep_ == "advcl" and not any(True for _ in word.lefts):
            return None  # "declared a week of mourning, starting Friday"
        word = at_once.before_an_aside(word, self.with_preposition(row), row.last) or word
        if self._of_another(row, word) or another_day.of_more(self.doc, row.first, word):
            return None
        before = self.doc[self.with_preposition(row)]
        if self.doc[row.first - 1].lower_ == "to" and row.first > word.sent.start and row.time.type != "DURATION":
            return None  # "goes back to 2020", "adjourned to Monday": not when that is done
        if another_day.compared(self.doc, row.first) or (before.lower_ == "from" and word.lemma_.lower() in _CHANGES):
            return None
        if before.lower_ == "for" and before.head.lemma_.lower() not in lexicon().planning:
            return None  # "the budget for next year": what it is for, not when it happens
        by_day = before.lower_ in ("before", "after") and row.time.type == "TIME" and value is not None
        if before.lower_ in ("before", "after", "until", "since") and not by_day:  # "before dawn on Monday": on Monday
            # "the first visit since 2015" was not in 2015; only a state begins then: "has led it since 2015".
            verb = word.pos_ == "VERB" and word.lemma_ != "be"
            if before.lower_ == "until" and verb and before.head.i == word.i and not_until(word):
                return word
            if before.lower_ != "since" or not verb:
                return None
            if not (value or "").endswith("/..") and not (word.i > row.last and self._when(row)):
                return None
        if row.last < len(self.doc) and self.doc[row.last].lower_ in ("week", "fortnight"):
            return None  # "Sunday week" is a week after Sunday
        if before.lower_ in ("of", "on", "in") and (acting := at_once.at_a_meeting(before.head)) is not None:
            return acting
        part = before.head.lemma_.lower() in _PARTS  # "in the first days of April", "in the small hours of Friday"
        if before.lower_ == "of" and not noun_kinds(before.head) and before.head.i != word.i and not part:
            return None  # "the Convention of 1970", "the famine of 1941": not the time of what is told
        above = before.head.head if part else before
        if above.lower_ == before.lower_ == "of" and above.head.i == word.i and word.pos_ == "VERB":
            return None  # "warned of May", "of early May": what one is warned of
        if before.lower_ == "of" and word.pos_ == "NOUN":
            return word  # "the flood of 18 May": its date, not that of what was found after it
        known = self.document.published
        if row.last < len(self.doc) and self.doc[row.last].tag_ == "POS" and word.dep_ == "pobj":
            above = word.head.head  # "was eliminated in Sunday's first round"
            if word.head.lower_ in ("in", "at", "during") and is_predicate(above):
                word = above
        past = not row.ahead if value is None else known is None or dates.parse(value).lower <= dates.parse(known).upper
        told = teller(word, past=past)
        over = value is not None and known is not None and dates.parse(value).upper < dates.parse(known).lower
        if told is not None and over and row.first > told.i and another_day.by_words(told):
            return another_day.noted(told, row.first)
        return None if told is not None and self._possessed(row) and not self._dates(row, told, past) else told

    def _when(self, row: Anchored) -> bool:
        """Whether what happened then is told behind it: "since July, when she resigned"."""
        return "when" in [t.lower_ for t in self.doc[row.last : row.last + 2]]

    def _possessed(self, row: Anchored) -> bool:
        """Whether an expression is the first of a name's or a noun's: "last year's Tour"."""
        return row.last < len(self.doc) and self.doc[row.last].tag_ == "POS"

    def _dates(self, row: Anchored, word: Token, past: bool) -> bool:
        """Whether what is done was done when that was which the expression dates.

        "Won last year's Tour", "in Sunday's run-off they beat him"; not "the runner-up in last year's Tour was
        suspended", nor "was withdrawn from next month's race".
        """
        noun = self.doc[row.first : row.last].root.head
        if noun.i == word.i or not row.first <= row.last <= noun.i:
            return True
        above = noun.head.head
        while above.dep_ == "prep" and above.head is not above:
            above = above.head  # "pulled out of last month's Open"
        if noun.dep_ == "pobj" and above.i == word.i:
            return past or noun.head.lower_ in ("in", "at", "during", "on", "by")
        if noun.dep_ == "dobj" and noun.head.i == word.i:
            return word.lemma_.lower() in _TAKING_PART
        return False

    def _of_another(self, row: Anchored, word: Token) -> bool:
        """Of "after a lull in July, infections rose", "threw the last week into disarray": no time of the verb's."""
        root = self.doc[row.first : row.last].root
        if root.dep_ == "dobj" and root.head.i == word.i and any(c.lower_ == "of" for c in root.children):
            return True
        for token in root.ancestors:
            if token.i == word.i:
                break
            if token.dep_ == "pobj" and token.head.lower_ in _APART_FROM and not row.first <= token.i < row.last:
                return True
        return False

    def with_preposition(self, row: Anchored) -> int:
        """Number of the first token of an expression with its preposition: "*on* Monday", "*as early as* July"."""
        first, begin = row.first, self.doc[row.first].sent.start
        if row.last < len(self.doc) and self.doc[row.last].tag_ == "POS":
            return first  # "in Sunday's run-off": the preposition is the run-off's
        if first - 3 >= begin and self.doc[first - 3].lower_ == self.doc[first - 1].lower_ == "as":
            return first - 3
        before = self.doc[first - 1] if first > begin else None
        return first - 1 if before is not None and before.lower_ in _BEFORE_TIME else first


def breadth(time: Time) -> int:
    """How many days an expression spans, all months and all years alike; the unresolved ones come last."""
    value = edtf(time)
    days = dates.parse(value).days if value else dates.LAST.toordinal()
    return {28: 30, 29: 30, 31: 30, 366: 365}.get(days, days)
