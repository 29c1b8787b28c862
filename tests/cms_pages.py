"""Invented pages with what an editing program may lose: keys of the editors' own everywhere, and words like numbers."""

from __future__ import annotations

from pathlib import Path

PAGES = {
    "articles/ferry": """\
---
title: "007"
title_by: converter
date: 2031-03-05
published_inferred: {date: 2031-03~, reason: "from: the text"}
lang: en
source:
  seed: ferry.txt
  sha256: "0000000000000000000000000000000000000000000000000000000000000001"
  publisher: "NO"
  url: https://a.example/x?y=1#z
  retrieved: "2031-03-06"
  desk: north
  contact: {name: Ann, phones: ["0123", "+44"]}
rights: full
wording: paraphrase
digest_of:
  title: The original
  url: https://b.example/
  edition: "12"
entities:
  - id: ann-lee
    names: [Ann Lee, "NO", "12:30"]
    role: '"captain": #1'
    note: tall
    seen: [on deck, "1e3"]
  - id: port-ash
    names: [Port Ash]
events:
  - id: 2031-03-04-ferry-stops
    date: 2031
    when: on Monday
    quote: "the ferry: stopped # at 12:30"
    said_by: "yes"
    entities: [ann-lee]
    place: port-ash
    figures:
      - {what: crew, value: 12, note: rounded}
      - {what: tons, value: 7500.5, unit: t, bound: least}
    original: {start: 0, end: 12, edition: late}
    assigned: {to: Bo, on: 2031-03-09}
  - quote: it went back
    dated_by: inference
    date: 2031-03-04/2031-03-06
    draft: true
    mood: "null"
  - quote: it came again
    orphan: true
workflow: {state: open, steps: [{who: Bo, what: call}, {who: Cy, what: write}]}
tags: [sea, "2031", "true"]
colours: [red, green]
grade: 4.5
urgent: true
empty_text: ""
empty_list: []
empty_map: {}
nothing:
remarks: |-
  first line
  second line

  fourth
odd key: fine
clé: été
numbers: [1, 2, 3]
---
The ferry: stopped # at 12:30. it went back; *it came again*.

    code  with  spaces

- a list\\
  with [[ann-lee|a link]] and [@ferry], <b>html</b> &amp; a^b. <!-- remark -->


Two empty lines before, two blanks at this end:\x20\x20
the end, and the ferry: stopped # at 12:30
""",
    "entities/ann-lee": """\
---
name: Ann Lee
type: person
aliases: [Lee, "1.50", =, "<<"]
same_as: [https://www.wikidata.org/wiki/Q1]
redirects: [old-ann]
reviewed: 2031-03-08
phone: "0044"
family: {sister: Bea}
---
A captain.
""",
    "entities/port-ash": """\
---
name: Port Ash
type: place
coordinates: [31.1234567, -34]
country: "NO"
---
""",
    "events/2031-03-04-ferry-stops": """\
---
title: The ferry stops
date: "2031"
status: unverified
because: 'it''s "so": really'
entities: [ann-lee]
place: port-ash
key: true
reviewed: 2031-03-08
desk: {checked: [Bo, Cy]}
---
""",
    "notes/how": """\
---
title: How it stopped
date: 2031-03-09
summary: "A note: with a colon."
redirects: [older]
mood: calm
---
Text with [[ann-lee]].
""",
    "pages/home": """\
---
title: Ferry strike
summary: See [[ann-lee]] and [[2031-03-04-ferry-stops|the stop]].
pinned: {first: ann-lee}
---
Home.
""",
}
SETTINGS = "name: Ferry strike\nrepository: https://github.com/owner/ferry\n"


def written(content: Path) -> Path:
    """A folder of pages with all of them."""
    for id, text in PAGES.items():
        page = content / f"{id}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    (content / "briefing.yaml").write_text(SETTINGS, encoding="utf-8")
    return content
