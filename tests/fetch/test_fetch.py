"""`briefing fetch` against a server of our own on this machine."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator import ingest
from generator.fetch import Client, Fetched, fetch, saved
from generator.fetch.web import Answer, normal

ROOT = Path(__file__).parents[2]
BODY = """<p>The Corran ferry ran aground on the Elian bar on Monday morning, the coast guard said. Nobody was hurt, and
the forty passengers were brought ashore by two fishing boats from Corran Bay before noon.</p>
<p>Captain Mara Quill told the court of inquiry in Elian that the buoy had been dark since Friday. The harbour office
will answer that next week, a spokesman said, when its own report on the lights of the channel is finished.</p>"""
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry aground | The Elian Courier</title>
<meta property="og:site_name" content="The Elian Courier"><meta property="og:title" content="Ferry aground – again">
<meta property="article:published_time" content="2031-03-04T08:00:00Z"><meta name="author" content="Tom Reed">
</head><body><nav><a href="/">Home</a></nav><article><h1>Ferry aground – again</h1>{BODY}</article>
<footer>Contact us</footer></body></html>"""


@dataclass
class Web:
    """A host, and what was asked of it."""

    url: str
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def page(self, path: str, text: str | bytes = PAGE, status: int = 200, **headers: str) -> str:
        data = text if isinstance(text, bytes) else text.encode()
        head = {"Content-Type": "text/html"} | {k.replace("_", "-"): v for k, v in headers.items()}
        self.answers[path] = (status, head, data)
        return self.url + path


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    host = Web("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host.asked.append(self.path)
            host.agents.add(self.headers["User-Agent"])
            path = self.path if self.path in host.answers else self.path.partition("?")[0]
            status, head, data = host.answers.get(path, (404, {}, b""))
            self.send_response(status)
            for name, value in head.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data) + (100 if head.get("X-Break") else 0)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield host
    server.shutdown()
    server.server_close()


@dataclass
class Clock:
    """A clock that only moves when somebody sleeps."""

    now: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def client(self) -> Client:
        return Client(sleep=self.sleep, clock=lambda: self.now)


Run = Callable[..., list[Fetched]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*addresses: str, archive: str | None = None, clock: Clock | None = None) -> list[Fetched]:
        return list(fetch(addresses, tmp_path / "seeds", "2031-03-05", (clock or Clock()).client(), archive))

    return run


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.rglob("*")) if folder.exists() else []


def test_an_article_is_saved_as_it_came_below_what_is_known_of_it(web: Web, run: Run, tmp_path: Path) -> None:
    (made,) = run(web.page("/news/ferry"))
    assert made.new
    assert made.doubts == ()
    assert made.path == tmp_path / "seeds/2031-03-04-ferry-aground-again.html"
    data = made.path.read_bytes()
    assert data.decode() == (
        "---\ntitle: Ferry aground – again\ndate: '2031-03-04'\npublisher: The Elian Courier\nauthor: Tom Reed\n"
        f"url: {web.url}/news/ferry\nretrieved: '2031-03-05'\nlang: en\n---\n{PAGE}"
    )
    read = ingest.read(made.path.name, data)
    assert (read.title, read.published, read.publisher) == ("Ferry aground – again", "2031-03-04", "The Elian Courier")
    assert (read.author, read.url, read.retrieved) == ("Tom Reed", f"{web.url}/news/ferry", "2031-03-05")
    assert read.text.startswith("The Corran ferry ran aground")
    assert "Contact us" not in read.text
    assert {a.split("/")[0] for a in web.agents} == {"briefing-generator"}


def test_what_is_there_is_never_written_over_nor_fetched_again(web: Web, run: Run, tmp_path: Path) -> None:
    url = web.page("/news/ferry")
    (first,) = run(url)
    assert first.path
    first.path.write_text(first.path.read_text().replace("Tom Reed", "Tom Reed and an editor"))
    corrected = first.path.read_bytes()
    web.asked.clear()
    (again,) = run(url + "#comments")
    assert (again.new, again.path, again.fault) == (False, first.path, None)
    assert web.asked == []
    (other,) = run(web.page("/other/ferry", PAGE.replace("Nobody was hurt", "Two were hurt")))
    assert other.path == tmp_path / "seeds/2031-03-04-ferry-aground-again-2.html"
    assert first.path.read_bytes() == corrected
    assert len(names(tmp_path / "seeds")) == 2


