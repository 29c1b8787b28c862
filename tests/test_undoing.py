"""Removing a page: what goes with it is said, a person is asked before words are lost, and the way back is shown."""

from __future__ import annotations

import re
import subprocess

import pytest
from typer.testing import CliRunner, Result

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import cli, desk_cli
from tests.desk import Desk, fails, run
from tests.fishing import SEEDS

__all__ = ["SEEDS"]  # what the fixture `converted` converts


def refuse(desk: Desk, *words: str, keys: str | None = None) -> Result:
    return CliRunner().invoke(cli.app, ["refuse", *words, "--content", str(desk.content)], input=keys)


def git(desk: Desk, *words: str) -> None:
    name = ("-c", "user.name=E", "-c", "user.email=e@example.org")
    subprocess.run(["git", *name, *words], cwd=desk.content.parent, check=True, capture_output=True)


def pages(desk: Desk) -> dict[str, bytes]:
    return {path: text for path, text in desk.pages().items() if not path.startswith(".git/")}


@pytest.fixture
def committed(desk: Desk) -> Desk:
    git(desk, "init", "-q")
    git(desk, "add", ".")
    git(desk, "commit", "-qm", "one")
    return desk


def test_a_refused_event_says_that_its_claims_go_too_and_how_they_come_back(committed: Desk) -> None:
    desk, page = committed, committed.event("oslo")
    before = pages(desk)
    done = refuse(desk, page[7:-3])
    assert done.exit_code == 0
    assert f"{page} is removed, and with it 2 claims of articles/fishing-talks-end.md, articles/prime" in done.output
    assert f"To undo it, also later: briefing restore {page[7:-3]}" in done.output
    git(desk, "commit", "-qam", "later")
    assert f"{page} is back" in run(desk, "restore", page[7:-3])
    assert pages(desk) == before


def test_what_was_refused_comes_back_years_later_and_all_later_work_stays(committed: Desk) -> None:
    desk, page, two = committed, committed.event("oslo"), "articles/fishing-talks-end.md"
    run(desk, "refuse", page[7:-3])
    git(desk, "commit", "-qam", "refused")
    desk.run()
    desk.replace(two, "title: Fishing talks end", "title: The talks end")
    desk.replace(two, "date: '2023-05-12'", "date: '2023-05-13'")
    (desk.seeds / "two.md").rename(desk.seeds / "later.md")
    desk.run()
    git(desk, "add", ".")
    git(desk, "commit", "-qm", "later")
    assert "2 claims" not in (said := run(desk, "restore", page[7:-3]))
    assert said.count("1 claim is there again.") == 2
    summary = desk.run()
    assert summary.conflicts == ()
    for line in ("title: The talks end\n", "date: '2023-05-13'\n", "seed: later.md\n", f"id: {page[7:-3]}\n"):
        assert line in desk.read(two)
    assert "status: undisputed" in desk.read(page)
    desk.settled()


def test_a_refused_name_comes_back_where_it_stood(committed: Desk) -> None:
    desk = committed
    before = pages(desk)
    said = run(desk, "refuse", "oslo", "--yes")
    assert "briefing restore oslo" in said
    git(desk, "commit", "-qam", "refused")
    run(desk, "restore", "oslo")
    assert pages(desk) == before
    run(desk, "refuse", "oslo", "--yes")
    desk.run()
    git(desk, "commit", "-qam", "refused")
    run(desk, "restore", "oslo")
    desk.run()
    assert pages(desk) == before


def test_what_was_refused_comes_back_whole_however_a_person_has_set_git(committed: Desk) -> None:
    desk, id, before = committed, committed.event_id("oslo"), pages(committed)
    for key, value in (("color.ui", "always"), ("grep.fullName", "true"), ("log.showSignature", "true")):
        git(desk, "config", key, value)
    run(desk, "refuse", id)
    git(desk, "commit", "-qam", "refused")
    run(desk, "restore", id)
    assert pages(desk) == before


@pytest.mark.parametrize("changed", [False, True])
def test_a_restored_event_goes_with_its_articles_unless_somebody_changed_it(committed: Desk, changed: bool) -> None:
    desk, page = committed, committed.event("oslo")
    run(desk, "refuse", page[7:-3])
    git(desk, "commit", "-qam", "refused")
    desk.run()
    run(desk, "restore", page[7:-3])
    desk.run()
    if changed:
        desk.edit(page, lambda text: text + "\nA word of mine.\n")
    for article in sorted(p for p in desk.pages() if p.startswith("articles/") and page[7:-3] in desk.read(p)):
        (desk.content / article).unlink()
    desk.run()
    assert (page in desk.pages()) == changed


