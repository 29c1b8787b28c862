"""An invented briefing about a ferry line, small and nasty: every kind of page, name and state that a site shows."""

from __future__ import annotations

from pathlib import Path

QUOTED = "The ferry Sandpiper ran aground off Corran Bay on Tuesday"
NOTE_TITLE = 'What "aground" & <i>adrift</i> mean here'
HOSTILE_NAME = 'Brack & Sons <b>Dredging</b> "Ltd"'
RTL_NAME = "ليلى حداد"

ARTICLES = {
    "sandpiper-runs-aground": f"""\
---
title: Sandpiper runs aground <in fog>
date: 2031-03-05
lang: en
source:
  seed: a/sandpiper.html
  sha256: {"a" * 64}
  publisher: The Elian Courier
  author: Tomas Ferrant
  url: https://courier.example/sandpiper?a=1&b=2
rights: full
entities:
  - id: mara-quill
    names: [Mara Quill, Quill]
    role: chair of the Harbour Board
  - id: harbour-board
    names: [Harbour Board]
  - id: mv-sandpiper
    names: [Sandpiper]
  - id: corran-bay
    names: [Corran Bay]
  - id: layla-haddad
    names: ["{RTL_NAME}"]
events:
  - id: 2031-03-04-sandpiper-aground
    date: 2031-03-04
    when: on Tuesday
    quote: {QUOTED}
    kind: accident
    entities: [mv-sandpiper]
    place: corran-bay
    figures: [{{what: passengers, value: 214}}]
  - id: 2031-03-05-board-opens-inquiry
    date: 2031-03-05
    when: on Wednesday
    quote: The Harbour Board opened an inquiry on Wednesday
    said_by: Mara Quill
    entities: [harbour-board, mara-quill]
  - id: new-slip-is-built
    quote: a new slip is to be built
    entities: [harbour-board]
---
{QUOTED}, with 214 passengers. Nobody was
hurt. *{RTL_NAME}*, the captain, had asked for a tug.

## What comes next

The Harbour Board opened [an inquiry](https://board.example/inquiry) on Wednesday, its chair Mara Quill said.
Quill added that **a new slip** is to be built at Port Elian, and see [[ferry-compact|the compact]].

<script>alert("body")</script>
<img src="https://tracker.example/pixel.gif" alt="a chart" onerror="alert(1)">
[a trap](javascript:alert(1))

| Berth | Depth in metres | Built for a vessel of the class that the line had in its better days |
|-------|----------------:|------|
| One   | 7 | no |
""",
    "aground-on-thursday": f"""\
---
title: Ferry aground, harbour closed
date: 2031-03-10
lang: en
source:
  seed: b/closed.txt
  sha256: {"b" * 64}
  publisher: Coastwise
rights: full
entities:
  - id: mv-sandpiper
    names: [MV Sandpiper, Sandpiper]
  - id: brack-and-sons
    names: ['{HOSTILE_NAME}']
  - id: port-elian
    names: [Port Elian]
  - id: ferry-compact
    names: [Ferry Compact]
events:
  - id: 2031-03-04-sandpiper-aground
    date: 2031-03-06
    when: on 6 March 2031
    quote: the Sandpiper struck the bar on 6 March 2031
    entities: [mv-sandpiper]
    figures: [{{what: passengers, value: 190}}]
  - id: 2031-03-07-harbour-closes
    date: 2031-03-07
    when: a day later
    quote: Port Elian closed its harbour a day later
    kind: closing
    entities: [port-elian]
    place: port-elian
  - id: 2031-07-ferry-compact-signing
    date: 2031-07
    when: in July
    quote: the Ferry Compact will be signed in July
    entities: [ferry-compact, brack-and-sons]
    place: port-elian
---
With 190 passengers, the Sandpiper struck the bar on 6 March 2031. Port Elian closed its harbour a day later.

Dredgers of Brack & Sons &lt;b&gt;Dredging&lt;/b&gt; "Ltd" were called, and the Ferry Compact will be signed in July.
""",
    "our-digest-of-a-third": f"""\
---
title: A harbour is closed
title_by: converter
published_inferred:
  date: 2031-03-08/2031-03-14
  reason: it speaks of the closure as of last week
lang: en
source:
  seed: c/digest.md
  sha256: {"c" * 64}
rights: full
wording: paraphrase
digest_of:
  title: The long winter of Port Elian
  url: https://winter.example/long?x="><script>alert(2)</script>
entities:
  - id: port-elian
    names: [Port Elian]
  - id: mara-quill
    names: [Mara Quill]
events:
  - id: 2031-03-07-harbour-closes
    date: 2031-03-07
    when: on 7 March
    quote: the harbour of Port Elian was closed on 7 March
    entities: [port-elian]
    place: port-elian
  - id: 2029-founding-of-the-line
    date: 2029~
    when: about two years ago
    quote: the line was founded about two years ago
    entities: [mara-quill]
---
By order of Mara Quill the harbour of Port Elian was closed on 7 March; the line was founded about two years ago.
""",
}  # fmt: skip

