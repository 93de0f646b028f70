"""From a text to its tokens: figures first, then actors, phrases and words, each by what it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from twolane.meaning.actors import UNCOUNTED, Called, actors, named
from twolane.meaning.acts import CLASSES, NOUNS_TOO
from twolane.meaning.figure_notation import figure
from twolane.meaning.near_synonyms import CONCEPTS
from twolane.meaning.opposites import NEGATING, PREFIXED
from twolane.meaning.phrases import PREPOSITIONS, by_first_word
from twolane.meaning.pieces import Piece, pieces
from twolane.meaning.settling import settled
from twolane.meaning.tokens import Sort, Token
from twolane.meaning.word_forms import word_form
from twolane.meaning.word_sets import word_set

_DETERMINERS = word_set("the a an our their your its his her this that these those any all each every some no")

_COUNTED_ONE = word_set("least most than exactly only minimum maximum to number")
"""What makes a figure of the “one” behind it."""
_SAID = word_set("give provide send get receive obtain")
_ACTS_SAID = word_set("confirmation approval consent")
_TO_WHAT = frozenset(("of", "to", "for", "on"))


@lru_cache(maxsize=4096)
def tokens(text: str, names: tuple[Called, ...] = ()) -> tuple[Token, ...]:
    """What the text says, token by token; ``names`` are what roles are called."""
    return settled(list(_tokens(_how_it_is_said(pieces(text)), names)))


def _how_it_is_said(found: list[Piece]) -> list[Piece]:
    """What says how something is agreed goes behind it: “gives written consent to the price”, “consents in writing to
    the price” and “consents to the price in writing” are one."""
    for at in range(1, len(found) - 2):
        manner, behind = found[at].text, found[at + 1].text
        if manner in ("written", "verbal") and behind in _ACTS_SAID and found[at + 2].text in _TO_WHAT:
            if word_form(found[at - 1].text)[0] in _SAID:
                return _last(found, at, at + 1)
        elif manner in ("verbally", "orally") and behind in _TO_WHAT:
            return _last(found, at, at + 1)
        elif manner == "in" and behind == "writing" and found[at + 2].text in _TO_WHAT:
            return _last(found, at, at + 2)
    return found


def _last(found: list[Piece], at: int, to: int) -> list[Piece]:
    end = next((place for place in range(to, len(found)) if found[place].sort == "break"), len(found))
    return [*found[:at], *found[to:end], *found[at:to], *found[end:]]


def _tokens(found: Sequence[Piece], names: tuple[Called, ...]) -> Iterator[Token]:
    at = 0
    while at < len(found):
        piece = found[at]
        read = _actor(found, at, names) or figure(found, at) or _phrase(found, at)
        if read is not None:
            token, at = read
            yield token
            continue
        at += 1
        if piece.sort == "break":
            yield Token(piece.text, piece.raw, Sort.BREAK)
        else:
            yield from _word(piece)


def _actor(found: Sequence[Piece], at: int, names: tuple[Called, ...]) -> tuple[Token, int] | None:
    for words, key, capitals in actors(names).get(_singular(found[at].text), ()) or actors(names).get(
        found[at].text, ()
    ):
        end = at + len(words)
        here = found[at:end]
        if len(here) == len(words) and all(
            each.sort == "word" and word in (each.text, _singular(each.text))
            for word, each in zip(words, here, strict=True)
        ):
            form = "s" if here[-1].text != words[-1] else ""
            if capitals and not here[0].raw.isupper() and (len(words) == 1 or form or _text(found, end) == "to"):
                continue
            if form and words[-1] in UNCOUNTED:
                continue
            kind = "role" if named(names, key) else ""
            return Token(key, " ".join(each.raw for each in here), Sort.ACTOR, form, kind), end
    return None


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 and not word.endswith(("ss", "us")) else word


def _phrase(found: Sequence[Piece], at: int) -> tuple[Token, int] | None:
    first = found[at].text
    lemma = word_form(first)[0]
    rows = by_first_word().get(first, ()) + (by_first_word().get(lemma, ()) if lemma != first else ())
    for words, key, sort in rows:
        end = at + len(words)
        if end > len(found) or not all(
            word in (each.text, word_form(each.text)[0])
            for word, each in zip(words[1:], found[at + 1 : end], strict=True)
        ):
            continue
        if not _fits(found, at, end, words, key):
            continue
        raw = " ".join(each.raw for each in found[at:end])
        if key == "accept" and _text(found, end) in CLASSES and _text(found, end) not in NOUNS_TOO:
            return Token("plan agree", raw, Sort.MARK, kind="plan"), end
        if sort is Sort.WORD:
            return Token(CONCEPTS.get(key, key), raw, sort, word_form(first)[1] if words[0] != first else ""), end
        return Token(key, raw, sort, kind=key.partition(" ")[0] if sort is Sort.MARK else ""), end
    return None


def _text(found: Sequence[Piece], at: int) -> str:
    return found[at].text if 0 <= at < len(found) else ""


def _fits(found: Sequence[Piece], at: int, end: int, words: tuple[str, ...], key: str) -> bool:
    """Whether a phrase means here what it may mean."""
    after = _text(found, end)
    if key.startswith(("plan", "duty")) and words[-1] == "to" and len(words) > 1:
        if words == ("be", "to") and (after in PREPOSITIONS or word_form(after) != (after, "")):
            return False
        return after.isalpha() and after not in _DETERMINERS
    if words == ("do",):
        return found[at].text in ("do", "does", "did")
    if words == ("one", "of"):
        return _text(found, at - 1) not in _COUNTED_ONE
    if words == ("may",) or words == ("will",):
        return _text(found, at - 1) not in ("in", "of", "the", "a")
    if words == ("required",):
        return _text(found, at - 1) in ("is", "are", "be")
    if words in (("shall",), ("plus",), ("+",)):
        return words != ("+",) or found[at].tight
    if words == ("there", "be"):
        return True
    return not (key == "plan will" and after in _DETERMINERS)


def _word(piece: Piece) -> Iterator[Token]:
    text = piece.text
    if piece.sort == "code":
        yield Token(text.strip("`"), piece.raw)
        return
    if text == "'s":
        yield Token("'s", piece.raw, Sort.PREPOSITION)
        return
    if text in PREPOSITIONS:
        yield Token(text, piece.raw, Sort.PREPOSITION)
        return
    lemma, form = word_form(text)
    start = next((each for each in NEGATING if text.startswith(each) and _negated(text[len(each) :])), "")
    if start and text != start:
        yield Token("negation not", start, Sort.MARK, kind="negation")
        lemma, form = word_form(text[len(start) :])
    elif text == "non":
        yield Token("negation not", piece.raw, Sort.MARK, kind="negation")
        return
    yield Token(CONCEPTS.get(lemma, lemma), piece.raw, Sort.WORD, form)


def _negated(rest: str) -> bool:
    return rest in PREFIXED or word_form(rest)[0] in PREFIXED
