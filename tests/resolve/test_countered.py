"""What somebody else says of a count in the sentence behind: the other side of it, or another matter."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.resolve.told import read, status_of

COUNTERED = [
    "Soldiers stormed a camp at Osk Field on 3 May, killing at least 23 people, doctors said. Minister Leo Berg put"
    " the toll at nine, all of them armed.",
    "The civil protection agency of Osk put the dead at 94 on Monday. But Doctors for Norvale said its team had counted"
    " 130 bodies in Graz alone.",
    "Some 2,600 tonnes of acid poured out of a tank in Leith on 3 May, according to the Tarn Agency. Norvale Chemicals"
    " says the figure was 1,900 tonnes.",
    "Some 6,000 people marched in Leith on 3 May, the union said. The police spoke of 2,000 people.",
    "A bomb killed 12 people in Leith on 3 May, the police said. The hospital of Leith said 15 people had died.",
]
NOT_COUNTERED = [
    "A bomb killed 12 people in Leith on 3 May, the police said. The ministry had earlier put the toll at nine.",
    "A bomb killed 12 people in Leith on 3 May, the police said. The ministry put the toll at about a dozen.",
    "A bomb killed 12 people in Leith on 3 May, the police said. The ministry said 15 people were killed in a similar"
    " attack in Graz.",
    "A bomb killed 12 people in Leith on 3 May, the police said. The hospital said five of them were children.",
    "A bomb killed 12 people in Leith on 3 May, the police said. The hospital said 15 people were injured.",
    "A bomb killed 12 people in Leith on 3 May, the police said. The police put the toll at 15.",
    "A bomb killed 12 people in Leith on 3 May, the police said. The ministry put the damage at 15 million euros.",
    "A bomb killed 12 people in Leith on 3 May, the police said. The ministry put the damage at $15 million.",
    "A bomb killed 12 people in Leith on 3 May, the police said. The ministry put the figure at 15 per cent.",
    "A bomb killed 12 people in Leith on 3 May, the police said. The toll has risen to 15, the ministry said.",
    "At least 12 people were killed by a bomb in Leith on 3 May, the police said. The ministry put the toll at 15.",
    "Some 6,000 people marched in Leith on 3 May, the union said. The police said 20 people had been arrested.",
    "Some 6,000 people marched in Leith on 3 May, the union said. The party spoke of 9,000 people in Osk last year.",
]


@pytest.mark.parametrize("text", COUNTERED)
def test_what_another_says_of_a_count_in_the_sentence_behind_is_the_other_side(text: str) -> None:
    assert status_of(read(text)) == "disputed"


@pytest.mark.parametrize("text", NOT_COUNTERED)
def test_a_figure_behind_that_may_be_right_as_well_is_no_other_side(text: str) -> None:
    reading = read(text)
    assert reading.happenings
    assert "disputed" not in [status_of(reading, n) for n in range(len(reading.happenings))]
