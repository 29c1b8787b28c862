"""Who is who once editors have joined pages: what is open about a page that gave way is asked of the one that stays."""

from __future__ import annotations

from generator import identities
from generator.document import Identities, Identity
from generator.model import EntityFront, Proposal

WHO = {id: Identity(id, id, "person") for id in ("berg", "berg-a", "lund")}
ALIKE = (("berg-a", "lund", 0.7, ("near",)), ("berg", "lund", 0.6, ("near",)))


def test_a_pair_that_is_joined_takes_its_open_questions_along() -> None:
    found = Identities(WHO, {(0, 0): "berg-a"}, ALIKE[:1], {0: (("berg-a", "A. Berg"),)})
    made, gone = identities.joined(found, [Proposal(pair=("berg", "berg-a"), score=1, same=True)])
    assert gone == {"berg-a": "berg"}
    assert made.of_mention == {(0, 0): "berg"}
    assert made.headed == {0: (("berg", "A. Berg"),)}
    assert [p.pair for p in identities.proposed(made)] == [("berg", "lund")]


def test_one_question_is_asked_once_however_many_ids_it_had() -> None:
    page = EntityFront(name="berg", type="person", redirects=("berg-a",))
    made = identities.redirected(Identities(WHO, {}, ALIKE), {"berg-a": "berg"}, {"berg": page})
    assert [(p.pair, p.score) for p in identities.proposed(made)] == [(("berg", "lund"), 0.7)]
