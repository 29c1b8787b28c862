"""Signing in and saving to GitHub, as far as it can be tried without it: its answers are played."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

from generator import cms, frontmatter, store
from tests.browser.conftest import serving
from tests.browser.test_cms import program
from tests.cms_pages import PAGES, written

__all__ = ["program"]  # the fixture

FILES = {f"content/{id}.md": text for id, text in PAGES.items()}
BLOBS = {hashlib.sha1(path.encode()).hexdigest(): path for path in FILES}
HEAD = "a" * 40
OPEN = {f"access-control-allow-{what}": "*" for what in ("origin", "headers", "methods")}


class GitHub:
    """What api.github.com answers for a repository with our pages; `commits` are those that it was asked to make."""

    def __init__(self) -> None:
        self.commits: list[dict[str, Any]] = []
        self.tokens: set[str] = set()

    def answer(self, route: Any) -> None:
        request = route.request
        address = request.url.removeprefix("https://api.github.com")
        if request.method == "OPTIONS" or address == "/repos/owner/ferry/collaborators/ed":
            return route.fulfill(status=204, headers=OPEN)
        self.tokens.add(request.headers.get("authorization", ""))
        if address == "/user":
            body: Any = {"login": "ed", "id": 1, "name": "Ed", "email": "", "avatar_url": "", "html_url": ""}
        elif address.startswith(f"/repos/owner/ferry/git/trees/{HEAD}"):
            body = {"tree": [{"type": "blob", "path": p, "sha": sha, "size": 1} for sha, p in BLOBS.items()]}
        elif address == "/graphql":
            body = {"data": self.graph(**request.post_data_json)}
        else:
            return route.fulfill(status=404, headers=OPEN, body="{}")
        return route.fulfill(status=200, headers=OPEN, content_type="application/json", body=json.dumps(body))

    def graph(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        commit = {"oid": HEAD, "message": "m", "committedDate": "2031-03-10T00:00:00Z", "author": {"name": "Ed"}}
        if "createCommitOnBranch" in query:
            self.commits.append(variables["input"])
            files = {alias: {"oid": "c" * 40} for alias in re.findall(r"file_\d+", query)}
            return {"createCommitOnBranch": {"commit": {**commit, "oid": "b" * 40, **files}}}
        last = {"target": {**commit, "history": {"nodes": [commit]}}}
        blobs = {alias: {"text": FILES[BLOBS[oid]], "isTruncated": False}
                 for alias, oid in re.findall(r'(\w+): object\(oid: "(\w+)"', query) if oid in BLOBS}  # fmt: skip
        return {"repository": {"ref": last, **dict.fromkeys(re.findall(r"commit_\d+", query), last), **blobs}}


def test_an_editor_signs_in_with_a_token_and_saving_is_a_commit_with_every_key(
    browser: Any, program: dict[str, bytes], tmp_path: Path
) -> None:
    content, site, github = written(tmp_path / "content"), tmp_path / "site", GitHub()
    settings, _ = store.load_settings(content)
    cms.write(site, cms.configured(store.texts(content), settings, "content"), program)
    context = browser.new_context()
    page = context.new_page()
    page.route("https://api.github.com/**", github.answer)
    with serving(site, "/repo/") as served:
        page.goto(f"{served.url}admin/#/collections/articles/entries/ferry")
        page.get_by_role("button", name="Sign In Using Access Token").click()
        page.get_by_role("textbox").first.fill("a-token")
        page.get_by_role("button", name="Sign In", exact=True).click()
        title = page.locator('[data-key-path="title"] input').first
        title.wait_for()
        title.fill("The ferry")
        page.get_by_role("button", name="Save").first.click()
        for _ in range(100):
            if github.commits:
                break
            page.wait_for_timeout(100)
        context.close()
    [commit] = github.commits
    assert commit["branch"] == {"repositoryNameWithOwner": "owner/ferry", "branchName": "main"}
    assert commit["fileChanges"]["deletions"] == []
    [file] = commit["fileChanges"]["additions"]
    assert file["path"] == "content/articles/ferry.md"
    saved = base64.b64decode(file["contents"]).decode()
    before, after = (frontmatter.load(frontmatter.split(t)[0] or "")[0] for t in (FILES[file["path"]], saved))
    assert after == {**before, "title": "The ferry"}
    assert all(token.endswith("a-token") for token in github.tokens)
