"""A model behind a server of this machine, as llama.cpp, Ollama and others offer one, reached by llm's own client."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")
pytest.importorskip("llm", reason="needs the reader's package: pip install '.[reader]'")

from generator.reader.asking import RefusedReaderError
from tests.reader.briefing import CALM, PAGE, Newsroom
from tests.reader.plugin import said


class Served(BaseHTTPRequestHandler):
    """Chat completions as OpenAI streams them."""

    status = 200
    asked: list[dict[str, Any]] = []  # noqa: RUF012

    def do_POST(self) -> None:
        self.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.status)
        self.send_header("Content-Type", "text/event-stream" if self.status == 200 else "application/json")
        self.end_headers()
        if self.status != 200:
            self.wfile.write(b'{"error": {"message": "the model is being loaded"}}')
            return
        base = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        text = said([CALM])
        deltas = [{"role": "assistant", "content": text[:40]}, {"content": text[40:]}]
        chunks: list[dict[str, Any]] = [{"choices": [{"index": 0, "delta": delta}]} for delta in deltas]
        chunks.append({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        chunks.append({"choices": [], "usage": {"prompt_tokens": 321, "completion_tokens": 45, "total_tokens": 366}})
        for chunk in chunks:
            self.wfile.write(f"data: {json.dumps(base | chunk)}\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def server(room: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Served]]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Served, "asked", [])
    with ThreadingHTTPServer(("127.0.0.1", 0), Served) as made:
        thread = threading.Thread(target=made.serve_forever)
        thread.start()
        (tmp_path / "llm").mkdir(exist_ok=True)
        (tmp_path / "llm/extra-openai-models.yaml").write_text(
            f"- model_id: served\n  model_name: m\n  api_base: http://127.0.0.1:{made.server_port}/v1\n",
            encoding="utf-8",
        )
        room.settings("reader: {local: [served]}\n")
        yield Served
        made.shutdown()
        thread.join()


def test_it_is_asked_through_llms_own_client(room: Newsroom, server: type[Served], tmp_path: Path) -> None:
    told = room.ask(model="served")
    assert [CALM["quote"] in row and "proposed_by: llm:served" in row for row in room.rows(PAGE)] == [True]
    assert "2 articles asked; 642 tokens in, 90 out" in told.reader[0]
    system, question = server.asked[0]["messages"]
    assert system["role"] == "system"
    assert question["content"].startswith("Title: ")
    assert sorted(p.name for p in (tmp_path / "llm").iterdir()) == ["extra-openai-models.yaml"], (
        "llm keeps no log of it"
    )


@pytest.mark.parametrize(
    "address", ["https://models.example/v1", "http://192.0.2.7:8000/v1", "http://[2001:db8::1]/v1"]
)
def test_a_model_with_an_address_elsewhere_is_not_believed_to_be_local(
    room: Newsroom, server: type[Served], tmp_path: Path, address: str
) -> None:
    (tmp_path / "llm/extra-openai-models.yaml").write_text(
        f"- model_id: served\n  model_name: m\n  api_base: {address}\n", encoding="utf-8"
    )
    with pytest.raises(RefusedReaderError, match="does not run on this machine"):
        room.ask(model="served")


def test_what_it_says_of_its_failure_is_told(
    room: Newsroom, server: type[Served], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "status", 400)
    told = room.ask(model="served")
    assert "the model is being loaded" in next(p.message for p in told.problems if p.rule == "reader")
    assert room.rows(PAGE) == []
