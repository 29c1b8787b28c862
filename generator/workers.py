"""Where articles are read: in this process, on all cores of this machine, or on a cluster. The pages are the same.

The stage per article (`generator.stage`) takes any executor of `concurrent.futures`; this module makes one when there
is enough to read.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import Any, TypeVar

from generator import wheel

WORTH = 40  # articles for each process: loading the language model takes as long as reading some twenty
SCHEME = "dask://"
PATIENCE = 10  # seconds in which a scheduler should answer
AHEAD = 32  # batches that are given out before the first must be back: enough for every core, and bounded memory
Job = TypeVar("Job")
Made = TypeVar("Made")


class UnknownExecutorError(ValueError):
    """An executor that is none of those that are known, or cannot be reached; the message says what to do."""


class Workers:
    """Makes an executor when it is first worth one, and ends it with the block.

    `jobs`: processes on this machine, `None` for as many as there are cores and articles for; `address`:
    dask://HOST:PORT of a scheduler instead. Raises `UnknownExecutorError`.
    """

    def __init__(self, jobs: int | None = None, address: str | None = None) -> None:
        if address is not None and not address.startswith(SCHEME):
            raise UnknownExecutorError(f'"{address}" is no executor; give {SCHEME}HOST:PORT, or none for this machine')
        self._jobs, self._address = jobs, address
        self._made: Executor | None = None
        self._client: Any = None

    def of(self, texts: int) -> Executor | None:
        """An executor for so many articles; `None` where this process alone is as fast."""
        if self._made is None and texts:
            if self._address:
                self._made = self._cluster(self._address)
            elif (count := self._jobs or min(cores(), texts // WORTH)) > 1:
                # Not forked: a copy of a process that runs threads can wait for ever for a lock that nobody holds.
                self._made = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"))
        return self._made

    def _cluster(self, address: str) -> Executor:
        try:
            from distributed import Client
        except ImportError:
            raise UnknownExecutorError(f"a cluster needs the package distributed: {wheel.again('cluster')}") from None
        try:
            client: Any = Client
            self._client = client(address.replace(SCHEME, "tcp://", 1), timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UnknownExecutorError(f"no scheduler answers at {address}: {error}") from None
        made: Executor = self._client.get_executor(pure=False)
        return made

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._client is not None:
            self._client.close()
        elif self._made is not None:
            self._made.shutdown(wait=kind is None, cancel_futures=kind is not None)


def cores() -> int:
    """Cores that this process may use, which in a container are fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batches(sizes: Mapping[int, int], least: int) -> Iterator[list[int]]:
    """Numbers of things in their order, in batches that have this size or a little more, but for the last."""
    batch, size = list[int](), 0
    for number, of in sizes.items():
        batch.append(number)
        size += of
        if size >= least:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def spread(
    executor: Executor | None,
    step: Callable[..., list[Made]],
    batches: Iterable[list[int]],
    job: Callable[[int], Job],
    *more: object,
) -> Iterator[tuple[list[int], list[Made]]]:
    """Batches of numbers and what the step made of their jobs, in their order, some of them in advance.

    Without an executor this process makes all; with one, what a worker left that was killed, and what the others take
    no more.
    """
    waiting: deque[tuple[list[int], list[Job], Future[list[Made]] | None]] = deque()

    def given(jobs: list[Job], to: Executor) -> Future[list[Made]] | None:
        with suppress(BrokenExecutor):
            return to.submit(step, jobs, *more)
        return None

    def result(batch: list[int], jobs: list[Job], future: Future[list[Made]] | None) -> tuple[list[int], list[Made]]:
        with suppress(BrokenExecutor):
            if future is not None:
                return batch, future.result()
        return batch, step(jobs, *more)

    for batch in batches:
        jobs = [job(i) for i in batch]
        if executor is None:
            yield batch, step(jobs, *more)
            continue
        waiting.append((batch, jobs, given(jobs, executor)))
        if len(waiting) >= AHEAD:
            yield result(*waiting.popleft())
    while waiting:
        yield result(*waiting.popleft())
