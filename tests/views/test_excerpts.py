"""Of a source that is shown in excerpts, only the passages that shown claims quote are on the site."""

from __future__ import annotations

import pytest

from generator.views import article, entity, excerpts, texts
from generator.views.lookup import Lookup
from tests.views.ferry import Build

SHOWN = '"The mast fell," Ida Moll said on Tuesday.'
DRAFT = "Ida Moll may have hidden the log."
PAGE = f"""\
    ---
    title: The mast of the Tern
    date: 2031-03-04
    source: {{seed: a.txt, sha256: aa, publisher: Coastal Gazette}}
    rights: RIGHTS
    entities:
      - {{id: ida-moll, names: [Ida Moll]}}
    events:
      - {{id: mast, date: 2031-03-03, quote: 'The mast fell," Ida Moll said on Tuesday'}}
      - {{id: log, draft: true, quote: {DRAFT}}}
      - {{id: rope, date: 2031-03-04, quote: "A [rope] tore"}}
    ---
    {SHOWN} {DRAFT}

    \\[…\\]

    {DRAFT}

    \\[…\\]

    A \\[rope\\] tore off Lunn. It was old.
    """
EVENTS = {
    "mast": "---\ntitle: The mast of the Tern falls\ndate: 2031-03-03\nstatus: unverified\n---\n",
    "rope": "---\ntitle: A rope tears\ndate: 2031-03-04\nstatus: unverified\n---\n",
}
ENTITIES = {"ida-moll": "---\nname: Ida Moll\ntype: person\n---\n"}


def made(build: Build, rights: str = "excerpt") -> Lookup:
    return build(articles={"a": PAGE.replace("RIGHTS", rights)}, events=EVENTS, entities=ENTITIES)


def test_no_words_that_only_a_draft_quotes_are_shown(build: Build) -> None:
    look = made(build)
    assert article.view(look, "a").body == f"{SHOWN}\n\n\\[…\\]\n\nA \\[rope\\] tore\n"
    named = entity.view(look, "ida-moll").mentions
    assert ["".join(run.text for run in passage) for one in named for passage in one.shown] == [SHOWN]


def test_a_text_that_is_published_whole_stays_whole(build: Build) -> None:
    assert DRAFT in article.view(made(build, "full"), "a").body


@pytest.mark.parametrize("body", ["One *man* came. He [left](x.html).", "One man came.\n\n\\[…\\]\n\nHe left.\n"])
def test_what_is_quoted_throughout_stays_as_it_was_written(build: Build, body: str) -> None:
    page = (
        "---\ntitle: A man\nsource: {seed: a.txt, sha256: aa}\nrights: excerpt\nevents:\n"
        "  - {id: came, quote: One man came}\n  - {id: went, quote: He left}\n---\n" + body
    )
    front = "---\ntitle: A man\nstatus: unverified\n---\n"
    look = build(articles={"a": page}, events={"came": front, "went": front})
    assert excerpts.shown(look.briefing, look.briefing.articles["a"]).strip() == body.strip()


def test_the_words_go_with_the_claim_in_a_running_preview(build: Build) -> None:
    before = made(build).briefing
    draft = PAGE.replace("RIGHTS", "excerpt").replace("{id: rope, date", "{id: rope, draft: true, date")
    after = build(articles={"a": draft}, events={"mast": EVENTS["mast"]}, entities=ENTITIES).briefing
    assert texts.unchanged(before, before) == ["a"]
    assert texts.unchanged(before, after) == []
    assert "rope" not in texts.of(after, ["a"])["a"].folded
