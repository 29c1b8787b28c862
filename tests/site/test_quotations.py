"""Nothing stands in quotation marks that the publisher named for it did not print."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from generator import markup, store
from generator.views.typography import curled
from tests.site.pelican_run import ROOT, Built, run_pelican

CLAIM = re.compile(r'<div class="claim claim--printed[^"]*">(.*?)</div>', re.S)
# The source's words for a date, which stand in the row of that source.
WHEN = re.compile(r'<tr[^>]*>\s*<th scope="row">(?:(?!</th>).)*?href="[^"]*/sources/([^/"]+)/[^"]*".*?</tr>', re.S)
# The same where an event has but one claim.
ALONE = re.compile(r'<dl class="facts alone" data-source="([^"]*)".*?</dl>', re.S)
QUOTED = re.compile("“([^”]*)”")
# What editors and sources wrote themselves is theirs to quote in.
THEIRS = ("notes", "about", "method", "sources")


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def wrongly_quoted(folder: Path, content: Path) -> tuple[int, list[str]]:
    """How many quotations there are, and those whose words their source does not have."""
    loaded = store.load(content)
    printed = {a.id: " ".join(markup.plain(a.body).split()) for a in loaded.articles}
    digests = {a.id for a in loaded.articles if a.front.wording == "paraphrase"}
    # What the editors wrote stands on its own page, and elsewhere only beside a link to that page.
    editors = [
        (page.id, " ".join(curled(text).split()))
        for page in (*loaded.notes, *loaded.pages, *loaded.events, *loaded.entities)
        for text in (page.body, getattr(page.front, "summary", None) or "", getattr(page.front, "title", ""))
    ]
    number, wrong = 0, []
    for page in sorted(folder.rglob("*.html")):
        where = page.relative_to(folder).as_posix()
        if where.split("/")[0] in THEIRS:
            continue
        html = page.read_text(encoding="utf-8").partition("<main")[2]
        credited = [(re.findall(r"/sources/([^/\"]+)/", c[1])[0], c[1]) for c in CLAIM.finditer(html)]
        credited += [(row[1], row[0]) for row in WHEN.finditer(html)]
        credited += [(row[1], row[0]) for row in ALONE.finditer(html)]
        for source, block in credited:
            for quoted in QUOTED.findall(text(block)):
                number += 1
                if source in digests or quoted not in printed[source]:
                    wrong.append(f"{where}: {source} did not print “{quoted}”")
        rest = text(ALONE.sub("", WHEN.sub("", CLAIM.sub("", html))))
        # A title may stand as a link's words wherever its page is spoken of.
        titles = [a.front.title for a in loaded.articles]
        titles += [curled(p.front.title) for p in (*loaded.events, *loaded.notes)]
        theirs = [*titles, *(words for ident, words in editors if is_of(page, ident) or f"/{ident}/" in html)]
        wrong += [f"{where}: whose is “{q}”?" for q in QUOTED.findall(rest) if not any(f"“{q}”" in t for t in theirs)]
    return number, wrong


def is_of(page: Path, ident: str) -> bool:
    """Whether this file is the page of `ident`: `events/ID/index.html`, or the home page for `home`."""
    return page.parent.name == ident or ident == "home"


def test_the_invented_briefing_quotes_only_what_was_printed(prefixed_site: Built) -> None:
    number, wrong = wrongly_quoted(prefixed_site.folder, prefixed_site.content)
    assert wrong == []
    assert number > 10


def test_the_shipped_briefing_quotes_only_what_was_printed(tmp_path: Path) -> None:
    built = run_pelican(ROOT / "content", tmp_path / "output")
    assert built.status == 0, built.complained
    assert wrongly_quoted(built.folder, ROOT / "content")[1] == []
