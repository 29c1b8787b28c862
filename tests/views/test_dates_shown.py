"""Claims of another date than the one that stands above them are not folded away."""

from __future__ import annotations

from generator.views import chronology, disputes
from generator.views.entries import Entry
from generator.views.lookup import Lookup
from tests.views.ferry import Build


def told(build: Build, date: str, *of: str, status: str = "undisputed") -> Lookup:
    """An event of `date` that a report for each of the dates tells of ("": none; by publication: with a star)."""
    articles = {}
    for n, given in enumerate(of):
        by = ", dated_by: publication" if given.endswith("*") else ""
        dated = f'date: "{given.rstrip("*")}"{by}, ' if given else ""
        articles[f"a{n}"] = (
            f"---\ntitle: Report {n}\ndate: 2031-04-{n + 10}\nsource: {{seed: s{n}, sha256: s{n}, publisher: P{n}}}\n"
            f"events:\n  - {{id: it, {dated}quote: The ferry ran aground {'x' * n}}}\n---\n"
            f"The ferry ran aground {'x' * n}.\n"
        )
    event = f'---\ntitle: The ferry runs aground\ndate: "{date}"\nstatus: {status}\nbecause: we say so\n---\n'
    return build(articles=articles, events={"it": event})


def entry(look: Lookup) -> Entry:
    (group,) = chronology.view(look).groups
    return group.months[0].entries[0]


def test_a_claim_of_a_day_stands_open_below_the_days_of_the_whole(build: Build) -> None:
    it = entry(told(build, "2031-03-24/2031-03-25", "2031-03-24/2031-03-25", "2031-03-25", "2031-03", "2031-03-25"))
    assert [c.date.text for c in it.dated] == ["25 March 2031", "March 2031"]
    assert ([c.date.text for c in it.more], it.more_label) == (["25 March 2031"], "One more claim")


def test_claims_of_the_same_day_of_the_report_or_without_date_stay_folded(build: Build) -> None:
    it = entry(told(build, "2031-03-24", "2031-03-24", "2031-03-24", "", "2031-03-24~*"))
    assert (it.dated, len(it.more)) == ((), 3)


def test_a_reading_shows_each_of_the_dates_that_it_holds(build: Build) -> None:
    of = ("2031-03-24", "2031-03-24", "2031-03", "2031-02")
    look = told(build, "2031-03-24", *of, status="disputed")
    agreed, rival = entry(look).differences[0].readings
    assert [c.date.text for c in agreed.shown] == ["24 March 2031", "March 2031"]
    assert ([c.date.text for c in agreed.folded], rival.folded) == (["24 March 2031"], ())
    assert agreed in disputes.view(look).disputes[0].points[0].difference.readings  # type: ignore[union-attr]
