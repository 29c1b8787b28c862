"""The Pelican plugin: one generator that loads content/ with our own reader and makes every file of the site."""

from __future__ import annotations

import gc
import logging
import os
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError

from generator import store
from generator.problems import Problem, errors
from generator.site import facts, history, preview_pages
from generator.site.build import build, reindex
from generator.site.context import prefix
from generator.site.output import Output, UnsafePathError
from generator.site.shelf import Shelf
from generator.site.traces import Index, LastBuild

log = logging.getLogger("generator.site")


class BriefingGenerator:
    """Loads a briefing and writes its site. Pelican's readers and templates have no part in it."""

    def __init__(
        self, *, context: object, settings: Mapping[str, Any], path: str, theme: str, output_path: str, **_: object
    ) -> None:
        self.settings = settings
        self.content = _near(path)
        self.theme = Path(theme)
        self.folder = Path(output_path)

    def generate_context(self) -> None:
        """Loads and links the content; names every problem; ends the build where it is strict and there is an error."""
        gc.disable()  # what a build makes lives to its end: to look through it for garbage takes a tenth of the time
        try:
            prefix(self.settings.get("SITEURL", ""))
        except ValueError as error:
            log.error("%s", error)
            raise SystemExit(1) from None
        self.shelf = Shelf(self.content / store.CACHE)
        self.facts, self.before = facts.load(self.content, history.read(self.content), self.shelf)
        self.briefing, self.problems = self.facts.linked.briefing, self.facts.linked.problems
        _name(self.problems)
        faults = errors(self.problems)
        for path in self.briefing.left_out:
            log.warning("%s: left out of the site", path)
        if faults and self.settings.get("STRICT"):
            log.error("The site was not built: %s in the content", _count(len(faults), "error"))
            raise SystemExit(1)

    def generate_output(self, writer: object) -> None:
        """Writes what differs from the last build, removes what is no longer needed, says what there is."""
        last = self.shelf.get(LastBuild.name_of(self.folder), LastBuild)
        with closing(Output(self.folder, last.files if last else None)) as output:
            self._generate(output, last)

    def _generate(self, output: Output, last: LastBuild | None) -> None:
        siteurl = self.settings.get("SITEURL", "")
        frame, name = LastBuild.frame_of(self.theme, siteurl), LastBuild.name_of(self.folder)
        changed = last.changed(self.facts, self.before, frame) if last else None
        shown = self.settings.get("PREVIEW")  # folder of what the preview alone shows
        if shown:
            preview_pages.keep_faulty(self.briefing.left_out, output)
        try:
            indexed = not shown and self.settings.get("SEARCH_INDEX", True)
            index = last.index if last else Index()
            same, since = (last, changed) if changed is not None else (None, frozenset[str]())
            built = build(
                self.facts.look, self.content, self.theme, siteurl, output,
                indexed=indexed, last=same, changed=since, index=index,
            )  # fmt: skip
            if shown:
                preview_pages.write(Path(shown), built, self.content, [*self.problems, *built.problems], self.briefing)
        except TemplateError as error:
            of = _page(error)
            said = f"{error.message or type(error).__name__}{f' (in the page of {of})' if of else ''}"
            log.error("%s: %s", _place(error, self.theme), said)
            raise SystemExit(1) from None
        except Exception as error:  # a fault of this program: whose page it is helps until it is mended
            if of := _page(error):
                log.error("%s: its page cannot be made: %s", of, error)
            raise
        _name(built.problems)
        try:
            written, removed = output.finish()
        except OSError as error:
            place, remedy = error.filename or self.folder, "make room or mend its rights, and build again"
            log.error("%s: %s; %s", _near(str(place)), error.strerror, remedy)
            raise SystemExit(1) from None
        except UnsafePathError as error:
            log.error("%s", error)
            raise SystemExit(1) from None
        parts = [_count(len(built.made), "page"), f"{written} of {_count(len(output), 'file')} new or changed"]
        parts += [f"{removed} removed"] if removed else []
        parts += [_count(len(self.problems) + len(built.problems), "problem")]
        parts += [f"{_count(len(self.briefing.left_out), 'page')} left out"] if self.briefing.left_out else []
        held = self.briefing.withheld_events + self.briefing.withheld_entities
        parts += (
            [f"{_count(held, 'page')} withheld, for nobody has checked {'it' if held == 1 else 'them'}"] if held else []
        )
        _say(f"Site in {_near(str(self.folder))}: " + ", ".join(parts))
        if shown:
            preview_pages.done(Path(shown))
            built, found = reindex(built, output)
            _name(found)
            output.finish()
        self.shelf.put(name, built.kept(LastBuild.key_of(self.facts, frame), output))
        if self.before is None or self.before.key != self.facts.key:
            self.shelf.put(facts.NAME, self.facts.packed())
        gc.freeze()  # or Python looks through all of it at once, and again before it ends
        gc.enable()


def _page(error: Exception) -> str:
    """Path or address of the page that could not be made; empty where it is none."""
    return next(iter(getattr(error, "__notes__", ())), "")


def _place(error: TemplateError, theme: Path) -> str:
    """Path and line in the theme at which a template failed."""
    if isinstance(error, TemplateSyntaxError):
        return f"{_near(error.filename) if error.filename else error.name}:{error.lineno}"
    steps = traceback.extract_tb(error.__traceback__)
    inside = [step for step in steps if Path(step.filename).is_relative_to(theme)]
    return f"{_near(inside[-1].filename)}:{inside[-1].lineno}" if inside else str(_near(str(theme)))


def _near(path: str) -> Path:
    """The path as a person in this folder would type it."""
    here = os.path.relpath(path)
    return Path(path) if here.startswith("..") else Path(here)


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}" + ("" if number == 1 else "s")


def _name(problems: list[Problem] | tuple[Problem, ...]) -> None:
    for problem in problems:
        log.log(logging.ERROR if problem.level == "error" else logging.WARNING, "%s", problem)


def _say(line: str) -> None:
    from pelican.log import console  # type: ignore[import-untyped]

    console.print(line, soft_wrap=True, markup=False, highlight=False)


# ---- Pelican's signals ----


def _generators(_: object) -> type[BriefingGenerator]:
    from pelican.log import console

    console.quiet = False  # it is not, but for a second run in one process
    return BriefingGenerator


def _end(_: object) -> None:
    """Pelican closes with a line that counts its own articles; there are none, and ours has been said."""
    from pelican.log import console

    console.quiet = True


def _still() -> None:
    """Pelican turns a wheel in a thread while it works, and a process with threads cannot be copied safely: it says the
    same once, where it would turn.
    """
    from pelican.log import console

    @contextmanager
    def status(said: str, **_: object) -> Iterator[None]:
        if console.is_terminal:
            console.print(said)
        yield

    console.status = status


def register() -> None:
    """What Pelican calls."""
    from pelican import signals  # type: ignore[import-untyped]

    _still()
    signals.get_generators.connect(_generators)
    signals.finalized.connect(_end)
    if not log.handlers:
        # One problem is one line, however narrow the terminal, so that editors and scripts can follow path:line.
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(message)s"))
        log.addHandler(handler)
        log.propagate = False
