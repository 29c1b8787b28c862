"""Seeds to pages: one run, from what stood in the folder before to what stands in it then."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from generator import (
    __version__,
    answers,
    before,
    beside,
    corrected,
    days_given,
    identities,
    put_elsewhere,
    recognise,
    removed_by_hand,
    seedless,
    store,
    unread,
    update,
    wanted_again,
    writing,
)
from generator import seeds as files
from generator.before import Before
from generator.desk import Desk, RefusedError
from generator.document import Document, Extraction, Reading
from generator.memory import Memory
from generator.merge import hashed
from generator.model import Claim
from generator.problems import Problem
from generator.reader import asking, proposing, run
from generator.reader.asking import Model
from generator.reader.run import Confirm, Heard
from generator.reading import as_typed, read_seeds, resolve
from generator.rewriting import CannotEditError
from generator.settings import DEFAULT_MODEL
from generator.stage import READ, Extracted, Progress, extract
from generator.summary import Summary
from generator.workers import Workers

_MAKE_NO_PAGES = frozenset(("site", "views", "console.py"))  # rooms, beside the commands'


def convert(
    seeds: Path,
    content: Path,
    progress: Progress = lambda *_: None,
    seeds_shown: str | None = None,
    jobs: int | None = None,
    executor: str | None = None,
    reader: str | None = None,
    confirm: Confirm = lambda _: True,
) -> Summary:
    """Seeds to pages. What a person edited or removed stays so; the same seeds give the same bytes.

    `jobs` and `executor`: where articles are read, see `Workers`; `reader`: llm:MODEL, which reads them too and may
    propose drafts, where `confirm` agrees to what that will cost. Raises `UnknownExecutorError`, `RefusedReaderError`.
    """
    with writing.held(content, "convert"), Workers(jobs, executor) as workers:
        return _convert(seeds, content, progress, seeds_shown or seeds.as_posix(), workers, reader, confirm)


def _convert(
    seeds: Path,
    content: Path,
    progress: Progress,
    shown: str,
    workers: Workers,
    reader: str | None,
    confirm: Confirm,
) -> Summary:
    joined = _join(content)
    settings = store.load_settings(content)[0]
    second = asking.model(reader, settings.reader) if reader else None
    named = [
        (p.relative_to(seeds).as_posix(), f"{shown}/{p.relative_to(seeds).as_posix()}", p, seeds)
        for p in files.files(seeds)
    ]
    code = [__version__, *_code(), *_packages(settings.model, *settings.models.values())]
    parts = [*code, *(f"{name} {_hash_of(path, seeds)}" for name, _, path, _ in named)]
    with_reader = [*parts, f"reader {second.id}"] if second else parts
    if done := _done_before(content, with_reader):
        return replace(done, articles=len(named))
    was, gone = removed_by_hand.carried_out(content, {name for name, *_ in named})
    with Memory(content / store.CACHE, " ".join(code)) as memory:
        was, read, reading = _understood(was, named, memory, workers, progress)
    pages, problems = read.pages, read.problems
    reading = proposing.named(reading, was.by_people)
    heard = _hear(was, reading, pages, read.absent, second, confirm, progress) if second else None
    made = proposing.propose(
        reading, _rows(was, pages), heard.answers if heard else {}, second.name if second else "", was.content,
        {*was.refused_names, *was.refused_quotes()} if heard else (),
    )  # fmt: skip
    problems = [*problems, *as_typed(heard.problems if heard else (), named)]
    there = {name for name, *_ in named}
    sure, perhaps = beside.look(was, made.reading)
    summary = update.apply(
        was, sure, pages, READ, there, problems, made.entities, read.printed, read.absent, perhaps
    )  # fmt: skip
    summary = replace(summary, problems=(*summary.problems, *was.unreadable), by_hand=(*joined, *gone))
    if heard:
        usage = replace(heard.usage, claims=made.claims, names=len(made.entities), dropped=made.dropped)
        summary = replace(summary, reader=tuple(usage.lines()))
    if not summary.left and (heard is None or heard.whole):
        writing.remember_run(content, store.fingerprint(content, with_reader, summary.disk), problems)
    return summary


def _done_before(content: Path, parts: Sequence[str]) -> Summary | None:
    """What a run has to say that finds all as the last one left it; `None` where anything is new. Of the pages only
    those are read that hold something of a person's, for what was generated is no fault of anybody's.
    """
    last = store.last_run(content)
    disk = store.on_disk(content) if last else {}
    if last is None or store.fingerprint(content, parts, disk) != last[0]:
        return None
    edited, faults = unread.edited(content, disk, store.generated(content))
    conflicts = store.load_conflicts(content)[0]
    return Summary(edited=edited, conflicts=conflicts, up_to_date=True, problems=(*last[1], *faults))


def _understood(
    was: Before, named: Sequence[tuple[str, str, Path, Path]], memory: Memory, workers: Workers, progress: Progress
) -> tuple[Before, _Read, Reading]:
    """The folder with what a person wants back, the seeds as documents, and what they say together."""
    read = _read(was, named, memory, workers)
    documents, pages = read.documents, read.pages
    settings, asked = was.content.settings, was.asked(documents, pages)
    extracted = extract(documents, settings.model, progress, asked, memory, workers, settings.models)
    rows = {documents[d].seed: claims for d, claims in _rows(was, pages).items()}
    absent = {documents[d].seed for d in read.absent}
    found = as_typed((p for p in extracted.problems if p.path not in absent), named)
    read = replace(read, problems=[*read.problems, *found])
    extracted = _accepted(extracted, rows)
    progress("resolving", 0, 0)
    taken = was.standing | {a.id for a in was.content.articles}
    claimed = was.claimed(extracted.extractions, pages)
    was = wanted_again.look(was, claimed, documents, pages)
    known = was.known(extracted.extractions)
    reading = resolve(
        extracted, known, was.generated, claimed, taken, was.content.proposals, was.living, _titles(was, read.there),
        corrected.of(was), identities.names_on(was.content, pages, was.records, was.living),
        days_given.inferred(was, documents, pages), put_elsewhere.look(was, extracted.extractions, pages, read.absent),
        {d for d, id in pages.items() if f"articles/{id}.md" in was.gone},
    )  # fmt: skip
    return was, read, reading


@dataclass(frozen=True, slots=True)
class _Read:
    """The seeds as documents and, behind them, what is read on from pages whose seeds are gone.

    `pages`: number of a document -> id of its page; `printed`: number -> day that its seed gives, where a person wrote
    another; `there`: ids of the articles whose seeds were read; `absent`: numbers of those that were not.
    """

    documents: list[Document]
    pages: dict[int, str]
    printed: dict[int, str | None]
    there: set[str]
    absent: set[int]
    problems: list[Problem]


def _read(was: Before, named: Sequence[tuple[str, str, Path, Path]], memory: Memory, workers: Workers) -> _Read:
    documents, problems = read_seeds(named, memory, workers)
    lists = {f"{was.content.folder}/{name}" for name in (store.SETTINGS, store.PROPOSALS, store.CONFLICTS)}
    problems = [*(p for p in was.content.problems if p.path in lists), *problems]
    pages = recognise.pages_of(documents, was.content, was.records)
    dated = days_given.dated(was, documents, pages)
    printed = {d: documents[d].published for d in dated}
    documents = [replace(e, published=dated[d]) if d in dated else e for d, e in enumerate(documents)]
    there = set(pages.values())
    without = seedless.documents(was, there)
    behind = {len(documents) + i: id for i, id in enumerate(without)}
    return _Read([*documents, *without.values()], {**pages, **behind}, printed, there, set(behind), problems)


def _titles(was: Before, there: Set[str]) -> dict[str, tuple[str, bool, str | None]]:
    """Id of an event -> its title as last generated, whether a person changed it, and what it keeps for want of a seed.

    `there`: ids of the articles whose seeds are read. An article without its seed waits for a person: until then, what
    it alone told so keeps its title.
    """
    given = was.given("title", "events")
    kept = {
        was.living.get(c.id, c.id) for a in was.content.articles if a.id not in there for c in a.front.events if c.id
    }
    return {
        page.id: (
            given.get(page.id, page.front.title),
            given.get(page.id) != hashed(page.front.title),
            page.front.title if page.id in kept else None,
        )
        for page in was.content.events
    }


def _join(content: Path) -> tuple[str, ...]:
    """Join the pairs that an editor called the same in content/proposals.yaml; what was done."""
    said: list[str] = []
    pairs, _ = store.load_proposals(content)
    for _ in pairs if any(pair.same for pair in pairs) else ():
        was = unread.look(before.look(content))
        deed, desk = None, Desk(store.load(content), store.texts(content)) if _same(was) else None
        with suppress(RefusedError, CannotEditError):  # `check` names the page
            deed = answers.joined(desk, was.theirs) if desk else None
        if desk is None or deed is None or writing.save(content, deed.changes, desk.texts, deed.derived):
            break
        said += deed.said
    return tuple(said)


def _same(was: Before) -> bool:
    standing = {page.id for page in was.content.entities}
    return any(pair.same and standing >= set(pair.pair) for pair in was.content.proposals)


def _rows(was: Before, pages: Mapping[int, str]) -> dict[int, tuple[Claim, ...]]:
    """Number of a document -> the claims that stand on its page."""
    of = {a.id: a.front.events for a in was.content.articles}
    return {d: of[id] for d, id in pages.items() if id in of}


def _accepted(extracted: Extracted, rows: Mapping[str, tuple[Claim, ...]]) -> Extracted:
    """What an editor made of proposals, also where a document is read once more."""

    def mark(made: Extraction) -> Extraction:
        return proposing.accepted(made, rows.get(made.document.seed, ()))

    return replace(
        extracted,
        extractions=tuple(map(mark, extracted.extractions)),
        again=lambda made, document: mark(extracted.again(made, document)),
    )


def _hear(
    was: Before,
    reading: Reading,
    pages: Mapping[int, str],
    absent: Collection[int],
    second: Model,
    confirm: Confirm,
    progress: Progress,
) -> Heard:
    """The answers of a second reader about every article whose seed is read and whose page nobody removed."""
    documents = [e.document for e in reading.extractions]
    wanted = [
        d
        for d, document in enumerate(documents)
        if d not in absent
        and document.lang in READ
        and document.text.strip()
        and f"articles/{pages.get(d)}.md" not in was.gone
    ]
    cache = was.folder / store.CACHE
    return run.hear(documents, wanted, second, was.content.settings.reader, cache, confirm, progress)


def _hash_of(path: Path, seeds: Path) -> str:
    """What a seed's bytes are, for the fingerprint of a run; of one that cannot be read, why."""
    try:
        return store.digest(files.read(path, seeds))
    except files.Refused as error:
        return error.reason
    except OSError as error:
        return f"unread {error.errno}"


def _code() -> Iterator[str]:
    """Hashes of the code and tables that make pages: with other code, the same seeds are converted again."""
    here = Path(__file__).parent
    for path in sorted(here.rglob("*")):
        below = path.relative_to(here)
        room = below.parts[0]
        if path.is_file() and path.suffix != ".pyc" and room not in _MAKE_NO_PAGES and not room.endswith("cli.py"):
            yield f"{below.as_posix()} {store.digest(path.read_bytes())}"


def _packages(model: str | None, *others: str) -> Iterator[str]:
    """Versions of what reads: with another model, or another extractor of pages, the same seeds are read again."""
    from importlib.metadata import PackageNotFoundError, version

    for name in ("spacy", "trafilatura", *((m or DEFAULT_MODEL).replace("_", "-") for m in (model, *others))):
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield name


__all__ = ["Extracted", "Progress", "Summary", "convert", "extract", "read_seeds", "resolve"]
