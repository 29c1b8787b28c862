"""News that a body, or somebody of himself or herself, makes by saying it; what else is said has no day."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norvale said on Tuesday it would shed 240 jobs in Graz by the end of June.", "2025-10-21"),
        ("The Graz company said on Monday that it had halted work at a depot in Osk, Norway.", "2025-10-20"),
        ("The promoter, Norvale Live, said on Tuesday that all tickets would be refunded.", "2025-10-21"),
        ("Lind, 32, told reporters on Friday he would retire after the Graz Cup final in December.", "2025-10-17"),
    ],
)
def test_an_announcement_has_the_day_on_which_it_was_made(text: str, day: str) -> None:
    assert [date for date, _ in told(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg told reporters in Graz on Friday that the mayor would be angry.",
        "Anna Berg said in Graz on Friday that she would love to sing again.",
        "The ministry said on Friday that Graz was a fine town.",
    ],
)
def test_what_somebody_thinks_is_no_news(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Norvale Trust reported a theft to the police on 3 May.",
            "The Norvale Trust reports a theft to the po",
        ),
        ("Anna Berg reported two guards to the prosecutor on 3 May.", "Anna Berg reports two guards to the prosecutor"),
        ("Leo Mann called on voters on 3 May to end the strike in Graz.", "Leo Mann calls on voters to end the strike"),
        ("Anna Berg called on Norvale on 3 May to reopen the mill.", "Anna Berg calls on Norvale to reopen the mill"),
        (
            "Prosecutor Anna Berg asked on 3 May for six people to be tried.",
            "Anna Berg asks for six people to be tried",
        ),
        ("Leo Mann asked on 3 May for the mill to be closed.", "Leo Mann asks for the mill to be closed"),
    ],
)
def test_who_turns_to_somebody_that_acts_on_it_does_something(text: str, wanted: str) -> None:
    ((date, title),) = told(text)
    assert date == "2025-05-03"
    assert title.startswith(wanted)
