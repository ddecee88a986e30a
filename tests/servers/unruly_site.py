"""A server that does as it is told, however bad, and feeds in our own words."""

import gzip
import os
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from communique.feeds import Defaults, ListedFile, SkippedInput, read_listed
from communique.feeds.listing import opened
from communique.graph import Release
from communique.watching.web.fetching import Answer
from communique.watching.web.reading.apart import Kind, Read, read_here

Act = Callable[[BaseHTTPRequestHandler], None]
"""Answers one request, in good order or not."""


@dataclass(frozen=True)
class Reply:
    """An answer in good order, unless its headers say otherwise."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    def __call__(self, handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(self.status)
        for name, value in {"Content-Length": str(len(self.body)), **self.headers}.items():
            if value:
                handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(self.body)


def packed(body: bytes) -> Reply:
    return Reply(gzip.compress(body), headers={"Content-Encoding": "gzip"})


class Site:
    """A web server on loopback; each path has answers, of which the last is given again."""

    def __init__(self, number: str = "127.0.0.1") -> None:
        self.answers: dict[str, list[Act]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.ends = threading.Event()
        self.server = ThreadingHTTPServer((number, 0), self._handler())
        self.server.daemon_threads = True
        self._thread = threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.02}
        )
        self._thread.start()

    def url(self, path: str = "/feed", host: str = "") -> str:
        number, port = self.server.server_address[:2]
        return f"http://{host or str(number)}:{port}{path}"

    def says(self, *answers: Act, path: str = "/feed") -> str:
        """Set what is answered at a path; its URL."""
        self.answers[path] = list(answers)
        return self.url(path)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def close(self) -> None:
        self.ends.set()
        self.server.shutdown()
        self.server.server_close()
        self._thread.join()

    def _handler(site) -> type[BaseHTTPRequestHandler]:  # noqa: N805  # `self` is the handler below
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers.items())))
                self.close_connection = True
                known = site.answers.get(self.path, [Reply(status=404)])
                answer = known.pop(0) if len(known) > 1 else known[0]
                try:
                    answer(self)
                except OSError:  # who asked has gone
                    return

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


def drip(head: bytes, drop: bytes, ends: threading.Event) -> Act:
    """Says a little for ever."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        while not ends.wait(0.05):
            handler.wfile.write(drop)
            handler.wfile.flush()

    return act


def raw(content: bytes) -> Act:
    """Says these bytes and hangs up."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(content)
        handler.wfile.flush()
        handler.connection.shutdown(socket.SHUT_WR)

    return act


Entry = tuple[str, str, str]
"""Title, text and link."""

TALKS: Entry = (
    "Ana Duran meets Carl Berg",
    "Minister Ana Duran met Minister Carl Berg in Lisbon on 3 May 2024.",
    "",
)


def rss(*entries: Entry, title: str = "Harbour Ministry", head: str = "") -> bytes:
    """A feed in UTF-8."""
    items = "".join(
        f"<item><title>{name}</title><description>{text}</description>"
        + (f"<link>{link}</link>" if link else "")
        + "<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate></item>"
        for name, text, link in entries
    )
    head = head or '<?xml version="1.0" encoding="UTF-8"?>'
    return (
        f'{head}<rss version="2.0"><channel><title>{title}</title>'
        f"<description>News</description>{items}</channel></rss>"
    ).encode()


@dataclass
class Clock:
    """A time of day that passes only when told to."""

    now: float = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.now += seconds


def write(path: Path, text: str, age: float = 60.0) -> Path:
    """A file that was written a while ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    then = time.time() - age
    os.utime(path, (then, then))
    return path


def release(title: str, body: str, source: str = "Harbour Ministry") -> str:
    """A release in newswire form."""
    return f"{title}\n\nSource: {source}\n\n{body}\n"


class Here:
    """Reads answers in the process of the tests, which saves the start of another."""

    async def read(self, kind: Kind, answer: Answer, label: str) -> Read:
        return read_here(kind, answer, label)


@asynccontextmanager
async def here(_seconds: float = 0.0) -> AsyncIterator[Here]:
    """As Polling takes it."""
    yield Here()


class FilesHere:
    """Reads files in the process of the tests, likewise."""

    def read(self, file: ListedFile, issuer: str) -> Iterator[Release | SkippedInput]:
        return read_listed([file], Defaults(issuer), opened)


@contextmanager
def files_here() -> Iterator[FilesHere]:
    yield FilesHere()
