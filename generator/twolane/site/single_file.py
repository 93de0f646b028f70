"""One process as one HTML file that opens from an e-mail: nothing is loaded, pictures and diagrams are inside.

Mermaid stands in the file, 3.6 MB of script, and draws the diagrams when it is opened; no other script can run, and
where none does, as in the preview of a mail, the table beside each diagram says the same. The two-line diagram is
drawn by us beforehand.
"""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html import escape
from pathlib import PurePosixPath
from urllib.parse import unquote

from markupsafe import Markup

from twolane.links.cut_html import Edit, edited
from twolane.links.html_elements import Element, elements
from twolane.site.inlined import inlined, with_font
from twolane.site.printing import Group
from twolane.site.rendering import Templates, tidied

_DIAGRAM = r'<figure class="tl-figure"[^>]*>(?:(?!</figure>).)*<pre class="tl-diagram">.*?</figure>'
_FIGURE = re.compile(_DIAGRAM, re.DOTALL)
_HEADING = re.compile(rf"<h([2-6])\b[^<>]*>[^<]*</h\1>\s*(?=((?:{_DIAGRAM}\s*)*)(?:<h([2-6])|\Z))", re.DOTALL)
"""A heading below which nothing but diagrams stands before the next one."""
_WHERE = re.compile(r'<p><a class="tl-where-link"[^<>]*>[^<]*</a></p>')
"""Asks a question that another page answers."""
_SCRIPTS = "<scripts>"
"""Stands where the scripts go; text from definitions cannot say it, since its ``<`` is escaped there."""
_OUTSIDE = re.compile(r"(https?:|mailto:)", re.IGNORECASE)
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml")

Load = Callable[[str], bytes | None]
"""The bytes of a file among the hand-written pages, by its path; nothing where there is none."""


def self_contained(group: Group, load: Load, diagrams: bool) -> Group:
    """The parts of a printed page so that they need nothing beside them; ``load`` gives the pictures that they show."""
    return replace(
        group,
        parts=tuple(replace(part, body=Markup(_whole(part.body, load, diagrams))) for part in group.parts),
    )


def single_file(templates: Templates, names: Mapping[str, object], draws: bool) -> str:
    """The whole file, from what the template shows; it ``draws`` where there are diagrams in it.

    Raises ``third_party.MissingFile`` where the font, or Mermaid for diagrams, is not there.
    """
    inside = inlined(templates.folders, draws)
    # Scripts are put in last, since tidying would change the texts in them.
    own = {"style": Markup(inside.style), "policy": Markup(inside.policy), "scripts": Markup(_SCRIPTS)}
    html = tidied(templates.fill("single_file.html", "index", {**names, **own}))
    scripts = "\n".join(f"<script>{script}</script>" for script in inside.scripts)
    return f"{with_font(html, templates.folders).replace(_SCRIPTS, scripts)}\n"


def _whole(body: str, load: Load, diagrams: bool) -> str:
    """A body that needs nothing beside itself."""
    body = _HEADING.sub(lambda match: _heading(match, diagrams), _WHERE.sub("", body))
    body = _FIGURE.sub(lambda match: _drawn(match[0]) if diagrams else "", body)
    edits = (edit for each in elements(body) for edit in _edits(each, body, load))
    return edited(body, edits)


def _heading(match: re.Match[str], diagrams: bool) -> str:
    """Where all that stood below it goes, the heading goes too; where it comes with the diagrams, so does this."""
    if match[3] is not None and int(match[3]) > int(match[1]):
        return match[0]
    return _drawn(match[0]) if match[2] and diagrams else ""


def _drawn(element: str) -> str:
    """An element that shows once the diagrams are drawn."""
    return element.replace(">", " data-drawn>", 1)


def _edits(element: Element, body: str, load: Load) -> Iterator[Edit]:
    """What becomes of a picture or a link.

    A link within the file or to the open web stays; any other is its text, a file with its name.
    """
    address = element.attributes.get("src" if element.name == "img" else "href", "")
    if element.name == "img":
        yield element.start, element.end, _picture(address, escape(element.attributes.get("alt", "")), load)
    if element.name != "a" or not address or address.startswith("#") or _OUTSIDE.match(address):
        return
    name = PurePosixPath(unquote(address.partition("#")[0])).name
    drawn = "<svg" in body[element.inner : element.inner_end]
    yield element.start, element.inner, ""
    yield (
        element.inner_end,
        element.end,
        f" ({escape(name)})" if name and not name.endswith(".html") and not drawn else "",
    )


def _picture(address: str, words: str, load: Load) -> str:
    path = unquote(address)
    while path.startswith("../"):
        path = path.removeprefix("../")
    kind, _ = mimetypes.guess_type(path)
    data = load(path) if kind in _PICTURES else None
    if data is None:
        return words or escape(path)
    return f'<img src="data:{kind};base64,{base64.b64encode(data).decode()}" alt="{words}">'
