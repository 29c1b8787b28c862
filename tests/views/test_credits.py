from __future__ import annotations

import pytest

from generator.views.credits import credited


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("military statement", "a military statement"),
        ("official of the ministry", "an official of the ministry"),
        ("army", "the army"),
        ("coastguard", "the coastguard"),
        ("the coastguard", "the coastguard"),
        ("officials", "officials"),
        ("two officials", "two officials"),
        ("people close to the club", "people close to the club"),
        ("his lawyer", "his lawyer"),
        ("Lena Harbour", "Lena Harbour"),
        ("Ministry of Health", "Ministry of Health"),
        ("Israeli army", "the Israeli army"),
        ("FBI official", "an FBI official"),
        ("US official", "a US official"),
        ("NATO official", "a NATO official"),
        ("university spokesman", "a university spokesman"),
        ("shipping line", "the shipping line"),
        ("city", "the city"),
        ("her office", "her office"),
        ("Colonel Piet Rimer's office", "Colonel Piet Rimer's office"),
        ("Rimers’ lawyer", "Rimers’ lawyer"),
        ("animal welfare", "animal welfare"),
    ],
)
def test_whom_a_report_credits_is_said_in_plain_english(stated: str, said: str) -> None:
    assert credited(stated) == said
