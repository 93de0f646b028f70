"""Tells from the words of an exit criterion whether it is the seller's act.

The text stands behind `buyer:`, so a verb without a subject (“Signs the contract”) is the buyer's. It is ours
where the subject is one of us, where it is an order to us, or where one of our things had something done to it and
nobody says by whom. In doubt it is the buyer's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from twolane.checks import seller_words as words

_LONGEST = 300
"""Characters of a criterion that are read; whoever acts is named before."""


def is_seller_act(text: str, sellers: Iterable[str] = (), buyers: Iterable[str] = ()) -> bool:
    """Whether ``text`` says what we do; ``sellers`` and ``buyers`` are the names of the roles on both sides."""
    plain = " ".join(re.sub(r"[*_`“”\"]", "", text[:_LONGEST].lower().replace("’", "'")).split())
    grammar = _grammar(frozenset(map(_spoken, sellers)), frozenset(map(_spoken, buyers)))
    return grammar.is_seller_act(plain)


def _spoken(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").split())


@lru_cache(maxsize=64)
def _grammar(sellers: frozenset[str], buyers: frozenset[str]) -> _Grammar:
    return _Grammar(sellers, buyers)


class _Grammar:
    """The patterns for one playbook, whose roles are among the subjects."""

    def __init__(self, sellers: frozenset[str], buyers: frozenset[str]) -> None:
        buyer = _any({*_list(words.BUYERS), *buyers})
        seller = _any({*_list(words.SELLERS), *sellers} - buyers)
        thing = _any(each for group in words.THINGS for each in _list(group))
        self._known, self._have = _found_out()
        self._we = re.compile(
            rf"(?:(?:we|i)(?:'ve|'ll|'re)?|(?:the |our |a )?{seller}) {_AUX}"
            rf"(?:{_verbs(words.ACTS)}|(?:is|are|am|be) (?:\w+ly )?(?:{_gerunds(words.ACTS)}))\b"
        )
        self._and_they = re.compile(rf"(?:\b(?:and|then|until|that|which)|[,;.]) (?:the |their )?{buyer}\b")
        self._reached = re.compile(
            rf"(?:(?:the |a )?{buyer} )?(?:(?:is|are|was|were|has been|have been|gets|got) (?:\w+ly )?"
            rf"(?:{_participles(words.REACHED)}\b|(?:{_participles(words.HANDED)}) (?:\w+ ){{0,3}}?{thing}\b)"
            rf"|(?:receive[sd]?|has received|have received) (?:the |a |our )?(?:\w+ )?{thing}\b)"
        )
        self._bare = re.compile(
            rf"(?:the |a )?{buyer} (?:{_participles(words.REACHED)})(?: (?:by|via|with|about|on|in|for)\b.*)?[.!]?$"
        )
        self._buyer = re.compile(rf"(?:the |a |their )?{buyer}\b(?! {thing}\b)")
        self._order = re.compile(
            rf"(?:{_any(_list(words.ALWAYS))}\b"
            rf"|(?:{_orders(words.COMMANDS)}) (?!{_PREPOSITION})(?:[\w-]+ ){{0,4}}?{thing}\b"
            rf"|(?:{_orders(words.MOVES)}) (?:the |a |our )?{buyer}\b)"
        )
        self._done = [
            re.compile(
                rf"{_BEFORE}{_any(_list(group))}(?: {_PREPOSITION}(?: [^ ]+){{1,5}}?)?"
                rf"(?: (?:has|have) been| has| is| are| was| were)?(?: \w+ly| already| now)* (?:{_participles(done)})\b"
            )
            for group, done in words.THINGS.items()
        ]
        self._thing = re.compile(rf"{thing}\b")

    def is_seller_act(self, text: str) -> bool:
        if self._we.match(text) or self._have.match(text):
            return not self._and_they.search(text)
        if self._known.match(text):
            return True
        if _ADMINISTRATION.search(text) and not _THEIRS.search(text):
            return True
        if _BY_OTHERS.search(text) or _INSIDE.search(text):
            return False
        if self._reached.match(text) or self._bare.match(text):
            return not _ANSWERS.search(text)
        if self._buyer.match(text) or self._is_verb_of_buyer(text):
            return False
        return self._is_ours(text) and not _ANSWERS.search(text)

    def _is_ours(self, text: str) -> bool:
        if any(pattern.match(text) for pattern in self._done):
            return True
        return bool(self._order.match(text)) and not _TO_US.search(text)

    def _is_verb_of_buyer(self, text: str) -> bool:
        """Whether the text begins with a verb of the third person, whose subject is the buyer."""
        first = text.split(" ", 1)[0].strip(",.;:")
        return first.endswith("s") and first not in _NOUNS_IN_S and not self._thing.match(text)


def _found_out() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says that we have found something out: “budget confirmed”, and “we have a champion”."""
    known, held = _any(_list(words.KNOWN)), _any((*_list(words.KNOWN), *_list(words.HELD)))
    state = _any(_list(words.STATES))
    known_now = re.compile(
        rf"(?:(?:the|their|a|our) )?(?:\w+ )?{known}(?:(?:,| and|, and|/) ?(?:the |their )?{known})*"
        rf" (?:(?:is|are|was|were|has been|have been) )?(?:(?:\w+ly|now|already) )?{state}[.!]?$"
    )
    we_have = re.compile(
        rf"we(?:'ve| have)(?: got)? (?:(?:now|already|found|at least) )*(?:(?:a|an|the|our|their|one|two|all) )*"
        rf"(?:\w+ )?{held}(?:(?: and| or|,) (?:a |the |their )?{held})*"
        rf"(?: (?:at|in|inside|within|for|to|of) .*)?[.!]?$"
        rf"|we(?:'re| are) (?:now |already )?in (?:contact|touch)\b"
    )
    return known_now, we_have


