"""A name that an editor corrects, in titles whose quotes have only a part of it."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator.document import Identities, Identity, Mention
from generator.resolve import in_full
from tests.desk import Desk, run

LONG = "Berg opened the second reading room of the old customs house beside the new harbour of Faro"
SEEDS = {
    "one.md": (
        "---\ntitle: One\ndate: 2023-05-10\nlang: en\n---\n"
        "Prime Minister Anna Berg met Rui Salgado, the president of Portugal, in Lisbon on 3 May 2023 for talks.\n\n"
        "On 9 May 2023 Berg flew to Oslo for talks with the king.\n\n"
        f"On 8 May 2023 {LONG}.\n"
    ),
    "two.md": (
        "---\ntitle: Two\ndate: 2023-05-10\nlang: en\n---\n"
        "On 1 May 2023 Berg opened a hospital in Tromsø, and she spoke to the workers of the yard.\n"
    ),
}


def titles(desk: Desk) -> str:
    pages = [p for p in desk.pages() if p.startswith("events/")]
    return "\n".join(re.findall(r"(?m)^title: (.*)$", "\n".join(map(desk.read, pages))))


def test_a_title_whose_quote_has_the_surname_alone_follows(desk: Desk) -> None:
    before = titles(desk)
    assert before.count("Berg") == 4
    assert re.search("(?m)^(?:Anna )?Berg opens the second reading room", before)
    desk.replace("entities/anna-berg.md", "name: Anna Berg", "name: Anna Borg")
    desk.run()
    assert titles(desk) == before.replace("Berg", "Borg")
    desk.settled()
    desk.replace("entities/anna-berg.md", "name: Anna Borg", "name: Anna Berg")
    desk.run()
    assert titles(desk) == before


def test_a_name_that_a_pronoun_stands_for_follows(desk: Desk) -> None:
    desk.seed(
        "three.md",
        "---\ntitle: Three\ndate: 2023-05-10\nlang: en\n---\n"
        "Defence minister Mara Kerchavi arrived in Lisbon on 2 May 2023 for talks with the president.\n\n"
        "In April 2023 she visited Malta.\n",
    )
    desk.run()
    assert "Mara Kerchavi visits Malta" in titles(desk)
    desk.replace("entities/mara-kerchavi.md", "name: Mara Kerchavi", "name: Mara Kerhavi")
    desk.run()
    assert "Mara Kerhavi visits Malta" in titles(desk)
    assert "Kerchavi" not in titles(desk)
    desk.settled()


def test_a_corrected_surname_gets_its_first_name_as_the_old_one_did() -> None:
    who = Identities({"mara": Identity("mara", "Mara Kerhavi", "person")}, {}, ())
    said = Mention(0, 8, "Kerchavi", "person")
    assert in_full.with_names("Kerhavi’s term ends", [(said, "mara")], who) == "Mara Kerhavi’s term ends"
    assert in_full.with_names("Mara Kerhavi’s term ends", [(said, "mara")], who) == "Mara Kerhavi’s term ends"


def test_check_and_convert_name_what_still_has_the_old_name(desk: Desk) -> None:
    path = next(p for p in desk.pages() if p.startswith("events/") and "Anna Berg" in desk.read(p))
    run(desk, "accept", path.removeprefix("events/").removesuffix(".md"))
    (desk.content / "notes").mkdir()
    body = "Anna Berg was there.\n\n> Anna Berg met him.\n\nAnna Bergman was not.\n"
    (desk.content / "notes/who.md").write_text(f"---\ntitle: Who was there\ndate: 2023-06-01\n---\n{body}")
    assert "old name" not in run(desk, "check")
    desk.replace("entities/anna-berg.md", "name: Anna Berg", "name: Anna Borg")
    said = run(desk, "convert", str(desk.seeds))
    for told in (said, run(desk, "check")):
        lines = [line for line in told.splitlines() if "old name" in line]
        assert [path in line or "notes/who.md:5" in line for line in lines] == [True, True], told
        assert all('write "Anna Borg"' in line for line in lines)
    desk.replace(path, "title: Anna Berg", "title: Anna Borg")
    desk.replace("notes/who.md", "Anna Berg was", "Anna Borg was")
    assert "old name" not in run(desk, "check")
