#!/usr/bin/env python3
"""Check the gold of one or all topics against its articles: python check.py [--fill] [-v] [TOPIC...]

--fill writes the article numbers into every `in: []` of entities.yaml; -v lists what the gold may lack.
"""
import html, re, sys
from datetime import date
from pathlib import Path
import yaml

HERE = Path(__file__).parent
TYPES = {"person", "organization", "place", "agreement", "named_event", "equipment"}


def running(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        body = re.search(r"<!-- body -->(.*?)<!-- /body -->", text, re.S).group(1)
        text = html.unescape(re.sub(r"<[^>]+>", " ", body))
        text = re.sub(r"\s+([.,;:)])", r"\1", text)
    elif path.suffix == ".md":
        text = re.sub(r"[*_#>]", "", re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S))
    return re.sub(r"\s+", " ", text).strip()


def edtf(value):
    def one(v):
        m = re.fullmatch(r"(\d{3}X|\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?", v)
        if not m:
            return False
        y, mo, d = m.groups()
        if d:
            try:
                date(int(y), int(mo), int(d))
            except ValueError:
                return False
        return not mo or 1 <= int(mo) <= 12 or (not d and 21 <= int(mo) <= 41)
    parts = value.split("/")
    return len(parts) <= 2 and all(one(p) or (len(parts) == 2 and p == "..") for p in parts)


def where(name, text):
    return [m.span() for m in re.finditer(r"(?<!\w)" + re.escape(name) + r"(?!\w)", text)]


def check(folder, fill, verbose):
    texts = {int(p.name[:3]): running(p) for p in sorted(folder.glob("[0-9]*.*"))}
    raw = (folder / "entities.yaml").read_text(encoding="utf-8")
    ents = yaml.safe_load(raw)["entities"]
    evs = yaml.safe_load((folder / "events.yaml").read_text(encoding="utf-8"))["events"]
    bad = 0

    def say(*a):
        nonlocal bad
        bad += 1
        print(folder.name, *a)
    for n, t in texts.items():
        print(folder.name, n, len(t.split()), "words")
        if not 240 <= len(t.split()) <= 510:
            say(n, "length")
    hits, covered = {}, {n: [False] * len(t) for n, t in texts.items()}
    for name, e in sorted(((n, e) for e in ents for n in e["names"]), key=lambda x: -len(x[0])):
        for n, t in texts.items():
            for a, b in where(name, t):
                if not all(covered[n][a:b]) or any(name in h for h in hits.get((e["id"], n), {}) ):
                    hits.setdefault((e["id"], n), {})[name] = True
                    covered[n][a:b] = [True] * (b - a)
    for e in ents:
        got = sorted(n for i, n in hits if i == e["id"])
        if e["type"] not in TYPES:
            say(e["id"], "type", e["type"])
        if not e["in"] and fill:
            raw = re.sub(r"(\{id: " + re.escape(e["id"]) + r", .*?in: )\[\]", lambda m: m.group(1) + str(got), raw)
        elif e["in"] != got:
            say(e["id"], "in", e["in"], "but names stand in", got)
        for name in e["names"]:
            if not any(where(name, texts[n]) for n in (e["in"] or got)):
                say(e["id"], "name nowhere:", name)
    if fill:
        (folder / "entities.yaml").write_text(raw, encoding="utf-8")
    ids = [e["id"] for e in ents]
    for i in {i for i in ids + [e["id"] for e in evs] if (ids + [e["id"] for e in evs]).count(i) > 1}:
        say("id twice", i)
    spans = {n: [] for n in texts}
    for ev in evs:
        for v in ev["date"] if isinstance(ev["date"], list) else [ev["date"]]:
            if not isinstance(v, str) or not edtf(v):
                say(ev["id"], "date", v)
        for x in ev["entities"]:
            if x not in ids:
                say(ev["id"], "unknown entity", x)
        for c in ev["claims"]:
            w = re.sub(r"\s+", " ", c["words"])
            if w not in texts[c["in"]]:
                say(ev["id"], "words not in", c["in"], ":", w)
            else:
                a = texts[c["in"]].index(w)
                spans[c["in"]].append((a, a + len(w)))
            if len(w.split()) < 3:
                say(ev["id"], "words too short", w)
            for v in [] if c["date"] is None else c["date"] if isinstance(c["date"], list) else [c["date"]]:
                if not isinstance(v, str) or not edtf(v):
                    say(ev["id"], "claim date", v)
        if set(ev) - {"id", "date", "title", "entities", "claims", "optional"}:
            say(ev["id"], "keys", set(ev))
    print(folder.name, len(ents), "entities,", sum(not e.get("optional") for e in ents), "required;", len(evs), "events,",
          sum(not e.get("optional") for e in evs), "required,", sum(any(c.get("disputes") for c in e["claims"]) for e in evs),
          "disputed;", bad, "faults")
    if verbose:
        for n, t in texts.items():
            caps = [m.group() for m in re.finditer(r"\b[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*)*", t)
                    if not all(covered[n][m.start():m.end()]) and not re.search(r"(^|[.!?”\"] )$", t[max(0, m.start() - 2):m.start()])]
            print(n, "not gold:", caps)
            for m in re.finditer(r"[^.!?]+(?:\.(?=\w)[^.!?]*)*[.!?]*", t):
                s = m.group()
                if re.search(r"\b(1[89]\d\d|20[01]\d|January|February|March|April|May|June|July|August|September|October|November|December|"
                             r"Jan|Feb|Aug|Sept?|Oct|Nov|Dec|\w+day|last|later|next|following|earlier|yesterday|week|month|year)\b", s) \
                        and not any(a < m.end() and b > m.start() for a, b in spans[n]):
                    print(n, "no claim:", s.strip())


args = [a for a in sys.argv[1:] if not a.startswith("-")]
for f in sorted(p for p in HERE.iterdir() if p.is_dir() and (p / "events.yaml").exists() and (not args or p.name in args)):
    check(f, "--fill" in sys.argv, "-v" in sys.argv)
