"""A large invented briefing, by arithmetic alone: to see what several hundred sources and events do to every page."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

FIRST, LAST = (
    "Ada Bram Cleo Dov Elin Farah Goran Hana Ivo Juna".split(),
    "Arden Bell Corr Dunn Eyre Falk Grim Holt".split(),
)
BODIES = "Harbour Board|Ferry Union|Tide Office|Coast Guard|Port Council|Salt Company|Light Trust|Pilot House".split(
    "|"
)
TOWNS = "Varno Elian Corran Marsk Tolby Ystra Quay Norsk Umber Lindow Peel Stour".split()
PAPERS = "Coastal Gazette|The Evening Tide|Harbour News|The Elian Courier|Northern Post|Daily Log|Sea Wire".split("|")
ACTS = (
    ("visit", "visits", "paid a visit to"), ("signing", "signs an accord in", "signed an accord in"),
    ("exercise", "drills off", "held a drill off"), ("talks", "opens talks in", "opened talks in"),
)  # fmt: skip
START = date(2027, 1, 4)


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def people() -> list[str]:
    return [f"{first} {last}" for last in LAST for first in FIRST]


def _event(n: int) -> dict[str, str]:
    who = people()[n * 7 % 80] if n % 3 else BODIES[n // 3 % 8]
    town = TOWNS[n * 5 % 12]
    kind, title, told = ACTS[n % 4]
    day = START + timedelta(days=n * 3 + n % 5)
    when = f"{day:%Y-%m}" if n % 6 == 5 else day.isoformat()
    words = f"{day:%B %Y}" if n % 6 == 5 else f"{day.day} {day:%B %Y}"
    return {
        "id": f"{when}-{_slug(who)}-{kind}-{n}", "who": _slug(who), "name": who, "town": _slug(town), "place": town,
        "kind": kind, "title": f"{who} {title} {town}", "date": when, "when": words, "told": told,
    }  # fmt: skip


def write_large(folder: Path, articles: int = 300, events: int = 420) -> Path:
    """The briefing as a content folder below `folder`; one event in 21 is disputed."""
    content = folder / "content"
    for name in ("articles", "entities", "events", "pages", "notes"):
        (content / name).mkdir(parents=True)
    rows = [_event(n) for n in range(events)]
    names = {_slug(n): (n, "person") for n in people()}
    names |= {_slug(n): (n, "organization") for n in BODIES} | {_slug(n): (n, "place") for n in TOWNS}
    for id, (name, kind) in names.items():
        (content / "entities" / f"{id}.md").write_text(f"---\nname: {name}\ntype: {kind}\n---\n")
    told: dict[int, list[dict[str, str]]] = {}
    for n, row in enumerate(rows):
        for k in range(1 + n % 3):  # one to three sources tell it; of a disputed event the last gives another day
            rival = {"when": f"{1 + n % 27} May 2026", "date": f"2026-05-{1 + n % 27:02}"}
            other = rival if n % 21 == 20 and k == 2 else {}
            told.setdefault((n * articles // events + k * 11) % articles, []).append(row | other)
    for a in range(articles):
        (content / "articles" / f"report-{a:03}.md").write_text(_article(a, told.get(a, [])))
    for n, row in enumerate(rows):
        status = "disputed" if n % 21 == 20 else ("unverified" if n % 3 == 0 else "undisputed")
        (content / "events" / f"{row['id']}.md").write_text(
            f'---\ntitle: {row["title"]}\ndate: "{row["date"]}"\nstatus: {status}\n'
            f"entities: [{row['who']}]\nplace: {row['town']}\n---\n"
        )
    (content / "pages" / "home.md").write_text("---\ntitle: Ten years on one coast\nsummary: A large one\n---\nMuch.\n")
    return content


def _article(a: int, rows: list[dict[str, str]]) -> str:
    newest = max((row["date"] for row in rows), default="2027-01-04")
    day = date.fromisoformat(newest if len(newest) == 10 else f"{newest}-28") + timedelta(days=2 + a % 9)
    named = {row["who"]: row["name"] for row in rows} | {row["town"]: row["place"] for row in rows}
    entities = "".join(f"  - {{id: {id}, names: [{name}]}}\n" for id, name in named.items())
    claims, body = "", ""
    for row in rows:
        number = int(row["id"].rpartition("-")[2])
        quote = f"On {row['when']} {row['name']} {row['told']} {row['place']}, as number {number} of its kind"
        claims += (
            f'  - {{id: {row["id"]}, kind: {row["kind"]}, date: "{row["date"]}", when: On {row["when"]}, '
            f'quote: "{quote}", '
            f"entities: [{row['who']}], place: {row['town']}}}\n"
        )
        body += f"{quote}. The {a}th report says so and adds what page {number * 31 + a} of the log has.\n\n"
    return (
        f"---\ntitle: What report {a} says of the coast\ndate: {day}\nlang: en\n"
        f"source: {{seed: r{a}.txt, sha256: {a:064x}, publisher: {PAPERS[a % 7]}}}\n"
        + (f"entities:\n{entities}events:\n{claims}" if rows else "")
        + f"---\n{body or 'Nothing happened.'}\n"
    )
