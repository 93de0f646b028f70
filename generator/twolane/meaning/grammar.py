"""Grammar that changes nothing: endings of verbs, the order of a list, what is said from behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from twolane.meaning.acts import CLASSES, NOUNS_TOO
from twolane.meaning.aligning import Alignment
from twolane.meaning.tokens import Sort, Token
from twolane.meaning.word_sets import word_set

_NUMBERLESS = frozenset(("scope all", "scope any", "negation not"))
_LONGEST = 8
"""So many words before a comma may go behind the rest."""
_STATES = word_set("be have need own want know like belong contain use work live exist cost depend")
"""Verbs of what lasts: what somebody had, they have no longer."""
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
_SEPARATORS = frozenset((",", "joint and", "joint or"))
_TELLS_ORDER = word_set("then ordinal:1 ordinal:2 afterwards later finally next")


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
    found = [token for token in found if token.kind != "subject"]
    return _participle_behind(_without_of(_active(_adverbs_behind(found))))


def _participle_behind(found: list[Token]) -> list[Token]:
    """“Signed contract” as “contract signed”."""
    if not found or found[0].form != "ed" or found[0].sort is not Sort.WORD or _joins(found):
        return found
    end = _noun_behind(found, 1)
    return [*found[1:end], found[0], *found[end:]]


def _joins(found: Sequence[Token]) -> bool:
    return any(token.kind == "joint" for token in found)


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
    while end < len(tokens) and tokens[end].sort in (Sort.WORD, Sort.ACTOR, Sort.FIGURE) and not _acts(tokens, end):
        end += 1
    return end


def _lists_alike(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """Whether both list the same things with the same “and” or “or”, in another order."""
    if any(token.key in _TELLS_ORDER or token.kind == "time" for token in old):
        return False
    one, other = _items(old), _items(new)
    joints = [sorted({token.key for token in each if token.kind == "joint"}) for each in (old, new)]
    if len(one) < 2 or len(one) != len(other) or joints[0] != joints[1] or len(joints[0]) > 1:
        return False
    ahead = _common(one[0], other[0])
    one[0], other[0] = one[0][ahead:], other[0][ahead:]
    behind = _common(one[-1][::-1], other[-1][::-1])
    if behind:
        one[-1], other[-1] = one[-1][:-behind], other[-1][:-behind]
    return Counter(one) == Counter(other)


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
