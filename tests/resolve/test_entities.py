"""Who is who over documents. Each document is a list of marked lines; the model is not needed here."""

from __future__ import annotations

from dataclasses import replace

from generator.document import Document, Extraction, Mention
from generator.resolve.entities import resolve
from tests.extract.marked import read
from tests.resolve.articles import article, resolved, who


def test_a_surname_goes_to_the_full_name_of_its_article() -> None:
    assert resolved("{Ada Brook|p} spoke. {Brook|p} left.") == [["ada-brook", "ada-brook"]]


def test_a_surname_that_fits_two_people_gets_no_entity() -> None:
    assert resolved("{Ada Brook|p} met {Tom Brook|p}. {Brook|p} left.") == [["ada-brook", "tom-brook", None]]


def test_a_surname_alone_finds_the_one_person_of_another_article() -> None:
    assert resolved("{Ada Brook|p} spoke.", "{Brook|p} left.") == [["ada-brook"], ["ada-brook"]]
    assert resolved("{Ada Brook|p} spoke.", "{Tom Brook|p} spoke.", "{Brook|p} left.")[2] == [None]


def test_spellings_of_one_name_are_one_person() -> None:
    found = resolved("{Moammar Qaddafi|p} spoke.", "{Muammar Gaddafi|p} left. {Gaddafi|p} returned.")
    assert len({i for row in found for i in row}) == 1


def _officed(marked: str, name: str, role: str) -> Extraction:
    made = article(marked, name)
    return replace(made, roles={0: role})


def test_one_office_tells_that_two_spellings_are_one_person() -> None:
    """Two spellings too far apart for names alone; two offices, or one text that has both, keep them two."""
    chief = _officed("{Pim van der Velde|p} spoke.", "0.txt", "chief executive of Aria")
    same = _officed("{Pim van der Velden|p} left.", "1.txt", "Aria's chief executive")
    other = _officed("{Pim van der Velden|p} left.", "1.txt", "a nurse in Utrecht")
    assert len({i for row in who(resolve([chief, same]), chief, same) for i in row}) == 1
    assert len({i for row in who(resolve([chief, other]), chief, other) for i in row}) == 2
    assert len(set(resolved("{Pim van der Velde|p} met {Pim van der Velden|p}.")[0])) == 2


def test_a_hyphen_more_is_the_same_place_and_a_bare_surname_may_be_spelt_otherwise() -> None:
    assert resolved("{Sadyr-Kul|l} is old.", "{Sadyrkul|l} is old.")[0] == ["sadyr-kul"]
    assert len({r[0] for r in resolved("{Sadyr-Kul|l} is old.", "{Sadyrkul|l} is old.")}) == 1
    assert resolved("{Ulan Dzhumabaev|p} spoke.", "{Jumabayev|p} left.")[1] == ["ulan-dzhumabaev"]


def test_transliterations_of_a_place_are_one_where_the_texts_share_company() -> None:
    company = "{Aigul Sarsen|p} of the {Steppe Water Union|o} spoke in "
    found = resolved(company + "{Zhanabulak|l}.", company + "{Janabulak|l}.", "{Other Person|p} spoke.")
    assert found[0][2] == found[1][2]
    apart = resolved("{Zhanabulak|l} is old.", "{Janabulak|l} is old.")
    assert apart[0] != apart[1]
    both = resolved(company + "{Zhanabulak|l} and {Janabulak|l}.")
    assert both[0][2] != both[0][3]


def test_a_name_and_its_equivalent_in_another_language_need_more_than_the_names() -> None:
    dealer = _officed("{Youssef Khoury|p} spoke.", "0.txt", "antiquities dealer")
    same = _officed("{Joseph Khoury|p} left.", "1.txt", "dealer in antiquities")
    assert len({i for row in who(resolve([dealer, same]), dealer, same) for i in row}) == 1
    assert len({i for row in resolved("{Youssef Khoury|p} spoke.", "{Joseph Khoury|p} left.") for i in row}) == 2


def test_a_nickname_in_quotation_marks_is_another_first_name() -> None:
    found = resolved('{Sione "Tiny" Leota|p} spoke.', "{Tiny Leota|p} left.")
    assert found[0] == found[1]


