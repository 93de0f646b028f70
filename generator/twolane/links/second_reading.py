"""Tells what another reader of Markdown makes of links: each is marked, and the marks are looked for in its HTML."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from html.parser import HTMLParser

from twolane.links.cut_html import Attributes, edited
from twolane.links.markdown_cuts import Cut, Form
from twolane.loading.html_parsing import parsable

Reader = Callable[[str], str]
"""Makes HTML of Markdown."""

_LITERAL = frozenset(("code", "pre", "script", "style", "textarea"))
_LINKS = frozenset(("a", "img"))
_SIGNS = range(0xE000, 0xF8FF)
"""Characters for private use, which mean nothing."""


class _Place(Enum):
    """Where a mark stands in the HTML."""

    BEFORE_LINK = "before link"
    TAG = "tag or comment"
    CODE = "code"
    TEXT = "text"


Places = frozenset[_Place]


def told_apart(text: str, seen: Sequence[Cut], hidden: Sequence[Cut], reader: Reader) -> Iterator[Cut]:
    """What to cut: of what is ``seen`` as a link all but what the reader takes for code, of the rest what it sees."""
    found = _places(text, (*seen, *hidden), reader)
    yield from (cut for cut, places in zip(seen, found, strict=False) if places != {_Place.CODE})
    yield from (cut for cut, places in zip(hidden, found[len(seen) :], strict=True) if _is_link(cut.form, places))


def _is_link(form: Form, places: Places) -> bool:
    if form is Form.DEFINITION:  # The page shows nothing of one that is used nowhere.
        return places.isdisjoint((_Place.CODE, _Place.TEXT))
    return (_Place.TAG if form is Form.TAG else _Place.BEFORE_LINK) in places


def _places(text: str, cuts: Sequence[Cut], reader: Reader) -> list[Places]:
    sign = next((chr(each) for each in _SIGNS if chr(each) not in text), chr(_SIGNS.stop))
    blank = {Form.TAG: " "}
    marks = ((cut.at, cut.at, f"{blank.get(cut.form, '')}{sign}{number}{sign}") for number, cut in enumerate(cuts))
    found = _Marks(reader(edited(text, marks)), sign).places if cuts else {}
    return [frozenset(found.get(str(number), ())) for number in range(len(cuts))]


class _Marks(HTMLParser):
    """Finds ``places`` of the marks, which are numbers between signs."""

    def __init__(self, html: str, sign: str) -> None:
        super().__init__(convert_charrefs=True)
        self.places: defaultdict[str, set[_Place]] = defaultdict(set)
        self._sign, self._mark = sign, re.compile(rf"{sign}(\d+){sign}")
        self._last = ""
        """The number of the mark with which the text ends that has just been read."""
        self._literal, self._code = 0, ""
        self.feed(parsable(html))
        self.close()
        self._end_of_text("")
        self._end_of_code()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Takes a start tag."""
        self._end_of_text(tag)
        for name, value in attrs:
            self._add(f"{name} {value}", _Place.TAG)
        self._literal += tag in _LITERAL

    def handle_endtag(self, tag: str) -> None:
        """Takes an end tag."""
        self._end_of_text("")
        self._literal -= tag in _LITERAL and self._literal > 0
        if not self._literal:
            self._end_of_code()

    def handle_data(self, data: str) -> None:
        """Takes text; that of code is looked at when it ends, since colours may part a mark."""
        self._end_of_text("")
        ends = re.search(rf"{self._mark.pattern}\Z", data)
        self._last, data = (ends[1], data[: ends.start()]) if ends else ("", data)
        if self._literal:
            self._code += data
        else:
            self._add(data, _Place.TEXT)

    def handle_comment(self, data: str) -> None:
        """Takes a comment."""
        self._end_of_text("")
        self._add(data, _Place.TAG)

    def _end_of_text(self, tag: str) -> None:
        """Says of a mark at the end of a text what follows: another tag, or no link."""
        if self._last and (tag in _LINKS or not self._literal):
            self.places[self._last].add(_Place.BEFORE_LINK if tag in _LINKS else _Place.TEXT)
        elif self._last:
            self._code += f"{self._sign}{self._last}{self._sign}"
        self._last = ""

    def _end_of_code(self) -> None:
        self._add(self._code, _Place.CODE)
        self._code = ""

    def _add(self, text: str, place: _Place) -> None:
        for number in self._mark.findall(text):
            self.places[number].add(place)
