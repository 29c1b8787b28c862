"""Problems as editors' tools read them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from typer.testing import CliRunner

from generator import cli, reporting
from generator.problems import Problem

ROOT = Path(__file__).parents[1]
PROBLEMS = [
    Problem("content/notes/a.md", 3, 'unknown key "mode"', 'did you mean "model"?', "warning", "unknown-key"),
    Problem("content/notes/a.md", 0, "it is not UTF-8", "save it as UTF-8"),
]
TEXTS = {"content/notes/a.md": ["---", "title: x", "  mode: 100%", "---"]}


def test_every_line_is_read_by_the_problem_matcher() -> None:
    task = json.loads((ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    pattern = re.compile(task["problemMatcher"]["pattern"]["regexp"])
    rows = [pattern.match(line) for line in reporting.as_text(PROBLEMS, TEXTS).splitlines()]
    assert [row.groups()[:5] for row in rows if row] == [
        ("content/notes/a.md", "3", "3", "warning", "unknown-key"),
        ("content/notes/a.md", "1", "1", "error", "content"),
    ]


def test_annotations_escape_what_github_would_read() -> None:
    said = reporting.as_github([Problem("a,b.md", 1, "50% of\nit")], {})
    assert said == "::error file=a%2Cb.md,line=1,col=1,title=content::50%25 of%0Ait\n"


def test_the_committed_schema_is_that_of_the_model(tmp_path: Path) -> None:
    assert CliRunner().invoke(cli.app, ["schema", str(tmp_path)]).exit_code == 0
    made = {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()}
    assert {p.name: p.read_text(encoding="utf-8") for p in (ROOT / "docs/schema").glob("*.json")} == made
    event = json.loads(made["events.json"])
    assert event["properties"]["because"]["description"].startswith("editors': why date or status")


def test_the_content_opens_as_a_vault_whose_links_the_site_and_github_know() -> None:
    vault = json.loads((ROOT / "content/.obsidian/app.json").read_text(encoding="utf-8"))
    # [words](../events/id.md) and ../images/x.png lead somewhere for Obsidian, for GitHub and on the site.
    assert (vault["useMarkdownLinks"], vault["newLinkFormat"]) == (True, "relative")
    assert vault["attachmentFolderPath"] == "images"
    for name in ("content/_obsidian/app.json", "_vscode/tasks.json"):
        own = name.replace("_", ".", 1)
        assert (ROOT / "starter" / name).read_bytes() == (ROOT / own).read_bytes()
