"""The reference of changes: every kind with what it says, its level, whom it concerns, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twolane.changes.kind_explanation import KindPage, by_entity, title
from twolane.changes.levels import Level
from twolane.links.addresses import Top, segment
from twolane.pages.draft import Draft
from twolane.parts.change_rows import LevelMark, all_levels, level_mark
from twolane.parts.page_inputs import PageInputs
from twolane.parts.site_paths import PagePath, SiteContents
from twolane.site.search_rank import Rank
from twolane.wording.spoken_language import texts

_RANK = Rank(0.1)


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
    groups: tuple[Group, ...]


def paths(contents: SiteContents) -> Iterator[PagePath]:
    """The one page."""
    del contents
    yield PagePath(Top.KINDS_OF_CHANGE)


def drafts(given: PageInputs) -> Iterator[Draft]:
    """One page, the same for every playbook, since the kinds are."""
    groups = (Group(_anchor(entity), title(entity), _rows(pages)) for entity, pages in by_entity().items())
    yield Draft(
        Top.KINDS_OF_CHANGE,
        texts().kinds_title,
        "kinds_of_change.html",
        View(all_levels(), tuple(_audiences()), tuple(groups)),
        section=(texts().reference,),
        description=texts().kinds_description,
        label=texts().kinds_label,
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
    for audience, by_level in texts().audience_meanings.items():
        for level, means in by_level.items():
            yield Concerned(texts().audience_names[audience], level_mark(Level.of(level)), means)
