"""The index of sources: years, and what is known of shared passages."""

from __future__ import annotations

from generator.views import sources_index
from generator.views.lookup import Lookup
from tests.views.ferry import ENTITIES, EVENTS, NEWSPAPER, Build


def test_many_sources_stand_under_their_years(build: Build) -> None:
    articles = {
        f"a{n}": f"---\ntitle: T{n}\n" + (f"date: {2029 + n % 3}-01-10\n" if n else "")
        + f"source: {{seed: s{n}, sha256: s{n}}}\n---\nIt rained.\n"
        for n in range(60)
    }  # fmt: skip
    parts = sources_index.view(build(articles=articles)).parts
    assert [part.name for part in parts] == ["2029", "2030", "2031", "Undated"]
    assert [len(part.rows) for part in parts] == [19, 20, 20, 1]
    assert [part.count for part in parts] == ["19 reports", "20 reports", "20 reports", "1 report"]
    # The newest year stands open; what has no date stands last, folded as the years before.
    assert [part.name for part in parts if part.open] == ["2031"]


def test_digests_are_not_said_to_show_what_their_originals_share(ferry: Lookup) -> None:
    page = sources_index.view(ferry)
    assert page.no_copies.startswith("No passage shared by two of these reports is known")
    assert page.digests_hide.startswith("Where we show only our digest of a report")


def test_a_single_report_has_nothing_to_compare(build: Build) -> None:
    told = {id: EVENTS[id].replace("disputed", "unverified") for id in ("ferry-aground", "inquiry-opens")}
    page = sources_index.view(build(articles={"gazette": NEWSPAPER}, events=told, entities=ENTITIES))
    assert (page.no_copies, page.digests_hide) == ("There is only one report here.", "")
