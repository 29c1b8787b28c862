"""What articles say, sentence by sentence, and who is named where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator import markup
from generator.briefing import Article, Briefing
from generator.views import excerpts, passages
from generator.views.passages import Sentence


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article's sentences, and in which of them each entity is named."""

    sentences: tuple[Sentence, ...]
    folded: str
    named: Mapping[str, tuple[tuple[int, tuple[tuple[int, int], ...]], ...]]  # entity -> (sentence, spans in it)
    names: tuple[tuple[tuple[int, int, str], ...], ...]  # sentence -> (start, end, entity) of every name in it


Each = Callable[[Callable[[Article], ArticleText], Sequence[Article]], Iterable[ArticleText]]


def of(briefing: Briefing, ids: Sequence[str], each: Each = map) -> dict[str, ArticleText]:
    """The texts of some articles. `each`: map, or what does the same faster."""
    return dict(zip(ids, each(partial(_text, briefing), [briefing.articles[id] for id in ids]), strict=True))


def unchanged(before: Briefing, now: Briefing) -> list[str]:
    """Articles whose text comes out as before."""
    return [
        id
        for id, article in now.articles.items()
        if (old := before.articles.get(id)) and (old is article or old == article)
        and _spellings(before, old) == _spellings(now, article)
        and (article.front.rights != "excerpt" or excerpts.quotes(before, old) == excerpts.quotes(now, article))
    ]  # fmt: skip


def _spellings(briefing: Briefing, article: Article) -> list[tuple[str, str]]:
    found = []
    for row in article.front.entities:
        id = briefing.redirects.get(row.id, row.id)
        if id in briefing.entities:
            found += [(name, id) for name in row.names or (briefing.entities[id].front.name,)]
    return found


def _text(briefing: Briefing, article: Article) -> ArticleText:
    sentences = passages.sentences(markup.plain(excerpts.shown(briefing, article)))
    names = passages.Names(_spellings(briefing, article))
    named: dict[str, list[tuple[int, tuple[tuple[int, int], ...]]]] = defaultdict(list)
    found = tuple(tuple(names.find(sentence.text)) for sentence in sentences)
    for number, in_sentence in enumerate(found):
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for start, end, id in in_sentence:
            spans[id].append((start, end))
        for id, where in spans.items():
            named[id].append((number, tuple(where)))
    joined = passages.joined(sentences)
    return ArticleText(tuple(sentences), joined, {id: tuple(rows) for id, rows in named.items()}, found)
