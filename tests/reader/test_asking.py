"""Which model may be asked, what is said before and after it, and that nothing is sent before an editor agrees."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import pytest
from typer.testing import CliRunner, Result

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")
pytest.importorskip("llm", reason="needs the reader's package: pip install '.[reader]'")

from generator import cli, wheel
from generator.reader import asking, run
from generator.reader.told import Estimate, Usage
from generator.settings import Price
from tests.desk import assert_unchanged
from tests.reader.briefing import PAGE, RIGHT, Newsroom, by_title
from tests.reader.plugin import Oracle


def convert(room: Newsroom, *more: str, model: str = "llm:oracle", given: str | None = None) -> Result:
    words = ["convert", str(room.seeds), "--content", str(room.content), "--reader", model, *more]
    return CliRunner().invoke(cli.app, words, input=given)


# ---- which model ----


def test_a_model_that_the_settings_do_not_name_is_refused_and_sent_nothing(room: Newsroom) -> None:
    room.settings("name: Ferries\n")
    before = room.pages()
    done = convert(room, "--yes")
    assert done.exit_code == 2
    assert "content/briefing.yaml does not let it" in done.output
    assert "reader: {remote: [oracle]}" in done.output
    assert "reader: {local: [oracle]}" in done.output
    assert room.oracle.asked == []
    assert_unchanged(before, room.pages())


def test_a_remote_model_is_asked_where_the_settings_name_it_as_one(room: Newsroom) -> None:
    room.settings("reader: {remote: [oracle]}\n")
    done = convert(room, "--yes")
    assert done.exit_code == 0
    assert "on another machine: the whole text of each leaves this one" in done.output
    assert len(room.oracle.asked) == 2


def test_a_model_that_needs_a_key_is_not_believed_to_be_local(
    room: Newsroom, models: dict[str, Oracle], monkeypatch: pytest.MonkeyPatch
) -> None:
    room.settings("reader: {local: [keyed]}\n")
    done = convert(room, "--yes", model="llm:keyed")
    assert done.exit_code == 2
    assert "does not run on this machine" in done.output
    room.settings("reader: {remote: [keyed]}\n")
    done = convert(room, "--yes", model="llm:keyed")
    assert done.exit_code == 2
    assert "llm keys set keyed-service" in done.output
    assert models["keyed"].asked == []


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("oracle", "give llm:MODEL"),
        ("llm:", "give llm:MODEL"),
        ("llm:nobody", 'llm knows no model "nobody"'),
        ("https://models.example/v1", "give llm:MODEL"),
    ],
)
def test_what_is_no_model_is_refused_with_what_to_do(room: Newsroom, model: str, said: str) -> None:
    done = convert(room, "--yes", model=model)
    assert done.exit_code == 2
    assert said in done.output


def test_without_the_package_it_says_what_to_install(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name == "llm":
            raise ImportError(name)
        return whole(name, *more)

    monkeypatch.delitem(sys.modules, "llm")
    monkeypatch.setattr(builtins, "__import__", without)
    done = convert(room, "--yes")
    assert done.exit_code == 2
    assert wheel.again("reader") in done.output


def test_only_text_of_the_articles_and_what_is_asked_of_them_is_sent(room: Newsroom) -> None:
    room.ask()
    (one,) = [q for q in room.oracle.asked if "Ferry terminal" in q]
    assert one.startswith(
        "Title: Ferry terminal opens in Ostvik\nPublished: 2031-03-05\n\nArticle:\n\nMara Quill opened"
    )
    assert str(room.seeds) not in one


def test_articles_in_other_languages_are_not_sent(room: Newsroom) -> None:
    room.seed("drei.md", "---\ntitle: Fähre\ndate: 2031-03-06\nlang: de\n---\nDie Fähre fuhr am Montag wieder.\n")
    room.ask()
    assert len(room.oracle.asked) == 2


def test_an_article_that_is_too_long_is_named_and_not_sent(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LONGEST", 300)  # between the lengths of the two
    told = room.ask()
    (problem,) = [p for p in told.problems if p.rule == "reader"]
    assert problem.path == f"{room.seeds.as_posix()}/one.md"
    assert "too long for llm:oracle" in problem.message
    assert ["Ferries run" in q for q in room.oracle.asked] == [True]


# ---- before and after ----


def test_the_estimate_counts_what_will_be_asked(room: Newsroom) -> None:
    room.settings("reader: {local: [oracle], prices: {oracle: {input: 3, output: 15}}}\n")
    room.ask(agree=False)
    (estimate,) = room.estimates
    assert (estimate.articles, estimate.known, estimate.remote, estimate.seconds) == (2, 0, False, None)
    assert estimate.characters == sum(
        len(room.read(p).split("\n---\n")[1].strip()) for p in room.pages() if "articles/" in p
    )
    assert estimate.tokens_in > estimate.characters / 4
    room.ask()
    room.seed("more.md", "---\ntitle: Gulls\ndate: 2031-03-07\n---\nGulls took the roof on Thursday.\n")
    room.ask(agree=False)
    assert (room.estimates[-1].articles, room.estimates[-1].known) == (1, 2)
    assert room.estimates[-1].seconds is not None


def test_an_estimate_in_words() -> None:
    price = Price(input=2, output=8)
    remote = Estimate("llm:m", True, 12, 3, 40_000, 14_000, 3_000, 90.0, price)
    assert remote.lines() == [
        "llm:m is to read 12 articles (40,000 characters), on another machine: the whole text of each leaves this one. "
        "3 answers of earlier runs will not be asked for again.",
        "About 14,000 tokens in and 3,000 out (a rule of thumb); about 0.0520 by the prices in content/briefing.yaml; "
        "about 90 seconds.",
    ]
    local = Estimate("llm:m", False, 1, 0, 400, 800, 30)
    assert local.lines() == [
        "llm:m is to read 1 article (400 characters), on this machine, as content/briefing.yaml says.",
        "About 800 tokens in and 30 out (a rule of thumb); no price of it stands in content/briefing.yaml; "
        "how long it takes is not known yet.",
    ]


def test_the_usage_in_words() -> None:
    used = Usage(
        "llm:m", 12, 3, 1, 0, 14_000, 3_000, 300.0, Price(input=2, output=8), 7, 1, {"names that are known already": 2}
    )
    assert used.lines() == [
        "llm:m: 12 articles asked, 3 from the cache, 1 without an answer; 14,000 tokens in, 3,000 out, "
        "0.0520 by the prices in content/briefing.yaml; 5 minutes.",
        "7 claims and 1 name proposed as drafts: decide with briefing review.",
        "Not borne out, so not proposed: names that are known already (2).",
    ]
    assert Usage("llm:m", 1, tokens_in=None, tokens_out=None).lines() == [
        "llm:m: 1 article asked; it counts no tokens; 0 seconds."
    ]


def test_after_the_run_it_says_what_was_used(room: Newsroom) -> None:
    done = convert(room, "--yes")
    assert "llm:oracle is to read 2 articles" in done.output
    assert "llm:oracle: 2 articles asked; 2,000 tokens in, 200 out; 0 seconds." in done.output
    assert "3 claims and 1 name proposed as drafts: decide with briefing review." in done.output


def test_without_a_terminal_it_asks_nothing_unless_told_yes(room: Newsroom) -> None:
    done = convert(room)
    assert done.exit_code == 2
    assert "give --yes" in done.output
    assert room.oracle.asked == []


@pytest.mark.parametrize(("given", "asked"), [("y\n", 2), ("yes\n", 2), ("n\n", 0), ("\n", 0), ("", 0)])
def test_on_a_terminal_the_question_comes_before_the_model(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, given: str, asked: int
) -> None:
    from generator import convert_cli

    monkeypatch.setattr(convert_cli, "_on_a_terminal", lambda: True)
    done = convert(room, given=given)
    assert done.exit_code == 0
    assert "Ask it? [y]es, [n]o" in done.output
    assert len(room.oracle.asked) == asked
    assert (len(room.rows(PAGE)) == 3) is bool(asked)
    if not asked:
        assert "2 not asked" in done.output


def test_whoever_says_no_is_asked_again_the_next_time(room: Newsroom) -> None:
    room.ask(agree=False)
    room.ask()
    assert len(room.oracle.asked) == 2
    assert len(room.rows(PAGE)) == 3


def test_a_model_that_counts_nothing_and_cannot_stream_is_read_all_the_same(room: Newsroom) -> None:
    class Plain(Oracle):
        can_stream = False

    model = Plain("plain", by_title(RIGHT))
    reply = asking.ask(asking.Model("plain", False, model, 5), "do", "Title: Ferry terminal")
    assert reply.text == RIGHT["Ferry terminal"]
