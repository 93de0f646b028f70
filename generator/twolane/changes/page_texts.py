"""A page written by hand as it is compared: what it says of itself, and its paragraphs with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from twolane.loading.audience_pages import audiences_of
from twolane.loading.front_matter import head_of, read_front
from twolane.loading.heading_ids import without_attributes
from twolane.meaning.plain_text import plain
from twolane.model.written_page import FrontMatter
from twolane.source import Place

_LONGEST = 400_000
"""Characters of a page that are looked at."""
_LONGEST_NAME = 120
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"\s*(?:[-*+]\s+|\d{1,3}[.)]\s+)?(`{3,}|~{3,})\s*\{?\s*\.?([\w+#-]*)[^`]*$")
_PROSE = frozenset(("", "text", "txt", "plain", "markdown", "md", "mermaid"))
"""What is written in a block of code that people read as a text: a letter to copy, a picture."""
_BEGIN = re.compile(r"\s*(?:[-*+]\s|\d{1,3}[.)]\s|#{1,6}|\||\[[^\]]+\]:|:\s)")
"""What begins something of its own without an empty line above: an item, a heading, a row, a note."""
_HEADING = re.compile(r"#{1,6}(.+)")
_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ATTRIBUTES = re.compile(r"\{:?\s*(?:(?:[.#][\w-]+|[\w-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s}]+))\s*)+\}")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, item, heading, row or block of code, and its lines; ``prose`` tells whether figures count in it."""

    text: str
    first: int
    last: int
    prose: bool = True

    @property
    def key(self) -> str:
        """The same for passages that say the same, wherever their lines end and whichever item of a list they are."""
        return " ".join(_NUMBER.sub("", self.text, count=1).split()) if self.prose else self.text

    @property
    def seen(self) -> str:
        """What readers see of it, without tags of HTML and attributes."""
        return _ATTRIBUTES.sub(" ", _TAG.sub(" ", self.text)) if self.prose else ""


@dataclass(frozen=True)
class PageText:
    """A page by its path below the folder of such pages, its file as findings call it, and its text."""

    path: str
    file: str
    text: str

    @property
    def too_long(self) -> bool:
        """Whether it is longer than what is looked at."""
        return len(self.text) > _LONGEST

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What stands below its front matter, comments left out; nothing of one that is too long."""
        return () if self.too_long else tuple(_passages(self.text, self._front[2]))

    @property
    def facts(self) -> FrontMatter:
        """What its front matter says."""
        return self._front[0]

    @cached_property
    def audience(self) -> tuple[str, ...]:
        """Whom it is for; everybody where it does not say."""
        return audiences_of(self._beginning)

    @cached_property
    def head(self) -> tuple[str, ...]:
        """The lines of its front matter."""
        return tuple(line.rstrip() for line in head_of(self._beginning)[0].splitlines() if line.strip())

    @cached_property
    def name(self) -> str:
        """Its title, else its first heading, else its path."""
        headings = (_HEADING.match(each.text) for each in self.passages if each.prose)
        heading = next((without_attributes(found[1].strip().rstrip("#")) for found in headings if found), "")
        found = self._front[1].strip() or plain(heading).strip() or self.path
        return found if len(found) <= _LONGEST_NAME else f"{found[:_LONGEST_NAME].rstrip()}…"

    def place(self, passage: Passage | None = None) -> Place:
        """Where a passage stands; without one, the whole page."""
        if passage is None:
            return Place(self.file)
        return Place(self.file, passage.first, 1, passage.last, len(passage.text.rsplit("\n", 1)[-1]) + 1)

    @property
    def _beginning(self) -> str:
        return self.text[:_LONGEST]

    @cached_property
    def _front(self) -> tuple[FrontMatter, str, int]:
        """The front matter, the title in it, and how many lines it takes."""
        front = read_front(self.file, self._beginning)
        return front.facts, front.title, front.lines


def _passages(text: str, above: int) -> Iterator[Passage]:
    """The passages of a text below its first lines."""
    lines = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text).split("\n")
    begin, fence, prose = above, "", True
    for at in range(above, len(lines) + 1):
        line = lines[at] if at < len(lines) else ""
        if fence and at < len(lines):
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        opened = _FENCE.match(line)
        if not line.strip() or opened or _BEGIN.match(line) or (at > begin and _ends(lines[at - 1])):
            yield from _passage(lines, begin, at, prose)
            begin, prose = at, True
        if opened:
            fence, prose = opened[1], opened[2].lower() in _PROSE


def _ends(line: str) -> bool:
    """Whether what follows the line is something of its own: behind a heading, and behind a block of code."""
    return line.startswith("#") or line.strip().startswith(("```", "~~~"))


def _passage(lines: list[str], begin: int, end: int, prose: bool) -> Iterator[Passage]:
    inside = range(begin, end)
    filled = [at for at in inside if lines[at].strip()]
    if filled:
        first, last = filled[0], filled[-1]
        text = "\n".join(lines[at].rstrip() for at in range(first, last + 1))
        yield Passage(text, first + 1, last + 1, prose)
