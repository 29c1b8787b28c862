from __future__ import annotations

import re
import time
from dataclasses import dataclass

import pytest

from generator.site.annotate import annotated
from generator.site.markdown import Renderer
from generator.site.nodes import Element, parse, text_of, walk

NAMES = [
    ("Mara Quill", "mara-quill", "/entities/mara-quill/", "person"),
    ("Quill", "mara-quill", "/entities/mara-quill/", "person"),
    ("Port Elian", "port-elian", "/entities/port-elian/", "place"),
    ("Elian", "elian", "/entities/elian/", "person"),
    ("Board of O'Hara", "board", "/entities/board/", "organization"),
]


@dataclass(frozen=True)
class Claim:
    number: int
    quote: str
    status: str = "undisputed"


def render(body: str, *quotes: str, names: list[tuple[str, str, str, str]] | None = None) -> str:
    claims = [Claim(i, quote) for i, quote in enumerate(quotes, start=1)]
    return annotated(
        Renderer("/repo").tree(body),
        claims,
        NAMES if names is None else names,
        "/repo",
        lambda its: f'<ol class="mnotes">{"".join(f"<li>{c.number}</li>" for c in its)}</ol>',
        lambda number: f"Claim {number}",
    )


def marked(html: str) -> dict[str, str]:
    """Claim number -> the words that are marked for it, and proof that the HTML is nested well."""
    root = parse(html)
    found: dict[str, str] = {}
    marks = [e for e in walk(root) if e.tag == "mark"]
    for mark in marks:
        for link in walk(mark):
            if link.attrs.get("class") == "said__n":
                link.children = []
    for mark in marks:
        found[mark.attrs.get("id", "")] = found.get(mark.attrs.get("id", ""), "") + text_of(mark)
    return found


def numbers(html: str) -> list[str]:
    return re.findall(r'href="#(n\d+)"', html)


def links(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<a class="entity[^"]*" href="([^"]*)">([^<]*)', html)


def test_a_block_stands_with_its_notes() -> None:
    assert render("One thing happened.\n\nAnother.", "One thing", names=[]) == (
        '<div class="para"><p><mark class="said said--undisputed" id="c1">One thing'
        '<a class="said__n" href="#n1" aria-label="Claim 1" data-pagefind-ignore="">1</a></mark> happened.</p>'
        '<ol class="mnotes"><li>1</li></ol></div>\n<div class="para"><p>Another.</p></div>\n'
    )


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        ("The *mayor* of the [old town](https://a.example/) spoke.", "mayor of the old"),
        ("The *mayor of the* old town spoke.", "of the old"),
        ("The [mayor of the](https://a.example/) old town spoke.", "The mayor"),
        ("The [mayor of the](https://a.example/) old town spoke.", "of the"),
        ("The mayor\nof   the old\u00a0town spoke.", "mayor of the old town"),
        ("**The *mayor* of** the ~~old~~ town `spoke here`.", "The mayor of the ~~old~~ town spoke"),
        ("A first paragraph ends.\n\nA second begins.", "paragraph ends. A second"),
        ("- one thing\n- two things\n- three", "thing two things three"),
        ("> Quoted by *some*body.\n\nAnd after", "by somebody. And"),
        ("| a | b |\n|---|---|\n| c d | e f |", "d e"),
        ("Line<br>break", "Line break"),
        ('5 < 7 & "x"', '< 7 & "x"'),
        ("بدأ *ليلى* حداد", "ليلى حداد"),
    ],
)
def test_a_quote_is_marked_across_whatever_stands_in_it(body: str, quote: str) -> None:
    made = render(body, quote)
    assert "".join("".join(marked(made).values()).split()) == "".join(quote.split())
    assert numbers(made) == ["n1"]
    assert made.count('id="c1"') == 1


def test_the_note_stands_where_the_quote_ends() -> None:
    made = render("First part\n\nsecond part\n\nlast", "part second")
    assert made.index("<li>1</li>") > made.index("second")
    assert made.index("<li>1</li>") < made.index("last")


def test_no_claim_is_lost_when_its_quote_is_not_there() -> None:
    made = render("Some words.", "other words", "Some")
    assert made.endswith('<div class="para"><span id="c1"></span><ol class="mnotes"><li>1</li></ol></div>\n')
    assert numbers(made) == ["n2"]


