"""From claims to events: which reports, over all documents, tell of one happening.

Two claims tell of one happening when their dates can both be true, they share actors, and they share the kind of
happening or the words for it. Dates that cannot both be true part two claims, except where two sources agree on all
else and the dates lie near: that is a dispute, and both readings are kept. How claims are grouped stands in
`grouping`; here an event gets its title, its id, its place and its actors.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator import dates
from generator.counts import NUMBERS
from generator.document import Extraction, Happening, Identities, Mention
from generator.names import slug, unused
from generator.resolve import (
    both_numbers,
    countered,
    counts,
    doubles,
    in_full,
    labels,
    likeness,
    lone,
    overtaken,
    parting,
    passed,
    story,
)
from generator.resolve.grouping import Cluster, Grouping
from generator.resolve.labels import Label
from generator.resolve.likeness import Key, Rarity, Row

PLAIN_WORDS = 5  # in a title without a name
FEWEST_WORDS = 3  # of a title whose claim is dated and done
# "Elections are promised for March": the day is not that of the promise.
_INTENDED = frozenset({"set", "promise", "expect", "plan", "schedule", "propose"})
WITHIN_STORY = 2  # what it costs a title that only its story makes clear
NAMING = 0.4  # what a name in it is worth to a title
# "That judgment", "it": of another sentence. "D. Petkova": somebody who has a whole name elsewhere.
_POINTING = re.compile(
    r"^(?:It|He|She|They|We|Our)\b|\b(?:this|these|those|them)\b|\b(?:sets?|of|in|on|at|to|with|by) that\b"
)
_INITIAL = re.compile(r"(?<!\w)[A-Z][a-z]?\. (?=[A-Z])|^[A-Z][a-z]? [a-z]")
# "The man", "the company", "a satellite": who or what it is, another title may tell.
_NOBODY = re.compile(r"(?:[Tt]he|[Aa]n?) [a-z]")
# Where it was, only the article says.
_SOMEWHERE = re.compile(
    r"\b(?:in|at|from|to|near|through) (?:the|its) (?:\w+ )?(?:capital|city|town|village|region|country|province"
    r"|district|north|south|east|west|area)\b(?! of)|\bthere$"
)
TELLING = 0.08  # what each word of its own is worth to a title,
MOST_TELLING = 6  # up to so many
MOST_COMPARED = 30  # claims of one event among which its title is chosen


def resolve(
    extractions: Sequence[Extraction],
    identities: Identities,
    known: Mapping[Key, str] | None = None,
    taken: Iterable[str] = (),
    away: Collection[int] = (),
) -> tuple[Happening, ...]:
    """The events of all documents, oldest first. `known`: ids that claims already have; `taken`: ids of other pages;
    `away`: documents that an editor let go: their claims have events, but say nothing of those that others tell, too.

    A claim that is in no event stays a draft: it tells nothing that stands for itself, or nobody dates it.
    """
    known = known or {}
    rows = likeness.rows(extractions, identities)
    sure = [r for r in rows if not r.claim.draft and r.claim.beside is None]
    grouping = Grouping(likeness.rarity(rows), identities, known)
    grouping.place([r for r in sure if not r.claim.leaning])
    grouping.unite()
    grouping.lean([r for r in sure if r.claim.leaning], sure)
    loose = [r for r in sure if r.claim.leaning and r.key not in grouping.of]
    grouping.support([*loose, *(r for r in rows if r.claim.draft and r.claim.sound)])
    grouping.lean([r for r in loose if r.key not in grouping.of], sure)
    grouping.place([r for r in loose if r.key not in grouping.of and r.claim.alone])
    grouping.open([r for r in loose if r.key not in grouping.of])
    gone = overtaken.join(grouping)
    held = [c for number, c in enumerate(grouping.clusters) if number not in gone]
    newest, told = _newest(extractions), story.articles(rows, len(extractions))
    label, person = (of(extractions, identities, told) for of in (labels.of_story, labels.of_person))
    held = [c for c in held if any(r.date for r in c.rows) and _opens(c, told, newest, label)]
    held = doubles.settled(grouping, held, _stands_alone)
    doubles.support(grouping, held, [r for r in rows if r.claim.draft and r.claim.sound])
    clusters = grouping.without_retellings([c for c in held if any(map(_stands_alone, c.rows))])
    within = grouping.without_retellings([c for c in held if not any(map(_stands_alone, c.rows))])
    clusters += story.without_doubles(grouping, clusters, within)

    def heads(title: str, row: Row) -> bool:
        of = label if label is not None and _only_the_story(title, row, label) else None
        return _under(title, row, of, person, {m.text for m in extractions[row.key[0]].mentions}) != title

    clusters += lone.found(grouping, sure, clusters, told, newest, heads)
    days_told = passed.Days(extractions, identities)
    clusters = [c for c in clusters if c.known or not days_told.tell_of(c.rows)]
    countered.join(grouping, clusters, rows)
    used, bodies = set(taken) | set(identities.entities), in_full.beginnings(identities)
    made: dict[str, Happening] = {}
    for cluster in sorted(clusters, key=lambda c: (c.known is None, _first(c).sort_key, c.rows[0].key)):
        told_by = Cluster([r for r in cluster.rows if r.key[0] not in away] or cluster.rows, cluster.known)
        title, row = _title(told_by, grouping.weights, newest, told, label)
        title = _under(title, row, label, person, {m.text for m in extractions[row.key[0]].mentions})
        written = {m.text for m in extractions[row.key[0]].mentions if m.type == "person"}
        title = in_full.with_names(title, _named(row, extractions, identities), identities, written, bodies)
        title = both_numbers.in_title(title, both_numbers.rivals(cluster.rows, extractions))
        id = cluster.known if cluster.known and cluster.known not in made else unused(_id(cluster, title), used)
        used.add(id)
        claims = tuple(sorted(r.key for r in cluster.rows))
        made[id] = _happening(id, title, claims, told_by.rows, extractions, identities)
    return tuple(made[id] for id in sorted(made))


def _newest(extractions: Sequence[Extraction]) -> date | None:
    """The last day on which an article is known to be published, by its own word or by what it tells."""
    documents = [e.document for e in extractions]
    days = [d.published or (d.inferred[0] if d.inferred else None) for d in documents]
    return max((dates.parse(day).lower for day in days if day), default=None)


def _under(title: str, row: Row, label: Label | None, person: Label | None, names: Collection[str]) -> str:
    """A title under the name of its briefing's story, where it does not say itself of what it is."""
    number = row.key[0]
    if label is not None and story.ONLY_THE in row.claim.doubts and label.fits(title, number):
        return label.headed(title)
    return next(
        (of.headed(title) for of in (person, label) if of is not None and of.heads(title, number, names)), title
    )


