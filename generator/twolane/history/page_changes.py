"""Which pages written by hand differ from a revision of git, with their old and their new texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twolane.configuration.settings import Settings
from twolane.history.git_troubles import GitTrouble
from twolane.history.revisions import pages_at
from twolane.loading.audience_pages import hand_written_texts
from twolane.loading.enclosure import Enclosure
from twolane.loading.folder import list_pages


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that differs: its path below the folder of such pages, and both texts, ``None`` where it was not there."""

    path: str
    old: str | None
    new: str | None


def page_changes(revision: str, settings: Settings) -> tuple[PageChange, ...]:
    """The pages that differ from a revision, by path; none for what is no revision: a release holds no pages.

    Raises ``OSError`` where a page cannot be read.
    """
    folder = settings.root / settings.pages
    try:
        before = _texts_at(revision, settings)
    except GitTrouble:
        return ()
    now = hand_written_texts(folder, list_pages(folder, Enclosure.of(settings.root)))
    both = (PageChange(path, before.get(path), now.get(path)) for path in sorted({*before, *now}))
    return tuple(each for each in both if each.old != each.new)


def _texts_at(revision: str, settings: Settings) -> Mapping[str, str]:
    return {path: text_of(data) for path, data in pages_at(revision, settings).items()}


def text_of(data: bytes) -> str:
    """The text of a page, with line feeds for all line ends; what is no letter becomes a sign that says so."""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
