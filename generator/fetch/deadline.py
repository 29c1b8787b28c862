"""A time by which an answer must have come whole: a server that sends a byte now and then never lets a read time out.

When the time is over, the connection is shut down under whoever waits for it, in the handshake, the head or the body.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.request import BaseHandler, HTTPHandler, HTTPSHandler, Request


class Deadline:
    """Cuts off the connections that are made while it runs. One request at a time."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.over = seconds, False
        self._open: list[socket.socket] = []
        self._lock = threading.Lock()

    @contextmanager
    def running(self) -> Iterator[None]:
        """The time runs for as long as the block; `over` says afterwards whether it did not suffice."""
        self.over = False
        timer = threading.Timer(self.seconds, self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            with self._lock:
                for handle in self._open:
                    handle.close()
                self._open.clear()

    def _cut(self) -> None:
        with self._lock:
            self.over = True
            for handle in self._open:
                _shut(handle)

    def handlers(self) -> tuple[BaseHandler, ...]:
        """For an opener: connections as urllib makes them, each known here."""
        return _Http(self), _Https(self)

    def connection(self, made: Any) -> Any:
        """A connection of `http.client`, which is known here as soon as its socket is there, before TLS begins."""
        create = made._create_connection

        def known(*where: Any, **how: Any) -> socket.socket:
            opened: socket.socket = create(*where, **how)
            handle = opened.dup()  # TLS takes the socket over, this stays
            with self._lock:
                self._open.append(handle)
                if self.over:
                    _shut(handle)
            return opened

        made._create_connection = known
        return made


def _shut(handle: socket.socket) -> None:
    with suppress(OSError):  # it may have ended meanwhile
        handle.shutdown(socket.SHUT_RDWR)


class _Http(HTTPHandler):
    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._deadline = deadline

    def do_open(self, http_class: Any, req: Request, **how: Any) -> Any:
        return super().do_open(lambda *a, **k: self._deadline.connection(http_class(*a, **k)), req, **how)


class _Https(HTTPSHandler):
    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._deadline = deadline

    def do_open(self, http_class: Any, req: Request, **how: Any) -> Any:
        return super().do_open(lambda *a, **k: self._deadline.connection(http_class(*a, **k)), req, **how)
