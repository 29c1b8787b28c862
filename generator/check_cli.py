"""The commands that prove: check, verify and point; and schema, by which editing programs check as one types."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator import briefing, corrected, decide, desk, faults, placeholders, reporting, store, writing
from generator.console import Content, carry_out, count, fail, need_converter, need_folder, say
from generator.content import FOLDERS, ids_in
from generator.desk import Deed, Desk
from generator.model import Front
from generator.problems import Problem, errors
from generator.settings import Settings

if TYPE_CHECKING:
    from generator.verify import Verified

Originals = Annotated[Path, typer.Option("--originals", help="Folder of your private copies.", file_okay=False)]


def check(
    content: Content = Path("content"),
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="Mend dates and statuses, which claims decide, and what still names a removed article."
        ),
    ] = False,
    form: Annotated[str, typer.Option("--format", help="text, json or github.")] = "text",
) -> None:
    """Name every fault of the pages, with path, line, column and remedy; exit status 1 if there is one."""
    need_folder(content)
    if form not in reporting.FORMATS:
        raise fail(f'"{form}" is no format; it can be {", ".join(reporting.FORMATS)}')
    if fix:
        carry_out(content, "check", partial(_mended, content), lambda line: say(line, error=True))
    all_ = store.load(content)
    _, problems = briefing.link(all_)
    problems += placeholders.find(all_) + corrected.left(all_, store.generated(content))
    if problems or form == "json":
        _report(problems, content, form)
    faults = len(errors(problems))
    if faults:
        say(f"{count(faults, 'fault')}, {count(len(problems) - faults, 'warning')}.", error=True)
        raise typer.Exit(1)
    pages = sum(1 for _ in all_.all())  # those too that are not shown yet
    warned = f", {count(len(problems), 'warning')}" if problems else ""
    say(f"{count(pages, 'page')} checked: no fault{warned}.", error=True)


def _mended(content: Path, all_: Desk) -> Deed:
    made = ids_in("articles", store.generated(content))
    deed = Deed()
    decide.let_go(all_, made - {*all_.content.paths} - {*faults.redirects(all_.content)}, deed)
    return desk.follow(all_, deed, mend=True)


def _report(problems: Sequence[Problem], content: Path, form: str = "text") -> None:
    texts = {f"{content.as_posix()}/{path}": text.splitlines() for path, text in store.texts(content).items()}
    say(reporting.FORMATS[form](problems, texts).rstrip("\n"), raw=form != "text")


def verify(originals: Originals, content: Content = Path("content")) -> None:
    """Prove every quote against a private copy of the articles; exit status 1 where one is not there."""
    need_folder(originals)
    need_converter()
    from generator import verify as proof

    found: list[Verified] = []

    def plan(all_: Desk) -> Deed:
        found.append(proof.verify(all_, _below(originals), date.today().isoformat()))
        return found[0].deed

    carry_out(content, "verify", plan)
    (done,) = found
    if done.problems:
        _report(done.problems, content)
    places = f" {count(done.places, 'place')} of digests' claims found." if done.places else ""
    whole = f"{count(done.quotes, 'quote')} proved; {count(done.articles, 'article')} with all that they quote.{places}"
    say(whole if done.quotes or done.places else "Nothing was proved.", error=True)
    if errors(done.problems):
        raise typer.Exit(1)


def point(
    article: Annotated[str, typer.Argument(metavar="DIGEST", help="Id of the digest.")],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Words of its claim.")],
    theirs: Annotated[
        str, typer.Argument(metavar="PASSAGE", help="The passage, in the original's words; they are not kept.")
    ],
    originals: Originals,
    file: Annotated[str | None, typer.Option("--file", help="The original, where the digest names none.")] = None,
    content: Content = Path("content"),
) -> None:
    """Let a digest's claim point to its place in the original: file, hash, offsets, no words."""
    need_folder(originals)
    need_converter()
    from generator import verify as proof

    carry_out(content, "point", lambda all_: proof.point(all_, article, words, theirs, _below(originals), file))


def _below(folder: Path) -> Callable[[str], bytes | None]:
    """Reads files below a folder, and no others: their names come from pages."""

    def read(name: str) -> bytes | None:
        inside = (folder / name).resolve().is_relative_to(folder.resolve())
        return store.read_bytes(folder, name) if inside else None

    return read


def schema(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write it.", file_okay=False)] = Path(
        "docs/schema"
    ),
) -> None:
    """Write the JSON Schema of front matter, one file for each folder of pages, for programs that check as you type."""
    models: dict[str, type[Front]] = {**FOLDERS, "briefing": Settings}
    for name, model in models.items():
        made = model.model_json_schema()
        text = json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}, indent=1, sort_keys=True)
        writing.write(folder / f"{name}.json", text + "\n")
        say(str(folder / f"{name}.json"))


def add_to(app: typer.Typer) -> None:
    """Make these commands of the program."""
    for command in (check, verify, point, schema):
        app.command()(command)
