"""Writes docs/commands.md and docs/front-matter.md, from command line, Makefile and model: `make reference`.

What stands there cannot be out of date: a test compares both with what this program would write.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import typer.main
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator import cli, model, settings
from generator.ingest import front as seed_front

ROOT = Path(__file__).parents[1]
MADE = "<!-- Made by `make reference`. Change the code that it describes, and run that. -->\n"

# Where each kind of page lies, in the order in which an editor meets them.
PAGES: dict[str, type[BaseModel]] = {
    "content/articles/ID.md": model.ArticleFront,
    "content/entities/ID.md": model.EntityFront,
    "content/events/ID.md": model.EventFront,
    "content/notes/ID.md": model.NoteFront,
    "content/pages/ID.md": model.PageFront,
    "content/briefing.yaml": settings.Settings,
    "content/proposals.yaml": model.Proposals,
    "content/conflicts.yaml": model.Conflicts,
}
_WORDS = {
    model.EdtfText: "date (EDTF)",
    model.DayText: "day",
    model.Id: "id",
    model.Text: "text",
    str: "text",
    bool: "`true` or `false`",
    float: "number",
    int: "number",
    Any: "any",
}


# ---- front matter ----


def front_matter() -> str:
    """docs/front-matter.md."""
    parts = [
        MADE,
        "# Front matter\n",
        "Every key of every page, from the model that reads them. A key that is not there is unknown: no key is ever "
        "null. An unknown key is a warning of `briefing check`, is kept, and is not shown. A *day* is written as "
        "2024-03-31. A *date* may be less exact: 2024, 2024-03, 2024-03-31, 2024-03-30/2024-04-02 (from, to), 2024-03~ "
        "(about), 2024-21 (spring; 22 summer, 23 autumn, 24 winter), 2024-33 (first quarter, to 36), 2024-40 (first "
        "half; 41 the second), 202X (the decade), 2024-03/.. (since). *Editors'* keys are never written by the "
        "converter. The same as JSON Schema, for editors that check as you type, is in [schema](schema).\n",
    ]
    parts += ["## In seeds\n", *_seeds()]
    for path, page in PAGES.items():
        said = _said(page).partition(": ")[2]
        parts += [f"## {path}\n", *([f"{said[:1].upper()}{said[1:]}\n"] if said else []), *_tables(page)]
    return "\n".join(parts)


def _seeds() -> Iterator[str]:
    names: dict[str, list[str]] = {}
    for key, field in seed_front.KEYS.items():
        names.setdefault(field, []).append(key)
    yield (
        "An article's file may begin with front matter too, whatever its format; it wins over what is found in the "
        "text. These keys are read, others are let be. Where a title is the first of them and an empty line stands "
        "behind the last, the lines `---` around them may be left out.\n"
    )
    yield "| key | also understood |\n| --- | --- |"
    for first, *others in names.values():
        yield f"| `{first}` | {', '.join(f'`{o}`' for o in others)} |"
    yield ""


def _tables(page: type[BaseModel], under: str = "") -> Iterator[str]:
    """The table of a model's keys, then those of the models within it."""
    within: list[tuple[str, type[BaseModel]]] = []
    if under:
        yield f"**`{under}`**\n"
    yield "| key | value | |\n| --- | --- | --- |"
    for key, field in page.model_fields.items():
        kind, inner = _kind(field)
        needed = " **needed**" if field.is_required() else ""
        yield f"| `{key}` | {kind}{needed} | {_sentence(field)} |"
        within += [(f"{under}.{key}".lstrip("."), m) for m in inner]
    yield ""
    for name, found in within:
        yield from _tables(found, name)


def _sentence(field: FieldInfo) -> str:
    said = (field.description or "").replace("|", "\\|")
    if field.examples and not isinstance(field.examples[0], list | dict):
        said += f"; as `{field.examples[0]}`"
    default = field.default
    if isinstance(default, str):
        said += f" (else `{default}`)"
    return said


def _kind(field: FieldInfo) -> tuple[str, list[type[BaseModel]]]:
    annotation: Any = field.annotation
    if field.metadata:
        annotation = Annotated[annotation, *field.metadata]
    return _named(annotation)


