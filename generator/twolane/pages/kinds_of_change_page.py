"""The reference of changes: every kind with what it says, its level, whom it concerns, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from twolane.changes.kind_explanation import AUDIENCES, MEANS, WITNESS, KindPage, by_entity, title
from twolane.changes.levels import Level
from twolane.links.addresses import Top, segment
from twolane.pages.draft import Draft
from twolane.parts.change_rows import LevelMark, level_mark
from twolane.parts.page_inputs import PageInputs
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.language import texts

_RANK = Rank(0.1)

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "label": "Changes and levels",
        "title": "Changes and their levels",
        "description": "Every kind of change between two versions, how much it matters, to whom, and why",
        "levels": "Levels",
        "level": "Level",
        "means": "What it means",
        "change": "Change",
        "says": "What is said of it",
        "audiences": "Whom a change concerns",
        "concerns": "Whom it concerns",
        "why": "Why",
    }
)
"""The words of the page."""


@dataclass(frozen=True, slots=True)
class Concerned:
    """Whom a kind concerns, in a word or two, the level that they need, and, where it is explained, what that means."""

    whom: str
    level: LevelMark
    means: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind; ``anchor`` is its code, as which other pages and reports name it."""

    anchor: str
    code: str
    slug: str
    says: str
    level: LevelMark
    concerns: tuple[Concerned, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The kinds of change of one sort of thing."""

    anchor: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows; ``levels`` are all levels, the highest first, ``audiences`` what they mean to whom."""

    levels: tuple[LevelMark, ...]
    audiences: tuple[Concerned, ...]
    witness: str
    groups: tuple[Group, ...]
    w: Mapping[str, str] = field(default_factory=lambda: WORDS)


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """The one page."""
    del contents
    yield PagePath(Top.KINDS_OF_CHANGE)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page, the same for every playbook, since the kinds are."""
    groups = (Group(_anchor(entity), title(entity), _rows(pages)) for entity, pages in by_entity().items())
    levels = tuple(level_mark(level) for level in sorted(Level, reverse=True))
    yield Draft(
        Top.KINDS_OF_CHANGE,
        WORDS["title"],
        "kinds_of_change.html",
        View(levels, tuple(_audiences()), WITNESS, tuple(groups)),
        section=(texts().reference,),
        description=WORDS["description"],
        label=WORDS["label"],
        rank=_RANK,
    )


def _anchor(entity: str) -> str:
    return f"of-{segment(entity.replace(' ', '-').lower())}"


def _rows(pages: tuple[KindPage, ...]) -> tuple[Row, ...]:
    return tuple(
        Row(each.code.lower(), each.code, each.slug, each.says, level_mark(each.level), _concerns(each), each.reasons)
        for each in pages
    )


def _concerns(page: KindPage) -> tuple[Concerned, ...]:
    return tuple(Concerned(each.whom, level_mark(each.level)) for each in page.concerns)


def _audiences() -> Iterator[Concerned]:
    for (audience, level), means in MEANS.items():
        yield Concerned(AUDIENCES[audience], level_mark(level), means)
