"""One page under several addresses is one seed; two pages are never taken for one."""

from __future__ import annotations

import os

import pytest

from generator.fetch import Fetched
from tests.fetch.test_fetch import BODY, PAGE, Run, Web, run, web

__all__ = ["run", "web"]
OTHER = PAGE.replace("Nobody was hurt", "Two were hurt")


def beside(web: Web) -> str:
    """The same host under its other name."""
    return web.url.replace("127.0.0.1", "localhost")


def test_a_page_under_two_hosts_is_saved_once(web: Web, run: Run) -> None:
    first, second = run(web.page("/news/ferry"), f"{beside(web)}/news/ferry")
    assert first.new
    assert (second.new, second.path, second.fault) == (False, first.path, None)


def test_what_stands_around_an_article_makes_no_other_of_it(web: Web, run: Run) -> None:
    (first,) = run(web.page("/news/ferry"))
    (second,) = run(web.page("/m/ferry", PAGE.replace("Contact us", "The site for telephones")))
    assert (second.new, second.path) == (False, first.path)


def test_a_seed_that_an_editor_wrote_in_is_still_that_page(web: Web, run: Run) -> None:
    (first,) = run(web.page("/news/ferry"))
    assert first.path
    first.path.write_text(first.path.read_text().replace("author: Tom Reed", "author: Tom Reed and Ina Holm"))
    (second,) = run(f"{beside(web)}/news/ferry")
    assert (second.new, second.path) == (False, first.path)


@pytest.mark.parametrize(
    "other", [OTHER, PAGE.replace("2031-03-04", "2031-03-05"), PAGE.replace("The Elian Courier", "The Corran Post")],
    ids=["other words", "another day", "another paper"],
)  # fmt: skip
def test_another_article_of_the_same_headline_is_saved_too(other: str, web: Web, run: Run) -> None:
    first, second = run(web.page("/news/ferry"), web.page("/news/ferry-2", other))
    assert first.new
    assert second.new


CANONICAL = '<link rel="canonical" href="{}"></head>'


@pytest.mark.parametrize("link", ["/news/ferry", "ferry", "//127.0.0.1:PORT/news/ferry"])
def test_the_address_that_a_page_calls_its_own_is_whole(link: str, web: Web, run: Run) -> None:
    link = link.replace("PORT", web.url.rpartition(":")[2])
    (made,) = run(web.page("/news/ferry", PAGE.replace("</head>", CANONICAL.format(link))) + "?from=letter")
    assert made.about
    assert made.about.url == f"{web.url}/news/ferry"


def test_pages_that_all_call_the_home_page_their_own_are_many(web: Web, run: Run) -> None:
    link = CANONICAL.format(f"{web.url}/")
    first, second = run(
        web.page("/news/ferry", PAGE.replace("</head>", link)), web.page("/news/mill", OTHER.replace("</head>", link))
    )
    assert first.new
    assert second.new
    assert [made.about.url for made in (first, second) if made.about] == [
        f"{web.url}/news/{n}" for n in ("ferry", "mill")
    ]


def test_a_page_that_calls_itself_by_a_number_is_known_by_it(web: Web, run: Run) -> None:
    (made,) = run(web.page("/news/ferry", PAGE.replace("</head>", CANONICAL.format(f"{web.url}/?p=12"))))
    assert made.about
    assert made.about.url == f"{web.url}/?p=12"


@pytest.mark.parametrize("tail", ["?utm_source=letter&utm_medium=mail", "?fbclid=x1", "/", "#top"])
def test_what_tells_where_a_reader_came_from_is_no_part_of_an_address(tail: str, web: Web, run: Run) -> None:
    (first,) = run(web.page("/news/ferry"))
    web.asked.clear()
    (again,) = run(first.address.replace("http://", "HTTP://") + tail)
    assert (again.new, again.path) == (False, first.path)
    assert web.asked == []


def test_a_page_that_is_told_by_its_query_is_another(web: Web, run: Run) -> None:
    web.page("/read?id=1", PAGE)
    web.page("/read?id=2", PAGE.replace(BODY, BODY.replace("Monday", "Tuesday")))
    first, second = run(f"{web.url}/read?id=1", f"{web.url}/read?id=2")
    assert first.new
    assert second.new


def test_two_that_save_at_once_do_not_write_into_each_other_s_seeds(
    web: Web, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, others = os.link, [web.page("/other", OTHER)]
    second: list[Fetched] = []

    def slow(part: str, path: str) -> None:
        link(part, path)
        if others:
            second.extend(run(others.pop()))

    monkeypatch.setattr(os, "link", slow)
    (first,) = run(web.page("/news/ferry"))
    assert first.path
    assert second[0].path
    assert first.path.read_text().endswith(PAGE)
    assert second[0].path.read_text().endswith(OTHER)
    assert sorted(first.path.parent.iterdir()) == sorted([first.path, second[0].path])
