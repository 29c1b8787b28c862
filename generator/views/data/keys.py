"""Ids as other programs take them: letters, digits and hyphens of ASCII, where ours may be of any script."""

from __future__ import annotations

import re
from hashlib import sha256

_PLAIN = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z-]*[0-9a-zA-Z])?")
_LIMIT = 150


def key(*ids: str) -> str:
    """One id out of one or several of ours: themselves where they may stand, else their hash."""
    joined = ".".join(ids)
    if all(_PLAIN.fullmatch(id) for id in ids) and len(joined) <= _LIMIT:
        return joined
    return "x" + sha256("\0".join(ids).encode("utf-8", "replace")).hexdigest()[:32]
