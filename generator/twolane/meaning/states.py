"""States as data: what is only ahead of somebody and what is done, and which deals a definition counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twolane.meaning.reasons import Reason
from twolane.meaning.tokens import Sort, Token
from twolane.meaning.word_forms import word_form
from twolane.meaning.word_sets import word_set

_AHEAD = word_set(
    "plan propose request schedule invite quote draft announce expect intend consider discuss promise await negotiate "
    "suggest estimate forecast prepare outline sketch demand arrange postpone invoice apply nominate recommend"
)
_PHRASES_AHEAD = frozenset(("under negotiation", "pending"))
_PHRASES_DONE = frozenset(("on file",))
_DONE = word_set(
    "complete finish receive approve grant sign countersign pay attend order hold accept deliver install train pass "
    "decide win visit inspect test build publish ship unload migrate activate"
)
_MAY_BE_ONE = frozenset(
    frozenset(pair.split("/"))
    for pair in word_set(
        "plan/decide schedule/decide arrange/decide outline/decide propose/order request/order demand/order "
        "accept/arrange accept/schedule approve/arrange prepare/complete prepare/finish draft/complete announce/decide "
        "announce/publish recommend/approve prepare/build draft/finish outline/complete arrange/order request/accept"
    )
)
"""Of which one may be said in the place of the other: somebody has to see."""

_PICKS = word_set("enter leave win lose open create qualify renew stall skip start disqualify churn expire reopen")
"""Verbs that pick which deals are counted; a decided deal may be a closed one, a closed one a won one."""


def other_states(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Reason]:
    """What is done in one text and only ahead in the other, or is counted otherwise."""
    for one, other in _participles(old, new):
        if _differ(_verb(one), _verb(other)):
            yield Reason("word", one.raw, other.raw)


def _participles(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    ones, others = ([token for token in each if _is_state(token)] for each in (old, new))
    if len(ones) == len(others) == 1:
        yield ones[0], others[0]


def _is_state(token: Token) -> bool:
    done = token.form == "ed" or token.key in _PHRASES_AHEAD or token.key in _PHRASES_DONE
    return token.sort is Sort.WORD and done


def _verb(token: Token) -> str:
    if token.form != "ed":
        return token.key
    return word_form(token.raw.casefold().partition(" ")[0])[0]


def _differ(one: str, other: str) -> bool:
    both = {one, other}
    if frozenset(both) in _MAY_BE_ONE or len(both) == 1:
        return False
    if both & (_AHEAD | _PHRASES_AHEAD) and both & (_DONE | _PHRASES_DONE):
        return True
    return both <= _PICKS or (bool(both & {"decide"}) and bool(both & _PICKS))
