"""Quotes proved against originals that are not published: `briefing verify --originals DIR`.

An original is the file that was the article's seed, byte for byte; where its hash differs it is another text, and
proves nothing. Digests quote nobody: of them the places to which their claims point are looked up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from generator import ingest, markup, store
from generator.desk import Deed, Desk, RefusedError, follow
from generator.frontmatter import Page
from generator.model import ArticleFront, DigestOf, Original
from generator.problems import Problem, errors, label
from generator.rewriting import KEEP
from generator.sheet import Sheet, row

Read = Callable[[str], bytes | None]  # bytes of an original by its name; `None` where there is none


@dataclass(frozen=True, slots=True)
class Verified:
    """What was proved: changed pages, and what could not be."""

    deed: Deed
    problems: tuple[Problem, ...]
    quotes: int  # that stand in their original
    articles: int  # of which all do
    places: int = 0  # of digests' claims, that are there


@dataclass
class _Proof:
    """What one article's originals say of it."""

    article: Page[ArticleFront]
    read: Read
    problems: list[Problem] = field(default_factory=list)
    _texts: dict[str, str | None] = field(default_factory=dict)

    def text(self, file: str, sha256: str, at: tuple[str | int, ...]) -> str | None:
        """The plain text of an original; `None`, and why, where it proves nothing. Each file is told of once."""
        if file not in self._texts:
            self._texts[file] = None
            data = self.read(file)
            wrong = _wrong(data, sha256, file)
            if wrong or data is None:
                self.tell(at, wrong, "put the original there", "warning")
                return None
            try:
                self._texts[file] = ingest.read(file, data).text
            except ingest.Unreadable as error:
                self.tell(at, f"{file}: {error.reason}", "")
        return self._texts[file]

    def tell(self, at: tuple[str | int, ...], message: str, remedy: str, level: Any = "error") -> None:
        self.problems.append(Problem(self.article.path, self.article.line(*at), message, remedy, level, "verify"))


def verify(desk: Desk, read: Read, day: str) -> Verified:
    """Find every quote in the originals; articles that stand the proof say so with the day.

    Places of quotes are looked up, and mended where the quote stands elsewhere in the original.
    """
    deed, problems, quotes, proved, places = Deed(), list[Problem](), 0, 0, 0
    for article in desk.content.articles:
        proof = _Proof(article, read)
        sheet = desk.sheet(f"articles/{article.id}.md")
        if article.front.wording == "paraphrase":
            found = _places(proof)
            places += found or 0
            whole = found is not None
        else:
            held = _quotes(proof, sheet)
            if held is None:
                problems += proof.problems
                continue
            quotes += held
            whole = True
        problems += proof.problems
        wrong = bool(errors(proof.problems))
        proved += whole and not wrong
        if whole or wrong:
            of = None if wrong else article.front.quotes
            sheet.within("source", verified=None if wrong else day, verified_quotes=of)
        if (made := sheet.text()) != desk.texts[f"articles/{article.id}.md"]:
            deed.changes[f"articles/{article.id}.md"] = made
    return Verified(deed, tuple(problems), quotes, proved, places)


def _quotes(proof: _Proof, sheet: Sheet) -> int | None:
    """How many quotes stand in the seed; `None` where it is not there, so that nothing is known."""
    front = proof.article.front
    text = proof.text(front.source.seed, front.source.sha256, ("source", "seed"))
    if text is None:
        return 0 if errors(proof.problems) else None
    folded = markup.fold(text)
    held = 0
    rows: list[tuple[int | None, Any]] = []
    for i, claim in enumerate(front.events):
        target: Any = KEEP
        quote = markup.fold(claim.quote)
        if not claim.orphan and quote not in folded:
            proof.tell(("events", i, "quote"), f'the original does not say "{claim.quote}"', "quote its own words")
        elif not claim.orphan:
            held += 1
            at = claim.original
            if at and markup.fold(text[at.start : at.end]) != quote:
                start, end = _span(quote, text, at.start)
                target = row(sheet.data["events"][i], original={"start": start, "end": end})
        rows.append((i, target))
    sheet.rows("events", rows)
    return held


