"""From seeds to a Reading: each is read alone, then all are resolved together. Nothing is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import compose, markup, pasted
from generator import seeds as files
from generator.document import Document, Extraction, Happening, Identities, Mention, Reading
from generator.merge import hashed
from generator.model import EntityFront, Proposal
from generator.problems import Problem

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The languages that the converter reads; a text too short to tell its language is read as English.
READ = frozenset({"en", "und"})
# What a sentence is parsed for takes the square of its length; the longest sentences of print have a few hundred words.
LONGEST_SENTENCE = 4_000  # characters
LONGEST = 300_000  # characters; the language model takes about a gigabyte of memory for a hundred thousand
# Event -> (title, or hash of what was generated; whether a person changed it; the title that stays for good)
Titles = Mapping[str, tuple[str, bool, str | None]]
Progress = Callable[[str, int, int], None]  # what is being done, how many done, of how many


def load(model: str | None = None) -> None:
    """Import and load whatever reading needs, in advance. A model that is not there is told of when it is used."""
    import contextlib
    import importlib

    from generator.extract import nlp

    for name in ("claims", "mentions", "parts", "roles", "times", "tolls"):
        importlib.import_module(f"generator.extract.{name}")
    for name in ("entities", "events", "passages", "publication"):
        importlib.import_module(f"generator.resolve.{name}")
    importlib.import_module("generator.ingest")
    with contextlib.suppress(OSError):
        for _ in nlp.parse(["Ready on 3 May 2001."], model):
            pass


def read_seeds(named: Iterable[tuple[str, str, Path, Path]]) -> tuple[list[Document], list[Problem]]:
    """Documents of (name, path shown, path, folder of seeds); what cannot be read is a problem, the others go on."""
    from generator import ingest

    documents, problems = [], []
    for name, shown, path, seeds in named:
        try:
            documents.append(ingest.read(name, files.read(path, seeds)))
        except ingest.Unreadable as error:
            problems.append(Problem(shown, error.line, f"not converted: {error.reason}", rule="seed"))
        except files.Refused as error:
            problems.append(Problem(shown, 0, f"not converted: {error.reason}", error.remedy, rule="seed"))
        except OSError as error:
            problems.append(Problem(shown, 0, f"not converted: {error.strerror}", "check its rights", rule="seed"))
        except Exception as error:  # a fault of ours in one seed must not cost the others
            said = f"not converted: this program failed on it ({type(error).__name__}: {str(error)[:200]})"
            problems.append(Problem(shown, 0, said, "please report it, with the seed", rule="internal"))
    return documents, problems


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the documents say, and the parses of those that may be read once more when their day is inferred."""

    extractions: tuple[Extraction, ...]
    parses: Mapping[int, Doc] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    asked: Mapping[str, Sequence[pasted.Asked]] = field(default_factory=dict)


def extract(
    documents: Sequence[Document],
    model: str | None,
    progress: Progress,
    asked: Mapping[str, Sequence[pasted.Asked]] | None = None,
) -> Extracted:
    """Mentions, times and claims of every document; those in other languages have none.

    `asked`: seed -> quotes of an editor's own claims on its page.
    """
    asked = asked or {}
    from generator.extract import mentions, nlp

    made: list[Extraction] = [Extraction(document) for document in documents]
    problems = [
        Problem(d.seed, 0, f"too long to be read ({len(d.text):,} characters); its page has no claims", "split it")
        for d in documents
        if len(d.text) > LONGEST
    ]
    endless = {i for i, d in enumerate(documents) if len(d.text) <= LONGEST and _endless(d.text)}
    problems += [
        Problem(documents[i].seed, 0, "it goes on for pages without the end of a sentence; its page has no claims",
                "set its full stops, or take away what is no prose", rule="seed")
        for i in sorted(endless)
    ]  # fmt: skip
    readable = [i for i, d in enumerate(documents) if d.lang in READ and len(d.text) <= LONGEST and i not in endless]
    parsed = nlp.parse([documents[i].text for i in readable], model) if readable else iter(())
    docs = {}
    for done, (i, doc) in enumerate(zip(readable, parsed, strict=True), 1):
        try:
            made[i] = Extraction(documents[i], mentions=mentions.find(doc, documents[i]))
            docs[i] = doc
        except Exception as error:  # a fault of ours in one article must not cost the others
            problems.append(_fault(documents[i], error))
        progress("reading", done, len(readable))
    agreed = mentions.agree([e.mentions for e in made])
    for i, doc in docs.items():
        try:
            made[i] = _read(doc, documents[i], agreed[i], asked)
        except Exception as error:
            problems.append(_fault(documents[i], error))
    again = {i: doc for i, doc in docs.items() if not documents[i].published}
    return Extracted(tuple(made), again, tuple(problems), asked)


def _endless(text: str) -> bool:
    return any(len(part) > LONGEST_SENTENCE for part in re.split(r"[.!?…\n]", text))


