"""One editor's month on the shipped briefing, with the commands and by hand: nothing lost, nothing unrelated moves.

Every step is a commit of its own day, as an editor makes it; what `git diff` shows of it is what the step is about.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import briefing, cli, derive, markup, store
from generator.extract import nlp
from generator.views import lookup
from tests.desk import Desk, remembered

ROOT = Path(__file__).parents[1]


class Month:
    """The desk, what has been written by the person so far, and what each step may touch."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.desk, self.day = folder, Desk(folder), 0
        shutil.copytree(ROOT / "seeds", self.desk.seeds)
        shutil.copytree(ROOT / "content", self.desk.content, ignore=shutil.ignore_patterns(".cache"))
        self.git("init", "-q", "-b", "main")
        (folder / ".git/info/exclude").write_text(".cache\n")
        self.words: dict[str, str] = {}
        self.old: list[str] = []
        self.desk.run()
        self.commit()

    def git(self, *words: str) -> str:
        when = f"2031-05-{self.day + 1:02}T12:00:00+00:00"
        environment = os.environ | {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        command = ["git", "-c", "user.name=An Editor", "-c", "user.email=editor@example.org", *words]
        done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=True)
        return done.stdout

    def commit(self) -> dict[str, list[str]]:
        """Page -> the lines that `git diff` shows of this day, which ends."""
        self.git("add", "-A")
        found: dict[str, list[str]] = {}
        for part in self.git("diff", "--cached", "-U0", "--no-renames", "--", "content").split("diff --git ")[1:]:
            page = re.search(r" b/content/(\S+)", part)
            assert page
            if page[1].endswith(".md"):
                found[page[1]] = re.findall(r"(?m)^[+-](?!\+\+|--).*$", part)
        self.git("commit", "-q", "--allow-empty", "-m", f"Day {self.day + 1}")
        self.day += 1
        return found

    def command(self, *arguments: str) -> None:
        done = CliRunner().invoke(cli.app, [*arguments, "--content", str(self.desk.content)])
        assert done.exit_code == 0, done.output

    def step(self, *touched: str, lines: str = "", near: str = "") -> dict[str, list[str]]:
        """Run the converter; what changed is what the step is about, and every word stands.

        `touched`: the pages that may change, and `lines`: a pattern of all lines that may change in them; `near`: a
        pattern of what other pages that change must be about.
        """
        self.desk.run()
        diff = self.commit()
        for page, changed in diff.items():
            of_it = page in touched or (near and re.search(near, page + "\n".join(changed)))
            assert of_it, f"an unrelated page changed: {page}\n" + "\n".join(changed)
            wrong = [line for line in changed if lines and page in touched and not re.search(lines, line)]
            assert wrong == [], f"unrelated lines of {page} changed: {wrong}"
        for word, page in self.words.items():
            assert word in self.text(page), f'"{word}" is gone from {page}'
        self.desk.settled(runs=1)
        return diff

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
    pages = {*desk.pages()}

    # a new seed
    desk.seed("90-new.txt", "date 2022-08-02 The engineer Karen Lund visited Tromsø on 30 July 2022 to buy.\n")
    diff = month.step(near="Lund|Troms")
    assert {p.partition("/")[0] for p in diff} == {"articles", "entities", "events"}
    assert not pages & diff.keys()

    # a name is corrected
    person = next(p for p in sorted(made.entities) if made.entities[p].front.type == "person" and made.events_of.get(p))
    page, name = f"entities/{person}.md", made.entities[person].front.name
    desk.edit(page, lambda t: re.sub(r"(?m)^name: .*$", f'name: "{name} (corrected)"  # by the embassy', t))
    month.words |= {f"{name} (corrected)": page, "# by the embassy": page}
    month.step(page, lines="^.(?:name|aliases): ")
    assert month.made().named_in[person] == made.named_in[person]

    # a date is corrected, and the dispute with the claims explained
    dated = [e for e, of in sorted(made.reports.items()) if made.events[e].front.date]
    told = " ".join(page.body for page in [*made.notes.values(), *made.pages.values(), *made.events.values()])
    several = [e for e in dated if len(set(derive.independent(made.reports[e]))) > 1]
    first = several[0]  # what one source alone says is corrected without a dispute
    second, third = [e for e in dated if e != first][:2]
    others = [e for e in dated if e not in (first, second, third)]
    fourth = next(e for e in others if e not in told)  # no note speaks of it, so that it can be refused
    page = f"events/{first}.md"
    desk.edit(page, lambda t: re.sub(r"(?m)^date: .*$", "date: 2001-02~\nbecause: the archive says February", t))
    month.words |= {"date: 2001-02~": page, "because: the archive says February": page}
    month.step(page, lines="^.(?:date|because|status): ")
    assert month.made().events[first].front.date == "2001-02~"
    assert month.made().events[first].front.status == "disputed"

    # a claim is pasted by its quote
    article = max((a for a in made.articles.values() if a.front.date), key=lambda a: len(a.body))
    quoted = " ".join(markup.fold(c.quote) for c in article.front.events)
    sentences = re.findall(r"[A-Z][^.!?\n]{40,160}[.]", markup.plain(article.body))
    quote = next(s for s in sentences if s not in quoted and '"' not in s and ":" not in s)
    page = f"articles/{article.id}.md"
    desk.replace(page, "\nevents:\n", f"\nevents:\n  - quote: {quote}  # seen by Ann\n")
    month.words |= {f"quote: {quote}  # seen by Ann": page}
    diff = month.step(page, near=re.escape(quote[:20]))
    lost = [line for line in diff[page] if line.startswith("-")]
    assert [line for line in lost if not line.startswith("-  verified")] == []  # it quotes what was not proved
    claim = next(c for c in month.made().articles[article.id].front.events if c.quote == quote)
    assert claim.id in month.made().events

    # a merge, and a split that undoes it
    month.command("merge", second, third)
    sources = sorted({r.article for r in made.reports[third]})
    told = [f"articles/{source}.md" for source in sources]
    diff = month.step(f"events/{second}.md", f"events/{third}.md", *told, near=rf"\[\[{third}")  # and links to it
    assert all(re.search(r"id: |shared|date: ", line) for page in told for line in diff.get(page, ()))
    assert month.made().redirects[third] == second
    words = [r.claim.quote for r in made.reports[third]]
    month.command("split", second, *words, "--as", third, "--title", "Apart again")
    assert third in month.made().events
    month.words |= {"title: Apart again": f"events/{third}.md"}
    month.step(f"events/{second}.md", f"events/{third}.md", *told)

    # a merge that stays, of entities
    places = [e for e in sorted(made.entities) if made.entities[e].front.type == "organization"][:2]
    month.command("merge", *places)
    month.old.append(f"entities/{places[1]}")
    month.step(*(f"entities/{e}.md" for e in places), near=places[1])

    # a refused event
    month.command("refuse", fourth, "--yes")
    month.step(f"events/{fourth}.md", near=fourth)
    assert fourth not in month.made().events

    # a renamed event
    month.command("rename", first, "what-the-archive-says")
    month.old.append(f"events/{first}")
    month.words = {w: p.replace(first, "what-the-archive-says") for w, p in month.words.items()}
    month.step(f"events/{first}.md", "events/what-the-archive-says.md", near="what-the-archive-says")
    assert month.made().events["what-the-archive-says"].front.date == "2001-02~"

    # a note with links, an event set in, a quotation that is proved
    month.command("new", "note", "What is open")
    page = "notes/what-is-open.md"
    note = (
        f"\nAsk [[{person}]] about [[what-the-archive-says|the archive]] and [[{first}]], or [[{name}]].\n\n"
        f"![[{third}]]\n\n> {quote}\n\n[@{article.id}] says so.[^1]\n\n[^1]: On its page.\n"
    )
    desk.edit(page, lambda t: t + note)
    month.words |= {note: page}
    month.step(page)
    assert month.made().notes["what-is-open"].body.endswith(note)
    false = quote.replace(quote.split()[-2], "hardly", 1)
    desk.edit(page, lambda t: t.replace(quote, false))
    assert f'it says "{quote}"' in str(briefing.link(store.load(desk.content))[1])
    desk.edit(page, lambda t: t.replace(false, quote))
    month.step()

    # a page is signed off
    month.command("accept", third)
    month.step(f"events/{third}.md", lines=r"^\+reviewed: ")

    # a renamed seed
    seed = sorted(p for p in desk.seeds.iterdir() if p.suffix == ".txt")[0]
    owner = next(a for a in made.articles.values() if a.front.source.seed == seed.name)
    seed.rename(desk.seeds / "archive-1.txt")
    assert month.step(f"articles/{owner.id}.md", lines="seed: ")

    # a conflict, decided
    page = next(p for p in desk.pages() if p.startswith("articles/") and "karen-lund" in month.text(p))
    desk.edit(page, lambda t: re.sub(r"(?m)^title: .*$", "title: Lund goes north", t))
    month.words |= {"title: Lund goes north": page}  # the program's own wording of it is no rival
    desk.edit(page, lambda t: re.sub(r"(?m)^date: .*$", "date: 2022-08-03  # by the printed paper", t))
    month.words |= {"date: 2022-08-03  # by the printed paper": page}
    desk.seed("90-new.txt", "date 2022-08-05 The builder Karen Lund visited Tromsø on 30 July 2022 to buy.\n")
    month.step(page, near="builder|Lund")
    (row,) = [c for c in store.load_conflicts(desk.content)[0] if c.page == page]
    assert (row.page, row.field, row.yours, row.new) == (page, "date", "2022-08-03", "2022-08-05")
    month.command("refuse", row.page, row.field)
    month.step()
    assert [c for c in store.load_conflicts(desk.content)[0] if c.page == page] == []

    # a removed article
    (desk.content / page).unlink()
    month.words = {w: p for w, p in month.words.items() if p != page}
    month.step(near="Lund|Troms")
    assert not (desk.content / page).exists()
    assert "entities/karen-lund.md" not in desk.pages()

    # publication under a prefix, by a workflow that installs only what rendering needs
    linked = month.made()
    site = published(month, tmp_path / "out")
    for old in month.old:
        page = site(old)
        (target,) = re.findall(r'http-equiv="refresh" content="0; ?url=/repo/([^"]+)"', page)
        assert "<h1" in site(target), f"the old address {old} leads nowhere"
    chronology = site("chronology")
    look = lookup.of(linked)
    for id, facts in look.events.items():
        page, entry = site(f"events/{id}"), chronology[chronology.index(f'id="event-{id}"') :]
        entry = entry[: entry.index("</article>")]
        for shown in (facts.title, facts.status.word):
            assert shown in page
            assert shown in entry
        assert facts.phrase.text in page
    assert f"{name} (corrected)" in site(f"entities/{person}")
    changes = site("changes")
    for told in ("Apart again", f"{name} (corrected)", made.events[fourth].front.title):
        assert told in changes
    note = site("notes/what-is-open")
    assert "Apart again" in note
    assert quote in note
    assert "/repo/notes/what-is-open/" in site(f"events/{third}")
    assert fourth not in chronology


BLOCKED = """
import importlib.metadata, sys
extra = {extra!r}
names = importlib.metadata.packages_distributions()
blocked = {{n for n, of in names.items() if any(d.lower().replace("_", "-") in extra for d in of)}}
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in blocked:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Missing())
import pelican
pelican.main(sys.argv[1:])
"""


def published(month: Month, output: Path) -> Callable[[str], str]:
    """The site as `make publish` builds it under /repo, without the converter's packages: text of a page by address."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = {re.split(r"[<>=\[ ]", r)[0].lower() for r in project["optional-dependencies"]["convert"]}
    program = BLOCKED.format(extra=extra)
    environment = os.environ | {"SITEURL": "/repo", "PYTHONPATH": str(ROOT)}
    arguments = ["content", "-o", str(output), "-s", str(ROOT / "publishconf.py"), "--fatal", "errors"]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=month.folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr

    def page(address: str) -> str:
        return html.unescape((output / address.strip("/") / "index.html").read_text(encoding="utf-8"))

    return page