ENTITIES = {
    "mara-quill": (
        "name: Mara Quill\n"
        "type: person\n"
        "aliases: [Quill]\n"
        "redirects: [m-quill]\n"
        "reviewed: 2031-04-01\n"
        "---\n"
        "She chairs the [[harbour-board]].\n"
    ),
    "layla-haddad": ('name: "ليلى حداد"\ntype: person\naliases: [Layla Haddad]\n---\n'),
    "harbour-board": ("name: Harbour Board\ntype: organization\n---\n"),
    "brack-and-sons": (
        "name: 'Brack & Sons <b>Dredging</b> \"Ltd\"'\n"
        "type: organization\n"
        "same_as: ['javascript:alert(3)', 'https://brack.example/']\n"
        "---\n"
    ),
    "port-elian": ("name: Port Elian\ntype: place\ncoordinates: [12.5, -41.25]\n---\n"),
    "corran-bay": ("name: Corran Bay\ntype: place\n---\n"),
    "ferry-compact": ("name: Ferry Compact\ntype: agreement\n---\n"),
    "mv-sandpiper": ("name: MV Sandpiper\ntype: equipment\naliases: [Sandpiper]\n---\n"),
}

EVENTS = {
    "2031-03-04-sandpiper-aground": (
        "title: The Sandpiper runs aground off Corran Bay\n"
        "date: 2031-03-04\n"
        "status: disputed\n"
        "because: the paper of the port was there\n"
        "entities: [mv-sandpiper]\n"
        "place: corran-bay\n"
        "key: true\n"
        "redirects: [sandpiper-strands]\n"
        "---\n"
    ),
    "2031-03-05-board-opens-inquiry": (
        "title: The Harbour Board opens an inquiry\n"
        "date: 2031-03-05\n"
        "status: unverified\n"
        "entities: [harbour-board, mara-quill]\n"
        "---\n"
    ),
    "new-slip-is-built": ("title: A new slip is built\nstatus: unverified\nentities: [harbour-board]\n---\n"),
    "2031-03-07-harbour-closes": (
        "title: Port Elian closes its harbour\n"
        "date: 2031-03-07\n"
        "status: undisputed\n"
        "entities: [port-elian]\n"
        "place: port-elian\n"
        "reviewed: 2031-04-01\n"
        "---\n"
    ),
    "2031-07-ferry-compact-signing": (
        "title: The Ferry Compact is signed\n"
        "date: 2031-07\n"
        "status: unverified\n"
        "entities: [ferry-compact, brack-and-sons]\n"
        "place: port-elian\n"
        "---\n"
    ),
    "2029-founding-of-the-line": (
        "title: The line is founded\ndate: 2029~\nstatus: unverified\nentities: [mara-quill]\n---\n"
    ),
}

NOTES = {
    "what-aground-means": f"""\
title: '{NOTE_TITLE}'
date: 2031-03-12
author: An editor
summary: Two words that the reports mix up
---
# A heading

See [[2031-03-04-sandpiper-aground]], [[Mara Quill|the chair]], [[m-quill]], [by file](../entities/port-elian.md) and
[the method](/method/). `[[code stays]]`[^1]

#### A deep heading

<div id="main" class="masthead" onclick="alert(4)">[[harbour-board]]</div> ![the bay](/images/bay.png)

| One | Two | Three | Four | Five | Six | Seven | Eight | Nine | Ten | Eleven | Twelve |
|-----|-----|-------|------|------|-----|-------|-------|------|-----|--------|--------|
| 100000 | 200000 | 300000 | 400000 | 500000 | 600000 | 700000 | 800000 | 900000 | 1000000 | 1100000 | 1200000 |

    a line of code that does not end where the telephone ends, nor where the desk does, but goes on and on, at length

A word that nobody can break: {"unbreakable" * 12}

[^1]: A footnote with *weight*.
""",
    "a-second-note": (
        "title: A second note\n---\nIt follows [[what-aground-means]] and [[mv-sandpiper]][^1].\n\n"
        "[^1]: Another footnote.\n"
    ),
    "what-the-reports-say": f"""\
title: What the reports say
date: 2031-04-02
---
## The day

![[2031-03-04-sandpiper-aground]]

The paper of the port was there [@sandpiper-runs-aground], the other was not [@aground-on-thursday]; one of them[^1]
calls it a [[2031-03-04-sandpiper-aground#claims|question of two days]], as [[#The day]] shows.

> {QUOTED} […] The Harbour Board opened an inquiry
>
> [@sandpiper-runs-aground]

> Port Elian closed its harbour a day later. [@aground-on-thursday]

> the line was founded about two years ago

[@our-digest-of-a-third]

See [its berths](../articles/sandpiper-runs-aground.md#What%20comes%20next) and ![the bay](../images/bay.png).

[^1]: Coastwise [@aground-on-thursday].
[@aground-on-thursday]: ../articles/aground-on-thursday.md
""",
}

PAGES = {
    "home": (
        "title: Ferries of Port Elian\nsummary: What became of a ferry line\n---\n"
        "A winter in which a ferry line lost its ship.\n"
    ),
    "about": "title: About\n---\nWho makes this.\n",
    "method": "title: Method\n---\nHow it is made.\n",
}

# The smallest PNG: one grey pixel.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


def write_content(folder: Path) -> Path:
    """The briefing as a content folder below `folder`."""
    content = folder / "content"
    for name, pages in (("entities", ENTITIES), ("events", EVENTS), ("notes", NOTES), ("pages", PAGES)):
        for id, text in pages.items():
            _write(content / name / f"{id}.md", f"---\n{text}")
    for id, text in ARTICLES.items():
        _write(content / "articles" / f"{id}.md", text)
    (content / "images").mkdir()
    (content / "images" / "bay.png").write_bytes(PIXEL)
    _write(
        content / "briefing.yaml",
        "name: Ferries & <tides>\ntagline: A briefing\nrepository: https://git.example/ferries\n",
    )
    return content


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
