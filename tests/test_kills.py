"""kill -9 at random moments of a real run. BRIEFING_KILLS says how many; `make torture` runs 200."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

ROOT = Path(__file__).parents[1]
KILLS = int(os.environ.get("BRIEFING_KILLS", "3"))

BEFORE = {
    f"{i}.txt": f"date 2023-05-1{i} Anna Berg visited Lisbon on {i + 1} May 2023. Rui Salgado flew to Oslo on 9 May.\n"
    for i in range(5)
}
AFTER = BEFORE | {
    "1.txt": "date 2023-05-11 Anna Berg toured Lisbon on 2 May 2023. Karen Lund flew to Oslo on 9 May 2023.\n",
    "7.txt": "date 2023-05-17 Karen Lund visited Rome on 15 May 2023 and met Anna Berg.\n",
}


def command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "generator", "convert", str(folder / "seeds"), "--content", str(folder / "content")]


def write(folder: Path, seeds: dict[str, str]) -> None:
    (folder / "seeds").mkdir(exist_ok=True)
    for name, text in seeds.items():
        (folder / "seeds" / name).write_text(text)


def pages(folder: Path) -> dict[str, bytes]:
    content = folder / "content"
    return {
        p.relative_to(content).as_posix(): p.read_bytes()
        for p in content.rglob("*")
        if p.is_file() and ".cache" not in p.parts
    }


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    """A folder before the change of its seeds, its pages, and the pages after it."""
    folder = tmp_path_factory.mktemp("kills")
    write(folder, BEFORE)
    subprocess.run(command(folder), check=True, capture_output=True, cwd=ROOT, timeout=120)
    edited = folder / "content/entities/anna-berg.md"
    edited.write_text(edited.read_text().replace("name: Anna Berg", 'name: "Anna K. Berg" # hers') + "Prose.\n")
    old = pages(folder)
    done = folder.with_name("kills-done")
    shutil.copytree(folder, done)
    write(done, AFTER)
    subprocess.run(command(done), check=True, capture_output=True, cwd=ROOT, timeout=120)
    write(folder, AFTER)
    return folder, old, pages(done)


@pytest.mark.parametrize("number", range(KILLS))
def test_after_a_kill_each_page_is_old_or_new_and_the_next_run_ends_the_work(
    number: int, states: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    folder, old, new = states
    work = tmp_path / "w"
    shutil.copytree(folder, work)
    chance = random.Random(number)
    run = subprocess.Popen(command(work), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    if number % 4 == 3:  # any moment at all
        time.sleep(chance.uniform(0, 4))
    else:  # the moments at which it writes
        content, began = work / "content", time.monotonic()
        while run.poll() is None and time.monotonic() - began < 60 and not (content / ".journal.json").exists():
            time.sleep(0.0005)
        time.sleep(chance.uniform(0, 0.06))
    run.send_signal(signal.SIGKILL)
    run.wait()
    for path, data in pages(work).items():
        if not path.rpartition("/")[2].startswith("."):
            assert data in (old.get(path), new.get(path)), f"{path} is neither old nor new"
    assert {p for p in old if p in new} <= set(pages(work))
    subprocess.run(command(work), check=True, capture_output=True, cwd=ROOT, timeout=120)
    assert pages(work) == new


@pytest.mark.parametrize("share", [0.3, 1])
def test_when_the_disk_takes_no_more_the_run_says_so_and_the_next_one_ends_the_work(
    share: float, states: tuple[Path, dict[str, bytes], dict[str, bytes]], tmp_path: Path
) -> None:
    folder, old, new = states
    work = tmp_path / "w"
    shutil.copytree(folder, work)
    limit = int(len(new[".generated.json"]) * share) - 1  # no file may grow beyond it

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(command(work), capture_output=True, text=True, cwd=ROOT, timeout=120, preexec_fn=full)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "check the folder and its rights" in done.stderr
    for path, data in pages(work).items():
        if not path.rpartition("/")[2].startswith("."):
            assert data in (old.get(path), new.get(path))
    subprocess.run(command(work), check=True, capture_output=True, cwd=ROOT, timeout=120)
    assert pages(work) == new
