"""The order of words that changes nothing: of a list, of who does what, of what is said of a noun before or behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from twolane.meaning.acts import CLASSES, NOUNS_TOO
from twolane.meaning.agents import is_person
from twolane.meaning.tokens import Sort, Token
from twolane.meaning.word_sets import word_set

_LONGEST = 8
"""So many words before a comma may go behind the rest."""
_ONE_OF_IT = frozenset(
    (
        "deadline by",
        "by",
        "in",
        "on",
        "at",
        "for",
        "time before",
        "time after",
        "time within",
        "condition if",
        "when",
        "time until",
    )
)
_DATED = frozenset(("date", "weekday", "time"))
_BEFORE_TIMES = frozenset(("at", "on", "in", ","))
_SEPARATORS = frozenset((",", "joint and", "joint or"))
_TELLS_ORDER = word_set("then ordinal:1 ordinal:2 afterwards later finally next")


def same_order(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """Whether two texts of the same words say the same in another order."""
    one, other = _straight(old), _straight(new)
    if _keys(one) == _keys(other):
        return True
    return _lists_alike(one, other)


def _keys(tokens: Sequence[Token]) -> list[str]:
    return [token.key for token in tokens if token.sort is not Sort.BREAK]


def _straight(tokens: Sequence[Token]) -> list[Token]:
    """One order for all that may be said in several: the phrase in front goes last, what is done to a thing by
    somebody is what somebody does, and “the list of users” is “the user list”."""
    found = [token for token in tokens if token.sort is not Sort.FILLER and token.key not in (".", "-", ":", "!", "?")]
    found = _last_what_was_fronted(found)
    found = [token for at, token in enumerate(found) if token.kind != "subject" and not _is_passive(found, at)]
    found = _without_of(_active(_adverbs_behind(found)))
    return _times_in_order(_written_behind(_participles_behind(_rate_behind(found))))


def _is_passive(found: Sequence[Token], at: int) -> bool:
    """Whether a “be” only helps a participle, which says the same without it: who was called has not called."""
    if found[at].key != "be" or at + 1 == len(found) or found[at + 1].form != "ed":
        return False
    return at == 0 or not is_person(found[at - 1])


def _participles_behind(found: list[Token]) -> list[Token]:
    """“Signed contract” as “contract signed”, wherever a phrase begins with it."""
    settled: list[Token] = []
    at = 0
    while at < len(found):
        end = _noun_behind(found, at + 1)
        if _is_participle(found, at) and not _is_joined(found, at, end):
            settled += [*found[at + 1 : end], found[at]]
            at = end
        else:
            settled.append(found[at])
            at += 1
    return settled


def _is_participle(found: Sequence[Token], at: int) -> bool:
    before = found[at - 1] if at else None
    opened = before is None or before.sort is Sort.PREPOSITION or before.key in ("÷", "median", "average", "mean")
    return opened and found[at].sort is Sort.WORD and found[at].form == "ed"


def _is_joined(found: Sequence[Token], at: int, end: int) -> bool:
    """Whether a list begins or ends there: whose participle it is, nobody can show."""
    return any(token.kind == "joint" or token.key in _SEPARATORS for token in (*found[:at], *found[end : end + 1]))


def _written_behind(found: list[Token]) -> list[Token]:
    """“A written price” as “a price in writing”."""
    at = next((place for place, token in enumerate(found) if token.key in ("written", "verbal")), None)
    if at is None or at + 1 == len(found):
        return found
    end = _noun_behind(found, at + 1)
    if end < len(found) and _acts(found, end) and found[end].form == "ed":
        return found
    return [*found[:at], *found[at + 1 : end], found[at], *found[end:]]


def _rate_behind(found: list[Token]) -> list[Token]:
    """“Monthly recurring revenue” as “recurring revenue per month”."""
    rates = [at for at, token in enumerate(found) if token.kind == "rate"]
    if len(rates) != 1 or rates[0] + 1 == len(found):
        return found
    (at,) = rates
    end = _noun_behind(found, at + 1)
    return [*found[:at], *found[at + 1 : end], found[at], *found[end:]]


def _times_in_order(found: list[Token]) -> list[Token]:
    """“At 2 pm on 12 March” as “on 12 March at 2 pm”."""
    settled = [token for at, token in enumerate(found) if not (token.key in _BEFORE_TIMES and _is_dated(found, at + 1))]
    for at in range(len(settled) - 1):
        one, other = settled[at], settled[at + 1]
        if one.kind in _DATED and other.kind in _DATED and one.key > other.key:
            settled[at], settled[at + 1] = other, one
    return settled


def _last_what_was_fronted(found: list[Token]) -> list[Token]:
    comma = next((at for at, token in enumerate(found) if token.key == ","), 0)
    if found and 0 < comma <= _LONGEST and found[0].key in _ONE_OF_IT and not _listed(found[comma + 1 :]):
        return [*found[comma + 1 :], *found[:comma]]
    return found


def _listed(tokens: Sequence[Token]) -> bool:
    return any(token.key == "," for token in tokens)


def _adverbs_behind(found: list[Token]) -> list[Token]:
    settled = list(found)
    for at in range(len(settled) - 1):
        if _is_adverb(settled[at]) and settled[at + 1].key in CLASSES and settled[at + 1].form:
            settled[at], settled[at + 1] = settled[at + 1], settled[at]
    return settled


def _is_adverb(token: Token) -> bool:
    return token.sort is Sort.WORD and token.raw.casefold().endswith("ly") and len(token.raw) > 4


def _is_dated(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind in _DATED


def _active(found: list[Token]) -> list[Token]:
    """“The contract is signed by the CFO” as “the CFO signs the contract”."""
    for at, token in enumerate(found):
        done = token.sort is Sort.WORD and token.form == "ed" and token.key in CLASSES
        if not done or at + 2 > len(found) - 1 or found[at + 1].key != "by":
            continue
        end = next((to for to in range(at + 2, len(found)) if _ends_phrase(found[to])), len(found))
        helped = at > 0 and found[at - 1].key == "be"
        thing = found[: at - 1 if helped else at]
        if thing and end > at + 2 and not any(each.sort in (Sort.MARK, Sort.BREAK) for each in thing):
            return [*found[at + 2 : end], token, *thing, *found[end:]]
    return found


def _ends_phrase(token: Token) -> bool:
    return token.sort in (Sort.PREPOSITION, Sort.MARK, Sort.BREAK, Sort.FIGURE)


def _without_of(found: list[Token]) -> list[Token]:
    """“The lawyer of the buyer” as “the buyer's lawyer”, as often as there is an “of”."""
    tokens = [token for token in found if token.key != "'s"]
    for _ in range(4):
        at = next((place for place, token in enumerate(tokens) if token.key in ("of", "for")), None)
        if (
            at is None
            or at == 0
            or (tokens[at].key == "for" and at + 1 < len(tokens) and tokens[at + 1].sort is Sort.ACTOR)
        ):
            return tokens
        begin, end = _noun_before(tokens, at), _noun_behind(tokens, at + 1)
        if begin == at or end == at + 1:
            return tokens
        tokens = [*tokens[:begin], *tokens[at + 1 : end], *tokens[begin:at], *tokens[end:]]
    return tokens


