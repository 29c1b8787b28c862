"""What claims say together: independence, the best date, the status."""

from __future__ import annotations

import pytest

from generator import derive
from generator.derive import Report
from generator.model import Claim, Figure


def said(article: str, date: str | None = None, publisher: str | None = None, **more: object) -> Report:
    return Report(article, Claim(id="e", quote="words", date=date, **more), publisher)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reports", "independent"),
    [
        ([said("a"), said("a")], 1),
        ([said("a"), said("b")], 2),
        ([said("a", publisher="The Daily"), said("b", publisher="the daily")], 1),
        ([said("a", said_by="Ministry of Health"), said("b", said_by="the ministry of health")], 1),
        ([said("a", said_by="officials"), said("b", said_by="officials")], 2),
        ([said("a", publisher="Harbour Wire"), said("b", publisher="The Daily", said_by="Harbour Wire")], 1),
        ([said("a", post="Mia Kent"), said("b", said_by="Mia Kent")], 1),
        ([said("a", publisher="Harbour Wire"), said("b", publisher="The Daily", said_by="the harbour office")], 2),
        ([said("a", shared_with=("b",)), said("b")], 1),
        ([said("a", shared_with=("c",)), said("b")], 2),
        ([said("a"), said("a", post="Mia Kent")], 1),
        ([said("a", said_by="officials"), said("a", post="Mia Kent")], 1),
        ([said("a", said_by="the mayor"), said("a", post="Mia Kent")], 1),
        ([said("a", said_by="Mayor Kent"), said("a", post="Mayor Mia Kent")], 1),
        ([said("a", said_by="Harbour Wire"), said("a", post="Mia Kent")], 2),
        ([said("b"), said("a", post="Mia Kent")], 2),
        ([said("a", post="Mia Kent"), said("b", post="Mia Kent")], 1),
        ([said("a", shared_with=("b",)), said("b", shared_with=("c",)), said("c")], 1),
    ],
)
def test_reports_of_one_origin_count_once(reports: list[Report], independent: int) -> None:
    assert len(set(derive.independent(reports))) == independent


@pytest.mark.parametrize(
    ("dates", "best"),
    [
        (["2021-11", "2021-11-24", "2021"], "2021-11-24"),
        (["2021-11", "2021-11", "2021-12"], "2021-11"),
        ([None, None], None),
        ([None, "2021"], "2021"),
        (["2021-11", "2021-12", "2021"], "2021-11"),
        (["2022-03-24", "2022-03-25", "2022-03"], "2022-03-24/2022-03-25"),
        (["2022-03-24", "2022-03-27"], "2022-03-24"),
    ],
)
def test_the_best_date_is_the_most_precise_that_most_reports_allow(dates: list[str | None], best: str | None) -> None:
    assert derive.best_date([said(f"a{i}", d) for i, d in enumerate(dates)]) == best


def _dead(value: float, **more: object) -> Report:
    return said("a", figures=(Figure(what="people killed", value=value),), **more)


def test_whom_a_report_credits_with_another_figure_is_a_side() -> None:
    told = _dead(23, date="2023-05-03", said_by="doctors")
    assert derive.status([told, _dead(9, said_by="the minister")], "2023-05-03") == "disputed"
    assert derive.status([told, _dead(23, said_by="the minister")], "2023-05-03") == "unverified"


@pytest.mark.parametrize(
    "other",
    [
        _dead(9, said_by="doctors"),  # who gives two figures corrects one
        _dead(9, said_by="officials"),  # nobody in particular
        _dead(9),
        _dead(9, date="2023-05-03", said_by="the minister"),  # with a day: it may be the count of that day
    ],
)
def test_other_figures_of_one_report_are_no_dispute(other: Report) -> None:
    assert derive.status([_dead(23, date="2023-05-03", said_by="doctors"), other], "2023-05-03") == "unverified"


