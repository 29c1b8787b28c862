"""Articles whose names are marked in them, and who is who in them."""

from __future__ import annotations

from generator.document import Document, Extraction, Identities, Mention
from generator.extract.acronyms import abbreviates
from generator.model import EntityFront
from generator.resolve.entities import resolve
from tests.extract.marked import read


def article(marked: str, name: str = "a.txt") -> Extraction:
    text, gold = read(marked)
    mentions = tuple(Mention(g.start, g.end, g.text, next(iter(g.types))) for g in gold)  # type: ignore[arg-type]
    pairs = zip(enumerate(mentions), list(enumerate(mentions))[1:], strict=False)
    aliases = tuple((i, j) for (i, a), (j, b) in pairs if text[a.end : b.start] == " (" and abbreviates(b.text, a.text))
    return Extraction(Document(name, "", name, text, text), mentions, aliases=aliases)


def who(found: Identities, *articles: Extraction) -> list[list[str | None]]:
    """Entity of each mention, article by article."""
    return [[found.of_mention.get((n, i)) for i in range(len(a.mentions))] for n, a in enumerate(articles)]


def resolved(*marked: str, known: tuple[tuple[str, EntityFront], ...] = ()) -> list[list[str | None]]:
    articles = [article(m, f"{n}.txt") for n, m in enumerate(marked)]
    return who(resolve(articles, known), *articles)
