"""The index of names: by kind and letter, who is named once folded."""

from __future__ import annotations

from generator.views import entities_index
from generator.views.lookup import Lookup
from tests.views.ferry import Build

NAMES = (
    "Alba Bern Calais Deal Esk Faro Genk Hull Irun Jena Kiel Lund Metz Nice Oulu Peel Quimper Rhyl Sens Tarn Ulm Vigo "
    "Wick Xanten York Abo"
).split()


def test_the_index_folds_who_is_named_once(ferry: Lookup) -> None:
    kinds = {k.id: k for k in entities_index.view(ferry).kinds}
    assert list(kinds) == ["person", "organization", "place"]
    assert [n.said for n in shown(kinds["person"])] == ["two of two reports"]
    # With nothing named twice there is no fold, which would hide all.
    assert [n.name for n in shown(kinds["place"])] == ["Varno"]
    assert kinds["place"].folded == ()


def shown(kind: entities_index.Kind) -> list[entities_index.Name]:
    return [name for letter in kind.letters for name in letter.names]


def test_a_long_index_is_parted_by_letters(build: Build) -> None:
    pages = {f"p{n}": f"---\nname: {name}\ntype: place\n---\n" for n, name in enumerate(NAMES)}
    (kind,) = entities_index.view(build(entities=pages)).kinds
    assert [(part.letter, [n.name for n in part.names]) for part in kind.letters[:2]] == [
        ("A", ["Abo", "Alba"]),
        ("B", ["Bern"]),
    ]
    assert len(shown(kind)) == len(NAMES)


def test_people_are_sorted_by_their_last_name() -> None:
    names = ["Zoe Abel", "Adam Zorn", "Charles IV", "Cher"]
    assert sorted(names, key=lambda n: entities_index.sort_key(n, "person")) == [
        "Zoe Abel",
        "Charles IV",
        "Cher",
        "Adam Zorn",
    ]
    assert entities_index.sort_key("The Sea Line", "organization") < entities_index.sort_key("Varno", "organization")
