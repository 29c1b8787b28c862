"""kill -9 at random moments of `merge` and of the build of a site, and a disk that takes no more.

BRIEFING_KILLS says how often; `make torture` runs 200 in all, half of them in `test_kills`.
"""

from __future__ import annotations

import json
import resource
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import store, writing
from generator.site.output import MANIFEST, Output, UnsafePathError
from tests.safety import killing
from tests.safety.killing import KILLS, Files, Nursery, environment, files
from tests.site.content_fixture import write_content
from tests.site.pelican_run import ROOT


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


# ---- merge: all of it or nothing ----


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Files, Files]:
    """A folder before the merge of two of its entities, its pages, and the pages after it."""
    folder = tmp_path_factory.mktemp("merge")
    content = write_content(folder)
    old = files(content)
    done = folder / "done"
    shutil.copytree(content, done)
    subprocess.run(
        [sys.executable, "-m", "generator", *MERGE, "--content", "done"],
        cwd=folder,
        env=environment(),
        check=True,
        capture_output=True,
        timeout=300,
    )
    new = files(done)
    assert sum(old.get(p) != new.get(p) for p in {*old, *new}) > 2
    return content, old, new


MERGE = ["merge", "mara-quill", "layla-haddad"]


@pytest.mark.parametrize("number", range(max(KILLS // 4, 1)))
def test_after_a_kill_a_merge_is_done_or_not_begun(
    number: int, merged: tuple[Path, Files, Files], nursery: Nursery, tmp_path: Path
) -> None:
    before, old, new = merged
    content = tmp_path / "content"

    def prepare() -> Path:
        shutil.rmtree(content, ignore_errors=True)
        shutil.copytree(before, content)
        return tmp_path

    killing.killed(number, nursery, "generator", MERGE, prepare, (content / writing.JOURNAL).exists, "merge")
    assert killing.neither_old_nor_new(files(content), old, new) == []
    if number % 2:
        shutil.rmtree(content / ".cache", ignore_errors=True)
    with writing.held(content, "test"):
        pass  # what every command does first
    left = files(content)
    left.pop(store.GENERATED, None)
    wanted = [{p: d for p, d in state.items() if p != store.GENERATED} for state in (old, new)]
    assert left in wanted


# ---- the site ----


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Files, Files]:
    """A built site whose content has changed since, its files, and those of a build from scratch."""
    folder = tmp_path_factory.mktemp("site")
    content = write_content(folder)
    build(folder)
    old = files(folder / "output")
    (content / "notes" / "added.md").write_text("---\ntitle: Added\n---\nText.\n")
    next(iter(sorted((content / "notes").glob("[!a]*.md")))).unlink()
    settings = content / "briefing.yaml"
    settings.write_text(settings.read_text().replace("tagline: ", "tagline: Other ") + "")
    (content / "pages" / "more.md").write_text("---\ntitle: More\n---\nText.\n")
    fresh = folder / "fresh"
    fresh.mkdir()
    shutil.copytree(content, fresh / content.name)
    build(fresh)
    new = files(fresh / "output")
    assert set(old) - set(new)
    assert set(new) - set(old)
    assert sum(old.get(p) != d for p, d in new.items()) > 10
    return folder, old, new


PELICAN = ["content", "-o", "output", "-s", str(ROOT / "pelicanconf.py")]
COMMAND = [sys.executable, "-m", "pelican", *PELICAN]


def build(folder: Path) -> None:
    done = subprocess.run(COMMAND, cwd=folder, env=environment(), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("number", range(max(KILLS // 4, 1)))
def test_after_a_kill_each_file_of_the_site_is_old_or_new_and_the_next_build_ends_the_work(
    number: int, sites: tuple[Path, Files, Files], nursery: Nursery, tmp_path: Path
) -> None:
    folder, old, new = sites
    work = tmp_path / "w"
    manifest = work / "output" / MANIFEST

    def prepare() -> Path:
        shutil.rmtree(work, ignore_errors=True)
        return shutil.copytree(folder, work, ignore=shutil.ignore_patterns("fresh"))

    def writes() -> bool:
        return b'"writing"' in manifest.read_bytes()

    killing.killed(number, nursery, "pelican", PELICAN, prepare, writes, "build")
    assert killing.neither_old_nor_new(files(work / "output"), old, new) == []
    killing.completed(nursery, "pelican", PELICAN, work)
    assert files(work / "output") == new


def test_what_a_build_that_died_had_made_goes_when_no_page_needs_it(tmp_path: Path) -> None:
    """Made, then the build dies, then taken back: without a list of what was begun it would stay for ever."""

    class DeadError(BaseException):
        pass

    def finish(pages: Files, *, dies: bool = False) -> None:
        output = Output(tmp_path / "o")
        for path, data in pages.items():
            output.add(path, data)
        if dies:
            output._files = Dying(output._files)  # type: ignore[assignment]
        output.finish()

    class Dying(dict[str, bytes]):
        def __getitem__(self, path: str) -> bytes:
            if path == "z.html":
                (tmp_path / "o" / "z.html").with_name(".half.part")
                raise DeadError
            return super().__getitem__(path)

    finish({"a.html": b"a", "s.html": b"s"})
    with pytest.raises(DeadError):
        finish({"a.html": b"A", "b.html": b"b", "z.html": b"z"}, dies=True)
    assert set(files(tmp_path / "o")) == {"a.html", "b.html", "s.html", MANIFEST}
    finish({"a.html": b"a"})
    assert files(tmp_path / "o").keys() == {"a.html", MANIFEST}
    assert json.loads((tmp_path / "o" / MANIFEST).read_text())["files"].keys() == {"a.html"}


def test_two_builds_at_once_wait_for_one_another(tmp_path: Path) -> None:
    outputs = []
    for n in range(4):
        output = Output(tmp_path)
        for i in range(200):
            output.add(f"{i}.html", f"{n} {i} " * 500)
        outputs.append(output)
    threads = [threading.Thread(target=output.finish) for output in outputs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pages = {p: d for p, d in files(tmp_path).items() if p != MANIFEST}
    assert len(pages) == 200
    assert len({data.split()[0] for data in pages.values()}) == 1


def test_a_folder_of_the_site_that_leads_elsewhere_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "o").mkdir()
    (tmp_path / "o" / "events").symlink_to(tmp_path / "elsewhere")
    output = Output(tmp_path / "o")
    output.add("events/x.html", "x")
    with pytest.raises(UnsafePathError):
        output.finish()
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_two_names_that_differ_in_case_are_one_file() -> None:
    output = Output(Path("nowhere"))
    output.add("Events/index.html", "x")
    assert "events/INDEX.html" in output
    with pytest.raises(ValueError, match="two pages"):
        output.add("events/index.html", "y")


def test_when_the_disk_takes_no_more_the_build_says_so_and_the_next_one_ends_the_work(
    sites: tuple[Path, Files, Files], tmp_path: Path
) -> None:
    folder, old, new = sites
    work = tmp_path / "w"
    shutil.copytree(folder, work, ignore=shutil.ignore_patterns("fresh"))
    limit = sorted(len(data) for path, data in new.items() if old.get(path) != data)[-3]

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        COMMAND, cwd=work, env=environment(), capture_output=True, text=True, timeout=300, preexec_fn=full
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "make room or mend its rights, and build again" in done.stderr
    assert killing.neither_old_nor_new(files(work / "output"), old, new) == []
    build(work)
    assert files(work / "output") == new


def test_where_nothing_may_be_written_a_merge_says_so_and_changes_nothing(
    merged: tuple[Path, Files, Files], tmp_path: Path
) -> None:
    before, old, new = merged
    content = shutil.copytree(before, tmp_path / "content")
    command = [sys.executable, "-m", "generator", *MERGE]
    for locked in (content / "entities", content):
        locked.chmod(0o555)
        done = subprocess.run(
            command, cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=300,
            preexec_fn=killing.no_special_rights,
        )  # fmt: skip
        locked.chmod(0o755)
        assert done.returncode == 2, done.stderr
        assert "Permission denied; check the folder and its rights" in done.stderr
        assert "Traceback" not in done.stderr
        assert killing.neither_old_nor_new(files(content), old, new) == []
    with writing.held(content, "test"):
        pass
    now = {path: data for path, data in files(content).items() if path != store.GENERATED}
    assert now in [{p: d for p, d in state.items() if p != store.GENERATED} for state in (old, new)]


def test_where_nothing_may_be_written_the_build_says_so_and_the_next_one_ends_the_work(
    sites: tuple[Path, Files, Files], tmp_path: Path
) -> None:
    folder, old, new = sites
    work = shutil.copytree(folder, tmp_path / "w", ignore=shutil.ignore_patterns("fresh"))
    (work / "output").chmod(0o555)
    done = subprocess.run(
        COMMAND, cwd=work, env=environment(), capture_output=True, text=True, timeout=300,
        preexec_fn=killing.no_special_rights,
    )  # fmt: skip
    (work / "output").chmod(0o755)
    assert done.returncode == 1
    assert "make room or mend its rights, and build again" in done.stderr
    assert "Traceback" not in done.stderr
    assert killing.neither_old_nor_new(files(work / "output"), old, new) == []
    build(work)
    assert files(work / "output") == new
