"""An article's body with its claims marked and the names in it linked.

A quote is looked for as `check` proves it, with white space out of account; it is marked piece by piece where it
crosses links, emphasis or blocks. One pass for the names, one for the quotes: linear in the length of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from generator.site.links import link_to
from generator.site.nodes import INLINE, Element, Node, serialise, text_of


class MarkedClaim(Protocol):
    """What a claim of an article's view must have."""

    @property
    def number(self) -> int:
        """From 1, in the article."""

    @property
    def quote(self) -> str:
        """Words of the body."""

    @property
    def status(self) -> str:
        """The event's status, for the mark's class."""


Name = tuple[str, str, str, str]  # name, entity id, address, type
Notes = Callable[[list[MarkedClaim]], str]  # the claims of one block as its margin notes, HTML
Label = Callable[[int], str]  # what a claim's number says to those who do not see it: "Claim 3"

_WORD = re.compile(r"\w+")
_RUN = re.compile(r"\S+")
_UNLINKED = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})


def annotated(
    root: Element, claims: Sequence[MarkedClaim], names: Iterable[Name], url: str, notes: Notes, label: Label
) -> str:
    """HTML: one `<div class="para">` for each block, with its margin notes behind it.

    A claim's note stands beside the block in which its quote ends, where its number is; the notes of quotes that were
    not found (an editor's Markdown can part words that belong together) stand behind the last block, never nowhere:
    what links to such a claim leads there.
    """
    link_names(root, names, url)
    blocks = [_block(child) for child in root.children if not (isinstance(child, str) and not child.strip())]
    ends = mark_quotes(blocks, claims, label)
    beside: list[list[MarkedClaim]] = [[] for _ in blocks]
    homeless: list[MarkedClaim] = []
    for claim, end in zip(claims, ends, strict=True):
        (homeless if end is None else beside[end]).append(claim)
    made = []
    for block, its in zip(blocks, beside, strict=True):
        inner = serialise(block)
        made.append(f'<div class="para">{inner}{notes(its) if its else ""}</div>\n')
    if homeless:
        anchors = "".join(f'<span id="c{claim.number}"></span>' for claim in homeless)
        made.append(f'<div class="para">{anchors}{notes(homeless)}</div>\n')
    return "".join(made)


def _block(node: Node) -> Element:
    """Loose text and inline elements at the top level are paragraphs, too."""
    if isinstance(node, Element) and node.tag not in INLINE:
        return node
    return Element("p", {}, [node])


# ---- names ----


def link_names(root: Element, names: Iterable[Name], url: str) -> None:
    """The first mention of each entity in each block becomes a link: all of them would hinder reading."""
    by_text: dict[str, Name] = {}
    for row in names:
        if row[0].strip():
            by_text.setdefault(_key(row[0]), row)
    if not by_text:
        return
    # The longest first, so that a full name wins over its parts; white space may be a line break.
    longest = sorted(by_text, key=lambda name: (-len(name), name))
    by_word: ByWord = {}
    for name in longest:
        if word := _WORD.search(name):
            by_word.setdefault(word[0], []).append((word.start(), _pattern(name)))
    for block in root.children:
        if isinstance(block, Element):
            _link_in(block, by_word, by_text, url, set())


def _key(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


@lru_cache(maxsize=65536)  # most names stand in several articles, and to compile one takes longer than to look for it
def _pattern(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word).replace("'", "['’]") for word in name.split(" "))
    return re.compile(rf"(?<!\w){words}(?!\w)")


ByWord = dict[str, list[tuple[int, re.Pattern[str]]]]  # a name's first word -> where it stands in the name, the name


def _named(text: str, by_word: ByWord) -> Iterator[re.Match[str]]:
    """Every name in a text, in order, none within another: of those that begin with a word the longest."""
    end = 0
    for word in _WORD.finditer(text):
        for offset, pattern in by_word.get(word[0], ()):
            start = word.start() - offset
            if start >= end and (found := pattern.match(text, start)):
                yield found
                end = found.end()
                break


def _link_in(element: Element, by_word: ByWord, names: dict[str, Name], url: str, seen: set[str]) -> None:
    if element.tag in _UNLINKED:
        return
    children: list[Node] = []
    for child in element.children:
        if isinstance(child, Element):
            _link_in(child, by_word, names, url, seen)
            children.append(child)
            continue
        end = 0
        for match in _named(child, by_word):
            _, id, address, kind = names[_key(match[0])]
            if id in seen:
                continue
            seen.add(id)
            if match.start() > end:
                children.append(child[end : match.start()])
            attrs = {"class": f"entity entity--{kind}", "href": link_to(url, address)}
            children.append(Element("a", attrs, [match[0]]))
            end = match.end()
        if end < len(child):
            children.append(child[end:])
    element.children = children


# ---- quotes ----


