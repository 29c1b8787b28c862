"""Who is who over articles of many countries: shortened and given names, awarded titles, firms of two names."""

from __future__ import annotations

from tests.extract.test_roles import roles_in
from tests.resolve.test_entities import resolved
from tests.resolve.test_people import officed, people

COMPANY = " The {Grain Union|o}, {Lea Morn|p}, {Tom Hale|p} and {Ada Brook|p} of {Porto Breve|l} heard it."


def test_a_name_that_begins_anothers_is_his_in_much_company_whatever_is_told_of_him() -> None:
    full = officed("{Anselma Cardozo Benítez|p} spoke." + COMPANY, "0.txt", "fisheries minister")
    short = officed("{Anselma Cardozo|p} left." + COMPANY, "1.txt", "economist")
    assert len(set(people(full, short))) == 1
    son = officed("{Anselma Cardozo|p}, daughter of the minister, left." + COMPANY, "1.txt", "economist")
    assert len(set(people(full, son))) == 2


def test_a_woman_of_malaysia_is_called_by_the_name_behind_siti() -> None:
    (full,), (alone,) = resolved("{Siti Rosmawati Jalil|p} spoke.", "Puan {Rosmawati|p} left.")
    assert full == alone


def test_the_bearer_of_an_awarded_title_is_no_other_of_his_family_name() -> None:
    full, _, short = resolved(
        "Tan Sri {Lau Wei Seng|p} spoke.",
        "{Ada Brook|p} came.",
        "{Lau Mei Fong|p} sells tea. Who called Tan Sri {Lau|p}?",
    )
    assert full[0] == short[1] != short[0]


def test_a_merged_firm_of_two_names_is_neither_of_the_two() -> None:
    before = "{Orvane|o} and {Kestrel|o} will merge."
    after = "{Orvane Kestrel Bank|o} is new. {Orvane|o} was a bank and {Kestrel|o} another."
    found = resolved(before, after, "{Orvane|o} grew.", "{Norvale|o} paid.", "{Norvale Bank|o} won.")
    assert found[0][0] == found[1][1] == found[2][0] != found[1][0]
    assert found[3] == found[4]


def test_the_words_of_a_firm_in_another_order_are_another_firms() -> None:
    (one,), (other,) = resolved("{Banka Orva|o} and its chief spoke.", "{Orva Osk Banka|o} and its chief left.")
    assert one != other
    ((one, other),) = resolved("{Banka Orva|o} became {Orva Osk Banka|o} in May.")
    assert one != other


def test_who_leads_for_a_day_holds_no_office() -> None:
    assert roles_in("Jo Lind, the mayor, spoke.\n\nThen came the run-off; Lind leads the next day by 300 votes.") == {
        "Jo Lind": "mayor"
    }


def test_the_high_court_of_the_country_of_whose_states_the_articles_tell() -> None:
    fined = "{Dubai|l} and {Tokyo|l} paid. The {High Court|o} fined a firm of {Kelantan|l}, and of {Pahang|l}."
    about = "{Kelantan|l} and {Pahang|l} voted."
    found = resolved(fined, f"The {{High Court|o}} sat. {about}", about)
    assert found[0][2] == found[1][0] is not None


def test_a_firm_of_ports_without_the_word_for_them() -> None:
    full, short = resolved("{Lautan Maju Terminals Sdn Bhd|o} grew.", "{Lautan Maju|o} rose.")
    assert full == short


def test_a_river_with_a_hyphen_and_without() -> None:
    one, two, three = resolved(
        "The water of the {Sary-Orva|l} river is low.", "They met at the {Sary-Orva|l}.", "The {Saryorva River|l} rose."
    )
    assert one == two == three
