"""Footnotes whose own text defines another one: Python-Markdown 3.10 goes over them while they grow, and fails."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import KeysView
    from xml.etree.ElementTree import Element

    from markdown import Markdown


class _Counted(OrderedDict[str, str]):
    """Footnotes of which those are gone over that were there at the beginning."""

    def keys(self) -> KeysView[str]:  # type: ignore[override]
        return dict.fromkeys(self).keys()


def steady(converter: Markdown) -> None:
    """Makes a converter set only the footnotes that the text itself defines, and none that stands within another."""
    from markdown.extensions.footnotes import FootnoteExtension

    for extension in converter.registeredExtensions:
        if isinstance(extension, FootnoteExtension):
            _hold(extension)


def _hold(extension: object) -> None:
    made = extension.makeFootnotesDiv  # type: ignore[attr-defined]

    def held(root: Element) -> Element | None:
        whole = extension.footnotes  # type: ignore[attr-defined]
        extension.footnotes = _Counted(whole)  # type: ignore[attr-defined]
        try:
            set_in: Element | None = made(root)
            return set_in
        finally:
            extension.footnotes = whole  # type: ignore[attr-defined]

    extension.makeFootnotesDiv = held  # type: ignore[attr-defined]
