"""Claims: a happening that one source reports, with its own words, its date, and whether it is sure enough to publish.

The way from a sentence to a claim: each time expression finds the verb or event noun that it dates (`clauses`); verbs
of saying, states, habits, conditions and denials give none; what remains becomes a quote, a title (`headline`) and a
row.
Precision goes before recall: what is uncertain is a draft, on the desk and not on the site.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from generator import dates, personal_names
from generator.document import Document, Mention, RawClaim
from generator.extract import (
    anchors,
    attribution,
    chronicle,
    claim_words,
    credited,
    doubts,
    entry_titles,
    figures,
    gate,
    happening,
    headline,
    in_story,
    lengths,
    parsed,
    roles,
    titled,
    whereabouts,
)
from generator.extract.anchors import Anchored
from generator.extract.claim_words import past
from generator.extract.clauses import (
    Clause,
    clause,
    is_predicate,
)
from generator.extract.finished import Finished
from generator.extract.kinds import all_kinds, by_another, kinds_of
from generator.extract.misparsed import SUBJECTS
from generator.extract.referents import Referents
from generator.extract.times import Dated
from generator.extract.title_words import Frame
from generator.extract.tokens import text_of
from generator.extract.whole_words import sentence_of_most, without_spaces

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LEAD_SENTENCES = 3


def find(doc: Doc, document: Document, mentions: Sequence[Mention], times: Sequence[Dated]) -> tuple[RawClaim, ...]:
    """The claims of one document, in the order of their quotes. `doc` is the parse of `document.text`."""
    doc = parsed.read(doc)
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
        self.several = len({row.first for row in self.times.entries.values()}) >= chronicle.HEADINGS
        self.skip = self.times.tokens
        names: dict[int, tuple[int, int]] = {}
        for mention in mentions:
            if (span := doc.char_span(mention.start, mention.end)) is not None:
                names |= dict.fromkeys(range(span.start, span.end), (span.start, span.end))
        self.in_lead = False
        self.names = sorted({m.text for m in mentions})
        self.frame = Frame(doc, self.times.dates, names)
        self.titles = titled.Titler(document, self.who, self.roles, self.times, self.frame)

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
            if (
                any(c.head == verb.idx for c in found)
                or not own
                or verb.dep_ not in ("ROOT", "conj", "ccomp", "parataxis")
            ):
                continue  # without a date only a main clause, or what a verb of saying carries, is worth comparing
            alone = first and (not found or self._only_beside(verb, dated))
            made = self._undated(verb, rows, list(dated), first=alone)
            if made:
                found.append(made)
        self.who.remember(sentence)
        return self._with_entry(sentence, found)

    def _only_beside(self, verb: Token, dated: Iterable[int]) -> bool:
        """Of "Police have arrested the owner of a mill that burned down in May": whether only the clause has a day."""
        perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
        return verb.dep_ == "ROOT" and perfect and all(self.doc[i].dep_ in ("relcl", "acl") for i in dated)

    def _with_entry(self, sentence: Span, found: list[RawClaim]) -> list[RawClaim]:
        """The claims of a sentence; of a chronology's entry that no parse understands, its own words as their title."""
        head = self.times.entries.get(sentence.start)
        date = anchors.edtf(head.time) if head is not None else None
        if head is None or date is None or self._ahead(head) or not self.several:
            return found
        words = entry_titles.statement(self.doc, head)
        own = words is not None and entry_titles.done_to(words, [c.title for c in found if c.date == date])
        if not own and any(c.date == date and not c.draft and (c.whole or c.in_story) for c in found):
            return found
        title, word = (entry_titles.title(words), entry_titles.teller(words)) if words is not None else (None, None)
        if words is None or title is None or word is None or not sentence.start <= words.start < sentence.end:
            return found
        if word.tag_ == "VBD" and not own:  # the titles of the site are in the present
            title = next((c.title for c in found if c.head == word.idx and c.date == date and not c.draft), title)
        start, end = self.doc[head.first].idx, words.end_char
        inside = self.who.within(start, end)
        made = RawClaim(
            start, end, title=title, kinds=all_kinds(kinds_of(word), words), head=word.idx,
            date=date, when=head.time.text, mentions=tuple(inside), context=tuple(inside), done=True,
            actors=tuple(i for i in inside if self.mentions[i].type != "place" and self.mentions[i].start < word.idx),
            place=whereabouts.find(self.doc, self.mentions, inside, word),
            figures=figures.find(self.doc, words.start, words.end, self.skip),
            whole=False, in_story=entry_titles.enough(title, self.document.text), doubts=("entry",),
        )  # fmt: skip
        return [c for c in found if not (c.date == date and (c.draft or c.head == word.idx))] + [made]

    def _claim(self, word: Token, rows: list[Anchored], all_rows: list[Anchored], others: list[int]) -> RawClaim | None:
        best = min(rows, key=lambda r: anchors.breadth(r.time))
        return self._made(word, all_rows, others, best=best)

    def _undated(self, verb: Token, rows: list[Anchored], others: list[int], *, first: bool) -> RawClaim | None:
        if not self.in_lead and not past(verb):
            return None
        if not kinds_of(verb):
            return None
        return self._made(verb, rows, others, best=None, lead=first)

    def _made(
        self, word: Token, rows: list[Anchored], others: list[int], *, best: Anchored | None, lead: bool = False
    ) -> RawClaim | None:
        verb = word if word.pos_ in ("VERB", "AUX") else None
        kinds = kinds_of(word)
        if verb is not None and not happening.tells(verb, kinds, dated=best is not None):
            return None
        made = clause(word, others)
        planned = verb is not None and (happening.planned(verb) or (claim_words.present(verb) and self._ahead(best)))
        first, last = self._quoted(word, made, best, others)
        start, end = self.doc[first].idx, self.doc[last - 1].idx + len(self.doc[last - 1])
        long = end - start > gate.LONGEST_QUOTE or "\n\n" in self.document.text[start:end]
        if long and best is None:
            return None
        inside = self.who.within(start, end)
        if verb is not None and doubts.names_its_speaker(verb, made, self.who):
            return None
        told = self.titles.of(made, word, best, planned=planned, in_lead=self.in_lead)
        leaning = claim_words.leans(self.doc, self.mentions, made, inside) and not told.meant
        finished = Finished(
            self.doc, word, made, kinds, told.title, told.kicked, told.by_name, told.said,
            self.who, best,
            self.times.with_preposition(best) if best is not None else None, rows, start, end,
            planned, told.unclear, leaning, self.document.published,
            best is not None and best is self.times.entries.get(word.sent.start),
        )  # fmt: skip
        against = gate.reasons(finished)
        draft = any(reason.weight == "draft" for reason in against)
        post = next((p for p in self.document.posts if p.start <= start < p.end), None)
        date, when, dated_by = self._date(best, word, lead, bool(post))
        if date is None and dated_by is None and (draft or not inside) and not (best and when):
            return None
        if dated_by == "publication" and (
            verb is None or not inside or verb.dep_ not in ("ROOT", "ccomp", "conj", "parataxis")
        ):
            return None
        says = credited.speaker(self.doc, word, self.who) if post is None else None
        title, was, did = (credited.title(text, says) for text in (told.title or "", told.was, told.did))
        alone = best is not None and bool(date) and told.alone(self.mentions, inside, self.names)
        return RawClaim(
            start, end,
            title=title or claim_words.working_title(self.document.text[start:end], headline.LIMIT),
            kinds=all_kinds(kinds, self.doc[first:last]), by_another=by_another(kinds, self.doc[first:last]),
            head=word.idx,
            date=date, when=when, dated_by=dated_by,
            lasts=lengths.stated(self.doc, rows, first, last, word),
            said_by=attribution.find(self.doc, word, self._meant) if not post else None,
            post=post.author if post else None,
            mentions=tuple(inside),
            actors=tuple(dict.fromkeys([*told.acting, *self._actors(made, inside), *told.meant])),
            context=tuple(self.who.within(word.sent.start_char, word.sent.end_char)),
            leaning=leaning,
            noun=claim_words.event_noun(self.doc, made),
            place=whereabouts.find(self.doc, self.mentions, inside, word),
            figures=figures.find(self.doc, first, last, self.skip),
            draft=draft, whole=not against,
            in_story=in_story.opens(finished, against), plain=in_story.headed(finished, against),
            doubts=tuple(reason.name for reason in against),
            planned=planned, was=was, did=did, lead=self.in_lead, alone=alone,
            done=past(word) and not planned,
            ahead=best.ahead if best is not None and date is None else None,
        )  # fmt: skip

    # ---- its parts ----

    def _quoted(self, word: Token, made: Clause, best: Anchored | None, others: list[int]) -> tuple[int, int]:
        """First and behind the last token of the words that are quoted."""
        first, last = made.first, made.last
        if best is not None and best.last > word.sent.start:  # else it heads the sentence's entry
            first, last = min(first, self.times.with_preposition(best)), max(last, best.last)
        whole = sentence_of_most(self.doc, Clause(made.predicate, made.noun, made.subject, first, last))
        alone = claim_words.of_main_subject(self.doc, word, made)
        if whole is None and not others and (alone or claim_words.counted_then(self.doc, word, made, self.skip)):
            whole = word.sent
        if whole is not None and not others:
            first, last = without_spaces(self.doc, whole.start, whole.end)
        if best is not None and best.first >= word.sent.end:
            last = best.last  # "They opened the vault. That was on 16 March."
        return self.frame.names.get(first, (first, first))[0], last  # no quote begins within a name

    def _ahead(self, best: Anchored | None) -> bool:
        """Whether a time lies after the day of publication."""
        value = anchors.edtf(best.time) if best is not None else None
        day = self.document.published or (self.document.inferred[0] if self.document.inferred else None)
        if best is not None and best.read.basis == "published" and claim_words.at_its_end(best.time.text):
            return True
        return bool(value and day) and dates.parse(value or "").lower > dates.parse(day or "").upper

    def _date(
        self, best: Anchored | None, word: Token, lead: bool, post: bool
    ) -> tuple[str | None, str | None, Literal["publication", "inference"] | None]:
        if best is not None:
            first = self.times.with_preposition(best)
            inferred = not self.document.published and not post and best.read.basis == "published"
            last = best.last + (best.last < len(self.doc) and self.doc[best.last].tag_ == "POS")
            return anchors.edtf(best.time), self.doc[first:last].text, "inference" if inferred else None
        if (
            lead
            and self.document.published
            and not post
            and past(word)
            and word.dep_ in ("ROOT", "ccomp", "conj", "parataxis")
        ):
            return f"{self.document.published}~", None, "publication"
        return None, None, None

    def _meant(self, pronoun: Token) -> str | None:
        """The person whom "he" or "she" of "…, he said" means: who acted in the sentence before, in its paragraph."""
        who = self.who.person
        if who is None or pronoun.lower_ not in ("he", "she"):
            return None
        name = self.mentions[who]
        sex = personal_names.sex_of(name.text.split()[0])
        far = "\n\n" in text_of(self.doc)[name.end : pronoun.idx]
        return None if far or (sex and sex != ("m" if pronoun.lower_ == "he" else "f")) else name.text

    def _actors(self, made: Clause, inside: list[int]) -> tuple[int, ...]:
        if made.subject is None:
            return tuple(i for i in inside if self.mentions[i].type in ("person", "organization"))
        subject = self.doc[made.subject]
        span = [t.idx for t in subject.subtree]
        low, high = min(span), max(span)
        return tuple(i for i in inside if low <= self.mentions[i].start <= high)
