"""Which figures, duties and roles of a text are other ones in its new wording, old and new side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twolane.meaning.actors import NO_ROLE, is_named
from twolane.meaning.figure_words import IN_DAYS
from twolane.meaning.spelling import is_slip
from twolane.meaning.tokens import Sort, Token

_DUTIES = frozenset(("duty must", "duty may", "duty must not", "duty need not", "duty optional", "duty mandatory"))
_NEVER = frozenset(("negation never", "duty must not"))
_ENDS = frozenset((".", ";", ",", "\n", "|", "!", "?", "joint and", "joint or", "(", ")"))
_ALIKE = ({"number", "ordinal"}, {"number", "money"})
"""Sorts of figures that are the same figure where their numbers are: three in a row, the third in a row."""
_SAME_CLAUSE = 0.5
_PERCENT = ("%", "percent", "pct", "per cent")
_ROUNDED = 0.5
"""So far a share in percent may lie from the fraction that it rounds."""
_NEAR = 0.12
"""Two spans in other units are nearly the same up to here: nobody says whether 30 days are a month."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A token that became another; one of both is missing where there was or is none."""

    old: Token | None
    new: Token | None


@dataclass(frozen=True, slots=True)
class _Clause:
    words: frozenset[str]
    figures: tuple[Token, ...]


def changed_figures(old: Sequence[Token], new: Sequence[Token]) -> tuple[Pair, ...]:
    """What differs of figures, duties and roles; where it stands in the text means nothing.

    Two figures that have changed places, each with the words of the other, have changed.
    """
    gone = _left(old, new)
    came = _left(new, old)
    if not gone and not came:
        return tuple(_swapped(old, new))
    return tuple(pair for pair in _paired(gone, came) if not _in_passing(pair) and not _is_both(pair, old, new))


def _is_both(pair: Pair, old: Sequence[Token], new: Sequence[Token]) -> bool:
    """Whether a “two” is called “both” in the other text."""
    alone, others = (pair.new, old) if pair.old is None else (pair.old, new)
    one_sided = pair.old is None or pair.new is None
    return one_sided and alone is not None and alone.key == "number:2" and any(x.key == "scope both" for x in others)


def _in_passing(pair: Pair) -> bool:
    """Whether somebody comes or goes of whom texts speak in passing, and who is no role of the playbook."""
    alone = pair.old is None or pair.new is None
    return alone and any(each.sort is Sort.ACTOR and each.kind != "role" for each in (pair.old, pair.new) if each)


def told(tokens: Sequence[Token]) -> list[Token]:
    """What is a figure, a duty or a role, in the order of the text."""
    found = []
    for at, token in enumerate(tokens):
        before = tokens[at - 1].key if at else "\n"
        forbidden = token.key == "negation not" and before in (".", "\n", ";", "!") and token.raw.casefold() != "no"
        if forbidden:
            found.append(Token("negation never", token.raw, Sort.MARK, kind="negation"))
        elif _counts(token):
            found.append(token)
    return found


def _counts(token: Token) -> bool:
    if token.sort is Sort.FIGURE:
        return token.key != "ordinal:1"
    if token.sort is Sort.ACTOR:
        return token.kind == "role" or token.key not in NO_ROLE
    return token.key in _DUTIES or token.key in _NEVER or token.key == "often always"


def _left(tokens: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    there = {_same_as(token) for token in told(others)}
    left = [token for token in told(tokens) if _same_as(token) not in there and not _is_misspelt(token, others)]
    return list({token.key: token for token in left}.values())


def _is_misspelt(token: Token, others: Sequence[Token]) -> bool:
    """Whether a role is one of the other text, in other words or with a slip of the pen in either."""
    if token.sort is not Sort.ACTOR:
        return False
    if is_named(token, others):
        return True
    words = token.raw.casefold()
    return any(is_slip(words, each.raw.casefold()) for each in others if each.sort in (Sort.WORD, Sort.ACTOR))


def _same_as(token: Token) -> str:
    return "negation never" if token.key in _NEVER else token.key


def _paired(gone: list[Token], came: list[Token]) -> Iterator[Pair]:
    """Those of one kind side by side, in the order of the text; then what is left of either."""
    waiting = list(came)
    unpaired: list[Token] = []
    for one in gone:
        other = next((each for each in waiting if _kind(each) == _kind(one)), None)
        if other is None:
            unpaired.append(one)
        else:
            waiting.remove(other)
            yield Pair(one, other)
    for one in unpaired:
        other = next((each for each in waiting if _sort(each) == _sort(one)), None)
        if other is not None:
            waiting.remove(other)
            if {one.kind, other.kind} in _ALIKE and _value(one) == _value(other):
                continue
        yield Pair(one, other)
    yield from (Pair(None, each) for each in waiting)


def _kind(token: Token) -> str:
    return token.kind or token.sort.value


def _value(token: Token) -> str:
    return token.key.partition(":")[2].partition(" ")[0]


def _sort(token: Token) -> str:
    return "duty" if token.kind in ("duty", "negation", "often") else token.sort.value


def _swapped(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Pair]:
    """Figures of clauses with the same words which are other ones there: each stands where the other stood."""
    before, after = _clauses(old), _clauses(new)
    if sorted(map(_signature, before)) == sorted(map(_signature, after)):
        return
    for clause in before:
        likest = max(after, key=lambda each: _likeness(clause.words, each.words), default=None)
        if likest is None or _likeness(clause.words, likest.words) < _SAME_CLAUSE:
            continue
        one, other = _left(clause.figures, likest.figures), _left(likest.figures, clause.figures)
        yield from (Pair(*both) for both in zip(one, other, strict=False))


def _signature(clause: _Clause) -> tuple[list[str], list[str]]:
    return sorted(clause.words), [token.key for token in clause.figures]


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _clauses(tokens: Sequence[Token]) -> list[_Clause]:
    """The clauses that hold figures, each with its words; a row of a table is one."""
    found: list[_Clause] = []
    ends = ("\n",) if any(token.key == "|" for token in tokens) else _ENDS
    begin = 0
    for at in range(len(tokens) + 1):
        if at == len(tokens) or tokens[at].key in ends:
            part = tokens[begin:at]
            figures = tuple(told(part))
            words = frozenset(token.key for token in part if token.sort is Sort.WORD)
            if figures:
                rows = ends == ("\n",)
                found.append(_row(part, figures) if rows and not words else _Clause(words, figures))
            begin = at + 1
    return found


def _row(part: Sequence[Token], figures: tuple[Token, ...]) -> _Clause:
    """A row of a table without words is known by its first figure."""
    return _Clause(frozenset((figures[0].key,)), figures[1:])


def nearly_same(pair: Pair) -> bool:
    """Whether nobody can say whether both differ: spans in other units, 30 days, one month; a third and 33 %."""
    if pair.old is None or pair.new is None:
        return False
    if (pair.old.kind, pair.new.kind) == ("share", "share"):
        in_percent = [any(sign in each.raw.casefold() for sign in _PERCENT) for each in (pair.old, pair.new)]
        return in_percent[0] != in_percent[1] and abs(float(_value(pair.old)) - float(_value(pair.new))) < _ROUNDED
    if (pair.old.kind, pair.new.kind) != ("span", "span"):
        return False
    one, other = _days(pair.old), _days(pair.new)
    units = pair.old.key.partition(" ")[2], pair.new.key.partition(" ")[2]
    return units[0] != units[1] and abs(one - other) <= _NEAR * max(one, other)


def _days(token: Token) -> float:
    amount, _, unit = token.key.removeprefix("span:").partition(" ")
    return float(amount) * IN_DAYS[unit]
