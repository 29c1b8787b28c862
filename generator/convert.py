"""seeds -> content: the ordered list of stages, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__, compose, frontmatter, markup, merge, store
from generator.content import claims_by_event
from generator.document import Document, Extraction, Happening, Identities, Mention
from generator.frontmatter import Page
from generator.model import ArticleFront, EntityFront, Settings
from generator.problems import Problem

if TYPE_CHECKING:
    from spacy.tokens import Doc

# The languages that the converter reads; a text too short to tell its language is read as English.
READ = frozenset({"en", "und"})
LONGEST = 300_000  # characters; the language model takes about a gigabyte of memory for a hundred thousand
Progress = Callable[[str, int, int], None]  # what is being done, how many done, of how many


@dataclass(frozen=True, slots=True)
class Summary:
    """What one run did."""

    articles: int = 0
    entities: int = 0
    events: int = 0
    drafts: int = 0
    written: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    taken_away: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()  # articles whose seed is gone
    foreign: tuple[str, ...] = ()  # articles in a language that is not read
    whole_texts: int = 0
    up_to_date: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was found in a set of seeds, resolved over all of them."""

    extractions: tuple[Extraction, ...]
    identities: Identities
    happenings: tuple[Happening, ...]
    shared: compose.Shared = field(default_factory=dict)


def seed_files(seeds: Path) -> list[Path]:
    """Every file below a folder of seeds, in the order of their paths; hidden ones are not seeds."""
    if seeds.is_file():
        return [seeds]
    found = (
        p
        for p in seeds.rglob("*")
        if p.is_file() and not any(part.startswith(".") for part in p.relative_to(seeds).parts)
    )
    return sorted(found, key=lambda p: p.relative_to(seeds).as_posix())


def read_seeds(files: Iterable[tuple[str, str, Path]]) -> tuple[list[Document], list[Problem]]:
    """Documents of (name, path shown, path); what cannot be read is a problem, and the others go on."""
    from generator import ingest

    documents, problems = [], []
    for name, shown, path in files:
        try:
            documents.append(ingest.read(name, path.read_bytes()))
        except ingest.Unreadable as error:
            problems.append(Problem(shown, 0, f"not converted: {error.reason}", rule="seed"))
        except OSError as error:
            problems.append(Problem(shown, 0, f"not converted: {error.strerror}", "check its rights", rule="seed"))
    return documents, problems


@dataclass(frozen=True, slots=True)
class Extracted:
    """What the documents say, and the parses of those that may be read once more when their day is inferred."""

    extractions: tuple[Extraction, ...]
    parses: Mapping[int, Doc] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def extract(documents: Sequence[Document], model: str | None, progress: Progress) -> Extracted:
    """Mentions, times and claims of every document; those in other languages have none."""
    from generator.extract import mentions, nlp

    made: list[Extraction] = [Extraction(document) for document in documents]
    problems = [
        Problem(d.seed, 0, f"too long to be read ({len(d.text):,} characters); its page has no claims", "split it")
        for d in documents
        if len(d.text) > LONGEST
    ]
    readable = [i for i, d in enumerate(documents) if d.lang in READ and len(d.text) <= LONGEST]
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
            made[i] = _read(doc, documents[i], agreed[i])
        except Exception as error:
            problems.append(_fault(documents[i], error))
    again = {i: doc for i, doc in docs.items() if not documents[i].published}
    return Extracted(tuple(made), again, tuple(problems))


def _fault(document: Document, error: Exception) -> Problem:
    said = f"this program failed on it ({type(error).__name__}: {error}); its page has no claims"
    return Problem(document.seed, 0, said, "please report it, with the seed", rule="internal")


def _read(doc: Doc, document: Document, names: tuple[Mention, ...]) -> Extraction:
    """Times, claims, roles and declared acronyms of one parsed document."""
    from generator.extract import claims, mentions, roles, times

    day = document.published or (document.inferred[0] if document.inferred else None)
    dated = times.read(document.text, day, spans=[(p.start, p.end, p.published) for p in document.posts])
    return Extraction(
        document,
        mentions=names,
        times=tuple(d.time for d in dated),
        claims=claims.find(doc, document, names, dated),
        roles=roles.find(doc, names),
        aliases=mentions.declared_aliases(doc, names),
    )


