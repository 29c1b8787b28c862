"""Headlines: which first line is one, and one made from the lead where there is none."""

from __future__ import annotations

import re

LIMIT = 90  # characters of a made title
_HEADLINE_LIMIT, _HEADLINE_WORDS = 170, 26
_SENTENCE_END = re.compile(r"[.!…;:,][”\"’')\]]*$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|[A-Z]\.[A-Z]|Inc|Co|Corp|Ltd|Jr|Sr|No|St|Dr|a\.m|p\.m)\.$")


def is_headline(line: str, following: str) -> bool:
    """Whether a first line is the title of what follows: short, no finished sentence, and prose comes after it."""
    words = line.split()
    if not 2 <= len(words) <= _HEADLINE_WORDS or len(line) > _HEADLINE_LIMIT or not following:
        return False
    if _SENTENCE_END.search(line) and not _ABBREVIATION.search(line):
        return False
    start = line.lstrip("“\"‘'([#@$€£¥*¿¡")
    if not start or start[0].islower() and not re.match(r"[a-z][A-Z]", start):
        return False
    return len(following) > 40 or len(following) >= len(line)


_FIRST_SENTENCE = re.compile(
    r"(?:(?:\b(?:[A-Z]\.){2,}|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Brig|Sgt|Capt|Cpl|Adm|Gov|Sen|Rep|Rev|Prof|Hon|Pres|Sec|No|vs|Jan|Feb|Mar"
    r"|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Jr|Sr|approx|ca|[A-Z])\.|\d\.\d|[^.!?]|[.!?](?![”\"’')\]]*(?:\s|$)))*)(?:[.!?][”\"’')\]]*(?=\s|$)|$)"
)
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]{0,200}[)\]]")
# An apposition: between commas a noun with its article or a relative clause, then the verb goes on.
_APPOSITION = re.compile(
    r",\s(?:(?:the|a|an|who|whose|which|where|whom|its|his|her|their|also|now|one of|aged|\d\d)\b|[a-z]+(?:ed|ing)\b)[^,;:“”\"]{2,160},(?=\s(?!and\b|or\b|but\b)[a-z])"
)
_DAY_WORD = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight)"
_OPENING = re.compile(
    rf"\A(?:On|In|At|After|Since|Early|Late|Last|This|Earlier|Later|By|During|Before|Following|Amid|Meanwhile|However|Moreover|Indeed|Also)\b[^,;:“”\"]{{0,60}},\s(?=\S)|\A{_DAY_WORD},\s", re.I
)
# Who vouches for it must stay with it: a title says no more than the lead.
_SAYS = r"(?:said|says|say|told|reported|reports|announced|claimed|claims|alleged|according to|officials? (?:said|say)|sources?|confirmed|stated|warned|warns|wrote|added)"
_ATTRIBUTION = re.compile(rf",\s(?P<who>(?:according to\s[^,;]{{2,60}}|[^,;“”\"]{{2,60}}\s{_SAYS}(?:\s(?:on\s)?{_DAY_WORD})?))(?:[^,;“”\"]{{0,120}})?$", re.I)
_HEDGE = re.compile(r"\b(?:if|unless|except|without|until|pending|reportedly|allegedly|not|never|hardly|only|nor|subject to|provided|whether)\b", re.I)
# Where a sentence can end early without becoming another: clauses first, then phrases. What limits the claim is no
# such place.
_CLAUSES = re.compile(
    rf"(?:;\s|\s[–—-]+\s|,\s(?=(?:marking|while|as|after|which|who|where|with|amid|following|including|in a|the latest|making|bringing|according|a day|a move|part of|and|but|its|despite|saying|adding|leaving|ending|becoming|raising|causing|killing|forcing|prompting|when|because|since|even|days|hours|weeks|months|just)\b)"
    rf"|\s(?=(?:after|as|while|when|where|amid|following|because|before|since|ahead of|despite|which|who|according to)\s)|\s(?={_SAYS}\b))"
)
_PHRASES = re.compile(r",\s|\s(?=(?:in|on|at|for|from|with|by|during|over|into|under|through|between|against|near|about|via|along|across|and|to|of|as|that)\s)")
_DANGLING = frozenset(
    """a an the of to in on at for from with by and or but nor as that which who whose whom where when while after before
    because since if than then into onto over under between among about against during through its his her their our
    your my this these those is are was were be been being has have had do does did will would can could shall should
    may might must not no very more most some any each every both either also only just such so per via amid near
    including following according due ahead despite within without upon across along around behind toward towards
    mr mrs ms dr gen lt col maj""".split()
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said|says|told|\w{2,}(?:ed|es|ies|ts|ns|ls|rs|ds|ks|ps|gs|ys)"
    r"|began|begun|came|went|took|made|met|won|lost|fell|rose|held|left|led|saw|gave|got|put|set|cut|hit|shot|sent|built|bought|sold|told|found|kept|broke|chose|drew|flew|grew|threw|struck|fought|sought|taught|brought|caught|became|ran|spoke|stood|swept|shut|spread|vote|plan|die)\b"
)


