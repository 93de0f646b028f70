"""Lists in a sentence: ``a, b and c``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from twolane.wording.spoken_language import texts


def listed(parts: Iterable[str], last: Literal["and", "or"] = "and") -> str:
    """``a, b and c``; ``last`` is the word before the last part."""
    *before, final = list(parts) or [""]
    form = texts().list_and if last == "and" else texts().list_or
    return form.format(before=", ".join(before), last=final) if before else final


def first_listed(parts: list[str], most: int) -> str:
    """The first ``most`` of the parts, and how many more there are: ``a, b, c and 2 more``."""
    if len(parts) <= most:
        return listed(parts)
    return texts().list_more.format(before=", ".join(parts[:most]), number=len(parts) - most)
