"""What search engines and archives read in a page: the same as a reader does, and no more exact."""

from __future__ import annotations

from typing import Any

import pytest

from generator.site import table
from generator.views import addresses, article, event, standing
from generator.views.data import linked
from generator.views.data import page as data_page
from generator.views.lookup import Lookup
from tests.views.ferry import Build, dated


def link(address: str) -> str:
    return f"https://x.example{address}"


def of_event(look: Lookup, id: str) -> dict[str, Any]:
    made = linked.document(look, event.view(look, id), addresses.event(id), link)
    assert made["@type"] == "WebPage"
    return dict(made["mainEntity"])


def test_every_page_says_what_it_is_and_where_it_belongs(ferry: Lookup) -> None:
    for row in table.pages(ferry):
        made = linked.document(ferry, row.view, row.address, link)
        assert made["@context"] == "https://schema.org"
        assert made["description"]
        if row.address == addresses.HOME:
            assert (made["@type"], made["url"]) == ("WebSite", "https://x.example/")
        elif row.address == addresses.NOT_FOUND:
            assert "url" not in made
        else:
            assert made["isPartOf"]["url"] == "https://x.example/"
            assert made["url"] == link(row.address)
        assert None not in made.values()


def test_an_event_has_its_day_place_people_and_sources(ferry: Lookup) -> None:
    made = of_event(ferry, "ferry-aground")
    assert (made["@type"], made["name"], made["startDate"]) == ("Event", "A ferry runs aground off Varno", "2031-03-03")
    assert (made["location"]["@type"], made["location"]["name"]) == ("Place", "Varno")
    assert [(a["@type"], a["name"]) for a in made["about"]] == [("Organization", "Sea Line")]
    assert "eventStatus" not in made
    printed, digest = made["subjectOf"]
    assert (printed["@type"], printed["publisher"]["name"]) == ("NewsArticle", "Coastal Gazette")
    assert of_event(ferry, "inquiry-opens")["eventStatus"] == "https://schema.org/EventScheduled"
    # A digest is ours: its words are credited to nobody else.
    assert (digest["@type"], "publisher" in digest) == ("Article", False)
    assert digest["author"]["name"] == ferry.name
    assert digest["isBasedOn"]["publisher"]["name"] == "The Evening Tide"
    assert digest["isBasedOn"]["url"] == "https://example.net/saved"


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2031-03-04", "2031-03-04", None),
        ("2031-03-04/2031-03-06", "2031-03-04", "2031-03-06"),
        ("2031-02", "2031-02", None),
        ("2030", "2030", None),
        ("2031-03-04~", None, None),
        ("2030-22", None, None),
        ("201X", None, None),
        ("2029-05-01/..", "2029-05-01", None),
        ("../2029-05", None, "2029-05"),
    ],
)
def test_a_date_is_never_more_exact_than_its_source(
    build: Build, edtf: str, start: str | None, end: str | None
) -> None:
    made = of_event(dated(build, edtf), "it")
    assert (made.get("startDate"), made.get("endDate")) == (start, end)


def test_the_day_of_a_report_is_not_the_day_of_the_event(build: Build) -> None:
    made = of_event(dated(build, "2031-03-10~", dated_by="publication"), "it")
    assert "startDate" not in made
    assert made["description"].startswith("Reported on 10 March 2031. ")


def test_an_article_is_its_publishers_and_its_title_only_if_it_has_one(build: Build) -> None:
    page = """\
        ---
        title: Ours, out of its lead
        title_by: converter
        date: 2031-03-04
        source: {seed: a.txt, sha256: aa, publisher: Coastal Gazette, author: A. Pen, url: "https://a.example/x y"}
        ---
        It took place.
        """
    look = build(articles={"a": page})
    made = linked.document(look, article.view(look, "a"), addresses.source("a"), link)["mainEntity"]
    assert "headline" not in made
    assert (made["creditText"], made["datePublished"], made["url"]) == (
        "A. Pen",
        "2031-03-04",
        "https://a.example/x%20y",
    )


def test_a_name_has_its_type_spellings_and_places_its_position(build: Build) -> None:
    who = "---\nname: Lena Harbour\ntype: person\naliases: [Harbour]\n"
    who += "same_as: ['https://w.example/Q1', 'javascript:1']\n---\n"
    where = "---\nname: Varno\ntype: place\ncoordinates: [12.5, -41.25]\n---\n"
    what = "---\nname: Ferry Compact\ntype: agreement\n---\n"
    look = build(entities={"lena": who, "varno": where, "compact": what})
    rows = [row for row in table.pages(look) if row.template == "entity.html"]
    made = {row.view.id: linked.document(look, row.view, row.address, link) for row in rows}
    lena, varno = made["lena"]["mainEntity"], made["varno"]["mainEntity"]
    assert (lena["@type"], lena["alternateName"], lena["sameAs"]) == ("Person", ["Harbour"], ["https://w.example/Q1"])
    assert (varno["@type"], varno["geo"]["latitude"], varno["geo"]["longitude"]) == ("Place", 12.5, -41.25)
    assert made["compact"]["mainEntity"]["@type"] == "Thing"


def test_the_page_of_the_data_is_a_dataset_with_its_files(ferry: Lookup) -> None:
    files = [data_page.Export("/data/events.csv", "tables", "events", 900)]
    made = linked.document(ferry, data_page.view(ferry, files), addresses.DATA, link, files)["mainEntity"]
    assert made["@type"] == "Dataset"
    assert made["distribution"][0]["contentUrl"] == "https://x.example/data/events.csv"
    assert made["distribution"][0]["encodingFormat"] == "text/csv"


def test_a_preview_of_a_link_names_the_page_and_an_address_only_where_there_is_one(ferry: Lookup) -> None:
    view = event.view(ferry, "ferry-aground")
    pairs = dict(linked.open_graph(ferry, view, "https://x.example/events/ferry-aground/"))
    assert pairs["og:title"] == "A ferry runs aground off Varno"
    assert pairs["og:url"] == "https://x.example/events/ferry-aground/"
    assert "og:url" not in dict(linked.open_graph(ferry, view, ""))
    assert "og:url" not in dict(linked.open_graph(ferry, standing.not_found(ferry), "https://x.example/4"))
