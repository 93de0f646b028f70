"""Lays two texts beside each other, token by token, and takes away what differs without meaning anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from twolane.meaning.agents import is_person
from twolane.meaning.spelling import is_slip
from twolane.meaning.tokens import Sort, Token
from twolane.meaning.word_forms import word_form

_SMALL = frozenset(map(frozenset, (("of", "for"), ("in", "at"), ("in", "on"), ("on", "at"), ("in", "of"))))
"""Prepositions of which one stands for the other, where nobody is named behind it."""
_BEFORE_DATES = frozenset(("in", "on", "at", "for"))
_UNCHANGED = frozenset(("set", "put", "cut"))
"""Verbs that sound alike when they are done."""
_DATED = frozenset(("date", "weekday", "when", "time"))


@dataclass(frozen=True, slots=True)
class Chunk:
    """What stands in one text in the place of something else, or of nothing, in the other.

    ``before`` and ``after`` are the tokens around it that both have, if any.
    """

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    before: Token | None = None
    after: Token | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts side by side: tokens that both have, in pairs, and the chunks in which they differ."""

    old: tuple[Token, ...]
    new: tuple[Token, ...]
    pairs: tuple[tuple[int, int], ...]
    """Places, in ``old`` and in ``new``, of what is the same in both."""
    chunks: tuple[Chunk, ...]

    @property
    def shared(self) -> float:
        """How much of both texts is the same, from 0 to 1."""
        both = len(self.old) + len(self.new)
        return 2 * len(self.pairs) / both if both else 1.0

    def left(self) -> tuple[list[Token], list[Token]]:
        """What each text has that the other has nowhere."""
        old = [token for chunk in self.chunks for token in chunk.old]
        new = [token for chunk in self.chunks for token in chunk.new]
        return _without(old, new), _without(new, old)


def content(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens that say something."""
    return tuple(token for token in tokens if token.sort not in (Sort.BREAK, Sort.FILLER))


def align(old: Sequence[Token], new: Sequence[Token]) -> Alignment:
    """Two texts side by side."""
    one, other = content(old), content(new)
    matcher = SequenceMatcher(None, [each.key for each in one], [each.key for each in other], autojunk=False)
    pairs: list[tuple[int, int]] = []
    chunks: list[Chunk] = []
    for tag, begin, end, start, stop in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(range(begin, end), range(start, stop), strict=True)
            continue
        before = one[begin - 1] if begin else None
        after = one[end] if end < len(one) else None
        chunk = _reduced(Chunk(one[begin:end], other[start:stop], before, after))
        if chunk.old or chunk.new:
            chunks.append(chunk)
    return Alignment(one, other, tuple(pairs), tuple(chunks))


def _without(tokens: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    there = Counter(token.key for token in others)
    left: list[Token] = []
    for token in tokens:
        if there[token.key]:
            there[token.key] -= 1
        else:
            left.append(token)
    return left


def _reduced(chunk: Chunk) -> Chunk:
    """The chunk without what means the same on both sides, and without what means nothing."""
    old, new = list(chunk.old), list(chunk.new)
    if _letters(old) == _letters(new):
        return Chunk((), ())
    for one, other in _alike(old, new):
        old.remove(one)
        new.remove(other)
    small = len(old) == len(new) == 1 and frozenset((old[0].key, new[0].key)) in _SMALL
    if small and not (chunk.after and chunk.after.sort is Sort.ACTOR):
        return Chunk((), ())
    return Chunk(tuple(_meaning(old, new, chunk)), tuple(_meaning(new, old, chunk)), chunk.before, chunk.after)


def _letters(tokens: Sequence[Token]) -> str:
    if any(token.sort in (Sort.FIGURE, Sort.MARK) for token in tokens) or (tokens and tokens[0].raw.casefold() == "re"):
        return repr([token.key for token in tokens])
    letters = "".join(letter for token in tokens for letter in token.raw.casefold() if letter.isalnum())
    return letters or repr([token.key for token in tokens])


def _alike(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Words of which one is a slip of the other, each once."""
    taken: set[int] = set()
    for one in old:
        for place, other in enumerate(new):
            if place not in taken and _is_slip(one, other):
                taken.add(place)
                yield one, other
                break


def _is_slip(one: Token, other: Token) -> bool:
    if Sort.MARK in (one.sort, other.sort) or Sort.FIGURE in (one.sort, other.sort):
        return False
    if one.raw[:1].isupper() != other.raw[:1].isupper():
        # One of them may be what somebody or something is called.
        return False
    old, new = one.raw.casefold(), other.raw.casefold()
    return is_slip(old, new) or (one.form == other.form and is_slip(word_form(old)[0], word_form(new)[0]))


def _meaning(tokens: Sequence[Token], others: Sequence[Token], chunk: Chunk) -> Iterator[Token]:
    """The tokens without those that say nothing where nothing stands in their place."""
    somebody = any(token.sort is Sort.ACTOR for token in others)
    for at, token in enumerate(tokens):
        follows = tokens[at + 1] if at + 1 < len(tokens) else chunk.after
        if token.kind == "subject" and not somebody:
            continue
        if token.key in _BEFORE_DATES and follows and follows.kind in _DATED and not _holds_preposition(others):
            continue
        done = follows and (follows.form == "ed" or follows.key in _UNCHANGED)
        before = tokens[at - 1] if at else chunk.before
        if token.key == "be" and done and not others and not (before and is_person(before)):
            continue
        if token.key == "be" and not others and len(tokens) == 1 and _only_links(token, chunk):
            continue
        if token.key == "of" and not others and before and before.kind == "share":
            continue
        if token.key == "joint and" and not others and len(tokens) == 1:
            continue
        yield token


def _only_links(token: Token, chunk: Chunk) -> bool:
    """Whether an “is” only links a noun to what is said of it: the account is active."""
    noun = chunk.before is not None and chunk.before.sort in (Sort.WORD, Sort.ACTOR)
    said = chunk.after is not None and chunk.after.sort in (Sort.WORD, Sort.PREPOSITION)
    return token.raw.casefold() in ("is", "are") and noun and said


def _holds_preposition(tokens: Sequence[Token]) -> bool:
    return any(token.sort in (Sort.PREPOSITION, Sort.MARK) for token in tokens)
