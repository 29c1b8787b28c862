"""The commands by which editors decide: merge, split, rename, accept, refuse, review, new."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator import decide, desk_review, new_page, rewriting, store, writing
from generator.content import FOLDERS
from generator.decide import Deed, Desk
from generator.model import Front, Settings

Content = Annotated[Path, typer.Option("--content", help="Folder of the pages.", file_okay=False)]
Say = Callable[[str], None]


def _fail(text: str) -> typer.Exit:
    typer.echo(f"briefing: {text}", err=True)
    return typer.Exit(2)


def carry_out(content: Path, doing: str, plan: Callable[[Desk], Deed], say: Say = typer.echo) -> None:
    """Hold the folder, let `plan` decide, write all its changes or none."""
    if not content.is_dir():
        raise _fail(f"there is no folder {content}")
    try:
        with writing.held(content, doing):
            deed = plan(Desk(store.load(content), store.texts(content)))
            writing.save(content, deed.changes)
    except (decide.RefusedError, rewriting.CannotEditError) as error:
        raise _fail(str(error)) from None
    except writing.HeldError as error:
        raise _fail(f"{content}: {error.strerror}") from None
    except OSError as error:
        raise _fail(f"{error.filename or content}: {error.strerror}; check the folder and its rights") from None
    for line in deed.said:
        say(line)


def merge(
    keep: Annotated[str, typer.Argument(help="Id of the page that stays.")],
    drop: Annotated[str, typer.Argument(help="Id of the page that becomes part of it.")],
    content: Content = Path("content"),
) -> None:
    """Make one page of two, of entities or of events; the second address leads to the first."""
    carry_out(content, "merge", lambda desk: decide.merge(desk, keep, drop))


def split(
    id: Annotated[str, typer.Argument(help="Id of the page.")],
    parts: Annotated[
        list[str], typer.Argument(help="Of an entity: names that leave. Of an event: articles, or words of quotes.")
    ],
    into: Annotated[str | None, typer.Option("--as", help="Id of the new page.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of the new event.")] = None,
    content: Content = Path("content"),
) -> None:
    """Make two pages of one: names of an entity, or claims of an event, get a page of their own."""

    def plan(desk: Desk) -> Deed:
        path, _ = desk.page(id, "entities", "events")
        if path.startswith("entities/"):
            return decide.split_entity(desk, id, parts, into)
        return decide.split_event(desk, id, parts, into, title)

    carry_out(content, "split", plan)


def rename(
    old: Annotated[str, typer.Argument(help="Id of the page now.")],
    new: Annotated[str, typer.Argument(help="Its new id.")],
    content: Content = Path("content"),
) -> None:
    """Give a page another id; the old address leads to it."""
    carry_out(content, "rename", lambda desk: decide.rename(desk, old, new))


def accept(
    what: Annotated[list[str], typer.Argument(help="ID signs a page off; A B joins a proposed pair; PAGE FIELD takes"
                                                   " the new value of a conflict; PAGE WORDS makes a draft a claim.")],
    content: Content = Path("content"),
) -> None:  # fmt: skip
    """Sign a page off (ID), join a proposed pair (A B), or take the converter's side of a conflict (PAGE.md FIELD)."""
    carry_out(content, "accept", lambda desk: desk_review.decided(desk, what, True, date.today().isoformat()))


def refuse(
    what: Annotated[list[str], typer.Argument(help="ID removes an event or entity; A B keeps a pair apart; PAGE FIELD"
                                                   " keeps your value of a conflict; PAGE WORDS takes a draft out.")],
    content: Content = Path("content"),
) -> None:  # fmt: skip
    """Remove an event or entity (ID), keep a proposed pair apart (A B), or your side of a conflict (PAGE.md FIELD)."""
    carry_out(content, "refuse", lambda desk: desk_review.decided(desk, what, False, date.today().isoformat()))


def review(content: Content = Path("content")) -> None:
    """Walk through what is open: conflicts, orphans, proposals, drafts, what nobody has checked yet."""
    if not content.is_dir():
        raise _fail(f"there is no folder {content}")
    done: set[tuple[str, ...]] = set()
    while True:
        desk = Desk(store.load(content), store.texts(content))
        item = next((i for i in desk_review.waiting(desk) if i.key not in done), None)
        if item is None:
            typer.echo("Nothing else is open." if done else "Nothing is open.")
            return
        done.add(item.key)
        typer.echo(f"\n{item.shown}")
        asked = ", ".join(f"[{k[0]}]{k[1:]}" for k in item.keys)
        while True:
            try:
                given = input(f"{asked}, [s]kip, [q]uit, then Enter: ").strip().lower()
            except (EOFError, KeyboardInterrupt):
                typer.echo("")
                return
            choice = next((k for k in (*item.keys, "skip", "quit") if given and k.startswith(given)), None)
            if choice:
                break
        if choice == "quit":
            return
        if choice == "edit":
            typer.echo(f"Edit {content}/{item.path}, line {item.line}.")
            _edit(content / item.path)
        elif choice != "skip":
            _one(content, item, choice)


def _edit(path: Path) -> None:
    """Open a page in the editor's own editor."""
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    try:
        subprocess.run([*command, str(path)], check=False)
    except OSError as error:
        typer.echo(f"{command[0]}: {error.strerror}; name your editor in the variable EDITOR")


def _one(content: Path, item: desk_review.Item, choice: str) -> None:
    other = ""
    if choice == "merge" and len(item.what) == 1:
        other = input("merge it into (id): ").strip()
    try:
        carry_out(
            content, "review", lambda desk: desk_review.carried(desk, item, choice, other, date.today().isoformat())
        )
    except typer.Exit:
        return  # the message stands; the editor goes on


def new(
    kind: Annotated[str, typer.Argument(help="note, entity or event.")],
    title: Annotated[str, typer.Argument(help="Its title or name.")],
    content: Content = Path("content"),
) -> None:
    """Make a page from a template that explains each key."""
    carry_out(content, "new", lambda desk: new_page.made(desk, kind, title, date.today().isoformat()))


def schema(
    folder: Annotated[Path, typer.Argument(help="Where to write it.", file_okay=False)] = Path("docs/schema"),
) -> None:
    """Write the JSON Schema of front matter, one file for each folder of pages, for editors that check as you type."""
    models: dict[str, type[Front]] = {**FOLDERS, "briefing": Settings}
    for name, model in models.items():
        made = model.model_json_schema()
        text = json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}, indent=1, sort_keys=True)
        writing.write(folder / f"{name}.json", text + "\n")
        typer.echo(folder / f"{name}.json")


def add_to(app: typer.Typer) -> None:
    """Make these commands of the program."""
    for command in (review, merge, split, rename, accept, refuse, new, schema):
        app.command()(command)
