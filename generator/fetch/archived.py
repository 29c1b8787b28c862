"""Copies of a page in the Internet Archive: the address of one, and the page behind such an address."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from generator.fetch.web import Client, FetchError

SERVICE = "https://archive.org/wayback/available"
_COPY = re.compile(r"https?://web\.archive\.org/web/(?P<when>\d{4,14})(?:[a-z]{2}_)?/(?P<of>https?:/{1,2}\S+)")


def copy_of(address: str) -> tuple[str, str, str] | None:
    """Of the address of a copy: (where the bare page is, the copy's own address, the original's)."""
    found = _COPY.fullmatch(address.strip())
    if not found:
        return None
    of = re.sub(r"^(https?):/+", r"\1://", found["of"])
    base = "https://web.archive.org/web/" + found["when"]
    return f"{base}id_/{of}", f"{base}/{of}", of


def nearest(client: Client, url: str, day: str, service: str = SERVICE) -> str | None:
    """The address of the copy nearest to a day (YYYY-MM-DD); None where there is none, or the archive is silent."""
    asked = f"{service}?url={quote(url, safe='')}&timestamp={day.replace('-', '')}"
    try:
        answer = json.loads(client.ask(asked))
        closest = answer["archived_snapshots"]["closest"]
        if not closest["available"] or closest.get("status", "200") != "200":
            return None
        found = str(closest["url"])
    except (FetchError, ValueError, KeyError, TypeError):
        return None
    return re.sub(r"^http:", "https:", found) if _COPY.fullmatch(found) else None
