"""What a news page prints around its article: known by general signs, line by line.

Precision comes first: running prose is never cut. A *line* sign takes the one line that it describes in full. A *tail*
sign says that the article is over: what follows goes too, provided that enough of an article came before. A *block*
sign heads a list of other articles: the lines without a sentence that follow it go, and the next prose stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.ingest.boilerplate_signs import SIGNS
from generator.ingest.boilerplate_words import Sign
from generator.ingest.publishers import agencies

_AGENCY = rf"(?:{agencies('pictures')}|handout|courtesy|file|pool|screen ?(?:grab|shot))"
_PICTURE = r"(?:photo(?:graph)?|image|picture|illustration|video|screen ?(?:grab|shot))s?"
_PERSON = r"(?-i:[A-ZÀ-Þ][\w.'’&-]*(?: [\w.'’&-]+){0,4})"
# The end of a caption: in brackets a word for a picture, or a person and an agency parted by a stroke; or the same
# without brackets, where the words alone cannot be a sentence's.
_CREDIT = re.compile(
    rf"[\[(](?P<inner>(?:file )?{_PICTURE}\b[^()\[\]]{{0,80}}"
    rf"|(?:photo )?(?:credit|courtesy|via|source)s?\b[^()\[\]]{{1,80}}"
    rf"|[^()\[\]]{{0,60}}\b(?:photo|via ap|handout)s?\b[^()\[\]]{{0,50}}"
    rf"|(?:file|pool|handout)?[:\s]*{_PERSON}\s?/\s?{_PERSON}(?:/{_PERSON})?|{_AGENCY})[\])]\.?$"
    rf"|(?:^|[\s|–—.,-])(?:{_PICTURE}|(?:{_PICTURE} )?credit|courtesy)"
    rf"\s*(?:(?:by|courtesy(?: of)?|credit|from)\b\s*:?|[:©])\s?[^.]{{2,60}}$"
    rf"|(?:©|\(c\))\s?[^.]{{2,60}}$|\b(?-i:REUTERS|AFP|AP|EPA)\s?/\s?{_PERSON}(?:\s\([^()]{{2,80}}\))?$"
    rf"|{_PERSON}\s?/\s?(?:{_AGENCY}|{_PERSON} (?:images|via .{{2,30}}))(?: (?:photos?|via .{{2,30}}|images))?$",
    re.I,
)
_WORD_OF_AGENCY = re.compile(rf"\b{_AGENCY}\b", re.I)
_SENTENCES = re.compile(r"[.!?][”\"’')\]]* +[A-Z“\"‘]")
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*$")
_LONGEST: Final = max(sign.limit for sign in SIGNS)
_CAPTION_LIMIT: Final = 420
_ENOUGH: Final = 400  # characters of prose: less is no article that could be over


def is_prose(text: str) -> bool:
    """Whether a line is running prose: long enough, and made of at least one finished sentence."""
    return len(text) >= 80 and _SENTENCE_END.search(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line is a picture's caption: it ends in a credit, and is not a paragraph signed by an agency."""
    if len(text) > _CAPTION_LIMIT:
        return False
    found = _CREDIT.search(text, max(0, len(text) - 130))
    if not found:
        return False
    finished = _SENTENCE_END.search(text[: found.start()].rstrip()) is not None
    if inner := found["inner"]:
        # "…, he said. (Reuters)" is a report's last paragraph: a caption has no full stop before a bare agency.
        if finished and re.fullmatch(_AGENCY, inner, re.I):
            return False
        # "… at 97 km/h (60 mph/26 m/s)." A bracket within a sentence, unless an agency stands in it.
        if not finished and found[0].endswith(".") and not ("/" in inner and _WORD_OF_AGENCY.search(inner)):
            return False
    return len(_SENTENCES.findall(text)) <= 3


_PARTED = re.compile(r" ?[|·•»›] ?| / ")  # of a line whose white space is folded
_LABELS = re.compile(r"(?:\[\s?[^\[\]]{2,30}\]\s?){2,8}")
_MENU = Sign("menu", "line", 200, re.compile(r""))
_ITEM, _WORDS = 34, 6  # characters and words that an item of a menu has at most


def is_menu(text: str) -> bool:
    """Whether a line is a row of a site's own links: three short items and more, none a sentence or a number."""
    if len(text) > _MENU.limit or text.lstrip().startswith("|"):
        return False  # a row of a table in Markdown
    if _LABELS.fullmatch(text.strip()):
        return True
    items = [item for item in _PARTED.split(text.strip()) if item]
    return (
        len(items) >= 3
        and all(len(i) <= _ITEM and len(i.split()) <= _WORDS and i[0].isalpha() for i in items)
        and sum(len(i.split()) for i in items) <= 3 * len(items)
        and not any(re.search(r"[.!?…,;:]$|[“”\"]", i) for i in items)
    )


