"""What is given to others: a wheel with all that a briefing needs, an archive of sources with all that a change needs.

Nothing is fetched here: the wheel is unpacked, not installed, and runs on what this environment has.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import os
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest
from packaging.requirements import Requirement

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


def test_a_briefing_carries_the_same_program_as_the_wheel(wheel: Path, tmp_path: Path) -> None:
    """Packed without a build backend, from a checkout as from an installation; the same files, the same bytes."""
    with zipfile.ZipFile(wheel) as file:
        file.extractall(tmp_path / "installed")
        built_names = set(file.namelist())
    packing = "import sys; from generator import wheel; sys.stdout.buffer.write(wheel.pack())"
    for number, place in enumerate((ROOT, ROOT, tmp_path / "installed", tmp_path / "installed")):
        (tmp_path / str(number)).mkdir()
        with (tmp_path / str(number) / "x.whl").open("wb") as to:
            done = subprocess.run(
                (sys.executable, "-c", packing), stdout=to, cwd=tmp_path, env={"PYTHONPATH": str(place)}, timeout=240
            )
        assert done.returncode == 0
    packed = [(tmp_path / str(n) / "x.whl").read_bytes() for n in range(4)]
    assert packed[0] == packed[1]
    assert packed[2] == packed[3]
    for number in (0, 2):
        with zipfile.ZipFile(tmp_path / str(number) / "x.whl") as mine, zipfile.ZipFile(wheel) as theirs:
            assert set(mine.namelist()) == built_names
            inside = [n for n in built_names if ".dist-info/" not in n or "/licenses/" in n or n.endswith(".txt")]
            assert [n for n in inside if mine.read(n) != theirs.read(n)] == []
            (metadata,) = (n for n in built_names if n.endswith("/METADATA"))
            needs = [
                message_from_bytes(archive.read(metadata)).get_all("Requires-Dist", []) for archive in (mine, theirs)
            ]
            # A build backend writes out what an extra takes from another one.
            rendering = [
                {(r.name, r.specifier, str(r.marker)) for r in map(Requirement, lines) if "dev" not in str(r.marker)}
                for lines in needs
            ]
            assert rendering[0] == rendering[1]
            assert len(rendering[0]) > 15
            (record,) = (n for n in built_names if n.endswith("/RECORD"))
            for name, digest, size in csv.reader(mine.read(record).decode().splitlines()):
                data = mine.read(name)
                assert name == record or size == str(len(data))
                made = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
                assert name == record or digest == f"sha256={made}"


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
