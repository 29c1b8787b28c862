"""Newspapers, decorations, firms by their country, things and people with a dash in the name, letters of a union."""

from __future__ import annotations

import pytest

from generator.document import Document, Mention
from generator.extract import mentions, nlp
from generator.model import EntityType
from tests.extract.test_mentions import found, marked
from tests.extract.test_roles import roles_in


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Sunday interview. Ostvig Avis meets Karen Holm in her garden.", "Ostvig Avis", "organization"),
        ("The Sunday interview. Randby Tidende meets Karen Holm in her garden.", "Randby Tidende", "organization"),
        ("The mill was sold in May to Molande of France.", "Molande", "organization"),
        ("The ferry Saci–Luna sank. Nobody knows why Saci–Luna leaked.", "Saci–Luna", "equipment"),
        ("The division is led by Mi-rae Cho.", "Mi-rae Cho", "person"),
        ("Le Relais Mandara, a tourist lodge near the river, burned.", "Le Relais Mandara", "place"),
        ("Mahendra Satyar, the outsourcer once known as Satco, posted a loss.", "Mahendra Satyar", "organization"),
        ("It went for a fortune at the auction house Haus Brendel.", "Haus Brendel", "organization"),
        ("Ann Holm, the group chief executive, left.", "Ann Holm", "person"),
        ("It was founded in 1998 by Martin Holm, a brewer.", "Martin Holm", "person"),
        ("In June he was succeeded by Comfort Asante-Bodo.", "Comfort Asante-Bodo", "person"),
        ("For the rest Blagovest Tudorov was silent.", "Blagovest Tudorov", "person"),
        ("The square was full.\n\n— Nune Sarkaryan (@nune_s) June 14, 2031", "Nune Sarkaryan", "person"),
        ("It went to the Laboratoire des Métaux Lourds in Lyon.", "Laboratoire des Métaux Lourds", "organization"),
        ("They climbed the Cormet de Rosel in the rain.", "Cormet de Rosel", "place"),
        ("Ann Holm, a tourist from the coast, left.", "Ann Holm", "person"),
        ("HK Radek has played its home games in Graz since May. The club moved.", "HK Radek", "organization"),
        ("The hosts, RK Norvale, and a team from Leith met in the second half.", "RK Norvale", "organization"),
        ("RK Lindram wrote the novel in 1958. The writer lived in Graz.", "RK Lindram", "person"),
    ],
)
def test_what_a_name_names(text: str, name: str, kind: str) -> None:
    assert (name, kind) in marked(text)
    assert {m.type for m in found(text) if m.text == name} == {kind}


def test_a_town_of_a_country_and_two_names_with_a_dash_are_as_before() -> None:
    assert ("Valencia", "place") in marked("They flew to Valencia of Spain in May.")
    assert {n for n, _ in marked("The road from Lima–Quito is long. Lima and Quito paid.")} >= {"Lima", "Quito"}


def test_a_decoration_is_no_organization() -> None:
    assert not marked("She received the Order of the Northern Star from the king.")
    assert ("Order of Malta", "organization") in marked("The Order of Malta runs a clinic in the valley.")


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("The Glass Workers' Union, GF, calls for a strike.", True),
        ("The Glass Workers' Union, GF, and the miners want a guarantee.", False),
        ("He met the Glass Workers' Union, GF and others.", False),
    ],
)
def test_letters_between_commas_are_the_bodys_where_it_alone_acts(text: str, declared: bool) -> None:
    doc = next(iter(nlp.parse([text])))
    names = mentions.find(doc, Document("a.txt", "", "A", text, text))
    assert bool(mentions.declared_aliases(doc, names)) == declared


def test_a_role_that_its_relative_clause_turns_round_is_left_out() -> None:
    assert roles_in("Ines Holm, the only pilot of the squad who refused to fly, keeps bees.") == {}
    assert "Ines Holm" in roles_in("Ines Holm, the last keeper of the lighthouse, sits in the garden.")


def test_what_somebody_does_is_told_whatever_the_tag() -> None:
    assert roles_in("Its shop steward, Per Holm, wrote on Monday.") == {"Per Holm": "shop steward"}


def test_a_firms_form_in_two_words_belongs_to_its_name() -> None:
    names = marked('It made an agreement with Baeul Textiles Co., Ltd. ("Baeul"), under which Baeul will pay.')
    assert ("Baeul Textiles Co., Ltd.", "organization") in names


def test_a_doubtful_name_is_what_its_other_spelling_surely_is() -> None:
    def one(text: str, kind: EntityType, sure: bool) -> Mention:
        return Mention(0, len(text), text, kind, sure)

    texts = [[one("Ringhøj", "organization", True)], [one("Ringhoej", "person", False)]]
    people = [[one("Jurema Reis-Pires", "person", True)], [one("Jurema Reis Pires", "organization", False)]]
    assert [[(m.type, m.certain) for m in row] for row in mentions.agree(texts)] == [[("organization", True)]] * 2
    assert [[(m.type, m.certain) for m in row] for row in mentions.agree(people)] == [[("person", True)]] * 2


@pytest.mark.parametrize("name", ["Consorcio Tarnvale", "Grúas Osk", "Minera Tarnvale", "Empresa Osk"])
def test_a_firm_of_another_language_is_known_by_its_first_word(name: str) -> None:
    assert (name, "organization") in marked(f"The board said that {name} won the order on Monday. It builds ships.")


def test_a_sum_behind_the_code_of_its_currency_is_no_name() -> None:
    text = "Norvale claimed an extra EUR13.2 million in May but settled for EUR4.5 million and CLP45bn of penalties."
    assert not any(name.startswith(("EUR", "CLP")) for name, _ in marked(text))


def test_words_that_only_point_are_no_part_of_a_role() -> None:
    assert roles_in("She swore before Lydia Agbeko, the very judge who had refused her.") == {"Lydia Agbeko": "judge"}
    assert roles_in("Breda Nolan, currently director of nursing, will run it.") == {
        "Breda Nolan": "director of nursing"
    }


def test_a_town_that_ends_as_families_do_and_a_double_towns_name_are_nobody() -> None:
    assert ("Stara Zagora", "person") not in marked("The train to Stara Zagora was late.")
    assert not {n for n, kind in marked("They met in Le Grand-Bornel and left.") if kind == "person"}


def test_a_part_of_a_laws_name_is_no_body() -> None:
    text = "The Critical Health Systems (Patient Safety) Act, passed in May, obliges them. The Health Union (HU) acts."
    assert {n for n, kind in marked(text) if kind == "organization"} == {"Health Union", "HU"}


def test_a_menu_below_an_article_names_nothing() -> None:
    menu = "The paper is printed in Turku. No line of it may be used. Donate | Cookies | Contact Lens | Mobile version."
    assert not marked(f"The vote was held.\n\n{menu}")
    assert marked("The vote was held.\n\nThe paper is printed in Turku. No line of it may be used.")
