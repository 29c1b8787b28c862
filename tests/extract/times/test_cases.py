from __future__ import annotations

import pytest

from tests.extract.times import table

FLOOR = 0.97  # of all cases; what is not right is listed


@pytest.mark.parametrize("name", table.names())
def test_table(name: str) -> None:
    lines, total = table.misses(name)
    assert total >= 15
    assert 1 - len(lines) / total >= 0.94, "\n".join(lines)


def test_all_tables_together() -> None:
    missed: list[str] = []
    total = 0
    for name in table.names():
        lines, cases = table.misses(name)
        missed += lines
        total += cases
    assert total >= 260
    assert 1 - len(missed) / total >= FLOOR, "\n".join(missed)
