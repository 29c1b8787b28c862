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
# The reasons that the converter writes (resolve/publication.py), so that they are read in the site's language.
_REASONS = {
    "inferred.says": re.compile(
        r"it says (?P<when>[^:]{1,200}?) of what other reports date to (?P<day>[^:]{1,40}): (?P<title>.*)"
    ),
    "inferred.head": re.compile(r"its head says that it (?P<word>[^:]{1,40}?) (?P<day>[0-9][^: ]{3,40})"),
    "inferred.news": re.compile(r"it tells as news what other reports date to (?P<day>[^:]{1,40}): (?P<title>.*)"),
    "inferred.weekday": re.compile(r"it says (?P<when>[^:]{1,60}), and that is a day of (?P<year>\d{4})"),
    "inferred.between": re.compile(r"it tells of (?P<past>[\d-]{7,10}) as past, and plans for (?P<plan>[\d-]{7,10})"),
}
_TITLE_LIMIT = 60  # letters of a title that tells two sources of one label apart


@dataclass(frozen=True, slots=True)
class SourceName:
    """One source in all its forms: alone (`label`), in a sentence (`running`), as a heading, as a column's head."""

    id: str
    address: str
    label: str
    running: str
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

    @property
    def byline(self) -> str:
        """Whose words stand below, where it stands alone above them: of a digest they are ours."""
        return t("claim.by.digest.alone", source=self.running) if self.digest else self.heading


def shown_title(article: Article) -> str:
    """The title, in brackets where the report has none and the converter made it."""
    title = article.front.title
    return t("source.bracketed", title=title) if article.front.title_by else title


def _cut(text: str) -> str:
    return text if len(text) <= _TITLE_LIMIT else text[:_TITLE_LIMIT].rsplit(" ", 1)[0] + " …"


def _label(article: Article) -> tuple[str, str]:
    """The label alone, and as it stands in a sentence: report of 5 May, the report of 5 May."""
    front = article.front
    publisher = front.source.publisher
    if front.date:
        day = phrases.phrase(front.date).text
        if not publisher:
            return t("source.of_date", date=day), t("source.the_of_date", date=day)
        label = t("source.publisher_date", publisher=publisher, date=day)
    elif front.published_inferred:
        about = phrases.rough(front.published_inferred.date)
        if not publisher:
            return t("source.of_rough", date=about), t("source.an_of_rough", date=about)
        label = t("source.publisher_rough", publisher=publisher, date=about)
    elif publisher:
        label = t("source.publisher_undated", publisher=publisher)
    else:
        title = _cut(front.title)
        return t("source.untold", title=title), t("source.an_untold", title=title)
    return label, label


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
    """A reason as a reader says it: the converter's own are English, with days as EDTF; editors' stay as they are."""

    def said(text: str) -> str:
        return _DAY.sub(lambda found: phrases.phrase(found[0]).text, text)

    for key, pattern in _REASONS.items():
        found = pattern.fullmatch(reason)
        if found:
            return t(key, **{name: said(value) for name, value in found.groupdict().items()})
    return said(reason)


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


def some_undated(briefing: Briefing) -> bool:
    """Whether a source has no date at all: it may be newer than the newest that has one."""
    return any(not a.front.date and not a.front.published_inferred for a in briefing.articles.values())


def names(briefing: Briefing) -> dict[str, SourceName]:
    """Article id -> its name, in the order of publication. Where two would be called the same, the title is added."""
    ordered = sorted(briefing.articles.values(), key=in_order)
    labels = {a.id: _label(a) for a in ordered}
    often = Counter(label for label, _ in labels.values())
    found = {}
    for page in ordered:
        label, running = labels[page.id]
        title = shown_title(page)
        if often[label] > 1 and (page.front.date or page.front.published_inferred or page.front.source.publisher):
            of = _cut(page.front.title)
            label, running = t("source.twin", label=label, title=of), t("source.twin", label=running, title=of)
        when, basis = _published(page)
        found[page.id] = SourceName(
            id=page.id,
            address=addresses.source(page.id),
            label=label,
            running=running,
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
