"""Lists in a sentence: ``a, b and c``."""

from __future__ import annotations

from collections.abc import Iterable


def listed(parts: Iterable[str], last: str = "and") -> str:
    """``a, b and c``; ``last`` is the word before the last part."""
    *before, final = list(parts) or [""]
    return f"{', '.join(before)} {last} {final}" if before else final
