"""Shows that somebody else is meant: another role, ours in the place of theirs, two who have changed places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twolane.meaning.actors import GENERIC_BUYERS, HEADS, NEAR_ACTORS, is_named
from twolane.meaning.acts import CLASSES
from twolane.meaning.agents import is_person, may_be_one
from twolane.meaning.aligning import Alignment, Chunk
from twolane.meaning.reasons import Reason
from twolane.meaning.tokens import Sort, Token

_ALIKE = 0.4
"""From so much on that both texts share, somebody in the place of somebody else does the same."""
_LONGEST = 3
_NOUNS = frozenset((Sort.WORD, Sort.ACTOR))


def other_actors(both: Alignment, old: Sequence[Token], new: Sequence[Token]) -> Iterator[Reason]:
    """Who is in one text alone, with whom the other has instead; ``old`` and ``new`` are what only one text has."""
    gone = [token for token in old if _is_somebody(token, both.new)]
    came = [token for token in new if _is_somebody(token, both.old)]
    for one, other in zip(gone, came, strict=False):
        near = frozenset((one.key, other.key)) in NEAR_ACTORS or _is_for_short(one, other)
        if not near and not {one.key, other.key} <= GENERIC_BUYERS:
            yield Reason("actor", one.raw, other.raw)
    for chunk in both.chunks:
        headed = chunk.after is not None and chunk.after.key in HEADS
        if headed and len(chunk.old) == len(chunk.new) == 1 and chunk.old[0].sort is chunk.new[0].sort is Sort.WORD:
            yield Reason("actor", chunk.old[0].raw, chunk.new[0].raw)
    yield from _replaced(both)
    exchanged = tuple(_exchanged(both))
    yield from exchanged or _ours_now(both)


def _replaced(both: Alignment) -> Iterator[Reason]:
    """Somebody in the place of somebody else of whom only the noun tells that it is a person: the broker, the clerk."""
    for chunk in both.chunks if both.shared >= _ALIKE else ():
        named = _in_place(chunk) if chunk.old and chunk.new else None
        if named is not None:
            yield Reason("actor", *named)


def _in_place(chunk: Chunk) -> tuple[str, str] | None:
    sides = chunk.old, chunk.new
    if any(len(each) > _LONGEST or any(token.sort not in _NOUNS for token in each) for each in sides):
        return None
    one, other = chunk.old[-1], chunk.new[-1]
    people = is_person(one) and is_person(other) and not {one.key, other.key} & GENERIC_BUYERS
    if not people or one.sort is other.sort is Sort.ACTOR or may_be_one(one, other):
        return None
    if (chunk.after is not None and is_person(chunk.after)) or is_named(one, sides[1]) or is_named(other, sides[0]):
        return None
    return " ".join(each.raw for each in sides[0]), " ".join(each.raw for each in sides[1])


def _ours_now(both: Alignment) -> Iterator[Reason]:
    """What we do in one text, and in the other the buyer, who need not be named there."""
    for doer, others, backwards in ((both.new, both.old, False), (both.old, both.new, True)):
        verb = doer[1] if len(doer) > 1 and doer[0].raw.casefold() == "we" else None
        if verb is None or verb.key not in CLASSES or verb.form != "":
            continue
        named = bool(others) and others[0].sort is Sort.ACTOR and others[0].key != "@we"
        hidden = others[int(named)] if len(others) > int(named) else None
        if hidden is not None and hidden.key == verb.key and (named or hidden.form == "s"):
            yield Reason("word", "We", "") if backwards else Reason("word", "", "We")


def whose(old: Sequence[Token], new: Sequence[Token]) -> tuple[Reason, ...]:
    """What was ours and is theirs now, or the other way round."""
    one, other = ({token.raw.casefold().partition(" ")[0] for token in each} for each in (old, new))
    ours, theirs = {"our", "ours"}, {"their", "its", "theirs", "his", "her"}
    for mine, yours, lost, got in ((one, other, ours, theirs), (one, other, theirs, ours)):
        if mine & lost and not yours & lost and yours & got and not mine & got:
            return (Reason("word", min(mine & lost), min(yours & got)),)
    return ()


def _is_somebody(token: Token, others: Sequence[Token]) -> bool:
    return token.sort is Sort.ACTOR and not is_named(token, others)


def _is_for_short(one: Token, other: Token) -> bool:
    """Whether one is what the other may be called for short: the champion, the clinic champion."""
    short, long = sorted((one.key.removeprefix("@"), other.key.removeprefix("@")), key=len)
    return long.endswith(f" {short}")


def _exchanged(both: Alignment) -> Iterator[Reason]:
    """Two who have changed places, with the same words around them: who asks is asked."""
    if both.left() != ([], []) or any(token.key in ("of", "'s", "by") for token in (*both.old, *both.new)):
        return
    one, other = ([token for token in each if is_person(token)] for each in (both.old, both.new))
    rest = [[token.key for token in each if not is_person(token)] for each in (both.old, both.new)]
    keys = [token.key for token in one], [token.key for token in other]
    if (
        keys[0] != keys[1]
        and sorted(keys[0]) == sorted(keys[1])
        and rest[0] == rest[1]
        and not any(token.kind == "joint" for token in both.old)
    ):
        yield Reason("places", one[0].raw, other[0].raw)
