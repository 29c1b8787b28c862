"""Reads a finished site as a browser and a feed reader would, and follows everything that leads somewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as Xml

HOST = "https://crawl.invalid"
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


@dataclass
class Page(HTMLParser):
    """What one page holds."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)  # href of a and link
    loads: list[str] = field(default_factory=list)  # what a browser fetches by itself
    texts: list[str] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    badly_nested: list[str] = field(default_factory=list)
    title: str = ""
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
            if "a" in self._open:
                self.badly_nested.append("a in a")
        if tag == "link":
            rel = given.get("rel", "")
            (self.links if rel in ("canonical", "alternate") else self.loads).append(given["href"])
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.links.append(given["content"].partition("url=")[2])
        if tag in ("img", "script", "source", "iframe", "use", "image") and "src" in given:
            self.loads.append(given["src"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.badly_nested.append(f"</{tag}> in {self._open[-3:]}")

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "svg" not in self._open:
            self.title += data
        self.texts.append(data)

    @property
    def text(self) -> str:
        """All words, white space folded."""
        return " ".join(" ".join(self.texts).split())


def read(path: Path) -> Page:
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def words(path: Path) -> str:
    return read(path).text


def faults(folder: Path, prefix: str = "") -> list[str]:
    """Everything on the site that leads nowhere, in words. `prefix` is SITEURL's path, without a slash at its end."""
    files = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    pages = {name: read(path) for name, path in files.items() if name.endswith(".html")}
    found: list[str] = []

    def check(where: str, address: str, base: str) -> None:
        url = urlsplit(urljoin(HOST + base, address))
        if f"{url.scheme}://{url.netloc}" != HOST:
            return
        if not url.path.startswith(prefix + "/"):
            found.append(f"{where}: {address} leads out of {prefix}/")
            return
        name = unquote(url.path[len(prefix) + 1 :])
        name = f"{name}index.html" if not name or name.endswith("/") else name
        if name not in files:
            found.append(f"{where}: {address} leads nowhere")
        elif url.fragment and name in pages and unquote(url.fragment) not in pages[name].ids:
            found.append(f"{where}: {address} has no such place in its page")

    for name, page in sorted(pages.items()):
        base = f"{prefix}/{name.removesuffix('index.html')}"
        for address in (*page.links, *page.loads):
            check(name, address, base)
        found += [f"{name}: loads {a}" for a in page.loads if urlsplit(a).netloc or urlsplit(a).scheme]
        found += [
            f"{name}: the id {id} stands there twice" for id in sorted({i for i in page.ids if page.ids.count(i) > 1})
        ]
        found += [f"{name}: {what}" for what in page.badly_nested]
    for name in sorted(files):
        if name.endswith(".css"):
            text = files[name].read_text(encoding="utf-8")
            for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", text):
                check(name, address, f"{prefix}/{name}")
        elif name.endswith(".xml"):
            for element in Xml.parse(files[name]).iter():
                if element.tag.endswith("}link"):
                    check(name, element.attrib["href"], f"{prefix}/{name}")
                elif element.tag.endswith("}loc"):
                    check(name, element.text or "", f"{prefix}/{name}")
    return found
