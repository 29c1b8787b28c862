"""Headlines: which first line is one, and one made from the lead where there is none."""

from __future__ import annotations

import re

LIMIT = 90  # characters of a made title
_TAIL = 34  # characters of ", officials said" behind it
_HEADLINE_LIMIT, _HEADLINE_WORDS = 170, 26
_SENTENCE_END = re.compile(r"[.!…;:,][”\"’')\]]*$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|[A-Z]\.[A-Z]|Inc|Co|Corp|Ltd|Jr|Sr|No|St|Dr|a\.m|p\.m)\.$")


def is_headline(line: str, following: str) -> bool:
    """Whether a first line is the title of what follows: short, no finished sentence, and prose comes after it."""
    words = line.split()
    if not 2 <= len(words) <= _HEADLINE_WORDS or len(line) > _HEADLINE_LIMIT or not following:
        return False
    # Wires end their headlines in capitals with a full stop.
    shouted = len(words) > 2 and line.isupper() and not following.isupper()
    if _SENTENCE_END.search(line) and not (shouted or _ABBREVIATION.search(line)):
        return False
    start = line.lstrip("“\"‘'([#@$€£¥*¿¡")
    if not start or (start[0].islower() and not re.match(r"[a-z][A-Z]", start)):
        return False
    return len(following) > 40 or len(following) >= len(line)


_FIRST_SENTENCE = re.compile(
    r"(?:(?:\b(?:[A-Z]\.){2,}|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Brig|Sgt|Capt|Cpl|Adm|Gov|Sen|Rep|Rev|Prof|Hon"
    r"|Pres|Sec|No|vs|Jan|Feb|Mar"
    r"|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Jr|Sr|approx|ca|[A-Z])\.|\d\.\d|[^.!?]|[.!?](?![”\"’')\]]*(?:\s"
    r"|$)))*)(?:[.!?][”\"’')\]]*(?=\s|$)|$)"
)
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]{0,200}[)\]]")
# An apposition: between commas a noun with its article or a relative clause, then the verb goes on.
_APPOSITION = re.compile(
    r",\s(?:(?:the|a|an|who|whose|which|where|its|his|her|their|also|now|one of|aged|formerly|once|\d\d)\b|[a-z]+"
    r"(?:ed|ing)\b)"
    r"[^,;:“”\"]{2,160},(?=\s(?!and\b|or\b|but\b)[a-z])|\s[–—-]\s[^,;:“”\"–—]{2,120}\s[–—-](?=\s[a-z])"
)
_DAY_WORD = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight)"
_OPENING = re.compile(
    rf"\A(?:On|In|At|After|Since|Early|Late|Last|This|Earlier|Later|By|During|Before|Following|Amid|Meanwhile"
    rf"|However|Moreover|Indeed|Also)\b[^,;:“”\"]{{0,60}},\s(?=\S)|\A{_DAY_WORD},\s",
    re.I,
)
# Who vouches for it must stay with it: a title says no more than the lead.
_SAYS = (
    r"(?:said|says|say|told|reported|reports|announced|claimed|claims|alleged|confirmed|stated|warned|warns"
    r"|wrote|added|found|believes?)"
)
_ATTRIBUTION = re.compile(
    rf",\s(?P<who>according to\s[^,;]{{2,60}}|(?!and\b|but\b|who\b|which\b|while\b|as\b|after\b|that\b|he\b|she\b"
    rf"|it\b|they\b)[^,;“”\"]{{2,60}}\s{_SAYS}\b)(?:[^,;“”\"]{{0,120}})?(?:,\s(?:and|but|as|while|after|adding"
    rf"|saying|citing)\b.*)?$",
    re.I,
)
_VOUCHED = " – report"  # as headlines say that somebody vouches for it
_QUOTATION = re.compile(r"[“\"][^“”\"]{20,}[”\"]")
_HEDGE = re.compile(
    r"\b(?:if|unless|except|without|until|pending|reportedly|allegedly|not|never|hardly|only|nor|subject to"
    r"|provided|whether)\b",
    re.I,
)
# Where a sentence can end early without becoming another: clauses first, then phrases. What limits the claim is no
# such place.
_CLAUSES = re.compile(
    rf"(?:;\s|\s[–—-]+\s|,\s(?=(?:marking|while|as|after|which|who|where|with|amid|following|including|in a"
    rf"|the latest|making|bringing|according|a day|a move|part of|and|but|its|despite|saying|adding|leaving|ending"
    rf"|becoming|raising|causing|killing|forcing|prompting|when|because|since|even|days|hours|weeks|months|just)\b)"
    rf"|\s(?=(?:after|as|while|when|where|amid|following|because|before|since|ahead of|despite|which|who"
    rf"|according to)\s)|\s(?={_SAYS}\b))"
)
_PHRASES = re.compile(
    r",\s|\s(?=(?:in|on|at|for|from|with|by|during|over|into|under|through|between|against|near|about|via|along"
    r"|across|and|as|that"
    r"|early|late)\s)|\s(?=to\s(?:the|an?|its|his|her|their|[A-Z]\w*)\b)"
)
_DANGLING = frozenset(
    """a an the of to in on at for from with by and or but nor as that which who whose whom where when while after
    before because since if than then into onto over under between among about against during through its his her their
    our your my this these those is are was were be been being has have had do does did will would can could shall
    should may might must not no very more most some any each every both either also only just such so per via amid near
    including following according due ahead despite within without upon across along around behind toward towards
    mr mrs ms dr gen lt col maj unless except until
    whether early late next last past some another other""".split()
)
# Verbs by their form: auxiliaries, regular and common irregular past forms; of the present only such as are hardly ever
# nouns, since "the boards of …" is no statement.
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|says?|"
    r"(?-i:[a-z]{2,}[^e\W]ed)"
    r"|agreed|freed|begins?|began|begun|comes?|came|goes|went|takes?|took|makes?|made|meets?|met|wins?|won|loses?"
    r"|lost|falls?|fell"
    r"|rises|rose|holds?|held|leaves|left|leads|led|sees?|saw|gives?|gave|gets?|got|sets?|cuts?|hits?|shot|sent"
    r"|sends|builds?"
    r"|built|buys?|bought|sells?|sold|tells?|told|finds?|found|keeps?|kept|breaks?|broke|chooses?|chose|draws?|drew"
    r"|flew|grows?|grew"
    r"|throws?|threw|struck|strikes|fought|sought|seeks?|taught|brings?|brought|caught|becomes?|became|ran|runs"
    r"|spoke|speaks?|stood"
    r"|stands|swept|shut|spread|arrives?|announces|wants?|needs|faces|remains?|continues?|expects?|decides?|denies"
    r"|rejects?|accuses"
    r"|warns|urges|vows|agrees|approves|expands?|opens|closes|returns|lies|lives|believes?|knows?|says|thinks?"
    r"|appears?|seems?)\b"
)


