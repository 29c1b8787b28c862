"""Quotes proved against originals that are not published: `briefing verify --originals DIR`.

An original is the file that was the article's seed, byte for byte; where its hash differs it is another text, and
proves nothing. Digests quote nobody: there is nothing to prove.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from generator import ingest, markup
from generator.decide import Deed, Desk
from generator.problems import Problem


@dataclass(frozen=True, slots=True)
class Verified:
    """What was proved: changed pages, and what could not be."""

    deed: Deed
    problems: tuple[Problem, ...]
    quotes: int
    articles: int


def verify(desk: Desk, original: Callable[[str], bytes | None], day: str) -> Verified:
    """Find every quote in the originals; articles that stand the proof say so with the day.

    `original`: bytes of a seed by its name, `None` where there is none.
    """
    deed, problems, quotes, proved = Deed(), list[Problem](), 0, 0
    for article in desk.content.articles:
        source, claims = article.front.source, [c for c in article.front.events if not c.orphan]
        if article.front.wording == "paraphrase":
            continue
        data = original(source.seed)
        wrong = _wrong(data, source.sha256, source.seed)
        if wrong or data is None:
            line = article.line("source", "seed")
            problems.append(Problem(article.path, line, wrong, "put the original there", "warning", "verify"))
            continue
        try:
            text = markup.fold(ingest.read(source.seed, data).text)
        except ingest.Unreadable as error:
            problems.append(Problem(article.path, 1, f"{source.seed}: {error.reason}", "", "error", "verify"))
            continue
        missing = [i for i, c in enumerate(article.front.events) if c in claims and markup.fold(c.quote) not in text]
        for i in missing:
            message = f'the original does not say "{article.front.events[i].quote}"'
            line = article.line("events", i, "quote")
            problems.append(Problem(article.path, line, message, "quote its own words", "error", "verify"))
        quotes += len(claims) - len(missing)
        proved += not missing
        sheet = desk.sheet(f"articles/{article.id}.md")
        sheet.within("source", verified=None if missing else day)
        if (made := sheet.text()) != desk.texts[f"articles/{article.id}.md"]:
            deed.changes[f"articles/{article.id}.md"] = made
    return Verified(deed, tuple(problems), quotes, proved)


def _wrong(data: bytes | None, sha256: str, seed: str) -> str:
    """Why a file cannot prove anything; empty where it can."""
    if data is None:
        return f'there is no original "{seed}"'
    if hashlib.sha256(data).hexdigest() != sha256:
        return f'the original "{seed}" is not the file that was converted'
    return ""
