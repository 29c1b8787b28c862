"""Pages from the web, politely: what robots.txt asks is done, one request at a time, with a pause for each host."""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from generator import __version__
from generator.fetch import robots
from generator.fetch.deadline import Deadline
from generator.ingest import LIMIT

AGENT = "briefing-generator"  # the name by which a robots.txt may address this program
PAUSE = 3.0  # seconds between two requests to one host, unless it asks for more
DEADLINE = 120.0  # seconds in which an answer must have come whole; an article is here in two
_LONGEST = 120.0  # seconds that are waited because a host asks for it
_TIMEOUT = 30  # seconds without a byte
_HOPS = 10
_BY_HAND = "save the page in your browser and put the file into the folder of seeds"


class FetchError(Exception):
    """An address that gives no article. The message is a sentence for the editor, with a remedy."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave: the address that answered in the end, its bytes, and what the server says they are."""

    url: str
    data: bytes
    kind: str  # text/html
    charset: str | None = None


class _Stays(HTTPRedirectHandler):
    """Redirects are followed here, not by urllib: the next host has a robots.txt too."""

    def http_error_302(self, *_: Any, **__: Any) -> None:
        return None

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class Client:
    """Fetches. `deadline`: seconds for one answer; `sleep` and `clock` (seconds) are told apart for tests."""

    def __init__(
        self,
        pause: float = PAUSE,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        deadline: float = DEADLINE,
    ) -> None:
        self.pause, self._sleep, self._clock = pause, sleep, clock
        self._deadline = Deadline(deadline)
        self._opener: OpenerDirector = build_opener(_Stays, *self._deadline.handlers())
        self._rules: dict[str, robots.Rules] = {}
        self._last: dict[str, float] = {}

    def get(self, address: str) -> Answer:
        """The page at an address, wherever it has moved. Raises `FetchError`."""
        url = normal(address)
        for _ in range(_HOPS):
            host = origin(url)
            if not self._allowed(host).allow(_path(url)):
                raise FetchError(f"{host}/robots.txt asks programs not to fetch it; {_BY_HAND}")
            answer = self._open(url)
            if isinstance(answer, Answer):
                return answer
            url = _followed(url, answer)
        raise FetchError(
            "it leads from one address to the next without an end; open it in a browser, and take that one"
        )

    def ask(self, address: str) -> bytes:
        """What a service answers that is meant for programs: no robots.txt, but the same pause. Raises `FetchError`."""
        answer = self._open(normal(address))
        return answer.data if isinstance(answer, Answer) else b""

    def _allowed(self, host: str) -> robots.Rules:
        if host not in self._rules:
            self._rules[host] = self._read_rules(host)
        return self._rules[host]

    def _read_rules(self, host: str) -> robots.Rules:
        url = f"{host}/robots.txt"
        try:
            for _ in range(5):
                answer = self._open(url)
                if isinstance(answer, Answer):
                    return robots.parse(answer.data[: robots.LIMIT].decode("utf-8", "replace"), AGENT)
                url = _followed(url, answer)
        except FetchError as error:
            status = getattr(error.__cause__, "code", 0)
            if 400 <= status < 500 and status != 429:
                return robots.Rules()  # by the standard: a host without the file asks for nothing
            if status:
                return robots.NOTHING
            raise  # the host cannot be reached at all, and the error says why
        return robots.Rules()

    def _wait(self, host: str) -> None:
        rules = self._rules.get(host, robots.Rules())
        pause = min(max(self.pause, rules.delay or 0), _LONGEST)
        left = self._last.get(host, -pause - 1) + pause - self._clock()
        if left > 0:
            self._sleep(left)

    def _open(self, url: str, again: bool = True) -> Answer | str:
        """The answer, or the address to which it leads."""
        host = origin(url)
        self._wait(host)
        request = Request(url, headers={"User-Agent": f"{AGENT}/{__version__}", "Accept": "text/html,*/*;q=0.5"})
        try:
            with self._deadline.running(), self._opener.open(request, timeout=_TIMEOUT) as response:
                data = response.read(LIMIT + 1)
                head: Message = response.headers
        except HTTPError as error:
            error.close()
            if error.code in (301, 302, 303, 307, 308) and error.headers.get("Location"):
                return _joined(url, str(error.headers["Location"]))
            later = _number(error.headers.get("Retry-After", ""))
            if again and error.code in (429, 503) and later is not None and later <= _LONGEST:
                self._sleep(float(later))
                return self._open(url, again=False)
            raise FetchError(_refusal(error.code)) from error
        except (OSError, HTTPException) as error:
            if self._deadline.over:
                raise FetchError(self._late(url)) from error
            raise FetchError(_failure(error, urlsplit(url).hostname or "")) from error
        finally:
            self._last[host] = self._clock()
        if self._deadline.over:
            raise FetchError(self._late(url))
        said = _number(head.get("Content-Length", ""))
        if said is not None and len(data) < min(said, LIMIT):
            raise FetchError("the connection broke before the whole page had come; try again")
        if head.get("Content-Encoding", "").lower() in ("gzip", "deflate"):  # some send it unasked
            data = _unpacked(data)
        if len(data) > LIMIT:
            raise FetchError(f"it has more than {LIMIT // 1_000_000} MB, which no article has; {_BY_HAND}")
        return Answer(url, data, head.get_content_type(), head.get_content_charset())

    def _late(self, url: str) -> str:
        host, seconds = urlsplit(url).hostname, self._deadline.seconds
        return f"{host} had not sent all of it after {seconds:g} seconds; give it more (--deadline), or {_BY_HAND}"


