"""Sveltia CMS over our pages, in a browser and with its own backend for trials, which keeps files in the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import briefing, cms, frontmatter, store
from generator.content import FOLDERS
from tests.browser.conftest import serving
from tests.cms_pages import PAGES, written

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
        page.goto(url + "admin/")
        page.get_by_role("button", name="Work with Test Repository").click()
        page.wait_for_url(re.compile("#/collections/"))

    def _note(self, url: str, refused: bool) -> None:
        if not refused and not url.startswith((self.url, "blob:", "data:")):
            self.asked.append(url)

    def _policy(self, message: Any) -> None:
        if "Content Security Policy" in message.text:
            self.refused |= set(re.findall(r"'(?:https://([^/]+))[^']*' violates", message.text))

    def open(self, id: str) -> None:
        folder, _, slug = id.partition("/")
        self.page.goto(f"{self.url}admin/#/collections/{folder}/entries/{slug}")
        self.field("name" if folder == "entities" else "title").wait_for()

    def field(self, key: str) -> Any:
        return self.page.locator(f'[data-key-path="{key}"]').locator("input, textarea").first

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


@pytest.mark.parametrize("id", PAGES)
def test_a_saved_entry_of_every_collection_keeps_every_key_and_every_letter_of_its_body(editor: Editor, id: str) -> None:
    folder, _, slug = id.partition("/")
    editor.open(id)
    name = "name" if folder == "entities" else "title"
    editor.field(name).fill("Changed: by an editor")
    saved = editor.save(folder)[f"{slug}.md"]
    data, body = loaded(PAGES[id])
    assert loaded(saved) == ({**data, name: "Changed: by an editor"}, body)
    page, problems = frontmatter.parse(saved, FOLDERS[folder], slug, id)
    assert page is not None, problems


def test_every_kind_of_page_was_tried() -> None:
    assert {id.partition("/")[0] for id in PAGES} == set(FOLDERS)
