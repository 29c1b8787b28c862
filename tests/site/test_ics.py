"""The calendar as calendar programs read it, and what RFC 5545 wants of every line."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest

from generator import briefing, store
from generator.site import ics
from generator.site.context import site_context
from generator.views import lookup
from generator.views.lookup import Lookup

URL = "https://x.example/repo"


def read(content: Path) -> Lookup:
    return lookup.of(briefing.link(store.load(content))[0])


def made(content: Path, url: str = URL) -> str:
    look = read(content)
    return ics.calendar(look, site_context(look.briefing, url))


def events(text: str) -> dict[str, icalendar.Event]:
    parsed = icalendar.Calendar.from_ical(text)
    assert not parsed.errors
    return {str(e["UID"]).rstrip("/").rpartition("/")[2]: e for e in parsed.walk("VEVENT")}


def test_a_calendar_program_reads_every_dated_event(content: Path) -> None:
    found = events(made(content))
    look = read(content)
    assert sorted(found) == sorted(look.in_time)
    for id, event in found.items():
        assert event.errors == []
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert str(event["URL"]) == f"{URL}/events/{id}/"
        assert str(event["TRANSP"]) == "TRANSPARENT"


def test_a_day_a_month_and_a_plan(content: Path) -> None:
    found = events(made(content))
    day = found["2031-03-07-harbour-closes"]
    assert (day.start, day.end) == (date(2031, 3, 7), date(2031, 3, 8))
    assert str(day["STATUS"]) == "CONFIRMED"
    assert str(day["SUMMARY"]) == "Port Elian closes its harbour"
    assert day["GEO"].to_ical() == "12.5;-41.25"
    plan = found["2031-07-ferry-compact-signing"]
    assert (plan.start, plan.end) == (date(2031, 7, 1), date(2031, 8, 1))
    assert str(plan["STATUS"]) == "TENTATIVE"
    assert str(plan["SUMMARY"]) == "The Ferry Compact is signed (July 2031)"
    assert "STATUS" not in found["2031-03-04-sandpiper-aground"]


def test_every_line_keeps_to_the_rfc(content: Path) -> None:
    data = made(content).encode("utf-8")
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line] == []
    for line in lines:
        line.decode("utf-8")  # no letter is cut
        assert re.match(rb" |[A-Z-]+[;:]", line), line
    names = [line.partition(b":")[0] for line in lines]
    assert names.count(b"BEGIN") == names.count(b"END")
    assert names.count(b"DTSTAMP") == names.count(b"UID") == names.count(b"SUMMARY") > 4


def test_ids_do_not_change_with_titles_and_dates(content: Path) -> None:
    before = events(made(content))
    page = content / "events" / "2031-03-07-harbour-closes.md"
    page.write_text(page.read_text().replace("Port Elian closes", "Port Elian shuts"))
    after = events(made(content))
    assert [str(e["UID"]) for e in before.values()] == [str(e["UID"]) for e in after.values()]
    assert made(content) == made(content)


@pytest.mark.parametrize("title", ["a; b, c\\n d\\", "ends\x00 here\x1b", "é" * 200, "ليلى " * 40, "x\u2028END:VEVENT"])
def test_a_title_stays_one_value(content: Path, title: str) -> None:
    look = read(content)
    page = look.briefing.events["2031-03-07-harbour-closes"]
    changed = page.front.model_copy(update={"title": title})
    renamed = type(page)(**{f: getattr(page, f) for f in page.__slots__} | {"front": changed})
    pages = {**look.briefing.events, page.id: renamed}
    whole = briefing.Briefing(**{f: getattr(look.briefing, f) for f in look.briefing.__slots__} | {"events": pages})
    text = ics.calendar(lookup.of(whole), site_context(whole, URL))
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    found = str(events(text)[page.id]["SUMMARY"])
    assert found == title.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")


def test_a_line_break_in_a_text_begins_no_property(content: Path) -> None:
    assert ics._text("a\r\nATTENDEE:x\rb\nc") == "a\\nATTENDEE:x\\nb\\nc"
    assert list(ics.folded(["a" * 75, "b" * 76])) == ["a" * 75, "b" * 75, " b"]
    assert [len(line.encode()) for line in ics.folded(["é" * 75])] == [74, 75, 3]


def test_a_briefing_without_dates_has_no_calendar_and_says_so_nowhere(content: Path) -> None:
    for page in (content / "events").glob("*.md"):
        page.write_text(re.sub(r"\ndate: .*", "", page.read_text()))
    for page in (content / "articles").glob("*.md"):
        page.write_text(re.sub(r"\n    date: .*", "", page.read_text()))
    look = read(content)
    assert look.events
    assert not look.in_time
    site = site_context(look.briefing, URL)
    assert ics.calendar(look, site) == ""
    assert [address for _, address, _ in site.feeds if address.endswith(".ics")] == []


def test_the_end_is_the_day_behind_the_last(content: Path) -> None:
    for event in events(made(content)).values():
        assert event.end - event.start >= timedelta(days=1)
