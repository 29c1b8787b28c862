"""The search index: Pagefind over the pages that are results, so that no server is needed and no word leaves the site.

Only pages with `data-pagefind-body` are results (docs/decisions/0011-search-with-pagefind.md). The indexer is a program
beside Python; where it is missing, the site is whole but for the search, and the build says so.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from generator.problems import Problem
from generator.site.canonical import canonical
from generator.site.output import file_of

FOLDER = "search/pagefind"
MARK = b"data-pagefind-body"
_TIMEOUT = 600  # seconds; a thousand pages take two
# What of the bundle the page of the search loads; the rest is interfaces that are not ours.
_PARTS = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.*.pagefind")
_FOLDERS = ("fragment/*", "index/*", "filter/*")

Files = list[tuple[str, bytes]]


def indexer() -> Path | None:
    """The indexing program: the one locked with this package, else one on the PATH, else none."""
    try:
        from pagefind_bin import get_executable

        return Path(get_executable())
    except (ImportError, FileNotFoundError):
        found = shutil.which("pagefind")
        return Path(found) if found else None


def words(html: bytes) -> str:
    """A hash of all that the index holds of a page; "" where it is no result.

    That is what is marked in its head, and its main part. Another theme's page may be a result as a whole.
    """
    at = html.find(MARK)
    if at < 0:
        return ""
    head = b"".join(line for line in html[:at].splitlines() if b"data-pagefind" in line or b"<html" in line)
    begins = html.rfind(b"<", 0, at)
    ends = html.find(b"</main>", at) if html.startswith(b"<main", begins) else -1
    return sha256(head + html[begins:ends] if ends > 0 else html).hexdigest()


def index(program: Path | None, pages: Iterable[tuple[str, bytes]], lang: str) -> tuple[Files, list[Problem]]:
    """The bundle of (path below the site, content) for (address, HTML) of all pages. The same pages, the same bytes."""
    if program is None:
        message = "the search has no index: the program pagefind is not installed"
        return [], [Problem(FOLDER, 0, message, "pip install 'pagefind[bin]'", "warning", "search")]
    with tempfile.TemporaryDirectory() as folder:
        site, bundle = Path(folder, "site"), Path(folder, "bundle")
        site.mkdir()
        for address, html in pages:
            if MARK in html:
                file = site / file_of(address)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(html)
        command = [str(program), "--site", str(site), "--output-path", str(bundle), "--force-language", lang]
        try:
            done = subprocess.run(
                command, capture_output=True, encoding="utf-8", errors="replace", timeout=_TIMEOUT, check=False
            )
            said = "" if done.returncode == 0 else (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        except (OSError, subprocess.TimeoutExpired) as error:
            said = [str(error)]
        if said:
            message = f"the search has no index: pagefind says {' '.join(said)}"
            return [], [Problem(FOLDER, 0, message, "the site is whole without it", "warning", "search")]
        files = canonical({p.relative_to(bundle).as_posix(): p.read_bytes() for p in _wanted(bundle)})
        return [(f"{FOLDER}/{path}", data) for path, data in sorted(files.items())], []


def _wanted(bundle: Path) -> list[Path]:
    return sorted(p for pattern in (*_PARTS, *_FOLDERS) for p in bundle.glob(pattern) if p.is_file())
