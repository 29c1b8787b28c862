"""What the build does with content that is odd, without Pelican around it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator import briefing, store
from generator.site import settings
from generator.site.build import Built, build
from generator.site.feeds import build_day
from generator.site.output import Output
from generator.views import lookup


def built(content: Path, siteurl: str = "") -> tuple[Built, Output]:
    output = Output(content.parent / "output")
    linked, _ = briefing.link(store.load(content))
    made = build(lookup.of(linked), content, Path(settings.theme_folder()), siteurl, output)
    output.finish()
    return made, output


def test_an_old_id_that_makes_no_address_is_named_and_left_out(content: Path) -> None:
    page = content / "entities" / "mara-quill.md"
    page.write_text(page.read_text().replace("[m-quill]", "[m-quill, '..', '%2e%2e']"))
    made, output = built(content)
    assert "entities/m-quill/index.html" in output
    assert [(p.path.rpartition("/")[2], p.line) for p in made.problems] == [("mara-quill.md", 5)] * 2
    assert not (content.parent / "index.html").exists()


def test_an_old_id_beside_a_living_page_does_not_take_its_place(content: Path) -> None:
    (content / "entities" / "quay.md").write_text("---\nname: Quay\ntype: place\nredirects: [mv-sandpiper]\n---\n")
    built(content)
    assert (
        'http-equiv="refresh"'
        not in (content.parent / "output" / "entities" / "mv-sandpiper" / "index.html").read_text()
    )


def test_a_standing_page_cannot_take_an_address_of_the_site(content: Path) -> None:
    (content / "pages" / "events.md").write_text("---\ntitle: Mine\n---\nText\n")
    made, _ = built(content)
    assert [str(p) for p in made.problems if "its address is one of the site's own" in p.message]


def test_ids_may_hold_what_addresses_must_escape(content: Path) -> None:
    (content / "notes" / "100% sure? «ja».md".replace(" ", "-")).write_text(
        "---\ntitle: Odd\n---\nText\n", encoding="utf-8"
    )
    _, output = built(content, "/repo")
    assert "notes/100%-sure?-«ja»/index.html" in output
    index = (content.parent / "output" / "notes" / "index.html").read_text()
    assert 'href="/repo/notes/100%25-sure%3F-%C2%ABja%C2%BB/"' in index


def test_only_pictures_are_taken_from_the_images(content: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    (content / "images" / "trap.svg").write_text("<svg onload='alert(1)'/>")
    (content / "images" / "page.html").write_text("<script>1</script>")
    (content / "images" / "out.png").symlink_to(tmp_path / "secret.png")
    (content / "images" / ".hidden.png").write_bytes(b"x")
    made, output = built(content)
    assert [name for name in ("trap.svg", "page.html", "out.png", ".hidden.png") if f"images/{name}" in output] == []
    assert "images/bay.png" in output
    assert sorted(p.path.rpartition("/")[2] for p in made.problems) == ["out.png", "page.html", "trap.svg"]


def test_a_build_without_dated_sources_uses_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert build_day() == date(1970, 1, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1925000000")
    assert build_day() == date(2031, 1, 1)
