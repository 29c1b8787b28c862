"""Pages that were saved as a mail is: one file with headers, in which the page is a part (MHTML, RFC 2557)."""

from __future__ import annotations

import email
import re

from generator.ingest import charset

_HEADER = re.compile(r"\s*[A-Z][A-Za-z-]{1,40}:[ \t]")
_CODED = ("quoted-printable", "base64")


def page(text: str) -> str:
    """The page in such a file; any other text as it is."""
    if not _HEADER.match(text) or "mime-version:" not in text[:4000].lower():
        return text
    try:
        parts = list(email.message_from_string(text.lstrip()).walk())
    except RecursionError:  # parts within parts by the hundred: no browser saves a page so
        return ""
    for part in parts:
        if part.get_content_type() != "text/html":
            continue
        if str(part.get("content-transfer-encoding", "")).lower() in _CODED:
            data = part.get_payload(decode=True)
            if isinstance(data, bytes):
                said = part.get_content_charset()
                return data.decode(said, "replace") if said and _known(said) else charset.decode(data, markup=True)
        return str(part.get_payload())
    return text


def _known(name: str) -> bool:
    try:
        "".encode(name)
    except LookupError:
        return False
    return True
