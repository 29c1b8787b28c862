"""What a claim's words do to whom, under every verb, voice and order of words."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert, markup
from generator.document import Document, RawClaim


def claim(text: str, date: str) -> RawClaim:
    """The claim of a text that bears a date."""
    markdown = markup.escape(text)
    document = Document("0.txt", "0", "T", markdown, markup.plain(markdown), published="2023-05-10")
    (extraction,) = convert.extract([document], None, lambda *_: None).extractions
    return next(c for c in extraction.claims if c.date == date)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Berg resigned on 3 May.", "Anna Berg stepped down on 3 May."),
        ("Parliament dismissed Anna Berg on 3 May.", "Anna Berg was removed by parliament on 3 May."),
        ("The Graz bridge collapsed on 3 May.", "The Graz bridge gave way on 3 May."),
        ("Norvale bought Graz Mills on 3 May.", "Norvale took a stake in Graz Mills on 3 May."),
        ("The court quashed the verdict on 3 May.", "The court set the verdict aside on 3 May."),
        ("The Falcon 300 made its maiden flight on 3 May.", "The first flight of the Falcon 300 took place on 3 May."),
        ("A jury convicted Anna Berg on 3 May.", "Anna Berg was found guilty on 3 May."),
        ("Hurricane Ada hit Graz on 3 May.", "Hurricane Ada made landfall at Graz on 3 May."),
        ("Norvale sued Graz Mills on 3 May.", "Norvale filed suit on 3 May."),
        (
            "Talks between Berg and Brandt took place on 3 May.",
            "A first round of talks, held in Graz on 3 May, failed.",
        ),
        ("Berg was eliminated in the first round on 3 May.", "The election of a mayor of Graz took place on 3 May."),
        ("The trial of Berg opened on 3 May.", "The first trial, which had begun on 3 May, was long."),
        ("Berg and Brandt signed a pact on 3 May.", "Berg and Brandt inked a pact on 3 May."),
        ("Graz was inundated on 3 May.", "The Mur swept through Graz on 3 May."),
        ("The Mur burst its banks on 3 May.", "The levee at Graz gave way on 3 May."),
        ("The Heron lifted off on 3 May.", "The Heron left the pad at Kourou on 3 May."),
        ("The Heron entered lunar orbit on 3 May.", "The Heron arrived at the Moon on 3 May."),
        ("Norvale filed for insolvency on 3 May.", "Norvale collapsed on 3 May."),
        ("The merger was agreed on 3 May.", "Berg and Brandt signed the accord on 3 May."),
        ("Contact with the Heron was lost on 3 May.", "Contact with the Heron broke off on 3 May."),
        ("Talks between Berg and Brandt broke down on 3 May.", "A first round of talks failed on 3 May."),
        ("Anna Berg was sworn in on 3 May.", "Anna Berg took the oath on 3 May."),
        ("The judge announced the verdict on 3 May.", "A jury convicted Anna Berg on 3 May."),
        ("Greek aircraft bombed Graz on 3 May.", "He opposed the raid on Graz, which was flown on 3 May."),
        ("Berg visited Peru on 3 May.", "On 3 May Chile and Peru had established ties through the visit of Anna Berg."),
        ("The search was called off on 3 May.", "Rescuers at Graz ended the search on 3 May."),
        ("Berg announced on 3 May that Norvale would buy Graz Mills.", "Berg confirmed on 3 May that it will buy it."),
    ],
)
def test_one_act_under_two_verbs(one: str, other: str) -> None:
    assert claim(one, "2023-05-03").acts & claim(other, "2023-05-03").acts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Norvale ordered twelve trams on 3 May.", "Brandt Works delivered twelve trams on 3 May."),
        ("The court postponed the trial on 3 May.", "The trial opened on 3 May."),
        ("Norvale announced on 3 May that it would buy Graz Mills.", "Norvale bought Graz Mills on 3 May."),
        ("Anna Berg appealed on 3 May.", "Anna Berg was convicted on 3 May."),
        ("The Graz mill collapsed on 3 May.", "The Mur burst its banks on 3 May."),
    ],
)
def test_two_acts_on_one_thing(one: str, other: str) -> None:
    assert not claim(one, "2023-05-03").acts & claim(other, "2023-05-03").acts


@pytest.mark.parametrize(
    ("text", "doers", "things"),
    [
        ("Parliament removed Anna Berg on 3 May.", {"parliament"}, {"Anna", "Berg"}),
        ("Anna Berg was removed by the parliament on 3 May.", {"parliament"}, {"Anna", "Berg"}),
        ("Olaf Brandt praised Anna Berg, whom the parliament removed on 3 May.", {"parliament"}, {"Anna", "Berg"}),
        ("The Graz road bridge fell into the river on 3 May.", set(), {"Graz", "road", "bridge"}),
    ],
)
def test_who_does_what_to_whom(text: str, doers: set[str], things: set[str]) -> None:
    found = claim(text, "2023-05-03")
    assert {w.lower() for w in found.doers} >= {w.lower() for w in doers}
    assert {w.lower() for w in found.things} >= {w.lower() for w in things}
    assert not {w.lower() for w in found.doers} & {w.lower() for w in things}


def test_a_union_is_no_merger() -> None:
    assert "merge:months" not in claim("The Graz Workers Union began a strike in Graz on 3 May.", "2023-05-03").acts


def test_who_gives_a_blessing_acts() -> None:
    found = claim("Shareholders of Norvale gave their blessing to the merger on 3 May.", "2023-05-03")
    assert "Norvale" in found.doers
    assert "merger" in found.things


def test_the_last_of_its_kind_is_told_as_the_only_one() -> None:
    last = claim("Tank 7 was last inspected on 3 May.", "2023-05-03").acts
    passed = claim("Tank 7 passed its last inspection on 3 May.", "2023-05-03").acts
    assert [a for a in last & passed if a.endswith(":only")]
    assert not [a for a in claim("Tank 7 was inspected on 3 May.", "2023-05-03").acts if a.endswith(":only")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bus drivers in Orlow went on strike on 4 May 2031 over their pay.", "protest"),
        ("The union of ferry crews called a strike on 4 May 2031 at Orlow.", "protest"),
        ("The strike of the nurses at Orlow began on 4 May 2031.", "protest"),
        ("The army carried out a strike on the port of Orlow on 4 May 2031.", "attack"),
        ("The army struck Orlow with drones on 4 May 2031 and killed two workers.", "attack"),
        ("The jets struck a pay office in Orlow on 4 May 2031.", "attack"),
        (
            "Police searched the offices of Tarn Shipping on 4 May 2031, two days after a fire destroyed its yard.",
            "search",
        ),
    ],
)
def test_a_strike_is_told_from_a_strike_and_a_search_from_what_it_follows(text: str, kind: str) -> None:
    document = Document("x.txt", "0", "A title", text, text, published="2031-05-06")
    (made,) = convert.extract([document], None, lambda *_: None).extractions
    claims = [c for c in made.claims if c.date == "2031-05-04"]
    assert [c.kind for c in claims][:1] == [kind]
