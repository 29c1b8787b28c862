"""Pelican's settings as this generator needs them; a site's pelicanconf.py imports them all and adds its own few.

Pelican's own readers, feeds, archives and static files are switched off: one generator of ours makes every file.
"""

from __future__ import annotations

from pathlib import Path


def theme_folder() -> str:
    """The theme that belongs to this package: within it where it is installed, beside it in a checkout."""
    inside = Path(__file__).parent / "theme"
    return str(inside if inside.is_dir() else Path(__file__).parents[2] / "theme")


PLUGINS = ["generator.site.plugin"]
THEME = theme_folder()
PATH = "content"
OUTPUT_PATH = "output"
SITEURL = ""
RELATIVE_URLS = False
TIMEZONE = "UTC"  # dates here are days as sources give them; Pelican only wants to be told

# An error in the content ends the build with exit status 1; without it, the page at fault is named and left out.
STRICT = False

# Whether the index of the search is made; without it, it stays as the last build left it.
SEARCH_INDEX = True

# What Pelican would make of the content itself.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
CATEGORY_SAVE_AS = ""
TAG_SAVE_AS = ""
AUTHOR_SAVE_AS = ""
TYPOGRIFY = False

# Its cache knows nothing of plugins and settings; ours writes only what differs, and removes only what it made.
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
DELETE_OUTPUT_DIRECTORY = False
