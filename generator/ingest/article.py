"""From a page's lines to an article: front lines, headline, by-line, boilerplate, dateline and posts, in this order.

The same for plain text and for HTML: what a page prints is treated alike wherever it was copied from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.ingest import boilerplate, dateline, days, lead, posts, toplines
from generator.ingest.draft import About, Block, Draft, texts
from generator.ingest.publishers import SECTIONS
from generator.names import fold

_NEAR = 5  # blocks of the text among which by-line and day may still stand
_TOP = 12  # blocks among which headline, by-line and day are looked for


def drafted(blocks: Sequence[Block], about: About) -> Draft:
    """The article among the lines of a page. What `about` knows already wins over what is found here."""
    rest = _whole_datelines([b for b in blocks if b.text.strip()])
    found, rest = _front(rest)
    about = about.or_else(found)
    about, rest = _repeated(rest, about)
    rest = [rest[n] for n in boilerplate.kept(texts(rest))]
    found, rest = _front(rest)
    about = about.or_else(found)
    if about.title is None:
        all_lines, rest = rest, _below_menu(rest)
        about = about.or_else(_stamped(all_lines[: len(all_lines) - len(rest)]))
    about, rest = _headline(_without_label(rest), about)
    for _ in range(2):  # a page may print its headline twice, once above and once below by-line and day
        lines = texts(rest[:_TOP])
        found, left = toplines.after_title(lines)
        about, rest = about.or_else(found), _remaining(rest, lines, left)
        if not (len(rest) > 1 and about.title and fold(rest[0].text) == fold(about.title)):
            break
        rest = rest[1:]
    found, numbers = toplines.between(texts(rest[:_NEAR]))
    about, rest = (
        about.or_else(found),
        [b for n, b in enumerate(rest) if n not in numbers] if len(rest) > len(numbers) else rest,
    )
    about = about.or_else(_day_above(rest))
    about, rest = _source_below(rest, about)
    rest = [b if (text := boilerplate.unsigned(b.text)) == b.text else b.as_prose(text) for b in rest]
    return _with_dateline(posts.marked(_without_portrait(rest, about.author)), about)


_OPEN = re.compile(r"[A-ZÀ-Þ][^–—|]{4,80}?\b(?:19|20)\d\d\b[^–—|]{0,40}?(?:\s[–—-]|\s?--|—)")


def _whole_datelines(blocks: list[Block]) -> list[Block]:
    """A dateline on a line of its own, up to its dash, goes with the paragraph that it begins."""
    for n in range(min(_NEAR, len(blocks) - 1)):
        line, following = blocks[n].text.strip(), blocks[n + 1]
        if _OPEN.fullmatch(line) and boilerplate.is_prose(following.text) and blocks[n].kind == following.kind:
            return [*blocks[:n], following.as_prose(f"{line} {following.text.lstrip()}"), *blocks[n + 2 :]]
    return blocks


def _day_above(blocks: Sequence[Block]) -> About:
    """A full day in one of the short lines above the first paragraph, where only one is printed."""
    above: list[str] = []
    for one in blocks[:_NEAR]:
        if boilerplate.is_prose(one.text) or len(one.text) > _SHORT:
            break
        above.append(one.text)
    days_ = {day for line in above if (day := days.day_in(line))}
    return About(published=days_.pop()) if len(days_) == 1 and len(above) < len(blocks) else About()


_SHORT = 140  # characters of a line that tells about the article
_IS = (
    r"(?:,[^.]{2,60},)?\s+"
    r"(?:is|was|has|writes|wrote|covers|reports|teaches|lives|works|edits|contributes|joined|serves)\b"
)
_PORTRAIT = 450  # characters


def _without_portrait(blocks: list[Block], author: str | None) -> list[Block]:
    """Without the lines at the end in which a paper tells who its author is: "NAME is a writer who …"."""
    names = [n.strip() for n in re.split(r",| and | & ", author or "") if len(n.split()) > 1]
    while len(blocks) > 3 and names and len(text := blocks[-1].text) <= _PORTRAIT:
        if fold(text) in {fold(n) for n in names}:
            blocks = blocks[:-1]
            continue
        found = next((n for n in names if re.match(re.escape(n) + _IS, text)), None)
        if not found or sum(found in b.text for b in blocks[:-1]) > 1:
            break
        blocks = blocks[:-1]
    return blocks


def _repeated(blocks: list[Block], about: About) -> tuple[About, list[Block]]:
    """A line that stands twice at the top of a page is its headline, and what stands above it is the site's."""
    seen: dict[str, int] = {}
    for number, one in enumerate(blocks[:_TOP]):
        key = fold(one.text)
        if boilerplate.is_prose(one.text) and number > 4:
            break
        if key in seen and len(key.split()) >= 4 and len(blocks) > number + 1 and boilerplate.sign_of(one.text) is None:
            first = seen[key]
            above = blocks[:first] if any(boilerplate.is_prose(b.text) for b in blocks[:first]) else []
            about = about if about.title else replace(about, title=" ".join(one.text.split()))
            return about, [*above, *blocks[first + 1 : number], *blocks[number + 1 :]]
        seen.setdefault(key, number)
    return about, blocks


