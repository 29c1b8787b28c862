"""The translators' files, brought up to what the catalogue says: `make words`; `--check` asks whether they are.

`generator/views/locale/briefing.pot` holds every text in English, its key as `msgctxt`, and below it a file of each
language the translations. A key that is new comes in empty; one whose English changed keeps its translation, marked
fuzzy, for somebody to look at; one that is gone goes. A site never shows what is empty or fuzzy, but the English.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from generator.views.catalogue import ENGLISH
from generator.views.words import DOMAIN, LOCALES

FOLDER = Path(__file__).resolve().parents[1] / "generator" / "views" / "locale"
# A date of its own would change the file at every run.
_MADE = datetime(2026, 1, 1, tzinfo=UTC)
_OWN = (b'"Generated-By', b'"Report-Msgid-Bugs-To', b'"Project-Id-Version', b'"Last-Translator', b'"Language-Team')
_HEADER = "The words of the interface. msgctxt is the key; texts may hold {names}, which stay as they are."


def template() -> Catalog:
    """Every text in English, in the order of the catalogue."""
    made = Catalog(project=DOMAIN, header_comment=f"# {_HEADER}", creation_date=_MADE, charset="utf-8", fuzzy=False)
    for key, text in ENGLISH.items():
        made.add(text, context=key)
    return made


def brought_up(language: str, old: Catalog) -> Catalog:
    """The translations of a language for the texts of today."""
    made = Catalog(
        locale=language, project=DOMAIN, header_comment=f"# {_HEADER}", creation_date=_MADE, charset="utf-8",
        revision_date=_MADE, fuzzy=False,
    )  # fmt: skip
    made.mime_headers = [(name, value) for name, value in old.mime_headers if name == "Plural-Forms"]
    known = {message.context: message for message in old if message.id}
    for key, text in ENGLISH.items():
        before = known.get(key)
        same = before is not None and before.id == text
        flags = set(before.flags) & {"fuzzy"} if before is not None else set()
        keeps = before is not None and isinstance(before.id, tuple) == isinstance(text, tuple)
        message = made.add(text, before.string if before is not None and keeps else None, context=key, flags=flags)
        if keeps and not same and any(_forms(message.string)):
            message.flags.add("fuzzy")
    return made


def _forms(string: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string or "",)


def written(catalog: Catalog) -> bytes:
    """The file's bytes."""
    made = BytesIO()
    write_po(made, catalog, width=120)
    # Which version of Babel wrote it is no word of ours.
    return b"".join(line for line in made.getvalue().splitlines(keepends=True) if not line.startswith(_OWN))


def files() -> dict[Path, bytes]:
    """Path -> what should stand there."""
    made = {FOLDER / f"{DOMAIN}.pot": written(template())}
    for language in sorted(LOCALES.keys() - {"en"}):
        path = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        with path.open("rb") as file:
            made[path] = written(brought_up(language, read_po(file, locale=language)))
    return made


def main() -> int:
    """Writes what differs; with --check it only names it, and ends with 1."""
    stale = {path: data for path, data in files().items() if not path.is_file() or path.read_bytes() != data}
    for path, data in stale.items():
        if "--check" in sys.argv[1:]:
            print(f"{path.relative_to(FOLDER.parents[2])} is not what the catalogue says: make words writes it anew")
        else:
            path.write_bytes(data)
            print(path.relative_to(FOLDER.parents[2]))
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