def test_robots_txt_is_asked_first_and_obeyed(web: Web, run: Run, tmp_path: Path) -> None:
    web.page("/robots.txt", "User-agent: *\nDisallow: /news/", Content_Type="text/plain")
    (made,) = run(web.page("/news/ferry"))
    assert made.fault
    assert "robots.txt asks programs not to fetch it" in made.fault
    assert "save the page in your browser" in made.fault
    assert web.asked == ["/robots.txt"]
    assert names(tmp_path / "seeds") == []


def test_robots_txt_counts_where_a_redirect_leads(web: Web, run: Run) -> None:
    web.page("/robots.txt", "User-agent: *\nDisallow: /news/")
    (made,) = run(web.page("/short", "", 302, Location="/news/ferry"))
    assert "robots.txt" in (made.fault or "")
    assert "/news/ferry" not in web.asked


def test_a_host_whose_robots_txt_is_broken_is_left_alone(web: Web, run: Run) -> None:
    web.page("/robots.txt", "", 500)
    (made,) = run(web.page("/news/ferry"))
    assert "robots.txt" in (made.fault or "")
    assert web.asked == ["/robots.txt"]


def test_one_host_is_asked_slowly_and_as_slowly_as_it_wants(web: Web, run: Run) -> None:
    clock = Clock()
    run(web.page("/a"), web.page("/b", PAGE.replace("again", "twice")), clock=clock)
    assert clock.slept == [3.0, 3.0]
    web.page("/robots.txt", "User-agent: *\nCrawl-delay: 10")
    clock = Clock()
    run(web.page("/c"), clock=clock)
    assert clock.slept == [10.0]


def test_a_server_that_asks_to_wait_is_asked_once_more(web: Web, run: Run) -> None:
    clock = Clock()
    (made,) = run(web.page("/busy", "", 429, Retry_After="20"), clock=clock)
    assert 20.0 in clock.slept
    assert web.asked.count("/busy") == 2
    assert "come back later (429)" in (made.fault or "")


def test_a_moved_page_has_its_new_address(web: Web, run: Run) -> None:
    web.page("/news/ferry")
    (made,) = run(web.page("/old", "", 301, Location="/news/ferry"))
    assert made.about
    assert made.about.url == f"{web.url}/news/ferry"


