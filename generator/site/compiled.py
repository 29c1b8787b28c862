"""Templates as Python code that does no more than the theme needs: the same pages in less time.

Jinja prepares each value that is printed, and each function that is called, for what this theme never does: a value
becomes an object of its own before it is joined to others, a call is looked through for who wants to know its context.
A page prints some hundred values and calls as many functions.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE
from markupsafe import Markup, escape


def printed(value: object) -> str:
    """What `markupsafe.escape` makes of a value, as a text that is only joined to others."""
    if type(value) is Markup:
        return value
    if type(value) is not str:
        return escape(value)
    made = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return made.replace("'", "&#39;").replace('"', "&#34;")


class _Generator(CodeGenerator):
    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        plain = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None
        if plain:
            self.write("environment.printed(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A function of the environment that wants no context is called as it is."""
        called = node.node
        given = [*node.args, *node.kwargs]
        spread = forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(of.key) for of in node.kwargs)
        if spread or not isinstance(called, nodes.Name) or not self._is_plain(called.name, frame):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(called, frame)
        self.write("(")
        for argument in given:
            self.visit(argument, frame)
            self.write(", " if argument is not given[-1] else "")
        self.write(")")

    def _is_plain(self, name: str, frame: Frame) -> bool:
        """Whether a name is that of such a function, and no other thing that the template calls so."""
        of = self.environment.globals.get(name)
        load = frame.symbols.find_load(frame.symbols.ref(name))
        return callable(of) and not hasattr(of, "jinja_pass_arg") and load == (VAR_LOAD_RESOLVE, name)


class SiteEnvironment(Environment):
    """Whose globals are given before the first template is made of it, and are the same for all."""

    code_generator_class = _Generator
    printed = staticmethod(printed)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One mapping for all templates: to look through two, layer by layer, takes longer than a short partial."""
        return super().make_globals(d) if d else self.globals
