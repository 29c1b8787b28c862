"""A fetched page as a seed: its own bytes, below front matter that says where it came from and what it is."""

from __future__ import annotations

import html
import re
from contextlib import suppress
from urllib.parse import urljoin, urlsplit

from generator import frontmatter, ingest
from generator.fetch.web import Answer, FetchError
from generator.ingest import charset
from generator.ingest.draft import About
from generator.names import slug

_FORMATS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
_LINK = re.compile(r"<link\b[^<>]{1,2000}>", re.I)
_CANONICAL = re.compile(r"""\brel\s{0,3}=\s{0,3}["']?canonical\b""", re.I)
_HREF = re.compile(r"""\bhref\s{0,3}=\s{0,3}(?P<quote>["']?)(?P<at>[^"'<>\s]{1,2000})(?P=quote)""", re.I)
_WHOLE = re.compile(r"https?://", re.I)
_BOM = b"\xef\xbb\xbf"


def about(answer: Answer, archived: str | None, retrieved: str) -> tuple[About, str]:
    """What is known of a page's article, and its plain text. Raises `FetchError` where there is none."""
    suffix = suffix_of(answer)
    text = _text(answer, suffix)
    try:
        document = ingest.read("page" + suffix, _BOM + text.encode("utf-8"))
    except ingest.Unreadable as error:
        raise FetchError(
            f"no article can be read there without running its scripts ({error.reason.partition(';')[0]}); save the "
            "page in your browser and put the file into the folder of seeds"
        ) from None
    found = About(
        title=None if document.title_by_converter else document.title,
        published=document.published,
        publisher=document.publisher,
        author=document.author,
        url=_own_address(text if suffix == ".html" else "", document.url, answer.url),
        lang=document.lang,
    )
    if suffix == ".html":
        found = found.or_else(_trafilatura(text, answer.url))
    return About(archived=archived, retrieved=retrieved).or_else(found), document.text


def _own_address(page: str, told: str | None, fetched: str) -> str:
    """The address that a page calls its own, wherever it was fetched; not the home page, which some templates name on
    all of theirs. `told`: the whole address that it tells.
    """
    links = (link[0] for link in _LINK.finditer(page) if _CANONICAL.search(link[0]))
    found = next((m for link in links if (m := _HREF.search(link))), None)
    of = html.unescape(found["at"].strip()) if found else ""
    for address in (_joined(fetched, of) if of and not _WHOLE.match(of) else None, told):
        if address and _WHOLE.match(address) and (_is_home(fetched) or not _is_home(address)):
            return address
    return fetched


def _joined(base: str, to: str) -> str | None:
    try:
        return urljoin(base, to)
    except ValueError:
        return None


def _is_home(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.path.strip("/") and not parts.query


def suffix_of(answer: Answer) -> str:
    """The suffix of the seed. Raises `FetchError` for what is no text."""
    suffix = _FORMATS.get(answer.kind)
    if suffix is None:
        raise FetchError(f"it is no page but {answer.kind}; copy the article's text into a .txt file of its own")
    return suffix


def _trafilatura(text: str, url: str) -> About:
    """What trafilatura finds about a page, for what our own reading did not find.

    Its day is not taken: where a page states none it takes the day of the last edit, or one of a footer, and in front
    matter that would win over the article.
    """
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract_metadata(text, default_url=url, extensive=False)
    except Exception:  # a page that breaks its reader is no fault of the editor's
        return About()
    # Where a page names no site, trafilatura gives the host; who publishes is not for an address to say.
    site = found.sitename if found.sitename and found.sitename.lower() not in url.lower() else None
    return About(title=found.title or None, publisher=site, author=found.author or None)


def seed(answer: Answer, about: About) -> tuple[str, bytes]:
    """(name, bytes) of the seed. The page's bytes are kept as they came, wherever front matter can stand above them."""
    suffix = suffix_of(answer)
    keys = ("title", "published", "publisher", "author", "url", "archived", "retrieved", "lang")
    values = {("date" if key == "published" else key): getattr(about, key) for key in keys}
    front = f"---\n{frontmatter.block({k: v for k, v in values.items() if v})}---\n"
    text = _text(answer, suffix)
    kept = front.encode("utf-8") + answer.data
    whole = front + text
    # Another encoding than that of the front matter, or one that only the server named: then all of it as UTF-8.
    data = kept if charset.decode(kept, markup=suffix == ".html") == whole else _BOM + whole.encode("utf-8")
    return name_of(answer, about), data


def name_of(answer: Answer, about: About) -> str:
    """The name that a seed gets where none has it yet."""
    words = slug(about.title or "", 60) or slug(answer.url.rpartition("/")[2], 60) or "article"
    return "-".join(part for part in (about.published, words) if part) + suffix_of(answer)


def _text(answer: Answer, suffix: str) -> str:
    """The page as text; what the server says of its encoding wins over what it says itself (HTML standard)."""
    said = charset.known(answer.charset or "")
    if said and not charset.has_mark(answer.data):
        with suppress(UnicodeDecodeError):
            return answer.data.decode(said)
    return charset.decode(answer.data, markup=suffix == ".html")
