"""An invented briefing whose articles tell more than the converter claims of them, and a model that is asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator import convert
from generator.reader.told import Estimate
from tests.desk import Desk
from tests.reader.plugin import Oracle, said

ONE = (
    "---\ntitle: Ferry terminal opens in Ostvik\ndate: 2031-03-05\npublisher: Fjord Courier\n---\n"
    "Mara Quill opened the new ferry terminal in Ostvik on 3 March 2031. Calm was back at the quay by Tuesday, after "
    "the quarrel over berths.\n\n"
    "On 4 March 2031 the first boat was late, to nobody's surprise. The pilots had gone home early on Monday because "
    "of the ice.\n\n"
    "The crews of the boats cheered. It had been a long winter for everybody along the coast.\n"
)
TWO = (
    "---\ntitle: Ferries run again\ndate: 2031-03-06\npublisher: Harbour Post\n---\n"
    "Ferries between Ostvik and Lund ran again on Wednesday. Mara Quill thanked the pilots in a speech.\n\n"
    "The ice broke up over the night, a little earlier than in other years.\n"
)
SEEDS = {"one.md": ONE, "two.md": TWO}
CALM = {"quote": "Calm was back at the quay by Tuesday", "when": "Tuesday", "date": "2031-03-04"}
BOAT = {"quote": "On 4 March 2031 the first boat was late", "when": "4 March 2031", "date": "2031-03-04"}
CREWS = {"quote": "The crews of the boats cheered.", "when": None, "date": None}
LUND = {"name": "Lund", "type": "place", "quote": "Ferries between Ostvik and Lund ran again"}
PAGE = "articles/ferry-terminal-opens-in-ostvik.md"
OTHER = "articles/ferries-run-again.md"
RIGHT = {"Ferry terminal": said([CALM, BOAT, CREWS]), "Ferries run": said([], [LUND])}


def by_title(answers: dict[str, str]) -> Callable[[str], str]:
    """Answers by words of the article's title; else an empty one."""

    def answer(question: str) -> str:
        title = question.split("\n", 1)[0]
        return next((text for words, text in answers.items() if words in title), said())

    return answer


class Newsroom(Desk):
    """A desk with a model `oracle` that the settings take for local."""

    def __init__(self, folder: Path, oracle: Oracle) -> None:
        super().__init__(folder)
        self.oracle = oracle
        self.estimates: list[Estimate] = []

    def settings(self, text: str) -> None:
        (self.content / "briefing.yaml").write_text(text, encoding="utf-8")

    def ask(self, agree: bool = True, model: str = "oracle") -> convert.Summary:
        def confirm(estimate: Estimate) -> bool:
            self.estimates.append(estimate)
            return agree

        return convert.convert(self.seeds, self.content, reader=f"llm:{model}", confirm=confirm)

    def rows(self, page: str) -> list[str]:
        """The proposals of an article's page, as they stand there."""
        front = self.read(page).split("\n---\n")[0]
        return [f"  - {row}" for row in front.split("\n  - ")[1:] if "proposed_by:" in row and "quote:" in row]
