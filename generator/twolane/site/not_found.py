"""The page that a server sends where there is none: whole by itself, since it is shown at addresses of any depth."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from twolane.configuration.settings import Settings
from twolane.links.prose import Prose
from twolane.site.rendering import Templates
from twolane.site.template_comments import sent
from twolane.site.template_folders import beside, folders_of


@dataclass(frozen=True, slots=True)
class Link:
    """A page at the top of the navigation: its title, and its address below the root of the site."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows.

    ``root`` is the path of the site on its server, empty where nobody has said it; ``search`` is the address of the
    page that takes a query, nothing where the site has no search.
    """

    title: str
    language: str
    root: str
    links: tuple[Link, ...]
    search: str | None


def not_found(view: View, settings: Settings) -> str:
    """The whole file; raises ``OSError`` where a template cannot be read."""
    folders = folders_of(settings)
    script = sent(beside("not_found.js", folders))
    site = Templates(folders, Prose(_nowhere), _nowhere, settings)
    return site.fill("not_found.html", "404", {"view": view, "script": Markup(script)}).strip() + "\n"


def _nowhere(address: str, here: str) -> str:
    """Nothing on the page was written by an author."""
    return ""
