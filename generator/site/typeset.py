"""Editors' prose as a tree, its quotation marks and apostrophes set as a printer sets them."""

from __future__ import annotations

from generator.site.nodes import INLINE, Element
from generator.views.typography import curled

_CODE = frozenset({"code", "kbd", "pre", "samp"})


def curl(element: Element, before: str = "", code: bool = False) -> str:
    """Straight quotation marks and apostrophes become curled ones, but in code; gives the last character, by which
    a mark in the element after it opens or closes.
    """
    code = code or element.tag in _CODE
    last = before if element.tag in INLINE else ""
    for i, child in enumerate(element.children):
        if isinstance(child, str):
            element.children[i] = child if code else curled(child, last)
            last = child[-1:] or last
        else:
            last = curl(child, last, code)
    return last if element.tag in INLINE else ""