def test_a_body_without_its_country_is_the_only_one_that_the_corpus_has() -> None:
    assert resolved("The {Greek III Corps|o} came.", "The {III Corps|o} left.")[1] == ["greek-iii-corps"]
    assert resolved("The {Danish Red Cross|o} came.", "The {Red Cross|o} left.")[1] == ["red-cross"]
    two = resolved("The {Greek III Corps|o} came.", "The {Danish III Corps|o} came.", "The {III Corps|o} left.")
    assert two[2] == ["iii-corps"]


def test_a_river_is_not_the_board_named_for_it() -> None:
    assert len(set(resolved("The {Struma Waters Board|o} met. {Struma|o} rose.")[0])) == 2


def test_near_names_of_different_people_stay_two() -> None:
    found = resolved("{Omar Saleh|p} met {Amr Saleh|p}.", "{Mohammed Deri|p} and {Mahmoud Deri|p} spoke.")
    assert len({i for row in found for i in row}) == 4


def test_father_and_son_in_one_article_stay_two_and_are_proposed() -> None:
    articles = [article("{Luis Prado|p} thanked his father {Luis Alberto Prado|p}. {Prado|p} smiled.")]
    found = resolve(articles)
    assert who(found, *articles) == [["luis-prado", "luis-alberto-prado", None]]
    assert [(a, b) for a, b, _, _ in found.proposals] == [("luis-alberto-prado", "luis-prado")]


def test_junior_is_not_senior() -> None:
    found = resolved("{Frank Holt Jr.|p} spoke.", "{Frank Holt Sr.|p} left.")
    assert found[0] != found[1]


def test_acronym_and_expansion() -> None:
    found = resolved("The {World Grain Council|o} ({WGC|o}) met.", "The {WGC|o} met again.")
    assert {i for row in found for i in row} == {"world-grain-council"}


def test_short_forms_of_countries_are_the_country() -> None:
    found = resolved("The {US|l} and the {UK|l}.", "{United States|l}, {Britain|l}, {America|l}.")
    assert found == [["united-states", "united-kingdom"], ["united-states", "united-kingdom", "united-states"]]


def test_places_have_coordinates_and_country_where_only_one_is_meant() -> None:
    found = resolve([article("{Lima|l} and {Springfield|l} and {Chad|l}.")]).entities
    assert found["lima"].country == "PE"
    assert found["lima"].coordinates is not None
    assert found["chad"].country == "TD"
    assert found["springfield"].coordinates is None


def test_a_misspelt_country_is_the_country_named_elsewhere() -> None:
    assert resolved("{Germany|l} agreed.", "{Germnay|l} agreed.") == [["germany"], ["germany"]]
    assert resolved("{Gambia|l} agreed.", "{Zambia|l} agreed.") == [["gambia"], ["zambia"]]


def test_a_countrys_army_is_the_one_full_name_the_corpus_offers() -> None:
    found = resolved("The {Royal Danish Armed Forces|o} trained.", "The {Danish army|o} and {Danish military|o} left.")
    assert {i for row in found for i in row} == {"royal-danish-armed-forces"}


def test_ministries_of_two_countries_stay_two() -> None:
    found = resolved("{Chad|l}'s {Foreign Ministry|o} spoke.", "{Ghana|l}'s {Foreign Ministry|o} spoke.")
    assert found[0][1] is not None
    assert found[1][1] is not None
    assert found[0][1] != found[1][1]


def test_a_bare_ministry_is_that_of_its_article() -> None:
    found = resolved("The {Chadian Defense Ministry|o} spoke. The {Defense Ministry|o} added. {Ghana|l} heard.")
    assert found[0][0] == found[0][1]


def test_a_bare_ministry_among_several_countries_is_left_out() -> None:
    assert resolved("{Ghana|l} met {Chad|l}. The {Defense Ministry|o} spoke.")[0][2] is None


def test_a_town_and_a_person_of_one_name_are_two() -> None:
    found = resolved("{Ada Lincoln|p} lives in {Lincoln|l}.", "{Lincoln|l} flooded.")
    assert found[0][1] == found[1][0]
    assert found[0][0] != found[0][1]


def test_an_event_with_and_without_its_year() -> None:
    assert (
        resolved("{Ocean Summit|e}.", "{Ocean Summit 2023|e}.")[0]
        == resolved("{Ocean Summit|e}.", "{Ocean Summit 2023|e}.")[1]
    )
    years = resolved("{Ocean Summit 2021|e}.", "{Ocean Summit 2023|e}.")
    assert years[0] != years[1]


