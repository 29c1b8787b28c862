"""A quote that its article does not have is on no page, whether it was only checked or converted again."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import briefing, convert, store

FRONT = "---\ntitle: A bridge\ndate: 2031-03-04\npublisher: The Tarn\n---\n"
SEED = FRONT + "The town of Orlow opened a bridge on 3 March 2031.\n"
FALSE = "The town of Orlow opened a tunnel on 3 March 2031."


def test_neither_the_quote_nor_what_rests_on_it_alone_is_shown(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/one.md").write_text(SEED)
    content = tmp_path / "content"
    convert.convert(tmp_path / "seeds", content)
    shown, problems = briefing.link(store.load(content))
    assert len(shown.events) == 1
    (page,) = (content / "articles").iterdir()
    page.write_text(
        page.read_text().replace("quote: The town of Orlow opened a bridge", "quote: The town of Orlow opened a tunnel")
    )
    shown, problems = briefing.link(store.load(content))
    assert [p.rule for p in problems if p.level == "error"] == ["quote"]
    assert shown.events == {}
    convert.convert(tmp_path / "seeds", content)
    shown, problems = briefing.link(store.load(content))
    assert [p.rule for p in problems if "tunnel" in p.message] == ["orphan"]
    assert not any(c.quote == FALSE and not c.draft for a in shown.articles.values() for c in a.front.events)
    assert all(all(r.claim.quote != FALSE for r in shown.reports.get(id, ())) for id in shown.events)
