"""Seeds to pages: what the command leaves behind, and that nothing a person wrote is lost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from generator import briefing, convert, store, undecided
from generator.briefing import Briefing
from generator.document import Document
from generator.model import Proposal
from generator.problems import errors

SEEDS = {
    "one.txt": (
        "date 2023-05-10 Prime Minister Anna Berg visited Lisbon on 3 May 2023 for talks on fishing.\n\n"
        "She met the Portuguese foreign minister, Rui Salgado, who thanked Norway for its offer.\n"
    ),
    "two.md": (
        "---\ntitle: Fishing talks end\ndate: 2023-05-12\npublisher: The Harbour Post\n---\n"
        "Anna Berg travelled to Lisbon in May 2023 to talk about fishing.\n"
    ),
    "three.html": (
        "<!doctype html><html><head><title>Le Havre</title></head><body><h1>Au Havre, le port rouvre</h1>"
        "<p>Le port du Havre a rouvert lundi après trois jours de grève, a annoncé la direction dans la soirée.</p>"
        "<p>Les dockers ont voté la reprise du travail à une large majorité.</p></body></html>"
    ),
}


def plant(folder: Path, **more: str | bytes) -> Path:
    seeds = folder / "seeds"
    for name, text in {**SEEDS, **{k.replace("__", "."): v for k, v in more.items()}}.items():
        path = seeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return seeds


def run(folder: Path) -> convert.Summary:
    return convert.convert(folder / "seeds", folder / "content")


def bytes_of(content: Path) -> dict[str, bytes]:
    return {p.relative_to(content).as_posix(): p.read_bytes() for p in sorted(content.rglob("*")) if p.is_file()}


def linked(content: Path) -> Briefing:
    made, problems = briefing.link(store.load(content))
    assert errors(problems) == []
    return made


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds above, converted once."""
    folder = tmp_path_factory.mktemp("converted")
    plant(folder)
    run(folder)
    return folder


@pytest.fixture
def folder(converted: Path, tmp_path: Path) -> Path:
    """A copy of them for one test."""
    shutil.copytree(converted, tmp_path / "c")
    return tmp_path / "c"


def test_articles_entities_and_events_are_there_and_sound(converted: Path) -> None:
    made = linked(converted / "content")
    assert {a.front.source.seed for a in made.articles.values()} == set(SEEDS)
    assert made.entities["anna-berg"].front.type == "person"
    assert made.entities["lisbon"].front.coordinates is not None
    (event,) = made.events.values()
    assert (event.front.date, event.front.status) == ("2023-05-03", "undisputed")
    assert {r.article for r in made.reports[event.id]} == set(made.articles) - {
        a for a in made.articles if "havre" in a
    }


def test_another_language_is_a_page_without_claims(converted: Path) -> None:
    (page,) = [a for a in linked(converted / "content").articles.values() if a.front.source.seed == "three.html"]
    assert page.front.lang == "fr"
    assert page.front.events == ()


def test_converting_elsewhere_gives_the_same_bytes(converted: Path, tmp_path: Path) -> None:
    plant(tmp_path)
    run(tmp_path)
    there = {k: v for k, v in bytes_of(tmp_path / "content").items() if not k.startswith(".cache/")}
    here = {k: v for k, v in bytes_of(converted / "content").items() if not k.startswith(".cache/")}
    assert there == here


def test_a_second_run_changes_nothing_and_reads_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = bytes_of(folder / "content")
    monkeypatch.setattr(convert, "extract", lambda *_: pytest.fail("read the articles again"))
    assert run(folder).up_to_date
    assert bytes_of(folder / "content") == before


def test_what_is_wrong_with_settings_and_proposals_is_said_again_by_a_run_with_nothing_new(folder: Path) -> None:
    (folder / "content" / "briefing.yaml").write_text("nam: The harbour\n")
    (folder / "content" / "proposals.yaml").write_text("proposals:\n  - pair: [a]\n    score: high\n")
    first, second = run(folder), run(folder)
    assert second.up_to_date
    for summary in (first, second):
        named = {Path(p.path).name for p in summary.problems}
        assert {"briefing.yaml", "proposals.yaml"} <= named


def test_without_its_cache_a_second_run_still_changes_nothing(folder: Path) -> None:
    shutil.rmtree(folder / "content" / ".cache")
    before = bytes_of(folder / "content")
    summary = run(folder)
    assert (summary.up_to_date, summary.written) == (False, ())
    after = bytes_of(folder / "content")
    assert {k: v for k, v in after.items() if not k.startswith(".cache/")} == before


