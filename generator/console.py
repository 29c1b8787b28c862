"""What the commands share: lines on the terminal, exit statuses, and a folder of pages held while it is changed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generator import rewriting, store, undoing, wheel, writing
from generator.desk import Deed, Desk, RefusedError
from generator.problems import printable

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

Content = Annotated[Path, typer.Option("--content", help="Folder of the pages.", file_okay=False)]


def say(text: str, *, error: bool = False, raw: bool = False) -> None:
    """Print lines; what a terminal would obey is shown as its escape, except in what programs read (`raw`)."""
    shown = text if raw else "\n".join(map(printable, text.split("\n")))
    print(shown, file=sys.stderr if error else sys.stdout)


def fail(text: str) -> typer.Exit:
    """Say on standard error why a command cannot go on; what is returned is to be raised, and is exit status 2."""
    say(f"briefing: {text}", error=True)
    return typer.Exit(2)


def fail_of(error: OSError, folder: Path) -> typer.Exit:
    """The same of a file or folder that the system does not let be read or written."""
    return fail(f"{error.filename or folder}: {error.strerror}; check the folder and its rights")


def agrees(question: str) -> bool:
    """Whether the person answers a question with yes; to end the input, or to break off, says no."""
    try:
        return input(f"{question} [y]es, [n]o, then Enter: ").strip().lower() in ("y", "yes")
    except (EOFError, KeyboardInterrupt):
        say("")
        return False


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 page`, `1,200 pages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def has_converter() -> bool:
    """Whether the packages are there that read articles."""
    return find_spec("spacy") is not None and find_spec("trafilatura") is not None


def need_converter() -> None:
    """Raises `typer.Exit`, and says what to install, where the packages are missing that read articles."""
    if not has_converter():
        raise fail(f"this installation only renders; install the converter with: {wheel.again('convert')}")


def need_folder(folder: Path) -> None:
    """Raises `typer.Exit` where a folder is not there."""
    if not folder.is_dir():
        raise fail(f"there is no folder {folder}")


def carry_out(
    content: Path,
    doing: str,
    plan: Callable[[Desk], Deed],
    tell: Callable[[str], None] = say,
    agree: Callable[[Sequence[str]], bool] | None = None,
) -> None:
    """Hold the folder of pages, let `plan` decide, write all its changes or none; `tell` says what was done.

    `doing`: the command, for whoever finds the folder held; `agree`: asks the editor, who reads what would be lost, and
    may say no. Raises `typer.Exit` where it cannot be done.
    """
    need_folder(content)
    try:
        with writing.held(content, doing):
            desk = Desk(store.load(content), store.texts(content))
            deed = plan(desk)
            if agree and None in deed.changes.values():
                lost, back = undoing.losses(content, deed), undoing.way_back(content, deed)
                if lost and not agree([f"If you go on, {deed.said[0]}", *lost]):
                    say("Nothing was changed.")
                    raise typer.Exit(1)
                deed.said += back
            if left := writing.save(content, deed.changes, desk.texts, deed.derived):
                what = f"{content}/{left[0]} was saved by somebody in the meantime"
                raise fail(f"{what}, so nothing is changed; give the command again")
    except (RefusedError, rewriting.CannotEditError) as error:
        raise fail(str(error)) from None
    except writing.HeldError as error:
        raise fail(f"{content}: {error.strerror}") from None
    except OSError as error:
        raise fail_of(error, content) from None
    for line in deed.said:
        tell(line)


class Shown:
    """Progress that is shown: what is being done, how much of it, of how much."""

    def __init__(self, bar: Bar | None = None, task: TaskID | None = None) -> None:
        self._bar, self._task = bar, task

    def __call__(self, what: str, done: int, of: int) -> None:
        """Show how far it is."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=what, completed=done, total=of or None)

    @contextmanager
    def away(self) -> Iterator[None]:
        """The terminal without the bar, for as long as the block takes."""
        if self._bar is not None:
            self._bar.stop()
        yield
        if self._bar is not None:
            self._bar.start()


@contextmanager
def progress(label: str) -> Iterator[Shown]:
    """A progress bar on a terminal; nothing where the output is kept."""
    if not sys.stderr.isatty():
        yield Shown()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Shown(bar, bar.add_task(label, total=None))