_MENU_WORDS, _HEADLINE_WORDS = 3, 5


def _below_menu(blocks: list[Block]) -> list[Block]:
    """A page that was copied whole begins with its site's name and menu: its headline is the first long line below."""
    prose = next((n for n, b in enumerate(blocks[: 4 * _TOP]) if boilerplate.is_prose(b.text)), 0)
    sizes = [0 if toplines.tells(b.text) else len(b.text.split()) for b in blocks[:prose]]
    if not sizes or sizes[0] >= _HEADLINE_WORDS:
        return blocks
    following = blocks[prose].text
    for last in reversed(range(prose)):
        if not 0 < sizes[last] <= _MENU_WORDS:
            continue
        for number in range(last + 1, prose):
            if sizes[number] >= _HEADLINE_WORDS and lead.is_headline(blocks[number].text, following):
                short = sum(1 for size in sizes[:number] if 0 < size <= _MENU_WORDS)
                told = any(toplines.tells(b.text) for b in blocks[number + 1 : number + 4])
                return blocks[number:] if short >= 2 or (short and told) else blocks
    return blocks


def _stamped(menu: Sequence[Block]) -> About:
    """The day that a site's name and menu bear, in a line of its own, as agencies print it above a headline."""
    told = (days.day_in(line) for b in menu for line in b.text.split("\n") if days.is_stamp(line))
    return About(published=next((day for day in told if day), None))


def _without_label(blocks: list[Block]) -> list[Block]:
    """The blocks without the name of a section above the headline."""
    while len(blocks) > 2 and len(blocks[0].text.split()) <= 4:
        words = [w.strip(",/|>:·•").lower() for w in blocks[0].text.split()]
        following = next((b.text for b in blocks[2:_TOP] if boilerplate.is_prose(b.text)), "")
        if not all(w in SECTIONS or not w for w in words) or not lead.is_headline(blocks[1].text, following):
            break
        blocks = blocks[1:]
    return blocks


_SOURCE = re.compile(r"(?:/\s*)?(?:Source|Via|SOURCE)\s*:\s*(?P<name>[^.:;]{2,60}|(?:www\.)?[\w.-]{4,60})")


def _source_below(blocks: list[Block], about: About) -> tuple[About, list[Block]]:
    """A line "Source: NAME" under an article, or near its top: who published it."""
    for number, one in enumerate(blocks):
        if 8 <= number < len(blocks) - 3 or len(blocks) < 2:
            continue
        if one.kind == "prose" and len(one.text) <= 80 and (found := _SOURCE.fullmatch(one.text)):
            return about.or_else(About(publisher=found["name"].strip())), [*blocks[:number], *blocks[number + 1 :]]
    return about, blocks


def _front(blocks: list[Block]) -> tuple[About, list[Block]]:
    lines = texts(blocks[:_TOP])
    found, left = toplines.front(lines)
    return found, _remaining(blocks, lines, left)


def _remaining(blocks: list[Block], lines: list[str], left: list[str]) -> list[Block]:
    """The blocks of the lines that are left; only the first of these can have lost something at its beginning."""
    gone = len(lines) - len(left)
    rest = list(blocks[gone:])
    if rest and left and rest[0].text != left[0]:
        rest[0] = rest[0].as_prose(left[0])
    return rest


def _headline(blocks: list[Block], about: About) -> tuple[About, list[Block]]:
    """The title, and the blocks without it: a heading, or a first line that is one."""
    if len(blocks) < 2:
        return about, blocks
    first = blocks[0]
    if about.title is not None:
        # The page prints its title again above the text.
        if fold(first.text) == fold(about.title):
            return about, blocks[1:]
        return about, blocks
    following = next((b.text for b in blocks[1:_TOP] if boilerplate.is_prose(b.text)), blocks[1].text)
    if first.kind in ("prose", "heading") and lead.is_headline(first.text, following):
        title = " ".join(first.text.split())
        return replace(about, title=title.rstrip(" .") if title.isupper() else title), blocks[1:]
    return about, blocks


def _with_dateline(blocks: list[Block], about: About) -> Draft:
    if blocks and blocks[0].kind == "prose":
        about = about.or_else(dateline.dated_place(blocks[0].text.partition("\n")[0]))
        body = "\n".join(texts(blocks[1:]))
        found, text = dateline.dateline(blocks[0].text, body)
        if text != blocks[0].text:
            about = about.or_else(found)
            place = dateline.place_of(blocks[0].text[: len(blocks[0].text) - len(text)])
            if place and found.publisher != place:
                text = f"{place} — {text}"  # where it is told from; day and agency are said elsewhere
            blocks = [blocks[0].as_prose(text), *blocks[1:]]
    return Draft(tuple(blocks), about)
