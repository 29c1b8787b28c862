"""Bodies of pages as safe HTML: Python-Markdown, then nh3, then the site's own links, headings and anchors.

Everything that an article or an editor wrote passes through nh3; what is set in afterwards is built as nodes, which
`nodes.serialise` escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

from generator import markup, wikilinks
from generator.names import Unused, slug
from generator.prose import CLOSE, EDITORS, HELD, OPEN
from generator.site import footnotes
from generator.site.links import Links, link_to
from generator.site.nodes import Element, Node, parse, serialise, text_of, walk
from generator.site.paragraphs import paragraphs
from generator.site.parts import Parts, set_in
from generator.site.typeset import curl

if TYPE_CHECKING:
    from markdown import Markdown

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
TAGS = frozenset(
    (
        "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption "
        "figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q s samp small span strong sub summary sup table tbody "
        "td tfoot th thead time tr u ul var wbr"
    ).split()
)
ATTRIBUTES = {
    "*": {"dir", "id", "lang", "title"},
    "a": {"class", "href"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "div": {"class"},
    "img": {"alt", "height", "src", "width"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
SCHEMES = frozenset({"http", "https", "mailto"})
# Elements whose text is no text for a reader of the article: they go with all they hold.
DROPPED = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title", "textarea", "select", "xmp"}
)
# The classes that Python-Markdown gives to footnotes; all others could dress a body up as a part of the site.
_CLASSES = frozenset({"footnote", "footnote-ref", "footnote-backref"})
# A link in a body is the publisher's or the editor's, not a recommendation of the briefing (nofollow), and its target
# need not learn what the reader was reading (noreferrer, which in browsers implies noopener).
OUTWARD = "nofollow noreferrer"

_IMAGES = re.compile(r"(?:\.{0,2}/)*(?=images/)")  # content/images/, as it is written from a page of any folder
_ARTICLES = frozenset[wikilinks.Kind]({"link"})


@dataclass(slots=True)
class Renderer:
    """Renders the bodies of one site. `url` is the prefix of every address; `links` knows where wikilinks lead,
    `parts` what events and sources look like in editors' prose. Both wikilinks and those travel through Markdown and
    nh3 as two private characters around a number: no markup can break them.
    """

    url: str = ""
    links: Links = field(default_factory=Links)
    parts: Parts | None = None
    _converter: Markdown | None = None

    def html(self, text: str) -> str:
        """Editors' prose as safe HTML, with the events and sources that it names, its quotation marks curled."""
        return serialise(self._tree(text, EDITORS if self.parts else _ARTICLES, typeset=True))

    def tree(self, text: str) -> Element:
        """An article's body as a tree of safe HTML; the root's children are its blocks."""
        return self._tree(text, _ARTICLES)

    def _tree(self, text: str, kinds: frozenset[wikilinks.Kind], *, typeset: bool = False) -> Element:
        if plain := paragraphs(text):
            if typeset:
                curl(plain)
            return plain
        import nh3

        held: list[wikilinks.WikiLink] = []

        def hold(link: wikilinks.WikiLink) -> str:
            if not link.page:  # a heading of this very text
                link = replace(
                    link, target=f"#{markup.anchor(text, link.heading) or ''}", label=link.label or link.heading
                )
            elif not typeset and not link.label:  # an article's own words stand, not the name that we have for it
                link = replace(link, label=link.target)
            held.append(link)
            return f"{OPEN}{len(held) - 1}{CLOSE}"

        text = wikilinks.replace(text.replace(OPEN, "\ufffd").replace(CLOSE, "\ufffd"), hold, kinds)
        made = nh3.clean(
            self._convert(text),
            tags=set(TAGS),
            clean_content_tags=set(DROPPED),
            attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
            url_schemes=set(SCHEMES),
            link_rel=None,
        )
        root = parse(made)
        self._set_links(root, held)
        _shift_headings(root)
        mark = sha256(text.encode("utf-8", "replace")).hexdigest()[:6]
        _name_anchors(root, mark)
        _guard_width(root)
        if typeset:
            curl(root)
        if self.parts and any(link.kind != "link" for link in held):
            set_in(root, held, self.parts, mark)
        return root

    def _convert(self, text: str) -> str:
        if self._converter is None:
            from markdown import Markdown

            self._converter = Markdown(
                extensions=["extra", "sane_lists"],
                # Alignment as an attribute: the Content-Security-Policy refuses style="".
                extension_configs={"extra": {"tables": {"use_align_attribute": True}}},
                output_format="html",
            )
            footnotes.steady(self._converter)
        self._converter.reset()
        try:
            if _tangled(text):
                raise RecursionError
            return self._converter.convert(text)
        except RecursionError:
            # Lists or quotations nested by the hundred: no text that a person wrote. Its words stay, its markup goes.
            return "".join(f"<p>{escape(block)}</p>\n" for block in text.split("\n\n"))

    # ---- links ----

    def _set_links(self, element: Element, held: list[wikilinks.WikiLink], within: tuple[str, ...] = ()) -> None:
        """Wikilinks become links, addresses get the site's prefix, foreign images become links."""
        for name, value in list(element.attrs.items()):
            if OPEN in value:
                # nh3 saw a number where a label now comes in: never in an address, which could become a script.
                if name in ("href", "src"):
                    del element.attrs[name]
                else:
                    element.attrs[name] = HELD.sub(lambda m: self._words(held[int(m[1])]), value)
        if element.tag == "a":
            self._set_address(element)
        within = (*within, element.tag)
        children: list[Node] = []
        for child in element.children:
            if isinstance(child, str):
                children += self._linked(child, held, within)
                continue
            self._set_links(child, held, within)
            if child.tag == "img":
                children += self._image(child, "a" in within)
            elif child.tag == "a" and not child.attrs.keys() & {"href", "id"}:
                children += child.children  # its address was refused: what is left is words
            else:
                children.append(child)
        element.children = children

    def _linked(self, text: str, held: list[wikilinks.WikiLink], within: tuple[str, ...]) -> Iterator[Node]:
        """A text with its wikilinks set in; within code they are only brackets, within a link only words."""
        end = 0
        for match in HELD.finditer(text):
            yield text[end : match.start()]
            end = match.end()
            link = held[int(match[1])]
            to = self.links.find(link.target) if link.page else None
            if "code" in within or "pre" in within:
                yield _as_written(link)
            elif link.kind != "link":
                yield "" if "a" in within else match[0]  # set in when all else stands
            elif not link.page and link.target != "#" and "a" not in within:
                yield Element("a", {"href": link.target}, [link.label or ""])
            elif to is None or "a" in within:
                yield link.label or (to.name if to else self.links.words(link.target))
            else:
                yield Element("a", {"href": link_to(self.url, to.address)}, [link.label or to.name])
        if end < len(text):
            yield text[end:]

    def _words(self, link: wikilinks.WikiLink) -> str:
        return link.label or self.links.words(link.target)

    def _set_address(self, element: Element) -> None:
        href = element.attrs.get("href", "").strip()
        parts = _split(href)
        if parts is None:
            element.attrs.pop("href", None)
        elif parts.scheme in ("http", "https") or href.startswith("//"):
            element.attrs["rel"] = OUTWARD
        elif href.startswith("/"):
            element.attrs["href"] = self.url + href
        elif href.partition("#")[0].endswith(".md") and not parts.scheme:
            # As an editor's preview of the folder shows it: the file of another page.
            page = unquote(parts.path).rpartition("/")[2].removesuffix(".md")
            to = self.links.find(page + (f"#{unquote(parts.fragment)}" if parts.fragment else ""))
            if to:
                element.attrs["href"] = link_to(self.url, to.address)
            elif self.links.unshown(page):
                del element.attrs["href"]

    def _image(self, image: Element, in_link: bool) -> list[Node]:
        """An image of the site itself stays; another would be a request to a foreign host, and becomes a link to it."""
        src = image.attrs.get("src", "").strip()
        if from_page := _IMAGES.match(src):
            src = f"/{src[from_page.end() :]}"
        parts = _split(src)
        alt = image.attrs.setdefault("alt", "")
        if parts and not parts.scheme and not parts.netloc and src.startswith("/") and not src.startswith("/\\"):
            image.attrs |= {"src": self.url + src, "loading": "lazy"}
            return [image]
        words = alt or (parts.path.rpartition("/")[2] if parts else "") or src
        if in_link or not parts or parts.scheme not in ("http", "https"):
            return [words]
        return [Element("a", {"href": src, "rel": OUTWARD}, [words])]


