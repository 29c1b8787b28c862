"""Quotes that the body does not hold any more: anchored anew where its wording was corrected, else orphans.

The source was corrected, or a person mended a slip in the body. The passage that stands now where the quote stood is
its new wording, when most of its words are still there. Otherwise the claim stays, marked, until an editor decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator import markup, rewriting
from generator.places import Alignment
from generator.rewriting import KEEP, Rows


@dataclass(frozen=True, slots=True)
class Anchored:
    """The target of the list of claims, and what was done: the first words of quotes."""

    target: Any
    anchored: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()


def anchor(target: Any, rows: Sequence[Mapping[str, Any]], body: str, texts: Sequence[str]) -> Anchored:
    """Make every quote of the claims stand in the body again.

    `target`: what the list of claims should be, over `rows`, as it is on the page; `body`: the page's new body, plain
    and folded; `texts`: other wordings of it, plain and folded, in which the quotes may stand.
    """
    wanted: list[tuple[int | None, Any]] = [(None, t) for t in target] if isinstance(target, list) else []
    if isinstance(target, Rows):
        wanted = list(target.rows)
    elif target is KEEP:
        wanted = [(i, KEEP) for i in range(len(rows))]
    made: list[tuple[int | None, Any]] = []
    anchored: list[str] = []
    orphans: list[str] = []
    alignments: dict[str, Alignment] = {}
    for i, row in wanted:
        data = rewriting.expected(row, rows[i] if i is not None else None)
        quote = markup.fold(str(data.get("quote", ""))) if isinstance(data, Mapping) else ""
        if not quote or (quote in body and not data.get("orphan")) or _unseen(data, quote, texts):
            made.append((i, row))
            continue
        changed = dict(row) if isinstance(row, Mapping) else dict.fromkeys(data, KEEP)
        changed.pop("orphan", None)
        if quote not in body:
            passage = _passage(quote, body, texts, alignments)
            if passage:
                anchored.append(passage)
                changed["quote"] = passage
            else:
                if not data.get("orphan"):
                    orphans.append(quote)
                changed["orphan"] = KEEP if "orphan" in data and i is not None and "orphan" in rows[i] else True
        made.append((i, row if all(v is KEEP for v in changed.values()) and len(changed) == len(data) else changed))
    same = len(made) == len(rows) and all(i == n and t is KEEP for n, (i, t) in enumerate(made))
    if same:
        return Anchored(KEEP)
    if not isinstance(target, Rows) and target is not KEEP:
        return Anchored([t for _, t in made] or target, tuple(anchored), tuple(orphans))
    return Anchored(Rows(tuple(made)), tuple(anchored), tuple(orphans))


def _unseen(data: Mapping[str, Any], quote: str, texts: Sequence[str]) -> bool:
    """Whether it is a proposal on an excerpt, which shows its words when an editor has accepted it."""
    waits = data.get("proposed_by") and data.get("draft") in (True, "true") and not data.get("orphan")
    return bool(waits and data.get("original")) and any(quote in text for text in texts)


def _passage(quote: str, body: str, texts: Sequence[str], alignments: dict[str, Alignment]) -> str | None:
    for text in texts:
        at = text.find(quote)
        if at < 0:
            continue
        if text not in alignments:
            alignments[text] = Alignment(text, body)
        if span := alignments[text].find((at, at + len(quote))):
            return body[span[0] : span[1]]
    return None
