"""Titles of what was said: acts that verbs of saying tell, declarations, announcements and warnings."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Leo Mann lodged his appeal on 9 April 2025.", ("2025-04-09", "Leo Mann lodges his appeal")),
        (
            "Leo Mann, whom the Graz court heard on 9 April 2025, is silent.",
            ("2025-04-09", "The Graz court hears Leo Mann"),
        ),
        (
            "Some 800 people in Graz were told on Saturday to leave their homes.",
            ("2025-10-18", "Some 800 people in Graz are told to leave their homes"),
        ),
        ("Leo Mann wrote to the Graz council on 9 April 2025.", ("2025-04-09", "Leo Mann writes to the Graz council")),
        (
            "The Graz council has to meet by 9 April 2026 at the latest.",
            ("2026-04-09", "The Graz council to meet by 9 April"),
        ),
    ],
)
def test_acts_that_verbs_of_saying_tell(text: str, wanted: tuple[str, str]) -> None:
    assert told(text) == [wanted]


def test_what_somebody_saw_is_no_sight_of_something() -> None:
    assert told("What Leo Mann saw on the screen on 27 March 2025 was a line.") == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "The Harbour Board declared the outbreak on the Merle Star over on 3 May 2024.",
            "The Harbour Board declares the outbreak on the Merle Star over",
        ),
        ("The court in Graz ruled the will of Leo Mann void on 3 May 2024.",
         "The court in Graz rules the will of Leo Mann void"),
        ("Norvale took the mill of Radek over on 3 May 2024.", "Norvale takes the mill of Radek over"),
    ],
)  # fmt: skip
def test_what_a_thing_is_declared_to_be_is_told(text: str, title: str) -> None:
    assert told(text) == [("2024-05-03", title)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Norvale will pay Graz 600 million euros to settle a lawsuit, Mayor Leo Mann announced on Friday.",
            ("2025-10-17", "Leo Mann announces that Norvale will pay Graz 600 million euros"),
        ),
        (
            "Leo Mann, the mayor of Graz, warned on Sunday that the wall would break again.",
            ("2025-10-19", "Leo Mann warns that the wall will break again"),
        ),
        ("The Norvale Bank raised its rate on 9 April 2025.", ("2025-04-09", "The Norvale Bank raises its rate")),
    ],
)
def test_announcements_and_warnings_say_what(text: str, wanted: tuple[str, str]) -> None:
    assert told(text) == [wanted]


def test_a_warning_of_one_winter_is_none_of_every_winter() -> None:
    text = "Leo Mann warned in a report in May that the Graz dyke would not survive a wet January."
    assert [title for _, title in told(text) if title.endswith("survive")] == []
