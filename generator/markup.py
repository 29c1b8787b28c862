"""Markdown as plain text and back: what quotes are proved against.

`plain` takes the markup of Markdown off; `escape` writes plain text so that Markdown shows it as it is. Both leave
words and their order alone: `fold(plain(escape(text))) == fold(text)` for any text.
"""

from __future__ import annotations

import html
import re

_FENCE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n(.*?)^\1[^\n]*$", re.M | re.S)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_IMAGE = re.compile(r"!\[([^\]\[]*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"\[([^\]\[]+)\]\(<?[^()\s<>]*(?:\([^()]*\)[^()\s]*)*>?(?:\s+\"[^\"]*\")?\)")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:\s+\S.*$", re.M)
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]*)>")
_LINE_START = re.compile(r"^[ \t]*(?:>[ \t]?)*[ \t]*(?:#{1,6}[ \t]*|(?:[-*+]|\d+[.)])[ \t]+)?(?=\S)", re.M)
_QUOTE_MARK = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M)
_RULE = re.compile(r"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+|-+)$", re.M)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])|(?<![\w_])(_{1,3})(?=\S)(.+?)(?<=\S)\3(?![\w_])", re.S)
_CODE = re.compile(r"(`+)(.+?)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!<&|~:])")
_MARK = "\ue000"  # a private-use character stands for an escaped one while markup is taken off
_MARKED = re.compile(_MARK + r"([0-9a-f]+);")

_INLINE = re.compile(r"[\\`*_\[\]<>&]")
_LINE_MARKUP = re.compile(r"^(\s*)(#|[-+>](?=\s|$)|-{2,}|\+|=|~{3}|:)", re.M)
_LINE_NUMBER = re.compile(r"^(\s*\d+)([.)])", re.M)


def fold(text: str) -> str:
    """White space folded to single spaces; what "verbatim" means in the content model."""
    return " ".join(text.split())


def escape(text: str) -> str:
    """Plain text as Markdown that shows it unchanged. Line breaks stay where they are."""
    text = text.replace(_MARK, "\ufffd")
    text = _INLINE.sub(lambda m: "&lt;" if m[0] == "<" else "&amp;" if m[0] == "&" else "\\" + m[0], text)
    text = _LINE_MARKUP.sub(lambda m: m[1] + ("\\" + m[2] if m[2][0] in "#+->~:" and m[2][0] not in "=:" else f"&#{ord(m[2][0])};" + m[2][1:]), text)
    return _LINE_NUMBER.sub(r"\1\\\2", text)


def plain(markdown: str) -> str:
    """The text that Markdown shows, without its markup; paragraphs stay apart by an empty line."""
    text = markdown.replace("\r\n", "\n").replace(_MARK, "\ufffd")
    text = _ESCAPED.sub(lambda m: f"{_MARK}{ord(m[1]):x};", text)
    text = _COMMENT.sub("", text)
    text = _FENCE.sub(lambda m: m[2], text)
    text = _REFERENCE.sub("", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub("", text)
    text = _IMAGE.sub(r"\1", text)
    while (shorter := _LINK.sub(r"\1", text)) != text:
        text = shorter
    text = _RULE.sub("", text)
    text = _QUOTE_MARK.sub("", text)
    text = _LINE_START.sub("", text)
    text = _CODE.sub(r"\2", text)
    for _ in range(3):  # strong within emphasis within strong
        text = _EMPHASIS.sub(lambda m: m[2] if m[2] is not None else m[4], text)
    text = html.unescape(text)
    text = _MARKED.sub(lambda m: chr(int(m[1], 16)), text)
    text = re.sub(r"[ \t\u00a0]+", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def stands_in(quote: str, body: str) -> bool:
    """Whether the quote stands verbatim in the plain text of a body."""
    return fold(quote) in fold(body)
