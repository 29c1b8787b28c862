"""Claims: a happening that one source reports, with its own words, its date, and whether it is sure enough to publish.

The way from a sentence to a claim: each time expression finds the verb or event noun that it dates (`clauses`); verbs
of saying, states, habits, conditions and denials give none; what remains becomes a quote, a title (`headline`) and a
row.
Precision goes before recall: what is uncertain is a draft, on the desk and not on the site.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from generator import dates
from generator.document import Document, Mention, RawClaim
from generator.extract import (
    anchors,
    attribution,
    by_then,
    called_so,
    claim_words,
    definite,
    doubts,
    figures,
    gate,
    happening,
    headline,
    mended,
    offices,
    placed,
    pronouns,
    roles,
    standing,
    whereabouts,
)
from generator.extract.anchors import Anchored
from generator.extract.claim_words import past
from generator.extract.clauses import (
    Clause,
    clause,
    is_predicate,
    noun_kinds,
)
from generator.extract.misparsed import SUBJECTS
from generator.extract.referents import Referents
from generator.extract.times import Dated
from generator.extract.title_words import Frame
from generator.extract.verb_groups import WAS_TO, Planned
from generator.extract.whole_words import sentence_of_most, without_spaces

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LEAD_SENTENCES = 3
RECENT = 1100  # days: three years
MONTHLY = 31  # days: of "entered the academy in 1894 and fought …" only the first was in that year


def find(doc: Doc, document: Document, mentions: Sequence[Mention], times: Sequence[Dated]) -> tuple[RawClaim, ...]:
    """The claims of one document, in the order of their quotes. `doc` is the parse of `document.text`."""
    mended.parse(doc)
    reader = _Reader(doc, document, mentions, times)
    found: list[RawClaim] = []
    lead_ends = document.text.find("\n\n")
    for number, sentence in enumerate(doc.sents):
        reader.in_lead = number < LEAD_SENTENCES and (lead_ends < 0 or sentence.start_char < lead_ends)
        found += reader.sentence(sentence, first=number == 0)
    unique: dict[tuple[int, int, str | None, str], RawClaim] = {}
    for made in found:
        unique.setdefault((made.start, made.end, made.date, made.title), made)
    return tuple(sorted(unique.values(), key=lambda c: (c.start, c.end, c.head)))


class _Reader:
    """What the reading of one document keeps in mind from sentence to sentence."""

    def __init__(self, doc: Doc, document: Document, mentions: Sequence[Mention], times: Sequence[Dated]) -> None:
        self.doc, self.document, self.mentions = doc, document, mentions
        self.roles = roles.find(doc, mentions)
        self.who = Referents(doc, mentions, self.roles)
        self.times = anchors.Anchors(doc, document, times)
        self.skip = self.times.tokens
        names: dict[int, tuple[int, int]] = {}
        for mention in mentions:
            if (span := doc.char_span(mention.start, mention.end)) is not None:
                names |= dict.fromkeys(range(span.start, span.end), (span.start, span.end))
        self.in_lead = False
        self.names = sorted({m.text for m in mentions})
        self.topics = standing.topics(document, mentions)
        self.country = definite.country(self.who)
        self.frame = Frame(doc, self.times.dates, names)

    def sentence(self, sentence: Span, *, first: bool) -> list[RawClaim]:
        if len(sentence) < 4 or sentence.text.rstrip().endswith("?") or doubts.of_the_page(sentence):
            return []
        rows = self.times.of(sentence)
        dated: dict[int, list[Anchored]] = defaultdict(list)
        for word, row in self.times.told(sentence):
            dated[word.i].append(row)
        found: list[RawClaim] = []
        for i in sorted(dated):
            made = self._claim(self.doc[i], dated[i], rows, [k for k in dated if k != i])
            if made:
                found.append(made)
        for verb in sentence:
            if not is_predicate(verb) or verb.i in dated:
                continue
            own = any(c.dep_ in SUBJECTS for c in verb.children)
            if any(c.head == verb.idx for c in found) or not own or verb.dep_ not in ("ROOT", "conj", "ccomp"):
                continue  # without a date only a main clause, or what a verb of saying carries, is worth comparing
            made = self._undated(verb, rows, list(dated), first=first and not found)
            if made:
                found.append(made)
        self.who.remember(sentence)
        return found

    def _claim(self, word: Token, rows: list[Anchored], all_rows: list[Anchored], others: list[int]) -> RawClaim | None:
        best = min(rows, key=lambda r: anchors.breadth(r.time))
        return self._made(word, all_rows, others, best=best)

    def _undated(self, verb: Token, rows: list[Anchored], others: list[int], *, first: bool) -> RawClaim | None:
        if not self.in_lead and not past(verb):
            return None
        if not happening.kinds_of(verb):
            return None
        return self._made(verb, rows, others, best=None, lead=first)

    def _made(
        self, word: Token, rows: list[Anchored], others: list[int], *, best: Anchored | None, lead: bool = False
    ) -> RawClaim | None:
        verb = word if word.pos_ in ("VERB", "AUX") else None
        kinds = happening.kinds_of(word)
        if verb is not None and not happening.tells(verb, kinds, dated=best is not None):
            return None
        made = clause(word, others)
        planned = verb is not None and (happening.planned(verb) or (claim_words.present(verb) and self._ahead(best)))
        first, last = made.first, made.last
        if best is not None and best.last > word.sent.start:  # else it heads the sentence's entry
            first, last = min(first, self.times.with_preposition(best)), max(last, best.last)
        whole = sentence_of_most(self.doc, Clause(made.predicate, made.noun, made.subject, first, last))
        if whole is None and not others and claim_words.of_main_subject(self.doc, word, made):
            whole = word.sent
        if whole is not None and not others:
            first, last = without_spaces(self.doc, whole.start, whole.end)
        first = self.frame.names.get(first, (first, first))[0]  # no quote begins within a name
        start, end = self.doc[first].idx, self.doc[last - 1].idx + len(self.doc[last - 1])
        long = end - start > gate.LONGEST_QUOTE or "\n\n" in self.document.text[start:end]
        if long and best is None:
            return None
        inside = self.who.within(start, end)
        who, unclear = self._subject(made)
        by_noun = definite.said(self.doc, self.who, made, self.frame, self.country)
        said = pronouns.said(self.doc, self.who, self.mentions, made, who)
        frame = replace(self.frame, said={i: text for i, (text, _) in (*by_noun.items(), *said.items())})
        thing = self.who.thing(self.doc[made.subject]) if who is None and made.subject is not None else None
        thing = None if made.subject in by_noun else thing
        pair = called_so.pair(self.who, self.doc[made.subject]) if who is None and made.subject is not None else None
        called = self.who.called(who) if who is not None else None
        if pair is not None:
            called = " and ".join(map(self.who.called, sorted(pair)))
        joined = best is None or anchors.breadth(best.time) <= MONTHLY

        def headed(planned: Planned) -> str | None:
            title = None
            for further in (joined, False) if joined else (False,):
                title = headline.title(made, frame, planned, called, thing=thing, joined=further)
                if title and pronouns.UNKNOWN not in title and not doubts.points(title):
                    break  # else the first verb alone may tell it: "besieges Solwezi and fails to take it"
            title = by_then.with_day(self.doc, title, self.times, best, headline.LIMIT)
            role = self._role(who, word)
            return offices.with_office(title, word, role, headline.LIMIT) if title and role else title

        title = headed(planned)
        meant = [i for _, i in said.values() if i is not None] + (self.who.names_of(thing) if thing is not None else [])
        meant += [*(pair or ()), *(i for _, numbers in by_noun.values() for i in numbers)]
        said |= {i: (text, None) for i, (text, _) in by_noun.items() if i not in said}
        meant = [i for i in meant if title and self.mentions[i].text in title]  # named by the title, not by the quote
        if thing is not None and self.doc[made.subject or 0].pos_ == "PRON":
            unclear = False
        if title and pronouns.UNKNOWN in title:
            title, unclear = None, True
        leaning = claim_words.leans(self.doc, self.mentions, made, inside) and not meant
        if verb is not None and doubts.names_its_speaker(verb, made, self.who):
            return None
        by_name = called is not None or (
            thing is not None and any(self.mentions[i].text in (title or "") for i in self.who.names_of(thing))
        )
        name = self._kicker(title, made, by_name, best, said, thing)
        noun = self.doc[made.subject] if made.subject is not None else word
        kicked = False
        if name is not None and title is not None:
            room = headline.LIMIT - len(name) - len(": ")
            short = (
                title
                if len(title) <= room
                else headline.title(made, frame, planned, thing=thing, joined=False, limit=room)
            )
            kicked = short is not None
            title = standing.kicked(short, name, noun) if short is not None else title
        was, did = (headed(WAS_TO) or "", headed(False) or "") if planned and title else ("", "")
        if kicked and name is not None:
            was, did = (standing.kicked(text, name, noun) if text else "" for text in (was, did))
        against = gate.reasons(
            gate.Finished(
                self.doc, word, made, kinds, title, kicked, by_name, said,
                self.who, best,
                self.times.with_preposition(best) if best is not None else None, rows, start, end,
                planned, unclear, leaning, self.document.published,
            )
        )  # fmt: skip
        draft = any(reason.weight == "draft" for reason in against)
        post = next((p for p in self.document.posts if p.start <= start < p.end), None)
        date, when, dated_by = self._date(best, word, lead, bool(post))
        if date is None and dated_by is None and (draft or not inside) and not (best and when):
            return None
        if dated_by == "publication" and (verb is None or not inside or verb.dep_ not in ("ROOT", "ccomp", "conj")):
            return None
        told = title is not None and best is not None and bool(date)
        named = any(self.mentions[i].text in (title or "") for i in (*inside, *meant))
        alone = told and (kicked or (not named and any(name in (title or "") for name in self.names)))
        return RawClaim(
            start, end,
            title=title or claim_words.working_title(self.document.text[start:end], headline.LIMIT),
            kinds=happening.all_kinds(kinds, self.doc[first:last]),
            head=word.idx,
            date=date, when=when, dated_by=dated_by,
            lasts=anchors.lasts(self.doc, rows, first, last),
            said_by=attribution.find(self.doc, word) if not post else None,
            post=post.author if post else None,
            mentions=tuple(inside),
            actors=tuple(dict.fromkeys([*([who] if who is not None else []), *self._actors(made, inside), *meant])),
            context=tuple(self.who.within(word.sent.start_char, word.sent.end_char)),
            leaning=leaning,
            noun=claim_words.event_noun(self.doc, made),
            place=whereabouts.find(self.doc, self.mentions, inside, word),
            figures=figures.find(self.doc, first, last, self.skip),
            draft=draft, whole=not against, doubts=tuple(reason.name for reason in against),
            planned=planned, was=was, did=did, lead=self.in_lead, alone=alone, done=past(word) and not planned,
            ahead=best.ahead if best is not None and date is None else None,
        )  # fmt: skip

    # ---- its parts ----

    def _role(self, who: int | None, word: Token) -> str | None:
        """The office that the sentence of a word gives the person who acts in it."""
        inside = self.who.within(word.sent.start_char, word.sent.end_char)
        return next((self.roles[i] for i in inside if i == who and i in self.roles), None)

    def _kicker(
        self,
        title: str | None,
        made: Clause,
        named: bool,
        best: Anchored | None,
        said: Collection[int],
        thing: Token | None,
    ) -> str | None:
        """The name to be set before a title whose subject is not placed by its own words, or that names nobody."""
        noun = self.doc[made.subject] if made.subject is not None else self.doc[made.predicate]
        noun = thing if thing is not None and noun.pos_ == "PRON" else noun
        if (best is None and not self.in_lead) or named or title is None or noun.pos_ == "PRON":
            return None
        kept = placed.words_of(title)
        somebody = bool(said) or placed.names_somebody(noun.sent, self.who, kept)
        if somebody and (
            placed.subject_placed(noun, self.who, kept, said, made.predicate)
            or placed.by_the_rest(noun, noun.sent, self.who, kept)
        ):
            return None
        told = self.doc[made.predicate]
        near, recent = self._near(noun), self._recent(best)
        name = standing.kicker(title, self.topics, noun, told, near, self.country, recent=recent)
        return name if name is not None and name not in title else None

    def _ahead(self, best: Anchored | None) -> bool:
        """Whether a time lies after the day of publication."""
        value = anchors.edtf(best.time) if best is not None else None
        day = self.document.published or (self.document.inferred[0] if self.document.inferred else None)
        if best is not None and best.read.basis == "published" and claim_words.at_its_end(best.time.text):
            return True
        return bool(value and day) and dates.parse(value or "").lower > dates.parse(day or "").upper

    def _recent(self, best: Anchored | None) -> bool:
        """Whether a time lies within three years of the day of publication."""
        value, day = anchors.edtf(best.time) if best is not None else None, self.document.published
        if value is None or not day:
            return best is None
        return abs((dates.parse(value).lower - dates.parse(day).lower).days) <= RECENT

    def _near(self, noun: Token) -> list[Mention]:
        """The names in the sentence of a noun and in the one before."""
        sentence = noun.sent
        begin = self.doc[sentence.start - 1].sent.start_char if sentence.start else 0
        return [self.mentions[i] for i in self.who.within(begin, sentence.end_char)]

    def _subject(self, made: Clause) -> tuple[int | None, bool]:
        """(the person whose name stands for the subject, whether it is unclear whom the words mean)."""
        if made.subject is None:
            owners = [c for c in self.doc[made.predicate].children if c.dep_ == "poss" and c.lower_ in ("his", "her")]
            return self.who.of(owners[0]) if owners else (None, False)
        token = self.doc[made.subject]
        if made.noun is not None and headline.empty_subject(self.doc[made.predicate]):
            return None, False
        if any(c.dep_ == "conj" for c in token.children):
            return None, False
        # "The chancellor, Olaf Brandt, …" is told of by the name.
        beside = [] if noun_kinds(token) else called_so.beside(self.who, token)
        for word in (token, *beside):
            number = self.who.at(word)
            if number is not None:
                named = self.mentions[number].type == "person" or word is not token
                return (number if named else None), False
        if made.subject in self.times.dates:
            # "The following month General Berg brought up …": the parser takes the month for who acts.
            between = [t for t in self.doc[made.subject + 1 : made.predicate] if t.dep_ in ("nsubj", "appos")]
            for word in between:
                if word.lower_ in ("he", "she"):
                    return self.who.of(word)
                if (found := self.who.at(word)) is not None:
                    return found, False
            return None, True
        if doubts.of_another_clause(self.doc, made) or doubts.elliptic(token):
            return None, True
        return self.who.of(token)

    def _date(
        self, best: Anchored | None, word: Token, lead: bool, post: bool
    ) -> tuple[str | None, str | None, Literal["publication", "inference"] | None]:
        if best is not None:
            first = self.times.with_preposition(best)
            inferred = not self.document.published and not post and best.read.basis == "published"
            last = best.last + (best.last < len(self.doc) and self.doc[best.last].tag_ == "POS")
            return anchors.edtf(best.time), self.doc[first:last].text, "inference" if inferred else None
        if lead and self.document.published and not post and past(word) and word.dep_ in ("ROOT", "ccomp", "conj"):
            return f"{self.document.published}~", None, "publication"
        return None, None, None

    def _actors(self, made: Clause, inside: list[int]) -> tuple[int, ...]:
        if made.subject is None:
            return tuple(i for i in inside if self.mentions[i].type in ("person", "organization"))
        subject = self.doc[made.subject]
        span = [t.idx for t in subject.subtree]
        low, high = min(span), max(span)
        return tuple(i for i in inside if low <= self.mentions[i].start <= high)
