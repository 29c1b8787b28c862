"""What is taken for a text without markup comes out as the converter and nh3 would have it."""

from __future__ import annotations

import random

import pytest

from generator.site import markdown
from generator.site.markdown import Renderer
from generator.site.nodes import Element, parse, serialise
from generator.site.paragraphs import paragraphs

_SIGNS = [
    *"abcZé世ع.,;:!?'\"-–—()/%$€@^+=*_#>|~1290 \n",
    "\n\n",
    "\n\n\n\n",
    "1. ",
    "- ",
    "+ ",
    "10) ",
    ": ",
    "&",
    "&amp;",
]
_SIGNS += [
    "<b>",
    "[x](y)",
    "[[x]]",
    "![",
    "```",
    "\\",
    "\t",
    "  \n",
    "\u00a0",
    "\u2028",
    "\x0c",
    "\ue000",
    "\x00",
    "www.x.org",
]


@pytest.fixture
def converted(monkeypatch: pytest.MonkeyPatch) -> Renderer:
    """A renderer that leaves everything to the converter."""
    monkeypatch.setattr(markdown, "paragraphs", lambda text: None)
    return Renderer()


@pytest.mark.parametrize("seed", range(4))
def test_paragraphs_are_those_of_the_converter(converted: Renderer, seed: int) -> None:
    chance, plain = random.Random(seed), 0
    for _ in range(2000):
        rare = 1 if chance.random() < 0.5 else 0.05  # few texts of many signs hold none that means something
        text = "".join(
            chance.choice(_SIGNS if chance.random() < rare else _SIGNS[:17]) for _ in range(chance.randrange(1, 30))
        )
        made = paragraphs(text)
        if made is not None:
            plain += 1
            assert made == converted.tree(text), text
    assert plain > 100


def test_quotation_marks_of_editors_are_curled_in_them_too() -> None:
    assert Renderer().html('A "word".\n\nAnother.') == "<p>A “word”.</p>\n<p>Another.</p>"


@pytest.mark.parametrize(
    "text", ["", "\n\n", "a *b*", "- a", "1. a", "a\n===", "    a", "a  \nb", "a & b", "a\n: b", "<i>"]
)
def test_any_other_text_is_left_to_the_converter(text: str) -> None:
    assert paragraphs(text) is None


def test_what_is_no_markup_is_escaped_all_the_same() -> None:
    made = paragraphs("Ten 'more' \"than\" two")
    assert isinstance(made, Element)
    assert parse(serialise(made)) == made
