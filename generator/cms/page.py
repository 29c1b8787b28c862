"""The files of the editors' page: a document that loads the program, its configuration, the program, its licence."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from generator import frontmatter, writing
from generator.cms.bundle import PROGRAM, SVELTIA, SYMBOLS

FOLDER = "admin"

# What the program needs, found by running it, and nothing else: it writes its own styles, shows pictures that it has
# read as blobs and the portrait of whoever signed in, and speaks to GitHub. It would also ask a network of copies for
# fonts and for a newer version of itself, and whether GitHub is well; that is refused.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' blob: data: https://avatars.githubusercontent.com; "
    "connect-src 'self' blob: data: https://api.github.com; "
    "base-uri 'none'; form-action 'none'"
)
# The name is the one under which the program asks for the font.
_STYLE = f"""@font-face {{
  font-family: "Material Symbols Outlined";
  font-style: normal;
  font-weight: 400;
  font-display: block;
  src: url({SYMBOLS}) format("woff2");
}}
"""
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="stylesheet" href="admin.css">
<link rel="cms-config-url" type="application/yaml" href="config.yml">
</head>
<body>
<noscript>This page needs JavaScript. Without it, change the pages in the repository.</noscript>
<script src="{program}"></script>
</body>
</html>
"""


class OccupiedError(Exception):
    """Why the page cannot lie where it should, and what to do."""


def write(site: Path, config: Mapping[str, Any], program: Mapping[str, bytes]) -> Path:
    """Writes the folder `admin` below a site, over what an earlier run wrote there, and gives it. Raises `OSError`,
    `OccupiedError`.

    `program`: files by their names, from `bundle`.
    """
    title = str(config["app_title"])
    head = (
        f"# Made by briefing cms for {SVELTIA.name} {SVELTIA.version}: run it again when pages have keys of a new kind."
    )
    made = {
        "index.html": _PAGE.format(policy=escape(POLICY), title=escape(title), program=PROGRAM).encode(),
        "config.yml": f"{head}\n{frontmatter.block(config)}".encode(),
        "admin.css": _STYLE.encode(),
        **program,
    }
    folder = site / FOLDER
    if (old := folder / "index.html").is_file() and PROGRAM.encode() not in old.read_bytes():
        raise OccupiedError(f"{old} is a page of the site; give the page of that name in content/pages another one")
    for name, data in made.items():
        writing.write(folder / name, data)
    return folder
