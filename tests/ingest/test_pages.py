"""Saved pages: what of them is the article, and what they say about it."""

from __future__ import annotations

import base64
import quopri

import pytest

from generator.document import Document
from generator.ingest import bylines, html_site, html_title, html_tree, read
from generator.ingest.days import day_in

FIRST = "The night train to the coast will run again from May, the railway said on Tuesday after a trial of two weeks."
SECOND = "Passengers had asked for it since 2019, when the last carriage was sold to a circus, where it still stands."
THIRD = "Tickets cost 40 crowns, and a bed 15 more. Breakfast is served until the sea can be seen."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
OTHER = "The council has sold the old harbour crane to a maker of garden furniture, who will not say what it is for."


def page(body: str, head: str = "<title>Night train returns to the coast</title>") -> Document:
    return read("a.html", f"<html lang=en><head>{head}</head><body>{body}</body></html>".encode())


def paragraphs(body: str, head: str = "<title>Night train returns to the coast</title>") -> list[str]:
    return page(body, head).text.split("\n\n")


HEADLINE = "<h1>Night train returns to the coast</h1>"


@pytest.mark.parametrize(
    "around",
    [
        "<div class='overflow-hidden hidden-scrollbar'>{}</div>",
        "<div class='elementor-widget elementor-widget-theme-post-content'>{}</div>",
        "<div class='post type-post tag-politics category-news has-sidebar sidebar-left'>{}</div>",
        "<div class='view view-content'><div class='views-row'>{}</div></div>",
        "<div class='paywall'>{}</div>",
        "<div class='topic-body'>{}</div>",
        "<form id='aspnetForm'>{}<input type=text></form>",
    ],
)
def test_a_name_that_may_mean_something_else_takes_no_article_away(around: str) -> None:
    assert paragraphs(around.format(HEADLINE + BODY)) == [FIRST, SECOND, THIRD]
    assert paragraphs(HEADLINE + around.format(BODY)) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "part",
    [
        f"<div class='mid-article-newsletter'><p>{OTHER}</p></div>",
        f"<div class='c4'><h3><a href=/x>City sells its harbour crane</a></h3><p>{OTHER}</p></div>",
        "<div class='c4'><p>One story about trains, every Thursday. Free.</p><input type=email></div>",
        "<div class='c4'><img src=a.jpg><p>The night train at the station, before its last journey.</p></div>",
        "<table align=right><tr><td><b>More on trains</b><br><a href=/x>Slow trains</a></td></tr></table>",
        f"<div style='display: none'><p>{OTHER}</p></div>",
        f"<blockquote class='pull-quote'>{SECOND}</blockquote>",
        "<p>This article was amended on 4 May 2022. An earlier version named the wrong sea.</p>",
        "<p>We may earn a commission when you book through links on this page.</p>",
    ],
)
def test_boxes_in_an_article_go(part: str) -> None:
    body = f"<div class=c1>{HEADLINE}<div class=c2><p>{FIRST}</p>{part}<p>{SECOND}</p><p>{THIRD}</p></div></div>"
    assert paragraphs(body) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "part",
    [
        "<ul><li>No dogs</li><li>No brass bands</li></ul>",
        "<blockquote><p>“We shall see the sea,” said the driver.</p></blockquote>",
        "<h2>What it costs</h2>",
        "<p>Nobody minded.</p>",
        "<p><img src=i.gif width=16> Dogs travel free.</p>",
    ],
)
def test_what_the_author_set_between_paragraphs_stays(part: str) -> None:
    body = f"<div class=c1>{HEADLINE}<div class=c2><p>{FIRST}</p>{part}<p>{SECOND}</p><p>{THIRD}</p></div></div>"
    made = paragraphs(body)
    assert len(made) > 3
    assert (made[0], made[-1]) == (FIRST, THIRD)


