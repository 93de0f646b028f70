"""Settles what only the neighbours of a token tell: who is the subject, which “by” is a deadline, what is a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twolane.meaning.actors import GENERIC_BUYERS
from twolane.meaning.acts import CLASSES
from twolane.meaning.figure_words import UNITS
from twolane.meaning.tokens import Sort, Token
from twolane.meaning.word_sets import word_set

_ONE = Token("number:1", "one", Sort.FIGURE, kind="number")
_BOUNDS = {"over": "bound >", "above": "bound >", "under": "bound <", "below": "bound <"}
_DATED = frozenset(("date", "weekday", "when", "time"))
_SAID_TO = word_set("give say send share show provide offer name forward return explain allow help submit")
_RANGED = frozenset(("share", "money", "times", "span"))
_FRONTED = 6
"""So long is what stands in front of a sentence, with its comma: “By Friday, …”."""
_BETWEEN = frozenset(("-", "to", "joint and", "joint or"))


def settled(found: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of a text, each as its neighbours tell."""
    tokens = _sent_back(_between(_ranges(_bounds_before_figures(found))))
    return tuple(_settled(token, tokens, at) for at, token in enumerate(tokens))


def _ranges(found: Sequence[Token]) -> list[Token]:
    """“10 to 15 %”, “10–15 %” and “between 10 and 15 %” are one range, of which both ends are shares."""
    tokens = list(found)
    for at in range(len(tokens) - 2):
        first, sign, second = tokens[at : at + 3]
        if first.sort is not Sort.FIGURE or second.sort is not Sort.FIGURE or sign.key not in _BETWEEN:
            continue
        if first.kind == "number" and second.kind in _RANGED:
            tokens[at] = _as(first, second)
        opened = tokens[at - 1].key if at else ""
        if sign.key == "-" or (sign.key == "to" and first.kind == "number") or opened in ("from", "between"):
            tokens[at + 1] = Token("range ..", sign.raw, Sort.MARK, kind="range")
            if opened in ("from", "between"):
                tokens[at - 1] = replace(tokens[at - 1], key="", sort=Sort.FILLER)
    return tokens


def _as(first: Token, second: Token) -> Token:
    """The first end of a range in the unit of the second."""
    value = first.key.partition(":")[2]
    if second.kind == "span":
        unit = next((each for each in second.raw.split() if each in UNITS), "")
        factor = UNITS[unit][1] if unit else 1
        value = f"{float(value) * factor:g} {second.key.partition(' ')[2]}"
    elif second.kind == "money":
        value = f"{value} {second.key.partition(' ')[2]}"
    return Token(f"{second.kind}:{value}", first.raw, Sort.FIGURE, kind=second.kind)


def _between(found: list[Token]) -> list[Token]:
    """“Between the call and the order” is “from the call to the order”."""
    for at, token in enumerate(found):
        if token.key != "between":
            continue
        to = next((place for place in range(at + 1, min(at + 7, len(found))) if found[place].key == "joint and"), None)
        if to is not None:
            found[at] = replace(token, key="from")
            found[to] = Token("to", found[to].raw, Sort.PREPOSITION)
    return found


def _sent_back(found: list[Token]) -> list[Token]:
    """“Sends the signed form back” is “returns the signed form”."""
    for at, token in enumerate(found):
        if token.key not in ("send", "give", "hand") or token.sort is not Sort.WORD:
            continue
        clause = range(at + 1, min(at + _FRONTED + 2, len(found)))
        ends = next((place for place in clause if found[place].sort in (Sort.BREAK, Sort.MARK, Sort.PREPOSITION)), None)
        back = next((place for place in clause if found[place].key == "back" and (ends is None or place < ends)), None)
        if back is not None:
            found[at] = replace(token, key="return")
            found[back] = replace(found[back], sort=Sort.FILLER)
    return found


def _settled(token: Token, found: Sequence[Token], at: int) -> Token:
    before = found[at - 1] if at else None
    after = found[at + 1] if at + 1 < len(found) else None
    if _says_nothing(token, found, at):
        return Token(token.raw.casefold(), token.raw, Sort.FILLER)
    if token.key in _BOUNDS and after and after.sort is Sort.FIGURE:
        return Token(_BOUNDS[token.key], token.raw, Sort.MARK, kind="bound")
    if token.key == "by" and after and (after.kind in _DATED or after.key in ("end", "the", "start", "begin")):
        dated = after.kind in _DATED or any(each.kind in _DATED for each in found[at + 1 : at + 6])
        return Token("deadline by", token.raw, Sort.MARK, kind="deadline") if dated else token
    if token.key == "one" and before and before.kind == "bound":
        return _ONE
    if token.key in GENERIC_BUYERS and (not token.form or token.key == "@they") and _is_subject(found, at):
        return Token("@buyer", token.raw, Sort.ACTOR, kind="subject")
    if token.key == "be" and after and after.form == "ing":
        return Token("plan under way", token.raw, Sort.MARK, kind="plan")
    return token


