"""What is told of those who were killed: an attack, a misfortune, or only that they died."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.test_claims import read, sure


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen killed 20 people at the Tarn Hotel on Monday.", "attack"),
        ("Two soldiers were killed in an ambush near Tarn on Monday.", "attack"),
        ("Ann Roe was killed by Leo Mann in Graz on Monday.", "attack"),
        ("A bus crash killed nine people in Graz on Monday.", "accident"),
        ("The flood killed 12 people in Graz on Monday.", "disaster"),
        ("A crane toppled and killed two workers in Graz on Monday.", "death"),
        ("Two workers were killed in Graz on Monday.", "death"),
    ],
)
def test_who_is_killed_was_attacked_only_by_somebody(text: str, kind: str) -> None:
    kinds = [k for c in sure(read(text, "2025-04-17")) for k in c.kinds[:1]]
    assert kind in kinds
    assert kind == "attack" or "attack" not in kinds
