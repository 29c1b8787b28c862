"""A content folder, and a folder of seeds, in which every text is a known way to run a script."""

from __future__ import annotations

import itertools
import json
import re
import types
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator import frontmatter
from generator.content import FOLDERS
from generator.model import Claim
from generator.settings import Settings
from tests.site.hostile import ALERT, VECTORS

# Where vectors were put: "ArticleFront.title", "body of notes", "seed: byline". Who counts the fields reads it.
PLACES: set[str] = set()

LIST = Path(__file__).with_name("vectors.txt")
Texts = Iterator[str]  # lines that never end
_ESCAPE = re.compile(r"\\(n|t|r|0|\\|x[0-9a-f]{2}|u[0-9a-f]{4})")
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "\\": "\\"}


def vectors() -> list[str]:
    """All of them, each once."""
    rows = [row for row in LIST.read_text(encoding="utf-8").splitlines() if row.strip() and not row.startswith("#")]
    made = [_ESCAPE.sub(_character, row.replace("PAYLOAD", ALERT)) for row in rows]
    # A link that leads nowhere leaves its page out of the site: those stand together, at the end.
    return sorted(dict.fromkeys([*made, *VECTORS]), key=lambda text: "[[" in text)


def _character(found: re.Match[str]) -> str:
    code = found[1]
    return _NAMED.get(code) or chr(int(code[1:], 16))


# ---- pages ----


def page(model: type[BaseModel], texts: Texts, ids: dict[str, Any]) -> str:
    """A page with a value in every field that the model has: a vector wherever a text can stand."""
    return f"---\n{frontmatter.block(_filled(model, texts, ids))}---\n"


def line_of(vector: str) -> str:
    """A vector as front matter can hold it."""
    return " ".join("".join(c for c in vector if c.isprintable() or c.isspace()).split())


def file_name(vector: str) -> str:
    """A vector as the name of a file: without what parts folders, and not too long."""
    return line_of(vector).replace("/", " ").encode("utf-8", "replace")[:120].decode("utf-8", "ignore").rstrip(" .")


