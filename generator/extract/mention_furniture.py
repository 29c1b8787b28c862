"""What stands around a text and tells nothing of it: bylines, credits of pictures, the publisher's own name, sources.

A name there is nobody whom the text speaks of. The forms are those of newspapers and wires: "By X, Science Editor",
"Photo: X/Agency", "LIMA (Agency) -", "Place · Weekly · 3 May", a first line that is the paper's title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import gazetteer
from generator.names import fold

Span = tuple[int, int]
LONGEST_LINE = 25  # words
SPOKEN_OF = 3  # times that a text must name its own publisher to speak of it
_BYLINE = re.compile(
    r"(?:(?:additional )?(?:reporting|reported|report|text|words|story|written|compiled|edited|editing|writing) )?by\b",
    re.I,
)
# What a byline holds besides names.
_IN_BYLINE = frozenset(
    "by in at for of the and with from on staff writer writers reporter reporters correspondent correspondents editor"
    " editors desk agencies agency contributor senior chief special political science business foreign our own al el de"
    " la van von der den du da dos bin ibn y e text texto words analysis report interview".split()
)
_CREDIT = re.compile(
    r"\b(?:photo(?:graph|graphs|graphy|s)?|images?|pictures?|illustrations?|graphics?|file photo|photo credit|credits?)"
    r"(?: courtesy(?: of)?| by| credit)?\s?[:©/]|©",
    re.I,
)
# Where a blog files an article: "Posted 3 May by the crew in Notes from the yard", "Category: Travel".
_FILED = re.compile(r"\W*(?:(?:posted|filed|published)\b.*\b(?:in|under)\b|(?:categor(?:y|ies)|tags|tagged):)", re.I)
# Who asked, wrote or drew: "Interview: X", "Host: X", "Text: X. Illustration: Y."
_LABELLED = re.compile(
    r"\W*(?:interview|interviewer|host|text|texto|words|story|report|reporting|reporter|editing|editor|translation|research"
    r"|illustrations?|photos?|video|audio|producer|sources?)(?: by)?\s?:",
    re.I,
)
_LONGEST_LABELLED = 12  # words
_MENU = 4  # parts between bars from which on a line is a menu, and no row of figures
_SIGNED = re.compile(r"\(\(|\((?:reporting|writing|editing|additional reporting|compiled|edited|source)\b", re.I)
_TAGLINE = re.compile(
    r"\b(?:contributed (?:reporting|to this (?:report|story|article))|reach (?:him|her|them) at"
    r"|follow (?:him|her|them|us) (?:on|at)|sign up (?:for|to) (?:our|the)|subscribe to"
    r"|writes (?:here|for \w+|a (?:weekly |monthly )?column)|most read|share this)\b",
    re.I,
)
_DATELINE = re.compile(r"(?m)^[A-Z]{2,}[^()\n]{0,60}\((?P<agency>[^)\n]{2,40})\) ?[-–—]{1,2} ")
# Letters in brackets behind the last sentence of a paragraph: who sent it, "… in May. (NTW)".
_SENT_BY = re.compile(
    r"(?<=[.!?\"”’]) \((?P<agency>[A-Z][A-Za-z]{0,6}[A-Z](?:[/-][A-Z][A-Za-z]{1,7}){0,2})\)[ \t]*(?=\n|\Z)"
)
_LISTS = re.compile(
    r"\W*(?:sources?|references|notes|external links|see also|further reading|bibliography|related (?:news|stories"
    r"|articles|links)|sister links|footnotes|citations)\W*",
    re.I,
)
# Nouns that end the titles of newspapers, agencies, and what they print over a report.
_PAPERS = frozenset(
    "news times post ledger gazette courier herald tribune journal wire newswire press monitor agency service desk"
    " weekly newsletter blog podcast daily chronicle telegraph observer bulletin report review dispatch newspaper"
    " magazine online digest sentinel zeitung tageblatt monde quotidien diario gaceta correo prensa"
    " sportkrant krant avis tidning posten".split()
)
_REFERENCE_WORK = re.compile(r"From [A-Z]\w+, the (?:free|collaborative|online|open)\b")


def spans(text: str) -> list[Span]:
    """Stretches of a text that are furniture, in order; characters."""
    found = [m.span("agency") for m in _DATELINE.finditer(text)]
    found += [m.span("agency") for m in _SENT_BY.finditer(text)]
    found += _titles(text)
    found += _heads(text)
    at, number = 0, 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip():
            continue
        if _LISTS.fullmatch(line.strip()) and start > len(text) / 3:
            found.append((start, len(text)))
            break
        found += [(start + a, start + b) for a, b in _within(line, number)]
        number += 1
    return sorted(found)


_HEADS = 6  # lines before the first paragraph that may be the paper's title, its day, its author


def _heads(text: str) -> Iterator[Span]:
    """Lines of names and days alone before the first paragraph: "Coastal Affairs, June 2020", "Ana Ruiz"."""
    at, seen = 0, 0
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        plain = line.strip()
        words = re.findall(r"[^\W_][\w'’.-]*", plain)
        if len(words) > LONGEST_LINE or re.search(r"[.!?][\"”’)]?$", plain) or seen == _HEADS:
            return
        seen += bool(words)
        dated = any((w.isdigit() and len(w) == 4) or (w.isalpha() and _MONTH.match(w)) for w in words)
        result = plain.isupper() or (re.search(r"\d", plain) and not dated)  # "LAKESIDE AT ROVERTOWN", "Lakeside 3"
        if len(words) == 1 and plain.isupper() and len(plain) > 3 and not gazetteer.find(plain.title()):
            yield start, start + len(line)  # "COLUMN"
        if (
            1 < len(words) <= 10
            and not result
            and _plain(words)
            and not gazetteer.find(re.split(r"[,(:–—-]", plain)[0].strip(" *_"))
        ):
            yield start, start + len(line)


def _plain(words: list[str]) -> bool:
    """Whether a line holds names, days and what a byline has besides."""
    return any(w[:1].isupper() for w in words) and all(
        w[:1].isupper() or w.casefold() in _IN_BYLINE or _MONTH.match(w) for w in words
    )


_MONTH = re.compile(r"\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,9}\.?$|[ap]m$|gmt$", re.I)

# A title of a work in quotation marks; what stands before a name in them that is none.
_QUOTED = re.compile(r"(?<![\w.])[\"“](?P<title>[A-Z0-9][^\"“”\n]{1,60}?)[,.!?]?[\"”](?!\w)")
_NAMED = re.compile(
    r"(?:known|called|named|nicknamed|dubbed|alias|aka|codenamed|code-named|name|names|guerre|born|label(?:led|ed)?|brand"
    r"|renamed|as|boat|ship|vessel|yacht|tanker|ferry|trawler|frigate|firm|company|group|gang|band)\b\W*(?:the )?$",
    re.I,
)
_SAID = re.compile(r"\W*(?:(?:he|she|they|it|[A-Z]\w+)(?: [A-Z]\w+)? )?(?:said|says|told|asked|replied|added|wrote)\b")
_SMALL = frozenset("a an the of in on at for to and or but with from by as is my our your i ii".split())


def _titles(text: str) -> Iterator[Span]:
    """Titles of films, songs and books in quotation marks: "The Salt Road", "Hamlet"."""
    for found in _QUOTED.finditer(text):
        words = found["title"].split()
        before = text[max(0, found.start() - 30) : found.start()]
        within_name = re.search(r"[A-Z][\w.]{0,28} $", before) and re.match(
            r" [A-Z]", text[found.end() : found.end() + 2]
        )
        if len(words) > 7 or within_name or _NAMED.search(before) or _SAID.match(text[found.end() : found.end() + 40]):
            continue
        if all(w[:1].isupper() or w[:1].isdigit() or w.casefold() in _SMALL for w in words):
            yield found.span("title")


def agencies(text: str) -> set[str]:
    """Folded names of the agencies of datelines, "OSLO (NTW) -": a text from one does not speak of it."""
    return {fold(m["agency"]) for m in _DATELINE.finditer(text)}


def _within(line: str, number: int) -> Iterator[Span]:
    words = re.findall(r"[^\W_][\w'’.-]*", line)
    ends = line.rstrip()[-1:] in ".!?"
    title = re.search(r"[.!?][\"”’)]?$", line.rstrip()) is None
    if _byline(line, words) or (title and number < 2 and _paper(line, words)):
        yield 0, len(line)
        return
    if len(words) <= _LONGEST_LABELLED and _LABELLED.match(line) and any(w[:1].isupper() for w in words[1:]):
        yield 0, len(line)
        return
    if title and len(words) <= LONGEST_LINE and _FILED.match(line):
        yield 0, len(line)
        return
    if title and len(words) <= LONGEST_LINE and re.search(r"\S [|·] \S", line):
        yield 0, len(line)
        return
    parts = line.split(" | ")
    if len(parts) >= _MENU and not line.lstrip().startswith("|") and not re.search(r"\d", "".join(parts[1:-1])):
        yield 0, len(line)  # "Advertising | Donate | Contact | Mobile version": where a page leads to
        return
    if _SIGNED.match(line.strip()) or _TAGLINE.search(line):
        yield 0, len(line)
        return
    for credit in _CREDIT.finditer(line):
        stop = re.compile(r"(?<![A-Z])[.;)](?:\s|$)|$").search(line, credit.end())
        yield credit.start(), stop.start() if stop else len(line)
    if number == 0 and (work := _REFERENCE_WORK.match(line)):
        yield 0, work.end() if ends else len(line)


def _byline(line: str, words: list[str]) -> bool:
    begins = _BYLINE.match(line.lstrip(" *_—–-("))
    if not begins or not 2 <= len(words) <= LONGEST_LINE:
        return False
    rest = words[len(begins[0].split()) :]
    return _plain(rest)


def _paper(line: str, words: list[str]) -> bool:
    """Whether one of the first lines is the title of the paper, with a desk or a day beside it."""
    dated = re.search(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d", line)
    if not 1 < len(words) <= 14 or (re.search(r"\d \d|\d-\d", line) and not dated):
        return False
    return any(w.casefold().strip(".,") in _PAPERS for w in words) and not re.search(
        r"\b(?:is|was|are|were|has|have|had|will|said|says|to|after|over|as|against)\b", line
    )


def own_name(names: list[str], publisher: str | None, wires: set[str]) -> set[str]:
    """Folded names by which a text calls its publisher or agency, unless it speaks of it."""
    own = set(wires)
    if publisher:
        full = fold(publisher)
        initials = "".join(w[0] for w in full.split() if w not in ("the", "of", "and"))
        own |= {full, *({initials} if len(initials) > 2 else ())}
    said = [n for n in names if fold(n) in own]
    return own if len(said) < SPOKEN_OF else set()
