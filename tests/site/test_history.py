from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.site import history


def git(folder: Path, *words: str, day: str = "2031-03-01") -> None:
    stamp = f"{day}T12:00:00Z"
    who = {f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = os.environ | who | {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, env=environment)


def commit(folder: Path, day: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", day, day=day)


@pytest.fixture
def event(tmp_path: Path) -> Path:
    """An event in a repository, committed on the first of March."""
    page = tmp_path / "content" / "events" / "käse.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: 'A ferry: aground'\ndate: '2031-03'\nstatus: unverified\n---\n", encoding="utf-8")
    git(tmp_path, "init", "-q")
    commit(tmp_path, "2031-03-01")
    return page


def content(event: Path) -> Path:
    return event.parent.parent


def test_a_day_is_the_difference_of_its_evening(event: Path) -> None:
    for text in ("2031-03-09", "2031-03-04"):  # what was tried in between is nobody's news
        event.write_text(
            f"---\ntitle: 'A ferry: aground'\ndate: '{text}'\nstatus: unverified\n---\ndate: 2030 it is not\n",
            encoding="utf-8",
        )
        commit(content(event).parent, "2031-03-05")
    newest, first = history.read(content(event))
    assert newest.day == date(2031, 3, 5)
    (page,) = newest.pages
    assert (page.folder, page.id, page.kind) == ("events", "käse", "changed")
    assert [(f.key, f.before, f.after) for f in page.fields] == [("date", "2031-03", "2031-03-04")]
    assert [(p.id, p.kind) for p in first.pages] == [("käse", "added")]


def test_prose_that_looks_like_a_difference_is_prose(event: Path) -> None:
    said = "We asked git for: diff --git a/events/x.md b/events/x.md\n"
    event.write_text(
        f"---\nmine: {said}title: A ferry afloat\ndate: '2031-03'\nstatus: unverified\n---\n", encoding="utf-8"
    )
    commit(content(event).parent, "2031-03-05")
    (page,) = history.read(content(event))[0].pages
    assert [(f.key, f.after) for f in page.fields] == [("title", "A ferry afloat")]


def test_a_page_that_is_gone_keeps_its_title(event: Path) -> None:
    event.unlink()
    (content(event) / "keep.txt").write_text("x")
    commit(content(event).parent, "2031-03-06")
    newest, _ = history.read(content(event))
    assert [(p.kind, p.title) for p in newest.pages] == [("removed", "A ferry: aground")]


def test_what_another_briefing_left_behind_is_not_this_ones_past(event: Path) -> None:
    folder = content(event)
    old = folder / "articles" / "000.md"
    old.parent.mkdir()
    old.write_text("---\ntitle: Another topic\n---\n", encoding="utf-8")
    commit(folder.parent, "2031-03-05")
    for page in (old, event):
        page.unlink()
    (folder / "articles" / "000-ours.md").write_text("---\ntitle: Our first\n---\n", encoding="utf-8")
    commit(folder.parent, "2031-04-01")
    (folder / "articles" / "001-ours.md").write_text("---\ntitle: Our second\n---\n", encoding="utf-8")
    commit(folder.parent, "2031-04-02")
    told = [(r.day.isoformat(), [(p.id, p.kind) for p in r.pages]) for r in history.read(folder)]
    assert told == [("2031-04-02", [("001-ours", "added")]), ("2031-04-01", [("000-ours", "added")])]


def test_one_article_of_two_that_goes_is_told(event: Path) -> None:
    folder = content(event)
    (folder / "articles").mkdir()
    for id in ("000", "001"):
        (folder / "articles" / f"{id}.md").write_text(f"---\ntitle: Number {id}\n---\n", encoding="utf-8")
    commit(folder.parent, "2031-03-05")
    (folder / "articles" / "000.md").unlink()
    commit(folder.parent, "2031-03-06")
    newest, *older = history.read(folder)
    assert [(p.id, p.kind) for p in newest.pages] == [("000", "removed")]
    assert len(older) == 2


def test_without_a_past_nothing_is_known(event: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    assert history.read(tmp_path / "nowhere") == ()
    event.write_text("---\ntitle: Other\n---\n", encoding="utf-8")
    commit(content(event).parent, "2031-03-08")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "-q", "--depth", "1", content(event).parent.as_uri(), str(shallow))
    assert history.read(shallow / "content") == ()


def test_content_outside_of_a_repository_has_no_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "content").mkdir()
    assert history.read(tmp_path / "content") == ()


def test_how_a_person_has_set_git_says_nothing_of_the_days(event: Path) -> None:
    event.write_text("---\ntitle: A ferry afloat\ndate: '2031-04'\nstatus: unverified\n---\n", encoding="utf-8")
    commit(content(event).parent, "2031-03-05")
    before = history.read(content(event))
    assert [len(revision.pages) for revision in before] == [1, 1]
    for key, value in (
        ("diff.noprefix", "true"), ("diff.external", "false"), ("color.ui", "always"), ("log.showSignature", "true"),
        ("diff.interHunkContext", "9"), ("diff.page.textconv", "rev"), ("diff.page.binary", "true"),
    ):  # fmt: skip
        git(content(event).parent, "config", key, value)
    (content(event).parent / ".gitattributes").write_text("*.md diff=page\n")
    assert history.read(content(event)) == before
