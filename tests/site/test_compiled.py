"""The theme's own compiler of templates prints what Jinja's would."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.site.compiled import SiteEnvironment, printed


class Drawn:
    """What has HTML of its own."""

    def __html__(self) -> str:
        return "<svg>"

    def __str__(self) -> str:
        return "& not this"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "plain",
        "<a href=\"x\" title='y'>&amp;</a>",
        Markup("<b>&"),
        Drawn(),
        None,
        7,
        1.5,
        ["<", "'"],
        "é\u2028\ud800",
    ],
)
def test_a_value_is_escaped_as_everywhere(value: object) -> None:
    assert printed(value) == str(escape(value))


class Letters(str):
    """A text of another type."""

    __slots__ = ()


def test_a_text_of_another_type_is_escaped_too() -> None:
    assert printed(Letters("<i>")) == "&lt;i&gt;"


@pass_context
def told(context: Context, word: str) -> str:
    return f"{word} <{context['here']}>"


PARTIAL = """{% macro row(label, value="none", kind=None) %}<i class="{{ kind }}">{{ label }}: {{ value }}</i>
{% endmacro %}
{% macro around() %}<p>{{ caller("<x>") }}</p>{% endmacro %}"""
PAGE = """{% from "partial.html" import row, around %}{% set mine = told %}
{{ say("<", n=2) }}|{{ say() }}|{{ told("a&b") }}|{{ mine("c") }}
{{ row("<l>", kind="k") }}|{{ row(value=say("v"), label=1) }}
{% call(given) around() %}{{ given }}{{ say(*["1"], **{"n": 3}) }}{% endcall %}
{% for say in [told] %}{{ "x"|upper }}{{ loop.index }}{% endfor %}
{% set kept %}<b>{{ say("&") }}</b>{% endset %}{{ kept }}{{ kept|length }}{{ "<" ~ say(">") }}{{ html }}
{% block inner %}{{ super is defined }}{{ row(say(say("'"))) }}{% endblock %}"""


def say(*words: str, n: int = 1) -> str:
    return f"<{' '.join(words)} {n}>"


@pytest.mark.parametrize("missing", ["{{ nobody }}", "{{ nobody('x') }}", "{{ here.nothing }}"])
def test_what_is_not_there_is_an_error(tmp_path: Path, missing: str) -> None:
    (tmp_path / "page.html").write_text(missing)
    env = SiteEnvironment(loader=FileSystemLoader(tmp_path), autoescape=True, undefined=StrictUndefined)
    with pytest.raises(UndefinedError):
        env.get_template("page.html").render(here="/")


def test_a_page_is_what_jinja_makes_of_it(tmp_path: Path) -> None:
    (tmp_path / "partial.html").write_text(PARTIAL)
    (tmp_path / "page.html").write_text(PAGE)
    made = []
    for kind in (Environment, SiteEnvironment):
        env = kind(loader=FileSystemLoader(tmp_path), autoescape=True, undefined=StrictUndefined)
        env.globals.update(say=say, told=told)
        made.append(env.get_template("page.html").render(here="/x/", html=Markup("<hr>")))
    assert made[0] == made[1]
    assert "&lt;&lt; 2&gt;" in made[1]
