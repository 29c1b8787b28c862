from __future__ import annotations

import gzip
import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site import preview_server, serve


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "events" / "a b").mkdir(parents=True)
    (site / "index.html").write_text("home")
    (site / "404.html").write_text("nothing here")
    (site / "plain.html").write_text("plain")
    (site / "events" / "a b" / "index.html").write_text("event")
    (site / "feed.atom.xml").write_text("<feed/>")
    (site / ".secret").write_text("hidden")
    (tmp_path / "outside.html").write_text("outside")
    (site / "link.html").symlink_to(tmp_path / "outside.html")
    return site


@pytest.fixture
def ask(folder: Path) -> Iterator[object]:
    running = serve.server(folder, port=0, prefix="repo", quiet=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()

    def one(path: str, method: str = "GET") -> tuple[int, str, http.client.HTTPMessage]:
        connection = http.client.HTTPConnection("127.0.0.1", running.server_address[1], timeout=5)
        connection.request(method, path)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text, answer.headers

    yield one
    running.shutdown()
    running.server_close()


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/repo/", 200, "home"),
        ("/repo/?q=1", 200, "home"),
        ("/repo/events/a%20b/", 200, "event"),
        ("/repo/plain", 200, "plain"),
        ("/repo/nowhere/", 404, "nothing here"),
        ("/repo/events/", 404, "nothing here"),
        ("/repo/.secret", 404, "nothing here"),
        ("/repo/../outside.html", 404, "nothing here"),
        ("/repo/%2e%2e/outside.html", 404, "nothing here"),
        ("/repo/..%2foutside.html", 404, "nothing here"),
        ("/repo/link.html", 404, "nothing here"),
        ("/repo/a%00b", 404, "nothing here"),
        ("/repo//etc/passwd", 404, "nothing here"),
        ("/repo/" + "a" * 300, 404, "nothing here"),
        ("/repo/" + "a/" * 3000, 404, "nothing here"),
    ],
)
def test_answers_as_github_pages_does(ask, path: str, status: int, text: str) -> None:  # type: ignore[no-untyped-def]
    assert ask(path)[:2] == (status, text)


def test_nothing_lies_outside_of_the_prefix(ask) -> None:  # type: ignore[no-untyped-def]
    assert ask("/index.html")[0] == 404
    assert ask("/repository/")[0] == 404


@pytest.mark.parametrize(
    ("path", "to"), [("/", "/repo/"), ("/repo", "/repo/"), ("/repo/events/a%20b?x=1", "/repo/events/a%20b/?x=1")]
)
def test_folders_get_their_slash(ask, path: str, to: str) -> None:  # type: ignore[no-untyped-def]
    status, _, headers = ask(path)
    assert (status, headers["Location"]) == (301, to)


def test_types_are_named_and_nothing_is_kept(ask) -> None:  # type: ignore[no-untyped-def]
    _, _, headers = ask("/repo/feed.atom.xml")
    assert headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert headers["Cache-Control"] == "no-cache"


def test_head_has_the_length_and_no_content(ask) -> None:  # type: ignore[no-untyped-def]
    status, text, headers = ask("/repo/", "HEAD")
    assert (status, text, headers["Content-Length"]) == (200, "", "4")


def test_says_what_to_do_where_it_cannot_serve(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert serve.main([str(folder / "none")]) == 1
    assert "make html" in capsys.readouterr().err
    with_port = serve.server(folder, port=0)
    port = with_port.server_address[1]
    assert serve.main([str(folder), "--port", str(port)]) == 1
    assert f"port {port}" in capsys.readouterr().err
    with_port.server_close()


def test_addresses_are_shown_as_one_opens_them(folder: Path) -> None:
    running = serve.server(folder, port=0, prefix="/repo/")
    assert serve.address(running, "/repo/") == f"http://localhost:{running.server_address[1]}/repo/"
    assert serve.address(running, "/").endswith(f":{running.server_address[1]}/")
    running.server_close()


def test_texts_are_sent_packed_to_who_can_unpack_them(folder: Path) -> None:
    (folder / "long.html").write_text("word " * 1000)
    running = serve.server(folder, port=0, quiet=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    connection = http.client.HTTPConnection("127.0.0.1", running.server_address[1], timeout=5)
    connection.request("GET", "/long.html", headers={"Accept-Encoding": "gzip"})
    packed = connection.getresponse()
    body = packed.read()
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body).decode() == "word " * 1000
    connection.request("GET", "/long.html")
    plain = connection.getresponse()
    assert plain.headers["Content-Encoding"] is None
    assert plain.read().decode() == "word " * 1000
    connection.close()
    running.shutdown()
    running.server_close()


def test_a_site_that_was_built_for_its_host_is_seen_here(folder: Path) -> None:
    """Its links lead to where it is served; the files, and what other programs read, name the host."""
    home = '<link rel="canonical" href="https://me.example/repo/"><a href="https://me.example/repo/events/">'
    (folder / "index.html").write_text(home)
    (folder / "plain.html").write_text('<a href="https://me.example/repo/x">, https://me.example/other')
    (folder / "404.html").write_text('<a href="https://me.example/repo/">')
    (folder / "feed.atom.xml").write_text("<id>https://me.example/repo/</id>")
    running = serve.server(folder, port=0, prefix="/seen/", quiet=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()

    def get(path: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", running.server_address[1], timeout=5)
        connection.request("GET", path)
        text = connection.getresponse().read().decode()
        connection.close()
        return text

    assert get("/seen/") == '<link rel="canonical" href="/seen/"><a href="/seen/events/">'
    assert get("/seen/plain") == '<a href="/seen/x">, https://me.example/other'
    assert get("/seen/nowhere") == '<a href="/seen/">'
    assert get("/seen/feed.atom.xml") == "<id>https://me.example/repo/</id>"
    running.shutdown()
    running.server_close()
    assert (folder / "index.html").read_text() == home


def test_the_preview_answers_whatever_number_it_is_asked_to_wait_for(folder: Path) -> None:
    running = preview_server.server(folder, "127.0.0.1", 0, "/", preview_server.State(folder, number=3))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        for asked in ("2", "9" * 5000, "x", ""):
            connection = http.client.HTTPConnection("127.0.0.1", running.server_address[1], timeout=5)
            connection.request("GET", f"/__preview/wait?{asked}")
            assert connection.getresponse().read() == b"3"
            connection.close()
    finally:
        running.shutdown()
        running.server_close()