def _span(quote: str, text: str, near: int) -> tuple[int, int]:
    """Where a folded quote stands in a text that is not; of several places the one nearest to where it was thought."""
    at = [i for i, c in enumerate(text) if not c.isspace()]
    bare = "".join(text[i] for i in at)
    wanted = "".join(quote.split())
    places, found = [], bare.find(wanted)
    while found >= 0:
        places.append((at[found], at[found + len(wanted) - 1] + 1))
        found = bare.find(wanted, found + 1)
    exact = [p for p in places if markup.fold(text[slice(*p)]) == quote]
    return min(exact or places, key=lambda p: (abs(p[0] - near), p))


def _places(proof: _Proof) -> int | None:
    """How many of a digest's places are there; `None` where a claim of the site names none, or its original is not
    there, so that nothing can be said of all.
    """
    front, found, all_ = proof.article.front, 0, True
    for i, claim in enumerate(front.events):
        if claim.original is None:
            all_ = all_ and (claim.draft or claim.orphan)
            continue
        file, sha256 = _original_of(front, claim.original)
        at = ("events", i, "original")
        if not file or not sha256:
            what = "a file" if not file else f'the hash of "{file}"'
            proof.tell(
                at, f"the place names no original: {what} is missing", "give file and sha256 here or in digest_of"
            )
            continue
        text = proof.text(file, sha256, at)
        if text is None:
            all_ = False
        elif not text[claim.original.start : claim.original.end].strip() or claim.original.end > len(text):
            said = f"{claim.original.start} to {claim.original.end}"
            proof.tell(at, f'"{file}" has nothing at {said}', f"it has {len(text)} characters; give a place in it")
        else:
            found += 1
    return found if all_ and (found or errors(proof.problems)) else None


def _original_of(front: ArticleFront, at: Original) -> tuple[str, str]:
    """File and hash of the original to which a digest's claim points."""
    of = front.digest_of
    file, sha256 = (of.file, of.sha256) if isinstance(of, DigestOf) else (of, None)
    return at.file or file or "", at.sha256 or (sha256 if at.file in (None, file) else None) or ""


def point(desk: Desk, id: str, words: str, theirs: str, read: Read, file: str | None = None) -> Deed:
    """Let a digest's claim point to the passage of its original that bears it out: the place is kept, not the words.

    `words`: of the claim's quote; `theirs`: the passage, in the original's words; `file`: where the digest names none.
    Raises `RefusedError` where one of them cannot be found.
    """
    path, page = desk.page(id, "articles")
    front = page.front
    hits = [i for i, c in enumerate(front.events) if markup.fold(words) in markup.fold(c.quote)]
    if len({front.events[i].quote for i in hits}) != 1:
        raise RefusedError(f'{len(hits)} claims of {path} have the words "{label(words)}"; give those of one')
    known, sha256 = _original_of(front, Original(file=file, start=0, end=1))
    data = read(known) if known else None
    if data is None:
        raise RefusedError(f'there is no original "{known}"' if known else f"{path} names no original; give its file")
    digest = store.digest(data)
    if sha256 and sha256 != digest:
        raise RefusedError(f'the original "{known}" is not the file whose hash {path} gives')
    try:
        text = ingest.read(known, data).text
    except ingest.Unreadable as error:
        raise RefusedError(f"{known}: {error.reason}") from None
    passage = markup.fold(theirs)
    if not passage or passage not in markup.fold(text):
        raise RefusedError(f'"{known}" does not say "{label(theirs)}"')
    start, end = _span(passage, text, 0)
    of = front.digest_of
    told: dict[str, Any] = {}
    if known != (of.file if isinstance(of, DigestOf) else of):
        told["file"] = known
    if not sha256:
        told["sha256"] = digest
    sheet = desk.sheet(path)
    target = told | {"start": start, "end": end}
    sheet.rows(
        "events", [(i, row(d, original=target) if i in hits else KEEP) for i, d in enumerate(sheet.data["events"])]
    )
    said = f'{path}: "{label(front.events[hits[0]].quote)}" points to {known}, characters {start} to {end}.'
    return follow(desk, Deed({path: sheet.text()}, [said]))


def _wrong(data: bytes | None, sha256: str, file: str) -> str:
    """Why a file cannot prove anything; empty where it can."""
    if data is None:
        return f'there is no original "{file}"'
    if store.digest(data) != sha256:
        return f'the original "{file}" is not the file that was converted'
    return ""
