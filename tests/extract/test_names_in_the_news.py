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


_RACE = "The riders wore a new jersey in the prologue of the Tour de Orvane, and doping was denied.\n\n"


@pytest.mark.parametrize(
    ("text", "names", "none"),
    [
        # whom riders ride for, by nation and team; codes are no names
        (
            "1. Bo Tarn (Chile / Astana) 8:50\n2. Ann Lyle (Peru / Kestrel Duval) 8:52\n",
            {("Astana", "organization"), ("Kestrel Duval", "organization"), ("Peru", "place")},
            set(),
        ),
        ("4 Christophe Moreau (Fra) Orvan Kestrel\n", {("Orvan Kestrel", "organization")}, {"Fra"}),
        ("1. Bo Tarn (ESP/DSC) 8:50\n2. Ann Lyle (LUX/TMO) 8:52\n", {("Ann Lyle", "person")}, {"ESP", "DSC", "TMO"}),
        ("Astana sacked him. He had signed for Astana.", {("Astana", "organization")}, set()),
        ("They came from Pennsylvania.", {("Pennsylvania", "place")}, set()),
        ("The stage to Velkorin was long.", {("Velkorin", "place")}, set()),
        ("The stage from Pau to Velkorin was long.", {("Pau", "place"), ("Velkorin", "place")}, set()),
        ("The top of the Col d'Orlan was white.", set(), {"d'Orlan"}),
    ],
)
def test_races_on_the_road(text: str, names: set[tuple[str, str]], none: set[str]) -> None:
    found = marked(f"{_RACE}{text}")
    assert found >= names
    assert not {n for n, _ in found} & none


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # initials without full stops, family names by their ending, people of one trade
        ("He met K Vasudhar, a lawyer, in Lima.", {("K Vasudhar", "person")}),
        ("CB Mukhrav, chairman of the exchange, spoke.", {("CB Mukhrav", "person")}),
        ("The auditors Subran Gopalakrishnan and T Orvas were held.", {("Subran Gopalakrishnan", "person")}),
        ("The leader of the Orvane Front, Abdelmek Druk, says so.", {("Abdelmek Druk", "person")}),
        ("He saw Iyad Ag Mohamed Orlan on Monday.", {("Iyad Ag Mohamed Orlan", "person")}),
        ("Dick Pound blames them.", {("Dick Pound", "person")}),
        # moneys, fiscal years, letters that the text declares
        ("She fined Jane Tarn Rs 5.5 crore.", {("Jane Tarn", "person")}),
        ("The Orvane Stock Exchange (BSE) rose. It fell on the BSE later.", {("BSE", "organization")}),
        # a body's country behind its members, its field behind "for"
        (
            "The Institute of Chartered Surveyors of Chad wrote.",
            {("Institute of Chartered Surveyors of Chad", "organization")},
        ),
        (
            "The World Council for Corporate Governance wrote.",
            {("World Council for Corporate Governance", "organization")},
        ),
        (
            "Shares fell on Monday after the news of the day.\n\n"
            "Losers: Wipro, Orvane Associates, Infosys, Kestrel Mills\n\nIt rained.",
            {("Infosys", "organization")},
        ),
        # where people eat and sleep
        ("They ran into the Orvano cafe and then the Yibo hotel.", {("Orvano", "place"), ("Yibo", "place")}),
        ("He collapsed in the Tour of Asturias.", {("Tour of Asturias", "named_event")}),
        ("The sale of Tailwing Sports was announced.", {("Tailwing Sports", "organization")}),
    ],
)
def test_people_bodies_and_places_of_many_countries(text: str, names: set[tuple[str, str]]) -> None:
    assert marked(text) >= names


def test_fiscal_years_and_prices_are_no_names() -> None:
    assert not marked("The loss in FY2009 was told, and the share closed at $US9.35 on Monday.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ukraine's General Staff said so.", {("General Staff", "organization")}),
        ("Det Insp Emma Wrexley spoke.", {("Emma Wrexley", "person")}),
        (
            "The State Administration of Mine Safety sent a team.",
            {("State Administration of Mine Safety", "organization")},
        ),
        ("The blast hit the Xinkao Colliery at noon.", {("Xinkao Colliery", "place")}),
        ("They pushed into Avdorivka on Friday.", {("Avdorivka", "place")}),
        ("He told Dagens Industri that orders fell.", {("Dagens Industri", "organization")}),
        ("She will appeal to the 9th Circuit.", {("9th Circuit", "organization")}),
        ("NASA's James Wexley Space Telescope saw it.", {("James Wexley Space Telescope", "equipment")}),
        ("The Very Large Telescope saw it.", {("Very Large Telescope", "equipment")}),
    ],
)
def test_staffs_ranks_mines_papers_and_telescopes(text: str, names: set[tuple[str, str]]) -> None:
    assert marked(text) >= names


def test_a_row_of_two_scores_makes_sides_of_what_else_are_places() -> None:
    text = "Kestrel 103, Lakeside 98\n\nBo Tarn had 12 rebounds and five assists, and Ann Lyle came off the bench."
    assert ("Lakeside", "organization") in marked(text)


def test_a_known_name_may_go_on_over_in() -> None:
    text = (
        "The leader of AQIM, Abdelmek Druk, spoke for al-Qaida in the Islamic Maghreb. NATO met in the United States."
    )
    assert marked(text) >= {
        ("Abdelmek Druk", "person"),
        ("al-Qaida in the Islamic Maghreb", "organization"),
        ("NATO", "organization"),
        ("United States", "place"),
    }


def test_the_head_of_a_report_of_sport_is_no_town() -> None:
    found = marked("SOCCER - SCOTTISH LEAGUE STANDINGS.\n\nGLASGOW, Nov 30 - Aberdeen 15 7 4\nCeltic 14 10 3\n")
    assert "SOCCER" not in {n for n, _ in found}
    assert found >= {("GLASGOW", "place"), ("Aberdeen", "organization"), ("Celtic", "organization")}


def test_a_hall_behind_a_town_makes_no_side_of_it() -> None:
    assert ("New York", "place") in marked(f"{_RACE}They may meet in New York's Madison Square Garden.")
