"""The server of the preview: the site as GitHub Pages would serve it, and on every page what is wrong.

What it sets into pages, the desk and its own two files lie outside of the folder of the site, which stays as it would
be published.
"""

from __future__ import annotations

import contextlib
import json
import threading
from dataclasses import dataclass, field
from functools import partial
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.site import serve
from generator.site.preview_pages import STATE
from generator.site.ready import Done

OWN = "__preview/"  # below the prefix
_FILES = {"preview.js": "text/javascript; charset=utf-8", "preview.css": "text/css; charset=utf-8"}
_WAIT = 20  # seconds after which a waiting browser is told that all is as it was
_LINES = 12  # of what a failed build said


@dataclass
class State:
    """How the last build went; browsers wait for its number to change."""

    folder: Path  # where the build puts what the preview alone shows
    number: int = 0
    building: bool = False
    failed: str = ""  # what a failed build said; empty where it went well
    converted: Done | None = None  # what the last conversion said
    known: dict[str, Any] = field(default_factory=dict)
    changed: threading.Condition = field(default_factory=threading.Condition)
    ended: bool = False

    def begin(self) -> None:
        """A build begins."""
        (self.folder / STATE).unlink(missing_ok=True)
        self.building = True

    def stands(self) -> bool:
        """Whether the new site stands, though its build may not have ended."""
        return (self.folder / STATE).is_file()

    def built(self, failed: str = "") -> None:
        """What is served now is the new site; or, with what went wrong, the last good one."""
        with self.changed:
            self.building = False
            self.number += 1
            self.failed = failed
            with contextlib.suppress(OSError, ValueError):  # without it what was wrong before still is
                self.known = json.loads((self.folder / STATE).read_text(encoding="utf-8"))
            self.changed.notify_all()

    def end(self) -> None:
        """Let nobody wait any longer."""
        with self.changed:
            self.ended = True
            self.changed.notify_all()

    def wait(self, known: int) -> int:
        """The number of the newest build, as soon as it is not the known one, or after a while."""
        with self.changed:
            self.changed.wait_for(lambda: self.number != known or self.ended, timeout=_WAIT)
            return self.number


class Handler(serve.Handler):
    """Answers as `serve.Handler`, sets what is wrong into every page, and serves the desk."""

    def __init__(self, *args: object, state: State, **more: Any) -> None:
        self.state = state
        super().__init__(*args, **more)

    def _answer(self) -> None:
        path = unquote(urlsplit(self.path).path)
        own = path.removeprefix(self.prefix) if path.startswith(self.prefix) else ""
        if own == f"{OWN}wait":
            query = urlsplit(self.path).query
            number = self.state.wait(int(query) if query.isdecimal() and len(query) < 20 else -1)
            self._send(HTTPStatus.OK, str(number).encode(), "text/plain; charset=utf-8")
        elif own.removeprefix(OWN) in _FILES and own.startswith(OWN):
            name = own.removeprefix(OWN)
            self._send(HTTPStatus.OK, Path(__file__).with_name(name).read_bytes(), _FILES[name])
        elif own == "desk":
            self._redirect(f"{self.prefix}desk/")
        elif own == "desk/" and (self.state.folder / "desk.html").is_file():
            self._send(HTTPStatus.OK, (self.state.folder / "desk.html").read_bytes(), "text/html; charset=utf-8")
        else:
            super()._answer()

    def _send(self, status: HTTPStatus, body: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        if kind.startswith("text/html") and b"</body>" in body:
            # The number first: what changes while the page is on its way makes it load again.
            number = self.state.number
            head, _, rest = body.rpartition(b"</body>")
            body = head + self._panel(number).encode() + b"</body>" + rest
        super()._send(status, body, kind, headers)

    def _panel(self, number: int) -> str:
        """What the preview says on a page: whether the build failed, what is wrong, the way to the desk."""
        state, known = self.state, self.state.known
        here = "/" + unquote(urlsplit(self.path).path).removeprefix(self.prefix)
        page = known.get("paths", {}).get(here, "")
        problems = sorted(known.get("problems", ()), key=lambda p: (p["path"] != page, p["level"], p["path"]))
        own = [p for p in problems if page and p["path"] == page]
        unconverted = state.converted is not None and not state.converted.ok
        head, open_ = [], bool(state.failed or unconverted or any(p["level"] == "error" for p in own))
        if state.failed:
            head.append("The build failed; what you see is the last good site.")
        if unconverted:
            head.append("The seeds could not be converted.")
        if page and page in known.get("left_out", ()):
            head.append(f"{page} has a fault; what you see is its last good version.")
        if problems:
            head.append(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}")
        rows = [
            f'<li class="bench__{p["level"]}"><code>{escape(p["path"])}:{max(int(p["line"]), 1)}</code> '
            f"{escape(p['message'])}{escape('; ' + p['remedy'] if p['remedy'] else '')}</li>"
            for p in problems
        ]
        failed = [_last(state.failed)] if state.failed else []
        failed += [_last(state.converted.said)] if state.converted and unconverted else []
        waiting = known.get("waiting", 0)
        desk = f'<a href="{escape(self.prefix)}desk/">Desk{f" ({waiting})" if waiting else ""}</a>'
        said = "".join(f"<p>{escape(line)}</p>" for line in head)
        more = "".join(f"<pre>{escape(text)}</pre>" for text in failed)
        more += f"<ol>{''.join(rows)}</ol>" if rows else ""
        inner = f"<details{' open' if open_ else ''}><summary>{said}</summary>{more}</details>" if head else ""
        kind = "failed" if failed else "faulty" if open_ else "told" if problems else "well"
        return (
            f'<link rel="stylesheet" href="{escape(self.prefix)}{OWN}preview.css">'
            f'<aside class="bench bench--{kind}" aria-label="Preview" data-number="{number}" '
            f'data-wait="{escape(self.prefix)}{OWN}wait">{inner}{desk}</aside>'
            f'<script type="module" src="{escape(self.prefix)}{OWN}preview.js"></script>'
        )


def _last(said: str) -> str:
    return "\n".join(said.strip().splitlines()[-_LINES:])


def server(folder: Path, bind: str, port: int, prefix: str, state: State) -> serve.Server:
    """A server that is ready to run; port 0 takes any free one. Raises `OSError` where the port is taken."""
    made = partial(Handler, folder=folder, prefix=serve.below(prefix), quiet=True, state=state)
    return serve.Server((bind, port), made)
