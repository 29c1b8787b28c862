from __future__ import annotations

from generator.views import addresses
from generator.views.lookup import Lookup
from tests.views.ferry import ENTITIES, EVENTS, NEWSPAPER, Build


def test_every_id_has_one_address(ferry: Lookup) -> None:
    made = {id: addresses.address(ferry.briefing, id) for id in ("gazette", "ferry-aground", "varno", "nobody")}
    assert made == {
        "gazette": "/sources/gazette/",
        "ferry-aground": "/events/ferry-aground/",
        "varno": "/entities/varno/",
        "nobody": None,
    }


def test_standing_pages_stand_at_the_top_and_take_no_section(build: Build) -> None:
    page = "---\ntitle: A page\n---\n"
    look = build(pages={"home": page, "about": page, "search": page})
    assert [addresses.address(look.briefing, id) for id in ("home", "about", "search")] == ["/", "/about/", None]


def test_an_old_id_leads_on(build: Build) -> None:
    entities = {**ENTITIES, "varno": "---\nname: Varno\ntype: place\nredirects: [varno-port]\n---\n"}
    events = {k: v for k, v in EVENTS.items() if k != "lamp-out"}
    events["ferry-aground"] = events["ferry-aground"].replace("disputed", "unverified")
    look = build(articles={"gazette": NEWSPAPER}, events=events, entities=entities)
    assert addresses.address(look.briefing, "varno-port") == "/entities/varno/"
    assert addresses.redirects(look.briefing) == (("/entities/varno-port/", "/entities/varno/"),)


def test_an_address_elsewhere_is_escaped_where_it_must_be_and_only_there() -> None:
    assert addresses.external('https://x.example/a b?q="><script>') == "https://x.example/a%20b?q=%22%3E%3Cscript%3E"
    assert addresses.external("https://x.example/%C3%A9?a=1&b=[2]#c") == "https://x.example/%C3%A9?a=1&b=[2]#c"
    assert addresses.external("javascript:alert(1)") == ""
