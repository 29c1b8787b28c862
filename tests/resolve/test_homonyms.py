"""Places whose name is better known as another's."""

from __future__ import annotations

from generator.resolve.entities import resolve
from tests.resolve.test_entities import article, resolved


def test_a_town_that_a_text_places_elsewhere_is_not_the_better_known() -> None:
    articles = [article("{Holland|l}, {Brazil|l} flooded."), article("{Holland|l} dried.", "b.txt")]
    found = resolve(articles).entities
    assert "netherlands" not in found
    assert found["holland"].country is None
    assert resolved("{Holland|l} flooded.") == [["netherlands"]]
    spoken = resolved("{Holland|l}, {Brazil|l} flooded.", "{Netherlands|l} sent help.")
    assert spoken[1] == ["netherlands"]


def test_a_list_of_countries_places_nothing() -> None:
    assert resolved("{Holland|l}, {Belgium|l} and {France|l} agreed.")[0][0] == "netherlands"


def test_a_state_behind_its_town_is_not_the_country_of_its_name() -> None:
    articles = [article("{Atlanta|l}, {Georgia|l} voted."), article("{Georgia|l} counts.", "b.txt")]
    found = resolve(articles).entities
    assert found["georgia"].coordinates is None
    assert resolve([article("{Tbilisi|l}, {Georgia|l} voted.")]).entities["georgia"].country == "GE"


def test_texts_of_a_state_and_of_a_country_of_one_name() -> None:
    found = resolved(
        "{Atlanta|l}, {Georgia|l} voted.", "{Georgia|l} counts in {Savannah|l}.", "{Georgia|l} won in {Tbilisi|l}."
    )
    assert found[0][1] == found[1][0]
    assert found[2][0] != found[1][0]


def test_a_small_city_of_a_country_of_which_nobody_speaks_is_a_town_of_the_one_they_speak_of() -> None:
    about = "{Piura|l} and {Lima|l} are in {Peru|l}."
    strange = resolve([article(f"It fell near {{Ibri|l}}. {about}"), article(f"{about} {{Oman|l}} paid.", "b.txt")])
    assert strange.entities["ibri"].country is None
    assert strange.entities["piura"].country == "PE"
    spoken = resolve([article(f"It fell near {{Ibri|l}} in {{Oman|l}}. {about}"), article(about, "b.txt")])
    assert spoken.entities["ibri"].country == "OM"
    large = resolve([article(f"It fell near {{Lagos|l}}. {about}"), article(about, "b.txt")])
    assert large.entities["lagos"].country == "NG"


def test_a_saints_town_that_the_gazetteer_has_far_away() -> None:
    about = "{Ada Brook|p} and {Tom Hale|p} of {Bogota|l} in {Colombia|l} came."
    found = resolved(f"{{Tacna del Oro|l}} flooded. {about}", f"The bell of {{Tacna|l}} rang. {about}")
    assert found[0][0] == found[1][0]
