"""An invented briefing in Arabic about a bridge: sources in Arabic and English, names of both scripts side by side."""

from __future__ import annotations

from pathlib import Path

ARTICLES = {
    "ughliqa-al-jisr": f"""\
---
title: إغلاق جسر الوادي بعد سقوط رافعة
date: 2031-05-06
lang: ar
source:
  seed: a/jisr.txt
  sha256: {"a" * 64}
  publisher: صحيفة الضفة
  author: سامي الراوي
  url: https://daffa.example/jisr
rights: full
entities:
  - id: huda-alwan
    names: [هدى علوان, علوان]
    role: مديرة هيئة الجسور
  - id: bridge-authority
    names: [هيئة الجسور]
  - id: wadi-bridge
    names: [جسر الوادي]
  - id: norvik-cranes
    names: [Norvik Cranes]
events:
  - id: 2031-05-04-crane-falls
    date: 2031-05-04
    when: يوم الأحد
    quote: سقطت رافعة لشركة Norvik Cranes على جسر الوادي يوم الأحد
    entities: [norvik-cranes, wadi-bridge]
    place: wadi-bridge
    kind: accident
    figures: [{{what: عمال, value: 14, bound: about}}]
  - id: 2031-05-05-bridge-closes
    date: 2031-05-05
    when: في اليوم التالي
    quote: أغلقت هيئة الجسور الجسر في اليوم التالي
    said_by: هدى علوان
    entities: [bridge-authority, huda-alwan]
    place: wadi-bridge
    kind: closing
---
سقطت رافعة لشركة Norvik Cranes على جسر الوادي يوم الأحد، وأصيب نحو 14 عاملًا. وأغلقت هيئة الجسور الجسر في اليوم التالي
كما قالت هدى علوان.

أغلقت هيئة الجسور الجسر في اليوم التالي. وقالت علوان إن «العمل سيستأنف قريبًا».
""",
    "crane-on-the-bridge": f"""\
---
title: Crane falls on the Wadi Bridge, nine hurt
date: 2031-05-07
lang: en
source:
  seed: b/crane.txt
  sha256: {"b" * 64}
  publisher: The Varno Post
  url: https://varno.example/crane
rights: full
entities:
  - id: huda-alwan
    names: [Huda Alwan, Alwan]
    role: director of the Bridge Authority
  - id: wadi-bridge
    names: [Wadi Bridge]
  - id: norvik-cranes
    names: [Norvik Cranes, Norvik]
events:
  - id: 2031-05-04-crane-falls
    date: 2031-05-03
    when: on 3 May 2031
    quote: A crane of Norvik Cranes fell on the Wadi Bridge on 3 May 2031
    entities: [norvik-cranes, wadi-bridge]
    place: wadi-bridge
    kind: accident
    figures: [{{what: عمال, value: 9}}]
  - id: 2031-05-05-bridge-closes
    date: 2031-05-05
    when: on 5 May
    quote: the bridge was closed on 5 May
    said_by: bridge officials
    entities: [huda-alwan]
    place: wadi-bridge
  - id: 2031-07-bridge-reopens
    date: 2031-07
    when: in July
    quote: it will open again in July
    entities: [huda-alwan, norvik-cranes]
    place: wadi-bridge
    kind: opening
---
A crane of Norvik Cranes fell on the Wadi Bridge on 3 May 2031, hurting 9. Huda Alwan said the bridge was closed
on 5 May; it will open again in July.
""",
    "mulakhkhas": f"""\
---
title: تأسيس هيئة الجسور
title_by: converter
published_inferred:
  date: 2031-05-10/2031-05-16
  reason: "it tells as news what other reports date to 2031-05-05: يُغلق الجسر"
lang: ar
source:
  seed: c/digest.md
  sha256: {"c" * 64}
rights: full
wording: paraphrase
digest_of:
  title: The Long Repair
  url: https://repair.example/long
entities:
  - id: bridge-authority
    names: [هيئة الجسور]
  - id: samer-nour
    names: [سامر نور]
events:
  - id: 2029-authority-founded
    date: 2029~
    when: قبل عامين تقريبًا
    quote: تأسست هيئة الجسور قبل عامين تقريبًا
    entities: [bridge-authority, samer-nour]
  - id: 2031-05-05-bridge-closes
    date: 2031-05-05
    quote: وأغلقت الهيئة الجسر في 5 مايو
    entities: [bridge-authority]
    place: wadi-bridge
---
تأسست هيئة الجسور قبل عامين تقريبًا برئاسة سامر نور. وأغلقت الهيئة الجسر في 5 مايو.
""",
}  # fmt: skip

