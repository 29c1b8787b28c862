"""HTML pages: trafilatura finds the article, our own reading of the tree checks it and stands in where it fails."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from generator.ingest import archive, bylines, characters, html_article, html_blocks, html_meta, html_top, html_tree
from generator.ingest.article import drafted
from generator.ingest.draft import About, Block, Draft, Unreadable
from generator.ingest.toplines import after_title
from generator.names import fold

_PAGE = re.compile(
    r"\s*+(?:<\?xml[^<>]*>\s*+)?(?:<!--[^<>]{0,2000}-->\s*+)?<(?:!doctype\s+html|html|head|body|article)\b", re.I
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^<>]*>")
_SLOW = 3_000_000  # characters: beyond this trafilatura takes minutes; articles of such pages are found by ourselves


def is_page(text: str) -> bool:
    """Whether a text is a saved page, whatever its name says."""
    return _PAGE.match(text) is not None


def read(text: str, about: About) -> Draft:
    """The draft of a page. What `about` knows wins over the page's own metadata, and these over what it prints."""
    text = archive.page(text.replace("\x00", ""))
    tree = html_tree.parse(_DECLARATION.sub("", text))
    if tree is None:
        raise Unreadable("it holds no text of an article; save the page again, or copy its text into a .txt file")
    printed, above = html_tree.under_headline(tree), html_top.day(tree)
    about = about.or_else(html_meta.about(tree))
    vague = html_meta.only_vaguely_dated(tree)
    html_tree.prepare(tree, about.title)
    order = html_meta.order(tree)
    reading = html_article.article(tree, _found(tree, len(text)), about.title)
    around = bylines.around(reading.around, order)
    if vague and around.published and about.published and around.published < about.published:
        about = replace(about, published=around.published)
    about = replace(about.or_else(around), author=bylines.extended(about.author, around.author))
    about = about.or_else(after_title([characters.clean(p) for p in [*printed, ""]])[0])
    return drafted(reading.blocks, _people(about.or_else(About(above=above))))


def _people(about: About) -> About:
    """Without the publisher among the authors."""
    if not about.author or not about.publisher:
        return about
    names = [n for n in about.author.split(", ") if fold(n) != fold(about.publisher)]
    return replace(about, author=", ".join(names) or None)


def _found(tree: Any, size: int) -> list[Block]:
    """The article as trafilatura finds it; nothing where it finds none."""
    if size > _SLOW:
        return []
    import logging
    from copy import deepcopy

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found: Any = trafilatura.bare_extraction(
            deepcopy(tree), include_comments=False, include_tables=True, include_links=True, include_formatting=True,
            with_metadata=False,
        )  # fmt: skip
    except Exception:  # a page that breaks its reader is no fault of the editor's: our own reading stands in
        return []
    return html_blocks.blocks(found.body) if found is not None and found.body is not None else []
