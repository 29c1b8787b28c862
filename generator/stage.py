"""The stage that reads articles, one by one: what is needed of the language model, in any executor, from the cache.

Names come first, for all articles together agree on the type of a name; then times, claims and roles. Between the two
a parse travels as bytes, so that both steps may run in other processes or on other machines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from generator import pasted
from generator.document import BareDay, Document, Extraction, Mention
from generator.memory import Memory
from generator.problems import Problem, failure
from generator.workers import Workers, batches, spread

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The languages that the converter reads; a text too short to tell its language is read as English.
READ = frozenset({"en", "und"})
# What a sentence is parsed for takes the square of its length; the longest sentences of print have a few hundred words.
LONGEST_SENTENCE = 4_000  # characters
LONGEST = 300_000  # characters; the language model takes about a gigabyte of memory for a hundred thousand
BATCH = 30_000  # characters of text that are read as one task: some seconds of work
Progress = Callable[[str, int, int], None]  # what is being done, how many done, of how many
Asked = Mapping[str, Sequence[pasted.Asked]]  # seed -> quotes of an editor's own claims on its page


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the documents say; `again` reads one once more, when its day has been inferred."""

    extractions: tuple[Extraction, ...]
    again: Callable[[Extraction, Document], Extraction] = lambda made, document: replace(made, document=document)
    problems: tuple[Problem, ...] = ()
    asked: Asked = field(default_factory=dict)


def extract(
    documents: Sequence[Document],
    model: str | None,
    progress: Progress,
    asked: Asked | None = None,
    memory: Memory | None = None,
    workers: Workers | None = None,
    models: Mapping[str, str] | None = None,
) -> Extracted:
    """Mentions, times and claims of every document; of those in other languages the names and plain dates, if there is
    one of `models` (language -> spaCy model) for them.

    Without workers all is done in this process. A fault of ours in one article costs the others nothing.
    """
    work = _Reading(documents, model, asked or {}, memory or Memory(), workers, models or {})
    problems = _unread(documents)
    shut = {p.path for p in problems}
    readable = [i for i, d in enumerate(documents) if d.lang in READ and d.seed not in shut]
    foreign = [
        i for i, d in enumerate(documents) if d.lang in work.models and d.lang not in READ and d.seed not in shut
    ]
    problems += work.elsewhere(foreign)
    work.names(readable, progress)
    problems += work.tell([i for i in readable if i not in work.faults], progress)
    problems.sort(key=lambda p: p.path)
    return Extracted(tuple(work.made), work.again, tuple(problems), work.asked)


@dataclass
class _Reading:
    documents: Sequence[Document]
    model: str | None
    asked: Asked
    memory: Memory
    workers: Workers | None
    models: Mapping[str, str] = field(default_factory=dict)
    foreign: dict[int, tuple[Mention, ...]] = field(default_factory=dict)
    made: list[Extraction] = field(default_factory=list)
    parses: dict[int, bytes] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.made = [Extraction(document) for document in self.documents]

    def elsewhere(self, numbers: Sequence[int]) -> list[Problem]:
        """The names and dates of documents in other languages; what stood in the way."""
        from generator.extract import elsewhere

        problems = []
        for i in numbers:
            document = self.documents[i]
            model = self.models[document.lang]
            key = self.memory.key("elsewhere", model, document)
            known = self.memory.get(key)
            if known is None:
                try:
                    known = elsewhere.names(document, model)
                except OSError:
                    said = f'the model "{model}" is not installed; its page has no names'
                    problems.append(
                        Problem(document.seed, 0, said, f"pip install {model.replace('_', '-')}", rule="seed")
                    )
                    continue
                self.memory.put(key, known)
            self.foreign[i] = known
            self.made[i] = replace(self.made[i], times=elsewhere.times(document.text, document.lang))
        return problems

    def names(self, readable: Sequence[int], progress: Progress) -> None:
        """The names of each document, then the types on which all agree."""
        keys = {i: self.memory.key("names", self.model, self.documents[i]) for i in readable}
        found: dict[int, tuple[Mention, ...]] = {}
        for i in readable:
            known = self.memory.get(keys[i])
            if known is not None:
                found[i] = known
        new = [i for i in readable if i not in found]
        done = 0
        for numbers, results in self._run(name_all, new, lambda i: self.documents[i]):
            for i, result in zip(numbers, results, strict=True):
                if isinstance(result, str):
                    self.faults[i] = result
                    continue
                found[i], self.parses[i] = result
                self.memory.put(keys[i], found[i])
            done += len(numbers)
            progress("reading names", done, len(new))
        from generator.extract import mentions

        found.update(self.foreign)
        agreed = mentions.agree([found.get(i, ()) for i in range(len(self.documents))])
        for i in (*readable, *self.foreign):
            self.made[i] = replace(self.made[i], mentions=agreed[i])

    def tell(self, readable: Sequence[int], progress: Progress) -> list[Problem]:
        """Times, claims and roles of each document; what of them failed."""
        keys = {i: self._key(self.made[i]) for i in readable}
        new = []
        for i in readable:
            known = self.memory.get(keys[i])
            if known is None:
                new.append(i)
            else:
                self.made[i] = replace(known, document=self.documents[i])
        done = 0
        for numbers, results in self._run(tell_all, new, self._job):
            for i, result in zip(numbers, results, strict=True):
                self.parses.pop(i, None)
                if isinstance(result, str):
                    self.faults[i] = result
                    continue
                self.made[i] = result
                self.memory.put(keys[i], replace(result, document=_NOTHING))
            done += len(numbers)
            progress("reading claims", done, len(new))
        self.parses.clear()
        return [_fault(self.documents[i], said) for i, said in sorted(self.faults.items())]

    def again(self, made: Extraction, document: Document) -> Extraction:
        """One document once more, with the days in which it was published."""
        key = self._key(replace(made, document=document))
        known = self.memory.get(key)
        if known is None:
            (read,) = tell_all([(document, made.mentions, None, self.asked.get(document.seed, ()))], self.model)
            if isinstance(read, str):
                return replace(made, document=document)
            self.memory.put(key, known := replace(read, document=_NOTHING))
        found: Extraction = replace(known, document=document)
        return found

    def _job(self, i: int) -> Job:
        document = self.documents[i]
        return document, self.made[i].mentions, self.parses.get(i), self.asked.get(document.seed, ())

    def _key(self, made: Extraction) -> bytes:
        asked = list(self.asked.get(made.document.seed, ()))
        return self.memory.key("claims", self.model, made.document, made.mentions, asked)

    def _run(
        self, stage: Callable[..., list[Any]], numbers: Sequence[int], job: Callable[[int], Any]
    ) -> Iterator[tuple[list[int], list[Any]]]:
        """Batches of documents and what the stage made of them, in their order, some of them in advance."""
        executor = self.workers.of(len(numbers)) if self.workers else None
        sizes = {i: len(self.documents[i].text) for i in numbers}
        yield from spread(executor, stage, batches(sizes, BATCH), job, self.model)


