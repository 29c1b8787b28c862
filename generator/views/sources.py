"""What a source is called: publisher and date where known, else what is known, said plainly."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from generator import dates
from generator.briefing import Article, Briefing
from generator.content import published
from generator.views import addresses, phrases
from generator.views.phrases import Phrase
from generator.views.words import capital, t

_DAY = re.compile(r"\b[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d/-])")
_TITLE_LIMIT = 60  # letters of a title that tells two sources of one label apart


@dataclass(frozen=True, slots=True)
class SourceName:
    """One source in all its forms: in a sentence (`article` + `label`), as a heading, as the head of a column."""

    id: str
    address: str
    label: str
    article: str
    digest: bool
    publisher: str
    published: Phrase
    basis: str
    head: str
    title: str
    lang: str
    dated: bool  # whether the report prints its day
    year: str  # of publication, printed or inferred; empty where unknown

    @property
    def heading(self) -> str:
        """The label as it begins a line."""
        return capital(self.label)


def shown_title(article: Article) -> str:
    """The title, in brackets where the report has none and the converter made it."""
    title = article.front.title
    return t("source.bracketed", title=title) if article.front.title_by else title


def _cut(text: str) -> str:
    return text if len(text) <= _TITLE_LIMIT else text[:_TITLE_LIMIT].rsplit(" ", 1)[0] + " …"


def _label(article: Article) -> tuple[str, str]:
    """(article word, label)."""
    front = article.front
    publisher = front.source.publisher
    if front.date:
        day = phrases.phrase(front.date).text
        if publisher:
            return "", t("source.publisher_date", publisher=publisher, date=day)
        return t("source.article_the"), t("source.of_date", date=day)
    if front.published_inferred:
        about = phrases.rough(front.published_inferred.date)
        if publisher:
            return "", t("source.publisher_rough", publisher=publisher, date=about)
        return t("source.article_an"), t("source.of_rough", date=about)
    if publisher:
        return "", t("source.publisher_undated", publisher=publisher)
    return t("source.article_an"), t("source.untold", title=_cut(front.title))


def _published(article: Article) -> tuple[Phrase, str]:
    """When, and how that is known."""
    front = article.front
    if front.date:
        return phrases.phrase(front.date), t("source.printed")
    if front.published_inferred:
        inferred = front.published_inferred
        return phrases.phrase(inferred.date), t("source.inferred", reason=_worded(inferred.reason))
    return phrases.NOTHING, ""


def _year(article: Article) -> str:
    """The year of publication; of an inferred period the one in which it ends."""
    inferred = article.front.published_inferred
    text = article.front.date or (inferred.date if inferred else None)
    return str(dates.parse(text).upper.year) if text else ""


def _worded(reason: str) -> str:
    """A reason as a reader says it: the converter writes its days as EDTF."""
    return _DAY.sub(lambda found: phrases.phrase(found[0]).text, reason)


def in_order(article: Article) -> tuple[date, date, str]:
    """The key by which sources stand in the order of publication, those without any date last.

    A report whose day was only inferred stands where it surely was out: at the last day of the period.
    """
    first, last = published(article.front)
    return last, first, article.id


def newest(briefing: Briefing) -> str:
    """When the newest source appeared, as exactly as that is known; empty where none has a date."""
    dated = [a for a in briefing.articles.values() if a.front.date or a.front.published_inferred]
    if not dated:
        return ""
    front = max(dated, key=in_order).front
    if not front.date and front.published_inferred:
        return phrases.rough(front.published_inferred.date)
    return phrases.phrase(front.date).text


def names(briefing: Briefing) -> dict[str, SourceName]:
    """Article id -> its name, in the order of publication. Where two would be called the same, the title is added."""
    ordered = sorted(briefing.articles.values(), key=in_order)
    labels = {a.id: _label(a) for a in ordered}
    often = Counter(label for _, label in labels.values())
    found = {}
    for page in ordered:
        article, label = labels[page.id]
        title = shown_title(page)
        if often[label] > 1 and (page.front.date or page.front.published_inferred or page.front.source.publisher):
            label = t("source.twin", label=label, title=_cut(page.front.title))
        when, basis = _published(page)
        found[page.id] = SourceName(
            id=page.id,
            address=addresses.source(page.id),
            label=label,
            article=article,
            digest=page.front.wording == "paraphrase",
            publisher=page.front.source.publisher or "",
            published=when,
            basis=basis,
            head=_head(page),
            title=title,
            lang=page.front.lang,
            dated=bool(page.front.date),
            year=_year(page),
        )
    return found


def _head(page: Article) -> str:
    """The date in a column of its own."""
    if page.front.date:
        return phrases.phrase(page.front.date).text
    if page.front.published_inferred:
        return phrases.rough(page.front.published_inferred.date)
    return t("source.undated")
