"""Score the converter on the exam: invented topics, each a folder of seeds with `entities.yaml` and `events.yaml`.

    python -m tests.exam.score_exam [-v] [--half developed|second|...|eleventh|sealed|genres|genres2|FOLDER] [TOPIC ...]

Every topic is converted into a temporary content folder, with nothing curated. Printed per topic and in total are the
figures of entities, identity and events; with -v every miss and every false alarm.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator import convert
from tests.exam import score_roles

HERE = Path(__file__).parent
Gold = Sequence[Mapping[str, Any]]
Articles = Mapping[int, Mapping[str, Any]]
Pages = Mapping[str, Mapping[str, Any]]
Say = Callable[[str], None]
Row = tuple[int, str]  # (article, folded name)
_WRITTEN = {"event": "named_event"}  # what some who wrote gold called a type


@dataclass
class Ratio:
    """True, given and wanted."""

    right: float = 0
    given: float = 0
    wanted: float = 0

    def add(self, right: float, given: float, wanted: float) -> None:
        self.right, self.given, self.wanted = self.right + right, self.given + given, self.wanted + wanted

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        counts = f"({self.right:g} right of {self.given:g} given, {self.wanted:g} in gold)"
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  {counts}"


@dataclass
class BCubed:
    """Sums over rows of how much of a row's page, and of its gold entity, belongs together (Bagga and Baldwin 1998)."""

    precision_sum: float = 0.0
    recall_sum: float = 0.0
    rows: int = 0

    def add(self, page: Mapping[Row, str], gold: Mapping[Row, str]) -> None:
        """Rows that have both."""
        pages, golds = defaultdict(set), defaultdict(set)
        for row in gold:
            pages[page[row]].add(row)
            golds[gold[row]].add(row)
        for row in gold:
            one, two = pages[page[row]], golds[gold[row]]
            self.precision_sum += len(one & two) / len(one)
            self.recall_sum += len(one & two) / len(two)
        self.rows += len(gold)

    @property
    def precision(self) -> float:
        return self.precision_sum / self.rows if self.rows else 0.0

    @property
    def recall(self) -> float:
        return self.recall_sum / self.rows if self.rows else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  ({self.rows} rows)"


@dataclass
class Figures:
    """What is measured, of one topic or summed over several."""

    entities: Ratio = field(default_factory=Ratio)
    in_article: Ratio = field(default_factory=Ratio)
    identity: BCubed = field(default_factory=BCubed)
    merges: int = 0
    events: Ratio = field(default_factory=Ratio)
    dates: Ratio = field(default_factory=Ratio)
    claims: Ratio = field(default_factory=Ratio)
    disputes: Ratio = field(default_factory=Ratio)
    roles: Ratio = field(default_factory=Ratio)  # of topics that have their gold

    def __str__(self) -> str:
        dates, claims, told = self.dates, self.claims, self.disputes
        return "\n".join((
            f"  entities           {self.entities}",
            f"  entity in article  {self.in_article}",
            f"  B-cubed            {self.identity}",
            f"  false merges       {self.merges}",
            *([f"  roles              {self.roles}"] if self.roles.wanted else []),
            f"  events             {self.events}",
            f"  event dates        {dates.right:g} of {dates.wanted:g} found events bear the gold date",
            f"  claims             {claims.right:g} of {claims.wanted:g} stand with their date under their event",
            f"  disputes           {told.right:g} of {told.wanted:g} found, {told.given - told.right:g} false",
        ))  # fmt: skip


def normal(text: object) -> str:
    """Without what does not matter when two spellings or two quotes are compared."""
    plain = re.sub(r"[*_`\[\]#>\\]", "", str(text)).replace("’", "'").casefold()
    plain = re.sub(r"\s+", " ", plain).strip(" .,;:'\"“”‘")
    return re.sub(r"^(the|a|an) |'s$", "", plain)


def pages(folder: Path) -> dict[str, dict[str, Any]]:
    """Front matter by id, read without the product's own reader."""
    found = {}
    for path in sorted(folder.glob("*.md")):
        front = re.match(r"---\n(.*?)\n---\n?", path.read_text(encoding="utf-8"), re.S)
        found[path.stem] = (yaml.safe_load(front[1]) or {}) if front else {}
    return found


def accepted(date: object) -> list[object]:
    return date if isinstance(date, list) else [date]


