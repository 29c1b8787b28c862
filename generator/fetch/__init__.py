"""Articles of the web as seeds: each address is fetched once, politely, and saved with what is known about it."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import frontmatter
from generator.fetch import archived, saved
from generator.fetch.web import PAUSE, Client, FetchError
from generator.ingest import FORMATS
from generator.ingest.draft import About

__all__ = ["PAUSE", "Client", "FetchError", "Fetched", "fetch"]

_FEW = 60  # words: an article that is shorter may be only its beginning, or a notice


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one address: the seed, new or there before; or the reason why there is none."""

    address: str
    path: Path | None = None
    new: bool = False
    about: About | None = None
    words: int = 0
    fault: str | None = None

    @property
    def doubts(self) -> tuple[str, ...]:
        """What an editor should look at in a new seed."""
        if not self.new or self.about is None:
            return ()
        missing = [n for n in ("title", "published", "publisher") if getattr(self.about, n) is None]
        said = [f"no {'day of publication' if n == 'published' else n} found" for n in missing]
        return (*said, f"only {self.words} words: is it the whole article?") if self.words < _FEW else tuple(said)


def fetch(
    addresses: Sequence[str],
    seeds: Path,
    day: str,
    client: Client | None = None,
    archive: str | None = archived.SERVICE,
    begin: Callable[[int, str], None] = lambda number, address: None,
) -> Iterator[Fetched]:
    """Save each address as a seed, in order; what became of it. A seed that is there is never written over.

    `day` is today's (YYYY-MM-DD); `archive` the service that knows archived copies, None to ask none; `begin` is told
    when an address has its turn. Raises `OSError` where the folder cannot be written.
    """
    client = client or Client()
    known = _known(seeds)
    for number, address in enumerate(addresses):
        begin(number, address)
        address = address.strip()
        try:
            yield _one(address, seeds, day, client, archive, known)
        except FetchError as error:
            yield Fetched(address, fault=str(error))


def _one(address: str, seeds: Path, day: str, client: Client, archive: str | None, known: dict[str, Path]) -> Fetched:
    if (there := known.get(_key(address))) is not None:
        return Fetched(address, there)
    copy = archived.copy_of(address)
    answer = client.get(copy[0] if copy else address)
    about, words = saved.about(answer, copy[1] if copy else None, day)
    if copy:
        about = About(url=copy[2]).or_else(about)
    if (there := known.get(_key(about.url or address))) is not None:
        return Fetched(address, there)
    if archive and not copy:
        about = about.or_else(About(archived=archived.nearest(client, about.url or answer.url, day, archive)))
    name, data = saved.seed(answer, about)
    path = _write(seeds, name, data)
    known[_key(address)] = known[_key(about.url or address)] = path
    return Fetched(address, path, True, about, words)


def _write(seeds: Path, name: str, data: bytes) -> Path:
    """Write a new file; where one of its name is, beside it under another."""
    seeds.mkdir(parents=True, exist_ok=True)
    stem, suffix = os.path.splitext(name)
    part = seeds / f".{stem}.briefing-tmp"
    part.write_bytes(data)
    try:
        for number in range(1, 1000):
            path = seeds / (name if number == 1 else f"{stem}-{number}{suffix}")
            try:
                os.link(part, path)  # as a whole or not at all, and never over another
            except FileExistsError:
                continue
            return path
        raise FileExistsError(errno.EEXIST, "there are a thousand seeds of this name", str(seeds / name))
    finally:
        part.unlink(missing_ok=True)


def _known(seeds: Path) -> dict[str, Path]:
    """Address -> seed, of all seeds whose front matter tells it."""
    found: dict[str, Path] = {}
    for path in sorted(seeds.rglob("*")) if seeds.is_dir() else []:
        if path.suffix.lower() in FORMATS and path.is_file():
            with path.open("rb") as file:
                head = file.read(8192).decode("utf-8-sig", "replace")
            try:
                front, _, _ = frontmatter.split(head)
            except ValueError:
                continue
            said = re.search(r"^url:\s*(\S+)\s*$", front or "", re.M)
            if said:
                found.setdefault(_key(said[1].strip("'\"")), path)
    return found


def _key(address: str) -> str:
    """An address without what makes no other page of it: scheme, www, fragment, a closing slash."""
    return re.sub(r"^https?://(?:www\.)?", "", address.strip().partition("#")[0]).rstrip("/")
