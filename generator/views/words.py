"""Every word of the interface, by key, in the language of the build.

English stands in the tables `catalogue*.py`; every other language in `locale/LANGUAGE/LC_MESSAGES/briefing.po`, whose
`msgctxt` is the key. A text may hold `{name}` for a value. A text with a number comes in the forms that its language
has, chosen by the value `n`; in them `{n}` is the number in words as far as the language has them without regard to
the noun, in figures above, and `{n:cap}` the same with a capital.

The language is that of the context: `with speaking("fr")` a build speaks French, and nothing outside of it does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache, wraps
from importlib.resources import files
from io import BytesIO
from typing import ParamSpec, TypeVar

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_scientific
from markupsafe import Markup, escape

from generator.views.catalogue import ENGLISH, Text

_BEYOND = 1e21  # Babel groups the digits of no number of more than 28, decimals among them
DOMAIN = "briefing"

# Language -> where dates, numbers and lists are taken from.
LOCALES = {"ar": "ar", "en": "en_GB", "fr": "fr"}

# Strong letters of the scripts that run from right to left (Unicode: Bidi_Class R and AL), and of all others.
_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LEFT = re.compile(
    r"[A-Za-zªµº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0370-\u058f\u0900-\u1fff\u2c00-\ud7ff\uf900-\ufaff]"
)
_APART = re.compile("\u2068[^\u2068\u2069]*+\u2069")
_ISOLATE, _END = "\u2068", "\u2069"  # first strong isolate, and its end (UAX 9)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. `find(key, number)` gives the text of a key in the form for that number."""

    language: str
    locale: Locale
    numbers: tuple[str, ...]  # none, one, two …; what follows is written in figures
    find: Callable[[str, int | None], str]
    direction: str  # `ltr` or `rtl`


def _english(key: str, number: int | None) -> str:
    text = ENGLISH[key]
    return text if isinstance(text, str) else text[0] if number == 1 else text[1]


def _translated(language: str) -> Callable[[str, int | None], str]:
    """The texts of a language's .po file, read when it is asked for: nobody has to compile anything.

    What it leaves out is said in English; a test holds that it leaves out nothing.
    """
    from gettext import GNUTranslations

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with files(__package__).joinpath("locale", language, "LC_MESSAGES", f"{DOMAIN}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language, domain=DOMAIN))
    compiled.seek(0)
    known = GNUTranslations(compiled)

    def find(key: str, number: int | None) -> str:
        text: Text = ENGLISH[key]
        if isinstance(text, str):
            return known.pgettext(key, text)
        return known.npgettext(key, *text, 2 if number is None else number)

    return find


@lru_cache(maxsize=8)
def words(language: str) -> Words:
    """The words of a language of `LOCALES`; `KeyError` for any other."""
    locale = Locale.parse(LOCALES[language])
    find = _english if language == "en" else _translated(language)
    return Words(language, locale, tuple(find("number.words", None).split()), find, str(locale.text_direction))


_SPOKEN: ContextVar[Words | None] = ContextVar("language of the interface", default=None)


def spoken() -> Words:
    """The words of the language that is spoken here; English where nobody has chosen."""
    return _SPOKEN.get() or words("en")


@contextmanager
def speaking(language: str) -> Iterator[Words]:
    """Within it, every text is in that language."""
    chosen = words(language)
    token = _SPOKEN.set(chosen)
    try:
        yield chosen
    finally:
        _SPOKEN.reset(token)


P = ParamSpec("P")
T = TypeVar("T")


def remembered(size: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """`lru_cache` for what is said: what was made in one language is never given in another."""

    def around(make: Callable[P, T]) -> Callable[P, T]:
        known = lru_cache(maxsize=size)(lambda _, args, given: make(*args, **dict(given)))

        @wraps(make)
        def remember(*args: P.args, **given: P.kwargs) -> T:
            return known(spoken().language, args, tuple(sorted(given.items())))

        return remember

    return around


class _Counted(str):
    """A number in words that can begin a sentence: `{n:cap}`."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return capital(self) if spec == "cap" else super().__format__(spec)


def template(key: str) -> str:
    """The text of a key as it stands in the catalogue, its values still to be put in."""
    return spoken().find(key, None)


def _prepared(key: str, values: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    number = values.get("n")
    text = spoken().find(key, number if isinstance(number, int) else None)
    made = {name: isolated(value) if isinstance(value, str) else value for name, value in values.items()}
    if isinstance(number, int):
        made["n"] = _Counted(count(number))
    return text, made


def t(key: str, **values: object) -> str:
    """The text of a key with its values put in; `KeyError` for an unknown key, so that none is forgotten."""
    if not values:
        return _alone(spoken().language, key)
    text, made = _prepared(key, values)
    return text.format(**made)


@lru_cache(maxsize=4096)
def _alone(language: str, key: str) -> str:
    """A text without values: every page asks for the same ones."""
    return words(language).find(key, None).format()


def woven(key: str, **values: object) -> Markup:
    """The same as HTML: a value that is HTML already (a link within the sentence) stays, all else is escaped."""
    text, made = _prepared(key, values)
    return Markup(escape(text)).format(**made)


def isolated(text: str) -> str:
    """A value within a sentence, kept apart where its script runs the other way, so that neither turns the other's
    numbers and full stops around. HTML is left alone: there an attribute does it.
    """
    if isinstance(text, Markup):
        return text
    other = _LEFT if spoken().direction == "rtl" else _RIGHT
    bare = text
    while _ISOLATE in bare and (less := _APART.sub("", bare)) != bare:  # what stands apart already
        bare = less
    return f"{_ISOLATE}{text}{_END}" if other.search(bare) else text


def count(number: int) -> str:
    """A whole number: in words as far as the language has them (English: from none to twelve), in figures above."""
    said = spoken().numbers
    return said[number] if 0 <= number < len(said) else figure(number)


def figure(number: int) -> str:
    """A whole number in grouped figures: 1,204."""
    return _grouped(spoken().language, number)


@lru_cache(maxsize=4096)
def _grouped(language: str, number: int) -> str:
    return str(format_decimal(number, locale=words(language).locale))


def quantity(value: float) -> str:
    """A figure as a report gives it: 3,200 or 4.5; a number that no report has, as 1E308, is left in powers
    of ten.
    """
    if abs(value) >= _BEYOND:
        return str(format_scientific(value, locale=spoken().locale))
    return str(format_decimal(value, locale=spoken().locale))


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def listed(parts: list[str] | tuple[str, ...]) -> str:
    """One, two and three: a list within a sentence."""
    return str(format_list([isolated(p) for p in parts], locale=spoken().locale))


def joined(parts: Iterable[str]) -> str:
    """One; two; three: a list in a cell or a line."""
    return t("list.semicolon").join(isolated(p) for p in parts)
