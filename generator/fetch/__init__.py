"""Articles of the web as seeds: each address is fetched once, politely, and saved with what is known about it."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.fetch import archived, saved
from generator.fetch.known import Known
from generator.fetch.web import PAUSE, Client, FetchError
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
    answered: str = ""  # the address that gave it in the end; of an archived copy, the original's

    @property
    def doubts(self) -> tuple[str, ...]:
        """What an editor should look at in a new seed."""
        if not self.new or self.about is None:
            return ()
        own = self.about.url or self.answered
        said = [f"it calls itself {own}: was it printed there?"] if _elsewhere(self.answered, own) else []
        missing = [n for n in ("title", "published", "publisher") if getattr(self.about, n) is None]
        said += [f"no {'day of publication' if n == 'published' else n} found" for n in missing]
        return (*said, f"only {self.words} words: is it the whole article?") if self.words < _FEW else tuple(said)


def _elsewhere(answered: str, own: str) -> bool:
    """Whether a page calls itself by an address of another host than that which answered. Anybody can write that."""
    one, other = (f".{_host(url)}" for url in (answered, own))
    return not (one.endswith(other) or other.endswith(one))


def _host(url: str) -> str:
    try:
        return (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


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
    known = Known(seeds)
    for number, address in enumerate(addresses):
        begin(number, address)
        address = address.strip()
        try:
            yield _one(address, seeds, day, client, archive, known)
        except FetchError as error:
            yield Fetched(address, fault=str(error))


def _one(address: str, seeds: Path, day: str, client: Client, archive: str | None, known: Known) -> Fetched:
    if (there := known.at(address)) is not None:
        return Fetched(address, there)
    copy = archived.copy_of(address)
    answer = client.get(copy[0] if copy else address)
    about, text = saved.about(answer, copy[1] if copy else None, day)
    if copy:
        about = About(url=copy[2]).or_else(about)
    own = about.url or answer.url
    if (there := known.at(own) or known.like(saved.name_of(answer, about), about, text)) is not None:
        known.add(there, address, own)
        return Fetched(address, there)
    if archive and not copy:
        about = about.or_else(About(archived=archived.nearest(client, own, day, archive)))
    name, data = saved.seed(answer, about)
    path = _write(seeds, name, data)
    known.add(path, address, own)
    return Fetched(address, path, True, about, len(text.split()), answered=copy[2] if copy else answer.url)


def _write(seeds: Path, name: str, data: bytes) -> Path:
    """Write a new file; where one of its name is, beside it under another."""
    seeds.mkdir(parents=True, exist_ok=True)
    stem, suffix = os.path.splitext(name)
    part = seeds / f".{secrets.token_hex(8)}.briefing-tmp"  # of this run alone: another may save the same page now
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
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
