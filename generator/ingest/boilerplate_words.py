"""How a sign is written down: its words, and the classes of words that several signs share."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Scope = Literal["line", "tail", "block"]


class Sign(NamedTuple):
    """What it is a sign of; what goes with it (see `boilerplate`); the longest line that it can be, in characters."""

    what: str
    scope: Scope
    limit: int
    pattern: re.Pattern[str]


_NETWORK = (
    r"(?:facebook|twitter|x|linked ?in|whats ?app|telegram|reddit|pinterest|tumblr|e-?mail|pocket|instagram|threads"
    r"|bluesky|mastodon|flipboard|messenger|youtube|tik ?tok|print|pdf|sms|copy link|google news|line|vk|viber|skype)"
)
_WORDS = {
    "NETWORK": _NETWORK,
    "NETWORKS": rf"{_NETWORK}(?:[\s,|/·•&+]+(?:and |or |on )?{_NETWORK})*",
    "PIECE": r"(?:stor(?:y|ies)|articles?|posts?|news|coverage|content|reading|topics?|reads?|links?|videos?|items?"
    r"|reports?)",
    "POST": r"(?:post|article|story|entry|page)",
    "SERVICE": r"(?:newsletters?|inbox|e-?mail(?: updates| alerts| list| address)?|mailing list|daily digest"
    r"|push notifications|whatsapp channel|telegram channel|rss feed)",
    "PICTURE": r"(?:image|photo|picture|video|file photo|photograph|illustration|graphic)s?",
}


def sign(what: str, scope: Scope, limit: int, *alternatives: str) -> Sign:
    """A sign from its alternatives; a word in capitals stands for its class of words."""
    pattern = "|".join(alternatives)
    for name, words in _WORDS.items():
        pattern = re.sub(rf"(?<![A-Z]){name}(?![A-Z])", words.replace("\\", "\\\\"), pattern)
    return Sign(what, scope, limit, re.compile(pattern, re.I))
