"""How long `briefing check` takes: 5,000 invented pages with claims, links, citations and quotations.

python bench/check.py [PAGES [FAULTS]]

FAULTS notes link to an id that is misspelt, so that the nearest of all has to be found.
"""

from __future__ import annotations

import contextlib
import io
import random
import sys
import tempfile
import time
from pathlib import Path

WORDS = (
    "harbour board ferry engine inquiry captain tide berth pilot crane cargo lock canal ship crew storm line".split()
)


def sentence(chance: random.Random, length: int = 18) -> str:
    """Invented words."""
    return " ".join(chance.choice(WORDS) for _ in range(length)).capitalize() + "."


def write(content: Path, pages: int, faults: int = 0) -> None:
    """A fifth articles, a third events, a third entities, the rest notes; everything refers to everything."""
    chance = random.Random(1)
    articles, events, entities = pages // 5, pages // 3, pages // 3
    notes = pages - articles - events - entities
    claims: list[list[str]] = [[] for _ in range(articles)]
    for folder in ("articles", "events", "entities", "notes"):
        (content / folder).mkdir(parents=True)
    for e in range(entities):
        (content / f"entities/entity-{e}.md").write_text(
            f"---\nname: Name{e} Family{e}\ntype: person\naliases: [Alias{e} Family{e}]\n---\n"
            f"See [[entity-{e // 2}]].\n"
        )
    for e in range(events):
        article, who = e % articles, e % entities
        said = f"Family{who} went to the harbour on day {e}"
        claims[article].append(
            f"  - id: event-{e}\n    date: '2031-03-{e % 28 + 1:02}'\n    quote: {said}\n    entities: [entity-{who}]\n"
        )
        (content / f"events/event-{e}.md").write_text(
            f"---\ntitle: Journey {e}\ndate: '2031-03-{e % 28 + 1:02}'\nstatus: unverified\n"
            f"entities: [entity-{who}]\n---\n"
        )
    for a in range(articles):
        quotes = [c.split("quote: ")[1].split("\n")[0] for c in claims[a]]
        body = "\n\n".join(f"{sentence(chance)} {quote}. {sentence(chance, 40)}" for quote in quotes)
        rows = "".join(
            f"  - id: entity-{e}\n    names: [Family{e}]\n" for e in {(a + i * articles) % entities for i in range(5)}
        )
        (content / f"articles/article-{a}.md").write_text(
            f"---\ntitle: Report {a}\ndate: 2031-04-01\nlang: en\nsource:\n  seed: {a}.txt\n  sha256: {'a' * 64}\n"
            f"  publisher: Paper {a % 90}\nrights: full\nentities:\n{rows}events:\n{''.join(claims[a])}---\n{body}\n"
        )
    for n in range(notes):
        quote = claims[n % articles][0].split("quote: ")[1].split("\n")[0] if claims[n % articles] else ""
        event = f"{'evnt' if n < faults else 'event'}-{n % events}"
        text = f"[[Name{n % entities} Family{n % entities}]] [[{event}]] [[note-{n // 2}#Part]]"
        text += f"\n\n![[event-{n % events}]]\n\n> {quote}\n\n[@article-{n % articles}]\n"
        (content / f"notes/note-{n}.md").write_text(f"---\ntitle: Note {n}\n---\n## Part\n\n{text}")


def main() -> None:
    """Print the time."""
    from generator import cli

    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder, "content")
        write(content, pages, int(sys.argv[2]) if len(sys.argv) > 2 else 0)
        said = io.StringIO()
        began, cpu = time.perf_counter(), time.process_time()
        status = 0
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            try:
                cli.main(["check", "--content", str(content)])
            except SystemExit as end:
                status = int(end.code or 0)
        taken, worked = time.perf_counter() - began, time.process_time() - cpu
    print(f"{pages:,} pages checked in {taken:.1f} s ({worked:.1f} s of work), status {status}:")
    print(said.getvalue().strip()[-400:])


if __name__ == "__main__":
    main()
