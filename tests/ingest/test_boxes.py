"""Boxes of a saved page that ask, sell, play or discuss: they go, whatever the site calls them; the article stays."""

from __future__ import annotations

import pytest

from generator.ingest import read

FIRST = "The salt mine under the old town will open to visitors in June, its new owner said on Monday at the gate."
SECOND = (
    "Nobody has worked there since 1974, when the last cart was hauled up and the ponies were sold to a riding school."
)
THIRD = "A ticket costs nine crowns. The descent takes four minutes, and the way back up takes a good deal longer."
HEADLINE = "<h1>Salt mine opens to visitors</h1>"
ASKED = "Six people write these pages, and none of them has a pony."


def paragraphs(body: str) -> list[str]:
    page = f"<html lang=en><head><title>Salt mine opens to visitors</title></head><body>{body}</body></html>"
    return read("a.html", page.encode()).text.split("\n\n")


def with_box(box: str) -> list[str]:
    return paragraphs(
        f"<div class=k1>{HEADLINE}<div class=k2><p>{FIRST}</p>{box}<p>{SECOND}</p><p>{THIRD}</p></div></div>"
    )


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=k9><h3>Mines in your post</h3><p>{ASKED}</p><button>Subscribe</button></div>",
        f"<div class=k9><p>{ASKED}</p><a href=/s>Support us →</a></div>",
        f"<div class=k9><p>{ASKED}</p><div><button>5 kr</button></div><a href=/d>Give monthly</a></div>",
        f"<div class=k9><div><span>SPONSORED</span></div><div><p>{ASKED} Shaftly counts them.</p></div></div>",
        "<div class=k9><a href=/b rel=nofollow>BUY NOW £6, in a jar</a></div>",
        "<div class=k9><div><button aria-label='Play video'><svg></svg></button><div>02:17</div></div></div>",
        "<div class=k9><div>READ MORE</div><div><a href='#'>The ponies that nobody wanted back</a></div></div>",
        "<div class=k9><h4>MORE ON THIS STORY</h4><ul><li><a href=/a>Ponies</a></li></ul></div>",
        "<div class=k9><div>The last cart was hauled up and the ponies were sold</div><div>A. Lund, groom</div></div>",
        "<h2><a href=/f>mine-gate.jpg</a></h2>",
        "<p>Sign up to Underground, our monthly letter about all that is down there</p>",
        "<p>Join Shaftly for free to get updates from this writer.</p>",
        "<p><i>For the latest news of the town every day, go here to sign up to our free newsletter</i></p>",
        "<p>Thanks for reading Underground! This post is public so feel free to share it.</p>",
        "<div>Jump to navigation Jump to search</div>",
        "<section><header>Más información</header><div><a href=/1>Los ponis que nadie quiso</a></div></section>",
        "<p>Been there? Tag @saltpony on Instagram so that I can see it!</p>",
        "<a href='#' class=k9><h4>Who owns the ponies?</h4><p>A school has two, and a vicar the third.</p></a>",
    ],
)
def test_a_box_that_asks_sells_or_plays_goes(box: str) -> None:
    assert with_box(box) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "part",
    [
        "<p>To book, visitors <a href=/b>sign up</a> at the gate, where a clerk writes their names into a ledger.</p>",
        "<div><p>“I shall not go down,” said the mayor. “I have seen it, and it is dark.”</p></div>",
        "<p>“The last cart was hauled up and the ponies were sold,” said her son, who has bells.</p>",
        "<p>Sponsored walks through the mine were held in 1981, and raised 400 crowns for the ponies.</p>",
    ],
)
def test_a_paragraph_with_such_a_word_stays(part: str) -> None:
    assert len(with_box(part)) == 4


@pytest.mark.parametrize("heading", ["Read next:", "Top stories", "More from this series", "Mehr zum Thema"])
@pytest.mark.parametrize(
    "teaser",
    [
        "<p><a href=/t{n}>Council sells crane number {n}</a><br>The figures on Tuesday were the lowest ever.</p>",
        "<div class=z><a href=/t{n}><b>‘Cranes lie, but politely {n}’</b></a><p>How to lift a minute.</p></div>",
        "• <a href=/t{n}>Council sells crane number {n}</a><br>A spokesman declined to speak about cranes.<br><br>",
    ],
)
def test_teasers_below_their_heading_go(heading: str, teaser: str) -> None:
    below = "".join(teaser.format(n=n) for n in range(5))
    made = paragraphs(f"<div>{HEADLINE}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><h3>{heading}</h3>{below}</div>")
    assert made == [FIRST, SECOND, THIRD]


def test_the_paragraph_below_a_list_of_other_stories_stays() -> None:
    links = "<ul><li><a href=/a>Ponies come home again</a></li><li><a href=/b>Salt is not sugar</a></li></ul>"
    assert with_box(f"<section><h2>More on this story</h2>{links}</section>") == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "below",
    [
        "<h2>Media contacts</h2><div>Ada Lund</div><div>Shaftly Coast</div><div>Tel: 555 0100</div>",
        "<h3>Updates to this page</h3>Published 4 May 2022<br>Last updated 7 May<ol><li><p>Comma put in.</p></ol>",
    ],
)
def test_what_follows_a_release_goes(below: str) -> None:
    made = paragraphs(f"<div>{HEADLINE}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><div>{below}</div></div>")
    assert made == [FIRST, SECOND, THIRD]


def comment(number: int) -> str:
    return (
        f"<div class='c {'odd' if number % 2 else 'even'}'><div class=who><b>miner_{number}</b></div><div class=said>"
        f"<p>#{number}</p><div>I went down there {number} times as a boy, and I never met a pony that I did not like."
        "<br><br>Still, it was dark.</div><div class=t><a href='#'>Reply</a> <a href='#'>Quote</a></div></div></div>"
    )


