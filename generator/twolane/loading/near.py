"""Finds the word that somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from types import MappingProxyType

_WORDS = MappingProxyType(
    {
        **dict.fromkeys(("customer", "client", "prospect", "kunde"), "buyer"),
        **dict.fromkeys(("vendor", "supplier", "sales", "us", "we"), "seller"),
        **dict.fromkeys(("up", "more", "high", "increase"), "higher"),
        **dict.fromkeys(("down", "less", "low", "decrease"), "lower"),
        **dict.fromkeys(("%", "rate", "share"), "percent"),
        **dict.fromkeys(("eur", "euro", "euros", "usd", "gbp", "chf", "€", "$", "£", "currency"), "money"),
        **dict.fromkeys(("number", "pieces", "integer"), "count"),
        **dict.fromkeys(("live", "current", "in use"), "active"),
        **dict.fromkeys(("archived", "inactive", "old", "outdated", "obsolete"), "retired"),
        **dict.fromkeys(("everyone", "everybody", "any"), "all"),
        **dict.fromkeys(("new", "new deals"), "new-only"),
        **dict.fromkeys(("outside", "on site", "travel"), "field"),
        **dict.fromkeys(("office", "desk", "remote"), "inside"),
        **dict.fromkeys(("price", "quote", "offer"), "pricing"),
        **dict.fromkeys(("demo", "trial"), "demonstration"),
        **dict.fromkeys(("breaking", "big"), "major"),
    }
)
"""Words that people use for the choices of the format, without being spelled alike."""

_DIFFERENT = MappingProxyType({"evidence": "audience"})
"""Words of the format that are spelled alike and that nobody takes for each other."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``, or an empty text where none is near enough to suggest."""
    candidates = {each.lower(): each for each in known}
    simple = word.strip().lower().replace("_", "-").replace(" ", "-")
    for spelling in (word.lower(), simple, simple.replace("-", "_")):
        if spelling in candidates:
            return candidates[spelling]
    different = _DIFFERENT.get(simple, "")
    found = get_close_matches(simple, [each for each in candidates if each != different], n=1, cutoff=0.6)
    return candidates[found[0]] if found else ""


def meant(word: str, choices: Iterable[str]) -> str:
    """The choice that ``word`` probably means: one spelled alike, else one that means the same."""
    known = tuple(choices)
    other = _WORDS.get(word.strip().lower(), "")
    return other if other in known else nearest(word, known)


def choices_of(expected: str) -> list[str]:
    """The choices in a message of pydantic's: ``'draft', 'active' or 'retired'``."""
    return [each.strip(" '") for each in expected.replace(" or ", ",").split(",")]
