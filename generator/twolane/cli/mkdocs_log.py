"""Shows on standard error what MkDocs and its plugins log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from twolane.cli.written_output import note

_OURS = "mkdocs.plugins.twolane"
_REPAIRS = "mkdocs.twolane_repairs"
"""Says what no longer fits the theme, which is news for everybody."""


class _Notes(logging.Handler):
    """Says each message to the person; what only informs stands without a word in front."""

    def __init__(self) -> None:
        super().__init__()
        self._told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Say one message; a complaint that is the same on every page is said once."""
        informs = record.levelno <= logging.INFO
        message = record.getMessage() if informs else f"{record.levelname.lower()}: {record.getMessage()}"
        if informs or message not in self._told:
            self._told.add(message)
            note(message)


@contextmanager
def mkdocs_messages(everything: bool = False) -> Iterator[None]:
    """Warnings and errors, or ``everything``; what our plugin says of findings only where nobody has told them."""
    handler, logger, ours = _Notes(), logging.getLogger("mkdocs"), logging.getLogger(_OURS)
    repairs = logging.getLogger(_REPAIRS)
    before = logger.level, ours.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO if everything else logging.WARNING)
    ours.setLevel(logging.INFO if everything else logging.CRITICAL)
    repairs.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before[0])
        repairs.setLevel(logging.NOTSET)
        ours.setLevel(before[1])
