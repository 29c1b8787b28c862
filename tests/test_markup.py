"""`plain` against the page that Python-Markdown makes, `escape` against both."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.markup import escape, fold, plain, quotations, stands_in

_OF_A_LINE = re.compile(
    r"</?(?:p|div|li|ul|ol|tr|td|th|table|thead|tbody|blockquote|h[1-6]|pre|dl|dt|dd|hr|br|figure|figcaption"
    r"|section)\b[^<>]*>"
)


def rendered(text: str) -> str:
    """What the site's Markdown shows of a text, white space folded."""
    page = markdown.markdown(text, extensions=["extra", "sane_lists"])
    page = _OF_A_LINE.sub(" ", re.sub(r"<!--.*?-->", "", page, flags=re.S))
    return fold(html.unescape(re.sub(r"<[^<>]*>", "", page)))


ORDINARY = {
    "two paragraphs": "One.\n\nTwo *three* **four** ***five***.\n",
    "wrapped": "One line\nand the next.\n",
    "heading": "# Head\n\n## Sub ##\nText right below.\n\nSet\n===\n\nSub\n---\nmore\n",
    "heading with emphasis": "## A *b* `c`\n\ntext",
    "list": "Before:\n\n- one\n- two\n    - deep\n    - deeper\n- three\n\nAfter.",
    "loose list": "* one\n\n* two\n\n    second paragraph\n\n* three\n",
    "numbers": "1. one\n2. two\n10. ten\n\nAfter",
    "no list without an empty line": "Text\n- not an item\n- nor this",
    "mixed kinds": "- a\n1. b\n",
    "year at line start": "1986\\. A great year\n\n2022 was too.",
    "quote": "> quoted\n> text\n\nnot quoted",
    "lazy quote": "> quoted\nlazy\n\nnot",
    "quote with paragraphs": "> one\n>\n> two\n",
    "quote with list": "> - a\n> - b\n",
    "nested quote": "> a\n>\n> > b\n",
    "text then quote": "A says:\n> b\n",
    "two quotes": "> a\n\n<!-- -->\n\n> b\n",
    "link": 'See [the *text*](https://x.example/a_b(c)?d=e "Title") now.',
    "link angle": "See [t](<https://x.example/a b>) now.",
    "reference": (
        'See [the text][1] and [other] and [no].\n\n[1]: https://x.example/a\n[other]: <https://x.example> "T"\n'
    ),
    "brackets": "He said [sic] it [was](not a link) so (see) ] [.",
    "sic colon": "[He]: said that it was",
    "image": 'Before ![alt *text*](a.png "T") after',
    "linked image": "[![alt](a.png)](https://x.example) after",
    "autolink": "<https://x.example/a_b_c> and <me@x.example>",
    "bare": "https://x.example/a_b_c_d and snake_case_word",
    "intraword": "un*frigging*believable 2*3*4 a_b_c",
    "spaced star": "5 * 3 = 15 * 1, and ** too, __ and _",
    "unbalanced": "a *b and c** d _e f__ g",
    "nest": "**bold *and em* text** and *em **strong** em* and ***both** em* and ***x* y**",
    "em over link": "*see [x](y) there* and **[x](y)**",
    "underscores": "_one_ __two__ ___three___ a_ _b _c_",
    "code": "Use `a *b* <c>` and ``x ` y`` and `unclosed",
    "escapes": "\\*a\\* \\_b\\_ \\# \\[c\\] \\`d\\` \\\\ \\> 1\\. \\< \\: \\|",
    "entities": "AT&T &amp; &copy; &#39;x&#x27; &nosuch; &lt;b&gt; R&D; &copy 1",
    "html inline": 'a <b>bold</b> <span class="x">y</span> 2 < 3 > 1 <3',
    "html block": "<div>\n*raw* &amp; text\n</div>\n\n*em*",
    "html nested": "<div><div>a</div>\n\n*b*</div>\n\nc *d*",
    "html markdown": '<div markdown="1">\n*em*\n</div>\n',
    "comment": "a\n\n<!-- hidden\n\nmore -->\n\nb <!-- c --> d",
    "figure": '<figure><img src="a"><figcaption>Cap</figcaption></figure>\n\nText',
    "fence": "```python\na *b* # c\n\n- d\n```\n\nafter",
    "tilde": "~~~\na\n~~~\nafter",
    "unclosed fence": "```\na *b*",
    "indented code": "Text:\n\n    a *b*\n\n    c <d>\n\nafter",
    "not code": "Text:\n    a *b*\n",
    "table": "| A | B |\n|---|:-:|\n| a *b* | c |\n| d \\| e | f |\n\nafter",
    "table bare": "A | B\n--|--\na | b\n",
    "pipes": "a | b and c | d",
    "rule": "a\n\n---\n\nb\n\n* * *\n\nc\n\n- - -\n",
    "rule in text": "x\ny\n---\nz",
    "dash line": "- - -\n\n--\n\n-\n",
    "deflist": "Term\n:   meaning *x*\n\nOther\n:   a\n:   b\n",
    "colon first": ": not a definition",
    "abbr": "The HTML thing.\n\n*[HTML]: Hyper Text\n",
    "attr": "# Head {: #id .c}\n\nText *em*{: .x} more\n{: .para}\n\n[l](u){: .y}",
    "break": "one  \ntwo<br>three",
    "nbsp": "a\u00a0b &nbsp; c",
    "tabs": "-\titem\n-\tother\n\n\tpara\n",
    "crlf": "a\r\n\r\nb\r\n",
    "dates": "18. July 2022\n\n18\\. July 2022\n\n(1) a\n\n1) b\n\n+1 c",
    "hash": "#1 in the world\n\n#hashtag text\n\nIssue #5",
    "plus minus": "+ a\n+ b\n\n-5 degrees\n\n*5 stars*",
    "quotes in text": "He said: \"a 'b' c\" -- and > then < x",
    "emphasis across": "*a\n\nb*",
    "emphasis two lines": "*a\nb*",
    "amp url": "[x](https://a.example/?a=1&b=2) https://a.example/?a=1&copy=2",
    "para in list": "1. one\n\n    para\n\n    - sub\n\ntext",
    "loose end": "- a\n\ntext\n\n    code",
    "star words": "* a * b * c",
    "strong list": "* **a** b\n* *c*",
    "bracket star": "[*a*] [**b**](c) (*d*)",
    "long dash": "a --- b\n\n--- c",
    "equals": "a = b\n\n= c\n\na\n= b",
    "heading mid": "text\n# head\ntext",
    "html p": "<p>para *raw*</p>\n\ntext",
    "details": "<details><summary>S</summary>\ntext *x*\n</details>",
    "iframe": '<iframe src="x"></iframe>\n\ntext',
    "script": "a <b>c</b>\n\ntext",
    "autolink odd": "<not a tag> <a b=c>d</a> <1>",
}


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY.keys())
def test_plain_is_what_the_page_shows(text: str) -> None:
    assert fold(plain(text)) == rendered(text)