def _only_the_story(title: str, row: Row, label: Label) -> bool:
    """Whether a title is of the story's place or firm: of "the group is split" a place does not say which."""
    return story.ONLY_THE not in row.claim.doubts or label.type == "organization" or label.fits(title, row.key[0])


def _stands_alone(row: Row) -> bool:
    """Whether a claim's title can be read alone: it holds a name, or enough words on a kind that is known.

    What a text tells as done and dates by itself is an event also where it names nobody: "The museum was plundered
    in April 2003". Of what is planned or only reported today, "A verdict is expected" tells a reader nothing.
    """
    if row.claim.draft or not row.claim.whole:
        return False
    if row.claim.alone or (row.named and not row.claim.leaning):
        return True
    words = len(row.claim.title.split())
    told = row.date is not None and not row.claim.planned and row.claim.dated_by != "publication"
    if told and row.topic and not row.claim.acts & _INTENDED:  # names elsewhere in its article tell whose it is
        return words >= FEWEST_WORDS
    return bool(row.claim.kind) and words >= (PLAIN_WORDS + 1 if row.claim.leaning else PLAIN_WORDS)


def _told(row: Row, articles: Collection[int], newest: date | None, label: Label | None) -> bool:
    """Whether a claim can open an event: alone, or in the briefing's one story, which these articles tell."""
    return _stands_alone(row) or (row.key[0] in articles and story.clear(row, newest, label))


def _opens(cluster: Cluster, articles: Collection[int], newest: date | None, label: Label | None) -> bool:
    """Whether some claim opens an event; where two articles tell it, also one that says only "the teams"."""
    if any(_told(r, articles, newest, label) for r in cluster.rows):
        return True
    clear = {r.key[0] for r in cluster.rows if r.key[0] in articles and story.clear(r, newest, None, named=True)}
    return len(clear) > 1


def _first(cluster: Cluster) -> dates.Edtf:
    return min((r.date for r in cluster.rows if r.date), key=lambda d: (d.days, d.sort_key))


def _wanting(title: str, naming: int) -> float:
    """What a title wants to be read alone: it needs its kicker, points back, gives only an initial, or names nobody.

    `naming`: how many names it holds behind its kicker.
    """
    kicker, _, rest = title.rpartition(": ")
    wants = bool(kicker) * (1 if naming else 0.75) + bool(_POINTING.search(rest))
    wants += 0.5 * (not naming and not kicker and len(rest.split()) <= PLAIN_WORDS)  # rather a kicker than no name
    return wants + 0.5 * sum(bool(p) for p in (_INITIAL.search(rest), _NOBODY.match(rest), _SOMEWHERE.search(rest)))


