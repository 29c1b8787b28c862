"""Texts in which nothing is marked up: most articles are paragraphs of words, and need no converter of Markdown."""

from __future__ import annotations

import re

from generator.site.nodes import Element

# What Markdown, its extensions or HTML could read as more than words, wherever it stands, or as the first sign of a
# line; and all white space but spaces within a line and line feeds, and what is no character of a text.
_MARKED = re.compile(
    r"[\\`*_\[\]<>#|~{}&]"
    r"|^(?:[-+=:\s]|\d+[.)])"
    r"|\s$"
    r"|[^\S \n]|[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]",
    re.M,
)
_APART = re.compile(r"\n{2,}")


def paragraphs(text: str) -> Element | None:
    """The tree that Markdown and nh3 would make of a text of paragraphs alone; `None` for any other text."""
    root = Element("")
    for block in _APART.split(text.strip("\n")):
        if _MARKED.search(block):
            return None
        root.children += ["\n", Element("p", {}, [block])]
    del root.children[:1]
    return root if text.strip() else None
