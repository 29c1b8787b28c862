"""An event's status in words: a shape, a word, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import derive
from generator.briefing import Event
from generator.derive import Report
from generator.views import phrases
from generator.views.words import count, t

KINDS = ("undisputed", "unverified", "disputed", "planned")


@dataclass(frozen=True, slots=True)
class Status:
    """`kind` names the shape and colour; `word` and `why` are said."""

    kind: str
    word: str
    why: str

    @property
    def text(self) -> str:
        """Word and reason."""
        return t("status.because", word=self.word, why=self.why)


@dataclass(frozen=True, slots=True)
class Editors:
    """A date that no report allows, in words, why the editors give it, and what the reports say."""

    date: str
    because: str
    told: str


def status(
    event: Event,
    reports: Sequence[Report],
    groups: Sequence[int],
    rival: frozenset[int],
    *,
    planned: bool,
    editors: Editors | None = None,
) -> Status:
    """The page's status with its reason. A dispute outweighs a plan: what is planned can be disputed too.

    `editors`: they date the event otherwise than all reports; that is no dispute of reports, and said beside it.
    """
    made = _of_reports(event, reports, groups, rival, planned=planned)
    if editors is None:
        return made
    said = [made.why]
    if made.kind == "disputed" and not rival and not derive.rival_figures(reports):
        said = []
    key = "why.dated_because" if editors.because else "why.dated"
    said.append(t(key, date=editors.date, because=editors.because.strip().rstrip(".")))
    if not rival:
        telling = {r.claim.post or r.article for r in reports if r.claim.date}
        said.append(t("why.told", n=len(telling), date=editors.told))
    return Status(made.kind, made.word, t("list.semicolon").join(said))


def _of_reports(
    event: Event, reports: Sequence[Report], groups: Sequence[int], rival: frozenset[int], *, planned: bool
) -> Status:
    kind = event.front.status
    number = len(set(groups))
    if kind == "disputed":
        return Status(kind, t("status.disputed"), _disputed(reports, groups, rival))
    if planned:
        why = t("why.announced", n=number) if number > 1 else t("why.announced_alone") if number else t("why.no_report")
        return Status("planned", t("status.planned"), why)
    if not reports:
        why = t("why.no_report")
    elif kind == "unverified" and len({groups[i] for i in derive.confirming(reports)}) < number:
        why = t("why.announced_before")
    elif number > 1:
        why = t("why.independent", n=number)
    elif len({r.article for r in reports}) > 1:
        why = t("why.not_independent", reports=t("why.reports", n=len({r.article for r in reports})))
    else:
        why = t("why.alone")
    return Status(kind, t(f"status.{kind}"), why)


def _disputed(reports: Sequence[Report], groups: Sequence[int], rival: frozenset[int]) -> str:
    against = {groups[i] for i in rival}
    dated = {groups[i] for i, r in enumerate(reports) if r.claim.date and i not in rival}
    if rival:
        against -= dated
        if not against:
            return t("why.itself")
        return t("why.against", n=len(dated), m=count(len(against)))
    figures = [row for rows in derive.rival_figures(reports).values() for row in rows]
    if not figures:
        return t("why.editors")
    return t("why.figures_within" if derive.of_one_report(reports, figures) else "why.figures")


def review(reviewed: str | None, *, changed: bool = False, by_hand: bool = False) -> str:
    """Whether a person has checked the page, and whether it is as that person saw it; else who made it."""
    if not reviewed:
        return t("review.by_hand" if by_hand else "review.machine")
    return t("review.changed" if changed else "review.checked", date=phrases.phrase(reviewed).text)
