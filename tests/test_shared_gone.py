"""An article that is let go goes out of the others' `shared_with`, whichever way it went; nothing else moves."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import cli
from tests.desk import Desk, run

COPIED = (
    "Anna Berg visited Lisbon on 3 May 2023 for talks on fishing in the old customs house, and neither of the two "
    "sides would say on which of the many open questions they had come any closer to each other."
)
SEEDS = {
    "one.md": f"---\ntitle: One\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n{COPIED}\n",
    "two.md": f"---\ntitle: Two\ndate: 2023-05-12\npublisher: Coastwise\n---\n{COPIED} A clerk told so.\n",
    "three.md": f"---\ntitle: Three\ndate: 2023-05-12\npublisher: The Cod Gazette\n---\nA clerk: {COPIED}\n",
}
ONE = "articles/one.md"


def shared(desk: Desk) -> str:
    found = re.search(r"(?m)^    shared_with: \[(.*)\]", desk.read(ONE))
    return found[1] if found else ""


@pytest.fixture
def signed(desk: Desk) -> Desk:
    event = desk.event("lisbon")
    run(desk, "accept", event[7:-3])
    desk.replace(ONE, "    quote:", "    # the harbour master says so, too\n    quote:")
    desk.run()
    assert shared(desk) in ("two, three", "three, two")
    return desk


def test_the_command_takes_it_out_at_once(signed: Desk) -> None:
    before = signed.read(ONE)
    (signed.seeds / "two.md").unlink()
    signed.run()
    said = run(signed, "refuse", "two", "--yes")
    assert shared(signed) == "three"
    assert ONE in said
    assert signed.read(ONE) == re.sub(r"shared_with: .*", "shared_with: [three]", before)
    assert signed.check() == []
    signed.run()
    assert shared(signed) == "three"
    assert "reviewed: " in signed.read(signed.event("lisbon"))
    assert signed.check() == []
    signed.settled()


@pytest.mark.parametrize("seed_too", [True, False], ids=["seed gone too", "seed stays"])
@pytest.mark.parametrize("then", ["convert", "check"])
def test_a_page_removed_by_hand_is_taken_out_by_what_follows(signed: Desk, seed_too: bool, then: str) -> None:
    before = signed.read(ONE)
    if seed_too:
        (signed.seeds / "two.md").unlink()
    (signed.content / "articles/two.md").unlink()
    if then == "convert":
        signed.run()
    else:
        assert "shared_with" in run(signed, "check", "--fix")
    assert signed.read(ONE) == re.sub(r"shared_with: .*", "shared_with: [three]", before)
    assert signed.check() == []
    signed.run()
    assert signed.read(ONE) == re.sub(r"shared_with: .*", "shared_with: [three]", before)
    signed.settled()


def test_check_mends_no_name_that_a_person_mistyped(signed: Desk) -> None:
    signed.edit(ONE, lambda t: re.sub(r"shared_with: .*", "shared_with: [two, thre]", t))
    done = CliRunner().invoke(cli.app, ["check", "--fix", "--content", str(signed.content)])
    assert done.exit_code == 1
    assert shared(signed) == "two, thre"
    assert '"three"' in done.output
