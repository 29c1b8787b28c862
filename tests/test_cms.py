"""The editors' page: its configuration from model and pages, and the command that puts it into a site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import cms, frontmatter, store
from generator.cms import bundle, found
from generator.content import FOLDERS
from generator.model import EntityFront, Front, NoteFront
from tests.cms_pages import written

ROOT = Path(__file__).parents[1]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return written(tmp_path / "content")


def config(content: Path) -> dict[str, Any]:
    settings, _ = store.load_settings(content)
    return cms.configured(store.texts(content), settings, "content")


def names(fields: list[dict[str, Any]], under: str = "") -> Iterator[str]:
    for field in fields:
        yield f"{under}{field['name']}"
        yield from names(field.get("fields", []), f"{under}{field['name']}.")


def known(model: type[Front], under: str = "") -> Iterator[str]:
    for key, info in model.model_fields.items():
        yield f"{under}{key}"
        for inner in frontmatter.models_of(info.annotation) if key != "digest_of" else ():
            yield from known(inner, f"{under}{key}.")


def run(*words: str | Path, path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **({"PATH": path} if path is not None else {})}
    return subprocess.run([sys.executable, "-m", "generator", "cms", *map(str, words)], capture_output=True, text=True,
                          env=environment, timeout=120, check=False)  # fmt: skip


# ---- configuration ----


def test_every_collection_has_every_key_of_its_model_and_the_keys_of_its_editors(content: Path) -> None:
    made = {c["name"]: set(names(c["fields"])) for c in config(content)["collections"]}
    own = {
        "articles": {"source.desk", "source.contact", "entities.note", "events.figures.note", "events.original.edition",
                     "events.assigned", "events.mood", "workflow", "tags", "numbers", "remarks"},
        "entities": {"phone", "family"}, "events": {"desk"}, "notes": {"mood"}, "pages": {"pinned"},
    }  # fmt: skip
    for folder, model in FOLDERS.items():
        assert made[folder] >= {*known(model), *own[folder], "body"}


def test_an_own_key_has_a_field_that_loses_nothing(content: Path) -> None:
    fields = {f["name"]: f for f in config(content)["collections"][0]["fields"]}
    assert {k: fields[k]["widget"] for k in ("colours", "tags", "grade", "urgent", "remarks", "workflow")} == {
        "colours": "list", "tags": "hidden", "grade": "hidden", "urgent": "hidden", "remarks": "hidden",
        "workflow": "hidden",
    }  # fmt: skip
    # Sveltia takes no such names for fields; what has none stays on the page as it is.
    assert not {"odd key", "clé"} & fields.keys()


def test_fields_are_what_the_types_of_the_model_are(content: Path) -> None:
    collections = {c["name"]: {f["name"]: f for f in c["fields"]} for c in config(content)["collections"]}
    event, article = collections["events"], collections["articles"]
    claim = {f["name"]: f for f in article["events"]["fields"]}
    assert (event["status"]["widget"], event["status"]["options"]) == (
        "select",
        ["undisputed", "disputed", "unverified"],
    )
    assert (article["date"]["widget"], article["date"]["format"]) == ("datetime", "YYYY-MM-DD")
    assert (claim["date"]["widget"], article["source"]["widget"]) == ("string", "object")
    assert claim["figures"]["fields"][1]["widget"] == "number"
    assert [article["title"]["required"], article["lang"]["required"]] == [True, False]


@pytest.mark.parametrize("date", ["2024", "2024-03", "2024-03-31", "2024-03-30/2024-04-02", "2024-03~", "2024-21",
                                  "202X", "2024-03/..", "../2024"])  # fmt: skip
def test_the_form_takes_every_way_to_write_a_date(content: Path, date: str) -> None:
    event = {f["name"]: f for f in config(content)["collections"][2]["fields"]}
    assert re.search(event["date"]["pattern"][0], date)
    assert not re.search(event["date"]["pattern"][0], "next Monday")


def test_it_saves_to_the_repository_and_branch_of_the_settings(content: Path) -> None:
    (content / "briefing.yaml").write_text("repository: https://github.com/owner/ferry.git\nbranch: live\n")
    backend = config(content)["backend"]
    assert (backend["name"], backend["repo"], backend["branch"]) == ("github", "owner/ferry", "live")


@pytest.mark.parametrize("settings", ["name: x\n", "repository: https://git.example/owner/ferry\n"])
def test_without_a_repository_on_github_it_says_what_to_write(content: Path, settings: str) -> None:
    (content / "briefing.yaml").write_text(settings)
    with pytest.raises(cms.BackendError, match=r"https://github\.com/OWNER/NAME"):
        config(content)


def test_the_folder_is_named_as_the_repository_has_it(content: Path) -> None:
    assert cms.below_repository(content) == "content"
    subprocess.run(["git", "init", "-q", content.parent], check=True)
    (content.parent / "a").mkdir()
    content.rename(content.parent / "a" / "pages")
    assert cms.below_repository(content.parent / "a" / "pages") == "a/pages"
    assert cms.below_repository(content.parent) == ""


def test_what_saving_would_change_is_told_with_its_line() -> None:
    text = (
        "---\ntitle: '# no' # yes\nsummary: |\n  kept by the model\na: |\n  x\nb: 1.0\nc: '1.0'\nd: 17\nbody: e\n---\n"
    )
    told = {p.line: p.message for p in found.at_risk("n.md", text, NoteFront)}
    assert sorted(told) == [2, 5, 7, 10]
    assert "comment" in told[2]
    assert "white space" in told[5]
    assert "number" in told[7]
    assert "body" in told[10]


def test_a_number_that_the_model_reads_as_one_is_no_risk() -> None:
    text = "---\nname: Ash\ntype: place\ncoordinates: [31.50, -34.0]\n---\n"
    assert list(found.at_risk("p.md", text, EntityFront)) == []
    assert [p.line for p in found.at_risk("p.md", text.replace("Ash", "31.50"), EntityFront)] == [2]


# ---- the program, and the command ----


def test_what_is_not_the_package_that_we_know_is_refused() -> None:
    with pytest.raises(cms.BundleError, match="do not use it"):
        bundle.unpacked(bundle.SVELTIA, b"another package")


def test_without_npm_the_command_says_what_to_do_and_writes_nothing(content: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    done = run(tmp_path / "site", "--content", content, path="")
    assert done.returncode == 2
    assert "Node.js" in done.stderr
    assert "--bundle" in done.stderr
    assert not list((tmp_path / "site").iterdir())


def test_with_a_file_of_ones_own_the_page_is_made_without_npm(content: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "program.js").write_text("/* sveltia */")
    done = run(tmp_path / "site", "--content", content, "--bundle", tmp_path / "program.js", path="")
    assert done.returncode == 0, done.stderr
    admin = tmp_path / "site/admin"
    assert (admin / "sveltia-cms.js").read_text() == "/* sveltia */"
    page = (admin / "index.html").read_text()
    assert re.findall(r"<script[^>]*>([^<]*)</script>", page) == [""]  # none within the page
    policy = re.search(r'Security-Policy" content="([^"]+)"', page)
    assert policy
    assert "default-src &#x27;none&#x27;" in policy[1]
    assert "unsafe-eval" not in policy[1]
    assert yaml.safe_load((admin / "config.yml").read_text())["backend"]["repo"] == "owner/ferry"


def test_a_page_of_the_site_at_that_address_is_not_written_over(content: Path, tmp_path: Path) -> None:
    admin = tmp_path / "site/admin"
    admin.mkdir(parents=True)
    (admin / "index.html").write_text("<p>ours")
    (tmp_path / "program.js").write_text("/* sveltia */")
    done = run(tmp_path / "site", "--content", content, "--bundle", tmp_path / "program.js")
    assert (done.returncode, (admin / "index.html").read_text()) == (2, "<p>ours")


def test_a_file_that_is_not_the_program_is_refused(content: Path, tmp_path: Path) -> None:
    (tmp_path / "other.js").write_text("alert(1)")
    done = run(tmp_path, "--content", content, "--bundle", tmp_path / "other.js")
    assert done.returncode == 2
    assert "not Sveltia CMS" in done.stderr
