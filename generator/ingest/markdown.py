"""Markdown: the body is kept as it is, but for a title above it and for what a page prints around an article."""

from __future__ import annotations

import re
from dataclasses import replace

from generator import markup, merge_text, wikilinks
from generator.ingest import boilerplate, characters, days, lead, toplines
from generator.ingest.draft import About, Draft
from generator.names import fold
from generator.wikilinks import Kind

_VAULT = frozenset[Kind](("link", "embed"))
_TITLE = re.compile(r"\s*+(?:#[ \t]+(?P<hash>[^\n]+)|(?P<line>[^\n#>*+\-|`~ \t][^\n]*)\n=+[ \t]*)(?:\n|\Z)")


def read(text: str, about: About) -> Draft:
    """The draft of a Markdown file. Its first heading, where it is of the first rank, is the title."""
    body = characters.clean(text, keep_layout=True).strip("\n")
    # They led to pages of the vault in which the article was clipped.
    body = wikilinks.replace(body, lambda link: link.label or link.target if link.kind == "link" else "", _VAULT)
    if heading := _TITLE.match(body):
        title = markup.fold(markup.plain(heading[0]))
        if title and (about.title is None or fold(title) == fold(about.title)):
            about = about if about.title else replace(about, title=title)
            body = body[heading.end() :].lstrip("\n")
    found, body = _head(body, titled=about.title is not None)
    about = about.or_else(found)
    found, body = _above(body)
    return Draft((), about.or_else(found), markdown=_cleaned(body))


_STRUCTURE = ("#", ">", "-", "*  ", "* ", "|", "![", "```", "~~~")


def _head(body: str, titled: bool) -> tuple[About, str]:
    """Headline, by-line and day of an article that was pasted without marking them up, and the body below them.

    They stand above the first paragraph of prose, as in a plain text: each a paragraph, or lines of one. A headline
    is looked for where none is known (not `titled`).
    """
    parts = merge_text.paragraphs(body)
    lines: list[tuple[str, int]] = []  # with the number of the paragraph
    for number, part in enumerate(parts[: _TOP + 1]):
        own = [text for line in part.strip().split("\n") if (text := markup.fold(markup.plain(line)))]
        about = own if lines or titled else own[1:]
        told = all(toplines.tells(line) and not _stamped(line) for line in about)
        if part.lstrip().startswith(_STRUCTURE) or not told or (own and boilerplate.is_prose(own[0])):
            break
        lines += [(line, number) for line in own]
    if not lines:
        return About(), body
    below = lines[-1][1] + 1
    following = markup.fold(markup.plain("".join(parts[below : below + 1])))
    if not following or not (titled or lead.is_headline(lines[0][0], following)):
        return About(), body
    found, left = toplines.after_title([*(line for line, _ in lines[0 if titled else 1 :]), following])
    if len(left) > 1:
        return About(), body
    return found if titled else replace(found, title=lines[0][0]), "".join(parts[below:]).strip("\n")


_TOP = 4  # paragraphs above the text among which day and author may stand


def _above(body: str) -> tuple[About, str]:
    """Day, author and publisher that short lines above the text give, and the body without these lines."""
    parts = merge_text.paragraphs(body)
    texts = [markup.fold(markup.plain(part)) for part in parts[: _TOP + 1]]
    short = next((n for n, text in enumerate(texts) if boilerplate.is_prose(text) or not text), len(texts) - 1)
    for number in range(short):
        if not parts[number].lstrip().startswith(_STRUCTURE):
            if stamp := _stamped(texts[number]):
                return stamp, "".join(parts[:number] + parts[number + 1 :]).strip("\n")
            found, left = toplines.after_title([*texts[number].split("\n"), ""])  # the text is below it
            if found.published and left == [""]:
                return found, "".join(parts[:number] + parts[number + 1 :]).strip("\n")
    return About(), body


def _stamped(line: str) -> About | None:
    """A line of a blog that gives its day, by whom, and under what it is filed: "Posted on 2 May by Ann in Buses"."""
    if len(line) > 140 or not _FILED.search(line):
        return None
    day = days.day_in(line)
    authors = re.search(r"\bby (?P<name>[^,|·]{2,40}?)(?: in\b| on\b|,|$)", line, re.I)
    return About(published=day, author=authors["name"].strip() if authors else None) if day else None


_FILED = re.compile(r"\b(?:posted|published|filed|written) (?:on|in|under|by)\b", re.I)


def _heading_of(part: str) -> str | None:
    """The first line of a paragraph, where it says that other articles stand below it: "Read also", and a list."""
    first = markup.fold(markup.plain(part.strip().partition("\n")[0]))
    sign = boilerplate.sign_of(first)
    return first if sign is not None and sign.scope != "line" else None


def _cleaned(body: str) -> str:
    """The body without what a page prints around an article; to the byte as it is where nothing of that stands in it.

    Only whole paragraphs go, and none of a table, a list within code, or one that defines the target of a link.
    """
    parts = merge_text.paragraphs(body)
    if len(parts) < 3 or any(re.match(r" {0,3}(?:```|~~~)", line) for line in body.splitlines()):
        return body
    texts = [_heading_of(part) or markup.fold(markup.plain(part)) for part in parts]
    kept = set(boilerplate.kept(texts))
    gone = {n for n in range(len(parts)) if n not in kept and not re.match(r"\s*(?:\||\[[^\]]+\]:)", parts[n])}
    return "".join(part for n, part in enumerate(parts) if n not in gone).strip("\n") if gone else body