def _fault(document: Document, error: Exception) -> Problem:
    said = f"this program failed on it ({type(error).__name__}: {error}); its page has no claims"
    return Problem(document.seed, 0, said, "please report it, with the seed", rule="internal")


def _read(
    doc: Doc, document: Document, names: tuple[Mention, ...], asked: Mapping[str, Sequence[pasted.Asked]]
) -> Extraction:
    """Times, claims, roles and declared acronyms of one parsed document."""
    from generator.extract import claims, mentions, parts, roles, times, tolls

    day = document.published or (document.inferred[0] if document.inferred else None)
    dated = times.read(document.text, day, spans=[(p.start, p.end, p.published) for p in document.posts])
    found = claims.find(doc, document, names, dated)
    found += tolls.find(
        doc, found, [t.i for d in dated for t in doc.char_span(d.time.start, d.time.end, alignment_mode="expand") or ()]
    )
    made = Extraction(
        document,
        mentions=names,
        times=tuple(d.time for d in dated),
        claims=parts.tell(doc, tuple(sorted(found, key=lambda c: (c.start, c.end, c.head))), names),
        roles=roles.find(doc, names),
        aliases=mentions.declared_aliases(doc, names),
    )
    return pasted.add(made, asked.get(document.seed, ()))


def resolve(
    extracted: Extracted,
    known: Sequence[tuple[str, EntityFront]] = (),
    generated: Mapping[str, EntityFront] | None = None,
    events: Mapping[tuple[str, str], str] | None = None,
    taken: Iterable[str] = (),
    decisions: Sequence[Proposal] = (),
    living: Mapping[str, str] | None = None,
    titles: Titles | None = None,
) -> Reading:
    """Who is who and which claims tell of one event, over all documents.

    `known`: entity pages of people's making, `generated`: pages of our own that a person has not touched;
    `events`: (seed, folded quote or its hash) -> event of the claims that exist already; `taken`: ids of other pages;
    `decisions`: what editors said of proposed pairs; `living`: old id -> id; `titles`:
    those of the events that exist. Documents without a day are read once more where the others tell in which days they
    lie.
    """
    from generator.resolve import copied, entities, passages, publication

    extractions = copied.settle(extracted.extractions)
    identities, gone = compose.joined(entities.resolve(extractions, known), decisions)
    identities = compose.renamed(identities, generated or {})
    identities = compose.redirected(identities, living or {}, {**dict(known), **(generated or {})})
    found = _happenings(extractions, identities, events or {}, taken, extracted.asked, titles or {})
    if inferred := publication.infer(extractions, found):
        again = list(extractions)
        for d, reason in inferred.items():
            document = replace(again[d].document, inferred=reason)
            again[d] = _read(extracted.parses[d], document, again[d].mentions, extracted.asked)
        extractions = tuple(again)
        found = _happenings(extractions, identities, events or {}, taken, extracted.asked, titles or {})
    shared = passages.shared([e.document.text for e in extractions])
    return Reading(extractions, identities, found, shared, gone)


def _happenings(
    extractions: Sequence[Extraction],
    identities: Identities,
    events: Mapping[tuple[str, str], str],
    taken: Iterable[str],
    asked: Mapping[str, Sequence[pasted.Asked]],
    titles: Titles,
) -> tuple[Happening, ...]:
    from generator.resolve import events as happenings

    claimed = {
        (d, c): id
        for d, e in enumerate(extractions)
        for c, claim in enumerate(e.claims)
        if (quote := markup.fold(e.document.text[claim.start : claim.end])) and events
        if (id := events.get((e.document.seed, quote)) or events.get((e.document.seed, hashed(quote))))
    }
    found = _same_titles(happenings.resolve(extractions, identities, claimed, taken), extractions, titles)
    return pasted.with_events(found, extractions, identities, asked, claimed, taken) if asked else found


def _same_titles(
    found: Sequence[Happening], extractions: Sequence[Extraction], titles: Titles
) -> tuple[Happening, ...]:
    """Events under the titles that they were given, while a claim still tells them so: no article renames one."""

    def same(event: Happening) -> Happening:
        told = sorted({extractions[d].claims[c].title for d, c in event.claims})
        was, edited, stays = titles.get(event.id, ("", False, None))
        if stays:
            return replace(event, title=stays)
        kept = next((t for t in told if was in (t, hashed(t))), told[0] if edited and told else None)
        return replace(event, title=kept) if kept else event

    return tuple(map(same, found))


def inspect(
    paths: Sequence[Path], model: str | None = None, progress: Progress = lambda *_: None
) -> tuple[Reading, list[Problem]]:
    """The same reading without any content folder: nothing known, nothing written."""
    named: list[tuple[str, str, Path, Path]] = []
    for path in paths:
        named += [
            (p.name if p == path else p.relative_to(path).as_posix(), p.as_posix(), p, path) for p in files.files(path)
        ]
    named.sort(key=lambda row: row[0])
    documents, problems = read_seeds(named)
    extracted = extract(documents, model, progress)
    return resolve(extracted), [*problems, *extracted.problems]
