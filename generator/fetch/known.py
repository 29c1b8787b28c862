"""Which seeds are there already: by the address that they tell, and by what they say."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from generator import frontmatter, ingest, markup
from generator.ingest import FORMATS
from generator.ingest.draft import About

_HEAD = 8192  # bytes, in which front matter stands
# Keys of a query that tell where a reader came from, by those who send readers: they make no other page.
_CAME_FROM = re.compile(r"utm_[a-z_]{1,30}|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid")

_NUMBER = re.compile(r"(?:-[0-9]{1,3})?")  # of a seed whose name was taken


class Known:
    """The seeds of one folder, those of this run too."""

    def __init__(self, seeds: Path) -> None:
        self.seeds = seeds
        self._at: dict[str, Path] = {}
        for path in sorted(seeds.rglob("*")) if seeds.is_dir() else []:
            if path.suffix.lower() in FORMATS and path.is_file() and (said := _address(path)):
                self._at.setdefault(_key(said), path)

    def at(self, address: str) -> Path | None:
        """The seed of an address."""
        return self._at.get(_key(address))

    def add(self, path: Path, *addresses: str) -> None:
        """A seed has come, or is that of other addresses too."""
        self._at |= {_key(address): path for address in addresses}

    def like(self, name: str, about: About, text: str) -> Path | None:
        """The seed that would have this name, by this publisher, and says the same: a page has several addresses, as on
        two hosts. `text`: the article, plain.
        """
        stem, suffix = os.path.splitext(name)
        for path in sorted(self.seeds.glob(f"{stem}*{suffix}")):
            number = path.name.removeprefix(stem).removesuffix(suffix)
            if not _NUMBER.fullmatch(number) or not path.is_file():
                continue
            try:
                there = ingest.read(path.name, path.read_bytes())
            except ingest.Unreadable:
                continue
            same = there.publisher == about.publisher or None in (there.publisher, about.publisher)
            if same and markup.fold(there.text) == markup.fold(text):
                return path
        return None


def _address(path: Path) -> str | None:
    """The address that a seed's front matter tells."""
    with path.open("rb") as file:
        head = file.read(_HEAD).decode("utf-8-sig", "replace")
    try:
        front, _, _ = frontmatter.split(head)
    except ValueError:
        return None
    said = re.search(r"^url:\s*(\S+)\s*$", front or "", re.M)
    return said[1].strip("'\"") if said else None


def _key(address: str) -> str:
    """An address without what makes no other page of it: scheme, www, the port that goes without saying, fragment, a
    closing slash, where its reader came from.
    """
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
        query = urlencode([(k, v) for k, v in parse_qsl(parts.query, True) if not _CAME_FROM.fullmatch(k.lower())])
    except ValueError:  # no address at all
        return address.strip()
    shown = f":{port}" if port not in (None, 80, 443) else ""
    return f"{host}{shown}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")