def from_lead(text: str) -> str:
    """A title of at most 90 characters in the lead's own words: its first sentence, or the first part of it that can
    stand alone. It never says more: what hedges or vouches for the statement stays, what is cut is detail."""
    paragraph = next((p for p in text.split("\n") if len(p.split()) > 3), text.split("\n", 1)[0])
    sentence = _first_sentence(" ".join(paragraph[:1500].split()))
    whole = _bare(sentence)
    if len(whole) <= LIMIT:
        return _cased(whole)
    shorter = whole
    for simplify in (lambda s: _BRACKETED.sub("", s), lambda s: _APPOSITION.sub("", s), lambda s: _OPENING.sub("", s, count=1)):
        shorter = _bare(simplify(shorter))
        if len(shorter) <= LIMIT:
            return _cased(shorter)
    return _cased(_cut(shorter))


def _first_sentence(text: str) -> str:
    found = _FIRST_SENTENCE.match(text)
    sentence = found[0] if found and found[0].strip() else text
    return sentence if len(sentence.split()) > 3 or sentence == text else text[:300]


def _cut(sentence: str) -> str:
    """The sentence up to the last place within the limit at which it can end."""
    vouched = _ATTRIBUTION.search(sentence)
    tail = ""
    if vouched and len(vouched["who"]) <= 45:
        tail = ", " + vouched["who"]
        sentence = sentence[: vouched.start()]
    room = LIMIT - len(tail)
    if len(sentence) <= room:
        return sentence + tail
    for places in (_CLAUSES, _PHRASES):
        ends = [m.start() for m in places.finditer(sentence[: room + 12]) if m.start() <= room]
        for end in reversed(ends):
            head = _bare(sentence[:end])
            enough = len(head.split()) >= 5 and len(head) >= 0.35 * room
            if enough and _VERB.search(head.split(" ", 1)[1]) and not _changes(sentence, end) and _closed(head):
                return head + tail
    words = sentence[:room].rsplit(" ", 1)[0].split()
    while len(words) > 3 and words[-1].strip(",;:").lower() in _DANGLING:
        words.pop()
    return _bare(" ".join(words)) + tail


def _changes(sentence: str, end: int) -> bool:
    """Whether the words right behind a cut would have limited what stands before it."""
    return _HEDGE.match(sentence[end:].lstrip(" ,;–—-")) is not None


def _closed(head: str) -> bool:
    """No open quotation or bracket, and no word at the end that waits for another."""
    if head.count("“") != head.count("”") or head.count('"') % 2 or head.count("(") != head.count(")"):
        return False
    return head.split()[-1].strip(",;:").lower() not in _DANGLING


def _bare(text: str) -> str:
    text = text.strip(" ,;:–—-")
    if text.endswith(".") and not text.endswith("..") and not _ABBREVIATION.search(text):
        text = text[:-1]
    pairs = (("“", "”"), ('"', '"'))
    for left, right in pairs:
        if text.startswith(left) and text.endswith(right) and text.count(left) <= (1 if left != right else 2):
            text = text[1:-1].rstrip(" ,.")
    return text


def _cased(text: str) -> str:
    """In sentence case: the first letter large."""
    for number, letter in enumerate(text):
        if letter.isalpha():
            return text[:number] + letter.upper() + text[number + 1 :] if not re.match(r"[a-z][A-Z]", text[number:]) else text
    return text
