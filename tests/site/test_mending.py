"""Every published page leads to its file and to a correction that is begun, where the repository is known."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.site.context import SiteContext
from generator.site.mending import mending
from tests.site.pelican_run import Built


def links(page: str) -> list[str]:
    found = re.search(r'<p class="mend".*?</p>', page, re.S)
    return [html.unescape(link) for link in re.findall(r'href="([^"]+)"', found[0])] if found else []


def test_every_page_has_both_links(prefixed_site: Built) -> None:
    whole = {p: p.read_text() for p in prefixed_site.pages() if 'http-equiv="refresh"' not in p.read_text()}
    without = [p for p, text in whole.items() if len(links(text)) != 2]
    assert without == []


@pytest.mark.parametrize(
    ("page", "edit"),
    [
        ("events/2031-03-04-sandpiper-aground", "edit/main/content/events/2031-03-04-sandpiper-aground.md"),
        ("entities/mara-quill", "edit/main/content/entities/mara-quill.md"),
        ("sources/aground-on-thursday", "edit/main/content/articles/aground-on-thursday.md"),
        ("notes/a-second-note", "edit/main/content/notes/a-second-note.md"),
        ("about", "edit/main/content/pages/about.md"),
        (".", "edit/main/content/pages/home.md"),
        ("changes", "edit/main/content/briefing.yaml"),
        ("chronology", "tree/main/content/events"),
        ("entities", "tree/main/content/entities"),
        ("search", "tree/main/content"),
    ],
)
def test_a_page_leads_to_its_own_file(prefixed_site: Built, page: str, edit: str) -> None:
    (first, second) = links(prefixed_site.read(f"{page}/index.html"))
    assert first == f"https://git.example/ferries/{edit}"
    assert second.startswith("https://git.example/ferries/issues/new?title=Correction%3A%20")


def test_the_issue_names_page_and_file(prefixed_site: Built) -> None:
    second = links(prefixed_site.read("events/2031-03-07-harbour-closes/index.html"))[1]
    asked = parse_qs(urlsplit(second).query)
    assert asked["title"] == ["Correction: Port Elian closes its harbour"]
    assert "/repo/events/2031-03-07-harbour-closes/\n" in asked["body"][0]
    assert "File: content/events/2031-03-07-harbour-closes.md\n" in asked["body"][0]


@pytest.mark.parametrize(
    ("repository", "edit", "issue"),
    [
        ("https://github.com/a/b/", "https://github.com/a/b/edit/x/c/events/e.md", "/a/b/issues/new?title="),
        ("https://github.com/a/b.git", "https://github.com/a/b/edit/x/c/events/e.md", "/a/b/issues/new?title="),
        ("https://gitlab.com/a/b", "https://gitlab.com/a/b/-/edit/x/c/events/e.md", "/-/issues/new?issue%5Btitle%5D="),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/_edit/x/c/events/e.md", "/a/b/issues/new?title="),
    ],
)
def test_hosts_name_their_pages_in_their_own_way(repository: str, edit: str, issue: str) -> None:
    made = mending(SiteContext("n", repository=repository), Path("c"), "x", "/events/e/", "c/events/e.md", "T")
    assert made is not None
    assert made.edit == edit
    assert issue in made.suggest


def test_without_a_repository_there_are_none() -> None:
    assert mending(SiteContext("n"), Path("c"), "main", "/", "", "T") is None
