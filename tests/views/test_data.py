"""What other programs are told: the same as the pages say, and whose words they are."""

from __future__ import annotations

import pytest

from generator.views import addresses
from generator.views.data import flat, ftm, page, quoting, rows, timeline
from generator.views.data.keys import key
from generator.views.data.records import ClaimRecord, EventRecord
from generator.views.lookup import Lookup
from tests.views.ferry import Build, dated


def link(address: str) -> str:
    return f"https://x.example{address}"


@pytest.fixture
def data(ferry: Lookup) -> rows.Data:
    return rows.of(ferry, link)


def test_a_claim_is_a_quote_where_it_was_printed_and_a_paraphrase_where_it_was_not(data: rows.Data) -> None:
    printed, digest = data.claims["ferry-aground"]
    assert (printed.wording, printed.paraphrase) == ("quote", None)
    assert printed.quote == "The ferry ran aground on Monday with 212 people on board"
    assert (digest.wording, digest.quote, digest.target, digest.link) == ("paraphrase", None, None, None)
    assert digest.paraphrase == "In February a ferry struck a bank"
    assert (printed.rival, digest.rival) == (False, True)
    assert printed.url == link("/sources/gazette/#c1")


def test_an_event_says_no_more_of_its_date_than_is_known(build: Build) -> None:
    made = rows.of(dated(build, "2029~/.."), link).events["it"]
    assert (made.date, made.date_text, made.first_day, made.last_day) == (
        "2029~/..",
        "since about 2029",
        "2029-01-01",
        None,
    )


def test_the_document_of_an_event_holds_its_claims_and_who_takes_part(ferry: Lookup, data: rows.Data) -> None:
    made = rows.event_document(ferry, data, "ferry-aground")
    assert [c.source for c in made.claims] == ["gazette", "tide"]
    assert [e.name for e in made.who] == ["Sea Line", "Varno"]
    assert (made.state, made.reviewed, made.place) == ("disputed", "2031-03-09", "varno")
    other = rows.entity_document(ferry, data, "lena-harbour")
    assert [(n.source, n.name) for n in other.names] == [
        ("gazette", "Lena Harbour"), ("gazette", "Harbour"), ("tide", "Ms Harbour"),
    ]  # fmt: skip
    assert [e.state for e in other.chronology] == ["planned"]


def test_every_id_of_a_table_leads_to_a_row(data: rows.Data) -> None:
    tables = rows.tables(data)
    ids = {name: {row.id for row in of} for name, (_, of) in tables.items() if of and hasattr(of[0], "id")}  # type: ignore[attr-defined]
    for name, (kind, of) in tables.items():
        for column in flat.columns(kind):
            if column.references:
                values = {getattr(row, column.name) for row in of} - {None}
                assert values <= ids[column.references], f"{name}.{column.name}"


def test_columns_come_from_the_declaration() -> None:
    found = {c.name: c for c in flat.columns(ClaimRecord)}
    assert "figures" not in found
    assert "target" not in found
    assert (found["event"].references, found["event"].required) == ("events", True)
    assert (found["rival"].kind, found["origin"].kind, found["quote"].kind) == ("boolean", "integer", "text")
    assert found["place"].references == "entities"
    assert all(c.description for kind in (ClaimRecord, EventRecord) for c in flat.columns(kind))


def test_a_quote_knows_what_stands_around_it_in_its_sentence(ferry: Lookup, data: rows.Data) -> None:
    target = data.claims["inquiry-opens"][0].target
    assert target
    assert target.source == link("/sources/gazette/")
    assert target.selector.model_dump(exclude_none=True) == {
        "type": "TextQuoteSelector", "exact": "An inquiry is to open on 1 April", "suffix": ".",
    }  # fmt: skip
    first = quoting.selector(ferry, "gazette", "ran aground on Monday")
    assert (first.prefix, first.suffix) == ("The ferry ", " with 212 people on board, said ")


