"""The theme's own rules, and what a reader would notice on the rendered pages."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.site import table
from generator.site.context import site_context
from generator.site.environment import environment
from generator.site.links import Links
from generator.views import chronology
from generator.views.data import page as data_page
from generator.views.lookup import Lookup
from tests.views.ferry import Build
from tests.views.test_chronology import one_source

THEME = Path(__file__).parents[2] / "theme"
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
CSS = (THEME / "static" / "style.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_a_template_opens_with_its_purpose(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("{#")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_a_template_trusts_nothing_and_decides_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code = " ".join(re.findall(r"\{[{%].*?[%}]\}", text, re.S))
    assert not re.search(r"\|\s*(safe|sort|groupby|dictsort|unique|map|select|reject|selectattr|rejectattr)\b", code)
    # A script is a file of the theme, and nothing else.
    text = re.sub(r"""<script type="module" src="\{\{ asset\('\w+\.js'\) \}\}"></script>""", "", text)
    assert not re.search(r"\bstyle=|<style|<script|\bon[a-z]+=|\|\s*tojson|autoescape", text)


def test_the_style_sheet_asks_for_nothing_from_elsewhere() -> None:
    assert re.findall(r"url\(([^)]*)\)", CSS) == ['"fonts/source-serif-4-latin-wght-normal.woff2"']
    assert "@import" not in CSS


class Page(HTMLParser):
    """The elements, ids, headings and quoted claims of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.fragments: list[str] = []
        self.described: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "a" and (values.get("href") or "").startswith("#"):
            self.fragments.append((values["href"] or "")[1:])
        self.described += (values.get("aria-labelledby") or "").split()


def render(look: Lookup) -> dict[str, str]:
    site = site_context(look.briefing)
    env = environment(THEME, site, Links(look.briefing))
    exported = data_page.Export("/data/events.csv", "tables", "events", 900)
    data = table.SitePage("/data/", "data.html", lambda: data_page.view(look, [exported]))
    return {
        page.address: env.get_template(page.template).render(view=page.view, here=page.address)
        for page in (*table.pages(look), data)
    }


@pytest.fixture
def site(ferry: Lookup) -> dict[str, str]:
    return render(ferry)


def test_every_page_has_one_address_and_a_title_of_its_own(site: dict[str, str]) -> None:
    titles = [re.findall(r"<title>(.*?)</title>", html)[0] for html in site.values()]
    assert len(set(titles)) == len(site)
    assert set(site) >= {"/", "/chronology/", "/disputes/", "/events/lamp-out/", "/entities/varno/", "/sources/tide/"}


def test_headings_go_down_one_step_at_a_time_from_one_h1(site: dict[str, str]) -> None:
    for address, html in site.items():
        levels = Page(html).headings
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), (address, levels)


def test_ids_are_unique_and_what_points_to_them_finds_them(site: dict[str, str]) -> None:
    for address, html in site.items():
        page = Page(html)
        assert len(page.ids) == len(set(page.ids)), address
        assert set(page.fragments) | set(page.described) <= set(page.ids), address


def test_quotation_marks_stand_only_around_printed_words(site: dict[str, str]) -> None:
    """The digest's words appear, and never behind an opening mark; the newspaper's appear in marks."""
    text = "\n".join(re.sub(r"<[^>]*>", "", html) for html in site.values())
    for words in ("In February a ferry", "The lamp on the bank had been out"):
        assert words in text
        assert f"“{words}" not in text
    assert "“The ferry ran aground on Monday" in text
    printed = re.findall(r'<div class="claim claim--printed.*?</div>', "".join(site.values()), re.S)
    assert printed
    assert all("Coastal Gazette" in claim for claim in printed)
    digests = re.findall(r'<div class="claim(?! claim--printed).*?</div>', "".join(site.values()), re.S)
    assert digests
    assert all("Our digest of" in claim and "“" not in claim for claim in digests)


def test_status_is_said_in_words_wherever_it_is_drawn(site: dict[str, str]) -> None:
    for html in site.values():
        for status in re.findall(r'<(?:p|li|div) class="status status--\w+">(.*?)</(?:p|li|div)>', html, re.S):
            assert re.sub(r"<[^>]*>", "", status).strip()


def test_the_page_of_a_section_is_marked_in_the_navigation(site: dict[str, str]) -> None:
    assert '<a href="/sources/" aria-current="page">' in site["/sources/"]
    assert '<a href="/sources/" aria-current="true">' in site["/sources/tide/"]
    assert '<a href="/chronology/" aria-current="true">' in site["/events/lamp-out/"]


def test_an_empty_briefing_renders(build: Build) -> None:
    site = render(build())
    assert "This briefing is still empty." in site["/"]
    assert "<svg" not in site["/chronology/"]


def test_names_in_other_scripts_are_isolated(build: Build) -> None:
    look = build(entities={"rami": "---\nname: רמי\ntype: person\naliases: [رامي]\n---\n"})
    page = render(look)["/entities/rami/"]
    assert '<h1><span dir="auto">רמי</span></h1>' in page
    assert '<span dir="auto">رامي</span>' in page


def test_a_sentence_runs_as_its_language_does_whatever_its_first_letter(build: Build) -> None:
    text = "רמי sailed on Monday."
    article = (
        "---\ntitle: A sail\ndate: 2031-03-04\nsource: {seed: a, sha256: a, publisher: Tide}\n"
        "entities:\n  - {id: rami, names: [רמי]}\n"
        f"events:\n  - {{id: sail, date: 2031-03-03, quote: {text}, entities: [rami]}}\n---\n{text}\n"
    )
    events = {"sail": "---\ntitle: A sail\ndate: 2031-03-03\nstatus: unverified\nentities: [rami]\n---\n"}
    entities = {"rami": "---\nname: רמי\ntype: person\n---\n"}
    site = render(build(articles={"a": article}, events=events, entities=entities))
    assert '<li><b class="hit" dir="auto">רמי</b> sailed on Monday.</li>' in site["/entities/rami/"]
    assert '<blockquote class="claim__words"><p>“' in site["/events/sail/"]
    hebrew = render(build(articles={"a": article.replace("title: A sail", "title: A sail\nlang: he")}, events=events,
                          entities=entities))  # fmt: skip
    assert '<blockquote class="claim__words" lang="he" dir="rtl">' in hebrew["/events/sail/"]


def dangling(site: dict[str, str]) -> list[tuple[str, str, str]]:
    """(page, path, fragment) of every internal link that leads nowhere."""
    ids = {address: set(Page(html).ids) for address, html in site.items()}
    links = {
        (address, path, fragment)
        for address, html in site.items()
        for path, fragment in re.findall(r'href="(/[^"#?]*/|/)(?:#([^"]*))?"', html)
    }
    return sorted(x for x in links if x[1] not in ids or (x[2] and x[2] not in ids[x[1]]))


def test_every_link_leads_somewhere(site: dict[str, str]) -> None:
    assert dangling(site) == []


def test_a_long_chronology_renders_and_its_links_lead_somewhere(build: Build) -> None:
    dates = {f"event-{n}": f"{2028 + n % 3}-{n % 12 + 1:02}" for n in range(chronology.ON_ONE_PAGE + 1)}
    site = render(build(**one_source(dates)))
    assert "/chronology/2029/" in site
    assert dangling(site) == []
