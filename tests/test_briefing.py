"""Linking: what the check names, with path and line, and what is left out of the site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator import briefing, store
from generator.briefing import Briefing
from generator.problems import Problem

ARTICLE = """\
---
title: Mayor opens the bridge
date: 2023-05-04
lang: en
source:
  seed: one.txt
  sha256: 00
rights: full
entities:
  - id: ada-holm
    names: [Ada Holm]
  - id: north-bridge
    names: [North Bridge]
events:
  - id: bridge-opens
    date: "2023-05-03"
    quote: Ada Holm opened North Bridge
    entities: [ada-holm, north-bridge]
---
Mayor *Ada Holm* opened
North Bridge on Wednesday.
"""
PAGES = {
    "articles/one.md": ARTICLE,
    "entities/ada-holm.md": "---\nname: Ada Holm\ntype: person\naliases: [Holm]\n---\n",
    "entities/north-bridge.md": "---\nname: North Bridge\ntype: place\nredirects: [old-bridge]\n---\n",
    "events/bridge-opens.md": (
        '---\ntitle: Holm opens North Bridge\ndate: "2023-05-03"\nstatus: unverified\nentities: [ada-holm]\n---\n'
    ),
    "notes/why.md": (
        "---\ntitle: Why it matters\n---\n"
        "See [[bridge-opens]], [[Holm]] and [[old-bridge|the bridge]].\n\nAgain [[ada-holm]].\n"
    ),
    "pages/home.md": "---\ntitle: The bridge\n---\nAll about it.\n",
}


def linked(folder: Path, **changed: str) -> tuple[Briefing, list[Problem]]:
    for name, text in {**PAGES, **{k.replace("__", "/") + ".md": v for k, v in changed.items()}}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return briefing.link(store.load(folder / "content"))


def test_sound_content_has_no_problem(tmp_path: Path) -> None:
    made, problems = linked(tmp_path)
    assert problems == []
    assert made.as_of == date(2023, 5, 4)
    assert made.events_of["ada-holm"] == ("bridge-opens",)
    assert made.named_in["north-bridge"] == ("one",)
    assert [r.article for r in made.reports["bridge-opens"]] == ["one"]
    assert made.redirects == {"old-bridge": "north-bridge"}


# What is wrong, the page, the change that makes it so, where it is said, and the remedy.
FAULTS = [
    (
        "unknown id",
        "articles__one",
        ("id: ada-holm\n", "id: ada-holms\n"),
        "articles/one.md:10",
        'did you mean "ada-holm"?',
    ),
    (
        "bad date",
        "articles__one",
        ('date: "2023-05-03"', 'date: "2023-15-03"'),
        "articles/one.md:16",
        "15 is no month",
    ),
    (
        "unknown key",
        "articles__one",
        ("rights: full", "right: full"),
        "articles/one.md:8",
        'did you mean "rights"?',
    ),
    (
        "bad YAML",
        "events__bridge-opens",
        ("title: Holm", "title: Holm: "),
        "events/bridge-opens.md:2",
        "not valid YAML",
    ),
    (
        "quote not in body",
        "articles__one",
        ("quote: Ada Holm opened", "quote: Ada Holm closed"),
        "articles/one.md:17",
        "does not stand in the body",
    ),
    (
        "missing title",
        "events__bridge-opens",
        ("title: Holm opens North Bridge\n", ""),
        "events/bridge-opens.md:1",
        '"title" is missing',
    ),
    (
        "wrong type",
        "entities__ada-holm",
        ("type: person", "type: persn"),
        "entities/ada-holm.md:3",
        'did you mean "person"?',
    ),
    (
        "dangling link",
        "notes__why",
        ("Again [[ada-holm]]", "Again [[ada-hulm]]"),
        "notes/why.md:6",
        'did you mean "ada-holm"?',
    ),
    (
        "wrong derived status",
        "events__bridge-opens",
        ("unverified", "undisputed"),
        "events/bridge-opens.md:4",
        "status: unverified",
    ),
    (
        "wrong derived date",
        "events__bridge-opens",
        ('"2023-05-03"', '"2023-05"'),
        "events/bridge-opens.md:3",
        "date: '2023-05-03'",
    ),
    (
        "unknown place",
        "articles__one",
        ("    entities: [ada-holm, n", "    place: nowhere\n    entities: [ada-holm, n"),
        "articles/one.md:18",
        "unknown entity",
    ),
    (
        "claim without event",
        "articles__one",
        ("  - id: bridge-opens\n    date", "  - date"),
        "articles/one.md:15",
        "run briefing convert",
    ),
]


@pytest.mark.parametrize(("name", "page", "change", "where", "remedy"), FAULTS, ids=[f[0] for f in FAULTS])
def test_a_fault_is_named_with_path_line_and_remedy(
    tmp_path: Path, name: str, page: str, change: tuple[str, str], where: str, remedy: str
) -> None:
    before = PAGES[page.replace("__", "/") + ".md"]
    assert before.count(change[0]) == 1
    _, problems = linked(tmp_path, **{page: before.replace(*change)})
    at = [str(p) for p in problems if str(p).startswith(f"{(tmp_path / 'content').as_posix()}/{where}:")]
    assert len(at) == 1, [str(p) for p in problems]
    assert remedy in at[0]


def test_a_duplicate_id_names_both_pages(tmp_path: Path) -> None:
    _, problems = linked(tmp_path, notes__ada_holm="", **{"notes__ada-holm": "---\ntitle: x\n---\n"})
    assert any("notes/ada-holm.md:1" in str(p) and "entities/ada-holm.md" in str(p) for p in problems)


def test_a_faulty_page_is_left_out_and_the_rest_stays(tmp_path: Path) -> None:
    made, problems = linked(tmp_path, **{"entities__ada-holm": "---\nname: Ada Holm\ntype: persn\n---\n"})
    assert len(problems) == 1, "one fault is one message"
    assert "ada-holm" not in made.entities
    assert set(made.articles) == {"one"}
    assert made.reports["bridge-opens"][0].claim.entities == ("north-bridge",)


def test_a_wikilink_that_can_mean_two_pages_lists_them(tmp_path: Path) -> None:
    _, problems = linked(
        tmp_path, **{"entities__eva-holm": "---\nname: Eva Holm\ntype: person\naliases: [Holm]\n---\n"}
    )
    assert ["ada-holm, eva-holm" in str(p) for p in problems] == [True]


def test_drafts_are_on_no_page(tmp_path: Path) -> None:
    made, problems = linked(
        tmp_path, articles__one=ARTICLE.replace("  - id: bridge-opens\n", "  - id: bridge-opens\n    draft: true\n")
    )
    assert problems == []
    assert made.events == {}


def test_an_editors_reason_stands_for_a_date_that_the_claims_do_not_give(tmp_path: Path) -> None:
    text = '---\ntitle: Holm opens\ndate: "2023-05-02"\nstatus: disputed\nbecause: The city register says so.\n---\n'
    _, problems = linked(tmp_path, **{"events__bridge-opens": text})
    assert problems == []


def test_a_link_out_of_the_content_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\nname: x\ntype: person\n---\n")
    (tmp_path / "content" / "entities").mkdir(parents=True)
    (tmp_path / "content" / "entities" / "leak.md").symlink_to(tmp_path / "secret.md")
    made, problems = linked(tmp_path)
    assert "leak" not in made.entities
    assert any("leads out of the content" in str(p) for p in problems)


def test_a_page_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "content" / "notes").mkdir(parents=True)
    (tmp_path / "content" / "notes" / "bad.md").write_bytes(b"---\ntitle: x\n---\ncaf\xe9\n")
    _, problems = linked(tmp_path)
    assert ["bad.md:4" in str(p) for p in problems] == [True]
