"""Asks a model through the package `llm`. The only place from which an article's text can leave this machine."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from generator import wheel
from generator.problems import failure
from generator.reader.kept import Reply
from generator.settings import SecondReader

SCHEME = "llm:"
LARGEST = 200_000  # characters of an answer: more is no list of an article's events, and is not waited for


class RefusedReaderError(ValueError):
    """A reader that is not asked; the message says why, and what to do."""


class NoAnswerError(Exception):
    """A model that gave no answer; the message says why."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model that may be asked. `made`: as `llm` has it."""

    id: str
    remote: bool
    made: Any
    patience: int

    @property
    def name(self) -> str:
        """As it is named on pages and on the command line."""
        return f"{SCHEME}{self.id}"


def model(given: str, settings: SecondReader) -> Model:
    """The model that is meant by llm:MODEL, where the settings let it be asked. Nothing is sent.

    Whether a model runs on this machine cannot be seen from here, so that the settings must say so of each; one that
    needs a key to somebody's service, or has an address elsewhere, is not believed to. Raises `RefusedReaderError`.
    """
    if not given.startswith(SCHEME) or given == SCHEME:
        raise RefusedReaderError(f'"{given}" is no reader; give {SCHEME}MODEL, with a model of the program llm')
    made = _found(given.removeprefix(SCHEME))
    id, key = str(made.model_id), getattr(made, "needs_key", None)
    remote = id in settings.remote
    if not remote and id not in settings.local:
        raise RefusedReaderError(
            f"{SCHEME}{id} would be sent the text of the articles, and content/briefing.yaml does not let it. Where "
            f"that may be, write there: reader: {{remote: [{id}]}}; or, if it runs on this machine: "
            f"reader: {{local: [{id}]}}"
        )
    if not remote and (why := _elsewhere(made)):
        raise RefusedReaderError(
            f"{SCHEME}{id} {why}, so it does not run on this machine; name it in content/briefing.yaml under "
            "reader: remote: instead of local:, where it may have the texts"
        )
    if key:
        try:
            made.get_key()
        except Exception as error:  # whatever a plugin raises: it says what is missing
            raise RefusedReaderError(f"{SCHEME}{id}: {failure(error)}") from None
    return Model(id, remote, made, settings.patience)


def _elsewhere(made: Any) -> str:
    """What shows that a model runs on another machine; nothing, where nothing does."""
    if key := getattr(made, "needs_key", None):
        return f'needs the key "{key}" of a service'
    host = urlsplit(str(getattr(made, "api_base", None) or "http://localhost")).hostname or "localhost"
    with suppress(ValueError):
        return "" if ip_address(host).is_loopback else f"is asked at {host}"
    return "" if host == "localhost" else f"is asked at {host}"


def _found(name: str) -> Any:
    try:
        import llm
    except ImportError:
        raise RefusedReaderError(f"a second reader needs the package llm: {wheel.again('reader')}") from None
    try:
        return llm.get_model(name)
    except llm.UnknownModelError:
        raise RefusedReaderError(
            f'llm knows no model "{name}"; "llm models" lists those it has, "llm install" adds the plugin of others'
        ) from None
    except Exception as error:  # a faulty plugin or file of settings of llm
        raise RefusedReaderError(f"llm cannot be used: {failure(error)}") from None


def ask(model: Model, system: str, question: str) -> Reply:
    """One answer. Raises `NoAnswerError` where it does not come in time, is too long, or the model fails.

    A model that hangs is left behind in its thread, which ends with the program.
    """
    begun = time.monotonic()
    job = _Job(model, system, question)
    thread = threading.Thread(target=job.run, daemon=True)
    thread.start()
    thread.join(model.patience)
    job.wanted = False
    if thread.is_alive():
        raise NoAnswerError(f"no answer within {model.patience} seconds")
    if job.failed:
        raise NoAnswerError(job.failed)
    return Reply("".join(job.parts), *job.usage, round(time.monotonic() - begun, 1))


class _Job:
    def __init__(self, model: Model, system: str, question: str) -> None:
        self.model, self.system, self.question = model, system, question
        self.parts: list[str] = []
        self.usage: tuple[int | None, int | None] = (None, None)
        self.failed = ""
        self.wanted = True

    def run(self) -> None:
        made = self.model.made
        try:
            # In pieces, so that an answer without end is not waited for.
            response = made.prompt(self.question, system=self.system, stream=bool(made.can_stream))
            size = 0
            for part in response:
                size += len(part)
                if size > LARGEST:
                    self.failed = f"an answer of more than {LARGEST:,} characters"
                if self.failed or not self.wanted:
                    return
                self.parts.append(part)
            self.usage = _usage(response)
        except BaseException as error:  # whatever a plugin raises must cost no other article
            self.failed = failure(error)


def _usage(response: Any) -> tuple[int | None, int | None]:
    try:
        used = response.usage()
        counts = (used.input, used.output)
    except Exception:  # a plugin that does not count
        return None, None
    told = [c if isinstance(c, int) and not isinstance(c, bool) and c >= 0 else None for c in counts]
    return told[0], told[1]
