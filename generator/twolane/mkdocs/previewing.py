"""Compares the playbook with the version that a preview is to be marked against, where the configuration names one."""

from __future__ import annotations

import logging

from mkdocs.exceptions import PluginError

from twolane.changes.accepted_changes import approved
from twolane.comparing import NotComparable, compare_versions
from twolane.configuration.settings import Settings
from twolane.history.git_troubles import GitTrouble
from twolane.history.page_changes import page_changes
from twolane.history.release_specs import NoSuchRelease
from twolane.history.versions import NoSuchVersion, version_of, working_copy
from twolane.parts.process_history import Preview

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
