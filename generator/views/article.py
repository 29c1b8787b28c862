"""One source: its text with its claims marked, and beside each what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.briefing import Article
from generator.model import Claim, DigestOf
from generator.views import addresses, compared, excerpts
from generator.views.credits import credited
from generator.views.entries import Reported
from generator.views.lookup import Backlink, EventFacts, Lookup
from generator.views.one_report import lone
from generator.views.phrases import Phrase, phrase
from generator.views.search import Card, source_card
from generator.views.statuses import Status
from generator.views.words import figure, spoken, t


@dataclass(frozen=True, slots=True)
class MarginNote:
    """What one claim became. `status` is the event's kind of status, `state` its status in words."""

    number: int
    quote: str
    address: str
    title: str
    status: str
    state: Status
    date: str
    how: str
    credited: str
    rival: bool
    original: str  # where it stands in an original that is not published


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of provenance; `absent` where the source does not say."""

    label: str
    value: str
    note: str = ""
    url: str = ""
    absent: bool = False


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All of the page. `names` are (spelling, entity id, address, type), for links in the text."""

    id: str
    title: str
    description: str
    lang: str
    published: Phrase
    digest: bool
    digest_line: str
    digest_url: str
    digest_title: str
    intro: str
    facts: tuple[Fact, ...]
    kept: tuple[Fact, ...]
    body: str
    claims: tuple[MarginNote, ...]
    names: tuple[tuple[str, str, str, str], ...]
    running: str  # what the source is called, to stand above its text while that is read
    running_title: str  # empty where what it is called has the title in it
    only_here: tuple[Reported, ...]
    only_label: str
    waiting: str  # that some of its dated sentences are in no event
    no_claims: str
    backlinks: tuple[Backlink, ...]
    card: Card


def view(look: Lookup, id: str) -> ArticlePage:
    """The page of an article; `KeyError` for an unknown id."""
    article = look.briefing.articles[id]
    source = look.sources[id]
    original, url, file = _original(article)
    claims = look.claims[id]
    alone = look.only_here.get(id, ())
    notes = tuple(_note(look, number, claim) for number, claim in enumerate(claims, start=1))
    return ArticlePage(
        id=id,
        title=source.title,
        description=t("article.description", label=source.running, name=look.name),
        lang=article.front.lang,
        published=source.published,
        digest=source.digest,
        digest_line=t("article.digest_of", label=source.running) if source.digest else "",
        digest_url=url,
        digest_title=original,
        intro=_intro(article, source.digest),
        facts=_facts(look, article),
        kept=_kept(article, file),
        body=excerpts.shown(look.briefing, article),
        claims=notes,
        names=_names(look, article),
        running=source.byline,
        running_title="" if article.front.title[:20] in source.label else source.title,
        only_here=tuple(lone(look, e) for e in alone),
        only_label=t("article.only_count", events=t("count.events", n=len(alone))) if alone else "",
        waiting=t("compared.article", n=left) if (left := compared.waiting(look, id)) else "",
        no_claims="" if notes else _no_claims(look, article),
        backlinks=look.backlinks.get(id, ()),
        card=source_card(look, id),
    )


def _original(article: Article) -> tuple[str, str, str]:
    """(title, address, file name) of what a digest condenses."""
    of = article.front.digest_of
    if isinstance(of, DigestOf):
        return of.title or "", _web(of.url), of.file or ""
    return ("", _web(of), "" if _web(of) else of) if of else ("", "", "")


def _web(url: str | None) -> str:
    return addresses.external(url)


def _intro(article: Article, digest: bool) -> str:
    if digest:
        return t("article.digest_intro")
    return t("article.excerpt_intro") if article.front.rights == "excerpt" else t("article.full_intro")


def _no_claims(look: Lookup, article: Article) -> str:
    if look.briefing.withheld_events and any(c.id and not c.draft for c in article.front.events):
        return t("withheld.claims")
    return (
        t("article.other_language") if article.front.lang not in ("en", spoken().language) else t("article.no_claims")
    )


def _facts(look: Lookup, article: Article) -> tuple[Fact, ...]:
    front, source = article.front, look.sources[article.id]
    not_stated = t("source.not_stated")
    found = [
        Fact(t("article.publisher"), front.source.publisher or not_stated, absent=not front.source.publisher),
        Fact(t("article.author"), front.source.author or not_stated, absent=not front.source.author),
        Fact(t("article.published"), source.published.text or not_stated, source.basis, absent=not source.published),
    ]
    if front.title_by:
        found.append(Fact(t("article.title"), t("source.title_ours")))
    if url := _web(front.source.url):
        found.append(Fact(t("article.address"), url.partition("://")[2].rstrip("/"), url=url))
    if url := _web(front.source.archived):
        found.append(Fact(t("article.archived"), url.partition("://")[2].rstrip("/"), url=url))
    if front.verified:
        label = t("article.places_verified") if source.digest else t("article.verified")
        found.append(Fact(label, phrase(front.verified).text))
    return tuple(found)


def _kept(article: Article, original: str) -> tuple[Fact, ...]:
    source = article.front.source
    found = [Fact(t("article.original_file"), original)] if original else []
    found += [Fact(t("article.file"), source.seed), Fact(t("article.hash"), source.sha256)]
    if source.retrieved:
        found.append(Fact(t("article.retrieved"), phrase(source.retrieved).text))
    return tuple(found)


def _note(look: Lookup, number: int, claim: Claim) -> MarginNote:
    facts = look.events[look.briefing.redirects.get(claim.id or "", claim.id or "")]
    against = {(facts.reports[i].claim.quote, facts.reports[i].claim.date) for i in facts.rival}
    rival = (claim.quote, claim.date) in against
    said = phrase(claim.date, claim.dated_by)
    return MarginNote(
        number=number,
        quote=claim.quote,
        address=addresses.event(facts.id),
        title=facts.title,
        status=facts.status.kind,
        state=facts.status,
        date=t("claim.dated", date=said.text) if said else t("claim.undated"),
        how=_how(facts, claim, rival),
        credited=t("claim.credited", name=credited(claim.said_by)) if claim.said_by else "",
        rival=rival,
        original=_place(claim),
    )


def _place(claim: Claim) -> str:
    at = claim.original
    return t("claim.original", start=figure(at.start + 1), end=figure(at.end)) if at else ""


def _how(facts: EventFacts, claim: Claim, rival: bool) -> str:
    """Why the claim's date is what it is, or who says otherwise."""
    if rival:
        others = [i for i, r in enumerate(facts.reports) if r.claim.date and i not in facts.rival]
        exact = all(facts.told and facts.reports[i].claim.date == facts.told.text for i in others)
        groups = {facts.groups[i] for i in others}
        return t("claim.others_say" if exact else "claim.others_allow", n=len(groups), date=facts.told_phrase.text)
    return t(f"claim.by_{claim.dated_by}") if claim.dated_by else ""


def _names(look: Lookup, article: Article) -> tuple[tuple[str, str, str, str], ...]:
    """Every spelling that this source uses, the longest first."""
    found: dict[str, tuple[str, str, str, str]] = {}
    for row in article.front.entities:
        id = look.briefing.redirects.get(row.id, row.id)
        if id in look.briefing.entities:
            kind = look.briefing.entities[id].front.type
            for name in row.names or (look.entity_name(id),):
                found.setdefault(name, (name, id, addresses.entity(id), kind))
    return tuple(sorted(found.values(), key=lambda row: (-len(row[0]), row)))
