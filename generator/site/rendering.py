"""Every page and every export as files, by all cores; what the last build made of the same stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from generator.site import exports, forks, linked, search, table
from generator.site.aside import Aside
from generator.site.context import SiteContext
from generator.site.environment import environment
from generator.site.links import Links
from generator.site.mending import mending
from generator.site.output import Output, file_of
from generator.site.traces import CONTENT, LastBuild, Listing, Trace, Watch, number, packed, untouched
from generator.views import addresses
from generator.views.data import page as data_page
from generator.views.data.page import Export
from generator.views.lookup import Lookup

Made = tuple[Trace, list[bytes]]  # with the bytes of each of the trace's files
_Kept = tuple[Trace, Sequence[bytes | Aside]]  # or where a copy of this process has put them
_Work = Callable[[], Made]
_EXPORTS = 4  # all of them take as long as that part of all pages
_FEW = 8  # parts of the exports that may have to be made though no record has changed: the feeds and the calendar


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was made, or stands: by the address of a page, or the number of a part of the exports."""

    env: Environment
    traces: dict[str, Trace] = field(default_factory=dict)
    rows: dict[str, Listing] = field(default_factory=dict)  # kind of a row of the table -> its pages
    paths: dict[str, str] = field(default_factory=dict)  # address of a page -> the content page that it shows


def render(
    look: Lookup,
    site: SiteContext,
    content: Path,
    theme: Path,
    output: Output,
    last: LastBuild | None,
    changed: frozenset[str],
) -> Rendered:
    """Puts them into `output`. Without `last` all is made anew, else what asked for a thing that has `changed`."""
    watch = Watch()
    seen = watch.look(look)
    env = environment(theme, site, Links(seen.briefing), seen)
    maker = _Maker(env, seen, site, content, watch)
    made = Rendered(env)
    parts, prepare = exports.parts(seen, site)
    work: dict[str, _Work] = {}
    other = frozenset(map(number, changed))

    def stands(key: str) -> bool:
        """Whether what the last build made of it is what this one would make."""
        trace = last.traces.get(key) if last else None
        if trace is None or not untouched(trace.asked, other) or not all(map(output.stands, trace.files)):
            return False
        made.traces[key] = trace
        return True

    asked = watch.taken() | {number(CONTENT)}
    for n, part in enumerate(parts):
        work[str(n)] = partial(maker.part, part, asked)
    anew: set[str] = set()
    for row in table.TABLE:
        listing = last.rows.get(row.kind) if last else None
        first = listing is None or not untouched(listing.first, other)
        fresh = listing is not None and untouched(listing.asked, other)
        if listing is None or not fresh or not all(stands(address) for address, _ in listing.pages):
            listing = _listed(row, seen, watch, maker, work)
        if first:
            anew.update(address for address, _ in listing.pages)
        made.rows[row.kind] = listing
        made.paths.update(listing.pages)
    todo = [key for key in work if key in anew or not stands(key)]
    weight = len(todo)
    if sum(key.isdigit() for key in todo) > _FEW:
        prepare()
        weight += len(made.paths) // _EXPORTS
    if len(todo) >= forks.WORTH:  # each once, and not in each process
        for name in env.list_templates(extensions=["html"]):
            env.get_template(name)
        output.prepare()
    # What takes long comes first, so that no process waits for another at the end.
    worth = max(forks.WORTH * len(todo) // max(weight, 1), 1)
    done = forks.each(_do, [work[key] for key in todo], worth, partial(_put_aside, output))
    new = dict(zip(todo, done, strict=True))
    for key in (*map(str, range(len(parts))), *made.paths):
        _put(made, output, key, new.get(key))
    listed = [export for n in range(len(parts)) for export in made.traces[str(n)].listed]
    data = table.SitePage(addresses.DATA, "data.html", lambda: data_page.view(seen, listed))
    made.paths[data.address] = data.path
    _put(made, output, data.address, maker.page(data, frozenset(), listed))
    return made


def _put(made: Rendered, output: Output, key: str, new: _Kept | None) -> None:
    if new is None:
        for path in made.traces[key].files:
            output.same(path)
        return
    made.traces[key], data = new
    for path, of in zip(made.traces[key].files, data, strict=True):
        output.add(path, of)


def _listed(row: table.Row, look: Lookup, watch: Watch, maker: _Maker, work: dict[str, _Work]) -> Listing:
    """Adds the pages of a row to the work; each asked for what the row asked for before its first page, and since the
    page before, unless the row stands apart.
    """
    pages: list[tuple[str, str]] = []
    every: set[int] = set()
    first = b""
    watch.taken()
    for address, make, path in row.make(look):
        asked = watch.taken()
        if not pages and not row.apart:
            first = packed(asked)
        every |= asked
        own = asked if pages and not row.apart else frozenset[int]()
        pages.append((address, path))
        work[address] = partial(maker.page, table.SitePage(address, row.template, make, path), own)
    return Listing(packed(every | watch.taken()), first, tuple(pages))


def _do(work: _Work) -> _Kept:
    return work()


def _put_aside(output: Output, work: _Work) -> _Kept:
    trace, data = work()
    return trace, [output.put_aside(path, of) for path, of in zip(trace.files, data, strict=True)]


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes one thing at a time, and writes down what it was made of."""

    env: Environment
    look: Lookup
    site: SiteContext
    content: Path
    watch: Watch

    def page(self, page: table.SitePage, asked: frozenset[int], files: Sequence[Export] = ()) -> Made:
        """A page; `files` are those that the page of the data lists. An error is noted to be of this page."""
        try:
            return self._page(page, asked, files)
        except Exception as error:
            error.add_note(page.path or page.address)
            raise

    def _page(self, page: table.SitePage, asked: frozenset[int], files: Sequence[Export]) -> Made:
        self.watch.taken()
        view: Any = page.view
        branch = self.look.briefing.settings.branch
        mend = mending(self.site, self.content, branch, page.address, page.path, view.title)
        meta = linked.meta(self.look, self.site, view, page.address, files)
        text = self.env.get_template(page.template).render(view=view, here=page.address, mend=mend, meta=meta)
        html = text.encode("utf-8", "replace")
        return Trace(packed(asked | self.watch.taken()), (file_of(page.address),), indexed=search.words(html)), [html]

    def part(self, part: exports.Part, asked: frozenset[int]) -> Made:
        """Some of the exports."""
        self.watch.taken()
        files = part()
        listed = tuple(file.listed for file in files if file.listed)
        names = tuple(file_of(file.address) for file in files)
        return Trace(packed(asked | self.watch.taken()), names, listed), [file.data for file in files]


class Pages(Mapping[str, bytes]):
    """The HTML of each page by its address."""

    def __init__(self, addresses: Sequence[str], output: Output) -> None:
        self._addresses, self._output = dict.fromkeys(addresses), output

    def __getitem__(self, address: str) -> bytes:
        if address not in self._addresses:
            raise KeyError(address)
        return self._output.read(file_of(address))

    def __iter__(self) -> Iterator[str]:
        return iter(self._addresses)

    def __len__(self) -> int:
        return len(self._addresses)
