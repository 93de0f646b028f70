"""The addresses and ids in a piece of HTML, each address with where it stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from twolane.loading.html_parsing import parsable

_ADDRESSES = frozenset(
    (
        *(("a", "href"), ("area", "href"), ("img", "src"), ("source", "src"), ("video", "src"), ("video", "poster")),
        *(("audio", "src"), ("track", "src"), ("iframe", "src"), ("embed", "src"), ("object", "data")),
    )
)
_FOLLOWED = frozenset(("a", "area"))


@dataclass(frozen=True, slots=True)
class Address:
    """An address: what it says, how many lines further down and where in its line it stands, and how long it is."""

    target: str
    line: int
    column: int
    length: int
    shown: bool


class HtmlAddresses(HTMLParser):
    """Collects ``addresses`` and ``ids``; what stands inside of `pre` is only shown."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[Address] = []
        self.ids: list[str] = []
        self._shown_only = 0
        self.feed(parsable(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes in the attributes of one tag."""
        self._shown_only += tag == "pre"
        # Of an attribute that is given twice the first counts.
        for name, value in dict(reversed(attrs)).items():
            if value and (name == "id" or (tag, name) == ("a", "name")):
                self.ids.append(value)
            if value and (tag, name) in _ADDRESSES and not self._shown_only:
                self.addresses.append(self._address(value, tag not in _FOLLOWED))

    def handle_endtag(self, tag: str) -> None:
        """Ends what `pre` began."""
        self._shown_only -= tag == "pre" and self._shown_only > 0

    def _address(self, value: str, shown: bool) -> Address:
        written = self.get_starttag_text() or ""
        line, column = self.getpos()
        at = max(written.find(value), 0)
        above = written.count("\n", 0, at)
        begin = at - written.rfind("\n", 0, at) - 1 if above else column + at
        found = value in written
        return Address(value.strip(), line - 1 + above, begin, len(value) if found else 1, shown)
