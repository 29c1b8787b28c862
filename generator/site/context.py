"""What every template knows about the site as a whole: SiteContext."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator import __version__
from generator.briefing import Briefing
from generator.views import addresses, sources, words
from generator.views.lookup import linked_text
from generator.views.typography import curled

# No request leaves the site, and nothing runs but its own files: the whole policy, for a <meta http-equiv> in the
# head of every page. `frame-ancestors` and `report-uri` have no effect in a <meta>, so they are not here.
CSP = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
# The page of the search compiles its index' reader (WebAssembly), in a worker; no other page may.
SEARCH_CSP = CSP.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'")


@dataclass(frozen=True, slots=True)
class SiteContext:
    """The site, for templates. `url` stands in front of every address and has no slash at its end; it may be empty."""

    name: str
    tagline: str = ""
    url: str = ""
    lang: str = "en"
    direction: str = "ltr"
    as_of: str | None = None  # phrase: the day of the newest publication
    undated: bool = False  # whether some publication has no day, and may be newer
    description: str = ""
    nav: tuple[tuple[str, str], ...] = ()  # (label, address)
    links: tuple[tuple[str, str], ...] = ()  # standing pages, in the foot: (title, address)
    feeds: tuple[tuple[str, str, str], ...] = ()  # what readers can follow: (label, address, media type)
    version: str = __version__
    repository: str | None = None
    csp: str = CSP
    search_csp: str = SEARCH_CSP
    searchable: bool = False  # whether an index is made
    poster: str = ""  # what the picture for links from elsewhere shows; empty where there is none

    @property
    def absolute(self) -> bool:
        """Whether `url` names a host; canonical links and the sitemap's address in robots.txt need one."""
        return bool(urlsplit(self.url).netloc)


def prefix(siteurl: str) -> str:
    """Pelican's SITEURL as it stands in front of an address: without the slash at its end.

    Raises `ValueError` where it is neither empty, nor a path that begins with a slash, nor http(s).
    """
    url = siteurl.strip().rstrip("/")
    parts = urlsplit(url)
    web = parts.scheme in ("http", "https") and parts.netloc
    path = not parts.scheme and not parts.netloc and (not url or url.startswith("/"))
    if (
        (web or path)
        and not parts.query
        and not parts.fragment
        and not any(c in "<>\"'\\" or not c.isprintable() or c.isspace() for c in url)
    ):
        return url
    raise ValueError(
        f'SITEURL "{siteurl}" is neither empty nor a path (/repo) nor an address (https://example.org/repo)'
    )


def web(address: str | None) -> str | None:
    """An address that a browser may open, `None` for any other: it goes into a link as it is."""
    return address if address and address.lower().startswith(("https://", "http://")) else None


def direction(lang: str) -> str:
    """`ltr` or `rtl`, by the language's script."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(lang.replace("-", "_")).text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"


def site_context(briefing: Briefing, siteurl: str = "", *, searchable: bool = False) -> SiteContext:
    """The site's own facts, from the settings, the home page and the newest source."""
    settings = briefing.settings
    home = briefing.pages.get("home")
    tagline = settings.tagline or words.t("site.tagline")
    name = settings.name or (home.front.title if home else tagline)
    sections = [("chronology", addresses.CHRONOLOGY), ("disputes", addresses.DISPUTES)]
    sections += [("names", addresses.ENTITIES), ("sources", addresses.SOURCES)]
    if briefing.notes:
        sections.append(("notes", addresses.NOTES))
    sections.append(("search", addresses.SEARCH))
    nav = [(words.t(f"nav.{key}"), address) for key, address in sections]
    atom = "application/atom+xml"
    feeds = [
        (words.t("nav.feed"), addresses.EVENTS_FEED, atom),
        (words.t("nav.sources_feed"), addresses.SOURCES_FEED, atom),
    ]
    if briefing.notes:
        feeds.append((words.t("nav.notes_feed"), addresses.NOTES_FEED, atom))
    feeds.append((words.t("nav.changes_feed"), addresses.CHANGES_FEED, atom))
    if any(event.front.date for event in briefing.events.values()):
        feeds.append((words.t("nav.calendar"), addresses.CALENDAR, "text/calendar"))
    standing = sorted(id for id in briefing.pages if id != "home")
    links = [(curled(briefing.pages[id].front.title), addresses.page(id)) for id in standing]
    return SiteContext(
        name=name,
        tagline=tagline,
        url=prefix(siteurl),
        lang=words.spoken().language,
        direction=words.spoken().direction,
        as_of=sources.newest(briefing) or None,
        undated=sources.some_undated(briefing),
        description=linked_text(briefing, home.front.summary) if home and home.front.summary else tagline,
        nav=tuple(nav),
        links=tuple(links),
        feeds=tuple(feeds),
        repository=web(settings.repository),
        searchable=searchable,
    )
