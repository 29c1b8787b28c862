"""Cut given_more.txt, family_names.txt and given_sexes.txt from the package Faker (MIT), of some seventy countries.

    pip install faker && PYTHONPATH=. python tools/cut_names.py

Kept are names in Latin letters, folded. A given name that is an English word, a place or a body is left out: it would
make a person of "Harbour Freight". The word list is that of the language model's lemmatizer.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator import gazetteer, personal_names
from generator.extract import nlp
from generator.extract.gazetteer_words import head_type, stop
from generator.names import fold

DATA = Path(__file__).parent.parent / "generator" / "extract" / "data"
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’-]{2,25}")
_SECTIONS = ("common", "function", "calendar", "people", "unit", "language", "field", "kin", "sport")
HEADING = "# {what} of some seventy countries, folded; cut from the package Faker (MIT) by tools/cut_names.py.\n"


# Given to women in one country and to men in another, which one of Faker's lists does not know.
_EITHER = frozenset(
    "andrea nino karen nikita sasha jean joan simone michele daniele gabriele nicola luca alexis robin leslie noor nur "
    "amal ilkay deniz sacha dana toni vivian marian laurence evelyn beverley carmen angel jan kim lee dominique claude "
    "camille pascal rene gail ira misha ilya vanja sascha eli ariel lior jordan taylor morgan casey jamie".split()
)
_RATHER = 5  # times as many countries' lists must have a name for one sex as for the other
_LISTS = 2  # of so many countries a name must be, where it is not common


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (k for k in value if isinstance(k, str))
    elif isinstance(value, tuple | list | set):
        for item in value:
            yield from _strings(item)


def _lists() -> Iterator[tuple[str, str, list[str]]]:
    """(country, what Faker calls the list, its names in Latin letters, folded) of every list of names."""
    import faker.providers.person as people

    for folder in sorted(p for p in Path(people.__file__).parent.iterdir() if p.is_dir() and p.name[0] != "_"):
        provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
        for attribute, value in vars(provider).items():
            if not re.search(r"format|prefix|suffix", attribute):
                yield folder.name, attribute, [fold(n) for n in _strings(value) if _LATIN.fullmatch(n)]


def _listed() -> tuple[set[str], set[str]]:
    given: set[str] = set()
    family: set[str] = set()
    for _, attribute, names in _lists():
        into = given if attribute.startswith("first_") else family if attribute.startswith("last_") else None
        if into is not None:
            into.update(names)
    return given, family


def _sexes() -> dict[str, list[str]]:
    """Sex -> the given names that are listed for it alone."""
    listed: dict[str, dict[str, set[str]]] = {"f": {}, "m": {}}
    for country, attribute, names in _lists():
        sex = "f" if "female" in attribute else "m" if "male" in attribute else ""
        if sex and attribute.startswith("first_"):
            for name in names:
                listed[sex].setdefault(name, set()).add(country)

    def sure(name: str, sex: str) -> bool:
        many, few = len(listed[sex][name]), len(listed["m" if sex == "f" else "f"].get(name, ()))
        known = personal_names.is_given_name(name) or many >= _LISTS
        return known and many >= _RATHER * few and name not in _EITHER

    return {sex: sorted(name for name in names if len(name) > 2 and sure(name, sex)) for sex, names in listed.items()}


def _lines(words: list[str]) -> str:
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 2000:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line, ""])


def main() -> None:
    """Write the three tables."""
    given, family = _listed()
    index = nlp.load().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    english = {w for words in index.values() for w in words}

    def taken(name: str) -> bool:
        known = gazetteer.find(name.title()) or gazetteer.is_town(name) or gazetteer.demonym(name)
        return bool(known) or head_type(name) is not None or any(stop(s, name) for s in _SECTIONS)

    more = sorted(
        n for n in given if len(n) > 2 and n not in english and not taken(n) and not personal_names.is_given_name(n)
    )
    ours = (DATA / "given_more.txt").read_text(encoding="utf-8").splitlines()[1:3]
    table = HEADING.format(what="More given names") + "\n".join(ours) + "\n" + _lines(more)
    (DATA / "given_more.txt").write_text(table, encoding="utf-8")
    last = sorted(n for n in family if head_type(n) is None and not any(stop(s, n) for s in _SECTIONS))
    (DATA / "family_names.txt").write_text(HEADING.format(what="Family names") + _lines(last), encoding="utf-8")
    sexes = _sexes()
    table = HEADING.format(what="Given names that are a woman's (f) or a man's (m) alone:") + "".join(
        f"{sex} {line}\n" for sex, names in sexes.items() for line in _lines(names).splitlines()
    )
    (DATA / "given_sexes.txt").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