def test_adjacent_days_of_a_signing_are_two_readings() -> None:
    reports = [said("a", "2022-03-24", kind="signing"), said("b", "2022-03-25", kind="signing")]
    best = derive.best_date(reports)
    assert best == "2022-03-24"
    assert derive.status(reports, best) == "disputed"


def test_adjacent_days_of_what_as_many_reports_tell_as_one_moment_are_two_readings() -> None:
    reports = [said("a", "2022-03-24", kind="attack"), said("b", "2022-03-25", kind="death")]
    assert derive.status(reports, derive.best_date(reports)) == "disputed"


def test_a_stated_length_shapes_the_date() -> None:
    reports = [said("a", "2022-07-18", kind="visit"), said("b", "2022-07-18", kind="visit", lasts="P3D")]
    assert derive.best_date(reports) == "2022-07-18/2022-07-20"


def test_an_explicit_date_goes_before_the_day_of_publication() -> None:
    reports = [said("a", "2022-07-16~", dated_by="publication"), said("b", "2022-07-15")]
    assert derive.best_date(reports) == "2022-07-15"


def test_of_tied_reports_the_written_day_is_the_best() -> None:
    reports = [
        said("a", "2022-03-01", when="two days later", kind="vote"),
        said("b", "2022-03-04", when="on 4 March", kind="vote"),
    ]
    assert derive.best_date(reports) == "2022-03-04"
    weekday = [said("a", "2022-03-01", when="on Tuesday", kind="vote"), reports[1]]
    assert derive.best_date(weekday) == "2022-03-01"


def test_a_majority_of_copies_is_no_majority() -> None:
    copies = [said(f"c{i}", "2021-12", publisher="The Daily") for i in range(3)]
    assert derive.best_date([*copies, said("a", "2021-11"), said("b", "2021-11")]) == "2021-11"


@pytest.mark.parametrize(
    ("reports", "status"),
    [
        ([said("a", "2021-11")], "unverified"),
        ([said("a", "2021-11"), said("a", "2021-11-24")], "unverified"),
        ([said("a", "2021-11"), said("b", "2021-11-24")], "undisputed"),
        ([said("a", "2021-11"), said("b", "2021-12")], "disputed"),
        ([said("a", "2021-11"), said("b")], "undisputed"),
    ],
)
def test_status(reports: list[Report], status: str) -> None:
    assert derive.status(reports, derive.best_date(reports)) == status


def figure(what: str, value: float) -> tuple[Figure, ...]:
    return (Figure(what=what, value=value),)


def test_figures_for_one_thing_that_differ_are_a_dispute() -> None:
    reports = [said("a", "2021", figures=figure("soldiers", 7500)), said("b", "2021", figures=figure("Soldiers", 5000))]
    assert derive.status(reports, "2021") == "disputed"
    assert list(derive.rival_figures(reports)) == ["soldiers"]


def test_figures_for_two_things_are_none() -> None:
    reports = [said("a", "2021", figures=figure("soldiers", 7500)), said("b", "2021", figures=figure("tanks", 50))]
    assert derive.status(reports, "2021") == "undisputed"


def test_one_report_does_not_disagree_with_itself() -> None:
    reports = [said("a", "2021", figures=figure("dead", 3)), said("a", "2021", figures=figure("dead", 5))]
    assert derive.rival_figures(reports) == {}


def toll(article: str, published: str, dead: float) -> Report:
    claim = Claim(id="e", quote="q", date="2022-05-01", figures=figure("people killed", dead))
    return Report(article, claim, None, published)


def test_a_toll_that_grows_while_the_news_is_told_is_an_update_and_no_dispute() -> None:
    assert derive.rival_figures([toll("a", "2022-05-01", 11), toll("b", "2022-05-03", 14)]) == {}
    assert derive.rival_figures([toll("a", "2022-05-01", 14), toll("b", "2022-05-03", 11)])  # it does not shrink
    assert derive.rival_figures([toll("a", "2022-05-02", 11), toll("b", "2022-05-02", 14)])  # nor differ on one day
    assert derive.rival_figures([toll("a", "2022-05-02", 11), toll("b", "2022-09-02", 14)])  # and settles at last