_NOTHING = Document("", "", "", "", "")
Job = tuple[Document, tuple[Mention, ...], bytes | None, Sequence[pasted.Asked]]


# ---- the two steps, as plain functions that any executor can run ----


def name_all(documents: Sequence[Document], model: str | None) -> list[tuple[tuple[Mention, ...], bytes] | str]:
    """Of each document its names and its parse; or what went wrong."""
    from generator.extract import mentions, nlp

    made: list[tuple[tuple[Mention, ...], bytes] | str] = []
    for document, doc in zip(documents, nlp.parse([d.text for d in documents], model), strict=True):
        try:
            made.append((mentions.find(doc, document), nlp.packed(doc)))
        except Exception as error:  # a fault of ours in one article must not cost the others
            made.append(_said(error))
    return made


def tell_all(jobs: Sequence[Job], model: str | None) -> list[Extraction | str]:
    """Of each document its times, claims and roles; or what went wrong."""
    from generator.extract import nlp

    made: list[Extraction | str] = []
    new = iter(nlp.parse([document.text for document, _, parse, _ in jobs if parse is None], model))
    for document, names, parse, asked in jobs:
        try:
            doc = next(new) if parse is None else nlp.unpacked(parse, model)
            made.append(_told(doc, document, names, asked))
        except Exception as error:
            made.append(_said(error))
    return made


def _told(doc: Doc, document: Document, names: tuple[Mention, ...], asked: Sequence[pasted.Asked]) -> Extraction:
    """Times, claims, roles and declared acronyms of one parsed document."""
    from generator.extract import claims, countered, mentions, papers, parsed, parts, prices, roles, times, tolls

    day = document.published or (document.inferred[0] if document.inferred else None)
    dated = times.read(document.text, day, spans=[(p.start, p.end, p.published) for p in document.posts])
    doc = parsed.read(doc)
    found = claims.find(doc, document, names, dated)
    spans = (doc.char_span(d.time.start, d.time.end, alignment_mode="expand") for d in dated)
    skip = [t.i for span in spans for t in span or ()]
    found = tolls.widened(doc, found, skip)
    found += tolls.find(doc, found, skip)
    found += countered.find(doc, found, skip)
    acting = prices.widened(doc, parts.tell(doc, found, names), skip)
    made = Extraction(
        document,
        mentions=names,
        times=tuple(d.time for d in dated),
        claims=tuple(sorted(acting, key=lambda c: (c.start, c.end, c.head))),
        roles=roles.find(doc, names),
        labels=papers.named(doc, names),
        aliases=mentions.declared_aliases(doc, names),
        bare=() if day else (*_dateline(document), *times.bare(dated, document.text)),
    )
    return pasted.add(made, asked)


def _dateline(document: Document) -> tuple[BareDay, ...]:
    """The day of a dateline, which stood before the text."""
    return (BareDay(0, document.stamped, "past", open=True),) if document.stamped else ()


def _said(error: Exception) -> str:
    return f"this program failed on it ({failure(error)}); its page has no claims"


def _fault(document: Document, said: str) -> Problem:
    return Problem(document.seed, 0, said, "please report it, with the seed", rule="internal")


def _unread(documents: Sequence[Document]) -> list[Problem]:
    """What is too long, or no prose: its page has no claims."""
    long = [
        Problem(
            d.seed,
            0,
            f"too long to be read ({len(d.text):,} characters); its page has no claims",
            "split it",
            rule="seed",
        )
        for d in documents
        if len(d.text) > LONGEST
    ]
    return long + [
        Problem(d.seed, 0, "it goes on for pages without the end of a sentence; its page has no claims",
                "set its full stops, or take away what is no prose", rule="seed")
        for d in documents
        if len(d.text) <= LONGEST and any(len(part) > LONGEST_SENTENCE for part in re.split(r"[.!?…\n]", d.text))
    ]  # fmt: skip
