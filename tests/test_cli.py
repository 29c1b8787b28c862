"""The commands as a person runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator import cli, console, wheel

ROOT = Path(__file__).parent.parent


def briefing(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=120, check=False)


def seed(folder: Path) -> Path:
    (folder / "seeds").mkdir()
    (folder / "seeds" / "a.txt").write_text(
        "date 2023-05-10 Anna Berg visited Lisbon on Monday. Anna Berg of Norway met Rui Salgado.\n"
    )
    return folder / "seeds"


def test_help_names_every_command() -> None:
    out = briefing("--help").stdout
    assert all(name in out for name in ("convert", "inspect", "check"))


def test_version() -> None:
    assert briefing("--version").stdout.startswith("briefing ")


def test_check_of_sound_content_exits_with_0(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text("---\ntitle: A note\n---\nText.\n")
    done = briefing("check", "--content", tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 page checked: no fault." in done.stderr


def test_check_names_path_line_and_remedy_and_exits_with_1(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text("---\ntitle: A note\n---\n\nSee [[nowhere]].\n")
    done = briefing("check", "--content", tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith(
        f"{tmp_path.as_posix()}/notes/a.md:5:5 error link the link [[nowhere]] leads nowhere; "
    )


def test_check_speaks_json_and_githubs_language(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text("---\ntitle: A note\nmode: x\n---\n\nSee [[nowhere]].\n")
    done = briefing("check", "--content", tmp_path, "--format", "json")
    rows = json.loads(done.stdout)
    assert [(r["line"], r["column"], r["level"], r["rule"]) for r in rows] == [
        (3, 1, "warning", "unknown-key"),
        (6, 5, "error", "link"),
    ]
    done = briefing("check", "--content", tmp_path, "--format", "github")
    assert done.returncode == 1
    assert f"::error file={tmp_path.as_posix()}/notes/a.md,line=6,col=5,title=link::the link" in done.stdout
    assert briefing("check", "--content", tmp_path, "--format", "xml").returncode == 2


def test_check_fixes_what_the_claims_give_and_nothing_else(content: Path) -> None:
    page = next(p for p in sorted((content / "events").glob("*.md")) if "status: undisputed" in p.read_text())
    right = page.read_text()
    page.write_text(right.replace("status: undisputed", "status: unverified  # who says so"))
    assert "derived-status" in briefing("check", "--content", content).stdout
    done = briefing("check", "--content", content, "--fix")
    assert "derived-status" not in done.stdout
    assert page.read_text() == right.replace("status: undisputed", "status: undisputed  # who says so")


def test_a_missing_folder_is_a_sentence_and_no_traceback(tmp_path: Path) -> None:
    for arguments in (["check", "--content", tmp_path / "x"], ["convert", tmp_path / "x"], ["inspect", tmp_path / "x"]):
        done = briefing(*arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert str(tmp_path / "x") in done.stderr


@pytest.mark.skipif(find_spec("spacy") is None, reason="needs the converter's packages")
class TestConverter:
    def test_convert_says_what_it_did_and_whose_texts_would_be_published(self, tmp_path: Path) -> None:
        done = briefing("convert", seed(tmp_path), "--content", tmp_path / "content")
        assert done.returncode == 0
        assert "1 article:" in done.stdout
        assert "1 page would publish the whole text of others" in done.stdout
        assert "rights" in done.stdout

    def test_an_unreadable_seed_is_named_on_standard_error_and_the_run_succeeds(self, tmp_path: Path) -> None:
        seeds = seed(tmp_path)
        (seeds / "b.txt").write_bytes(b"")
        done = briefing("convert", seeds, "--content", tmp_path / "content")
        assert done.returncode == 0
        assert f"{seeds.as_posix()}/b.txt: not converted: " in done.stderr

    def test_inspect_prints_one_object_a_line_and_writes_nothing(self, tmp_path: Path) -> None:
        seeds = seed(tmp_path)
        done = briefing("inspect", seeds)
        (row,) = [json.loads(line) for line in done.stdout.splitlines()]
        text = row["text"]
        assert row["file"] == "a.txt"
        assert row["published"] == "2023-05-10"
        assert all(text[m["start"] : m["end"]] == m["text"] for m in row["mentions"] + row["dates"])
        assert {"anna-berg", "lisbon"} <= {m.get("entity") for m in row["mentions"]}
        (date,) = row["dates"]
        assert (date["date"], date["type"]) == ("2023-05-08", "DATE")
        event = row["events"][0]
        assert text[event["start"] : event["end"]] == event["quote"]
        assert (event["date"], event["when"]) == ("2023-05-08", "on Monday")
        assert event["title"] == "Anna Berg visits Lisbon"
        assert [p.name for p in tmp_path.iterdir()] == ["seeds"]


@pytest.mark.parametrize(
    "command",
    [
        ["convert", "seeds"],
        ["inspect", "seeds"],
        ["verify", "--originals", "seeds"],
        ["point", "a", "b", "c", "--originals", "seeds"],
        ["fetch", "https://news.example/a"],
    ],
    ids=lambda command: command[0],
)
def test_without_the_converter_a_command_that_reads_articles_says_what_to_install(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "has_converter", lambda: False)
    monkeypatch.chdir(tmp_path)
    seed(tmp_path)
    done = CliRunner().invoke(cli.app, command)
    assert done.exit_code == 2
    assert wheel.again("convert") in done.output