_NOUNS_IN_S = frozenset(("sales", "business", "process", "needs", "discuss", "express", "address", "success"))


def _list(text: str) -> list[str]:
    return [each.strip() for each in text.split(",")]


def _any(names: Iterable[str]) -> str:
    """A pattern for any of the names, the longest first, also in the plural and with hyphens for spaces."""
    ordered = sorted(set(filter(None, names)), key=lambda name: (-len(name), name))
    return "(?:" + "|".join(re.escape(name).replace(r"\ ", "[ -]") for name in ordered) + ")s?"


def _forms(verb: str) -> list[str]:
    """The base form and all others, the participle and -ing last."""
    if verb in words.IRREGULAR:
        return [verb, *(form.replace("/", " ") for form in words.IRREGULAR[verb].split())]
    if verb.endswith("e"):
        return [verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    return [verb, f"{verb}{'es' if verb.endswith(('s', 'sh', 'ch')) else 's'}", f"{verb}ed", f"{verb}ing"]


def _participle(verb: str) -> str:
    return verb if verb in ("run", "read") else _forms(verb)[-2]


def _verbs(names: str) -> str:
    return "|".join(form for verb in _list(names) for form in _forms(verb)[:-1])


def _gerunds(names: str) -> str:
    return "|".join(_forms(verb)[-1] for verb in _list(names))


def _participles(names: str) -> str:
    return "|".join(_participle(verb) for verb in _list(names))


def _orders(names: str) -> str:
    """The base form and the form in -ing, as an order is written."""
    return "|".join(form for verb in _list(names) for form in (verb, _forms(verb)[-1]))


_AUX = r"(?:(?:have|has|had|will|can|could|must|should|did|already|also|both|\w+ly) )*?"
_PREPOSITION = r"(?:for|with|of|to|on|about|at|in|from|by|after|before)\b"
_BEFORE = rf"(?:(?!{_any(_list(words.NOT_OURS))}\b)[\w/&-]+ ){{0,4}}?"
_ANSWERS = re.compile(
    rf"\b(?:{'|'.join(form for verb in _list(words.ANSWERS) for form in _forms(verb)[1:-1])}|feedback)\b"
)
_BY_OTHERS = re.compile(rf"\bby (?!(?:{_any(_list(words.OUR_WAYS))}|\d+|\w+ing)\b)")
_INSIDE = re.compile(rf"\binternally\b|\b(?:to|with|before|at|in) (?:the |their |its )*{_any(_list(words.INSIDE))}\b")
_TO_US = re.compile(r"\b(?:us|me)\b|^\w+ (?:their|his|her|its)\b")
_KEPT = _verbs("log, enter, record, update, document")
_ADMINISTRATION = re.compile(rf"\b(?:{_KEPT})\b.*\bcrm\b|\bcrm\b.*\b(?:{_KEPT})\b")
_THEIRS = re.compile(r"\b(?:their|his|her) (?:own )?crm\b")
