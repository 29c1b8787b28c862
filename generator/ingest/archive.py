"""Pages that were saved as a mail is: one file with headers, in which the page is a part (MHTML, RFC 2557)."""

from __future__ import annotations

import email
import re
from email.policy import Compat32

from generator.ingest import charset

_HEADER = re.compile(r"\s*[A-Z][A-Za-z-]{1,40}:[ \t]")
_LONGEST = 2_000  # characters of a header's value: a boundary has 70 at most (RFC 2046), an address is longer
_CODED = ("quoted-printable", "base64")


class _Short(Compat32):
    """Headers are cut: to find the parameters of one, the library takes the square of its length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value of one header."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST]


def page(text: str) -> str:
    """The page in such a file; any other text as it is."""
    if not _HEADER.match(text) or "mime-version:" not in text[:4000].lower():
        return text
    try:
        parts = list(email.message_from_string(text.lstrip(), policy=_Short()).walk())
    except RecursionError:  # parts within parts by the hundred: no browser saves a page so
        return ""
    for part in parts:
        if part.get_content_type() != "text/html":
            continue
        if str(part.get("content-transfer-encoding", "")).lower() in _CODED:
            data = part.get_payload(decode=True)
            if isinstance(data, bytes):
                said = charset.known(part.get_content_charset() or "")
                return data.decode(said, "replace") if said else charset.decode(data, markup=True)
        return str(part.get_payload())
    return text
