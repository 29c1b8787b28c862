"""What was read once is not read again; what lies in the cache is trusted only as far as it proves itself."""

from __future__ import annotations

import pickle
import shutil
import sqlite3
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import convert
from generator.document import Mention
from generator.extract import nlp
from generator.memory import Memory, _packed, _unpacked
from tests.desk import Desk

SEEDS = {
    "one.md": "---\ntitle: One\ndate: 2023-05-10\n---\nAnna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n",
    "two.txt": "Anna Berg travelled to Lisbon to talk about fishing. She came on 3 May 2023. Rui Salgado left.\n",
    "three.md": "---\ntitle: Three\ndate: 2023-05-12\n---\nRui Salgado flew to Oslo on 9 May 2023.\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.seeds.mkdir()
    for name, text in SEEDS.items():
        made.seed(name, text)
    made.run()
    return made


@pytest.fixture
def parsed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that the language model is given from now on."""
    seen: list[str] = []
    parse = nlp.parse

    def watched(texts, model=None):  # type: ignore[no-untyped-def]
        texts = list(texts)
        seen.extend(texts)
        return parse(texts, model)

    monkeypatch.setattr(nlp, "parse", watched)
    return seen


def test_only_what_changed_is_read_again(desk: Desk, parsed: list[str]) -> None:
    desk.seed("three.md", SEEDS["three.md"].replace("9 May", "8 May"))
    desk.run()
    assert parsed
    assert all("8 May" in text for text in parsed)
    assert "date: '2023-05-08'" in desk.read(desk.event("oslo"))


def test_an_article_whose_days_lack_their_year_is_read_once_too(desk: Desk, parsed: list[str]) -> None:
    desk.seed("four.txt", "Karen Lund opened a museum in Bergen on 4 October. On Tuesday she left for Oslo.\n")
    desk.run()
    assert any("museum" in text for text in parsed)
    parsed.clear()
    desk.seed("three.md", SEEDS["three.md"].replace("9 May", "8 May"))
    desk.run()
    assert parsed
    assert not [text for text in parsed if "museum" in text]


def test_what_was_read_before_a_run_was_broken_off_is_not_read_again(
    desk: Desk, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    desk.seed("three.md", SEEDS["three.md"].replace("9 May", "8 May"))
    with monkeypatch.context() as patch:
        patch.setattr(convert, "resolve", stop)
        with pytest.raises(KeyboardInterrupt):
            desk.run()
    assert parsed
    parsed.clear()
    desk.run()
    assert parsed == []
    assert "date: '2023-05-08'" in desk.read(desk.event("oslo"))


def test_after_an_edit_of_pages_nothing_is_read_again(desk: Desk, parsed: list[str]) -> None:
    desk.edit(desk.event("oslo"), lambda t: t.replace("title: ", "title: At last, "))
    desk.run()
    assert parsed == []


def test_pages_are_the_same_with_the_cache_and_without_it(desk: Desk) -> None:
    before = desk.settled()
    for damage in (lambda p: p.unlink(), lambda p: p.write_bytes(b"no database"), lambda p: p.write_bytes(b"")):
        damage(desk.content / ".cache/readings.sqlite")
        (desk.content / ".cache/last-run.json").unlink()
        desk.run()
        assert desk.pages() == before
    (desk.content / ".cache/last-run.json").unlink()
    desk.run()  # all from the cache
    assert desk.pages() == before


def test_a_changed_row_of_the_cache_is_no_answer(desk: Desk, parsed: list[str]) -> None:
    before = desk.pages()
    with sqlite3.connect(desk.content / ".cache/readings.sqlite") as base:
        rows = base.execute("SELECT key, value FROM readings").fetchall()
        base.executemany(
            "UPDATE readings SET value = ? WHERE key = ?", [(v[:-1] + bytes([v[-1] ^ 1]), k) for k, v in rows]
        )
    (desk.content / ".cache/last-run.json").unlink()
    desk.run()
    assert len(rows) >= 9
    assert parsed
    assert desk.pages() == before


class Evil:
    def __reduce__(self):  # type: ignore[no-untyped-def]
        return (exec, ("raise SystemExit('the cache ran something')",))


def test_nothing_in_the_cache_is_ever_run() -> None:
    key = b"k" * 32
    assert _unpacked(key, _packed(key, (Mention(0, 4, "Anna", "person"),))) == (Mention(0, 4, "Anna", "person"),)
    assert _unpacked(key, _packed(key, Evil())) is None
    assert _unpacked(b"other" * 8, _packed(key, ())) is None
    assert b"exec" in pickle.dumps(Evil())


def test_what_no_seed_needs_any_more_is_forgotten(desk: Desk) -> None:
    def rows() -> int:
        with sqlite3.connect(desk.content / ".cache/readings.sqlite") as base:
            return int(base.execute("SELECT count(*) FROM readings").fetchone()[0])

    before = rows()
    (desk.seeds / "three.md").unlink()
    desk.run()
    assert rows() < before


def test_without_a_folder_nothing_is_remembered() -> None:
    memory = Memory()
    memory.put(memory.key("x", 1), (1,))
    assert memory.get(memory.key("x", 1)) is None
    memory.close()


def test_two_processes_make_the_same_bytes_as_one(desk: Desk, tmp_path: Path) -> None:
    again = tmp_path / "again"
    convert.convert(desk.seeds, again, jobs=2)
    shutil.rmtree(again / ".cache")
    shutil.rmtree(desk.content / ".cache")
    assert {p.relative_to(again): p.read_bytes() for p in again.rglob("*") if p.is_file()} == {
        p.relative_to(desk.content): p.read_bytes() for p in desk.content.rglob("*") if p.is_file()
    }


def test_an_executor_that_is_none_is_an_error_with_a_remedy(desk: Desk, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from generator import cli

    arguments = ["convert", str(desk.seeds), "--content", str(tmp_path / "c"), "--executor"]
    done = CliRunner().invoke(cli.app, [*arguments, "ray://here"])
    assert done.exit_code == 2
    assert "give dask://HOST:PORT" in done.output
