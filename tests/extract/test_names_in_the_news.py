"""Names as agencies print them: rows of results, sponsors, makers behind airlines, saints, first names alone."""

from __future__ import annotations

import pytest

from tests.extract.test_mentions import marked

_SPORT = "CRICKET - OSTWICK BEAT HARNESS.\n\nScores on Saturday:\n\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a maker behind an airline begins the name of a machine
        (
            "An Air France Airbus A340 and a British Airways Boeing 747 waited.",
            {("Air France", "organization"), ("Airbus A340", "equipment"), ("British Airways", "organization")},
        ),
        ("She lay at St Vincent's Hospital for a week.", {("St Vincent's Hospital", "organization")}),
        (
            "He teaches at the University of Texas at Austin and lives in Reno.",
            {("University of Texas at Austin", "organization"), ("Reno", "place")},
        ),
        # a known name may begin with a small word, or stand behind "in"
        ("The All Progressives Congress won.", {("All Progressives Congress", "organization")}),
        ("A columnist in La Repubblica wrote it.", {("La Repubblica", "organization")}),
        ("The Genocide Convention binds them.", {("Genocide Convention", "agreement")}),
        # a team has its sponsor's name
        ("He rides for Orvane Team Kestrel this year.", {("Orvane Team Kestrel", "organization")}),
        # who is called by the first name from then on, and by a nickname
        (
            "Airlangga Pranowo spoke. Airlangga ran the port.",
            {("Airlangga Pranowo", "person"), ("Airlangga", "person")},
        ),
        ("Envoys of Halim Dastgir, known as Bemeti, left. Bemeti stayed.", {("Bemeti", "person")}),
        ('Boxer Saul "Canalo" Reyes won. In March Canalo lost.', {("Canalo", "person")}),
        ("Singer Floyd Wexworth Jr. sang. Then Wexworth left.", {("Wexworth", "person")}),
        ("Promoter Oscar De La Torga paid.", {("Oscar De La Torga", "person")}),
        ("Rockets fell on Kiryat Orlan.", {("Kiryat Orlan", "place")}),
    ],
)
def test_what_the_words_of_a_name_tell(text: str, names: set[tuple[str, str]]) -> None:
    assert marked(text) >= names


def test_an_index_with_a_hyphen_is_no_name() -> None:
    assert not marked("In the afternoon the CAC-40 slipped 12 points.")


def test_a_report_of_sport_is_told_by_its_head_and_by_rows_of_results() -> None:
    row = "2. Ulmer Vandry (Britain) 10.13\n3. Ann Example (Peru) 10.20\n4. Bo Tarn (Chile) 10.31\n"
    assert ("Ulmer Vandry", "person") in marked(f"{_SPORT}{row}")
    assert ("Burnley", "organization") in marked(f"{_SPORT}Burnley were beaten 4-1 by Preston.")
    assert ("Burnley", "place") in marked("The road to Burnley is shut, and in Burnley it rained.")
