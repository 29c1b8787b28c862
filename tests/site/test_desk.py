"""The desk: every question with its file, line and what to type, the most urgent first."""

from __future__ import annotations

import shlex
from pathlib import Path

from generator import briefing, store
from generator.desk import Desk
from generator.site import desk
from generator.views import lookup
from generator.views.words import count as number_word


def view(content: Path) -> desk.DeskPage:
    linked, problems = briefing.link(store.load(content))
    return desk.view(Desk(store.load(content), store.texts(content)), lookup.of(linked), problems)


def test_questions_stand_in_the_order_of_their_urgency(content: Path) -> None:
    article = content / "articles/sandpiper-runs-aground.md"
    text = article.read_text().replace("    quote: a new slip is to be built\n",
                                       "    quote: a new slip is to be built\n    draft: true\n")  # fmt: skip
    text = text.replace("events:\n", "events:\n  - quote: It is gone\n    orphan: true\n", 1)
    article.write_text(text)
    (content / "conflicts.yaml").write_text(
        "# decide\nconflicts:\n  - page: entities/mara-quill.md\n    field: name\n    yours: Mara Quill\n"
        "    new: M. Quill\n"
    )
    (content / "proposals.yaml").write_text(
        "proposals:\n  - pair: [port-elian, corran-bay]\n    score: 0.5\n    reasons: [near each other]\n"
    )
    (content / "entities/m-quil.md").write_text("---\nname: Mara Quil\ntype: person\n---\n")
    made = view(content)
    assert [s.id for s in made.sections] == [
        "faults", "conflicts", "orphans", "drafts", "proposals", "disputed", "single", "alike", "unchecked"
    ]  # fmt: skip
    counts = {s.id: len(s.items) + len(s.more) for s in made.sections}
    assert (made.urgent, made.rest) == (sum(counts.values()) - counts["unchecked"], counts["unchecked"])
    for number in (made.urgent, made.rest):
        assert number_word(number) in made.standfirst.casefold()
    by = {s.id: s.items[0] for s in made.sections}
    folder = content.as_posix()
    assert by["conflicts"].place == f"{folder}/conflicts.yaml:3"
    assert by["conflicts"].todo[1] == ("keep yours", f"briefing refuse entities/mara-quill.md name --content {folder}")
    assert by["orphans"].title == '"It is gone"'
    lines = article.read_text().splitlines()
    file, _, line = by["orphans"].place.rpartition(":")
    assert file == article.as_posix()
    assert "It is gone" in lines[int(line) - 1]
    line = by["drafts"].place.rpartition(":")[2]
    assert "a new slip" in lines[int(line) - 1]
    assert by["drafts"].todo[0][1].startswith("briefing accept sandpiper-runs-aground 'a new slip")
    assert by["proposals"].place == f"{folder}/proposals.yaml:2"
    assert by["disputed"].address == "/events/2031-03-04-sandpiper-aground/"
    assert by["alike"].todo[0][1] == f"briefing merge m-quil mara-quill --content {folder}"


def test_a_command_for_a_folder_with_a_blank_in_its_name_can_be_typed(content: Path) -> None:
    (content / "entities/m-quil.md").write_text("---\nname: Mara Quil\ntype: person\n---\n")
    made = view(content.rename(content.parent / "our pages"))
    (alike,) = [s for s in made.sections if s.id == "alike"]
    words = shlex.split(alike.items[0].todo[0][1])
    assert words == ["briefing", "merge", "m-quil", "mara-quill", "--content", f"{content.parent}/our pages"]


def test_a_desk_with_nothing_to_decide_says_so(content: Path) -> None:
    for path in [*content.glob("e*/*.md"), *content.glob("a*/*.md"), *content.glob("n*/*.md")]:
        path.unlink()
    made = view(content)
    assert made.sections == ()
    assert made.standfirst.startswith("Nothing waits")
