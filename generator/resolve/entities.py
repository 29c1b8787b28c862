"""Who is who over all documents: the things that documents name, joined where they are surely one.

What is only likely becomes a proposal and stays apart. Every join is refused where it would put two full names of
different people, two kinds of thing, or two pages that editors keep into one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator.document import Extraction, Identities
from generator.model import EntityFront
from generator.names import fold
from generator.resolve import (
    blocking,
    bodies,
    evidence,
    first_names,
    generics,
    headed,
    home,
    homonyms,
    initials,
    likely,
    likely_spelt,
    misread,
    names_match,
    people,
    royals,
    shortened,
    slips,
    spots,
)
from generator.resolve.clusters import Clusters
from generator.resolve.identities import Proposal, identities
from generator.resolve.likely import Likely
from generator.resolve.local import Local, canonical
from generator.resolve.within import locals_of

Standing = Mapping[int, Mapping[str, Sequence[str]]]  # document -> folded name -> ids under which its page has it


def resolve(
    extractions: Sequence[Extraction], known: Sequence[tuple[str, EntityFront]] = (), standing: Standing | None = None
) -> Identities:
    """Give every certain mention its entity, over all documents at once.

    `known` are the pages that editors keep, (id, front matter): a name on exactly one page is that page's; its id,
    name and type stay. A name on several pages is resolved by a fuller name, by the row that the article's page has of
    it (`standing`) or by the company in the article, else it is left out and proposed. Near-linear in the number of
    mentions.
    """
    members = [
        Local(-1, front.type, Counter((front.name, *front.aliases)), [], set(), id) for id, front in sorted(known)
    ]
    told, borne = headed.by_title(extractions, people.by_role(extractions)), people.surnames(extractions)
    shared = frozenset(surname for surname, firsts in borne.items() if len(firsts) > 1)
    far, country = homonyms.elsewhere(extractions), home.of_all(extractions)
    places, known_sexes = spots.towns(extractions), people.known_sexes(extractions)
    for number, extraction in enumerate(extractions):
        members += locals_of(
            number, extraction, told.get(number), shared, frozenset(borne), far[number], places, known_sexes, country
        )
    misread.retype(members)
    doubts = _recognise(members, known, standing or {})
    clusters = Clusters(members)
    _join_equal(clusters)
    bodies.join(clusters)
    slips.join(clusters)
    bodies.join_owned(clusters)
    shortened.join(clusters)
    proposed = _join_people(clusters)
    proposed = evidence.join(clusters, proposed, extractions)
    royals.join(clusters, extractions)
    initials.join(clusters)
    _join_surnames(clusters)
    proposed = evidence.join(clusters, proposed, extractions)
    evidence.join_places(clusters, extractions)
    generics.join(clusters, extractions)
    proposed += likely.bodies(clusters) + likely.groups(clusters) + likely.places(clusters)
    proposed += likely_spelt.firms(clusters) + likely_spelt.numbered(clusters)
    found = identities(clusters, known, proposed, doubts)
    return replace(found, headed=headed.names_of(extractions, found))


def _recognise(members: list[Local], known: Sequence[tuple[str, EntityFront]], standing: Standing) -> list[Proposal]:
    """Give locals the page on which their name stands; of several the context decides, else they are left out."""
    pages = dict(known)
    on: dict[str, set[str]] = defaultdict(set)
    for id, front in known:
        for name in (front.name, *front.aliases):
            on[fold(name)].add(id)
    here: dict[int, set[str]] = defaultdict(set)
    doubtful: list[tuple[Local, set[str]]] = []
    for local in members:
        if local.known or local.left_out:
            continue
        by_length = sorted(local.names, key=lambda n: (-len(n.split()), n))
        found = [on[fold(n)] for n in by_length if fold(n) in on]
        same_type = [{i for i in ids if pages[i].type == local.type} or ids for ids in found]
        on_all = set.intersection(*same_type) if same_type else set()  # the pages on which all of its names stand
        single = next((ids for ids in (*same_type, on_all) if len(ids) == 1), None)
        if single:
            (local.known,) = single
            here[local.document].add(local.known)
        elif same_type and (stands := _stands(local, by_length, set.union(*same_type), standing)):
            local.known = stands
            here[local.document].add(stands)
        elif same_type:
            doubtful.append((local, on_all or same_type[0]))
    proposals: list[Proposal] = []
    for local, ids in doubtful:
        company = {i for i in ids if i in here[local.document]}
        if len(company) == 1:
            (local.known,) = company
        else:
            local.left_out = True
            first, second, *_ = sorted(ids)
            proposals.append((first, second, 0.5, (f'"{local.full}" stands on both pages',)))
    return proposals


def _stands(local: Local, names: Sequence[str], ids: Collection[str], standing: Standing) -> str | None:
    """Of several pages that one is meant under which the article's page has the name already."""
    rows = standing.get(local.document, {})
    return next((id for name in names for id in rows.get(fold(name), ()) if id in ids), None)


def _keys(local: Local) -> set[str]:
    """Keys of exact equality. A person's bare surname is none; a known page counts with all its names."""
    keys = set(local.keys) or {canonical(n, local.type) for n in local.names}
    if local.type == "person" and any(" " in k.removeprefix("person:") for k in keys):
        return {k for k in keys if " " in k.removeprefix("person:")}
    return keys


def _join_equal(clusters: Clusters) -> None:
    groups = clusters.grouped(_keys)
    single = {k for k in groups if k.startswith("person:") and " " not in k.removeprefix("person:")}
    clusters.join_all(groups[k] for k in sorted(groups) if k not in single)


