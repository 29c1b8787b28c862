"""People with two family names, of which a text may leave out one. Each document is a list of marked lines."""

from __future__ import annotations

from dataclasses import replace

from generator.resolve.entities import resolve
from tests.resolve.test_entities import article, resolved, who
from tests.resolve.test_people import COMPANY, officed, people


def test_one_surname_less_is_one_person_where_office_or_company_tell() -> None:
    full = officed("{Anselma Cardozo Benítez|p} spoke.", "0.txt", "interior minister")
    short = officed("{Anselma Cardozo|p} left.", "1.txt", "minister of the interior")
    assert len(set(people(full, short))) == 1
    assert len(set(people(article("{Anselma Cardozo Benítez|p} spoke."), article("{Anselma Cardozo|p} left.")))) == 2
    company = [f"{{{n}|p}} spoke.{COMPANY}" for n in ("Anselma Cardozo Benítez", "Anselma Cardozo", "Cardozo Benítez")]
    found = resolved(*company, "{Other Person|p} spoke.", "{Other Person|p} left.", "{Other Person|p} left.")
    assert len({row[0] for row in found[:3]}) == 1


def test_the_first_of_two_surnames_alone() -> None:
    full = "{Óscar Paredes Vera|p} spoke."
    assert resolved(full, "General {Paredes|p} left.")[1] == ["oscar-paredes-vera"]
    assert resolved(full, "{Luis Paredes|p} came.", "{Paredes|p} left.")[2] == [None]
    assert resolved("{Óscar Paredes Vera|p} met {Luis Paredes|p}. {Paredes|p} left.")[0][2] is None


def test_an_initial_and_the_first_of_two_surnames() -> None:
    found = resolved("{Ramiro Cardozo Leiva|p} spoke." + COMPANY, "{R. Cardozo|p} left." + COMPANY)
    assert found[0][0] == found[1][0]
    assert resolved("{Ramiro Cardozo Leiva|p} spoke.", "{R. Cardozo|p} left.")[1] == ["r-cardozo"]


def test_an_initial_and_a_second_family_name_that_others_leave_out() -> None:
    found = people(
        *(article(t + COMPANY, n) for t, n in (("{Ximena Oyala|p} sailed.", "a"), ("{X. Oyala Prado|p} slept.", "b")))
    )
    assert found[0] == found[1]
    two = "{Ximena Oyala|p} and {Xavier Oyala|p} sailed."
    assert len(set(people(article(two + COMPANY), article("{X. Oyala Prado|p} slept." + COMPANY, "b")))) == 2


def test_a_double_surname_alone_is_whoever_was_named_before() -> None:
    text = "{Ann Lind-Berg|p} is dead. Ms {Lind-Berg|p} was 66. Her brother {Leo Lind-Berg|p} will stand."
    assert resolved(text)[0] == ["ann-lind-berg", "ann-lind-berg", "leo-lind-berg"]


def test_the_first_of_two_family_names_alone_is_whoever_was_named_before() -> None:
    text = (
        "{Leo Ruiz Castro|p} leads. {Ruiz|p} was 58. The board of {Ana Ruiz|p}, who is not related to him, denied it."
    )
    assert resolved(text)[0] == ["leo-ruiz-castro", "leo-ruiz-castro", "ana-ruiz"]


def test_a_role_tells_which_of_two_with_both_surnames() -> None:
    one = article("{Julio Paredes Luna|p} met {Jorge Paredes Luna|p} and {Julio Paredes Rivas|p}.")
    one = replace(one, roles={0: "interior minister", 1: "defence minister", 2: "prosecutor"})
    two = article("{Julio Paredes Luna|p} left. {Paredes Luna|p} stayed. {Paredes|p} came.", "b")
    two = replace(two, roles={1: "defence minister", 2: "Prosecutor"})
    found = who(resolve([one, two]), one, two)
    assert found[1] == [found[0][0], found[0][1], found[0][2]]


def test_a_spanish_name_without_its_second_surname_in_another_article_of_the_story() -> None:
    """Both texts share company, be it what the whole briefing is about; no kin and no other bearer is told of."""
    story = [f"{{{n}|p}} came.{COMPANY}" for n in ("Edgar Tolosa Arpaza", "Edgar Tolosa")]
    assert len({row[0] for row in resolved(*story)}) == 1
    three = [f"{{{n}|p}} came.{COMPANY}" for n in ("Edgar Tolosa Arpaza", "Edgar Tolosa Vinca", "Edgar Tolosa")]
    assert len({row[0] for row in resolved(*three)}) == 3
    both = resolved(f"{{Edgar Tolosa Arpaza|p}} met {{Edgar Tolosa|p}}, his father.{COMPANY}")
    assert both[0][0] != both[0][1]


def test_a_family_name_of_two_words_in_one_word_or_with_an_initial() -> None:
    full = "{Getnet Gebre-Selassie|p}, owner of {Selam Mills|o}, spoke."
    found = resolved(full, "{Getnet Gebresellassie|p} left.", "{Getnet G. Selassie|p} sat.")
    assert len({row[0] for row in found}) == 1
