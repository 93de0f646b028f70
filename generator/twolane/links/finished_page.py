"""One finished page as a value: the contract between those who write pages and the engines that show them."""

from __future__ import annotations

from dataclasses import dataclass

TITLE_ID = "start"
"""The id that every body gives to its one `h1`; the skip link leads there."""

HOME = "index"
"""The path of the home page."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page's body, below its title; `title` is plain text, `level` is 2 to 6."""

    level: int
    id: str
    title: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What search finds at one place of a page; plain text, an empty `anchor` means the page itself.

    `rank` multiplies its score: 1 is the usual one. `of` is the process that the page belongs to, where that must be
    said: whoever adds its name to a query finds the page, and all that stands on it, before those of other processes.
    """

    anchor: str
    title: str
    text: str
    rank: float = 1
    of: str = ""


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """Where a page comes from: a path relative to the folder of `mkdocs.yml`, and a line."""

    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class SideFile:
    """A file that a page offers: its path below the root of the site, and its text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """HTML that goes below the title of a page written by hand, and at its foot; a ``retired`` one is marked so."""

    top: str = ""
    foot: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page that only needs an engine's shell around it.

    `path` is where it stands, without an ending and always with `/`: `index`, `new-business/index`,
    `new-business/prospecting`. Titles and texts are plain: each engine escapes them for its own use. `body`
    is HTML that holds one `<h1 id="start">`, and whose links were made by `links` for the same engine.
    `section` is the place in the navigation, outermost title first; a first part is a tab. `label` is a
    shorter title for the navigation; a page that is not `listed` is found by links and by search alone.
    `description` is one line for search engines and link previews. `scripts` are names of our assets that the page
    needs beside the script that draws diagrams; it must say the same without them.
    `files` are those that it offers beside itself. A page that is not `indexed` is not for search engines, nor for the
    site's own search. `leads_to` is the path of the page that has taken the place of this one.
    """

    path: str
    title: str
    body: str
    headings: tuple[Heading, ...] = ()
    section: tuple[str, ...] = ()
    search: tuple[SearchEntry, ...] = ()
    source: SourcePlace | None = None
    diagrams: bool = False
    description: str = ""
    label: str = ""
    listed: bool = True
    scripts: tuple[str, ...] = ()
    files: tuple[SideFile, ...] = ()
    indexed: bool = True
    leads_to: str = ""

    @property
    def nav_title(self) -> str:
        """What the navigation calls the page, plain text."""
        return self.label or self.title
