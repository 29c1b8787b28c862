"""Boxes of a page that are known by what they hold: a field, a button or a label that no article has.

A box that asks the reader to subscribe, to give, to buy or to consent; one that says itself that it was paid for; what
readers have written below, each with a control to answer it. Such boxes are found on any site, whatever its names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from generator.ingest import toplines
from generator.ingest.html_blocks import NEVER, name_of
from generator.names import fold

_FIELD_TEXT = 300  # characters: a box with a field to write into and no more text than this asks for something
_FEW = 80  # elements
_SHARE = 0.2  # of a page's text: a box with more is no part beside it
_CONSENT_TEXT = 2500  # characters: what a page says before it lets its readers in
_PLAYER_TEXT = 40  # characters: how long a recording is, and what it is called
_LONGEST_LABEL = 40
_ASKED = re.compile(
    r"(?:subscribe|sign[ -]?up|register|join|donate|give|support|contribute|buy|shop|order|try|upgrade|become)\b"
    r"(?: (?:us|now|today|here|free|monthly|once|it|for free|our work|in|to [\w ]{2,20}|a (?:member|supporter|patron)"
    r"|from [$£€]\d+))*[\s!.»›→>]*"
    r"|(?:yes,? )?sign me up!?|learn more[\s»›→>]*|(?:get|start) (?:started|your free trial|the app)[\s»›→>]*"
    r"|(?:jetzt )?(?:spenden|abonnieren|anmelden)|faire un don|s['’]abonner|donar|suscr[ií]bete",
    re.I,
)
_CONSENTED = re.compile(
    r"(?:i |do not |don['’]t |yes,? i )?(?:consent|agree|accept)"
    r"(?: (?:all|and (?:close|continue)|cookies|all cookies))?"
    r"|(?:reject|decline|refuse)(?: (?:all|cookies|all cookies))?|(?:manage|more) (?:options|preferences|choices)"
    r"|(?:alle )?(?:akzeptieren|ablehnen|zustimmen)|tout (?:accepter|refuser)|aceptar(?: todo)?",
    re.I,
)
_PAID = re.compile(
    r"\W*(?:sponsored|advertise?ment|paid (?:content|post|for by .{2,30})|promoted|partner content|anzeige|publicité"
    r"|publicidad|ad)\W*",
    re.I,
)
_PLAYED = re.compile(r"(?:play|pause|watch|listen)(?: (?:video|audio|clip|now|the .{2,20}))?", re.I)
_ANSWERED = re.compile(
    r"(?:reply|quote|antworten|zitieren|répondre|citer|responder|citar|rispondi|svara|svar|antwoorden)"
    r"(?: to .{2,30})?",
    re.I,
)
_FEW_ANSWERS = 2  # units with a control to answer them: fewer is no discussion
_UNIT_TEXT = 60  # characters: less is only the unit's row of controls
_ABOVE = 200  # characters of text above a discussion: what is discussed


def found(body: Any, title: str = "") -> set[Any]:
    """The boxes of a page's body that ask, sell, play or discuss, and do not hold its headline. `title` is folded."""
    size, count = sizes(body)
    small = few(count)
    boxes = _asking(body, size, small) | _with_button(body, size, small) | _paid_for(body, size, small)
    boxes |= _answers(body, size)
    return boxes - headed(body, title)


def headed(body: Any, title: str) -> set[Any]:
    """The elements that are or hold the headline. `title` is folded."""
    headlines = [h for h in body.iter("h1", "h2", "h3") if title and fold("".join(h.itertext())) == title]
    return {a for h in headlines for a in (h, *h.iterancestors())}


def few(count: dict[Any, int]) -> set[Any]:
    """The elements that hold only few others: no larger one is a small box, however little text it holds."""
    return {element for element, number in count.items() if number <= _FEW}