@dataclass(slots=True)
class _Text:
    """The running text of all blocks without white space, and where each of its runs of letters stands."""

    bare: str
    begins: list[int]  # of each run, the index into `bare` of its first character
    places: list[int]  # of each run, its offset in the running text
    starts: list[int]  # offset at which each block begins

    def place(self, index: int) -> int:
        """The offset in the running text of a character of `bare`."""
        run = bisect_right(self.begins, index) - 1
        return self.places[run] + index - self.begins[run]


def _squeeze(blocks: Sequence[Element]) -> _Text:
    letters: list[str] = []
    begins: list[int] = []
    places: list[int] = []
    starts: list[int] = []
    offset = length = 0
    for block in blocks:
        starts.append(offset)
        text = text_of(block)
        for run in _RUN.finditer(text):
            letters.append(run[0])
            begins.append(length)
            places.append(offset + run.start())
            length += len(run[0])
        offset += len(text) + 1  # where a block ends, a word ends
    return _Text("".join(letters), begins, places, starts)


def mark_quotes(blocks: Sequence[Element], claims: Sequence[MarkedClaim], label: Label) -> list[int | None]:
    """Sets the marks; for each claim the index of the block in which its quote ends, `None` where it is not found."""
    if not claims:
        return []
    text = _squeeze(blocks)
    ends: list[int | None] = []
    after = 0
    for claim in claims:
        found = _find(text, "".join(claim.quote.split()), after)
        if found is None:
            ends.append(None)
            continue
        after, length = found
        start, end = text.place(after), text.place(after + length - 1) + 1
        first, last = bisect_right(text.starts, start) - 1, bisect_right(text.starts, end - 1) - 1
        ends.append(last)
        mark = _Marking(claim, start, end, label(claim.number))
        for i in range(first, last + 1):
            blocks[i].children = mark.wrap(blocks[i].children, text.starts[i])
    return ends


def _find(text: _Text, quote: str, after: int) -> tuple[int, int] | None:
    """Where the quote begins in `bare`, and its length there; whole words before parts of words.

    Claims mostly stand in the order of the text: the search begins at the one before, so that it stays linear.
    """
    if not quote:
        return None
    part: int | None = None
    for begin in (after, 0) if after else (0,):
        at = text.bare.find(quote, begin)
        for _ in range(20):
            if at < 0:
                break
            if _whole(text, at, len(quote)):
                return at, len(quote)
            part = at if part is None else part
            at = text.bare.find(quote, at + 1)
    return None if part is None else (part, len(quote))


def _whole(text: _Text, at: int, length: int) -> bool:
    def joined(i: int) -> bool:
        """Whether the characters i-1 and i belong to one word."""
        if not 0 < i < len(text.bare) or text.place(i) - text.place(i - 1) > 1:
            return False
        return text.bare[i - 1].isalnum() and text.bare[i].isalnum()

    return not joined(at) and not joined(at + length)


@dataclass(slots=True)
class _Marking:
    """Sets the marks of one claim. The first piece has the id to which links to the claim lead: a reader who follows
    one looks for the words, and the note stands below their block. Behind the last one stands the number.
    """

    claim: MarkedClaim
    start: int
    end: int
    label: str
    begun: bool = False
    numbered: bool = False

    def wrap(self, children: list[Node], offset: int, in_link: bool = False) -> list[Node]:
        made: list[Node] = []
        run: list[Node] = []

        def flush(at: int) -> None:
            if all(isinstance(node, str) and not node.strip() for node in run):
                made.extend(run)  # between the items of a list there is nothing to mark
            else:
                made.append(self._mark(run[:], at, in_link))
            run.clear()

        for child in children:
            low, high = offset, offset + len(text_of(child))
            offset = high
            if low == high:
                (run if run and low < self.end else made).append(child)
            elif high <= self.start or low >= self.end:
                flush(low)
                made.append(child)
            elif isinstance(child, str):
                a, b = max(self.start - low, 0), min(self.end - low, len(child))
                made += [child[:a]] if a else []
                run.append(child[a:b])
                if b < len(child):
                    flush(low + b)
                    made.append(child[b:])
            elif self.start <= low and high <= self.end and child.tag in INLINE:
                run.append(child)
            else:
                flush(low)
                child.children = self.wrap(child.children, low, in_link or child.tag == "a")
                made.append(child)
                if child.tag == "a" and not in_link and high >= self.end:
                    made += self._number()
        flush(offset)
        return made

    def _mark(self, run: list[Node], at: int, in_link: bool) -> Element:
        attrs = {"class": f"said said--{self.claim.status}"}
        if not self.begun:
            attrs["id"] = f"c{self.claim.number}"
            self.begun = True
        if at >= self.end and not in_link:
            run += self._number()
        return Element("mark", attrs, run)

    def _number(self) -> list[Node]:
        if self.numbered:
            return []
        self.numbered = True
        n = str(self.claim.number)
        attrs = {"class": "said__n", "href": f"#n{n}", "aria-label": self.label, "data-pagefind-ignore": ""}
        return [Element("a", attrs, [n], apart=True)]
