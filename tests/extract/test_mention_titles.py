"""Ranks and forms of address, ships that are called so, parts of offices, ordinals and cries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.document import Document
from generator.extract import mentions, nlp
from generator.extract.mention_agree import Finding
from tests.extract.test_mentions import found, marked


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Able Seaman Kofi Adane broke an arm in the storm.", "Kofi Adane"),
        ("The party chose Madam Esi Pobee, a former head teacher.", "Esi Pobee"),
        ("DCOP Yaw Manso, who leads the inquiry, said so.", "Yaw Manso"),
    ],
)
def test_a_rank_or_an_address_is_no_part_of_a_name(text: str, name: str) -> None:
    assert {n for n, kind in marked(text) if kind == "person"} == {name}


def test_a_ship_that_bears_a_form_of_address() -> None:
    text = "At six the barge Doña Palmira left. As for the Doña Palmira, she goes to Turku."
    assert {(m.text, m.type) for m in found(text) if "Palmira" in m.text} == {("Doña Palmira", "equipment")}
    assert ("Lady Mabel", "equipment") in marked("Lorries go by a ferry, the Lady Mabel, and wait.")


def test_whoever_sails_is_no_ship() -> None:
    assert ("Palmira Soto", "person") in marked("In the village lives Doña Palmira Soto. She never took the barge.")
    assert not {n for n, kind in marked("From his boat Mr Aldo Fenn waved.") if kind == "equipment"}


@pytest.mark.parametrize(
    "text",
    [
        "General Baffour, the Chief of the Naval Staff, who asked for it, has left.",
        "He came with the Chief of Naval Staff, Rear Admiral Yaw Kumi.",
        "Kumi retired as Chief of the Air Staff on 30 June.",
    ],
)
def test_whom_somebody_is_the_chief_of_is_nobody(text: str) -> None:
    assert not {n for n, _ in marked(text) if "Staff" in n}


def test_an_ordinal_that_begins_a_line_counts_and_is_no_name() -> None:
    text = "The Sorva Shield exercise ended.\n\n- June 2031: First Sorva Shield exercise, off the coast."
    assert {n for n, kind in marked(text) if kind == "named_event"} == {"Sorva Shield"}


def test_a_word_that_is_cried_out_is_nobodys_letters() -> None:
    verdict = "The court sat until five.\n\nGUILTY. It took three years, and the square was full."
    assert not {n for n, _ in marked(verdict) if n == "GUILTY"}
    assert ("ORVAK", "organization") in marked("The union ORVAK met.\n\nORVAK. So it is called, and ORVAK it stays.")


def test_what_a_memorandum_is_on_belongs_to_its_name() -> None:
    name = "Memorandum of Understanding on Harbour Security"
    text = f"The ministers signed a {name} in Zagreb."
    assert {(m.text, m.type) for m in found(text)} >= {(name, "agreement"), ("Zagreb", "place")}
    assert not {n for n, _ in marked("They signed a Memorandum of Understanding on Monday.")}


def test_a_body_in_its_own_language_with_the_letters_of_that() -> None:
    text = "In May the Supreme Court (Hoyeste Domstol, HD) set the judgment aside."
    doc = next(iter(nlp.parse([text])))
    names = mentions.find(doc, Document("a.txt", "", "A", text, text))
    pairs = mentions.declared_aliases(doc, names)
    assert [(names[a].text, names[b].text) for a, b in pairs] == [("Supreme Court", "Hoyeste Domstol")]
    assert names[1].type == "organization"


def test_what_a_minister_is_in_charge_of_is_nobody() -> None:
    text = "The accord was signed before the Minister of Labour, Augusto Belo, who had asked for it."
    assert {n for n, _ in marked(text)} == {"Augusto Belo"}
    assert ("Labour", "organization") in marked("He is an adviser to the leader of Labour, and Labour leads in May.")


def test_an_agreement_bears_the_name_of_whom_it_is_made_for() -> None:
    for name in ("Builders' Redress Agreement", "Millers’ Wage Pact"):
        assert (name, "agreement") in marked(f"In Manila they met. The {name}, signed in May, is long.")


def test_who_signs_a_post_is_no_dateline() -> None:
    text = (
        "The victims' association ORVA has announced a complaint.\n\n"
        "Tonight we light the candles.\n\nORVA – Friends of Orvala (@orva_friends), 8 July 2031, 12:41"
    )
    assert {m.type for m in found(text) if m.text == "ORVA"} == {"organization"}


def test_letters_before_the_name_of_a_firm_are_no_initials() -> None:
    text = (
        "The merger of ZP Turak with the maker is near. Investors own shares in Turak. Its depot serves Turak workers."
    )
    assert {m.type for m in found(text) if "Turak" in m.text} == {"organization"}


def test_what_three_texts_take_for_a_body_is_one() -> None:
    doubtful = Finding(0, 17, "Anti-Fraud Norway", "organization", False, (("organization", 1.3),))
    assert all(row[0].certain for row in mentions.agree([[doubtful], [doubtful], [doubtful]]))
    person = replace(doubtful, type="person", votes=(("person", 1.3),))
    assert not any(row[0].certain for row in mentions.agree([[doubtful], [person]]))


def test_a_people_behind_an_article_is_no_first_name() -> None:
    assert ("Eero Rantala", "person") in marked("He crossed the line seven seconds ahead of the Finn Eero Rantala.")
    assert ("Finn Holm", "person") in marked("The prize went to Finn Holm, a carpenter.")


def test_who_is_told_in_full_elsewhere_is_a_person_under_two_of_the_names() -> None:
    votes = (("person", 2.1), ("organization", 1.6), ("place", 0.8))
    doubtful = Finding(0, 11, "Efrén Sarda", "person", True, votes)
    whole = Finding(0, 18, "Efrén Sarda Molina", "person", True, (("person", 5.0),))
    assert not mentions.agree([[doubtful]])[0][0].certain
    assert mentions.agree([[doubtful], [whole]])[0][0].certain
