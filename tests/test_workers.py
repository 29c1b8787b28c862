"""Articles are given out to processes; whatever becomes of these, all are read, in their order."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from typing import Any

import pytest

from generator import workers


class Dying(Executor):
    """Processes of which the system kills one, for want of memory: what was given out last is lost, and then no more
    is taken.
    """

    def __init__(self, after: int) -> None:
        self._left = after

    def submit(self, work: Callable[..., Any], /, *given: Any, **more: Any) -> Future[Any]:
        if self._left < 0:
            raise BrokenExecutor("A child process terminated abruptly")
        future: Future[Any] = Future()
        if self._left:
            future.set_result(work(*given, **more))
        else:
            future.set_exception(BrokenExecutor("A child process terminated abruptly"))
        self._left -= 1
        return future


def doubled(jobs: list[int]) -> list[int]:
    return [2 * job for job in jobs]


@pytest.mark.parametrize("after", [0, 1, 5, 40])
def test_what_killed_processes_leave_is_read_here(after: int) -> None:
    given = workers.batches(dict.fromkeys(range(90), 1), 2)
    made = list(workers.spread(Dying(after), doubled, given, lambda number: number))
    assert [number for batch, _ in made for number in batch] == list(range(90))
    assert [of for _, found in made for of in found] == [2 * number for number in range(90)]
