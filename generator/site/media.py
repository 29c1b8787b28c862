"""Files that go into the site as they are: the theme's static ones, and the editors' images."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.problems import Problem

# Formats that hold pictures and nothing else. SVG is not among them: opened by itself it may run scripts.
IMAGES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"})
MAX_BYTES = 20_000_000


def theme_files(theme: Path) -> Iterator[tuple[str, bytes]]:
    """(path below the site, content) of theme/static/, in order."""
    static = theme / "static"
    for path in _files(static):
        yield f"theme/{path.relative_to(static).as_posix()}", path.read_bytes()


def images(content: Path) -> tuple[list[tuple[str, bytes]], list[Problem]]:
    """content/images/ as (path below the site, content), and what of it is no image of ours."""
    folder = content / "images"
    found: list[tuple[str, bytes]] = []
    problems: list[Problem] = []
    for path in _files(folder):
        shown = path.as_posix()
        if path.suffix.lower() not in IMAGES:
            remedy = "it is left out; use " + ", ".join(sorted(s.lstrip(".") for s in IMAGES))
            problems.append(Problem(shown, 0, "it is not an image that the site can show", remedy, "warning", "image"))
        elif not path.resolve().is_relative_to(folder.resolve()) or path.stat().st_size > MAX_BYTES:
            message = f"it leads out of the folder, or is larger than {MAX_BYTES // 1_000_000} MB"
            problems.append(Problem(shown, 0, message, "it is left out; put a smaller copy here", "warning", "image"))
        else:
            found.append((f"images/{path.relative_to(folder).as_posix()}", path.read_bytes()))
    return found, problems


def _files(folder: Path) -> list[Path]:
    """All files below a folder that are not hidden."""
    if not folder.is_dir():
        return []
    below = (p for p in folder.rglob("*") if p.is_file())
    return sorted(p for p in below if not any(part.startswith(".") for part in p.relative_to(folder).parts))
