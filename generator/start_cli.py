"""The commands with which a briefing begins: init, and fetch."""

from __future__ import annotations

import os
import shlex
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator import start, wheel
from generator.console import fail, fail_of, has_converter, need_converter, say

if TYPE_CHECKING:
    from generator.fetch import Fetched


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new folder.")],
    name: Annotated[str | None, typer.Option(help="What the briefing is called; else as its folder.")] = None,
    program: Annotated[
        str | None,
        typer.Option(help="What pip installs on other machines; else what it came from, or its wheel in wheels/."),
    ] = None,
) -> None:
    """Begin a new briefing in an empty folder: it builds at once with make html, and can be pushed to GitHub Pages."""
    requirement, carry = (program, False) if program else start.requirement()
    try:
        carried = wheel.pack() if carry else None
        made = start.make(folder, name or start.name_of(folder), requirement, sys.executable, carried)
    except start.OccupiedError as error:
        raise fail(str(error)) from None
    except OSError as error:
        raise fail_of(error, folder) from None
    say(f"A new briefing is in {folder}: {len(made)} files, two invented articles among them. Now:\n")
    if folder.resolve() != Path.cwd():
        say(f"    cd {shlex.quote(os.fspath(folder))}")
    say("    make html     # articles to pages, pages to a site")
    say("    make serve    # look at it\n\nREADME.md there tells how to go on.")
    if not has_converter():
        say(f"This installation only renders; for make html: {wheel.again('convert')}", error=True)
    if carry:
        say(
            f"\nThis program came from a folder or file of this machine. So that GitHub can build the site too, the "
            f"program lies in {start.WHEELS}/ there; push it with the rest."
        )


def fetch(
    urls: Annotated[list[str] | None, typer.Argument(metavar="URL", help="Addresses of articles.")] = None,
    seeds: Annotated[Path, typer.Option("--seeds", help="Folder of the seeds.", file_okay=False)] = Path("seeds"),
    listed: Annotated[
        Path | None, typer.Option("--list", help="A file with one address a line; # begins a comment.", dir_okay=False)
    ] = None,
    pause: Annotated[float, typer.Option(help="Seconds between two requests to one host, at least.", min=0)] = 3.0,
    deadline: Annotated[
        float, typer.Option(help="Seconds in which each answer of a server must have come whole.", min=1)
    ] = 120.0,
    archive: Annotated[
        bool, typer.Option(help="Ask the Internet Archive for the address of a copy, and note it.")
    ] = True,
) -> None:
    """Save articles of the web as seeds with what is known about them. Obeys robots.txt; never writes over a file."""
    need_converter()
    from generator import fetch as fetching
    from generator.fetch.archived import SERVICE

    addresses = list(urls or [])
    if listed is not None:
        try:
            lines = listed.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            raise fail(f"{listed} cannot be read as a text; give a file with one address a line") from None
        addresses += [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not addresses:
        raise fail("give the address of an article, as in: briefing fetch https://news.example/an-article")

    def begin(number: int, address: str) -> None:
        say(f"{number + 1}/{len(addresses)} {address}", error=True)

    failed = new = 0
    try:
        client = fetching.Client(pause, deadline=deadline)
        for one in fetching.fetch(
            addresses, seeds, date.today().isoformat(), client, SERVICE if archive else None, begin
        ):
            new += one.new
            failed += one.fault is not None
            _tell(one)
    except OSError as error:
        raise fail_of(error, seeds) from None
    there = len(addresses) - new - failed
    rest = [f"{there} there already"] * (there > 0) + [f"{failed} not"] * (failed > 0)
    say(", ".join([f"{new} of {len(addresses)} saved in {seeds}", *rest]) + ".", error=True)
    if failed:
        raise typer.Exit(1)


def _tell(one: Fetched) -> None:
    if one.fault is not None:
        say(f"{one.address}: {one.fault}", error=True)
        return
    if not one.new or one.about is None:
        say(f"there already {one.path}")
        return
    said = (one.about.title, one.about.published, one.about.publisher, one.about.archived and "archived")
    say(f"saved {one.path}: " + ", ".join(filter(None, said)))
    for doubt in one.doubts:
        say(f"  {doubt}; {'look at it' if '?' in doubt else 'write it into the front matter at its top'}", error=True)


def add_to(app: typer.Typer) -> None:
    """Make these commands of the program."""
    for command in (init, fetch):
        app.command()(command)
