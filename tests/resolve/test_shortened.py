"""Bodies and things of one article under the short names of another; numbered series stay apart."""

from __future__ import annotations

import pytest

from generator.resolve.entities import resolve
from tests.resolve.test_entities import article, resolved

COMPANY = " {Lea Morn|p} and {Tom Hale|p} of {Porto Breve|l} heard it."


def test_a_model_by_letters_and_number_is_the_one_of_that_number() -> None:
    found = resolved("{Kestro-2|q} rose.", "{KST-2|q} fell.", "{Kestro-3|q} waits.", "{Kestro|q} burned.")
    assert found[0] == found[1]
    assert len({row[0] for row in found}) == 3


@pytest.mark.parametrize("numbers", [("1", "2"), ("II", "III"), ("2", "")])
def test_members_of_a_series_are_never_one(numbers: tuple[str, str]) -> None:
    for kind in "eoq":
        one, other = (f"Kestro {n}".strip() for n in numbers)
        same_text = resolved(f"{{{one}|{kind}}} rose and {{{other}|{kind}}} fell.{COMPANY}")[0]
        assert same_text[0] != same_text[1]
        found = resolved(f"{{{one}|{kind}}} rose.{COMPANY}", f"{{{other}|{kind}}} fell.{COMPANY}")
        assert found[0][0] != found[1][0]


def test_a_firm_without_its_small_word_that_reads_like_a_towns() -> None:
    found = resolved("{Cables del Moral|o} grew.", "{Cables Moral|l} struck.")
    assert found[0] == found[1]
    town = resolved("{Moral Council|o} met.", "{Moral|l} is old.")
    assert town[0] != town[1]


def test_one_of_a_series_that_reads_like_a_king() -> None:
    made = [article("{Kestro-2|q} rose."), article("{Kestro III|p} waits.", "b.txt")]
    assert {e.type for e in resolve(made).entities.values()} == {"equipment"}
    titled = [article("{Kestro-2|q} rose."), article("{Bertram III|p} waits.", "b.txt")]
    assert {e.type for e in resolve(titled).entities.values()} == {"equipment", "person"}


def test_a_body_by_what_a_text_calls_it_and_another_leaves_out() -> None:
    full = "The {Tamora Institute of Oceanography|o} sailed."
    assert resolved(full, "The {Tamora Institute|o} slept.")[1] == ["tamora-institute-of-oceanography"]
    two = resolved(full, "The {Tamora Institute of Law|o} met.", "The {Tamora Institute|o} slept.")
    assert len({row[0] for row in two}) == 3
    beside = resolved(full + " The {Tamora Institute|o} slept.", "{Ada Brook|p} left.")
    assert beside[0][0] == beside[0][1]


def test_the_red_cross_of_the_one_country_and_of_two() -> None:
    full = "The {Ghana Red Cross Society|o} came." + COMPANY
    found = resolved(full, "The {Red Cross|o} vaccinates." + COMPANY)
    assert found[0][0] == found[1][0]
    two = resolved(full, "The {Togo Red Cross|o} left." + COMPANY, "The {Red Cross|o} vaccinates." + COMPANY)
    assert two[2][0] not in (two[0][0], two[1][0])


def test_letters_of_a_famous_body_in_a_story_that_declares_them_for_another() -> None:
    declares = article("The {National Spill Agency|o} ({NSA|o}) came." + COMPANY)
    bare = article("The {NSA|o} left." + COMPANY, "b.txt")
    found = resolve([declares, bare])
    assert found.of_mention[1, 0] == found.of_mention[0, 0] == "national-spill-agency"
    famous = article("The {National Security Agency|o} listened.", "c.txt")
    assert resolve([declares, bare, famous]).of_mention[1, 0] != "national-spill-agency"


def test_a_firm_less_what_it_does_and_an_agency_less_national() -> None:
    found = resolved("{Okrema Petroleum Development Company|o} grew.", "{Okrema Petroleum|o} fell.")
    assert found[0] == found[1]
    found = resolved("The {National Spill Agency|o} came.", "The {Spill Agency|o} left.")
    assert found[0] == found[1]


