"""A build that makes use of the last one leaves the same bytes as one that knows nothing."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.corpus import Corpus
from generator.site import exports, search, settings, table
from generator.site.plugin import BriefingGenerator

Edit = Callable[[random.Random, Path], None]


def build(site: Path, output: str, *, siteurl: str = "", indexed: bool = False) -> dict[str, bytes]:
    """Every file of the site, below its folder."""
    given = {"SITEURL": siteurl, "SEARCH_INDEX": indexed}
    made = BriefingGenerator(
        context=None,
        settings=given,
        path=str(site / "content"),
        theme=str(site / "theme"),
        output_path=str(site / output),
    )
    made.generate_context()
    made.generate_output(None)
    return {p.relative_to(site / output).as_posix(): p.read_bytes() for p in (site / output).rglob("*") if p.is_file()}


def cold(site: Path, siteurl: str = "") -> dict[str, bytes]:
    """The same with nothing known, beside it."""
    cache, aside = site / "content/.cache", site / "aside"
    cache.rename(aside)
    try:
        return build(site, "cold", siteurl=siteurl)
    finally:
        shutil.rmtree(site / "cold")
        shutil.rmtree(cache, ignore_errors=True)
        aside.rename(cache)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    Corpus(14).content(tmp_path / "content")
    (tmp_path / "content/pages/about.md").write_text("---\ntitle: About\n---\nSee [[note-0001#What is behind it]].\n")
    shutil.copytree(settings.theme_folder(), tmp_path / "theme")
    return tmp_path


def pages(site: Path, folder: str) -> list[Path]:
    return sorted((site / "content" / folder).glob("*.md"))


def change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text().replace(old, new, 1))


def add(path: Path, text: str) -> None:
    path.write_text(path.read_text() + text)


def day(chance: random.Random, path: Path) -> None:
    path.write_text(re.sub(r"(?m)^date: .*$", f"date: 2021-0{chance.randrange(1, 10)}-14", path.read_text(), count=1))


def one_of(old: Path, living: Path) -> None:
    """One page for both, with the old one's address."""
    old.unlink()
    change(living, "---\n", f"---\nredirects: [{old.stem}]\n")


REPORT = "report-000003"
EDITS: dict[str, Edit] = {
    "a note says more": lambda c, s: add(c.choice(pages(s, "notes")), f"Then {c.random()}.\n"),
    "a note speaks of others": lambda c, s: add(
        c.choice(pages(s, "notes")),
        f"\n[[{c.choice(pages(s, 'entities')).stem}]] and ![[{c.choice(pages(s, 'events')).stem}]]\n",
    ),
    "a note begins otherwise": lambda c, s: change(
        c.choice(pages(s, "notes")), "\n---\n", f"\n---\nFirst of all, {c.random()}, see [[note-0001]].\n\n"
    ),
    "a note speaks of nobody": lambda c, s: change(c.choice(pages(s, "notes")), "[[", "[ ["),
    "a note has another heading": lambda c, s: change(c.choice(pages(s, "notes")), "## What", "## All that"),
    "a note is renamed": lambda c, s: change(c.choice(pages(s, "notes")), "title: ", "title: New "),
    "a note leads nowhere": lambda c, s: add(c.choice(pages(s, "notes")), "\n[[nobody-at-all]]\n"),
    "a note is mended": lambda c, s: [change(p, "[[nobody-at-all]]", "") for p in pages(s, "notes")] and None,
    "a note is written": lambda c, s: (s / f"content/notes/new-{c.randrange(99)}.md").write_text(
        "---\ntitle: New\n---\nSee [[note-0000]].\n"
    ) and None,
    "a note goes": lambda c, s: c.choice(pages(s, "notes")[1:]).unlink(),
    "a name is another": lambda c, s: change(c.choice(pages(s, "entities")), "name: ", "name: Great "),
    "an event has another title": lambda c, s: change(c.choice(pages(s, "events")), "title: ", "title: At last "),
    "an event is another day's": lambda c, s: day(c, c.choice(pages(s, "events"))),
    "an event is explained": lambda c, s: change(c.choice(pages(s, "events")), "---\n", "---\nbecause: It rained.\n"),
    "an event is told": lambda c, s: add(
        c.choice(pages(s, "events")), f"\nTold by [[{c.choice(pages(s, 'entities')).stem}]] in [[note-0001]].\n"
    ),
    "an event is checked": lambda c, s: change(
        c.choice(pages(s, "events")), "---\n", "---\nreviewed: 2026-01-02\n"
    ),
    "an event goes": lambda c, s: c.choice(pages(s, "events")[1:]).unlink(),
    "a name has another": lambda c, s: change(c.choice(pages(s, "entities")), "---\n", "---\naliases: [Old Bram]\n"),
    "a name is told": lambda c, s: add(
        c.choice(pages(s, "entities")), f"\nAs in ![[{c.choice(pages(s, 'events')).stem}]] and [@{REPORT}].\n"
    ),
    "a name goes": lambda c, s: c.choice(pages(s, "entities")[1:]).unlink(),
    "two names are one": lambda c, s: one_of(*c.sample(pages(s, "entities"), 2)),
    "an article has another title": lambda c, s: change(c.choice(pages(s, "articles")), "title: ", "title: Late "),
    "an article is another day's": lambda c, s: day(c, c.choice(pages(s, "articles"))),
    "an article is another paper's": lambda c, s: change(
        c.choice(pages(s, "articles")), "publisher: ", "publisher: The New "
    ),
    "a claim is a draft": lambda c, s: change(
        c.choice(pages(s, "articles")), "  quote: ", "  draft: true\n    quote: "
    ),
    "an article comes": lambda c, s: c.choice(pages(s, "articles")).rename(
        s / f"content/articles/renamed-{c.randrange(99)}.md"
    ) and None,
    "the home page is another": lambda c, s: add(s / "content/pages/home.md", "\nAnd more.\n"),
    "a page says more": lambda c, s: add(s / "content/pages/about.md", "\nSee [[report-000003]].\n"),
    "an article says more": lambda c, s: add(c.choice(pages(s, "articles")), f"\nAnd {c.random()}.\n"),
    "an article goes": lambda c, s: c.choice(pages(s, "articles")).unlink(),
    "the theme is another": lambda c, s: add(s / "theme/templates/base.html", "<!-- more -->\n"),
    "the style is another": lambda c, s: add(s / "theme/static/style.css", "/* more */\n"),
    "the name of the whole is another": lambda c, s: change(s / "content/briefing.yaml", "name: ", "name: Great "),
}  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_a_site_is_what_it_would_be_without_the_last_build(site: Path, seed: int) -> None:
    chance = random.Random(seed)
    build(site, "output")
    names = sorted(EDITS)
    chance.shuffle(names)
    for name in names[seed::4]:
        EDITS[name](chance, site)
        assert build(site, "output") == cold(site), name