def _telling(title: str) -> float:
    """How much the words of a title tell: "Supreme Court agrees" less than "Supreme Court confirms the annulment"."""
    words = {w for w in re.findall(r"\w+", title.lower()) if len(w) > 3 or w.isdigit()}
    return TELLING * min(len(words), MOST_TELLING)


def _title(
    cluster: Cluster, weights: Rarity, newest: date | None, articles: Collection[int], label: Label | None
) -> tuple[str, Row]:
    """The title of the claim that is most like the others, that names who acts, and that tells it as done.

    `newest`: day of the newest publication. What was planned for a day before it "was to" happen, as long as nobody
    tells that it did. `articles`: those that tell the briefing's one story.
    """
    rows = sorted(cluster.rows, key=lambda r: r.key)[:MOST_COMPARED]
    # A title takes no side where the reports give other numbers of one thing.
    counting = [r for r in rows if r.claim.figures and re.search(r"\d", r.claim.title)]
    partial = {r.key for r in counting if any(counts.counts_differ(r, other) for other in rows)}

    def worth(row: Row) -> tuple[float, int, Key]:
        alike = sum(likeness.likeness(row, other, weights) for other in rows if other is not row) / max(
            len(rows) - 1, 1
        )
        length = len(row.claim.title)
        points = 3 * alike + bool(row.actors) - 2 * row.claim.planned - 0.5 * (length < 25) - 0.5 * (length > 80)
        points += NAMING * min(row.naming, 2) - _wanting(row.claim.title, row.naming) - (row.key in partial)
        points += _telling(row.claim.title)
        short = 0 if _stands_alone(row) else WITHIN_STORY if _told(row, articles, newest, label) else 9
        return points - 3 * (row.date is None) - short, -length, (-row.key[0], -row.key[1])

    best = max(rows, key=worth)
    if not best.claim.planned:
        return _either(best.claim.title, (r.claim.title for r in rows)), best
    # Of "launched last month, after a first try on 3 May was called off" the day is not surely that of the launch.
    told = [r for r in cluster.rows if not r.claim.planned and r.claim.done and not parting.no_rival(r)]
    over = best.date is not None and newest is not None and best.date.upper < newest
    return (told and best.claim.did) or (over and best.claim.was) or best.claim.title, best


def _either(title: str, others: Iterable[str]) -> str:
    """Of "Six people are hurt" beside "Nine people are hurt": "Six or nine people are hurt".

    Only numbers in words: of larger ones one is often the other's rounding.
    """
    first, _, rest = title.partition(" ")
    for other in others:
        second, _, same = other.partition(" ")
        counted = all(word.lower().partition("-")[0] in NUMBERS for word in (first, second))
        if counted and same == rest and second != first:
            longer = f"{first} or {second.lower()} {rest}"
            return longer if len(longer) <= in_full.LIMIT else title
    return title


def _named(row: Row, extractions: Sequence[Extraction], identities: Identities) -> Iterator[tuple[Mention, str | None]]:
    """The mentions of a claim, first those that act, with the ids of their entities."""
    mentions = extractions[row.key[0]].mentions
    for m in dict.fromkeys((*row.claim.actors, *row.claim.mentions)):
        yield mentions[m], identities.of_mention.get((row.key[0], m))


def _taking_part(row: Row, extractions: Sequence[Extraction], identities: Identities) -> Iterator[str]:
    """Whom a claim names, but for those after whom a paper in it is called."""
    d, labels = row.key[0], extractions[row.key[0]].labels
    named = (*row.claim.actors, *row.claim.mentions)
    others = {identities.of_mention.get((d, m)) for m in named if m not in labels}
    only = {identities.of_mention.get((d, m)) for m in named if m in labels} - others
    return (e for e in row.entities if e not in only)


def _id(cluster: Cluster, title: str) -> str:
    first = _first(cluster)
    point = first.start or first.end
    return slug(f"{point.text.rstrip('~?%') if point else ''} {title}", 72)


def _happening(
    id: str,
    title: str,
    claims: tuple[Key, ...],
    rows: Sequence[Row],
    extractions: Sequence[Extraction],
    identities: Identities,
) -> Happening:
    told = Counter(e for r in rows for e in _taking_part(r, extractions, identities))
    acting = {e for r in rows for e in r.actors}
    many = len(rows) > 2
    chosen = [e for e, n in told.items() if n > 1 or not many or e in acting]
    places = Counter(
        identities.of_mention[r.key[0], r.claim.place]
        for r in rows
        if r.claim.place is not None and (r.key[0], r.claim.place) in identities.of_mention
    )
    return Happening(
        id=id,
        title=title,
        date=None,
        status="unverified",
        claims=claims,
        entities=tuple(sorted(chosen, key=lambda e: (-told[e], e))[:10]),
        place=min(places, key=lambda p: (-places[p], p)) if places else None,
    )
