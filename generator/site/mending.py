"""Where a reader mends a page: its file in the repository's editor, and an issue that is begun for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

from generator.site.context import SiteContext
from generator.views import addresses
from generator.views.words import t, template


@dataclass(frozen=True, slots=True)
class Mending:
    """Two links of one page."""

    edit: str
    label: str  # of `edit`
    suggest: str


@dataclass(frozen=True, slots=True)
class _Host:
    """How a host of repositories names its pages, behind the repository's address."""

    edit: str
    browse: str
    issue: str
    title: str = "title"
    body: str = "body"


_GITHUB = _Host("/edit/{branch}/{path}", "/tree/{branch}/{path}", "/issues/new")
# By a word of the host's name; all others are taken to be like GitHub.
_HOSTS = {
    "gitlab": _Host(
        "/-/edit/{branch}/{path}", "/-/tree/{branch}/{path}", "/-/issues/new", "issue[title]", "issue[description]"
    ),
    "codeberg": _Host("/_edit/{branch}/{path}", "/src/branch/{branch}/{path}", "/issues/new"),
    "forgejo": _Host("/_edit/{branch}/{path}", "/src/branch/{branch}/{path}", "/issues/new"),
    "gitea": _Host("/_edit/{branch}/{path}", "/src/branch/{branch}/{path}", "/issues/new"),
}
# What a page that is made of many shows: a folder, or a file, below the folder of content.
_MADE_OF = {
    addresses.HOME: "pages/home.md",
    addresses.CHRONOLOGY: "events",
    addresses.DISPUTES: "events",
    addresses.ENTITIES: "entities",
    addresses.SOURCES: "articles",
    addresses.NOTES: "notes",
    addresses.CHANGES: "briefing.yaml",
}


def mending(site: SiteContext, content: Path, branch: str, address: str, path: str, title: str) -> Mending | None:
    """The links of the page at an address of the site; `None` where no repository is set.

    `path`: the file of content that it shows, as the builder names it, or nothing.
    """
    if not site.repository:
        return None
    repository = site.repository.rstrip("/").removesuffix(".git")
    name = urlsplit(repository).netloc
    host = next((h for word, h in _HOSTS.items() if word in name), _GITHUB)
    file = _file(content, address, path)
    single = file.endswith((".md", ".yaml"))
    where = (host.edit if single else host.browse).format(branch=quote(branch), path=quote(file))
    said = template("mend.body").format(address=f"{site.url}{address}", file=file)
    asked = {host.title: t("mend.title", title=title), host.body: said}
    return Mending(
        edit=f"{repository}{where}",
        label=t("mend.edit") if single else t("mend.edit_many"),
        suggest=f"{repository}{host.issue}?{urlencode(asked, quote_via=quote)}",
    )


def _file(content: Path, address: str, path: str) -> str:
    """The file, or the folder, that a page is made of, as the repository names it."""
    here = content.as_posix()
    folder = here if not content.is_absolute() and not here.startswith("..") else content.name
    if path:
        return f"{folder}/{path.removeprefix(f'{here}/')}"
    if address in _MADE_OF:
        return f"{folder}/{_MADE_OF[address]}"
    whole = next((part for at, part in _MADE_OF.items() if at != addresses.HOME and address.startswith(at)), "")
    return f"{folder}/{whole}".rstrip("/")
