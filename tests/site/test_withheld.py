"""`unreviewed: withhold`: what nobody has checked is on no page, in no feed, in no file of the site."""

from __future__ import annotations

import re
from pathlib import Path

from tests.site.pelican_run import Built, run_pelican

TEXTS = {".html", ".xml", ".json", ".csv", ".txt", ".ics", ".js", ".sqlite"}


def everything(site: Built) -> str:
    return "\n".join(
        f"{path.relative_to(site.folder)}\n{path.read_text(encoding='utf-8', errors='replace')}"
        for path in sorted(site.folder.rglob("*"))
        if path.is_file() and path.suffix in TEXTS and not path.name.startswith(".")
    )


def test_an_unreviewed_event_and_entity_are_nowhere_and_a_reviewed_one_stays(content: Path, tmp_path: Path) -> None:
    reviewed = next(p for p in sorted((content / "events").glob("*.md")) if "\nredirects:" not in p.read_text())
    for path in (content / "events").glob("*.md"):
        text = re.sub(r"\nreviewed: .*", "", path.read_text(encoding="utf-8"))
        if path == reviewed:
            text = text.replace("\n---\n", "\nreviewed: 2031-04-01\n---\n", 1)
        path.write_text(text, encoding="utf-8")
    for path in (content / "entities").glob("*.md"):
        path.write_text(re.sub(r"\nreviewed: .*", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    settings = content / "briefing.yaml"
    before = settings.read_text(encoding="utf-8") if settings.exists() else ""
    settings.write_text(before + "unreviewed: withhold\n", encoding="utf-8")
    site = run_pelican(content, tmp_path / "withheld")
    assert site.status == 0, site.complained
    assert re.search(r"[1-9][0-9]* pages withheld, for nobody has checked them", site.said)
    found = everything(site)
    assert f"/events/{reviewed.stem}/" in found
    others = [p.stem for p in sorted((content / "events").glob("*.md")) if p != reviewed]
    assert others
    assert [id for id in others if f"events/{id}/" in found or f'"{id}"' in found] == []
    entities = [p.stem for p in (content / "entities").glob("*.md")]
    assert [id for id in entities if f"entities/{id}/" in found or f'"{id}"' in found] == []
