"""The titles of a claim: who is meant in them, the name set before one that names nobody, and what a plan came to.

`headline` makes a title of the words of a clause. Here it is found out first whom its pronouns and bare nouns mean, and
afterwards whether a reader of a list of events would know of whom or what it speaks.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import dates
from generator.document import Document, Mention
from generator.extract import (
    anchors,
    by_then,
    called_so,
    definite,
    described,
    doubts,
    flawed,
    gate,
    headline,
    introduced,
    offices,
    placed,
    pronouns,
    standing,
    taken_back,
    title_subject,
    whom,
)
from generator.extract.anchors import Anchored
from generator.extract.clauses import Clause, noun_kinds
from generator.extract.referents import Referents
from generator.extract.title_words import Frame
from generator.extract.tokens import by_lemma
from generator.extract.topics import LEAD, Topic, of_text
from generator.extract.verb_groups import WAS_TO, Planned

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RECENT = 1100  # days: three years
MONTHLY = 31  # days: of "entered the academy in 1894 and fought …" only the first was in that year


@dataclass(frozen=True, slots=True)
class Titled:
    """The titles of a claim, with whom they mean. Numbers are those of mentions."""

    title: str | None
    was: str  # of a plan: when its day has passed and nobody tells what came
    did: str  # of a plan: when another report tells it as done
    kicked: bool  # whether a name stands before it
    by_name: bool  # whether a name stands in it for the subject
    said: Collection[int]  # tokens of pronouns and bare nouns that a name stands for
    acting: tuple[int, ...]  # who acts, where a pronoun or a bare noun said it
    meant: tuple[int, ...]  # others whom the title names and the quote does not
    unclear: bool  # whether it is not known whom a pronoun means

    def alone(self, mentions: Sequence[Mention], inside: Collection[int], names: Collection[str]) -> bool:
        """Whether the title can be read alone though its words name nobody: it bears the text's topic."""
        if self.title is None or self.kicked:
            return self.kicked
        named = any(mentions[i].text in self.title for i in (*inside, *self.meant))
        return not named and any(name in self.title for name in names)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """Whom and what the words of a clause mean."""

    frame: Frame
    called: str | None  # what stands in the title for the subject
    thing: Token | None  # the noun by which the text named the subject before
    joined: bool  # whether further verbs of the subject may be told with it
    plain: bool = False  # without the clause that says which thing "the law" is


