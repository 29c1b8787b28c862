"""What a format's reader hands over: an article as blocks, and what was found about it. Values only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

from generator import markup
from generator.ingest import characters

Kind = Literal["prose", "heading", "item", "quote", "table", "code"]


class Unreadable(Exception):  # noqa: N818 - it is what it says, and a name of the contract
    """A seed that cannot become an article. `reason` is a sentence for the editor, with a remedy; `line` counts from 1,
    0 is the file as a whole.
    """

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.line = reason, line


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an article besides its words. Days are YYYY-MM-DD; None is unknown."""

    title: str | None = None
    published: str | None = None
    within: str | None = None  # the month or year (EDTF) that it is dated by, where no day is known
    updated: str | None = None  # the day of its last change, as it says
    stamped: str | None = None  # the day of a dateline that prints no year, in its words: "July 7"
    above: str | None = None  # the day in a line above the headline: of the issue, or on which the page was saved
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    archived: str | None = None
    retrieved: str | None = None
    lang: str | None = None
    wording: Literal["paraphrase"] | None = None
    digest_of: str | dict[str, str] | None = None
    rights: Literal["full", "excerpt"] | None = None

    def cleaned(self) -> About:
        """The same as lines of what a reader sees: a page's metadata can hold anything."""

        def line(value: Any) -> Any:
            if isinstance(value, dict):
                return {key: line(text) for key, text in value.items()}
            return " ".join(characters.clean(value).split()) or None if isinstance(value, str) else value

        return replace(self, **{f.name: line(getattr(self, f.name)) for f in fields(self)})

    def or_else(self, other: About) -> About:
        """This, and from the other what is not known here."""
        missing = {f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) is None}
        return replace(self, **missing)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, item, … as inline Markdown, and as the text that this shows."""

    markdown: str
    text: str
    kind: Kind = "prose"
    level: int = 2  # of a heading
    group: int = 0  # blocks of one quotation have one number

    def as_prose(self, text: str) -> Block:
        """The same kind of block with other, plain text."""
        return replace(self, markdown=markup.escape(text), text=text)


def block(text: str, kind: Kind = "prose") -> Block:
    """A block of plain text."""
    return Block(markup.escape(text), text, kind)


@dataclass(frozen=True, slots=True)
class Draft:
    """A read seed before it is a Document."""

    blocks: tuple[Block, ...]
    about: About = field(default_factory=About)
    markdown: str | None = None  # where the seed is Markdown already, and is kept as it is


def _written(one: Block) -> str:
    if one.kind == "heading":
        return "#" * one.level + " " + " ".join(one.markdown.split())
    if one.kind == "item":
        return "- " + one.markdown.replace("\n", "\n    ")
    if one.kind == "quote":
        return "> " + one.markdown.replace("\n", "\n> ")
    if one.kind == "code":
        return "```\n" + one.markdown.replace("```", "'''") + "\n```"
    return one.markdown


def written(blocks: Iterable[Block]) -> str:
    """Blocks as the Markdown of a body. Neighbouring quotations that are not one are held apart by a comment."""
    lines: list[str] = []
    before: Block | None = None
    for one in blocks:
        if before is not None:
            if before.kind == one.kind == "quote":
                lines += [">"] if before.group == one.group else ["", "<!-- -->", ""]
            elif not before.kind == one.kind == "item":
                lines.append("")
        lines.append(_written(one))
        before = one
    return "\n".join(lines)


def texts(blocks: Sequence[Block]) -> list[str]:
    """The blocks' plain texts."""
    return [b.text for b in blocks]
