"""What a person saw who signed an event off: what has changed since is measured by that, whoever changed it, and how.

`content/.reviewed.json` holds, for each reviewed event, the day, its claims as they were then, and a hash of what its
page said. So pages that are edited by hand count like commands, and what came and went again asks for no look.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from generator.content import Content, Reported, pointed, reported
from generator.frontmatter import Page
from generator.merge import hashed
from generator.model import ArticleFront, EventFront
from generator.sheet import Sheet, look_again

NOTHING: Final[Reported] = set()
REMOVED: Final = "article removed"  # in place of the first words of its claims
NO_MORE: Final = "no more "  # before what a page said until then


@dataclass(frozen=True, slots=True)
class Review:
    """What a person signed off. `claims`: hash of article, quote and date -> as `pointed` names the claim; `told`: hash
    of what the page said; `asked`: whether it has been marked `look_again` since then.
    """

    day: str
    claims: Mapping[str, str]
    told: str
    asked: bool = False

    def since(self, now: Reported, articles: Collection[str]) -> tuple[str, ...]:
        """The claims that are new, changed or gone, each as `pointed` names it; of an article that is none of
        `articles` (ids) any more, only that it is gone: nobody can look at its words.
        """
        have = _claims(now)
        gone = {h: self.claims[h] for h in self.claims.keys() - have.keys()}
        named = (_article(claim) for claim in gone.values())
        away = {article for article in named if article not in articles}
        told = {have[h] for h in have.keys() - self.claims.keys()} | {
            c for c in gone.values() if _article(c) not in away
        }
        return tuple(sorted(told | {f"{article}: {REMOVED}" for article in away}))


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether a reviewed event is to be looked at again, at which claims, and what of that is news."""

    again: bool
    claims: tuple[str, ...] = ()
    news: bool = False
    settled: bool = False  # what was to be looked at is as it was at the review


def _article(claim: str) -> str:
    return claim.partition(": ")[0]


def lost(before: EventFront, after: EventFront, living: Mapping[str, str]) -> tuple[str, ...]:
    """What the page of an event says no more, a line for each: "place: no more porto"."""
    found = []
    for key in ("entities", "place", "date", "status"):
        here = _values(after, key, living)
        found += [f"{key}: {NO_MORE}{value}" for value in _values(before, key, living) if value not in here]
    return tuple(found)


def _values(front: EventFront, key: str, living: Mapping[str, str]) -> tuple[str, ...]:
    value = getattr(front, key)
    ids = value if key == "entities" else (value,) if value else ()
    return tuple(dict.fromkeys(living.get(id, id) for id in ids)) if key in ("entities", "place") else ids


def _still_lost(line: str, front: EventFront, living: Mapping[str, str]) -> bool:
    """Whether a line of what `lost` found holds of a page."""
    key, _, rest = line.partition(f": {NO_MORE}")
    return key in ("entities", "place", "date", "status") and rest not in ("", *_values(front, key, living))


def _claims(now: Reported) -> dict[str, str]:
    return {hashed([*row]): pointed(row[0], row[1]) for row in now}


def said(front: EventFront, living: Mapping[str, str]) -> str:
    """A hash of what an event's page says; of the status only where no person explains it."""
    place = living.get(front.place, front.place) if front.place else None
    entities = sorted({living.get(e, e) for e in front.entities})
    return hashed([front.title, front.date, None if front.because else front.status, entities, place])


