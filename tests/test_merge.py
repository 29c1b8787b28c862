"""The heart of regeneration: last generated, edited, new, as plain data."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator import merge, rewriting, row_ids
from generator.merge import Clash, Record


def merged(
    was: dict[str, Any] | None, mine: dict[str, Any], new: dict[str, Any], **more: Any
) -> tuple[dict[str, Any], list[Clash], Record]:
    record = None if was is None else Record("x", merge.hashes(was), ())
    made = merge.page(record, (rewriting.canonical(mine), ""), (new, ""), row_ids.by_id({}), **more)
    return rewriting.expected(made.target, rewriting.canonical(mine)), list(made.clashes), made.record


def test_an_untouched_value_follows_and_an_edited_one_stays() -> None:
    was, new = {"a": "1", "b": "1", "c": "1"}, {"a": "2", "b": "1", "c": "2"}
    assert merged(was, {"a": "1", "b": "mine", "c": "1"}, new)[:2] == ({"a": "2", "b": "mine", "c": "2"}, [])


def test_a_key_that_a_person_took_out_stays_out_and_one_that_nobody_knows_stays_in() -> None:
    assert merged({"a": "1", "b": "1"}, {"a": "1", "mine": "x"}, {"a": "1", "b": "1"})[0] == {"a": "1", "mine": "x"}


def test_what_both_changed_is_listed_until_it_is_decided() -> None:
    was, mine, new = {"a": "1"}, {"a": "mine"}, {"a": "2"}
    result, clashes, record = merged(was, mine, new)
    assert (result, clashes) == ({"a": "mine"}, [Clash("a", "mine", "2")])
    again = merge.page(record, (mine, ""), (new, ""), row_ids.by_id({}))
    assert again.clashes == tuple(clashes)
    assert merged(was, mine, new, decided={"a": "new"})[:2] == ({"a": "2"}, [])
    kept = merged(was, mine, new, decided={"a": "yours"})[2]
    assert merge.page(kept, (mine, ""), (new, ""), row_ids.by_id({})).clashes == ()
    assert merge.page(kept, (mine, ""), ({"a": "3"}, ""), row_ids.by_id({})).clashes == (Clash("a", "mine", "3"),)


def test_the_same_value_from_both_sides_stays_the_persons() -> None:
    """The converter reads people's pages: what it then says itself must not make their words its own."""
    record = merged({"a": "1"}, {"a": "mine"}, {"a": "mine"})[2]
    made = merge.page(record, ({"a": "mine"}, ""), ({"a": "1"}, ""), row_ids.by_id({}))
    assert rewriting.expected(made.target, {"a": "mine"}) == {"a": "mine"}


def test_lists_are_merged_value_by_value() -> None:
    was, mine, new = {"l": ["a", "b", "c"]}, {"l": ["c", "x", "a"]}, {"l": ["a", "b", "d"]}
    result, clashes, record = merged(was, mine, new)
    assert (result, clashes) == ({"l": ["x", "a", "d"]}, [])
    later = merge.page(record, (result, ""), ({"l": ["a"]}, ""), row_ids.by_id({}))
    assert rewriting.expected(later.target, result) == {"l": ["x", "a"]}
    back = merge.page(later.record, ({"l": ["x", "a"]}, ""), ({"l": ["a", "b"]}, ""), row_ids.by_id({}))
    assert rewriting.expected(back.target, {"l": ["x", "a"]}) == {"l": ["x", "a"]}, "b came back"


def test_rows_are_merged_by_id_and_a_removed_one_does_not_come_back() -> None:
    was = {"rows": [{"id": "a", "role": "1"}, {"id": "b", "role": "1"}, {"id": "c", "role": "1"}]}
    mine = {"rows": [{"id": "a", "role": "mine"}, {"id": "c", "role": "1"}, {"id": "own"}]}
    new = {"rows": [{"id": "a", "role": "1"}, {"id": "b", "role": "2"}, {"id": "n"}, {"id": "c", "role": "2"}]}
    result, clashes, record = merged(was, mine, new)
    assert clashes == []
    assert result == {"rows": [{"id": "a", "role": "mine"}, {"id": "n"}, {"id": "c", "role": "2"}, {"id": "own"}]}
    later = merge.page(record, (result, ""), (new, ""), row_ids.by_id({}))
    assert rewriting.expected(later.target, result) == result


def test_of_a_page_of_which_nothing_is_known_every_word_stays_and_only_missing_keys_come() -> None:
    result, clashes, _ = merged(None, {"a": "mine", "l": ["x"]}, {"a": "1", "b": "1", "l": ["y"]})
    assert (result, clashes) == ({"a": "mine", "l": ["x"], "b": "1"}, [])


VALUE = st.sampled_from(["1", "2", "3"])
DATA = st.fixed_dictionaries(
    {},
    optional={
        "a": VALUE,
        "b": VALUE,
        "l": st.lists(VALUE, unique=True, max_size=3),
        "rows": st.lists(st.fixed_dictionaries({"id": VALUE}, optional={"r": VALUE}), unique_by=lambda r: r["id"]),
    },
)


@given(DATA, DATA, DATA)
def test_a_second_merge_with_the_same_new_page_changes_nothing(
    was: dict[str, Any], mine: dict[str, Any], new: dict[str, Any]
) -> None:
    result, clashes, record = merged(was, mine, new)
    again = merge.page(record, (result, ""), (new, ""), row_ids.by_id({}))
    assert rewriting.expected(again.target, result) == result
    assert list(again.clashes) == clashes


@given(DATA, DATA, DATA)
def test_every_value_that_a_person_changed_or_added_is_there_afterwards(
    was: dict[str, Any], mine: dict[str, Any], new: dict[str, Any]
) -> None:
    result = merged(was, mine, new)[0]
    for key in ("a", "b"):
        if mine.get(key) != was.get(key):
            assert result.get(key) == mine.get(key)
    assert set(mine.get("l", ())) - set(was.get("l", ())) <= set(result.get("l", ()))
    theirs = [r for r in mine.get("rows", ()) if r not in was.get("rows", ())]
    kept = {r["id"]: r for r in result.get("rows", ())}
    for row in theirs:
        old = next((r for r in was.get("rows", ()) if r["id"] == row["id"]), {})
        if row.get("r") != old.get("r"):
            assert kept[row["id"]].get("r") == row.get("r") or (old == {} and "r" not in row)