def test_one_of_the_hurt_who_died_since_makes_no_dispute() -> None:
    assert derive.rival_figures([toll("a", "2022-05-20", 18), toll("b", "2023-03-17", 19)]) == {}
    assert derive.rival_figures([toll("a", "2022-05-20", 19), toll("b", "2023-03-17", 18)])  # nobody rises again
    assert derive.rival_figures([toll("a", "2022-05-20", 18), toll("b", "2023-03-17", 24)])  # nor do so many die
    assert derive.rival_figures([toll("a", "2022-12-20", 18), toll("b", "2023-03-17", 19)])  # nor so late


def test_words_for_one_thing_are_counted_together() -> None:
    reports = [said("a", "2021", figures=figure("dead", 3)), said("b", "2021", figures=figure("people killed", 5))]
    assert derive.status(reports, "2021") == "disputed"


def test_what_a_hedge_leaves_open_is_no_disagreement() -> None:
    hedged = (Figure(what="dead", value=40, bound="least"),)
    reports = [said("a", "2021", figures=hedged), said("b", "2021", figures=figure("dead", 43))]
    assert derive.status(reports, "2021") == "undisputed"


def test_kinds_of_one_moment_are_kinds_that_the_converter_knows() -> None:
    lexicon = pytest.importorskip("generator.extract.lexicon", reason="the converter's tables").lexicon()
    known = {kind for kinds in (*lexicon.verb_kinds.values(), *lexicon.noun_kinds.values()) for kind in kinds}
    assert known > derive.INSTANT_KINDS


def test_news_told_some_days_late_contradicts_no_day() -> None:
    told = Claim(id="e", quote="gave its approval on 5 May", date="2023-05-05", when="on 5 May")
    late = Claim(id="e", quote="has cleared the merger", date="2023-05-10~", dated_by="publication")
    of = [Report("a", told, "A"), Report("b", late, "B")]
    assert derive.best_date(of) == "2023-05-05"
    assert derive.status(of, "2023-05-05") == "undisputed"


def test_a_correction_of_what_one_source_alone_says_is_no_dispute() -> None:
    assert derive.status([said("a", "2023-05-03")], "2023-05-04") == "unverified"
    assert derive.status([said("a", "2023-05-03"), said("a", "2023-05-06")], "2023-05-03") == "disputed"
    assert derive.status([said("a", "2023-05-03"), said("b", "2023-05-03")], "2023-05-04") == "disputed"


def test_an_announcement_confirms_nothing() -> None:
    plan = Report("a", Claim(id="e", quote="words", date="2031-05-21"), "A", "2031-05-14")  # type: ignore[arg-type]
    deed = Report("b", Claim(id="e", quote="words", date="2031-05-21"), "B", "2031-05-23")  # type: ignore[arg-type]
    again = Report("c", Claim(id="e", quote="words", date="2031-05-21"), "C", "2031-05-24")  # type: ignore[arg-type]
    assert derive.status([plan, deed], "2031-05-21") == "unverified"
    assert derive.status([plan, deed, again], "2031-05-21") == "undisputed"
    assert derive.status([plan, Report("c", plan.claim, "C", "2031-05-15")], "2031-05-21") == "undisputed"  # planned


def test_what_was_announced_and_came_otherwise_is_no_dispute() -> None:
    def told(article: str, published: str, value: int) -> Report:
        figures = (Figure(what="sum", value=value, unit="EUR"),)
        claim = Claim(id="e", quote="words", date="2031-07-18", figures=figures)  # type: ignore[arg-type]
        return Report(article, claim, article, published)

    assert derive.rival_figures([told("a", "2031-07-03", 42), told("b", "2031-07-21", 3200)]) == {}
    assert derive.rival_figures([told("a", "2031-07-20", 42), told("b", "2031-07-21", 3200)])
