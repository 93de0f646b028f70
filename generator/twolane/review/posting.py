"""Keeps one comment with the report on a pull request: writes it, changes it, and takes it away when it is over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from twolane.reports.of_changes.markdown import MARKER
from twolane.review.http import Denied, Unreachable

_GONE = 404
_NOTHING = "## Nothing has changed."


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: ``author`` is what tells apart who wrote it."""

    id: int
    author: str
    body: str


class Host(Protocol):
    """Where the comments of one pull request are kept; each function raises ``Denied`` and ``Unreachable``."""

    def me(self) -> str:
        """Who writes, as in the author of a comment."""
        ...

    def comments(self) -> Iterable[Comment]:
        """Every comment, whoever wrote it, the oldest first."""
        ...

    def create(self, body: str) -> None:
        """Write a new comment."""
        ...

    def update(self, id: int, body: str) -> None:
        """Write another text into a comment."""
        ...

    def delete(self, id: int) -> None:
        """Take a comment away."""
        ...


class Outcome(Enum):
    """What became of the comment."""

    CREATED = "Wrote the comment."
    UPDATED = "Brought the comment up to date."
    UNCHANGED = "The comment says so already."
    REMOVED = "Nothing has changed any more, so the comment was taken away."
    ABSENT = "Nothing has changed, so there is no comment."


def mark_of(name: str) -> str:
    """The line by which a comment is found again; ``name`` tells several playbooks of one repository apart."""
    return f"<!-- twolane {name} -->" if name else MARKER


def put(host: Host, report: str, name: str = "") -> Outcome:
    """Make ``report`` the one comment of ours; what others wrote stays, even where it looks like ours."""
    report, mark = marked(report, name), mark_of(name)
    found = _ours(host, mark)
    clean = is_clean(report)
    for each in found if clean else found[1:]:
        _delete(host, each)
    if clean:
        return Outcome.REMOVED if found else Outcome.ABSENT
    if not found:
        _create(host, report, mark)
        return Outcome.CREATED
    if _plain(found[0].body) == _plain(report):
        return Outcome.UNCHANGED
    host.update(found[0].id, report)
    return Outcome.UPDATED


def is_clean(report: str) -> bool:
    """Whether a report says that nothing has changed, and nothing else that somebody has to know."""
    lines = report.splitlines()
    return not report.strip() or (_NOTHING in lines and not any(line.startswith(">") for line in lines))


def marked(report: str, name: str = "") -> str:
    """The report with the mark on top by which it is found again."""
    mark = mark_of(name)
    return report if report.startswith(mark) else f"{mark}\n{report.removeprefix(MARKER).lstrip()}"


def _ours(host: Host, mark: str) -> list[Comment]:
    found = [each for each in host.comments() if each.body.lstrip().startswith(mark)]
    if not found:
        return []
    me = host.me().casefold()
    return [each for each in found if each.author.casefold() == me]


def _create(host: Host, report: str, mark: str) -> None:
    try:
        host.create(report)
    except Unreachable:
        # It may have been written before the answer was lost.
        if not _ours(host, mark):
            host.create(report)


def _delete(host: Host, comment: Comment) -> None:
    try:
        host.delete(comment.id)
    except Denied as refused:
        if refused.status != _GONE:
            raise


def _plain(body: str) -> str:
    return body.replace("\r\n", "\n").strip()
