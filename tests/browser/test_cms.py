"""Sveltia CMS over our pages, in a browser and with its own backend for trials, which keeps files in the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import briefing, cms, frontmatter, store
from generator.content import FOLDERS
from tests.browser.conftest import Served, serving
from tests.cms_pages import PAGES, written

NAMES = {"entities": "name"}  # of others: title
# Files of the backend for trials, where Sveltia keeps them: below one folder of the origin's private file system.
WRITE = """async (files) => {
  for (const [path, text] of Object.entries(files)) {
    let folder = await navigator.storage.getDirectory()
    const steps = `sveltia-cms-test/${path}`.split('/')
    for (const step of steps.slice(0, -1)) folder = await folder.getDirectoryHandle(step, {create: true})
    const file = await (await folder.getFileHandle(steps.at(-1), {create: true})).createWritable()
    await file.write(text)
    await file.close()
  }
}"""
READ = """async (path) => {
  try {
    let folder = await navigator.storage.getDirectory()
    for (const step of `sveltia-cms-test/${path}`.split('/')) folder = await folder.getDirectoryHandle(step)
    const found = {}
    for await (const [name, entry] of folder.entries()) found[name] = await (await entry.getFile()).text()
    return Object.keys(found).every(name => name.endsWith('.md') && found[name]) ? found : null
  } catch { return null }  // a file is being put in its place
}"""


@pytest.fixture(scope="session")
def program() -> dict[str, bytes]:
    try:
        return cms.fetched()
    except cms.BundleError as error:
        pytest.skip(f"no Sveltia CMS to try: {error}")


class Editor:
    """An editor who is signed in, with some pages in the browser's own repository."""

    def __init__(self, page: Any, url: str, pages: dict[str, str]) -> None:
        self.page, self.url = page, url
        self.asked: list[str] = []  # other hosts, of which the policy let the browser ask
        self.refused: set[str] = set()  # hosts that it refused
        page.on("requestfinished", lambda r: self._note(r.url, False))
        page.on("requestfailed", lambda r: self._note(r.url, r.failure == "csp"))
        page.on("console", self._policy)
        page.goto(url)
        page.evaluate(WRITE, {f"content/{id}.md": text for id, text in pages.items()})

    def _note(self, url: str, refused: bool) -> None:
        if not refused and not url.startswith((self.url, "blob:", "data:")):
            self.asked.append(url)

    def _policy(self, message: Any) -> None:
        if "Content Security Policy" in message.text:
            self.refused |= set(re.findall(r"'(?:https://([^/]+))[^']*' violates", message.text))

    def open(self, id: str) -> None:
        """An entry in its form, or `FOLDER/new`, in a program that has just been loaded."""
        folder, _, slug = id.partition("/")
        self.page.goto("about:blank")
        self.page.goto(f"{self.url}admin/#/collections/{folder}/{'new' if slug == 'new' else f'entries/{slug}'}")
        signing_in = self.page.get_by_role("button", name="Work with Test Repository")
        form = self.field(NAMES.get(folder, "title"))
        form.or_(signing_in).wait_for()
        if signing_in.is_visible():
            signing_in.click()
            form.wait_for()

    def field(self, key: str) -> Any:
        return self.page.locator(f'[data-key-path="{key}"]').locator("input, textarea").first

    def reach(self, key: str) -> Any:
        """A part of the form that is only made when somebody scrolls to it."""
        part = self.page.locator(f'[data-key-path="{key}"]')
        self.page.mouse.move(600, 500)
        for _ in range(100):
            if part.count():
                break
            self.page.mouse.wheel(0, 100)
            self.page.wait_for_timeout(50)
        return part

    def files(self, folder: str) -> dict[str, str]:
        for _ in range(300):
            found: dict[str, str] | None = self.page.evaluate(READ, f"content/{folder}")
            if found is not None:
                return found
        raise AssertionError(f"the files of {folder} cannot be read")

    def save(self, folder: str) -> dict[str, str]:
        """The files of the folder after saving."""
        before = self.files(folder)
        self.page.get_by_role("button", name="Save").first.click()
        for _ in range(100):
            if (now := self.files(folder)) != before:
                return now
            self.page.wait_for_timeout(100)
        raise AssertionError("nothing was saved:\n" + self.page.locator("body").inner_text())


def edited(browser: Any, site: Path, program: dict[str, bytes], known: dict[str, str], pages: dict[str, str]
           ) -> Iterator[Editor]:  # fmt: skip
    """`known`: the pages from which the configuration is made."""
    (site / "index.html").parent.mkdir(parents=True)
    (site / "index.html").write_text("<!doctype html><title>site</title>")
    content = written(site.parent / "content")
    settings, _ = store.load_settings(content)
    texts = {f"{id}.md": text for id, text in known.items()}
    cms.write(site, cms.configured(texts, settings, "content", {"name": "test-repo"}), program)
    context = browser.new_context()
    with serving(site, "/repo/") as served:
        yield Editor(context.new_page(), served.url, pages)
        context.close()


