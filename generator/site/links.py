"""Where a wikilink leads: its address on the site and the name of the page there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from generator import markup
from generator.briefing import Briefing
from generator.names import fold
from generator.views import addresses
from generator.views.lookup import words_for


def link_to(url: str, address: str) -> str:
    """An address of the site (`/events/x/#c1`) as a link: behind the prefix, with what an id may hold escaped."""
    return url + _escaped(address)


@lru_cache(maxsize=100_000)
def _escaped(address: str) -> str:
    path, mark, fragment = address.partition("#")
    return quote(path, safe="/!$&'()*+,;=:@~") + mark + quote(fragment, safe="/!$&'()*+,;=:@~?")


class Destination(NamedTuple):
    """A page of the site, as a link shows it."""

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Links:
    """What wikilinks of one briefing may name. Without a briefing nothing is found."""

    briefing: Briefing | None = None

    def find(self, target: str) -> Destination | None:
        """The page that an id, an old id or an unmistakable name leads to, at its heading where the target names one.

        A fragment that is no heading of that page stays as it is: it may be an anchor of the site's own, as `#c1`.
        """
        if self.briefing is None:
            return None
        word, _, fragment = target.partition("#")
        word, fragment = word.strip(), fragment.rpartition("#")[2].strip()
        id = self.briefing.redirects.get(word, word)
        if self._name(id) is None:
            id = self.briefing.targets.get(fold(word), "")
        name = self._name(id)
        if name is None:
            return None
        where = addresses.address(self.briefing, id)
        if where is None:
            return None
        if not fragment:
            return Destination(where, name)
        return Destination(f"{where}#{markup.anchor(self._body(id), fragment) or fragment}", name)

    def words(self, target: str) -> str:
        """What is shown for a target that leads to no page of the site."""
        if self.briefing is None:
            return target
        return words_for(self.briefing, target)

    def unshown(self, id: str) -> bool:
        """Whether it is the id of a page that there is, and that the site does not show."""
        return self.briefing is not None and id in self.briefing.unshown

    def _body(self, id: str) -> str:
        briefing = self.briefing
        if briefing is None:
            return ""
        folders = (briefing.entities, briefing.events, briefing.articles, briefing.notes, briefing.pages)
        return next((pages[id].body for pages in folders if id in pages), "")

    def _name(self, id: str) -> str | None:
        briefing = self.briefing
        if briefing is None or not id:
            return None
        if id in briefing.entities:
            return briefing.entities[id].front.name
        for pages in (briefing.events, briefing.articles, briefing.notes, briefing.pages):
            page = pages.get(id)
            if page is not None:
                return page.front.title
        return None
