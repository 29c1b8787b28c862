"""One run of a second reader: which articles, at what cost, and their answers, from the cache where they are known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.document import Document
from generator.problems import Problem
from generator.reader import answer, asking, prompt
from generator.reader.answer import Answer
from generator.reader.asking import Model
from generator.reader.kept import Answers, Reply
from generator.reader.told import Estimate, Usage
from generator.settings import SecondReader

LONGEST = 60_000  # characters of an article: a long read of a magazine; beyond it models lose what they were asked
GIVE_UP = 3  # failures in a row, after which it is the model and not an article
Confirm = Callable[[Estimate], bool]
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Heard:
    """The answers by number of the document, what they cost, and what came to no answer."""

    answers: Mapping[int, Answer]
    usage: Usage
    problems: tuple[Problem, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every article has its answer, so that another run would ask nothing."""
        return not (self.usage.failed or self.usage.not_asked)


def hear(
    documents: Sequence[Document],
    wanted: Sequence[int],
    model: Model,
    settings: SecondReader,
    cache: Path,
    confirm: Confirm,
    progress: Progress,
) -> Heard:
    """Ask the model about those of the documents that are wanted and that it has not answered for yet, where `confirm`
    agrees to the estimate.
    """
    long = [d for d in wanted if len(documents[d].text) > LONGEST]
    run = _Run(documents, model, settings, Answers(cache))
    run.problems += [
        Problem(documents[d].seed, 0, f"too long for {model.name} ({len(documents[d].text):,} characters)", "split it",
                "warning", "reader") for d in long
    ]  # fmt: skip
    new = []
    for d in sorted(set(wanted) - set(long)):
        known = run.answers.get(prompt.key(model.id, documents[d]))
        if known:
            run.known.append(known)
            run.take(d, known)
        else:
            new.append(d)
    if new and not confirm(run.estimate(new)):
        run.not_asked = len(new)
    else:
        run.ask(new, progress)
    return Heard(run.made, run.usage(), tuple(run.problems))


@dataclass
class _Run:
    documents: Sequence[Document]
    model: Model
    settings: SecondReader
    answers: Answers
    made: dict[int, Answer] = field(default_factory=dict)
    known: list[Reply] = field(default_factory=list)
    came: list[Reply] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    failed: int = 0
    not_asked: int = 0

    def estimate(self, new: Sequence[int]) -> Estimate:
        tokens = [prompt.tokens(self.documents[d]) for d in new]
        took = sum(r.seconds for r in self.known) / len(self.known) * len(new) if self.known else None
        return Estimate(
            self.model.name,
            self.model.remote,
            len(new),
            len(self.known),
            sum(len(self.documents[d].text) for d in new),
            sum(t for t, _ in tokens),
            sum(t for _, t in tokens),
            took,
            self.settings.prices.get(self.model.id),
        )

    def ask(self, new: Sequence[int], progress: Progress) -> None:
        in_a_row = 0
        progress(f"asking {self.model.name}", 0, len(new))
        for done, d in enumerate(new):
            if in_a_row >= GIVE_UP:
                self.not_asked = len(new) - done
                said = f"it failed {GIVE_UP} times in a row, so it was not asked about {self.not_asked} more"
                self.problems.append(
                    Problem(self.model.name, 0, said, "run convert again with it", "warning", "reader")
                )
                return
            document = self.documents[d]
            try:
                reply = asking.ask(self.model, prompt.SYSTEM, prompt.of(document))
            except asking.NoAnswerError as error:
                self.failed += 1
                in_a_row += 1
                said = f"{self.model.name} did not read it: {error}"
                remedy = "run convert again with it, which asks about this article alone"
                self.problems.append(Problem(document.seed, 0, said, remedy, "warning", "reader"))
            else:
                in_a_row = 0
                self.answers.put(prompt.key(self.model.id, document), reply)
                self.came.append(reply)
                self.take(d, reply)
            progress(f"asking {self.model.name}", done + 1, len(new))

    def take(self, d: int, reply: Reply) -> None:
        made = answer.parse(reply.text)
        if made.readable:
            self.made[d] = made
            return
        said = f"the answer of {self.model.name} is not the JSON that was asked for; nothing was proposed"
        remedy = "take content/.cache away to have it asked again"
        self.problems.append(Problem(self.documents[d].seed, 0, said, remedy, "warning", "reader"))

    def usage(self) -> Usage:
        return Usage(
            self.model.name,
            asked=len(self.came) + self.failed,
            known=len(self.known),
            failed=self.failed,
            not_asked=self.not_asked,
            tokens_in=_total([r.tokens_in for r in self.came]),
            tokens_out=_total([r.tokens_out for r in self.came]),
            seconds=sum(r.seconds for r in self.came),
            price=self.settings.prices.get(self.model.id),
        )


def _total(counts: Sequence[int | None]) -> int | None:
    """The sum, where each is known."""
    return None if None in counts else sum(c or 0 for c in counts)
