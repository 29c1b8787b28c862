"""A plugin of `llm` for the tests: a model that answers what a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import llm

Answering = Callable[[str], str]


def said(claims: list[dict[str, Any]] | None = None, entities: list[dict[str, Any]] | None = None) -> str:
    return json.dumps({"claims": claims or [], "entities": entities or []}, ensure_ascii=False)


class Oracle(llm.Model):
    """`answer`: question -> answer; whatever it raises, the model raises."""

    can_stream = True

    def __init__(self, model_id: str, answer: Answering, needs_key: str | None = None) -> None:
        self.model_id, self.answer, self.needs_key = model_id, answer, needs_key
        self.asked: list[str] = []

    def execute(self, prompt: Any, stream: bool, response: Any, conversation: Any = None) -> Iterator[str]:
        self.asked.append(prompt.prompt)
        text = self.answer(prompt.prompt)
        response.set_usage(input=1000, output=100)
        for at in range(0, len(text), 1000):
            yield text[at : at + 1000]


class Plugin:
    """What is registered with llm's plugin manager."""

    def __init__(self, *models: Oracle) -> None:
        self.models = models

    @llm.hookimpl
    def register_models(self, register: Any) -> None:
        for model in self.models:
            register(model)
