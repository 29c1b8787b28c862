"""Places whose name is better known as another's."""

from __future__ import annotations

from generator.resolve.entities import resolve
from tests.resolve.test_entities import article, resolved


def test_a_town_that_a_text_places_elsewhere_is_not_the_better_known() -> None:
    articles = [article("{Trinidad|l}, {Bolivia|l} flooded."), article("{Trinidad|l} dried.", "b.txt")]
    found = resolve(articles).entities
    assert "trinidad-and-tobago" not in found
    assert found["trinidad"].country is None
    assert resolved("{Trinidad|l} flooded.") == [["trinidad-and-tobago"]]
    spoken = resolved("{Trinidad|l}, {Bolivia|l} flooded.", "{Trinidad and Tobago|l} sent help.")
    assert spoken[1] == ["trinidad-and-tobago"]


def test_a_list_of_countries_places_nothing() -> None:
    assert resolved("{Holland|l}, {Belgium|l} and {France|l} agreed.")[0][0] == "netherlands"


def test_a_state_behind_its_town_is_not_the_country_of_its_name() -> None:
    articles = [article("{Atlanta|l}, {Georgia|l} voted."), article("{Georgia|l} counts.", "b.txt")]
    found = resolve(articles).entities
    assert found["georgia"].coordinates is None
    assert resolve([article("{Tbilisi|l}, {Georgia|l} voted.")]).entities["georgia"].country == "GE"
