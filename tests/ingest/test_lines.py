"""Single lines and paragraphs: datelines, by-lines, days, signs of boilerplate, captions."""

from __future__ import annotations

import textwrap

import pytest

from generator.ingest.boilerplate import is_caption, kept, sign_of, unsigned
from generator.ingest.dateline import dateline
from generator.ingest.days import day_in, is_stamp
from generator.ingest.paragraphs import paragraphs
from generator.ingest.toplines import byline
from generator.markup import plain

SAID = "The harbour was closed on Monday because of the storm, and ships waited outside."


@pytest.mark.parametrize(
    ("line", "publisher", "day"),
    [
        ("RIGA (Reuters) - ", "Reuters", None),
        ("RIGA, March 3 (Reuters) - ", "Reuters", None),
        ("March 3 (Reuters) - ", "Reuters", None),
        ("(Reuters) - ", "Reuters", None),
        ("RIGA, Latvia (AP) — ", "AP", None),
        ("SAN JOSE, Calif. (AP) — ", "AP", None),
        ("Lima, 3 March 2021 (AFP) - ", "AFP", "2021-03-03"),
        ("GENEVA (3 March 2021) – ", None, "2021-03-03"),
        ("RIGA, March 3, 2021 — ", None, "2021-03-03"),
        ("SEOUL, March 3 (Yonhap) -- ", "Yonhap", None),
        ("[Seoul=Newsis] ", "Newsis", None),
        ("MOSCOW, March 3. /TASS/. ", "TASS", None),
        ("Washington (CNN)", "CNN", None),
        ("NAIROBI, Kenya, Nov 13 –  ", None, None),
        ("RIGA — ", None, None),
        ("Riga - ", None, None),
        ("San Luis, Ariz. — ", None, None),
        ("DAILY MIRROR: ", "DAILY MIRROR", None),
    ],
)
def test_a_dateline_is_taken_off(line: str, publisher: str | None, day: str | None) -> None:
    found, rest = dateline(line + SAID)
    assert rest == SAID
    assert (found.publisher, found.published) == (publisher, day)


def test_the_day_of_a_dateline_without_a_year_is_kept() -> None:
    assert dateline("RIGA, March 3 (Reuters) - " + SAID)[0].stamped == "March 3"
    assert dateline("RIGA, DEC. 17. " + SAID)[0].stamped == "DEC. 17"
    assert dateline("RIGA, March 3, 2021 — " + SAID)[0].stamped is None


@pytest.mark.parametrize(
    "said",
    [
        "Storms — the worst in a decade — closed the harbour on Monday and kept ships outside.",
        "The Party (PP) said on Monday that the harbour would stay closed for another week.",
        "Jane Doe (41) ran the harbour for nine years before it was closed on Monday.",
        "In March 2021 - when the storm came - the harbour was closed for the first time.",
        "NATO said on Monday that the harbour would be closed for an exercise of a week.",
        "Well - the harbour was closed on Monday, and everybody knew that it would be.",
        "U.S. officials closed the harbour on Monday because of the storm, they said.",
    ],
)
def test_prose_is_no_dateline(said: str) -> None:
    assert dateline(said)[1] == said


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE O'NEILL", "Jane O'Neill"),
        ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
        ("By Jane Doe, Staff Writer", "Jane Doe"),
        ("By Jane Doe | March 3, 2021", "Jane Doe"),
        ("by Ludwig van der Berg", "Ludwig van der Berg"),
        ("By Monday morning", None),
        ("By the river", None),
        ("By Friday, the water had fallen.", None),
        ("By John Smith's own account the harbour was open.", None),
    ],
)
def test_bylines(line: str, author: str | None) -> None:
    found = byline(line)
    assert (found.author if found else None) == author


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23 May 2019", "2019-05-23"),
        ("May 23rd, 2019", "2019-05-23"),
        ("Mon., Sept. 5, 2022 at 10:32 a.m. EDT", "2022-09-05"),
        ("2019-05-23T22:10:00-05:00", "2019-05-23"),
        ("23.05.2019", "2019-05-23"),
        ("2019.05.23. 20:41", "2019-05-23"),
        ("23/05/2019", "2019-05-23"),
        ("05/23/2019", "2019-05-23"),
        ("05/08/2019", None),
        ("10/27/89", "1989-10-27"),
        ("27/10/07", "2007-10-27"),
        ("10/02/89", None),
        ("1-27/10/89", None),
        ("July 2022", None),
        ("31 June 2022", None),
        ("2022", None),
    ],
)
def test_days(text: str, day: str | None) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    "line",
    ["Thursday, May 23, 2019", "/ 10:27 PM January 16, 2017", "23 May 2019 10:32 GMT", "(May 3, 2020)", "10/27/89"],
)
def test_a_line_that_is_a_day(line: str) -> None:
    assert is_stamp(line)
    assert not is_stamp(f"{line} the harbour was closed")


