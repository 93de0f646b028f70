"""The door to the network is patient where patience helps, and does nothing twice that may have been done."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.web import Server, serving
from twolane.review.http import Api, Denied, Unreachable

BUSY = {"call": "GET /x", "status": 502, "answer": "<html>Bad gateway</html>"}
DONE = {"call": "GET /x", "answer": {"a": 1}}


def called(exchanges: list[dict[str, Any]], call: Callable[[Api], Any]) -> tuple[Any, list[float], Server]:
    """What a call gives (or the trouble that it ends with), how long was waited, and the server."""
    waits: list[float] = []
    with serving(exchanges) as server:
        api = Api(server.url, {"Authorization": "Bearer secret"}, waits.append)
        try:
            found = call(api)
        except (Denied, Unreachable) as trouble:
            found = trouble
    return found, waits, server


def get(api: Api) -> Any:
    """Asks for something."""
    return api.call("GET", "x")


def test_busy_server() -> None:
    """A server that has a bad moment is asked again, each time a little later."""
    assert called([BUSY, BUSY, DONE], get)[:2] == ({"a": 1}, [2.0, 4.0])


def test_server_that_stays_busy() -> None:
    """A server that has nothing but bad moments is given up."""
    found, waits, _ = called([BUSY] * 4, get)
    assert (str(found), waits) == ("it is too busy, or asks for patience (status 502)", [2.0, 4.0, 8.0])


def test_server_that_says_when() -> None:
    """A server that says when to come again is left alone until then."""
    limited = {"call": "GET /x", "status": 429, "headers": {"Retry-After": "17"}}
    assert called([limited, DONE], get)[:2] == ({"a": 1}, [17.0])


@pytest.mark.parametrize("status", [403, 429])
def test_rate_limit(status: int) -> None:
    """GitHub tells a limit in two ways, and when it ends; that is waited for."""
    headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(time.time()) + 30)}
    found, waits, _ = called([{"call": "GET /x", "status": status, "headers": headers}, DONE], get)
    assert found == {"a": 1}
    assert len(waits) == 1
    assert 20 < waits[0] <= 30


def test_limit_that_takes_too_long() -> None:
    """A limit that ends in an hour is no reason to keep a build server waiting."""
    limited = {"call": "GET /x", "status": 429, "headers": {"Retry-After": "3600"}}
    found, waits, _ = called([limited], get)
    assert (type(found), waits) == (Unreachable, [])


def test_refusal_is_final() -> None:
    """What is forbidden stays so; nobody waits."""
    found, waits, _ = called([{"call": "GET /x", "status": 403, "answer": {"message": "No\n way"}}], get)
    assert (found.status, found.reason, waits) == (403, "No way", [])


def test_nothing_new_is_made_twice() -> None:
    """A call that makes something is not repeated where it may have been carried out."""
    found, waits, _ = called([{"call": "POST /x", "status": 502}], lambda api: api.call("POST", "x", {"a": 1}))
    assert (type(found), waits) == (Unreachable, [])


def test_cut_line() -> None:
    """A line that is cut is tried again; not so where something was to be made."""
    cut = {"call": "GET /x", "status": 0}
    assert called([cut, DONE], get)[:2] == ({"a": 1}, [2.0])
    found, waits, _ = called([cut | {"call": "POST /x"}], lambda api: api.call("POST", "x", {"a": 1}))
    assert (type(found), waits) == (Unreachable, [])


def test_answer_that_is_no_json() -> None:
    """A page for people in place of an answer, as a server on the way may send it, is told."""
    found, _, _ = called([{"call": "GET /x", "answer": "<html>Log in</html>"}], get)
    assert str(found) == "it answered something that is no JSON"


def test_list_that_is_none() -> None:
    """What is no list of things has no items."""
    for answer in ("", {"message": "?"}, ["a", 1, None]):
        assert called([{"call": "GET /x", "answer": answer}], lambda api: list(api.every("x")))[0] == []


def test_list_that_goes_in_circles() -> None:
    """A list whose pages lead to each other again and again comes to an end."""
    page = {"call": "GET /x", "answer": [{"id": 1}], "headers": {"Link": '<SERVER/x>; rel="next"'}}
    assert len(called([page] * 300, lambda api: list(api.every("x")))[0]) == 200
