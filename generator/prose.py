"""What editors' prose says of other pages: its links, the sources it cites, the words it quotes; and their faults.

Prose is the body of a note, a standing page, an entity or an event. An article's body is somebody else's text: of it
only `[[links]]` are read, which an editor may have set.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator import markup, places, wikilinks
from generator._blocks import blocks
from generator._inline import shown
from generator.content import Content
from generator.frontmatter import Page
from generator.model import ArticleFront, PageFront
from generator.names import fold, slug
from generator.problems import Problem, did_you_mean, short
from generator.wikilinks import Kind, WikiLink

EDITORS = frozenset[Kind]({"link", "embed", "cite"})
# What each kind of page has anchors for besides its headings (theme/templates).
_PARTS = {
    "articles": r"[cs]\d+|only|linked",
    "events": "differ|claims|dates|points|who|linked|cite",
    "entities": "namesby|chronology|relations|mentions|linked",
    "notes": "speaks|linked",
    "pages": "marks|linked",
}
# What links, events and sources are while a text is read as Markdown: two private characters around a number.
OPEN, CLOSE = "\ue001", "\ue002"
HELD = re.compile(f"{OPEN}(\\d+){CLOSE}")
_MARKS = rf"[—–-]?\s*+(?P<marks>(?:{OPEN}\d+{CLOSE}[\s,;.]*+)++)"
_AT_END = re.compile(rf"(?<!\s)\s*+{_MARKS}$")
_FEW = 2000  # characters: in no sentence do more of them stand for what it cites
CREDIT = re.compile(rf"\s*+{_MARKS}")  # with which a paragraph behind a quotation begins
_GAP = re.compile(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]")
_QUOTED = re.compile(r"([“\"«„‘'])(.*)([”\"»“’'])", re.S)
_IMAGE = re.compile(r"\.(?:avif|gif|jpe?g|png|webp)$", re.I)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A block quotation and the sources that it is credited to."""

    text: str  # plain and folded
    sources: tuple[WikiLink, ...]


def credit_of(quotation: str) -> re.Match[str] | None:
    """What a quotation ends with where that is only links and sources, held as `OPEN` and `CLOSE` have it."""
    return _AT_END.search(quotation, max(0, len(quotation) - _FEW))


def quotations(body: str) -> Iterator[Quotation]:
    """Every block quotation that ends with `[@source]`, or behind which a paragraph begins with it."""
    if ">" not in body or "[@" not in body:
        return
    held: list[WikiLink] = []

    def hold(link: WikiLink) -> str:
        if link.kind == "link":
            return link.label or link.target
        held.append(link)
        return f"{OPEN}{len(held) - 1}{CLOSE}"

    cut, defined = blocks(wikilinks.replace(body, hold, EDITORS))

    def cited(marks: re.Match[str] | None) -> tuple[WikiLink, ...]:
        numbers = HELD.findall(marks["marks"]) if marks else ()
        return tuple(held[int(n)] for n in numbers if held[int(n)].kind == "cite")

    parts: list[str] = []
    for i, block in enumerate(cut):
        if not block.quotation:
            continue
        text = block.text if block.literal else shown(block.text, defined)
        sources = cited(marks := credit_of(text))
        following = cut[i + 1] if i + 1 < len(cut) else None
        if marks and sources:  # quotations with nothing between them are one to Markdown, not to their sources
            text = text[: marks.start()]
        elif following and following.quotation == block.quotation:
            parts.append(text)
            continue
        elif following and not following.quotation and not following.literal:
            sources = cited(CREDIT.match(shown(following.text, defined)))
        quoted, parts = markup.fold(HELD.sub("", " ".join([*parts, text]))), []
        if sources and quoted:
            yield Quotation(quoted, sources)


def unproved(quotation: str, body: str) -> str | None:
    """The first passage of a quotation that a body (plain and folded) does not hold; `None` where it holds all of it.

    Quotation marks around the whole are the editor's; `[…]` stands for words left out, and what is beside it must
    stand in the body in this order.
    """
    marks = _QUOTED.fullmatch(quotation)
    inner = marks[2].strip() if marks and not re.search(r"[“”«»„\"]", marks[2]) else quotation
    if inner != quotation and quotation in body:
        return None
    at = 0
    for part in _GAP.split(inner):
        passage = part.strip()
        found = body.find(passage, at)
        if found < 0:
            return passage
        at = found + len(passage)
    return None