def _as_written(link: wikilinks.WikiLink) -> str:
    """A link in an indented piece of code, which is only brackets."""
    if link.kind == "cite":
        return f"[@{link.target}]"
    label = f"|{link.label}" if link.label else ""
    return f"{'!' if link.kind == 'embed' else ''}[[{link.target}{label}]]"


# The converter looks for the end of each bracket through the rest of its paragraph, and takes lists apart line by line:
# beyond these it would take the square of the time. No person writes so.
_MOST_OPEN = 60  # brackets of a paragraph that are open at once
_MOST_LINES = 2000  # of a paragraph
_BRACKET = re.compile(r"\]\(|[\[\]()\n]")


def _tangled(text: str) -> bool:
    """Whether the converter would be held up."""
    if text.count("[") <= _MOST_OPEN and text.count("\n") <= _MOST_LINES:
        return False
    for block in re.split(r"\n[ \t]*\n", text):
        square = round_ = lines = 0
        for found in _BRACKET.finditer(block):
            sign = found[0]
            lines += sign == "\n"
            square = square + 1 if sign == "[" else max(square - 1, 0) if sign[0] == "]" else square
            round_ = round_ + 1 if sign[-1] == "(" else max(round_ - 1, 0) if sign == ")" else round_
            if square > _MOST_OPEN or (round_ > _MOST_OPEN and "](" in block) or lines > _MOST_LINES:
                return True
    return False


