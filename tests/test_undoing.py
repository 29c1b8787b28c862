"""Removing a page: what goes with it is said, a person is asked before words are lost, and the way back is shown."""

from __future__ import annotations

import subprocess

import pytest
from typer.testing import CliRunner, Result

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import cli, desk_cli
from tests.desk import Desk
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
    (undo,) = [line for line in done.output.splitlines() if line.startswith("To undo it: ")]
    git(desk, "commit", "-qam", "later")
    subprocess.run(undo.removeprefix("To undo it: "), shell=True, check=True, capture_output=True)
    assert pages(desk) == before


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