@pytest.fixture(scope="module")
def editor(browser: Any, program: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    yield from edited(browser, tmp_path_factory.mktemp("cms") / "site", program, PAGES, PAGES)


def loaded(text: str) -> tuple[dict[str, Any], str]:
    front, body, _ = frontmatter.split(text)
    return frontmatter.load(front or "")[0], body.strip("\n")


@pytest.fixture(scope="module")
def saved(editor: Editor) -> dict[str, str]:
    """Every page after an editor has changed its name, and nothing else."""
    made = {}
    for id in PAGES:
        folder, _, slug = id.partition("/")
        editor.open(id)
        name = editor.field(NAMES.get(folder, "title"))
        name.fill(name.input_value() + ": again")
        made[id] = editor.save(folder)[f"{slug}.md"]
    return made


@pytest.mark.parametrize("id", PAGES)
def test_a_saved_entry_of_every_collection_keeps_every_key_and_every_letter_of_its_body(
    saved: dict[str, str], id: str
) -> None:
    data, body = loaded(PAGES[id])
    name = NAMES.get(id.partition("/")[0], "title")
    assert loaded(saved[id]) == ({**data, name: data[name] + ": again"}, body)


def test_what_was_saved_has_no_fault_that_was_not_there(saved: dict[str, str], tmp_path: Path) -> None:
    def faults(content: Path) -> set[tuple[str, str]]:
        return {(p.path.removeprefix(str(content)), p.message) for p in briefing.link(store.load(content))[1]}

    before, after = written(tmp_path / "before"), written(tmp_path / "after")
    for id, text in saved.items():
        (after / f"{id}.md").write_text(text, encoding="utf-8")
    assert {message for _, message in faults(before)} >= {'unknown key "desk"'}
    assert faults(after) == faults(before)


def test_every_kind_of_page_was_tried() -> None:
    assert {id.partition("/")[0] for id in PAGES} == set(FOLDERS)


def test_a_key_that_no_page_had_when_the_configuration_was_made_is_kept_too(
    browser: Any, program: dict[str, bytes], tmp_path: Path
) -> None:
    for editor in edited(browser, tmp_path / "site", program, {}, PAGES):
        for id in ("articles/ferry", "entities/ann-lee"):
            folder, _, slug = id.partition("/")
            editor.open(id)
            editor.field("lang" if folder == "articles" else "country").fill("fr")
            data, body = loaded(PAGES[id])
            data["lang" if folder == "articles" else "country"] = "fr"
            assert loaded(editor.save(folder)[f"{slug}.md"]) == (data, body)


def test_a_value_in_a_row_of_a_claim_can_be_changed_and_the_rest_of_the_row_stays(editor: Editor) -> None:
    editor.open("articles/ferry")
    before, body = loaded(editor.files("articles")["ferry.md"])
    editor.reach("events").get_by_role("button", name="Expand All").click()
    editor.reach("events.0.when")
    editor.field("events.0.when").fill("on a Monday")
    editor.field("events.0.date").fill("2031-03-03/2031-03-04")
    before["events"][0] |= {"when": "on a Monday", "date": "2031-03-03/2031-03-04"}
    assert loaded(editor.save("articles")["ferry.md"]) == (before, body)


def test_what_is_no_date_cannot_be_saved(editor: Editor) -> None:
    editor.open("events/2031-03-04-ferry-stops")
    before = editor.files("events")
    editor.field("date").fill("next Monday")
    editor.page.get_by_role("button", name="Save").first.click()
    editor.page.get_by_text("2024-03-31").first.wait_for()
    assert editor.files("events") == before


def test_a_note_is_written_in_the_browser(editor: Editor) -> None:
    before = editor.files("notes")
    editor.open("notes/new")
    editor.field("title").fill("Été: a second note")
    editor.page.locator('[data-key-path="body"]').get_by_role("textbox").first.fill("Of [[ann-lee]], *again*.")
    made = {name: text for name, text in editor.save("notes").items() if name not in before}
    assert list(made) == ["ete-a-second-note.md"]
    assert loaded(*made.values()) == ({"title": "Été: a second note"}, "Of [[ann-lee]], *again*.")


RISKY = """\
---
title: A note
date: 2031-03-09 # this remark
price: 1.50
code: 0x1F
loud: TRUE
signed.by: Bo
steps: {1: first, 2: second}
remark: |
  one line
calm: fine
---
Text.
"""


def test_what_would_not_stay_as_it_was_is_told_before_and_nothing_else_changes(
    browser: Any, program: dict[str, bytes], tmp_path: Path
) -> None:
    pages = {"notes/risky": RISKY}
    told = [p.line for p in cms.risks({"notes/risky.md": RISKY}, "content")]
    for editor in edited(browser, tmp_path / "site", program, pages, pages):
        editor.open("notes/risky")
        editor.field("author").fill("Bo")
        saved = editor.save("notes")["risky.md"]
        before, after = loaded(RISKY)[0], loaded(saved)[0]
        assert after.pop("author") == "Bo"
        lines = {key: next(n for n, line in enumerate(RISKY.split("\n"), 1) if line.startswith(key)) for key in before}
        changed = {lines[key] for key in before if before[key] != after.get(key)}
        lost = {lines["date"]} if "remark" not in saved.partition("price")[0] else set()
        assert sorted(changed | lost) == sorted(set(told))


def test_the_page_asks_no_other_host_and_needs_nothing_that_its_policy_refuses(editor: Editor) -> None:
    assert editor.asked == []
    # For newer versions of itself, and for fonts: it has its own, or does without.
    assert editor.refused == {"unpkg.com", "cdn.jsdelivr.net"}
    drawn = "[...document.fonts].some(f => f.family.includes('Material Symbols') && f.status == 'loaded')"
    assert editor.page.evaluate(drawn)


def test_nothing_of_it_is_in_a_site_that_did_not_ask_for_it(served: Served) -> None:
    assert not (served.folder / "admin").exists()
    assert not [p for p in served.folder.rglob("*") if "sveltia" in p.name]
