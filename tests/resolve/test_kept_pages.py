"""Who is who where editors keep pages: their names, their types, and names that stand on two of them."""

from __future__ import annotations

from generator.model import EntityFront
from generator.resolve.entities import resolve
from tests.resolve.articles import article, resolved, who


def page(name: str, kind: str = "person", *aliases: str) -> EntityFront:
    return EntityFront(name=name, type=kind, aliases=aliases)  # type: ignore[arg-type]


def test_a_name_on_one_kept_page_is_that_page() -> None:
    known = (("the-boss", page("Ada Brook", "person", "A. Brook")),)
    articles = [article("{Ada Brook|p} met {Tom Hale|p}."), article("{A. Brook|p} left.")]
    found = resolve(articles, known)
    assert who(found, *articles) == [["the-boss", "tom-hale"], ["the-boss"]]
    assert found.entities["the-boss"].name == "Ada Brook"


def test_a_kept_page_keeps_its_type() -> None:
    known = (("kestrel", page("Kestrel", "equipment")),)
    articles = [article("{Kestrel|o} flew.")]
    found = resolve(articles, known)
    assert who(found, *articles) == [["kestrel"]]
    assert found.entities["kestrel"].type == "equipment"


def test_names_that_editors_put_on_two_pages_are_two() -> None:
    known = (("gaddafi", page("Muammar Gaddafi")), ("qaddafi", page("Moammar Qaddafi")))
    assert resolved("{Muammar Gaddafi|p}.", "{Moammar Qaddafi|p}.", known=known) == [["gaddafi"], ["qaddafi"]]


def test_a_name_on_two_pages_is_proposed_and_not_guessed() -> None:
    known = (("smith-the-judge", page("John Smith")), ("smith-the-pilot", page("John Smith")))
    articles = [article("{John Smith|p} spoke.")]
    found = resolve(articles, known)
    assert who(found, *articles) == [[None]]
    assert [(a, b) for a, b, _, _ in found.proposals] == [("smith-the-judge", "smith-the-pilot")]


def test_a_name_on_two_pages_is_resolved_by_a_fuller_name() -> None:
    known = (("john-a", page("John Adam Smith", "person", "Smith")), ("jane", page("Jane Smith", "person", "Smith")))
    assert resolved("{Jane Smith|p} spoke. {Smith|p} left.", known=known) == [["jane", "jane"]]


def test_of_pages_that_share_a_name_it_is_the_one_that_has_all_names_of_the_text() -> None:
    """Each name stands on two pages, and both on one alone; the run went down over it."""
    known = (
        ("hale-the-judge", page("Jon Hale", "person", "Hale")),
        ("hale-the-pilot", page("Jon Hale")),
        ("hale-the-mayor", page("Ann Hale", "person", "Hale")),
    )
    assert resolved("{Jon Hale|p} spoke. {Hale|p} left.", known=known) == [["hale-the-judge", "hale-the-judge"]]