ENTITIES = {
    "huda-alwan": "name: هدى علوان\ntype: person\naliases: [Huda Alwan, Alwan, علوان]\nreviewed: 2031-06-01\n---\n"
    "تدير [[bridge-authority]].\n",
    "samer-nour": "name: سامر نور\ntype: person\n---\n",
    "bridge-authority": "name: هيئة الجسور\ntype: organization\naliases: [Bridge Authority]\n---\n",
    "norvik-cranes": "name: Norvik Cranes\ntype: organization\nsame_as: ['https://norvik.example/']\n---\n",
    "wadi-bridge": "name: جسر الوادي\ntype: place\naliases: [Wadi Bridge]\ncoordinates: [33.1, 44.2]\n---\n",
    "varno": "name: Varno\ntype: place\ncoordinates: [34.0, 45.0]\n---\n",
}

EVENTS = {
    "2031-05-04-crane-falls": "title: تسقط رافعة على جسر الوادي\ndate: 2031-05-04\nstatus: disputed\n"
    "because: كانت الصحيفة في المكان\n"
    "entities: [norvik-cranes, wadi-bridge]\nplace: wadi-bridge\nkey: true\n---\n",
    "2031-05-05-bridge-closes": "title: يُغلق الجسر\ndate: 2031-05-05\nstatus: undisputed\n"
    "entities: [bridge-authority, huda-alwan]\nplace: wadi-bridge\nreviewed: 2031-06-01\n---\n",
    "2031-07-bridge-reopens": "title: The bridge opens again\ndate: 2031-07\nstatus: unverified\n"
    "entities: [huda-alwan, norvik-cranes]\nplace: wadi-bridge\n---\n",
    "2029-authority-founded": "title: تتأسس هيئة الجسور\ndate: 2029~\nstatus: unverified\n"
    "entities: [bridge-authority, samer-nour]\n---\n",
}

NOTES = {
    "kalimatan": """\
title: ما معنى «إغلاق» هنا
date: 2031-05-12
author: محرر
summary: كلمة تستعملها التقارير بمعنيين
---
## اليوم الأول

![[2031-05-04-crane-falls]]

قال أحد التقارير يومًا [@ughliqa-al-jisr]، وقال آخر يومًا غيره [@crane-on-the-bridge]. وتبقى شركة [[norvik-cranes]] صامتة.

> A crane of Norvik Cranes fell on the Wadi Bridge on 3 May 2031
>
> [@crane-on-the-bridge]
""",
}

PAGES = {
    "home": "title: جسر الوادي\nsummary: ما جرى لجسر\n---\nربيع أُغلق فيه جسر.\n",
    "about": "title: عن هذا الملف\n---\nمن يعده.\n",
    "method": "title: المنهج\n---\nكيف يُعد.\n",
}


def write_content(folder: Path, lang: str = "ar") -> Path:
    """The briefing as a content folder below `folder`."""
    content = folder / "content"
    for name, pages in (("entities", ENTITIES), ("events", EVENTS), ("notes", NOTES), ("pages", PAGES)):
        for id, text in pages.items():
            _write(content / name / f"{id}.md", f"---\n{text}")
    for id, text in ARTICLES.items():
        _write(content / "articles" / f"{id}.md", text)
    _write(content / "briefing.yaml", f"name: جسر الوادي\nlang: {lang}\nrepository: https://git.example/jisr\n")
    return content


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
