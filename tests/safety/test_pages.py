"""Pages, records and journals that lead elsewhere, and names that two systems would not tell apart."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator import briefing, store, writing
from generator.merge import Record
from generator.writing import Change

NOTE = "---\ntitle: A note\n---\nText.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "content"
    (made / "notes").mkdir(parents=True)
    (made / "notes" / "good.md").write_text(NOTE)
    return made


def said(folder: Path) -> tuple[set[str], list[str]]:
    """(ids of the pages that go on, what is said of the others)."""
    linked, problems = briefing.link(store.load(folder))
    prefix = f"{folder.as_posix()}/"
    return set(linked.notes), [str(p).removeprefix(prefix) for p in problems]


def test_what_is_no_page_is_named_and_the_others_go_on(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(NOTE)
    notes = folder / "notes"
    (notes / "link.md").symlink_to(secret)
    (notes / "loop.md").symlink_to("loop.md")
    os.mkfifo(notes / "pipe.md")
    (notes / "folder.md").mkdir()
    (notes / "es\x1bc.md").write_text(NOTE)
    (notes / "latin.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    with (notes / "large.md").open("wb") as file:
        file.truncate(6_000_000)
    ids, problems = said(folder)
    assert ids == {"good"}
    assert sorted(problems) == [
        r"notes/es\x1bc.md: its name holds a character that cannot be seen; "
        "rename it with small letters, digits and hyphens",
        "notes/folder.md: it is no file; take it away",
        "notes/large.md: it is larger than 5 MB; shorten or split it",
        "notes/latin.md:2: it is not UTF-8; save it as UTF-8",
        "notes/link.md: it is a link that leads out of the content; put the page itself here",
        "notes/loop.md: it is a link that leads out of the content; put the page itself here",
        "notes/pipe.md: it is no file; take it away",
    ]


@pytest.mark.parametrize("name", ["a\\b", "x\\..\\..\\y", "a#b", "a[b]", "a|b", "%2e%2E"])
def test_a_name_that_can_be_no_address_is_refused_and_the_site_is_built(name: str, folder: Path) -> None:
    """A backslash once ended the build of the whole site."""
    (folder / "notes" / f"{name}.md").write_text(NOTE)
    ids, problems = said(folder)
    assert ids == {"good"}
    remedy = "rename it with small letters, digits and hyphens"
    assert [p for p in problems if "warning" not in p] == [
        f"notes/{name}.md: its name can be no address of the site; {remedy}"
    ]


@pytest.mark.parametrize("other", ["Good", "GOOD", "gooD"])
def test_ids_that_differ_in_case_are_a_fault(other: str, folder: Path) -> None:
    (folder / "notes" / f"{other}.md").write_text(NOTE)
    ids, problems = said(folder)
    assert len(ids) == 1
    assert "differs from" in problems[0]


def test_the_same_letter_in_two_makes_is_a_fault(folder: Path) -> None:
    (folder / "notes" / "caf\u00e9.md").write_text(NOTE)
    (folder / "notes" / "cafe\u0301.md").write_text(NOTE)
    ids, problems = said(folder)
    assert len(ids) == 2  # good, and one of them
    assert len(problems) == 1


def test_a_name_that_windows_does_not_take_is_a_warning(folder: Path) -> None:
    (folder / "notes" / "aux.md").write_text(NOTE)
    ids, problems = said(folder)
    assert ids == {"good", "aux"}
    assert problems == [
        'notes/aux.md: warning: "aux" can be no file name on Windows; rename it with small letters, digits and hyphens'
    ]


@pytest.mark.parametrize("path", ["../out.md", "notes/../../out.md", "/tmp/out.md", "notes/a/b.md", ".bashrc", "x.md"])
def test_no_journal_and_no_record_leads_out_of_the_pages(path: str, folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "out.md"
    row = {"after": store.digest("x"), "before": None, "record": None, "text": "x"}
    (folder / writing.JOURNAL).write_text(json.dumps({path: row}))
    (folder / store.GENERATED).write_text(json.dumps({"pages": {path: "0"}}))
    with writing.held(folder, "test"):
        pass
    assert not outside.exists()
    assert sorted(p.name for p in folder.iterdir() if p.name not in (".cache", ".generated.json")) == ["notes"]
    assert store.generated(folder) == {}
    with pytest.raises(OSError, match="no page"):
        writing.commit(folder, {path: Change("x", Record("", known=False))}, {}, {})
    assert not outside.exists()


@pytest.mark.parametrize("name", ["articles", ".cache"])
def test_a_folder_of_pages_that_leads_elsewhere_is_not_written(name: str, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / name).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="leads out"), writing.held(folder, "test"):
        pass
    assert list((tmp_path / "elsewhere").iterdir()) == []
