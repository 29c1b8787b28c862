"""Who says it, where the sentence closes with the speaker's office and name: no part of what is told."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of, told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "By Monday night 430 patients had been moved out of Elm Hospital and Oak Hospital, the mayor of the town, "
            "Leo Mann, told this newspaper.",
            "430 patients are moved out of Elm Hospital and Oak Hospital",
        ),
        (
            "The pump at Radek Deep failed on 7 May, the director of the mine, Ann Lind, admitted.",
            "The pump at Radek Deep fails",
        ),
        (
            "The pump at Radek Deep failed on 7 May, Ann Lind, the director of the mine, told reporters in Graz.",
            "The pump at Radek Deep fails",
        ),
    ],
)
def test_the_speaker_behind_a_sentence_is_no_part_of_what_is_told(text: str, wanted: str) -> None:
    made = claims_of(text)
    assert made
    for claim in made:
        for word in ("mayor", "director", "inspector", "recall", "tell", "admit", "Lind", "Mann"):
            assert word not in claim.title, claim.title
    assert any(claim.title.startswith(wanted) for claim in made)


def test_a_verb_of_saying_behind_a_long_sentence_is_not_what_was_asked() -> None:
    text = (
        "The dairy asked for its cheese back only on 7 May, when most of the loaves had already been eaten, the "
        "municipal inspector of Varpolis, Ann Lind, recalled."
    )
    assert not any("inspector" in claim.title or "recall" in claim.title for claim in claims_of(text))


def test_whom_a_title_names_as_speaker_is_who_said_it() -> None:
    (claim,) = claims_of("The pump at Radek Deep failed on 7 May, the director of the mine, Ann Lind, admitted.")
    assert claim.said_by is not None
    assert "director" in claim.said_by or "Ann Lind" in claim.said_by


@pytest.mark.parametrize(
    "text",
    [
        "On 7 May the director of the mine, Ann Lind, resigned.",
        "On 7 May the mayor of Graz, Ann Lind, opened Radek Deep.",
    ],
)
def test_who_acts_behind_commas_stays_who_acts(text: str) -> None:
    assert any("Ann Lind" in title for _, title in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The envoy welcomes the exchange of detained persons in Varpolis, which was carried out on 7 May.",
        "The envoy welcomes the release of prisoners in Varpolis, which was carried out on Monday, 7 May, at a bridge.",
        "The envoy welcomes the release and exchange of all persons detained in connection with the hostilities in "
        "Varpolis, which was carried out on 7 May at a bridge.",
        "He missed the vote in Varpolis, which was postponed on 7 May.",
    ],
)
def test_no_town_is_carried_out(text: str) -> None:
    for claim in claims_of(text):
        assert not claim.title.startswith("Varpolis is"), claim.title
        assert not any(word in claim.title for word in ("Persons", "Prisoners", "Connection")), claim.title


def test_where_it_was_carried_out_is_quoted_with_it() -> None:
    text = (
        "The Special Envoy, Ms. Ann Lind, welcomes the exchange of persons detained in Varpolis, which was carried out "
        "on Wednesday, 7 May, at the bridge of Radek ford with the help of the Red Cross."
    )
    (claim,) = [c for c in claims_of(text) if "carried out" in c.title]
    assert claim.date == "2025-05-07"
    assert "exchange" in claim.title
    assert "at the bridge of Radek ford" in text[claim.start : claim.end]
