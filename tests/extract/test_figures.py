"""Figures: what is counted, what became of it, and how sure the source is of the number."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.extract import figures, nlp, times

Given = tuple[str, float, str | None, str | None]


def figures_of(text: str) -> list[Given]:
    (doc,) = nlp.parse([text], None)
    dated = times.read(text, "2023-05-10", spans=[])
    skip = {t.i for d in dated for t in doc if d.time.start <= t.idx < d.time.end}
    return [(f.what, f.value, f.unit, f.bound) for f in figures.find(doc, 0, len(doc), skip)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The blast at the mill killed 11 people.", ("people killed", 11, None, None)),
        ("Fourteen people were killed in the blast.", ("people killed", 14, None, None)),
        ("At least thirty-five people died.", ("people killed", 35, None, "least")),
        ("Twenty-two men were injured in the blast.", ("men injured", 22, None, None)),
        ("One hundred and twenty people were killed.", ("people killed", 120, None, None)),
        ("A hundred and six people were killed.", ("people killed", 106, None, None)),
        ("Two thousand five hundred troops were wounded.", ("troops injured", 2500, None, None)),
        ("The 14 people who were killed came from Graz.", ("people killed", 14, None, None)),
        ("The storm left 20 people dead.", ("people killed", 20, None, None)),
        ("A raid in which 61 people died.", ("people killed", 61, None, None)),
        ("More than 3,000 troops were wounded.", ("troops injured", 3000, None, "least")),
        ("Rescue workers took 2,300 people to safety.", ("people evacuated", 2300, None, None)),
        ("At least 40 people died when the ferry sank.", ("people killed", 40, None, "least")),
        ("Some 7,500 soldiers took part in the exercise.", ("soldiers", 7500, None, "about")),
        ("A dozen miners were trapped.", ("miners", 12, None, None)),
        ("Forty pilots reported sick on Monday.", ("pilots", 40, None, None)),
        ("Two hundred Peruvian soldiers were killed.", ("Peruvian soldiers killed", 200, None, None)),
        ("The council adopted the act by 36 votes to 29.", ("votes", 36, None, None)),
        ("Norvale placed its order with Brandt: fifteen trams, the first due in May.", ("trams", 15, None, None)),
        ("Norvale took a 51 percent stake in Graz Mills.", ("stake", 51, "%", None)),
        ("Graz Mills, of which Norvale bought 43 per cent in May, will close.", ("stake", 43, "%", None)),
        ("She won with 52.3 percent of the vote.", ("vote", 52.3, "%", None)),
        ("A court sentenced him to 12 years in prison.", ("years in prison", 12, None, None)),
        ("She was given nine years by a court in Graz.", ("years in prison", 9, None, None)),
        ("Norvale said that 310 of its 4,700 jobs would go.", ("jobs", 310, None, None)),
        ("1,900 tonnes of ammonia escaped from the tank.", ("ammonia", 1900, "t", None)),
        ("Turnout on Sunday was 54.1 percent.", ("turnout", 54.1, "%", None)),
        ("He was freed on bail of 200,000 lari.", ("sum", 200_000, "GEL", None)),
        ("The launch was called off 41 seconds before lift-off.", ("seconds before lift-off", 41, None, None)),
        ("The count was stopped two minutes before the end.", ("seconds before lift-off", 120, None, None)),
        ("The launch was called off forty-one seconds before ignition.", ("seconds before lift-off", 41, None, None)),
        ("Five were killed.", ("people killed", 5, None, None)),
        ("Some six thousand marched in Graz.", ("people", 6000, None, "about")),
        ("He was fined nearly five million euros.", ("sum", 5_000_000, "EUR", "about")),
        ("Norvale offered 412 kroner a share for Graz Mills.", ("price of a share", 412, "kroner", None)),
        ("Norvale bid $46.80 per share for Graz Mills.", ("price of a share", 46.8, "USD", None)),
        ("The police found RM2.3 million in cash.", ("sum", 2_300_000, "MYR", None)),
        ("It got about DKK 40 million from Graz.", ("sum", 40_000_000, "DKK", "about")),
        ("Wharf fees went up by 60 percent.", ("fees rise", 60, "%", None)),
        ("Norvale cut its wages by 8 per cent.", ("wages fall", 8, "%", None)),
        ("An earthquake of magnitude 6.1 hit Graz.", ("magnitude", 6.1, None, None)),
        ("A 5.4-magnitude earthquake hit Graz.", ("magnitude", 5.4, None, None)),
        ("The drill got stuck at a depth of 611 metres.", ("depth", 611, "m", None)),
        ("The hut at 2,300 metres lies high above Graz.", ("height", 2300, "m", None)),
    ],
)
def test_what_is_counted(text: str, wanted: Given) -> None:
    assert figures_of(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The toll rose to 14 deaths on Friday.",  # contradicts no count before
        "A further 12 people were hurt.",  # a part of the whole
        "Five of them were killed.",
        "The goal came two minutes before the end.",
        "Norvale will sell two of its five ships.",
        "It was lifted in four of the six districts.",
        "Shares rose by 6 percent.",  # a change is no share of anything
        "He was given nine years to repay.",  # nobody was sentenced
        "Two Norland officials said on Monday that the cranes had arrived.",  # who speaks is not counted
        "The cranes arrived on Monday, three diplomats told the paper.",
        "The cranes arrived on Monday, according to three divers.",
    ],
)
def test_what_is_no_figure_of_the_happening(text: str) -> None:
    assert figures_of(text) == []
