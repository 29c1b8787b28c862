"""From a folder of content, through Pelican, to the pages that a reader sees."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from tests.site import content_fixture as fixture
from tests.site.crawl import faults, read, words
from tests.site.pelican_run import ROOT, Built, run_pelican

KINDS = (
    "index.html",
    "chronology/index.html",
    "chronology/reports/index.html",
    "chronology/one-report/index.html",
    "disputes/index.html",
    "events/2031-03-04-sandpiper-aground/index.html",
    "entities/index.html",
    "entities/mara-quill/index.html",
    "sources/index.html",
    "sources/sandpiper-runs-aground/index.html",
    "sources/our-digest-of-a-third/index.html",
    "notes/index.html",
    "notes/what-aground-means/index.html",
    "about/index.html",
    "method/index.html",
    "404.html",
)


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_build_says_what_it_made_and_nothing_else(plain_site: Built) -> None:
    assert plain_site.status == 0, plain_site.complained
    (warning,) = plain_site.complained.splitlines()
    assert warning.startswith('content/entities/brack-and-sons.md:4: warning: "javascript:alert(3)" is no web address')
    old_addresses = 2
    assert plain_site.said.startswith(f"Site in output: {len(plain_site.pages()) - old_addresses} pages, ")
    assert "1 problem" in plain_site.said
    assert "Processed 0 articles" not in plain_site.said


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_page_is_there_once_titled_and_outlined(plain_site: Built, name: str) -> None:
    page = read(plain_site.folder / name)
    assert "Ferries & <tides>" in page.title
    assert page.headings.count(1) == 1
    leaps = [(a, b) for a, b in zip(page.headings, page.headings[1:], strict=False) if b > a + 1]
    assert leaps == []


def test_every_link_asset_and_fragment_leads_somewhere(plain_site: Built) -> None:
    assert faults(plain_site.folder) == []


def test_every_link_asset_and_fragment_leads_somewhere_under_a_prefix(prefixed_site: Built) -> None:
    assert prefixed_site.status == 0, prefixed_site.complained
    assert faults(prefixed_site.folder, "/repo") == []
    assert 'href="/repo/chronology/"' in prefixed_site.read("404.html")


def test_the_reader_finds_every_event_with_its_dispute_and_its_sources(plain_site: Built) -> None:
    chronology = words(plain_site.folder / "chronology" / "index.html")
    for text in fixture.EVENTS.values():
        assert text.split("\n")[0].removeprefix("title: ") in chronology
    assert "4 March 2031" in chronology
    assert "6 March 2031" in chronology
    assert "July 2031" in chronology
    assert "about 2029" in chronology
    for word in ("Disputed", "Planned", "Unverified", "Undisputed", "The Elian Courier", "Coastwise"):
        assert word in chronology
    event = words(plain_site.folder / "events" / "2031-03-04-sandpiper-aground" / "index.html")
    assert fixture.QUOTED in event
    assert "the Sandpiper struck the bar on 6 March 2031" in event


def test_nothing_of_a_digest_stands_in_quotation_marks(plain_site: Built) -> None:
    for name in (
        "chronology/index.html",
        "events/2029-founding-of-the-line/index.html",
        "sources/our-digest-of-a-third/index.html",
    ):
        text = words(plain_site.folder / name)
        said = "the line was founded about two years ago"
        assert said in text
        for mark in "“‘\"'«„":
            assert mark + said not in text
            assert f"{mark} {said}" not in text


def test_the_article_marks_its_claims_and_links_its_names(plain_site: Built) -> None:
    html = plain_site.read("sources/sandpiper-runs-aground/index.html")
    for n in (1, 2, 3):
        assert html.count(f'id="n{n}"') == 1
        assert html.count(f'id="c{n}"') == 1
    assert 'href="/entities/mara-quill/"' in html
    assert 'href="/entities/layla-haddad/"' in html
    assert "tracker.example" not in "".join(read(plain_site.folder / "sources/sandpiper-runs-aground/index.html").loads)


def test_an_old_address_leads_to_the_living_page(prefixed_site: Built) -> None:
    for old, new in (
        ("events/sandpiper-strands", "/repo/events/2031-03-04-sandpiper-aground/"),
        ("entities/m-quill", "/repo/entities/mara-quill/"),
    ):
        assert f'content="0; url={new}"' in prefixed_site.read(f"{old}/index.html")


def test_the_feed_names_every_event(prefixed_site: Built) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    root = Xml.parse(prefixed_site.folder / "feeds" / "events.atom.xml").getroot()
    entries = root.findall(f"{atom}entry")
    assert len(entries) == len(fixture.EVENTS)
    ids = [entry.findtext(f"{atom}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    by_title = {entry.findtext(f"{atom}title"): entry for entry in entries}
    ship = by_title["The Sandpiper runs aground off Corran Bay"]
    assert "4 March 2031. Disputed" in (ship.findtext(f"{atom}summary") or "")
    assert ship.findtext(f"{atom}updated") == "2031-03-10T00:00:00Z"
    assert "No date given" in (by_title["A new slip is built"].findtext(f"{atom}summary") or "")
    assert "Planned" in (by_title["The Ferry Compact is signed"].findtext(f"{atom}summary") or "")


def test_a_site_with_an_address_says_so_to_machines(tmp_path: Path) -> None:
    url = "https://ferries.example/repo"
    built = run_pelican(fixture.write_content(tmp_path), tmp_path / "out", siteurl=url + "/", conf="publishconf.py")
    assert built.status == 0, built.complained
    assert f"Sitemap: {url}/sitemap.xml" in built.read("robots.txt")
    sitemap = built.read("sitemap.xml")
    assert f"<loc>{url}/events/2031-03-04-sandpiper-aground/</loc>" in sitemap
    assert "404" not in sitemap
    assert "sandpiper-strands" not in sitemap
    assert f'<link rel="canonical" href="{url}/notes/what-aground-means/">' in built.read(
        "notes/what-aground-means/index.html"
    )
    assert f"<id>{url}/events/new-slip-is-built/</id>" in built.read("feeds/events.atom.xml")
    assert (built.folder / ".nojekyll").is_file()


def test_a_preview_names_no_address_that_it_does_not_have(plain_site: Built) -> None:
    assert "Sitemap" not in plain_site.read("robots.txt")
    assert all('rel="canonical"' not in page.read_text(encoding="utf-8") for page in plain_site.pages())


def test_the_same_content_gives_the_same_bytes(plain_site: Built, tmp_path: Path) -> None:
    again = run_pelican(fixture.write_content(tmp_path), tmp_path / "output")
    assert digest(again.folder) == digest(plain_site.folder)


def test_a_faulty_page_is_named_and_left_out_and_stops_a_publication(tmp_path: Path) -> None:
    content = fixture.write_content(tmp_path)
    page = content / "notes" / "a-second-note.md"
    page.write_text(page.read_text().replace("[[mv-sandpiper]]", "[[mv-sandpipr]]"))
    built = run_pelican(content, tmp_path / "output")
    assert built.status == 0
    assert "content/notes/a-second-note.md:4: " in built.complained
    assert 'did you mean "mv-sandpiper"?' in built.complained
    assert "1 page left out" in built.said
    assert not (built.folder / "notes" / "a-second-note").exists()
    strict = run_pelican(content, tmp_path / "public", conf="publishconf.py")
    assert strict.status == 1
    assert "The site was not built: 1 error" in strict.complained
    assert not (tmp_path / "public").exists()
    assert "Traceback" not in strict.complained + strict.said


def test_a_rebuild_removes_the_pages_that_are_gone_and_nothing_foreign(tmp_path: Path) -> None:
    content = fixture.write_content(tmp_path)
    built = run_pelican(content, tmp_path / "output")
    (built.folder / "CNAME").write_text("ferries.example")
    (content / "notes" / "a-second-note.md").unlink()
    again = run_pelican(content, tmp_path / "output")
    assert again.status == 0
    assert " removed" in again.said
    assert not (built.folder / "notes" / "a-second-note").exists()
    assert (built.folder / "CNAME").read_text() == "ferries.example"
    assert faults(built.folder) == []


def test_a_site_address_that_is_none_is_refused_in_one_line(content: Path, tmp_path: Path) -> None:
    built = run_pelican(content, tmp_path / "output", siteurl="ftp://x")
    assert built.status == 1
    assert built.complained.count("\n") == 1
    assert 'SITEURL "ftp://x"' in built.complained


@pytest.mark.parametrize(
    "fault", ["{% bad %}", "{{ view.nothing }}", "{{ href('nowhere') }}", "{{ asset('none.css') }}"]
)
def test_a_fault_of_the_theme_is_named_with_its_line_and_keeps_the_last_site(tmp_path: Path, fault: str) -> None:
    content = fixture.write_content(tmp_path)
    theme = tmp_path / "theme"
    shutil.copytree(ROOT / "theme", theme)
    before = run_pelican(content, tmp_path / "output", extra=("-t", str(theme)))
    template = theme / "templates" / "page.html"
    text = template.read_text().replace("{% block main %}", "{% block main %}\n" + fault)
    template.write_text(text)
    line = text[: text.index(fault)].count("\n") + 1
    made = digest(before.folder)
    built = run_pelican(content, tmp_path / "output", extra=("-t", str(theme)))
    assert built.status == 1
    assert f"theme/templates/page.html:{line}: " in built.complained
    assert "Traceback" not in built.complained + built.said
    assert digest(built.folder) == made


def test_an_empty_briefing_is_a_site(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "articles").mkdir(parents=True)
    built = run_pelican(content, tmp_path / "output")
    assert built.status == 0, built.complained + built.said
    assert faults(built.folder) == []
    assert Xml.parse(built.folder / "feeds" / "events.atom.xml").getroot() is not None
