"""When two figures are for one thing, and whether both can be right."""

from __future__ import annotations

from typing import Any

import pytest

from generator import quantities
from generator.model import Figure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("people killed", "dead"),
        ("deaths", "Fatalities"),
        ("people injured", "wounded"),
        ("soldiers", "troops"),
        ("troops killed", "soldiers killed"),
        ("stake", "shares"),
        ("Ships", "ship"),
    ],
)
def test_one_thing_under_two_words(one: str, other: str) -> None:
    assert quantities.thing(one) == quantities.thing(other)


@pytest.mark.parametrize(("one", "other"), [("people killed", "people injured"), ("soldiers", "Peruvian soldiers")])
def test_two_things(one: str, other: str) -> None:
    assert quantities.thing(one) != quantities.thing(other)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ((40, {"bound": "least"}), (43, {}), True),
        ((40, {"bound": "least"}), (23, {}), False),
        ((40, {"bound": "most"}), (23, {}), True),
        ((300, {"bound": "about"}), (312, {}), True),
        ((7500, {"bound": "about"}), (9200, {}), False),
        ((300, {}), (312, {}), True),
        ((7500, {}), (9200, {}), False),
        ((11, {}), (14, {}), False),
        ((40, {}), (43, {}), False),
        ((5_000_000, {"unit": "EUR"}), (4_920_000, {"unit": "EUR"}), True),
        ((48_000_000, {"unit": "USD"}), (61_000_000, {"unit": "USD"}), False),
        ((51, {"unit": "%"}), (43, {"unit": "%"}), False),
    ],
)
def test_what_hedges_and_round_numbers_leave_open(
    one: tuple[float, dict[str, Any]], other: tuple[float, dict[str, Any]], agree: bool
) -> None:
    figures = [Figure(what="x", value=value, **more) for value, more in (one, other)]
    assert quantities.agree(*figures) is agree
    assert quantities.agree(*reversed(figures)) is agree
