"""Markdown: the body is kept as it is; only a title above it is taken off."""

from __future__ import annotations

import re
from dataclasses import replace

from generator import markup
from generator.ingest import characters
from generator.ingest.draft import About, Draft
from generator.names import fold

_TITLE = re.compile(r"\s*+(?:#[ \t]+(?P<hash>[^\n]+)|(?P<line>[^\n#>*+\-|`~ \t][^\n]*)\n=+[ \t]*)(?:\n|\Z)")


def read(text: str, about: About) -> Draft:
    """The draft of a Markdown file. Its first heading, where it is of the first rank, is the title."""
    body = characters.clean(text, keep_layout=True).strip("\n")
    if heading := _TITLE.match(body):
        title = markup.fold(markup.plain(heading[0]))
        if title and (about.title is None or fold(title) == fold(about.title)):
            about = about if about.title else replace(about, title=title)
            body = body[heading.end() :].lstrip("\n")
    return Draft((), about, markdown=body)