def test_a_list_of_days_below_a_heading_belongs_to_the_text_and_a_list_of_headlines_does_not() -> None:
    days = (
        "May 4, 2019: Last night train leaves",
        "July 9, 2020: Carriage sold",
        "March 2, 2024: A trial of two weeks",
    )
    listed = "".join(f"<li>{day}</li>" for day in days)
    more = "<p>Also read: Ten beds with a view</p>"
    told = page(f"{HEADLINE}{BODY}<h2>How it came</h2><ul>{listed}</ul>{more}").text
    assert all(day in told for day in days)
    assert "Also read" not in told
    others = "".join(f"<li>{line}</li>" for line in ("Ten beds with a view", "Crane sold", "Rain in the hills"))
    assert "Crane sold" not in page(f"{HEADLINE}{BODY}<h2>More from the coast</h2><ul>{others}</ul>").text


def test_a_second_story_below_goes_and_entries_of_one_story_stay() -> None:
    second = (
        f"<article class=s><h1>Council sells crane</h1><p>{OTHER}</p><p>{OTHER.upper()}</p><p>{OTHER * 3}</p></article>"
    )
    assert paragraphs(f"<article class=s>{HEADLINE}{BODY}</article>{second}") == [FIRST, SECOND, THIRD]
    entries = "".join(
        f"<article class=b><h2>At {n} o'clock</h2><p>{p}</p></article>" for n, p in enumerate((FIRST, SECOND))
    )
    assert SECOND in paragraphs(f"<div><div>{HEADLINE}</div>{entries}</div>")


def test_a_standfirst_belongs_to_the_text_and_a_rubric_does_not() -> None:
    made = paragraphs(
        f"<div class=head><p class=kicker>Travel</p>{HEADLINE}<p class=dek>After four years the beds are made again</p>"
        f"<p class=byline>By Ada Lund</p></div><div class=body>{BODY}</div>"
    )
    assert made == ["After four years the beds are made again", FIRST, SECOND, THIRD]


def test_the_sender_of_a_release_is_no_part_of_it() -> None:
    about = "<p><b>About Coastline Rail</b><br>Founded in 1871, Coastline Rail is a leading operator of trains.</p>"
    body = HEADLINE + BODY.replace("the railway", "Coastline Rail") + about + "<p>Media contact: Ada Lund, 555 0100</p>"
    assert paragraphs(body)[-1] == THIRD


def test_the_authors_portrait_goes_from_the_end() -> None:
    head = "<title>Night train returns to the coast</title><meta name=author content='Ada Lund'>"
    made = page(f"{HEADLINE}{BODY}<p>Ada Lund is a writer in Lund. Her last book was about ferries.</p>", head)
    assert made.author == "Ada Lund"
    assert made.text.endswith(THIRD)


@pytest.mark.parametrize(
    ("title", "head", "site"),
    [
        ("Night train returns to the coast | Travel | Coast Post", "", "Coast Post"),
        ("Coast Post :: Night train returns to the coast :: Print", "<a href='/'>Coast Post</a>", "Coast Post"),
        (
            "Coast Post: Night train returns to the coast",
            "<h1 class=site-title><a href='/'>Coast Post</a></h1>",
            "Coast Post",
        ),
        ("Night train returns to the coast", "<a href='/'><img alt='Coast Post' src=l.gif></a>", "Coast Post"),
        ("Night train returns to the coast", "<a href='https://ads.example/'>Buy now</a>", None),
        ("Night train returns to the coast", "<a href='#'>Top of page</a>", None),
    ],
)
def test_headline_and_site_are_told_apart(title: str, head: str, site: str | None) -> None:
    tree = html_tree.parse(f"<html><head><title>{title}</title></head><body>{head}{HEADLINE}{BODY}</body></html>")
    assert html_title.headline(tree, None, None) == "Night train returns to the coast"
    assert html_site.site_name(tree, "Night train returns to the coast", None) == site


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ada Lund and Ben Ohm", ["Ada Lund", "Ben Ohm"]),
        ("Von Ada Lund | 3. Mai 2022", ["Ada Lund"]),
        ("Publié par Ada Lund le 3 mai 2022", ["Ada Lund"]),
        ("Por Ada Lund y Ben Ohm", ["Ada Lund", "Ben Ohm"]),
        ("Words by Ada Lund", ["Ada Lund"]),
        ("Posted on 3 May 2022 by Ada Lund", ["Ada Lund"]),
        ("Author: Ada Lund", ["Ada Lund"]),
        ("by ada1 » Tue Jun 14, 2011", []),
        ("By Monday the bridge was open", []),
        ("By Staff", []),
        ("Travel | Local News", []),
    ],
)
def test_authors_in_a_line(line: str, authors: list[str]) -> None:
    assert bylines.authors_in(line) == authors