def from_lead(text: str) -> str:
    """A title of at most 90 characters in the lead's own words.

    Its first sentence, or the first part of it that can stand alone. It never says more: what hedges or vouches for
    the statement stays, and what is cut is detail.
    """
    paragraph = next((p for p in text.split("\n") if len(p.split()) > 3), text.split("\n", 1)[0])
    title = _bare(_first_sentence(" ".join(paragraph[:1500].split())))
    for simpler in (_BRACKETED, _OPENING, _APPOSITION):
        if len(title) <= LIMIT:
            break
        title = _bare(_without(simpler, title))
    return _cased(title if len(title) <= LIMIT else _cut(title)) or paragraph[:LIMIT].strip()


def _without(detail: re.Pattern[str], sentence: str) -> str:
    """The sentence without a detail; an apposition is one only before the verb."""
    for found in detail.finditer(sentence):
        if detail is _APPOSITION and _VERB.search(sentence[: found.start()]):
            break
        return sentence[: found.start()] + ("" if found.start() == 0 else " ") + sentence[found.end() :].lstrip()
    return sentence


def _first_sentence(text: str) -> str:
    found = _FIRST_SENTENCE.match(text)
    sentence = found[0] if found and found[0].strip() else text
    return sentence if len(sentence.split()) > 3 or sentence == text else text[:300]


def _cut(sentence: str) -> str:
    """The sentence up to the last place within the limit at which it can end; with dots where there is none."""
    if (said := _QUOTATION.match(sentence)) and len(said[0]) <= LIMIT:
        return said[0].replace(",", "") if said[0][-2] == "," else said[0]
    tails = [""]
    if vouched := _ATTRIBUTION.search(sentence):
        sentence = sentence[: vouched.start()]
        tails = [", " + vouched["who"], _VOUCHED] if len(vouched["who"]) <= _TAIL else [_VOUCHED]
    for tail in tails:
        if head := _head(sentence, LIMIT - len(tail)):
            return head + tail
    words = sentence[: LIMIT - len(tails[-1]) - 1].rsplit(" ", 1)[0].split()
    while len(words) > 3 and words[-1].strip(",;:").lower() in _DANGLING:
        words.pop()
    return _bare(" ".join(words)) + "…" + tails[-1]


def _head(sentence: str, room: int) -> str | None:
    """The longest beginning of a sentence that can stand alone: a clause, or cut before a phrase."""
    if len(sentence) <= room:
        return sentence
    for places, least in ((_CLAUSES, 0.6), (_PHRASES, 0.4), (_CLAUSES, 0.35), (_PHRASES, 0.5)):
        # At last also a beginning without a known verb, where the sentence has none that is.
        first = least != 0.5 or _VERB.search(sentence.partition(" ")[2]) is not None
        for end in reversed([m.start() for m in places.finditer(sentence[: room + 12]) if m.start() <= room]):
            head = _bare(sentence[:end])
            if (
                len(head) >= least * room
                and _stands_alone(head, places is _PHRASES, first)
                and not _HEDGE.match(sentence[end:].lstrip(" ,;–—-"))
            ):
                return head
    return None


def _stands_alone(head: str, phrase: bool, verb: bool) -> bool:
    """Whether the beginning of a sentence can be one: it has a verb, and no word waits for another."""
    words = head.split()
    if len(words) < 5 or words[-1].strip(",;:").lower() in _DANGLING:
        return False
    if verb and not _VERB.search(head.split(" ", 1)[1]):
        return False
    if phrase and _VERB.fullmatch(words[-1]) and words[-1].endswith("ed"):
        return False  # "called on", "agreed to": the word behind belongs to the verb
    if head.count("“") != head.count("”") or head.count('"') % 2 or head.count("(") != head.count(")"):
        return False
    # "…, and said" is a second statement that has only begun; "said the plan", "found that kea" are just as short.
    if re.search(r"\b(?:and|or|but)\s\S+$", head) or re.search(rf"\b{_SAYS}$", head):
        return False
    reported = next(iter(reversed([*re.finditer(rf"\b(?:{_SAYS}|that)\b", head)])), None)
    if (
        reported
        and not re.match(r"[,”\"]", head[: reported.start()][-2:].strip()[-1:])
        and not _VERB.search(head[reported.end() :])
    ):
        return False
    # Of words in quotation marks the title must say whose they are.
    return not re.search(r"[”\"]", head) or re.search(rf"\b{_SAYS}\b", head) is not None


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
            return (
                text[:number] + letter.upper() + text[number + 1 :]
                if not re.match(r"[a-z][A-Z]", text[number:])
                else text
            )
    return text
