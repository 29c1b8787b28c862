"""A page's headline and its site's name, told apart where the page's title holds both.

"Headline | Section | Site", "Site: Headline", "Site :: Headline :: Print": what the page prints as a line of its own is
the headline; what else the title holds is the site's, where the page confirms it: by the link to its first page, the
text of its logo, the line of copyright, the name of its feed, or its address.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.ingest import html_headline, html_signs
from generator.ingest.html_blocks import NEVER, name_of
from generator.names import fold

_PARTING = re.compile(r"\s*(?:\||»|«|›|‹|·|•|::|\s[–—-]{1,2}\s|\s/\s)\s*|:\s+")
_LONGEST = 400
_MOST_PARTS = 8
_MOST_LINES = 1200  # headlines stand near the top
# What a title says besides headline and site: the rubric or the view.
_VIEW = re.compile(
    r"(?:view topic|topic|thread|print(?:able)?(?: version| view)?|print this|text version|full (?:story|text)"
    r"|archives?"
    r"|home(?:page)?|blog|news|article|story|page \d+|amp|mobile|official (?:web)?site)",
    re.I,
)
_HOME = re.compile(
    r"(?:https?://[^/?#]+/?|/)(?:(?:index|home|default)\.\w{2,5})?|(?:\./|\.\./)+(?:(?:index|home"
    r"|default)\.\w{2,5})?|(?:index|home|default)\.\w{2,5}",
    re.I,
)
_HOST = re.compile(r"(?:https?:)?//([^/:?#]+)", re.I)
_NO_NAME = re.compile(
    r"(?:home(?:page)?|start(?:seite)?|front ?page|main|accueil|inicio|news|logo|menu|back|index|up|top|welcome"
    r"|zur startseite"
    r"|go to .*|back to .*|click here.*|zurück.*)",
    re.I,
)
_YEARS = re.compile(r"(?:19|20)\d{2}(?:\s*[-–—/,]\s*(?:(?:19|20)?\d{2}|present|today))?")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright|&copy;)\s*(?:©|\(c\)|copyright)?\s*(?:by\s+)?(?P<rest>[^\n]{2,120})", re.I)


def headline(tree: Any, said: str | None, site: str | None) -> str | None:
    """The title of a page's article. `said` is what its metadata call it."""
    of_page = page_title(tree)
    headings = [t for h in tree.iter("h1") if 0 < len(t := _text(h)) <= 300 and not _of_head(h)]
    headings = headings or [t for h in tree.iter("h1") if 0 < len(t := _text(h)) <= 300]
    if said:
        bare = without_site(said, site)
        for printed in headings:
            if _same(printed, bare):
                if not html_headline.is_rubric(bare):
                    return printed
                break
        of_site = fold(site or "")
        for printed in headings:
            if fold(printed) != of_site and html_headline.outranks(printed, bare, _substrings(of_page)):
                return printed
        if html_headline.is_rubric(bare) or fold(bare) == of_site:
            return html_headline.above_byline(tree, site) or bare or None
        return bare or None
    parts = _substrings(of_page)
    known = {fold(p) for p in parts}
    site = site or next((t for t in _head_titles(tree) if fold(t) in known and fold(t) != fold(of_page)), None)
    of_site = fold(site or "")
    printed_parts = [h for h in headings if fold(h) in known and fold(h) != of_site]
    lines = {fold(t) for t in _lines(tree, beside_head=True)}
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
        and (len(headings[0].split()) > 1 or _squashed(headings[0])[:60] in _squashed(of_page))
        and fold(headings[0]) != of_site
    ):
        return headings[0]
    bare = without_site(of_page, site)
    if not bare or fold(bare) not in lines or html_headline.is_rubric(bare) or fold(bare) == of_site:
        bare = html_headline.above_byline(tree, site) or bare
    return bare or None


_HEAD = re.compile(
    r"(?: |-)(?:site-?(?:title|name|header)|menu|logo|brand(?:ing)?|masthead|navbar|blog-?(?:title|name))(?=[ -])"
    r"| (?:page-)?header(?= )"
)


def _of_head(heading: Any) -> bool:
    """Whether a heading is the site's: on the link to its first page, or in a part that is named so."""
    link = next((a for a in (*heading.iter("a"), *heading.iterancestors("a"))), None)
    if link is not None and _HOME.fullmatch(link.get("href") or "#"):
        return True
    return any(
        name_of(e) == "nav" or (name_of(e) not in ("body", "html") and _HEAD.search(html_signs.names(e)))
        for e in (heading, *itertools.islice(heading.iterancestors(), 2))
    )


def _head_titles(tree: Any) -> list[str]:
    """The headings that are the site's."""
    return [_text(h) for h in itertools.islice(tree.iter("h1", "h2"), 10) if _of_head(h)]


def page_title(tree: Any) -> str:
    """What stands in the page's title element."""
    element = next(tree.iter("title"), None)
    return _text(element)[:_LONGEST] if element is not None else ""


def site_name(tree: Any, title: str | None, address: str | None) -> str | None:
    """The name of the site as its readers know it, where the page's title or its head says it and the page agrees."""
    parts = _others(page_title(tree), title or "")
    confirmed = _confirming(tree, address)
    for part in parts:
        key = fold(part)
        if any(key == c or (len(key) > 4 and key in c) for c in confirmed[0]) or _squashed(part) in confirmed[1]:
            return part
    if title and parts and not _VIEW.fullmatch(parts[0]) and len(parts[0].split()) <= 6:
        printed = fold(title) in {fold(t) for t in _lines(tree)}
        if printed and fold(title) != fold(page_title(tree)):
            return parts[0]
    return _of_home(tree, title or "", address)


