"""The pages of one run in the making: each beside what stands on the disk, and what was last generated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from generator import (
    anchoring,
    frontmatter,
    markup,
    merge,
    merge_text,
    pairing,
    reviews,
    rewriting,
    row_ids,
    signed,
    store,
    wanted_again,
)
from generator.before import Before, Raw
from generator.content import claims_by_event, id_of
from generator.derive import Report
from generator.document import Identities, Reading
from generator.merge import Record, hashed
from generator.model import ArticleFront, Conflict, EventFront, Front
from generator.problems import Problem
from generator.recognise import SEED
from generator.rewriting import KEEP
from generator.sheet import Sheet
from generator.store import digest
from generator.writing import Change


@dataclass
class Work:
    """The pages of one run in the making."""

    was: Before
    changes: dict[str, Change] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    filled: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    anchored: list[tuple[str, str]] = field(default_factory=list)
    orphans: list[tuple[str, str]] = field(default_factory=list)
    news: set[str] = field(default_factory=set)  # paths of events of which somebody tells what nobody told before
    unverified: list[str] = field(default_factory=list)  # articles that quote something else than what was verified
    doubted: dict[str, list[str]] = field(default_factory=dict)  # article -> hashes of doubts of its reviewed claims

    @property
    def forgotten(self) -> bool:
        """Whether pages stand there, and nothing is known of what was generated."""
        return bool(self.was.disk) and not self.was.records

    def put(self, path: str, front: Front, body: str = "", text: str = "") -> Front | None:
        """One page as it would be made; what it will say, or `None` where it stays away, or as it is."""
        if path in self.was.gone:
            self._remember_removed(path, front, body)
            return None
        if path in self.was.still:
            return None
        record = self.was.records.get(path)
        if path in self.was.returned and (back := self._merge(path, self.was.returned[path][1], front, body, text)):
            return back
        if path not in self.was.disk or (record and record.page == self.was.disk[path]):
            return self._write(path, front, body)
        mine = self.was.raw.get(path)
        return self._merge(path, mine, front, body, text) if mine else None

    def refused_entities(self, identities: Identities) -> set[str]:
        """Entities whose page a person removed, those among them that would have another id now."""
        was = self.was
        standing = {p.id for p in was.content.entities}
        anew = (
            id
            for id, who in identities.entities.items()
            if id not in standing and f"entities/{id}.md" not in was.records and hashed(who.name) in was.refused_names
        )
        return {*was.refused, *anew}

    def _record(self, path: str, page: str, front: Front, body: str) -> Record:
        fields = merge.hashes(front.as_dict())
        if isinstance(front, ArticleFront) and "events" in fields:
            rows = [c.as_dict() for c in front.events]
            numbered = [row | {merge.PLACE: n} for n, row in enumerate(fields["events"])]
            fields["events"] = pairing.with_places(numbered, rows, markup.fold(markup.plain(body)))
        if doubts := self.doubted.get(path):
            fields[signed.DOUBTED] = doubts
        return Record(page, fields, merge_text.hashes(body))

    def _remember_removed(self, path: str, front: Front, body: str) -> None:
        """A page that a person removed: its record follows what would be made, so that it is known again. Of an article
        it is only what its seed is called and holds: a person who brings the page back finds its claims as they were.
        """
        record = self._record(path, "", front, body)
        was = self.was.records[path]
        if isinstance(front, ArticleFront) and was.known:
            seed = merge.hashes({k: v for k, v in front.source.as_dict().items() if k in ("seed", "sha256")})
            record = replace(was, page="", fields={**was.fields, SEED: seed})
        self.changes[path] = Change(None, record)

    def _write(self, path: str, front: Front, body: str) -> Front:
        shown = front
        if isinstance(front, ArticleFront):
            shown = front.model_copy(update={"events": tuple(c for c in front.events if c.id not in self.was.refused)})
        text = frontmatter.dump(shown, body)
        self.changes[path] = Change(text, self._record(path, digest(text), front, body))
        return shown

    def _merge(self, path: str, mine: Raw, front: Front, body: str, text: str) -> Front | None:
        record = self.was.records.get(path)
        plain = markup.fold(markup.plain(mine.body))
        new_plain = markup.fold(markup.plain(body)) if body else ""
        claims = pairing.Claims(plain, new_plain, self.was.living)
        by_id = row_ids.by_id(self.was.living)
        made = merge.page(
            wanted_again.record(record, mine.data.get("events"), self.was.wanted),
            (mine.data, mine.body),
            (front.as_dict(), body),
            lambda key, *rows: (claims.pair if key == "events" else by_id)(key, *rows),
            self.was.decided.get(path, {}),
            self.was.refused,
            self.was.listed.get(path, ()),
            self.was.living,
            _settled(front, mine.data, path in self.news) - set(self.was.listed.get(path, ())),
            self._closed(record, mine, front),
        )
        target, fields = made.target, dict(made.record.fields)
        fields.pop(signed.DOUBTED, None)
        fields.pop(SEED, None)
        # What a person took out is known by the record, but an old address that nothing makes now may come again.
        fields.pop("redirects", None)
        if redirects := merge.hashes(front.as_dict()).get("redirects"):
            fields["redirects"] = redirects
        if doubts := self.doubted.get(path):
            fields[signed.DOUBTED] = doubts
        if isinstance(front, ArticleFront):
            self._claims(path, mine, target, made.body, (plain, new_plain, text))
            rows = [c.as_dict() for c in front.events]
            if isinstance(fields.get("events"), list):
                fields["events"] = pairing.with_places(fields["events"], rows, new_plain, claims.became)
            if isinstance(target.get("source"), dict) and not front.source.gone:  # its seed is there (again)
                target["source"].pop("gone", None)
                if front.source.sha256 != mine.data.get("source", {}).get("sha256"):
                    for key in ("verified", "verified_quotes"):
                        target["source"].pop(key, None)  # that was another text
                fields["source"] = {k: v for k, v in fields.get("source", {}).items() if k != "gone"}
        result = self._rewritten(path, mine, target, made.body, type(front))
        if result is None:
            return None
        if isinstance(result[1], ArticleFront) and result[1].source.verified and not result[1].verified:
            self.unverified.append(path)
            result = self._unverified(path, result[0]) or result
        page = store.EDITED if self.forgotten and record is None else made.record.page
        if page == merge.REMOVED:  # a person brought it back: as it was made, or with words of somebody's
            page = digest(result[0]) if result[0] == frontmatter.dump(front, body) else ""
        self.changes[path] = Change(result[0], replace(made.record, page=page, fields=fields))
        self.conflicts += [
            Conflict(page=path, field=c.field, yours=c.yours, new=c.new)
            for c in made.clashes
            if c.field != "source.gone" and not c.field.endswith("].original")  # places follow, they are no opinion
        ]
        return result[1]

    def _closed(self, record: Record | None, mine: Raw, front: Front) -> set[str] | None:
        """What may be added (ids) to a page of which nothing is known any more, while nothing new is told either: whom
        its pasted quotes name. `None` where what the page lacks is new.
        """
        if record and record.known:
            return None
        if isinstance(front, ArticleFront):
            source = mine.data.get("source")
            if not isinstance(source, Mapping) or source.get("sha256") != front.source.sha256:
                return None
            rows = mine.data.get("events")
            rows = [r for r in rows if isinstance(r, Mapping)] if isinstance(rows, list) else []
            pasted = {markup.fold(str(r.get("quote"))) for r in rows if not r.get("id")}
            told = [c for c in front.events if markup.fold(c.quote) in pasted]
            return {id for c in told for id in (*c.entities, *([c.place] if c.place else []))}
        return set() if self.forgotten or mine.data.get("reviewed") else None

    def _unverified(self, path: str, text: str) -> tuple[str, Any] | None:
        """An article that quotes something else than what was verified, without the word of it."""
        with suppress(rewriting.CannotEditError):
            sheet = Sheet(text, ArticleFront)
            sheet.within("source", verified=None, verified_quotes=None)
            page, _ = frontmatter.parse(sheet.text(), ArticleFront, "", path)
            return (sheet.text(), page.front) if page else None
        return None

    def _claims(self, path: str, mine: Raw, target: dict[str, Any], body: str, texts: Sequence[str]) -> None:
        """Quotes that stand no more get their new wording; pasted ones that are filled in are told of."""
        rows = mine.data.get("events")
        rows = rows if isinstance(rows, list) and all(isinstance(r, Mapping) for r in rows) else []
        if not rows and "events" not in target:
            return
        done = anchoring.anchor(target.get("events", KEEP), rows, markup.fold(markup.plain(body)), texts)
        if "events" in target:
            target["events"] = done.target
        wanted = rewriting.expected(target.get("events", []), rows)
        here = {str(r.get("quote")) for r in wanted if isinstance(r, Mapping)} if isinstance(wanted, list) else set()
        self.anchored += [(path, quote) for quote in done.anchored if quote in here]
        self.orphans += [(path, quote) for quote in done.orphans]
        told = [(markup.fold(str(r.get("quote"))), bool(r.get("id"))) for r in rows if r.get("draft") != "true"]
        pasted = {quote for quote, known in told if not known} - {quote for quote, known in told if known}
        self.filled += [
            (path, r)
            for r in (wanted if isinstance(wanted, list) else [])
            if isinstance(r, Mapping)
            and (r.get("id") or (r.get("dated_by") == "inference" and not r.get("date")))
            and markup.fold(str(r.get("quote"))) in pasted
        ]

    def _rewritten(
        self, path: str, mine: Raw, target: dict[str, Any], body: str, model: type[Front]
    ) -> tuple[str, Front] | None:
        """The page's new text, and what it says; `None`, and a problem, where it must stay as it is."""
        shown = f"{self.was.content.folder}/{path}"
        try:
            text = rewriting.front(mine.text, target, list(model.model_fields))
        except rewriting.CannotEditError as error:
            said = f"nothing new can be written into this page: {error}"
            self.problems.append(Problem(shown, 0, said, "write its front matter one key a line", "warning", "merge"))
            text = mine.text
            body = mine.body
        if body != mine.body:
            text = text[: len(text) - len(mine.body)] + body
        page, problems = frontmatter.parse(text, model, id_of(path), shown)
        if page is None and frontmatter.parse(mine.text, model, "", shown)[0] is not None:
            self.problems += problems
            return None
        return (text, page.front) if page else None

    def _as_left(self, path: str) -> tuple[str | None, Record | None]:
        """Text and record of a page as this run leaves it so far; no text where there is none, or none to be read."""
        if change := self.changes.get(path):
            return change.text, change.record
        mine = self.was.raw.get(path) or self.was.read(path)
        return mine.text if mine else None, self.was.records.get(path)

    def mark(self, path: str, front: EventFront, wanted: reviews.Asked) -> None:
        """A reviewed event is to be looked at again, or no more: its page, which said `front`, says so."""
        text, record = self._as_left(path)
        if text is None:
            return
        try:
            sheet = Sheet(text, EventFront)
            reviews.mark(sheet, front, wanted)
            self.changes[path] = Change(sheet.text(), record)
        except rewriting.CannotEditError:
            return  # the page is told of where it could not be written into before

    def look_for_news(self, reports: Mapping[str, Sequence[Report]]) -> None:
        """Which events have claims that no page had before."""
        before = claims_by_event(self.was.content.articles, self.was.living)
        for id, now in reports.items():
            told = {(r.article, r.claim.quote) for r in before.get(id, ())}
            if not told.issuperset((r.article, r.claim.quote) for r in now):
                self.news.add(f"events/{id}.md")

    def stay_away(self, reading: Reading) -> tuple[str, ...]:
        """The pages that would be made and that a person removed since the last run; it is remembered of all that were
        removed.
        """
        would = {f"entities/{id}.md" for id in reading.identities.entities}
        would |= {f"events/{h.id}.md" for h in reading.happenings}
        would |= {p for p, c in self.changes.items() if c.text is None and c.record}
        found = sorted(self.was.gone & would)
        for path in found:
            change = self.changes.get(path)
            record = (change.record if change else None) or self.was.records[path]
            self.changes[path] = Change(None, replace(record, page=merge.REMOVED))
        return tuple(path for path in found if self.was.records[path].page != merge.REMOVED)

    def take_out(self, ids: Set[str]) -> None:
        """Entities whose pages go away, out of the events that name them: what a person wrote there keeps its page."""
        gone = {hashed(id) for id in ids}
        for event in self.was.content.events:
            if not any(id in ids for id in (*event.front.entities, event.front.place)):
                continue
            path = f"events/{event.id}.md"
            text, record = self._as_left(path)
            if text is None:
                continue
            try:
                sheet = Sheet(text, EventFront)
                sheet.drop("entities", ids)
                if sheet.data.get("place") in ids:
                    sheet.set("place", None)
            except rewriting.CannotEditError:
                continue  # `check` names it
            new = sheet.text()
            if record:  # no person took them out
                fields = {k: v for k, v in record.fields.items() if k != "place" or v not in gone}
                if isinstance(rows := fields.get("entities"), list):
                    fields["entities"] = [h for h in rows if h not in gone]
                page = digest(new) if record.page == digest(text) else record.page
                record = replace(record, page=page, fields={k: v for k, v in fields.items() if v != []})
            self.changes[path] = Change(new, record)

    def mark_gone(self, path: str) -> None:
        """The seed of an article is gone: the page says so, once, and a person decides."""
        mine = self.was.raw.get(path) or self.was.read(path)
        record = self.was.records.get(path)
        if mine is None or record is None or not record.known or not isinstance(mine.data.get("source"), Mapping):
            return
        source = mine.data["source"]
        if "gone" in source or "gone" in record.fields.get("source", {}):
            return
        target: dict[str, Any] = dict.fromkeys(mine.data, KEEP)
        target["source"] = dict.fromkeys(source, KEEP) | {"gone": "undecided"}
        result = self._rewritten(path, mine, target, mine.body, ArticleFront)
        if result is None:
            return
        fields = dict(record.fields) | {"source": {**record.fields.get("source", {}), "gone": hashed("undecided")}}
        page = digest(result[0]) if record.page == self.was.disk[path] else ""
        self.changes[path] = Change(result[0], replace(record, page=page, fields=fields))


def _settled(front: Front, mine: Mapping[str, Any], news: bool) -> set[str]:
    """Fields in which a person's word stands whatever the reports say: a wording; where no report is new, a date or
    status with its reason.
    """
    if not isinstance(front, EventFront):
        return {"title"} if getattr(front, "title_by", None) else set()
    return {"title", "date", "status"} if mine.get("because") and not news else {"title"}
