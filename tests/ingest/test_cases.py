"""Every seed in cases/ is read as the YAML file beside it says. What that does not name of an article is unknown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import markup
from generator.document import Document
from generator.ingest import read

CASES = Path(__file__).parent / "cases"
SEEDS = sorted(p for p in CASES.iterdir() if p.suffix != ".yaml")
ABOUT = ("published", "publisher", "author", "url", "archived", "retrieved", "wording", "digest_of", "rights")


@pytest.fixture(params=SEEDS, ids=lambda p: p.name)
def case(request: pytest.FixtureRequest) -> tuple[Document, dict[str, Any]]:
    seed: Path = request.param
    expected = yaml.load(seed.with_suffix(".yaml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    return read(seed.name, seed.read_bytes()), expected


def paragraphs(document: Document) -> list[str]:
    return document.text.split("\n\n")


def test_what_is_known_of_the_article(case: tuple[Document, dict[str, Any]]) -> None:
    document, expected = case
    assert document.title == expected["title"]
    assert document.title_by_converter == expected.get("title_by_converter", False)
    assert {k: v for k in ABOUT if (v := getattr(document, k))} == {k: expected[k] for k in ABOUT if k in expected}
    assert document.lang == expected.get("lang", "en")
    assert (document.inferred or (None,))[0] == expected.get("inferred")


def test_the_body(case: tuple[Document, dict[str, Any]]) -> None:
    document, expected = case
    body = paragraphs(document)
    assert [k for k in expected.get("lacks", []) if k in document.text] == []
    assert [k for k in expected.get("has", []) if k not in document.text] == []
    assert [k for k in expected.get("markdown_has", []) if k not in document.markdown] == []
    assert body[0] == expected.get("first", body[0])
    assert body[-1] == expected.get("last", body[-1])
    assert len(body) == expected.get("paragraphs", len(body)), body


def test_posts_and_quotations(case: tuple[Document, dict[str, Any]]) -> None:
    document, expected = case
    wanted = expected.get("posts", [])
    assert [(p.author, p.published) for p in document.posts] == [(w["author"], w["published"]) for w in wanted]
    for post, want in zip(document.posts, wanted, strict=True):
        said = document.text[post.start : post.end]
        assert said.startswith(want["starts"])
        assert said.endswith(want["ends"])
    assert len(document.quotes) == expected.get("quotes", 0)


def test_the_text_is_what_the_markdown_shows(case: tuple[Document, dict[str, Any]]) -> None:
    document, _ = case
    assert document.text == markup.plain(document.markdown)
