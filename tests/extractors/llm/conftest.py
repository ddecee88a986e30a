"""A server on loopback that speaks as much of OpenAI's interface as the extractor needs."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest

from communique.extractors.llm import LlmExtractor, make_extractor
from communique.graph import Release

Statements = list[dict[str, Any]]

SENTENCE = "On 3 May 2024, Minister Anna Kask met Oļegs Reka, her Latvian counterpart, in Tallinn."
MEETING: dict[str, Any] = {
    "subject": {"type": "Person", "name": "Anna Kask"},
    "relation": "MEETS",
    "object": {"type": "Person", "name": "Oļegs Reka"},
    "quote": SENTENCE,
    "date": "2024-05-03",
    "place": "Tallinn",
    "status": "held",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answers once.

    Attributes:
        statements: The typed object's list, sent in the way the request asks for.
        status: Of the response; with another one than 200 the body is an error.
        text: In place of the typed object: what the model says, or the message of the error.
        wait: Seconds until it answers.
        body: In place of everything: the body as it is.
    """

    statements: Statements = field(default_factory=list)
    status: int = 200
    text: str | None = None
    wait: float = 0.0
    body: str | None = None


class Server:
    """The server, its replies to come and the requests it got; the last reply stays.

    Attributes:
        url: Its base address.
        requests: The bodies of the requests so far, with the path.
        headers: The headers of the requests so far.
    """

    def __init__(self) -> None:
        self._replies: list[Reply] = []
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self._stopped = Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._http.server_port}/v1"
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})

    def will(self, *statements: dict[str, Any], **reply: Any) -> None:
        """Answer the next request with these statements, or as else the reply says."""
        self._replies.append(Reply(list(statements), **reply))

    def prompt(self, role: str, request: int = 0) -> str:
        """What a request said in one role."""
        messages = self.requests[request]["messages"]
        return "\n".join(item["content"] for item in messages if item["role"] == role)

    def reply(self) -> Reply:
        """The reply whose turn it is, when its time has come."""
        reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        self._stopped.wait(reply.wait)
        return reply

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            request = json.loads(self.rfile.read(size))
            server.requests.append({"path": self.path, **request})
            server.headers.append(dict(self.headers.items()))
            reply = server.reply()
            try:
                self._send(reply, reply.body or json.dumps(_body(reply, request)))
            except (BrokenPipeError, ConnectionResetError):  # the client has given up
                self.close_connection = True

        def _send(self, reply: Reply, body: str) -> None:
            content = body.encode()
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


def _body(reply: Reply, request: dict[str, Any]) -> dict[str, Any]:
    """A chat completion with the answer as a tool call or as text, or an error."""
    if reply.status != 200:
        return {"error": {"message": reply.text or "overloaded", "type": "server_error"}}
    answer = reply.text
    if answer is None:
        answer = json.dumps({"statements": reply.statements})
    message: dict[str, Any] = {"role": "assistant", "content": answer}
    if request.get("tools"):
        name = request["tools"][0]["function"]["name"]
        call = {"name": name, "arguments": answer}
        calls = [{"id": "call-1", "type": "function", "function": call}]
        message = {"role": "assistant", "content": None, "tool_calls": calls}
    return {
        "id": "completion-1",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": request["model"],
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
    }


@pytest.fixture
def server() -> Iterator[Server]:
    """The server; a test says what it will answer."""
    server = Server()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def llm(server: Server) -> Callable[..., LlmExtractor]:
    """The extractor that asks the server, with further settings."""

    def llm(**settings: object) -> LlmExtractor:
        given = {"url": server.url, "model": "stub", "retries": 0, "timeout": 5} | settings
        return make_extractor({name: str(value) for name, value in given.items()})

    return llm


@pytest.fixture
def talks(release: Callable[..., Release]) -> Release:
    """A release that tells of one meeting."""
    return release(f"{SENTENCE} They spoke about trade.", source="Ministry of Estonia", id_="talks")


@pytest.fixture
def meeting() -> dict[str, Any]:
    """What a model should answer about that release."""
    return dict(MEETING)
