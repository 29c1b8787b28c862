"""One happening of one day, told in other words by two reports, is one event; other happenings of the day are not."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.resolve.told import read

ONE = [
    (
        "a walkout and a strike",
        "About 900 members of the Osk Miners Union walked out in Leith on 3 May 2023.",
        "The strike by the Osk Miners Union, which began in Leith on May 3 and lasted a week, cost Norvale dearly.",
    ),
    (
        "a rocket and what it carries",
        "The Heron 4 rocket rose from Cape Tarn in Norway on 3 May 2023, four minutes late.",
        "The probe Lyra 2 was launched from Cape Tarn, Norway, on 3 May 2023.",
    ),
    (
        "a council set up and proclaimed",
        "In Leith the Interim Council of Osk, set up on 3 May 2023 by Olaf Brandt, named a cabinet.",
        "On 3 May 2023 Olaf Brandt proclaimed an Interim Council of Osk in Leith.",
    ),
]
TWO = [
    (
        "two rockets from two places",
        "The Heron 4 rocket was launched from Cape Tarn in Norway on 3 May 2023.",
        "The Lyra 2 rocket was launched from Alcanena in Portugal on 3 May 2023.",
    ),
    (
        "a strike and what followed it that day",
        "About 900 members of the Osk Miners Union walked out in Leith on 3 May 2023.",
        "Norvale sued the Osk Miners Union in Leith on 3 May 2023.",
    ),
]


@pytest.mark.parametrize("texts", [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_one_happening_in_other_words_is_one_event(texts: tuple[str, str]) -> None:
    reading = read(*texts)
    assert any({d for d, _ in h.claims} == {0, 1} for h in reading.happenings)


@pytest.mark.parametrize("texts", [case[1:] for case in TWO], ids=[case[0] for case in TWO])
def test_two_happenings_of_one_day_stay_apart(texts: tuple[str, str]) -> None:
    reading = read(*texts)
    assert all(len({d for d, _ in h.claims}) == 1 for h in reading.happenings)
    assert len(reading.happenings) == 2
