"""One entity: its names by source, its own chronology, whom it shares events with, every mention in its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.names import fold
from generator.views import addresses, ranks, statuses
from generator.views.chronology import NARROW, STRIP
from generator.views.claims import Link
from generator.views.drawing import Drawing, draw
from generator.views.entries import Line, Told, line, told
from generator.views.folds import cut
from generator.views.lookup import Backlink, Lookup
from generator.views.passages import Run, runs
from generator.views.relations import Relations, relations
from generator.views.search import Card, entity_card
from generator.views.sources import in_order
from generator.views.words import count, joined, listed, t

_SHOWN_MENTIONS = 2  # of each source; the rest is folded
_SHOWN_SOURCES = 12  # with their mentions open; those of more stand in one fold
_STRIP_FROM = 3  # events; fewer need no drawing
_TOLD_EVENTS = 40  # events with words; more are folded, in one line each
_SOURCES = 4  # of one spelling; the rest is folded
_REPORTS = 40  # named below the title
_INTRODUCTION = 150  # letters of the sentence that introduces somebody


@dataclass(frozen=True, slots=True)
class Spelling:
    """Names and role as some sources give them, in the order in which they were published; `more` stand folded."""

    names: tuple[str, ...]
    role: str
    passage: tuple[Run, ...]  # without a role, of one source alone: the sentence that names it first and most fully
    sources: tuple[Link, ...]
    more: tuple[Link, ...]
    more_label: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """The passages of one source that name it."""

    id: str
    source: str
    address: str
    lang: str
    shown: tuple[tuple[Run, ...], ...]
    folded: tuple[tuple[Run, ...], ...]
    folded_label: str


@dataclass(frozen=True, slots=True)
class EntityPage:
    """All of the page. `same_as` are pages elsewhere."""

    id: str
    title: str
    description: str
    kind: str
    kind_name: str
    kind_address: str
    aliases: tuple[str, ...]
    standfirst: str
    named_in: tuple[Link, ...]  # the reports that name it, as many as a list holds
    named_in_more: str
    body: str
    review: str
    same_as: tuple[Link, ...]
    spellings: tuple[Spelling, ...]
    unused: tuple[str, ...]  # editors' names that no source uses
    roles: bool  # whether any source gives it one
    one_name: bool  # all sources give the name that heads the page, and no role: a table would say nothing
    wide: Drawing | None
    narrow: Drawing | None
    events: tuple[Told, ...]
    more_events: tuple[Line, ...]
    more_events_label: str
    relations: Relations
    mentions: tuple[Mentions, ...]
    more_mentions: tuple[Mentions, ...]
    more_mentions_label: str
    mentions_intro: str
    backlinks: tuple[Backlink, ...]
    card: Card


def view(look: Lookup, id: str) -> EntityPage:
    """The page of an entity; `KeyError` for an unknown id."""
    page = look.briefing.entities[id]
    front = page.front
    pages = look.briefing.articles
    articles = tuple(sorted(look.briefing.named_in.get(id, ()), key=lambda article: in_order(pages[article])))
    events = [look.events[e] for e in look.briefing.events_of.get(id, ()) if e in look.events]
    spellings = _spellings(look, id, articles)
    shown, rest = cut(events, _TOLD_EVENTS)
    used = {fold(name) for row in spellings for name in row.names}
    unused = tuple(a for a in front.aliases if fold(a) not in used and a != front.name)
    roles = any(row.role for row in spellings)
    plain = len(spellings) == 1 and spellings[0].names in ((), (front.name,)) and not (roles or unused)
    strip = len([f for f in events if f.date]) >= _STRIP_FROM
    mentions = tuple(m for m in (_mentions(look, id, article) for article in articles) if m)
    # A fold for one or two sources takes more of a reader than it spares.
    open_ = _SHOWN_SOURCES if len(mentions) > _SHOWN_SOURCES + 2 else len(mentions)
    one_name = plain and len(mentions) == len(articles)  # the mentions then list its sources
    reports, unlisted = cut(articles, _REPORTS)
    return EntityPage(
        id=id,
        title=front.name,
        description=_description(look, id, front.aliases),
        kind=front.type,
        kind_name=t(f"type.{front.type}"),
        kind_address=f"{addresses.ENTITIES}#{front.type}",
        aliases=tuple(a for a in front.aliases if a != front.name),
        standfirst=_standfirst(look, len(articles), len(events), one_name=one_name),
        named_in=tuple(_voice(look, article, "") for article in reports),
        named_in_more=t("entity.more", n=len(unlisted)) if unlisted else "",
        body=page.body.strip(),
        review=statuses.review(front.reviewed, by_hand=page.by_hand),
        same_as=tuple(Link(url.partition("://")[2], url) for url in map(addresses.external, front.same_as) if url),
        spellings=spellings,
        unused=unused,
        roles=roles,
        one_name=one_name,
        wide=draw(events, STRIP) if strip else None,
        narrow=draw(events, NARROW) if strip else None,
        events=tuple(told(look, facts, id) for facts in shown),
        more_events=tuple(line(facts) for facts in rest),
        more_events_label=t("entity.more_events", n=len(rest)),
        relations=relations(look, id),
        mentions=mentions[:open_],
        more_mentions=mentions[open_:],
        more_mentions_label=t("entity.more_sources", n=len(mentions) - open_),
        mentions_intro=_intro(look, articles),
        backlinks=look.backlinks.get(id, ()),
        card=entity_card(look, id),
    )


def _description(look: Lookup, id: str, aliases: tuple[str, ...]) -> str:
    name = look.entity_name(id)
    also = t("entity.also", names=listed(list(aliases[:4]))) if aliases else ""
    return t("entity.description", name=name, also=also, briefing=look.name)


def _standfirst(look: Lookup, articles: int, events: int, *, one_name: bool) -> str:
    total = len(look.briefing.articles)
    if not articles:
        return t("entity.not_named")
    named = t("entity.named_in", n=articles, total=count(total))
    said = t("entity.named_all", n=total) if articles == total else named
    if one_name and articles > 1:
        said = f"{said} {t('entity.one_name')}"
    return f"{said} {t('entity.in_events', n=events) if events else t('entity.in_no_event')}"


def _spellings(look: Lookup, id: str, articles: tuple[str, ...]) -> tuple[Spelling, ...]:
    """A row for everything that it is called: sources that name it alike stand together."""
    rows: dict[tuple[tuple[str, ...], str], list[tuple[str, str]]] = {}
    for article in articles:
        # A post that the article shows is a voice of its own.
        voices: dict[str, tuple[dict[str, None], dict[str, None]]] = {"": ({}, {})}
        for row in look.rows.get((article, id), ()):
            names, roles = voices.setdefault(row.post or "", ({}, {}))
            names.update(dict.fromkeys(row.names))
            if row.role:
                roles[row.role] = None
        for post, (names, printed) in voices.items():
            roles = dict.fromkeys([*_titles(look, id, article, printed, len(voices) > 1), *printed])
            if names or roles or len(voices) == 1:
                rows.setdefault((tuple(names), joined(roles)), []).append((article, post))
    made = []
    for (spelled, role), of in rows.items():
        links = [_voice(look, article, post) for article, post in of]
        passage = () if role or len(of) > 1 else _introduced(look, id, of[0][0], spelled)
        shown, rest = cut(links, _SOURCES)
        made.append(Spelling(spelled, role, passage, shown, rest, t("entity.more", n=len(rest))))
    return tuple(made)


def _titles(look: Lookup, id: str, article: str, roles: Iterable[str], several: bool) -> list[str]:
    """The ranks and titles that stand before somebody's name in a source, each once, in the order of the text.

    Where `several` speak in it, a post beside the report, a sentence is of the one whose role stands in it.
    """
    if look.briefing.entities[id].front.type != "person":
        return []
    text = look.texts[article]
    found: dict[str, str] = {}
    for number, spans in text.named.get(id, ()):
        sentence = text.sentences[number].text
        if several and not any(fold(role) in fold(sentence) for role in roles):
            continue
        for start, _ in spans:
            if (title := ranks.before(sentence, start)) and not any(
                fold(role).startswith(fold(title)) for role in roles
            ):
                found.setdefault(fold(title), title)
    return list(found.values())


def _voice(look: Lookup, article: str, post: str) -> Link:
    source = look.sources[article]
    text = t("claim.by.post.alone", author=post, source=source.heading) if post else source.heading
    return Link(text, source.address)


def _introduced(look: Lookup, id: str, article: str, spelled: tuple[str, ...]) -> tuple[Run, ...]:
    """The sentence of a source that introduces somebody: the first with the fullest of its spellings."""
    text = look.texts[article]
    rows = text.named.get(id, ())
    full = spelled[:1]
    found = next((row for row in rows if any(text.sentences[row[0]].text[a:b] in full for a, b in row[1])), None)
    number, spans = found or (rows[0] if rows else (None, ()))
    return runs(text.sentences[number].text, spans[:1], _INTRODUCTION) if number is not None else ()


def _mentions(look: Lookup, id: str, article: str) -> Mentions | None:
    text = look.texts[article]
    passages = [runs(text.sentences[n].text, spans) for n, spans in text.named.get(id, ())]
    if not passages:
        return None
    source = look.sources[article]
    rest = passages[_SHOWN_MENTIONS:]
    if len(rest) == 1:  # a fold for one line takes more room than the line
        passages, rest = passages, []
    shown = passages[: len(passages) - len(rest)]
    label = t("entity.more_mentions", n=len(rest))
    return Mentions(f"m-{article}", source.heading, source.address, source.lang, tuple(shown), tuple(rest), label)


def _intro(look: Lookup, articles: tuple[str, ...]) -> str:
    """Whose words the passages are."""
    digests = sum(1 for a in articles if look.sources[a].digest)
    if not digests:
        return ""
    return t("entity.all_digests") if digests == len(articles) else t("entity.some_digests")
