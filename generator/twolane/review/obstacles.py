"""What can go wrong around a comment, in words that say what to do."""

from __future__ import annotations


class NoReview(Exception):
    """There is no pull request to comment on; the message says what is missing."""


class NotToBeTrusted(Exception):
    """What another workflow left does not belong to the pull request that it names."""


class Outdated(Exception):
    """The pull request has gone on, or is closed: the report is of no use any more."""


class OnlyForReading(Exception):
    """The pull request comes from a fork, whose token may not write; the second workflow does."""