def sizes(body: Any) -> tuple[dict[Any, int], dict[Any, int]]:
    """How many characters of text every element holds, and how many elements."""
    text: dict[Any, int] = {}
    count: dict[Any, int] = {}
    for element in reversed(list(body.iter())):
        own = 0 if name_of(element) in NEVER or not name_of(element) else len((element.text or "").strip())
        text[element] = text.get(element, 0) + own
        count[element] = count.get(element, 0) + 1
        above = element.getparent()
        if above is not None and element is not body:
            count[above] = count.get(above, 0) + count[element]
            text[above] = text.get(above, 0) + text[element] + len((element.tail or "").strip())
    return text, count


def _grown(element: Any, body: Any, size: dict[Any, int], small: set[Any], limit: float) -> Any:
    """The largest box around an element with no more text than `limit`, and no headline."""
    box = element
    for above in element.iterancestors():
        if above is body or above not in small or size[above] > limit or above.find(".//h1") is not None:
            break
        box = above
    return box


def _asking(body: Any, size: dict[Any, int], small: set[Any]) -> set[Any]:
    """Small boxes with a field to write into."""
    boxes: set[Any] = set()
    for element in body.iter("input", "textarea"):
        if (element.get("type") or "text").lower() not in ("text", "email", "search", "tel", "password"):
            continue
        box = _grown(element, body, size, small, min(_FIELD_TEXT, _SHARE * size[body]))
        if box is not element:
            boxes.add(box)
    return boxes


def _label(element: Any) -> str:
    """What a control is called; nothing where it holds more than a label."""
    text = ""
    for piece in element.itertext():
        text += piece
        if len(text) > 4 * _LONGEST_LABEL:
            return ""
    text = " ".join(text.split()) or " ".join((element.get("aria-label") or element.get("title") or "").split())
    return text if len(text) <= _LONGEST_LABEL else ""


def _controls(body: Any) -> Iterable[tuple[Any, str]]:
    """The buttons of a page, and the links that stand alone in their place, each with its label."""
    for element in body.iter("button", "a"):
        if (label := _label(element)) and (name_of(element) == "button" or _stands_alone(element)):
            yield element, label


def _stands_alone(link: Any) -> bool:
    """Whether no text is set beside a link, as it is in a sentence."""
    above, before = link.getparent(), link.getprevious()
    beside = (above.text if before is None else before.tail) if above is not None else None
    return not (beside or "").strip() and not (link.tail or "").strip()


def _with_button(body: Any, size: dict[Any, int], small: set[Any]) -> set[Any]:
    """Small boxes with a button that asks for something, that lets the reader in, or that plays a recording."""
    boxes: set[Any] = set()
    few = _SHARE * size[body]
    for element, label in _controls(body):
        is_button = name_of(element) == "button"
        if _ASKED.fullmatch(label):
            boxes.add(_asking_box(element, body, size, small, min(float(_FIELD_TEXT), few)))
        elif is_button and _CONSENTED.fullmatch(label):
            boxes.add(_consent_box(element, body, size, small))
        elif is_button and _PLAYED.fullmatch(label):
            boxes.add(_grown(element, body, size, small, _PLAYER_TEXT))
    return boxes


def _asking_box(control: Any, body: Any, size: dict[Any, int], small: set[Any], limit: float) -> Any:
    """The box of a control that asks for something; the control alone where the box is more than what asks.

    Paragraphs side by side are a short article, boxes of one make are the entries of a list, each with its shop.
    """
    box = _grown(control, body, size, small, limit)
    if box is control:
        return box
    beside = (*islice(box.itersiblings(), _NEAR), *islice(box.itersiblings(preceding=True), _NEAR))
    alike = sum(1 for other in beside if name_of(other) == name_of(box) and _kind(other) == _kind(box))
    if _paragraphs(box) < 2 and alike + 1 < _ENTRIES and not _tells(box):
        return box
    return control


_NEAR = 8  # elements
_ENTRIES = 3  # boxes of one make side by side: fewer are no list


def _paragraphs(box: Any) -> int:
    """How many paragraphs of more than a few words a box holds."""
    return sum(1 for p in box.iter("p") if len("".join(p.itertext()).split()) > 5)


def _tells(box: Any) -> bool:
    """Whether a box holds a by-line or a day as well."""
    pieces = (" ".join(text.split()) for text in box.itertext())
    return any(6 < len(text) <= 120 and toplines.tells(text) for text in pieces)


