"""A new briefing: it builds at once with `make html`, is the editor's from then on, and can be published as it is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from generator import frontmatter, start, store, wheel
from generator.settings import Settings
from tests.site.crawl import faults, words

ROOT = Path(__file__).parents[1]


def sh(folder: Path, *command: str, **extra: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT), "NO_COLOR": "1", **extra}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=240)


def init(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return sh(folder, sys.executable, "-m", "generator", "init", *arguments)


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new briefing after its first `make html`, in a folder with a blank in its name."""
    folder = tmp_path_factory.mktemp("a person's files")
    begun = init(folder, "harbour merger")
    assert begun.returncode == 0, begun.stderr
    made = sh(folder / "harbour merger", "make", "html")
    assert made.returncode == 0, made.stdout + made.stderr
    assert "0 uncertain" in made.stdout
    assert "no problems" in made.stdout
    assert "whole text of others" not in made.stdout
    return folder / "harbour merger"


def test_a_new_briefing_shows_what_briefings_are_for(new: Path) -> None:
    assert faults(new / "output") == []
    home = words(new / "output/index.html")
    assert "Harbour merger" in home
    chronology = words(new / "output/chronology/index.html")
    for word in (
        "Disputed",
        "Undisputed",
        "Unverified",
        "Planned",
        "12,000",
        "9,000",
        "Aldermere Post",
        "Valley Radio",
    ):
        assert word in chronology
    names = words(new / "output/entities/index.html")
    assert [word for word in ("Aldermere", "Harriet Lindqvist", "Osier Trust") if word not in names] == []
    assert (new / "output/entities/aldermere/index.html").is_file()
    assert (new / "output/theme/style.css").read_bytes() == (ROOT / "theme/static/style.css").read_bytes()


def test_the_tutorial_names_what_is_there(new: Path) -> None:
    told = set(re.findall(r"\b2024-\d\d[\w-]*-[a-z][\w-]+", (ROOT / "docs/tutorial.md").read_text()))
    assert told
    assert told - {p.stem for p in (new / "content/events").iterdir()} == set()


def test_it_is_published_under_an_address_without_the_converter(new: Path) -> None:
    made = sh(new, "make", "publish", "SITEURL=/repo")
    assert made.returncode == 0, made.stdout + made.stderr
    assert faults(new / "output", "/repo") == []


def _text(path: Path) -> str:
    """Of a wheel, the text of all files in it."""
    if path.suffix != ".whl":
        return path.read_text()
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_what_git_keeps_of_it_names_nothing_of_this_machine(new: Path) -> None:
    sh(new, "git", "init", "-q")
    kept = sh(new, "git", "ls-files", "--others", "--exclude-standard").stdout.splitlines()
    assert {"Makefile", ".github/workflows/pages.yml", "content/briefing.yaml", ".gitignore", ".gitattributes"} <= set(
        kept
    )
    assert not any(name.startswith(("output", "local.mk", "content/.cache")) for name in kept)
    told = [name for name in kept if any(place in _text(new / name) for place in (sys.prefix, str(ROOT)))]
    assert told == []
    shutil.rmtree(new / ".git")


def test_the_editors_files_outlive_the_program(new: Path) -> None:
    """A newer package brings its own theme and plugin; a run of it leaves each file that an editor has changed."""
    mine = {
        "Makefile": "# mine\n" + (new / "Makefile").read_text(),
        "pelicanconf.py": "# mine\n" + (new / "pelicanconf.py").read_text(),
        "content/briefing.yaml": (new / "content/briefing.yaml").read_text() + "tagline: Mine\n",
        "content/pages/home.md": "---\ntitle: Mine\n---\nMine.\n",
        "README.md": "Mine.\n",
    }
    for path, text in mine.items():
        (new / path).write_text(text)
    made = sh(new, "make", "html")
    assert made.returncode == 0, made.stderr
    assert {path: (new / path).read_text() for path in mine} == mine
    assert "Mine" in words(new / "output/index.html")
    refused = init(new, ".")
    assert refused.returncode == 2
    assert {path: (new / path).read_text() for path in mine} == mine


