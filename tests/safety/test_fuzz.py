"""hypothesis over every parser: whatever stands in a text, it is read or refused, never broken by.

`make torture` goes on with atheris (`tests/safety/fuzz.py`), which sees which lines a text reaches.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import (
    briefing,
    dates,
    frontmatter,
    markup,
    merge_text,
    names,
    places,
    rewriting,
    store,
    wikilinks,
)
from generator.content import FOLDERS
from generator.site.markdown import Renderer
from tests.safety import hostile_site
from tests.safety.growth import PUMPS
from tests.site.hostile import faults

EXAMPLES = int(os.environ.get("BRIEFING_FUZZ_EXAMPLES", "40"))
quick = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=EXAMPLES <= 40
)
SNIPPETS = st.one_of(
    st.sampled_from(PUMPS),
    st.sampled_from(hostile_site.vectors()),
    st.text(max_size=20),
    st.sampled_from(
        ["\n\n", "\n", "    ", "On 2 May 2021 Anna Berg visited Lisbon.", "title: x\n", "---\n", "2021-05-02"]
    ),
)
TEXTS = st.lists(SNIPPETS, max_size=12).map("".join)
LINES = TEXTS.map(lambda text: " ".join(text.split()))


# ---- seeds ----


@quick
@given(st.sampled_from([".txt", ".md", ".html", ".mht", ".xhtml"]), TEXTS, st.binary(max_size=12))
def test_a_seed_is_read_or_refused(suffix: str, text: str, more: bytes) -> None:
    ingest = pytest.importorskip("generator.ingest")
    for data in (text.encode("utf-8", "replace") + more, text.encode("utf-16", "replace"), more + more):
        try:
            document = ingest.read(f"a{suffix}", data)
        except ingest.Unreadable:
            continue
        assert document.text
        for value in (document.title, document.author, document.publisher, document.url, document.lang):
            assert not frontmatter.unseen(value or "")


@quick
@given(st.binary(max_size=200))
def test_bytes_are_decoded(data: bytes) -> None:
    charset = pytest.importorskip("generator.ingest.charset")
    assert isinstance(charset.decode(data), str)
    assert isinstance(charset.decode(b'<meta charset="' + data[:12] + b'">' + data, markup=True), str)


@quick
@given(TEXTS)
def test_lines_and_days_are_read(text: str) -> None:
    pytest.importorskip("lxml")
    from generator.ingest import archive, bylines, characters, dateline, days, lead, paragraphs, posts, toplines

    lines = characters.clean(text).split("\n")
    toplines.front(lines)
    toplines.after_title(lines)
    bylines.around(lines)
    posts.located(markup.plain(text), markup.quotations(text))
    archive.page(text)
    for line in [*paragraphs.paragraphs(text), text]:
        dateline.dateline(line)
        toplines.tells(line)
        days.day_in(line)
        assert lead.from_lead(line or "x") is not None


@quick
@given(TEXTS)
def test_times_lie_within_their_text(text: str) -> None:
    from generator.extract import times

    for found in times.read(text, "2021-05-03"):
        assert 0 <= found.time.start < found.time.end <= len(text)


# ---- pages ----


@quick
@given(st.sampled_from(sorted(FOLDERS)), TEXTS, LINES)
def test_a_page_is_read_or_its_fault_named(folder: str, text: str, line: str) -> None:
    for page_text in (
        text,
        f"---\n{text}\n---\n{text}",
        f"---\ntitle: {line}\nname: {line}\ntype: person\n---\n{text}",
    ):
        page, problems = frontmatter.parse(page_text, FOLDERS[folder], "x", "x.md")
        assert page or problems
        assert all(str(p).count("\n") == 0 for p in problems)
        if page:
            again, found = frontmatter.parse(frontmatter.dump(page.front, page.body), FOLDERS[folder], "x", "x.md")
            assert found == []
            assert again is not None
            assert again.front == page.front


@quick
@given(st.dictionaries(st.sampled_from(["title", "a", "b"]), st.one_of(LINES, st.lists(LINES, max_size=3))), LINES)
def test_yaml_is_written_so_that_the_same_is_read(values: dict[str, Any], line: str) -> None:
    clean = {
        k: v for k, v in values.items() if v and not any(map(frontmatter.unseen, [v] if isinstance(v, str) else v))
    }
    text = frontmatter.block(clean) if clean else ""
    read = frontmatter.load(text)[0]
    assert read == clean
    if clean and not frontmatter.unseen(line):
        try:
            made = rewriting.mapping(text, {**read, "title": line or "x"})
        except rewriting.CannotEditError:
            return
        assert frontmatter.load(made)[0] == {**read, "title": line or "x"}


@quick
@given(TEXTS)
def test_a_body_becomes_plain_text_and_harmless_html(text: str) -> None:
    for link in wikilinks.find(text):
        assert text[link.start :].startswith(("[[", "![[", "[@"))
    markup.plain(text)
    assert markup.fold(markup.plain(markup.escape(text))) == markup.fold(text.replace("\r", "\n"))
    assert faults(Renderer("/repo").html(text)) == []


@quick
@given(TEXTS, TEXTS, TEXTS)
def test_texts_are_merged(base: str, mine: str, new: str) -> None:
    merge_text.merge(merge_text.hashes(base), mine, new)
    assert "".join(merge_text.paragraphs(mine)) == (mine if mine.strip() else "".join(merge_text.paragraphs(mine)))
    places.of([line for line in mine.split("\n") if line.strip()][:3], new)


@quick
@given(LINES)
def test_names_and_dates(line: str) -> None:
    assert names.slug(line).strip("abcdefghijklmnopqrstuvwxyz0123456789-") == ""
    assert names.portable(names.slug(line))
    names.fold(line)
    if dates.is_valid(line):
        assert dates.parse(line).lower <= dates.parse(line).upper


# ---- the site ----

NUMBERS = st.sampled_from(
    ["nan", ".nan", "inf", "-.inf", "1e308", "-0", "1e-320", "0x10", "9" * 300, "3", "2.5", "true"]
)
DAYS = st.sampled_from(
    ["0001-01-01", "9999-12-31", "2031-03-04", "2031-03~", "202X", "2031-21", "2031/..", "../2031", "-0044", "Y10000",
     "2031-02-30", "0000", "9999", "2031-03-04/2031-03-02", "20310304", "XXXX", "2031-13"]
)  # fmt: skip


@settings(quick, max_examples=max(EXAMPLES // 4, 5))
@given(NUMBERS, NUMBERS, DAYS, DAYS, LINES)
def test_no_value_of_front_matter_ends_the_build(
    tmp_path_factory: pytest.TempPathFactory, number: str, other: str, day: str, second: str, line: str
) -> None:
    from generator.site import build, search
    from generator.site.output import Output
    from generator.views import lookup
    from tests.site.pelican_run import ROOT

    folder = tmp_path_factory.mktemp("values")
    text = frontmatter.inline([line if line and not frontmatter.unseen(line) else "x"])[1:-1]
    pages = {
        "articles/a": f"title: {text}\ndate: 2031-03-05\nlang: {text}\nsource:\n  seed: a\n  sha256: x\nentities:\n"
        f"  - id: p\n    names: [{text}]\nevents:\n  - id: v\n    date: {day}\n    quote: Word for word\n"
        f"    entities: [p]\n"
        f"    lasts: {text}\n    figures: [{{what: {text}, value: {number}, unit: {text}}}, "
        f"{{what: x, value: {other}}}]\n"
        f"  - id: w\n    date: {second}\n    quote: for word\n---\nWord for word\n",
        "entities/p": f"name: {text}\ntype: place\ncoordinates: [{number}, {other}]\ncountry: {text}\n---\n",
        "events/v": f"title: {text}\ndate: {day}\nentities: [p]\nplace: p\n---\n",
        "events/w": f"title: {text}\ndate: {second}\nstatus: undisputed\n---\n{line}\n",
        "notes/n": f"title: {text}\ndate: 9999-12-31\nupdated: 0001-01-01\n---\n{line}\n",
    }
    for path, page in pages.items():
        file = folder / f"{path}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(f"---\n{page}".encode("utf-8", "replace"))
    linked, problems = briefing.link(store.load(folder))
    assert all(isinstance(str(p), str) for p in problems)
    indexer, search.indexer = search.indexer, lambda: None
    try:
        build.build(lookup.of(linked), folder, Path(ROOT / "theme"), "", Output(folder / "output"))
    finally:
        search.indexer = indexer
