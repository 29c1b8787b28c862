"""Reading and writing front matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import frontmatter
from generator.model import ArticleFront, EntityFront, EventFront, Source
from generator.problems import Problem


def entity(text: str) -> tuple[EntityFront | None, list[Problem]]:
    page, problems = frontmatter.parse(text, EntityFront, "x", "content/entities/x.md")
    return (page.front if page else None), problems


@pytest.mark.parametrize(
    "word", ["NO", "yes", "12:30", "2024", "2022-07-16", "1e3", "0x1F", "null and void", "~x", "off"]
)
def test_scalars_are_taken_as_they_are_written(word: str) -> None:
    front, problems = entity(f"---\nname: {word}\ntype: person\naliases: [{word}]\n---\n")
    assert not problems
    assert front is not None
    assert (front.name, front.aliases) == (word, (word,))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("no front matter", 1, "no front matter"),
        ("---\nname: x\n", 1, "not closed"),
        ("---\nname: x\ntype: [\n---\n", 4, "not valid YAML"),
        ("---\nname: x\n\ttype: person\n---\n", 3, "not valid YAML"),
        ("---\nname: x\nname: y\ntype: person\n---\n", 3, "twice"),
        ("---\n- a\n- b\n---\n", 2, "keys and values"),
        ("---\nname: !!python/object:os.system x\ntype: person\n---\n", 2, "tag"),
        ("---\nname: &a x\naliases: [*a]\ntype: person\n---\n", 3, "aliases"),
        ("---\nname: &a x\naliases: [&a y]\ntype: person\n---\n", 3, "second occurrence"),
        ("---\nname: x\n--- # more\ntype: person\n---\n", 3, "another document"),
        ("---\n? [name]\n: x\n---\n", 2, "a single word"),
        ("---\nname: x\ntype: persn\n---\n", 3, 'did you mean "person"'),
        ("---\nname: x\ntype: place\ncoordinates: [nan, 1]\n---\n", 4, "finite number"),
        ("---\nname: x\ntype: place\ncoordinates: [1, inf]\n---\n", 4, "finite number"),
        ("---\nname: x\ntype: place\ncoordinates: [1e308, 0]\n---\n", 4, "less than or equal to 90"),
        ("---\nname: x\ntype: place\ncoordinates: [60, -180.5]\n---\n", 4, "greater than or equal to -180"),
        ("---\ntype: person\n---\n", 1, '"name" is missing'),
        ("---\nname: x\ntype: place\ncoordinates: [a, b]\n---\n", 4, "coordinates"),
        ("---\nname: x\ntype: person\nreviewed: tomorrow\n---\n", 4, "reviewed"),
    ],
)
def test_a_fault_has_its_line(text: str, line: int, words: str) -> None:
    front, problems = entity(text)
    assert front is None
    assert [p.line for p in problems if p.level == "error"] == [line]
    assert words in str(problems[-1])


@pytest.mark.parametrize(("value", "levels"), [("The original", ["warning"]), ("[a]", ["error", "warning"])])
def test_an_unknown_key_where_a_text_might_stand_too_is_a_warning_and_a_wrong_value_is_not(
    value: str, levels: list[str]
) -> None:
    source = "source: {seed: a.txt, sha256: x}"
    text = f"---\ntitle: A\n{source}\ndigest_of:\n  title: {value}\n  edition: late\n---\n"
    page, problems = frontmatter.parse(text, ArticleFront, "a", "a.md")
    assert sorted({p.level for p in problems}) == levels
    assert (page is not None) == ("error" not in levels)


def test_an_unknown_key_is_a_warning_with_a_suggestion_and_the_page_stays() -> None:
    front, problems = entity("---\nname: x\ntype: person\nalias: [y]\n---\n")
    assert front is not None
    assert [(p.level, p.line) for p in problems] == [("warning", 4)]
    assert 'did you mean "aliases"?' in str(problems[0])


def test_an_empty_key_is_a_warning() -> None:
    front, problems = entity("---\nname: x\ntype: person\ncoordinates:\n---\n")
    assert front is not None
    assert [(p.level, p.line) for p in problems] == [("warning", 4)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(newline: str) -> None:
    text = "\ufeff---\nname: x\ntype: person\n---\nBody.\n".replace("\n", newline)
    page, problems = frontmatter.parse(text, EntityFront, "x", "x.md")
    assert not problems
    assert page is not None
    assert page.body == "Body.\n"


TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=40).map(str.strip).filter(bool)


@given(TEXT, st.lists(TEXT, max_size=4), TEXT)
def test_what_is_written_is_read_again(name: str, aliases: list[str], body: str) -> None:
    front = EntityFront(name=name, type="person", aliases=tuple(aliases))
    text = frontmatter.dump(front, body)
    page, problems = frontmatter.parse(text, EntityFront, "x", "x.md")
    assert not problems
    assert page is not None
    assert page.front == front
    assert page.body.strip() == body
    assert frontmatter.dump(page.front, page.body) == text


def test_dates_that_yaml_would_retype_are_quoted() -> None:
    text = frontmatter.dump(EventFront(title="x", date="2021-11-24"), "")
    assert "date: '2021-11-24'\n" in text


def test_language_and_rights_always_stand_in_an_article() -> None:
    text = frontmatter.dump(ArticleFront(title="x", source=Source(seed="a.txt", sha256="0")), "")
    assert "lang: en\n" in text
    assert "rights: full\n" in text


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    frontmatter.parse("---\n" + text + "\n---\n", EntityFront, "x", "x.md")
