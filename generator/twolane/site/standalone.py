"""Fills in a template for a page that stands alone: styles inside, no site around it, nothing that is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from markupsafe import Markup

from twolane.configuration.settings import Settings
from twolane.links.prose import Prose
from twolane.site.inlined import inlined, with_font
from twolane.site.rendering import Templates
from twolane.site.template_comments import sent
from twolane.site.template_folders import beside, template_folders

_NOWHERE = Path("/nowhere")


def standalone(template: str, style: str, names: Mapping[str, object]) -> str:
    """The whole file; ``style`` is the name of a stylesheet beside the templates, which comes after ours.

    The template gets ``names``, ``style``, and ``policy``, by which a browser runs no script and loads nothing.
    Raises ``third_party.MissingFile`` where the font did not come with this installation.
    """
    folders = template_folders()
    own = sent(beside(style, folders))
    inside = inlined(folders, diagrams=False)
    site = Templates(folders, Prose(_nowhere), _nowhere, Settings(_NOWHERE, as_of=date.min))
    given = {**names, "style": Markup(f"{inside.style}\n{own}"), "policy": inside.policy}
    return with_font(site.fill(template, "index", given), folders).strip() + "\n"


def _nowhere(address: str, here: str) -> str:
    """No link leads anywhere from a page that stands alone."""
    return ""
