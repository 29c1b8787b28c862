"""From seeds to a Reading: each is read alone, then all are resolved together. Nothing is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator import corrected, identities, markup, pasted, store
from generator import seeds as files
from generator.corrected import NONE, Corrected
from generator.document import Document, Extraction, Happening, Identities, Reading
from generator.memory import Memory
from generator.merge import hashed
from generator.model import EntityFront, Proposal
from generator.problems import Problem, failure
from generator.put_elsewhere import NOBODY, Word
from generator.stage import Extracted, Progress, extract
from generator.workers import Workers, batches, spread

# Event -> (title, or hash of what was generated; whether a person changed it; the title that stays for good)
Titles = Mapping[str, tuple[str, bool, str | None]]


def load(model: str | None = None) -> None:
    """Import and load whatever reading needs, in advance. A model that is not there is told of when it is used."""
    import contextlib
    import importlib

    from generator.extract import nlp

    for name in ("claims", "mentions", "parts", "prices", "roles", "times", "tolls"):
        importlib.import_module(f"generator.extract.{name}")
    for name in ("entities", "events", "passages", "publication"):
        importlib.import_module(f"generator.resolve.{name}")
    importlib.import_module("generator.ingest")
    with contextlib.suppress(OSError):
        for _ in nlp.parse(["Ready on 3 May 2001."], model):
            pass


_Named = tuple[str, str, Path, Path]  # name, path shown, path, folder of seeds
_TOGETHER = 400_000  # bytes of seeds that are read as one task: some seconds of work, where they are pages of the web
_Read = Document | Problem


def read_seeds(
    named: Iterable[_Named], memory: Memory | None = None, workers: Workers | None = None
) -> tuple[list[Document], list[Problem]]:
    """Documents of (name, path shown, path, folder of seeds); what cannot be read is a problem, the others go on."""
    rows, memory, sizes = list(named), memory or Memory(), dict[int, int]()
    made: dict[int, _Read] = {}
    for i, row in enumerate(rows):
        data = _bytes_of(row)
        if isinstance(data, Problem):
            made[i] = data
        elif known := memory.get(memory.key("document", row[0], store.digest(data))):
            made[i] = known
        else:
            sizes[i] = len(data)
    executor = workers.of(len(sizes)) if workers else None
    # They are opened once more, so that no more of them stand in memory than are being read.
    for numbers, results in spread(
        executor, ingest_all, batches(sizes, _TOGETHER), lambda i: (*rows[i][:2], _bytes_of(rows[i]))
    ):
        for i, (sha256, read) in zip(numbers, results, strict=True):
            made[i] = read
            if sha256 and isinstance(read, Document):
                memory.put(memory.key("document", rows[i][0], sha256), read)
    ordered = [made[i] for i in range(len(rows))]
    return [r for r in ordered if isinstance(r, Document)], [r for r in ordered if isinstance(r, Problem)]


def _bytes_of(row: _Named) -> bytes | Problem:
    """The bytes of a seed, or why there are none."""
    _, shown, path, seeds = row
    try:
        return files.read(path, seeds)
    except files.Refused as error:
        return Problem(shown, 0, f"not converted: {error.reason}", error.remedy, rule="seed")
    except OSError as error:
        return Problem(shown, 0, f"not converted: {error.strerror}", "check its rights", rule="seed")


def as_typed(problems: Iterable[Problem], named: Iterable[_Named]) -> list[Problem]:
    """Problems of seeds under the paths by which a person knows them, not the names that the stages know."""
    shown = {name: path for name, path, _, _ in named}
    return [replace(p, path=shown.get(p.path, p.path)) for p in problems]


def ingest_all(jobs: Sequence[tuple[str, str, bytes | Problem]]) -> list[tuple[str, _Read]]:
    """Of each seed (name, path shown, bytes) the hash of its bytes, and its document or what is wrong with it."""
    return [
        ("", data) if isinstance(data, Problem) else (store.digest(data), _ingested(name, shown, data))
        for name, shown, data in jobs
    ]


def _ingested(name: str, shown: str, data: bytes) -> _Read:
    from generator import ingest

    try:
        return ingest.read(name, data)
    except ingest.Unreadable as error:
        return Problem(shown, error.line, f"not converted: {error.reason}", rule="seed")
    except Exception as error:  # a fault of ours in one seed must not cost the others
        said = f"not converted: this program failed on it ({failure(error)})"
        return Problem(shown, 0, said, "please report it, with the seed", rule="internal")


def resolve(
    extracted: Extracted,
    known: Sequence[tuple[str, EntityFront]] = (),
    generated: Mapping[str, EntityFront] | None = None,
    events: Mapping[tuple[str, str], str] | None = None,
    taken: Iterable[str] = (),
    decisions: Sequence[Proposal] = (),
    living: Mapping[str, str] | None = None,
    titles: Titles | None = None,
    names: Corrected = NONE,
    standing: Mapping[int, Mapping[str, Sequence[str]]] | None = None,
    own: Mapping[int, tuple[str, str] | None] | None = None,
    word: Word = NOBODY,
    away: Collection[int] = (),
) -> Reading:
    """Who is who and which claims tell of one event, over all documents.

    `known`: entity pages of people's making, `generated`: pages of our own that a person has not touched;
    `events`: (seed, folded quote or its hash) -> event of the claims that exist already; `taken`: ids of other pages;
    `decisions`: what editors said of proposed pairs; `living`: old id -> id; `titles`: those of the events that exist;
    `names`: what editors corrected; `standing`: document -> folded name -> ids under which its page has it;
    `own`: document -> when an editor inferred that it was published, by which it is read; `word`: on whose word the
    claims in `events` belong to them; `away`: documents whose pages an editor removed.
    Documents without a day are read once more where the others tell in which days they lie.
    """
    from generator.resolve import above, copied, entities, heads, own_days, passages, publication, same_day

    extractions = copied.settle(extracted.extractions)
    open_ = [d for d, e in enumerate(extractions) if not own_days.known(e)]
    bearing = {d: day for d in open_ if (day := heads.day(extractions[d]) or above.day(extractions[d]))}
    extractions = _read_by(bearing, extracted, extractions)
    who, gone = identities.joined(entities.resolve(extractions, known, standing), decisions)
    who = identities.renamed(who, generated or {}, dict(known))
    who = identities.redirected(who, living or {}, {**dict(known), **(generated or {})})
    taken, same = set(taken), same_day.found(extractions, who)
    found = _happenings(extractions, who, events or {}, taken, extracted.asked, titles or {}, names, word, away)
    inferred: dict[int, tuple[str, str]] = {}
    if any(not own_days.known(e) for e in extractions):
        # A day of publication follows from what the articles say. Did it follow from how editors part the events, a
        # claim that they put alone would lose the day by which it is read, and find it again in the next run.
        by_words = _happenings(extractions, who, {}, taken, {}, {}, names) if events else found
        inferred = publication.infer(extractions, by_words, same, who)
    own = own or {}
    read_by: dict[int, tuple[str, str] | None] = {**inferred, **own}
    if read_by:
        again = _read_by(read_by, extracted, extractions)
        extractions = tuple(same_day.settled(e, same.get(d, ()) if d in read_by else ()) for d, e in enumerate(again))
        found = _happenings(extractions, who, events or {}, taken, extracted.asked, titles or {}, names, word, away)
    without = {d: inferred.get(d, bearing.get(d, extracted.extractions[d].document.inferred)) for d in own}
    shared = passages.shared([e.document.text for e in extractions])
    return Reading(extractions, who, found, shared, gone, without)


def _read_by(
    days: Mapping[int, tuple[str, str] | None], extracted: Extracted, extractions: Sequence[Extraction]
) -> tuple[Extraction, ...]:
    """The same, those documents read once more by the days in which they were published."""
    return tuple(
        extracted.again(e, replace(e.document, inferred=days[d])) if d in days else e for d, e in enumerate(extractions)
    )


def _happenings(
    extractions: Sequence[Extraction],
    identities: Identities,
    events: Mapping[tuple[str, str], str],
    taken: Iterable[str],
    asked: Mapping[str, Sequence[pasted.Asked]],
    titles: Titles,
    names: Corrected,
    word: Word = NOBODY,
    away: Collection[int] = (),
) -> tuple[Happening, ...]:
    quotes = {
        (d, c): (e.document.seed, markup.fold(e.document.text[claim.start : claim.end]))
        for d, e in enumerate(extractions)
        for c, claim in enumerate(e.claims)
        if events
    }
    by_hash = {key: (seed, hashed(quote)) for key, (seed, quote) in quotes.items()}
    claimed = {key: id for key, q in quotes.items() if (id := events.get(q) or events.get(by_hash[key]))}
    found, told = _told(extractions, identities, claimed, taken, titles, names, away)
    # A claim whose event nothing tells any more would be new to the next run: it is so in this one.
    while lost := {key for key in claimed if by_hash[key] in word.ours} - {key for h in found for key in h.claims}:
        claimed = {key: id for key, id in claimed.items() if key not in lost}
        found, told = _told(extractions, identities, claimed, taken, titles, names, away)
    theirs = {key for key in claimed if by_hash[key] in word.editors}
    if not asked and not theirs:
        return found
    return pasted.with_events(found, told, identities, asked, claimed, taken, theirs)


def _told(
    extractions: Sequence[Extraction],
    identities: Identities,
    claimed: Mapping[tuple[int, int], str],
    taken: Iterable[str],
    titles: Titles,
    names: Corrected,
    away: Collection[int],
) -> tuple[tuple[Happening, ...], Sequence[Extraction]]:
    """The events where these claims have theirs already, and what they were told from: with the editors' names."""
    from generator.resolve import events as happenings

    told = corrected.titles(extractions, identities, names)
    found = happenings.resolve(told, identities, claimed, taken, away)
    return _same_titles(found, extractions, told, titles, away), told


