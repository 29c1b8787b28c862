"""A folder of seeds and one of pages, as an editor has them."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from generator import briefing, cli, convert, store
from generator.extract import nlp
from generator.problems import errors

_docs: dict[tuple[str, Any], Any] = {}
parse = nlp.parse


def remembered(texts: Iterable[str], model: str | None = None) -> Iterator[Any]:
    """The parser is most of a run's time, and says the same of the same text."""
    wanted = list(texts)
    new = [t for t in dict.fromkeys(wanted) if (t, model) not in _docs]
    _docs.update(zip([(t, model) for t in new], parse(new, model), strict=True))
    yield from (_docs[t, model] for t in wanted)


def assert_unchanged(before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """A rerun changed no page; where it did, the difference is shown."""
    told = "".join(
        "".join(difflib.unified_diff(before.get(k, b"").decode().splitlines(True), v.decode().splitlines(True), k))
        for k, v in after.items()
        if before.get(k) != v
    )
    assert told == "", f"a rerun changed pages\n{told}"
    assert after.keys() == before.keys()


class Desk:
    """A folder of seeds and one of pages."""

    def __init__(self, folder: Path) -> None:
        self.seeds, self.content = folder / "seeds", folder / "content"

    def run(self) -> convert.Summary:
        return convert.convert(self.seeds, self.content)

    def read(self, page: str) -> str:
        return (self.content / page).read_bytes().decode("utf-8")

    def edit(self, page: str, change: Callable[[str], str]) -> str:
        text = change(self.read(page))
        (self.content / page).write_bytes(text.encode("utf-8"))
        return text

    def replace(self, page: str, old: str, new: str) -> str:
        assert old in self.read(page), f"{old!r} is not in {page}:\n{self.read(page)}"
        return self.edit(page, lambda text: text.replace(old, new, 1))

    def seed(self, name: str, text: str) -> None:
        (self.seeds / name).write_text(text, encoding="utf-8")

    def pages(self) -> dict[str, bytes]:
        return {
            p.relative_to(self.content).as_posix(): p.read_bytes()
            for p in sorted(self.content.rglob("*"))
            if p.is_file() and ".cache" not in p.parts
        }

    def settled(self, runs: int = 2) -> dict[str, bytes]:
        """The pages after more runs without any cache, which must change nothing."""
        before = self.pages()
        for _ in range(runs):
            shutil.rmtree(self.content / ".cache", ignore_errors=True)
            self.run()
            assert_unchanged(before, self.pages())
        return before

    def event(self, words: str) -> str:
        (found,) = [p for p in self.pages() if p.startswith("events/") and words in p]
        return found

    def event_id(self, words: str) -> str:
        """The id of the one event that has these words in its own."""
        return self.event(words).removeprefix("events/").removesuffix(".md")

    def linked(self) -> briefing.Briefing:
        """The pages as the site has them; none may have a fault."""
        assert self.check() == []
        return briefing.link(store.load(self.content))[0]

    def check(self) -> list[str]:
        return [str(p) for p in errors(briefing.link(store.load(self.content))[1])]

    def check_all(self) -> list[str]:
        """The faults, warnings too."""
        return [str(p) for p in briefing.link(store.load(self.content))[1]]


def run(desk: Desk, *arguments: str, keys: str | None = None) -> str:
    """What a command prints to an editor of this desk, who presses these keys; it must end well."""
    done = CliRunner().invoke(cli.app, [*arguments, "--content", str(desk.content)], input=keys)
    assert done.exit_code == 0, done.output
    return done.output


def fails(desk: Desk, *arguments: str) -> str:
    """What a command prints that cannot be carried out, and changes nothing."""
    before = desk.pages()
    done = CliRunner().invoke(cli.app, [*arguments, "--content", str(desk.content)])
    assert done.exit_code == 2
    assert desk.pages() == before
    return done.output
