"""Whether a tick that was made for one wording stands for another: pages and reviews go by the same answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twolane.meaning.actors import Called
from twolane.meaning.text_meaning import Reading, meaning

_SPACE = re.compile("[ \t\r\n\u00a0\u202f]+")
_END = " .,;:!…"


def evened(text: str) -> str:
    """A text without what makes no difference to anybody: case, white space, a mark at its end.

    ``evened`` in `generator/scripts/deals/wordings.js` is the same rule, and one table of cases holds both to it.
    """
    return _SPACE.sub(" ", text).strip(" ").rstrip(_END).lower()


def stands_for(old: str, new: str, names: Iterable[Called] = ()) -> bool:
    """Whether a tick for ``old`` counts for ``new``: they are even, or it can be shown that they mean the same.

    ``names`` are what the roles of both versions are called. A text that came or went is no wording of another.
    """
    before, now = evened(old), evened(new)
    if before == now:
        return True
    return bool(before and now) and meaning(old, new, names).reading is Reading.SAME
