from __future__ import annotations

import itertools
import random
from datetime import date, timedelta

import pytest

from generator.views import chronology, labels
from generator.views.axis import axis
from generator.views.calendar import WIDTH, calendar
from generator.views.chronology import NARROW, WIDE
from generator.views.drawing import Drawing, Shape, draw
from generator.views.lookup import Lookup
from tests.views.ferry import Build
from tests.views.test_chronology import one_source


def drawn(look: Lookup, width: int = WIDE) -> Drawing:
    made = draw(list(look.events.values()), width)
    assert made is not None
    return made


def main_shape(drawing: Drawing, title: str) -> Shape:
    return next(m for m in drawing.marks if m.title.endswith(title)).shapes[-1]


def test_a_mark_is_no_more_exact_than_its_date(build: Build) -> None:
    look = build(
        **one_source({"day": "2030-03-04", "days": "2030-04-01/2030-04-03", "month": "2030-06", "year": "2030"})
    )
    drawing = drawn(look)
    day, month, year = (main_shape(drawing, name) for name in ("day", "month", "year"))
    assert day.kind == "circle"
    assert main_shape(drawing, "days").kind == "circle"
    assert month.kind == year.kind == "rect"
    assert year.w > 10 * month.w
    assert year.h < month.h


def test_an_approximate_date_is_marked_as_such(build: Build) -> None:
    look = build(**one_source({"about": "2030-03~", "exact": "2030-08"}))
    assert "ov-mark--approx" in main_shape(drawn(look), "about").cls
    assert "ov-mark--approx" not in main_shape(drawn(look), "exact").cls


def test_a_disputed_date_is_joined_to_its_rival(ferry: Lookup) -> None:
    mark = next(m for m in drawn(ferry).marks if "ferry" in m.title)
    assert [s.cls.split()[-1] for s in mark.shapes] == ["ov-tie", "ov-mark--rival", "ov-mark--disputed"]


def test_many_rival_dates_are_left_to_the_list(build: Build) -> None:
    """Twenty ties over one drawing would hide what they join."""
    events, articles = {}, {}
    for n in range(20):
        events[f"e{n}"] = f'---\ntitle: Event {n}\ndate: "2030-01-{n + 1:02}"\nstatus: disputed\n---\n'
    for paper, month in (("one", "01"), ("two", "01"), ("late", "09")):
        claims = "".join(f'  - {{id: e{n}, date: "2030-{month}-{n + 1:02}", quote: It rained}}\n' for n in range(20))
        source = f"{{seed: {paper}, sha256: {paper}, publisher: {paper}}}"
        articles[paper] = f"---\ntitle: {paper}\ndate: 2031-01-01\nsource: {source}\nevents:\n{claims}---\nIt rained.\n"
    drawing = drawn(build(articles=articles, events=events))
    assert len(drawing.marks) == 20
    assert not any("rival" in shape.cls or "tie" in shape.cls for mark in drawing.marks for shape in mark.shapes)
    assert "rival dates of disputes are in the list" in chronology.drawing_note(drawing)


def test_undated_events_are_not_drawn(ferry: Lookup) -> None:
    assert sorted(m.title.split(": ")[1] for m in drawn(ferry).marks) == [
        "A ferry runs aground off Varno",
        "An inquiry is to open",
    ]


def test_without_dated_events_there_is_no_drawing(build: Build) -> None:
    assert draw(list(build().events.values()), WIDE) is None


