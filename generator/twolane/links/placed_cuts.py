"""Leads from what is cut out of the text of a token of Markdown to the same in the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from twolane.links.cut_html import Edit, TagEdit
from twolane.links.markdown_cuts import Cut
from twolane.loading.token_places import TokenPlaces, line_starts


class PageLines:
    """The lines of a page, and where each begins."""

    def __init__(self, body: str) -> None:
        self.body, self.lines, self.starts = body, body.split("\n"), line_starts(body)

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """From where to where some lines stand."""
        return self.starts[first], self.starts[last] if last < len(self.starts) else len(self.body)


class PlacedCuts:
    """The cuts of one token; ``cells`` says how far each line of tables has been read.

    What does not stand where it should is left out.
    """

    def __init__(self, page: PageLines, token: Token, cells: dict[int, int] | None = None) -> None:
        self._page, self._content, self._in_cell = page, token.content, cells is not None
        self._places = TokenPlaces("", page.lines, token, cells)

    def words(self, cuts: Iterable[Cut]) -> Iterator[Cut]:
        """Those of links whose stretches all stand there."""
        for cut in cuts:
            if all(self._stands(begin, end) for begin, end, _ in cut.edits):
                yield Cut(cut.form, self._place(cut.at), tuple(map(self._moved, cut.edits)))

    def tags(self, edits: Iterable[TagEdit], by: int) -> Iterator[TagEdit]:
        """Those of tags, which begin so far behind."""
        for (begin, end, new), mark in edits:
            if self._stands(begin + by, end + by):
                edit = self._moved((begin + by, end + by, new))
                yield TagEdit(edit, None if mark is None else self._place(mark + by))

    def _moved(self, edit: Edit) -> Edit:
        begin, end, new = edit
        return self._place(begin), self._place(end), new

    def _place(self, at: int) -> int:
        line, column = self._places.line_and_column(at)
        return self._page.starts[line] + column

    def _stands(self, begin: int, end: int) -> bool:
        """Whether each line of a stretch is in the page what it is in the token."""
        for line in self._content[begin:end].split("\n"):
            written = self._page.body[self._place(begin) : self._place(begin + len(line))]
            if (written.replace("\\|", "|") if self._in_cell else written) != line:
                return False
            begin += len(line) + 1
        return True
