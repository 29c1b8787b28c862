from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from generator.site.aside import Aside
from generator.site.output import MANIFEST, Output, UnsafePathError, file_of


def made(folder: Path, **files: str) -> tuple[int, int]:
    output = Output(folder)
    for name, text in files.items():
        output.add(name.replace("__", "/").replace("_html", ".html"), text)
    return output.finish()


def listed(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() and p.name != MANIFEST)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/events/2031-03-04-x/", "events/2031-03-04-x/index.html"),
        ("/404.html", "404.html"),
        ("/sources/a/#c1", "sources/a/index.html"),
        ("/feeds/events.atom.xml", "feeds/events.atom.xml"),
    ],
)
def test_an_address_has_one_file(address: str, path: str) -> None:
    assert file_of(address) == path


@pytest.mark.parametrize(
    "path", ["../x", "/etc/x", "a/../../x", "a//b", "./x", "a\\..\\b", "%2e%2e/x", "a/..", "", "a\0b"]
)
def test_no_file_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(UnsafePathError):
        Output(tmp_path).add(path, "x")


def test_a_file_of_a_removed_page_vanishes_with_its_folder_and_nothing_else_does(tmp_path: Path) -> None:
    made(tmp_path, events__old__index_html="old", events__new__index_html="new")
    (tmp_path / "CNAME").write_text("example.org")
    (tmp_path / "events" / "foreign.txt").write_text("not ours")
    assert made(tmp_path, events__new__index_html="new") == (0, 1)
    assert listed(tmp_path) == ["CNAME", "events/foreign.txt", "events/new/index.html"]
    assert not (tmp_path / "events" / "old").exists()


def test_a_stale_file_that_somebody_changed_stays(tmp_path: Path) -> None:
    made(tmp_path, a_html="ours", b_html="ours")
    (tmp_path / "a.html").write_text("theirs")
    assert made(tmp_path, b_html="ours") == (0, 0)
    assert (tmp_path / "a.html").read_text() == "theirs"


def test_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    made(tmp_path, a_html="one", b_html="two")
    os.utime(tmp_path / "a.html", (1, 1))
    assert made(tmp_path, a_html="one", b_html="three") == (1, 0)
    assert (tmp_path / "a.html").stat().st_mtime == 1
    assert (tmp_path / "b.html").read_text() == "three"


def test_nothing_changes_before_all_is_there(tmp_path: Path) -> None:
    made(tmp_path, a_html="good")
    output = Output(tmp_path)
    output.add("a.html", "half")
    with pytest.raises(ValueError, match=r"two pages of the site"):
        output.add("a.html", "again")
    assert (tmp_path / "a.html").read_text() == "good"


def test_what_was_put_aside_is_there_at_the_end_and_nothing_before(tmp_path: Path) -> None:
    made(tmp_path, a__index_html="old", b_html="same")
    output = Output(tmp_path)
    output.prepare()
    for path, text in (("a/index.html", b"new"), ("b.html", b"same"), ("c.html", b"more")):
        output.add(path, output.put_aside(path, text))
    assert (tmp_path / "a/index.html").read_text() == "old"
    assert not (tmp_path / "c.html").exists()
    assert output.finish() == (2, 0)
    assert listed(tmp_path) == ["a/index.html", "b.html", "c.html"]
    assert [output.read(path) for path in listed(tmp_path)] == [b"new", b"same", b"more"]


def test_a_build_that_fails_leaves_nothing_that_it_put_aside(tmp_path: Path) -> None:
    output = Output(tmp_path / "output")
    output.prepare()
    output.put_aside("a.html", b"half")
    output.close()
    assert not (tmp_path / "output").exists()


def test_what_a_killed_build_put_aside_goes_and_what_a_living_one_did_stays(tmp_path: Path) -> None:
    living, killed = Output(tmp_path), Output(tmp_path)
    for build in (living, killed):
        build.prepare()
    kept = living.put_aside("a.html", b"one")
    killed.put_aside("a.html", b"half")
    assert killed._aside
    os.close(killed._aside._lock)  # as the system does
    made(tmp_path, b_html="two")
    assert len([p for p in tmp_path.iterdir() if p.is_dir()]) == 1
    living.add("a.html", kept)
    living.finish()
    assert listed(tmp_path) == ["a.html"]
    assert [p for p in tmp_path.iterdir() if p.is_dir()] == []


def test_a_build_that_ends_while_another_begins_takes_nothing_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, waiting = fcntl.flock, [True]

    def slow(handle: int, how: int) -> None:
        if waiting and how == fcntl.LOCK_EX:
            waiting.clear()
            made(tmp_path, b_html="two")  # ends between the making of the other's folder and its lock
        lock(handle, how)

    monkeypatch.setattr(fcntl, "flock", slow)
    build = Output(tmp_path)
    build.prepare()
    kept = build.put_aside("a.html", b"one")
    assert isinstance(kept, Aside)
    build.add("a.html", kept)
    build.finish()
    assert (tmp_path / "a.html").read_text() == "one"
    assert [p for p in tmp_path.iterdir() if p.is_dir()] == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": 3}', '{"files": {"../../x": "y"}}'])
def test_a_manifest_that_cannot_be_trusted_removes_nothing(tmp_path: Path, text: str) -> None:
    victim = tmp_path / "x"
    victim.write_text("keep")
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    (folder / MANIFEST).write_text(text)
    made(folder, a_html="one")
    assert victim.read_text() == "keep"
    assert listed(folder) == ["a.html"]
