"""Known ways to run a script, in every field of seeds, notes and front matter: the pages are opened, and none runs.

The Content-Security-Policy is switched off: what is proved is that nothing gets as far as to need it. The suite gives
twelve vectors to a page, `make torture` every page its own (BRIEFING_VECTORS=all), so that each meets every field.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest

from tests.browser.conftest import serving
from tests.safety import hostile_site, tally
from tests.site.hostile import faults
from tests.site.pelican_run import ROOT, run_pelican

pytestmark = pytest.mark.browser

ALL = os.environ.get("BRIEFING_VECTORS") == "all"
VECTORS = hostile_site.vectors()
EACH = 1 if ALL else 12

# In every frame, before anything else: what a vector would call tells of it.
HOOK = "for (const name of ['alert', 'print', 'prompt', 'confirm']) window[name] = () => console.error('RAN ' + name);"
# What of the page as Chromium understands it could run or load something that is not the theme's.
INSPECT = r"""() => {
  const found = [];
  const data = (e) => {  // for machines; no browser runs it
    try { return e.type === 'application/ld+json' && !e.src && typeof JSON.parse(e.textContent) === 'object' }
    catch { return false }
  };
  const never = 'iframe frame object embed applet base template noscript style math'.split(' ');
  for (const e of document.querySelectorAll('*')) {
    const tag = e.localName;
    if (never.includes(tag)) found.push('<' + tag + '>');
    const theme = tag === 'script' && e.src.startsWith(location.origin + '/theme/') && !e.textContent;
    if (tag === 'script' && !theme && !data(e)) found.push('script');
    if (tag === 'link' && !e.href.startsWith(location.origin + '/')) found.push('link ' + e.href);
    if (tag === 'form' && e.hasAttribute('action')) found.push('form');
    for (const a of e.attributes) {
      if (a.name.startsWith('on') || a.name === 'srcdoc' || a.name === 'style') found.push(tag + ' ' + a.name);
      if ((a.name === 'formaction' || a.name === 'ping')) found.push(tag + ' ' + a.name);
      if (['href', 'src', 'xlink:href', 'action', 'data', 'poster', 'cite', 'background'].includes(a.name)) {
        let scheme = '';
        try { scheme = new URL(a.value, location.href).protocol } catch { }
        if (!['http:', 'https:', 'mailto:', ''].includes(scheme)) found.push(tag + ' ' + a.name + '=' + a.value);
      }
    }
  }
  return found;
}"""


def test_there_are_enough_of_them() -> None:
    assert len(VECTORS) >= 300


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of pages with a vector in every field, and of what is made of seeds with a vector in every place."""
    pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")
    folder = tmp_path_factory.mktemp("vectors")
    seeds = hostile_site.seeds(folder, VECTORS, EACH)
    made = hostile_site.content(folder / "made", VECTORS, EACH)
    command = [sys.executable, "-m", "generator", "convert", str(seeds), "--content", str(folder / "content")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=7200)
    assert done.returncode == 0, done.stderr
    assert "failed" not in done.stderr
    for path in made.rglob("*"):
        if path.is_file():
            target = folder / "content" / path.relative_to(made)
            target.parent.mkdir(exist_ok=True)
            shutil.copy(path, target)
    built = run_pelican(folder / "content", folder / "output", timeout=3600)
    assert built.status == 0, built.complained[-3000:] + built.said[-3000:]
    return built.folder


def test_none_runs(browser: Any, hostile: Path) -> None:
    pages = sorted(p.parent.relative_to(hostile).as_posix() for p in hostile.rglob("index.html"))
    assert len(pages) > 3 * len(VECTORS) // EACH
    for kind in {"sources/a", "entities/e", "events/v", "notes/n", "notes/i", "p"}:
        own = [p for p in pages if re.fullmatch(rf"{kind}\d+(?:\D.*)?", p)]
        # What is left out holds a character that no page may hold, and is named.
        assert len(own) >= len(VECTORS) // EACH * 0.7, f"{kind}: too few are shown, {len(own)}"
    ran: list[str] = []
    with serving(hostile, "/") as site:
        context = browser.new_context(bypass_csp=True, service_workers="block")
        context.add_init_script(HOOK)
        context.route(lambda url: not url.startswith(site.url), lambda route: route.abort())
        context.set_default_timeout(300_000)  # thousands of pages, perhaps on a busy machine
        tab = context.new_page()
        at = ""
        tab.on("dialog", lambda d: (ran.append(f"{at}: dialog {d.message}"), d.dismiss()))
        tab.on("console", lambda m: ran.append(f"{at}: {m.text}") if m.text.startswith("RAN ") else None)
        tab.on("pageerror", lambda e: ran.append(f"{at}: {e}"))
        tab.on("request", lambda r: ran.append(f"{at}: asked for {r.url}") if not r.url.startswith(site.url) else None)
        for at in pages:
            tab.goto(site.url + quote(at) + "/", wait_until="load")
            html = (hostile / at / "index.html").read_text(encoding="utf-8")
            if 'http-equiv="refresh"' in html:  # an old address, which leads on at once
                ran += [f"{at}: {fault}" for fault in faults(html)]
                tab.wait_for_url(lambda url, old=at: not unquote(url).endswith(f"/{old}/"), wait_until="load")
            ran += [f"{at}: {fault}" for fault in tab.evaluate(INSPECT)]
        context.close()
    assert ran == []
    tally.add(
        "vectors", {"vectors": len(VECTORS), "fields": len(hostile_site.PLACES), "pages": len(pages), "each": EACH}
    )


def test_no_word_of_an_address_runs(browser: Any, hostile: Path) -> None:
    """What a reader is lured into asking for: the search and the filters set it in as a text."""
    ran: list[str] = []
    with serving(hostile, "/") as site:
        context = browser.new_context(bypass_csp=True, service_workers="block")
        context.add_init_script(HOOK)
        context.set_default_timeout(300_000)
        tab = context.new_page()
        tab.on("dialog", lambda d: (ran.append(d.message), d.dismiss()))
        tab.on("console", lambda m: ran.append(m.text) if m.text.startswith("RAN ") else None)
        for vector in VECTORS[:: 1 if ALL else 40]:
            word = quote(vector.encode("utf-8", "replace"))
            tab.goto(f"{site.url}search/?q={word}&kind={word}&type={word}&year={word}#{word}", wait_until="load")
            tab.goto(
                f"{site.url}chronology/?status={word}&from={word}&entity={word}&q={word}#{word}", wait_until="load"
            )
            tab.goto(f"{site.url}entities/?q={word}&sort={word}#{word}", wait_until="load")
        tab.goto(f"{site.url}search/?q=alert", wait_until="load")
        tab.wait_for_selector(".results li")
        assert tab.evaluate("document.querySelectorAll('.results :is(script, img, svg, iframe)').length") == 0
        context.close()
    assert ran == []
