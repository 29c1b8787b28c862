"""robots.txt as RFC 9309 has it; the rows of its own examples among them, in our own paths."""

from __future__ import annotations

import time

import pytest

from generator.fetch.robots import NOTHING, parse

# (robots.txt, path, whether it may be fetched)
CASES = {
    "nothing said": ("", "/a", True),
    "all is closed": ("User-agent: *\nDisallow: /", "/a", False),
    "an empty rule closes nothing": ("User-agent: *\nDisallow:", "/a", True),
    "a folder": ("User-agent: *\nDisallow: /private/", "/private/a", False),
    "beside the folder": ("User-agent: *\nDisallow: /private/", "/privateer", True),
    "the longer rule wins": ("User-agent: *\nDisallow: /news\nAllow: /news/free", "/news/free/1", True),
    "whatever the order": ("User-agent: *\nAllow: /news/free\nDisallow: /news", "/news/paid", False),
    "of two as long the allowing one": ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
    "a group that names us": (
        "User-agent: *\nDisallow: /\n\nUser-agent: Briefing-Generator\nDisallow: /x",
        "/a",
        True,
    ),
    "a group that names us shuts": ("User-agent: briefing-generator\nDisallow: /\nUser-agent: *\nAllow: /", "/", False),
    "a group that names another": ("User-agent: otherbot\nDisallow: /", "/a", True),
    "two names share their rules": ("User-agent: otherbot\nUser-agent: *\nDisallow: /", "/a", False),
    "two groups of one name are one": (
        "User-agent: *\nDisallow: /a\n\nUser-agent: otherbot\nDisallow: /b\n\nUser-agent: *\nDisallow: /c",
        "/c",
        False,
    ),
    "a star in the middle": ("User-agent: *\nDisallow: /*/print", "/2024/print", False),
    "a star that does not fit": ("User-agent: *\nDisallow: /*/print", "/2024/pri", True),
    "an end": ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
    "not at the end": ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
    "a query": ("User-agent: *\nDisallow: /*?print=", "/a?print=1", False),
    "escaped or not, one path": ("User-agent: *\nDisallow: /caf%C3%A9", "/café/menu", False),
    "an escaped slash is none": ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
    "comments and blanks": ("# hello\nUser-agent : *  # all\n disallow :/a # that\n", "/a", False),
    "a rule before any group": ("Disallow: /\nUser-agent: *\nAllow: /", "/a", True),
    "other lines say nothing": ("User-agent: *\nSitemap: /s.xml\nNonsense\nDisallow: /a", "/a", False),
    "the file itself": ("User-agent: *\nDisallow: /", "/robots.txt", True),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_may_be_fetched(case: str) -> None:
    text, path, allowed = CASES[case]
    assert parse(text, "briefing-generator").allow(path) is allowed


def test_how_long_a_host_wants_us_to_wait() -> None:
    assert parse("User-agent: *\nCrawl-delay: 7.5\nDisallow: /x", "briefing-generator").delay == 7.5
    assert parse("User-agent: *\nCrawl-delay: soon", "briefing-generator").delay is None
    assert parse("User-agent: otherbot\nCrawl-delay: 9", "briefing-generator").delay is None


def test_a_file_that_cannot_be_read_closes_all() -> None:
    assert not NOTHING.allow("/")


def test_a_strangers_pattern_takes_no_time() -> None:
    rules = parse("User-agent: *\nDisallow: /" + "*a" * 5000 + "b$", "briefing-generator")
    began = time.perf_counter()
    assert rules.allow("/" + "a" * 20_000)
    assert time.perf_counter() - began < 0.5
