"""A server that sends a byte now and then: `briefing fetch` gives up on it, says why, and goes on."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.fetch import Client, fetch
from tests.fetch.test_fetch import PAGE, Web, web

__all__ = ["web"]
HEAD = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n"
PATIENCE = 200  # bytes, of which each takes a twentieth of a second, before the server gives up itself


class Dripping:
    """A host that answers every request with these bytes at once, and then with others, one now and then."""

    def __init__(self, at_once: bytes, then: bytes) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._at_once, self._then, self._end = at_once, then, threading.Event()
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/news"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                asked, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(asked,), daemon=True).start()

    def _answer(self, asked: socket.socket) -> None:
        with asked:
            if b"robots.txt" in asked.recv(4096):
                asked.sendall(b"HTTP/1.0 404 Not Found\r\n\r\n")
                return
            asked.sendall(self._at_once)
            for _ in range(PATIENCE):
                if self._end.wait(0.05):
                    return
                try:
                    asked.sendall(self._then)
                except OSError:
                    return

    def close(self) -> None:
        self._end.set()
        self._socket.close()


@pytest.fixture(params=["head", "body", "body of a stated length"])
def dripping(request: pytest.FixtureRequest) -> Iterator[Dripping]:
    length = b"Content-Length: 9000\r\n" if "length" in request.param else b""
    host = Dripping(HEAD + b"X-Long: ", b"x") if request.param == "head" else Dripping(HEAD + length + b"\r\n", b"<p>")
    yield host
    host.close()


def test_a_server_that_drips_is_given_up_and_the_next_address_has_its_turn(
    dripping: Dripping, web: Web, tmp_path: Path
) -> None:
    client = Client(pause=0, deadline=0.5)
    late, good = fetch([dripping.url, web.page("/news", PAGE)], tmp_path / "seeds", "2031-03-05", client, None)
    assert late.fault is not None
    assert late.fault.startswith("127.0.0.1 had not sent all of it after 0.5 seconds; give it more (--deadline), or ")
    assert good.new
    assert [p.name for p in (tmp_path / "seeds").iterdir()] == [good.path.name if good.path else ""]
