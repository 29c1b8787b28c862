"""The desk of the preview: what waits for a decision, by urgency, with file, line and what to type."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import waiting
from generator.desk import Desk
from generator.problems import Problem
from generator.views import addresses
from generator.views.lookup import Lookup
from generator.views.words import t
from generator.waiting import Item

SHOWN = 25  # rows of a section that stand open; the others are folded
# Problems that the questions of the desk tell already.
_ASKED = frozenset({"conflict", "orphan", "seed-gone", "look-again"})
# Sections in their order, with the kinds of question in each.
_SECTIONS = (
    ("conflicts", ("conflict",)),
    ("orphans", ("orphan", "gone")),
    ("drafts", ("draft", "page")),
    ("proposals", ("proposal",)),
    ("changed", ("changed",)),
    ("disputed", ("disputed",)),
    ("single", ("unverified",)),
    ("alike", ("alike",)),
    ("unchecked", ("undisputed", "entity")),
)
# Questions that are known by their words rather than by a file or an id.
_BY_WORDS = frozenset({"draft", "orphan", "changed", "disputed", "unverified", "undisputed", "entity"})
_CAN_WAIT = frozenset({"unchecked"})


@dataclass(frozen=True, slots=True)
class DeskItem:
    """One question. `place`: file and line; `address`: the page of the site that shows it, or nothing."""

    title: str
    details: tuple[str, ...]
    place: str
    address: str
    todo: tuple[tuple[str, str], ...]
    fault: bool = False


@dataclass(frozen=True, slots=True)
class DeskSection:
    """Questions of one kind."""

    id: str
    title: str
    note: str
    items: tuple[DeskItem, ...]
    more: tuple[DeskItem, ...]
    more_label: str


@dataclass(frozen=True, slots=True)
class DeskPage:
    """All of the desk. `urgent`: how many questions wait; `rest`: what nobody has checked yet, and can wait."""

    title: str
    description: str
    standfirst: str
    urgent: int
    rest: int
    sections: tuple[DeskSection, ...]


def view(desk: Desk, look: Lookup, problems: Sequence[Problem]) -> DeskPage:
    """The page, of the pages as they are and the problems that `check` names."""
    by_kind: dict[str, list[DeskItem]] = {}
    for item in waiting.items(desk):
        by_kind.setdefault(item.kind, []).append(_item(item, desk, look))
    faults = [_fault(p) for p in sorted(set(problems), key=lambda p: (p.level, p)) if p.rule not in _ASKED]
    sections = [_section("faults", faults)] if faults else []
    urgent, rest = len(faults), 0
    for id, kinds in _SECTIONS:
        items = [item for kind in kinds for item in by_kind.get(kind, ())]
        if items:
            sections.append(_section(id, items))
            urgent += 0 if id in _CAN_WAIT else len(items)
            rest += len(items) if id in _CAN_WAIT else 0
    said = [t("desk.standfirst", n=urgent) if urgent else t("desk.nothing")]
    said += [t("desk.unchecked_count", n=rest)] if rest else []
    return DeskPage(
        title=t("desk.title"),
        description=t("desk.title"),
        standfirst=" ".join((*said, t("desk.preview"))),
        urgent=urgent,
        rest=rest,
        sections=tuple(sections),
    )


def _section(id: str, items: Sequence[DeskItem]) -> DeskSection:
    more = tuple(items[SHOWN:])
    return DeskSection(
        id=id,
        title=f"{t(f'desk.{id}')} ({len(items)})",
        note=t(f"desk.{id}_note"),
        items=tuple(items[:SHOWN]),
        more=more,
        more_label=t("desk.more", n=len(more)) if more else "",
    )


def _item(item: Item, desk: Desk, look: Lookup) -> DeskItem:
    folder = desk.content.folder
    title, details = item.title, item.details
    if item.kind in _BY_WORDS and details:
        title, details = details[0], (title, *details[1:])
    return DeskItem(
        title=title,
        details=details,
        place=f"{folder}/{item.path}:{item.line}",
        address=_address(item, look),
        todo=tuple((does, _whole(command, folder)) for does, command in item.todo),
    )


def _whole(command: str, folder: str) -> str:
    """The command as it must be typed: with the folder where that is not the default."""
    return f"{command} --content {shlex.quote(folder)}" if command and folder != "content" else command


def _address(item: Item, look: Lookup) -> str:
    return next(_addresses(item, look), "")


def _addresses(item: Item, look: Lookup) -> Iterator[str]:
    for word in item.what:
        id = word.rpartition("/")[2].removesuffix(".md")
        if found := addresses.address(look.briefing, id):
            yield found


def _fault(problem: Problem) -> DeskItem:
    return DeskItem(
        title=problem.message,
        details=(),
        place=f"{problem.path}:{max(problem.line, 1)}",
        address="",
        todo=((problem.remedy, ""),) if problem.remedy else (),
        fault=problem.level == "error",
    )
