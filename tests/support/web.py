"""A stand-in for the server of GitHub or GitLab: it answers what a case says, in order, and keeps what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_UNEXPECTED = 418
_URL = "SERVER"


@dataclass
class Server:
    """``exchanges`` are still to come; ``asked`` are the calls so far, with the headers and the value of each."""

    exchanges: list[dict[str, Any]]
    url: str = ""
    asked: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)
    surprises: list[str] = field(default_factory=list)

    def answer(self, call: str, headers: dict[str, str], value: Any) -> tuple[int, dict[str, str], bytes]:
        """What to answer to a call; one that is not the next of the case is a surprise."""
        self.asked.append((call, headers, value))
        expected = self.exchanges.pop(0) if self.exchanges else {"call": "nothing more"}
        if expected["call"] != call or expected.get("given", value) != value:
            self.surprises.append(f"asked for {call} with {value!r}, expected {expected}")
            return _UNEXPECTED, {}, b""
        body = expected.get("answer", "")
        text = body if isinstance(body, str) else json.dumps(body)
        given = {name: each.replace(_URL, self.url) for name, each in expected.get("headers", {}).items()}
        return expected.get("status", 200), given, text.encode()


@contextmanager
def serving(exchanges: list[dict[str, Any]]) -> Iterator[Server]:
    """A server on this machine that holds the exchanges, while the body runs."""
    server = Server(list(exchanges))

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            value = json.loads(self.rfile.read(length)) if length else None
            call = f"{self.command} {self.path}"
            status, headers, body = server.answer(
                call, {name.lower(): each for name, each in self.headers.items()}, value
            )
            if status == 0:  # the line is cut
                self.close_connection = True
                return
            self.send_response(status)
            for name, each in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, each)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer  # noqa: N815 - the library calls them so

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing is printed."""

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.url = f"http://127.0.0.1:{listening.server_port}"
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()