def _split(address: str) -> SplitResult | None:
    """The parts of an address; `None` where it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


# ---- headings, anchors, width ----


def _shift_headings(root: Element) -> None:
    """Below the page's own h1, and without a leap: the first level used becomes h2, the next one in it h3."""
    above: list[int] = []
    for element in walk(root):
        if element.tag in _HEADINGS:
            level = int(element.tag[1])
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            element.tag = f"h{min(len(above) + 1, 6)}"


def _name_anchors(root: Element, mark: str) -> None:
    """Ids of a body cannot meet the page's own: headings begin with t-, footnotes carry `mark`, the text's own."""
    names = Unused()
    new: dict[str, str] = {}
    for element in walk(root):
        old = element.attrs.get("id", "")
        if old.startswith(("fn:", "fnref:", "fnref")):
            wanted = f"{'fnref' if old.startswith('fnref') else 'fn'}-{mark}-{slug(old.partition(':')[2])}"
        elif old or element.tag in _HEADINGS:
            wanted = f"t-{slug(old or HELD.sub('', text_of(element)))}"
        else:
            continue
        made = names.of(wanted)
        new.setdefault(old, made)
        element.attrs["id"] = made
    for element in walk(root):
        classes = [c for c in element.attrs.pop("class", "").split() if c in _CLASSES]
        if classes:
            element.attrs["class"] = " ".join(classes)
        href = element.attrs.get("href", "")
        if href.startswith("#") and href[1:] and href[1:] in new:
            element.attrs["href"] = "#" + new[href[1:]]


def _guard_width(element: Element) -> None:
    """Wide tables scroll by themselves, also from the keyboard, so that the page never has to."""
    for i, child in enumerate(element.children):
        if not isinstance(child, Element):
            continue
        if child.tag == "table":
            element.children[i] = Element("div", {"class": "scroll", "tabindex": "0"}, [child])
        else:
            _guard_width(child)
