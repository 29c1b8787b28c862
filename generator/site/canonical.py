"""Pagefind's index with its lists of filters in order, so that the same pages give the same bytes.

Pagefind 1.5 writes the values of a filter, and the list of filters, in the order of a hash table, which differs from
run to run. Both are arrays of CBOR (RFC 8949) behind a word of its own, packed with gzip; the elements are sorted as
the bytes that they are, and the files named anew. Where a file is not what is expected, the index stays as it came.
"""

from __future__ import annotations

import gzip
import json
from hashlib import sha256

MAGIC = b"pagefind_dcd"
_FILTERS = 3  # place of the list of filters in the array of the metadata
_ARRAY, _MAP, _TAG = 4, 5, 6


def canonical(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a bundle by path below it, in their canonical form."""
    try:
        return _sorted(dict(files))
    except (ValueError, IndexError, KeyError, OSError):
        return files


def _sorted(files: dict[str, bytes]) -> dict[str, bytes]:
    entry = json.loads(files["pagefind-entry.json"])
    renamed: dict[bytes, bytes] = {}
    for path in [p for p in files if p.startswith("filter/")]:
        data = _unpacked(files.pop(path))
        name, values = _parts(data, 0)
        data = data[: name[1]] + _in_order(data, values)
        old = path.removeprefix("filter/").removesuffix(".pf_filter")
        lang, _, digest = old.rpartition("_")
        new = f"{lang}_{sha256(data).hexdigest()[: len(digest)]}"
        renamed[old.encode()] = new.encode()
        files[f"filter/{new}.pf_filter"] = _packed(data)
    for language in entry["languages"].values():
        old = language["hash"]
        data = _unpacked(files.pop(f"pagefind.{old}.pf_meta"))
        parts = _parts(data, 0)
        data = data[: parts[_FILTERS][0]] + _in_order(data, parts[_FILTERS], renamed) + data[parts[_FILTERS][1] :]
        lang, _, digest = old.rpartition("_")
        language["hash"] = f"{lang}_{sha256(data).hexdigest()[: len(digest)]}"
        files[f"pagefind.{language['hash']}.pf_meta"] = _packed(data)
    files["pagefind-entry.json"] = json.dumps(entry, separators=(",", ":"), sort_keys=True).encode()
    return files


def _unpacked(data: bytes) -> bytes:
    plain = gzip.decompress(data)
    if not plain.startswith(MAGIC):
        raise ValueError("not a file of Pagefind's index")
    return plain.removeprefix(MAGIC)


def _packed(data: bytes) -> bytes:
    made = gzip.compress(MAGIC + data, compresslevel=9, mtime=0)
    # The tenth byte names the system (RFC 1952); Python says "Unix" up to 3.12 and "unknown" from 3.13 on.
    return made[:9] + b"\xff" + made[10:]


Span = tuple[int, int]


def _in_order(data: bytes, array: Span, renamed: dict[bytes, bytes] | None = None) -> bytes:
    """An array with its elements sorted by their bytes, and names in it replaced by others of the same length."""
    _, _, start = _head(data, array[0])
    elements = []
    for first, last in _parts(data, array[0]):
        element = data[first:last]
        for old, new in (renamed or {}).items():
            element = element.replace(old, new)
        elements.append(element)
    return data[array[0] : start] + b"".join(sorted(elements))


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Major type, argument, and where the content begins."""
    major, info = data[at] >> 5, data[at] & 31
    if info < 24:
        return major, info, at + 1
    if info > 27:
        raise ValueError("an item of indefinite length")
    size = 1 << (info - 24)
    return major, int.from_bytes(data[at + 1 : at + 1 + size]), at + 1 + size


def _end(data: bytes, at: int) -> int:
    """Where the item ends that begins here."""
    major, argument, at = _head(data, at)
    if major in (2, 3):
        return at + argument
    for _ in range({_ARRAY: argument, _MAP: 2 * argument, _TAG: 1}.get(major, 0)):
        at = _end(data, at)
    return at


def _parts(data: bytes, at: int) -> list[Span]:
    """Begin and end of each element of the array that begins here."""
    major, argument, at = _head(data, at)
    if major != _ARRAY:
        raise ValueError("not an array")
    spans = []
    for _ in range(argument):
        spans.append((at, _end(data, at)))
        at = spans[-1][1]
    return spans
