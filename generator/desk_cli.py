"""The commands by which editors decide: review, merge, split, rename, accept, refuse, restore, new."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator import answers, decide, new_page, restoring, splitting, store, unmerging, waiting
from generator.console import Content, agrees, carry_out, fail, need_folder, say
from generator.desk import Deed, Desk, RefusedError
from generator.waiting import Item


def merge(
    keep: Annotated[str, typer.Argument(metavar="KEEP", help="Id of the page that stays.")],
    drop: Annotated[str, typer.Argument(metavar="DROP", help="Id of the page that becomes part of it.")],
    content: Content = Path("content"),
) -> None:
    """Make one page of two, of entities or of events; the second address leads to the first."""
    carry_out(content, "merge", lambda desk: _then(answers.merged(desk, keep, drop)))


def split(
    id: Annotated[str, typer.Argument(metavar="ID", help="Id of the page.")],
    parts: Annotated[
        list[str],
        typer.Argument(
            metavar="PART",
            help="Of an entity: names that leave. Of an event: ids of articles, or words of quotes. Of both: the id of "
            "a page that was merged into it, which comes back.",
        ),
    ],
    into: Annotated[str | None, typer.Option("--as", help="Id of the new page.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of the new event.")] = None,
    content: Content = Path("content"),
) -> None:
    """Make two pages of one: names of an entity, or claims of an event, get a page of their own."""

    def plan(desk: Desk) -> Deed:
        path, page = desk.page(id, "entities", "events")
        if len(parts) == 1 and parts[0] in page.front.redirects:
            return _then(unmerging.undo(desk, id, parts[0]))
        if path.startswith("entities/"):
            return _then(splitting.split_entity(desk, id, parts, into))
        return _then(unmerging.split_event(desk, id, parts, into, title))

    carry_out(content, "split", plan)


def rename(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Id of the page now.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its new id.")],
    content: Content = Path("content"),
) -> None:
    """Give a page another id; the old address leads to it."""
    carry_out(content, "rename", lambda desk: _then(decide.rename(desk, old, new)))


def accept(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="WHAT",
            help="ID of a page, or of an article without its seed, which then stays; A B, ids of a proposed pair; "
            "PAGE FIELD, as content/conflicts.yaml has them; ARTICLE WORDS, of the draft's quote.",
        ),
    ],
    content: Content = Path("content"),
) -> None:
    """Sign a page off (ID), join a proposed pair (A B), take the new value of a conflict (PAGE FIELD), or make a claim
    of a draft (ARTICLE WORDS).
    """
    carry_out(content, "accept", lambda desk: _then(answers.decided(desk, what, True, date.today().isoformat())))


def refuse(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="WHAT",
            help="ID of an event or entity, or of an article without its seed; A B, ids of any two entities; "
            "PAGE FIELD, as content/conflicts.yaml has them; ARTICLE WORDS, of the quote of a draft or orphan.",
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Remove a page without asking.")] = False,
    content: Content = Path("content"),
) -> None:
    """Remove a page (ID), keep two entities apart (A B), keep your value in a conflict (PAGE FIELD), or take out a
    draft or orphan (ARTICLE WORDS).
    """
    carry_out(
        content,
        "refuse",
        lambda desk: _then(answers.decided(desk, what, False, date.today().isoformat())),
        agree=lambda lost: yes or _agree(lost),
    )


def restore(
    id: Annotated[str, typer.Argument(metavar="ID", help="Id of an event or entity that was refused.")],
    content: Content = Path("content"),
) -> None:
    """Bring back a page that was refused, as git has it, with its claims or mentions; nothing else changes."""
    carry_out(content, "restore", lambda desk: _then(restoring.restored(content, desk, id)))


def _then(deed: Deed) -> Deed:
    """The deed, and what to type next, where pages that the converter makes follow from it."""
    pages = [path for path in deed.changes if path.endswith(".md")]
    moved = None in deed.changes.values() or any(path.startswith("articles/") for path in pages) or len(pages) > 1
    if pages and moved and not any("run convert" in line for line in deed.said):
        deed.said.append("Next: briefing convert; then git diff shows all that changed.")
    return deed


def _agree(lost: Sequence[str]) -> bool:
    """Whether the editor agrees to what would be lost; a script, which cannot be asked, gives --yes."""
    if sys.stdin.isatty():
        return _asked(lost)
    for line in lost:
        say(line)
    raise fail("nothing is changed, for this cannot be asked here; with --yes it is done")


def _asked(lost: Sequence[str]) -> bool:
    """Ask the editor, who reads what would be lost."""
    for line in lost:
        say(line)
    return agrees("Do it?")


def review(content: Content = Path("content")) -> None:
    """Walk through what is open: conflicts, orphans, drafts, proposals, then what nobody has checked yet."""
    need_folder(content)
    done: set[tuple[str, ...]] = set()
    while True:
        desk = Desk(store.load(content), store.texts(content))
        item = next((i for i in waiting.items(desk) if i.key not in done), None)
        if item is None:
            say("Nothing else is open." if done else "Nothing is open.")
            return
        done.add(item.key)
        say(f"\n{item.shown}")
        asked = ", ".join(f"[{k[0]}]{k[1:]}" for k in item.keys)
        while True:
            try:
                given = input(f"{asked}, [s]kip, [q]uit, then Enter: ").strip().lower()
            except (EOFError, KeyboardInterrupt):
                say("")
                return
            choice = next((k for k in (*item.keys, "skip", "quit") if given and k.startswith(given)), None)
            if choice:
                break
            keys = ", ".join(f"{k[0]} for {k}" for k in (*item.keys, "skip", "quit"))
            say(f'"{given}" is no answer here: type {keys}' if given else f"Type {keys}")
        if choice == "quit":
            return
        if choice == "edit":
            say(f"Edit {content}/{item.path}, line {item.line}.")
            _edit(content / item.path)
        elif choice != "skip":
            _one(content, item, choice)


def _edit(path: Path) -> None:
    """Open a page in the editor's own editor."""
    given = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        subprocess.run([*(shlex.split(given) or ["vi"]), str(path)], check=False)
    except (OSError, ValueError) as error:  # no such program; quotation marks that are not closed
        why = error.strerror if isinstance(error, OSError) else str(error)
        say(f"{given or 'vi'}: {why}; name your editor in the variable EDITOR")


