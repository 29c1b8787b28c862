"""Which names are worth comparing: keys that spellings of one name share, so that no list is compared with itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from generator.names import fold
from generator.resolve import forms, names_match

# A block with more names than this is cut into smaller ones by the first letters of all words.
LARGEST = 60
SHORTEST_SLIP = 2  # consonants that two surnames must share beside a lost one
_SOUNDS: tuple[tuple[str, str], ...] = (
    (r"shch|tsch|tch|cz|sch|sh|sz|zh|dzh|dj|ts|tz|ss|s|z|j|c(?=[eiy])", "S"),
    (r"q[uvw]|k[vw]|kh|gh|ck|q|k|g|c", "K"),
    (r"ph|v|w|f", "F"),
    (r"dh|th|d|t", "T"),
    (r"b|p", "P"),
    (r"m|n", "M"),
    (r"l|r", "L"),
)


@lru_cache(maxsize=100_000)
def skeletons(token: str) -> tuple[str, ...]:
    """The consonant classes of a token; two where "ch" may be heard as "h" or as "sh"."""
    readings = (
        {token.replace("ch", "h").replace("kh", "h"), token.replace("ch", "sh"), token.replace("ch", "k")}
        if "h" in token
        else {token}
    )
    # "Hryhoriy" in one language is "Grigory" in its neighbour's; "Jukic" is written "Yukich".
    if "dj" in token:
        readings.add(token.replace("dj", "d"))
    if token[:1] in "gh":
        readings |= {("h" if token[0] == "g" else "g") + r[1:] for r in (token,)}
    if token[:1] == "j":
        readings.add("y" + token[1:])
    if "g" in token[1:]:
        readings.add(token[:1] + token[1:].replace("g", "h"))  # "Ragimov", "Rahimov"
    if "th" in token:
        readings.add(token.replace("th", "s"))  # "Othman", "Osman"
    return tuple(sorted({_skeleton(r) for r in readings}))


def _skeleton(token: str) -> str:
    text = re.sub(r"(?<![yij])[yij]+$", "", re.sub(r"[^a-z]", "", token).replace("x", "ks"))
    for pattern, sound in _SOUNDS:
        text = re.sub(pattern, sound, text)
    vowel = "A" if text[:1] in "aeiouyh" and text[:1] else ""
    text = re.sub(r"[a-z]", "", text)
    return (vowel if len(text) < 2 else "") + re.sub(r"(.)\1+", r"\1", text)


def person_keys(name: str) -> Iterator[str]:
    """Keys of a full name: first and last word, either way round, and its first two words."""
    parts = names_match.suffix(names_match.tokens(name))[0]
    if len(parts) < 2:
        return
    yield _skeleton("".join(parts)) + " +"  # "Mao Ze Dong", "Mao Zedong"
    if (other := names_match.sounded(name)) != name:
        yield from person_keys(other)
    if names_match.glued(name).count(" ") < fold(name).replace("-", " ").count(" "):
        yield from person_keys(names_match.glued(name))
    for family in sorted(names_match.families().get(parts[0], ())):
        for last in skeletons(parts[-1]):
            yield f"{family} {last}"  # "Bill", "William"
    for number in sorted(n for table in names_match.shorts() for n in table.get(parts[0], ())):
        for last in skeletons(parts[-1]):
            yield f"-{number} {last}"  # "Dora", "Theodora"
    for end in forms.ends_of(parts[0]):
        for last in skeletons(parts[-1]):
            yield f"<{end} {last}"  # "Oluwaseun", "Seun"
    if (now := forms.modern(name)) != name:
        yield from person_keys(now)
    if len(joined := forms.one_given(parts)) < len(parts):
        yield f"{_skeleton(joined[0])} {_skeleton(joined[1])}"
    if len(parts) > 2:  # a family name before or behind its two syllables; the last two words alone
        yield " ".join(sorted(_skeleton(p) for p in parts)) + " *"
        for first in skeletons(parts[-2]):
            for last in skeletons(parts[-1]):
                yield " ".join(sorted((first, last)))
    for number in sorted(names_match.equivalents().get(parts[0], ())):
        for last in skeletons(parts[-1]):
            yield f"={number} {last}"  # "Joseph", "Youssef"
    for first in skeletons(parts[0]):
        for last in skeletons(parts[-1]):
            yield f"{first[:1]} {last}"
            yield " ".join(sorted((first, last)))
        for second in skeletons(parts[1]):
            yield f"{first} {second} ^"
    for last in skeletons(parts[-1]):  # one consonant more or less, beside the very same first name
        for form in {last, *(last[:i] + last[i + 1 :] for i in range(len(last)))}:
            if len(form) >= SHORTEST_SLIP:
                yield f"{parts[0]} {form} ~"


def pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of full names that share a key, each once, in a fixed order; near-linear in their number."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        for key in sorted(set(person_keys(name))):
            blocks[key].append(name)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        for group in [block] if len(block) <= LARGEST else _smaller(block):
            for i, one in enumerate(group):
                for other in group[i + 1 : i + LARGEST]:
                    if (one, other) not in seen:
                        seen.add((one, other))
                        yield one, other


def _smaller(block: list[str]) -> list[list[str]]:
    made: dict[str, list[str]] = defaultdict(list)
    for name in block:
        made[" ".join(t[:2] for t in names_match.tokens(name))].append(name)
    return [made[k] for k in sorted(made)]