_PRIVATE = re.compile(r"\b(?:cookies?|consent|privacy|personal data|your data|daten|datos|données|partners)\b", re.I)
_BESIDE = 60  # characters


def _consent_box(control: Any, body: Any, size: dict[Any, int], small: set[Any]) -> Any:
    """The box that asks for consent: with all about it that speaks of data, and no paragraph that does not."""
    box, speaks = control, False
    for above in control.iterancestors():
        if above is body or above not in small or size[above] > _CONSENT_TEXT or above.find(".//h1") is not None:
            break
        added = " ".join("".join(child.itertext()) for child in above if child is not box) + (above.text or "")
        more = _PRIVATE.search(added) is not None
        if len(added.strip()) > _BESIDE and not more:
            break
        box, speaks = above, speaks or more
    return box if speaks else control


def _paid_for(body: Any, size: dict[Any, int], small: set[Any]) -> set[Any]:
    """Small boxes under a label that says that somebody paid for them; the label alone where the article goes on."""
    boxes: set[Any] = set()
    few = min(2.0 * _FIELD_TEXT, 2 * _SHARE * size[body])  # the label leaves no doubt
    for label in body.iter("span", "div", "p", "small", "strong", "h4", "h5", "h6"):
        own = size.get(label, 0)
        if not (0 < own <= 30 and len(label) < 3 and _PAID.fullmatch("".join(label.itertext()).strip())):
            continue
        box = label
        for above in label.iterancestors():
            if above is body or above not in small or size[above] > few or above.find(".//h1") is not None:
                break
            beside = any(name_of(child) == "p" and child is not box for child in above)
            if size[above] > own and (_paragraphs(above) > 1 or (beside and name_of(box) == "div")):
                break  # an empty place for an advertisement, between the article's paragraphs
            box = above
            if size[above] > own:
                break
        if _PAID.fullmatch(_first_text(box) or ""):
            boxes.add(box)
    return boxes


def _first_text(box: Any) -> str | None:
    return next((t for t in (piece.strip() for piece in box.itertext()) if t), None)


def _answers(body: Any, size: dict[Any, int]) -> set[Any]:
    """What readers have written: units of one make side by side, each with a control to answer it.

    Where the article itself is the first of them, as in forums, it stays.
    """
    groups: dict[Any, dict[Any, None]] = {}
    for element, label in _controls(body):
        if not _ANSWERED.fullmatch(label):
            continue
        unit = element
        for above in element.iterancestors():
            if above is body:
                break
            unit = above
            if size[above] >= _UNIT_TEXT and _has_like(above):
                break
        if unit is not element and unit.getparent() is not None:
            groups.setdefault(unit.getparent(), {})[unit] = None
    boxes: set[Any] = set()
    discussions = [[*units] for units in groups.values() if len(units) >= _FEW_ANSWERS]
    above_first = _text_above(body, {units[0] for units in discussions})
    for units in discussions:
        boxes |= {*units} if above_first[units[0]] >= _ABOVE else {*units[1:]}
    return {b for b in boxes if b.find(".//h1") is None}


def _has_like(unit: Any) -> bool:
    """Whether an element of the same name and first class stands beside a unit."""
    for other in (unit.getnext(), unit.getprevious()):
        if other is not None and name_of(other) == name_of(unit) and _kind(other) == _kind(unit):
            return True
    return False


def _kind(element: Any) -> str:
    return ((element.get("class") or "").split() or [""])[0]


_PARAGRAPHS = ("p", "div", "td", "blockquote", "li", "section", "article", "font", "span")


def _text_above(body: Any, units: set[Any]) -> dict[Any, int]:
    """How many characters of running text the page has above each unit."""
    total, found = 0, {}
    for element in body.iter():
        if element in units:
            found[element] = total
        if name_of(element) in NEVER or not name_of(element):
            continue
        for text in (element.text if name_of(element) in _PARAGRAPHS else None, element.tail):
            if text and len(text := text.strip()) >= 60 and text[-1] in '.!?…”"’':
                total += len(text)
    return found
