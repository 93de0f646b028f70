"""One process as one HTML file that opens from an e-mail: nothing is loaded, no script runs, pictures are inside.

Mermaid diagrams are left out: its script is 3.6 MB, which many mail servers refuse and which readers of mail do not
run, and each such diagram has a table beside it that says the same. The two-line diagram is drawn by us and stays.
"""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Callable
from dataclasses import replace
from html import escape, unescape
from pathlib import PurePosixPath
from urllib.parse import unquote

from markupsafe import Markup

from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.pages import print_pages
from twolane.pages.links import LinkStyle
from twolane.pages.settings import DiagramStyle, SiteSettings
from twolane.pages.site import Made, made_of, tidied
from twolane.pages.template_folders import assets, template_folders

_FIGURE = re.compile(
    r'<figure class="tl-figure"[^>]*>(?:(?!</figure>).)*<pre class="tl-diagram">.*?</figure>', re.DOTALL
)
_LINK = re.compile(r'<a\b[^<>]*? href="([^"]*)"[^<>]*>(.*?)</a>', re.DOTALL)
_PICTURE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"[^<>]*>')
_HEADING = re.compile(r"<h([2-6])\b[^<>]*>[^<]*</h\1>\s*(?=<h([2-6])|\Z)")
"""A heading below which nothing stands before the next one."""
_DARK = re.compile(r'\[data-md-color-scheme="slate"\] \{([^{}]*)\}')
_OUTSIDE = re.compile(r"(https?:|mailto:)", re.IGNORECASE)
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml")

Load = Callable[[str], bytes | None]
"""The bytes of a file among the hand-written pages, by its path; nothing where there is none."""


def single_file(playbook: Playbook, process: Process, settings: SiteSettings, load: Load) -> str:
    """The whole file; ``load`` gives the pictures that definitions show."""
    made = made_of(playbook, (), replace(settings, links=LinkStyle.FILES, diagrams=DiagramStyle.OURS, edit_root=""))
    view = print_pages.one(made.given, process, made.pages, LinkStyle.FILES)
    parts = tuple(replace(part, body=Markup(_whole(part.body, load))) for part in view.groups[0].parts)
    view = replace(view, groups=(replace(view.groups[0], parts=parts),))
    names = {"title": process.name, "view": view, "playbook": playbook.settings, "style": Markup(_style(settings))}
    return f"{tidied(made.templates.fill('single_file.html', 'index', _with_common(names, made)))}\n"


def _with_common(names: dict[str, object], made: Made) -> dict[str, object]:
    return {**names, "facts": None, "lanes": made.given.playbook.settings.lanes, "diagrams": ()}


def _whole(body: str, load: Load) -> str:
    """A body that needs nothing beside itself."""
    body = _HEADING.sub(_unless_empty, _FIGURE.sub("", body))
    body = _PICTURE.sub(lambda match: _picture(unescape(match[1]), match[2], load), body)
    return _LINK.sub(_link, body)


def _unless_empty(match: re.Match[str]) -> str:
    """Nothing, where a diagram was all that stood below the heading."""
    below = match[2] is not None and int(match[2]) > int(match[1])
    return match[0] if below else ""


def _link(match: re.Match[str]) -> str:
    """A link within the file or to the open web stays; any other is its text, a file with its name."""
    address = unescape(match[1])
    if address.startswith("#") or _OUTSIDE.match(address):
        return match[0]
    name = PurePosixPath(unquote(address.partition("#")[0])).name
    named = f" ({escape(name)})" if name and not name.endswith(".html") and "<svg" not in match[2] else ""
    return match[2] + named


def _picture(address: str, words: str, load: Load) -> str:
    path = unquote(address)
    while path.startswith("../"):
        path = path.removeprefix("../")
    kind, _ = mimetypes.guess_type(path)
    data = load(path) if kind in _PICTURES else None
    if data is None:
        return words or escape(path)
    return f'<img src="data:{kind};base64,{base64.b64encode(data).decode()}" alt="{words}">'


def _style(settings: SiteSettings) -> str:
    """Our styles for a page without Material's: the scheme is the one that the reader's system wants."""
    bases = (folder / "single_file.css" for folder in template_folders(settings.templates))
    base = next(path for path in bases if path.is_file())
    ours = (path for name, path in assets(settings.templates) if name.endswith(".css"))
    text = "\n".join(path.read_text("utf-8") for path in (base, *sorted(ours, key=lambda path: len(path.name))))
    text = _DARK.sub(r"@media (prefers-color-scheme: dark) { :root {\1} }", text)
    text = text.replace('[data-md-color-scheme="default"] {', ":root {").replace("[data-md-color-scheme] {", ":root {")
    return text.replace("</", "<\\/")
