from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.views.catalogue import ENGLISH
from generator.views.words import capital, count, listed, quantity, t

ROOT = Path(__file__).parents[2]
# t("key") or t("group." ~ value) in a template, t("key") or t(f"group.{value}") in Python.
_CALL = re.compile(r"""\b(?:t|template|woven|_said)\(\s*f?["']([a-z0-9_.]+)(\{|["'])""")
_STEM = re.compile(r"""\breturn f"([a-z_]+\.[a-z0-9_.]+)\{""")  # a key that is made in one place and said in another
_CHOICE = re.compile(r"""["']([a-z0-9_]+\.[a-z0-9_.]+)["']""")


def test_numbers_up_to_twelve_are_words() -> None:
    assert [count(n) for n in (0, 1, 12, 13, 3200)] == ["no", "one", "twelve", "13", "3,200"]


def test_figures_keep_their_places() -> None:
    assert quantity(3200) == "3,200"
    assert quantity(4.5) == "4.5"
    assert quantity(-1e308) == "-1E308"  # what no report has ends no build


def test_singular_and_plural() -> None:
    assert t("count.reports", n=1) == "one report"
    assert t("count.reports", n=3) == "three reports"
    assert t("count.reports", n=40) == "40 reports"


def test_a_number_can_begin_a_sentence() -> None:
    assert t("claim.more", n=2) == "Two more claims"


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        t("no.such.key")


def test_lists() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert capital("éa b") == "Éa b"


def sources() -> dict[str, str]:
    files = [*(ROOT / "generator").rglob("*.py"), *(ROOT / "theme" / "templates").rglob("*.html")]
    return {str(f): f.read_text(encoding="utf-8") for f in files if "catalogue" not in f.name}


def test_every_key_that_is_asked_for_is_in_the_catalogue() -> None:
    missing = {
        (file, key)
        for file, text in sources().items()
        for key, end in _CALL.findall(text)
        if (end in "\"'" and not key.endswith(".") and key not in ENGLISH)
        or ((end == "{" or key.endswith(".")) and not any(k.startswith(key) for k in ENGLISH))
    }
    assert missing == set()


def test_no_word_of_the_catalogue_is_unused() -> None:
    text = "\n".join(sources().values())
    asked = {key for key, _ in _CALL.findall(text)} | set(_STEM.findall(text))
    named = set(_CHOICE.findall(text))
    prefixes = tuple(key for key in asked if key.endswith((".", "_")))
    assert [k for k in ENGLISH if k not in asked | named and not k.startswith(prefixes)] == []
