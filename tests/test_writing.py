"""What stands on the disk after a crash, a full disk, a read-only folder, two runs at once, a save in between."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import store, undecided, writing
from generator.merge import Record
from generator.model import Conflict, Proposal
from generator.writing import Change

ROOT = Path(__file__).parents[1]


def record(text: str) -> Record:
    return Record(store.digest(text), {"title": "0"}, ())


def page(content: Path, name: str, text: str) -> None:
    (content / "events").mkdir(exist_ok=True, parents=True)
    (content / "events" / f"{name}.md").write_text(text)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name in ("a", "b", "c"):
        page(tmp_path, name, f"old {name}")
    writing.record(tmp_path, {f"events/{n}.md": record(f"old {n}") for n in ("a", "b", "c")})
    return tmp_path


CHANGES = {
    "events/a.md": Change("new a", record("new a")),
    "events/b.md": Change(None, None),
    "events/d.md": Change("new d", record("new d")),
}


class DeadError(BaseException):
    """A kill at this moment."""


# Every call through which a run touches the disk.
STEPS = ["os.replace", "os.fsync", "pathlib.Path.unlink", "os.chmod"]


@pytest.mark.parametrize("moment", range(24))
def test_a_kill_at_any_moment_leaves_each_page_old_or_new_and_the_next_run_knows_which(
    content: Path, moment: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [moment]

    def fatal(name: str) -> None:
        owner, _, attribute = name.rpartition(".")
        real = getattr(Path, attribute) if owner == "pathlib.Path" else getattr(os, attribute)

        def step(*arguments: object, **more: object) -> object:
            if left[0] == 0:
                left[0] -= 1
                raise DeadError
            left[0] -= 1
            if left[0] < -1:
                raise DeadError  # a dead process tidies nothing up
            return real(*arguments, **more)

        monkeypatch.setattr(Path if owner == "pathlib.Path" else os, attribute, step)

    disk, records = store.on_disk(content), store.generated(content)
    for name in STEPS:
        fatal(name)
    finished = False
    try:
        writing.commit(content, CHANGES, disk, records)
        finished = True
    except DeadError:
        pass
    monkeypatch.undo()
    texts = {p.name: p.read_text() for p in (content / "events").glob("*.md")}
    assert texts["a.md"] in ("old a", "new a")
    assert texts.get("b.md", "old b") == "old b"
    assert texts.get("d.md", "new d") == "new d"
    assert texts["c.md"] == "old c"
    with writing.held(content, "test"):
        known, now = store.generated(content), store.on_disk(content)
    assert {p for p, value in now.items() if known[p].page != value} == set(), "a page counts as a person's"
    assert set(known) - set(now) == set(), "a page counts as removed by a person"
    assert list(content.rglob("*tmp*")) == []
    assert finished or moment < 23, "the moments do not reach the end of a run"
    writing.commit(content, CHANGES, store.on_disk(content), store.generated(content))
    assert {p.name: p.read_text() for p in (content / "events").glob("*.md")} == {
        "a.md": "new a", "c.md": "old c", "d.md": "new d",
    }  # fmt: skip


def test_an_edit_after_the_crash_is_the_editors(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_settle", lambda *_: (_ for _ in ()).throw(DeadError()))
    with pytest.raises(DeadError):
        writing.commit(content, CHANGES, store.on_disk(content), store.generated(content))
    monkeypatch.undo()
    page(content, "a", "my own")
    with writing.held(content, "test"):
        known = store.generated(content)
    assert known["events/a.md"].page != store.digest("my own")


def test_a_page_that_was_saved_in_the_meantime_is_left_alone(content: Path) -> None:
    disk = store.on_disk(content)
    page(content, "a", "saved just now")
    page(content, "d", "made just now")
    left = writing.commit(content, CHANGES, disk, store.generated(content))
    assert left == ("events/a.md", "events/d.md")
    assert (content / "events/a.md").read_text() == "saved just now"
    assert (content / "events/d.md").read_text() == "made just now"
    assert not (content / "events/b.md").exists()


def test_a_full_disk_loses_nothing_and_is_told(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {p: p.read_bytes() for p in content.rglob("*") if p.is_file()}

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        writing.commit(content, CHANGES, store.on_disk(content), store.generated(content))
    monkeypatch.undo()
    assert {p: p.read_bytes() for p in content.rglob("*") if p.is_file()} == before


HOLDER = """
import sys, time
from pathlib import Path
from generator import writing
with writing.held(Path(sys.argv[1]), "convert"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_of_two_runs_the_second_is_told_who_holds_the_folder_and_the_lock_dies_with_its_holder(content: Path) -> None:
    first = subprocess.Popen([sys.executable, "-c", HOLDER, str(content)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with (
            pytest.raises(writing.HeldError, match=rf"briefing convert \(process {first.pid}\)"),
            writing.held(content, "x"),
        ):
            pass
    finally:
        first.kill()
        first.wait()
        if first.stdout:
            first.stdout.close()
    began = time.monotonic()
    with writing.held(content, "convert"):
        assert time.monotonic() - began < 5
        assert f"(process {os.getpid()})" in (content / ".cache" / writing.HOLDER).read_text()
    assert not (content / ".cache" / writing.HOLDER).exists()


def test_who_has_only_just_taken_the_folder_is_named_and_not_who_held_it_before(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock comes first and the name behind it: in between stands there what a killed run has left."""
    (content / ".cache").mkdir()
    (content / ".cache" / writing.HOLDER).write_text("briefing convert (process 4194999)\n")  # none can have it
    handle = os.open(content, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    naps: list[float] = []

    def nap(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 3:
            (content / ".cache" / writing.HOLDER).write_text(f"briefing merge (process {os.getpid()})\n")

    monkeypatch.setattr("generator.writing.time.sleep", nap)
    with pytest.raises(writing.HeldError, match=rf"briefing merge \(process {os.getpid()}\)"):
        writing.held(content, "x").__enter__()
    os.close(handle)
    assert len(naps) == 3


def test_the_mode_of_a_page_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("x")
    path.chmod(0o640)
    writing.write(path, "y")
    assert path.stat().st_mode & 0o777 == 0o640


def test_conflicts_written_in_another_style_lose_no_word(tmp_path: Path) -> None:
    path = tmp_path / "conflicts.yaml"
    path.write_text("conflicts: [{page: a, field: b, yours: c, new: d}] # ask Ann\n")
    undecided.list_conflicts(tmp_path, [Conflict(page="e", field="f", yours="g", new="h")])
    assert "ask Ann" in path.read_text()
    assert [c.page for c in store.load_conflicts(tmp_path)[0]] == ["e"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "text",
    [
        "proposals: []\n",
        "# nothing yet\n",
        "proposals:\n- pair: [x, y]  # ask Ann\n  score: 0.4\n",
        "proposals:\n    - pair: [x, y]\n      score: 0.4\n\n# the end\n",
        "proposals: [{pair: [x, y], score: 0.4}]\n",
    ],
)
def test_a_pair_is_proposed_beside_others_however_a_person_wrote_them(tmp_path: Path, text: str, end: str) -> None:
    path, before = tmp_path / "proposals.yaml", text.replace("\n", end)
    path.write_bytes(before.encode())
    known = [p.pair for p in store.load_proposals(tmp_path)[0]]
    assert undecided.propose(tmp_path, [Proposal(pair=("a", "b"), score=0.5)]) == 1
    found, problems = store.load_proposals(tmp_path)
    assert problems == []
    assert [p.pair for p in found] == [*known, ("a", "b")]
    after = path.read_bytes().decode()
    assert all(words in after for words in ("# nothing yet", "# ask Ann", "# the end") if words in before)
    assert ("\r\n" in after) == (end == "\r\n")
    assert end == "\n" or after.count("\n") == after.count("\r\n")


def test_a_conflict_that_is_listed_leaves_the_line_breaks_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "conflicts.yaml"
    path.write_bytes(b"conflicts:\r\n  - page: a\r\n    field: b\r\n    yours: c\r\n    new: d\r\n")
    rows = [Conflict(page=p, field="b", yours="c", new="d") for p in ("a", "e")]
    undecided.list_conflicts(tmp_path, rows)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n") == 9
