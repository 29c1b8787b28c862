"""The preview that rebuilds: `python -m generator.site.preview OUTPUT --content content --settings pelicanconf.py`.

Each build runs in a process of its own, because a changed template, setting or module of ours must count at once. A
build that fails leaves the last good site in its place; what is wrong stands on the terminal.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.site import serve

PACKAGE = Path(__file__).parents[1]


def build(content: Path, output: Path, settings: Path, extra: Iterable[str] = ()) -> bool:
    """Runs Pelican in a fresh process; whether it succeeded. What it prints goes to this terminal."""
    command = [sys.executable, "-m", "pelican", str(content), "-o", str(output), "-s", str(settings), *extra]
    # The arguments are this program's own, and no shell reads them.
    return subprocess.run(command, check=False).returncode == 0


def matters(path: Path, roots: Iterable[Path]) -> bool:
    """Whether a change of this file can change the site: it lies in one of its folders, and is no swap file."""
    if path.name.startswith("#") or path.name.endswith(("~", ".swp", ".tmp", ".pyc", ".part")):
        return False
    below = [path.relative_to(root) for root in roots if path.is_relative_to(root)]
    return any(not any(part.startswith((".", "__pycache__")) for part in rest.parts) for rest in below)


def changes(content: Path, theme: Path, settings: Path, stop: threading.Event | None = None) -> Iterator[set[Path]]:
    """Waits, and yields what has changed, once for each burst; at first nothing, when the watch has begun.

    Ends within half a second of `stop`.

    What changes while the caller is busy is not lost: it comes with the next burst.
    """
    from watchfiles import watch

    roots = [path for path in (content.resolve(), theme.resolve(), PACKAGE.resolve()) if path.exists()]

    def wanted(_: object, name: str) -> bool:
        return matters(Path(name), roots)

    # The folder of the settings may be a whole checkout with its environment and output: of it only the settings are
    # looked at, twice a second.
    conf = settings.resolve().parent
    known = _stamps(conf)
    watching = False
    for batch in watch(
        *roots, watch_filter=wanted, stop_event=stop, yield_on_timeout=True, rust_timeout=500, debounce=300
    ):
        if not watching:
            watching = True
            yield set()
        found = {Path(name) for _, name in batch}
        now = _stamps(conf)
        found |= {path for path in now.keys() | known.keys() if now.get(path) != known.get(path)}
        known = now
        if found:
            yield found


def _stamps(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in sorted(folder.glob("*conf.py"))}


def rebuild(
    following: Iterable[set[Path]], content: Path, output: Path, settings: Path, extra: Iterable[str] = ()
) -> None:
    """Builds again after each change, until it is interrupted."""
    for changed in following:
        names = ", ".join(sorted({path.name for path in changed})[:4])
        print(f"\nChanged: {names}", flush=True)
        began = time.monotonic()
        if build(content, output, settings, extra):
            print(f"Built again in {time.monotonic() - began:.1f} s", flush=True)
        else:
            print("The build failed; what you see is the last good site", flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Builds, serves, and builds again after every change, until it is interrupted."""
    parser = argparse.ArgumentParser(prog="python -m generator.site.preview", description=__doc__)
    serve.options(parser)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--theme", type=Path, default=Path("theme"))
    parser.add_argument("--settings", type=Path, default=Path("pelicanconf.py"))
    given = parser.parse_args(arguments)
    given.output.mkdir(parents=True, exist_ok=True)
    try:
        running = serve.server(given.output, given.bind, given.port, given.prefix, quiet=True)
    except OSError as error:
        print(f"port {given.port}: {error.strerror}; choose another with --port", file=sys.stderr)
        return 1
    prefix = given.prefix.strip("/")
    extra = ["-e", f"SITEURL={json.dumps('/' + prefix)}"] if prefix else []
    # An event and no exception, which could strike in the midst of a build or of the watching itself.
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    following = changes(given.content, given.theme, given.settings, stop)
    next(following)
    build(given.content, given.output, given.settings, extra)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    print(f"The site is at {serve.address(running, given.prefix)}, and follows your changes (Ctrl-C ends)", flush=True)
    try:
        rebuild(following, given.content, given.output, given.settings, extra)
    finally:
        running.shutdown()
        running.server_close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