def test_doubtful_mentions_have_no_entity() -> None:
    text, _ = read("{Brook|p}")
    extraction = Extraction(Document("a", "", "a", text, text), (Mention(0, 5, "Brook", "person", certain=False),))
    assert resolve([extraction]).of_mention == {}


def test_what_is_only_likely_is_proposed() -> None:
    articles = [
        article("{Coastal Fisheries Council|o} and {Arvendal|l}."),
        article("{Coastal Fisheries Board|o} and {Arvendall|l}."),
    ]
    found = resolve(articles)
    assert {(a, b) for a, b, _, _ in found.proposals} == {
        ("arvendal", "arvendall"),
        ("coastal-fisheries-board", "coastal-fisheries-council"),
    }
    other = resolve([article("{Ghana Fisheries Council|o}."), article("{Togo Fisheries Council|o}.")])
    assert other.proposals == ()


def test_ids_do_not_hang_on_the_order_of_articles() -> None:
    texts = ["{Ada Brook|p} in {Lima|l}.", "The {World Grain Council|o} and {Brook|p}.", "{Ada Lima|p} in {Lima|l}."]
    one, two = resolved(*texts), resolved(*reversed(texts))
    assert one == two[::-1]


def test_a_surname_with_its_particle_is_the_surname() -> None:
    found = resolved(
        "{Marc Le Gall|p} spoke. {Le Gall|p} left.", "{Le Gall|p} returned.", "{Ada van der Berg|p}. {Van der Berg|p}."
    )
    assert {i for row in found[:2] for i in row} == {"marc-le-gall"}
    assert set(found[2]) == {"ada-van-der-berg"}


def test_an_initial_finds_the_one_person_it_fits_in_the_same_company() -> None:
    company = "the {World Grain Council|o}"
    assert resolved(f"{{Ada Brook|p}} of {company}.", f"{{A. Brook|p}} of {company}.")[1][0] == "ada-brook"
    assert resolved("{Ada Brook|p} spoke.", "{A. Brook|p} left.")[1] == ["a-brook"]
    two = resolved(f"{{Ada Brook|p}} of {company}.", f"{{Amy Brook|p}} of {company}.", f"{{A. Brook|p}} of {company}.")
    assert two[2][0] == "a-brook"


def test_mrs_and_a_surname_is_not_the_man_of_that_surname() -> None:
    found = resolved("{Zeno Brook|p} drowned. He was 40.", "Old Mrs {Brook|p} wept.", "Mr {Brook|p} was her son.")
    assert found[1] != found[0]
    assert found[2] == found[0]


def test_a_bare_surname_is_the_bearer_named_before_it() -> None:
    found = resolved("{Ada Brook|p} spoke. {Brook|p} left. Then {Tom Brook|p} came. {Brook|p} smiled.")
    assert found == [["ada-brook", "ada-brook", "tom-brook", None]]


def test_a_role_tells_whose_surname_is_meant() -> None:
    one = article("{Ada Brook|p} and {Tom Brook|p}.", "a.txt")
    two = article("{Ada Brook|p} met Prosecutor {Brook|p}.", "b.txt")
    articles = [replace(one, roles={0: "lawyer", 1: "prosecutor"}), replace(two, roles={0: "lawyer", 1: "Prosecutor"})]
    assert who(resolve(articles), *articles)[1] == ["ada-brook", "tom-brook"]


def test_slips_of_the_pen_in_names_of_bodies_and_things() -> None:
    found = resolved("The {Maritime Innovation Fund|o}.", "The {Maritime Inovation Fund|o}.")
    assert found[0] == found[1]
    things = resolved("The {Tarnika|q}.", "The {Tarnika|q}.", "The {Tarnkia|q}.")
    assert things[2] == things[0]
    apart = resolved("The {Northern Teachers Union|o}.", "The {Southern Teachers Union|o}.")
    assert apart[0] != apart[1]


def test_a_machine_and_its_successor_are_two() -> None:
    assert len(set(resolved("{Tarnika|q} flew. {Tarnika-2|q} will.")[0])) == 2


def test_a_countrys_agency_is_its_national_agency() -> None:
    found = resolved(
        "The {National Space Agency of Chad|o}.", "The {Chadian space agency|o}.", "The {Ghanaian space agency|o}."
    )
    assert found[0] == found[1]
    assert found[2] != found[0]