def without_site(title: str, site: str | None) -> str:
    """A page's title without the name of its site before or behind it."""
    for _ in range(2):
        cuts = list(_PARTING.finditer(title))
        cuts = [c for c in cuts if c[0].strip() != ":"] + [c for c in cuts[:1] if c[0].strip() == ":" and site]
        if not cuts:
            break
        last, first = max(cuts, key=lambda c: c.start()), min(cuts, key=lambda c: c.start())
        head, tail = title[: last.start()], title[last.end() :]
        front, rest = title[: first.start()], title[first.end() :]
        if last[0].strip() != ":" and (
            _of_site(tail, site)
            or _VIEW.fullmatch(tail)
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


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _same(one: str, other: str) -> bool:
    """Whether two titles are one: most words of the longer stand in the other, or one begins with the other."""
    a, b = set(fold(one).split()), set(fold(other).split())
    if not a or not b:
        return False
    return fold(one) == fold(other) or (len(a) > 1 and len(b) > 1 and len(a & b) >= 0.6 * max(len(a), len(b)))


def _substrings(title: str) -> list[str]:
    """The title's parts, alone and joined with their neighbours, the longest first."""
    cuts = [(0, 0), *((m.start(), m.end()) for m in _PARTING.finditer(title)), (len(title), len(title))][:_MOST_PARTS]
    found = [
        title[cuts[i][1] : cuts[j][0]].strip() for i in range(len(cuts)) for j in range(i + 1, len(cuts))
    ]  # fmt: skip
    return sorted({f for f in found if f}, key=lambda f: (-len(f), f))


def _others(title: str, headline: str) -> list[str]:
    """The parts of a page's title that are not its headline: from its end, then from its front."""
    at = title.casefold().find(headline.casefold()) if headline else -1
    if at < 0:
        return []
    behind, before = title[at + len(headline) :], title[:at]
    made = [p.strip() for p in reversed(_PARTING.split(behind)) if p.strip()]
    made += [p.strip() for p in _PARTING.split(before) if p.strip()]
    return [p for p in made if not _VIEW.fullmatch(p) and 1 < len(p) <= 60]


_LINES = frozenset("h1 h2 h3 h4 h5 b strong font big p div span td center a dt".split())


def _lines(tree: Any, beside_head: bool = False) -> Iterator[str]:
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
                yield _text(element)


def _squashed(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(name))


def _confirming(tree: Any, address: str | None) -> tuple[list[str], set[str]]:
    """What the page calls its site elsewhere: names, and the labels of its address."""
    pictures = [image.get("alt") or "" for image in itertools.islice(tree.iter("img"), 3)]
    names = [fold(n) for n in [*_home_names(tree, address), *_rights(tree), *_head_titles(tree), *pictures] if n]
    for link in tree.iter("link"):
        kind = link.get("type") or ""
        if "rss" in kind or "atom" in kind or "opensearch" in kind:
            names.append(fold(link.get("title") or ""))
    host = _HOST.match(address or "")
    labels = {label for label in host[1].lower().split(".") if len(label) > 3} if host else set()
    return [n for n in names if n], {re.sub(r"[^a-z0-9]", "", label) for label in labels}


def _home_names(tree: Any, page: str | None) -> list[str]:
    """How the page calls the link to its first page: by its words, or by the picture's."""
    found = []
    said = _HOST.match(page or "")
    own = said[1].lower().removeprefix("www.") if said else ""
    for link in tree.iter("a"):
        address = link.get("href")
        host = _HOST.match(address or "")
        if host and host[1].lower().removeprefix("www.") != own:
            continue
        classed = re.search(r"logo|brand|site-?(?:title|name)|wordmark", f"{link.get('class')} {link.get('id')}", re.I)
        if not classed and (address is None or len(address) > 200 or not _HOME.fullmatch(address)):
            continue
        name = _text(link) or next((i.get("alt") or "" for i in link.iter("img")), "") or link.get("title") or ""
        found.append(" ".join(name.split()))
    return [n for n in found[:12] if 2 < len(n) <= 60 and not _NO_NAME.fullmatch(n)]


def _of_home(tree: Any, title: str, address: str | None) -> str | None:
    """The name on the link to the first page, where it stands in the page's head and is not its headline."""
    for name in _home_names(tree, address):
        name = re.sub(r"^(?:the )?home(?: page)? of\s+|(?<!\s)\s+(?:logo|home(?:page)?)$", "", name, flags=re.I)
        key = fold(name)
        if len(name.split()) <= 7 and key != fold(title) and re.search(r"[A-ZÀ-Þ]", name) and not _VIEW.fullmatch(name):
            return name
    return None


def _rights(tree: Any) -> Sequence[str]:
    """Who the line of copyright says the page belongs to."""
    body = tree.find("body")
    found = []
    for element in (body if body is not None else tree).iter():
        if name_of(element) in NEVER or not name_of(element):
            continue
        for text in (element.text, element.tail):
            if text and len(text) <= 400 and (said := _RIGHTS.search(text)):
                found.append(_YEARS.sub(" ", said["rest"]).split(".")[0].strip(" ,.-–—|"))
    return found[:5]
