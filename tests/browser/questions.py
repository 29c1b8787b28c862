"""What readers ask, for the shipped briefing and the invented one, and the way from the home page to each answer.

A way is a list of links, by the words a reader sees (a regular expression), clicked one after the other. An answer is
all that must then stand together within one view: a date, words, and the source that is named for them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """A question, at most three clicks, and what must be seen together."""

    asked: str
    way: tuple[str, ...]
    answer: tuple[str, ...]


SHIPPED = (
    Question(
        "When was the memorandum signed?",
        ("^Disputes$",),
        ("24 November 2021", "signed a defence memorandum of understanding", "mid-July 2022"),
    ),
    Question(
        "Who says otherwise?",
        ("^Disputes$",),
        ("December 2021", "In December, Defence Minister Benny Gantz paid", "report of 25 March 2022"),
    ),
    Question(
        "Were they observers?",
        ("^Chronology$", "exercise African Lion"),
        ("June 2022", "attended a large drill in Morocco as observers", "Al Bawaba, 18 July 2022"),
    ),
    Question(
        "Or participants?",
        ("^Disputes$",),
        ("June 2022", "IDF officers joined the African Lion exercise", "report of 16 July 2022"),
    ),
    Question(
        "What rests on one report?",
        ("^Chronology$",),
        ("found in one report alone", "That same month he visited Bahrain", "Al Bawaba, 18 July 2022"),
    ),
    Question(
        "What was known first, and from whom?",
        ("^Chronology$", "^report by report"),
        ("report of 25 March 2022", "2014", "sign a deal for drones"),
    ),
    Question(
        "What rests on one report, and on which?",
        ("found in one report alone",),
        ("April 2022", "Gantz hosted an Iftar dinner", "Point of No Return, July 2022 (date inferred)"),
    ),
    Question(
        "How often was there a visit?",
        ("^Chronology$", "^by kind of event$", "^Visit$"),
        ("Six events", "August 2021", "visited Morocco and opened the Israeli mission", "report of 25 March 2022"),
    ),
    Question(
        "What is planned?",
        ("is planned",),
        ("January 2023", "mandate is due to end", "report of mid-July 2022 (date inferred)"),
    ),
    Question(
        "By what titles is this man called?",
        ("^Names$", "^Aviv Kochavi$"),
        ("IDF Chief of Staff", "Aviv Kohavi", "Report of 16 July 2022"),
    ),
    Question(
        "Who opened the mission, and when?",
        ("^Names$", "^Yair Lapid$"),
        ("August 2021", "opened the Israeli mission in Rabat", "report of 25 March 2022"),
    ),
    Question(
        "Who sponsored the agreement?",
        ("^Chronology$", "^Morocco and Israel restore"),
        ("2020", "which the US sponsored", "Al Bawaba, 18 July 2022"),
    ),
    Question(
        "What does only one source say, and who published it?",
        ("^Sources$", "posts that went before"),
        ("18 July 2022", "Al Bawaba", "digest"),
    ),
)

INVENTED = (
    Question(
        "When did the ferry run aground?",
        ("^Disputes$",),
        (
            "4 March 2031",
            "The ferry Sandpiper ran aground off Corran Bay on Tuesday",
            "The Elian Courier, 5 March 2031",
        ),
    ),
    Question(
        "Who says otherwise?",
        ("^Disputes$",),
        ("6 March 2031", "the Sandpiper struck the bar on 6 March 2031", "Coastwise, 10 March 2031"),
    ),
    Question(
        "How many were on board?",
        ("^Chronology$", "^The Sandpiper runs aground off Corran Bay$"),
        ("214 passengers", "190 passengers", "Coastwise, 10 March 2031"),
    ),
    Question(
        "Which numbers do the reports give?",
        ("^Disputes$", "side by side"),
        ("The Elian Courier, 5 March 2031", "214 passengers", "190 passengers", "Coastwise, 10 March 2031"),
    ),
    Question(
        "How do the editors read it?",
        ("^Disputes$",),
        ("4 March 2031", "the paper of the port was there", "The Elian Courier, 5 March 2031"),
    ),
    Question(
        "What rests on one report?",
        ("^Chronology$",),
        (
            "found in one report alone",
            "The Harbour Board opened an inquiry on Wednesday",
            "The Elian Courier, 5 March 2031",
        ),
    ),
    Question(
        "What changed since the first of April?",
        ("^Changes$",),
        ("1 April 2031", "Checked by an editor", "Port Elian closes its harbour"),
    ),
    Question(
        "By what title is she called?",
        ("^Names$", "^Mara Quill$"),
        ("chair of the Harbour Board", "Mara Quill, Quill", "The Elian Courier, 5 March 2031"),
    ),
    Question(
        "What is planned?",
        ("^Chronology$", "^Planned$"),
        ("July 2031", "the Ferry Compact will be signed in July", "Coastwise, 10 March 2031"),
    ),
    Question(
        "What do the reports give no date for?",
        ("^Chronology$", "^No date$"),
        ("No date given", "a new slip is to be built", "The Elian Courier, 5 March 2031"),
    ),
    Question(
        "What has a digest to say of the harbour?",
        ("^Names$", "^Port Elian$", "^Port Elian closes its harbour$"),
        ("7 March 2031", "the harbour of Port Elian was closed on 7 March", "mid-March 2031"),
    ),
)