def test_a_firm_with_and_without_its_legal_form_is_one() -> None:
    assert resolved("{Brandal AS|o} grew.", "{Brandal|o} shrank.") == [["brandal"], ["brandal"]]


def test_a_storm_whose_name_two_reports_spell_with_letters_of_one_sound() -> None:
    found = resolved("{Storm Veronike|e} came.", "{Storm Veronice|e} left.", "{Storm Veronita|e} grew.")
    assert found[0][0] == found[1][0] != found[2][0]


def test_a_vowel_that_the_table_marks_and_the_text_does_not() -> None:
    found = resolved("{Frank Ormel|p} fell. 5. {Fränk Ormel|p} was last. {Bo Tarn|p} won.")
    assert found[0][0] == found[0][1] != found[0][2]


def test_a_father_and_the_son_of_his_are_two_in_one_article() -> None:
    found = resolved("{Iyad Ag Omar Kelim|p}, {Bo Tarn|p} and {Omar Kelim|p} were present.")
    assert found[0][0] != found[0][2]


def test_a_storm_by_its_name_alone() -> None:
    found = resolved("{Storm Olga|e} came.", "{Olga|e} left.")
    assert found[0] == found[1]


def test_an_operation_of_the_name_of_a_storm_is_not_the_storm() -> None:
    """Where both are told of, the bare name may be either's."""
    storm, typhoon, operation, bare = (
        row[0]
        for row in resolved(
            "{Storm Olga|e} came.", "{Typhoon Olga|e} hit.", "{Operation Olga|e} began.", "{Olga|e} left."
        )
    )
    assert storm == typhoon
    assert len({storm, operation, bare}) == 3
    assert len({row[0] for row in resolved("{Operation Olga|e} began.", "{Olga|e} left.")}) == 1


def test_a_title_and_surname_beside_an_initial_is_not_guessed_where_there_are_namesakes() -> None:
    found = resolved("{Ada Brook|p} and {Tom Brook|p}.", "{T. Brook|p} left. Ms {Brook|p} stayed.")
    assert found[1][1] is None
    assert resolved("{Tom Brook|p}.", "{T. Brook|p} left. Mr {Brook|p} came back.")[1][1] is not None


def test_a_first_name_more_and_one_office_is_one_person() -> None:
    one = _officed("{Mamadou Lamine Balde|p} signed.", "0.txt", "Defence Minister")
    same = _officed("{Lamine Balde|p} left.", "1.txt", "minister of defence")
    other = _officed("{Lamine Balde|p} left.", "1.txt", "a trader in Kankan")
    assert len({i for row in who(resolve([one, same]), one, same) for i in row}) == 1
    assert len({i for row in who(resolve([one, other]), one, other) for i in row}) == 2


def test_a_body_in_two_languages_is_one_where_it_has_a_word_of_its_own() -> None:
    found = resolved("The {Carvalho Institute|o} spoke.", "The {Instituto Carvalho|o} spoke.")
    assert found[0] == found[1]
    front = resolved("The {Broad Guarani Front|o} spoke.", "The {Frente Amplio Guaraní|o} spoke.")
    assert front[0] == front[1]
    parties = resolved("{Spain|l}'s {Partido Popular|o} spoke.", "{Austria|l}'s {People's Party|o} spoke.")
    assert parties[0][1] != parties[1][1]


def test_what_a_firm_owns_is_not_the_firm() -> None:
    found = resolved("{Brandal|o} sold {Brandal Factoring Baltija|o}.", "{Brandal|o} fell.")
    assert found[0][0] == found[1][0] != found[0][1]
    assert resolved("{Brandal Factoring Baltija|o} grew. {Brandal|o} fell.")[0] == ["brandal-factoring-baltija"] * 2


def test_umlauts_may_be_written_in_two_letters() -> None:
    assert len({r[0] for r in resolved("{Österbank|o} fell.", "{Oesterbank|o} fell.", "{Osterbank|o} fell.")}) == 1


def test_an_acronym_of_three_letters_needs_company() -> None:
    company = "{Ada Brook|p} and {Tom Hale|p} of "
    found = resolved(company + "the {Capital Markets Commission|o}.", company + "the {CMC|o}.")
    assert found[0][2] == found[1][2]
    assert resolved("The {Capital Markets Commission|o} met.", "The {CMC|o} met.")[1] == ["cmc"]
