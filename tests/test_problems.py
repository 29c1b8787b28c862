"""How faults are told to people."""

from __future__ import annotations

from generator.problems import Problem, printable


def test_what_no_font_shows_is_told_as_its_escape() -> None:
    """Found by fuzzing: an unassigned character in a value of front matter."""
    assert (
        str(Problem("x.md", 3, '"type" cannot be "organiz\u1316on"')) == 'x.md:3: "type" cannot be "organiz\\u1316on"'
    )
    assert printable("a\ue000b\x1b[2Jc") == "a\\ue000b\\x1b[2Jc"


def test_what_a_name_is_spelt_with_stays() -> None:
    """The joiners of Persian names and spaces that do not break are no sign of their own, and belong there."""
    assert printable("می\u200cخواهم 10\xa0km Ünal") == "می\u200cخواهم 10\xa0km Ünal"