def paired(weights: Mapping[tuple[str, str], int], required: set[str]) -> dict[str, str]:
    """Gold -> given, one to one; what is required chooses first, then the heaviest."""
    chosen: dict[str, str] = {}
    taken = set()
    for gold, given in sorted(weights, key=lambda key: (key[0] not in required, -weights[key], key)):
        if gold not in chosen and given not in taken:
            chosen[gold] = given
            taken.add(given)
    return chosen


def same_words(words: str, quote: str) -> bool:
    """Whether one holds the other, or they share three quarters of the shorter one's words."""
    a, b = normal(words), normal(quote)
    one, two = Counter(a.split()), Counter(b.split())
    shorter = min(one.total(), two.total())
    return shorter >= 3 and (a in b or b in a or (one & two).total() >= 0.75 * shorter)


def score_entities(gold: Gold, articles: Articles, entity_pages: Pages, figures: Figures, say: Say) -> None:
    """An entity counts when one page answers to one of its names in an article that has it, with its type."""
    weights: Counter[tuple[str, str]] = Counter()
    given: dict[str, str | None] = {}
    places = defaultdict(set)
    bearers: dict[tuple[int, str], list[Mapping[str, Any]]] = defaultdict(list)
    for entity in gold:
        for number in entity["in"]:
            for name in {normal(n) for n in entity["names"]}:
                bearers[number, name].append(entity)
    rows: dict[Row, str] = {}
    fitting: dict[Row, list[Mapping[str, Any]]] = {}
    for number, front in articles.items():
        for row in front.get("entities") or []:
            given[row["id"]] = entity_pages.get(row["id"], {}).get("type")
            places[row["id"]].add(number)
            for name in {normal(n) for n in row.get("names") or []}:
                found = bearers.get((number, name), [])
                for entity in found:
                    weights[entity["id"], row["id"]] += 1
                typed = [e for e in found if e["type"] == given[row["id"]]] or found
                rows[number, f"{name} {row['id']}"] = row["id"]
                fitting[number, f"{name} {row['id']}"] = typed
    by_id = {e["id"]: e for e in gold}
    required = {e["id"] for e in gold if not e.get("optional")}
    chosen = paired(weights, required)
    optional = {page for g, page in weights if g not in required}
    right = {g for g, page in chosen.items() if g in required and given[page] == by_id[g]["type"]}
    used = {chosen[g] for g in right}
    counted = [page for page in given if page not in optional or page in used]
    for g in sorted(required - right):
        page = chosen.get(g)
        say(f"missed entity {g}" + (f": page {page} is a {given[page]}" if page else ""))
    for page in sorted(set(counted) - used):
        names = sorted({n for f in articles.values() for r in f.get("entities") or [] if r["id"] == page
                        for n in r.get("names") or []})  # fmt: skip
        say(f"false entity {page} ({given[page]}) in {sorted(places[page])}: {names}")
    figures.entities.add(len(right), len(counted), len(required))
    wanted = {(g, n) for g in required for n in by_id[g]["in"]}
    got = {(g, n) for g in right for n in places[chosen[g]]}
    for g, n in sorted(wanted - got):
        if g in right:
            say(f"{g} is not found in {n}")
    for g, n in sorted(got - wanted):
        say(f"{g} is wrongly found in {n}")
    figures.in_article.add(len(wanted & got), len(got), len(wanted))
    gold_rows = {}
    for key, found in fitting.items():
        mine = [e for e in found if chosen.get(e["id"]) == rows[key]] or found
        if len(mine) == 1:
            gold_rows[key] = mine[0]["id"]
    figures.identity.add(rows, gold_rows)
    merged = defaultdict(set)
    for key, g in gold_rows.items():
        if g in required:
            merged[rows[key]].add(g)
    for page, held in sorted(merged.items()):
        if len(held) > 1:
            figures.merges += 1
            say(f"false merge: page {page} holds {sorted(held)}")


