"""Compares the playbook with the version that a preview is marked against, and says so on pages written by hand."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from mkdocs.exceptions import PluginError

from twolane.changes.accepted_changes import approved
from twolane.comparing import NotComparable, compare_versions
from twolane.configuration.output_styles import LinkStyle
from twolane.configuration.settings import Settings
from twolane.history.git_troubles import GitTrouble
from twolane.history.page_changes import PageChange, page_changes
from twolane.history.release_specs import NoSuchRelease
from twolane.history.versions import NoSuchVersion, version_of, working_copy
from twolane.links.addresses import Top
from twolane.links.link_styles import hand_written, page_link
from twolane.mkdocs.material_output import with_banner
from twolane.parts.process_history import Preview
from twolane.parts.written_changes import anchor_of_page
from twolane.wording.spoken_language import texts

log = logging.getLogger("mkdocs.plugins.twolane")


def preview_of(settings: Settings) -> Preview | None:
    """What the files here change; nothing where the site is no preview. PluginError where that cannot be told."""
    if not settings.compare:
        return None
    try:
        before, after = version_of(settings.compare, settings), working_copy(settings)
        found = approved(compare_versions(before, after), settings.as_of)
        for each in found.notes:
            log.warning("%s", each)
        return Preview(found, page_changes(settings.compare, settings))
    except (NotComparable, GitTrouble, NoSuchVersion, NoSuchRelease) as trouble:
        raise PluginError(str(trouble)) from trouble


def banner_of(html: str, path: str, changed: Iterable[PageChange], links: LinkStyle) -> str:
    """The content of a hand-written page: one that a proposal changes says so, and leads to its old and new words."""
    if path not in (each.path for each in changed):
        return html
    address = page_link(hand_written(path), Top.PREVIEW, links, anchor_of_page(path))
    return with_banner(html, texts().preview_hand_here, texts().preview_hand_words, address)
