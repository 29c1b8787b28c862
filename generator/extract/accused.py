"""Whether a text says of somebody to be accused, arrested or tried: whose trial, then, "the trial" is."""

from __future__ import annotations

import re

_ACCUSED = (
    r"(?:charged|accused|found guilty|indicted|convicted|sentenced|arrested|acquitted|detained|jailed|on trial|pleaded"
    r"|prosecuted)"
)
_MATTER = r"(?:trial|conviction|case|indictment|arrest|sentencing|sentence|lawyers?|defence|defense|appeal)"
_OF_COURTS = re.compile(f"{_ACCUSED}|{_MATTER}")


def is_tried(text: str, surname: str) -> bool:
    """Whether a text says that somebody is accused: "charged Leo Mann with", "Mann, who was arrested", "his trial"."""
    # None of the ways leads over the end of a line, and most lines tell of no court: no pattern is made for them.
    text = "\n".join(line for line in text.split("\n") if surname in line and _OF_COURTS.search(line))
    name, words = re.escape(surname), r"(?:(?!said|told|by|after|when|who|and|as|that)[\w.'’-]+,? ){0,10}"
    ways = (
        rf"\b{name}\b(?:, \d+)?,?(?: who| also| now)?(?: \w+){{0,3}} {_ACCUSED}\b",
        rf"\b{name}, [^,.;:\n]{{1,90}}, (?:was|is|has been) {_ACCUSED}\b",
        rf"\b{_ACCUSED} {words}{name}\b",
        rf"\b{_MATTER} (?:of|against|for) {words}{name}\b",
        rf"\b{name}['’]s? {_MATTER}\b",
    )
    return bool(text) and any(re.search(way, text) for way in ways)


# Who in a court says what another denies; what the police or a witness tell is news.
_ACCUSER = re.compile(
    r"according to (?:the )?(?:state |public |federal )?(?:prosecut(?:ion|ors?)|indictments?|charge sheet|accusation"
    r"|law ?suit|writ|statement of claim|plaintiffs?|claimants?|accusers?)\b",
    re.I,
)


def alleged(sentence: str) -> bool:
    """Whether a sentence says what one side of a case says: "according to the indictment"."""
    return _ACCUSER.search(sentence) is not None
