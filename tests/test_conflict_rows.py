"""A slip in one row of conflicts.yaml is told, and costs the other rows nothing."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import cli
from tests.desk import Desk, run

PAGE, FILE = "articles/talks-end.md", "conflicts.yaml"
SEEDS = {
    "one.md": (
        "---\ntitle: Talks end\ndate: 2023-05-10\npublisher: The Harbour Post\n---\n"
        "Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n"
    )
}


@pytest.fixture
def waiting(desk: Desk) -> Desk:
    """Two conflicts: of title and publisher."""
    desk.replace(PAGE, "title: Talks end", "title: Ours")
    desk.replace(PAGE, "publisher: The Harbour Post", "publisher: Our Post")
    desk.seed(
        "one.md", SEEDS["one.md"].replace("Talks end", "Talks are over").replace("The Harbour Post", "Harbour Post")
    )
    assert len(desk.run().conflicts) == 2
    return desk


@pytest.mark.parametrize("slip", ["    keep: neww\n", "    keep: new\n    keep: new\n", "    keep new\n"])
def test_the_good_rows_are_carried_out_and_the_bad_one_is_told(waiting: Desk, slip: str) -> None:
    text = waiting.read(FILE)
    good, bad = ("source.publisher", "title") if text.index("field: title") > text.index("field: source") else (
        "title", "source.publisher")  # fmt: skip
    waiting.edit(FILE, lambda t: t.replace(f"field: {good}\n", f"field: {good}\n    keep: new\n") + slip)
    done = CliRunner().invoke(
        cli.app, ["convert", str(waiting.seeds), "--content", str(waiting.content), "--jobs", "1"]
    )
    assert done.exit_code == 0, done.output
    said = " ".join(done.output.split())
    assert "conflicts.yaml:" in said
    page, left = waiting.read(PAGE), waiting.read(FILE)
    new = {"title": "title: Talks are over\n", "source.publisher": "publisher: Harbour Post\n"}
    assert new[good] in page
    assert new[bad] not in page
    assert left.count("- page:") == 1
    assert left.endswith(slip)
    waiting.edit(FILE, lambda t: t.removesuffix(slip) + "    keep: new\n")
    assert waiting.run().conflicts == ()
    assert new[bad] in waiting.read(PAGE)
    assert FILE not in waiting.pages()


@pytest.mark.parametrize(("answer", "date"), [("accept", "2023-05-01"), ("refuse", "2023-05-02")])
def test_a_claim_whose_quote_is_corrected_with_its_date_is_decided_once(desk: Desk, answer: str, date: str) -> None:
    desk.replace(PAGE, "date: '2023-05-03'", "date: '2023-05-02'")
    desk.run()
    desk.seed("one.md", SEEDS["one.md"].replace("3 May", "1 May"))
    (row,) = desk.run().conflicts
    assert "on 1 May 2023" in row.field  # by the words that stand there now
    run(desk, answer, "talks-end", row.field)
    assert not desk.run().conflicts
    assert f"    date: '{date}'\n" in desk.read(PAGE)
    desk.settled()
