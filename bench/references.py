"""The same pages for other generators: a plain Pelican and a Hugo, each with a theme of three short templates.

Articles are their articles, events and entities their pages; each with the body that this program prints of it, so that
all three turn the same Markdown into as many pages.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.corpus import Corpus

_HEAD = (
    "<!doctype html>\n<html lang=en><head><meta charset=utf-8><title>{title}</title></head>\n"
    "<body>{body}</body></html>\n"
)

PELICAN = {
    "article.html": _HEAD.format(
        title="{{ article.title }}",
        body="<h1>{{ article.title }}</h1><p>{{ article.date.isoformat() }}, {{ article.publisher }}</p>"
        "{{ article.content }}",
    ),
    "page.html": _HEAD.format(title="{{ page.title }}", body="<h1>{{ page.title }}</h1>{{ page.content }}"),
    "index.html": _HEAD.format(
        title="{{ SITENAME }}",
        body='<ul>{% for a in articles %}<li><a href="/{{ a.url }}">{{ a.title }}</a></li>{% endfor %}</ul>',
    ),
}
HUGO = {
    "_default/single.html": _HEAD.format(
        title="{{ .Title }}", body='<h1>{{ .Title }}</h1><p>{{ .Date.Format "2006-01-02" }}</p>{{ .Content }}'
    ),
    "_default/list.html": _HEAD.format(
        title="{{ .Title }}",
        body='<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
    ),
    "index.html": _HEAD.format(
        title="{{ .Site.Title }}",
        body='<ul>{{ range .Site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
    ),
}


def pelican(corpus: Corpus, folder: Path) -> list[str]:
    """Write content, theme and settings of a plain Pelican; the command that builds its site, in that folder."""
    for name in ("content/articles", "content/pages", "theme/templates", "theme/static"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for a in corpus.articles:
        text = f"Title: {a.title}\nDate: {a.day}\nPublisher: {a.publisher}\nCategory: reports\nSlug: {a.id}\n\n{a.body}"
        (folder / f"content/articles/{a.id}.md").write_text(text, encoding="utf-8")
    for id, title, body in _others(corpus):
        (folder / f"content/pages/{id}.md").write_text(f"Title: {title}\nSlug: {id}\n\n{body}", encoding="utf-8")
    for name, text in PELICAN.items():
        (folder / f"theme/templates/{name}").write_text(text, encoding="utf-8")
    off = "TAG CATEGORY AUTHOR YEAR_ARCHIVE MONTH_ARCHIVE DAY_ARCHIVE DRAFT".split()
    feeds = "FEED_ALL_ATOM CATEGORY_FEED_ATOM TRANSLATION_FEED_ATOM AUTHOR_FEED_ATOM AUTHOR_FEED_RSS".split()
    (folder / "conf.py").write_text(
        'PATH, OUTPUT_PATH, THEME, SITENAME = "content", "output", "theme", "The coast"\n'
        'ARTICLE_PATHS, PAGE_PATHS, DIRECT_TEMPLATES = ["articles"], ["pages"], ["index"]\n'
        'TIMEZONE, DEFAULT_PAGINATION = "UTC", False\n'
        + "".join(f'{name}_SAVE_AS = ""\n' for name in off)
        + "".join(f"{name} = None\n" for name in feeds),
        encoding="utf-8",
    )
    return [sys.executable, "-m", "pelican", "-s", "conf.py", "-q"]


def hugo(corpus: Corpus, folder: Path) -> list[str]:
    """The same for Hugo."""
    for name in ("content/articles", "content/pages", "layouts/_default"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for a in corpus.articles:
        front = f'---\ntitle: "{a.title}"\ndate: {a.day}\n---\n'
        (folder / f"content/articles/{a.id}.md").write_text(front + a.body, encoding="utf-8")
    for id, title, body in _others(corpus):
        (folder / f"content/pages/{id}.md").write_text(f'---\ntitle: "{title}"\n---\n{body}', encoding="utf-8")
    for name, text in HUGO.items():
        (folder / f"layouts/{name}").write_text(text, encoding="utf-8")
    (folder / "config.yaml").write_text(
        'baseURL: "https://example.org/"\ntitle: The coast\ndisableKinds: [taxonomy, term, RSS, sitemap]\n',
        encoding="utf-8",
    )
    return ["hugo", "--quiet", "--destination", "output"]


def _others(corpus: Corpus) -> list[tuple[str, str, str]]:
    """(id, title, body) of what are pages there: of an event its reports, of a name where it stands."""
    told: dict[str, list[str]] = {e.id: [] for e in corpus.events}
    named: dict[str, list[str]] = {e.id: [] for e in corpus.entities}
    for article in corpus.articles:
        line = f"[{article.title}](/{article.id}.html), {article.publisher}"
        for event in article.events:
            told[event.id].append(f"- {line}: “{event.said}”\n")
        for entity in article.named:
            named[entity.id].append(f"- {line}\n")
    rows = [(e.id, e.title, "".join(told[e.id])) for e in corpus.events]
    return rows + [(e.id, e.name, "".join(named[e.id])) for e in corpus.entities]
