from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as Xml

from generator.site.feed import MAX_ENTRIES, Entry, atom, permanent_id

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(*entries: Entry, url: str = "https://x.example/repo") -> Xml.Element:
    text = atom(
        id=f"{url}/feeds/events.atom.xml",
        title="Ferries & <tides>",
        author="Ferries",
        link=f"{url}/",
        feed_link=f"{url}/feeds/events.atom.xml",
        updated=date(2031, 3, 14),
        lang="en",
        entries=entries,
    )
    return Xml.fromstring(text)


def entry(id: str, day: int, title: str = "A ferry sinks", summary: str = "4 March 2031") -> Entry:
    return Entry(
        f"https://x.example/events/{id}/", title, f"https://x.example/events/{id}/", date(2031, 3, day), summary
    )


def test_the_newest_comes_first_and_equals_stand_in_the_order_of_their_ids() -> None:
    ids = [e.findtext(f"{ATOM}id") for e in feed(entry("b", 4), entry("c", 9), entry("a", 4)).iter(f"{ATOM}entry")]
    assert [id.split("/")[-2] for id in ids if id] == ["c", "a", "b"]


def test_every_part_that_rfc_4287_wants_is_there() -> None:
    root = feed(entry("a", 4))
    for name in ("id", "title", "updated", "author"):
        assert root.find(f"{ATOM}{name}") is not None
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    one = root.find(f"{ATOM}entry")
    assert one is not None
    assert one.findtext(f"{ATOM}updated") == "2031-03-04T00:00:00Z"
    assert one.findtext(f"{ATOM}summary") == "4 March 2031"
    assert [link.get("rel") for link in root.findall(f"{ATOM}link")] == ["self", "alternate"]


def test_a_feed_without_events_is_dated_by_the_briefing() -> None:
    assert feed().findtext(f"{ATOM}updated") == "2031-03-14T00:00:00Z"


def test_titles_are_text_whatever_they_hold() -> None:
    title = 'A <b>"bold"</b> & ]]> move\x00\x0b\ud800'
    assert (
        feed(entry("a", 4, title)).findtext(f"{ATOM}entry/{ATOM}title")
        == 'A <b>"bold"</b> & ]]> move\ufffd\ufffd\ufffd'
    )


def test_a_long_feed_ends() -> None:
    assert len(feed(*(entry(f"e{i}", 4) for i in range(MAX_ENTRIES + 50))).findall(f"{ATOM}entry")) == MAX_ENTRIES


def test_ids_are_addresses_where_there_is_a_host_and_tags_where_there_is_none() -> None:
    assert permanent_id("https://x.example/repo", "ferries", "/events/a/") == "https://x.example/repo/events/a/"
    assert permanent_id("/repo", "ferries", "/events/a/") == permanent_id("", "ferries", "/events/a/")
    assert permanent_id("", "ferries", "/events/a/") == "tag:briefing.invalid,2000:ferries/events/a/"
