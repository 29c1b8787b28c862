"""The reader of finished sites must see what it is there to find."""

from __future__ import annotations

from pathlib import Path

from tests.site.crawl import faults


def test_every_way_of_leading_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text('<p id="x">x</p>')
    (tmp_path / "s.css").write_text("a{background:url(none.png)}")
    (tmp_path / "index.html").write_text(
        '<a href="/r/a/">ok</a><a href="/r/a/#x">ok</a><a href="https://b.example/">ok</a>'
        '<a href="/a/">1</a><a href="/r/a">2</a><a href="/r/a/#y">3</a><img src="b.png">'
        '<img src="https://b.example/b.png"><i id=q></i><i id=q></i><b><i></b></i>'
    )
    found = "\n".join(faults(tmp_path, "/r"))
    for fault in (
        "/a/ leads out of /r/",
        "/r/a leads nowhere",
        "/r/a/#y has no such place",
        "b.png leads nowhere",
        "loads https://b.example/b.png",
        "the id q stands there twice",
        "</b> in",
        "s.css: none.png leads nowhere",
    ):
        assert fault in found
    assert "index.html: /r/a/ leads" not in found
