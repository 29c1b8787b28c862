"""What a second reader will cost and has cost, and what came of it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.settings import Price

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """What is about to be asked; tokens by rule of thumb; seconds as earlier answers took, where there are some."""

    model: str
    remote: bool
    articles: int
    known: int  # articles whose answers are in the cache
    characters: int
    tokens_in: int
    tokens_out: int
    seconds: float | None = None
    price: Price | None = None

    def lines(self) -> list[str]:
        """Sentences for a terminal."""
        where = (
            "on another machine: the whole text of each leaves this one"
            if self.remote
            else "on this machine, as content/briefing.yaml says"
        )
        cost = _money(self.price, self.tokens_in, self.tokens_out)
        return [
            f"{self.model} is to read {_count(self.articles, 'article')} ({self.characters:,} characters), {where}."
            + (f" {_count(self.known, 'answer')} of earlier runs will not be asked for again." if self.known else ""),
            f"About {self.tokens_in:,} tokens in and {self.tokens_out:,} out (a rule of thumb); "
            + (f"about {cost}; " if cost else "no price of it stands in content/briefing.yaml; ")
            + (f"about {_time(self.seconds)}." if self.seconds is not None else "how long it takes is not known yet."),
        ]


@dataclass(frozen=True, slots=True)
class Usage:
    """What was asked, and what of the answers was borne out."""

    model: str
    asked: int = 0
    known: int = 0
    failed: int = 0
    not_asked: int = 0  # after too many failures, or because the question was answered with no
    tokens_in: int | None = 0  # None: the model does not count them
    tokens_out: int | None = 0
    seconds: float = 0.0
    price: Price | None = None
    claims: int = 0  # new drafts
    names: int = 0
    dropped: Mapping[str, int] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """Sentences for a terminal."""
        said = f"{self.model}: {_count(self.asked, 'article')} asked"
        said += f", {self.known:,} from the cache" if self.known else ""
        said += f", {self.failed:,} without an answer" if self.failed else ""
        said += f", {self.not_asked:,} not asked" if self.not_asked else ""
        if self.asked:
            cost = _money(self.price, self.tokens_in, self.tokens_out)
            counted = self.tokens_in is not None and self.tokens_out is not None
            said += f"; {self.tokens_in:,} tokens in, {self.tokens_out:,} out" if counted else "; it counts no tokens"
            said += f", {cost}" if cost else ""
            said += f"; {_time(self.seconds)}"
        lines = [f"{said}."]
        if self.claims or self.names:
            new = " and ".join(
                (*([_count(self.claims, "claim")] if self.claims else []),
                 *([_count(self.names, "name")] if self.names else []))
            )  # fmt: skip
            lines.append(f"{new} proposed as drafts: decide with briefing review.")
        if self.dropped:
            why = "; ".join(f"{reason} ({n:,})" for reason, n in sorted(self.dropped.items()))
            lines.append(f"Not borne out, so not proposed: {why}.")
        return lines


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _money(price: Price | None, tokens_in: int | None, tokens_out: int | None) -> str:
    if price is None or tokens_in is None or tokens_out is None:
        return ""
    return (
        f"{(price.input * tokens_in + price.output * tokens_out) / MILLION:,.4f} by the prices in content/briefing.yaml"
    )


def _time(seconds: float) -> str:
    return f"{seconds:,.0f} seconds" if seconds < 120 else f"{seconds / 60:,.0f} minutes"
