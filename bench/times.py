"""How fast the temporal tagger is: words a second on one core, over text that it makes itself.

python bench/times.py [WORDS]
"""

from __future__ import annotations

import random
import sys
import time

from generator.extract.times import find

_PLAIN = (
    "The council approved a plan to widen the canal and repair both locks before traffic resumes, officials said. "
    "Engineers who surveyed the banks found cracks near the old mill, and residents asked for a fence. "
    "Nobody was hurt, although several boats broke loose and drifted towards the bridge below the village. "
).split(". ")
_DATED = (
    "The council met on {day} and will vote next week",
    "In {month}, workers began to drain the lock for three days",
    "The first survey, made on {month} 14, {year}, cost $2,014 and took two weeks",
    "From 1998 to {year} the canal was closed every winter",
    "A year earlier the lock keeper, a 54-year-old, had warned of leaks at 10:30 a.m. on {day}",
    "Traffic rose in the third quarter of {year} and has grown since",
)
_MONTHS = "January February April June July September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday".split()


def article(words: int, seed: int = 1) -> str:
    """Invented news of so many words; about one sentence in four names a time, as in print."""
    chance, made, count = random.Random(seed), [], 0
    while count < words:
        if chance.random() < 0.25:
            line = chance.choice(_DATED).format(
                day=chance.choice(_DAYS), month=chance.choice(_MONTHS), year=chance.randint(1950, 2021)
            )
        else:
            line = chance.choice(_PLAIN).strip(". ")
        made.append(line + (".\n\n" if chance.random() < 0.2 else ". "))
        count += len(line.split())
    return "".join(made)


def main() -> None:
    """Print the rate."""
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 400_000
    texts = [article(600, seed) for seed in range(max(1, words // 600))]
    find(texts[0], "2022-05-06")
    total = sum(len(text.split()) for text in texts)
    begin = time.perf_counter()
    found = sum(len(find(text, "2022-05-06")) for text in texts)
    taken = time.perf_counter() - begin
    print(f"{total} words, {found} expressions, {taken:.2f} s: {total / taken:,.0f} words a second")


if __name__ == "__main__":
    main()
