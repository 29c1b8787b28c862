"""Titles that are whole: all that a reader of a list of events needs, in at most ninety characters, and no more."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.extract import standing
from generator.extract.nlp import parse
from tests.extract.told import claims_of, told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Leo Mann is to testify on 22 November.", ("2025-11-22", "Leo Mann to testify")),
        ("The divers from Graz left on 4 May 2025.", ("2025-05-04", "The divers from Graz leave")),
    ],
)
def test_some_verbs_are_news_with_nothing_behind_them(text: str, wanted: tuple[str, str]) -> None:
    assert told(text) == [wanted]


def test_a_long_description_gives_way_to_the_names() -> None:
    text = (
        "The Graz Commission on Friday approved the merger of the heat glove makers Norvale Holding and Radek Marine "
        "Systems, on the condition that it sells a plant."
    )
    assert told(text) == [
        ("2025-10-17", "The Graz Commission approves the merger of Norvale Holding and Radek Marine Systems")
    ]


def test_a_deal_of_which_the_title_leaves_out_the_rest_is_left_out_too() -> None:
    text = (
        "Danish glove maker Norvale announced on Tuesday that it would merge with its Greek rival Radek Works, in a "
        "deal that values the firm at 840 million euros."
    )
    assert told(text) == [
        ("2025-10-21", "Danish glove maker Norvale announces that it will merge with its Greek rival Radek Works")
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "DA LAT, Vietnam — Poland's glove maker Norvale SA and Vietnam's producer Radek Energy JSC signed an "
            "agreement on Wednesday to combine their businesses.",
            "Norvale SA and Radek Energy JSC sign an agreement to combine their businesses",
        ),
        (
            "GRAZ, Austria — Norvale Foods signed an agreement on Wednesday to buy a mill in Linz.",
            "Norvale Foods signs an agreement to buy a mill in Linz",
        ),
    ],
)
def test_where_it_was_written_acts_in_nothing(text: str, title: str) -> None:
    assert told(text) == [("2025-10-22", title)]


def test_a_clause_behind_a_measure_is_that_of_what_is_measured() -> None:
    text = (
        "The Radek dyke, an earthen wall of eleven kilometres that was built in 1988 to shield the fields, broke on "
        "Monday."
    )
    assert ("1988", "The Radek dyke is built") in told(text)


def test_who_acts_behind_a_weekday_with_an_aside() -> None:
    text = "On Tuesday Ann Sorel, our director, met Governor L. M. Berg in Graz."
    assert told(text) == [("2025-10-21", "Ann Sorel meets Governor L. M. Berg in Graz")]


def test_rather_a_shorter_title_than_one_that_points_to_the_sentence_before() -> None:
    text = "The big aerial broke. On 20 May 2025 engineers in Graz restored contact by using the small one."
    assert ("2025-05-20", "Engineers in Graz restore contact") in told(text)


def test_an_institute_that_a_text_quotes_is_not_what_happens_to_others() -> None:
    text = (
        "Leo Mann, of the Radek Institute of Technology, was heard by the court. The Radek Institute of Technology "
        "tested the wall.\n\nCharges were filed on 20 November 2024."
    )
    assert [title for _, title in told(text) if "harges" in title] == []


def test_to_which_is_no_infinitive() -> None:
    text = "On 20 May 2025 Leo Mann opened a mill in Graz, to which Norvale had given a crane."
    assert told(text) == [("2025-05-20", "Leo Mann opens a mill in Graz")]


def test_what_has_worked_since_a_day_is_a_state() -> None:
    text = "Since mid-April, when the Graz mill was mended, the Graz saw has worked without fault."
    assert [title for _, title in told(text) if "works" in title] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Prosecutors in Graz opened an inquiry into Norvale on 8 May 2025; they would like to know who paid.",
            ("2025-05-08", "Prosecutors in Graz open an inquiry into Norvale"),
        ),
        (
            "Leo Mann said that he would rather stand, and so the Graz debate began on 8 May 2025 with a laugh.",
            ("2025-05-08", "The Graz debate begins with a laugh"),
        ),
    ],
)
def test_a_hedge_in_the_clause_beside_hedges_nothing(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in told(text)


def test_may_holds_for_both_verbs_that_share_it() -> None:
    assert told("Leo Mann may visit Graz and open a mill in Linz on 8 November.") == []


def test_of_a_habit_beside_a_happening_the_title_is_silent() -> None:
    text = "The Graz cyclone committee meets in September 2026 and usually strikes out those that have killed."
    assert told(text) == [("2026-09", "The Graz cyclone committee to meet")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "About 300 nurses protested in front of the Graz Hospital on Monday.",
            ("2025-10-20", "About 300 nurses protest in front of the Graz Hospital"),
        ),
        (
            "About 300 nurses arrested in front of the Graz Hospital on Monday were released.",
            ("2025-10-20", "About 300 nurses are arrested in front of the Graz Hospital"),
        ),
    ],
)
def test_nobody_is_protested(text: str, wanted: tuple[str, str]) -> None:
    assert told(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what a comma sets behind the clause would run into it without the comma
        (
            "In Graz, thousands gathered on Radek Square again on Wednesday evening, the third evening in a row.",
            "Thousands gather on Radek Square again",
        ),
        (
            "At its sitting of 18 June 2024 the Central Board (CB) approved, by six votes to one, the final results of "
            "the elections to the Norvale Assembly.",
            "approves the final results of the elections",
        ),
        # a name behind a comma names what stands before it
        (
            "Norvale bought a tiny lender, Taldyk Credit Bank, on 4 May 2025 and renamed it.",
            "Norvale buys the tiny lender Taldyk Credit Bank",
        ),
        # units that the parser takes for other words
        (
            "It concerns €11.7m transferred between May 2020 and June 2022 by the builder, Norvale, to Radek Group.",
            "€11.7m is transferred",
        ),
        # where it was, though the sentence says it first
        ("In Graz, police arrested twelve men on 4 May 2025.", "Police arrest twelve men in Graz"),
        (
            "Talks with Radek Works broke down in August 2019 over the question of where the head office should be.",
            "where the head office should be",
        ),
        (
            "Leo Mann, the captain, withdraws the claim which he filed with a court in Graz on 12 March 2024.",
            "files the claim with a court in Graz",
        ),
        (
            "The handover of the mill in Graz is planned for March 2026.",
            "The handover of the mill in Graz to take place",
        ),
    ],
)
def test_a_title_is_a_whole_sentence(text: str, wanted: str) -> None:
    assert any(wanted in title for _, title in told(text)), told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norvale warned the city in November 2021.",
        "The accountant of Norvale is due on Tuesday.",
        "The chief engineer's report to Norvale, dated 18 November 2024, has a photograph of a tree.",
        "At the fair in Graz, a woman in a grey coat sat down on his chair in September 2024.",
        "Leo Mann put a notice on that gate on 4 May 2025.",
        "In 2024 Leo Mann went to their families in Graz.",
    ],
)
def test_what_lacks_an_obligatory_part_waits(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Norvale's finance director, Ann Sorel, resigned on 4 May 2025.", "as Norvale's finance director"),
        ("Leo Mann, governor since 2011, stepped down on 4 May 2025.", "Leo Mann steps down"),
    ],
)
def test_offices_in_titles(text: str, title: str) -> None:
    assert told(text)[0][1].endswith(title)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "A three-member appeals court for felonies sentenced Leo Mann, 60, on Friday to nine years for bribery and "
            "money laundering.",
            "A three-member appeals court for felonies sentences Leo Mann to nine years",
        ),
        (
            "An acting rector, Vesna Dorn, the philologist who had led the ethics board, was elected on Monday.",
            "Vesna Dorn is elected acting rector",
        ),
        (
            "Alan Sorel, CEO of the Zambian unit, left in September; his successor said nothing.",
            "Alan Sorel leaves as CEO of the Zambian unit",
        ),
        (
            "A memorial service will be held at the Elm stadium on 2 November at 10 hours.",
            "A memorial service to be held at the Elm stadium",
        ),
        (
            "A public meeting takes place in the Elm Hotel tomorrow night at 8.",
            "A public meeting to take place in the Elm Hotel",
        ),
        (
            "Norvale petitioned the district on 4 May 2025 to look at the hill.",
            "Norvale petitions the district to look at the hill",
        ),
        (
            "Peru's parliament had seen the free-trade agreement between Peru and Chile. It took a year. Chile's "
            "senate approved the pact on 4 May 2025.",
            "Chile's senate approves the free-trade agreement between Peru and Chile",
        ),
    ],
)
def test_nothing_of_the_deed_is_lost(text: str, title: str) -> None:
    assert title in [t for _, t in told(text)], told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Talks began in Graz on Monday.",
        "Ann Sorel left in December 2018.",
        "Ann Sorel is a doctor. She is to begin next month.",
        "The canteen was lost in the June 5 flooding at its Radek shaft.",
        "It is about a sum in public money which the state pension operator placed with Norvale in June, as it fell.",
        "The claims arising from the loss of the barge Radek in August 2022 are many.",
    ],
)
def test_what_begs_a_question_opens_no_event(text: str) -> None:
    assert told(text) == []


def test_an_offer_of_a_bare_number_waits() -> None:
    assert told("On 11 July 2025 Norvale offered 18 and were refused.") == []


def test_a_name_for_it_keeps_its_capital_behind_a_kicker() -> None:
    assert standing.kicked(
        "Norvale charters the tow", "Radek", next(iter(parse(["It chartered the tow."])))[0], by_name=True
    ) == ("Radek: Norvale charters the tow")


@pytest.mark.parametrize(
    "text",
    [
        "The case against the warden, Leo Mann, was shelved in Graz on 3 May.",
        "The inquiry into the banker, Leo Mann, was closed in Graz on 3 May.",
        "The house of the painter, Leo Mann, was sold in Graz on 3 May.",
    ],
)
def test_what_is_somebodys_is_not_called_by_his_name(text: str) -> None:
    assert all(not title.startswith("Leo Mann is") for _, title in told(text))


def test_no_title_goes_on_into_the_next_entry_of_a_chronology() -> None:
    text = "The story so far\nMay 9 Anna Berg wins\nJune 21 Leo Mann backs Anna Berg\nJuly 5 Run-off in Graz\n"
    assert all("Run-off" not in title for _, title in told(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # The tagger's plurals, a participle between commas, the other end of "between"
        ("Orvanqui produced 9,000 tonnes of copper in 2023.", "Orvanqui produces 9,000 tonnes of copper"),
        ("People fled from Leith on 3 May 2024.", "People flee from Leith"),
        (
            "A skeleton service, hand-signalled and limited to 40km/h, began on the Norvale line on 3 May 2024.",
            "A skeleton service begins on the Norvale line",
        ),
        (
            "The Norvale Board opened talks between the mill in Leith and the union on 3 May 2024.",
            "The Norvale Board opens talks between the mill in Leith and the union",
        ),
        (
            "Pressure had grown since 3 May 2024, when the television channel Canal Norte broadcast recordings of "
            "radio traffic between the command post in Leith and the national operations room.",
            "Canal Norte broadcasts recordings of radio traffic",
        ),
        (
            "Norvale's Leith strike began in March. On 3 May 2024 the High Court of Graz declared the strike legal.",
            "The High Court of Graz declares Norvale's Leith strike legal",
        ),
    ],
)
def test_a_title_reads_as_english(text: str, wanted: str) -> None:
    assert wanted in [c.title for c in claims_of(text)]


def test_an_entry_in_the_manner_of_headlines_keeps_its_words() -> None:
    text = (
        "May 2024: Anna Berg opens the bridge at Leith.\n\nJuly 2024: price raised to 49 million euros.\n\n"
        "3 August 2024: The bridge at Leith is closed."
    )
    assert "Price raised to 49 million euros" in [c.title for c in claims_of(text) if not c.draft]
