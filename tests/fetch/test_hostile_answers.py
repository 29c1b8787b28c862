"""What a server may answer to do harm: `briefing fetch` says so, and goes on with the other addresses."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from generator import ingest
from generator.fetch import web as web_of
from tests.fetch.test_fetch import PAGE, Run, Web, run, web

__all__ = ["run", "web"]


def test_a_page_that_calls_itself_another_host_s_is_looked_at(web: Web, run: Run) -> None:
    link = '<link rel="canonical" href="https://www.elian-courier.example/news/ferry"></head>'
    moved = web.page("/moved", "", 301, Location=web.page("/news/ferry", PAGE.replace("</head>", link)))
    (made,) = run(moved)
    assert made.doubts == ("it calls itself https://www.elian-courier.example/news/ferry: was it printed there?",)


def test_no_page_of_the_web_leads_into_the_editor_s_network(
    web: Web, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    within = web.page("/secret").replace("127.0.0.1", "localhost")
    moved = web.page("/moved", "", 302, Location=within)
    assert run(moved)[0].new  # whoever asks for a page within is led on there
    for path in (tmp_path / "seeds").iterdir():
        path.unlink()
    web.asked.clear()
    monkeypatch.setattr(web_of, "inside", lambda host: host == "localhost")
    (refused,) = run(moved)
    assert refused.fault == (
        "it leads to localhost, which is within your own network; open it in a browser, if you trust it"
    )
    assert web.asked == ["/robots.txt", "/moved"]
    web.page("/robots.txt", "", 302, Location=within)
    assert "within your own network" in (run(web.page("/news"))[0].fault or "")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "0.0.0.0", "2130706433", "::1", "fe80::1", "::ffff:10.0.0.1"]
)
def test_what_lies_within_is_known_by_its_address(host: str) -> None:
    assert web_of.inside(host)


@pytest.mark.parametrize("host", ["9.9.9.9", "2620:fe::fe", "no host", "", "x" * 300])
def test_what_lies_outside_is_known_too(host: str) -> None:
    assert not web_of.inside(host)


def test_a_page_that_is_sent_packed_is_unpacked_and_a_bomb_is_not(web: Web, run: Run) -> None:
    packed, bomb = gzip.compress(PAGE.encode()), gzip.compress(b" " * 30_000_000)
    good, bad = run(
        web.page("/packed", packed, Content_Encoding="gzip"), web.page("/bomb", bomb, Content_Encoding="gzip")
    )
    assert good.about
    assert good.about.title == "Ferry aground – again"
    assert "more than 20 MB" in (bad.fault or "")


@pytest.mark.parametrize("label", ["punycode", "undefined", "utf-7", "a\\b"])
def test_an_encoding_that_no_page_is_in_stops_no_other_address(label: str, web: Web, run: Run) -> None:
    kind = f'text/html; charset="{label}"'
    one, other = run(web.page("/one", Content_Type=kind), web.page("/other", PAGE.replace("again", "and afloat")))
    assert one.path
    assert ingest.read(one.path.name, one.path.read_bytes()).text.startswith("The Corran ferry ran aground")
    assert other.new


@pytest.mark.parametrize("number", ["\u00b2", "9" * 5000, "-1", "1e3", ""])
def test_a_header_that_is_no_number_stops_no_other_address(number: str, web: Web, run: Run) -> None:
    later = web.page("/later", "", 503, Retry_After=number)
    one = web.page("/one", Content_Length=number)
    refused, first, other = run(later, one, web.page("/other", PAGE.replace("again", "and afloat")))
    assert "fault of its own (503)" in (refused.fault or "")
    assert first.new or first.fault
    assert other.new
