"""Articles are read by several workers of a cluster, one of which dies midway: the pages are the same to the byte."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")
distributed = pytest.importorskip("distributed", reason="needs the cluster's packages: pip install '.[cluster]'")

from generator import convert, stage  # noqa: E402
from generator.workers import UnknownExecutorError  # noqa: E402

SEEDS = {
    f"{i}.md": f"---\ntitle: Report {i}\ndate: 2023-05-1{i}\n---\nAnna Berg visited {town} on {i + 1} May 2023.\n"
    for i, town in enumerate(("Lisbon", "Oslo", "Rome", "Vienna", "Dublin", "Prague"))
}


def pages(folder: Path) -> dict[str, bytes]:
    found = (p for p in sorted(folder.rglob("*")) if p.is_file() and ".cache" not in p.parts)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}


def test_a_cluster_that_loses_a_worker_makes_the_same_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "BATCH", 1)  # a task for each article
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, text in SEEDS.items():
        (seeds / name).write_text(text, encoding="utf-8")
    convert.convert(seeds, tmp_path / "one")
    killed: list[int] = []
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        workers = [w.pid for w in cluster.workers.values()]

        def progress(what: str, done: int, of: int) -> None:
            if done and not killed:
                killed.append(workers[0])
                os.kill(workers[0], signal.SIGKILL)

        address = cluster.scheduler_address.replace("tcp://", "dask://")
        convert.convert(seeds, tmp_path / "many", progress, executor=address)
    assert killed
    assert pages(tmp_path / "many") == pages(tmp_path / "one")
    assert len(pages(tmp_path / "one")) > 12


def test_a_scheduler_that_does_not_answer_is_an_error_with_its_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.workers.PATIENCE", 0.5)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/one.md").write_text(SEEDS["0.md"], encoding="utf-8")
    with pytest.raises(UnknownExecutorError, match=r"no scheduler answers at dask://127\.0\.0\.1:9"):
        convert.convert(tmp_path / "seeds", tmp_path / "c", executor="dask://127.0.0.1:9")
