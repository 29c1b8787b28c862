"""What opens a line or a sentence and what closes a report: whole places of datelines, no adjectives, no greetings."""

from __future__ import annotations

import pytest

from tests.extract.test_mentions import found, marked

BODY = "The launch of the first balloon was broken off on Thursday, the managers said."


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("SERRA DO PAVAO, Brazil — ", "SERRA DO PAVAO"),
        ("SAO BENTO DA SERRA, Portugal, May 3 - ", "SAO BENTO DA SERRA"),
        ("VILA DO CABRAL (KwP) - ", "VILA DO CABRAL"),
        ("PUERTO de LA CRUZ, Spain, 4 May (KwP) – ", "PUERTO de LA CRUZ"),
    ],
)
def test_a_datelines_place_is_one_name(line: str, place: str) -> None:
    names = marked(line + BODY)
    assert (place, "place") in names
    assert not any(n != place and n in place for n, _ in names)


@pytest.mark.parametrize(
    "text",
    [
        "Nice hats and shoes were on sale at noon.",
        "Mobile clinics came on Monday.",
        "Obrigado, amigos! The ferry is back.",
        "Tillykke! The boat has left.",
        "They sang a song in Guarani, then a Norse one.",
    ],
)
def test_adjectives_greetings_and_peoples_are_no_names(text: str) -> None:
    assert not found(text)


def test_a_town_that_opens_a_sentence_is_one() -> None:
    assert ("Nice", "place") in marked("Nice lies by the sea. The trains to Nice were late.")
    assert ("Maria", "person") in {(m.text, m.type) for m in found("Maria! The doctor called for Maria in the yard.")}


def test_who_sent_a_report_is_not_the_body_of_the_same_letters() -> None:
    text = "The mill burned down at noon on Monday. (NPT)\n\nNobody was hurt."
    assert not found(text)
    assert ("NPT", "agreement") in marked("The states signed the treaty (NPT) in 1968, and the NPT holds.")
