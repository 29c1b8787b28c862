"""What the Makefile does around the program: nothing of a person's is overwritten, taken away or left behind."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# The program itself has its own tests; here a few lines stand in for Pelican, which make a page and a hidden file.
BUILD = """
import sys
from pathlib import Path
from generator.site.output import Output
made = Output(Path(sys.argv[sys.argv.index("-o") + 1]))
made.add("index.html", "<p>a page</p>")
made.add(".well-known/x", "x")
made.finish()
"""


def sh(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder.parent), "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60)


def make(folder: Path, *arguments: str, build: str = BUILD) -> subprocess.CompletedProcess[str]:
    (folder.parent / "build.py").write_text(build)
    ready = [part for target in ("env", "env-base", "env-dev") for part in ("-o", target)]
    pelican = f'PELICAN="{sys.executable}" ../build.py'
    return sh(folder, "make", *ready, f"PYTHON={sys.executable}", pelican, "BRIEFING=true", *arguments)


@pytest.fixture(params=["of this repository", "of a new briefing"])
def checkout(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder with a blank in its name, as people have, and one of our two Makefiles."""
    folder = tmp_path / "my briefing"
    folder.mkdir()
    if request.param == "of a new briefing":
        for name in ("Makefile", "requirements.txt"):
            shutil.copy(ROOT / "starter" / name, folder)
        return folder
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    return folder


def test_a_folder_of_somebody_elses_is_not_built_over(checkout: Path) -> None:
    (checkout / "public").mkdir()
    (checkout / "public/index.html").write_text("mine")
    refused = make(checkout, "html", "OUTPUTDIR=public")
    assert refused.returncode != 0
    assert "OUTPUTDIR" in refused.stderr
    assert (checkout / "public/index.html").read_text() == "mine"


def test_a_new_folder_is_built_into_and_again(checkout: Path) -> None:
    for _ in range(2):
        built = make(checkout, "html", "OUTPUTDIR=my site")
        assert built.returncode == 0, built.stderr
    assert (checkout / "my site/index.html").exists()
    assert f"The site is in {checkout.resolve() / 'my site'}" in built.stdout
    assert "make serve OUTPUTDIR='my site', then open http://localhost:8000/" in built.stdout


def test_clean_takes_away_what_was_built_and_nothing_else(checkout: Path) -> None:
    make(checkout, "html")
    make(checkout, "html", "OUTPUTDIR=site")
    make(checkout, "html", "OUTPUTDIR=shared")
    (checkout / "shared/CNAME").write_text("briefing.example.org")
    (checkout / "photos").mkdir()
    assert make(checkout, "clean").returncode == 0
    assert make(checkout, "clean", "OUTPUTDIR=site").returncode == 0
    assert make(checkout, "clean", "OUTPUTDIR=shared").returncode == 0
    assert make(checkout, "clean", "OUTPUTDIR=photos").returncode != 0
    assert not (checkout / "output").exists()
    assert not (checkout / "site").exists()
    assert [p.name for p in (checkout / "shared").iterdir()] == ["CNAME"]
    assert (checkout / "photos").exists()


@pytest.mark.parametrize("name", ["CONTENT", "INPUTDIR"])
def test_the_folder_of_pages_has_two_names(checkout: Path, name: str) -> None:
    shown = make(checkout, "-n", "html", f"{name}=pages")
    assert 'convert "seeds" --content "pages"' in shown.stdout
    assert '"pages" -o "output"' in shown.stdout


def test_a_fault_stops_a_publication(checkout: Path) -> None:
    stopped = make(checkout, "publish", "BRIEFING=false")
    assert stopped.returncode != 0
    assert not (checkout / "output").exists()


