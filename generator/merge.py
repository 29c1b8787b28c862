"""Last generated, edited, new: what becomes of each page, field by field. Nothing that a person wrote is overwritten.

Of what was last generated only hashes are kept (`Record`). A field that still has its hash is the machine's and takes
the new value; one that a person changed, added or took out stays as it is; where the machine's value changed too, that
is a conflict, listed with both values until it is decided. Lists of plain values are merged value by value, lists of
claims and entities row by row; what a person took out of them does not come back.

What a person's field is compared with does not move on while it is the person's: the converter reads people's pages as
evidence, so that the same value from both sides does not make it the machine's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from generator import markup, merge_text, rewriting, row_ids
from generator.problems import label
from generator.rewriting import KEEP, Rows
from generator.row_ids import THEIRS, Pairs
from generator.targets import in_order

Decision = Literal["yours", "new"]
# Lists that are one value: a pair of coordinates, the figures of a claim.
WHOLE: Final = frozenset({"coordinates", "figures", "published_inferred", "digest_of", "original"})
PLACE: Final = "@"  # in the record of a claim: number of the new claim, for which the caller puts its place
MISSING: Final = object()
_JSON: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
REMOVED: Final = "removed"  # in place of a page's hash: a person removed it, and was told that it stays away


@dataclass(frozen=True, slots=True)
class Record:
    """What was last generated for one page: hash of the page where it holds nothing else, of its fields, its body."""

    page: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    body: tuple[str, ...] = ()
    known: bool = True  # whether fields and body are recorded at all

    def with_fields(self, values: Mapping[str, Any]) -> Record:
        """The record where these values (None: the key is not there) were generated too."""
        if not self.known:
            return self
        fields = {k: v for k, v in self.fields.items() if k not in values}
        return replace(self, fields=fields | hashes({k: v for k, v in values.items() if v is not None}))


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing that a person and the machine both changed."""

    field: str
    yours: str
    new: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The target of the page's front matter, its body, what is recorded, and what waits for a decision."""

    target: dict[str, Any]
    body: str
    record: Record
    clashes: tuple[Clash, ...] = ()