def _named(of: Any) -> tuple[str, list[type[BaseModel]]]:
    """A type in an editor's words, and the models that it holds."""
    for known, word in _WORDS.items():
        if of == known:
            return word, []
    origin, inside = get_origin(of), get_args(of)
    if origin is Annotated:
        return _named(inside[0])
    if origin is Literal:
        return " or ".join(f"`{v}`" for v in inside), []
    if origin in (Union, UnionType):
        named = [_named(i) for i in inside if i is not NoneType]
        return " or ".join(w for w, _ in named), [m for _, ms in named for m in ms]
    if origin is tuple:
        kinds = [_named(i) for i in inside if i is not Ellipsis]
        words = f"list of {kinds[0][0]}" if Ellipsis in inside else f"list of {len(kinds)}: " + ", ".join(
            k for k, _ in kinds)  # fmt: skip
        return words, [m for _, ms in kinds for m in ms]
    if origin is dict:
        kind, held = _named(inside[1])
        return f"for each name: {kind}", held
    if isinstance(of, type) and issubclass(of, BaseModel):
        return "keys of its own, below", [of]
    raise TypeError(f"no word for the type {of}")


def _said(of: Any) -> str:
    return " ".join((of.__doc__ or "").split())


# ---- commands ----

VARIABLES = """Variables stand behind the target: `make html SEEDS=my-articles CONTENT=my-pages OUTPUTDIR=my-site`.
There are `SEEDS` (else `seeds`), `CONTENT` or `INPUTDIR` (`content`), `OUTPUTDIR` (`output`), `SITEURL`, `PORT` (8000),
`PY` (the Python that makes the environment), `BASEDIR`, `CONFFILE`, `PUBLISHCONF`, `PELICAN`, `PELICANOPTS`, `DEBUG=1`.
"""


def commands() -> str:
    """docs/commands.md."""
    group: Any = typer.main.get_command(cli.app)  # click's classes, or typer's own copies of them
    parts = [
        MADE,
        "# Commands\n",
        "`briefing` is the program; `python -m generator` is the same. A command ends with status 0 when it did its "
        "work, 1 when it found faults, 2 when it could not begin.\n",
        "| command | |\n| --- | --- |",
        *(f"| [`briefing {name}`](#briefing-{name}) | {_first(c)} |" for name, c in group.commands.items()),
        "",
    ]
    for name, command in group.commands.items():
        parts += _command(name, command)
    parts += [
        "## Make targets\n",
        "In this repository; a new briefing has those that it needs.\n",
        *_targets(),
        VARIABLES,
    ]
    return "\n".join(parts)


def _first(command: Any) -> str:
    """The first sentence of a command's help."""
    return re.split(r"[.:;] ", " ".join(command.help.split()))[0].rstrip(".").replace("|", "\\|")


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [
        p
        for p in command.params
        if p.param_type_name == "option" and "--help" not in p.opts and not getattr(p, "hidden", False)
    ]
    yield f"## briefing {name}\n"
    yield " ".join([f"    briefing {name}", *map(_shown, arguments), *(["[OPTIONS]"] if options else [])]) + "\n"
    yield " ".join(command.help.split()) + "\n"
    if arguments or options:
        yield "| | |\n| --- | --- |"
        yield from map(_row, [*arguments, *options])
        yield ""


def _shown(argument: Any) -> str:
    many = argument.nargs == -1
    word = (argument.metavar or argument.name.upper()) + ("..." if many else "")
    return word if argument.required or word.endswith("...") else f"[{word}]"


def _row(one: Any) -> str:
    said = " ".join((one.help or "").split()).replace("|", "\\|")
    names = f"`{_shown(one)}`"
    if one.param_type_name == "option":
        names = ", ".join(f"`{o}`" for o in [*one.opts, *one.secondary_opts])
    if one.default not in (None, False, True):
        said += f" Else `{one.default}`."
    return f"| {names} | {said} |"


def _targets() -> Iterator[str]:
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    yield "| target | |\n| --- | --- |"
    for name, said in re.findall(r"^  ([a-z-]+) +(\S.*)$", shown, re.M):
        yield f"| `make {name}` | {said} |"
    yield ""


WRITTEN = {"docs/commands.md": commands, "docs/front-matter.md": front_matter}


def main(check: bool = False) -> int:
    """Write both, or say which is not as it should be."""
    status = 0
    for path, made in WRITTEN.items():
        text = made().rstrip("\n") + "\n"
        if not check:
            (ROOT / path).write_text(text, encoding="utf-8")
            print(path)
        elif not (ROOT / path).is_file() or (ROOT / path).read_text(encoding="utf-8") != text:
            print(f"{path} is not what the code says: make reference writes it anew")
            status = 1
    return status


if __name__ == "__main__":
    raise SystemExit(main("--check" in sys.argv))
