"""Names as papers of many countries print them: firms, offices, sums, peoples, and who is called by a first name."""

from __future__ import annotations

import pytest

from tests.extract.test_mentions import found, marked


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # a word for a kind of firm before its name, or behind it, in other languages
        ("The order went to Pivovar Lubno, which bid least.", "Pivovar Lubno", "organization"),
        ("Her poems were printed by Wydawnictwo Sowa last year.", "Wydawnictwo Sowa", "organization"),
        ("The Orda Kenesh rejected the budget on Monday.", "Orda Kenesh", "organization"),
        # a field of science is nobody, whatever woman is called by its first word
        (
            "Jo Lind of the Orvane Institute for Marine Acoustics (OIMA) told reporters.",
            "Orvane Institute for Marine Acoustics",
            "organization",
        ),
        # what lies on the floor of the sea, what elects, what sails
        ("A probe went down in the Prevarin Trench on Friday.", "Prevarin Trench", "place"),
        ("She won in the constituency of Ulu Tembang. Nobody sang.", "Ulu Tembang", "place"),
        ("Only a small coaster, the Melur Indah, lay there.", "Melur Indah", "equipment"),
        # called by a first name alone, where no table knows it
        (
            "The petition of Rashdan Kamil failed. Rashdan, 41, has a farm. Rashdan is not well.",
            "Rashdan Kamil",
            "person",
        ),
        (
            "When Rashdan Kamil, then the treasurer of the port, spoke, many were glad. Rashdan is out.",
            "Rashdan Kamil",
            "person",
        ),
        # honorifics that stand before given names
        ("Cikgu Mansor Daud brings fish.", "Mansor Daud", "person"),
    ],
)
def test_what_a_name_from_abroad_names(text: str, name: str, kind: str) -> None:
    assert (name, kind) in marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "A loan of RM7.2 million was refused. It needs RM640 million, or Rs12bn, for 3,000 TEU a day.",
        "The house was bought by Uzbeks, who came in May, and by the Tuareg elders.",
        "WRAP: what was said all day. 21:10 -- WRAP.",
        "Papa has sold the boat. Time was short, and so was money.",
        "A Danish-South African trawler lay there. The third Danish-South African survey failed.",
        "Plea of the Orvane Institute for Fisheries and the Yellow Sea Weather Bureau\n\nIt sank, they said.",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert not marked(text)


def test_an_office_of_another_language_is_no_name_beside_its_holders() -> None:
    text = "On Monday Mentri Besar Dr Ali Bakar Nordin, who opened it, was glad. Mentri Besar Ali Bakar left."
    assert not {name for name, _ in marked(text) if "Besar" in name}


def test_states_and_provinces_are_places() -> None:
    text = "He was the best known singer of Kelantan. The farms of Podlasie and the roads of Jujuy suffered."
    assert {name for name, kind in marked(text) if kind == "place"} == {"Kelantan", "Podlasie", "Jujuy"}


def test_letters_in_brackets_that_begin_with_a_names_initials_are_a_bodys() -> None:
    assert ("Orva Keslin", "organization") in marked("Orva Keslin (OKP) was founded in May. It paid well.")


def test_a_particle_within_a_name_does_not_part_it() -> None:
    made = {(m.text, m.type) for m in found("A ban was placed by Te Rūnaka o Aratika on Monday.")}
    assert ("Te Rūnaka o Aratika", "organization") in made
