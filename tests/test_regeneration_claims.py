"""The converter runs again over claims that people changed, took out, wrote or pasted."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import briefing, store
from tests.desk import Desk
from tests.fishing import ONE, SEEDS


def test_a_shortened_quote_and_its_date_stay_and_no_second_claim_comes(desk: Desk) -> None:
    desk.replace(
        ONE,
        "quote: Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.",
        "quote: Anna Berg visited Lisbon on 3 May 2023",
    )
    before = desk.read(ONE).count("  - id: 2023")
    desk.seed(
        "three.txt", "date 2023-06-01 Prime Minister Anna Berg visited Lisbon on 4 May 2023 for talks on fishing.\n"
    )
    desk.run()
    text = desk.read(ONE)
    assert "quote: Anna Berg visited Lisbon on 3 May 2023\n" in text
    assert text.count("  - id: 2023") == before
    assert len([p for p in desk.pages() if p.startswith("events/")]) == 2
    desk.settled()


def test_a_removed_claim_does_not_come_back_even_when_the_seed_is_corrected(desk: Desk) -> None:
    desk.edit(ONE, lambda t: re.sub(r"  - id: 2023-05-09.*?(?=---)", "", t, flags=re.S))
    assert "flew to Oslo" not in desk.read(ONE).split("---")[1]
    desk.run()
    assert "flew to Oslo" not in desk.read(ONE).split("---")[1]
    desk.seed("one.txt", SEEDS["one.txt"].replace("flew to Oslo on", "flew on to Oslo on"))
    desk.run()
    assert "to Oslo" not in desk.read(ONE).split("---")[1]
    assert "flew on to Oslo on" in desk.read(ONE)
    desk.settled()


def test_a_removed_event_does_not_come_back_from_old_or_new_articles(desk: Desk) -> None:
    page = desk.event("oslo")
    (desk.content / page).unlink()
    assert desk.run().removed == (page,)
    desk.seed("three.txt", "date 2023-06-01 Rui Salgado flew to Oslo on 9 May 2023 with his whole staff.\n")
    summary = desk.run()
    assert [p for p in desk.pages() if "oslo" in p and p.startswith("events/")] == []
    assert summary.removed == ()  # it was told of once
    assert desk.check() == []
    desk.settled()


def test_a_removed_entity_does_not_come_back_under_another_id(desk: Desk) -> None:
    (desk.content / "entities/rui-salgado.md").unlink()
    desk.run()
    desk.seed("three.txt", "date 2023-06-01 Rui Salgado flew to Oslo on 9 May 2023.\n")
    desk.run()
    assert [p for p in desk.pages() if "salgado" in p and p.startswith("entities/")] == []
    assert desk.check() == []
    desk.settled()


def test_a_claim_of_a_persons_own_is_anchored_to_corrected_words_or_listed_as_an_orphan(desk: Desk) -> None:
    mine = (
        "  - quote: who thanked Norway for its offer  # we heard it\n    date: '2023-05-03'\n    draft: true\n"
        "  - quote: She met the Portuguese foreign minister\n    date: '2023-05-03'\n    draft: true\n"
    )
    desk.replace(ONE, "\n---\n", "\n" + mine + "---\n")
    desk.seed(
        "one.txt",
        SEEDS["one.txt"]
        .replace("who thanked Norway for its offer", "who thanked Norway for its new offer")
        .replace("She met the Portuguese foreign minister, Rui Salgado,", "There was also Rui Salgado,"),
    )
    summary = desk.run()
    text = desk.read(ONE)
    assert "quote: who thanked Norway for its new offer  # we heard it\n" in text
    assert "quote: She met the Portuguese foreign minister\n" in text
    assert "orphan: true" in text
    assert [q for _, q in summary.anchored] == ["who thanked Norway for its new offer"]
    assert [q for _, q in summary.unanchored] == ["She met the Portuguese foreign minister"]
    assert desk.check() == []
    assert any("orphan" in p.rule for p in briefing.link(store.load(desk.content))[1])
    desk.settled()
    desk.seed("one.txt", SEEDS["one.txt"])
    desk.run()
    assert "orphan" not in desk.read(ONE)


def test_a_slip_mended_in_the_body_is_mended_in_the_quotes(desk: Desk) -> None:
    desk.edit(
        ONE,
        lambda t: (
            t[: t.rindex("---")] + t[t.rindex("---") :].replace("for talks on fishing", "for talks about fishing")
        ),
    )
    desk.run()
    text = desk.read(ONE)
    assert "quote: Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks about fishing" in text
    assert desk.check() == []
    desk.settled()


def paste(desk: Desk, row: str) -> None:
    desk.replace(ONE, "\nevents:\n", f"\nevents:\n{row}")


def test_a_pasted_quote_becomes_a_claim_of_the_event_that_it_tells_of(desk: Desk) -> None:
    paste(desk, "  - quote: Anna Berg visited Lisbon on 3 May 2023  # from the desk\n")
    assert desk.check() == []
    before = desk.read(ONE)
    summary = desk.run()
    event = desk.event("lisbon").removeprefix("events/").removesuffix(".md")
    row = (
        f"  - id: {event}\n    date: '2023-05-03'\n    when: 3 May 2023\n    kind: visit\n"
        "    quote: Anna Berg visited Lisbon on 3 May 2023  # from the desk\n    entities: [anna-berg, lisbon]\n"
    )
    assert row in desk.read(ONE)
    assert desk.read(ONE) == before.replace("  - quote: Anna Berg visited Lisbon on 3 May 2023  # from the desk\n", row)
    ((page, quote, _),) = summary.filled
    assert (page, quote) == (ONE, "Anna Berg visited Lisbon on 3 May 2023")
    assert desk.check() == []
    desk.settled()


def test_a_pasted_quote_of_which_nothing_was_known_gets_an_event_of_its_own(desk: Desk) -> None:
    paste(desk, "  - quote: Rui Salgado, who thanked Norway for its offer\n")
    desk.run()
    page = desk.event("thanked")
    assert "date: 2023-05-10~" in desk.read(ONE)
    assert "dated_by: publication" in desk.read(ONE)
    assert "entities: [rui-salgado, norway]" in desk.read(ONE)
    assert "date: 2023-05-10~" in desk.read(page)
    assert desk.check() == []
    desk.settled()
    made, _ = briefing.link(store.load(desk.content))
    assert page.removeprefix("events/").removesuffix(".md") in made.events


def test_what_an_editor_gives_beside_a_pasted_quote_stays(desk: Desk) -> None:
    paste(desk, "  - quote: Rui Salgado, who thanked Norway for its offer\n    date: '2023-05-04'\n")
    desk.run()
    assert "date: '2023-05-04'\n    quote: Rui Salgado, who" in desk.read(ONE).replace(
        "    dated_by: publication\n", ""
    ) or ("date: '2023-05-04'" in desk.read(ONE))
    desk.settled()


def test_a_pasted_quote_that_is_not_there_is_named_with_the_nearest_words(desk: Desk) -> None:
    paste(desk, "  - quote: Anna Berg visits Lisbon on 3 May 2023\n")
    (fault,) = desk.check()
    assert '"Anna Berg visited Lisbon on 3 May 2023"' in fault


def test_a_draft_that_an_editor_publishes_stays_published(desk: Desk) -> None:
    desk.seed(
        "four.txt",
        "date 2023-06-01 Anna Berg and Eva Dahl came to Bergen. Eva Dahl has led the port since January 2019.\n",
    )
    desk.run()
    (page,) = [p for p in desk.pages() if "eva-dahl" in p and p.startswith("articles/")]
    assert "quote: Eva Dahl has led the port since January 2019." in desk.read(page)
    desk.replace(page, "    draft: true\n", "")
    desk.run()
    event = desk.event("leads-the-port")
    desk.settled()
    assert event in desk.pages()
    assert desk.check() == []
