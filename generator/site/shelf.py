"""What one build leaves for the next, in the cache of the content folder: values in files that prove themselves.

The cache may vanish at any time and decides nothing: what is damaged, or was left by other code, is as if it were not
there. A value is a pickle of values of the model and the views alone, so that a file that somebody else put there can
run nothing.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

from generator import memory

Value = TypeVar("Value")

_HOUSE = Path(__file__).parents[1]
_MAKE_NO_SITE = frozenset({"extract", "fetch", "ingest", "resolve"})
_PACKAGES = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "pagefind-bin", "pydantic", "pyyaml")
_VALUES = tuple(
    f"generator.{name}"
    for name in (
        "briefing", "content", "dates", "derive", "frontmatter", "model", "problems", "settings", "site.context",
        "site.facts", "site.shelf", "site.traces", "views.",
    )
)  # fmt: skip
_PLAIN = frozenset({("builtins", "frozenset"), ("builtins", "set"), ("builtins", "tuple"), ("datetime", "date"),
                    ("collections", "defaultdict")})  # fmt: skip


class Packed(Mapping[str, Value]):
    """A mapping whose values are unpacked one by one, when they are asked for: most builds ask for few of them."""

    def __init__(self, of: Mapping[str, Value]) -> None:
        self._packed = {id: pickle.dumps(value, protocol=5) for id, value in of.items()}
        self._open: dict[str, Value] = {}

    def __getitem__(self, id: str) -> Value:
        if id not in self._open:
            self._open[id] = memory.unpickled(self._packed[id], _kept)
        return self._open[id]

    def __getstate__(self) -> dict[str, bytes]:
        return self._packed

    def __setstate__(self, packed: dict[str, bytes]) -> None:
        self._packed, self._open = packed, {}

    def renewed(self, ids: Iterable[str], new: Mapping[str, Value]) -> Packed[Value]:
        """The values of these ids, some of them new."""
        made, packed = Packed[Value]({}), Packed(new)._packed
        made._packed = {id: packed.get(id) or self._packed[id] for id in ids}
        return made

    def differing(self, other: Packed[Value]) -> set[str]:
        """Ids whose values are not known to be the same in both."""
        return {id for id in {*self, *other} if self._packed.get(id) != other._packed.get(id)}

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


class Shelf:
    """Values by name, in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._code = folder, code().encode()

    def get(self, name: str, kind: type[Value]) -> Value | None:
        """What the last build left; `None` where nothing can be trusted."""
        try:
            data = memoryview((self._folder / name).read_bytes())
            if sha256(self._code + data[32:]).digest() != data[:32]:
                return None
            value = memory.unpickled(bytes(data[32:]), _kept)
        except Exception:  # whatever it is, it is nothing of ours
            return None
        return value if isinstance(value, kind) else None

    def put(self, name: str, value: object) -> None:
        """Leave it for the next build; a folder that cannot be written remembers nothing."""
        data = pickle.dumps(value, protocol=5)
        part = self._folder / f".{name}.part"
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
            part.write_bytes(sha256(self._code + data).digest() + data)
            os.replace(part, self._folder / name)


def _kept(module: str, name: str) -> bool:
    if (module, name) in _PLAIN:
        return True
    return name[:1].isupper() and "." not in name and module.startswith(_VALUES)


def code() -> str:
    """A hash of all that makes a site but its content and theme: this program, and the versions of what it uses."""
    total = sha256(sys.version.encode())
    for path in sorted(_HOUSE.rglob("*")):
        below = path.relative_to(_HOUSE)
        if below.parts[0] not in _MAKE_NO_SITE and path.suffix != ".pyc" and path.is_file():
            total.update(f"{below.as_posix()}\0".encode() + path.read_bytes())
    for name in _PACKAGES:
        with suppress(PackageNotFoundError):
            total.update(f"{name} {version(name)}\0".encode())
    return total.hexdigest()
