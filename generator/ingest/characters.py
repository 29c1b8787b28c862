"""Characters that a reader does not see, or sees as another: out of the text before anything is read in it."""

from __future__ import annotations

import re

# Spaces of all widths are one space to a reader, and quotes are compared by words.
_SPACES = dict.fromkeys([0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x0009], " ")
# Soft hyphens, zero-width space, word joiner, byte order mark, interlinear marks, object replacement; bidirectional
# controls, which can make a text show other words than it holds (Trojan Source, CVE-2021-42574); language tags.
# The zero-width joiner and non-joiner stay: Persian and the scripts of India spell with them, emoji are made of them.
_GONE = dict.fromkeys(
    [0x00AD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2061, 0x2070),
     0xFEFF, *range(0xFFF9, 0xFFFD), *range(0xE0000, 0xE0080)],
)  # fmt: skip
_CONTROLS = {c: None for c in [*range(0x20), *range(0x7F, 0xA0)] if c not in (0x09, 0x0A)}
_LINES = {0x0085: "\n", 0x2028: "\n", 0x2029: "\n\n", 0x000B: "\n", 0x000C: "\n\n"}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_TABLE = {**_CONTROLS, **_GONE, **_SPACES, **_LINES}
_LAYOUT_TABLE = {c: to for c, to in _TABLE.items() if c != 0x09}
_BLANKS = re.compile(r" {2,}")
_BLANK_ENDS = re.compile(r"(?<! ) +$", re.M)
_LATIN_JOINERS = re.compile(r"(?<=[\x20-\u024f])[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]++(?=[\x20-\u024f])")


def clean(text: str, keep_layout: bool = False) -> str:
    """The text without invisible and control characters, with plain spaces and plain line breaks.

    `keep_layout` leaves runs of spaces and tabs alone, where they mean something (Markdown).
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.translate(_LAYOUT_TABLE if keep_layout else _TABLE)
    if not text.isascii():
        text = _LATIN_JOINERS.sub("", text)
        if any("\ud800" <= c <= "\udfff" for c in text):
            text = text.translate(_SURROGATES)
    return text if keep_layout else _BLANK_ENDS.sub("", _BLANKS.sub(" ", text))
