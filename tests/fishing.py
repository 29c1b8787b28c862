"""Two invented reports of one visit, which the tests of regeneration and of the desk's commands convert."""

from __future__ import annotations

SEEDS = {
    "one.txt": (
        "date 2023-05-10 Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "She met the Portuguese foreign minister, Rui Salgado, who thanked Norway for its offer.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n"
    ),
    "two.md": (
        "---\ntitle: Fishing talks end\ndate: 2023-05-12\npublisher: The Harbour Post\n---\n"
        "Anna Berg travelled to Lisbon in May 2023 to talk about fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023, the ministry said.\n"
    ),
}
ONE = "articles/prime-minister-anna-berg-visited-lisbon-on-3-may-2023-for.md"
# The same, and both give the day of the visit.
OF_ONE_DAY = {
    "one.txt": (
        "date 2023-05-10 Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023.\n"
    ),
    "two.md": (
        "---\ntitle: Fishing talks end\ndate: 2023-05-12\npublisher: The Harbour Post\n---\n"
        "Anna Berg travelled to Lisbon on 3 May 2023 to talk about fishing.\n\n"
        "Rui Salgado flew to Oslo on 9 May 2023, the ministry said.\n"
    ),
}