def test_another_address_is_another_site(site: Path) -> None:
    build(site, "output")
    assert build(site, "output", siteurl="/repo") == cold(site, siteurl="/repo")


def test_what_no_changed_note_is_part_of_is_not_made_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(site, "output")
    add(pages(site, "notes")[0], "One thing more.\n")
    monkeypatch.setattr(table.article, "view", never)
    monkeypatch.setattr(table.chronology, "view", never)
    monkeypatch.setattr(exports.database, "database", never)
    made = build(site, "output")
    assert b"One thing more." in made["notes/note-0000/index.html"]


def test_where_a_note_begins_as_before_the_home_page_is_not_drawn_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = pages(site, "notes")[0]
    change(note, "\n---\n", "\n---\nThis is how it begins.\n\n")
    build(site, "output")
    add(note, "\nOne thing more.\n")
    monkeypatch.setattr(table.home, "overview", never)
    made = build(site, "output")
    assert b"One thing more." in made["notes/note-0000/index.html"]
    change(note, "This is", "That is")
    with pytest.raises(AssertionError, match="made again"):
        build(site, "output")


def test_where_the_home_page_does_not_show_a_note_it_is_not_drawn_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(3):
        (site / f"content/notes/newer-{n}.md").write_text(f"---\ntitle: Newer\ndate: 2029-01-0{n + 1}\n---\nMore.\n")
    build(site, "output")
    add(site / "content/notes/note-0000.md", "One thing more.\n")
    with monkeypatch.context() as patched:
        patched.setattr(table.home, "overview", never)
        made = build(site, "output")
    assert b"One thing more." in made["notes/index.html"]
    assert made == cold(site)
    change(site / "content/notes/newer-2.md", "More.", "Much more.")
    assert b"Much more." in build(site, "output")["index.html"]


def test_after_an_event_was_edited_what_does_not_show_it_is_not_made_again(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(site, "output")
    edited = pages(site, "events")[3]
    change(edited, "title: ", "title: At last ")
    made: list[str] = []
    view = table.article.view
    monkeypatch.setattr(table.article, "view", lambda look, id: (made.append(id), view(look, id))[1])
    build(site, "output")
    told_by = {page.stem for page in pages(site, "articles") if f"id: {edited.stem}\n" in page.read_text()}
    assert told_by
    assert told_by <= set(made)
    assert len(made) < len(pages(site, "articles")) / 2


def never(*_: object) -> None:
    raise AssertionError("it is made again")


@pytest.mark.parametrize("path", ["sources/report-000003/index.html", "data/briefing.sqlite", "style"])
def test_a_file_of_the_site_that_is_lost_or_not_ours_any_more_is_made_again(site: Path, path: str) -> None:
    whole = build(site, "output")
    lost = next(site / "output" / name for name in whole if path in name)
    lost.write_bytes(b"x" * lost.stat().st_size)
    assert build(site, "output") == whole
    lost.unlink()
    assert build(site, "output") == whole


def test_a_damaged_cache_is_not_trusted(site: Path) -> None:
    whole = build(site, "output")
    for file in sorted((site / "content/.cache").glob("site-*")):
        for damage in (b"", b"no pickle", file.read_bytes()[:-9], b"\0" * 32 + file.read_bytes()[32:]):
            file.write_bytes(damage)
            assert build(site, "output") == whole


def test_the_index_of_the_search_is_made_again_only_for_other_words(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = build(site, "output", indexed=True)
    with monkeypatch.context() as patched:
        patched.setattr(search, "index", never)
        assert build(site, "output", indexed=True) == whole
        add(site / "theme/templates/base.html", "<!-- no word of any page -->\n")
        build(site, "output", indexed=True)
    change(pages(site, "events")[0], "title: ", "title: Quite another ")
    made = build(site, "output", indexed=True)
    assert {p for p in made if "/fragment/" in p} != {p for p in whole if "/fragment/" in p}
