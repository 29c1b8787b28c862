"""Seeds are read by several processes as by one: the same documents, the same problems, in the order of their names."""

from pathlib import Path

from generator.reading import read_seeds
from generator.workers import Workers


def test_two_processes_read_the_seeds_as_one_does(tmp_path: Path) -> None:
    names = [f"{n:02}.md" for n in range(60)]
    for n, name in enumerate(names):
        text = f"---\ntitle: Report {n}\ndate: 2031-05-03\n---\nThe quay of Marstad was closed for the {n}th time.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "07.md").write_text("---\ntitle: [\n---\nThis front matter is not closed.\n", encoding="utf-8")
    (tmp_path / "21.html").write_text("<title>The pier</title><p>The pier of Marstad is closed.</p>", encoding="utf-8")
    names = sorted([*names, "21.html", "59b.md"])  # the last of them was taken away while the folder was listed
    named = [(name, f"seeds/{name}", tmp_path / name, tmp_path) for name in names]
    documents, problems = read_seeds(named)
    with Workers(jobs=2) as workers:
        assert read_seeds(named, workers=workers) == (documents, problems)
    assert [d.seed for d in documents] == [name for name in names if name not in ("07.md", "59b.md")]
    assert [p.path for p in problems] == ["seeds/07.md", "seeds/59b.md"]
