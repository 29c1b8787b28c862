"""Coverage-guided fuzzing of what reads foreign bytes: `python -m tests.safety.fuzz TARGET SECONDS [FOLDER]`.

Needs atheris (requirements/fuzz.txt), which `make torture` installs beside the environment. An input that breaks a
promise is left in FOLDER as crash-… or timeout-…; mend it, and keep it as a case in the tests of what it broke.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.safety import tally

ROOT = Path(__file__).parents[2]
BEGINS = "FUZZING BEGINS"
FINDINGS_AT_MOST = 20  # rounds that ended early: a fault that every second text meets is one fault
_EXECUTED = re.compile(r"^#(\d+)\s|stat::number_of_executed_units:\s*(\d+)")
SECONDS_EACH = 20  # an input of a few kilobytes needs milliseconds


def ingest_one(data: bytes) -> None:
    """A seed of any format is read or refused, and what is read of it can be written as a page and read again."""
    from generator import frontmatter, ingest
    from generator.markup import fold, plain

    if not data:
        return
    suffix = list(ingest.FORMATS)[data[0] % len(ingest.FORMATS)]
    try:
        document = ingest.read(f"a{suffix}", data[1:])
    except ingest.Unreadable:
        return
    assert document.text
    for value in (document.title, document.author, document.publisher, document.url):
        assert not frontmatter.unseen(value or ""), value
    assert fold(plain(document.markdown)) == fold(document.text)


def frontmatter_one(data: bytes) -> None:
    """A page is read or its fault is named; what is read is written so that the same is read again."""
    from generator import frontmatter
    from generator.content import FOLDERS

    text = data.decode("utf-8", "replace")
    for model in FOLDERS.values():
        page, problems = frontmatter.parse(text, model, "x", "x.md")
        assert page or problems
        for problem in problems:
            assert str(problem).isprintable() or "\ufffd" in str(problem)
        if page:
            again, found = frontmatter.parse(frontmatter.dump(page.front, page.body), model, "x", "x.md")
            assert found == []
            assert again is not None
            assert again.front == page.front


def times_one(data: bytes) -> None:
    """Every time expression lies within the text and has a value that can be read, or none."""
    from generator import dates
    from generator.extract import times

    text = data.decode("utf-8", "replace").replace("\r", "\n")
    for found in times.read(text, "2023-05-17"):
        time = found.time
        assert 0 <= time.start < time.end <= len(text)
        if time.type == "DATE" and time.date and not time.date.endswith("_REF"):
            dates.parse(time.date)


def wikilinks_one(data: bytes) -> None:
    """Links are found where they stand; a body becomes harmless HTML, and plain text."""
    from generator import markup, wikilinks
    from generator.site.markdown import Renderer
    from tests.site.hostile import faults

    text = data.decode("utf-8", "replace")
    for link in wikilinks.find(text):
        assert text[link.start : link.start + 2] in ("[[", "![", "[@")
    markup.plain(text)
    assert faults(Renderer("/repo").html(text)) == []


TARGETS: dict[str, Callable[[bytes], None]] = {
    "ingest": ingest_one,
    "frontmatter": frontmatter_one,
    "times": times_one,
    "wikilinks": wikilinks_one,
}


def corpus(target: str, folder: Path) -> None:
    """What to begin with: the cases of the tests."""
    from tests.safety import hostile_site

    folder.mkdir(parents=True, exist_ok=True)
    texts: list[bytes] = []
    if target == "ingest":
        for i, suffix in enumerate((".txt", ".text", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".md")):
            texts += [bytes([i]) + p.read_bytes() for p in sorted((ROOT / "tests").rglob(f"cases/*{suffix}"))[:60]]
    elif target == "times":
        texts = [p.read_bytes()[:2000] for p in sorted((ROOT / "tests/extract/times/cases").glob("*.txt"))]
        texts += [b"on Monday", b"from 3 to 5 May 2021", b"the day before yesterday", b"19:30 GMT on 1/2/2021"]
    elif target == "frontmatter":
        texts = [p.read_bytes() for p in sorted((ROOT / "content").rglob("*.md"))[:80]]
    texts += [v.encode("utf-8", "replace") for v in hostile_site.vectors()]
    for i, text in enumerate(texts):
        (folder / f"{i:04}").write_bytes(text)


def once(target: str, seconds: int, folder: Path) -> None:
    """Fuzz one target for some seconds; libFuzzer ends the process, at the first finding or when the time is over."""
    import atheris

    with atheris.instrument_imports(include=["generator"]):
        from generator import frontmatter, ingest, markup, wikilinks  # noqa: F401
        from generator.extract import times  # noqa: F401
        from generator.site import markdown  # noqa: F401
    corpus(target, folder / "corpus")
    options = [f"-max_total_time={seconds}", f"-timeout={SECONDS_EACH}", "-max_len=8192", "-rss_limit_mb=4096"]
    options += [f"-artifact_prefix={folder}/", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *options, str(folder / "corpus")], TARGETS[target])
    print(BEGINS, file=sys.stderr, flush=True)
    atheris.Fuzz()


def run(target: str, seconds: int, folder: Path) -> dict[str, Any]:
    """Fuzz one target for so many seconds in all, beginning anew behind each finding: seconds, executions, findings.

    The time of the imports does not count. A finding is what libFuzzer left in the folder: crash-..., timeout-...
    """
    folder.mkdir(parents=True, exist_ok=True)
    spent, executions, rounds = 0.0, 0, 0
    before = {p.name for p in folder.iterdir()}
    with (folder / "log.txt").open("w", encoding="utf-8") as log:
        while seconds - spent >= 1 and rounds < FINDINGS_AT_MOST:
            command = [sys.executable, "-m", "tests.safety.fuzz", "--once", target]
            command += [str(round(seconds - spent)), str(folder)]
            child = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace")
            began, executed = None, 0
            assert child.stderr is not None
            for line in child.stderr:
                log.write(line)
                if line.startswith(BEGINS):
                    began = time.monotonic()
                if done := _EXECUTED.search(line):
                    executed = int(done[1] or done[2])
            child.wait()
            if began is None:
                raise SystemExit(f"the fuzzing of {target} did not begin; see {folder / 'log.txt'}")
            spent, executions, rounds = spent + time.monotonic() - began, executions + executed, rounds + 1
    found = sorted({p.name for p in folder.iterdir() if p.is_file()} - before - {"log.txt"})
    processor = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "target": target,
        "seconds": round(spent, 1),
        "processor": round(processor.ru_utime + processor.ru_stime, 1),
        "executions": executions,
        "found": found,
    }


def main(arguments: list[str]) -> None:
    """Fuzz one target for some seconds, and say what came of it."""
    if arguments[0] == "--once":
        once(arguments[1], int(arguments[2]), Path(arguments[3]))
        return
    target, seconds = arguments[0], int(arguments[1])
    folder = Path(arguments[2]) if len(arguments) > 2 else Path(f"/tmp/briefing-fuzz/{target}")
    made = run(target, seconds, folder.absolute())
    tally.add("fuzzing", made)
    print(
        f"{target}: {made['seconds'] / 60:.1f} minutes, {made['executions']} executions, {len(made['found'])} findings"
    )
    if made["found"]:
        raise SystemExit(f"findings in {folder}: {', '.join(made['found'])}; mend them, and keep each as a case")


if __name__ == "__main__":
    main(sys.argv[1:])
