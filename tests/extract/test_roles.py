"""Roles as the text states them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.document import Document
from generator.extract import mentions, nlp, roles

CASES = Path(__file__).parent / "cases" / "roles.tsv"


def cases() -> list[tuple[str, str, str]]:
    """Sentence, name, what it is called in it."""
    rows = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(text, name, role) for text, name, role in rows]


def roles_in(text: str) -> dict[str, str]:
    doc = next(iter(nlp.parse([text])))
    names = mentions.find(doc, Document("a.txt", "", "A", text, text))
    return {names[i].text: role for i, role in roles.find(doc, names).items()}


def test_an_office_between_commas_is_that_of_the_name_before() -> None:
    text = (
        "They are Jane Orne, the chairman of the mortgage lender HDFC, Daniel Ortiz, who left, and Ada Lyle, a lawyer."
    )
    assert roles_in(text).get("Daniel Ortiz") is None
    assert roles_in(text)["Jane Orne"] == "chairman of the mortgage lender HDFC"
    assert roles_in("The chairman of HDFC, Daniel Ortiz, left.")["Daniel Ortiz"] == "chairman of HDFC"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Finance Minister Carla Weber resigned.", "Carla Weber", "Finance Minister"),
        ("The company said chief executive Daniel Ortiz would stay.", "Daniel Ortiz", "chief executive"),
        ("Talks were led by UN Secretary-General Ban Mori.", "Ban Mori", "UN Secretary-General"),
        (
            "The head of the Planning Division Maj. Gen. Tom Baker took part.",
            "Tom Baker",
            "head of the Planning Division",
        ),
        ("Sarah Mills, the chairwoman of the union, spoke first.", "Sarah Mills", "chairwoman of the union"),
        ("Peter Hall, 52, director of the museum, was pleased.", "Peter Hall", "director of the museum"),
        ("Attorney General Maria Stone declined to comment.", "Maria Stone", "Attorney General"),
        ("Police spokesman Sgt. Paul Reid said so.", "Paul Reid", "Police spokesman"),
        ("The Chief of Staff Lt.-Gen. Paul Reid said so.", "Paul Reid", "Chief of Staff"),
        # offices with a ground of their own; held by now; under a signature
        ("Chief District Officer Ranjan Adhikari said so.", "Ranjan Adhikari", "Chief District Officer"),
        ("Anita Rana, by now Deputy Prime Minister, laid the stone.", "Anita Rana", "Deputy Prime Minister"),
        ("So be it.\n(sd.)\nRanjan Adhikari\nChief District Officer", "Ranjan Adhikari", "Chief District Officer"),
        # what a thing's name describes
        ("It was carried up by a Kestro 3 rocket from Cape Osk.", "Kestro 3", "rocket"),
        (
            "It may sell the Kestro 8 medium-range surface-to-air missile system.",
            "Kestro 8",
            "medium-range surface-to-air missile system",
        ),
        # an apposition ends before what befell somebody
        ("Nadia Cole, a trader at the market reached by telephone, wept.", "Nadia Cole", "trader at the market"),
        ("Nadia Cole, secretary of the union and no friend of his, wept.", "Nadia Cole", "secretary of the union"),
    ],
)
def test_roles(text: str, name: str, role: str) -> None:
    assert roles_in(text).get(name) == role


@pytest.mark.parametrize(
    "text",
    [
        "He met his counterpart Ivo Brandt.",
        "Gen. Walter Moss arrived on Tuesday.",
        "Anna Lund, who was born in Turku, won.",
        "On Monday Jack Hale sailed home.",
        # the office of somebody else, in the sentence before; what somebody was once
        "It was denied by his lawyer. Anna Lund won.",
        "Anna Lund, once the manager of a bank, won.",
    ],
)
def test_what_is_no_role(text: str) -> None:
    assert roles_in(text) == {}


@pytest.mark.parametrize(("text", "name", "role"), cases())
def test_what_sentences_call_whom_they_name(text: str, name: str, role: str) -> None:
    assert roles_in(text).get(name, "") == role


def test_roles_are_words_of_their_text() -> None:
    for text, _, _ in cases():
        assert all(role in text for role in roles_in(text).values())
