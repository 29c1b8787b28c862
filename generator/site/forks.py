"""One function over many things, in copies of this process where that pays: they know what it knows without being told.

A copy shares the memory of this process until one of them writes to it, so that a briefing of any size costs nothing to
pass on. Systems that cannot copy a process safely, and processes that run threads, do the work alone.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from generator.workers import cores

Thing = TypeVar("Thing")
Result = TypeVar("Result")

WORTH = 200  # things of the size of a page: copying the process takes as long as some dozens of them
_PARTS = 16  # for each process, so that none waits long for the last of another
_task: tuple[Callable[[Any], Any], Sequence[Any]] | None = None  # what the copies find in their memory


def each(
    work: Callable[[Thing], Result],
    things: Sequence[Thing],
    worth: int = 0,
    there: Callable[[Thing], Result] | None = None,
) -> Iterator[Result]:
    """The results, in the order of the things. What fails in a copy is done again here, and raises here what it raises.

    Fewer than `worth` things for each process (`WORTH` where it is 0) are done in this one. `there` is what copies do
    in place of `work`, where what comes back can be less.
    """
    count = min(cores(), len(things) // (worth or WORTH))
    if count < 2 or sys.platform != "linux" or threading.active_count() > 1:
        yield from map(work, things)
        return
    global _task
    _task = (there or work, things)
    results: list[Any] = [None] * len(things)
    step = count * _PARTS  # neighbours are of one kind: each part gets some of what takes long
    with ProcessPoolExecutor(count, multiprocessing.get_context("fork"), initializer=_begin) as copies:
        parts = [copies.submit(_part, first, step) for first in range(step)]
        _task = None
        for first, part in enumerate(parts):
            done = _results(part)
            results[first::step] = map(work, things[first::step]) if done is None else done
    yield from results


def _begin() -> None:
    """What the first process knows lives on, and is not looked through for garbage; what a copy makes is."""
    gc.freeze()
    gc.enable()


def _part(first: int, step: int) -> list[Any]:
    assert _task is not None
    work, things = _task
    return [work(thing) for thing in things[first::step]]


def _results(part: Future[list[Any]]) -> list[Any] | None:
    with suppress(Exception):  # of the work, or that a copy was killed
        return part.result()
    return None
