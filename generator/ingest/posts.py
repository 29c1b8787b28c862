"""Embedded posts: messages of social networks that a page prints among its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.document import Post
from generator.ingest.days import day_in
from generator.ingest.draft import Block

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}},?\s+(?:19|20)\d\d|\d{{1,2}}\s+{_MONTH},?\s+(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
_HANDLE = r"@[A-Za-z0-9_](?:[\w.-]{0,60})(?:@[\w.-]{2,60})?"
_CLOCK = r"(?:[\s,·]*(?:at\s+)?\d{1,2}:\d\d(?:\s*[ap]\.?m\.?)?)?"
# "— Name (@name) May 23, 2019", as the networks' own embedding code prints it; a page's text may lose the dash.
ATTRIBUTION = re.compile(
    rf"(?P<dash>(?:^|(?<=\s)|(?<=[^\s]))[—–―]\s*+|(?:^|(?<=\s))--?\s++|(?:^|(?<=\n)))"
    rf"(?P<name>[^—–―\n()]{{0,80}}?)\s{{0,3}}\((?P<handle>{_HANDLE})\)"
    rf"(?P<after>\s*+(?:on (?:X|Twitter|Threads|Bluesky)\s*+)?[\s,·]*+(?P<day>{_DAY}){_CLOCK})?",
    re.I,
)
_SHARED = re.compile(
    rf"A (?:post|photo|video|reel) (?:shared|posted) by (?P<name>[^()\n]{{0,80}}?)\s*\(?(?P<handle>{_HANDLE})\)?"
    rf"(?:\s+on\s+(?P<day>{_DAY})[^\n]{{0,40}})?$",
    re.I,
)
_FACEBOOK = re.compile(rf"Posted by (?P<name>[^()\n]{{2,80}}?) on (?:\w+day,? )?(?P<day>{_DAY})(?P<handle>)$", re.I)
_MARKS = re.compile(
    r"(?:^|\s)#\w|(?:^|\s)@\w{2,}|pic\.twitter\.com/|\bt\.co/|^\(?\d{1,2}/\d{0,2}\)?\s|\s\(?\d{1,2}/\d{1,2}\)?$|🧵"
)
_LONGEST = 320  # characters: the length a post had for most of their history, with addresses
_PARAGRAPH = 8_000  # characters: nothing longer is looked at
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\u20e3]+")
_GLUED = re.compile(r"(?<=[a-zà-ÿ”\"’)][.!?:])(?=[A-ZÀ-Þ“\"#@])|(?<=:)\s+(?=[A-ZÀ-Þ“\"#@])|\n")
# In a short paragraph only these: no space between two sentences, or somebody who is said to write.
_WRITES = (
    "wrote",
    "tweet",
    "tweets",
    "tweeted",
    "posted",
    "added",
    "replied",
    "message",
    "post",
    "said",
    "thread",
    "witter",
    "X",
)
_HARD_GLUE = re.compile(
    r"(?<=[a-zà-ÿ]{2}[.!?:])(?=[A-ZÀ-Þ])|\n|(?:" + "|".join(rf"(?<={word}:)" for word in _WRITES) + r")\s+"
)
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-ZÀ-Þ“\"#@])")


def _attribution(text: str) -> re.Match[str] | None:
    if len(text) > _PARAGRAPH or not ("@" in text or "Posted by" in text):
        return None
    for pattern in (_SHARED, _FACEBOOK):
        if found := pattern.search(text):
            return found
    for found in ATTRIBUTION.finditer(text):
        # Without a dash or a day it would be any mention of somebody with the handle in brackets.
        if found["dash"].strip() and found["day"]:
            return found
        if found["dash"].strip() and found.end() == len(text.rstrip()) and found.start() > 0:
            return found
        if found["day"] and found.start() == 0 and found.end() == len(text.rstrip()):
            return found
    return None


def marked(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every embedded post as a quotation of its own, also where it is glued to its neighbours."""
    made: list[Block] = []
    group = max((b.group for b in blocks), default=0)
    for one in blocks:
        pending: Block | None = one
        while pending is not None:
            found = _attribution(pending.text) if pending.kind in ("prose", "quote") else None
            if not found:
                made.append(pending)
                break
            group += 1
            pending = _set_apart(made, pending, found, group)
    return made


def _set_apart(made: list[Block], one: Block, found: re.Match[str], group: int) -> Block | None:
    """Append the post that ends at an attribution; what stands behind it in the paragraph is returned."""
    after = one.text[found.end() :].strip()
    if after and len(after) < 25 and not after[0].isupper():
        after = ""
    end = found.end() if after else len(one.text)
    words = one.text[: found.start()].strip()
    whole, before = not after, ""
    if one.kind == "prose":
        cut = _begin(words)
        before, words = words[:cut].strip(), words[cut:].strip()
    if before:
        made.append(one.as_prose(before))
        whole = False
    elif one.kind == "quote":
        if made and made[-1].kind == "quote" and made[-1].group == one.group and one.group:
            group = one.group
    else:
        _take_in_before(made, group)
    if whole and not before:
        made.append(replace(one, kind="quote", group=group))
    else:
        attribution = one.text[found.start() : end].strip()
        made.append(replace(one.as_prose(f"{words} {attribution}".strip()), kind="quote", group=group))
    return one.as_prose(after) if after else None


def _begin(words: str) -> int:
    """Where the post begins in a paragraph that is too long to be one: behind glue, or where its length allows."""
    glue = [m.end() for m in _GLUED.finditer(words)]
    near = [at for at in glue if len(words) - at <= _LONGEST and len(words) - at > 15]
    if len(words) <= _LONGEST:
        # A short paragraph is the post as a whole, unless it is glued from two.
        hard = [m.end() for m in _HARD_GLUE.finditer(words) if len(words) - m.end() > 15]
        return hard[-1] if hard else 0
    if near:
        return near[0]
    starts = [m.end() for m in _SENTENCE.finditer(words) if len(words) - m.end() <= _LONGEST]
    return starts[0] if starts else 0


def _take_in_before(made: list[Block], group: int) -> None:
    """Draw the paragraphs before into the post that bear its marks: a post of several paragraphs is signed once."""
    number = len(made)
    while (
        number
        and made[number - 1].kind == "prose"
        and _MARKS.search(made[number - 1].text)
        and len(made[number - 1].text) <= _LONGEST
    ):
        number -= 1
    for at in range(number, len(made)):
        made[at] = replace(made[at], kind="quote", group=group)


def located(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[Post, ...], tuple[tuple[int, int], ...]]:
    """Which of the quotations of a text are posts, and which are not. A post's span holds its attribution too."""
    found: list[Post] = []
    quotes: list[tuple[int, int]] = []
    for start, end in spans:
        said = _attribution(text[start:end])
        if said is None:
            quotes.append((start, end))
            continue
        name = " ".join(_EMOJI.sub("", said["name"]).split()).strip(" -–—|")
        author = name or said["handle"]
        found.append(Post(start, end, author, day_in(said["day"]) if said["day"] else None))
    return tuple(found), tuple(quotes)
