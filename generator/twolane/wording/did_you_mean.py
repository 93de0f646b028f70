"""Finds the word that somebody probably meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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
        **dict.fromkeys(("approval", "approve", "decision", "sign-off", "go or no go", "bid or no bid"), "gate"),
        **dict.fromkeys(("admin", "administration", "own", "background"), "internal"),
        **dict.fromkeys(("call", "meeting", "service", "repair", "training", "installation"), "visit"),
        **dict.fromkeys(("breaking", "big"), "major"),
    }
)
"""Words that people use for the choices of the format, without being spelled alike."""

_DIFFERENT = MappingProxyType({"evidence": "audience"})
"""Words of the format that are spelled alike and that nobody takes for each other."""


_LONGEST = 200
"""Letters above which words are compared with none: that takes the square of their number."""
_MOST = 100_000
"""The most pairs of words that are compared for one kind of mistake; who makes more needs no help with each."""


class Suggestions:
    """The known words most like others, until so many were asked for that comparing them would take long."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known, self._found = tuple(known), dict[str, str]()

    def nearest(self, word: str) -> str:
        """As the function of that name; empty too where enough was compared."""
        if word not in self._found:
            enough = len(self._found) * len(self._known) > _MOST
            self._found[word] = "" if enough else nearest(word, self._known)
        return self._found[word]


def is_like_any(word: str, known: Collection[str], alike: float) -> bool:
    """Whether one of the known words is so much like ``word``, from 0 to 1."""
    return len(word) <= _LONGEST and bool(get_close_matches(word, list(known), n=1, cutoff=alike))


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``, or an empty text where none is near enough to suggest."""
    if len(word) > _LONGEST:
        return ""
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
