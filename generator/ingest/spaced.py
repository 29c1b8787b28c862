"""Plain text whose signs stand apart from its words, as word-by-word copies of articles have it: closed up again.

Corpora, machine transcripts and some archives print "the firm 's chief , Ann Roe , said ( again ) : `` No . ''". Read
so, no dateline is one, and no quotation ends. Conventions: Penn Treebank tokenization (1993), and its bracket names.
"""

from __future__ import annotations

import re

_APART = re.compile(r"(?<=\S) [,.](?=\s|$)", re.M)
_CLOSE = re.compile(r"\S[,.](?=\s|$)", re.M)
_MANY = 4  # signs apart that are needed; beside them, one in five may be closed ("Mr.", "U.S.")
_SHARE = 0.8

_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_NAMED = re.compile("|".join(_BRACKETS))
_ENDS = re.compile(r"(?<=\S) (?=(?:[,.;:?!%)\]]|\.\.\.|'')(?:\s|$|[\"'”,.]))")
_CLITICS = re.compile(r"(?<=\w) (?=(?:['’](?:s|S|re|ve|ll|d|m)|n['’]t)(?!\w))")
_BEGINS = re.compile(r"(?<![\w])(?<=[(\[$£€“]) (?=\S)")
_DOUBLE = re.compile(r'(?<!\S)"(?!\S)')


def closed(text: str) -> str:
    """The text with its signs at their words, where nearly all commas and full stops stand apart; else as it is."""
    apart = len(_APART.findall(text))
    if apart < _MANY or apart < _SHARE * (apart + len(_CLOSE.findall(_APART.sub("", text)))):
        return text
    text = _NAMED.sub(lambda found: _BRACKETS[found[0]], text).replace("`` ", "“").replace(" ''", "”")
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    halves = _DOUBLE.split(line)
    if len(halves) % 2:  # marks in pairs: each second piece is what was said
        line = "".join(f'"{half.strip()}"' if n % 2 else half for n, half in enumerate(halves))
    line = _BEGINS.sub("", _CLITICS.sub("", line))
    return _ENDS.sub("", _ENDS.sub("", line)).replace(" ”", "”")
