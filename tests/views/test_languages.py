"""The translators' files: complete, with the same places for values, in every form that the language has."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from generator.settings import Language
from generator.views.catalogue import ENGLISH
from generator.views.words import DOMAIN, LOCALES, listed, speaking, t

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "generator" / "views" / "locale"
OTHERS = sorted(LOCALES.keys() - {"en"})

# Words that a language shares with English, and names of formats.
_ALIKE = {
    "fr": {
        "Date", "Notes", "Note", "Organisation", "Organisations", "Original", "Page", "SHA-256", "Source", "Sources",
        "Version", "accident", "construction", "note", "page", "passage", "sanction", "source", "verdict", "vote",
    },
    "ar": {"SHA-256"},
}  # fmt: skip
_FORMATS = {
    "Atom", "CSV", "Datasette", "EDTF", "FollowTheMoney", "ISO", "JSON", "Schema", "SQL", "SQLite", "TimelineJS", "SHA",
    "Natural", "Earth", "quote", "paraphrase",
}  # fmt: skip


def catalogue(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def plural_form(made: Catalog, number: int) -> int:
    from gettext import c2py

    return int(c2py(made.plural_expr)(number))


def test_the_setting_offers_every_language_that_there_are_words_for() -> None:
    assert set(get_args(Language)) == LOCALES.keys()
    assert sorted(p.name for p in FOLDER.iterdir() if p.is_dir()) == OTHERS


def test_the_translators_files_are_what_the_catalogue_says() -> None:
    """`make words` brings them up."""
    command = [sys.executable, "-m", "tools.words", "--check"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_is_translated(language: str) -> None:
    made = {message.context: message for message in catalogue(language) if message.id}
    assert made.keys() == ENGLISH.keys()
    empty = [key for key, message in made.items() if message.fuzzy or not all(forms(message.string))]
    assert empty == []


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_in_english(language: str) -> None:
    made = {message.context: message for message in catalogue(language) if message.id}
    said = {key for key, m in made.items() if set(forms(m.string)) & set(forms(m.id))}
    kept = {re.sub(r"\{[^}]*\}", "", forms(ENGLISH[key])[0]).strip() for key in said if "pattern" not in key}
    assert {text for text in kept if re.search("[A-Za-z]", text)} <= _ALIKE[language]


def test_arabic_holds_no_latin_word_but_names_of_formats() -> None:
    latin = set()
    for message in catalogue("ar"):
        if message.id and not message.context.startswith("date.pattern."):
            for form in forms(message.string):
                latin |= set(re.findall("[A-Za-z]{2,}", re.sub(r"\{[^}]*\}", "", form)))
    assert latin <= _FORMATS


@pytest.mark.parametrize("language", OTHERS)
def test_every_form_has_the_places_of_the_english_text(language: str) -> None:
    made = catalogue(language)
    served = defaultdict(set)  # form -> numbers that it stands for
    for number in range(1000):
        served[plural_form(made, number)].add(number)
    wrong = []
    for message in made:
        if not message.id:
            continue
        english = forms(message.id)
        for form, text in enumerate(forms(message.string)):
            known = set.union(*map(names, english))
            # A form that stands for one number alone may say it in a word of its own, and leave out what needs none.
            needed = set() if len(english) > 1 and len(served[form]) == 1 else names(english[-1])
            if not needed <= names(text) <= known:
                wrong.append((message.context, form, text))
    assert wrong == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_number_has_its_form(language: str) -> None:
    """The rules of the Unicode CLDR; French has one form more, for none, which is no plural and no singular there."""
    made, rule = catalogue(language), Locale.parse(LOCALES[language]).plural_form
    of = {(plural_form(made, n), rule(n) if n or language != "fr" else "none") for n in range(1000)}
    assert len(of) == made.num_plurals == len({form for form, _ in of}) == len({tag for _, tag in of})
    assert all(len(m.string) == made.num_plurals for m in made if isinstance(m.id, tuple))


@pytest.mark.parametrize("language", sorted(LOCALES))
def test_every_text_can_be_said(language: str) -> None:
    with speaking(language):
        for key, text in ENGLISH.items():
            places = set.union(*map(names, forms(text)))
            values: dict[str, object] = dict.fromkeys(places, "X")
            for number in (0, 1, 2, 5, 17, 100) if isinstance(text, tuple) else (3,):
                said = t(key, **{**values, **({"n": number} if "n" in places or isinstance(text, tuple) else {})})
                assert said
                assert not set(said) & set("{}")


def test_numbers_and_their_nouns() -> None:
    said = {}
    for language in sorted(LOCALES):
        with speaking(language):
            said[language] = [t("count.reports", n=n) for n in (0, 1, 2, 7, 12, 30, 1200)]
    assert said == {
        "ar": ["لا تقارير", "تقرير واحد", "تقريران", "7 تقارير", "12 تقريرًا", "30 تقريرًا", "1,200 تقرير"],
        "en": ["no reports", "one report", "two reports", "seven reports", "twelve reports", "30 reports",
               "1,200 reports"],
        "fr": ["aucun article", "un article", "deux articles", "sept articles", "douze articles", "30 articles",
               "1\u202f200 articles"],
    }  # fmt: skip


def test_what_runs_the_other_way_is_kept_apart() -> None:
    with speaking("ar"):
        assert t("source.publisher_date", publisher="Harbour Gazette", date="5 مايو 2031") == (
            "\u2068Harbour Gazette\u2069، 5 مايو 2031"
        )
    with speaking("fr"):
        # Each name of a list for itself: the first does not turn the list around.
        names = t("differ.all_name", n=2, names=listed(["ليلى حداد", "Mara Quill"]))
        assert names == "Toutes les affirmations nomment \u2068ليلى حداد\u2069 et Mara Quill."
        assert t("note.by", author="ليلى حداد") == "Par \u2068ليلى حداد\u2069"
        assert t("note.by", author="Mara Quill") == "Par Mara Quill"


def test_nobody_else_hears_the_language_of_a_build() -> None:
    with speaking("fr"):
        assert t("nav.disputes") == "Désaccords"
        with speaking("ar"):
            assert t("nav.disputes") == "الخلافات"
        assert t("nav.disputes") == "Désaccords"
    assert t("nav.disputes") == "Disputes"