def _images(page: Page[Any], known: Collection[str]) -> Iterator[Problem]:
    """Images of the folder of pages that are not there."""
    for path, line in wikilinks.images(page.body):
        if path not in known:
            name, names = path.removeprefix("images/"), [other.removeprefix("images/") for other in known]
            message = f'there is no image "{name}" in images/'
            remedy = did_you_mean(name, names) or "put the file there, or take the image out"
            yield Problem(page.path, page.body_line + line - 1, message, remedy, rule="image")


@dataclass
class Prose:
    """The faults of what pages say of each other. Bodies of articles are made plain once, when they are quoted."""

    content: Content
    names: Mapping[str, tuple[str, ...]]  # folded name -> ids
    redirects: Mapping[str, str]
    complete: bool  # whether every page could be read: else a name may be that of an unreadable one
    _pages: dict[str, tuple[str, Page[Any]]] = field(default_factory=dict)
    _plain: dict[str, str] = field(default_factory=dict)
    _known: dict[str, None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for folder in _PARTS:
            for page in getattr(self.content, folder):
                self._pages.setdefault(page.id, (folder, page))
        self._known = dict.fromkeys((*self.content.paths, *self.redirects))

    def faults(self, folder: str, page: Page[Any]) -> Iterator[Problem]:
        """What is wrong with the links, citations and quotations of one page."""
        if folder == "pages" and page.id == "home" and page.front.summary:
            for link in wikilinks.find(page.front.summary):
                line = page.line("summary") - page.body_line + 1
                yield from self._link(folder, page, replace(link, line=line))
        own = folder != "articles"
        if own and self.content.images is not None:
            yield from _images(page, self.content.images)
        if "[[" not in page.body and "[@" not in page.body and ".md" not in page.body:
            return
        for link in wikilinks.find(page.body):
            if link.kind == "link" or own:
                yield from self._link(folder, page, link)
        if own:
            for quotation in quotations(page.body):
                yield from self._quotation(page, quotation)

    def changes(self) -> Iterator[Problem]:
        """What is wrong with the links of the editors' lines for the page of changes."""
        for change, line in zip(self.content.settings.changes, self.content.changes_at, strict=False):
            page = Page("", f"{self.content.folder}/briefing.yaml", PageFront(title="changes"), change.text, {}, line)
            for link in wikilinks.find(change.text):
                yield from self._link("pages", page, replace(link, line=1))

    def _link(self, folder: str, page: Page[Any], link: WikiLink) -> Iterator[Problem]:
        line = page.body_line + link.line - 1
        if not link.page:
            if link.heading and markup.anchor(page.body, link.heading) is None:
                yield self._no_heading(page, link, line, page)
            return
        id, problem = self._id(page, link, line)
        if problem:
            yield problem
        if id is None or id not in self._pages:
            return
        kind, to = self._pages[id]
        if link.kind == "cite" and kind != "articles":
            message = f"{_shown(link)} cites no source: {to.path} is another kind of page"
            yield Problem(page.path, line, message, f"[[{id}]] links to it", rule="citation")
        elif link.kind == "embed" and kind != "events":
            message = f"{_shown(link)} is no event, and only events are set into a text"
            yield Problem(page.path, line, message, f"[[{id}]] links to it", rule="embed")
        elif link.heading and not (re.fullmatch(_PARTS[kind], link.heading) or markup.anchor(to.body, link.heading)):
            yield self._no_heading(page, link, line, to)
        if (to.front.draft or self.content.withheld(to)) and not page.front.draft and not self.content.withheld(page):
            why = "is a draft" if to.front.draft else "is withheld until somebody has reviewed it"
            remedy = "publish it: take draft: true out" if to.front.draft else f"briefing accept {to.id}"
            message = f"{_shown(link)} leads to no page of the site: {to.path} {why}"
            yield Problem(page.path, line, message, remedy, "warning", "unshown")

    def _id(self, page: Page[Any], link: WikiLink, line: int) -> tuple[str | None, Problem | None]:
        """The living page that is meant; or what is wrong with the target."""
        target = link.page
        living = self.redirects.get(target, target)
        if living in self.content.paths:
            return living, None
        if link.kind in ("cite", "file"):
            articles = [p.id for p in self.content.articles] if link.kind == "cite" else self._known
            what = "no such source" if link.kind == "cite" else "no such page"
            remedy = did_you_mean(target, articles) or "cite a page of content/articles/, or take it out"
            rule = "citation" if link.kind == "cite" else "link"
            return None, Problem(page.path, line, f"{_shown(link)}: there is {what}", remedy, rule=rule)
        rule = link.kind
        candidates = self.names.get(fold(target), ())
        if len(candidates) == 1:
            return candidates[0], None
        if candidates:
            message = f"the link {_shown(link)} can mean {len(candidates)} pages"
            return None, Problem(page.path, line, message, f"give one of the ids {', '.join(candidates)}", rule=rule)
        if link.kind == "embed" and _IMAGE.search(target):
            message = f"{_shown(link)} is no event"
            return None, Problem(page.path, line, message, f"write ![what it shows](../images/{target})", rule=rule)
        if not self.complete and slug(target) != target:
            return None, None
        remedy = did_you_mean(target, self._known) or "link to a page that exists, or take the brackets away"
        return None, Problem(page.path, line, f"the link {_shown(link)} leads nowhere", remedy, rule=rule)

    def _no_heading(self, page: Page[Any], link: WikiLink, line: int, to: Page[Any]) -> Problem:
        headings = [text for text, _ in markup.headings(to.body)]
        remedy = did_you_mean(link.heading, headings) or (
            f"its headings are {', '.join(headings[:5])}" if headings else "it has no headings"
        )
        message = f'{_shown(link)}: {to.path} has no heading "{link.heading}"'
        return Problem(page.path, line, message, remedy, "warning", "heading")

    def _quotation(self, page: Page[Any], quotation: Quotation) -> Iterator[Problem]:
        for source in quotation.sources:
            folder, article = self._pages.get(source.page, ("", None))
            if folder != "articles" or article is None:
                continue  # named as a citation that leads nowhere
            body = self._plain.get(article.id)
            if body is None:
                body = self._plain[article.id] = markup.fold(markup.plain(article.body))
            missing = unproved(quotation.text, body)
            if missing is None:
                continue
            nearest = places.nearest(missing, body)
            front = article.front
            remedy = f'it says "{nearest}"' if nearest else "quote its own words"
            if not nearest and isinstance(front, ArticleFront) and front.rights == "excerpt":
                remedy = "its page holds only what claims quote; put these words there as a claim, and run convert"
            said = f'[@{source.page}] does not say "{short(missing)}"'
            line = page.body_line + _line_of(missing, body, page.body, source.line) - 1
            yield Problem(page.path, line, said, remedy, rule="quotation")


def _line_of(passage: str, source: str, text: str, cited: int) -> int:
    """The line of a note in which a misquoted passage leaves its source; that of the citation where it is not found."""
    words, held = passage.split(), 0
    for step in (1 << n for n in range(len(words).bit_length(), -1, -1)):  # what begins a passage that stands, stands
        if held + step <= len(words) and " ".join(words[: held + step]) in source:
            held += step
    lines, last = text.splitlines(), cited
    while last > 0 and not lines[last - 1].lstrip().startswith(">"):
        last -= 1
    first = last
    while first > 1 and lines[first - 2].lstrip().startswith(">"):
        first -= 1
    quoted = [(n, word) for n in range(first, last + 1) for word in markup.plain(lines[n - 1].lstrip(" >")).split()]
    at = next((i for i in range(len(quoted)) if [w for _, w in quoted[i : i + len(words)]] == words), None)
    return cited if at is None else quoted[at + min(held, len(words) - 1)][0]


def _shown(link: WikiLink) -> str:
    """As it stands in the text, so that the reader of a message finds it."""
    if link.kind == "cite":
        return f"[@{link.target}]"
    return f"({link.target})" if link.kind == "file" else f"{'!' if link.kind == 'embed' else ''}[[{link.target}]]"


def pointing(
    content: Content, ids: Collection[str], redirects: Mapping[str, str], names: Mapping[str, tuple[str, ...]]
) -> list[tuple[str, str]]:
    """(path:line, id) of every place where prose points to one of these pages, which are still there."""
    of, found = Prose(content, names, redirects, True), []
    for folder in _PARTS:
        for page in getattr(content, folder):
            for link in wikilinks.find(page.body):
                if link.page and (link.kind == "link" or folder != "articles"):
                    id, _ = of._id(page, link, page.body_line + link.line - 1)
                    if id is not None and id in ids and page.id not in ids:
                        found.append((f"{page.path}:{page.body_line + link.line - 1}", id))
    return found


def faults(content: Content, redirects: Mapping[str, str], names: Mapping[str, tuple[str, ...]]) -> list[Problem]:
    """The faults of all prose, linear in its length."""
    readable = {page.path for page in content.all()}
    complete = all(path in readable for where in content.paths.values() for path in where)
    of = Prose(content, names, redirects, complete)
    found = [problem for folder in _PARTS for page in getattr(content, folder) for problem in of.faults(folder, page)]
    return [*found, *of.changes()]