def test_claims_may_overlap_enclose_and_repeat_one_another() -> None:
    body = "one two *three four* five six [seven eight](https://a.example/) nine"
    made = render(
        body, "two three", "three four five", "one two three four five six seven", "eight nine", "three", "three"
    )
    assert numbers(made).count("n3") == 1
    assert sorted(set(numbers(made))) == ["n1", "n2", "n3", "n4", "n5", "n6"]
    assert text_of(parse(re.sub(r'<a class="said__n".*?</a>|<ol class="mnotes">.*?</ol>', "", made))).strip() == (
        "one two three four five six seven eight nine"
    )
    for n in range(1, 7):
        assert made.count(f'id="c{n}"') == 1


def test_a_number_never_stands_in_a_link() -> None:
    for quote in ("the mayor", "mayor", "mayor of", "The mayor of the town"):
        root = parse(render("The [mayor of the](https://a.example/) town, the mayor's.", quote, names=NAMES))
        for element in walk(root):
            if element.tag == "a":
                inner = [e for child in element.children if isinstance(child, Element) for e in walk(child)]
                assert [e for e in inner if e.tag == "a"] == []


def test_whole_words_are_marked_before_parts_of_words() -> None:
    made = render("The cart was in the art hall.", "art")
    assert "the <mark" in made


def test_a_word_ends_where_its_paragraph_ends() -> None:
    made = render("The start of art\n\nand much of an artist", "art")
    assert ">art<" in made
    assert "start" in made
    assert "artist" in made


def test_claims_out_of_order_and_of_the_same_words_are_found() -> None:
    made = render("Ten came. Then nine left. Ten came.", "nine left", "Ten came", "Ten came", "Then")
    assert sorted(numbers(made)) == ["n1", "n2", "n3", "n4"]


def test_the_longest_name_is_linked_and_whole_words_alone() -> None:
    made = render("Mara Quill of Port Elian met Elian. The Quills left Elians.")
    assert links(made) == [
        ("/repo/entities/mara-quill/", "Mara Quill"),
        ("/repo/entities/port-elian/", "Port Elian"),
        ("/repo/entities/elian/", "Elian"),
    ]


def test_each_entity_is_linked_once_in_a_block_by_its_first_name_there() -> None:
    made = render("Quill came. Mara Quill went.\n\nQuill again.")
    assert [name for _, name in links(made)] == ["Quill", "Quill"]


def test_names_run_over_line_breaks_and_forms_of_apostrophes() -> None:
    assert [name for _, name in links(render("The Board\nof O’Hara met."))] == ["Board\nof O’Hara"]


def test_names_in_links_code_and_headings_are_left_alone() -> None:
    body = "# Quill\n\n[Quill](https://a.example/) `Quill`\n\n    Quill\n\n> > - Quill"
    assert [name for _, name in links(render(body))] == ["Quill"]


def test_names_and_quotes_are_text_and_not_patterns_or_html() -> None:
    names = [("A.B (C) <i>", "x", '/entities/"x"/', "person")]
    made = render("AxB (C) &lt;i&gt; and A.B (C) &lt;i&gt; came.", "&lt;i&gt; came", "came.", names=names)
    assert links(made) == [("/repo/entities/%22x%22/", "A.B (C) &lt;i&gt;")]
    assert numbers(made) == ["n2"]


def test_a_long_article_takes_linear_time() -> None:
    def seconds(n: int) -> float:
        body = "\n\n".join(f"On day {i} the board{i} met Quill and spoke of matter{i} at length." for i in range(n))
        quotes = [f"the board{i} met Quill" for i in range(0, n, 2)]
        names = [(f"matter{i}", f"m{i}", f"/entities/m{i}/", "place") for i in range(60)]
        began = time.process_time()
        assert len(numbers(render(body, *quotes, names=names))) == len(quotes)
        return time.process_time() - began

    # Ten times the text and the claims: a quadratic step would take a hundred times as long.
    small, large = min(seconds(200) for _ in range(3)), min(seconds(2000) for _ in range(2))
    assert large < 35 * small, (small, large)
