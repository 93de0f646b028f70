"""Keeps MkDocs from saying a second time what we have said of a link, or have been asked not to say."""

from __future__ import annotations

import logging
import re
from collections.abc import Set
from urllib.parse import unquote

_LOGGERS = ("mkdocs.structure.pages", "mkdocs.structure.nav")
_IN_PAGE = re.compile(r"Doc file '(.+?)' contains an? (?:absolute |unrecognized relative )?link '(.*?)', ", re.DOTALL)
_IN_NAV = re.compile(r"A reference to '(.*?)' is included in the 'nav' configuration")


class ToldLinks(logging.Filter):
    """Holds back messages of MkDocs about links that are ``told``: pairs of page and address, `nav` without a page."""

    told: Set[tuple[str, str]] = frozenset()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a message is news."""
        words = record.getMessage()
        if in_page := _IN_PAGE.match(words):
            return (in_page[1], unquote(in_page[2])) not in self.told
        in_nav = _IN_NAV.match(words)
        # Our navigation hands pages on without their ending.
        return in_nav is None or self.told.isdisjoint({("", in_nav[1]), ("", f"{in_nav[1]}.md")})

    def begin(self, told: Set[tuple[str, str]]) -> None:
        """Holds back from now on what is ``told``."""
        self.told = told
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(self)

    def end(self) -> None:
        """Holds nothing back any more."""
        for name in _LOGGERS:
            logging.getLogger(name).removeFilter(self)
