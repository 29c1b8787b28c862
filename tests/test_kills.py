"""kill -9 at random moments of a real `convert`. BRIEFING_KILLS says how many; `make torture` runs 200 in all, those of
merge and of the build stand in `test_kills_more`.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.safety import killing
from tests.safety.killing import KILLS, Files, Nursery

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

ROOT = Path(__file__).parents[1]

BEFORE = {
    f"{i}.txt": f"date 2023-05-1{i} Anna Berg visited Lisbon on {i + 1} May 2023. Rui Salgado flew to Oslo on 9 May.\n"
    for i in range(5)
}
AFTER = BEFORE | {
    "1.txt": "date 2023-05-11 Anna Berg toured Lisbon on 2 May 2023. Karen Lund flew to Oslo on 9 May 2023.\n",
    "7.txt": "date 2023-05-17 Karen Lund visited Rome on 15 May 2023 and met Anna Berg.\n",
}
ARGUMENTS = ["convert", "seeds", "--content", "content"]


def command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "generator", "convert", str(folder / "seeds"), "--content", str(folder / "content")]


def write(folder: Path, seeds: dict[str, str]) -> None:
    (folder / "seeds").mkdir(exist_ok=True)
    for name, text in seeds.items():
        (folder / "seeds" / name).write_text(text)


def pages(folder: Path) -> Files:
    return killing.files(folder / "content")


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    made = Nursery()
    yield made
    made.close()


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Files, Files]:
    """A folder before the change of its seeds, its pages, and the pages after it."""
    folder = tmp_path_factory.mktemp("kills")
    write(folder, BEFORE)
    subprocess.run(command(folder), check=True, capture_output=True, cwd=ROOT, timeout=300)
    edited = folder / "content/entities/anna-berg.md"
    edited.write_text(edited.read_text().replace("name: Anna Berg", 'name: "Anna K. Berg" # hers') + "Prose.\n")
    old = pages(folder)
    done = folder.with_name("kills-done")
    shutil.copytree(folder, done)
    write(done, AFTER)
    subprocess.run(command(done), check=True, capture_output=True, cwd=ROOT, timeout=300)
    write(folder, AFTER)
    return folder, old, pages(done)


@pytest.mark.parametrize("number", range(max(KILLS // 2, 1)))
def test_after_a_kill_each_page_is_old_or_new_and_the_next_run_ends_the_work(
    number: int, states: tuple[Path, Files, Files], nursery: Nursery, tmp_path: Path
) -> None:
    folder, old, new = states
    work = tmp_path / "w"

    def prepare() -> Path:
        shutil.rmtree(work, ignore_errors=True)
        return shutil.copytree(folder, work)

    journal = work / "content" / ".journal.json"
    killing.killed(number, nursery, "generator", ARGUMENTS, prepare, journal.exists, "convert")
    assert killing.neither_old_nor_new(pages(work), old, new) == []
    if number % 2:  # the cache may vanish at any time
        shutil.rmtree(work / "content" / ".cache", ignore_errors=True)
    killing.completed(nursery, "generator", ARGUMENTS, work)
    assert pages(work) == new


@pytest.mark.parametrize("share", [0.3, 1])
def test_when_the_disk_takes_no_more_the_run_says_so_and_the_next_one_ends_the_work(
    share: float, states: tuple[Path, Files, Files], tmp_path: Path
) -> None:
    folder, old, new = states
    work = tmp_path / "w"
    shutil.copytree(folder, work)
    limit = int(len(new[".generated.json"]) * share) - 1  # no file may grow beyond it

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(command(work), capture_output=True, text=True, cwd=ROOT, timeout=300, preexec_fn=full)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "check the folder and its rights" in done.stderr
    assert killing.neither_old_nor_new(pages(work), old, new) == []
    subprocess.run(command(work), check=True, capture_output=True, cwd=ROOT, timeout=300)
    assert pages(work) == new


# In a namespace of its own, so that nobody else sees the small disk: a copy of the folder on it, and so many kilobytes
# free. What is left there is copied out, since the disk goes with the namespace.
SMALL_DISK = textwrap.dedent("""
    import shutil, subprocess, sys
    from pathlib import Path
    folder, disk, free, *command = sys.argv[1:]
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", disk], check=True)
    shutil.copytree(folder, disk + "/w", ignore=shutil.ignore_patterns(".cache"))
    left = shutil.disk_usage(disk).free - int(free) * 1024
    Path(disk, "fill").write_bytes(bytes(max(left, 0)))
    done = subprocess.run(command)
    shutil.copytree(disk + "/w", folder + "-after")
    sys.exit(done.returncode)
""")


@pytest.mark.skipif(
    subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode != 0
    if shutil.which("unshare")
    else True,
    reason="needs the right to mount",
)
@pytest.mark.parametrize("free", [0, 8, 32])
def test_on_a_disk_that_is_full_the_run_says_so_and_the_next_one_ends_the_work(
    free: int, states: tuple[Path, Files, Files], tmp_path: Path
) -> None:
    folder, old, new = states
    work, disk = tmp_path / "w", tmp_path / "disk"
    shutil.copytree(folder, work)
    disk.mkdir()
    done = subprocess.run(
        ["unshare", "-m", sys.executable, "-c", SMALL_DISK, str(work), str(disk), str(free), *command(disk / "w")],
        capture_output=True, text=True, cwd=ROOT, timeout=300,
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "No space left on device" in done.stderr
    after = tmp_path / "w-after"
    assert killing.neither_old_nor_new(pages(after), old, new) == []
    subprocess.run(command(after), check=True, capture_output=True, cwd=ROOT, timeout=300)
    assert pages(after) == new


@pytest.mark.parametrize("locked", ["content", "content/events", "content/entities"])
def test_in_a_folder_that_may_only_be_read_the_run_says_so_and_the_next_one_ends_the_work(
    locked: str, states: tuple[Path, Files, Files], tmp_path: Path
) -> None:
    folder, old, new = states
    work = tmp_path / "w"
    shutil.copytree(folder, work)
    (work / locked).chmod(0o555)
    done = subprocess.run(
        command(work), capture_output=True, text=True, cwd=ROOT, timeout=300, preexec_fn=killing.no_special_rights
    )
    (work / locked).chmod(0o755)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "Permission denied" in done.stderr
    assert "check the folder and its rights" in done.stderr
    assert killing.neither_old_nor_new(pages(work), old, new) == []
    subprocess.run(command(work), check=True, capture_output=True, cwd=ROOT, timeout=300)
    assert pages(work) == new


def test_of_two_converts_at_once_one_works_and_the_other_is_told_who_holds_the_folder(
    states: tuple[Path, Files, Files], tmp_path: Path
) -> None:
    folder, _, new = states
    work = tmp_path / "w"
    shutil.copytree(folder, work)
    runs = [
        subprocess.Popen(command(work), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    began = time.monotonic()
    said = {run.pid: run.communicate(timeout=300)[1] for run in runs}
    assert time.monotonic() - began < 300
    ended = sorted((run.returncode, run.pid) for run in runs)
    assert ended[0][0] == 0
    if ended[1][0]:  # else one had ended before the other began
        assert ended[1][0] == 2
        assert f"briefing convert (process {ended[0][1]}) is writing it" in said[ended[1][1]]
        assert "Traceback" not in said[ended[1][1]]
    assert pages(work) == new
