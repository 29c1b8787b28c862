"""What stands inside a block of Markdown, as the text a reader sees: for `markup` and `prose`.

One pass over the block: everything that begins or ends inline markup is a token, and the text between tokens is
copied. Time is linear in the length of the block, whatever stands in it: no pattern can look at a character more
than a fixed number of times (possessive repeats, disjoint classes), and brackets and emphasis are paired on stacks.
"""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Set

_SPECIAL = re.compile(r"[\\`*_\[\]<&{\u00a0]|!\[|[ \t]{2}|[ \t]\n|\n[ \t]|\s\Z|\A\s")
_TOKEN = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()>#+\-.!|])"
    r"|(?P<code>`+)"
    r"|(?P<delimiter>\*+|_+)"
    r"|(?P<image>!\[)"
    r"|(?P<footnote>\[\^[^\]\[\s]{1,60}+\])"
    r"|(?P<open>\[)"
    r"|(?P<close>\])"
    r"|<(?P<address>(?:https?|ftp|mailto):[^<>\s]++|[^\s<>@/!?]{1,64}+@[^\s<>@]++)>"
    r"|(?P<comment><!--)"
    r"|<(?P<tag>/?[A-Za-z][^<>@ \n/]*+)(?:[ \n/][^<>]*+)?>"
    r"|(?P<entity>&(?:\#[0-9]{1,8}|\#[xX][0-9a-fA-F]{1,6}|[0-9a-zA-Z]{1,32});)"
)
# As `wikilinks` finds them; an embed is none of them.
_WIKILINK = re.compile(
    r"(?P<code>(?P<tick>`{1,3})(?!`)[^`\n]{1,500}(?P=tick))"
    r"|(?<!!)\[\[(?P<target>(?:[^\[\]|\n]|\n(?![ \t]*\n)){1,200})"
    r"(?:\|(?P<label>(?:[^\[\]\n]|\n(?![ \t]*\n)){1,300}))?\]\]"
)
_MARKUP = re.compile(r"([\\`*_{}\[\]!|])")
_TARGET = re.compile(  # (address "title") behind the text of a link
    r"""\([ \t]*+(?:<[^<>\n]*+>|[^\s()<>]*+(?:\([^\s()]*+\)[^\s()]*+){0,8}+)"""
    r"""(?:\s++(?:"[^"]*+"|'[^']*+'))?+[ \t]*+\)"""
    r"""|\([^()]*+(?:\([^()]*+\)[^()]*+){0,8}+\)"""  # Python-Markdown lets an address hold spaces
)
_LABEL = re.compile(r" ?\[([^\[\]]{0,200}+)\]")
# Attributes stand directly behind what they belong to, or at the end of a heading's line.
_ATTRIBUTES = re.compile(r"\{:?[ ]*[#.:\w][^{}\n]*+\}")
_BREAKING = {"br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "blockquote", "figcaption", "figure", "hr"}
_BREAKING |= {"h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "section", "article", "caption", "details", "summary"}
_WORD = re.compile(r"\w")
_BLANKS = re.compile(r"[ \t\u00a0]+")
_AROUND_BREAK = re.compile(r" ?\n[ \n]*")


def shown(text: str, defined: Set[str] = frozenset()) -> str:
    """The text of one block without inline markup. `defined` holds the folded labels of link definitions."""
    if not _SPECIAL.search(text):
        return text
    if "[[" in text:
        text = _WIKILINK.sub(_words, text)
    return tidy(_read(text, defined))


def _words(match: re.Match[str]) -> str:
    """The words that a wikilink shows: its label, else what it points to; code is left alone."""
    if match["code"]:
        return match[0]
    return _MARKUP.sub(r"\\\1", " ".join((match["label"] or match["target"]).split()))


def tidy(text: str) -> str:
    """Runs of blanks as one, none around line breaks, no empty lines."""
    return _AROUND_BREAK.sub("\n", _BLANKS.sub(" ", text)).strip()


def label(text: str) -> str:
    """A reference label as it is compared: case and white space folded."""
    return " ".join(text.split()).casefold()


class _Emphasis:
    """Pairs runs of asterisks or underscores as Python-Markdown does: like with like, the nearest first.

    At most one run of each length is open, so every step takes constant time.
    """

    def __init__(self, pieces: list[str]) -> None:
        self.pieces = pieces
        self.open: dict[str, list[tuple[int, int]]] = {"*": [], "_": []}  # (length, number of the piece)

    def meet(self, run: str, before: str, after: str) -> None:
        sign, length = run[0], len(run)
        self.pieces.append(run)
        here = len(self.pieces) - 1
        alone = (not before or before.isspace()) and (not after or after.isspace())
        if length > 3 or alone:
            return
        inside_word = sign == "_"
        opened = self.open[sign]
        if not (inside_word and _WORD.match(after)):
            while opened and length:
                same = next((n for n, (size, _) in enumerate(opened) if size == length), None)
                if same is None:
                    if opened[-1][0] < length:  # **strong *both***
                        size, piece = opened.pop()
                        length -= size
                        self.pieces[piece] = ""
                        continue
                    if opened[-1][0] == 3:  # ***both** emphasis*
                        size, piece = opened.pop()
                        opened.append((size - length, piece))
                        self.pieces[piece] = sign * (size - length)
                        length = 0
                    break
                self.pieces[opened[same][1]] = ""
                del opened[same:]
                length = 0
            self.pieces[here] = sign * length
        if length and not (inside_word and _WORD.match(before)):
            opened[:] = [(size, piece) for size, piece in opened if size != length]
            opened.append((length, here))


def _read(text: str, defined: Set[str]) -> str:
    pieces: list[str] = []
    emphasis = _Emphasis(pieces)
    # Number of the piece, offset behind the bracket, of an image. Deeper nesting than this is nobody's writing.
    brackets: deque[tuple[int, int, bool]] = deque(maxlen=32)
    closers: dict[int, list[int]] | None = None
    at, end = 0, len(text)
    while at < end:
        found = _TOKEN.search(text, at)
        if not found:
            pieces.append(text[at:])
            break
        if found.start() > at:
            pieces.append(text[at : found.start()])
        at, kind = found.end(), found.lastgroup
        if kind == "escaped":
            pieces.append(found["escaped"])
        elif kind == "entity":
            pieces.append(html.unescape(found["entity"]))
        elif kind == "delimiter":
            emphasis.meet(found[0], text[found.start() - 1 : found.start()], text[at : at + 1])
            at = _behind_attributes(text, at)
        elif kind == "code":
            if closers is None:
                closers = _backticks(text)
            close = _closing(closers, len(found[0]), at)
            if close is None:
                pieces.append(found[0])
            else:
                pieces.append(text[at:close].strip())
                at = _behind_attributes(text, close + len(found[0]))
        elif kind == "address":
            pieces.append(found["address"].removeprefix("mailto:"))
        elif kind == "tag":
            pieces.append("\n" if found["tag"].strip("/").lower() in _BREAKING else "")
        elif kind == "comment":
            close_at = text.find("-->", at)
            pieces.append("" if close_at >= 0 else text[found.start() :])
            at = close_at + 3 if close_at >= 0 else end
        elif kind in ("open", "image"):
            pieces.append(found[0])
            brackets.append((len(pieces) - 1, at, kind == "image"))
        elif kind == "close":
            at = _close(text, at, pieces, brackets, defined)
    return "".join(pieces)


def _close(text: str, at: int, pieces: list[str], brackets: deque[tuple[int, int, bool]], defined: Set[str]) -> int:
    """Meet a closing bracket: take a link's target off, and an image altogether. The offset to go on at."""
    if not brackets:
        pieces.append("]")
        return at
    piece, inside, image = brackets.pop()
    target = _TARGET.match(text, at)
    if not target and defined:
        target = _LABEL.match(text, at)
        if target and label(target[1] or text[inside : at - 1]) not in defined:
            target = None
        if not target and at - inside < 200 and label(text[inside : at - 1]) in defined:
            target = re.compile("").match(text, at)
    if not target:
        pieces.append("]")
        return at
    if image:
        pieces[piece:] = [""] * (len(pieces) - piece)
    pieces[piece] = ""
    return _behind_attributes(text, target.end())


def _behind_attributes(text: str, at: int) -> int:
    if text.startswith("{", at) and (attributes := _ATTRIBUTES.match(text, at)):
        return attributes.end()
    return at


def _backticks(text: str) -> dict[int, list[int]]:
    """Runs of backticks by length: their offsets, the last first."""
    runs: dict[int, list[int]] = {}
    for run in re.finditer("`+", text):
        runs.setdefault(len(run[0]), []).append(run.start())
    for offsets in runs.values():
        offsets.reverse()
    return runs


def _closing(runs: dict[int, list[int]], length: int, at: int) -> int | None:
    offsets = runs.get(length, [])
    while offsets and offsets[-1] < at:
        offsets.pop()
    return offsets[-1] if offsets else None