def _says_nothing(token: Token, found: Sequence[Token], at: int) -> bool:
    """Whether a token says nothing where it stands: a “them”, an “us” that is told, “number of”, a helping “have”."""
    said = token.raw.casefold()
    if token.key == "@they":
        return said == "them"
    if token.key == "number":
        return at + 1 < len(found) and _counts_anyway(found, at)
    if token.key == "have":
        return _verb_near(found, at)
    if said == "got":
        return at > 1 and found[at - 1].kind == "negation" and found[at - 2].key == "have"
    return _is_said_to_us(found, at)


def _is_said_to_us(found: Sequence[Token], at: int) -> bool:
    """Whether an “us” or “to us” only names whom everything is sent and told: send us the list, send the list to us."""
    token, before = found[at], found[at - 1] if at else None
    if token.key == "to":
        behind = at + 1 < len(found) and found[at + 1].raw.casefold() == "us"
        return behind and _said(found, at)
    if token.key != "@we" or token.raw.casefold() != "us" or before is None:
        return False
    return before.key in _SAID_TO or (before.key == "to" and _said(found, at - 1))


def _said(found: Sequence[Token], at: int) -> bool:
    """Whether a verb of giving or telling opens the clause before ``at``, and nobody else is told."""
    begin = next((place + 1 for place in range(at - 1, -1, -1) if found[place].sort is Sort.BREAK), 0)
    clause = found[begin:at]
    verb = next(
        (place for place, each in enumerate(clause) if each.key in _SAID_TO and each.form in ("s", "ed", "")), -1
    )
    return verb >= 0 and not any(each.sort in (Sort.ACTOR, Sort.MARK) for each in clause[verb + 1 :])


def _counts_anyway(found: Sequence[Token], at: int) -> bool:
    """Whether what follows is counted without “number of” too: a median, an average of days, so many a month."""
    if not found[at].raw.casefold().endswith(" of"):
        return False
    before, after = found[at - 1].key if at else "", found[at + 1].raw.casefold()
    if at == 0:
        return any(token.kind == "rate" for token in found)
    return before == "median" or (before in ("average", "mean") and after in UNITS)


def _verb_near(found: Sequence[Token], at: int) -> bool:
    """Whether a participle follows the helping verb at once, or behind “not” or an adverb."""
    for each in found[at + 1 : at + 3]:
        if each.form == "ed":
            return each.raw.casefold() != "got"
        if each.kind not in ("negation",) and not each.key.endswith("ly") and each.sort is not Sort.FILLER:
            return False
    return False


def _is_subject(found: Sequence[Token], at: int) -> bool:
    before = [each for each in found[:at] if each.sort is not Sort.FILLER]
    fronted = bool(before) and before[-1].key == "," and len(before) <= _FRONTED
    if before and before[-1].key not in (".", ";", "\n", ":") and not fronted:
        return False
    after = found[at + 1] if at + 1 < len(found) else None
    return after is not None and (
        (after.sort is Sort.MARK and after.kind in ("duty", "plan", "negation", "often"))
        or (after.sort is Sort.WORD and (after.form in ("s", "ed") or after.key in ("be", "have", *CLASSES)))
    )


def _bounds_before_figures(found: Sequence[Token]) -> list[Token]:
    """With what stands behind a figure and limits it in front of it: “3 or more” is “at least 3”."""
    settled: list[Token] = []
    for at, token in enumerate(found):
        behind = token.key.endswith(" behind")
        ahead = found[at + 1].sort if at + 1 < len(found) else None
        if token.kind == "bound" and (behind or ahead is not Sort.FIGURE):
            place = next((to for to in range(len(settled) - 1, -1, -1) if settled[to].sort is Sort.FIGURE), None)
            if place is not None and len(settled) - place <= 4:
                settled.insert(place, Token(token.key.removesuffix(" behind"), token.raw, Sort.MARK, kind="bound"))
                continue
        settled.append(token)
    return settled
