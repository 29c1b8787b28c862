"""A quote that an editor pasted, as a claim: date, names and kind are read from the words of the quote."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from generator import dates, markup
from generator.document import Extraction, Happening, Identities, RawClaim, Time
from generator.faults import unsure
from generator.merge import hashed
from generator.model import ArticleFront
from generator.names import slug, unused
from generator.row_ids import THEIRS

_YEAR = re.compile(r"\d{4}")
TITLE: Final = 120  # characters of a quote that make a title until an editor writes one


BARE: Final = "?"  # for a date: only the quote is there yet, and what it says of the day is all that dates it
# A quote, and the date that the editor gives; empty: it has none.
Asked = tuple[str, str | None]


def add(extraction: Extraction, asked: Iterable[Asked]) -> Extraction:
    """The extraction with a claim, and no draft, for each quote that stands in the text."""
    claims = list(extraction.claims)
    for quote, given in asked:
        span = find(extraction.document.text, quote)
        if span is None:
            continue
        # An uncertain claim that begins and ends within the editor's words is what the editor has told whole.
        claims = [
            c for c in claims if not (c.draft and span[0] <= c.start and c.end <= span[1]) or (c.start, c.end) == span
        ]
        same = [i for i, c in enumerate(claims) if (c.start, c.end) == span]
        if same:
            claims.append(_whole(extraction, span, claims.pop(same[0])))
        else:
            claims.append(as_claim(extraction, span))
        if given == BARE and _unsure(extraction, claims[-1]):
            claims.append(replace(claims.pop(), date=None, when=None, dated_by="inference", draft=True, sound=False))
        claims.append(replace(claims.pop(), given=True))
        if given is not None and (not given or dates.is_valid(given)):
            claims.append(replace(claims.pop(), date=given or None, when=None, dated_by=None))
    return replace(extraction, claims=tuple(sorted(claims, key=lambda c: (c.start, c.end, c.head))))


def _unsure(extraction: Extraction, claim: RawClaim) -> bool:
    """Whether nothing dates a claim of an article without a day, or only the days in which it was inferred to lie."""
    if extraction.document.published:
        return False
    return not claim.date or claim.dated_by == "inference" or not (claim.post or _YEAR.search(claim.when or ""))


def _whole(extraction: Extraction, span: tuple[int, int], claim: RawClaim) -> RawClaim:
    """A claim that was found there too, as the editor's own; where its words give no day, it is news of the day."""
    words = markup.fold(extraction.document.text[slice(*span)])
    if claim.title == words:  # nothing was made of them
        claim = replace(claim, title=_title(words))
    if claim.date:
        return replace(claim, draft=False)
    found = _dated(extraction, span)
    if found or not extraction.document.published:
        return replace(claim, draft=False, date=_date(extraction, span), when=found[1] if found else claim.when)
    return replace(claim, draft=False, date=_date(extraction, span), dated_by="publication")


def with_events(
    found: Sequence[Happening],
    extractions: Sequence[Extraction],
    identities: Identities,
    asked: Mapping[str, Sequence[Asked]],
    known: Mapping[tuple[int, int], str],
    taken: Iterable[str],
    put: Collection[tuple[int, int]] = (),
) -> tuple[Happening, ...]:
    """The events, and one for each pasted quote that belongs to none: an editor says that something happened.

    `put`: claims that an editor put to the event that is `known` for them.
    """
    placed = {key for happening in found for key in happening.claims}
    used = {*taken, *identities.entities, *(h.id for h in found)}
    made = list(found)
    number = {happening.id: n for n, happening in enumerate(found)}
    for d, extraction in enumerate(extractions):
        quotes = {markup.fold(quote) for quote, _ in asked.get(extraction.document.seed, ())}
        for c, claim in enumerate(extraction.claims):
            if (d, c) in placed:
                continue
            told = markup.fold(extraction.document.text[claim.start : claim.end]) in quotes and not claim.draft
            if not told and (d, c) not in put:
                continue
            if (n := number.get(known.get((d, c), ""))) is not None:  # an editor put it to that event
                made[n] = replace(made[n], claims=(*made[n].claims, (d, c)))
                continue
            first = (claim.date or "").partition("/")[0].rstrip("~?%")
            id = known.get((d, c)) or unused(slug(f"{first} {claim.title}", 60), used)
            used.add(id)
            ids = dict.fromkeys(
                identities.of_mention[d, m]
                for m in claim.mentions
                if (d, m) in identities.of_mention and m not in extraction.labels
            )
            place = identities.of_mention.get((d, claim.place)) if claim.place is not None else None
            made.append(Happening(id, claim.title, claim.date, "unverified", ((d, c),), tuple(ids), place))
    return tuple(sorted(made, key=lambda h: h.id))


