"""Whole sites in other languages: pages, feeds, calendar and exports hold no word of the English catalogue."""

from __future__ import annotations

import html
import subprocess
import sys
from pathlib import Path

import pytest

from generator import briefing, store
from generator.site import preview_pages
from generator.site.build import build
from generator.site.output import Output
from generator.views import lookup
from generator.views.catalogue import ENGLISH
from generator.views.words import speaking, template
from tests.site.arabic_fixture import write_content
from tests.site.pelican_run import ROOT, Built, run_pelican


@pytest.fixture(scope="module", params=["ar", "fr"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp(request.param)
    made = run_pelican(write_content(folder, request.param), folder / "output", siteurl="https://x.example/repo")
    assert made.status == 0, made.complained + made.said
    return made


def language(built: Built) -> str:
    return built.read("index.html").partition('lang="')[2][:2]


def texts(built: Built) -> dict[str, str]:
    """What is for people: all but the index of the search, the theme, and the descriptions of the formats."""
    left_out = ("pagefind", "theme", "schema")
    files = [p for p in built.folder.rglob("*") if p.suffix in (".html", ".xml", ".ics", ".json", ".csv")]
    own = {p.relative_to(built.folder).as_posix(): p for p in files if not set(p.parts) & set(left_out)}
    return {name: html.unescape(_unfolded(path)) for name, path in own.items()}


def _unfolded(path: Path) -> str:
    """A calendar's lines are folded."""
    text = path.read_text(encoding="utf-8")
    return text.replace("\r\n ", "").replace("\n ", "") if path.suffix == ".ics" else text


def test_no_sentence_of_the_english_catalogue_is_in_any_file(built: Built) -> None:
    with speaking(language(built)):
        english = {
            text
            for key, text in ENGLISH.items()
            if isinstance(text, str) and len(text) > 8 and "{" not in text and template(key) != text
        }
    assert len(english) > 200
    found = {
        (name, text)
        for name, of in texts(built).items()
        for text in english
        if (text in of if " " in text else f">{text}<" in of)
    }
    assert found == set()


def test_direction_and_language_follow_the_setting(built: Built) -> None:
    lang = language(built)
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in built.read("index.html")
    assert f'xml:lang="{lang}"' in built.read("feeds/events.atom.xml")
    assert f'"inLanguage":"{lang}"' in built.read("index.html").replace('": "', '":"')


def test_dates_and_quotation_marks_are_the_languages(built: Built) -> None:
    page = built.read("events/2031-05-04-crane-falls/index.html")
    day, opening = {"ar": ("4 مايو 2031", "«"), "fr": ("4 mai 2031", "«\u00a0")}[language(built)]
    assert f'<time datetime="2031-05-04">{day}</time>' in page
    assert f"<p>{opening}" in page
    assert "“" not in page
    changes = built.read("changes/index.html")
    assert {"ar": "1 يونيو 2031", "fr": "1er juin 2031"}[language(built)] in changes


def test_the_desk_of_the_preview_speaks_as_the_site_does(tmp_path: Path) -> None:
    content = write_content(tmp_path, "fr")
    linked, problems = briefing.link(store.load(content))
    made = build(lookup.of(linked), content, ROOT / "theme", "", Output(tmp_path / "output"), indexed=False)
    preview_pages.write(tmp_path, made, content, problems, linked)
    assert "Le bureau" in (tmp_path / "desk.html").read_text(encoding="utf-8").partition("</h1>")[0]


def test_copies_of_the_process_speak_as_it_does() -> None:
    """Large sites are made in copies; each has the language of the one that it was copied from."""
    code = (
        "from generator.site import forks\n"
        "from generator.views.words import speaking, t\n"
        "forks.cores = lambda: 2\n"
        "with speaking('fr'):\n"
        "    said = set(forks.each(lambda n: (t('nav.search'), __import__('os').getpid()), list(range(64)), 1))\n"
        "print({word for word, _ in said}, __import__('os').getpid() not in {pid for _, pid in said})\n"
    )
    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    copied = sys.platform == "linux"  # elsewhere a process is not copied
    assert made.stdout.strip() == f"{{'Recherche'}} {copied}"