def _filled(model: type[BaseModel], texts: Texts, ids: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if name in ids:
            if ids[name] is not None:
                made[name] = ids[name]
            continue
        kind = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        value = _value(f"{model.__name__}.{name}", kind, texts, ids)
        if value is not None:
            made[name] = value
    return made


def _value(name: str, kind: Any, texts: Texts, ids: dict[str, Any]) -> Any:
    origin, parts = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _value(name, [p for p in parts if p is not type(None)][-1], texts, ids)
    if origin is tuple:
        row = _value(name, parts[0], texts, ids)
        return [row] if row is not None and parts[-1] is ... else None
    if origin is Literal:
        return parts[0]
    if origin is dict:
        PLACES.add(name)
        return {next(texts): get_args(parts[1])[0] if get_origin(parts[1]) is Literal else next(texts)}
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _filled(kind, texts, ids)
    if kind is bool:
        return None
    if kind in (int, float) or (origin is Annotated and parts[0] in (int, float)):
        return 4 if name.endswith(".end") else 3
    text = next(texts)
    address = name.rpartition(".")[2] in ("url", "archived", "same_as", "repository")
    for candidate in (f"javascript:{text}" if address else text, "2031-03-04", "jane-doe", text):
        try:
            TypeAdapter(kind).validate_python(candidate)
        except ValidationError:
            continue
        if text in candidate:
            PLACES.add(name)
        return candidate
    return None


def content(folder: Path, given: Sequence[str], each: int = 1) -> Path:
    """One page of each kind for every vector; with `each`, for as many: they take turns in its fields, and all stand in
    its body. What an article says is quoted by its claim.
    """
    made = folder / "content"
    for name in FOLDERS:
        (made / name).mkdir(parents=True)
    (made / "images").mkdir()
    (made / "images/x.png").write_bytes(b"\x89PNG\r\n\x1a\n")  # a page whose image is not there would be left out
    for i, at in enumerate(range(0, len(given), each)):
        some = given[at : at + each]
        texts = itertools.cycle(map(line_of, some))
        line = line_of(some[0])
        escaped = "".join(f"&#{ord(c)};" if not c.isalnum() and c != " " else c for c in line)
        none = dict.fromkeys(("redirects", "shared_with", "draft", "orphan", "gone", "post", "lasts", "country"))
        ids = none | {"entities": [f"e{i}"], "place": None, "id": f"v{i}", "date": "2031-03-04", "lang": "en"}
        names = {"id": f"e{i}", "names": list(map(line_of, some)), "role": line}
        rows = {
            "articles": page(
                FOLDERS["articles"], texts,
                ids | {"entities": [names], "published_inferred": None, "title_by": None, "rights": "full",
                       "events": [_filled(Claim, texts, ids | {"dated_by": None, "quote": line})],
                       **({} if i % 2 else {"wording": None, "digest_of": None})},
            ) + escaped + "\n\n" + "\n\n".join(some) + "\n",
            "entities": page(FOLDERS["entities"], texts, none | {"coordinates": [3, 4], "type": "place"}),
            "events": page(FOLDERS["events"], texts, ids | {"status": "disputed"}),
            "notes": page(FOLDERS["notes"], texts, none),
            "pages": page(FOLDERS["pages"], texts, none),
        }  # fmt: skip
        for name, text in rows.items():
            body = "".join(f"\n{v}\n\nBefore {v} behind\n\n> {v}\n\n- {v}\n" for v in some)
            body += f"\n[[e{i}|{line}]] [[v{i}]]\n"
            short = {"articles": "a", "entities": "e", "events": "v", "notes": "n", "pages": "p"}[name]
            PLACES.add(f"body of {name}")
            (made / name / f"{short}{i}.md").write_text(text + ("" if name == "articles" else body), encoding="utf-8")
        for name, text in _doubtful(i, line, file_name(some[0])).items() if each == 1 or i % 5 == 0 else ():
            (made / f"{name}.md").write_text(text, encoding="utf-8")
        PLACES.update(("file name of a page", "id in a link"))
        id = f"i{i}{file_name(some[0])}"
        note = f"---\ntitle: Named by its file\n---\n[[{id}]] and [x](<{id}.md>)\n"
        (made / "notes" / f"{id}.md").write_text(note, encoding="utf-8")
    for target in ("x", "z", "nowhere"):  # where the links of some vectors lead
        (made / "notes" / f"{target}.md").write_text(f"---\ntitle: {target}\n---\nText.\n", encoding="utf-8")
    settings = _filled(Settings, itertools.cycle(map(line_of, given)), dict.fromkeys(("model", "unreviewed", "rights")))
    (made / "briefing.yaml").write_text(frontmatter.block(settings), encoding="utf-8")
    return made


_DOUBTFUL = (
    "ArticleFront.lang", "ArticleFront.digest_of", "Inferred.date", "Inferred.reason", "Claim.lasts", "Claim.post",
    "Claim.quote", "EntityRow.names", "EntityRow.role", "EntityFront.country", "EntityFront.redirects",
    "EventFront.redirects", "NoteFront.redirects",
)  # fmt: skip


def _doubtful(i: int, line: str, id: str) -> dict[str, str]:
    """Path -> pages with a vector where a page may be left out for it: for each such field one of its own."""
    PLACES.update(_DOUBTFUL)
    made: dict[str, str] = {}

    def article(name: str, more: dict[str, Any], **claim: Any) -> None:
        front = {
            "title": name,
            "date": "2031-03-04",
            "source": {"seed": f"{name}.txt", "sha256": "x"},
            "rights": "full",
        }
        row = {"id": f"v{i}", "date": "2031-03-04", "quote": "Word for word", "entities": [f"e{i}"], **claim}
        entity = {"id": f"e{i}", "names": ["Word"]}
        text = frontmatter.block(front | more | {"entities": [entity], "events": [row]})
        made[f"articles/{name}{i}"] = f"---\n{text}---\nWord for word.\n"

    article("lang", {"lang": line})
    article("digest", {"digest_of": line, "wording": "paraphrase"})
    article("inferred", {"published_inferred": {"date": line, "reason": line}})
    article("guessed", {"published_inferred": {"date": "2031-03-05", "reason": line}})
    article("lasts", {}, lasts=line)
    article("post", {}, post=line)
    for folder, kind, front in (
        ("entities", "country", {"name": "Doubtful", "type": "place", "country": line}),
        ("entities", "was", {"name": "Doubtful", "type": "place", "redirects": [f"old{id}"]}),
        ("events", "moved", {"title": "Doubtful", "date": "2031-03-04", "redirects": [f"gone{id}"]}),
        ("notes", "renamed", {"title": "Doubtful", "redirects": [f"away{id}"]}),
    ):
        made[f"{folder}/{kind}{i}"] = f"---\n{frontmatter.block(front)}---\nText.\n"
    return made


# ---- seeds ----

_KEYS = ("title", "publisher", "author", "digest_of")
# What of a seed is a vector, by its format; `seeds` writes them.
_SEED_PLACES = {
    "txt": ("file name", "first line", "byline", "words of a sentence", "quotation", "paragraph"),
    "md": (*(f"key {key}" for key in (*_KEYS, "url", "archived")), "words of a sentence", "quotation", "paragraph"),
    "html": ("title", "meta og:title", "meta og:site_name", "meta og:url", "meta author", "JSON-LD headline",
             "JSON-LD author", "JSON-LD publisher", "JSON-LD url", "heading", "byline", "paragraph", "element"),
}  # fmt: skip
_NEWS = "Anna Berg visited Lisbon on 2 March 2031 and met {0}, the mayor said. “{0}” was signed by Rui Salgado in Oslo."


def seeds(folder: Path, given: Sequence[str], each: int = 1) -> Path:
    """Seeds of every format with `each` vectors in every place that is read; with more than one, formats take turns."""
    made = folder / "seeds"
    made.mkdir(parents=True)
    for number, at in enumerate(range(0, len(given), each)):
        some = given[at : at + each]
        lines = list(map(line_of, some))
        front = {key: lines[i % len(lines)] for i, key in enumerate(_KEYS)}
        front |= {"url": f"javascript:{lines[0]}", "archived": lines[-1], "wording": "paraphrase", "date": "2031-03-04"}
        head = f"---\n{frontmatter.block(front)}---\n"
        text = "\n\n".join(f"{_NEWS.format(line)}\n\n{vector}" for line, vector in zip(lines, some, strict=True))
        marked = "".join(f"<p>{_NEWS.format(v)}</p><div>{v}</div>" for v in some)
        meta = "".join(f'<meta property="og:{k}" content="{lines[0]}"><meta name="author" content=\'{lines[-1]}\'>'
                       for k in ("title", "site_name", "url"))  # fmt: skip
        data = json.dumps({"@type": "NewsArticle", "headline": lines[0], "author": {"name": lines[-1]},
                           "publisher": {"name": lines[0]}, "url": f"javascript:{lines[0]}"})  # fmt: skip
        page = (f'<html><head><title>{lines[0]}</title>{meta}<script type="application/ld+json">{data}</script></head>'
                f"<body><article><h1>{some[0]}</h1><p>By {lines[-1]}</p>{marked}</article></body></html>")  # fmt: skip
        formats = {"txt": f"{lines[0]}\n\nBy {lines[-1]}\n\n{text}\n", "md": f"{head}{text}\n", "html": page}
        for i, (suffix, written) in enumerate(formats.items()):
            if each == 1 or number % 3 == i:
                name = f"{number:03} {file_name(some[0])}.{suffix}"
                PLACES.update(f"seed: {place}" for place in _SEED_PLACES[suffix])
                (made / name).write_bytes(written.replace("\0", "").encode("utf-8", "replace"))
    return made
