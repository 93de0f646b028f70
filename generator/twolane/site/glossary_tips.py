"""Explains the terms of the glossary where a page first uses them: a link with a tooltip, put into a finished body.

Bodies come from our own templates, where a tag is the only thing that ``<`` can begin. Only texts are touched, and of
those only what is not a heading, a link, code, a drawing or a part of a form.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from twolane.links.addresses import Address, anchor_of, of_shared
from twolane.links.html_elements import elements
from twolane.model.playbook_file import Term

SCRIPT = "twolane-terms.js"
"""Closes tooltips with Escape, opens them by touch and keeps them inside the window."""

_ELEMENTS = frozenset(
    (
        *("h1", "h2", "h3", "h4", "h5", "h6", "a", "code", "pre", "figure", "svg", "nav", "button", "label", "legend"),
        *("summary", "select", "script", "style", "dt", "th"),
    )
)
_APART = frozenset(("dl", "div", "p", "span", "details", "section"))
"""They are left alone where they are not for search."""
_QUOTES = {"'": "(?:'|&#39;|&#x27;)", '"': '(?:"|&#34;|&quot;)'}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term as pages show it: where it stands, what it means (HTML), and how it must be written, else empty."""

    anchor: str
    address: Address
    meaning: str


@dataclass(frozen=True, slots=True)
class Found:
    """A first use of a term: from where to where, and which."""

    start: int
    end: int
    entry: _Entry


class Tips:
    """The terms of one glossary, ready to be found."""

    def __init__(self, terms: Iterable[Term], plain: Callable[[str], str]) -> None:
        self._entries: dict[str, _Entry] = {}
        self._exact: set[str] = set()
        for term in terms:
            meaning = escape(" ".join(plain(term.definition).split()))
            entry = _Entry(anchor_of(term), of_shared(term), meaning)
            for word in (term.term, *term.also):
                self._add(" ".join(word.split()), entry)
        self._pattern = _pattern(self._entries)

    def _add(self, word: str, entry: _Entry) -> None:
        if word and meaningful(word):
            self._entries.setdefault(_lowered(word), entry)
            if is_exact(word):
                self._exact.add(word)

    def put_into(self, body: str, href: Callable[[Address], str]) -> str:
        """The body with a link and a tooltip at the first use of each term; the same body where there is none."""
        found = tuple(self._first_uses(body))
        if not found:
            return body
        parts, at = [], 0
        for use in found:
            parts += [body[at : use.start], _explained(body[use.start : use.end], use.entry, href(use.entry.address))]
            at = use.end
        return "".join((*parts, body[at:]))

    def _first_uses(self, body: str) -> Iterator[Found]:
        if self._pattern is None:
            return
        silent: list[tuple[int, int]] | None = None
        used: set[str] = set()
        for match in self._pattern.finditer(_lowered(body)):
            entry = self._entries[_without_references(match[0])]
            if entry.anchor in used or not self._is_written_so(body[match.start() : match.end()]):
                continue
            if silent is None:
                silent = list(_silent(body))
            if _in_text(body, match.start(), silent):
                used.add(entry.anchor)
                yield Found(match.start(), match.end(), entry)

    def _is_written_so(self, text: str) -> bool:
        """Whether a word that must be written exactly, such as an acronym, is."""
        word = _without_references(text)
        lowered = _lowered(word)
        exact = [each for each in self._exact if _lowered(each) == lowered] if self._exact else []
        return not exact or word in exact


def is_exact(word: str) -> bool:
    """Whether a word means itself only as it is written: an acronym, a name with a capital inside, one letter."""
    return len(word) == 1 or any(part[1:] != part[1:].lower() for part in re.split(r"[\s-]", word))


def meaningful(word: str) -> bool:
    """Whether a word begins and ends with a letter or a figure, so that it can stand as a whole word."""
    return word[0].isalnum() and word[-1].isalnum()


def _pattern(words: Mapping[str, object]) -> re.Pattern[str] | None:
    """All words in one expression, by their first letter, so that most places of a text are passed quickly."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda each: (-len(each), each)):
        by_first.setdefault(word[0], []).append(_written(word[1:]))
    if not by_first:
        return None
    groups = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(by_first.items()))
    return re.compile(rf"\b(?:{groups})(?![\w-])")


def _written(word: str) -> str:
    """How the rest of a word stands in HTML, on one line or two."""
    return "".join(r"\s+" if each == " " else _QUOTES.get(each, re.escape(escape(each))) for each in word)


def _without_references(text: str) -> str:
    text = " ".join(text.split())
    for reference, character in (("&#39;", "'"), ("&#x27;", "'"), ("&#34;", '"'), ("&quot;", '"')):
        text = text.replace(reference, character)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _lowered(text: str) -> str:
    """The text in small letters, of the same length, so that places in it are places in the text."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


def _silent(body: str) -> Iterator[tuple[int, int]]:
    """From where to where the outermost elements reach that are left alone."""
    end = 0
    for each in elements(body):
        apart = each.name in _APART and each.attributes.get("data-search") == "no"
        if each.start >= end and (apart or each.name in _ELEMENTS):
            end = each.end
            yield each.start, end


def _in_text(body: str, at: int, silent: list[tuple[int, int]]) -> bool:
    """Whether a place is in a text, and no part of a longer word, of a reference or of what is to be left alone."""
    if body[at - 1 : at] in ("&", "#", "-") or body.rfind("<", 0, at) > body.rfind(">", 0, at):
        return False
    before = bisect_right(silent, (at, len(body)))
    return not before or silent[before - 1][1] <= at


def _explained(text: str, entry: _Entry, href: str) -> str:
    tip = f"tip-{entry.anchor}"
    link = f'<a class="tl-term" href="{href}" aria-describedby="{tip}">{text}</a>'
    return f'{link}<span class="tl-tip" role="tooltip" id="{tip}">{entry.meaning}</span>'
