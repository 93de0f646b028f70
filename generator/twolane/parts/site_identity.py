"""What a site says of itself to browsers, so that they know whose the deals are that they keep for it."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.model.playbook import Playbook
from twolane.model.regrouping import shared_old_ids
from twolane.parts.process_history import earlier_names

_PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class SiteIdentity:
    """The title of the playbook, the ids of its processes now and before, and the kind of the site.

    The kind is empty for the house's own site; a preview, and the site of each audience, is a kind of its own.
    """

    title: str = ""
    processes: tuple[str, ...] = ()
    kind: str = ""


def identity_of(playbook: Playbook, is_preview: bool) -> SiteIdentity:
    """The identity of the site that shows a playbook."""
    renames = shared_old_ids(playbook)
    in_use = [process.id for process in playbook.processes]
    before = (old for id in in_use for old in earlier_names(renames, id, in_use))
    audience = f"for {playbook.audience}" if playbook.audience else ""
    return SiteIdentity(
        playbook.about.title, tuple(dict.fromkeys((*in_use, *before))), _PREVIEW if is_preview else audience
    )