def edit(path: Path, change: Callable[[str], str]) -> str:
    text = change(path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    return text


@pytest.mark.parametrize("page", ["entities/anna-berg.md", "articles/fishing-talks-end.md"])
def test_an_edited_page_survives_a_rerun_to_the_byte_and_is_named(folder: Path, page: str) -> None:
    path = folder / "content" / page
    mine = edit(path, lambda text: text + "\nA word of my own.\n")
    plant(folder, new__txt="date 2023-06-01 Anna Berg visited Lisbon again in June 2023.\n")
    summary = run(folder)
    assert path.read_text(encoding="utf-8") == mine
    assert page in summary.edited


def test_an_edited_event_survives_a_rerun(folder: Path) -> None:
    (path,) = (folder / "content" / "events").glob("*.md")
    mine = edit(path, lambda text: text.replace("title:", "title: My own\n# "))
    plant(folder, new__txt="date 2023-06-01 Anna Berg visited Lisbon on 3 May 2023 and spoke about fishing.\n")
    run(folder)
    assert path.read_text(encoding="utf-8") == mine


def test_names_that_an_editor_puts_on_one_page_are_one_entity(folder: Path) -> None:
    path = folder / "content" / "entities" / "anna-berg.md"
    assert "aliases" not in path.read_text(encoding="utf-8")
    edit(path, lambda text: text.replace("type: person\n", "type: person\naliases: [Annika Bergstrom]\n"))
    plant(folder, new__txt="date 2023-06-01 Prime Minister Annika Bergstrom visited Oslo on 30 May 2023.\n")
    run(folder)
    made = linked(folder / "content")
    assert "annika-bergstrom" not in made.entities
    assert len(made.named_in["anna-berg"]) == 3


def test_a_page_that_a_person_removed_does_not_come_back(folder: Path) -> None:
    (folder / "content" / "entities" / "rui-salgado.md").unlink()
    summary = run(folder)
    assert not (folder / "content" / "entities" / "rui-salgado.md").exists()
    assert summary.removed == ("entities/rui-salgado.md",)
    linked(folder / "content")


def test_a_new_article_keeps_ids_and_touches_only_what_it_speaks_of(folder: Path) -> None:
    before = bytes_of(folder / "content")
    plant(folder, new__txt="date 2023-06-01 The Bank of Ghana opened an office in Accra on 30 May 2023.\n")
    run(folder)
    after = bytes_of(folder / "content")
    assert {k for k in before if not k.startswith(".") and after.get(k) != before[k]} == set()
    assert any(k.startswith("entities/bank-of-ghana") for k in after)


def test_an_article_whose_seed_is_gone_stays_and_is_named(folder: Path) -> None:
    (folder / "seeds" / "two.md").unlink()
    summary = run(folder)
    assert summary.orphans == ("fishing-talks-end",)
    made = linked(folder / "content")
    assert "fishing-talks-end" in made.articles
    assert [e.front.status for e in made.events.values()] == ["undisputed"]


def test_a_seed_that_moved_keeps_its_page(folder: Path) -> None:
    (folder / "seeds" / "sub").mkdir()
    (folder / "seeds" / "two.md").rename(folder / "seeds" / "sub" / "moved.md")
    run(folder)
    made = linked(folder / "content")
    assert made.articles["fishing-talks-end"].front.source.seed == "sub/moved.md"


def test_unreadable_seeds_are_named_and_the_others_go_on(tmp_path: Path) -> None:
    plant(
        tmp_path,
        empty__txt="",
        picture__txt=b"\x89PNG\r\n\x1a\n" + bytes(200),
        report__pdf=b"%PDF-1.7 ...",
        blank__md="---\ntitle: x\n---\n\n",
    )
    summary = run(tmp_path)
    named = {p.path.rsplit("/", 1)[1]: p.message for p in summary.problems}
    assert set(named) == {"empty.txt", "picture.txt", "report.pdf", "blank.md"}
    assert all(message.startswith("not converted: ") for message in named.values())
    assert summary.articles == 3
    again = run(tmp_path)
    assert again.up_to_date
    assert again.problems == summary.problems


def test_a_fault_of_ours_in_one_article_costs_only_its_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.extract import claims

    whole = claims.find

    def sometimes(doc: object, document: Document, *more: object) -> object:
        if document.seed == "two.md":
            raise RuntimeError("boom")
        return whole(doc, document, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(claims, "find", sometimes)
    plant(tmp_path)
    summary = run(tmp_path)
    (problem,) = summary.problems
    assert problem.path == f"{tmp_path.as_posix()}/seeds/two.md"
    assert "boom" in problem.message
    assert len(linked(tmp_path / "content").articles) == 3


def test_rights_excerpt_keeps_only_what_claims_quote(tmp_path: Path) -> None:
    plant(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "briefing.yaml").write_text(
        "rights:\n  publishers: {The Harbour Post: full}\n  default: excerpt\n"
    )
    summary = run(tmp_path)
    made = linked(tmp_path / "content")
    one = next(a for a in made.articles.values() if a.front.source.seed == "one.txt")
    assert one.front.rights == "excerpt"
    assert "visited Lisbon" in one.body
    assert "thanked Norway" not in one.body
    assert summary.whole_texts == 1


def test_an_excerpt_marks_only_where_words_are_left_out(tmp_path: Path) -> None:
    text = (
        "date 2023-05-10 Anna Berg visited Lisbon on Monday. Rui Salgado visited Oslo on Tuesday.\n\n"
        "In May 2020, Anna Berg founded a school in Lisbon.\n\nIt is a fine one.\n\n"
        "Rui Salgado left Norway in June 2021.\n"
    )
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text(text)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "briefing.yaml").write_text("rights: {default: excerpt}\n")
    run(tmp_path)
    (page,) = linked(tmp_path / "content").articles.values()
    assert page.body.strip() == (
        "Anna Berg visited Lisbon on Monday. Rui Salgado visited Oslo on Tuesday.\n\n"
        "In May 2020, Anna Berg founded a school in Lisbon.\n\n\\[…\\]\n\nRui Salgado left Norway in June 2021."
    )


def test_a_digest_is_ours_and_published_whole_whatever_the_rule(tmp_path: Path) -> None:
    front = "---\ntitle: A digest\ndate: 2023-05-12\nwording: paraphrase\ndigest_of: original.txt\n---\n"
    text = front + "Anna Berg slept well in Lisbon.\n"
    plant(tmp_path, digest__md=text)
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "briefing.yaml").write_text("rights:\n  default: excerpt\n")
    summary = run(tmp_path)
    page = linked(tmp_path / "content").articles["a-digest"]
    assert (page.front.rights, page.front.digest_of) == ("full", "original.txt")
    assert "slept well" in page.body
    assert summary.whole_texts == 0


