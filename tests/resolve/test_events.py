"""Which reports tell of one event: over several short texts on invented topics."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert
from generator.document import Document
from tests.resolve.told import dates_of, read, status_of


def test_two_reports_of_one_visit_are_one_event() -> None:
    reading = read(
        "Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.",
        "Anna Berg travelled to Lisbon in May 2023 to talk about fishing with the Portuguese government.",
    )
    assert dates_of(reading) == [["2023-05", "2023-05-03"]]


def test_two_visits_of_one_person_stay_apart() -> None:
    reading = read(
        "Prime Minister Anna Berg visited Lisbon on 3 May 2023.",
        "Prime Minister Anna Berg visited Lisbon in September 2022.",
    )
    assert len(reading.happenings) == 2


def test_visits_of_two_people_stay_apart() -> None:
    reading = read(
        "Prime Minister Anna Berg visited Lisbon in April 2023.",
        "Chancellor Olaf Brandt visited Lisbon in April 2023.",
    )
    assert len(reading.happenings) == 2


def test_an_announcement_and_the_thing_announced_stay_apart() -> None:
    reading = read(
        "On 2 May 2023, Norvale Foods announced a new mill in Graz. Norvale Foods will open a mill in Graz in 2025."
    )
    assert len(reading.happenings) == 2


def test_a_rival_month_for_one_signing_is_a_dispute_and_not_two_events() -> None:
    reading = read(
        "Anna Berg and Olaf Brandt signed the fishing accord in Lisbon in November 2022.",
        "The fishing accord was signed in Lisbon by Anna Berg and Olaf Brandt in December 2022.",
    )
    assert len(reading.happenings) == 1
    assert status_of(reading) == "disputed"


def test_one_source_does_not_contradict_itself() -> None:
    reading = read("Anna Berg visited Lisbon in November 2022. Anna Berg visited Lisbon in December 2022 as well.")
    assert len(reading.happenings) == 2


def test_a_second_round_is_another_event() -> None:
    reading = read(
        "Peru and Chile held talks on the border in Lima in March 2023.",
        "Peru and Chile held a second round of talks on the border in Lima in April 2023.",
    )
    assert len(reading.happenings) == 2


def test_the_visit_is_the_one_told_before() -> None:
    reading = read(
        "Senior officers of the Chilean Navy paid an official visit to Peru. The visit began in Lima on Monday."
    )
    assert len(reading.happenings) == 1
    assert len(reading.happenings[0].claims) == 2


def test_a_state_that_goes_on_is_not_what_happened_within_it() -> None:
    reading = read(
        "Olaf Brandt has led the Chilean Navy since January 2019. Olaf Brandt led the Chilean Navy to Peru in May 2022."
    )
    assert dates_of(reading) == [["2022-05"]]  # an office held is no happening


def test_a_claim_that_names_nobody_is_no_event() -> None:
    reading = read("The meeting began on Monday and ended on Tuesday.")
    assert reading.happenings == ()


def test_ids_of_known_claims_stay() -> None:
    texts = ("Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.",)
    first = read(*texts)
    quote = first.extractions[0].document.text
    claim = first.extractions[0].claims[0]
    known = {("0.txt", quote[claim.start : claim.end]): "an-old-id"}
    again = convert.resolve(convert.Extracted(first.extractions), events=known)
    assert [h.id for h in again.happenings] == ["an-old-id"]


def test_the_order_of_documents_does_not_matter() -> None:
    one = "Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing."
    two = "Anna Berg travelled to Lisbon in May 2023 to talk about fishing."
    assert [h.id for h in read(one, two).happenings] == [h.id for h in read(two, one).happenings]


# One happening under other words: date or figures differ, and all else says that it is one.
def test_a_claim_whose_words_make_no_title_is_evidence_for_an_event_that_another_tells() -> None:
    reading = read(
        "Norvale Foods bought Graz Mills in March 2021.",
        "It was no secret. It acquired Graz Mills in March 2021.",
    )
    (event,) = reading.happenings
    assert {d for d, _ in event.claims} == {0, 1}
    assert event.title == "Norvale Foods buys Graz Mills"


def test_the_merger_is_that_of_the_firms_of_which_the_articles_speak() -> None:
    story = "Norvale Foods and Graz Mills employ 900 people in Linz. Anna Berg leads Norvale Foods. "
    reading = read(
        story + "The merger of Norvale Foods was completed on 2 October 2022.",
        story + "The merger took effect in November 2022.",
    )
    both = [n for n, h in enumerate(reading.happenings) if {d for d, _ in h.claims} == {0, 1}]
    assert [status_of(reading, n) for n in both] == ["disputed"]


def test_what_is_still_to_come_is_not_what_was_done() -> None:
    reading = read(
        "Coach Anna Berg will name her side on Saturday week, the club said.",
        "Anna Berg, who was named coach in December 2022, has trained in Graz.",
    )
    assert all(len({d for d, _ in h.claims}) == 1 for h in reading.happenings)


def test_one_text_that_gives_two_acts_two_dates_tells_two_happenings() -> None:
    reading = read(
        "In June 2022 General Anna Berg brought up 22,000 men from Graz. The attack of Anna Berg on Linz failed on 21 "
        "June 2022."
    )
    assert len(reading.happenings) == 2


def test_what_is_told_as_done_is_an_event_where_its_title_says_of_what() -> None:
    reading = read("Anna Berg and Olaf Brandt live in Rome. The old museum at Graz was plundered in April 2003.")
    assert [h.title for h in reading.happenings] == ["The old museum at Graz is plundered"]
    assert read("Anna Berg and Olaf Brandt live in Rome. The old museum was plundered in April 2003.").happenings == ()


def test_what_is_only_expected_and_names_nobody_is_no_event() -> None:
    reading = read("Anna Berg lives in Graz. A verdict is expected in August. A hearing is set for 3 November.")
    assert reading.happenings == ()


def test_the_trial_that_nothing_else_tells_is_an_event_of_its_own() -> None:
    reading = read(
        "Olaf Brandt's lawyers live in Graz. The trial over the sinking of the ferry opened on 5 April 2022."
    )
    assert dates_of(reading) == [["2022-04-05"]]


def test_what_leans_on_an_event_of_the_same_day_opens_none() -> None:
    reading = read(
        "Olaf Brandt, the owner of the shipping line Norvale Ferries, went on trial in Graz on 5 April 2022.",
        "Olaf Brandt and Norvale Ferries deny it. The first hearing, on 5 April 2022, lasted an hour.",
    )
    assert len(reading.happenings) == 1


def test_two_reports_that_name_nobody_are_found_by_act_and_day() -> None:
    story = "Olaf Brandt is the mayor of Graz. "
    reading = read(
        story + "Rescue workers took 2,300 people to safety on 18 May 2022.",
        story + "On 18 May 2022 some 2,300 people were evacuated.",
    )
    assert [{d for d, _ in h.claims} for h in reading.happenings] == [{0, 1}]


def test_a_bare_act_is_done_to_what_its_article_is_about() -> None:
    story = "Norvale Foods has stores in Graz. Graz Mills is led by Anna Berg. "
    reading = read(
        story + "Norvale Foods has been at war with Graz Mills since it filed suit on 4 April 2022.",
        story + "Norvale Foods sued Graz Mills on 11 April 2022.",
    )
    both = [n for n, h in enumerate(reading.happenings) if {d for d, _ in h.claims} == {0, 1}]
    assert [status_of(reading, n) for n in both] == ["disputed"]


def test_what_lies_ahead_is_in_no_event_that_is_done() -> None:
    reading = read(
        "Olaf Brandt visited Peru on 24 March 2022 and met officers of the Peruvian army.",
        Document(
            "1.txt", "1", "T", *2 * ["An officer of the army begins next week a three-day working visit to Peru."]
        ),
    )
    assert all({d for d, _ in h.claims} != {0, 1} for h in reading.happenings)


def test_one_flood_is_one_event_by_the_river_and_by_the_town() -> None:
    story = "Norvale Foods owns the mill at Linz, and Anna Berg is its head. "
    reading = read(
        story + "In southern Norway the levee gave way on 2 June 2021.",
        story + "Linz had been inundated on 2 June 2021.",
        story + "The river had swept through Linz on 2 June 2021.",
    )
    assert [len({d for d, _ in h.claims}) for h in reading.happenings] == [3]


def test_a_title_says_who_and_what_and_takes_no_side() -> None:
    told = "Anna Berg defeated Olaf Brandt in the run-off on 2 March 2021"
    reading = read(
        f"{told}.",
        "Olaf Brandt lost the run-off to Anna Berg by 1,214 votes on 2 March 2021.",
        "Anna Berg won the run-off against Olaf Brandt by 1,412 votes on 2 March 2021.",
    )
    assert [h.title for h in reading.happenings] == ["Anna Berg defeats Olaf Brandt in the run-off"]


def test_the_title_that_names_who_acts_is_better_than_one_that_points_back() -> None:
    reading = read(
        "Anna Berg was convicted in Graz. The Supreme Court set that judgment aside on 8 November 2021.",
        "Norway's Supreme Court quashed the conviction of Anna Berg on 8 November 2021.",
    )
    titles = [h.title for h in reading.happenings if len(h.claims) > 1]
    assert titles == ["Norway's Supreme Court quashes the conviction of Anna Berg"]


def test_another_number_of_people_is_no_other_happening() -> None:
    reading = read(
        "Another 37 people are missing from the ferry Heron, which sank off Bergen on 10 May 2022.",
        "The ferry Heron sank off Bergen on 10 May 2022.",
    )
    assert len(reading.happenings) == 1


def test_a_sentence_printed_again_is_one_event_and_keeps_the_day_of_its_first_print() -> None:
    told = "The bridge at Ostrava gave way last September, and hundreds were cut off in the hills for a week."
    reading = read((told, "2020-05-10"), (f"Anna Berg visited Lisbon on 3 May 2023. {told}", "2023-05-10"))
    assert ["2019-09", "2019-09"] in dates_of(reading)
    assert not any("2022-09" in of for of in dates_of(reading))


def test_a_sentence_that_names_nobody_is_one_event_in_its_copy() -> None:
    told = "In the early 1960s hundreds died of the same fever in the department, most of them gatherers of nuts."
    reading = read((told, "2020-05-10"), (told, "2023-05-10"))
    assert [len(of) for of in dates_of(reading)] in ([], [2])


def test_two_landfalls_of_one_storm_in_two_countries_are_two() -> None:
    reading = read(
        "Hurricane Amalia made landfall at Santiago in Cuba on 6 May 2023.",
        "Hurricane Amalia made landfall near Miami in the United States on 7 May 2023.",
    )
    assert len(reading.happenings) == 2


def test_what_follows_a_day_later_is_another_thing() -> None:
    reading = read(
        "Hurricane Amalia grew into a storm of the third category off Cuba on 6 May 2023.",
        "Hurricane Amalia flooded the harbour of Santiago in Cuba on 7 May 2023.",
    )
    assert len(reading.happenings) == 2


def test_the_end_of_a_month_is_not_the_middle_of_the_one_before() -> None:
    reading = read(
        "Anna Berg offered her resignation as head of Norvale Foods on 21 August 2022. It was refused.",
        "Anna Berg left Norvale Foods at the end of September.",
    )
    assert len(reading.happenings) == 2


def test_an_undated_toll_is_not_laid_to_another_days_toll() -> None:
    reading = read(
        ("The ministry said on 22 March 2023 that Lassa fever had killed 14 people in Benin.", "2023-03-23"),
        "Lassa fever killed 212 of those who caught it in Benin, the ministry said in its last count.",
    )
    assert all(len({d for d, _ in h.claims}) == 1 for h in reading.happenings)


def test_an_undated_visit_in_june_is_not_one_in_may() -> None:
    markdown = "In June, Anna Berg visited Lisbon."
    undated = Document("1.txt", "1", "T", markdown, markdown, published=None)
    reading = read(("Anna Berg visited Lisbon on 3 May 2023.", "2023-05-10"), undated)
    assert dates_of(reading) == [["2023-05-03"]]


def test_a_thing_lost_and_found_again_was_lost_once() -> None:
    reading = read(
        "Controllers lost contact with the probe Tulpar on 3 May 2023 and found it again on 7 May 2023.",
        "Controllers lost contact with the probe Tulpar on 5 May 2023.",
    )
    assert status_of(reading) == "disputed"


def test_a_strike_that_is_called_and_announced_is_one() -> None:
    reading = read(
        "The rail union Ferrovia called a general strike on 4 October 2022 in Lisbon.",
        "On 4 October 2022, the rail union Ferrovia announced a general strike in Lisbon.",
    )
    assert len(reading.happenings) == 1


def test_two_things_of_one_day_in_one_text_are_two() -> None:
    reading = read(
        "Norvale Foods called a strike unlawful on 4 May 2023. Norvale Foods raised its prices on 4 May 2023."
    )
    assert all(len(of) == 1 for of in dates_of(reading))


def test_a_plan_whose_day_has_passed_was_to_be_and_one_that_came_about_is_told_as_done() -> None:
    plan = "Nordic Watch will publish its report on voting in Graz on Friday."
    reading = read((plan, "2023-05-10"), ("It rained in Graz.", "2023-06-20"))
    assert [h.title for h in reading.happenings] == ["Nordic Watch was to publish its report on voting in Graz"]
    reading = read((plan, "2023-05-10"))
    assert [h.title for h in reading.happenings] == ["Nordic Watch to publish its report on voting in Graz"]
