"""What an editor's answer does: `accept` and `refuse`, and the keys of `review`. Pages in, pages out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator import decide, faults, markup, relinking, rewriting, unmerging
from generator.content import MERGED, id_of
from generator.desk import Deed, Desk, RefusedError, follow
from generator.model import Conflict, Proposal
from generator.problems import did_you_mean, label
from generator.rewriting import KEEP, Rows
from generator.sheet import row
from generator.waiting import Item


def merged(desk: Desk, keep: str, drop: str) -> Deed:
    """Two pages of one thing become the first of them, what was the other's is remembered, and a question whether the
    two are one is settled.
    """
    deed = decide.merge(desk, keep, drop)
    path, gone = desk.page(keep, "entities", "events")[0], desk.page(drop, "entities", "events")[0]
    both = [*desk.page(keep, "entities", "events")[1].front.redirects, *desk.page(id_of(gone))[1].front.redirects]
    links = relinking.renamed(desk, deed, id_of(gone), id_of(path), both)
    deed.changes[MERGED] = unmerging.remembered(desk, path, gone, links)
    living = faults.redirects(desk.content) | {id_of(gone): id_of(path)}
    one_page = {old for old in living if living.get(living[old], living[old]) == id_of(path)} | {id_of(path)}
    rows = [
        (i, row(p.as_dict(), same=True) if p.same is None and one_page >= {*p.pair} else KEEP)
        for i, p in enumerate(desk.content.proposals)
    ]
    if any(target is not KEEP for _, target in rows):
        proposals = rewriting.mapping(desk.texts["proposals.yaml"], {"proposals": Rows(tuple(rows))})
        deed.changes["proposals.yaml"] = proposals
    return deed


def joined(desk: Desk, theirs: Collection[str]) -> Deed | None:
    """A pair under which a person wrote `same: true`, and of whose pages one is a person's (a path of `theirs`), as
    `accept` joins it; `None` where there is no more of them. Pages of the converter's own are joined as they are made.
    """
    types = {e.id: e.front.type for e in desk.content.entities}
    for pair in desk.content.proposals:
        one, other = pair.pair
        touched = {f"entities/{one}.md", f"entities/{other}.md"} & {*theirs}
        if pair.same and touched and one != other and types.get(one) == types.get(other, ""):
            return merged(desk, one, other)
    return None


def carried(desk: Desk, item: Item, choice: str, other: str, day: str) -> Deed:
    """What an answer does."""
    if choice == "merge":
        return merged(desk, other, item.what[0])
    if item.kind == "alike" and choice == "accept":
        return merged(desk, *item.what)
    return decided(desk, item.what, choice == "accept", day)


def decided(desk: Desk, what: Sequence[str], yes: bool, day: str) -> Deed:
    """`accept` and `refuse`: one id is a page, two ids a pair, a page with a field a conflict, with words a claim."""
    if len(what) == 1:
        if article := _article(desk, what[0]):
            return _gone(desk, article, yes)
        return decide.sign(desk, what[0], day) if yes else decide.refuse(desk, what[0])
    if len(what) != 2:
        raise RefusedError("give one id, two ids of a pair, or a page and the field of a conflict or words of a claim")
    given = what[0].removeprefix(f"{desk.content.folder}/")  # as convert and check print it
    for i, c in enumerate(desk.content.conflicts):
        if given in (c.page, c.page.removesuffix(".md"), id_of(c.page)) and c.field == what[1]:
            return _conflict(desk, i, c, yes)
    within = [i for i, c in enumerate(desk.content.conflicts) if not c.keep and _within(c, given, what[1])]
    if len(within) == 1:
        return _conflict(desk, within[0], desk.content.conflicts[within[0]], yes)
    if within:
        told = ", ".join(f'"{desk.content.conflicts[i].field}"' for i in within)
        raise RefusedError(f"{given} has {len(within)} conflicts in {what[1]}; give one of {told}")
    if article := _article(desk, what[0]):
        fields = [c.field for c in desk.content.conflicts if c.page == article and not c.keep]
        if (meant := did_you_mean(what[1], fields)) and " " not in what[1]:
            raise RefusedError(f'{article} has no conflict "{what[1]}"; {meant}')
        return _claim(desk, article, what[1], yes)
    return _pair(desk, what[0], what[1], yes)


def _within(conflict: Conflict, page: str, key: str) -> bool:
    """Whether a conflict of a page (id or path) is one within a key, as "body: The talks ended" is within body."""
    named = page in (conflict.page, conflict.page.removesuffix(".md"), id_of(conflict.page))
    return named and conflict.field.startswith((f"{key}: ", f"{key}["))


def _article(desk: Desk, given: str) -> str | None:
    """Path of the article that is given by id or path."""
    id = given.removeprefix(f"{desk.content.folder}/").removeprefix("articles/").removesuffix(".md")
    return f"articles/{id}.md" if any(a.id == id for a in desk.content.articles) else None


def _conflict(desk: Desk, number: int, row_: Conflict, yes: bool) -> Deed:
    rows = [(i, row(c.as_dict(), keep="new" if yes else "yours") if i == number else KEEP)
            for i, c in enumerate(desk.content.conflicts)]  # fmt: skip
    text = rewriting.mapping(desk.texts["conflicts.yaml"], {"conflicts": Rows(tuple(rows))})
    said = "takes the new value" if yes else "keeps what stands there"
    deed = Deed({"conflicts.yaml": text}, [f"{row_.page} {row_.field} {said}; run convert to carry it out."])
    event = next((e.front for e in desk.content.events if f"events/{e.id}.md" == row_.page), None)
    if event and not yes and row_.field in ("date", "status") and not event.because:
        deed.said.append("Say on the page in because: why it is another than the reports give; check asks for it.")
    return deed


def _pair(desk: Desk, one: str, other: str, yes: bool) -> Deed:
    number = next((i for i, p in enumerate(desk.content.proposals) if {one, other} == set(p.pair)), None)
    if not yes:
        _still_two(desk, one, other)
    if number is None and yes:
        raise RefusedError(f"{one} and {other} are no proposed pair, and no conflict; briefing merge joins any pages")
    if number is None:
        for id in (one, other):
            desk.page(id, "entities")
    deed = merged(desk, one, other) if yes else Deed(said=[f"{one} and {other} stay apart for good."])
    rows: list[tuple[int | None, object]] = [
        (i, row(p.as_dict(), same=yes) if i == number else KEEP) for i, p in enumerate(desk.content.proposals)
    ]
    text = desk.texts.get("proposals.yaml", "")
    if number is None:
        rows.append((None, Proposal(pair=(one, other), score=0, same=False).as_dict()))
    deed.changes["proposals.yaml"] = rewriting.mapping(text, {"proposals": Rows(tuple(rows))})
    return deed


def _still_two(desk: Desk, one: str, other: str) -> None:
    """Refuse to keep apart what is one page already: that is to be split first."""
    living = faults.redirects(desk.content)
    keep = living.get(one, one)
    if one == other or keep != living.get(other, other):
        return
    gone = other if other in living else one
    how = f"briefing split {keep} {gone}"
    if not unmerging.known(desk, gone):
        how = f'briefing split {keep} "its names" --as {gone}'
    raise RefusedError(f"{gone} was merged into {keep}, so they are one page; {how} makes them two again, for good")


def _claim(desk: Desk, path: str, words: str, yes: bool) -> Deed:
    """A draft becomes a claim, which the next run gives an event; or an uncertain claim goes."""
    sheet = desk.sheet(path)
    page = next(a for a in desk.content.articles if f"articles/{a.id}.md" == path)
    wanted = markup.fold(words)
    open_ = [i for i, c in enumerate(page.front.events) if c.draft]
    hits = [i for i in open_ if markup.fold(page.front.events[i].quote) == wanted]
    hits = hits or [i for i in open_ if wanted in markup.fold(page.front.events[i].quote)]
    if not hits:
        told = any(wanted in markup.fold(c.quote) for c in page.front.events)
        more = "; a claim that is wrong goes with its row under events:, then run convert" if told and not yes else ""
        raise RefusedError(f'{path} has no draft or orphan with the words "{label(words)}"{more}')
    if len({page.front.events[i].quote for i in hits}) > 1:
        raise RefusedError(f'{path} has {len(hits)} drafts with the words "{label(words)}"; give more of them')
    if yes and page.front.events[hits[0]].orphan:
        raise RefusedError(f"the article does not say this; quote its own words in {path}, or refuse the claim")
    rows: list[tuple[int | None, object]] = []
    for i in range(len(page.front.events)):
        if i not in hits:
            rows.append((i, KEEP))
        elif yes:
            rows.append((i, row(sheet.data["events"][i], draft=None)))
    sheet.rows("events", rows)
    event = page.front.events[hits[0]].id
    claim = f"is a claim of {event} now; run convert" if event else "is a claim now; run convert to fill it in"
    said = claim if yes else "is taken out"
    quote = label(page.front.events[hits[0]].quote)
    return follow(desk, Deed({path: sheet.text()}, [f'{path}: "{quote}" {said}.']))


def _gone(desk: Desk, path: str, yes: bool) -> Deed:
    page = next(a for a in desk.content.articles if f"articles/{a.id}.md" == path)
    if not page.front.source.gone:
        whole = f"to let the whole article go, remove {desk.content.folder}/{path} and run briefing convert"
        raise RefusedError(f"{path} has its seed: give words of a draft, too; {whole}" if not yes else
                           f"{path} has its seed, so it stays; give words of a draft, too")  # fmt: skip
    if not yes:
        claims = sum(bool(c.id) for c in page.front.events)
        goes = f", and with it its {claims} claim{'s' if claims != 1 else ''}" if claims else ""
        then = "; run convert, which takes away what it alone told, but for pages with words of yours" if claims else ""
        deed = Deed({path: None}, [f"{path} is removed{goes}{then}."])
        decide.let_go(desk, [page.id], deed)
        return follow(desk, deed)
    sheet = desk.sheet(path)
    sheet.within("source", gone="kept")
    return Deed({path: sheet.text()}, [f"{path} stays, without its seed."])
