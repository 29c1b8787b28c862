"""Marks that an editor typed straight, set as a printer sets them."""

from __future__ import annotations

import pytest

from generator.views.typography import curled

SET = {
    "the ship's log": "the ship’s log",
    'Called "first" and ("part").': "Called “first” and (“part”).",
    'The words "so" and "so".': "The words “so” and “so”.",
    "the '90s": "the ’90s",
    "the officers' talks": "the officers’ talks",
    "He said 'no'.": "He said ‘no’.",
    "\"'No,' he wrote\"": "“‘No,’ he wrote”",
    "“It’s done”": "“It’s done”",
    'six"—"seven"': "six”—“seven”",
    "": "",
}


@pytest.mark.parametrize("typed", SET)
def test_straight_marks_are_curled(typed: str) -> None:
    assert curled(typed) == SET[typed]


def test_what_stands_before_decides() -> None:
    assert curled('"', "d") == "”"
    assert curled('"', " ") == "“"
