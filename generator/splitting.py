"""One page becomes two: names of an entity, or claims of an event, get a page of their own. Pages in, pages out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from generator import derive, faults, frontmatter, markup, rewriting
from generator.derive import Report
from generator.desk import Deed, Desk, RefusedError, follow
from generator.frontmatter import Page
from generator.model import ArticleFront, Claim, EventFront
from generator.names import fold, slug, unused
from generator.problems import did_you_mean, short
from generator.rewriting import KEEP
from generator.sheet import replaced, row

MOST = 10  # claims that are named one by one


def split_entity(desk: Desk, id: str, names: Sequence[str], new: str | None = None) -> Deed:
    """Some names of an entity get a page of their own, with the articles that use only these."""
    path, page = desk.page(id, "entities")
    have = (page.front.name, *page.front.aliases)
    names = list(dict.fromkeys((*names, *(n for n in page.front.aliases if fold(n) in {fold(g) for g in names}))))
    if missing := [n for n in names if n not in have]:
        raise RefusedError(f'{path} has no name "{missing[0]}"; {did_you_mean(missing[0], have) or ", ".join(have)}')
    if not names or page.front.name in names:
        raise RefusedError(f'give the names that leave; "{page.front.name}" is the page\'s own and stays')
    old = new or (slug(names[0]) if slug(names[0]) in page.front.redirects else None)
    if old is None:
        to = unused(slug(names[0]), set(desk.content.paths))
    else:
        to = old if old in page.front.redirects else desk.free(old)
    sheet = desk.sheet(path)
    sheet.drop("aliases", names)
    sheet.drop("redirects", [to])
    front = type(page.front)(name=names[0], type=page.front.type, aliases=tuple(names[1:]))
    deed = Deed({path: sheet.text(), f"entities/{to}.md": frontmatter.dump(front, "")})
    for article in desk.content.articles:
        text = split_rows(desk, article, page.id, to, set(names))
        if text is not None:
            deed.changes[f"articles/{article.id}.md"] = text
    none = "" if len(deed.changes) > 2 else " No article calls anybody so."
    apart(desk, deed, page.id, to)
    deed.said.append(f"{', '.join(names)}: now entities/{to}.md, apart from {path}.{none}")
    return follow(desk, deed)


def apart(desk: Desk, deed: Deed, one: str, other: str) -> None:
    """A pair that was joined because somebody called it the same is the same no more."""
    rows: list[tuple[int | None, Any]] = []
    for i, pair in enumerate(desk.content.proposals):
        joined = pair.same and set(pair.pair) == {one, other}
        rows.append((i, row(pair.as_dict(), same=False) if joined else KEEP))
    if any(target is not KEEP for _, target in rows):
        text = rewriting.mapping(desk.texts["proposals.yaml"], {"proposals": rewriting.Rows(tuple(rows))})
        deed.changes["proposals.yaml"] = text


def split_rows(
    desk: Desk,
    article: Page[ArticleFront],
    id: str,
    to: str,
    names: Collection[str],
    before: Callable[[Claim], Mapping[str, Any] | None] | None = None,
) -> str | None:
    """An article's text in which some names of an entity, and the claims that are theirs, are those of the page `to`;
    `None` where nothing changes. `before`: what a claim said of entities and place before the two were one, where that
    is remembered.
    """
    sheet = desk.sheet(f"articles/{article.id}.md")
    living = ({i for i, now in faults.redirects(desk.content).items() if now == id} | {id}) - {to}
    rows: list[tuple[int | None, Any]] = []
    whole = changed = False
    for i, entity in enumerate(article.front.entities):
        data = sheet.data["entities"][i]
        leaving = [n for n in entity.names if n in names]
        if entity.id not in living or not leaving:
            rows.append((i, KEEP))
            continue
        changed = True
        if len(leaving) == len(entity.names):
            whole = True
            rows.append((i, row(data, id=to)))
        else:
            stay = rewriting.Rows(tuple((k, KEEP) for k, n in enumerate(entity.names) if n not in names))
            rows += [(i, row(data, names=stay)), (None, {"id": to, "names": leaving})]
    if not changed:
        return None
    sheet.rows("entities", rows)
    claims: list[tuple[int | None, Any]] = []
    for i, claim in enumerate(article.front.events):
        was = before(claim) if before else None
        theirs = (whole and not before) or any(n in claim.quote for n in names)
        places = was["place"] == to if was else theirs
        listed = to in was["entities"] if was else theirs
        more: dict[str, Any] = {"place": to} if claim.place in living and places else {}
        data = sheet.data["events"][i]
        for old in sorted(living & set(claim.entities)) if listed and isinstance(data.get("entities"), list) else ():
            both = was is not None and bool(living & set(was["entities"]))
            ids = _beside(data["entities"], to) if both else replaced(data["entities"], old, to)
            more |= {"entities": ids} if ids else {}
        claims.append((i, row(data, **more) if more else KEEP))
    if claims:
        sheet.rows("events", claims)
    return sheet.text()


def _beside(values: Sequence[Any], new: str) -> rewriting.Rows:
    rows: list[tuple[int | None, Any]] = [(i, KEEP) for i in range(len(values))]
    return rewriting.Rows((*rows, *([] if new in values else [(None, new)])))


def split_event(desk: Desk, id: str, parts: Sequence[str], new: str | None = None, title: str | None = None) -> Deed:
    """Some claims of an event get an event of their own. A part is an article's id, or words of a quote."""
    path, page = desk.page(id, "events")
    living = {i for i, now in faults.redirects(desk.content).items() if now == page.id} | {page.id}
    told = [(a, i, c) for a in desk.content.articles for i, c in enumerate(a.front.events) if c.id in living]
    hits = [{p for p in parts if p == a.id or markup.fold(p) in markup.fold(c.quote)} for a, _, c in told]
    if missing := [p for p in parts if not any(p in hit for hit in hits)]:
        raise RefusedError(f'no claim of {path} stands in an article "{missing[0]}" or quotes these words')
    leaving = [row for row, hit in zip(told, hits, strict=True) if hit]
    count, total = len(leaving), len(told)
    if not count or count == total:
        raise RefusedError(f"{count} of the {total} claims of {path} would leave; some must leave, and some must stay")
    claims = [c for _, _, c in leaving]
    reports = [Report(a.id, c, a.front.source.publisher, a.front.date) for a, _, c in leaving if not c.draft]
    best = derive.best_date(reports)
    name = title or page.front.title
    wanted = slug(f"{(best or '').partition('/')[0].rstrip('~?%')} {name}", 60)
    back = next((r for r in page.front.redirects if r == new or (new is None and r == wanted)), None)
    to = back or (desk.free(new) if new else unused(wanted, set(desk.content.paths) | set(page.front.redirects)))
    ids = dict.fromkeys(e for c in claims for e in c.entities)
    front = EventFront(
        title=name, date=best, status=derive.status(reports, best), entities=tuple(ids), place=_common_place(claims)
    )
    follows = {k: v for k, v in front.as_dict().items() if k != "title"}
    deed = Deed({f"events/{to}.md": frontmatter.dump(front, "")}, derived={f"events/{to}.md": follows})
    sheet = desk.sheet(path)
    sheet.drop("redirects", [to])
    gone = _named(claims) - _named(c for (_, _, c), hit in zip(told, hits, strict=True) if not hit)
    sheet.drop("entities", gone)
    if page.front.place in gone:
        sheet.set("place", None)
    deed.changes[path] = sheet.text()
    rows: dict[str, set[int]] = defaultdict(set)
    for article, i, _ in leaving:
        rows[article.id].add(i)
    for source, numbers in rows.items():
        on = desk.sheet(f"articles/{source}.md")
        on.rows("events", [(i, row(d, id=to) if i in numbers else KEEP) for i, d in enumerate(on.data["events"])])
        deed.changes[f"articles/{source}.md"] = on.text()
    deed.said.append(f"{count} of {total} claims of {path} {'is' if count == 1 else 'are'} now events/{to}.md.")
    few = leaving[:MOST] if count > 1 else []
    deed.said += [f'articles/{a.id}.md: "{short(" ".join(c.quote.split()), 90)}" is now there' for a, _, c in few]
    if count > MOST:
        deed.said.append(f"{count - MOST:,} more are now there.")
    if 2 * count > total:
        deed.said.append(f"That is most of {path}; where too many left, git checkout -- content takes it back.")
    return follow(desk, deed)


def _named(claims: Iterable[Claim]) -> set[str]:
    return {e for c in claims for e in (*c.entities, *([c.place] if c.place else []))}


def _common_place(claims: Iterable[Claim]) -> str | None:
    places = {c.place for c in claims if c.place}
    return places.pop() if len(places) == 1 else None