def test_what_readers_answer_below_goes_however_long_it_is() -> None:
    own = f"<div class=c><div class=said><div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div></div></div>"
    below = "".join(comment(n) for n in range(1, 31))
    assert paragraphs(f"<div>{HEADLINE}{own}<h3>30 replies</h3>{below}</div>") == [FIRST, SECOND, THIRD]


def test_the_post_that_is_the_article_stays_where_it_can_be_answered_too() -> None:
    own = (
        f"<div class=c><div class=said><div>{FIRST}<br><br>{SECOND}<br><br>{THIRD}</div>"
        "<div class=t><a href='#'>Reply</a></div></div></div>"
    )
    made = paragraphs(f"<div>{HEADLINE}{own}{''.join(comment(n) for n in range(1, 9))}</div>")
    assert made[:3] == [FIRST, SECOND, THIRD]
    assert "pony" not in "".join(made[3:])


def test_a_short_article_is_found_among_consent_and_teasers() -> None:
    gate = (
        "<div class=k5><h2>We ask for your consent to use your data to:</h2><ul><li>Measure content and audience</li>"
        "<li>Store information on a device</li></ul><p>Your data will be shared with 96 partners, or used by this "
        "site, as each of them says in a policy of its own.</p><button>I agree</button><button>Manage options</button>"
        "</div>"
    )
    teaser = (
        "<div class=k7><a href='#'>Council sells crane</a><div><a href='#'>The crane will lift garden furniture, and "
        "the council will lift its debts, says a paper that nobody has signed.</a></div></div>"
    )
    body = f"{gate}<main>{HEADLINE}<p>{FIRST}</p><p>Nobody was asked.</p></main><div>{teaser * 12}</div>"
    assert paragraphs(body) == [FIRST, "Nobody was asked."]


def entry(number: int, shop: str) -> str:
    return f"<section class=s><h2>Lamp {number}</h2><p>It burns for {number} hours, and smells.</p>{shop}</section>"


def test_the_entries_of_a_list_stay_and_their_shops_go() -> None:
    shop = "<div class=b><a href=/b rel=sponsored>Buy now</a></div>"
    made = paragraphs(f"<div>{HEADLINE}<p>{FIRST}</p>{''.join(entry(n, shop) for n in range(2, 9))}</div>")
    assert "It burns for 5 hours, and smells." in made
    assert "Buy now" not in made


FURNITURE = (
    "<div>" + "".join(f"<p><a href=/x{n}>Another story with the number {n}</a></p>" for n in range(60)) + "</div>"
)


@pytest.mark.parametrize(
    "beside",
    [
        "<div class=ad><span>Advertisement</span></div>",
        "<button>Subscribe</button>",
        "<div class=gate><p>We use cookies on this site.</p><button>Accept all</button></div>",
        "<div><a href=/j>Join us</a></div>",
    ],
)
def test_a_short_article_outlives_what_stands_beside_it(beside: str) -> None:
    short = (
        "<p>The gate of the old salt mine was locked on Sunday.</p><p>Nobody knows by whom, said the mayor's wife.</p>"
    )
    made = paragraphs(f"<header>{HEADLINE}</header><div class=content>{beside}{short}</div>{FURNITURE}")
    assert made == [
        "The gate of the old salt mine was locked on Sunday.",
        "Nobody knows by whom, said the mayor's wife.",
    ]


def test_a_standfirst_without_a_name_or_a_full_stop_is_told_from_the_byline() -> None:
    said = "Four minutes down, and a good deal longer up: what became of the ponies"
    meta = "<div>Thursday 5 May 2022 Last update 17.42 By Ada Lund and Ben Ohm</div>"
    made = paragraphs(f"<div>{HEADLINE}<div><p>{said}</p></div>{meta}<div><p>{FIRST}</p><p>{SECOND}</p></div></div>")
    assert made == [said, FIRST, SECOND]
    made = paragraphs(f"<div>{HEADLINE}{meta}<div><p>{FIRST}</p><p>{SECOND}</p></div></div>")
    assert made == [FIRST, SECOND]


@pytest.mark.parametrize(
    "last",
    [
        "<p>A correction was made on May 7, 2022: An earlier version named the wrong pony.</p>",
        "<p>A version of this article appears in print on May 6, 2022, Section A, Page 4.</p>",
        "<address>Ada Lund</address>",
    ],
)
def test_what_a_paper_adds_below_goes(last: str) -> None:
    made = paragraphs(f"<div>{HEADLINE}<p>By Ada Lund</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{last}</div>")
    assert made == [FIRST, SECOND, THIRD]


def test_a_byline_beside_a_button_is_read() -> None:
    meta = "<div class=m><span>By Ada Lund</span><span>5 May 2022</span><a href=/j>Subscribe</a></div>"
    page = (
        f"<html lang=en><title>Salt mine opens to visitors</title><body>{HEADLINE}{meta}<p>{FIRST}</p><p>{SECOND}</p>"
    )
    made = read("a.html", page.encode())
    assert (made.author, made.published) == ("Ada Lund", "2022-05-05")


@pytest.mark.parametrize("name", ["twitter-tweet", "social-post", "widget"])
def test_a_post_that_the_text_quotes_in_full_stays(name: str) -> None:
    post = (
        f"<blockquote class={name}><p>The last cart was hauled up and the ponies were sold</p>"
        "&mdash; Salt Mine (@saltmine) <a href=https://t.example/1>May 4, 2022</a></blockquote>"
    )
    assert any(p.startswith("The last cart was hauled up and the ponies") for p in with_box(post))
