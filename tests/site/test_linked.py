"""JSON-LD and Open Graph as they stand in finished pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.site.test_build import built

_SCRIPT = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')


def test_every_page_has_one_description_for_machines_and_its_links_lead_to_pages(content: Path) -> None:
    made, output = built(content, "https://x.example/repo")
    for address, page in made.made.items():
        html = page.decode()
        (text,) = _SCRIPT.findall(html)
        value = json.loads(text)
        assert value["@context"] == "https://schema.org", address
        assert re.search(r'<meta property="og:title" content="[^"]+">', html)
        for url in re.findall(r'"url":"https://x\.example/repo/([^"]*)"', text):
            path = f"{url}index.html" if not url or url.endswith("/") else url
            assert path in output, f"{address}: {url}"


def test_an_event_and_a_name_lead_to_their_data(content: Path) -> None:
    made, output = built(content, "/repo")
    for address, page in made.made.items():
        html = page.decode()
        found = re.findall(r'<link rel="alternate" href="/repo(/[^"]*)" type="application/json"', html)
        expected = address.startswith(("/events/", "/entities/")) and address != "/entities/"
        assert found == ([f"{address}index.json"] if expected else [])
        assert all(path.lstrip("/") in output for path in found)


def test_the_words_of_a_source_can_be_seen_where_they_stand_and_a_digest_has_no_such_link(content: Path) -> None:
    made, _ = built(content)
    aground = made.made["/events/2031-03-04-sandpiper-aground/"].decode()
    assert 'href="https://courier.example/sandpiper?a=1&amp;b=2#:~:text=The%20ferry%20Sandpiper%20ran' in aground
    assert ":~:text=" not in made.made["/events/2029-founding-of-the-line/"].decode()
