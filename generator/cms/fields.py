"""Configuration of Sveltia CMS made from the model: a field of a page is a field of a form, by its type.

The names of fields, widgets and options are those of Sveltia's configuration schema
(https://sveltiacms.app/en/docs/config-basics).
"""

from __future__ import annotations

import re
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from generator import model
from generator.cms.found import Own, Where
from generator.model import Front

Field = dict[str, Any]

# Where more than a line is written.
_LONG = frozenset({"quote", "because", "summary", "reason", "text"})
_DATE = ["^[-0-9X~?/.]+$", "2024, 2024-03, 2024-03-31, 2024-03-30/2024-04-02, 2024-03~, 2024-21 (spring), 2024-03/.."]
_ID = ["^[^\\s/\\\\\\[\\]|#]+$", "small letters, digits and hyphens, as jane-doe"]
# What Sveltia lets a field be called. Keys with other names have none: they stay on the page, behind the others.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
# What a row is called while it is closed.
_SUMMARIES = {
    model.Claim: "{{fields.date}} {{fields.quote}}",
    model.EntityRow: "{{fields.id}}",
    model.Figure: "{{fields.value}} {{fields.what}}",
}


def of_model(page: type[Front], own: Own, where: Where = ()) -> list[Field]:
    """The fields of a model in the order of its declaration, then the editors' own keys found there."""
    made = [_field(key, info, own, (*where, key)) for key, info in page.model_fields.items()]
    found = own.keys.get(where, {})
    return made + [_own(key, kind) for key, kind in found.items() if _NAME.fullmatch(key) and key != "body"]


def _own(key: str, kind: str) -> Field:
    head = {"name": key, "label": key, "hint": "a key of your own: kept, and not shown on the site"}
    if kind == "text":
        return {**head, "widget": "string", "required": False}
    if kind == "texts":
        return {**head, "widget": "list", "required": False, "field": {**_named("text"), "widget": "string"}}
    return {"name": key, "label": key, "widget": "hidden"}  # carried along, whatever it is


def _field(key: str, info: FieldInfo, own: Own, where: Where) -> Field:
    head: Field = _named(key)
    if info.description:
        # Links would be made of brackets.
        head["hint"] = info.description.replace("[", "\\[")
    head["required"] = info.is_required()
    annotation: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    shape = _shape(key, annotation, own, where)
    if shape.get("widget") == "hidden":
        return {**_named(key), "widget": "hidden"}
    return head | shape


def _named(key: str) -> Field:
    return {"name": key, "label": key.replace("_", " ")}


def _shape(key: str, of: Any, own: Own, where: Where) -> Field:
    """Widget and options for a type."""
    if of == model.DayText:
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if of == model.EdtfText:
        return {"widget": "string", "pattern": _DATE}
    if of == model.Id:
        return {"widget": "string", "pattern": _ID}
    if of is bool:
        # Sveltia's own widget for these writes `false` into every page and row that says nothing.
        return {"widget": "select", "options": [{"label": "yes", "value": True}, {"label": "no", "value": False}]}
    if of in (int, float):
        return {"widget": "number", "value_type": of.__name__, "step": 1 if of is int else 0.0001}
    if of is str or of == model.Text:
        return {"widget": "text" if key in _LONG else "string"}
    if isinstance(of, type) and issubclass(of, Front):
        return {"widget": "object", "collapsed": "auto", "fields": of_model(of, own, where)}
    origin, args = get_origin(of), [a for a in get_args(of) if a is not NoneType]
    if origin is Literal:
        return {"widget": "select", "options": list(args)}
    if origin is tuple:
        return _list(key, args, own, where)
    if origin is Annotated:
        return _shape(key, args[0], own, where)
    if len(args) == 1:
        return _shape(key, args[0], own, where)
    # A text or a mapping: a field of either kind would empty what is of the other. It is carried along as it is.
    return {"widget": "hidden"}


def _list(key: str, args: list[Any], own: Own, where: Where) -> Field:
    inner = _shape(key, args[0], own, where)
    many: Field = {"widget": "list", "collapsed": True}
    if args[-1] is not Ellipsis:
        many |= {"min": len(args), "max": len(args)}
    if inner["widget"] != "object":
        return many | {"field": {**_named(key), **inner}}
    summary = {"summary": _SUMMARIES[args[0]]} if args[0] in _SUMMARIES else {}
    return many | summary | {"fields": inner["fields"]}


def collection(folder: str, page: type[Front], own: Own, path: str) -> Field:
    """One folder of pages. `path`: that folder as the repository has it."""
    name = "name" if "name" in page.model_fields else "title"
    body = {"name": "body", "label": "text", "widget": "markdown", "required": False, "modes": ["raw"]}
    return {
        "name": folder,
        "label": folder.capitalize(),
        "description": (page.__doc__ or "").split("\n")[0],
        "folder": path,
        "extension": "md",
        "format": "yaml-frontmatter",
        "identifier_field": name,
        "summary": f"{{{{{name}}}}}",
        # An article comes from a seed; what others name is taken away by commands that look after their pages too.
        "create": folder != "articles",
        "delete": folder in ("notes", "pages"),
        "duplicate": False,
        "slug": {"template": f"{{{{{name}}}}}", "editable": ["create"]},
        "aliases_field": False,  # `aliases` are names of the entity here, never old addresses
        "sortable_fields": {"fields": [f for f in (name, "date", "updated") if f in page.model_fields]},
        "fields": [*of_model(page, own), body],
    }
