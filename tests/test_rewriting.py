"""Changes of front matter that leave every other byte alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import frontmatter, rewriting
from generator.rewriting import KEEP, Rows

PAGE = """\
---
# who she is
name: "Anna Berg"   # as she signs
mine: kept
type: person
aliases: [Annika, 'Berg', "A. Berg"]  # all of them
source:
  seed: a.txt
  # found in the attic
  url: https://example.org/a
rows:
  # the first
  - id: one
    names: [One]   # so she spells it
  - id: two
    role: 'guest'
    # unsure
  - id: three
---

Prose stays.
"""

CASES: list[tuple[str, dict[str, Any], list[tuple[str, str]]]] = [
    ("a value", {"name": "Anna B."}, [('name: "Anna Berg"   # as', "name: Anna B.   # as")]),
    ("a value that YAML would retype", {"name": "2024-01-01"}, [('"Anna Berg"', "'2024-01-01'")]),
    ("a key goes, its comment stays", {"name": None}, [('name: "Anna Berg"   # as she signs', "# as she signs")]),
    (
        "a new key has its place",
        {"type": KEEP, "country": "NO"},
        [("type: person\n", "type: person\ncountry: 'NO'\n")],
    ),
    (
        "items come and go",
        {"aliases": Rows(((0, KEEP), (None, "Bergie, the"), (2, KEEP)))},
        [("[Annika, 'Berg', \"A. Berg\"]", "[Annika, 'Bergie, the', \"A. Berg\"]")],
    ),
    ("the last item goes", {"aliases": Rows(((0, KEEP), (1, KEEP)))}, [(", \"A. Berg\"]", "]")]),
    ("the first item goes", {"aliases": Rows(((1, KEEP), (2, KEEP)))}, [("[Annika, ", "[")]),
    (
        "an item is put first",
        {"aliases": Rows(((None, "x"), (0, KEEP), (1, KEEP), (2, KEEP)))},
        [("[Annika", "[x, Annika")],
    ),
    ("within a mapping", {"source": {"seed": "b.txt", "url": KEEP}}, [("seed: a.txt", "seed: b.txt")]),
    (
        "a key of a mapping goes",
        {"source": {"seed": KEEP}},
        [("\n  url: https://example.org/a", "")],
    ),
    (
        "a row goes, its comment stays",
        {"rows": Rows(((0, KEEP), (2, KEEP)))},
        [("  - id: two\n    role: 'guest'\n    # unsure\n", "    # unsure\n")],
    ),
    (
        "a row comes",
        {"rows": Rows(((0, KEEP), (None, {"id": "new", "names": ["N", "M"]}), (1, KEEP), (2, KEEP)))},
        [("  - id: two\n", "  - id: new\n    names: [N, M]\n  - id: two\n")],
    ),
    (
        "a row changes",
        {"rows": Rows(((0, {"id": KEEP, "names": Rows(((0, KEEP), (None, "Won")))}), (1, KEEP), (2, KEEP)))},
        [("names: [One]   #", "names: [One, Won]   #")],
    ),
    (
        "the first key of a row",
        {"rows": Rows(((0, KEEP), (1, {"id": "due", "role": KEEP}), (2, {"id": KEEP, "role": "host"})))},
        [("id: two", "id: due"), ("id: three\n", "id: three\n    role: host\n")],
    ),
    (
        "the first key of a row goes",
        {"rows": Rows(((0, KEEP), (1, {"role": KEEP}), (2, KEEP)))},
        [("- id: two\n    role", "- role")],
    ),
    ("lines become one", {"source": "lost"}, [
        ("source:\n  seed: a.txt\n  # found in the attic\n  url: https://example.org/a",
         "source: lost\n  # found in the attic"),
    ]),
]  # fmt: skip


def target(changes: dict[str, Any]) -> dict[str, Any]:
    keys = ("name", "mine", "type", "aliases", "source", "rows")
    made = dict.fromkeys(keys, KEEP) | changes
    return {key: value for key, value in made.items() if value is not None}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("name", "changes", "wanted"), CASES, ids=[c[0] for c in CASES])
def test_only_what_changes_is_written(
    name: str, changes: dict[str, Any], wanted: list[tuple[str, str]], newline: str
) -> None:
    right = PAGE
    for before, after in wanted:
        assert right.count(before) == 1
        right = right.replace(before, after)
    order = ["name", "type", "aliases", "country", "source", "rows"]
    if "country" in changes:
        order = ["name", "type", "country", "aliases", "source", "rows"]
    made = rewriting.front(PAGE.replace("\n", newline), target(changes), order)
    assert made == right.replace("\n", newline)


def test_a_page_that_needs_no_change_stays_to_the_byte() -> None:
    odd = "\ufeff---  \r\nname:   'x'\r\ntype: person # y\r\n---\t\r\n\r\nBody\n\n\n"
    assert rewriting.front(odd, {"name": "x", "type": KEEP}) == odd


def test_without_front_matter_nothing_is_changed() -> None:
    with pytest.raises(rewriting.CannotEditError):
        rewriting.front("only prose", {"name": "x"})


def test_rows_between_braces() -> None:
    text = "---\nrows: [{id: a, names: [x]}, {id: b}]  # short\n---\n"
    wanted = {"rows": Rows(((0, {"id": KEEP, "names": KEEP, "role": "y, z"}), (None, {"id": "c"}), (1, KEEP)))}
    assert (
        rewriting.front(text, wanted)
        == "---\nrows: [{id: a, names: [x], role: 'y, z'}, {id: c}, {id: b}]  # short\n---\n"
    )


@pytest.mark.parametrize("stays", [{"kind": KEEP}, {"draft": "true", "kind": KEEP}, {"kind": KEEP, "draft": "true"}])
def test_the_first_keys_of_a_row_go_and_their_comments_stay(stays: dict[str, Any]) -> None:
    text = "---\nrows:\n  - id: a  # one\n    date: '2031'  # two\n    # three\n    when: then\n    kind: k\n---\n"
    made = rewriting.front(text, {"rows": Rows(((0, stays),))})
    assert frontmatter.load(rewriting.cut(made).front)[0] == {
        "rows": [{"kind": "k"} | {k: "true" for k in stays if k != "kind"}]
    }
    assert [made.count(f"# {word}\n") for word in ("one", "two", "three")] == [1, 1, 1]


WORD = st.text(st.sampled_from("ab :#-'\"[]{},&*!|>%@\\é\u2028\n0"), max_size=8).map(str.strip)
KEYS = ["a", "b", "c", "d"]
ITEM = st.one_of(WORD, st.fixed_dictionaries({"id": WORD}, optional={"x": WORD, "l": st.lists(WORD, max_size=2)}))
VALUE = st.one_of(
    WORD,
    st.lists(WORD, min_size=1, max_size=4),
    st.lists(st.fixed_dictionaries({"id": WORD}, optional={"x": WORD}), min_size=1, max_size=4),
    st.dictionaries(st.sampled_from(KEYS), WORD, min_size=1, max_size=3),
)
DATA = st.dictionaries(st.sampled_from(KEYS), VALUE, min_size=1)


def over(old: Any, new: Any, draw: st.DrawFn) -> Any:
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        return {k: over(old[k], v, draw) if k in old else v for k, v in new.items()}
    if isinstance(old, list) and old and all(type(i) is type(old[0]) for i in old):
        rows: list[tuple[int | None, Any]] = [(i, KEEP) for i in range(len(old)) if draw(st.booleans())]
        for value in new if isinstance(new, list) and all(type(v) is type(old[0]) for v in new) else []:
            rows.insert(draw(st.integers(0, len(rows))), (None, value))
        return Rows(tuple(rows)) if rows else KEEP
    return KEEP if draw(st.booleans()) else new


@st.composite
def changed(draw: st.DrawFn) -> tuple[dict[str, Any], Any]:
    old, new = draw(DATA), draw(DATA)
    new = {next(iter(old)): draw(VALUE)} | new
    return old, over(old, new, draw)


@given(changed())
def test_any_change_is_read_again_as_it_was_meant(case: tuple[dict[str, Any], Any]) -> None:
    old, wanted = case
    text = "---\n" + frontmatter.block(old).replace("\n", "  # said Ann\n", 1) + "---\nBody\n"
    try:
        now, _ = frontmatter.load(rewriting.cut(text).front)
    except frontmatter.FaultError:
        return
    made = rewriting.front(text, wanted)
    assert frontmatter.load(rewriting.cut(made).front)[0] == rewriting.expected(wanted, now)
    assert "said Ann" in str(now) or "said Ann" in made
    assert made.endswith("---\nBody\n")
