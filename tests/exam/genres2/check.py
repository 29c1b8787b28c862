import sys, re, yaml, html, calendar, datetime
from pathlib import Path

OUT = Path("/work/main/tests/exam/genres2")
fold = lambda s: re.sub(r"\s+", " ", s).strip()


def day(s):
    p = [int(x) for x in s.split("-")]
    if len(p) == 3:
        datetime.date(*p)


def one(s):
    if s in ("", ".."):
        return True
    m = re.fullmatch(r"(\d{4}|\d{3}X)(?:-(\d\d)(?:-(\d\d))?)?[~?%]?", s)
    if not m:
        return bool(re.fullmatch(r"\d{4}-W\d\d", s))
    y, mo, d = m.groups()
    if mo and d:
        try:
            datetime.date(int(y), int(mo), int(d))
        except ValueError:
            return False
    elif mo:
        return 1 <= int(mo) <= 12 or 21 <= int(mo) <= 42
    return True


def edtf(s):
    if not isinstance(s, str):
        return False
    a = s.split("/")
    if len(a) > 2 or not all(one(x) for x in a):
        return False
    if (
        len(a) == 2
        and ".." not in a
        and a[0][:10].rstrip("~") > a[1].rstrip("~")
        and not a[0].startswith(a[1].rstrip("~"))
    ):
        return False
    return True


bad = 0


def say(*a):
    global bad
    bad += 1
    print(*a)


files = 0
for t in sorted(p for p in OUT.iterdir() if p.is_dir()):
    if not (t / "entities.yaml").exists():
        continue
    texts = {}
    for f in sorted(t.glob("[0-9][0-9][0-9]_*")):
        s = f.read_text()
        if f.suffix == ".html":
            b = re.search(r"<article.*?</article>", s, re.S).group()
            b = re.sub(r'<div class="share.*?</div>', "", b, flags=re.S)
            b = re.sub(r"<h1.*?</h1>", "", b, flags=re.S)
            b = re.sub(r"</(p|div|li|h\d)>|<br>", " ", b)
            s = html.unescape(re.sub(r"<[^>]+>", "", b))
        if f.suffix == ".md":
            s = re.sub(r"^---\n.*?\n---\n", "", s, flags=re.S)
            s = re.sub(r"[*_`#]|^> ", "", s, flags=re.M)
        s = fold(s)
        texts[int(f.name[:3])] = s
        files += 1
        n = len(s.split())
        print(t.name, f.name, n, "words" if 150 <= n <= 400 else "WORDS!!")
    E = yaml.safe_load((t / "entities.yaml").read_text())["entities"]
    V = yaml.safe_load((t / "events.yaml").read_text())["events"]
    ids = [e["id"] for e in E]
    if len(set(ids)) != len(ids):
        say(t.name, "dup ent ids")
    vids = [e["id"] for e in V]
    if len(set(vids)) != len(vids) or set(vids) & set(ids):
        say(t.name, "dup ev ids")
    owner = {}
    for e in E:
        if e["type"] not in "person organization place agreement named_event equipment".split():
            say(e["id"], "type")
        if set(e) - {"id", "type", "names", "in", "optional"}:
            say(e["id"], "keys")
        has = lambda n, a: re.search(r"(?<!\w)" + re.escape(n) + r"(?!\w)", texts[a])
        for n in e["names"]:
            if not isinstance(n, str):
                say(e["id"], "name not str", n)
                continue
            if not any(has(n, a) for a in e["in"]):
                say(t.name, e["id"], "name nowhere", n)
            for a in texts:
                if a not in e["in"] and has(n, a):
                    say(t.name, e["id"], "also in", a, n)
            owner.setdefault(n.casefold(), []).append(e["id"])
        for a in e["in"]:
            if not any(has(n, a) for n in e["names"]):
                say(t.name, e["id"], "not in", a)
    for n, o in owner.items():
        if len(o) > 1:
            print("   note shared name", t.name, n, o)
    for v in V:
        if set(v) - {"id", "date", "title", "entities", "claims", "optional"}:
            say(v["id"], "keys")
        for d in v["date"] if isinstance(v["date"], list) else [v["date"]]:
            if not edtf(d):
                say(t.name, v["id"], "date", d)
        for x in v["entities"]:
            if x not in ids:
                say(t.name, v["id"], "unknown entity", x)
        for c in v["claims"]:
            if set(c) - {"in", "date", "words", "disputes", "optional"}:
                say(v["id"], "claim keys")
            for d in c["date"] if isinstance(c["date"], list) else [c["date"]]:
                if d is not None and not edtf(d):
                    say(t.name, v["id"], "cdate", d)
            if fold(c["words"]) not in texts[c["in"]]:
                say(t.name, v["id"], "WORDS not in", c["in"], c["words"])
            if len(c["words"].split()) < 3:
                say(t.name, v["id"], "short words")
    # weekday/place hints: capitalised tokens not covered by any name
    if len(sys.argv) > 1:
        for a, s in texts.items():
            for n in sorted((n for e in E if a in e["in"] for n in e["names"]), key=len, reverse=True):
                s = re.sub(r"(?<!\w)" + re.escape(n) + r"(?!\w)", "_", s)
            print("   caps", a, sorted(set(re.findall(r"(?<![.!?\"”] )(?<!^)\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*", s))))
    print(t.name, len(E), "entities", len(V), "events", sum(not v.get("optional") for v in V), "required")
print(files, "files", bad, "faults")