def sign_of(text: str) -> Sign | None:
    """The sign that describes a whole line; None for anything that may belong to an article."""
    if len(text) > _LONGEST:
        return None
    folded = " ".join(text.split())
    for sign in SIGNS:
        if len(folded) <= sign.limit and sign.pattern.fullmatch(folded):
            return sign
    return _MENU if is_menu(folded) else None


_SIGNED = re.compile(
    r"\s*(?:[\[(](?:additional |with )?(?:reporting|writing|editing|compiled|translated"
    r"|graphics?)\b[^()\[\]]{0,12}\bby\b[^()\[\]]{2,300}[\])]"
    r"|(?<=[.!?”\"])\s+(?:Enditem|ENDS|-30-|###?))\s*\.?$",
    re.I,
)


def unsigned(text: str) -> str:
    """A paragraph without the desk's signature behind its last sentence: "… (Reporting by …)"."""
    found = _SIGNED.search(text, max(0, len(text) - 330))
    return text[: found.start()] if found and found.start() > 0 else text


def kept(texts: Sequence[str]) -> list[int]:
    """The numbers of the paragraphs that belong to the article."""
    signs = [sign_of(text) for text in texts]
    prose = [len(text) if is_prose(text) else 0 for text in texts]
    end = min(_end(signs, prose), _about_the_sender(texts, prose), _after_the_last(signs, prose))
    numbers: list[int] = []
    listing = False
    for number in range(_behind_gallery(signs[:end]), end):
        text, sign = texts[number], signs[number]
        if number + 1 < end and _is_credit(signs[number + 1]) and _PHOTOGRAPHER.fullmatch(text):
            continue
        if sign is not None:
            listing = sign.scope == "block"
        elif prose[number] or not listing:
            listing = False
            if not is_caption(text):
                numbers.append(number)
    return numbers


_ASKING = frozenset({"sharing", "following", "newsletter", "appeal", "menu", "comments", "filing"})


def _after_the_last(signs: Sequence[Sign | None], prose: Sequence[int]) -> int:
    """Where a page, behind the last prose, asks its readers to share or to follow: titles of others come next."""
    last = max((n for n, length in enumerate(prose) if length), default=-1)
    if sum(prose) < _ENOUGH:
        return len(prose)
    return next((n for n in range(last + 1, len(prose)) if (s := signs[n]) and s.what in _ASKING), len(prose))


_PHOTOGRAPHER = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3}")


def _is_credit(sign: Sign | None) -> bool:
    return sign is not None and sign.what == "picture credit"


def _behind_gallery(signs: Sequence[Sign | None]) -> int:
    """Where a gallery on top of a page ends: at the last of several credits, none far from the one before."""
    credits: list[int] = []
    for number, sign in enumerate(signs):
        if _is_credit(sign) and number - (credits[-1] if credits else 0) <= 4:
            credits.append(number)
    return credits[-1] + 1 if len(credits) > 1 and len(signs) - credits[-1] > 2 else 0


_ABOUT = re.compile(r"About (?:the )?(?P<name>[A-ZÀ-Þ][\w&.,'’ -]{1,60}?)(?: (?:Inc|Ltd|LLC|plc|AG|GmbH|SA)\.?)?:?")
_WHO = re.compile(
    r"\b(?:founded|established|headquartered|based|leading|provider|manufacturer|company|organi[sz]ation)\b", re.I
)
_LATE = 0.6  # of the prose


def _about_the_sender(texts: Sequence[str], prose: Sequence[int]) -> int:
    """Where a release begins to tell about whoever sent it: "About NAME", and then what NAME is."""
    total, before = sum(prose), 0
    for number, text in enumerate(texts):
        first, _, rest = text.partition("\n")
        found = _ABOUT.fullmatch(first.strip()) if len(first) <= 80 and before >= _LATE * total else None
        if found and total:
            said = rest or next((t for t in texts[number + 1 : number + 2]), "")
            names = [w.strip(",") for w in found["name"].split() if w[0].isupper()]
            if names[0] in said and _WHO.search(said) and any(n in t for n in names for t in texts[:number]):
                return number
        before += prose[number]
    return len(texts)


def _end(signs: Sequence[Sign | None], prose: Sequence[int]) -> int:
    """Where the article is over: first at a comment form, then, in what is left of the page, at any other tail."""
    end = len(signs)
    for comments in (True, False):
        total, before, finished = sum(prose[:end]), 0, 0
        for number in range(end):
            sign = signs[number]
            if sign is not None and sign.scope == "tail" and sign.what.startswith("comment") == comments:
                share = before / total if total else 0.0
                # Readers may write more than the author did; but two paragraphs may also be a summary on top.
                if share >= 0.75 or (comments and (share >= 0.3 or (finished >= 3 and before >= _ENOUGH))):
                    end = number
                    break
            if sign is None and prose[number]:
                before += prose[number]
                finished += 1
    return end
