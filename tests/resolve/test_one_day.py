"""Two steps of one happening on one day are one event."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.resolve.told import dates_of, read


@pytest.mark.parametrize(("later", "events"), [("2 May", 1), ("20 May", 2)])
def test_whoever_is_held_was_stopped_for_it(later: str, events: int) -> None:
    one = "The freighter Hella Bray was stopped on 2 May 2023 off Agri by a patrol boat of Tarvia."
    two = f"Police in Tarvia detained the Hella Bray on {later} 2023."
    made = dates_of(read((one, "2023-05-25"), (two, "2023-06-19")))
    assert len(made) == events
