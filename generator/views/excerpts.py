"""What the site shows of a source whose whole text is not published: the passages that its shown claims quote.

The page in content/ holds what any of its claims quotes, for its editors; among that are the words of drafts, of claims
that were refused, and of events that are withheld. None of these is told on the site, so none of their words is shown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator import markup
from generator.briefing import Article, Briefing
from generator.model import Claim

GAP = "\\[…\\]"
_BLOCKS = re.compile(r"\n[ \t]*\n")
_WORD = re.compile(r"\w")
_CLOSING = re.compile(r"[^\w\s\[]*")
_OPENING = "“‘«\"'(¿¡"


def claims(briefing: Briefing, article: Article) -> Iterator[tuple[Claim, str]]:
    """The claims of an article that the site shows, each with the id of its event, in the order of the front matter."""
    for claim in article.front.events:
        if not claim.draft and claim.id:
            event = briefing.redirects.get(claim.id, claim.id)
            if event in briefing.events:
                yield claim, event


def quotes(briefing: Briefing, article: Article) -> frozenset[str]:
    """The words of the claims of an article that the site shows."""
    return frozenset(markup.fold(claim.quote) for claim, _ in claims(briefing, article))


def shown(briefing: Briefing, article: Article) -> str:
    """The body as the site shows it. A paragraph that is quoted throughout stays letter for letter."""
    if article.front.rights != "excerpt" or article.front.wording == "paraphrase":
        return article.body
    blocks = [block for block in _BLOCKS.split(article.body.strip("\n")) if block.strip()]
    plain = [markup.fold(markup.plain(block)) for block in blocks]
    starts, at = [], 0
    for text in plain:
        starts.append(at)
        at += len(text) + 1
    held = _held(quotes(briefing, article), " ".join(plain))
    parts = [_within(held, start, text) for text, start in zip(plain, starts, strict=True)]
    if all(_is_gap(text) or _whole(text, inside) for text, inside in zip(plain, parts, strict=True)):
        return article.body
    made: list[str] = []
    for block, text, inside in zip(blocks, plain, parts, strict=True):
        if inside and _whole(text, inside):
            made.append(block)
            continue
        last = 0
        for begin, end in inside:
            if _WORD.search(text, last, begin):
                made.append(GAP)
            made.append(markup.escape(text[begin:end]))
            last = end
        if _WORD.search(text, last) or _is_gap(text):
            made.append(GAP)
    kept = [one for n, one in enumerate(made) if one != GAP or (n and made[n - 1] != GAP)]
    return "\n\n".join(kept[:-1] if kept and kept[-1] == GAP else kept) + "\n"


def _is_gap(text: str) -> bool:
    return text == "[…]"


def _held(wanted: frozenset[str], folded: str) -> list[tuple[int, int]]:
    """Where the quotes stand, joined where they touch, with the marks that open and close them."""
    found = []
    for quote in wanted:
        at = folded.find(quote)
        if at < 0 or not quote:
            continue
        end = at + len(quote)
        closing = _CLOSING.match(folded, end)
        end = closing.end() if closing else end
        while at and folded[at - 1] in _OPENING:
            at -= 1
        found.append((at, end))
    joined: list[tuple[int, int]] = []
    for begin, end in sorted(found):
        if joined and not _WORD.search(folded, joined[-1][1], begin):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def _within(held: Sequence[tuple[int, int]], start: int, text: str) -> list[tuple[int, int]]:
    """The parts of a paragraph, which begins at `start` of the whole, that are held."""
    end = start + len(text)
    found = []
    for n in range(max(0, bisect_right(held, (start, start)) - 1), len(held)):
        a, b = held[n]
        if a >= end:
            break
        part = (max(a, start) - start, min(b, end) - start)
        if b > start and _WORD.search(text, *part):
            found.append(part)
    return found


def _whole(text: str, parts: Sequence[tuple[int, int]]) -> bool:
    """Whether no word of a paragraph stands outside of its parts."""
    last = 0
    for begin, end in parts:
        if _WORD.search(text, last, begin):
            return False
        last = end
    return not _WORD.search(text, last)
