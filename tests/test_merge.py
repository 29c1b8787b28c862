"""What becomes of each page when the converter runs again."""

from __future__ import annotations

from generator import merge


def test_new_pages_are_written_and_the_same_are_left() -> None:
    plan = merge.plan({"a": "1", "b": "1"}, disk={"b": "1"}, last={"b": "1"})
    assert (plan.write, plan.same) == (("a",), ("b",))


def test_a_page_that_only_the_machine_wrote_is_replaced() -> None:
    assert merge.plan({"a": "2"}, disk={"a": "1"}, last={"a": "1"}).write == ("a",)


def test_an_edited_page_stays() -> None:
    plan = merge.plan({"a": "2"}, disk={"a": "mine"}, last={"a": "1"})
    assert (plan.write, plan.edited) == ((), ("a",))


def test_a_page_that_a_person_made_stays_even_where_the_machine_would_make_one() -> None:
    assert merge.plan({"a": "2"}, disk={"a": "mine"}, last={}).edited == ("a",)


def test_a_removed_page_does_not_come_back() -> None:
    assert merge.plan({"a": "2"}, disk={}, last={"a": "1"}).write == ()
    assert merge.removed(disk={}, last={"a": "1"}) == {"a"}


def test_what_is_no_longer_made_goes_unless_it_was_edited_or_is_needed() -> None:
    plan = merge.plan({}, disk={"a": "1", "b": "mine", "c": "1"}, last={"a": "1", "b": "1", "c": "1"}, keep={"c"})
    assert plan.stale == ("a",)
