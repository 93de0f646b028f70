"""Tells which items of a list in brackets are the tails of the texts before them, cut off by a comma of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_JOINING = _words("and or but nor und oder aber sondern et ou mais")
"""Words that join what follows to what stands before."""
_GOING_ON = _JOINING | _words(
    """
    about after again against although always are as at because before between both by can comes costs despite
    during e.g each even except for from has have he how however i.e if in including instead into is it later like
    may maybe must needs never no not of off on once one only or otherwise over per perhaps please plus rather she
    should since so still such takes than that then they this though through till to together too under unless
    until up via was we were what whatever when whenever where whereas wherever which while who whoever whom whose
    why will with within without yet you
    """
)
"""Words with which a sentence goes on behind a comma, and hardly any begins."""
_ADDED = _words("attached enclosed excluded included")
"""What is said of something that goes with what stands before it."""
_NOUNS_IN_LY = _words("assembly daily early family monthly quarterly reply supply weekly yearly")
_ALWAYS = _JOINING | _words("because even including such unless which whose with without")
"""Those with which no name begins, and no phrase of a list of phrases."""
_CLOSED = (".", "?", "!", ":", ";", "…")
_LISTING = re.compile(r"\s(?:and|or|und|oder|et|ou)\s")
_WORD = re.compile(r"\S+")
_LOWER = re.compile(r"[*_(“„‘]*([^\W\d_])(\S*)")
_ACRONYM = re.compile(r"[^\W\d_a-z]*[A-Z]\S*[A-Z]\S*")
_FIGURE = re.compile(r"(?:.*[^\d.])?\d{1,3}")
_GROUP = re.compile(r"\d{3}(?!\d)")
_DIGIT_FIRST = re.compile(r"\d+(?!\d|\.\d)")
_SIGNS = "*_(“„‘"
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its text, whether it stands without quotes, and whether no space is before it."""

    text: str
    plain: bool = True
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """The items from ``first`` to ``last``, which were one text; where ``listed``, the last of them begins with an
    “and” before the last of several items."""

    first: int
    last: int
    listed: bool = False


def cuts(items: Sequence[Item], *, prose: bool) -> tuple[Cut, ...]:
    """Where commas cut texts of a list; ``prose`` says that its items are sentences or phrases, and no names.

    A list whose first item begins with a capital letter has items that do; a later one that does not may be a tail.
    It is one where it begins with a word with which sentences go on; a mere phrase is one where it stands alone among
    items with capitals, and is no short one. In other lists, and in lists of names, it takes digits that belong
    together or a word such as “and”.
    """
    tails = [False, *(_is_tail(items, index, prose) for index in range(1, len(items)))]
    return tuple(_cut(items, *ends) for ends in _runs(tails))


def joined(items: Sequence[Item]) -> str:
    """The text that the items were, with its commas."""
    rest = "".join(f"{',' if _is_number(*pair) else ', '}{pair[1].text}" for pair in pairwise(items))
    return items[0].text + rest


def without_and(text: str) -> str:
    """An item without the “and” with which it begins."""
    return text.partition(" ")[2].strip()


def goes_on(text: str) -> bool:
    """Whether a text begins with a word with which a sentence goes on behind a comma."""
    return _first_word(text) in _ALWAYS | {"then", "not", "so", "if", "when"}


def _runs(tails: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last of each run of items that belong together."""
    first = 0
    for index in range(1, len(tails) + 1):
        if index == len(tails) or not tails[index]:
            if index - first > 1:
                yield first, index - 1
            first = index


def _cut(items: Sequence[Item], first: int, last: int) -> Cut:
    """A single “and” before the last of several items that look alike lists them as a sentence would."""
    listing = first + 1 == last == len(items) - 1 and last > 1 and _first_word(items[last].text) in _JOINING - {"but"}
    rest = without_and(items[last].text)
    alike = listing and bool(rest) and _is_lower(rest) == _is_lower(items[first].text)
    return Cut(first, last, alike and all(each.plain for each in items))


def _is_tail(items: Sequence[Item], index: int, prose: bool) -> bool:
    head, tail = items[index - 1], items[index]
    if not (head.plain and tail.plain and head.text and tail.text):
        return False
    if _is_number(head, tail):
        return prose or not (head.text.isdigit() and tail.text.isdigit())
    if head.text.endswith(_CLOSED):
        return False
    if head.text[-1].isdigit() and tail.text[0].isdigit():
        return prose and " " in head.text and bool(_LISTING.search(tail.text))
    if not _is_lower(tail.text):
        return False
    word = _first_word(tail.text)
    if _first_word(head.text) == word:
        return False  # “Whether it can be saved, whether it is worth it” are two
    if word in _ALWAYS:
        return True
    return prose and _is_capital(items[0].text) and (_leads_on(word) or _reads_on(items, index))


def _leads_on(word: str) -> bool:
    return word in _GOING_ON or (word.endswith("ly") and word not in _NOUNS_IN_LY)


def _reads_on(items: Sequence[Item], index: int) -> bool:
    """Whether a phrase in lower case goes on with the sentence before it, rather than being an item of few words."""
    head, tail = items[index - 1].text, items[index].text
    phrases = [each.text for each in items[1:] if _is_phrase(each.text)]
    if not _is_capital(head):
        return False
    if _LISTING.search(tail) and index == len(items) - 1:
        return True
    if _length(head) < 2:
        return False
    if _LISTING.search(tail) or _words(tail) & _ADDED:
        # Among other items in lower case, “pen and paper” is one of them, and lists nothing.
        return len(phrases) == 1
    if len(items) == 2:
        return _length(head) >= _SHORT
    return len(phrases) == 1 and _length(tail) >= _SHORT


def _is_phrase(text: str) -> bool:
    """Whether a text in lower case begins like an item of its own, and not like the rest of a sentence."""
    return _is_lower(text) and not _leads_on(_first_word(text))


def _is_number(head: Item, tail: Item) -> bool:
    """Whether the comma stands within a number: before three digits, or with digits on both sides and no space."""
    if not head.text[-1:].isdigit() or not tail.text[:1].isdigit():
        return False
    if _GROUP.match(tail.text) and _FIGURE.fullmatch(head.text):
        return tail.tight or tail.text.startswith("000")
    return tail.tight and " " in head.text and bool(_DIGIT_FIRST.match(tail.text))


def _is_lower(text: str) -> bool:
    """Whether a text begins with a word in lower case; `eBay` is a name."""
    found = _LOWER.match(text)
    return found is not None and found[1].islower() and not found[2][:1].isupper()


def _is_capital(text: str) -> bool:
    """Whether a text begins with a capital letter as a sentence does, and not as `ERP` does."""
    found = _LOWER.match(text)
    return found is not None and found[1].isupper() and not _ACRONYM.match(found[0].lstrip(_SIGNS))


def _first_word(text: str) -> str:
    found = _WORD.match(text.lstrip(_SIGNS))
    return found[0].lower().strip(".,;!?") if found else ""


def _length(text: str) -> int:
    return len(text.split())
