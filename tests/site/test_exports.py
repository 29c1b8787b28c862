"""The files for other programs, read by programs: JSON against its schema, CSV, SQLite; and what is in none of them."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator import briefing, store
from generator.site import database, exports
from generator.site.context import site_context
from generator.views import lookup
from generator.views.data.records import EntityRecord
from tests.safety import hostile_site
from tests.site.large_fixture import write_large

URL = "https://x.example/repo"


def made(content: Path, url: str = URL) -> dict[str, bytes]:
    linked, _ = briefing.link(store.load(content))
    return {
        file.address: file.data
        for part in exports.parts(lookup.of(linked), site_context(linked, url))[0]
        for file in part()
    }


def read(files: dict[str, bytes], address: str) -> Any:
    return json.loads(files[address].decode("utf-8"))


def table(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"/data/{name}.csv"].decode("utf-8"), newline="")))


def opened(data: bytes) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.deserialize(data)
    base.row_factory = sqlite3.Row
    return base


def test_every_json_file_is_of_its_declared_shape(content: Path) -> None:
    files = made(content)
    for name in exports.JSON_TABLES:
        shape, value = read(files, f"/data/schema/{name}.json"), read(files, f"/data/{name}.json")
        jsonschema.Draft202012Validator.check_schema(shape)
        jsonschema.validate(value, shape)
        assert value
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate([*value, {"id": "x"}], shape)
    for folder, kind in (("events", "event"), ("entities", "entity")):
        shape = read(files, f"/data/schema/{kind}.json")
        beside = [address for address in files if re.fullmatch(rf"/{folder}/[^/]+/index\.json", address)]
        assert len(beside) == len(list((content / folder).glob("*.md")))
        for address in beside:
            jsonschema.validate(read(files, address), shape)
    assert "null" not in files["/data/events.json"].decode().split()


def test_csv_and_sqlite_hold_the_same_rows_as_json(content: Path) -> None:
    files = made(content)
    base = opened(files["/data/briefing.sqlite"])
    for name in exports.JSON_TABLES:
        rows = read(files, f"/data/{name}.json")
        assert [row["id"] for row in rows] == [row["id"] for row in table(files, name)]
        assert [row["id"] for row in rows] == [
            row["id"] for row in base.execute(f"SELECT id FROM {name} ORDER BY rowid")
        ]
    assert base.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    told = base.execute(
        "SELECT s.publisher, c.quote FROM claims c JOIN sources s ON s.id = c.source "
        "JOIN claim_entities e ON e.claim = c.id WHERE e.entity = 'mv-sandpiper' ORDER BY s.published"
    ).fetchall()
    assert [row["publisher"] for row in told] == ["The Elian Courier", "Coastwise"]
    figures = [(row["what"], row["value"]) for row in table(files, "claim_figures")]
    assert figures == [("passengers", "214"), ("passengers", "190")]


def test_a_place_in_an_unpublished_original_is_told_without_a_word_of_it(content: Path) -> None:
    page = content / "articles" / "our-digest-of-a-third.md"
    quote = "    quote: the line was founded about two years ago\n"
    page.write_text(
        page.read_text().replace(quote, f"{quote}    original: {{file: secret-name.txt, start: 40, end: 81}}\n")
    )
    files = made(content)
    (row,) = [row for row in table(files, "claims") if row["event"] == "2029-founding-of-the-line"]
    assert (row["original_start"], row["original_end"]) == ("40", "81")
    assert "secret-name" not in everything(files)


@pytest.mark.parametrize(("value", "written"), [("3.5", "3.5"), ("1e3", "1000"), ("1e30", "1e+30"), ("-2", "-2")])
def test_a_number_of_any_size_is_a_number_everywhere(content: Path, value: str, written: str) -> None:
    page = content / "articles" / "sandpiper-runs-aground.md"
    page.write_text(page.read_text().replace("value: 214", f"value: {value}"))
    files = made(content)
    assert table(files, "claim_figures")[0]["value"] == written
    assert opened(files["/data/briefing.sqlite"]).execute("SELECT value FROM claim_figures").fetchone()[0] == float(
        value
    )
    figures = [claim["figures"] for claim in read(files, "/data/claims.json")]
    assert float(value) in [figure["value"] for of in figures for figure in of]


def test_a_digest_has_no_quote_in_any_table(content: Path) -> None:
    files = made(content)
    for row in table(files, "claims"):
        digest = row["source"] == "our-digest-of-a-third"
        assert (row["wording"], bool(row["quote"]), bool(row["paraphrase"])) == (
            ("paraphrase", False, True) if digest else ("quote", True, False)
        )
        assert bool(row["link"]) == (row["source"] == "sandpiper-runs-aground")


def test_a_hostile_cell_is_read_back_as_one_cell(content: Path) -> None:
    page = content / "entities" / "harbour-board.md"
    page.write_text('---\nname: \'=cmd|"/c calc"!A1, "x"; y\'\ntype: organization\naliases: [\'+1\', "a\\nb"]\n---\n')
    (row,) = [row for row in table(made(content), "entities") if row["id"] == "harbour-board"]
    assert row["name"] == '\'=cmd|"/c calc"!A1, "x"; y'
    assert row["aliases"] == "'+1; a\nb"


def test_hostile_texts_are_values_in_every_file(tmp_path: Path) -> None:
    files = made(hostile_site.content(tmp_path, hostile_site.vectors(), 12))
    for address, data in files.items():
        if address.endswith(".ftm.json"):
            assert all(set(json.loads(line)) == {"id", "schema", "properties"} for line in data.splitlines())
        elif address.endswith(".json"):
            json.loads(data)
        elif address.endswith(".csv"):
            head, *rows = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
            assert {len(row) for row in rows} == {len(head)}
    for name in exports.JSON_TABLES:
        jsonschema.validate(read(files, f"/data/{name}.json"), read(files, f"/data/schema/{name}.json"))
    for slide in read(files, "/data/timeline.json")["events"]:
        tags = re.findall(r"<[^>]*>", slide["text"]["headline"] + slide["text"]["text"])
        assert {re.sub(r' href="https://x\.example/repo/[^"<> ]*"', "", tag) for tag in tags} == {
            "<p>",
            "</p>",
            "<a>",
            "</a>",
        }
    assert opened(files["/data/briefing.sqlite"]).execute("PRAGMA foreign_key_check").fetchall() == []


def everything(files: dict[str, bytes]) -> str:
    return "\n".join(f"{name}\n{data.decode('utf-8', 'replace')}" for name, data in files.items())


def test_drafts_and_what_is_withheld_are_in_no_file(content: Path) -> None:
    draft = content / "events" / "2031-03-07-harbour-closes.md"
    draft.write_text(draft.read_text().replace("status:", "draft: true\nstatus:"))
    name = content / "entities" / "mara-quill.md"
    name.write_text(name.read_text().replace("type:", "draft: true\ntype:"))
    article = content / "articles" / "sandpiper-runs-aground.md"
    quote = "    quote: a new slip is to be built\n"
    assert quote in article.read_text()
    article.write_text(article.read_text().replace(quote, f"{quote}    draft: true\n"))
    found = everything(made(content))
    for word in ("2031-03-07-harbour-closes", "mara-quill", "new-slip-is-built", "a new slip is to be built"):
        assert word not in found
    (content / "briefing.yaml").write_text("unreviewed: withhold\n")
    found = everything(made(content))
    for word in ("sandpiper-aground", "port-elian", "Corran Bay"):
        assert word not in found.replace("http", ""), word


def test_no_file_holds_a_text_that_no_claim_quotes(content: Path) -> None:
    found = everything(made(content))
    for words in (
        "had asked for a tug",
        "is to be built at Port Elian, and see",
        "Dredgers of Brack",
        "By order of Mara",
    ):
        assert words not in found


def test_the_same_content_gives_the_same_bytes(content: Path) -> None:
    assert made(content) == made(content)
    assert made(content)["/data/briefing.sqlite"][96:100] == (3_000_000).to_bytes(4, "big")


def test_a_site_without_a_host_has_links_of_its_own_and_none_of_nobody(content: Path) -> None:
    files = made(content, "/repo")
    assert read(files, "/data/events.json")[0]["url"].startswith("/repo/events/")
    assert 'sourceUrl": ["/' not in files["/data/entities.ftm.json"].decode()


def test_an_empty_briefing_has_files_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    files = made(tmp_path)
    assert read(files, "/data/events.json") == []
    assert opened(files["/data/briefing.sqlite"]).execute("SELECT count(*) FROM events").fetchone()[0] == 0
    assert table(files, "events") == []
    assert read(files, "/data/timeline.json")["events"] == []


def test_a_large_briefing_keeps_every_row(tmp_path: Path) -> None:
    content = write_large(tmp_path, 60, 84)
    files = made(content)
    linked, _ = briefing.link(store.load(content))
    assert len(table(files, "events")) == len(linked.events) > 70
    assert len(table(files, "claims")) == sum(len(of) for of in linked.reports.values())
    assert opened(files["/data/briefing.sqlite"]).execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_text_with_half_a_letter_is_written(content: Path) -> None:
    row = EntityRecord(id="a", url="u", name="x\ud800", type="person", sources=0, events=0)
    base = opened(database.database({"entities": (EntityRecord, [row])}))
    assert base.execute("SELECT name FROM entities").fetchone()[0] == "x?"
