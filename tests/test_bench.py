"""The measurements: their corpora are what the program takes, and the table is printed whole."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import references
from bench.corpus import Corpus
from bench.measuring import FailedError, run
from generator import briefing, store


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_corpus_is_a_briefing_without_a_fault(tmp_path: Path) -> None:
    made, problems = briefing.link(store.load(Corpus(60).content(tmp_path)))
    assert problems == []
    assert (len(made.articles), len(made.entities), len(made.events)) == (60, 30, 30)
    assert any(len(of) > 1 for of in made.reports.values())


def test_the_same_seed_makes_the_same_corpus_and_another_another(tmp_path: Path) -> None:
    made = (Corpus(20, seed).content(tmp_path / name) for seed, name in ((1, "a"), (1, "b"), (2, "c")))
    one, same, other = map(files, made)
    assert one == same
    assert one != other


def test_the_reference_builds_as_many_pages(tmp_path: Path) -> None:
    run(references.pelican(Corpus(20), tmp_path), tmp_path)
    assert len(list(tmp_path.glob("output/**/*.html"))) == 20 + 10 + 10 + 1  # and the list of all


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path)


def test_modules_are_compiled_once_whatever_the_caller_has_chosen_for_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (tmp_path / "spoken.py").write_text("")
    run([sys.executable, "-c", "import spoken"], tmp_path)
    assert list(tmp_path.glob("__pycache__/spoken.*.pyc"))


def test_the_table_has_every_measurement_beside_its_reference(capsys: pytest.CaptureFixture[str]) -> None:
    bench.main(["--articles", "20", "--convert", "0", "--once"])
    lines = capsys.readouterr().out.splitlines()
    assert "plain Pelican, 40 pages" in lines[2]
    for what, of in (("program, cold", "plain Pelican"), ("one note changed", "cold"), ("one event renamed", "cold")):
        (line,) = [line for line in lines if f"{what} |" in line]
        assert f"× {of} |" in line