def test_a_footnote_stays_where_it_is_written_and_has_no_number() -> None:
    assert plain("Text[^1] more.\n\n[^1]: A note.\n\nEnd.") == "Text more.\n\nA note.\n\nEnd."


# Everything that Unicode has, without surrogates; and dense in what means something to Markdown.
_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
_SIGNS = st.text("ab1 \n\t*_`~#>-+=.:|[](){}<&!\\/^\"'0;x@%", max_size=60)
_TEXTS = _ANY | _SIGNS | st.lists(_SIGNS, max_size=4).map("\n\n".join)
# Python-Markdown keeps these two for itself and drops them from every text; `ingest` takes all control characters off.
_RESERVED = str.maketrans("", "", "\x02\x03")


@settings(max_examples=600, deadline=None)
@given(_TEXTS)
def test_escaped_text_comes_back(text: str) -> None:
    assert fold(plain(escape(text))) == fold(text)


@settings(max_examples=600, deadline=None)
@given(_TEXTS)
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    text = text.translate(_RESERVED)
    assert rendered(escape(text)) == fold(text)


@given(_TEXTS)
def test_plain_reads_anything(text: str) -> None:
    made = plain(text)
    assert made == made.strip()
    assert "\n\n\n" not in made


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# Head\nText\nmore\n\n- a\n- b\n\nEnd", "Head\n\nText\nmore\n\na\nb\n\nEnd"),
        ("> a\n> b\n\nc", "a\nb\n\nc"),
        ("| A | B |\n|---|---|\n| 1 | 2 |", "A B\n1 2"),
        ("one  \ntwo", "one\ntwo"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("```\nx = *y*\n```", "x = *y*"),
    ],
)
def test_lines_and_paragraphs_stand_apart(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a\n\n> b\n> c\n\nd", ["b\nc"]),
        ("> a\n>\n> b", ["a\n\nb"]),
        ("> a\n\n> b", ["a\n\nb"]),  # Markdown makes one quotation of these
        ("> a\n\n<!-- -->\n\n> b", ["a", "b"]),
        ("> a\n\nx\n\n> *b*", ["a", "b"]),
        ("> a\nlazy\n\nx", ["a\nlazy"]),
        ("no > quotation", []),
    ],
)
def test_block_quotations_are_found(text: str, quoted: list[str]) -> None:
    shown = plain(text)
    assert [shown[start:end] for start, end in quotations(text)] == quoted


def test_a_quote_stands_in_a_body_whatever_its_white_space() -> None:
    assert stands_in("two three", "One two\n  three four.")
    assert not stands_in("two four", "One two three four.")


_HOSTILE = [
    "[",
    "![",
    "](",
    "[a](",
    "[a][",
    "*a_",
    "**a ",
    "***a ",
    "_*",
    "`a``b",
    "<",
    "<a ",
    "<a@",
    "<!--",
    "<div>",
    "<div>\n<script>\n",
    "\\",
    "&#",
    "> ",
    "- ",
    "# {: a",
    "#" + " " * 60,
    "|",
    "|-",
    "a|b\n-|-\n",
    '[a]: b "',
    "{: ",
    "```\na\n",
    "~~~~x\n",
    ": a\n",
]


@pytest.mark.parametrize("unit", _HOSTILE)
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    """Ten times the text takes about ten times as long; a hundred would be quadratic."""
    import time

    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        best = 1e9
        for _ in range(2):
            start = time.process_time()
            plain(text)
            escape(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(200_000) < 40 * max(seconds(20_000), 0.002)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The [[pier|old *pier*]] of [[Varno]].", "The old *pier* of Varno."),
        ("> [[Varno]] burned", "Varno burned"),
        ("`[[Varno]]` and \\[\\[Varno\\]\\]", "[[Varno]] and [[Varno]]"),
        ("![[event]]", "![[event]]"),
    ],
)
def test_a_wikilink_is_the_words_that_it_shows(text: str, shown: str) -> None:
    assert plain(text) == shown