def test_the_example_is_taken_away_before_or_after_the_first_build(tmp_path: Path) -> None:
    assert init(tmp_path, "new").returncode == 0
    for page in (tmp_path / "new/README.md", ROOT / "docs/tutorial.md"):
        told = re.findall(r"^    ((?:rm|mkdir) .*)$", page.read_text(), re.M)
        done = sh(tmp_path / "new", "sh", "-ec", "\n".join(told))
        assert (done.returncode, done.stderr) == (0, "")
        assert list((tmp_path / "new/seeds").iterdir()) == []


@pytest.mark.parametrize(
    ("noted", "what"),
    [
        (None, "briefing-generator[convert]"),
        ({"url": "file:///a%20b/x-1-py3-none-any.whl"}, "'/a b/x-1-py3-none-any.whl[convert]'"),
        (
            {"url": "https://x.example/y", "vcs_info": {"vcs": "git"}},
            "'briefing-generator[convert] @ git+https://x.example/y'",
        ),
    ],
    ids=["index", "file", "repository"],
)
def test_the_converter_is_added_from_where_the_program_came(
    noted: dict[str, object] | None, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wheel.again("convert").endswith(f" -m pip install '{ROOT}[convert]'")
    monkeypatch.setattr(wheel, "checkout", lambda: None)
    monkeypatch.setattr(wheel, "noted", lambda: noted)
    assert wheel.again("convert").endswith(f" -m pip install {what.strip() if what[0] == chr(39) else repr(what)}")


def test_placeholders_are_named_until_they_are_written_over(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(start.starter() / "content/pages", content / "pages")
    checked = sh(tmp_path, sys.executable, "-m", "generator", "check")
    assert checked.returncode == 0, checked.stderr
    asked = {}
    for path in sorted((content / "pages").glob("*.md")):
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            if re.search(r"\bSay (?:here|in|which|under)\b|This text is `content/pages/home", line):
                asked[f"content/pages/{path.name}:{number}"] = line
    assert len(asked) > 5
    named = re.findall(
        r"^(content/pages/\w+\.md:\d+)\S* warning placeholder .*; write your own words", checked.stdout, re.M
    )
    assert sorted(named) == sorted(asked)
    for name in ("home", "about"):
        (content / f"pages/{name}.md").write_text("---\ntitle: Mine\n---\nWe say here what we think.\n")
    assert "placeholder" not in sh(tmp_path, sys.executable, "-m", "generator", "check").stdout


def test_addresses_reach_the_program_whole(tmp_path: Path) -> None:
    begun = init(tmp_path, "new")
    assert begun.returncode == 0, begun.stderr
    urls = ["ftp://one.example/a?id=1&part=2;x", "ftp://two.example/(b)"]
    asked = sh(tmp_path / "new", "make", "fetch", f"URL={' '.join(urls)}")
    assert asked.returncode != 0
    assert [line.split(": ")[0] for line in asked.stderr.splitlines() if "no address of the web" in line] == urls


def test_a_folder_that_holds_something_is_refused_and_left(tmp_path: Path) -> None:
    (tmp_path / "novel").mkdir()
    (tmp_path / "novel/chapter-1.md").write_text("Call me Ishmael.")
    refused = init(tmp_path, "novel")
    assert refused.returncode == 2
    assert refused.stderr == (
        "briefing: novel is not empty (it holds chapter-1.md); name a new folder, or an empty one\n"
    )
    assert [p.name for p in (tmp_path / "novel").iterdir()] == ["chapter-1.md"]
    (tmp_path / "file").write_text("")
    assert "file is a file" in init(tmp_path, "file").stderr
    assert "Traceback" not in init(tmp_path, "file/below").stderr


def test_a_repository_without_files_counts_as_empty(tmp_path: Path) -> None:
    sh(tmp_path, "git", "init", "-q", "fresh")
    begun = init(tmp_path / "fresh", ".", "--name", 'The "merger": a briefing')
    assert begun.returncode == 0, begun.stderr
    settings, problems = store.load_settings(tmp_path / "fresh/content")
    assert problems == []
    assert settings.name == 'The "merger": a briefing'
    front, _, _ = frontmatter.split((tmp_path / "fresh/content/pages/home.md").read_text())
    assert yaml.safe_load(front or "")["title"] == 'The "merger": a briefing'


def test_half_a_briefing_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def full(path: Path, text: str) -> bool:
        if len(written) == 5:
            raise OSError(28, "No space left on device")
        written.append(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return True

    monkeypatch.setattr("generator.writing.write", full)
    with pytest.raises(OSError, match="No space"):
        start.make(tmp_path / "new", "New", "x")
    assert not (tmp_path / "new").exists()


def test_every_setting_is_explained_in_the_one_place(tmp_path: Path) -> None:
    text = start.settings("A name")
    assert yaml.safe_load(text) == {"name": "A name", "rights": {"default": "excerpt"}}
    shown = yaml.safe_load(re.sub(r"^(  )?# (?=[a-z]+: |[a-z]+:$|  )", r"\1", text, flags=re.M))
    assert set(shown) == set(Settings.model_fields)
    Settings.model_validate(shown)


@pytest.mark.parametrize(
    ("noted", "line", "carried"),
    [
        (
            {"url": "https://github.com/x/briefing", "vcs_info": {"vcs": "git", "commit_id": "0" * 40}},
            f"briefing-generator @ git+https://github.com/x/briefing@{'0' * 40}",
            False,
        ),
        (
            {"url": "https://example.org/briefing_generator-1-py3-none-any.whl", "archive_info": {}},
            "briefing-generator @ https://example.org/briefing_generator-1-py3-none-any.whl",
            False,
        ),
        ({"url": "file:///somewhere/x.whl", "archive_info": {}}, "./wheels/briefing_generator-", True),
        ({"url": "file:///somewhere", "dir_info": {"editable": True}}, "./wheels/briefing_generator-", True),
        (
            {"url": "file:///somewhere", "vcs_info": {"vcs": "git", "commit_id": "0" * 40}},
            "./wheels/briefing_generator-",
            True,
        ),
    ],
    ids=["repository", "wheel of the web", "wheel of this machine", "folder", "repository of this machine"],
)
def test_another_machine_gets_the_program_from_where_it_came(
    noted: dict[str, object], line: str, carried: bool
) -> None:
    made, with_it = start.origin(noted)
    assert made.startswith(line)
    assert with_it is carried


def test_a_fresh_clone_publishes_with_the_program_that_came_with_it(new: Path, tmp_path: Path) -> None:
    """What the workflow does, but for the packages of others, which this environment has."""
    for words_ in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-q", "-m", "A new briefing")):
        sh(new, "git", "-c", "user.name=a", "-c", "user.email=a@b.example", *words_)
    cloned = sh(tmp_path, "git", "clone", "-q", str(new), "clone")
    shutil.rmtree(new / ".git")
    assert cloned.returncode == 0, cloned.stderr
    folder = tmp_path / "clone"
    pip = (sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--target", str(tmp_path / "there"))
    installed = sh(folder, *pip, "-r", "requirements.txt", PYTHONPATH="")
    assert installed.returncode == 0, installed.stderr
    alone = {"PYTHONPATH": str(tmp_path / "there")}
    ran = sh(folder, sys.executable, "-c", "import generator; print(generator.__file__)", **alone)
    assert ran.stdout.startswith(str(tmp_path / "there"))
    made = sh(folder, "make", "publish", "SITEURL=/repo", f"PYTHON={sys.executable}", **alone)
    assert made.returncode == 0, made.stdout + made.stderr
    assert faults(folder / "output", "/repo") == []


def test_a_named_program_is_not_carried_along(tmp_path: Path) -> None:
    begun = init(tmp_path, "new", "--program", "briefing-generator==7")
    assert begun.returncode == 0, begun.stderr
    assert (tmp_path / "new/requirements.txt").read_text().splitlines()[-1] == "briefing-generator==7"
    assert not (tmp_path / "new/wheels").exists()
