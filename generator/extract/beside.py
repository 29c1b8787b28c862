"""The words right before and right behind a token, which may be none: a text may begin with a participle, and the last
line of a page often ends with a particle ("Sign up") and no full stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def word_before(token: Token) -> str:
    """The token before, in small letters; empty at the beginning of the text."""
    lower: str = token.nbor(-1).lower_ if token.i else ""
    return lower


def word_behind(token: Token) -> str:
    """The token behind, in small letters; empty at the end of the text."""
    lower: str = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    return lower
