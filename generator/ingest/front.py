"""The front matter that a seed of any format may begin with: it wins over what is found in the text."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import ValidationError

from generator import frontmatter
from generator.ingest import characters
from generator.ingest.days import day_in, period_in
from generator.ingest.draft import About, Unreadable
from generator.model import DigestOf, Rights

# Keys of front matter -> field. Other tools' usual names for the same are understood.
KEYS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "publisher": "publisher",
    "source": "publisher",
    "site": "publisher",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "archived": "archived",
    "retrieved": "retrieved",
    "accessed": "retrieved",
    "lang": "lang",
    "language": "lang",
    "wording": "wording",
    "digest_of": "digest_of",
    "rights": "rights",
}


def split(text: str) -> tuple[About, str]:
    """(what the front matter says, the rest). Raises `Unreadable` with the line where it is faulty."""
    try:
        front, body, _ = frontmatter.split(text)
    except ValueError:
        # A text may begin with a rule of hyphens; front matter begins with a key.
        if _looks_like_keys(text):
            raise Unreadable("the front matter is not closed; end it with a line ---", 1) from None
        return About(), text
    if front is None:
        data, lines, body = _unfenced(body)
        return _about(data, lines), body
    try:
        data, lines = frontmatter.load(front)
    except frontmatter.FaultError as fault:
        raise Unreadable(fault.message + (f"; {fault.remedy}" if fault.remedy else ""), fault.line) from None
    return _about(data, lines), body


def _unfenced(text: str) -> tuple[dict[str, Any], dict[tuple[str | int, ...], int], str]:
    """(keys with their values, their lines, the rest) of a text that begins with front matter without its rules.

    Whoever types it by hand leaves them out easily, and then it would be read as a headline. Meant are two lines or
    more up to the first empty one, a title first, each a key of ours in small letters: no article begins so by chance.
    """
    head, empty, rest = text.partition("\n\n")
    pairs = [line.partition(":") for line in head.split("\n", len(KEYS))]
    keys = [key for key, _, _ in pairs]
    meant = empty and len(keys) > 1 and KEYS.get(keys[0]) == "title" and set(keys) <= KEYS.keys()
    if not meant or len(set(keys)) < len(keys):
        return {}, {}, text
    data: dict[str, Any] = {key: value.strip() or None for key, _, value in pairs}
    return data, {(key,): line for line, key in enumerate(keys, 1)}, rest


def _looks_like_keys(text: str) -> bool:
    second = text.lstrip("\ufeff").split("\n", 2)[1:2]
    return bool(second) and ":" in second[0][:40]


def _about(data: dict[str, Any], lines: dict[tuple[str | int, ...], int]) -> About:
    nested = data.pop("source", None) if isinstance(data.get("source"), dict) else None
    found: dict[str, Any] = {}
    for key, value in [*data.items(), *(nested or {}).items()]:
        name = KEYS.get(str(key).lower())
        if name is None or value is None or name in found:
            continue
        line = lines.get((key,), lines.get(("source", key), 1))
        if name == "published" and isinstance(value, str) and (period := period_in(value)):
            found["within"] = period
        else:
            found[name] = _value(name, value, line)
    return About(**{k: v for k, v in found.items() if v})


def _line(text: str) -> str:
    """A value as one line of what a reader sees, like the text below it."""
    return " ".join(characters.clean(text).split())


def _value(name: str, value: Any, line: int) -> Any:
    if name == "digest_of" and isinstance(value, dict):
        try:
            made = DigestOf.model_validate(value).as_dict()
            return {key: _line(text) for key, text in made.items()}
        except ValidationError:
            raise Unreadable('"digest_of" can hold title, url, file and sha256; write them as texts', line) from None
    if name == "author" and isinstance(value, list):
        value = ", ".join(str(v.get("name", "")) if isinstance(v, dict) else str(v) for v in value)
    if not isinstance(value, str):
        raise Unreadable(f'"{name}" must be a text; write it on one line behind the colon', line)
    value = _line(value)
    if name in ("published", "retrieved"):
        day = day_in(value)
        if day is None:
            raise Unreadable(f'"{value}" is not a day; write it as 2024-03-31', line)
        return day
    allowed = {"wording": ("paraphrase",), "rights": get_args(Rights)}.get(name)
    if allowed and value not in allowed:
        raise Unreadable(f'"{name}" cannot be "{value}"; it can be {" or ".join(allowed)}', line)
    return value
