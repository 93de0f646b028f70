"""What hand-written pages say to a reader, to tell how long they take to read."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twolane.links.link_styles import hand_written

_UNSAID = re.compile(r"\A---\n.*?\n---\n|<!--.*?-->|\]\([^)]*\)", re.DOTALL)


def said_by_hand(texts: Mapping[str, str]) -> Mapping[str, str]:
    """What pages say, by their paths, without front matter, comments and addresses; ``texts`` are by file."""
    return {hand_written(name): _UNSAID.sub(" ", texts[name]) for name in sorted(texts)}
