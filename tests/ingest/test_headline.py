"""Headline, authors, day and publisher of a saved page are those that its readers see."""

from __future__ import annotations

import pytest

from generator.document import Document
from generator.ingest import read

TEXT = (
    "<p>The salt mine under the old town will open to visitors in June, its new owner said on Monday at the gate.</p>"
    "<p>Nobody has worked there since 1974, when the last cart was hauled up and the ponies were sold to a school.</p>"
    "<p>A ticket costs nine crowns. The descent takes four minutes, and the way back up takes a good deal longer.</p>"
)
STANDFIRST = "Nobody has been down there for half a century, and the ponies have been forgotten by all but one man."
PRINTED = "Old salt mine opens its gate to visitors"


@pytest.mark.parametrize(
    ("title", "shared", "top"),
    [
        (f"{PRINTED} | Coast Post", "A mine with ponies", f"<h1>{PRINTED}</h1>"),
        ("Coast Post", "Salt mine opens its gate", f"<h1>{PRINTED}</h1>"),
        (f"{PRINTED} (Photos, Map) - Coast Post", f"{PRINTED} (Photos, Map)", f"<h1>{PRINTED}</h1>"),
        ("Opens its gate | Coast", "Salt mine opens to visitors", f"<h1>{PRINTED}</h1>"),
        (f"{PRINTED} | CP", "Coast Post Group", f"<h1><span>{PRINTED}</span></h1>"),
        ("Press Releases | Coast", "Press Releases", f"<h1>Press Releases</h1><p>May 4, 2022</p><h2>{PRINTED}</h2>"),
        (
            "Coast Post: Local News",
            "",
            f"<font size=5><b>{PRINTED}</b></font><br><font size=1>By ADA LUND<br>Published May 4, 2022</font><br><br>",
        ),
    ],
)
def test_the_printed_headline_wins_over_what_is_made_for_sharing(title: str, shared: str, top: str) -> None:
    meta = f'<meta property="og:title" content="{shared}">' if shared else ""
    page = f"<html lang=en><head><title>{title}</title>{meta}</head><body><div>{top}{TEXT}</div></body></html>"
    assert read("a.html", page.encode()).title == PRINTED


@pytest.mark.parametrize("heading", ["Local News", "Coast Post", "Coast"])
def test_a_heading_that_is_the_rubrics_or_the_sites_is_no_headline(heading: str) -> None:
    page = (
        f'<html lang=en><head><title>{PRINTED} | {heading}</title><meta property="og:title" content="{PRINTED}">'
        f'<meta property="og:site_name" content="Coast Post"></head><body><h1>{heading}</h1><h2>{PRINTED}</h2>{TEXT}'
    )
    assert read("a.html", page.encode()).title == PRINTED


def facts(head: str, top: str, foot: str = "") -> Document:
    page = f"<html lang=en><head>{head}</head><body>{top}{TEXT}{foot}</body></html>"
    return read("a.html", page.encode())


def author(name: str, kind: str = "Person") -> str:
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "' + PRINTED + '", "author": '
        '{"@type": "' + kind + '", "name": "' + name + '"}}</script>'
    )


@pytest.mark.parametrize(
    ("head", "byline", "wanted"),
    [
        (
            "",
            "<div class=byline><div>By <a>Ada Lund</a>, Mine Correspondent</div><time>Thu 5 May</time></div>",
            "Ada Lund",
        ),
        ("", f"<p>{STANDFIRST}</p><div><p><span>Par <a href=/l>Ada Lund</a></span></p></div>", "Ada Lund"),
        ("", "<p class=author>Von Ada Lund, Lund</p>", "Ada Lund"),
        ("<meta name=author content=cpadmin>", "<p class=byline>By Ada Lund</p>", "Ada Lund"),
        ("<meta name=author content=adal>", "", "adal"),
        (author("Ada Lund"), "<p>5 May 2022 | By Ada Lund and Ben Ohm</p>", "Ada Lund, Ben Ohm"),
        (author("Ada Lund"), "<p>5 May 2022 | By Ben Ohm</p>", "Ada Lund"),
        (
            "",
            "<div class=x>Interview: <a href=/l>Ada Lund</a> • 5 May 2022 • <a href=/c>2 comments</a></div>",
            "Ada Lund",
        ),
    ],
)
def test_the_authors_are_those_of_the_byline(head: str, byline: str, wanted: str) -> None:
    assert facts(f"<title>{PRINTED}</title>{head}", f"<h1>{PRINTED}</h1>{byline}").author == wanted


@pytest.mark.parametrize(
    ("meta", "printed", "day"),
    [
        ("date", "<span>May 4, 2022</span> <span>Mines</span>", "2022-05-04"),
        ("date", "", "2022-05-17"),
        ("date", "<span>May 19, 2022</span>", "2022-05-17"),
        ("article:published_time", "<span>May 4, 2022</span>", "2022-05-17"),
    ],
)
def test_a_day_that_may_be_of_the_last_change_yields_to_an_earlier_printed_one(
    meta: str, printed: str, day: str
) -> None:
    head = f'<title>{PRINTED}</title><meta property="{meta}" content="2022-05-17">'
    assert facts(head, f"<h1>{PRINTED}</h1><div>{printed}</div>").published == day


LOGO = "<a href='/'><img src=l.gif alt='Lund and Coast Echo'></a>"


@pytest.mark.parametrize(
    ("title", "said", "top", "publisher"),
    [
        (f"{PRINTED} - Lund and Coast Echo", "Regional Titles", LOGO, "Lund and Coast Echo"),
        (f"{PRINTED} - Lund and Coast Echo", "Lund and Coast Echo", LOGO, "Lund and Coast Echo"),
        (f"{PRINTED} (From Lund Gazette)", "", "", "Lund Gazette"),
        (f"{PRINTED} | SML", "SML", "<a href='/'><img src=l.gif alt='Salt Miners’ League'></a>", "Salt Miners’ League"),
        (f"{PRINTED} | SML", "SML", "", "SML"),
        (f"{PRINTED} | SML", "SML", "<p>© 2022 Salt Miners’ League</p>", "SML"),
        (f"{PRINTED} | Shaftly Group", "Shaftly", "<a href='/'>Shaftly Group</a>", "Shaftly Group"),
        (f"{PRINTED} | Shaftly Blog", "Shaftly", "<a href='/'>Shaftly</a>", "Shaftly"),
    ],
)
def test_the_publisher_is_the_one_that_readers_know(title: str, said: str, top: str, publisher: str) -> None:
    meta = f'<meta property="og:site_name" content="{said}">' if said else ""
    assert facts(f"<title>{title}</title>{meta}", f"{top}<h1>{PRINTED}</h1>").publisher == publisher


def test_a_ministry_that_signs_its_release_is_its_publisher() -> None:
    site = '<meta property="og:site_name" content="GOV.COAST">'
    made = facts(f"<title>{PRINTED}</title>{site}{author('Ministry of Mines', 'Organization')}", f"<h1>{PRINTED}</h1>")
    assert (made.author, made.publisher) == (None, "Ministry of Mines")
    site = '<meta property="og:site_name" content="Coast Post">'
    made = facts(f"<title>{PRINTED}</title>{site}{author('Lund Council', 'Organization')}", f"<h1>{PRINTED}</h1>")
    assert made.publisher == "Coast Post"
