"""What one reading of the seeds changes in content/, around what people made of the pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator import (
    beside,
    compose,
    dates,
    derive,
    faults,
    filling,
    identities,
    markup,
    pasted,
    prose,
    reviews,
    signed,
    store,
    undecided,
    unread,
    wanted_again,
    writing,
)
from generator.before import Before
from generator.beside import Perhaps
from generator.content import claims_by_event, id_of, ids_in, pointed, referred
from generator.document import Document, Reading
from generator.frontmatter import Page
from generator.merge import hashed
from generator.model import ArticleFront, EntityFront, EventFront
from generator.problems import Problem
from generator.store import digest
from generator.summary import Summary, moved, renamed
from generator.work import Work
from generator.writing import Change


def apply(
    was: Before,
    reading: Reading,
    pages: Mapping[int, str],
    read: frozenset[str],
    seeds: Collection[str],
    problems: list[Problem],
    proposed: Mapping[str, EntityFront] | None = None,
    printed: Mapping[int, str | None] | None = None,
    absent: Collection[int] = (),
    perhaps: Perhaps | None = None,
) -> Summary:
    """Write what is new into the folder, around what is a person's; take away what nothing makes any more.

    `pages`: number of a document -> id of its page; `read`: the languages that are read; `seeds`: names of all seeds
    that are there, the unreadable ones too; `proposed`: draft pages of names that a second reader found, by id;
    `printed`: number of a document -> day that its seed gives, where a person wrote another, by which it was read;
    `absent`: documents that were read from their pages, which stay as they are; `perhaps`: of drafts, see `beside`.
    """
    work = Work(was)
    documents = [e.document for e in reading.extractions]
    events = {key: was.living.get(h.id, h.id) for h in reading.happenings for key in h.claims}
    taken = was.standing | set(reading.identities.entities) | set(events.values())
    taken |= {a.id for a in was.content.articles} | ids_in("articles", was.records)
    ids = compose.slugs(documents, pages, taken - set(pages.values()))
    fronts, doubts, asked = _articles(work, reading, events, ids, printed or {}, absent, perhaps or {})
    rest = {a.id: a for a in was.content.articles if a.id not in fronts}
    orphans = sorted(
        id for id, a in rest.items() if f"articles/{id}.md" in was.records and a.front.source.seed not in seeds
    )
    for id in orphans:
        work.mark_gone(f"articles/{id}.md")
    final = {id: front for id, front in fronts.items() if front is not None} | {id: a.front for id, a in rest.items()}
    final |= filling.fill(work, reading, events, ids, absent, orphans)
    _entities(work, reading, final, ids)
    for id, draft in (proposed or {}).items():
        work.put(f"entities/{id}.md", draft)
    living = set(reading.identities.entities) | {p.id for p in was.content.entities}
    read_on = {pages[d] for d in absent}
    stay = {(d.article, d.event) for d in doubts} | {
        (id, was.living.get(c.id or "", c.id)) for id, a in rest.items() if id not in read_on for c in a.front.events
    }
    made = _events(work, reading, final, living - work.refused_entities(reading.identities), stay)
    waiting = {f"entities/{page.id}.md" for page in was.content.entities if page.front.proposal}
    kept = {f"articles/{id}.md" for id in rest} | referred(final, was.living) | waiting | _by_hand(was) | was.still
    stale = _stale(was, set(work.changes), kept)
    for path in stale:
        work.changes[path] = Change(None, None)
    if away := ids_in("entities", stale):
        work.take_out(away)
    new = [d for d in doubts if d.hash not in was.doubted(f"articles/{d.article}.md")]
    seen, look = _ask(work, final, made, doubts, new, rest)
    told = [*problems, *work.problems]
    came = [document for d, document in enumerate(documents) if d not in absent]
    undecided_yet = [id for id in orphans if rest[id].front.source.gone != "kept"]
    summary = _carry_out(work, reading, came, final, undecided_yet, stale, read, told, set(proposed or ()))
    there = {id: reviews.after(r, look[id], f"events/{id}.md" not in summary.left) for id, r in seen.items()}
    undecided.remember_reviews(was.folder, there)
    again = tuple((id, wanted.claims) for id, wanted in look.items() if wanted.news)
    settled = tuple(id for id, wanted in look.items() if wanted.settled)
    waits = beside.waiting(was.content.articles, final, asked)
    return replace(summary, look_again=again, as_reviewed=settled, doubted=tuple(new), perhaps=waits)


def _articles(
    work: Work,
    reading: Reading,
    events: Mapping[tuple[int, int], str],
    ids: Sequence[str],
    printed: Mapping[int, str | None],
    absent: Collection[int],
    perhaps: Perhaps,
) -> tuple[dict[str, ArticleFront | None], list[signed.Doubt], set[str]]:
    """The pages of the articles; what each will say, `None` where it is removed; doubts of what was signed off; the
    signed events that drafts may tell of.
    """
    was, fronts, doubts = work.was, dict[str, ArticleFront | None](), list[signed.Doubt]()
    reviewed = {e.id: e.front for e in was.content.events if e.front.reviewed and not e.front.draft}
    asked = {id for of in perhaps.values() for id in of.values()}
    refused = work.refused_entities(reading.identities)
    standing, faulty = {a.id: a for a in was.content.articles}, was.faulty
    removed = {d for d, id in enumerate(ids) if f"articles/{id}.md" in was.gone}
    shared = compose.shared_without(reading.shared, removed)
    quoted = {a.id: [markup.fold(c.quote) for c in a.front.events if not c.proposal] for a in was.content.articles}
    for d, extraction in enumerate(reading.extractions):
        if d in absent:
            continue
        rights = compose.rights_of(extraction.document, was.content.settings)
        out = was.taken_out(standing[ids[d]], extraction) if rights == "excerpt" and ids[d] in standing else set()
        front, body = compose.article(
            d, extraction, reading.identities, events, shared, ids, rights, refused, quoted.get(ids[d], ()),
            was.refused, out,
        )  # fmt: skip
        front = beside.marked(front, perhaps.get(d, {}))
        if reviewed:
            nameless = beside.nameless(
                front, standing[ids[d]].front if ids[d] in standing else None, reviewed, was.living
            )
            front = beside.drafted(front, nameless)
            asked.update(nameless.values())
        text = markup.fold(extraction.document.text)
        if d in printed:
            front = front.model_copy(update={"date": printed[d]})
        if d in reading.inferred:
            front = front.model_copy(update={"published_inferred": compose.inferred(reading.inferred[d])})
        if reviewed and ids[d] in standing and f"articles/{ids[d]}.md" not in faulty:
            recorded = was.recorded(f"articles/{ids[d]}.md")
            front, more = signed.kept(front, standing[ids[d]], text, recorded, reviewed, was.living, refused)
            doubts += more
            work.doubted[f"articles/{ids[d]}.md"] = [doubt.hash for doubt in more]
        made = work.put(f"articles/{ids[d]}.md", front, body, text)
        if made is None and f"articles/{ids[d]}.md" in was.disk:
            # A person is at work in it: until it can be read, other pages stand by what git has of it, or stay.
            made = standing[ids[d]].front if ids[d] in standing else None
        fronts[ids[d]] = made if isinstance(made, ArticleFront) else None
    return fronts, doubts, asked


def _entities(work: Work, reading: Reading, final: Mapping[str, ArticleFront], ids: Sequence[str]) -> None:
    who, was = reading.identities, work.was
    away = {d for d, id in enumerate(ids) if f"articles/{id}.md" in was.gone}
    unsaid = compose.said_only_in(away, reading.extractions, who.headed)
    made = compose.entity_pages(who, list(final.values()), reading.redirects, was.living, unsaid)
    by = {p.id: p.front.proposed_by for p in was.content.entities if p.front.proposed_by and not p.front.draft}
    for id, front in made.items():
        work.put(f"entities/{id}.md", front.model_copy(update={"proposed_by": by[id]}) if id in by else front)


def _events(
    work: Work,
    reading: Reading,
    final: Mapping[str, ArticleFront],
    entities: Collection[str],
    stay: Collection[tuple[str, str | None]],
) -> dict[str, EventFront]:
    """The pages of the events, and what each will say. `stay`: (article, event) of claims that count until a person
    decides: their seeds are gone, or the program doubts them now.
    """
    was, made = work.was, dict[str, EventFront]()
    reports = claims_by_event([Page(id, "", front, "") for id, front in final.items()], was.living)
    work.look_for_news(reports)
    happenings = [replace(h, id=was.living.get(h.id, h.id)) for h in reading.happenings]
    pages = compose.event_pages(happenings, reports, entities)
    for event in was.content.events:
        path = f"events/{event.id}.md"
        if event.id not in pages and reports.get(event.id) and path in was.records:
            # Only a person's claims, or those of a source that is gone, tell of it: date and status follow them.
            best = derive.best_date(reports[event.id])
            status = derive.status(reports[event.id], best)
            pages[event.id] = event.front.model_copy(update={"date": best, "status": status, "redirects": ()})
    reviewed = {e.id: e.front for e in was.content.events if e.front.reviewed and not e.front.draft}
    for id, front in pages.items():
        if id in reviewed:
            front = signed.event(front, reviewed[id], reports[id], was.living, entities, final)
        took = (was.living.get(e, e) for r in reports[id] if (r.article, id) in stay for e in r.claim.entities)
        if more := [e for e in dict.fromkeys(took) if e in entities and e not in front.entities]:
            front = front.model_copy(update={"entities": (*front.entities, *more)})
        path = f"events/{id}.md"
        given = was.raw[path].data.get("date") if path in was.raw else None
        theirs = was.made(path, "date") != hashed(given) and was.decided.get(path, {}).get("date") != "new"
        if isinstance(given, str) and dates.is_valid(given) and theirs:  # of the date that a person gave
            front = front.model_copy(update={"status": derive.status(reports[id], given)})
        shown = work.put(path, front)
        if isinstance(shown, EventFront):
            made[id] = shown
    return made


def _stale(was: Before, made: set[str], keep: Collection[str]) -> list[str]:
    """Pages that were generated, that nobody touched, and that nothing makes any more."""
    return sorted(p for p in was.records if p in was.disk and p not in made | was.foreign and p not in keep)


def _by_hand(was: Before) -> set[str]:
    """Pages of the entities that a person wrote on the page of an event."""
    found = set()
    for event in was.content.events:
        path = f"events/{event.id}.md"
        if path in was.theirs:
            made = {*map(str, was.made(path, "entities") or ()), str(was.made(path, "place"))}
            named = (*event.front.entities, *([event.front.place] if event.front.place else []))
            found |= {f"entities/{was.living.get(id, id)}.md" for id in named if hashed(id) not in made}
    return found


def _carry_out(
    work: Work,
    reading: Reading,
    documents: Sequence[Document],
    final: Mapping[str, ArticleFront],
    orphans: Sequence[str],
    stale: Sequence[str],
    read: frozenset[str],
    problems: list[Problem],
    proposed: Collection[str],
) -> Summary:
    was, folder = work.was, work.was.folder
    written = [p for p, c in sorted(work.changes.items()) if c.text is not None and digest(c.text) != was.disk.get(p)]
    removed = work.stay_away(reading)
    writing.commit(folder, work.changes, was.disk, was.records)
    left = writing.saved_meanwhile(folder, disk := writing.left_by(was.disk, work.changes))
    undecided.propose(folder, identities.proposed(reading.identities))
    waiting = [c for c in was.content.conflicts if not c.keep and c.page in was.disk and c.page not in work.changes]
    conflicts = [*work.conflicts, *waiting]
    undecided.list_conflicts(folder, conflicts)
    proposals = undecided.open_proposals(folder, was.living)
    titles = {was.living.get(h.id, h.id): h.title for h in reading.happenings}
    # Whoever wrote it into the seed, or as the rule for all, has thought about it.
    rules = was.content.settings.rights
    always = "default" in rules.model_fields_set and rules.default == "full"
    granted = {d.seed for d in documents if d.rights or always}
    away = set(map(id_of, stale))
    pointing = prose.pointing(was.content, away, was.living, faults.targets(was.content)) if away else []
    waiting_names = {f"entities/{id}.md" for id in proposed}
    counted = [p for p in work.changes if work.changes[p].text is not None and p not in waiting_names]
    texts = {p: work.changes[p].text for p in written}
    return Summary(
        articles=len(documents),
        entities=sum(p.startswith("entities/") for p in counted),
        events=sum(p.startswith("events/") for p in counted),
        drafts=sum(c.draft and not c.orphan for f in final.values() for c in f.events),
        eventless=sum(c.pasted for f in final.values() for c in f.events),
        proposals=proposals,
        written=tuple(p for p in written if p not in left),
        new=tuple(p for p in written if p not in left and p not in was.disk) if was.disk else (),
        changed=tuple(p for p in written if p not in left and p in was.disk and p not in was.foreign),
        renamed=renamed(was.content, texts),
        edited=tuple(sorted(was.foreign - set(written) - was.faulty)),
        merged=tuple(sorted(was.foreign & set(written))),
        removed=removed,
        moved=moved(was.content, texts),
        unverified=tuple(work.unverified),
        again=wanted_again.told(was.wanted, final),
        returned=tuple((path, commit) for path, (commit, _) in sorted(was.returned.items())),
        taken_away=tuple(stale),
        stranded=tuple(pointing),
        orphans=tuple(orphans),
        foreign=tuple(d.seed for d in documents if d.lang not in read),
        conflicts=tuple(conflicts),
        filled=tuple((path, row["quote"], pasted.told(row, titles, final[id_of(path)])) for path, row in work.filled),
        anchored=tuple(work.anchored),
        unanchored=tuple(work.orphans),
        left=left,
        disk=disk,
        whole_texts=sum(
            f.rights == "full" and f.wording != "paraphrase" and not f.source.gone and f.source.seed not in granted
            for f in final.values()
        ),
        forgotten=work.forgotten,
        problems=tuple(problems),
    )


def _ask(
    work: Work,
    final: Mapping[str, ArticleFront],
    made: Mapping[str, EventFront],
    doubts: Sequence[signed.Doubt],
    new: Sequence[signed.Doubt],
    rest: Collection[str],
) -> tuple[dict[str, reviews.Review], dict[str, reviews.Asked]]:
    """Mark the signed-off events at which a person is to look again; what `_looked_at` found of each.

    `new`: of the doubts, those of this run; `rest`: articles that were not read.
    """
    was = work.was
    unread_ids = tuple(f"{id}: " for id in rest)
    still = {pointed(d.article, d.quote) for d in doubts} | {
        claim for e in was.content.events for claim in e.front.look_at if claim.startswith(unread_ids)
    }
    seen, look = _looked_at(was, final, made, new, still)
    fronts_of = {e.id: e.front for e in was.content.events}
    if unread.articles_of(was):  # what moves only for want of a page is no news of any event
        look = {id: reviews.Asked(bool(front.look_again), front.look_at) for id, front in fronts_of.items()}
    for id, wanted in look.items():
        if wanted.news or wanted.settled or set(fronts_of[id].look_at) - set(wanted.claims):
            work.mark(f"events/{id}.md", fronts_of[id], wanted)
    return seen, look


def _looked_at(
    was: Before,
    final: Mapping[str, ArticleFront],
    made: Mapping[str, EventFront],
    doubts: Sequence[signed.Doubt],
    still: Collection[str],
) -> tuple[dict[str, reviews.Review], dict[str, reviews.Asked]]:
    """Events that a person signed off: what was seen then, and whether a person is to look again. Their pages may say
    something else, whatever the reason; but for what the person has decided in a conflict, and for the status where the
    person gives the date.
    """
    before = reviews.claims_of(was.content, was.content.articles, was.living)
    now = reviews.claims_of(was.content, (Page(id, "", front, "") for id, front in final.items()), was.living)
    seen = reviews.seen(was.content.events, before, was.living, reviews.read(store.reviewed(was.folder)))
    found = {}
    doubtful = defaultdict(list)
    for doubt in doubts:
        doubtful[doubt.event].append(pointed(doubt.article, doubt.quote))
    for event in was.content.events:
        if event.id not in seen:
            continue
        page, front = made.get(event.id, event.front), event.front
        same = reviews.said(front, was.living) == reviews.said(page, was.living)
        reworded = f"events/{event.id}.md" not in was.decided and not same
        claims = before.get(event.id, reviews.NOTHING), now.get(event.id, reviews.NOTHING)
        found[event.id] = reviews.asked(
            front, seen[event.id], *claims, page, was.living, final, doubtful[event.id], reworded, still
        )
    return seen, found
