from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.views import changes, lookup
from generator.views.lookup import Lookup
from generator.views.revisions import Field, PageRevision, Revision
from tests.views.ferry import DIGEST, ENTITIES, EVENTS, NEWSPAPER, make


def with_history(folder: Path, *history: Revision) -> Lookup:
    made = make(folder, articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=EVENTS, entities=ENTITIES)
    return lookup.of(made, history)


def test_a_day_says_what_was_added_corrected_and_taken_away(tmp_path: Path) -> None:
    look = with_history(
        tmp_path,
        Revision(
            date(2031, 4, 2),
            (
                PageRevision("articles", "tide", "added"),
                PageRevision("events", "lamp-out", "added"),
                PageRevision("events", "ferry-aground", "changed", "", (
                    Field("date", "2031-03", "2031-03-03"), Field("status", "unverified", "disputed"),
                )),
                PageRevision("events", "gone", "removed", "A mistake"),
                PageRevision("events", "unknown", "added"),
            ),
        ),
    )  # fmt: skip
    first, second = changes.days(look)
    assert first.summary == "One source added. One event added. One page corrected. One page removed."
    assert [(g.label, [link.text for link in g.links]) for g in first.added] == [
        ("One source added", ["The Evening Tide, 5 March 2031"]),
        ("One event added", ["The lamp on the bank is out"]),
    ]
    (correction,) = first.corrections
    assert correction.title == "A ferry runs aground off Varno"
    assert (
        correction.said
        == "The date is now 3 March 2031 (was March 2031) and the status is now disputed (was unverified)."
    )
    assert [r.title for r in first.removed] == ["A mistake"]
    # `reviewed` in front matter is known without any history.
    assert second.id == "2031-03-09"
    assert [(g.label, [link.text for link in g.links]) for g in second.checked] == [
        ("Checked by an editor: one event", ["A ferry runs aground off Varno"])
    ]


def test_a_new_title_is_told_by_the_one_before(tmp_path: Path) -> None:
    """The link shows the new one; a title that was changed once more since is told in full."""
    changed = (
        PageRevision("events", "lamp-out", "changed", "", (Field("title", "The lamp", "The lamp on the bank is out"),)),
        PageRevision("events", "inquiry-opens", "changed", "", (Field("title", "Inquiry", "A first inquiry"),)),
    )
    first, *_ = changes.days(with_history(tmp_path, Revision(date(2031, 4, 2), changed)))
    assert [(c.title, c.said) for c in first.corrections] == [
        ("The lamp on the bank is out", "Title before: The lamp."),
        ("An inquiry is to open", "The title is now A first inquiry (was Inquiry)."),
    ]


def test_a_page_that_was_merged_since_stands_by_the_title_it_had(tmp_path: Path) -> None:
    events = {**EVENTS, "lamp-out": EVENTS["lamp-out"].replace("status:", "redirects: [no-lamp]\n    status:", 1)}
    made = make(tmp_path, articles={"gazette": NEWSPAPER, "tide": DIGEST}, events=events, entities=ENTITIES)
    added = PageRevision("events", "no-lamp", "added", "", (Field("title", "", "There is no lamp"),))
    (group,) = changes.days(lookup.of(made, (Revision(date(2031, 4, 2), (added,)),)))[0].added
    assert [(link.text, link.address) for link in group.links] == [("There is no lamp", "/events/lamp-out/")]


def test_a_day_on_which_much_was_checked_is_folded(tmp_path: Path) -> None:
    entities = {f"p{n}": f"---\nname: Peel {n}\ntype: place\nreviewed: 2031-05-01\n---\n" for n in range(20)}
    events = {f"e{n}": f"---\ntitle: Event {n}\nreviewed: 2031-05-01\n---\n" for n in range(20)}
    (day,) = changes.days(lookup.of(make(tmp_path, entities=entities, events=events), ()))
    assert [(g.label, len(g.links), len(g.more), g.more_label) for g in day.checked] == [
        ("Checked by an editor: 20 events", 6, 14, "14 more"),
        ("Checked by an editor: 20 names", 0, 20, "Show them"),
    ]
    assert day.summary == "40 pages checked by an editor."


def test_a_change_that_no_reader_sees_is_no_news(tmp_path: Path) -> None:
    page = PageRevision("events", "lamp-out", "changed", "", (Field("because", "", "a letter"),))
    days = changes.days(with_history(tmp_path, Revision(date(2031, 4, 2), (page,))))
    assert [d.id for d in days] == ["2031-03-09"]


def test_editors_write_lines_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "briefing.yaml").write_text(
        'changes:\n  - {date: 2031-05-01, text: "[[lamp-out]] was told to us by a reader."}\n'
    )
    first, *_ = changes.days(with_history(tmp_path))
    assert first.remarks == ("[[lamp-out]] was told to us by a reader.",)
    assert first.summary == "The lamp on the bank is out was told to us by a reader."


def test_a_copy_without_history_says_so(tmp_path: Path) -> None:
    assert changes.view(with_history(tmp_path)).note.startswith("This copy of the site was made without")
