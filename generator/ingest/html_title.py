"""A page's headline, told apart from its site's name where the page's title holds both.

"Headline | Section | Site", "Site: Headline", "Site :: Headline :: Print": what the page prints as a line of its own is
the headline; what else the title holds is the site's (see `html_site`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from generator.ingest import html_headline, html_signs
from generator.ingest.html_blocks import NEVER, name_of
from generator.names import fold

PARTING = re.compile(r"\s*(?:\||»|«|›|‹|·|•|::|\s[–—-]{1,2}\s|\s/\s)\s*|:\s+")
_LONGEST = 400
_MOST_PARTS = 8
_MOST_LINES = 1200  # headlines stand near the top
# What a title says besides headline and site: the rubric or the view.
VIEW = re.compile(
    r"(?:view topic|topic|thread|print(?:able)?(?: version| view)?|print this|text version|full (?:story|text)"
    r"|archives?"
    r"|home(?:page)?|blog|news|article|story|page \d+|amp|mobile|official (?:web)?site)",
    re.I,
)
HOME = re.compile(
    r"(?:https?://[^/?#]+/?|/)(?:(?:index|home|default)\.\w{2,5})?|(?:\./|\.\./)+(?:(?:index|home"
    r"|default)\.\w{2,5})?|(?:index|home|default)\.\w{2,5}",
    re.I,
)


def headline(tree: Any, said: str | None, site: str | None) -> str | None:
    """The title of a page's article. `said` is what its metadata call it."""
    of_page = page_title(tree)
    headings = [t for h in tree.iter("h1") if 0 < len(t := text_of(h)) <= 300 and not _of_head(h)]
    headings = headings or [t for h in tree.iter("h1") if 0 < len(t := text_of(h)) <= 300]
    if said:
        bare = without_site(said, site)
        for printed in headings:
            if _same(printed, bare):
                if not html_headline.is_rubric(bare):
                    return printed
                break
        of_site = fold(site or "")
        for printed in headings:
            if fold(printed) != of_site and html_headline.outranks(
                printed, bare, _substrings(of_page), alone=len(headings) == 1
            ):
                return printed
        if html_headline.is_rubric(bare) or fold(bare) == of_site:
            return html_headline.above_byline(tree, site) or bare or None
        return bare or None
    parts = _substrings(of_page)
    known = {fold(p) for p in parts}
    site = site or next((t for t in head_titles(tree) if fold(t) in known and fold(t) != fold(of_page)), None)
    of_site = fold(site or "")
    printed_parts = [h for h in headings if fold(h) in known and fold(h) != of_site]
    lines = {fold(t) for t in lines_of(tree, beside_head=True)}
    best = next((p for p in parts if fold(p) in lines and fold(p) != of_site and len(p.split()) > 1), None)
    if best and not html_headline.is_rubric(best) and not any(len(h) >= len(best) for h in printed_parts):
        return best
    if printed_parts:
        return max(printed_parts, key=len)
    for printed in headings:
        if _same(printed, without_site(of_page, site)) and fold(printed) != of_site:
            return printed
    if (
        len(headings) == 1
        and (len(headings[0].split()) > 1 or squashed(headings[0])[:60] in squashed(of_page))
        and fold(headings[0]) != of_site
    ):
        return headings[0]
    bare = without_site(of_page, site)
    if not bare or fold(bare) == of_site or any(html_headline.is_rubric(p) for p in PARTING.split(bare)):
        bare = html_headline.above_byline(tree, site) or bare
    return bare or None


_HEAD = re.compile(
    r"(?: |-)(?:site-?(?:title|name|header)|menu|logo|brand(?:ing)?|masthead|navbar|blog-?(?:title|name))(?=[ -])"
    r"| (?:page-)?header(?= )"
)


def _of_head(heading: Any) -> bool:
    """Whether a heading is the site's: on the link to its first page, or in a part that is named so."""
    link = next((a for a in (*heading.iter("a"), *heading.iterancestors("a"))), None)
    if link is not None and HOME.fullmatch(link.get("href") or "#"):
        return True
    return any(
        name_of(e) == "nav" or (name_of(e) not in ("body", "html") and _HEAD.search(html_signs.names(e)))
        for e in (heading, *itertools.islice(heading.iterancestors(), 2))
    )


def head_titles(tree: Any) -> list[str]:
    """The headings that are the site's."""
    return [text_of(h) for h in itertools.islice(tree.iter("h1", "h2"), 10) if _of_head(h)]


def page_title(tree: Any) -> str:
    """What stands in the page's title element."""
    element = next(tree.iter("title"), None)
    return text_of(element)[:_LONGEST] if element is not None else ""


def without_site(title: str, site: str | None) -> str:
    """A page's title without the name of its site before or behind it."""
    for _ in range(2):
        cuts = list(PARTING.finditer(title))
        cuts = [c for c in cuts if c[0].strip() != ":"] + [c for c in cuts[:1] if c[0].strip() == ":" and site]
        if not cuts:
            break
        last, first = max(cuts, key=lambda c: c.start()), min(cuts, key=lambda c: c.start())
        head, tail = title[: last.start()], title[last.end() :]
        front, rest = title[: first.start()], title[first.end() :]
        if last[0].strip() != ":" and (
            _of_site(tail, site)
            or VIEW.fullmatch(tail)
            or (last[0].strip() in ("|", "»", "·", "•", "«", "::") and len(head.split()) >= 3 and len(tail) <= 60)
            or (site is None and len(tail.split()) <= 4 <= len(head.split()))
        ):
            title = head
        elif _of_site(front, site) and rest:
            title = rest
        else:
            break
    return title.strip(" -–—|:")


def _of_site(part: str, site: str | None) -> bool:
    key, name = fold(part), fold(site or "")
    return bool(key and name) and (key == name or name in key or (len(key) > 3 and key in name))


def text_of(element: Any) -> str:
    """All text of an element in one line."""
    return " ".join("".join(element.itertext()).split())


def _same(one: str, other: str) -> bool:
    """Whether two titles are one: most words of the longer stand in the other, or one begins with the other."""
    a, b = set(fold(one).split()), set(fold(other).split())
    if not a or not b:
        return False
    return fold(one) == fold(other) or (len(a) > 1 and len(b) > 1 and len(a & b) >= 0.6 * max(len(a), len(b)))


def _substrings(title: str) -> list[str]:
    """The title's parts, alone and joined with their neighbours, the longest first."""
    cuts = [(0, 0), *((m.start(), m.end()) for m in PARTING.finditer(title)), (len(title), len(title))][:_MOST_PARTS]
    found = [
        title[cuts[i][1] : cuts[j][0]].strip() for i in range(len(cuts)) for j in range(i + 1, len(cuts))
    ]  # fmt: skip
    return sorted({f for f in found if f}, key=lambda f: (-len(f), f))


_LINES = frozenset("h1 h2 h3 h4 h5 b strong font big p div span td center a dt".split())


def lines_of(tree: Any, beside_head: bool = False) -> Iterator[str]:
    """The short texts that the page prints as lines or phrases of their own; not the site's heading, where asked."""
    body = tree.find("body")
    for element in itertools.islice((body if body is not None else tree).iter(*_LINES), _MOST_LINES):
        if len(element) <= 3 and name_of(element) not in NEVER:
            size = 0
            for piece in element.itertext():
                size += len(piece)
                if size > _LONGEST:
                    break
            if 2 < size <= _LONGEST and not (beside_head and _of_head(element)):
                yield text_of(element)


def squashed(name: str) -> str:
    """The letters and figures of a name, as they stand in addresses."""
    return re.sub(r"[^a-z0-9]", "", fold(name))