def hashed(value: Any) -> str:
    """A short hash of a value as the reader of front matter gives it."""
    return hashlib.sha256(_JSON.encode(rewriting.canonical(value)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def hashes(data: Mapping[str, Any]) -> dict[str, Any]:
    """The record of a mapping: a hash for each value, a list for a list, a mapping for a mapping or a row."""
    return {key: _shape(key, value) for key, value in data.items()}


def _shape(key: str, value: Any) -> Any:
    if key == "id" and isinstance(value, str):
        return value  # ids are no secret, and what a person took out is known again by them
    if key not in WHOLE:
        if isinstance(value, Mapping):
            return hashes(value)
        if _is_rows(value):
            return [hashes(row) for row in value]
        if isinstance(value, list | tuple):
            return [hashed(v) for v in value]
    return hashed(value)


def _is_rows(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(v, Mapping) for v in value)


def touched(record: Record | None, data: Mapping[str, Any], body: str) -> bool:
    """Whether a person changed anything that the page says; comments and the order of keys say nothing."""
    if record is None or not record.known:
        return True
    return hashes(data) != dict(record.fields) or merge_text.hashes(body) != record.body


def page(
    record: Record | None,
    mine: tuple[Mapping[str, Any], str],
    new: tuple[Mapping[str, Any], str],
    pair: Callable[[str, Sequence[Any], Sequence[Any], Sequence[Any]], Pairs],
    decided: Mapping[str, Decision] | None = None,
    refused: Collection[str] = (),
    listed: Collection[str] = (),
    living: Mapping[str, str] | None = None,
    worded: Collection[str] = (),
    closed: Collection[str] | None = None,
) -> Merged:
    """Merge one page: data and body of the page as it is and as it would be made.

    `pair`: which rows of a list (by its key) are the same in last generated, edited, new; `decided`: what a person
    said of conflicts; `refused`: ids of whose rows none is added; `listed`: fields that were conflicts until now;
    `living`: old id -> the id that stands for it now; `worded`: fields that the machine words itself, where no source
    gives them: a person's wording stands, and another of the machine's is no conflict. `closed`: what was generated is
    forgotten, so that what the page lacks may have been taken out: only pasted quotes are filled in, and what they name
    (ids) is added.
    """
    known = record if record and record.known else None
    choices = {k.removeprefix("body: "): v for k, v in (decided or {}).items() if k.startswith("body: ")}
    body = merge_text.merge(known.body if known else None, mine[1], new[1], dict(choices))
    work = _Merge(
        pair, decided or {}, frozenset(refused), frozenset(listed), body.text, living or {}, frozenset(worded),
        None if closed is None else frozenset(closed),
    )  # fmt: skip
    target, fields = work.mapping(known.fields if known else None, mine[0], new[0], "")
    clashes = [*work.clashes, *(Clash(f"body: {label(c.mine)}", c.mine, c.new) for c in body.clashes)]
    return Merged(target, body.text, Record(record.page if record else "", fields, body.base), tuple(clashes))


@dataclass(slots=True)
class _Merge:
    pair: Callable[[str, Sequence[Any], Sequence[Any], Sequence[Any]], Pairs]
    decided: Mapping[str, Decision]
    refused: frozenset[str]
    listed: frozenset[str]
    body: str
    living: Mapping[str, str]
    worded: frozenset[str]
    closed: frozenset[str] | None = None
    clashes: list[Clash] = field(default_factory=list)

    def mapping(
        self, base: Mapping[str, Any] | None, mine: Mapping[str, Any], new: Mapping[str, Any], at: str
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """(target over `mine`, what is recorded). An empty list says the same as none."""
        new = {key: value for key, value in new.items() if not _is_list(value) or len(value)}
        target: dict[str, Any] = {}
        kept: dict[str, Any] = {}
        keys = [*new, *(k for k in mine if k not in new), *(k for k in base or {} if k not in mine and k not in new)]
        for key in keys:
            wanted, record = self.value(
                key,
                base.get(key) if base is not None else MISSING,
                mine.get(key, MISSING),
                new.get(key, MISSING),
                f"{at}.{key}" if at else key,
            )
            if wanted is not MISSING:
                target[key] = wanted
            if record is not None and record != []:  # an empty list says the same as none
                kept[key] = record
        return target, kept

    def value(self, key: str, base: Any, mine: Any, new: Any, at: str) -> tuple[Any, Any]:
        """`base` is MISSING where nothing is recorded of the whole mapping, None where the key was not generated."""
        given = [v for v in (mine, new) if v is not MISSING]
        if key in WHOLE or not given:
            return self.scalar(key, base, mine, new, at)
        if all(isinstance(v, Mapping) for v in given) and len(given) == 2 and isinstance(base, Mapping | None):
            return self.mapping(base or {}, mine, new, at)
        if all(_is_rows(v) or (_is_list(v) and not v) for v in given) and any(map(_is_rows, given)):
            return self.rows(key, base, mine, new, at)
        if all(_is_list(v) for v in given):
            if base is MISSING and mine is not MISSING:
                stays = row_ids.standing(mine, self.living if key == "entities" else {})
                known = {hashed(v) for v in (mine if stays is KEEP else stays)}
                return stays, [h for h in map(hashed, [] if new is MISSING else new) if h not in known]
            if isinstance(base, list) or (base is None and mine is not MISSING):
                ours, theirs = ([] if v is MISSING else v for v in (mine, new))
                return self.values(base or [], ours, theirs, self.living if key == "entities" else {})
        return self.scalar(key, base, mine, new, at)

    def scalar(self, key: str, base: Any, mine: Any, new: Any, at: str) -> tuple[Any, Any]:
        fresh = None if new is MISSING else _shape(key, new)
        if key in ("id", "place") and isinstance(mine, str) and self.living.get(mine) == new:
            return new, fresh  # it was merged into that: nobody means anything else
        if base is MISSING:  # of this mapping nothing was generated yet
            if mine is MISSING:
                return (new if self.closed is None or at == "redirects" else MISSING), fresh
            return KEEP, f"{THEIRS}{fresh}" if _same(mine, new) and isinstance(fresh, str) else fresh
        ours = None if mine is MISSING else _shape(key, mine)
        if ours == base:
            return (KEEP if _same(mine, new) and mine is not MISSING else new), fresh
        stays = MISSING if mine is MISSING else KEEP
        if _same(mine, new):
            return stays, fresh if at in self.listed else base
        if fresh == base:
            return stays, base
        if key == "quote" and isinstance(mine, str) and not markup.stands_in(mine, markup.plain(self.body)):
            return stays, fresh  # the words are the source's: they are anchored anew, or the claim is an orphan
        choice = self.decided.get(at)
        if choice == "new":
            return new, fresh
        if choice == "yours" or at in self.worded or row_ids.derived(at):
            return stays, fresh
        self.clashes.append(Clash(at, shown(mine), shown(new)))
        return stays, base

    def values(
        self, base: Sequence[Any], mine: Sequence[Any], new: Sequence[Any], living: Mapping[str, str]
    ) -> tuple[Any, Any]:
        """A list of plain values: what the machine adds and takes out, beside what a person did. `living`: old id -> id
        that stands for it now, in a list of ids: it stands there under that one, and once.
        """
        now = {hashed(old): hashed(id) for old, id in living.items()}
        was = list(dict.fromkeys(now.get(h, h) for h in map(str, base)))
        places: dict[str, tuple[int, Any]] = {}  # hash -> row of the page, and what it becomes
        for i, v in enumerate(mine):
            id = living.get(v, v) if isinstance(v, str) else v
            key = hashed(id)
            if not living:
                key = f"{key}{i}" if key in places else key
            if key not in places or (id == v and places[key][1] is not KEEP):
                places[key] = (i, KEEP if id == v else id)
        moved = len(places) < len(mine) or any(target is not KEEP for _, target in places.values())
        ours, theirs = [h[:12] for h in places], [hashed(v) for v in new]
        if ours == was:
            return (KEEP if _same(mine, new) and mine else list(new) if new else MISSING), theirs
        # A person took a name out, and the name was merged into another: it does not come back under that one's id.
        renamed = {hashed(old): hashed(id) for old, id in self.living.items()}
        was += [renamed[h] for h in was if h in renamed and h not in ours and renamed[h] not in (*was, *ours)]
        gone = set(was) - set(theirs)
        rows: list[tuple[int | None, Any]] = [p for h, p in sorted(places.items(), key=_place) if h[:12] not in gone]
        known = {*was, *ours}
        rows += [(None, v) for v, h in zip(new, theirs, strict=True) if h not in known]
        # What a person added stays the person's though the machine now has it too; what one took out is remembered.
        kept = [h for h in theirs if h in was or h not in ours]
        kept += [h for h in was if h not in theirs and h not in ours]
        unchanged = not moved and len(rows) == len(ours) and all(i is not None for i, _ in rows)
        return (KEEP if unchanged and mine else Rows(tuple(rows)) if rows else MISSING), kept

    def rows(self, key: str, base: Any, mine: Any, new: Any, at: str) -> tuple[Any, Any]:
        """A list of mappings, row by row."""
        was: list[Any] = [b for b in base if isinstance(b, Mapping)] if isinstance(base, list) else []
        ours: list[Any] = [] if mine is MISSING else mine
        theirs: list[Any] = [] if new is MISSING else new
        pairs = self.pair(key, was, ours, theirs)
        kept: list[Any] = []
        of_mine: dict[int, Any] = {}
        placed: dict[int, int] = {}  # new row -> row of the page
        added: list[int] = []
        absorbed = row_ids.absorbed(pairs, ours, theirs, self.living) if key == "entities" else {}
        gone = {m for rows in absorbed.values() for m in rows}

        def place(n: int) -> dict[str, Any]:
            return {PLACE: n} if key == "events" else {}

        for b, m, n in sorted(pairs, key=lambda p: tuple(i if i is not None else 1 << 30 for i in (p[2], p[0], p[1]))):
            if m is not None and m in gone:
                continue  # its names stand in the row of the page that it was merged into
            if m is None and n is None:
                kept.append(was[b] if b is not None else {})  # a person took it out: remembered
            elif m is None and n is not None:
                kept.append(hashes(theirs[n]) | place(n))
                opened = self.closed is None or (key == "entities" and theirs[n].get("id") in self.closed)
                if b is None and opened and theirs[n].get("id") not in self.refused:
                    added.append(n)
            elif m is not None and n is None:
                if b is not None and _bare(was[b]) == hashes(ours[m]):
                    continue  # no person changed it, and it is made no longer
                of_mine[m] = row_ids.renamed(ours[m], self.living)
                if b is not None:
                    kept.append(was[b])
            elif m is not None and n is not None:
                if b is not None and theirs[n].get("id") in self.refused and _bare(was[b]) == hashes(ours[m]):
                    kept.append(hashes(theirs[n]) | place(n))  # a person removed what it belongs to
                    continue
                placed[n] = m
                old = None if b is None else _bare(was[b])
                of_mine[m], record = self._row(old, ours[m], theirs[n], f"{at}[{self._name(ours[m], theirs[n])}]")
                if m in absorbed:
                    of_mine[m] = row_ids.with_names(of_mine[m], ours[m], [ours[a] for a in absorbed[m]])
                    record["names"] = hashes(theirs[n]).get("names", [])
                kept.append(record | place(n))
        rows = in_order(len(ours), of_mine, placed, [(n, theirs[n]) for n in added])
        if not rows:
            return MISSING, kept or None
        return (Rows(rows) if ours else [value for _, value in rows]), kept or None

    def _name(self, mine: Mapping[str, Any], new: Mapping[str, Any]) -> str:
        """How a conflict names a row: an entity by its id, a claim by the first words of its quote as it will be."""
        quote = mine.get("quote")
        if new.get("quote") != quote and not markup.stands_in(str(quote), markup.plain(self.body)):
            quote = new.get("quote")
        return label(str(quote or mine.get("id") or ""))

    def _row(self, old: Any, mine: Any, new: Any, at: str) -> tuple[Any, dict[str, Any]]:
        if old and "id" in old and "quote" in mine and "id" not in mine and mine.get("draft") != "true":
            old = {"quote": old["quote"]} if "quote" in old else None  # pasted again: it is to be filled in
        elif old and mine.keys() == {"quote"} and "id" in new and len(old) > 1:
            old = None  # so is the quote of an uncertain claim that a person took out
        closed, told = self.closed, not {"id", "draft", "dated_by"}.isdisjoint(mine)
        self.closed = closed if told else None  # a pasted quote is filled in
        target, record = self.mapping(old, mine, new, at)
        self.closed = closed
        if old is None and "id" in mine and "draft" not in mine:
            target.pop("draft", None)  # it stands there as told: a doubt of the machine's takes it from nobody
        theirs = old is not None and target.get("date") is KEEP and old.get("date") != hashed(mine["date"])
        if theirs and "dated_by" not in mine:  # the day is a person's: nobody inferred it
            target.pop("dated_by", None)
            record.pop("dated_by", None)
        quote = record.get("quote")
        if old and "draft" in old and "draft" not in mine and isinstance(quote, str) and not quote.startswith(THEIRS):
            record["quote"] = f"{THEIRS}{quote}"  # who publishes a draft makes its words a claim of their own, for good
        same = all(t is KEEP for t in target.values()) and list(target) == list(mine)
        return (KEEP if same else target), record


def _place(item: tuple[str, tuple[int, Any]]) -> int:
    return item[1][0]


def _bare(row: Mapping[str, Any]) -> dict[str, Any]:
    """The record of a row without what else is remembered of it (its place in the text)."""
    return {k: v for k, v in row.items() if not k.startswith("@")}


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _same(mine: Any, new: Any) -> bool:
    return mine is new or (new is not MISSING and mine is not MISSING and mine == rewriting.canonical(new))


def shown(value: Any) -> str:
    """A value for people to read."""
    if value is MISSING:
        return "(not there)"
    if isinstance(value, str):
        return value
    return json.dumps(rewriting.canonical(value), ensure_ascii=False)
