"""A preview server that answers as GitHub Pages does: `python -m generator.site.serve OUTPUT --prefix /repo/`.

404.html with status 404, a slash behind folders, `/x` for x.html, texts packed, and everything below a prefix, as for
project pages. A site that was built for a host (SITEURL) is seen here, too: the links of its pages are turned to this
server in what is sent. The files stay as they are.
"""

from __future__ import annotations

import argparse
import gzip
import mimetypes
import os
import re
import sys
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".ics": "text/calendar; charset=utf-8",
}


_CANONICAL = re.compile(rb'<link rel="canonical" href="(https?://[^"]+/)"')
_PACKED_FROM = 500  # bytes; below, packing gains nothing


def _packs(kind: str) -> bool:
    """Whether files of a kind are texts, which are sent packed."""
    return kind.startswith("text/") or any(word in kind for word in ("xml", "json", "javascript"))


def media_type(path: Path) -> str:
    """The Content-Type of a file, by its name."""
    if path.name.endswith(".atom.xml"):
        return "application/atom+xml; charset=utf-8"
    return _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"


def published_at(folder: Path) -> bytes:
    """The whole address that a site was built for, with the slash at its end, as the canonical link of its home page
    tells it; nothing of a site that was built for no host.
    """
    home = folder / "index.html"
    found = _CANONICAL.search(home.read_bytes()) if home.is_file() else None
    return found[1] if found else b""


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from one folder."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, folder: Path, prefix: str, quiet: bool) -> None:
        self.folder, self.prefix, self.quiet = folder.resolve(), prefix, quiet
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """The file, or the page for what is not there."""
        self._answer()

    def do_HEAD(self) -> None:
        """As GET, without the content."""
        self._answer()

    def _answer(self) -> None:
        path = urlsplit(self.path).path
        if not path.startswith(self.prefix):
            if path in ("/", self.prefix.rstrip("/")):
                self._redirect(self.prefix)
            else:
                self._send(HTTPStatus.NOT_FOUND, b"Nothing lies outside of the prefix.\n", "text/plain; charset=utf-8")
            return
        parts = unquote(path[len(self.prefix) :]).split("/")
        if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
            self._missing()
            return
        file = self.folder.joinpath(*parts)
        # `os.path` asks as a visitor does: what cannot be, as a name that is too long, is not there.
        if os.path.isdir(file):
            if parts[-1]:
                self._redirect(quote(unquote(path)) + "/")
                return
            file /= "index.html"
        elif not os.path.isfile(file) and parts[-1]:
            file = file.with_name(parts[-1] + ".html")
        # A link out of the folder is not followed.
        if os.path.isfile(file) and file.resolve().is_relative_to(self.folder):
            self._send(HTTPStatus.OK, self._here(file.read_bytes(), media_type(file)), media_type(file))
        else:
            self._missing()

    def _here(self, body: bytes, kind: str) -> bytes:
        """A page or style sheet whose links lead to where the site is seen, not to where it will lie."""
        built = published_at(self.folder) if kind.startswith(("text/html", "text/css")) else b""
        return body.replace(built, self.prefix.encode()) if built else body

    def _missing(self) -> None:
        page = self.folder / "404.html"
        body = page.read_bytes() if page.is_file() else b"<!doctype html><title>404</title>Not found\n"
        body = self._here(body, _TYPES[".html"])
        self._send(HTTPStatus.NOT_FOUND, body, _TYPES[".html"])

    def _redirect(self, to: str) -> None:
        query = urlsplit(self.path).query
        # One slash at the beginning: two would be another host.
        location = "/" + to.lstrip("/") + (f"?{query}" if query else "")
        self._send(HTTPStatus.MOVED_PERMANENTLY, b"", "text/plain", {"Location": location})

    def _send(self, status: HTTPStatus, body: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        headers = {"Vary": "Accept-Encoding", **(headers or {})}
        if len(body) > _PACKED_FROM and _packs(kind) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, compresslevel=6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        self.send_response(status)
        # Always asked for again: a preview that shows yesterday's page is worse than a slow one.
        for name, value in {"Content-Type": kind, "Cache-Control": "no-cache", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """One line for each request, unless told to be quiet."""
        if not self.quiet:
            super().log_message(format, *args)


class Server(ThreadingHTTPServer):
    """Does not wait for open connections when it ends, and says nothing when a browser hangs up."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Names what went wrong, but for a connection that the browser closed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def server(
    folder: Path, bind: str = "127.0.0.1", port: int = 8000, prefix: str = "/", *, quiet: bool = False
) -> Server:
    """A server that is ready to run; port 0 takes any free one. Raises `OSError` where the port is taken."""
    return Server((bind, port), partial(Handler, folder=folder, prefix=below(prefix), quiet=quiet))


def below(prefix: str) -> str:
    """A prefix with one slash at either end, however it was typed."""
    return f"/{prefix.strip('/')}/".replace("//", "/")


def address(of: Server, prefix: str = "/") -> str:
    """Where to look at it."""
    host, port = of.server_address[:2]
    shown = "localhost" if host in ("0.0.0.0", "127.0.0.1", "::") else str(host)  # noqa: S104 - only shown
    return f"http://{shown}:{port}{below(prefix)}"


def options(parser: argparse.ArgumentParser) -> None:
    """What this server and the preview that rebuilds have in common."""
    parser.add_argument("output", type=Path, help="folder of the finished site")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--bind", default="127.0.0.1", help="0.0.0.0 shows the site to the whole network")
    parser.add_argument("--prefix", default="/", help="as the site will lie on its host: /repo/")


def main(arguments: list[str] | None = None) -> int:
    """Serves until it is interrupted; 1 where it cannot."""
    parser = argparse.ArgumentParser(prog="python -m generator.site.serve", description=__doc__)
    options(parser)
    given = parser.parse_args(arguments)
    if not given.output.is_dir():
        print(f"{given.output}: there is no site yet; make html builds it", file=sys.stderr)
        return 1
    try:
        running = server(given.output, given.bind, given.port, given.prefix)
    except OSError as error:
        print(f"port {given.port}: {error.strerror}; choose another with --port", file=sys.stderr)
        return 1
    print(f"The site is at {address(running, given.prefix)} (Ctrl-C ends)", flush=True)
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        print()
    finally:
        running.server_close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
