"""Whom a paper is called after does not take part in what befalls the paper."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import store
from tests.desk import Desk

TEXT = (
    "---\ntitle: Papers\ndate: 2031-04-20\n---\n"
    "The engineers of Varga Structures inspected the bridge in 2029. Mayor Edda Holm received the Varga report on "
    "3 March 2031.\n\nVarga Structures and the town signed the Varga contract on 9 March 2031, and Edda Holm thanked "
    "the firm.\n\n"
    "The Varga report accused Edda Holm on 4 April 2031 of having read nothing.\n"
)


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, ...]]:
    """First words of each claim -> whom it names."""
    desk = Desk(tmp_path_factory.mktemp("papers"))
    desk.seeds.mkdir()
    desk.seed("one.md", TEXT)
    desk.run()
    content = store.load(desk.content)
    events = {e.id: e.front.entities for e in content.events}
    (article,) = content.articles
    return {c.quote: events.get(c.id or "", ()) + c.entities for c in article.front.events}


def entities(named: dict[str, tuple[str, ...]], words: str) -> set[str]:
    (found,) = [ids for quote, ids in named.items() if words in quote]
    return set(found)


def test_the_firm_of_a_report_does_not_receive_it(named: dict[str, tuple[str, ...]]) -> None:
    assert entities(named, "received the Varga report") == {"edda-holm"}


def test_the_party_of_a_contract_takes_part_in_its_signing(named: dict[str, tuple[str, ...]]) -> None:
    assert "varga-structures" in entities(named, "signed the Varga contract")


def test_a_report_that_accuses_speaks_for_its_authors(named: dict[str, tuple[str, ...]]) -> None:
    assert entities(named, "The Varga report accused") == {"edda-holm", "varga-structures"}