def test_a_seed_that_says_it_may_be_published_whole_is_not_asked_about_again(tmp_path: Path) -> None:
    plant(
        tmp_path,
        ours__md="---\ntitle: Ours\ndate: 2023-05-12\nrights: full\n---\nAnna Berg slept in Lisbon on Monday.\n",
    )
    assert run(tmp_path).whole_texts == 3
    (tmp_path / "content/briefing.yaml").write_text("rights: {default: full}\n")
    assert run(tmp_path).whole_texts == 0


def test_the_record_of_what_was_made_names_every_page(converted: Path) -> None:
    rows = json.loads((converted / "content" / ".generated.json").read_text())["pages"]
    pages = {k for k in bytes_of(converted / "content") if k.endswith(".md")}
    assert set(rows) == pages


def test_a_pair_that_an_editor_calls_the_same_is_one_page_with_the_old_address_alive(folder: Path) -> None:
    content = folder / "content"
    (content / "proposals.yaml").write_text(
        "# my reasons\nproposals:\n  - pair: [rui-salgado, anna-berg]\n    score: 0.5\n    same: true  # sure\n"
    )
    run(folder)
    made = linked(content)
    assert "anna-berg" not in made.entities
    assert made.entities["rui-salgado"].front.redirects == ("anna-berg",)
    assert "Anna Berg" in made.entities["rui-salgado"].front.aliases
    assert made.redirects["anna-berg"] == "rui-salgado"
    before = bytes_of(content)
    shutil.rmtree(content / ".cache")
    run(folder)
    assert {k: v for k, v in bytes_of(content).items() if not k.startswith(".cache")} == {
        k: v for k, v in before.items() if not k.startswith(".cache")
    }


def test_proposals_are_added_behind_what_a_person_wrote(tmp_path: Path) -> None:
    def pair(one: str, other: str) -> Proposal:
        return Proposal(pair=(one, other), score=0.6, reasons=("near spelling",))

    assert undecided.propose(tmp_path, [pair("a", "b")]) == 1
    path = tmp_path / "proposals.yaml"
    mine = path.read_text().replace("score: 0.6", "score: 0.6\n    same: false  # two cousins")
    path.write_text(mine)
    assert undecided.propose(tmp_path, [pair("b", "a"), pair("c", "d")]) == 1
    assert path.read_text().startswith(mine)
    rows, problems = store.load_proposals(tmp_path)
    assert problems == []
    assert [(r.pair, r.same) for r in rows] == [(("a", "b"), False), (("c", "d"), None)]
    assert undecided.propose(tmp_path, [pair("c", "d")]) == 0


def test_faulty_proposals_are_named_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "proposals.yaml").write_text("proposals:\n  - pair: [a]\n    score: high\n")
    before = (tmp_path / "proposals.yaml").read_bytes()
    assert undecided.propose(tmp_path, [Proposal(pair=("c", "d"), score=0.5)]) == 0
    assert (tmp_path / "proposals.yaml").read_bytes() == before
    problems = store.load(tmp_path).problems
    assert problems[0].path.endswith("proposals.yaml")
    assert problems[0].line == 2
