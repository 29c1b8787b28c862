"""Numbers that two reports give under one word, each in its sentence."""

from __future__ import annotations

import pytest

from generator.views import disputes, home, numbers
from generator.views.lookup import Lookup
from tests.views.ferry import Build


def told(build: Build, *texts: str, head: str = "") -> Lookup:
    return build(
        articles={
            f"a{n}": f"---\ntitle: T{n}\ndate: 2031-03-1{n}\nsource: {{seed: s{n}, sha256: s{n}, publisher: P{n}}}\n"
            f"{head}---\n{text}\n"
            for n, text in enumerate(texts)
        }
    )


def shown(look: Lookup) -> list[tuple[str, list[tuple[str, str]]]]:
    page = numbers.view(look)
    return [
        (g.name, [("".join(r.text for r in s.passage if r.hit), s.source.text) for s in g.rows])
        for g in (page.groups if page else ())
    ]


def test_what_two_reports_count_stands_side_by_side(build: Build) -> None:
    look = told(build, "The crack is 40 centimetres long.", "A crack of 55 centimetres was found. It cost £3 million.")
    assert shown(look) == [
        ("Centimetres", [("40 centimetres", "P0, 10 March 2031"), ("55 centimetres", "P1, 11 March 2031")])
    ]
    assert disputes.view(look).numbers == home.view(look).numbers == "/disputes/numbers/"


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        ("Thirteen people died.", "Eleven persons were killed.", "People"),
        ("It cost 6.5 million pounds.", "It cost £7.1 million in the end.", "Pounds"),
        ("DKK 14.2 billion is the price.", "They paid 13.6 billion kroner for it.", "Kroner"),
        ("Some 51% of them agreed.", "Of them 48 per cent agreed.", "Per cent"),
        ("There were 1,940 workers.", "There were 1,900 workers.", "Workers"),
    ],
)
def test_one_thing_in_two_spellings(build: Build, one: str, other: str, name: str) -> None:
    assert [group for group, _ in shown(told(build, one, other))] == [name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There were 200 sheep.", "The 200 sheep were found."),  # all say the same
        ("There were 200 sheep, then 300 sheep.", "A dog ran."),  # one report alone
        ("The two sides met.", "The three sides met."),  # those of whom the text has told
        ("It lasted 14 days.", "It lasted 15 days."),
        ("On 12 June it rained.", "On 13 June it rained."),
        ("In 2030 it rained.", "In 2031 it rained."),
    ],
)
def test_what_needs_no_comparing_is_not_shown(build: Build, one: str, other: str) -> None:
    look = told(build, one, other)
    assert (numbers.view(look), disputes.view(look).numbers) == (None, "")


def test_sums_come_behind_what_has_a_word_of_its_own_and_no_report_fills_the_list(build: Build) -> None:
    sums = " ".join(f"It then paid {n} pounds." for n in range(21, 29))
    look = told(build, f"{sums} Of 40 sheep none was sold.", "It paid £5m for all. Of 50 sheep some were sold.")
    assert [(name, len(rows)) for name, rows in shown(look)] == [("Sheep", 2), ("Pounds", 4)]


def test_a_digest_is_said_to_be_ours(build: Build) -> None:
    look = told(build, "Of it 40 pages burned.", "Of it 55 pages burned.", head="wording: paraphrase\n")
    assert [source for _, rows in shown(look) for _, source in rows] == [
        "Our digest of P0, 10 March 2031", "Our digest of P1, 11 March 2031",
    ]  # fmt: skip


def test_what_an_excerpt_does_not_show_is_not_shown_here_either(build: Build) -> None:
    look = told(build, "Of it 40 pages burned.", "Of it 55 pages burned.", head="rights: excerpt\n")
    assert numbers.view(look) is None
