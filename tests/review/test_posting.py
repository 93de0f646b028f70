"""A comment whose writing was answered by an accident is there once."""

from __future__ import annotations

import pytest

from tests.support.web import serving
from twolane.review.github_comments import GitHub
from twolane.review.http import Api, Unreachable
from twolane.review.posting import Outcome, put

REPORT = "<!-- twolane -->\n## Not safe as it is\n"
LIST = "GET /repos/acme/playbook/issues/7/comments?per_page=100"
POST = "POST /repos/acme/playbook/issues/7/comments"
OURS = {"id": 1, "user": {"login": "me[bot]"}, "body": REPORT}
LOST = {"call": POST, "status": 502}


@pytest.mark.parametrize(
    "after", [[{"call": LIST, "answer": [OURS]}], [{"call": LIST, "answer": []}, {"call": POST, "status": 201}]]
)
def test_answer_that_got_lost(after: list[dict[str, object]]) -> None:
    """Where the server fails after a comment was sent, it is looked for, and written again only if it is not there."""
    with serving([{"call": LIST, "answer": []}, LOST, *after]) as server:
        assert put(GitHub(Api(server.url, {}), "acme/playbook", 7, author="me[bot]"), REPORT) is Outcome.CREATED
    assert (server.surprises, server.exchanges) == ([], [])


def test_server_that_stays_down() -> None:
    """Where the second attempt fails too, that is said."""
    with serving([{"call": LIST, "answer": []}, LOST, {"call": LIST, "answer": []}, LOST]) as server:
        host = GitHub(Api(server.url, {}), "acme/playbook", 7, author="me[bot]")
        with pytest.raises(Unreachable):
            put(host, REPORT)