def read(text: str) -> dict[str, Review]:
    """Event id -> its review, from the file's text; what is not readable is not known."""
    try:
        rows = json.loads(text)
        return {
            str(id): Review(str(r["reviewed"]), dict(r["claims"]), str(r["told"]), bool(r.get("asked")))
            for id, r in rows.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def written(reviews: Mapping[str, Review]) -> str:
    """The file's text; one event a line, so that a merge in git is one line as well."""
    rows = ",\n".join(
        f" {json.dumps(id)}: {json.dumps(_row(r), ensure_ascii=False, sort_keys=True)}"
        for id, r in sorted(reviews.items())
    )
    return f"{{\n{rows}\n}}\n" if rows else "{}\n"


def _row(review: Review) -> dict[str, Any]:
    row = {"reviewed": review.day, "claims": dict(review.claims), "told": review.told}
    return row | ({"asked": True} if review.asked else {})


def of(page: Page[EventFront], now: Reported, living: Mapping[str, str]) -> Review:
    """The review of an event by somebody who sees it as it is."""
    return Review(str(page.front.reviewed), _claims(now), said(page.front, living))


def seen(
    events: Iterable[Page[EventFront]],
    now: Mapping[str, Reported],
    living: Mapping[str, str],
    known: Mapping[str, Review],
) -> dict[str, Review]:
    """Reviewed event -> what was signed off. Who gives it another day, or takes `look_again` away, has looked at it as
    it is now. What the page says otherwise, while nothing is to be looked at, a person wrote: the program marks it.
    """
    found = {}
    for page in events:
        if not page.front.reviewed or page.front.draft:
            continue
        review = known.get(page.id)
        looked = review is None or review.day != page.front.reviewed or (review.asked and not page.front.look_again)
        if review is None or looked:
            review = of(page, now.get(page.id, NOTHING), living)
        elif not page.front.look_again:
            review = replace(review, told=said(page.front, living))
        found[page.id] = review
    return found


def asked(
    front: EventFront,
    review: Review,
    before: Reported,
    now: Reported,
    page: EventFront,
    living: Mapping[str, str],
    articles: Collection[str],
    doubtful: Collection[str] = (),
    reworded: bool = False,
    still: Collection[str] | None = None,
) -> Asked:
    """Whether the event is to be looked at. `front`: its page as it was; `before`, `now`: its claims before and after
    the run or command; `page`: what it will say; `living`: old id -> id; `articles`: ids of those that are there now;
    `doubtful`: claims that the program doubts; `reworded`: whether the program makes the page say something else than
    before; `still`: claims that the program doubts now or doubted before (`None`: not known here).
    """
    told = said(page, living)
    differ = review.since(now, articles)
    known = {*review.claims.values(), *_claims(now).values()}
    back = set(review.since(before, articles)) - set(differ)
    old = front.look_at if front.look_again else ()
    held = known if still is None else known & {*still}
    changed = told != review.told
    less = lost(front, page, living) if reworded and changed else ()
    stays = tuple(c for c in old if c in differ or (c in held and c not in back))
    stays += tuple(line for line in old if changed and line not in stays and _still_lost(line, page, living))
    claims = tuple(dict.fromkeys((*stays, *differ, *doubtful)))
    # Date and status follow the claims: they are named where no claim is.
    claims += tuple(m for m in less if m not in claims and (not claims or m.startswith(("entities: ", "place: "))))
    other = reworded and changed
    if not front.look_again:
        return Asked(bool(claims) or other, claims, bool(claims) or other)
    if claims or other:
        return Asked(True, claims, other or bool(doubtful) or not set(claims) <= set(old))
    # Where all that was named is as it was, what else differs on the page is a person's.
    done = review.asked and (bool(old) or not changed)
    return Asked(not done, (), False, done)


def mark(sheet: Sheet, front: EventFront, wanted: Asked) -> None:
    """Put on the page of an event what is to be looked at, or take it away where nothing is any more."""
    if not wanted.again:
        if front.look_again:
            sheet.set("look_again", None)
            sheet.set("look_at", None)
        return
    look_again(sheet, wanted.claims)
    if front.look_again and not set(front.look_at) <= set(wanted.claims):
        sheet.set("look_at", [*wanted.claims] or None)


def after(review: Review, wanted: Asked, marked: bool = True) -> Review:
    """The review as it is to be remembered. `marked`: whether the page could be written."""
    return replace(review, asked=(review.asked or wanted.news) and wanted.again) if marked else review


def claims_of(
    content: Content, articles: Iterable[Page[ArticleFront]], living: Mapping[str, str]
) -> Mapping[str, Reported]:
    """The claims of every event, where some event is reviewed; else nothing is looked up."""
    return reported(articles, living) if any(e.front.reviewed for e in content.events) else {}
