"""What the feeds of a briefing tell, and of whom."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as Xml

from generator import briefing, store
from generator.site import feeds
from generator.site.context import site_context
from generator.views import addresses, lookup

ATOM = "{http://www.w3.org/2005/Atom}"


def made(content: Path, url: str = "https://x.example/repo") -> dict[str, Xml.Element]:
    linked, _ = briefing.link(store.load(content))
    look = lookup.of(linked)
    site = site_context(linked, url)
    return {feed.address: Xml.fromstring(feeds.atom(look, site, feed)) for feed in feeds.of(look)}


def entries(feed: Xml.Element) -> dict[str, Xml.Element]:
    return {(e.findtext(f"{ATOM}id") or "").rstrip("/").rpartition("/")[2]: e for e in feed.iter(f"{ATOM}entry")}


def test_there_is_a_feed_of_events_sources_notes_and_changes_and_the_head_of_a_page_names_each(content: Path) -> None:
    found = made(content)
    assert sorted(found) == [
        "/feeds/changes.atom.xml", "/feeds/events.atom.xml", "/feeds/notes.atom.xml", "/feeds/sources.atom.xml",
    ]  # fmt: skip
    site = site_context(briefing.link(store.load(content))[0])
    assert {address for _, address, kind in site.feeds if "atom" in kind} == set(found)
    ids = [e.findtext(f"{ATOM}id") for feed in found.values() for e in feed.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


def test_a_source_is_its_publishers_and_a_digest_is_ours(content: Path) -> None:
    found = entries(made(content)[addresses.SOURCES_FEED])
    printed, digest = found["sandpiper-runs-aground"], found["our-digest-of-a-third"]
    assert printed.findtext(f"{ATOM}author/{ATOM}name") == "The Elian Courier"
    assert printed.findtext(f"{ATOM}published") == "2031-03-05T00:00:00Z"
    assert printed.findtext(f"{ATOM}title") == "Sandpiper runs aground <in fog>"
    assert digest.find(f"{ATOM}author") is None
    assert digest.find(f"{ATOM}published") is None
    assert digest.findtext(f"{ATOM}updated") == "2031-03-14T00:00:00Z"
    said = digest.findtext(f"{ATOM}summary") or ""
    assert said.startswith("Our digest of ")
    assert said.endswith("It tells of two events here.")


def test_an_event_is_told_in_the_words_of_one_report_and_a_digest_is_not_quoted(content: Path) -> None:
    found = entries(made(content)[addresses.EVENTS_FEED])
    aground = found["2031-03-04-sandpiper-aground"].findtext(f"{ATOM}summary") or ""
    assert aground.startswith("4 March 2031. Disputed: ")
    assert "The Elian Courier, 5 March 2031: “The ferry Sandpiper ran aground off Corran Bay on Tuesday”" in aground
    founding = found["2029-founding-of-the-line"].findtext(f"{ATOM}summary") or ""
    assert "the line was founded about two years ago" in founding
    assert "“" not in founding


def test_a_note_is_its_authors_and_dated_by_its_last_change(content: Path) -> None:
    page = content / "notes" / "a-second-note.md"
    page.write_text(page.read_text().replace("title:", "updated: 2031-04-09\ndate: 2031-04-01\ntitle:"))
    feed = made(content)[addresses.NOTES_FEED]
    found = entries(feed)
    assert found["what-aground-means"].findtext(f"{ATOM}author/{ATOM}name") == "An editor"
    assert found["a-second-note"].findtext(f"{ATOM}updated") == "2031-04-09T00:00:00Z"
    assert found["a-second-note"].findtext(f"{ATOM}published") == "2031-04-01T00:00:00Z"
    assert feed.findtext(f"{ATOM}updated") == "2031-04-09T00:00:00Z"


def test_without_notes_there_is_no_feed_of_them(content: Path) -> None:
    for page in (content / "notes").glob("*.md"):
        page.unlink()
    assert addresses.NOTES_FEED not in made(content)
