"""What a text says that a person is: the office before or behind the name, in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.document import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find(doc: Doc, mentions: Sequence[Mention]) -> dict[int, str]:
    """Index of a mention -> role as stated, without rank, article and the name itself."""
    return {}
