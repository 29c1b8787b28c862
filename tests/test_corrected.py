"""A name that an editor corrects, in titles whose quotes have only a part of it."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.desk import Desk

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
