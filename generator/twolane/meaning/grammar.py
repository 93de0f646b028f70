"""Grammar that changes nothing: endings of verbs and nouns of which one stands for the other."""

from __future__ import annotations

from collections.abc import Sequence

from twolane.meaning.acts import CLASSES, NOUNS_TOO
from twolane.meaning.aligning import Alignment
from twolane.meaning.tokens import Sort, Token
from twolane.meaning.word_sets import word_set

_NUMBERLESS = frozenset(("scope all", "scope any", "negation not"))
_MEASURES = word_set("kilogram kilometer kilowatt piece")
"""What is measured in: kg may be kilograms or a kilogram."""
_STATES = word_set("be have need own want know like belong contain use work live exist cost depend")
"""Verbs of what lasts: what somebody had, they have no longer."""


def other_endings(both: Alignment, old: Sequence[Token], new: Sequence[Token]) -> list[tuple[str, str]]:
    """The words that both have with endings of which nobody can show that they say the same."""
    found = []
    for at, to in both.pairs:
        one, other = both.old[at], both.new[to]
        if one.form != other.form and not _same_ending(one, other, both, at, to, old, new):
            found.append((one.raw, other.raw))
    return found


def _same_ending(
    one: Token, other: Token, both: Alignment, at: int, to: int, old: Sequence[Token], new: Sequence[Token]
) -> bool:
    if one.key in _STATES and {one.form, other.form} != {"", "s"}:
        return one.key == "be" and _helps(both.old, at) and _helps(both.new, to)
    if one.key in _MEASURES:
        return True
    nouns = _is_noun(old, one), _is_noun(new, other)
    if any(nouns) or one.sort is Sort.ACTOR:
        if {one.form, other.form} != {"", "s"}:
            return False
        return (_has_no_number(both.old, at) and _has_no_number(both.new, to)) or _is_compound(both, at, to)
    if "ing" in (one.form, other.form):
        return "ed" not in (one.form, other.form)
    if one.key in CLASSES or "ed" in (one.form, other.form):
        return True
    return _is_verb(both.old, at) and _is_verb(both.new, to)


def _helps(tokens: Sequence[Token], at: int) -> bool:
    """Whether “is” and “was” only help a verb: what is signed was signed, but who was a customer is none."""
    return at + 1 < len(tokens) and tokens[at + 1].form == "ed"


def _is_noun(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a word stands where a noun does: behind an article, a preposition, a figure or a quantity."""
    at = next(place for place, each in enumerate(tokens) if each is token)
    before = tokens[at - 1] if at else None
    if before is None or before.sort is Sort.BREAK:
        return token.key in NOUNS_TOO and token.form != "ed" and token.key not in CLASSES
    if before.sort is Sort.FILLER:
        return before.key in ("the", "a", "an", "their", "its", "his", "her")
    if before.sort in (Sort.FIGURE, Sort.PREPOSITION):
        return before.key != "to" or token.form == "s"
    if before.sort is Sort.WORD:
        return token.key not in CLASSES or token.key in NOUNS_TOO
    return before.kind in ("scope", "bound", "negation", "with") or before.raw.casefold() in ("our", "your")


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1] if at else None
    return before is None or before.sort is Sort.ACTOR or before.kind in ("duty", "plan", "joint", "often")


def _has_no_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether one and several are the same: no question, every question, questions that nobody counts."""
    return any(token.key in _NUMBERLESS for token in tokens[max(0, at - 3) : at])


def _is_compound(both: Alignment, at: int, to: int) -> bool:
    """Whether a word only says which sort of thing the next one is: the user list, the users list."""
    if at + 1 >= len(both.old) or to + 1 >= len(both.new):
        return False
    one, other = both.old[at + 1], both.new[to + 1]
    plain = one.key == other.key and one.sort is Sort.WORD and one.form == other.form == ""
    return plain and (one.key not in CLASSES or one.key in NOUNS_TOO)