@pytest.mark.parametrize(
    ("address", "quote", "expected"),
    [
        ("https://a.example/x", "a well-known, ferry & co", "#:~:text=a%20well%2Dknown%2C%20ferry%20%26%20co"),
        ("https://a.example/x#top", "It sank", ":~:text=It%20sank"),
        ("https://a.example/x", "one two three four five six seven eight nine ten eleven twelve thirteen",
         "#:~:text=one%20two%20three%20four,ten%20eleven%20twelve%20thirteen"),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_words(address: str, quote: str, expected: str) -> None:
    assert quoting.at_words(address, quote) == address + expected


def test_no_link_leads_to_words_that_nobody_printed(ferry: Lookup) -> None:
    assert quoting.at_words("", "It sank") == ""
    assert quoting.link_to_words(ferry, "tide", "In February a ferry struck a bank") == ""


def test_ids_for_other_programs_are_plain_and_stay() -> None:
    assert key("2031-03-04-ferry-aground") == "2031-03-04-ferry-aground"
    assert key("a", "b-c") == "a.b-c"
    assert key("«ja»") == key("«ja»") != key("«nein»")
    assert key("«ja»").isalnum()
    assert len(key("a" * 400)) < 40


@pytest.mark.parametrize(
    ("edtf", "start", "end", "shown"),
    [
        ("2031-03-04", {"year": 2031, "month": 3, "day": 4}, None, "4 March 2031"),
        ("2031-03~", {"year": 2031, "month": 3}, None, "About March 2031"),
        ("2030", {"year": 2030}, None, "2030"),
        ("2030-22", {"year": 2030, "month": 6}, {"year": 2030, "month": 8}, "Summer 2030"),
        ("202X", {"year": 2020}, {"year": 2029}, "The 2020s"),
        ("2031-03-01/2031-03-03", {"year": 2031, "month": 3, "day": 1}, {"year": 2031, "month": 3, "day": 3},
         "1–3 March 2031"),
        ("2029-05/..", {"year": 2029, "month": 5}, None, "Since May 2029"),
        ("../2029", {"year": 2029}, None, "Until 2029"),
    ],
)  # fmt: skip
def test_a_slide_shows_its_date_in_words(
    build: Build, edtf: str, start: dict[str, int], end: dict[str, int] | None, shown: str
) -> None:
    (made,) = timeline.timeline(dated(build, edtf, "It <b>is</b>"), "T", "", link)["events"]
    assert (made["start_date"], made.get("end_date"), made["display_date"]) == (start, end, shown)
    assert made["text"]["headline"] == "It &lt;b&gt;is&lt;/b&gt;"


def test_slides_have_ids_of_their_own_and_a_digest_is_not_quoted(ferry: Lookup) -> None:
    made = timeline.timeline(ferry, "Ferries", "A winter", link)
    ids = [s["unique_id"] for s in (made["title"], *made["events"])]
    assert ids == ["title", "event-ferry-aground", "event-inquiry-opens"]
    lines = made["events"][0]["text"]["text"].split("<p>")
    assert "Coastal Gazette, 4 March 2031: “The ferry ran aground on Monday with 212 people on board”</p>" in lines
    assert not any("In February" in line and "“" in line for line in lines)
    assert any(line.startswith("Our digest of The Evening Tide") for line in lines)


def test_investigators_get_who_took_part_and_who_says_so(ferry: Lookup, data: rows.Data) -> None:
    made = {e["id"]: e for e in ftm.entities(ferry, data, link, absolute=True)}
    event = made["event.ferry-aground"]["properties"]
    assert (event["date"], event["involved"], event["addressEntity"]) == (["2031-03-03"], ["sea-line"], ["varno"])
    assert event["proof"] == ["gazette", "tide"]
    assert "The Evening Tide" not in made["tide"]["properties"]["publisher"]
    assert made["gazette"]["properties"]["publisher"] == ["Coastal Gazette"]
    assert made["named.gazette.lena-harbour"]["properties"]["role"] == ["harbour master"]
    assert "“" not in made["claim.tide.1"]["properties"]["description"][0]
    assert "“" in made["claim.gazette.1"]["properties"]["description"][0]


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 bytes"), (1, "one byte"), (999, "999 bytes"), (1001, "2 kB"), (3_440_000, "3.4 MB")]
)
def test_sizes_are_said_for_readers(number: int, said: str) -> None:
    assert page.size(number) == said


def test_the_page_lists_what_was_made_and_no_more(ferry: Lookup) -> None:
    export = page.Export(f"{addresses.DATA}events.json", "tables", "events", 12_000, "/data/schema/events.json")
    made = page.view(ferry, [export])
    assert [(g.id, [(f.name, f.size) for f in g.files]) for g in made.groups] == [
        ("tables", [("events.json", "12 kB")])
    ]