@pytest.mark.parametrize(
    ("markup", "author"),
    [
        ("<a rel=author href=/a>Ada Lund</a>", "Ada Lund"),
        ("<p class=byline>By <span>Ada Lund</span>, travel correspondent</p>", "Ada Lund"),
        ("<span itemprop=author><span itemprop=name>Ada Lund</span></span>", "Ada Lund"),
        ("<div class=related><p class=author>Ben Ohm</p></div>", None),
        ("<div id=comments><cite class=author>Ben Ohm</cite></div>", None),
        ("<p>3 May 2022 · Ada Lund · #trains</p>", "Ada Lund"),
    ],
)
def test_the_author_as_marked_or_printed(markup: str, author: str | None) -> None:
    assert page(f"{HEADLINE}{markup}{BODY}").author == author


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("7. August 2016", None, "2016-08-07"),
        ("7 de agosto de 2016", None, "2016-08-07"),
        ("le 1er août 2016", None, "2016-08-01"),
        ("7 agosto 2016", None, "2016-08-07"),
        ("04/03/2017", "month", "2017-04-03"),
        ("04/03/2017", "day", "2017-03-04"),
        ("04/03/2017", None, None),
        ("13/03/2017", "month", "2017-03-13"),
    ],
)
def test_days_of_other_languages_and_orders(text: str, order: str | None, day: str | None) -> None:
    assert day_in(text, order) == day


def test_a_page_that_was_copied_whole_has_its_headline_below_the_menu() -> None:
    lines = ["Coast Post", "News", "Sport", "Travel", "Night train returns to the coast", "By Ada Lund", FIRST, SECOND]
    made = read("a.txt", "\n\n".join(lines).encode())
    assert (made.title, made.author) == ("Night train returns to the coast", "Ada Lund")
    assert made.text == f"{FIRST}\n\n{SECOND}"


def test_the_day_above_the_headline_of_an_agency_is_not_lost_with_its_menu() -> None:
    lines = ["COAST POST SERVICE\nCPS-0319-07\n19 March 2025", "NIGHT TRAIN RETURNS TO THE COAST AGAIN", FIRST, SECOND]
    made = read("a.txt", "\n\n".join(lines).encode())
    assert (made.title, made.published) == ("NIGHT TRAIN RETURNS TO THE COAST AGAIN", "2025-03-19")


def test_a_text_page_without_paragraph_elements() -> None:
    head = "<span><span>Coast Post</span><span>News</span></span><span><span>Night train returns to the coast</span>"
    assert paragraphs(f"{head}<span>{FIRST}</span><span>{SECOND}</span></span>") == [FIRST, SECOND]


def test_a_page_of_endless_elements_ends_where_it_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tree, "_MAX_NODES", 7)  # html, head, title, body, h1, and two paragraphs
    assert paragraphs(f"{HEADLINE}{BODY}<p>{OTHER}</p><div><p>{OTHER}</p></div>") == [FIRST, SECOND]


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_a_page_saved_as_one_file_with_headers(coding: str) -> None:
    body = f"<h1>Café trains</h1>{BODY}<p>Café closed.</p>"
    html = f"<html><head><title>Café trains</title></head><body>{body}</body></html>"
    raw = html.encode()
    coded = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(coding, lambda data: data)(raw)
    head = (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        f'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: {coding}\r\n\r\n'
    )
    made = read("a.mht", head.encode() + coded + b"\r\n--b--\r\n")
    assert made.title == "Café trains"
    assert made.text == f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\nCafé closed."
