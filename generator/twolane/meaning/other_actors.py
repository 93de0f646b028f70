"""Shows that somebody else is meant: another role, ours in the place of theirs, two who have changed places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twolane.meaning.actors import GENERIC_BUYERS, HEADS, NEAR_ACTORS, is_named
from twolane.meaning.aligning import Alignment
from twolane.meaning.reasons import Reason
from twolane.meaning.tokens import Sort, Token


def other_actors(both: Alignment, old: Sequence[Token], new: Sequence[Token]) -> Iterator[Reason]:
    """Who is in one text alone, with whom the other has instead; ``old`` and ``new`` are what only one text has."""
    gone = [token for token in old if _is_somebody(token, both.new)]
    came = [token for token in new if _is_somebody(token, both.old)]
    for one, other in zip(gone, came, strict=False):
        if not {one.key, other.key} <= GENERIC_BUYERS and frozenset((one.key, other.key)) not in NEAR_ACTORS:
            yield Reason("actor", one.raw, other.raw)
    for chunk in both.chunks:
        headed = chunk.after is not None and chunk.after.key in HEADS
        if headed and len(chunk.old) == len(chunk.new) == 1 and chunk.old[0].sort is chunk.new[0].sort is Sort.WORD:
            yield Reason("actor", chunk.old[0].raw, chunk.new[0].raw)
    yield from _exchanged(both)


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


def _exchanged(both: Alignment) -> Iterator[Reason]:
    """Two who have changed places, with the same words around them: who asks is asked."""
    if both.left() != ([], []) or any(token.key in ("of", "'s", "by") for token in (*both.old, *both.new)):
        return
    one = [token for token in both.old if token.sort is Sort.ACTOR]
    other = [token for token in both.new if token.sort is Sort.ACTOR]
    rest = [[token.key for token in each if token.sort is not Sort.ACTOR] for each in (both.old, both.new)]
    keys = [token.key for token in one], [token.key for token in other]
    if (
        keys[0] != keys[1]
        and sorted(keys[0]) == sorted(keys[1])
        and rest[0] == rest[1]
        and not any(token.kind == "joint" for token in both.old)
    ):
        yield Reason("places", one[0].raw, other[0].raw)
