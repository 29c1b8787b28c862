"""A new page from a template that explains each key; the explanations are those of the model."""

from __future__ import annotations

from typing import get_origin

from generator import faults, frontmatter
from generator.desk import Deed, Desk, RefusedError
from generator.model import EntityFront, EventFront, Front, NoteFront
from generator.names import fold, slug, unused
from generator.problems import did_you_mean

KINDS: dict[str, tuple[str, type[Front]]] = {
    "note": ("notes", NoteFront),
    "entity": ("entities", EntityFront),
    "event": ("events", EventFront),
}

_NOTE = """
Write below the second line of dashes. `[[an-id]]` or `[[A name]]` links to a page, `[[an-id|these words]]` with words
of yours, and `[[an-id#heading]]` to a heading. `![[an-event]]` on a line of its own sets an event in, with its sources.
`[@a-source]` cites an article, and behind a quotation (lines that begin with `>`) its words are proved. A footnote is
`[^1]`, and below `[^1]: its text`.
"""


def made(desk: Desk, kind: str, title: str, day: str, own: str | None = None) -> Deed:
    """The page; keys that are not needed stand there as comments, to be taken up. `own`: its id; without one, a title
    or name that has a page of this kind already is refused.
    """
    if kind not in KINDS:
        raise RefusedError(
            f'"{kind}" is no kind of page: note, entity or event; {did_you_mean(kind, KINDS)}'.rstrip("; ")
        )
    if not title.strip():
        raise RefusedError("give it a title")
    folder, model = KINDS[kind]
    if not own and (there := _has(desk, folder, title)):
        raise RefusedError(
            f'"{title}" has a page already: {there}; write there, or, if another is meant, give it an id: --as ID'
        )
    values: dict[str, str] = {
        "note": {"title": title, "date": day},
        "entity": {"name": title, "type": "person", "reviewed": day},
        "event": {"title": title, "status": "unverified", "reviewed": day},
    }[kind]
    lines = []
    for key, field in model.model_fields.items():
        if key in ("look_again", "look_at"):
            continue  # the program writes it, no person
        said = f"  # {field.description}"
        if key in values:
            lines.append(frontmatter.block({key: values[key]}).rstrip("\n") + said)
        else:
            value = " []" if get_origin(field.annotation) is tuple else ""
            lines.append(f"# {key}:{value}{said}")
    taken = set(desk.content.paths) | {old for p in desk.content.all() for old in getattr(p.front, "redirects", ())}
    id = desk.free(own) if own else unused(slug(title, 60), taken)
    if kind == "note":  # as comments: what explains the page must never be published with it
        lines += [f"# {line}" for line in _NOTE.strip().splitlines()]
    path = f"{folder}/{id}.md"
    return Deed({path: "---\n" + "\n".join(lines) + "\n---\n"}, [f"{desk.content.folder}/{path}"])


def _has(desk: Desk, folder: str, title: str) -> str | None:
    """Path of the page of a kind that has this name, alias or title."""
    ids = faults.targets(desk.content).get(fold(title), ())
    return next((f"{folder}/{page.id}.md" for page in getattr(desk.content, folder) if page.id in ids), None)
