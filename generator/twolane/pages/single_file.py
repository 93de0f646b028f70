"""One process as one HTML file that opens from an e-mail: nothing is loaded, pictures and diagrams are inside.

Mermaid stands in the file, 3.6 MB of script, and draws the diagrams when it is opened; no other script can run, and
where none does, as in the preview of a mail, the table beside each diagram says the same. The two-line diagram is
drawn by us beforehand.
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

from twolane.links.link_styles import LinkStyle
from twolane.model.process import Process
from twolane.pages import print_pages
from twolane.pages.assembling import MadePages, made_of, tidied
from twolane.parts.site_paths import SiteContents
from twolane.site.inlined import Inlined, inlined, with_font
from twolane.site.site_settings import DiagramStyle, SiteSettings

_DIAGRAM = r'<figure class="tl-figure"[^>]*>(?:(?!</figure>).)*<pre class="tl-diagram">.*?</figure>'
_FIGURE = re.compile(_DIAGRAM, re.DOTALL)
_HEADING = re.compile(rf"<h([2-6])\b[^<>]*>[^<]*</h\1>\s*(?=((?:{_DIAGRAM}\s*)*)(?:<h([2-6])|\Z))", re.DOTALL)
"""A heading below which nothing but diagrams stands before the next one."""
_WHERE = re.compile(r'<p><a class="tl-where-link"[^<>]*>[^<]*</a></p>')
"""Asks a question that another page answers."""
_LINK = re.compile(r'<a\b[^<>]*? href="([^"]*)"[^<>]*>(.*?)</a>', re.DOTALL)
_PICTURE = re.compile(r'<img src="([^"]*)" alt="([^"]*)"[^<>]*>')
_SCRIPTS = "<scripts>"
"""Stands where the scripts go; text from definitions cannot say it, since its ``<`` is escaped there."""
_OUTSIDE = re.compile(r"(https?:|mailto:)", re.IGNORECASE)
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml")

Load = Callable[[str], bytes | None]
"""The bytes of a file among the hand-written pages, by its path; nothing where there is none."""


def single_file(
    contents: SiteContents, process: Process, settings: SiteSettings, load: Load, diagrams: bool = True
) -> str:
    """The whole file; ``load`` gives the pictures that definitions show.

    Raises ``third_party.MissingFile`` where the font, or Mermaid for diagrams that are wanted, is not there.
    """
    made = made_of(contents, (), replace(settings, links=LinkStyle.FILES, diagrams=DiagramStyle.OURS, edit_root=""))
    view = print_pages.one(made.given, process, made.pages, LinkStyle.FILES)
    parts = tuple(replace(part, body=Markup(_whole(part.body, load, diagrams))) for part in view.groups[0].parts)
    view = replace(view, groups=(replace(view.groups[0], parts=parts),))
    inside = inlined(settings.template_folders, diagrams and any(part.diagrams for part in parts))
    names = {"title": process.name, "view": view, "playbook": contents.playbook.about, **_inside(inside)}
    html = tidied(made.templates.fill("single_file.html", "index", _with_common(names, made)))
    scripts = "\n".join(f"<script>{script}</script>" for script in inside.scripts)
    return f"{with_font(html, settings.template_folders).replace(_SCRIPTS, scripts)}\n"


def _inside(inside: Inlined) -> dict[str, object]:
    """Scripts are put in last, since tidying would change the texts in them."""
    return {"style": Markup(inside.style), "policy": Markup(inside.policy), "scripts": Markup(_SCRIPTS)}


def _with_common(names: dict[str, object], made: MadePages) -> dict[str, object]:
    return {**names, "facts": None, "lanes": made.given.playbook.about.lanes, "diagrams": ()}


def _whole(body: str, load: Load, diagrams: bool) -> str:
    """A body that needs nothing beside itself."""
    body = _HEADING.sub(lambda match: _heading(match, diagrams), _WHERE.sub("", body))
    body = _FIGURE.sub(lambda match: _drawn(match[0]) if diagrams else "", body)
    body = _PICTURE.sub(lambda match: _picture(unescape(match[1]), match[2], load), body)
    return _LINK.sub(_link, body)


def _heading(match: re.Match[str], diagrams: bool) -> str:
    """Where all that stood below it goes, the heading goes too; where it comes with the diagrams, so does this."""
    if match[3] is not None and int(match[3]) > int(match[1]):
        return match[0]
    return _drawn(match[0]) if match[2] and diagrams else ""


def _drawn(element: str) -> str:
    """An element that shows once the diagrams are drawn."""
    return element.replace(">", " data-drawn>", 1)


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
