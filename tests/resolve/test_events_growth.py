"""The work of joining grows with the claims, and not with their square."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.document import Document, Extraction, Identities, Identity, Mention, RawClaim
from generator.resolve import events
from generator.resolve.grouping import Cluster, Grouping
from generator.resolve.likeness import Row


def _crowd(size: int) -> tuple[list[Extraction], Identities]:
    """Many happenings of three years at ten places, by few names: what a newspaper's archive of one country holds."""
    names = {f"o{n}": Identity(f"o{n}", f"Person {n}", "person") for n in range(40)}
    places = {f"p{n}": Identity(f"p{n}", f"Town {n}", "place") for n in range(10)}
    made, of = [], {}
    for d in range(size):
        ids = [f"o{d % 40}", f"p{d // 40 % 10}"]
        text = f"{names[ids[0]].name} paid visit number {d} to {places[ids[1]].name}."
        mentions = tuple(
            Mention(text.index(i.name), text.index(i.name) + len(i.name), i.name, i.type)
            for i in (names[ids[0]], places[ids[1]])
        )
        claim = RawClaim(
            0, len(text), text, kinds=("visit",), date=str(date(2020, 1, 1) + timedelta(d * 37 % 1093)),
            mentions=(0, 1), actors=(0,), context=(0, 1), acts=frozenset({"visit"}), done=True,
        )  # fmt: skip
        made.append(Extraction(Document(f"{d}.txt", str(d), "T", text, text), mentions, (), (claim,)))
        of.update({(d, m): id for m, id in enumerate(ids)})
    return made, Identities({**names, **places}, of)


def test_the_work_grows_with_the_claims_and_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    fits = Grouping._fits

    def counted(self: Grouping, row: Row, cluster: Cluster, strictly: bool = False) -> float:
        nonlocal compared
        compared += 1
        return fits(self, row, cluster, strictly)

    monkeypatch.setattr(Grouping, "_fits", counted)
    work = []
    for size in (600, 1200):
        compared = 0
        events.resolve(*_crowd(size))
        work.append(compared)
    assert work[1] < 2.6 * work[0]
