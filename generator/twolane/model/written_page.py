"""A page written by hand: what its front matter says, where its links lead, and what can be linked to on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from pydantic import Field

from twolane.model.element import Element
from twolane.model.value_types import Day, OneOrMore, RoleId, Text
from twolane.source import Place


class FrontMatter(Element):
    """Front matter: what a page written by hand says about itself, above its text."""

    owner: RoleId | None = Field(None, examples=["sales-director"])
    """The role that answers for the page."""
    review_by: Day | None = Field(None, examples=["2027-01-15"])
    """When it must be looked at again."""
    status: Literal["draft", "active", "retired"] | None = Field(None, examples=["active"])
    """Whether people go by it; a page without it says nothing about that."""
    audience: OneOrMore[Text] = Field((), examples=[["internal", "partner"]])
    """The audiences that see it, by their names in playbook.yml; everybody where it says nothing."""


class Form(Enum):
    """How an address is written, which decides what an engine makes of it."""

    MARKDOWN = "Markdown"
    """A link or picture of Markdown: the engine leads it from file to file."""
    HTML = "HTML"
    """An attribute of an HTML tag: it stands on the page as it is written."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address on a page, as it is written, and where; a ``picture`` is shown, anything else is followed."""

    target: str
    place: Place
    form: Form = Form.MARKDOWN
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a paragraph, a heading or a cell, as it is written, and where it begins."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page by its path below the folder of pages, and by its ``file``, as findings call it.

    ``anchors`` are the ids that a link to a part of it can name; a page that is not ``whole`` has others, since another
    plugin puts text into it.
    """

    path: str
    file: str
    title: str = ""
    facts: FrontMatter = field(default_factory=lambda: FrontMatter.model_validate({}))
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    passages: tuple[Passage, ...] = ()
    whole: bool = True

    @property
    def is_retired(self) -> bool:
        """Whether nobody goes by it any more."""
        return self.facts.status == "retired"
