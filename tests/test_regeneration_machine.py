"""Random edits, reruns, renames and changes of seeds: no word of a person's is lost, and two reruns change nothing.

`make torture` runs it long; BRIEFING_EXAMPLES says how many histories are tried.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from generator import convert, frontmatter, rewriting, store
from generator.extract import nlp
from tests.desk import assert_unchanged, parse, remembered

EXAMPLES = int(os.environ.get("BRIEFING_EXAMPLES", "4"))

PEOPLE = ["Anna Berg", "Rui Salgado", "Karen Lund"]
PLACES = ["Lisbon", "Oslo", "Rome"]
SENTENCES = [
    f"{who} {did} {where} on {day} May 2023{more}."
    for who, where, day in [(PEOPLE[0], PLACES[0], 3), (PEOPLE[1], PLACES[1], 9), (PEOPLE[2], PLACES[2], 7)]
    for did in ("visited", "travelled to", "flew to")
    for more in ("", " for talks on fishing")
]
SENTENCES += [
    f"{who} {did} {where} on {day}."
    for who, where, day in zip(PEOPLE, PLACES, ("Wednesday", "Tuesday", "Sunday"), strict=True)
    for did in ("visited", "flew to")
]
NAMES = ["a.txt", "b.txt", "c.txt"]


class Machine(RuleBasedStateMachine):
    """One editor's history."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="machine-"))
        self.seeds, self.content = self.folder / "seeds", self.folder / "content"
        self.seeds.mkdir()
        self.said: dict[str, str] = {}  # what a person wrote -> page
        self.removed: set[str] = set()
        self.ran = False
        self.number = 0
        nlp.parse = remembered

    def teardown(self) -> None:
        nlp.parse = parse
        shutil.rmtree(self.folder)

    # ---- what the machine knows ----

    def word(self) -> str:
        self.number += 1
        return f"zq{self.number}x"

    def pages(self, kind: str = "") -> list[str]:
        return sorted(
            p.relative_to(self.content).as_posix()
            for p in self.content.glob("*/*.md")
            if p.relative_to(self.content).as_posix().startswith(kind)
        )

    def text(self, page: str) -> str:
        return (self.content / page).read_bytes().decode("utf-8")

    def put(self, page: str, text: str, *words: str) -> None:
        (self.content / page).write_bytes(text.encode("utf-8"))
        self.said |= dict.fromkeys(words, page)

    def run(self) -> convert.Summary:
        return convert.convert(self.seeds, self.content)

    def bytes(self) -> dict[str, bytes]:
        return {
            p.relative_to(self.content).as_posix(): p.read_bytes()
            for p in sorted(self.content.rglob("*"))
            if p.is_file() and ".cache" not in p.parts
        }

    # ---- what happens ----

    @initialize(
        picks=st.lists(
            st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True), min_size=2, max_size=2
        )
    )
    def begin(self, picks: list[list[str]]) -> None:
        for name, sentences in zip(NAMES, picks, strict=False):
            (self.seeds / name).write_text("date 2023-05-12 " + "\n\n".join(sentences) + "\n", encoding="utf-8")
        self.run()

    @rule(
        name=st.sampled_from(NAMES), sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True)
    )
    def write_seed(self, name: str, sentences: list[str]) -> None:
        (self.seeds / name).write_text("date 2023-05-12 " + "\n\n".join(sentences) + "\n", encoding="utf-8")
        self.ran = False

    @rule(
        name=st.sampled_from(NAMES), sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3, unique=True)
    )
    def write_undated(self, name: str, sentences: list[str]) -> None:
        (self.seeds / name).write_text("---\nlang: en\n---\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
        self.ran = False

    @rule(data=st.data(), days=st.sampled_from(["2023-05-15/2023-05-21", "2023-05-11", ""]))
    def infer(self, data: st.DataObject, days: str) -> None:
        given = "published_inferred:\n  date: "
        page = data.draw(st.sampled_from([p for p in self.pages("articles/") if given in self.text(p)] or [""]))
        if page and days:
            self.put(page, re.sub(f"({given}).*", rf"\g<1>{days}", self.text(page)))
        elif page:
            self.put(page, re.sub(f"{given}.*\n  reason: .*\n", "", self.text(page)))
        self.ran = False

    @rule(name=st.sampled_from(NAMES), old=st.sampled_from(["visited", "May 2023", "Salgado", "Oslo"]))
    def correct_seed(self, name: str, old: str) -> None:
        path = self.seeds / name
        if path.exists():
            new = {"visited": "toured", "May 2023": "June 2023", "Salgado": "Salgueiro", "Oslo": "Bergen"}[old]
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
            self.ran = False

    @rule(name=st.sampled_from(NAMES), to=st.sampled_from([*NAMES, "sub-d.txt"]))
    def rename_seed(self, name: str, to: str) -> None:
        if (self.seeds / name).exists() and not (self.seeds / to).exists():
            (self.seeds / name).rename(self.seeds / to)
            self.ran = False

    @rule(name=st.sampled_from([*NAMES, "sub-d.txt"]))
    def remove_seed(self, name: str) -> None:
        (self.seeds / name).unlink(missing_ok=True)
        self.ran = False

    @rule(data=st.data())
    def write_prose(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from(self.pages() or [""]))
        if page:
            word = self.word()
            where = data.draw(st.sampled_from(["end", "start"]))
            parts = rewriting.cut(self.text(page))
            body = f"Prose {word}.\n\n{parts.body}" if where == "start" else f"{parts.body}\nProse {word}.\n"
            self.put(page, parts.opening + parts.front + parts.closing + body, word)
            self.ran = False

    @rule(data=st.data())
    def comment(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from(self.pages() or [""]))
        if page:
            parts = rewriting.cut(self.text(page))
            lines = parts.front.splitlines(keepends=True)
            at = data.draw(st.integers(0, len(lines)))
            word = self.word()
            lines.insert(at, f"# said {word}\n")
            made = "".join(lines)
            try:
                if frontmatter.load(made)[0] == frontmatter.load(parts.front)[0]:
                    self.put(page, parts.opening + made + parts.closing + parts.body, word)
            except frontmatter.FaultError:
                return
            self.ran = False

    @rule(data=st.data())
    def change_value(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from(self.pages() or [""]))
        if not page:
            return
        text = self.text(page)
        found = list(re.finditer(r"^( *(?:- )?)(title|name|role|when|kind|publisher|said_by): (.*)$", text, re.M))
        if found:
            match = data.draw(st.sampled_from(found))
            word = self.word()
            for old in [w for w in self.said if w in match[3]]:
                del self.said[old]
            self.put(page, text[: match.start(3)] + f"Mine {word}" + text[match.end(3) :], word)
            self.ran = False

    @rule(data=st.data())
    def add_key(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from(self.pages() or [""]))
        if page:
            word = self.word()
            self.put(page, self.text(page).replace("\n---\n", f"\nmy_{word}: kept\n---\n", 1), word)
            self.ran = False

    @rule(data=st.data())
    def add_alias(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from(self.pages("entities/") or [""]))
        if page:
            word, text = self.word(), self.text(page)
            if "\naliases: [" in text:
                made = text.replace("\naliases: [", f"\naliases: [Alias {word}, ", 1)
            else:
                made = text.replace("\n---\n", f"\naliases: [Alias {word}]\n---\n", 1)
            self.put(page, made, word)
            self.ran = False

    @rule(data=st.data())
    def add_claim(self, data: st.DataObject) -> None:
        pages = [p for p in self.pages("articles/") if "\nevents:\n" in self.text(p)]
        page = data.draw(st.sampled_from(pages or [""]))
        if page:
            parts = rewriting.cut(self.text(page))
            words = parts.body.split()
            at = data.draw(st.integers(0, max(len(words) - 4, 0)))
            quote = " ".join(words[at : at + 4])
            word = self.word()
            row = f"  - quote: {frontmatter.inline([quote])[1:-1]}  # found {word}\n    draft: true\n"
            self.put(page, self.text(page).replace("\nevents:\n", f"\nevents:\n{row}", 1), word)
            self.ran = False

    @rule(data=st.data())
    def shorten_quote(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from(self.pages("articles/") or [""]))
        found = list(re.finditer(r"    quote: ([^'\"\n#]*)$", self.text(page), re.M)) if page else []
        if found:
            match = data.draw(st.sampled_from(found))
            short = match[1].rsplit(" ", 1)[0]
            text = self.text(page)
            self.put(page, text[: match.start(1)] + short + text[match.end(1) :])
            self.ran = False

    @precondition(lambda self: self.ran)
    @rule(data=st.data())
    def remove_page(self, data: st.DataObject) -> None:
        page = data.draw(st.sampled_from(self.pages() or [""]))
        if page:
            (self.content / page).unlink()
            self.removed.add(page)
            self.said = {w: p for w, p in self.said.items() if p != page}
            self.ran = False

    @rule(choice=st.sampled_from(["yours", "new"]))
    def decide(self, choice: str) -> None:
        path = self.content / "conflicts.yaml"
        if path.exists() and "keep:" not in path.read_text():
            text = path.read_text(encoding="utf-8")
            if choice == "new":  # the person gives their own value up
                self.said = {w: p for w, p in self.said.items() if w not in text}
            path.write_text(re.sub(r"(?m)^(    new: )", f"    keep: {choice}\n\\1", text), encoding="utf-8")
            self.ran = False

    @rule(_=st.sampled_from("ab"))
    def rerun(self, _: str) -> None:
        self.rerun_twice()

    @rule()
    def rerun_then(self) -> None:
        self.rerun_twice()

    @rule()
    def rerun_now(self) -> None:
        self.rerun_twice()

    def rerun_twice(self) -> None:
        if self.ran:
            return
        self.run()
        before = self.bytes()
        for _ in range(2):
            shutil.rmtree(self.content / ".cache", ignore_errors=True)
            self.run()
            assert_unchanged(before, self.bytes())
        self.ran = True

    # ---- what must hold ----

    @invariant()
    def no_word_is_lost(self) -> None:
        for word, page in self.said.items():
            text = self.text(page) if (self.content / page).exists() else ""
            assert re.search(rf"{word}(?!\d)", text), f"{word} is gone from {page}:\n{text}"

    @invariant()
    def what_was_removed_stays_away(self) -> None:
        assert self.removed.isdisjoint(self.pages())

    @invariant()
    def every_page_can_be_read(self) -> None:
        assert [str(p) for p in store.load(self.content).problems if p.level == "error"] == []


Machine.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=EXAMPLES < 10,
    print_blob=True,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a history takes seconds: to shrink one takes an hour
)
TestMachine = Machine.TestCase
