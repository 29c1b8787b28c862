"""What one side of a story says, or is, does not stand as if it were reported of all."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import reading


def titles(tmp_path: Path, text: str, title: str = "Osby council sells its mill") -> list[str]:
    seed = tmp_path / "a.md"
    seed.write_text(f"---\ntitle: {title}\ndate: 2031-05-14\n---\n{text}\n", encoding="utf-8")
    return [happening.title for happening in reading.inspect([seed])[0].happenings]


@pytest.mark.parametrize("who", ["the prosecution", "prosecutors", "the indictment", "the lawsuit"])
def test_what_an_accuser_says_waits_for_an_editor(tmp_path: Path, who: str) -> None:
    told = "Ida Lund replaced four bells of Osby Abbey with copies in March 2029."
    assert titles(tmp_path, told)
    assert not titles(tmp_path, f"According to {who}, {told}")


def test_what_a_speaker_says_of_today_in_pictures_is_no_event(tmp_path: Path) -> None:
    text = "Norvale Mills signed the contract in Osby on Monday."
    text += ' "Today two families of millers become one," said Ida Lund.'
    assert titles(tmp_path, text) == ["Norvale Mills signs the contract in Osby"]


def test_members_of_one_of_two_bodies_get_no_name_before_their_title(tmp_path: Path) -> None:
    text = (
        "Norvale Mills said on Monday that it would buy Lindvik Bank. The purchase of Lindvik Bank by Norvale Mills is"
        " to be completed in July. Shareholders had approved the deal on 10 April with 88 percent of the votes."
    )
    found = titles(tmp_path, text, "Norvale Mills buys Lindvik Bank")
    assert not [t for t in found if t.startswith(("Norvale Mills: ", "Lindvik Bank: "))]