SCRIPTED = "<html><body><div id=app></div></body></html>"
FAULTS: dict[str, tuple[str, dict[str, Any], str]] = {
    "not there": ("/gone", {"status": 404}, "there is no such page (404)"),
    "for subscribers": ("/paid", {"status": 403}, "does not give it to programs (403)"),
    "broken": ("/broken", {"status": 502}, "a fault of its own (502)"),
    "a circle": ("/circle", {"status": 302, "Location": "/circle"}, "without an end"),
    "half an address": ("/lost", {"status": 302, "Location": "http://[half"}, "its host is none that there can be"),
    "a file of ours": ("/trap", {"status": 302, "Location": "file:///etc/hostname"}, "no address of the web"),
    "a picture": ("/picture", {"text": b"\x89PNG", "Content_Type": "image/png"}, "it is no page but image/png"),
    "a page made by scripts": ("/app", {"text": SCRIPTED}, "running its scripts"),
    "half a page": ("/half", {"X_Break": "1"}, "the connection broke"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_gives_no_article_says_why_and_what_to_do(fault: str, web: Web, run: Run, tmp_path: Path) -> None:
    path, answer, said = FAULTS[fault]
    (made,) = run(web.page(path, **answer))
    assert said in (made.fault or "")
    assert ";" in (made.fault or "") or "later" in (made.fault or "")
    assert names(tmp_path / "seeds") == []


def test_an_address_is_asked_for_in_one_spelling() -> None:
    assert normal(" HTTPS://Example.org:8080/a b/ü?q=ä&x=%20#part ") == (
        "https://example.org:8080/a%20b/%C3%BC?q=%C3%A4&x=%20"
    )
    assert normal("http://[::1]:80/") == "http://[::1]:80/"
    assert normal("https://user:secret@bücher.example") == "https://xn--bcher-kva.example/"


@pytest.mark.parametrize(
    "address", ["ftp://x.example/a", "news.example/a", "https://", "/etc/passwd", "https://a..b/", "https://[a"]
)
def test_what_is_no_address_is_told_so(address: str, run: Run) -> None:
    (made,) = run(address)
    assert made.fault


def test_a_host_that_takes_no_connection_stops_nothing_else(web: Web, run: Run) -> None:
    first, second = run("http://127.0.0.1:9/a", web.page("/news/ferry"))
    assert "takes no connection" in (first.fault or "")
    assert second.new


ENCODED = {
    "declared in the page": (PAGE.replace("utf-8", "windows-1252").encode("cp1252"), "text/html"),
    "named by the server": (PAGE.replace('<meta charset="utf-8">', "").encode("cp1252"), "text/html; charset=cp1252"),
    "the server wins": (PAGE.replace("utf-8", "koi8-r").encode(), "text/html; charset=utf-8"),
    "marked": (PAGE.encode("utf-16"), "text/html"),
}


@pytest.mark.parametrize("case", ENCODED)
def test_an_article_in_any_encoding_is_read_again(case: str, web: Web, run: Run) -> None:
    data, kind = ENCODED[case]
    (made,) = run(web.page("/news/ferry", data, Content_Type=kind))
    assert made.path
    read = ingest.read(made.path.name, made.path.read_bytes())
    assert read.title == "Ferry aground – again"
    assert read.publisher == "The Elian Courier"


def test_what_could_not_be_found_is_named(web: Web, run: Run) -> None:
    bare = f"<html><body><p>{BODY[3:200]}</p></body></html>"
    (made,) = run(web.page("/bare", bare))
    assert made.doubts == (
        "no title found",
        "no day of publication found",
        "no publisher found",
        "only 35 words: is it the whole article?",
    )


def test_a_seed_reads_as_the_page_itself_would_for_pages_of_every_make() -> None:
    """Nothing is lost or added by the front matter that stands above a page; 75 makes of pages, in many encodings."""
    differ = []
    for path in sorted((ROOT / "tests/exam").glob("pages*/*.html")):
        answer = Answer("https://host.example/x", path.read_bytes(), "text/html")
        name, data = saved.seed(answer, saved.about(answer, None, "2031-03-05")[0])
        page, seed = ingest.read(path.name, answer.data), ingest.read(name, data)
        differ += [
            f"{path.name}: {key}"
            for key in ("text", "published", "publisher", "author", "lang")
            if getattr(page, key) != getattr(seed, key)
        ]
    assert differ == []


def test_the_day_of_the_last_edit_is_not_the_day_of_publication(web: Web, run: Run) -> None:
    edited = PAGE.replace('<meta property="article:published_time" content="2031-03-04T08:00:00Z">', "")
    edited = edited.replace("Contact us", "This page was last edited on 9 May 2032, at 18:20. © 2029")
    (made,) = run(web.page("/wiki", edited))
    assert made.about
    assert made.about.published is None
    assert "no day of publication found" in made.doubts


def snapshots(url: str) -> str:
    closest = {"available": True, "status": "200", "timestamp": "20310304090000", "url": url}
    return json.dumps({"archived_snapshots": {"closest": closest}})


def test_the_archives_copy_is_noted_where_there_is_one(web: Web, run: Run) -> None:
    service = web.page("/available", snapshots(f"http://web.archive.org/web/20310304090000/{web.url}/news/ferry"))
    (made,) = run(web.page("/news/ferry"), archive=service)
    assert made.about
    assert made.about.archived == f"https://web.archive.org/web/20310304090000/{web.url}/news/ferry"
    assert any(path.startswith("/available?url=http%3A%2F%2F127.0.0.1") and "20310305" in path for path in web.asked)


@pytest.mark.parametrize("said", ['{"archived_snapshots": {}}', "no JSON", "[]", ""])
def test_an_archive_without_a_copy_costs_nothing(said: str, web: Web, run: Run) -> None:
    (made,) = run(web.page("/news/ferry"), archive=web.page("/available", said))
    assert made.new
    assert made.about
    assert made.about.archived is None


def test_the_command_says_what_it_saved_and_what_it_could_not(web: Web, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(f"# of this week\n{web.page('/news/ferry')}\n\n{web.url}/gone\n")
    command = [sys.executable, "-m", "generator", "fetch", "--list", str(listed), "--seeds", str(tmp_path / "seeds")]
    done = subprocess.run(
        [*command, "--pause", "0", "--no-archive"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 1
    assert "saved" in done.stdout
    assert "2031-03-04-ferry-aground-again.html" in done.stdout
    assert f"{web.url}/gone: there is no such page (404)" in done.stderr
    assert "1 of 2 saved" in done.stderr
    assert done.stderr.endswith("1 not.\n")
    again = subprocess.run(
        [*command, "--pause", "0", "--no-archive"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert "there already" in again.stdout
    assert again.stderr.endswith(", 1 there already, 1 not.\n")
    assert "Traceback" not in done.stderr
