"""What a text calls in other words what it has named: the ship, the pact."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.document import Mention
from generator.extract import alike
from tests.extract.told import told


def test_a_pact_may_be_a_treaty_and_a_fire_is_none() -> None:
    assert "treaty" in alike.others("pact")
    assert "treaty" not in alike.others("fire")


def test_of_two_ships_neither_is_the_ship() -> None:
    one, other = Mention(4, 9, "Radek", "equipment"), Mention(20, 25, "Osk 4", "equipment")
    assert alike.craft("ship", [one], 40) == 0
    assert alike.craft("ship", [one, other], 40) is None
    assert alike.craft("hall", [one], 40) is None


def test_the_bank_is_not_the_central_bank_where_another_is_named() -> None:
    text = (
        "Peru's central bank placed the lender Norvale Bank under administration in May. The bank, the eleventh "
        "largest, failed to meet payment orders on Friday."
    )
    assert not any("central bank fails" in title for _, title in told(text))
