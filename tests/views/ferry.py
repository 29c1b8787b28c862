"""An invented briefing of two sources, and how a test makes one of its own out of a few lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

from generator import briefing, store
from generator.briefing import Briefing
from generator.views.lookup import Lookup

Pages = Mapping[str, str]
Build = Callable[..., Lookup]

NEWSPAPER = """\
    ---
    title: Ferry runs aground off Varno
    date: 2031-03-04
    source: {seed: a.txt, sha256: aa, publisher: Coastal Gazette}
    entities:
      - {id: lena-harbour, names: [Lena Harbour, Harbour], role: harbour master}
      - {id: varno, names: [Varno]}
      - {id: sea-line, names: [Sea Line]}
    events:
      - id: ferry-aground
        date: 2031-03-03
        when: on Monday
        quote: The ferry ran aground on Monday with 212 people on board
        entities: [sea-line]
        place: varno
        figures: [{what: people on board, value: 212}]
      - id: inquiry-opens
        date: 2031-04-01
        quote: An inquiry is to open on 1 April
        entities: [lena-harbour, sea-line]
    ---
    The ferry ran aground on Monday with 212 people on board, said Lena Harbour of Varno. The Sea Line was silent.

    An inquiry is to open on 1 April. Harbour would lead it. "We shall look at everything," Harbour said. Harbour left.
    """
DIGEST = """\
    ---
    title: Every soul saved
    date: 2031-03-05
    source: {seed: b.txt, sha256: bb, publisher: The Evening Tide}
    wording: paraphrase
    digest_of: {title: All saved, url: "https://example.net/saved"}
    entities:
      - {id: lena-harbour, names: [Ms Harbour]}
    events:
      - {id: ferry-aground, date: 2031-02, quote: "In February a ferry struck a bank", said_by: the coastguard}
      - {id: lamp-out, quote: "The lamp on the bank had been out"}
    ---
    In February a ferry struck a bank. The lamp on the bank had been out, says Ms Harbour.
    """
EVENTS = {
    "ferry-aground": """\
    ---
    title: A ferry runs aground off Varno
    date: "2031-03-03"
    status: disputed
    entities: [sea-line]
    place: varno
    reviewed: 2031-03-09
    ---
    """,
    "inquiry-opens": """\
    ---
    title: An inquiry is to open
    date: "2031-04-01"
    status: unverified
    entities: [lena-harbour, sea-line]
    ---
    """,
    "lamp-out": """\
    ---
    title: The lamp on the bank is out
    status: unverified
    ---
    """,
}
ENTITIES = {
    "lena-harbour": """\
    ---
    name: Lena Harbour
    type: person
    aliases: [Harbour, Captain Harbour]
    ---
    She runs the port of [[varno]].
    """,
    "varno": "---\nname: Varno\ntype: place\n---\n",
    "sea-line": "---\nname: Sea Line\ntype: organization\n---\n",
}


def make(folder: Path, **pages: Pages) -> Briefing:
    """The briefing of these pages (folder of content=, then id: text), which must be without fault."""
    for kind, rows in pages.items():
        (folder / kind).mkdir(exist_ok=True)
        for id, text in rows.items():
            (folder / kind / f"{id}.md").write_text(dedent(text), encoding="utf-8")
    made, problems = briefing.link(store.load(folder))
    assert [str(p) for p in problems if p.level == "error"] == []
    return made


def dated(build: Build, edtf: str, title: str = "It takes place", dated_by: str = "") -> Lookup:
    """A briefing of one event called `it`, with this date, told by one report of 10 March 2031."""
    by = f", dated_by: {dated_by}" if dated_by else ""
    article = f"""\
        ---
        title: A report
        date: 2031-03-10
        source: {{seed: a.txt, sha256: aa, publisher: Coastal Gazette}}
        events:
          - {{id: it, date: "{edtf}"{by}, quote: It took place}}
        ---
        It took place, they say.
        """
    event = f'---\ntitle: {title}\ndate: "{edtf}"\nstatus: unverified\n---\n'
    return build(articles={"a": article}, events={"it": event})
