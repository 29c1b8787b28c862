"""No text of a seed or an editor becomes code: through bodies, titles, names, quotations, ids and addresses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.site.markdown import Renderer
from tests.site.hostile import ALERT, VECTORS, faults
from tests.site.pelican_run import run_pelican


def test_the_inspector_sees_what_it_is_for() -> None:
    assert faults(f"<p><script>{ALERT}</script>") == ["<script>"]
    assert faults(f"<b onclick={ALERT}>") == ["<b onclick>"]
    assert faults(f'<a href="JAVA&#9;script:{ALERT}">') != []
    assert faults("<a href='/javascript/'>") == []


@pytest.mark.parametrize("vector", VECTORS)
def test_a_body_is_harmless(vector: str) -> None:
    renderer = Renderer("/repo")
    for text in (vector, f"Before\n\n{vector}\n\nafter", f"> {vector}", f"- {vector}", f"| a |\n|---|\n| {vector} |"):
        assert faults(renderer.html(text)) == []


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def hostile_content(folder: Path) -> Path:
    """One page of each kind for every vector, which stands in each of its texts."""
    content = folder / "content"
    for name in ("articles", "entities", "events", "notes", "pages"):
        (content / name).mkdir(parents=True)
    for i, vector in enumerate(VECTORS):
        line = " ".join(vector.split())
        text = quoted(line)
        escaped = "".join(f"&#{ord(c)};" if not c.isalnum() and c != " " else c for c in line)
        script = quoted("javascript:" + line)
        digest = f"wording: paraphrase\ndigest_of:\n  title: {text}\n  url: {script}\n" if i % 2 else ""
        pages = {
            f"articles/a{i}": f"title: {text}\ndate: 2031-03-05\nlang: en\nsource:\n  seed: {text}\n  sha256: x\n"
            f"  publisher: {text}\n  author: {text}\n  url: {script}\nrights: full\n{digest}entities:\n  - id: e{i}\n"
            f"    names: [{text}]\n    role: {text}\nevents:\n  - id: v{i}\n    date: 2031-03-04\n    when: {text}\n"
            f"    quote: {text}\n    said_by: {text}\n    entities: [e{i}]\n"
            f"    figures: [{{what: {text}, value: 3, unit: {text}}}]\n---\n{escaped}\n\n{vector}\n",
            f"entities/e{i}": f"name: {text}\ntype: person\naliases: [{text}]\nsame_as: [{script}]\n---\n{vector}\n",
            f"events/v{i}": f"title: {text}\ndate: 2031-03-04\nstatus: disputed\nbecause: {text}\nentities: [e{i}]\n"
            f"---\n{vector}\n",
            f"notes/n{i}": f"title: {text}\nauthor: {text}\nsummary: {text}\n---\n{vector}\n\n[[e{i}]] [[v{i}]]\n",
        }
        for name, page in pages.items():
            (content / f"{name}.md").write_text(f"---\n{page}", encoding="utf-8")
    odd = 'an-id-"><img src=x onerror=alert(31337)>'.replace(" ", "&")
    (content / "entities" / f"{odd}.md").write_text("---\nname: Odd\ntype: person\n---\n", encoding="utf-8")
    (content / "notes" / "odd.md").write_text(f"---\ntitle: To the odd one\n---\n[[{odd}]]\n", encoding="utf-8")
    name = quoted(VECTORS[0])
    (content / "briefing.yaml").write_text(
        f"name: {name}\ntagline: {name}\nrepository: {quoted('javascript:' + ALERT)}\n", encoding="utf-8"
    )
    return content


# What the theme itself sets, letter by letter: its own scripts, its forms, and fields whose values are no texts.
OWN = re.compile(
    r'<script type="module" src="/theme/\w+\.js\?v=[0-9a-f]{8}"></script>'
    r'|<script type="application/ld\+json">[^<>&]*</script>'
    r'|<form (?:class="seek" )?autocomplete="off">'
    r'|<input type="radio" name="status" value="[a-z]*" id="f-[a-z]+"(?: checked)?>'
    r'|<input type="date" name="(?:from|to)" min="[0-9-]+" max="[0-9-]+">'
    r'|<input type="radio" name="sort" value="[a-z]*"(?: checked)?>'
    r'|<input class="field" type="search" name="q" spellcheck="false"(?: enterkeyhint="search")?>'
)


def test_a_site_of_hostile_texts_is_harmless(tmp_path: Path) -> None:
    built = run_pelican(hostile_content(tmp_path), tmp_path / "output")
    assert built.status == 0, built.complained + built.said
    pages = built.pages()
    assert len(pages) > 3 * len(VECTORS)
    wrong = {
        page.relative_to(built.folder).as_posix(): faults(OWN.sub("", page.read_text(encoding="utf-8")))
        for page in pages
    }
    assert {name: found for name, found in wrong.items() if found} == {}
    # What was meant as a text is still there to be read.
    assert "&lt;script&gt;alert(31337)&lt;/script&gt;" in built.read("entities/e0/index.html")
