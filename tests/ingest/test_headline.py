"""The headline of a saved page is the one that its readers see above the text."""

from __future__ import annotations

import pytest

from generator.ingest import read

TEXT = (
    "<p>The salt mine under the old town will open to visitors in June, its new owner said on Monday at the gate.</p>"
    "<p>Nobody has worked there since 1974, when the last cart was hauled up and the ponies were sold to a school.</p>"
    "<p>A ticket costs nine crowns. The descent takes four minutes, and the way back up takes a good deal longer.</p>"
)
PRINTED = "Old salt mine opens its gate to visitors"


@pytest.mark.parametrize(
    ("title", "shared", "top"),
    [
        (f"{PRINTED} | Coast Post", "A mine with ponies", f"<h1>{PRINTED}</h1>"),
        ("Coast Post", "Salt mine opens its gate", f"<h1>{PRINTED}</h1>"),
        (f"{PRINTED} (Photos, Map) - Coast Post", f"{PRINTED} (Photos, Map)", f"<h1>{PRINTED}</h1>"),
        (f"{PRINTED} | CP", "Coast Post Group", f"<h1><span>{PRINTED}</span></h1>"),
        ("Press Releases | Coast", "Press Releases", f"<h1>Press Releases</h1><p>May 4, 2022</p><h2>{PRINTED}</h2>"),
        (
            "Coast Post: Local News",
            "",
            f"<font size=5><b>{PRINTED}</b></font><br><font size=1>By ADA LUND<br>Published May 4, 2022</font><br><br>",
        ),
    ],
)
def test_the_printed_headline_wins_over_what_is_made_for_sharing(title: str, shared: str, top: str) -> None:
    meta = f'<meta property="og:title" content="{shared}">' if shared else ""
    page = f"<html lang=en><head><title>{title}</title>{meta}</head><body><div>{top}{TEXT}</div></body></html>"
    assert read("a.html", page.encode()).title == PRINTED


@pytest.mark.parametrize("heading", ["Local News", "Coast Post", "Coast"])
def test_a_heading_that_is_the_rubrics_or_the_sites_is_no_headline(heading: str) -> None:
    page = (
        f'<html lang=en><head><title>{PRINTED} | {heading}</title><meta property="og:title" content="{PRINTED}">'
        f'<meta property="og:site_name" content="Coast Post"></head><body><h1>{heading}</h1><h2>{PRINTED}</h2>{TEXT}'
    )
    assert read("a.html", page.encode()).title == PRINTED
