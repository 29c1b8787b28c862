"""The full names behind bare surnames: a text goes on with "Mann", a title says "Leo Mann"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from generator.document import Mention

_ONE_FAMILY_NAME = 2  # words
LONGEST = 40  # characters: a longer name is left as the text goes on with it


def by_surname(mentions: Sequence[Mention]) -> dict[str, list[str]]:
    """Surname in small letters -> the full names of its bearers; of one bearer the longest.

    Who has two family names goes by the first of them: beside Ana Ruiz, "Ruiz" may be Leo Ruiz Castro as well.
    """
    found: dict[str, list[str]] = {}
    for mention in mentions:
        words = mention.text.split()
        if mention.type != "person" or len(words) < 2:
            continue
        known = found.setdefault(words[-1].lower(), [])
        if not any(set(words) <= set(name.split()) for name in known):
            found[words[-1].lower()] = [n for n in known if not set(n.split()) < set(words)] + [mention.text]
    whole = {name for known in found.values() for name in known}
    for name in sorted(whole):
        words = name.split()
        if len(words) > _ONE_FAMILY_NAME and words[-2].lower() in found and name not in found[words[-2].lower()]:
            found[words[-2].lower()].append(name)
    return found


def of(mention: Mention, fuller: Sequence[str], near: Callable[[], Collection[str]]) -> str | None:
    """The full name of a person; of two of one surname the one whom the paragraph named, where just one.

    `near` finds the names of the paragraph, and is asked for two of one surname alone.
    """
    if len(mention.text.split()) > 1:
        return mention.text
    if len(fuller) > 1:
        named = near()
        fuller = [name for name in fuller if name in named]
    return fuller[0] if len(fuller) == 1 and len(fuller[0]) <= LONGEST else None
