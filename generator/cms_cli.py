"""The command that puts a page for editors without git into a built site: cms."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator import cms, store
from generator.console import Content, count, fail, fail_of, need_folder, say

_SHOWN = 20  # warnings; the rest are counted


def cms_page(
    site: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the built site.", file_okay=False)] = Path(
        "output"
    ),
    content: Content = Path("content"),
    bundle: Annotated[
        Path | None,
        typer.Option(metavar="FILE", dir_okay=False, help="The program, sveltia-cms.js; else npm fetches it."),
    ] = None,
    symbols: Annotated[
        Path | None,
        typer.Option(metavar="FILE", dir_okay=False, help="With --bundle: the font of its symbols, .woff2."),
    ] = None,
) -> None:
    """Add a page to a built site in which editors without git change the pages: Sveltia CMS, in the folder admin."""
    need_folder(content)
    need_folder(site)
    settings, problems = store.load_settings(content)
    if faults := [p for p in problems if p.level == "error"]:
        raise fail(str(faults[0]))
    texts = store.texts(content)
    try:
        config = cms.configured(texts, settings, cms.below_repository(content))
        program = cms.named(bundle, symbols) if bundle else cms.fetched()
        folder = cms.write(site, config, program)
    except (cms.BackendError, cms.BundleError, cms.OccupiedError) as error:
        raise fail(str(error)) from None
    except OSError as error:
        raise fail_of(error, site) from None
    risks = cms.risks(texts, content.as_posix())
    for problem in risks[:_SHOWN]:
        say(str(problem), error=True)
    if len(risks) > _SHOWN:
        say(f"... and {count(len(risks) - _SHOWN, 'more')}", error=True)
    backend = config["backend"]
    say(f"The editors' page is in {folder}; it saves to {backend['repo']} on GitHub, branch {backend['branch']}.")


def add_to(app: typer.Typer) -> None:
    """Make this command of the program."""
    app.command("cms")(cms_page)
