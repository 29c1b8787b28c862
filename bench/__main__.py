"""All measurements beside their references, as a table: python -m bench [--articles N] [--convert N].

The content is made by chance with a fixed seed, and thrown away at the end. Times are of the wall clock, so let the
machine rest; `work` is what its processors did. `--articles 10000` takes some minutes and two gigabytes; `--convert 0`
leaves the language model out.
"""

from __future__ import annotations

import argparse
import compileall
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench import convert, site
from bench.site import Row


def table(rows: Iterable[Row]) -> Iterable[str]:
    """The table as Markdown, line by line as each measurement ends."""
    yield "| | time | work | memory | | aim |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for row in rows:
        shown = ["", "", "", ""]
        if done := row.run:
            shown[:3] = f"{done.seconds:.1f} s", f"{done.work:.1f} s", f"{done.megabytes:,.0f} MB"
            if row.of:
                name, of = row.of
                shown[3] = f"{done.seconds / of.seconds:.2f} × {name}"
        yield f"| {row.what} | {' | '.join(shown)} | {row.aim} |"


def main(arguments: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="of the site; half as many names, and events")
    parser.add_argument("--convert", type=int, default=300, help="articles to be read; 0 for none")
    parser.add_argument("--once", action="store_true", help="leave out the site that is twice as large")
    given = parser.parse_args(arguments)
    compileall.compile_dir(site.ROOT / "generator", quiet=2)  # as pip does for users: the first run would pay for it
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for line in table(site.rows(given.articles, Path(folder, "site"), twice=not given.once)):
            print(line, flush=True)
        if given.convert:
            print()
            for line in table(convert.rows(given.convert, Path(folder, "convert"))):
                print(line, flush=True)


if __name__ == "__main__":
    main()
