"""A name that a person shares with a place, or with another person: what stands around it tells."""

from __future__ import annotations

import pytest

from generator.document import Extraction
from generator.resolve.entities import resolve
from tests.resolve.test_entities import article, resolved
from tests.resolve.test_people import officed, people


@pytest.mark.parametrize(
    "said",
    [
        "The smaller plant is at {Brenford|p}.",
        "She drove a boy of nine to {Brenford|p}.",
        "He grew up in {Brenford|p}, where his father had a mill.",
        "There is also {Brenford|p}, the city.",
        "Half of {Brenford|p} came.",
    ],
)
def test_a_town_is_not_the_man_who_bears_its_name(said: str) -> None:
    found = resolved(f"{{Ada Brenford|p}} spoke. {said}", "{Brenford|l} is old.")
    assert found[0][0] == "ada-brenford"
    assert found[0][1] == found[1][0] != "ada-brenford"


@pytest.mark.parametrize(
    "said",
    ["Voters lost faith in {Brenford|p}.", "A man shouted at {Brenford|p}.", "In {Brenford|p}'s view it was late."],
)
def test_a_man_is_not_the_town_whose_name_he_bears(said: str) -> None:
    found = resolved(f"{{Ada Brenford|p}} spoke. {said}", "{Brenford|l} is old.")
    assert found[0][1] == "ada-brenford"


def test_a_title_goes_to_no_namesake_of_whom_nothing_tells_that_it_is_hers() -> None:
    """The text names the member of parliament in full; the woman of that surname, others do."""
    found = resolved(
        "{Parel Hutaro|p} asked. Ms {Hutaro|p} replied.", "Ms {Ruth Hutaro|p} directs it.", "{Parel Hutaro|p} left."
    )
    assert found[0] == ["parel-hutaro", None]
    alone = resolved("{Parel Hutaro|p} asked. Ms {Hutaro|p} replied.")
    assert alone[0] == ["parel-hutaro", "parel-hutaro"]


def test_a_pronoun_of_one_named_by_an_initial_is_not_anothers() -> None:
    found = resolved("{Hugo Canto|p} left. He was seen.", "{H. Canto|p} called. {Canto|p} is held. He denies it.")
    assert found[1][0] == found[1][1]


def test_either_bearer_of_a_name_is_neither_for_sure() -> None:
    assert resolved("{Ada Brook|p} spoke. The author is not related to either {Brook|p}.")[0] == ["ada-brook", None]


def test_the_uncle_of_the_prime_minister_is_not_the_prime_minister() -> None:
    uncle = officed("{Osei Tanko|p} sat there.", "0.txt", "uncle of the prime minister")
    premier = officed("{Kwame Tanko|p} spoke.", "1.txt", "Prime Minister")
    short = officed("{Tanko|p} promised a law.", "2.txt", "Prime Minister")
    assert people(uncle, premier, short) == ["osei-tanko", "kwame-tanko", "kwame-tanko"]


def test_a_town_does_not_shorten_to_the_union_of_its_farmers() -> None:
    found = resolved("The {Samarel Growers' Union|o} sued.", "{Samarel|o} was quiet.")
    assert found[0] != found[1]


def test_a_bank_with_the_letters_of_a_famous_one_keeps_its_own_name() -> None:
    """The text declares them for its own bank; they are not the other's because a table knows that one."""
    made = article("{Enderi Commercial Bank|o} ({ECB|o}) lent. The {ECB|o} failed.")
    found = resolve([made])
    assert set(found.of_mention.values()) == {"enderi-commercial-bank"}
    assert found.entities["enderi-commercial-bank"].name == "Enderi Commercial Bank"
    both: list[Extraction] = [made, article("The {European Central Bank|o} met.", "b.txt")]
    assert resolve(both).of_mention[1, 0] != "enderi-commercial-bank"
    assert resolve(both).of_mention[0, 2] == "enderi-commercial-bank"


def test_a_place_keeps_the_hyphens_of_its_texts() -> None:
    """Where the gazetteer writes another town of the name with a hyphen, nobody's spelling is changed."""
    found = resolve([article("{San Pedro|l} is old."), article("{San Pedro|l} is small.", "b.txt")])
    assert [e.name for e in found.entities.values()] == ["San Pedro"]


def test_a_lake_by_its_name_alone_and_the_town_beside_it() -> None:
    lake = "{Lake Sary-Orva|l} rose. They flew over {Sary-Orva|l}."
    assert len({i for row in resolved(lake, "{Sary-Orva|l} burst its banks.") for i in row}) == 1
    made = resolved(lake, "He was born in {Sary-Orva|l}.")
    assert made[0][0] != made[1][0]
