from __future__ import annotations

from pathlib import Path

import pytest

from generator import briefing, store
from generator.briefing import Briefing
from generator.site.context import direction, prefix, site_context, web


@pytest.fixture
def linked(content: Path) -> Briefing:
    return briefing.link(store.load(content))[0]


@pytest.mark.parametrize(
    ("siteurl", "url"),
    [
        ("", ""),
        ("/", ""),
        ("/repo/", "/repo"),
        ("https://x.example/", "https://x.example"),
        ("http://localhost:8000/a/b", "http://localhost:8000/a/b"),
    ],
)
def test_siteurl_stands_before_an_address_without_a_slash(siteurl: str, url: str) -> None:
    assert prefix(siteurl) == url


@pytest.mark.parametrize(
    "siteurl",
    ["repo", "ftp://x.example", "javascript:alert(1)", "//x.example", "https://", "/a?b", "/a#b", '/a"b', "/a b"],
)
def test_a_siteurl_that_cannot_stand_there_is_refused(siteurl: str) -> None:
    with pytest.raises(ValueError, match="SITEURL"):
        prefix(siteurl)


def test_the_site_knows_what_it_is(linked: Briefing) -> None:
    site = site_context(linked, "https://x.example/repo/")
    assert (site.name, site.tagline) == ("Ferries & <tides>", "A briefing")
    assert site.as_of == "mid-March 2031"  # inferred: no day is claimed
    assert site.absolute
    assert not site_context(linked, "/repo").absolute
    assert [label for label, _ in site.nav] == [
        "Chronology",
        "Disputes",
        "Names",
        "Sources",
        "Notes",
        "Search",
    ]
    assert [label for label, _ in site.links] == ["About", "Method"]


def test_what_the_site_says_of_itself_is_plain_text_also_where_the_home_page_links(content: Path) -> None:
    """For calendars, timelines and search engines, which know nothing of our links."""
    home = content / "pages" / "home.md"
    text = home.read_text("utf-8")
    home.write_text(text.replace("a ferry line", "[[mv-sandpiper|a ship]] and of [[mv-sandpiper]]"), "utf-8")
    site = site_context(briefing.link(store.load(content))[0])
    assert site.description == "What became of a ship and of MV Sandpiper"


def test_a_briefing_without_notes_and_pages_has_no_links_to_them() -> None:
    site = site_context(briefing.link(store.Content("content"))[0])
    assert [address for _, address in site.nav] == ["/chronology/", "/disputes/", "/entities/", "/sources/", "/search/"]
    assert site.as_of is None


def test_the_policy_lets_nothing_in_from_elsewhere(linked: Briefing) -> None:
    policy = dict(part.strip().split(" ", 1) for part in site_context(linked).csp.split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert "unsafe" not in str(policy)
    assert set(policy.values()) <= {"'none'", "'self'"}


@pytest.mark.parametrize(
    ("lang", "way"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("no-such", "ltr")]
)
def test_direction_follows_the_language(lang: str, way: str) -> None:
    assert direction(lang) == way


def test_only_addresses_of_the_web_become_links() -> None:
    assert web("https://git.example/x") == "https://git.example/x"
    assert web("javascript:alert(1)") is None
    assert web(None) is None
