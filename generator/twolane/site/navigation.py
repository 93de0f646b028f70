"""The navigation of the site from its pages, and the small part of it that one page needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from twolane.links.finished_page import HOME, Page

GENERATED = "*"
"""The target that a playbook writes into its own navigation where the generated pages shall stand."""


@dataclass(frozen=True, slots=True)
class NavItem:
    """A page (`target` is its path), a link (`target` is an address) or, with children, a section."""

    title: str
    target: str = ""
    children: tuple[NavItem, ...] = ()


_HOMES = (HOME, "README")

Trail: TypeAlias = tuple[int, ...]
"""The way to an item: its number on each level, outermost first."""


def navigation(pages: Iterable[Page]) -> tuple[NavItem, ...]:
    """All listed pages in the order given, each below its section, which stands where its first page does."""
    root: dict[str, object] = {}
    for page in pages:
        if page.listed:
            _section(root, page.section)[f"page {page.path}"] = NavItem(page.nav_title, page.path)
    return _items(root)


def placed(own: tuple[NavItem, ...], generated: tuple[NavItem, ...]) -> tuple[NavItem, ...]:
    """The playbook's own navigation with the generated one where it has `*`, else at its end.

    A page that the playbook names itself is not repeated. `Title: '*'` makes a section of that title. The
    home page comes first in any case.
    """
    rest = without(generated, frozenset(targets(own)))
    home = tuple(item for item in rest if item.target in _HOMES)
    rest = tuple(item for item in rest if item.target not in _HOMES)
    if GENERATED not in targets(own):
        return (*home, *own, *rest)
    return (*home, *_fill(own, rest))


def targets(items: Iterable[NavItem]) -> Iterator[str]:
    """The targets of all pages and links below the items, in order."""
    for item in items:
        if item.target:
            yield item.target
        yield from targets(item.children)


def trails(items: Iterable[NavItem], above: Trail = ()) -> dict[str, Trail]:
    """The way to each target; the first way counts where a page is named twice."""
    found: dict[str, Trail] = {}
    for number, item in enumerate(items):
        below = trails(item.children, (*above, number))
        for target, trail in ({item.target: (*above, number)} if item.target else below).items():
            found.setdefault(target, trail)
    return found


def around(items: tuple[NavItem, ...], trail: Trail) -> tuple[NavItem, ...]:
    """What the page at `trail` needs: its own sections with their pages; any other section as one link.

    The link of a section leads to the section's first page. An empty trail gives the top level alone.
    """
    own = trail[0] if trail else -1
    return tuple(
        replace(item, children=around(item.children, trail[1:])) if number == own else _closed(item)
        for number, item in enumerate(items)
    )


def _closed(item: NavItem) -> NavItem:
    return NavItem(item.title, next(targets((item,)), "")) if item.children else item


def _section(root: dict[str, object], titles: Iterable[str]) -> dict[str, object]:
    """The branch below `root` with these titles, made where it is missing."""
    branch = root
    for title in titles:
        below = branch.setdefault(f"section {title}", {})
        assert isinstance(below, dict)
        branch = below
    return branch


def _items(branch: Mapping[str, object]) -> tuple[NavItem, ...]:
    return tuple(
        value if isinstance(value, NavItem) else NavItem(key.removeprefix("section "), "", _items(value))
        for key, value in branch.items()
        if isinstance(value, NavItem | dict)
    )


def without(items: Iterable[NavItem], named: frozenset[str]) -> tuple[NavItem, ...]:
    """The items without the pages that are named, and without sections that have lost all their pages."""
    others = (item for item in items if item.target not in named)
    kept = (replace(item, children=without(item.children, named)) for item in others)
    return tuple(item for item in kept if item.target or item.children)


def _fill(items: Iterable[NavItem], generated: tuple[NavItem, ...]) -> Iterator[NavItem]:
    for item in items:
        if item.target != GENERATED:
            yield replace(item, children=tuple(_fill(item.children, generated)))
        elif item.title and generated:
            yield NavItem(item.title, "", generated)
        else:
            yield from generated
