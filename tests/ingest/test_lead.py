from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.lead import LIMIT, from_lead, is_headline


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("Protesters clashed with police. More came.", "Protesters clashed with police"),
        (
            "Jane Doe, who led the company for eleven years and oversaw its expansion into Asia, will step down at "
            "the end"
            " of the month, the company announced.",
            "Jane Doe will step down at the end of the month, the company announced",
        ),
        (
            "After months of negotiations, the two companies have agreed to merge, creating the largest maker of "
            "paper in"
            " Scandinavia with 20,000 employees.",
            "The two companies have agreed to merge, creating the largest maker of paper in Scandinavia",
        ),
        (
            "At least nineteen people were killed and dozens injured when a passenger train collided with a goods "
            "train near"
            " the city of Larissa, officials said.",
            "At least nineteen people were killed and dozens injured, officials said",
        ),
        (
            "“We will not leave until the last of our people is home,” the foreign minister told parliament on "
            "Wednesday in"
            " a speech that was interrupted several times.",
            "“We will not leave until the last of our people is home”",
        ),
        (
            "The U.S. ambassador, Mr. J. P. Hill, met the president on Monday (his 70th birthday) in the palace "
            "for talks on"
            " fish, which lasted five hours.",
            "The U.S. ambassador, Mr. J. P. Hill, met the president on Monday in the palace for talks",
        ),
    ],
)
def test_the_lead_as_a_title(lead: str, title: str) -> None:
    assert from_lead(lead) == title


def test_a_condition_stays_or_the_cut_is_shown() -> None:
    title = from_lead(
        "The central bank will not raise its interest rates this year unless inflation in the whole of the country "
        "rises"
        " above three percent again."
    )
    assert "unless inflation" in title


def test_who_vouches_for_it_stays() -> None:
    long = "Rebels shot down a transport plane with forty people on board near the border on Friday evening, "
    assert from_lead(long + "two officials said.").endswith(", two officials said")
    assert from_lead(long + "according to a statement of the ministry of transport and communication.").endswith(
        "– report"
    )


@given(st.text("abc DEF,.“”\"'()-–—;: the of said in on who", max_size=400))
def test_a_title_is_short_and_made_of_the_leads_words(text: str) -> None:
    title = from_lead(text)
    assert len(title) <= LIMIT
    said = set(text.lower().split())
    assert all(
        any(w.strip("…,.“”\"'()-–—;:") in s for s in said) for w in title.removesuffix(" – report").lower().split()
    )


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("River ferry to stop at night", True),
        ("Who will pay for the bridge?", True),
        ("‘We will not pay,’ says minister", True),
        ("iPhone maker opens plant", True),
        ("The ferry stopped on Monday.", False),
        ("He listed three reasons:", False),
        ("a line that goes on", False),
        ("Word", False),
    ],
)
def test_what_reads_like_a_headline(line: str, yes: bool) -> None:
    assert is_headline(line, "The night ferry across the river will stop on Saturday after 84 years.") is yes