def test_units_of_a_plant_by_number_however_they_are_counted() -> None:
    found = resolved(
        "{Orvala Unit 2|q} is cold.", "{Orvala No. 2|q} runs.", "{Orvala-2|q} waits.", "{Orvala Unit 3|q} runs."
    )
    assert found[0] == found[1] == found[2] != found[3]


def test_a_town_without_what_ties_it_to_its_river() -> None:
    full = "{San Tamor del Guadil|l} flooded." + COMPANY
    assert resolved(full, "{San Tamor|l} sleeps." + COMPANY)[1][0] == "san-tamor-del-guadil"
    two = resolved(full, "{San Tamor de Arriba|l} sleeps.", "{San Tamor|l} sleeps." + COMPANY)
    assert two[2][0] not in (two[0][0], two[1][0])
    alone = resolved(full, "{San Tamor|l} sleeps.")
    assert alone[0][0] != alone[1][0]


def test_a_known_town_in_the_letters_of_its_language() -> None:
    found = resolved("{Hanoi|l} grew.", "{Hà Nội|l} rose.")
    assert found[0] == found[1]


def test_a_name_in_capitals_is_of_the_kind_that_others_tell() -> None:
    made = [article("{Orvala|q} rose."), article("{ORVALA|o} fell.", "b.txt")]
    assert [e.type for e in resolve(made).entities.values()] == ["equipment"]


def test_a_branch_by_the_society_of_its_country() -> None:
    here, there = (f"The {{Red Crescent Society of {c}|o}} came." for c in ("Jordan", "Egypt"))
    bare = "The {Red Crescent|o} brought tents."
    assert len({row[0] for row in resolved(here, bare)}) == 1
    assert len({row[0] for row in resolved(here, there, bare)}) == 3


def test_a_name_with_a_hyphen_in_two_spellings() -> None:
    made = resolved("{Jeti-Orva Energo|o} rose." + COMPANY, "{Dzheti-Orva Energo|o} fell." + COMPANY)
    assert made[0][0] == made[1][0]
    made = resolved("{Jeti-Orva Energo|o} rose." + COMPANY, "{Beti-Orva Energo|o} fell." + COMPANY)
    assert made[0][0] != made[1][0]


def test_a_ship_with_the_letters_of_its_navy_and_without() -> None:
    found = resolved("The {HMS Orvane|q} sailed.", "The {Orvane|q} came home.")
    assert found[0] == found[1]
    two = resolved("The {HMS Orvane|q} sailed.", "The {USS Orvane|q} waits.", "The {Orvane|q} came home.")
    assert len({row[0] for row in two}) == 3


def test_a_fund_of_a_region_without_its_region() -> None:
    full = "The {West African Harvest Fund|o} pays." + COMPANY
    found = resolved(full, "The {Harvest Fund|o} is strict." + COMPANY)
    assert found[0][0] == found[1][0]
    two = resolved(full, "The {Nordic Harvest Fund|o} paid." + COMPANY, "The {Harvest Fund|o} is strict." + COMPANY)
    assert two[2][0] not in (two[0][0], two[1][0])
    party = resolved("The {West African Harvest Party|o} won." + COMPANY, "The {Harvest Party|o} lost." + COMPANY)
    assert party[0][0] != party[1][0]


def test_what_a_firm_deals_in_as_one_word_in_the_plural() -> None:
    found = resolved("{Orva Signal Services|o} failed.", "{Orva Signals|o} denied it.")
    assert found[0][0] == found[1][0]
    other = resolved("{Orva Signal Services|o} failed.", "{Orva Seeds|o} denied it.")
    assert other[0][0] != other[1][0]


def test_partners_by_their_letters() -> None:
    found = resolved("{Brandal & Kofler|o} built it." + COMPANY, "{B&K|o} denied it." + COMPANY)
    assert found[0][0] == found[1][0]
    beside = resolved("{Brandal & Kofler|o} built it, and {B&K|o} will run it.")
    assert beside[0][0] == beside[0][1]
    other = resolved("{Brandal Kofler Group|o} built it." + COMPANY, "{B&K|o} denied it." + COMPANY)
    assert other[0][0] != other[1][0]
