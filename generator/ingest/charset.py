"""Bytes as text: which encoding a seed is in.

In the order of the evidence: a byte order mark; what an HTML page declares (WHATWG's prescan: the first 1,024 bytes,
here a little more, since saved pages put comments first); strict UTF-8, which other encodings hardly ever satisfy by
accident; the guess of charset-normalizer; and Windows-1252, in which every byte is something.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^<>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_PRESCAN = 4096
_SAMPLE = 65_536
# By WHATWG's Encoding Standard these labels mean Windows-1252: pages that declare them use its quotation marks.
_LATIN = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "cp819", "windows-1252", "cp1252"}

# What Python can read beside these is no encoding of pages, as "punycode" or "unicode_escape" (some take the square of
# a text's length), or is one of those that browsers refuse, as UTF-7, in which "+ADw-" is an angle bracket.
_ENCODINGS = re.compile(
    r"utf-?(?:8|16|32)(?:-[a-z]{2,3})?|ascii|iso8859-\d{1,2}|cp\d{3,4}|koi8-[rtu]|kz1048|mac-[a-z0-9]{2,12}|tis-620|ptcp154"
    r"|gb2312|gbk|gb18030|big5(?:hkscs)?|johab|euc_(?:kr|jp|jis\w{4,5})|iso2022_jp\w{0,5}|shift_jis\w{0,5}|hp-roman8"
)


def known(label: str) -> str | None:
    """Python's name of an encoding that a text of the web may be in; whatever else somebody declared has none."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return name if _ENCODINGS.fullmatch(name) else None


def has_mark(data: bytes) -> bool:
    """Whether the bytes begin with a byte order mark."""
    return any(data.startswith(mark) for mark, _ in _MARKS)


def decode(data: bytes, markup: bool = False) -> str:
    """The text of a file; `markup`: it may declare its encoding as HTML does. Never fails."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    declared = _declared(data) if markup else None
    for name in filter(None, (declared, "utf-8")):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(data)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_PRESCAN])
    if not found:
        return None
    name = found[1].decode("ascii", "replace").lower()
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # a declaration that can be read byte by byte cannot be true; so says the standard
    if name in _LATIN:
        # A page that says Latin-1 and is valid UTF-8 beyond ASCII is UTF-8: the accident is next to impossible.
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return "cp1252"
        return "utf-8"
    return known(name)


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    # Western text is short of evidence and guessed as anything from Mac Roman to Baltic: Windows-1252 is likelier.
    high = [b for b in data[:_SAMPLE] if b >= 0x80]
    western = len(high) < 0.12 * min(len(data), _SAMPLE)
    names = [best.encoding] if best and not western else []
    for name in [*names, "cp1252"]:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace") if western or not best else data.decode(best.encoding, "replace")