def score_events(gold: Gold, articles: Articles, event_pages: Pages, figures: Figures, say: Say) -> None:
    """An event counts when a claim of its dated page has the words of a gold claim of the same article."""
    weights: Counter[tuple[str, str]] = Counter()
    claims = defaultdict(list)
    by_article = defaultdict(list)
    for event in gold:
        for claim in event["claims"]:
            by_article[claim["in"]].append((event["id"], claim["words"]))
    for number, front in articles.items():
        for row in front.get("events") or []:
            if not row.get("draft") and row.get("id"):
                claims[row["id"]].append((number, row))
                for g in {g for g, words in by_article[number] if same_words(words, row["quote"])}:
                    weights[g, row["id"]] += 1
    dated = {page for page in claims if event_pages.get(page, {}).get("date")}
    weights = Counter({key: weight for key, weight in weights.items() if key[1] in dated})
    by_id = {e["id"]: e for e in gold}
    required = {e["id"] for e in gold if not e.get("optional")}
    chosen = paired(weights, required)
    right = required & set(chosen)
    optional = {page for g, page in weights if g not in required}
    used = {chosen[g] for g in right}
    counted = [page for page in dated if page not in optional or page in used]
    for g in sorted(required - right):
        say(f"missed event {g}")
    for page in sorted(set(counted) - used):
        say(f"false event {page}")
    figures.events.add(len(right), len(counted), len(required))
    exact = {g for g in right if event_pages[chosen[g]]["date"] in map(str, accepted(by_id[g]["date"]))}
    for g in sorted(right - exact):
        say(f"date of {g}: {event_pages[chosen[g]]['date']}, should be {by_id[g]['date']}")
    figures.dates.add(len(exact), len(right), len(right))
    for g in sorted(required):
        for claim in by_id[g]["claims"]:
            if claim.get("date") is None or claim.get("optional"):
                continue
            told = [str(r.get("date")) for n, r in claims.get(chosen.get(g, ""), [])
                    if n == claim["in"] and same_words(claim["words"], r["quote"])]  # fmt: skip
            good = bool(set(told) & set(map(str, accepted(claim["date"]))))
            figures.claims.add(good, good, 1)
            if not good:
                say(f"claim of {g} in {claim['in']}: {told or 'none'}, should be {claim['date']}")
    disputed = {e["id"] for e in gold if e.get("disputes") or any(c.get("disputes") for c in e["claims"])}
    told_so = {page for page in dated if event_pages[page].get("status") == "disputed"}
    figures.disputes.add(len({chosen.get(g) for g in disputed} & told_so), len(told_so), len(disputed))


def score(content: Path, gold: Path, total: Figures, say: Say) -> Figures:
    """The figures of one topic, which are added to the total as well."""
    articles = {}
    for front in pages(content / "articles").values():
        number = re.match(r"\d+", Path(front["source"]["seed"]).name)
        if number:
            articles[int(number[0])] = front
    wanted = {kind: yaml.safe_load((gold / f"{kind}.yaml").read_text("utf-8"))[kind] for kind in ("entities", "events")}
    entity_pages, event_pages = pages(content / "entities"), pages(content / "events")
    told = gold / "roles.yaml"
    roles = yaml.safe_load(told.read_text("utf-8")) if told.exists() else {}
    for entity in wanted["entities"]:
        entity["type"] = _WRITTEN.get(entity["type"], entity["type"])
    own = Figures()
    for figures, tell in ((own, say), (total, lambda _: None)):
        score_entities(wanted["entities"], articles, entity_pages, figures, tell)
        score_events(wanted["events"], articles, event_pages, figures, tell)
        if roles:
            figures.roles.add(*score_roles.score(wanted["entities"], roles, articles, tell))
    return own


def converted(topic: Path, work: Path) -> Path:
    """The content folder made from a topic's seeds alone: its gold is no seed."""
    seeds, content = work / "seeds", work / "content"
    seeds.mkdir()
    for path in sorted(topic.iterdir()):
        if path.suffix in (".txt", ".html", ".md"):
            shutil.copy(path, seeds / path.name)
    convert.convert(seeds, content)
    return content


def measure(topics: Sequence[Path], say: Say, tell: Say = lambda _: None) -> Figures:
    """Figures over several topics; `tell` gets each topic's own."""
    total = Figures()
    for topic in topics:
        with tempfile.TemporaryDirectory() as work:
            say(f"--- {topic.name}")
            tell(f"{topic.name}\n{score(converted(topic, Path(work)), topic, total, say)}")
    return total


def topics_of(half: str, names: Sequence[str] = ()) -> list[Path]:
    """Folders of one half that have their gold."""
    return [
        p for p in sorted((HERE / half).iterdir()) if (p / "events.yaml").exists() and (not names or p.name in names)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("topics", nargs="*", help="only these")
    parser.add_argument("--half", default="developed", help="a folder beside this file, or a path to one of topics")
    parser.add_argument("-v", action="store_true", help="say every miss and false alarm")
    options = parser.parse_args()
    found = topics_of(options.half, options.topics)
    total = measure(found, print if options.v else lambda _: None, print)
    print(f"total of {len(found)} topics\n{total}")


if __name__ == "__main__":
    main()