class Titler:
    """Makes the titles of one document's claims."""

    def __init__(
        self,
        document: Document,
        who: Referents,
        roles: Mapping[int, str],
        times: anchors.Anchors,
        frame: Frame,
    ) -> None:
        self.doc: Doc = who.doc
        self.document, self.mentions, self.who = document, who.mentions, who
        self.roles, self.times, self.frame = roles, times, frame
        self.lemmas = by_lemma(who.doc)
        self.introduced = introduced.Introduced(who, frame, self.lemmas)
        self.topics = of_text(document, who.mentions)
        self.country = definite.country(who)
        lead = document.text[: max(document.text.find("\n\n"), LEAD)]
        self.home = self.country if definite.speaks_of(f"{document.title} {lead}", self.country) else None

    def of(self, made: Clause, word: Token, best: Anchored | None, *, planned: bool, in_lead: bool) -> Titled:
        """The titles of the clause `made`, which `word` tells and `best` dates."""
        who, unclear = self._subject(made)
        subject = self.doc[made.subject] if made.subject is not None else None
        by_noun = definite.said(self.doc, self.who, made, self.frame, self.country)
        said = pronouns.said(self.doc, self.who, self.mentions, made, who)
        put = {i: text for i, (text, _) in (*by_noun.items(), *said.items())}
        frame = replace(self.frame, said={**described.before(made, self.who, self.frame, self.lemmas), **put})
        if (named := called_so.object_named(self.who, self.doc[made.predicate])) is not None:
            whom_done, number, left_out = named
            frame = replace(frame.without(left_out), said={**frame.said, whom_done: self.who.called(number)})
            said = {**said, whom_done: (self.who.called(number), number)}
        bare = subject if who is None else None
        thing = self.who.thing(bare) if bare is not None and bare.i not in by_noun else None
        pair = called_so.pair(self.who, bare) or called_so.both_named(self.who, bare) if bare is not None else None
        called = self.who.called(who) if who is not None else None
        if called is not None and subject is not None:
            called = called_so.of_kin(subject, called) or called
        if pair is not None:
            called = " and ".join(map(self.who.called, sorted(pair)))
        meaning = _Meaning(frame, called, thing, best is None or anchors.breadth(best.time) <= MONTHLY)
        title = self._headed(made, word, best, replace(meaning, plain=True), planned, who)
        for more in self.introduced.before(made, frame.said) if title is not None else []:
            told = replace(meaning, frame=replace(frame, said={**frame.said, **more}))
            longer = self._headed(made, word, best, replace(told, plain=True), planned, who)
            if longer is not None and len(longer) > len(title or ""):  # and nothing else went for it
                title, meaning, frame = longer, told, told.frame
                break
        meant = [i for _, i in said.values() if i is not None] + (self.who.names_of(thing) if thing is not None else [])
        meant += [*(pair or ()), *(i for _, numbers in by_noun.values() for i in numbers)]
        meant = [i for i in meant if title and self.mentions[i].text in title]  # named by the title, not by the quote
        if thing is not None and subject is not None and subject.pos_ == "PRON":
            unclear = False
        if title and pronouns.UNKNOWN in title:
            title, unclear = None, True
        by_name = called is not None or (
            thing is not None and any(self.mentions[i].text in (title or "") for i in self.who.names_of(thing))
        )
        tokens = {*said, *by_noun}
        name = self._kicker(title, made, by_name, best, tokens, thing, in_lead) if title is not None else None
        if name is None and title is not None and self._says_which(made, frame):
            title = self._headed(made, word, best, meaning, planned, who)
        plans: tuple[Planned, ...] = (WAS_TO, False) if planned and title else ()
        # "To begin in June and to take a year": by what is told as done in June it has only begun.
        meaning = replace(meaning, plain=name is not None)
        first = replace(meaning, joined=False)
        was, did = [
            self._headed(made, word, best, first if told is False else meaning, told, who) or "" for told in plans
        ] or ["", ""]
        was, did = ["" if flawed.side_by_side(text, word.lemma_) else text for text in (was, did)]
        kicked = False
        if name is not None and title is not None:
            room = headline.LIMIT - len(name) - len(": ")
            short: str | None = title
            if len(title) > room:
                short = headline.title(made, frame, planned, called, thing=thing, joined=False, plain=True, limit=room)
            kicked = short is not None
            if short is not None:
                noun = subject if subject is not None else word
                title, was, did = (
                    standing.kicked(text, name, noun, by_name=by_name) if text else "" for text in (short, was, did)
                )
        return Titled(
            title, was, did, kicked, by_name, tokens, (who,) if who is not None else (), tuple(meant), unclear
        )

    # ---- its parts ----

    def _headed(
        self,
        made: Clause,
        word: Token,
        best: Anchored | None,
        meaning: _Meaning,
        planned: Planned,
        who: int | None,
    ) -> str | None:
        title = None
        for further in (True, False) if meaning.joined else (False,):
            title = headline.title(
                made, meaning.frame, planned, meaning.called,
                thing=meaning.thing, joined=further, plain=meaning.plain,
            )  # fmt: skip
            if title and pronouns.UNKNOWN not in title and not doubts.points(title):
                break  # else the first verb alone may tell it: "besieges Solwezi and fails to take it"
        title = by_then.with_day(self.doc, title, self.times, best, headline.LIMIT)
        if title and planned is True:
            title = taken_back.with_condition(title, word, meaning.frame, headline.LIMIT)
        role = self._role(who, word)
        return offices.with_office(title, word, role, headline.LIMIT) if title and role else title

    def _says_which(self, made: Clause, frame: Frame) -> bool:
        """Whether a clause behind the subject says which "the law" is."""
        subject = self.doc[made.subject] if made.subject is not None else None
        return subject is not None and described.in_own_words(subject, self.doc[made.predicate], frame) is not None

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
        in_lead: bool,
    ) -> str | None:
        """The name to be set before a title whose subject is not placed by its own words, or that names nobody."""
        noun = self.doc[made.subject] if made.subject is not None else self.doc[made.predicate]
        noun = thing if thing is not None and noun.pos_ == "PRON" else noun
        topics = standing.of_its_days(self.topics, self.doc[made.predicate])
        if (best is None and not in_lead) or title is None or _of_either(noun, topics):
            return None
        if whom.of_another(self.who, noun, self.topics[0].name if self.topics else ""):
            return None
        told, kept = self.doc[made.predicate], placed.words_of(title)
        whole = named or placed.subject_placed(noun, self.who, kept, said, made.predicate)
        if whole and placed.unknown_thing(told, self.who, kept, said):
            return standing.story(title, topics)
        alone = not named and not placed.names_somebody(noun.sent, self.who, kept)
        bare = alone and placed.bare_definite(noun, self.who, kept, said)
        if bare and (name := standing.story(title, topics)) is not None:
            return name
        if named or noun.pos_ == "PRON":
            return None
        somebody = bool(said) or placed.names_somebody(noun.sent, self.who, kept)
        if not somebody and len(title.split()) >= gate.FULL and (name := standing.story(title, topics)):
            return name
        if somebody and (
            placed.subject_placed(noun, self.who, kept, said, made.predicate)
            or placed.by_the_rest(noun, noun.sent, self.who, kept)
        ):
            return None
        near, recent = self._near(noun), self._recent(best)
        name = standing.kicker(title, topics, noun, told, near, self.home, recent=recent)
        return name if name is not None and name not in title else None

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
        names = title_subject.names_behind(token)
        if token.tag_ == "NN":
            names = [c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
        if any(c.dep_ == "conj" for head in (token, *names) for c in head.children):
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


# Who belongs to one body, whichever: "the shareholders", where a text is about two firms.
_OF_A_BODY = frozenset(
    "shareholder board worker employee staff management director member owner personnel crew investor creditor union"
    " supporter player fan chairman chairwoman executive".split()
)


def _of_either(noun: Token, topics: Sequence[Topic]) -> bool:
    """Whether a noun is of one of two bodies that a text is about: a name before its title would say of which."""
    bodies = [t for t in topics[: 2 * standing.TRIED] if t.type == "organization" and (t.headed or t.leading)]
    return noun.lemma_.lower() in _OF_A_BODY and len(bodies) > 1