def _noun_before(tokens: Sequence[Token], at: int) -> int:
    """Where the noun before ``at`` begins, with what stands before it."""
    begin = at
    while begin > 0 and tokens[begin - 1].sort in (Sort.WORD, Sort.ACTOR) and not _acts(tokens, begin - 1):
        begin -= 1
    return begin


def _acts(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    named = at + 1 < len(tokens) and tokens[at + 1].key == "of" and token.key in NOUNS_TOO
    return (token.key in CLASSES and not named and (at == 0 or token.key not in NOUNS_TOO)) or token.key in (
        "be",
        "have",
    )


def _noun_behind(tokens: Sequence[Token], at: int) -> int:
    end = at
    while end < len(tokens) and _is_of_noun(tokens[end]) and not _acts(tokens, end):
        end += 1
    return end - 1 if end > at and tokens[end - 1].kind == "rate" else end


def _is_of_noun(token: Token) -> bool:
    return token.sort in (Sort.WORD, Sort.ACTOR, Sort.FIGURE) and token.key != "÷"


def _lists_alike(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """Whether both list the same things with the same “and” or “or”, in another order."""
    if any(token.key in _TELLS_ORDER or token.kind == "time" for token in old):
        return False
    one, other = _items(old), _items(new)
    joints = [sorted({token.key for token in each if token.kind == "joint"}) for each in (old, new)]
    if len(one) < 2 or len(one) != len(other) or joints[0] != joints[1] or len(joints[0]) > 1:
        return False
    ahead, behind = _common(one[0], other[0]), _common(one[-1][::-1], other[-1][::-1])
    cuts = ((front, back) for front in range(ahead + 1) for back in range(behind + 1))
    return any(_cut(one, *each) == _cut(other, *each) for each in cuts)


def _cut(items: Sequence[tuple[str, ...]], front: int, back: int) -> Counter[tuple[str, ...]]:
    """The items of a list without what stands before all and behind all of them."""
    first, *rest = items
    *rest, last = first[front:], *rest
    return Counter([*rest, last[: len(last) - back]])


def _items(tokens: Sequence[Token]) -> list[tuple[str, ...]]:
    items: list[list[str]] = [[]]
    for token in tokens:
        if token.key in _SEPARATORS:
            items.append([])
        elif token.sort is not Sort.BREAK:
            items[-1].append(token.key)
    return [tuple(item) for item in items if item]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count