def test_only_what_was_refused_can_be_restored(committed: Desk) -> None:
    desk = committed
    assert "is there" in fails(desk, "restore", desk.event_id("oslo"))
    assert 'no commit has a page "nobody"' in fails(desk, "restore", "nobody")
    run(desk, "rename", desk.event_id("oslo"), "a-flight")
    assert "briefing split" not in fails(desk, "restore", "2023-05-09-rui-salgado-flies-to-oslo")


def test_words_that_no_commit_has_are_not_removed_unasked(committed: Desk) -> None:
    desk, page = committed, committed.event("oslo")
    desk.edit(page, lambda t: t + "Ours.\n")
    before = desk.pages()
    done = refuse(desk, page[7:-3])
    assert done.exit_code == 2
    assert f"{page} holds words of yours that no commit has" in done.output
    assert "--yes" in done.output
    assert desk.pages() == before
    git(desk, "commit", "-qam", "two")
    assert refuse(desk, page[7:-3]).exit_code == 0


def test_a_page_of_which_a_note_speaks_is_not_removed_unasked(committed: Desk) -> None:
    desk, page = committed, committed.event("oslo")
    (desk.content / "notes").mkdir()
    (desk.content / "notes/n.md").write_text(f"---\ntitle: N\n---\nSee [[{page[7:-3]}]].\n")
    assert refuse(desk, page[7:-3]).exit_code == 2
    walk = ["review", "--content", str(desk.content)]
    before = CliRunner().invoke(cli.app, walk, input="s\n" * 30).output.partition(f"EVENT {page[7:-3]}")[0]
    said = CliRunner().invoke(cli.app, walk, input="s\n" * before.count("then Enter:") + "r\nn\nq\n").output
    assert f"If you go on, {page} is removed" in said
    assert "Nothing was changed." in said
    assert page in desk.pages()
    done = refuse(desk, page[7:-3], "--yes")
    assert done.exit_code == 0
    assert "notes/n.md:4 speaks of" in done.output
    assert page not in desk.pages()


def test_without_git_words_of_a_person_are_not_removed_unasked(desk: Desk) -> None:
    page = desk.event("oslo")
    desk.edit(page, lambda t: t + "Ours.\n")
    assert refuse(desk, page[7:-3]).exit_code == 2
    assert refuse(desk, page[7:-3], "--yes").exit_code == 0


def test_what_git_ignores_no_commit_has(desk: Desk) -> None:
    git(desk, "init", "-q")
    (desk.content.parent / ".gitignore").write_text("content/events/\n")
    git(desk, "add", ".")
    git(desk, "commit", "-qm", "one")
    page = desk.event("oslo")
    desk.edit(page, lambda t: t + "Ours.\n")
    assert refuse(desk, page[7:-3]).exit_code == 2


def test_what_an_editor_saves_while_a_command_asks_is_not_written_over(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desk.event("oslo")
    (article, *_) = [p for p in desk.pages() if p.startswith("articles/") and page[7:-3] in desk.read(p)]

    def saved(_: object) -> bool:
        desk.edit(article, lambda t: t + "Ours.\n")
        return True

    monkeypatch.setattr(desk_cli, "_agree", saved)
    desk.edit(page, lambda t: t + "Ours.\n")
    before = desk.pages()
    done = refuse(desk, page[7:-3])
    assert done.exit_code == 2
    assert (
        f"{article} was saved by somebody in the meantime, so nothing is changed; give the command again" in done.output
    )
    assert desk.pages() == {**before, article: before[article] + b"Ours.\n"}


def test_restored_rows_are_written_as_they_were(committed: Desk) -> None:
    desk, page, path = committed, committed.event("oslo"), "articles/fishing-talks-end.md"
    row = re.search(rf"  - id: {page[7:-3]}\n(?:    .*\n)+", desk.read(path))
    assert row
    lines = [line.removeprefix("  - ").removeprefix("    ") for line in row[0].splitlines()]
    mine = "".join(
        ("  - " if i == 0 else "    ") + line + "\n" for i, line in enumerate([*lines[::-1], "mine: seen by Ann"])
    )
    desk.replace(path, row[0], mine)
    desk.run()
    git(desk, "commit", "-qam", "another order")
    before = pages(desk)
    for id in (page[7:-3], "oslo"):
        run(desk, "refuse", id, "--yes")
        desk.run()
        git(desk, "commit", "-qam", f"without {id}")
        run(desk, "restore", id)
        desk.run()
        assert pages(desk)[path].decode() == before[path].decode()
        git(desk, "add", "-A")
        git(desk, "commit", "-qm", f"with {id}")
