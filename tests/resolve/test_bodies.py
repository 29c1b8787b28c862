"""One body over articles: translated names, acronyms, short forms; a firm, its group and its arms stay apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from generator.resolve import body_language
from generator.resolve.entities import resolve
from tests.resolve.test_entities import article, resolved, who

PAIRS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "body_pairs.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
COMPANY = " {Lea Morn|p} and {Tom Hale|p} of {Porto Breve|l} in {Ghana|l} heard it."


def joined(one: str, other: str) -> bool:
    found = resolved(f"The {{{one}|o}} spoke.{COMPANY}", f"The {{{other}|o}} left.{COMPANY}", "{Ada Brook|p} came.")
    return found[0][0] is not None and found[0][0] == found[1][0]


def test_the_table_of_bodies() -> None:
    """What is another body, or may be, is never joined; of the same ones most are."""
    told = Counter((truth, joined(one, other)) for one, other, truth, _ in PAIRS)
    assert len(PAIRS) >= 80
    assert told["different", True] == told["unsure", True] == 0
    assert told["same", True] >= 0.95 * (told["same", True] + told["same", False])


@pytest.mark.parametrize("kind", ["translated", "acronym", "short", "group"])
def test_the_order_of_articles_does_not_matter(kind: str) -> None:
    for one, other, _, of_kind in PAIRS:
        if of_kind == kind:
            assert joined(one, other) == joined(other, one)


def test_three_letters_are_a_name_only_in_company() -> None:
    assert resolved("The {Capital Registry Commission|o} met.", "The {CRC|o} met.")[1] == ["crc"]
    two = resolved(
        "The {Capital Registry Commission|o} met." + COMPANY,
        "The {Coastal Rescue Corps|o} came." + COMPANY,
        "The {CRC|o} met." + COMPANY,
    )
    assert two[2][0] == "crc"


def test_an_acronym_declared_for_a_translation_is_the_native_names() -> None:
    full = article("The {Patriotic League of Sankara|o} ({LPS|o}) met.", "0.txt")
    native = article("The {Liga Patriotica Sankarana|o} left.", "1.txt")
    articles = [replace(full, aliases=((0, 1),)), native]
    found = who(resolve(articles), *articles)
    assert found[0][0] == found[0][1] == found[1][0]


def test_a_firm_named_before_its_arm_is_not_its_arm() -> None:
    found = resolved("{Brandal|o} grew. Its Riga subsidiary, {Brandal Factoring Baltija|o}, did not. {Brandal|o} paid.")
    assert found == [["brandal", "brandal-factoring-baltija", "brandal"]]
    assert len(set(resolved("{Brandal Technologies|o} grew. {Brandal|o} paid.")[0])) == 1
    apart = resolved("{Brandal|o} grew.", "{Brandal Factoring Baltija|o} did not.")
    assert apart[0] != apart[1]


def test_a_body_with_a_fuller_name_is_not_another_that_begins_with_its_last_word() -> None:
    found = resolved("{World Rowing|o} met. {Rowing|o} wept.", "The {Rowing Integrity Unit|o} came.")
    assert len(set(found[0])) == 1
    assert found[1] != [found[0][0]]


def test_the_court_of_a_town_without_its_town() -> None:
    found = resolved("The {Brenov District Court|o} sat.", "The {District Court|o} agreed.")
    assert found[0] == found[1]
    two = resolved(
        "The {Brenov District Court|o} sat.", "The {Tesin District Court|o}.", "The {District Court|o} agreed."
    )
    assert two[2][0] not in (two[0][0], two[1][0])


def test_names_of_nothing_but_common_words_stay_in_their_language() -> None:
    assert body_language.english("partido socialista".split()) is None
    assert body_language.english("frente amplio tupari".split()) == ["front", "broad", "tupari"]
    assert body_language.english("el mundo tupari".split()) is None
    assert body_language.english("red cross".split()) is None
    assert body_language.english("union of central banks".split()) is None


def test_a_university_of_a_place_with_and_without_national() -> None:
    assert joined("National University of the Itenez", "Itenez University")
    assert not joined("National Bank of Brenov", "Bank of Brenov")


def test_a_short_name_that_reads_like_a_persons() -> None:
    found = resolved("{Formosa Anode Works|o} grew.", "{Formosa Anode|p} shrank.")
    assert found[0] == found[1]
    person = resolved("{Marta Anode Works|o} grew.", "{Marta Anode|p} spoke.")
    assert person[0] != person[1]


def test_a_firm_and_its_holding_are_two() -> None:
    found = resolved("{Okrika Petroleum|o} and its parent, {Okrika Holdings|o}, denied it. {Okrika|o} fell.")[0]
    assert found[0] != found[1]
    assert len(set(resolved("{Brandal Holdings|o} grew. {Brandal|o} paid.")[0])) == 1


def test_an_american_department_with_and_without_its_country() -> None:
    found = resolved("The {U.S. Department of Justice|o} sued. The {Justice Department|o} won.")
    assert found[0][0] == found[0][1]


def test_a_numbered_unit_without_its_arm() -> None:
    assert joined("47th Mechanised Brigade", "47th Brigade")
    assert not joined("47th Mechanised Brigade", "4th Brigade")
    two = resolved("The {47th Mechanised Brigade|o}.", "The {47th Tank Brigade|o}.", "The {47th Brigade|o} left.")
    assert len({row[0] for row in two}) == 3


def test_a_firm_and_its_group_are_proposed_and_not_joined() -> None:
    articles = [article("{Selvik Airways|o} flew."), article("{Selvik Aviation Group|o} paid.", "b")]
    found = resolve(articles)
    assert len(found.entities) == 2
    assert [(a, b) for a, b, _, _ in found.proposals] == [("selvik-airways", "selvik-aviation-group")]


def test_a_firm_without_the_word_for_its_trade_is_the_one_that_begins_so() -> None:
    for full, short in (
        ("Orva Pontes Consulting", "Orva Pontes"),
        ("Hokane Electric Power", "Hokane Electric"),
        ("Tamir Zhol Bank", "Tamir Zhol"),
        ("National Grading Council", "Grading Council"),
    ):
        found = resolved(f"{{{full}|o}} grew.", f"{{{short}|o}} rose.")
        assert found[0] == found[1], full
    # where a text has both they are two, and so is an arm of the firm
    both = resolved("{Tamir Zhol|o} grew. Its subsidiary, {Tamir Zhol Bank|o}, fell.", "{Tamir Zhol|o} rose.")
    assert both[0][0] != both[0][1]
    arm = resolved("{Tamir Zhol Foundation|o} gave.", "{Tamir Zhol|o} rose.")
    assert arm[0] != arm[1]


def test_the_name_of_a_page_is_not_shouted() -> None:
    found = resolve([article("{ORVALE Copper Mines|o} closed."), article("{Orvale Copper Mines|o} opened.", "b.txt")])
    assert [e.name for e in found.entities.values()] == ["Orvale Copper Mines"]


def test_one_thing_is_named_before_many_of_them() -> None:
    found = resolve(
        [article("{K410s|q} flew. {K410s|q} fell. {K410s|q} rose. {K410s|q} sank. {K410s|q} and a {K410|q}.")]
    )
    assert [e.name for e in found.entities.values()] == ["K410"]


def test_a_firm_with_its_legal_form_before_the_name() -> None:
    found = resolved("{PT Lintas Bumi|o} grew.", "{Lintas Bumi|o} rose.")
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("one", "other", "proposed"),
    [
        ("{Baeul Textiles|o} paid.", "{Baewool Textiles|o} left.", True),
        ("{Baeul Textiles Co., Ltd.|o} paid.", "{Baewool Textiles|o} left.", True),
        ("{Baeul Textiles|o} paid.", "{Baewool Shipping|o} left.", False),
        ("{Baeul Textiles|o} paid.", "{Barul Textiles|o} left.", False),
        ("The {Kestro|q} rose.", "The {Kestro-5|q} fell.", True),
    ],
)
def test_two_spellings_of_a_firm_and_a_thing_without_its_number_are_proposed(
    one: str, other: str, proposed: bool
) -> None:
    found = resolve([article(one, "0.txt"), article(other, "1.txt")])
    assert len(found.entities) == 2
    assert bool(found.proposals) == proposed


def test_a_thing_without_its_number_is_nobodys_where_two_have_one() -> None:
    texts = ("The {Kestro|q} rose.", "The {Kestro-5|q} fell.", "The {Kestro-6|q} flew.")
    assert resolve([article(text, f"{i}.txt") for i, text in enumerate(texts)]).proposals == ()


def test_the_vowels_of_the_north_are_spelt_in_two_letters_as_well() -> None:
    apart = resolved("{Ringhøjen|o} paid.", "{Ringhoejen|o} left.")
    beside = resolved("{Skårvik Foods|o} paid. {Skaarvik Foods|o} left.")
    assert len({i for row in apart for i in row}) == len({i for row in beside for i in row}) == 1
    assert len({i for row in resolved("{Ringhøjen|o} paid.", "{Ringhajen|o} left.") for i in row}) == 2


def test_a_court_and_the_court_above_it() -> None:
    above = "The {Supreme Administrative Court|o} rules."
    text = "The {Administrative Court|o} annulled it. The {Supreme Administrative Court|o} will rule." + COMPANY
    made = resolved(text, above + COMPANY)
    assert made[0][0] != made[0][1] == made[1][0]
    made = resolved(above + " The {Administrative Court|o} was silent." + COMPANY)
    assert made[0][0] == made[0][1]


def test_the_high_court_of_the_country_that_the_articles_are_about() -> None:
    about = "{Lima|l} and {Piura|l} voted."
    fined = "{Toronto|l} paid. The {High Court|o} fined a firm of {Canada|l} in {Piura|l} and in {Lima|l}."
    found = resolved(f"{fined}", f"The {{High Court|o}} sat. {about}", about, about)
    assert found[0][1] is not None
    assert found[0][1] == found[1][0]
    abroad = resolved(fined, "The {High Court|o} of {Canada|l} sat. {Canada|l} paid in {Toronto|l}.", about, about)
    assert abroad[1][0] not in (None, abroad[0][1])
    bare = "The {High Court|o} fined a firm. {Lima|l} and {Piura|l} paid."
    assert resolved(bare, about, about)[0][0] is not None
    assert resolved(bare.replace("High", "District"), about, about)[0][0] is None


def test_the_ministry_in_a_capital_is_its_countrys() -> None:
    about = "{Lima|l} and {Piura|l} in {Peru|l} voted."
    found = resolved(
        f"The {{Ministry of Defence|o}} said so. {about}",
        f"The {{Ministry of Defence|o}} in {{Oslo|l}} agreed. {about}",
    )
    assert found[0][0] not in (None, found[1][0])


def test_a_legal_form_with_stops_and_without() -> None:
    assert joined("Zakady Orval SA", "Zakady Orval S.A.")
