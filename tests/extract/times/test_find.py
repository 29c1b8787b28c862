from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import dates
from generator.document import Time
from generator.extract.times import find, length, read, tagger
from generator.extract.times.tokens import cut

LENGTH = r"P(?=[0-9XT])(?:(?:[0-9]+(?:\.[0-9]+)?|X)(?:Y|M|W|D|WE|DE|CE|Q))*(?:T(?:(?:[0-9.]+|X)[HMS])+)?"
SHAPES = {
    "DURATION": re.compile(LENGTH),
    "SET": re.compile(rf"{LENGTH}|XXXX-(?:[0-9]{{2}}|SP|SU|FA|WI|WXX-(?:[1-7]|WE)|XX-XX)(?:T(?:MO|AF|EV|NI|DT|MI))?"),
    "TIME": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[0-9]{2}:[0-9]{2}|MO|AF|EV|NI|DT|MI)|(?:PAST|FUTURE)_REF"),
}
VAGUE = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")

_WORDS = [
    "\n\n",
    *"""
the a last next past this that same three 24 2019 31 March May Monday Friday Sept. Q3 '98 1990s early late mid
first second third quarter half century decade years days week weekend month hours day year ago later earlier
before after since until from to between and - – / , . of in on at by every twice Christmas Easter winter
fall spring 10:30 a.m. pm GMT noon midnight morning night tonight yesterday now once soon future will said was
has $ % # 's 99999 0 12/31/2020 2020-02-30 30 February 29 one hundred thousand couple few several old aged
9999 1000 AD BC fiscal FY2021
""".split(),
]


def _check(text: str, times: tuple[Time, ...]) -> None:
    end = 0
    for found in times:
        assert found.start >= end
        assert text[found.start : found.end] == found.text != ""
        end = found.end
        if found.date is None:
            continue
        if found.type == "DATE":
            assert found.date in VAGUE or dates.is_valid(found.date), found
        else:
            assert SHAPES[found.type].fullmatch(found.date), found


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=120), st.sampled_from([None, "2022-07-16", "0001-01-01", "9999-12-31", "2020-02-29"]))
def test_any_text_gives_exact_offsets_and_valid_values(text: str, published: str | None) -> None:
    _check(text, find(text, published))


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from(_WORDS), max_size=14),
    st.sampled_from([None, "2022-07-16", "0001-01-01", "9999-12-31", "2020-02-29", "2021-12-27/2022-01-02"]),
)
def test_any_words_of_time_give_exact_offsets_and_valid_values(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    _check(text, find(text, published))


@pytest.mark.parametrize(
    "unit",
    [
        "the last ",
        "111,",
        "1.1.",
        "March ",
        "2014-",
        "\n",
        "one-",
        "and two and ",
        "May 3 to ",
        "early-to-",
        "New Year ",
    ],
)
def test_long_repetitions_take_time_in_proportion(unit: str) -> None:
    """Ten times the text may take some tens of times as long, not a hundred times."""

    def taken(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.process_time()
        find(text, "2022-07-16")
        return time.process_time() - begin

    taken(2_000)
    assert taken(100_000) < 40 * taken(10_000) + 0.5


def test_tokens_cover_all_that_is_not_white_space() -> None:
    text = "On 3 May, at 10:30 a.m., she (aged 40) didn't say “no”.\n\nThen—nothing… 50% #tag @name 東京 2,000.5"
    tokens = cut(text)
    covered = "".join(tokens.words)
    assert re.sub(r"\s", "", covered) == re.sub(r"\s", "", text)
    assert all(text[s:e] == w for s, e, w in zip(tokens.starts, tokens.ends, tokens.words, strict=True))
    assert len(tokens.shape) == len(tokens.words)


def _dates(text: str, published: str | None) -> list[str | None]:
    return [t.date for t in find(text, published)]


def test_without_a_day_of_publication_only_the_text_itself_can_tell() -> None:
    assert _dates("The ferry sank on Monday and was raised last week.", None) == [None, None]
    assert _dates("The ferry sank on 4 May 2018 and was raised three days later.", None) == ["2018-05-04", "2018-05-07"]


def test_an_inferred_interval_dates_only_what_each_of_its_days_agrees_on() -> None:
    text = "The ferry sank last month and was raised yesterday."
    assert _dates(text, "2018-05-07/2018-05-13") == ["2018-04", None]
    assert _dates(text, "2018-05-28/2018-06-03") == [None, None]
    assert _dates(text, "2018-05-07/..") == [None, None]
    assert _dates(text, "2018-05-07/2018-05-07") == ["2018-04", "2018-05-06"]


def test_an_embedded_post_speaks_from_its_own_day() -> None:
    text = "The mayor resigned on Friday. “I shall go tomorrow”, he had posted. Voters decide next week."
    start, end = text.index("“"), text.index("”") + 1
    own = find(text, "2018-05-14", spans=[(start, end, "2018-05-08")])
    assert [t.date for t in own] == ["2018-05-11", "2018-05-09", "2018-05-21/2018-05-27"]
    undated = find(text, "2018-05-14", spans=[(start, end, None)])
    assert [t.date for t in undated] == ["2018-05-11", None, "2018-05-21/2018-05-27"]


def test_what_a_post_tells_does_not_anchor_the_article() -> None:
    text = "The lake froze on 3 January 2015. “It thawed on 9 March 2010”, he posted. The next day it snowed."
    start, end = text.index("“"), text.index("”") + 1
    assert find(text, "2018-05-14", spans=[(start, end, "2010-03-10")])[-1].date == "2015-01-04"


def test_the_basis_of_a_value_is_told() -> None:
    text = "It closed on 4 May 2018. The next day it opened. Last week it closed. It may open soon."
    assert [(d.time.text, d.basis) for d in read(text, "2019-02-04")] == [
        ("4 May 2018", "absolute"),
        ("The next day", "narrated"),
        ("Last week", "published"),
        ("soon", "none"),
    ]


def test_the_tense_of_the_clause_is_told() -> None:
    text = "The lock will open on Monday. It closed on Friday."
    assert [d.direction for d in read(text, "2019-02-06")] == ["future", "past"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a three-day visit", "P3D"),
        ("It lasted for two weeks.", "P2W"),
        ("the past two weeks", None),
        ("a 24-year-old driver", None),
        ("for several days", None),
        ("last week", None),
    ],
)
def test_a_stated_length_has_a_number_and_is_no_age(text: str, expected: str | None) -> None:
    assert [length(t) for t in find(text, "2019-02-06")] == [expected]


def test_a_line_of_a_chronology_tells_what_was_also_in_the_present_tense() -> None:
    text = "6 October – Farmers block seven highways.\n10 October – A strike begins."
    assert _dates(text, "2022-12-02") == ["2022-10-06", "2022-10-10"]


def test_no_rule_matches_nothing() -> None:
    assert [r.pattern for r in tagger.RULES if r.regex.fullmatch("")] == []


def test_weeks_from_a_day_are_that_day_for_a_claim_and_a_week_as_an_expression() -> None:
    (_, later) = read("He was tried on 2 October 2023. She was dismissed two weeks later.", "2024-05-05")
    assert (later.time.date, later.day) == ("2023-10-16/2023-10-22", "2023-10-16")
