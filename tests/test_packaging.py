"""What is given to others: a wheel with all that a briefing needs, an archive of sources with all that a change needs.

Nothing is fetched here: the wheel is unpacked, not installed, and runs on what this environment has.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.site.crawl import faults

ROOT = Path(__file__).parents[1]
INSIDE = {"theme": "generator/site/theme", "starter": "generator/starter", "generator": "generator"}


def run(*command: str, cwd: Path = ROOT, **extra: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd), "NO_COLOR": "1", **extra}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=240)


def committed(*folders: str) -> list[Path]:
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *folders)
    if listed.returncode:
        pytest.skip("not a git repository")
    return [Path(name) for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def built(target: str, folder: Path) -> Path:
    done = run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder))
    assert done.returncode == 0, done.stderr
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", tmp_path_factory.mktemp("wheel"))


def test_the_wheel_carries_program_theme_starter_and_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    wanted = {f"{INSIDE[p.parts[0]]}/{p.relative_to(p.parts[0]).as_posix()}" for p in committed(*INSIDE)}
    assert {"generator/starter/Makefile", "generator/site/theme/templates/base.html"} <= wanted
    assert wanted - names == set()
    licences = {n.rpartition(".dist-info/licenses/")[2] for n in names if ".dist-info/licenses/" in n}
    assert {"LICENSE", "theme/LICENSE", "starter/LICENSE"} <= licences
    assert {n.partition("/")[0].partition("-")[0] for n in names} == {"generator", "briefing_generator"}


def test_a_briefing_begins_and_builds_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        file.extractall(tmp_path / "installed")
    alone = {"PYTHONPATH": str(tmp_path / "installed"), "PYTHONSAFEPATH": "1"}
    begun = run(sys.executable, "-m", "generator", "init", "new", cwd=tmp_path, **alone)
    assert begun.returncode == 0, begun.stderr
    shown = run(sys.executable, "-c", "import generator; print(generator.__file__)", cwd=tmp_path / "new", **alone)
    assert shown.stdout.startswith(str(tmp_path / "installed"))
    made = run("make", "html", cwd=tmp_path / "new", **alone)
    assert made.returncode == 0, made.stdout + made.stderr
    assert faults(tmp_path / "new/output") == []


def test_the_archive_of_the_sources_holds_what_a_change_needs(tmp_path: Path) -> None:
    with tarfile.open(built("sdist", tmp_path)) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    left_out = {p.as_posix() for p in committed()} - names
    assert {p for p in left_out if not p.startswith((".editorconfig", ".vscode/"))} == set()
