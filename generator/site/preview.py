"""The preview that rebuilds: `python -m generator.site.preview OUTPUT --content content --settings pelicanconf.py`.

Converts changed seeds, builds after every change, serves the site as GitHub Pages would, loads the page in the browser
again, and shows on it what is wrong. A build that fails leaves the last good site in its place.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.site import preview_server, serve, watching
from generator.site.preview_server import State
from generator.site.ready import Done, Ready

_HOUSE = Path(__file__).parents[2]  # the folder of the package, so that the processes run this very program


@dataclass
class Preview:
    """One briefing with its site, and the processes that make one of the other."""

    seeds: Path | None
    builder: Ready
    converter: Ready | None
    state: State
    began: int = 0  # when the last build began, in nanoseconds

    def first(self) -> None:
        """Convert, build, and stand ready for the next time."""
        self.builder.prepare()
        if self.converter:
            self._convert()
        self._build()

    def follow(self, following: Iterable[set[Path]]) -> None:
        """Builds again after each change, until there are no more."""
        for changed in following:
            news = watching.since(changed, self.began)
            if not news:
                continue  # the last build knew of it
            print(f"\nChanged: {', '.join(sorted({path.name for path in news})[:4])}", flush=True)
            if any(path.is_relative_to(watching.PACKAGE.resolve()) for path in news):
                self._discard()
            began = time.monotonic()
            if self._of_seeds(news):
                self._convert()
            if self._build():
                print(f"Built again in {time.monotonic() - began:.1f} s", flush=True)
            else:
                print("The build failed; what you see is the last good site", flush=True)

    def end(self) -> None:
        """End what stands ready."""
        self._discard()
        self.state.end()

    def _of_seeds(self, paths: Iterable[Path]) -> bool:
        return self.seeds is not None and any(path.is_relative_to(self.seeds.resolve()) for path in paths)

    def _convert(self) -> None:
        assert self.converter is not None
        self.state.converted = _told(self.converter.run())

    def _build(self) -> bool:
        """Build; the browser learns of a new site as soon as it stands, before its search does."""
        self.began = time.time_ns()
        self.state.begin()
        ended = threading.Event()

        def tell() -> None:
            while not ended.wait(0.03):
                if self.state.stands():
                    self.state.built()
                    return

        teller = threading.Thread(target=tell, daemon=True)
        teller.start()
        done = _told(self.builder.run())
        ended.set()
        teller.join()
        if self.state.building:
            self.state.built("" if self.state.stands() else done.said)
        self.builder.prepare()
        if self.converter:
            self.converter.prepare()
        return done.ok

    def _discard(self) -> None:
        self.builder.discard()
        if self.converter:
            self.converter.discard()


def _told(done: Done) -> Done:
    """What a process printed, on this terminal too."""
    if done.said:
        sys.stdout.write(done.said)
        sys.stdout.flush()
    return done


def main(arguments: list[str] | None = None) -> int:
    """Builds, serves, and builds again after every change, until it is interrupted."""
    parser = argparse.ArgumentParser(prog="python -m generator.site.preview", description=__doc__)
    serve.options(parser)
    parser.add_argument("--seeds", type=Path, help="folder of the articles; without it nothing is converted")
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--theme", type=Path, default=Path("theme"))
    parser.add_argument("--settings", type=Path, default=Path("pelicanconf.py"))
    given = parser.parse_args(arguments)
    for folder in (given.output, given.content):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="briefing-preview-") as apart:
        return _run(given, State(Path(apart)))


def _run(given: argparse.Namespace, state: State) -> int:
    try:
        running = preview_server.server(given.output, given.bind, given.port, given.prefix, state)
    except OSError as error:
        print(f"port {given.port}: {error.strerror}; choose another with --port", file=sys.stderr)
        return 1
    prefix = given.prefix.strip("/")
    command = [sys.executable, "-m", "generator.site.worker", str(given.content), "-o", str(given.output)]
    command += ["-s", str(given.settings), "-e", f"PREVIEW={json.dumps(str(state.folder))}"]
    command += [f"SITEURL={json.dumps('/' + prefix)}"] if prefix else []
    path = {"PYTHONPATH": os.pathsep.join([str(_HOUSE), *filter(None, [os.environ.get("PYTHONPATH")])])}
    converter = None
    if given.seeds and given.seeds.is_dir() and importlib.util.find_spec("spacy"):
        convert = ["-m", "generator", "convert", str(given.seeds), "--content", str(given.content), "--wait"]
        converter = Ready([sys.executable, *convert], path)
    preview = Preview(given.seeds if converter else None, Ready(command, path), converter, state)
    # An event and no exception, which could strike in the midst of a build or of the watching itself.
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    folders = [given.content, given.theme, *([given.seeds] if converter else [])]
    following = watching.changes(folders, given.settings, stop)
    next(following)
    preview.first()
    threading.Thread(target=running.serve_forever, daemon=True).start()
    print(f"The site is at {serve.address(running, given.prefix)}, and follows your changes (Ctrl-C ends)", flush=True)
    print(f"What waits for you: {serve.address(running, given.prefix)}desk/", flush=True)
    try:
        preview.follow(following)
    finally:
        preview.end()
        running.shutdown()
        running.server_close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
