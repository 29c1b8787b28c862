"""The interface's words that belong to single pages."""

from __future__ import annotations

PAGES: dict[str, str | tuple[str, str]] = {}
