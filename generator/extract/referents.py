"""Whom a pronoun or a definite noun means: "he", "the minister", "the agency", "it", where only one fits.

No guess is made between two. What is known of a person is what the text itself says: a title before the name, the
pronouns of a sentence that names nobody else, the office beside the name. A reader who goes on with "he" looks first
for who acts in the same sentence, then for who acted in the one before (centering: Grosz, Joshi and Weinstein 1995).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from generator.document import Mention
from generator.extract import alike, full_names, offices, sexes, ships, whom
from generator.extract.called_so import CalledSo
from generator.extract.clauses import noun_kinds, subject_of
from generator.extract.lexicon import lexicon
from generator.extract.misparsed import SUBJECTS
from generator.extract.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_AGED = re.compile(r"^(?:\d{2}|\w+ty(?:-\w+)?)-year-old$")
# "The company" is whichever organization acted last; "the agency" the last one that is called an agency.
_FIRMS = frozenset({"company", "firm", "group", "organisation", "organization"})
BODIES = _FIRMS | frozenset(
    "agency ministry court commission committee council party bank union parliament university institute authority "
    "association federation foundation fund department board office bureau service club league corporation "
    "consortium cooperative inspectorate chamber alliance coalition police army navy tribunal front movement".split()
)
# Endings of nouns for one person by what he or she does.
AGENTS = ("er", "or", "ist", "ant", "man", "woman", "ian", "dent", "ess", "ee", "mother", "father", "king", "queen")
_NEAR = 600  # characters within which a body of that name is still meant
_BELOW = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp"})
# What says which thing it is; of a deal or a trip also with whom, for what or where to.
_AT = frozenset({"of", "at", "in"})
_WITH = _AT | frozenset({"with", "for", "between", "on", "to", "against", "into", "over"})
_OTHERS = frozenset({"new", "former", "other", "next", "first", "second", "third", "same", "late", "acting", "own"})


class Referents:
    """What the reading of one text keeps in mind of whom it spoke."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], roles: Mapping[int, str]) -> None:
        self.doc, self.mentions = doc, mentions
        self.order = sorted(range(len(mentions)), key=lambda i: mentions[i].start)
        self.people = frozenset(m.text for m in mentions if m.type == "person")
        self.starts = [mentions[i].start for i in self.order]
        self.person: int | None = None  # whom "he" or "she" can mean in the next sentence
        self.firm: int | None = None  # the organization that acted last
        self.body: int | None = None  # what "it" or "the company" can mean
        self.sexes: dict[str, Counter[str]] = defaultdict(Counter)
        for sentence in doc.sents:
            sexes.note(self, sentence)
        self.full = full_names.by_surname([mentions[i] for i in self.order])
        bodies = Counter(m.text for m in mentions if m.type == "organization")
        self.topic = bodies.most_common(1)[0][0] if bodies else ""
        rivals = [n for name, n in bodies.most_common(4) if name not in self.topic and self.topic not in name]
        self.main = self.topic if bodies and bodies[self.topic] >= alike.MOSTLY * max(rivals, default=1) else ""
        self.things: dict[str, list[Token]] = defaultdict(list)
        self.beside: dict[str, set[str]] = defaultdict(set)  # each noun, "dam" -> names that stand beside one
        for noun in doc:
            if noun.tag_ == "NN" and self.at(noun) is None:
                self.beside[noun.lemma_.lower()] |= {mentions[i].text for i in self.names_of(noun)}
                if self._named_thing(noun):
                    self.things[noun.lemma_.lower()].append(noun)
        self.bearers: dict[str, set[str]] = defaultdict(set)
        self.by_role: dict[str, list[int]] = defaultdict(list)
        self.called_so = CalledSo(doc, mentions, self.at)
        for i, role in sorted(roles.items()):
            if mentions[i].type == "person" and offices.is_office(role):
                head, own = offices.head(role)
                self.bearers[head] |= {self.key(i)} if own else set()  # a prime minister is not "the minister"
                self.by_role[head] += [i] * own

    def key(self, i: int) -> str:
        """The surname of a mention, by which a text goes on."""
        return self.mentions[i].text.split()[-1].lower()

    def at(self, token: Token) -> int | None:
        """Number of the mention in which a token stands."""
        k = bisect_right(self.starts, token.idx) - 1
        return self.order[k] if k >= 0 and token.idx < self.mentions[self.order[k]].end else None

    def within(self, start: int, end: int) -> list[int]:
        """Numbers of the mentions that lie within `text[start:end]`."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [i for i in self.order[low:high] if self.mentions[i].end <= end]

    def called(self, i: int) -> str:
        """A name as a title bears it: a person's in full, "the National Bank" where the text says "the" before it."""
        mention = self.mentions[i]
        if mention.type == "person":
            fuller = self.full.get(self.key(i), ())
            return full_names.of(mention, fuller, lambda: self._in_paragraph(mention)) or mention.text
        article = text_of(self.doc)[max(0, mention.start - 4) : mention.start].lower() == "the "
        noun = mention.text.split()[-1].islower()  # "the Radek dam"
        return f"the {mention.text}" if (article and mention.type == "organization") or noun else mention.text

    def _in_paragraph(self, mention: Mention) -> frozenset[str]:
        """The names before a mention in its paragraph."""
        begin = text_of(self.doc).rfind("\n\n", 0, mention.start) + 1
        return frozenset(self.mentions[k].text for k in self.within(begin, mention.start))

    def of(self, token: Token) -> tuple[int | None, bool]:
        """(the mention that a pronoun or definite noun stands for, whether somebody is meant who is not known)."""
        word = token.lower_
        if word in sexes.HE or word in sexes.SHE:
            ship = word in sexes.SHE and ships.may_be_meant(token)
            found = ships.named(self, token) if ship else self._person(token, "m" if word in sexes.HE else "f")
            return found, found is None
        if word in ("it", "its"):
            found = self._body(token)
            return found, found is None
        if token.pos_ == "PRON":
            return None, True
        if token.pos_ == "PROPN" and word in BODIES and token.i and token.nbor(-1).lower_ == "the":
            return (self._named_body(token), False) if self.at(token) is None else (None, False)
        if token.pos_ not in ("NOUN", "ADJ") or not any(c.dep_ == "det" and c.lower_ == "the" for c in token.children):
            return None, False
        if _AGED.match(self.doc[token.left_edge.i : token.i + 1].text.lower().removeprefix("the ")):
            found = whom.of_that_age(self, token, self._person(token, ""))
            return found, found is None
        modified = any(
            c.dep_ in ("amod", "prep", "relcl", "acl", "nummod", "poss", "appos", "conj", "compound")
            and not (c.left_edge.i > token.i and c.left_edge.nbor(-1).text == ",")  # "the dam, 74 metres high,"
            for c in token.children
        )
        if modified or token.tag_ != "NN":
            return None, False
        if word in ("man", "woman"):
            found = self._person(token, "m" if word == "man" else "f")
            return found, found is None
        if word in self.bearers:
            return self._office(token), False
        if word in _FIRMS and whom.of_somebody(self, token):
            return None, False
        found = self.called_so.of(token)
        named = self.beside.get(token.lemma_.lower(), ())
        if found is not None and any(name not in self.mentions[found].text for name in named):
            return None, False  # "the Linden dam", and one at Graz
        found = found if found is not None or named else alike.craft(word, self.mentions, token.idx)
        return found if found is not None else self._named_body(token), False

    def thing(self, token: Token) -> Token | None:
        """Of "the dam": "the earth dam at Ostrava" that the text told of before, where it tells of one only.

        Of "they" and "it": what acted in the sentence before, where that names nothing else that could be meant.
        """
        if token.lower_ in ("they", "it"):
            return whom.surely(self, token) or self._went_on(token)
        own = [c for c in token.children if c.dep_ not in ("relcl", "acl", "punct")]
        aside = {c.i for c in own if c.left_edge.i > token.i and c.left_edge.nbor(-1).text == ","}
        if token.tag_ != "NN" or [c.lower_ for c in own if c.i not in aside] != ["the"]:
            return None
        if token.lower_ in BODIES and any(token.lower_ in self.mentions[i].text.lower().split() for i in self.order):
            return None  # "the central bank of Peru", and the Norvale Bank
        lemma = token.lemma_.lower()
        called = self.things.get(lemma) or [n for w in sorted(alike.others(lemma)) for n in self.things.get(w, ())]
        told = [noun for noun in called if noun.i != token.i and not alike.may_be_another(self, token, noun)]
        names = [frozenset(w for i in self.names_of(noun) for w in self.mentions[i].text.split()) for noun in told]
        if not told or not frozenset.intersection(*names):
            return None  # none, or two of them
        near = [noun for noun in told if noun.i < token.i] or (told if noun_kinds(token) else [])
        return max(near, key=lambda noun: (len(self.names_of(noun)), noun.i), default=None)

    def _went_on(self, token: Token) -> Token | None:
        """The subject of the sentence before, with which "they" or "it" goes on as subject of its own sentence."""
        begin = token.sent.start
        acting = [t for t in self.doc[begin : token.i + 1] if t.dep_ in SUBJECTS]
        if len(acting) == 2 and acting[1].i == token.i and token.head.dep_ in ("relcl", "advcl"):
            main = acting[0]  # "The probe had been silent since May, when it failed to report"
            fits = main.tag_ == ("NN" if token.lower_ == "it" else "NNS") and main.head.dep_ == "ROOT"
            return main if fits and not self.human(main) and self.at(main) is None else None
        if begin == 0 or len(acting) != 1 or acting[0].i != token.i:
            return None
        before = self.doc[begin - 1].sent
        subject = whom.told_in(before, token)
        if subject is None or subject.pos_ != "NOUN" or "\n" in before.text or self.human(subject):
            return None
        tags = ("NNS", "NNPS") if token.lower_ == "they" else ("NN",)
        own = {t.i for t in subject.subtree}
        rivals = [t for t in before if t.tag_ in tags and t.i not in own and t.dep_ in ("dobj", "pobj", "conj", "attr")]
        rivals = [t for t in rivals if not any(a.dep_ in _BELOW for a in t.ancestors)]  # what a clause below speaks of
        if token.lower_ == "it":
            telling = (before.root, *before.root.conjuncts)  # "lasted a week and ended with a contract"
            rivals = [t for t in rivals if t.dep_ in ("dobj", "attr") or t.head.head in telling]
        return subject if subject.tag_ in tags and not rivals else None

    def names_of(self, noun: Token) -> list[int]:
        """Numbers of the names that stand beside a noun and say which it is."""
        beside = [c for c in noun.children if c.dep_ in ("compound", "poss", "nmod")]
        near = _WITH if noun_kinds(noun) or noun.lemma_.lower() in lexicon().of_what else _AT
        behind = [d for c in noun.children if c.dep_ == "prep" and c.lower_ in near for d in c.children]
        return [i for t in (*beside, *behind) if (i := self.at(t)) is not None]

    def _named_thing(self, noun: Token) -> bool:
        """A thing with its name or place beside it, that is not one of several ("the second round in Rome")."""
        if self.at(noun) is not None or not self.names_of(noun) or noun.dep_ == "conj":
            return False  # "the Radek dam and the Linden dam"
        return not any(c.dep_ == "conj" or c.lower_ in _OTHERS or c.ent_type_ == "ORDINAL" for c in noun.children)

    def remember(self, sentence: Span) -> None:
        """Whom "he", "she" or "it" can mean next: who acts in this sentence, or the only one whom it names."""
        inside = self.within(sentence.start_char, sentence.end_char)
        people = [i for i in inside if self.mentions[i].type == "person"]
        goes_on = self.person is not None and self._pronoun_first(sentence, people)
        subject = subject_of(sentence.root) if sentence.root.pos_ in ("VERB", "AUX") else None
        acting = self._acting(subject) if subject is not None else None
        kind = "" if acting is None else self.mentions[acting].type
        if acting is not None and kind == "person":
            self.person = acting
        elif goes_on:
            pass  # "His troops entered the town where Berg had fallen": the story is still of him
        elif subject is not None and (self.human(subject) or self._another(sentence, people)):
            self.person = None  # "The president has come twice": she is meant next, and not whom the text named before
        elif len({self.key(i) for i in people}) == 1:
            self.person = max(people, key=lambda i: len(self.mentions[i].text))
        elif people:
            self.person = None
        if acting is not None and kind != "person":
            self.body = acting
            self.firm = acting if kind == "organization" else self.firm
        elif subject is not None and subject.lower_ != "it" and kind != "person":
            self.body = self.firm = None

    # ---- its parts ----

    def _pronoun_first(self, sentence: Span, people: Sequence[int]) -> bool:
        first = self.mentions[people[0]].start if people else sentence.end_char
        for token in sentence:
            if token.dep_ in SUBJECTS and token.tag_ == "NN" and self.human(token):
                return False  # "when the player walked to his fans": the player's
            if token.lower_ in sexes.HE | sexes.SHE and token.idx < first:
                return True
        return False

    def _another(self, sentence: Span, people: Sequence[int]) -> bool:
        """Whether a sentence brings in somebody without a name: "a fisherman", "the first patient"."""
        named = {t for i in people for t in range(self.mentions[i].start, self.mentions[i].end)}
        return any(
            t.tag_ == "NN" and t.dep_ in ("nsubj", "nsubjpass", "attr") and t.idx not in named
            and (self.human(t) or t.lower_ in ("patient", "victim", "child", "boy", "girl"))
            and not any(c.dep_ == "appos" and c.idx in named for c in t.children)
            for t in sentence
        )  # fmt: skip

    def _acting(self, subject: Token) -> int | None:
        """The name of a subject: its own, or one in apposition, or whom its pronoun means."""
        found = self.at(subject)
        if found is None:
            beside = (self.at(c) for c in subject.children if c.dep_ == "appos")
            found = next((i for i in beside if i is not None), None)
        return found if found is not None else self.of(subject)[0]

    def human(self, subject: Token) -> bool:
        """Whether a noun is one for a person: an office that the text names, or a word for who does something."""
        word = subject.lower_
        return (
            word in self.bearers or word in sexes.MEN | sexes.WOMEN or (subject.tag_ == "NN" and word.endswith(AGENTS))
        )

    def _person(self, token: Token, sex: str) -> int | None:
        """Who acted before in this sentence, else in the ones before; never one known as of the other sex."""
        if (ahead := whom.ahead(self, token)) is not None and whom.can_be(self, ahead, sex):
            return ahead
        described = whom.described(self, token)
        before = [i for i in self.within(token.sent.start_char, token.idx) if i not in described]
        acting = [i for i in before if self.mentions[i].type == "person" and whom.acts(self, i)]
        named = [i for i in before if self.mentions[i].type == "person"]
        keys = {self.key(i) for i in named}
        gone_on = any(t.lower_ == token.lower_ and t.dep_ in SUBJECTS for t in self.doc[token.sent.start : token.i])
        if (
            not acting
            and not gone_on
            and len(keys) == 1
            and self.person is not None
            and keys != {self.key(self.person)}
        ):
            # "The defeat cost Berg his command: he was replaced": Berg, where another clause goes on.
            near = named[-1]
            told = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in self.doc[token.sent.start : token.i])
            return near if told and whom.can_be(self, near, sex) else None
        if sex and whom.another_fits(self, token, sex, acting):
            return None
        remembered = [self.person] if self.person is not None else []
        for found in (*reversed(acting), *remembered):
            if whom.can_be(self, found, sex):
                return found
            if not sex:
                return None
        fitting = {self.key(i): i for i in named if whom.can_be(self, i, sex)}
        return next(iter(fitting.values())) if len(fitting) == 1 and self.person is None else None

    def _body(self, token: Token) -> int | None:
        """What "it" means: the organization or country that acted before in this sentence, else in the last one."""
        if whom.happens(token) or whom.of_a_paper(token) or whom.written(token):
            return None  # "that it took place on 3 May": no body takes place, nor does it come into force
        if (speaker := whom.declared(token)) is not None:
            return whom.named(self, speaker)
        before = self.within(token.sent.start_char, token.idx)
        acting = [i for i in before if self.mentions[i].type != "person" and whom.acts(self, i)]
        acting = [i for i in acting if text_of(self.doc)[self.mentions[i].start - 1] != "("]  # "the Osk Fund (OF)"
        if acting and len({self.mentions[i].text for i in acting}) > 1 and whom.of_bodies(token):
            # "Norvale says the Osk 4 copies the valve it patented": no engine patents.
            acting = [i for i in acting if self.mentions[i].type == "organization"]
        if acting:
            return acting[-1] if len({self.mentions[i].text for i in acting}) == 1 else None
        own = whom.acting_before(token)
        if not own:
            return self.body
        first = own[0]
        if len(own) > 1 or first.tag_ not in ("NN", "NNP") or self.human(first) or token.dep_ not in SUBJECTS:
            return None
        found = number if (number := self.at(first)) is not None else self.of(first)[0]
        return found if found is not None and self.mentions[found].type != "person" else None

    def _office(self, token: Token) -> int | None:
        """Of "the minister": the only one whom the text calls so, once it has named that person."""
        keys = self.bearers[token.lower_]
        if len(keys) != 1:
            return None
        before = [i for i in self.order if self.mentions[i].end <= token.idx and self.mentions[i].type == "person"]
        named = [i for i in before if self.key(i) in keys]
        return max(named, key=lambda i: len(self.mentions[i].text)) if named else None

    def _named_body(self, token: Token) -> int | None:
        """Of "the agency": the last body of that name; of "the company" what acted last."""
        word = token.lower_
        if word not in BODIES:
            return None
        called: dict[str, int] = {}
        for i in self.within(max(0, token.idx - _NEAR), token.idx):
            mention = self.mentions[i]
            if mention.type == "organization" and word in mention.text.lower().split():
                called[mention.text] = i
        if called:
            return next(iter(called.values())) if len(called) == 1 else None
        if self.firm is not None and word in _FIRMS:
            text = self.mentions[self.firm].text  # of two companies the text is about one
            return self.firm if self.topic and (text in self.topic or self.topic in text) else None
        begin = self.doc[token.sent.start - 1].sent.start_char if token.sent.start else 0
        near = {self.mentions[i].text for i in self.within(begin, token.idx) if self.mentions[i].type == "organization"}
        if word not in _FIRMS or not self.main or any(name not in self.main and self.main not in name for name in near):
            return None
        return next((i for i in self.within(0, token.idx) if self.mentions[i].text == self.main), None)
