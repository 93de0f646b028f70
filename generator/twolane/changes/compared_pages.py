"""Compares the pages written by hand of two versions: which page is which, and what changed on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, product

from twolane.changes.change import Change
from twolane.changes.page_figures import letters_that_differ
from twolane.changes.page_texts import PageText
from twolane.changes.told_pages import PageBench, Pair, told

_SAME_PAGE = 0.5
"""From this share of passages in common on, a page that came is one that went."""
_MOST_PAIRS = 2_500
_MOST_LETTERS = 300_000
"""Letters of what differs that are looked at in one comparison; pages beyond them are to be read."""


def page_changes(old: Iterable[PageText], new: Iterable[PageText], bench: PageBench) -> tuple[Change, ...]:
    """Every change of the pages, in the order of their paths; pages that say the same are in neither version. Pure."""
    before, after = ({page.path: page for page in pages} for pages in (old, new))
    gone = [before[path] for path in sorted(before.keys() - after.keys())]
    came = [after[path] for path in sorted(after.keys() - before.keys())]
    moved = dict(_moved(gone, came))
    stayed = {path: Pair(before.get(path), page) for path, page in after.items() if path not in moved.values()}
    went = {page.path: Pair(page, None) for page in gone if page.path not in moved}
    led = {to: Pair(before[path], after[to]) for path, to in moved.items()}
    pairs = [pair for _, pair in sorted((went | stayed | led).items())]
    return tuple(chain.from_iterable(told(pair, looked_at, bench) for pair, looked_at in _bounded(pairs)))


def _bounded(pairs: Iterable[Pair]) -> Iterator[tuple[Pair, bool]]:
    """The pairs, and whether each is looked at: the pages of a large site are many."""
    left = _MOST_LETTERS
    for pair in pairs:
        letters = letters_that_differ(pair.old.passages, pair.new.passages) if pair.old and pair.new else 0
        left -= letters
        yield pair, left >= 0 or not letters


def _moved(gone: list[PageText], came: list[PageText]) -> Iterator[tuple[str, str]]:
    """Which page that came is which one that went: each once, the likest first."""
    if len(gone) * len(came) > _MOST_PAIRS:
        return
    held = {page.path: Counter(each.key for each in page.passages) for page in (*gone, *came)}
    alike = ((_in_common(held[one.path], held[other.path]), one.path, other.path) for one, other in product(gone, came))
    # Whichever version comes first, equals are taken in the same order.
    likest = sorted(alike, key=lambda each: (-each[0], *sorted(each[1:])))
    taken: set[str] = set()
    for common, one, other in likest:
        if common >= _SAME_PAGE and not {one, other} & taken:
            taken |= {one, other}
            yield one, other


def _in_common(one: Counter[str], other: Counter[str]) -> float:
    letters = sum(len(key) * number for key, number in (*one.items(), *other.items()))
    return 2 * sum(len(key) * number for key, number in (one & other).items()) / letters if letters else 0.0