def told(row: Mapping[str, Any], titles: Mapping[str, str], article: ArticleFront) -> str:
    """What was read from the words of a pasted quote, and what nobody knows yet. `titles`: of events."""
    id, date = str(row.get("id", "")), row.get("date")
    if row.get("dated_by") == "inference" and not date:
        return f"{unsure(article)}: it stays off the site until you write date: into its row"
    if not date:
        when = "no date is known: give its row one (date: 2023-05), if you know it"
    elif row.get("dated_by") == "publication":
        when = f"its words give no day, so {date} is that of the report: give its row another date, if you know it"
    else:
        said = row.get("when")
        inside = not said or markup.fold(str(said)) in markup.fold(str(row.get("quote", "")))
        where = (
            "" if inside else ", which its sentence says, not the quote: give its row another date, if that is wrong"
        )
        when = f"{date}" + (f' ("{said}"{where})' if said else "")
    own = titles.get(id) == _title(markup.fold(str(row.get("quote", ""))))
    title = "; its title is these words: write a better one there" if own else ""
    return f"{when}; event {id}{title}"


def undated(was: Mapping[str, Any]) -> bool:
    """Whether a claim was last generated as one that waits for a date, because its article has no day."""
    return "date" not in was and str(was.get("dated_by")).removeprefix(THEIRS) == hashed("inference")


def find(text: str, quote: str) -> tuple[int, int] | None:
    """Where a quote stands in a text, white space folded; whole words before parts of words."""
    words, folded = markup.fold(quote), markup.fold(text)
    first = at = folded.find(words) if words else -1
    while at >= 0 and not whole(folded, (at, at + len(words))):
        at = folded.find(words, at + 1)
    at = at if at >= 0 else first
    return None if at < 0 else _unfolded(text, folded, (at, at + len(words)))


def _unfolded(text: str, folded: str, span: tuple[int, int]) -> tuple[int, int]:
    """A passage of the folded text, which begins and ends with a character of a word, in the text."""
    starts = [word.start() for word in re.finditer(r"\S+", text)]

    def place(at: int) -> int:
        return starts[folded.count(" ", 0, at)] + at - (folded.rfind(" ", 0, at) + 1)

    return place(span[0]), place(span[1] - 1) + 1


def whole(text: str, span: tuple[int, int]) -> bool:
    """Whether a passage begins and ends where words do: "he left" does not stand so in "she left"."""
    low, high = span
    cut = low > 0 and text[low - 1].isalnum() and text[low].isalnum()
    return not cut and not (high < len(text) and text[high - 1].isalnum() and text[high].isalnum())


def _sentence(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The sentence around a passage, roughly: to the nearest full stop or line break on both sides."""
    before = max((m.end() for m in re.finditer(r"[.!?]\s|\n", text[: span[0]])), default=0)
    after = re.search(r"[.!?](?:\s|$)|\n", text[span[1] :])
    return before, span[1] + after.end() if after else len(text)


def _dated(extraction: Extraction, span: tuple[int, int]) -> tuple[str, str] | None:
    """(EDTF, the words for it) of the first date in the quote, else in its sentence."""
    times = [(t, t.date) for t in extraction.times if t.type == "DATE" and t.date and dates.is_valid(t.date)]
    for low, high in (span, _sentence(extraction.document.text, span)):
        for time, day in times:
            if low <= time.start and time.end <= high and not _of_another(extraction, span, time):
                return day, time.text
    return None


def _of_another(extraction: Extraction, span: tuple[int, int], time: Time) -> bool:
    """Whether a time outside of a passage dates what another claim of the sentence tells: "…, which opened in May"."""
    if span[0] <= time.start and time.end <= span[1]:
        return False
    return any(
        c.when
        and time.text in c.when
        and c.start <= time.start
        and time.end <= c.end
        and not span[0] <= c.head < span[1]
        for c in extraction.claims
    )


def _date(extraction: Extraction, span: tuple[int, int]) -> str | None:
    found = _dated(extraction, span)
    if found:
        return found[0]
    return f"{extraction.document.published}~" if extraction.document.published else None


def as_claim(extraction: Extraction, span: tuple[int, int]) -> RawClaim:
    """A passage as a claim: date, names and kind from its own words."""
    text = extraction.document.text
    found = _dated(extraction, span)
    named = _within(extraction, span)
    sentence = _within(extraction, _sentence(text, span))
    near = [c for c in extraction.claims if span[0] <= c.head < span[1]]
    told = next((c for c in near if c.title and c.whole and span[0] <= c.start and c.end <= span[1]), None)
    return RawClaim(
        *span,
        title=told.title if told else _title(markup.fold(text[slice(*span)])),
        kinds=near[0].kinds if near else (),
        head=span[0],
        date=_date(extraction, span),
        when=found[1] if found else None,
        dated_by=None if found or not extraction.document.published else "publication",
        mentions=tuple(named),
        actors=tuple(i for i in named if extraction.mentions[i].type in ("person", "organization")),
        context=tuple(sentence),
        place=next((c.place for c in near if c.place in named), None),
        post=next((p.author for p in extraction.document.posts if p.start <= span[0] and span[1] <= p.end), None),
    )


def _title(words: str) -> str:
    """The editor's words until an editor writes a title: to the last mark within a title's length, else whole."""
    words = words.strip(" ,;:–—-")
    words = words[:-1] if words.endswith(".") else words
    if words[:1].islower():
        words = words[:1].upper() + words[1:]
    if len(words) <= TITLE:
        return words
    part = re.match(rf".{{25,{TITLE}}}(?=[,;:] | [–—] )", words)
    return part[0] if part else words


def _within(extraction: Extraction, span: Sequence[int]) -> list[int]:
    return [i for i, m in enumerate(extraction.mentions) if span[0] <= m.start and m.end <= span[1]]
