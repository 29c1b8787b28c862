"""What is set into editors' prose: events, sources, the credit below a quotation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import briefing, store
from generator.site.context import site_context
from generator.site.environment import environment
from generator.site.links import Links
from generator.views import lookup
from tests.site.pelican_run import ROOT, Built


@pytest.fixture
def shown(content: Path) -> object:
    """Prose of the invented briefing under /repo, as HTML on one line."""
    linked, _ = briefing.link(store.load(content))
    env = environment(ROOT / "theme", site_context(linked, "/repo"), Links(linked), lookup.of(linked))
    return lambda text: re.sub(r"\s+", " ", str(env.globals["markdown"](text)))  # type: ignore[operator]


def test_an_event_stands_with_all_its_sources(shown) -> None:  # type: ignore[no-untyped-def]
    made = shown("Before.\n\n![[Sandpiper-Strands]]\n\n![[sandpiper-strands]]\n\nAfter.")
    assert made.count('class="embed ') == 1  # ids are written as they are
    assert 'href="/repo/events/2031-03-04-sandpiper-aground/"' in made
    assert "The Elian Courier, 5 March 2031" in made
    assert "Coastwise, 10 March 2031" in made
    assert "<b>Disputed</b>:" in made
    assert "<p><div" not in made


def test_an_event_within_a_line_is_a_link(shown) -> None:  # type: ignore[no-untyped-def]
    made = shown("So ![[sandpiper-strands|it]] was.")
    assert made == '<p>So <a href="/repo/events/2031-03-04-sandpiper-aground/">it</a> was.</p>'


def test_an_event_that_the_site_does_not_have_leaves_no_trace(shown) -> None:  # type: ignore[no-untyped-def]
    assert shown("One.\n\n![[no-such-event]]\n\nTwo.").count("<p>") == 2


def test_sources_are_numbered_in_the_order_of_the_text_and_listed_once(shown) -> None:  # type: ignore[no-untyped-def]
    made = shown("a [@aground-on-thursday] b [@sandpiper-runs-aground; @aground-on-thursday]")
    assert re.findall(r">\[(\d)\]<", made) == ["1", "2", "1"]
    assert re.findall(r'<li id="(src-\w+-\d)" value="\d">', made) == [
        f"src-{re.findall('src-([0-9a-f]{6})', made)[0]}-{n}" for n in (1, 2)
    ]
    for target in re.findall(r'href="#(src-[^"]+)"', made):
        assert f'id="{target}"' in made


@pytest.mark.parametrize(
    "text",
    [
        "> a new slip [@sandpiper-runs-aground]",
        "> a new slip\n> [@sandpiper-runs-aground]",
        "> a new slip\n>\n> — [@sandpiper-runs-aground]",
        "> a new slip\n\n[@sandpiper-runs-aground]",
    ],
)
def test_a_quotation_is_credited_outside_of_its_words(shown, text: str) -> None:  # type: ignore[no-untyped-def]
    made = shown(text)
    assert re.match(r"<blockquote> <p>a new slip</p> ?</blockquote> <p class=\"cited-by\"><cite>", made), made
    assert "The Elian Courier, 5 March 2031</a></cite>" in made


def test_two_quotations_with_nothing_between_them_keep_their_own_sources(shown) -> None:  # type: ignore[no-untyped-def]
    made = shown("> one [@aground-on-thursday]\n\n> two [@sandpiper-runs-aground]\n\nEnd.")
    parts = made.split('<div class="cited"')[0].split("<blockquote>")[1:]
    assert ["Coastwise" in p for p in parts] == [True, False]
    assert "two" in parts[1]
    assert made.count("<blockquote>") == made.count("</blockquote>") == 2


def test_a_digest_is_not_quoted_as_its_publisher(shown) -> None:  # type: ignore[no-untyped-def]
    quoted = shown("> the line was founded [@our-digest-of-a-third]")
    assert ">Our digest of a report of mid-March 2031 (date inferred)" in quoted


def test_code_keeps_what_it_holds(shown) -> None:  # type: ignore[no-untyped-def]
    made = shown("text\n\n    ![[sandpiper-strands]] [@aground-on-thursday]\n")
    assert "![[sandpiper-strands]] [@aground-on-thursday]" in made
    assert "cited" not in made


def test_what_a_note_speaks_of_links_back_to_it(plain_site: Built) -> None:
    for page in (
        "events/2031-03-04-sandpiper-aground",
        "sources/aground-on-thursday",
        "sources/our-digest-of-a-third",
        "entities/mara-quill",
    ):
        html = plain_site.read(f"{page}/index.html")
        linked = html[html.index('id="linked"') :]
        assert ("/notes/what-the-reports-say/" in linked) or ("/notes/what-aground-means/" in linked)


def test_what_is_not_shown_is_named_and_never_by_its_id(content: Path) -> None:
    settings = content / "briefing.yaml"
    settings.write_text((settings.read_text() if settings.exists() else "") + "\nunreviewed: withhold\n")
    linked, problems = briefing.link(store.load(content))
    env = environment(ROOT / "theme", site_context(linked, "/repo"), Links(linked), lookup.of(linked))
    event = "2031-03-04-sandpiper-aground"
    note = (
        f"The [[harbour-board]], [[mv-sandpiper|the ship]], [[{event}]], ![[sandpiper-strands]] "
        f"and [it](../events/{event}.md).\n\n![[sandpiper-strands]]\n\n"
        "![[The Sandpiper runs aground off Corran Bay]]\n\n[[mara-quill]]\n"
    )
    made = re.sub(r"\s+", " ", str(env.globals["markdown"](note)))  # type: ignore[operator]
    assert made == (
        "<p>The Harbour Board, the ship, an event that is not shown yet, an event that is not shown yet and it.</p> "
        "<p>An event belongs here that is not shown yet.</p> <p>An event belongs here that is not shown yet.</p> "
        '<p><a href="/repo/entities/mara-quill/">Mara Quill</a></p>'
    )
    assert lookup.linked_text(linked, f"See [[harbour-board]] and [[{event}]].") == (
        "See Harbour Board and an event that is not shown yet."
    )
    (content / "notes/n.md").write_text(f"---\ntitle: N\n---\n{note}")
    _, problems = briefing.link(store.load(content))
    told = [str(p) for p in problems if p.path.endswith("notes/n.md")]
    assert any("[[harbour-board]] leads to no page of the site" in p for p in told)
    assert any(f"withheld until somebody has reviewed it; briefing accept {event}" in p for p in told)
    assert not any("mara-quill" in p for p in told)