def crowd(number: int) -> dict[str, str]:
    source = random.Random(7)
    dates = {}
    for n in range(number):
        day = date(2020, 1, 1) + timedelta(days=source.randrange(4000))
        dates[f"event-{n}"] = source.choice([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
    return dates


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("number", [1, 25, 300])
def test_every_mark_lies_within_the_drawing_and_on_no_other(build: Build, width: int, number: int) -> None:
    drawing = drawn(build(**one_source(crowd(number))), width)
    assert len(drawing.marks) + drawing.left_out == number
    rows: dict[float, list[tuple[float, float]]] = {}
    for mark in drawing.marks:
        shape = mark.shapes[-1]
        left, right = (shape.x - shape.r, shape.x + shape.r) if shape.kind == "circle" else (shape.x, shape.x + shape.w)
        middle = shape.y if shape.kind == "circle" else shape.y + shape.h / 2
        assert -1 <= left < right <= width + 1
        assert drawing.top - 2 < middle < drawing.base
        rows.setdefault(round(middle, 0), []).append((left, right))
    for spans in rows.values():
        spans.sort()
        assert all(one[1] <= two[0] + 0.1 for one, two in itertools.pairwise(spans))


def test_thin_years_before_the_crowd_are_folded() -> None:
    days = [date(1950, 5, 1), date(1987, 5, 1), *(date(2030, m, d) for m in range(1, 13) for d in (3, 17))]
    scale = axis([(d, d) for d in days], 0, 900)
    assert scale.x(date(2030, 1, 1)) < 0.2 * 900
    assert scale.x(date(1950, 5, 1)) < scale.x(date(1987, 5, 1)) < scale.x(date(2030, 1, 1))
    assert len(scale.breaks) == 1


def test_a_busy_month_does_not_drown_in_its_year() -> None:
    """An outbreak of one September, with what led to it: the September has the width."""
    days = [date(2011, 5, 1), date(2022, 1, 9), *(date(2022, 9, d) for d in range(1, 21)), date(2022, 10, 1)]
    only = axis([(d, d) for d in days if d.year < 2022 or d.month > 1], 0, 900)
    assert only.dense_from == "September 2022"
    scale = axis([(d, d) for d in days], 0, 900)
    assert scale.dense_from == "September 2022"
    assert scale.x(date(2022, 9, 1)) < 0.2 * 900
    assert scale.x(date(2022, 9, 30)) - scale.x(date(2022, 9, 1)) > 300
    assert scale.x(date(2011, 5, 1)) < scale.x(date(2022, 1, 9)) < scale.x(date(2022, 9, 1))
    assert "Sep 2022" in [text.text for text in scale.texts]


def test_a_year_label_never_meets_the_next() -> None:
    for last in (2001, 2004, 2015, 2099):
        days = [date(y, 6, 1) for y in range(2000, last + 1)]
        strong = [text.x for text in axis([(d, d) for d in days], 0, 900).texts if text.strong and not text.end]
        assert all(b - a >= 40 for a, b in itertools.pairwise(strong))


def test_the_calendar_runs_forwards_over_year_ends() -> None:
    assert calendar(["2030-11", "2030-12-31", "2031-01"], [False, False, True]) is not None
    made = calendar(["2030-11-24", "2030-12"], [False, True])
    assert made is not None
    assert made.columns == ("Oct 2030", "Nov", "Dec", "Jan 2031")
    dot, bar = made.spans
    assert dot is not None
    assert bar is not None
    assert dot.w == 0
    assert WIDTH / 4 < dot.x < WIDTH / 2 < bar.x < bar.x + bar.w < 3 * WIDTH / 4


def test_a_calendar_of_one_date_or_of_an_age_is_not_drawn() -> None:
    assert calendar(["2030-11", "2030-11", None], [False, False, False]) is None
    assert calendar(["1930", "2030"], [False, True]) is None


def test_labels_keep_clear_of_each_other_and_of_the_edges() -> None:
    points = [
        (10.0, ("First", "of all")),
        (200.0, ("Second",)),
        (216.0, ("Third thing",)),
        (232.0, ("Fourth",)),
        (890.0, ("Last",)),
    ]
    placed = labels.place(points, 921)
    assert {p.lines for p in placed} == {lines for _, lines in points}
    for one in placed:
        for two in placed:
            if one is not two and one.row == two.row:
                assert span(one)[1] < span(two)[0] or span(two)[1] < span(one)[0]
    assert all(span(p)[0] >= 0 and span(p)[1] <= 921 for p in placed)


def span(label: labels.Label) -> tuple[float, float]:
    width = max(map(len, label.lines)) * 6.7
    left = {"start": label.x, "middle": label.x - width / 2, "end": label.x - width}[label.anchor]
    return left, left + width


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Ferry runs aground", ("Ferry runs aground",)),
        ("The council of Varno votes for a new wall", ("The council of Varno", "votes for a new wall")),
        (
            "The council of Varno votes for a new harbour wall after the flood of the century",
            ("The council of Varno votes", "for a new harbour wall"),
        ),
        (
            "Unpronounceableplacenames everywhere elsewhere undergo rather incomprehensible renaming",
            ("Unpronounceableplacenames", "everywhere elsewhere …"),
        ),
        (
            "The town council of Lower Brannock approves 400,000 euros for the families of the workers",
            ("The town council of Lower", "Brannock approves 400,000 …"),
        ),
        (
            "The shipowners promise to pay 400 000 crowns to the heirs of it",
            ("The shipowners promise", "to pay 400 000 crowns"),
        ),
        ("Unpronounceableplacenamesofthefarthestnorth", ("Unpronounceableplacenameso …",)),
    ],
)
def test_a_long_headline_keeps_what_two_lines_hold(title: str, short: tuple[str, ...]) -> None:
    assert labels.short(title) == short