def resolve(
    extracted: Extracted,
    known: Sequence[tuple[str, EntityFront]] = (),
    generated: Mapping[str, EntityFront] | None = None,
    events: Mapping[tuple[str, str], str] | None = None,
    taken: Iterable[str] = (),
) -> Reading:
    """Who is who and which claims tell of one event, over all documents.

    `known`: entity pages of people's making, `generated`: pages of our own that a person has not touched;
    `events`: (seed, folded quote) -> event of the claims that exist already; `taken`: ids of other pages.
    Documents without a day are read once more where the others tell in which days they lie.
    """
    from generator.resolve import entities, passages, publication

    extractions = extracted.extractions
    identities = compose.renamed(entities.resolve(extractions, known), generated or {})
    found = _happenings(extractions, identities, events or {}, taken)
    if inferred := publication.infer(extractions, found):
        again = list(extractions)
        for d, reason in inferred.items():
            document = replace(again[d].document, inferred=reason)
            again[d] = _read(extracted.parses[d], document, again[d].mentions)
        extractions = tuple(again)
        found = _happenings(extractions, identities, events or {}, taken)
    shared = passages.shared([e.document.text for e in extractions])
    return Reading(extractions, identities, found, shared)


def _happenings(
    extractions: Sequence[Extraction],
    identities: Identities,
    events: Mapping[tuple[str, str], str],
    taken: Iterable[str],
) -> tuple[Happening, ...]:
    from generator.resolve import events as happenings

    claimed = {
        (d, c): id
        for d, e in enumerate(extractions)
        for c, claim in enumerate(e.claims)
        if (id := events.get((e.document.seed, markup.fold(e.document.text[claim.start : claim.end]))))
    }
    return happenings.resolve(extractions, identities, claimed, taken)


def convert(
    seeds: Path, content: Path, progress: Progress = lambda *_: None, seeds_shown: str | None = None
) -> Summary:
    """Seeds to pages. What a person edited or removed stays so; the same seeds give the same bytes."""
    settings, problems = store.load_settings(content)
    shown = seeds_shown or seeds.as_posix()
    files = [
        (p.relative_to(seeds).as_posix(), f"{shown}/{p.relative_to(seeds).as_posix()}", p) for p in seed_files(seeds)
    ]
    parts = [__version__, *_code(), *(f"{name} {store.digest(path.read_bytes())}" for name, _, path in files)]
    before = store.fingerprint(content, parts)
    disk, last = store.on_disk(content), store.generated(content)
    last_run = store.last_run(content)
    if last_run and before == last_run[0]:
        theirs = merge.edited(disk, last)
        problems += last_run[1]
        return Summary(articles=len(files), edited=tuple(sorted(theirs)), up_to_date=True, problems=tuple(problems))
    documents, unread = read_seeds(files)
    problems += unread
    extracted = extract(documents, settings.model, progress)
    unread += extracted.problems
    problems += extracted.problems
    progress("resolving", 0, 0)
    summary = _update(content, settings, extracted, disk, last, problems)
    store.remember_run(content, store.fingerprint(content, parts), unread)
    return summary


