"""How much two claims share, as a number that is the same in every process."""

from __future__ import annotations

from math import fsum, log

from generator.resolve import likeness, sameness
from generator.resolve.entities import resolve
from tests.resolve.test_entities import article

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


def test_of_what_an_article_speaks_as_often_of_it_speaks_most_of_whom_and_where() -> None:
    firsts = ("Ada", "Bea", "Cia", "Dora", "Ewa", "Fia", "Gro", "Hilda")
    people = " ".join(f"{{{first} Holm-{first}sen|p}} came." for first in firsts)
    one = article(f"The {{Aachen Pact|a}} holds. {people}", "a")
    topic, told = likeness._topic(0, one, resolve([one]))
    assert len(topic) == likeness.TOPIC
    assert not any("pact" in name.casefold() for name in topic)
    assert any("pact" in name.casefold() for name in told)
