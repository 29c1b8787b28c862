"""The program `briefing`: its commands, each told in a module of its own."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from generator import __version__, check_cli, cms_cli, convert_cli, desk_cli, start_cli
from generator.console import say

app = typer.Typer(
    name="briefing",
    help="News articles in, a reviewed briefing out: Markdown pages for articles, entities and events.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        say(f"briefing {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


for commands in (start_cli, convert_cli, check_cli, desk_cli, cms_cli):
    commands.add_to(app)


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
