from __future__ import annotations

from pathlib import Path

import pytest

from generator import briefing, store
from generator.site.links import Links, link_to
from generator.site.markdown import Renderer
from generator.site.nodes import serialise


@pytest.fixture
def render(content: Path) -> Renderer:
    """The renderer of the invented briefing under /repo."""
    linked, _ = briefing.link(store.load(content))
    return Renderer("/repo", Links(linked))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[[mara-quill]]", '<p><a href="/repo/entities/mara-quill/">Mara Quill</a></p>'),
        ("[[mara-quill|the *chair*]]", '<p><a href="/repo/entities/mara-quill/">the *chair*</a></p>'),
        ("[[Mara Quill]]", '<p><a href="/repo/entities/mara-quill/">Mara Quill</a></p>'),
        ("[[quill|she]]", '<p><a href="/repo/entities/mara-quill/">she</a></p>'),
        ("[[m-quill\\|she]]", '<p><a href="/repo/entities/mara-quill/">she</a></p>'),
        ("[[m-quill]]", '<p><a href="/repo/entities/mara-quill/">Mara Quill</a></p>'),
        ("[[home]]", '<p><a href="/repo/">Ferries of Port Elian</a></p>'),
        ("[[sandpiper-strands#c1|there]]", '<p><a href="/repo/events/2031-03-04-sandpiper-aground/#c1">there</a></p>'),
        ("[[no such page]]", "<p>no such page</p>"),
        ("`[[mara-quill]]`", "<p><code>[[mara-quill]]</code></p>"),
        ("[see [[mara-quill]]](/method/)", '<p><a href="/repo/method/">see Mara Quill</a></p>'),
        ("<em>[[mara-quill]]</em>", '<p><em><a href="/repo/entities/mara-quill/">Mara Quill</a></em></p>'),
        ("[x](../entities/mara-quill.md#more)", '<p><a href="/repo/entities/mara-quill/#more">x</a></p>'),
        ("[x](/notes/)", '<p><a href="/repo/notes/">x</a></p>'),
        ("[x](https://a.example/)", '<p><a href="https://a.example/" rel="nofollow noreferrer">x</a></p>'),
        ("[x](//a.example/)", '<p><a href="//a.example/" rel="nofollow noreferrer">x</a></p>'),
        ("[x](mailto:a@b.example)", '<p><a href="mailto:a@b.example">x</a></p>'),
    ],
)
def test_links(render: Renderer, text: str, html: str) -> None:
    assert render.html(text) == html


def test_an_indented_code_block_keeps_its_brackets(render: Renderer) -> None:
    assert "[[mara-quill]]" in render.html("text\n\n    [[mara-quill]]\n")


def test_names_are_text_not_html(render: Renderer) -> None:
    assert "&lt;b&gt;Dredging&lt;/b&gt;" in render.html("[[brack-and-sons]]")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![a bay](/images/bay.png)", '<img alt="a bay" src="/repo/images/bay.png" loading="lazy">'),
        ("![a bay](https://a.example/b.png)", '<a href="https://a.example/b.png" rel="nofollow noreferrer">a bay</a>'),
        ("![](https://a.example/b.png)", '<a href="https://a.example/b.png" rel="nofollow noreferrer">b.png</a>'),
        ("![x](//a.example/b.png)", "x"),
        ("![x](data:image/png;base64,AAAA)", "x"),
        ('<img src="/\\a.example/b.png" alt="x">', "x"),
        ("[![x](https://a.example/b.png)](/notes/)", '<a href="/repo/notes/">x</a>'),
    ],
)
def test_images_come_from_the_site_alone(render: Renderer, text: str, html: str) -> None:
    assert render.html(text) == f"<p>{html}</p>"


def test_headings_stand_below_the_pages_own_and_leap_over_none(render: Renderer) -> None:
    made = render.html("### a\n\n##### b\n\n# c\n\n## d\n\n<h1>e</h1>")
    assert [made[made.index(f">{x}<") - 12 :][:60].split("<")[1][:2] for x in "abcde"] == ["h2", "h3", "h2", "h3", "h2"]


def test_anchors_cannot_meet_those_of_the_page(render: Renderer) -> None:
    made = render.html('# Main\n\n<p id="main">x</p>\n\n# Main\n\n[up](#main)\n')
    assert 'id="main"' not in made
    assert made.count('id="t-main"') == 1
    assert 'href="#t-main' in made


def test_footnotes_of_two_bodies_on_one_page_stay_apart(render: Renderer) -> None:
    one, two = render.html("a[^1]\n\n[^1]: first"), render.html("b[^1]\n\n[^1]: second")
    ids = [part.split('"')[0] for made in (one, two) for part in made.split('id="')[1:]]
    assert len(ids) == len(set(ids)) == 4
    for made in (one, two):
        for part in made.split('href="#')[1:]:
            assert f'id="{part.split(chr(34))[0]}"' in made


def test_a_footnote_within_a_footnote_breaks_no_page(render: Renderer) -> None:
    for text in (
        "[^1]\n\n[^1]:[^0]\n\n[[^11\x001]:[^b]\n[^1]:\n[^1]: [^2]: y",
        "a[^1] b[^2]\n\n[^1]: one\n\n    [^2]: two\n",
    ):
        assert "<p>" in render.html(text)
    assert render.html("[^a]:[^b]:\n[^c]:") is not None
    assert render.html("[^1]:\n[^]:\n[^1]:[^0]:") is not None
    made = render.html("a[^1]\n\n[^1]: one\n\n    [^2]: two\n")
    assert made.count('class="footnote-backref"') == 1
    assert "one" in made


def test_a_body_cannot_dress_up_as_the_site(render: Renderer) -> None:
    made = render.html('<div class="masthead"><mark class="said" id="s1">x</mark></div>')
    assert "masthead" not in made
    assert "<mark" not in made


def test_wide_tables_scroll_by_themselves(render: Renderer) -> None:
    made = render.html("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert made.startswith('<div class="scroll" tabindex="0"><table>')
    assert 'style="' not in made
    assert '<td align="right">2</td>' in made


def test_the_same_body_is_the_same_html(render: Renderer) -> None:
    text = "# a\n\nb[^x] [[mara-quill]]\n\n[^x]: c"
    assert render.html(text) == render.html(text) == Renderer("/repo", render.links).html(text)


@pytest.mark.parametrize(
    "text", ["<div>" * 5000, "> " * 3000 + "x", "*" * 5000, "[" * 1000, "- " * 500 + "x", "<b><i>" * 3000]
)
def test_deep_nesting_does_no_harm(text: str) -> None:
    assert isinstance(Renderer().html(text), str)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/events/a/", "/repo/events/a/"),
        ("/events/100%/", "/repo/events/100%25/"),
        ('/events/a?b"c/#c1', "/repo/events/a%3Fb%22c/#c1"),
        ("/events/ليلى/", "/repo/events/%D9%84%D9%8A%D9%84%D9%89/"),
    ],
)
def test_what_an_id_may_hold_is_escaped_in_addresses(address: str, link: str) -> None:
    assert link_to("/repo", address) == link


def test_editors_marks_are_curled_and_a_sources_are_not() -> None:
    text = "The ship's *\"log\"* of `it's`:\n\n    it's\n\n> 'So'\n"
    made = Renderer().html(text)
    assert "The ship’s <em>“log”</em> of <code>it's</code>:" in made
    assert "<pre><code>it's\n</code></pre>" in made
    assert "<p>‘So’</p>" in made
    assert "ship's" in serialise(Renderer().tree(text))
