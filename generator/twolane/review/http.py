"""The only door to the network: calls a web API that speaks JSON, patiently, and reads lists page by page."""

from __future__ import annotations

import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from typing import IO, Any
from urllib.parse import urlsplit

_TIMEOUT = 30
_ATTEMPTS = 4
_LONGEST_WAIT = 60.0
"""Seconds between two attempts, at most."""
_MOST_PAGES = 200
"""Of a hundred comments each; a server that goes round in circles is not followed further."""
_BUSY = frozenset({429, 500, 502, 503, 504})
_NOT_DONE = frozenset({429, 503})
"""What a server answers that has not even begun; anything else may have been done all the same."""
_NEXT = re.compile(r'<([^<>]+)>\s*;[^,]*\brel="?next"?')


class Denied(Exception):
    """The server understood and refused; ``reason`` is what it says."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status} {reason}".strip())
        self.status, self.reason = status, reason


class Unreachable(Exception):
    """The server did not answer, or not in a way that says what became of the call; the message says how."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; the names of ``headers`` are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def value(self) -> Any:
        """The body as JSON; raises ``Unreachable`` where it is none, as that of a server on the way may be."""
        try:
            return json.loads(self.body) if self.body.strip() else None
        except ValueError as error:
            raise Unreachable("it answered something that is no JSON") from error

    @property
    def wait(self) -> float | None:
        """The seconds after which to try again, where the server says so; nothing else is worth another attempt."""
        said = self.headers.get("retry-after", "")
        if said.isdigit():
            return float(said)
        if self.headers.get("x-ratelimit-remaining") == "0":
            reset = self.headers.get("x-ratelimit-reset", "")
            return max(0.0, float(reset) - time.time()) if reset.isdigit() else 0.0
        return None


class _SameServer(urllib.request.HTTPRedirectHandler):
    """Follows to another address of the same server alone: the token is for nobody else."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        if _server(newurl) != _server(req.full_url):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]  # a stub too narrow


@dataclass(frozen=True, slots=True)
class Api:
    """A web API below ``url``, called with ``headers``, the token among them."""

    url: str
    headers: Mapping[str, str]
    sleep: Callable[[float], None] | None = None

    def call(self, method: str, path: str, value: Any = None) -> Any:
        """What the server answers to a call, as JSON; raises ``Denied`` and ``Unreachable``."""
        return self._patiently(method, self._full(path), value).value

    def every(self, path: str) -> Iterator[Mapping[str, Any]]:
        """The items of a list, page after page; raises as ``call``."""
        url = self._full(path)
        for _ in range(_MOST_PAGES):
            answer = self._patiently("GET", url)
            yield from (each for each in answer.value or () if isinstance(each, dict))
            following = _NEXT.search(answer.headers.get("link", ""))
            # A page elsewhere is none of this list, and must not see the token.
            if not following or _server(following[1]) != _server(self.url):
                return
            url = following[1]

    def _wait(self, seconds: float) -> None:
        (self.sleep or time.sleep)(seconds)

    def _full(self, path: str) -> str:
        return path if "://" in path else f"{self.url.rstrip('/')}/{path.lstrip('/')}"

    def _patiently(self, method: str, url: str, value: Any = None) -> Answer:
        """The first answer that is worth something; a call that makes something new is not made twice."""
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                answer = self._once(method, url, value)
            except (urllib.error.URLError, HTTPException, OSError) as error:
                if method == "POST" or attempt == _ATTEMPTS:
                    raise Unreachable(str(getattr(error, "reason", error)) or type(error).__name__) from error
                self._wait(2.0**attempt)
                continue
            wait = _again(method, answer)
            if wait is None or wait > _LONGEST_WAIT or attempt == _ATTEMPTS:
                break
            self._wait(max(wait, 2.0**attempt))
        return _accepted(answer)

    def _once(self, method: str, url: str, value: Any) -> Answer:
        data = None if value is None else json.dumps(value).encode()
        content = {"Content-Type": "application/json"} if data is not None else {}
        request = urllib.request.Request(url, data, {**self.headers, **content}, method=method)
        try:
            with urllib.request.build_opener(_SameServer).open(request, timeout=_TIMEOUT) as response:
                return Answer(response.status, _lower(response.headers), response.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, _lower(error.headers), error.read())


def _again(method: str, answer: Answer) -> float | None:
    """The seconds after which another attempt makes sense; ``None`` where it makes none."""
    if answer.status == 403:
        return answer.wait
    worth = _NOT_DONE if method == "POST" else _BUSY
    return (answer.wait or 0.0) if answer.status in worth else None


def _accepted(answer: Answer) -> Answer:
    if answer.status < 300:
        return answer
    if answer.status >= 500 or answer.status == 429 or (answer.status == 403 and answer.wait is not None):
        raise Unreachable(f"it is too busy, or asks for patience (status {answer.status})")
    raise Denied(answer.status, _reason(answer))


def _reason(answer: Answer) -> str:
    """What the server says about it, in a line of bounded length."""
    try:
        value = json.loads(answer.body)
    except ValueError:
        return ""
    said = (value.get("message") or value.get("error") or "") if isinstance(value, dict) else ""
    return " ".join(str(said).split())[:200]


def _lower(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _server(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc
