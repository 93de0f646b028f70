"""Shows on standard error what MkDocs and its plugins log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from twolane.cli.output import note

_OURS = "mkdocs.plugins.twolane"


class _Notes(logging.Handler):
    """Says each message to the person; what only informs stands without a word in front."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say one message."""
        word = "" if record.levelno <= logging.INFO else f"{record.levelname.lower()}: "
        note(f"{word}{record.getMessage()}")


@contextmanager
def mkdocs_messages(everything: bool = False) -> Iterator[None]:
    """Warnings and errors, or ``everything``; what our plugin says of findings only where nobody has told them."""
    handler, logger, ours = _Notes(), logging.getLogger("mkdocs"), logging.getLogger(_OURS)
    before = logger.level, ours.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO if everything else logging.WARNING)
    ours.setLevel(logging.INFO if everything else logging.CRITICAL)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(before[0])
        ours.setLevel(before[1])
