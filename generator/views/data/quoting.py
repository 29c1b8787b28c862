"""Where quoted words stand: as a W3C TextQuoteSelector, and as a link that opens the source at them.

Only for words that a source printed. A digest's words stand nowhere but here.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote as percent

from generator import markup
from generator.views import addresses
from generator.views.data.records import Selector, Target
from generator.views.lookup import Lookup, in_context

_AROUND = 32  # letters before and behind, as annotation programs keep them
_WHOLE = 12  # words that are looked for as they stand; of more, the first and the last few
_ENDS = 4


def target(look: Lookup, article: str, quote: str, link: Callable[[str], str]) -> Target | None:
    """Where a quote stands; `None` for the words of a digest."""
    source = look.sources[article]
    if source.digest:
        return None
    address = _address(look, article)
    return Target(source=address or link(source.address), selector=selector(look, article, quote))


def link_to_words(look: Lookup, article: str, quote: str) -> str:
    """The source's own address at its words; empty where it has none, or did not print them."""
    return "" if look.sources[article].digest else at_words(_address(look, article), quote)


def _address(look: Lookup, article: str) -> str:
    return addresses.external(look.briefing.articles[article].front.source.url)


def selector(look: Lookup, article: str, quote: str) -> Selector:
    """The words and what stands around them within their sentence: nothing that the page does not show."""
    runs = in_context(look, article, quote)
    at = next((i for i, run in enumerate(runs) if run.hit), 0)
    before = "".join(run.text for run in runs[:at]).removeprefix("… ")
    after = "".join(run.text for run in runs[at + 1 :]).removesuffix(" …")
    return Selector(exact=markup.fold(quote), prefix=before[-_AROUND:] or None, suffix=after[:_AROUND] or None)


def at_words(address: str, quote: str) -> str:
    """An address with a text fragment (WICG, Scroll To Text Fragment) for the words; empty without an address.

    A long quote is named by its first and last words, which may stand in different blocks of the page.
    """
    words = markup.fold(quote).split(" ")
    if not address or not words[0]:
        return ""
    if len(words) <= _WHOLE:
        text = _escaped(" ".join(words))
    else:
        text = f"{_escaped(' '.join(words[:_ENDS]))},{_escaped(' '.join(words[-_ENDS:]))}"
    return f"{address}{'' if '#' in address else '#'}:~:text={text}"


def _escaped(words: str) -> str:
    """Everything but letters and digits: hyphens, commas and ampersands are signs of the fragment itself."""
    return percent(words.encode("utf-8", "replace"), safe="").replace("-", "%2D")
