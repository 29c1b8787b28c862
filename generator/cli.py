"""The commands. The only place that prints, and that turns a problem into an exit status."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator import __version__, desk_cli, start_cli
from generator.problems import beside, printable

if TYPE_CHECKING:
    from generator.convert import Progress
    from generator.decide import Deed, Desk
    from generator.update import Summary

app = typer.Typer(
    name="briefing",
    help="News articles in, a reviewed briefing out: Markdown pages for articles, entities and events.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Content = Annotated[Path, typer.Option("--content", help="Folder of the pages.", file_okay=False)]


def _say(text: str, *, error: bool = False, raw: bool = False) -> None:
    """Print lines; what a terminal would obey is shown as its escape, except in what programs read (`raw`)."""
    shown = text if raw else "\n".join(map(printable, text.split("\n")))
    print(shown, file=sys.stderr if error else sys.stdout)


def _fail(text: str, status: int = 2) -> typer.Exit:
    _say(f"briefing: {text}", error=True)
    return typer.Exit(status)


@contextmanager
def _progress(label: str) -> Iterator[Progress]:
    """A progress bar on a terminal; nothing where the output is kept."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda what, done, of: bar.update(task, description=what, completed=done, total=of or None)


def _version(value: bool) -> None:
    if value:
        _say(f"briefing {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


start_cli.add_to(app)


@app.command()
def convert(
    seeds: Annotated[
        Path, typer.Argument(help="Folder of the source articles (.txt, .html, .md), or one file.")
    ] = Path("seeds"),
    content: Content = Path("content"),
    wait: Annotated[bool, typer.Option("--wait", hidden=True, help="Load all, and begin at a line of input.")] = False,
) -> None:
    """Make pages of the seeds. Pages that a person edited stay as they are; a second run changes only what is new."""
    if not seeds.is_dir():
        raise _fail(
            f"there is no folder of seeds at {seeds}; give one, as in: briefing convert seeds --content content"
        )
    if not _converter():
        raise _fail(
            "this installation only renders; install the converter with: pip install 'briefing-generator[convert]'"
        )
    from generator import convert as stages
    from generator.writing import HeldError

    if wait and not _awaited(content):
        return
    try:
        with _progress("reading") as progress:
            summary = stages.convert(seeds, content, progress)
    except HeldError as error:
        raise _fail(f"{content}: {error.strerror}") from None
    except OSError as error:
        raise _fail(f"{error.filename or content}: {error.strerror}; check the folder and its rights") from None
    for problem in summary.problems:
        _say(str(problem), error=True)
    _tell(summary, content)
    if any(p.rule == "internal" for p in summary.problems):
        raise typer.Exit(1)


def _awaited(content: Path) -> bool:
    """Load what a conversion needs, and wait for a line on standard input; whether one came. For the preview."""
    import signal

    from generator import convert as stages
    from generator import store

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever waits ends this process, by closing its input
    stages.load(store.load_settings(content)[0].model)
    return bool(sys.stdin.readline())


def _converter() -> bool:
    from importlib.util import find_spec

    return find_spec("spacy") is not None


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 70 else line[:67].rsplit(" ", 1)[0] + " …"


FEW = 5  # pages that are named one by one where nothing happened to them


def _listed(one: str, many: str, content: Path, paths: Sequence[str]) -> list[str]:
    """A line for each page; of more than a few only how many, for they are the same run after run."""
    if len(paths) <= FEW:
        return [f"{one}: {content}/{path}" for path in paths]
    return [f"{many}: {_count(len(paths), 'page')}"]


def _tell(summary: Summary, content: Path) -> None:
    if summary.up_to_date:
        _say(f"Nothing new: {_count(summary.articles, 'seed')} converted before, no page to change.")
    else:
        _say(
            f"{_count(summary.articles, 'article')}: {_count(summary.entities, 'entity', 'entities')}, "
            f"{_count(summary.events, 'event')}; {_count(summary.drafts, 'uncertain claim')} left as drafts."
        )
        changed = _count(len(summary.written), "page")
        _say(
            f"{changed} written below {content}"
            + (f", {len(summary.taken_away)} taken away." if summary.taken_away else ".")
        )
    if summary.proposals:
        pairs = _count(summary.proposals, "pair")
        _say(f"{pairs} of names that may be one: decide with briefing review, or in {content}/proposals.yaml.")
    lines = [
        *_listed("kept as a person left it", "kept as people left them", content, summary.edited),
        *(f"no source tells of it any more, so taken away: {content}/{path}" for path in summary.taken_away),
        *(f"{where} speaks of {id}, which is gone: mend the link" for where, id in summary.stranded),
        *(f"something new came beside a person's words: {content}/{path}" for path in summary.merged),
        *(f"not made again, a person removed it: {content}/{path}" for path in summary.removed),
        *(
            f"reviewed before its reports changed: {content}/events/{id}.md: look again, then briefing accept {id}"
            for id in summary.look_again
        ),
        *(f"filled in from its quote: {content}/{path}: {_short(quote)}" for path, quote in summary.filled),
        *(
            f"the source was corrected, the quote follows: {content}/{path}: {_short(q)}"
            for path, q in summary.anchored
        ),
        *(f"orphan, its article does not say this: {content}/{path}: {_short(q)}" for path, q in summary.unanchored),
        *(f"its seed is gone, the page stays: {content}/articles/{id}.md" for id in summary.orphans),
        *(f"saved by somebody in the meantime, so left for the next run: {content}/{path}" for path in summary.left),
        *(f"not in English, so a page without claims: {seed}" for seed in summary.foreign),
    ]
    for line in lines:
        _say(line)
    for row in summary.conflicts:
        yours, new = beside(row.yours, row.new)
        _say(f'conflict: {content}/{row.page} {row.field}: yours "{yours}", new "{new}"')
    if summary.conflicts:
        _say(f"Decide with briefing review, or write keep: yours or keep: new in {content}/conflicts.yaml.")
    if summary.whole_texts:
        _say(
            f"{_count(summary.whole_texts, 'page')} would publish the whole text of others. Where you may not, set\n"
            f"rights: {{default: excerpt}} in {content}/briefing.yaml (or by publisher or seed); "
            "then only what claims quote is kept."
        )


@app.command()
def inspect(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders of articles.")],
    model: Annotated[str | None, typer.Option(help="spaCy model that reads them.")] = None,
) -> None:
    """Print what would be found, one JSON object a line per article, and write nothing."""
    missing = [p for p in paths if not p.exists()]
    if missing:
        raise _fail(f"there is no file or folder {missing[0]}")
    from generator import convert as stages
    from generator import inspection

    with _progress("reading") as progress:
        reading, problems = stages.inspect(paths, model, progress)
    for row in inspection.objects(reading):
        _say(json.dumps(row, ensure_ascii=False), raw=True)
    for problem in problems:
        _say(str(problem), error=True)


@app.command()
def check(
    content: Content = Path("content"),
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is safe: dates and statuses that claims give.")] = False,
    form: Annotated[str, typer.Option("--format", help="text, json or github.")] = "text",
) -> None:
    """Name every fault of the pages, with path, line, column and remedy; exit status 1 if there is one."""
    from generator import briefing, decide, reporting, store
    from generator.problems import errors

    if not content.is_dir():
        raise _fail(f"there is no folder {content}")
    if form not in reporting.FORMATS:
        raise _fail(f'"{form}" is no format; it can be {", ".join(reporting.FORMATS)}')
    if fix:
        desk_cli.carry_out(
            content, "check", lambda desk: decide.follow(desk, decide.Deed()), lambda t: _say(t, error=True)
        )
    linked, problems = briefing.link(store.load(content))
    if problems:
        texts = {f"{content.as_posix()}/{path}": text.splitlines() for path, text in store.texts(content).items()}
        _say(reporting.FORMATS[form](problems, texts).rstrip("\n"), raw=form != "text")
    elif form == "json":
        _say("[]")
    faults = len(errors(problems))
    if faults:
        _say(f"{_count(faults, 'fault')}, {_count(len(problems) - faults, 'warning')}.", error=True)
        raise typer.Exit(1)
    pages = sum(len(p) for p in (linked.articles, linked.entities, linked.events, linked.notes, linked.pages))
    warned = f", {_count(len(problems), 'warning')}" if problems else ""
    _say(f"{_count(pages, 'page')} checked: no fault{warned}.", error=True)


@app.command()
def verify(
    originals: Annotated[Path, typer.Option("--originals", help="Folder of the originals.", file_okay=False)],
    content: Content = Path("content"),
) -> None:
    """Prove every quote against a private copy of the articles; exit status 1 where one is not there."""
    if not originals.is_dir():
        raise _fail(f"there is no folder {originals}")
    if not _converter():
        raise _fail("this installation only renders; verify reads articles as convert does, and needs its packages")
    from datetime import date

    from generator import reporting, store
    from generator import verify as proof
    from generator.problems import errors

    found: list[proof.Verified] = []

    def plan(desk: Desk) -> Deed:
        found.append(proof.verify(desk, _below(originals), date.today().isoformat()))
        return found[0].deed

    desk_cli.carry_out(content, "verify", plan)
    (done,) = found
    texts = {f"{content.as_posix()}/{path}": text.splitlines() for path, text in store.texts(content).items()}
    if done.problems:
        _say(reporting.as_text(done.problems, texts).rstrip("\n"))
    places = f" {_count(done.places, 'place')} of digests' claims found." if done.places else ""
    _say(f"{_count(done.quotes, 'quote')} proved; all of {_count(done.articles, 'article')}.{places}", error=True)
    if errors(done.problems):
        raise typer.Exit(1)


@app.command()
def point(
    article: Annotated[str, typer.Argument(help="Id of the digest.")],
    words: Annotated[str, typer.Argument(help="Words of its claim.")],
    theirs: Annotated[str, typer.Argument(help="The passage, in the original's words; they are not kept.")],
    originals: Annotated[Path, typer.Option("--originals", help="Folder of the originals.", file_okay=False)],
    file: Annotated[str | None, typer.Option("--file", help="The original, where the digest names none.")] = None,
    content: Content = Path("content"),
) -> None:
    """Let a digest's claim point to its place in the original: file, hash, offsets, no words."""
    if not originals.is_dir():
        raise _fail(f"there is no folder {originals}")
    if not _converter():
        raise _fail("this installation only renders; point reads articles as convert does, and needs its packages")
    from generator import verify as proof

    def plan(desk: Desk) -> Deed:
        return proof.point(desk, article, words, theirs, _below(originals), file)

    desk_cli.carry_out(content, "point", plan)


def _below(folder: Path) -> Callable[[str], bytes | None]:
    """Reads files below a folder, and no others: their names come from pages."""
    from generator import store

    def read(name: str) -> bytes | None:
        inside = (folder / name).resolve().is_relative_to(folder.resolve())
        return store.read_bytes(folder, name) if inside else None

    return read


desk_cli.add_to(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line. Output is UTF-8 wherever it goes; a closed pipe is no fault."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(list(arguments) if arguments is not None else None)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(141) from None
