"""What shows that a text says something else than another; each reason is a phrase that whoever sells understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twolane.meaning.actors import GENERIC_BUYERS
from twolane.meaning.acts import CLASSES, NEAR, NOUNS_TOO
from twolane.meaning.aligning import Alignment, Chunk
from twolane.meaning.figure_changes import Pair
from twolane.meaning.opposites import OPPOSITES, THINGS, WEIGHTY
from twolane.meaning.other_actors import other_actors
from twolane.meaning.reasons import Reason
from twolane.meaning.states import other_states
from twolane.meaning.tokens import Sort, Token
from twolane.meaning.word_forms import word_form

_MUCH, _HALF, _PART = 0.6, 0.45, 0.3
"""From so much on that both texts share, a mark that only one of them has means what it says."""

_SHOWN = {
    "scope": 0.75, "negation": _HALF, "exception": _HALF, "condition": _MUCH, "with": _HALF, "time": _MUCH,
    "bound": 0.4, "duty": _HALF, "often": _HALF, "plan": 0.4, "deadline": 0.75, "order": 0.75,
}  # fmt: skip
_MAY_MEAN_LITTLE = frozenset(
    ("scope some", "duty must", "duty mandatory", "duty can", "condition if", "time during", "scope both",
     "exception including", "time since", "scope any",
     "scope one of")
)  # fmt: skip
"""Marks of which one more or less may be another way of saying the same."""
_LIKE = frozenset(
    frozenset(pair)
    for pair in (
        ("time before", "deadline by"), ("time within", "deadline by"), ("duty must", "duty mandatory"),
        ("duty may", "duty optional"), ("duty can", "duty may"), ("plan will", "plan plan"), ("plan plan", "plan hope"),
        ("plan asked", "plan will"), ("plan will", "plan pending"), ("plan plan", "plan pending"),
        ("negation not", "negation no longer"), ("negation not", "negation not yet"), ("plan will", "plan promise"),
        ("negation not", "negation neither"), ("negation not", "with without"), ("negation not", "negation nobody"),
        ("negation not", "negation nothing"), ("negation not", "negation never"), ("scope some", "scope any"),
        ("scope one of", "scope any"), ("scope one of", "scope either"),
        ("time until", "deadline by"), ("duty need not", "duty optional"),
        ("condition if", "time after"), ("condition unless", "exception except"), ("plan plan", "plan willing"),
        ("plan hope", "plan willing"), ("plan agree", "plan willing"), ("plan agree", "plan promise"),
        ("duty should", "duty must not"), ("negation never", "duty must not"),
    )
)  # fmt: skip
"""Marks of which one in the place of another has to be read."""
_ANYBODY = GENERIC_BUYERS | {"@we", "@you"}
_VAGUE = frozenset(("plan would", "plan under way"))
"""Marks that say little in the place of another."""


def reasons(both: Alignment, figures: Sequence[Pair], owners: Sequence[Reason] = ()) -> tuple[Reason, ...]:
    """What shows that the new text says something else; empty where nothing does.

    ``figures`` are those that changed, ``owners`` what is said of whose something is.
    """
    old, new = both.left()
    found = dict.fromkeys(
        (
            *_figures(figures),
            *_marks(both, old, new),
            *other_actors(both, old, new),
            *owners,
            *_opposites(both, old, new),
            *other_states(old, new),
            *_weight(both, old, new),
            *_more(both),
            *_things(both),
            *_acts(both),
        )
    )
    words = [[token for token in each if token.sort is not Sort.MARK] for each in (old, new)]
    twice = _turned(old, new) and any(_opposites(both, *words))
    return () if twice and not figures else tuple(found)


def _turned(old: Sequence[Token], new: Sequence[Token]) -> bool:
    return sum(token.kind == "negation" for token in old) != sum(token.kind == "negation" for token in new)


def _figures(pairs: Sequence[Pair]) -> Iterator[Reason]:
    for pair in pairs:
        alone = pair.old is None or pair.new is None
        if _is(pair, Sort.FIGURE) and not (alone and _says_little(pair)):
            yield Reason("figure", _raw(pair.old), _raw(pair.new))


def _says_little(pair: Pair) -> bool:
    """Whether a figure that only one text has may be said in other words there: how often, or a “today”."""
    return any(each.kind == "rate" or each.key == "when:today" for each in (pair.old, pair.new) if each)


def _is(pair: Pair, sort: Sort) -> bool:
    return any(each is not None and each.sort is sort for each in (pair.old, pair.new))


def _raw(token: Token | None) -> str:
    return token.raw if token else ""


def _marks(both: Alignment, old: Sequence[Token], new: Sequence[Token]) -> Iterator[Reason]:
    """Words that turn or limit a sentence, and that only one text has, or that became another."""
    gone = [token for token in old if token.sort is Sort.MARK]
    came = [token for token in new if token.sort is Sort.MARK]
    for one in list(gone):
        other = next((each for each in came if _opposed(one, each, both.shared)), None)
        if other is not None:
            gone.remove(one)
            came.remove(other)
            if frozenset((one.key, other.key)) not in _LIKE and not {one.key, other.key} & _VAGUE:
                yield Reason("word", one.raw, other.raw)
    yield from _unfinished(both, old, new)
    others = {token.key for token in (*old, *new)}
    yield from (Reason("word", one.raw) for one in gone if _shows(one, both, others))
    yield from (Reason("word", "", one.raw) for one in came if _shows(one, both, others))


def _unfinished(both: Alignment, old: Sequence[Token], new: Sequence[Token]) -> Iterator[Reason]:
    """What was done and is being done now, or the other way round."""
    if not any(token.key == "plan under way" for token in (*old, *new)):
        return
    for at, to in both.pairs:
        if {both.old[at].form, both.new[to].form} == {"ed", "ing"}:
            yield Reason("word", both.old[at].raw, both.new[to].raw)


def _opposed(one: Token, other: Token, shared: float) -> bool:
    """Whether one mark stands for the other."""
    alike = one.kind == other.kind or frozenset((one.key, other.key)) in _LIKE
    either = {one.kind, other.kind}
    return alike or (shared >= _HALF and either in ({"condition", "exception"}, {"time", "deadline"}))


def _shows(mark: Token, both: Alignment, others: set[str]) -> bool:
    if mark.key in _MAY_MEAN_LITTLE | _VAGUE or both.shared < _SHOWN.get(mark.kind, 2.0):
        return False
    if mark.key == "plan will" and any(_asks(mark, text) for text in (both.old, both.new)):
        return False
    return not (mark.key in ("time within", "time until", "time after") and {"in", "to"} & others)


def _asks(mark: Token, text: Sequence[Token]) -> bool:
    """Whether a text is a question that begins with the mark: will they …?"""
    return len(text) > 1 and text[0] == mark and text[1].sort is Sort.ACTOR


def _opposites(both: Alignment, old: Sequence[Token], new: Sequence[Token]) -> Iterator[Reason]:
    if both.shared < 0.25 and max(len(both.old), len(both.new)) > 4:
        return
    for one in old:
        for other in new:
            if any(frozenset(pair) in OPPOSITES for pair in _names(one, other)):
                yield Reason("word", one.raw, other.raw)


def _names(one: Token, other: Token) -> Iterator[tuple[str, str]]:
    old, new = one.raw.casefold(), other.raw.casefold()
    yield old, new
    yield word_form(old)[0], word_form(new)[0]
    yield _plain(one), _plain(other)


def _plain(token: Token) -> str:
    return token.key.removeprefix("@").rpartition(" ")[2]


def _weight(both: Alignment, old: Sequence[Token], new: Sequence[Token]) -> Iterator[Reason]:
    """Words that restrict what they stand with, where only one text has them."""
    alone = {token.key for token in (*old, *new)}
    for chunk in both.chunks:
        if not chunk.old or not chunk.new:
            heavy = (each for each in chunk.new or chunk.old if each.key in alone and _is_weighty(each))
            for token in heavy if len(chunk.new or chunk.old) <= 2 else ():
                yield _one_sided(token.raw, bool(chunk.new))
        for one, other in _side_by_side(chunk):
            if one.key in WEIGHTY and other.key in WEIGHTY:
                yield Reason("word", one.raw, other.raw)


def _one_sided(text: str, new: bool) -> Reason:
    return Reason("word", "", text) if new else Reason("word", text)


def _is_weighty(token: Token) -> bool:
    return token.key in WEIGHTY or token.raw.casefold() in WEIGHTY


def _side_by_side(chunk: Chunk) -> Iterator[tuple[Token, Token]]:
    if len(chunk.old) == len(chunk.new) == 1:
        yield chunk.old[0], chunk.new[0]


def _more(both: Alignment) -> Iterator[Reason]:
    """What one text demands, or whom it names, beyond all that the other says too."""
    left = both.left()
    if [len(each) for each in left].count(0) == 1 and len(both.chunks) > 1:
        newly = [each for each in (left[0] or left[1]) if each.sort is Sort.ACTOR and each.key not in _ANYBODY]
        yield from (_one_sided(each.raw, bool(left[1])) for each in newly)
    if len(both.chunks) != 1:
        return
    (chunk,) = both.chunks
    added = chunk.new or chunk.old
    if (chunk.old and chunk.new) or not added:
        return
    opened = added[0].key in ("with", "joint and", "joint or") or added[-1].kind == "joint"
    named = any(token.sort is Sort.ACTOR and token.key not in _ANYBODY for token in added)
    nobody = all(token.key in _ANYBODY for token in added[1:])
    if (opened and not nobody) or named:
        yield _one_sided(" ".join(token.raw for token in added), bool(chunk.new))


def _things(both: Alignment) -> Iterator[Reason]:
    """Another thing in the place of one, with the same said of both."""
    alone = len(both.old) == len(both.new) == 1
    for chunk in both.chunks if alone or both.shared >= _PART else ():
        if not chunk.old or not chunk.new or max(len(chunk.old), len(chunk.new)) > 2:
            continue
        one, other = chunk.old[-1], chunk.new[-1]
        if one.key in THINGS and other.key in THINGS and one.key != other.key:
            yield Reason("word", one.raw, other.raw)


def _acts(both: Alignment) -> Iterator[Reason]:
    """Another act: what is done first, or everything that is done, is of another class."""
    for chunk in both.chunks:
        for old, new in _side_by_side(chunk):
            if old.form != "" and old.form == new.form and _differ(old, new):
                yield Reason("word", old.raw, new.raw)
    one, other = _acts_of(both.old), _acts_of(both.new)
    if not one or not other or {each.key for each in one} & {each.key for each in other}:
        return
    if all(_differ(a, b) for a in one for b in other):
        yield Reason("word", one[0].raw, other[0].raw)


def _differ(one: Token, other: Token) -> bool:
    """Whether both are acts, and neither may be said in place of the other."""
    if one.sort is not Sort.WORD or other.sort is not Sort.WORD:
        return False
    classes = [CLASSES.get(each.key, "") for each in (one, other)]
    return "" not in classes and classes[0] != classes[1] and frozenset(classes) not in NEAR


def _acts_of(tokens: Sequence[Token]) -> list[Token]:
    return [token for at, token in enumerate(tokens) if _is_act(token, tokens[at - 1] if at else None)]


def _is_act(token: Token, before: Token | None) -> bool:
    if token.sort is not Sort.WORD or token.key not in CLASSES or token.form == "ing":
        return False
    if token.key not in NOUNS_TOO:
        return True
    began = before is None or before.sort is Sort.ACTOR or before.kind in ("duty", "plan", "joint")
    return (began and token.raw.casefold() not in ("offers",)) or (token.form == "ed" and before is not None)
