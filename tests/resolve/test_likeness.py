"""How much two claims share, as a number that is the same in every process."""

from __future__ import annotations

from math import fsum, log

from generator.resolve import likeness, sameness

WORDS = [f"word{n}" for n in range(120)]
WEIGHT = {word: log(1 + 100 / (n + 1)) for n, word in enumerate(WORDS)}


def test_the_order_of_a_set_decides_nothing() -> None:
    """It differs with PYTHONHASHSEED; a sum rounded at each step would differ in its last digit, and part two ties."""
    whole = frozenset(WORDS)
    for size in range(20, len(WORDS)):
        some = frozenset(WORDS[:size])
        weight = fsum(WEIGHT[w] for w in WORDS[:size])
        assert likeness._shared(some, whole, WEIGHT) == weight / (weight + 1.0)
        assert sameness.share(some, frozenset(WORDS[10:]), WEIGHT) == fsum(WEIGHT[w] for w in WORDS[10:size]) / min(
            weight, fsum(WEIGHT[w] for w in WORDS[10:])
        )
