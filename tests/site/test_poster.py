"""The picture by which a link to the site is shown elsewhere: promised only where it lies, and the same each time."""

from __future__ import annotations

import re
import struct
from pathlib import Path

from generator import briefing, store
from generator.site import settings
from generator.site.build import build
from generator.site.output import Output
from generator.views import lookup

HOST = "https://example.org/repo"


def built(content: Path, url: str, name: str = "") -> Path:
    """The folder of the site at an address, of a briefing of another name where one is given."""
    if name:
        path = content / "briefing.yaml"
        text = re.sub(r"^name:.*\n", "", path.read_text(encoding="utf-8"), flags=re.M)
        path.write_text(f"name: {name}\n{text}", encoding="utf-8")
    output = Output(content.parent / "output")
    linked, _ = briefing.link(store.load(content))
    build(lookup.of(linked), content, Path(settings.theme_folder()), url, output, indexed=False)
    output.finish()
    return content.parent / "output"


def promised(page: Path) -> dict[str, str]:
    found = re.findall(r'<meta property="(og:image[^"]*)" content="([^"]*)">', page.read_text(encoding="utf-8"))
    return dict(found)


def test_every_page_promises_the_picture_and_there_it_lies(content: Path) -> None:
    site = built(content, HOST)
    pages = [p for p in site.rglob("*.html") if 'http-equiv="refresh"' not in p.read_text(encoding="utf-8")]
    assert len(pages) > 20
    assert {promised(page).get("og:image") for page in pages} == {f"{HOST}/poster.png"}
    png = (site / "poster.png").read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    said = promised(pages[0])
    assert struct.unpack(">II", png[16:24]) == (1200, 630)
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"]


def test_the_picture_is_the_same_each_time_and_another_with_another_name(content: Path) -> None:
    first = (built(content, HOST) / "poster.png").read_bytes()
    assert (built(content, HOST) / "poster.png").read_bytes() == first
    assert (built(content, HOST, "A wholly other briefing") / "poster.png").read_bytes() != first


def test_without_a_host_no_picture_is_promised(content: Path) -> None:
    site = built(content, "/repo")
    assert promised(site / "index.html") == {}
    assert not (site / "poster.png").exists()


def test_letters_that_the_font_lacks_make_no_picture_of_boxes(content: Path) -> None:
    site = built(content, HOST, "ليلى حداد")
    assert promised(site / "index.html") == {}
    assert not (site / "poster.png").exists()


def test_a_name_longer_than_the_picture_is_cut(content: Path) -> None:
    assert (built(content, HOST, "word " * 80 + "x" * 400) / "poster.png").exists()