def _same_titles(
    found: Sequence[Happening],
    read: Sequence[Extraction],
    told: Sequence[Extraction],
    titles: Titles,
    away: Collection[int],
) -> tuple[Happening, ...]:
    """Events under the titles that they were given, while a claim still tells them so: no article renames one.

    `read`, `told`: with the articles' spellings of names, and with the editors'.
    """

    def same(event: Happening) -> Happening:
        of = sorted({(read[d].claims[c].title, told[d].claims[c].title) for d, c in event.claims if d not in away})
        was, edited, stays = titles.get(event.id, ("", False, None))
        kept = next((new for old, new in of if was in (old, hashed(old), new, hashed(new))), None)
        kept = kept or stays or (of[0][1] if edited and of else None)
        return replace(event, title=kept) if kept else event

    return tuple(map(same, found))


def inspect(
    paths: Sequence[Path],
    model: str | None = None,
    progress: Progress = lambda *_: None,
    models: Mapping[str, str] | None = None,
) -> tuple[Reading, list[Problem]]:
    """The same reading without any content folder: nothing known, nothing written."""
    named: list[_Named] = []
    for path in paths:
        named += [
            (p.name if p == path else p.relative_to(path).as_posix(), p.as_posix(), p, path) for p in files.files(path)
        ]
    named.sort(key=lambda row: row[0])
    documents, problems = read_seeds(named)
    extracted = extract(documents, model, progress, models=models)
    return resolve(extracted), [*problems, *as_typed(extracted.problems, named)]
