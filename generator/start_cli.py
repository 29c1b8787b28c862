"""The commands with which a briefing begins: init."""

from __future__ import annotations

import os
import shlex
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from generator import start


def _fail(text: str) -> typer.Exit:
    typer.echo(f"briefing: {text}", err=True)
    return typer.Exit(2)


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new folder.")],
    name: Annotated[str | None, typer.Option(help="What the briefing is called; else as the folder.")] = None,
    program: Annotated[
        str | None, typer.Option(help="What pip installs elsewhere; else where this program came from.")
    ] = None,
) -> None:
    """Begin a new briefing in an empty folder: it builds at once with make html, and can be pushed to GitHub Pages."""
    requirement, sure = (program, True) if program else start.requirement()
    try:
        made = start.make(folder, name or start.name_of(folder), requirement, sys.executable)
    except start.OccupiedError as error:
        raise _fail(str(error)) from None
    except OSError as error:
        raise _fail(f"{error.filename or folder}: {error.strerror}; check the folder and its rights") from None
    typer.echo(f"A new briefing is in {folder}: {len(made)} files, two invented articles among them. Now:\n")
    if folder.resolve() != Path.cwd():
        typer.echo(f"    cd {shlex.quote(os.fspath(folder))}")
    typer.echo("    make html     # articles to pages, pages to a site")
    typer.echo("    make serve    # look at it\n\nREADME.md there tells how to go on.")
    if find_spec("spacy") is None:
        typer.echo("This installation only renders; for make html: pip install 'briefing-generator[convert]'", err=True)
    if not sure:
        typer.echo(
            f"This program was installed from a file or folder of this machine, which others do not have. {folder}/"
            f"requirements.txt asks for\n{requirement}; where that is not in the index, put an address there that pip "
            "can install from.",
            err=True,
        )


def add_to(app: typer.Typer) -> None:
    """Make these commands of the program."""
    for command in (init,):
        app.command()(command)
