"""Notes cannot misquote, nor point to what is not there: each line of a note and what check says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import briefing, prose, store, wikilinks
from tests.site.content_fixture import QUOTED


def told(content: Path, text: str, page: str = "notes/a.md") -> list[str]:
    """Level, line and words of the problems of one page with this body."""
    (content / page).write_text(f"---\ntitle: A\n---\n{text}\n", encoding="utf-8")
    _, problems = briefing.link(store.load(content))
    return [f"{p.level} {p.line} {p.rule}: {p.message}; {p.remedy}" for p in problems if p.path.endswith(page)]


@pytest.mark.parametrize(
    "text",
    [
        "[[mara-quill]], [[m-quill]], [[Mara Quill|the chair]], [[quill]]",
        "| who |\n| --- |\n| [[mara-quill\\|the chair]] |",
        "[[sandpiper-runs-aground#What comes next]] [[sandpiper-runs-aground#t-what-comes-next]]",
        "[[2031-03-04-sandpiper-aground#dates]] [[sandpiper-runs-aground#c1|its claim]]",
        "# Here\n\n[[#here]]",
        "![[2031-03-04-sandpiper-aground]]\n\n![[The Sandpiper runs aground off Corran Bay]]",
        "so it is said [@sandpiper-runs-aground; @aground-on-thursday]",
        "`[[nowhere]]`, `[@nobody]`\n\n```\n![[nothing]]\n> x [@nobody]\n```",
        "[@nobody]: ../articles/nobody.md\n\n[a link](https://a.example/x.md) [mail](mailto:a@b.md)",
        "[file](../entities/mara-quill.md) [file](../articles/sandpiper-runs-aground.md#What%20comes%20next)",
        f"> {QUOTED}\n\n[@sandpiper-runs-aground]",
        f"> {QUOTED} [@sandpiper-runs-aground]",
        f"> *{QUOTED}*, with **214** passengers.\n> [@sandpiper-runs-aground]",
        "> “Nobody was hurt.”\n\n— [@sandpiper-runs-aground]",
        "> a tug. What comes next The Harbour Board\n\n[@sandpiper-runs-aground] says so.",
        "> Nobody was hurt. […] Quill added that [[mara-quill|a]] new slip\n\n[@sandpiper-runs-aground]",
        "> Anything that no source says.",
        "> Anything.\n\nAnd more words before [@sandpiper-runs-aground].",
    ],
)
def test_what_holds_is_not_named(content: Path, text: str) -> None:
    assert told(content, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\n\n[[mara-quil]]", 'error 6 link: the link [[mara-quil]] leads nowhere; did you mean "mara-quill"?'),
        ("[[Nobody]]", "error 4 link: the link [[Nobody]] leads nowhere; link to a page that exists, or take the brac"),
        ("[x](../entities/nobody.md)", "error 4 link: (nobody): there is no such page"),
        ("[[mara-quill#Youth]]", 'entities/mara-quill.md has no heading "Youth"; it has no headings'),
        ("[[sandpiper-runs-aground#What comes nex]]", 'has no heading "What comes nex"; did you mean "What comes ne'),
        ("[[#There]]", 'has no heading "There"; it has no headings'),
        ("[@sandpiper-runs-agroun]", 'error 4 citation: [@sandpiper-runs-agroun]: there is no such source; did'),
        ("[@mara-quill]", "error 4 citation: [@mara-quill] cites no source: "),
        ("![[mara-quill]]", "error 4 embed: ![[mara-quill]] is no event, and only events are set into a text"),
        ("![[gone]]", "error 4 embed: the link ![[gone]] leads nowhere"),
        ("a\n\n![a](../images/bya.png)", 'error 6 image: there is no image "bya.png" in images/; did you mean "bay.pn'),
        ("![a](/images/map-of-all.webp 'All')", 'no image "map-of-all.webp" in images/; put the file there, or take'),
        ("![[bay.png]]", "error 4 embed: ![[bay.png]] is no event; write ![what it shows](../images/bay.png)"),
        (
            "a\n\n> the Sandpiper hit the bar on 6 March 2031\n\n[@aground-on-thursday]",
            'error 6 quotation: [@aground-on-thursday] does not say "the Sandpiper hit the bar on 6 March 2031"; '
            'it says "the Sandpiper struck the bar on 6 March 2031"',
        ),
        ("> a new slip […] Nobody was hurt [@sandpiper-runs-aground]", 'does not say "Nobody was hurt"; it says "Nobo'),
        ("> Nobody was hurt [@sandpiper-runs-aground; @aground-on-thursday]", '[@aground-on-thursday] does not say "'),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_named_with_the_right_words(content: Path, text: str, said: str) -> None:
    (problem,) = told(content, text)
    assert said in problem


def test_an_image_that_is_there_and_one_in_code_are_not_named(content: Path) -> None:
    (content / "images").mkdir(exist_ok=True)
    (content / "images" / "bay.png").write_bytes(b"")
    assert (
        told(
            content,
            "![a](../images/bay.png) ![b](/images/bay.png) `![c](images/no.png)`\n\n```\n![d](images/no.png)\n```",
        )
        == []
    )


def test_a_name_of_two_pages_is_an_error_that_lists_them(content: Path) -> None:
    (content / "entities/quill-island.md").write_text("---\nname: Quill Island\ntype: place\naliases: [Quill]\n---\n")
    (problem,) = told(content, "[[Quill]]")
    assert "can mean 2 pages; give one of the ids mara-quill, quill-island" in problem


def test_a_note_that_cites_what_was_removed_is_named(content: Path) -> None:
    (content / "articles/aground-on-thursday.md").unlink()
    _, problems = briefing.link(store.load(content))
    named = [p.message for p in problems if p.path.endswith("what-the-reports-say.md")]
    assert named == ["[@aground-on-thursday]: there is no such source"] * 3


def test_a_source_that_cannot_be_read_is_named_once(content: Path) -> None:
    (content / "articles/aground-on-thursday.md").write_text("---\ntitle: [\n---\n")
    _, problems = briefing.link(store.load(content))
    assert [p for p in problems if p.path.endswith("what-the-reports-say.md")] == []


def test_words_that_an_excerpt_does_not_keep_are_told_from_false_ones(content: Path) -> None:
    path = content / "articles/aground-on-thursday.md"
    path.write_text(path.read_text().replace("rights: full", "rights: excerpt"))
    (problem,) = told(content, "> Quite other words altogether [@aground-on-thursday]")
    assert "put these words there as a claim, and run convert" in problem


def test_articles_of_others_are_not_read_as_notes(content: Path) -> None:
    path = content / "articles/aground-on-thursday.md"
    path.write_text(path.read_text() + "\n![[nothing]] [@somebody] wrote [this](other.md)\n")
    _, problems = briefing.link(store.load(content))
    assert [p for p in problems if p.path.endswith("thursday.md")] == []


def test_quotations_are_those_with_a_source() -> None:
    body = "> one\n> two [@a]\n\n> three\n\nnot this\n\n> four\n\n[@b; @c] and more\n\n> five [@d]. [@e].\n"
    assert [(q.text, [s.page for s in q.sources]) for q in prose.quotations(body)] == [
        ("one two", ["a"]),
        ("four", ["b", "c"]),
        ("five", ["d", "e"]),  # as the site names them below it
    ]


def test_a_link_that_a_text_editor_broke_over_two_lines_is_one() -> None:
    (found,) = wikilinks.find("- He went to the [[negotiations-at-sea|Talks\n  at Sea]] in June.")
    assert (found.target, found.label) == ("negotiations-at-sea", "Talks at Sea")
    (name,) = wikilinks.find("He met [[Mara\nQuill]] there.")
    assert name.target == "Mara Quill"
    assert list(wikilinks.find("An open [[bracket\n\nand another]] far below.")) == []


def test_a_dead_link_in_a_line_of_changes_is_named_with_its_line(content: Path) -> None:
    settings = content / "briefing.yaml"
    before = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    assert "\nchanges:" not in before
    rows = (
        "changes:\n  - date: 2031-03-09\n    text: '[[mara-quill|Her page]]: a name was mended.'\n"
        "  - date: 2031-03-10\n    text: 'See [[sandpiper-run-aground|the report]].'\n"
    )
    settings.write_text(f"{before.rstrip()}\n{rows}".lstrip(), encoding="utf-8")
    linked, problems = briefing.link(store.load(content))
    (fault,) = [p for p in problems if p.path.endswith("briefing.yaml")]
    assert fault.path not in linked.left_out  # no page is; `make html` would say so
    line = settings.read_text(encoding="utf-8").splitlines()[fault.line - 1]
    assert line == "    text: 'See [[sandpiper-run-aground|the report]].'"
    assert (fault.level, fault.rule) == ("error", "link")
    assert "leads nowhere" in fault.message
    assert "sandpiper-runs-aground" in fault.remedy


def test_a_misquote_is_named_with_the_line_of_the_wrong_words(content: Path) -> None:
    words = QUOTED.split()
    half = len(words) // 2
    wrong = [*words[: half + 1], "seldom", *words[half + 1 :]]
    lines = ["As it says:", "", f"> {' '.join(wrong[:half])}", f"> {' '.join(wrong[half:])}", "> and more was said."]
    (fault,) = told(content, "\n".join([*lines, "", "[@sandpiper-runs-aground]"]))
    assert fault.startswith(f"error {4 + lines.index(lines[3])} quotation: ")
