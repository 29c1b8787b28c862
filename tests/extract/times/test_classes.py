"""The names of token classes that rules compare with: one that does not exist would be a condition that never holds."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator

from generator.extract import times
from generator.extract.times import tokens

MODULES = [importlib.import_module(f"{times.__name__}.{m.name}") for m in pkgutil.iter_modules(times.__path__)]
ASKS = {"kind", "before", "after"}  # calls that give the name of a class
TOLD = {"kind", "before", "after", "previous", "link", "opening"}  # variables that hold one


def _gives_class(node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return node.id in TOLD
    if isinstance(node, ast.Subscript):
        return isinstance(node.value, ast.Name) and node.value.id == "CLASS"
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKS


def _compared(module: object, source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Compare) or not _gives_class(node.left):
            continue
        for other in node.comparators:
            if isinstance(other, ast.Name):
                value = getattr(module, other.id, ())
                yield from value if isinstance(value, frozenset) else ()
            else:
                named = (c.value for c in ast.walk(other) if isinstance(c, ast.Constant))
                yield from (name for name in named if isinstance(name, str))


def test_every_class_that_a_rule_asks_for_exists() -> None:
    asked = {name for module in MODULES for name in _compared(module, inspect.getsource(module))}
    words = {name for name in asked if not name.isupper() and name[:1].islower()}  # a variable may hold a word instead
    assert len(asked - words) > 90
    assert asked - words - set(tokens.CODE) <= {""}