def _join_people(clusters: Clusters) -> list[Likely]:
    """Spellings of one full name; what is only likely is handed back as (local, local, score, reasons)."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for index in clusters.live("person"):
        for name in clusters.members[index].names:
            if len(names_match.tokens(name)) > 1:
                bearers[name].append(index)
    # What no text says, only an editor, is no spelling of another name that a text has: the editor told them apart.
    said = {n for n, of in bearers.items() if any(clusters.members[i].document >= 0 for i in of)}
    bearers = {name: of for name, of in bearers.items() if name in said}
    doubtful: list[Likely] = []
    certain = []
    compared = [(one, other, names_match.persons(one, other)) for one, other in blocking.pairs(bearers)]
    shared = _shortened_of_several(compared)
    for one, other, match in compared:
        a, b = bearers[one][0], bearers[other][0]
        together = {clusters.members[i].document for i in bearers[one]} & {
            clusters.members[i].document for i in bearers[other]
        } - {-1}
        several = names_match.MIDDLE_MORE in match.reasons and not shared.isdisjoint((one, other))
        if match.verdict == "same" and not (together and match.score < 0.96) and not several:
            certain.append((match.score, a, b))
        elif match.verdict != "different":
            doubtful.append((a, b, match.score, match.reasons))
    for _, a, b in sorted(certain, key=lambda c: (-c[0], c[1], c[2])):
        clusters.join(a, b)
    return doubtful


def _shortened_of_several(compared: Sequence[tuple[str, str, names_match.Match]]) -> set[str]:
    """Names that lack a middle name of two people: "Sékou Kanté" beside "Sékou Oumar Kanté" and "Sékou Ali Kanté"."""
    longer: dict[str, set[str]] = defaultdict(set)
    for one, other, match in compared:
        if match.verdict == "same" and names_match.MIDDLE_MORE in match.reasons:
            short, long = sorted((one, other), key=lambda n: len(names_match.tokens(n)))
            longer[short].add(long)
    found = set()
    for short, longs in longer.items():
        first, *others = sorted(longs)
        if any(names_match.persons(first, o).verdict == "different" for o in others[: blocking.LARGEST]):
            found.add(short)
    return found


def _join_surnames(clusters: Clusters) -> None:
    """A document that gives a bare surname only means the one person of that surname whom the others name."""
    full: dict[str, set[int]] = defaultdict(set)
    numbered: dict[str, set[int]] = defaultdict(set)
    halves: dict[str, set[int]] = defaultdict(set)
    bare: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in clusters.live("person"):
        for half in {names_match.first_surname(n) for n in clusters.members[index].names} - {""}:
            halves[half].add(index)
        for name in clusters.members[index].names:
            parts, number = names_match.suffix(names_match.tokens(name))
            if number and len(parts) > 1:
                numbered[f"{parts[-1]} {number}"].add(index)
        local = clusters.members[index]
        lasts = {p[0][-1] for n in local.names if len((p := names_match.suffix(names_match.tokens(n)))[0]) > 1}
        double = {tail for n in local.names if (tail := _double(n))}
        alone = bool(double) and all(" " not in n for n in local.names)
        for last in lasts | double if not alone else ():
            full[last].add(index)
        lone = (not lasts or alone) and not local.told and not local.titled and first_names.by_one_word(clusters, index)
        parts, number = names_match.suffix(names_match.tokens(local.full)) if lone else ((), "")
        if len(parts) == 1 or (alone and parts):
            bare[" ".join(parts), number].append(index)
    spelt = initials.spelt_alike(full)
    for (name, number), members in sorted(bare.items()):
        bearers: dict[int, Counter[str]] = defaultdict(Counter)
        for i in numbered.get(f"{name} {number}", ()) if number else ():
            bearers[clusters.root(i)].update(clusters.members[i].sexes)
        for i in (full.get(name, set()) | halves.get(name, set()) or spelt(name)) if not number else ():
            bearers[clusters.root(i)].update(clusters.members[i].sexes)
        for index in members:
            own = clusters.members[index]
            roots = people.of_sex(own.sexes, own.married, sorted(bearers.items()))
            if len(roots) == 1:
                clusters.join(roots[0], index)
            elif len(roots) > 1 and not clusters.members[index].known:
                clusters.members[index].left_out = True
        if not bearers:
            _join_without_bearer(clusters, members)
    first_names.join(clusters)


def _join_without_bearer(clusters: Clusters, members: Sequence[int]) -> None:
    """Texts that know only one surname mean one person; two, where some say "Mr" and others "Mrs".

    Then a text that says neither means whom its pronoun tells, and without one either of them: it is left out.
    """
    locals_ = clusters.members
    titled = {people.leading(locals_[i].sexes) for i in members if locals_[i].addressed}
    if not {"f", "m"} <= titled:
        clusters.join_all([members])
        return
    of_sex: dict[str, list[int]] = defaultdict(list)
    for index in members:
        of_sex[people.leading(locals_[index].sexes)].append(index)
    clusters.join_all([of_sex["f"], of_sex["m"]])
    for index in of_sex[""]:
        locals_[index].left_out = not locals_[index].known


def _double(name: str) -> str:
    """The two words of a family name with a hyphen: "Okonjo-Reed"; nothing of "el-Masry"."""
    last = name.split()[-1]
    parts = names_match.tokens(last) if "-" in last else ()
    return " ".join(parts) if len(parts) > 1 else ""
