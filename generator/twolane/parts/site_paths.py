"""What a site is made from, and which pages it has: what each kind of page says about that, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from twolane.definition_format.format_values import File
from twolane.model.playbook import Playbook
from twolane.parts.process_history import History


@dataclass(frozen=True, slots=True)
class SiteContents:
    """What the pages of a site are made from, read once: ``playbook`` and ``history`` decide which pages there are.

    ``said`` is what pages written by hand say, by path. For the house there are also the files of the ``reference``
    of the format, and the ``example`` of how alignment is measured.
    """

    playbook: Playbook
    history: History
    said: Mapping[str, str] = field(default_factory=dict)
    reference: tuple[File, ...] = ()
    example: Playbook | None = None


@dataclass(frozen=True, slots=True)
class PagePath:
    """A page by its path, as in ``Page.path``; ``on_home`` is its title where home lists it under "Look it up"."""

    path: str
    on_home: str = ""


class SitePaths:
    """The paths of all pages of a site; ``found`` gives them one by one, as far as somebody asks."""

    def __init__(self, found: Iterable[PagePath] = ()) -> None:
        self._further = iter(found)
        self._known: dict[str, PagePath] = {}

    def __contains__(self, path: object) -> bool:
        return path in self._known or any(each.path == path for each in self._more())

    def __iter__(self) -> Iterator[str]:
        yield from (each.path for each in self._all())

    def on_home(self) -> Iterator[PagePath]:
        """The pages that home lists, in the order of their kinds."""
        return (each for each in self._all() if each.on_home)

    def _all(self) -> Iterator[PagePath]:
        for _ in self._more():
            pass
        return iter(self._known.values())

    def _more(self) -> Iterator[PagePath]:
        for each in self._further:
            self._known.setdefault(each.path, each)
            yield each