def test_the_site_is_pushed_beside_the_checkout(checkout: Path, tmp_path: Path) -> None:
    remote = tmp_path / "remote.git"
    sh(tmp_path, "git", "init", "-q", "--bare", str(remote))
    sh(checkout, "git", "init", "-q", "-b", "main")
    for key, value in {"user.name": "An Editor", "user.email": "editor@example.org"}.items():
        sh(checkout, "git", "config", key, value)
    (checkout / ".gitignore").write_text("output/\n*.html\n")
    sh(checkout, "git", "add", ".")
    sh(checkout, "git", "commit", "-q", "-m", "start")
    sh(checkout, "git", "remote", "add", "origin", str(remote))
    (checkout / "draft.txt").write_text("not yet")
    sh(checkout, "git", "add", "draft.txt")
    before = sh(checkout, "git", "status", "--porcelain", "--branch").stdout

    pushed = make(checkout, "github")
    assert pushed.returncode == 0, pushed.stderr
    files = sh(remote, "git", "ls-tree", "-r", "--name-only", "gh-pages").stdout.split()
    assert files == [".well-known/x", "index.html"]
    assert sh(checkout, "git", "status", "--porcelain", "--branch").stdout == before

    assert "up to date" in make(checkout, "github").stdout
    changed = make(checkout, "github", build=BUILD.replace("a page", "another"))
    assert changed.returncode == 0, changed.stderr
    assert sh(remote, "git", "rev-list", "--count", "gh-pages").stdout.strip() == "2"
    assert "another" in sh(remote, "git", "show", "gh-pages:index.html").stdout


@pytest.mark.parametrize("target", ["serve", "serve-global", "devserver", "devserver-global", "regenerate"])
def test_a_server_ends_with_the_make_that_began_it(checkout: Path, target: str) -> None:
    (checkout.parent / "stay.py").write_text("import time\nprint('here', flush=True)\ntime.sleep(300)\n")
    ready = [part for name in ("env", "env-base", "env-dev") for part in ("-o", name)]
    stays = [f'{name}="{sys.executable}" ../stay.py' for name in ("SERVE", "PREVIEW", "BUILD")]
    command = ["make", *ready, f"PYTHON={sys.executable}", *stays, target]
    with subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, text=True, start_new_session=True) as running:
        assert running.stdout
        while "here" not in (line := running.stdout.readline()):
            assert line, "it ended by itself"
        running.terminate()
        try:
            running.communicate(timeout=60)  # until nobody holds the pipe any more
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)


def test_an_old_python_is_refused_with_a_remedy(checkout: Path) -> None:
    refused = sh(checkout, "make", "env-base", "PY=false")
    assert refused.returncode != 0
    assert "Python 3.11 or newer" in refused.stderr
    assert "make PY=" in refused.stderr


def recipes(makefile: Path) -> dict[str, str]:
    """Target -> its recipe, as it stands there."""
    found = re.findall(r"^([a-z-]+):(?!=)[^\n]*\n((?:\t[^\n]*\n)+)", makefile.read_text(), re.M)
    return dict(found)


def test_what_both_makefiles_do_they_do_alike() -> None:
    """A new briefing's Makefile is a copy in part, since it must stand alone; a change of one is a change of both."""
    ours, theirs = recipes(ROOT / "Makefile"), recipes(ROOT / "starter/Makefile")
    shared = {
        "help",
        "check",
        "serve",
        "serve-global",
        "devserver",
        "devserver-global",
        "regenerate",
        "publish",
        "github",
    }
    for target in {*shared, "clean"}:
        assert ours[target] == theirs[target], target


def test_both_workflows_publish_alike() -> None:
    def steps(path: str) -> list[str]:
        return re.findall(r"(?:uses|run): .*", (ROOT / path).read_text())

    assert steps(".github/workflows/pages.yml") == steps("starter/_github/workflows/pages.yml")


def test_a_locked_install_asks_no_package_what_else_it_needs(tmp_path: Path) -> None:
    """Else pip warns of an extra that a package still asks for and lxml has no more."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    done = sh(tmp_path, "make", "-n", f"PYTHON={sys.executable}", "VENV=env", "env")
    (locked,) = [line for line in done.stdout.splitlines() if "requirements/convert.txt" in line]
    assert "--require-hashes" in locked
    assert "--no-deps" in locked