def _update(
    content: Path,
    settings: Settings,
    extracted: Extracted,
    disk: Mapping[str, str],
    last: Mapping[str, str],
    problems: list[Problem],
) -> Summary:
    here = store.load(content)
    theirs, gone = merge.edited(disk, last), merge.removed(disk, last)
    refused = {p.rpartition("/")[2].removesuffix(".md") for p in gone if not p.startswith("articles/")}
    known = [(p.id, p.front) for p in here.entities if f"entities/{p.id}.md" in theirs]
    generated = {p.id: p.front for p in here.entities if f"entities/{p.id}.md" not in theirs}
    claimed = {
        (a.front.source.seed, markup.fold(c.quote)): c.id
        for a in here.articles
        for c in a.front.events
        if c.id and not c.draft
    }
    standing = {p.id for p in here.notes} | {p.id for p in here.pages}
    reading = resolve(extracted, known, generated, claimed, standing | {a.id for a in here.articles})
    extractions = reading.extractions
    documents = [e.document for e in extractions]
    seeds_of = {a.front.source.seed: a.id for a in here.articles} | {a.front.source.sha256: a.id for a in here.articles}
    events = {key: h.id for h in reading.happenings for key in h.claims}
    ids = compose.slugs(documents, seeds_of, standing | set(reading.identities.entities) | set(events.values()))
    pages: dict[str, str] = {}
    fronts: dict[str, ArticleFront] = {}
    for d, extraction in enumerate(extractions):
        rights = compose.rights_of(extraction.document, settings)
        front, body = compose.article(d, extraction, reading.identities, events, reading.shared, ids, rights, refused)
        fronts[ids[d]] = front
        pages[f"articles/{ids[d]}.md"] = frontmatter.dump(front, body)
    orphans = sorted(a.id for a in here.articles if a.id not in fronts and f"articles/{a.id}.md" in last)
    # What stands on disk decides for the pages of people and for articles whose seed is gone.
    final = dict(fronts)
    final.update({a.id: a.front for a in here.articles if f"articles/{a.id}.md" in theirs or a.id not in fronts})
    final = {id: front for id, front in final.items() if f"articles/{id}.md" not in gone}
    entities = compose.entity_pages(reading.identities, list(final.values()))
    reports = claims_by_event([Page(id, "", front, "") for id, front in final.items()], {})
    pages |= {f"entities/{id}.md": frontmatter.dump(front, "") for id, front in entities.items()}
    happenings = compose.event_pages(reading.happenings, reports, set(entities) | {p.id for p in here.entities})
    pages |= {f"events/{id}.md": frontmatter.dump(front, "") for id, front in happenings.items()}
    wanted = set(pages) | {f"entities/{id}.md" for id in reading.identities.entities}
    wanted |= {f"events/{happening.id}.md" for happening in reading.happenings}
    keep = {f"articles/{id}.md" for id in orphans} | _referred(final)
    todo = merge.plan({p: store.digest(t) for p, t in pages.items()}, disk, last, keep)
    for path in todo.write:
        store.write(content / path, pages[path])
    for path in todo.stale:
        (content / path).unlink()
    record = {p: v for p, v in last.items() if p not in todo.stale} | {
        p: store.digest(pages[p]) for p in (*todo.write, *todo.same)
    }
    store.record(content, record)
    return Summary(
        articles=len(documents),
        entities=len(entities),
        events=len(happenings),
        drafts=sum(c.draft for f in fronts.values() for c in f.events),
        written=todo.write,
        edited=todo.edited,
        removed=tuple(sorted(gone & wanted)),
        taken_away=todo.stale,
        orphans=tuple(orphans),
        foreign=tuple(d.seed for d in documents if d.lang not in READ),
        whole_texts=sum(f.rights == "full" and f.wording != "paraphrase" for f in final.values()),
        problems=tuple(problems),
    )


def _referred(articles: Mapping[str, ArticleFront]) -> set[str]:
    """Pages of entities and events to which some article refers."""
    found: set[str] = set()
    for front in articles.values():
        found |= {f"entities/{row.id}.md" for row in front.entities}
        for claim in front.events:
            found |= {f"entities/{id}.md" for id in (*claim.entities, *([claim.place] if claim.place else []))}
            if claim.id:
                found.add(f"events/{claim.id}.md")
    return found


def _code() -> Iterator[str]:
    """Hashes of the code and tables that make pages: with other code, the same seeds are converted again."""
    here = Path(__file__).parent
    for path in sorted(here.rglob("*")):
        below = path.relative_to(here)
        if (
            path.is_file()
            and path.suffix != ".pyc"
            and below.parts[0] not in ("site", "views", "cli.py", "__pycache__")
        ):
            yield f"{below.as_posix()} {store.digest(path.read_bytes())}"


def inspect(
    paths: Sequence[Path], model: str | None = None, progress: Progress = lambda *_: None
) -> tuple[Reading, list[Problem]]:
    """The same reading without any content folder: nothing known, nothing written."""
    named: list[tuple[str, str, Path]] = []
    for path in paths:
        named += [
            (p.name if path.is_file() else p.relative_to(path).as_posix(), p.as_posix(), p) for p in seed_files(path)
        ]
    named.sort(key=lambda row: row[0])
    documents, problems = read_seeds(named)
    extracted = extract(documents, model, progress)
    return resolve(extracted), [*problems, *extracted.problems]


__all__ = ["Extracted", "Reading", "Summary", "convert", "extract", "inspect", "read_seeds", "resolve", "seed_files"]