@pytest.mark.parametrize(
    "line",
    [
        "Previous Post Next Post",
        "Leave a Reply",
        "Read article in full",
        "Continue reading →",
        "Share on Facebook",
        "Advertisement",
        "Share Tweet Email",
        "Follow us on Twitter",
        "READ MORE: Storm closes ports",
        "Related articles",
        "Sign up for our newsletter",
        "© 2022 The Daily. All rights reserved.",
        "Photo: Jane Doe",
        "Tags: sea, storm",
        "3 min read",
        "(Reporting by A. Roe; Editing by B. Doe)",
        "We use cookies to improve your experience on this site.",
        "Home > News > World",
        "Skip to content",
        "12 comments",
        "* * *",
    ],
)
def test_signs_of_boilerplate(line: str) -> None:
    assert sign_of(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday.",
        "Read the letter aloud, she told them.",
        "Comments by the minister followed.",
        "Follow the money.",
        "Photo finish in the women's race",
        "More than a story",
        "Next week the talks go on.",
        "Home at last",
        "Print is not dead, he said.",
        "Subscribers to the pension fund lost half of their money.",
        "Copyright law is to be reformed by the next parliament.",
        "We use cookies for a living, the baker said, and we eat them too.",
        "News from the front",
        "Search for survivors goes on",
        "Top officials resigned",
        "The comments drew protest.",
        "File the papers, the judge said: there is no other way.",
    ],
)
def test_prose_has_no_sign(line: str) -> None:
    assert sign_of(line) is None


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("The harbour on Monday (credit: JANE DOE/PRESS)", True),
        ("The harbour on Monday. [Jane Doe/AFP]", True),
        ("The harbour on Monday (AP Photo/Jane Doe, File)", True),
        ("The harbour on Monday. JANE DOE / AFP", True),
        ("The harbour on Monday. Photograph: Jane Doe/The Daily", True),
        ("The harbour on Monday (AFP)", True),
        ("It was closed on Monday. (AFP)", False),
        ("It blew at 97 km/h (60 mph/27 m/s).", False),
        ("They won the vote (Greens/Liberals).", False),
        ("He sent a photo of the harbour", False),
    ],
)
def test_captions(line: str, yes: bool) -> None:
    assert is_caption(line) is yes


def test_the_desks_signature_goes_and_other_brackets_stay() -> None:
    assert unsigned(f"{SAID} (Reporting by A. Roe; Editing by B. Doe)") == SAID
    assert unsigned("It was open (as reported by the harbour).") == "It was open (as reported by the harbour)."


def test_readers_comments_go_with_the_form_and_prose_after_an_advertisement_stays() -> None:
    texts = [SAID, "Advertisement", SAID, "Related stories", "Fish is cheap", SAID, "4 comments", SAID]
    assert kept(texts) == [0, 2, 5]


def test_lines_broken_at_a_width_are_joined_and_others_are_not() -> None:
    wrapped = (
        "One line of this text goes on to the very\nnext one and does not end before its end,\nwhich is "
        "here.\n\nA second paragraph has\none line more."
    )
    assert paragraphs(wrapped)[0].startswith("One line of this text goes on to the very next one")
    assert paragraphs("A headline\nA first paragraph.\nA second paragraph.") == [
        "A headline",
        "A first paragraph.",
        "A second paragraph.",
    ]


SENTENCES = (
    "The ferry of the Ostrava Line left the quay of Lindvik at six on Monday with ninety people, among whom was Berta"
    " Solvang, the mayor. She said that the harbour had been closed twice this spring, and that the council would ask"
    " the Coast Guard for a second boat before the summer. Nobody was hurt when the engine stopped in the sound, and a"
    " tug of the Norvale Salvage brought the passengers back.",
    "The company paid them their fares. A spokesman said that the ship would be looked at by the yard of Karl Umber in"
    " the week after, and that buses would go until then.",
)


def broken(columns: int) -> str:
    return "\n\n".join("\n".join(textwrap.wrap(sentence, columns)) for sentence in SENTENCES)


@pytest.mark.parametrize("columns", [60, 72, 80, 100, 120, 130])
def test_a_text_broken_at_any_column_is_read_as_if_it_were_not(columns: int) -> None:
    assert paragraphs(broken(columns)) == list(SENTENCES)


@pytest.mark.parametrize("columns", [60, 72, 80, 100, 120, 130])
def test_markdown_broken_at_any_column_is_read_as_if_it_were_not_but_verses_stay(columns: int) -> None:
    verses = "Row, said the ferryman,\nRow to the shore."
    assert plain(f"{broken(columns)}\n\n{verses}") == "\n\n".join([*SENTENCES, verses])
