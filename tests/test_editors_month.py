"""One editor's month on the shipped briefing, with the commands and by hand: nothing lost, nothing unrelated moves."""

from __future__ import annotations

import difflib
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import briefing, cli, markup, store
from generator.extract import nlp
from tests.desk import Desk, remembered
from tests.site.pelican_run import run_pelican

ROOT = Path(__file__).parents[1]


class Month:
    """The desk, what has been written by the person so far, and what each step may touch."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder)
        shutil.copytree(ROOT / "seeds", self.desk.seeds)
        shutil.copytree(ROOT / "content" / "pages", self.desk.content / "pages")
        self.desk.run()
        self.words: dict[str, str] = {}
        self.old: list[str] = []
        self.before = self.desk.pages()

    def command(self, *arguments: str) -> None:
        done = CliRunner().invoke(cli.app, [*arguments, "--content", str(self.desk.content)])
        assert done.exit_code == 0, done.output

    def changed(self) -> set[str]:
        now = self.desk.pages()
        found = {k for k in now.keys() | self.before.keys() if now.get(k) != self.before.get(k)}
        self.before = now
        return {k for k in found if k.endswith(".md")}

    def step(self, touched: set[str] | None = None, near: str = "") -> set[str]:
        """Run the converter; what changed is what the step is about, and every word stands."""
        was = self.before
        self.desk.run()
        changed = self.changed()
        if touched is not None:
            unrelated = {p for p in changed - touched if near not in self.text(p) or not near}
            told = "".join(self.difference(p, was) for p in sorted(unrelated))
            assert told == "", f"unrelated pages changed:\n{told}"
        for word, page in self.words.items():
            assert word in self.text(page), f'"{word}" is gone from {page}'
        self.desk.settled(runs=1)
        return changed

    def difference(self, page: str, was: dict[str, bytes]) -> str:
        old, new = was.get(page, b"").decode(), self.text(page)
        return "".join(difflib.unified_diff(old.splitlines(True), new.splitlines(True), page))

    def text(self, page: str) -> str:
        path = self.desk.content / page
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def made(self) -> briefing.Briefing:
        assert self.desk.check() == []
        return briefing.link(store.load(self.desk.content))[0]


def test_a_month_at_the_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "parse", remembered)
    month = Month(tmp_path)
    desk, made = month.desk, month.made()
    assert len(made.events) > 8

    # a new seed
    desk.seed("90-new.txt", "date 2022-08-02 The engineer Karen Lund visited Tromsø on 30 July 2022 to buy.\n")
    changed = month.step()
    assert changed == {p for p in changed if p not in made_pages(made)}

    # a name is corrected
    person = next(p for p in sorted(made.entities) if made.entities[p].front.type == "person" and made.events_of.get(p))
    page, name = f"entities/{person}.md", made.entities[person].front.name
    desk.edit(page, lambda t: re.sub(r"(?m)^name: .*$", f'name: "{name} (corrected)"  # by the embassy', t))
    month.words |= {f"{name} (corrected)": page, "# by the embassy": page}
    assert month.step({page}) <= {page}
    assert month.made().named_in[person] == made.named_in[person]

    # a date is corrected, and the dispute with the claims explained
    first, second, third, fourth = [e for e, of in sorted(made.reports.items()) if made.events[e].front.date][:4]
    page = f"events/{first}.md"
    desk.edit(page, lambda t: re.sub(r"(?m)^date: .*$", "date: 2001-02~\nbecause: the archive says February", t))
    month.words |= {"date: 2001-02~": page, "because: the archive says February": page}
    assert month.step({page}) <= {page}
    assert month.made().events[first].front.date == "2001-02~"

    # a claim is pasted by its quote
    article = max(made.articles.values(), key=lambda a: len(a.body))
    quoted = " ".join(markup.fold(c.quote) for c in article.front.events)
    sentences = re.findall(r"[A-Z][^.!?\n]{40,160}[.]", markup.plain(article.body))
    quote = next(s for s in sentences if s not in quoted and '"' not in s and ":" not in s)
    page = f"articles/{article.id}.md"
    desk.replace(page, "\nevents:\n", f"\nevents:\n  - quote: {quote}  # seen by Ann\n")
    month.words |= {f"quote: {quote}  # seen by Ann": page}
    month.step()
    claim = next(c for c in month.made().articles[article.id].front.events if c.quote == quote)
    assert claim.id in month.made().events

    # a merge, and a split that undoes it
    month.command("merge", second, third)
    assert month.changed() == {f"events/{second}.md", f"events/{third}.md"}
    month.step({f"articles/{r.article}.md" for r in made.reports[third]})  # their claims follow
    assert month.made().redirects[third] == second
    sources = sorted({r.article for r in made.reports[third]})
    words = [r.claim.quote for r in made.reports[third] if r.article == sources[0]][:1]
    month.command("split", second, *words, "--as", third, "--title", "Apart again")
    assert third in month.made().events
    month.words |= {"title: Apart again": f"events/{third}.md"}
    month.changed()
    month.step(set())

    # a merge that stays, of entities
    places = [e for e in sorted(made.entities) if made.entities[e].front.type == "organization"][:2]
    month.command("merge", *places)
    month.old.append(places[1])
    month.step()

    # a refused event
    month.command("refuse", fourth)
    month.step()
    assert fourth not in month.made().events

    # a renamed event
    month.command("rename", first, "what-the-archive-says")
    month.old.append(first)
    month.words = {w: p.replace(first, "what-the-archive-says") for w, p in month.words.items()}
    month.step()
    assert month.made().events["what-the-archive-says"].front.date == "2001-02~"

    # a note with links
    month.command("new", "note", "What is open")
    page = "notes/what-is-open.md"
    desk.edit(page, lambda t: t + f"\nAsk [[{person}]] about [[what-the-archive-says|the archive]] and [[{first}]].\n")
    month.words |= {"|the archive]]": page}
    month.changed()
    assert month.step() == set()
    assert month.made().notes["what-is-open"].body

    # a renamed seed
    seed = sorted(p for p in desk.seeds.iterdir() if p.suffix == ".txt")[0]
    owner = next(a for a in made.articles.values() if a.front.source.seed == seed.name)
    seed.rename(desk.seeds / "archive-1.txt")
    assert month.step() == {f"articles/{owner.id}.md"}

    # a conflict, decided
    page = next(p for p in desk.pages() if p.startswith("articles/") and "karen-lund" in month.text(p))
    desk.edit(page, lambda t: re.sub(r"(?m)^title: .*$", "title: Lund goes north", t))
    month.words |= {"title: Lund goes north": page}
    desk.seed("90-new.txt", "date 2022-08-02 The builder Karen Lund visited Tromsø on 30 July 2022 to buy.\n")
    month.step()
    (row,) = [c for c in store.load_conflicts(desk.content)[0] if c.page == page]
    assert (row.page, row.field, row.yours) == (page, "title", "Lund goes north")
    month.command("refuse", row.page, row.field)
    month.step()
    assert [c for c in store.load_conflicts(desk.content)[0] if c.page == page] == []

    # a removed article
    (desk.content / page).unlink()
    month.words = {w: p for w, p in month.words.items() if p != page}
    month.step()
    assert not (desk.content / page).exists()
    assert "entities/karen-lund.md" not in desk.pages()

    # publication under a prefix: every old address leads to a page
    month.made()
    site = run_pelican(desk.content, tmp_path / "out", siteurl="/repo")
    folder = tmp_path / "out"
    assert site is not None
    for old in month.old:
        found = list(folder.glob(f"*/{old}/index.html"))
        assert found, f"the old address of {old} is dead"
        assert "/repo/" in found[0].read_text(encoding="utf-8")


def made_pages(made: briefing.Briefing) -> set[str]:
    """The pages that were there before."""
    return {f"events/{e}.md" for e in made.events} | {f"entities/{e}.md" for e in made.entities}