def _one(content: Path, item: Item, choice: str) -> None:
    other = ""
    try:
        if choice == "merge" and len(item.what) == 1:
            other = _asked_for(content, item)
        carry_out(
            content,
            "review",
            lambda desk: answers.carried(desk, item, choice, other, date.today().isoformat()),
            agree=_asked if choice == "refuse" else None,
        )
    except typer.Exit:
        return  # the message stands; the editor goes on
    except (EOFError, KeyboardInterrupt):
        say("")


def _asked_for(content: Path, item: Item) -> str:
    """The id of the page that another is merged into, asked until there is one; empty: none after all."""
    folder = item.path.partition("/")[0]
    while other := input("merge it into (id): ").strip():
        try:
            Desk(store.load(content), store.texts(content)).page(other, folder)
        except RefusedError as error:
            say(str(error))
        else:
            return other
    raise typer.Exit(0)


def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="note, entity or event.")],
    title: Annotated[str, typer.Argument(metavar="TITLE", help="Its title or name.")],
    own: Annotated[
        str | None, typer.Option("--as", metavar="ID", help="Its id; needed where another page has this title or name.")
    ] = None,
    content: Content = Path("content"),
) -> None:
    """Make a page from a template that explains each key."""
    carry_out(content, "new", lambda desk: new_page.made(desk, kind, title, date.today().isoformat(), own))


def add_to(app: typer.Typer) -> None:
    """Make these commands of the program."""
    for command in (review, merge, split, rename, accept, refuse, restore, new):
        app.command()(command)
