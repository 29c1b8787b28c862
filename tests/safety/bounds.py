"""Do the readers keep to the lengths that `patterns.BOUNDED` promises of some patterns?

`python -m tests.safety.bounds STEP` sends every STEP-th string that is made to hurt such a pattern through the readers,
in each place of a text, with the patterns replaced by guards that look at the length of what they are asked about. It
prints, as JSON, how many texts were read and which pattern was asked about more than it may be.
"""

from __future__ import annotations

import dataclasses
import json
import re
import sys
import types
from collections.abc import Iterator
from typing import Any

from tests.safety import patterns
from tests.safety.attacks import attacks

SIZE = 20_000
"""Characters of a text: more than any bound."""
_TEXT_SECOND = frozenset(("sub", "subn"))


class Guard:
    """A pattern that remembers the longest string it was asked about."""

    def __init__(self, pattern: re.Pattern[Any], name: str, longest: int, broken: dict[str, int]) -> None:
        self._asked = pattern, name, longest, broken

    def __getattr__(self, method: str) -> Any:
        pattern, name, longest, broken = self._asked
        real = getattr(pattern, method)
        if not callable(real):
            return real

        def ask(*arguments: Any, **more: Any) -> Any:
            at = 1 if method in _TEXT_SECOND else 0
            text = arguments[at]
            begin, end = (*arguments[1:3], *(0, len(text))[len(arguments[1:3]) :]) if at == 0 else (0, len(text))
            length = min(end, len(text)) - begin
            if length > longest:
                broken[name] = max(length, broken.get(name, 0))
                return iter(()) if method == "finditer" else text if at else None  # and it costs no more time
            return real(*arguments, **more)

        return ask


def guarded(value: Any, name: str, longest: int, broken: dict[str, int]) -> Any:
    """A pattern, or a table of them, as guards."""
    longest = getattr(value, "limit", longest)
    if isinstance(value, re.Pattern):
        return Guard(value, name, longest, broken)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: guarded(getattr(value, f.name), name, longest, broken) for f in dataclasses.fields(value)}
        return dataclasses.replace(value, **fields)
    if isinstance(value, tuple | list):
        parts = [guarded(part, name, longest, broken) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)
    return value


def places(string: str) -> Iterator[tuple[str, str]]:
    """(suffix, text) with the string in each place that is read in a way of its own."""
    news = "Anna Berg visited Lisbon on 2 March 2031, the mayor said. She met Rui Salgado there.\n"
    line = " ".join(string.split("\n"))
    yield ".txt", f"{line}\n\n{news}\n{news}"
    yield ".txt", f"A title of news\n{line}\n\n{news}\n{news}"
    yield ".txt", f"A title of news\n\n{line} {news}\n{news}"
    yield ".txt", f"A title of news\n\n{news}\n{news}\n{line}\n"
    yield ".txt", f"A title of news\n\n{news}\n{string}\n\n{news}"
    marked = "".join(f"&#{ord(c)};" if c in "<>&\"'" else c for c in string)
    yield (
        ".html",
        (
            f'<html><head><title>{marked}</title><meta name="author" content="{marked}">'
            f"<meta property='og:site_name' content='{marked}'></head><body><article><h1>{marked}</h1><p>{marked}</p>"
            f"<p>{news}</p><p>{news}</p><p>{marked}</p></article><footer>{marked}</footer></body></html>"
        ),
    )


def main(step: int) -> dict[str, Any]:
    """Texts that were read, and the patterns that were asked about more than they may be."""
    bounded = [one for one in patterns.collect()[0] if one.longest]
    strings = [
        string.decode("latin-1") if isinstance(string, bytes) else string
        for one in bounded
        for string in attacks(one.pattern, one.flags, SIZE)
    ]
    broken: dict[str, int] = {}
    for name, longest in patterns.BOUNDED.items():
        module, _, attribute = name.rpartition(".")
        value = getattr(sys.modules[module], attribute)
        guard = guarded(value, name, longest, broken)
        for other in [m for known, m in sorted(sys.modules.items()) if known.startswith("generator")]:
            if vars(other).get(attribute) is value:
                setattr(other, attribute, guard)

    from generator import ingest, prose
    from generator.site.markdown import Renderer

    parts: Any = types.SimpleNamespace(
        event=lambda _: None,
        link=lambda _: None,
        source=lambda _: ("x", ""),
        mark=lambda *_: "x",
        sources=lambda *_: "",
    )
    read = 0
    for string in strings[::step]:
        for suffix, text in places(string):
            read += 1
            try:
                ingest.read(f"a{suffix}", text.encode("utf-8", "replace"))
            except ingest.Unreadable:
                continue
        for body in (
            f"> {string}\n> [@a] [@b]\n",
            f"“{string}” [@a], [@b]\n",
            " [@a]" * (SIZE // 5),
            f"[@a]{string}\n",
        ):
            Renderer("/x", parts=parts).html(body)
            list(prose.quotations(body))
    return {"texts": read, "patterns": len(bounded), "broken": broken}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1])), indent=1))