def _number(header: str) -> int | None:
    """What a header counts; `None` where it is no number that it may be."""
    return int(header) if re.fullmatch(r"[0-9]{1,18}", header) else None


def _unpacked(data: bytes) -> bytes:
    """Bytes that were sent packed; no more of them than an article may have. Raises `FetchError`."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data, LIMIT + 1)
    except zlib.error:
        raise FetchError(f"it came in a form that cannot be unpacked; {_BY_HAND}") from None


def normal(address: str) -> str:
    """An address as it is asked for: without fragment, in ASCII. Raises `FetchError` for what is no web address."""
    try:
        parts = urlsplit(address.strip())
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            raise FetchError("it is no address of the web; one begins with https://")
        host = parts.hostname.encode("idna").decode("ascii")
        host = f"[{host}]" if ":" in host else host
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise FetchError("its host is none that there can be; look whether the address is whole") from None
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme.lower(), host + port, path, query, ""))


def origin(url: str) -> str:
    """Scheme and host of an address: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _joined(url: str, to: str) -> str:
    """The address to which an answer leads, which may be no address at all: `normal` names that."""
    try:
        return urljoin(url, to)
    except ValueError:
        return to


def _followed(url: str, to: str) -> str:
    """Where an answer leads. Raises `FetchError`, also for a page of the web that leads into the editor's network: what
    is there answers whoever is within, and was asked for by nobody.
    """
    led = normal(to)
    host, other = (urlsplit(address).hostname or "" for address in (url, led))
    if host != other and inside(other) and not inside(host):
        raise FetchError(
            f"it leads to {other}, which is within your own network; open it in a browser, if you trust it"
        )
    return led


def inside(host: str) -> bool:
    """Whether a host is this machine or one of a network of its own, as its addresses tell (RFC 6890)."""
    try:
        found = {str(row[4][0]).partition("%")[0] for row in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False  # there is none, which will be told when it is asked
    return any(not ipaddress.ip_address(address).is_global for address in found)


def _path(url: str) -> str:
    parts = urlsplit(url)
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _refusal(status: int) -> str:
    if status in (404, 410):
        return f"there is no such page ({status}); look whether the address is whole"
    if status in (401, 402, 403, 407, 451):
        return f"the server does not give it to programs ({status}); {_BY_HAND}"
    if status == 429:
        return "the server asks to come back later (429)"
    if status >= 500:
        return f"the server has a fault of its own ({status}); try again later"
    return f"the server refuses it ({status}); {_BY_HAND}"


def _failure(error: Exception, host: str) -> str:
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, socket.gaierror):
        return f"there is no host {host}, or no network; look whether the address is right"
    if isinstance(reason, ssl.SSLError):
        return f"the connection to {host} cannot be trusted ({reason.reason or 'TLS'}); open it in a browser to see why"
    if isinstance(reason, TimeoutError):
        return f"{host} does not answer within {_TIMEOUT} seconds; try again later"
    if isinstance(reason, ConnectionRefusedError):
        return f"{host} takes no connection; look whether the address is right, and try again later"
    text = re.sub(r"^\[Errno -?\d+\]\s*", "", str(reason)) or type(reason).__name__
    return f"{host} could not be read ({text}); try again later"
