"""Styles, font and scripts for a page that stands alone, and the policy by which its browser runs no other script."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

from twolane import third_party
from twolane.site.inlined_font import inlined_font
from twolane.site.script_words import NAME, script_words
from twolane.site.template_comments import sent
from twolane.site.template_folders import TemplateFolder, assets, beside

_OURS = ("twolane-mermaid.js", "twolane-print.js")
_DARK = re.compile(r'\[data-md-color-scheme="slate"\] \{([^{}]*)\}')
_TAG = re.compile(r"<(?=!--|/?script)", re.IGNORECASE)
"""What would end the element that a script stands in, or change how it is read; scripts have it in texts alone."""
_POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"
_FONT = "twolane-font.css"
_FONT_HERE = "<font>"
"""Stands where the font goes; text from definitions cannot say it, since its ``<`` is escaped there."""


@dataclass(frozen=True, slots=True)
class Inlined:
    """What goes into the file: texts as they stand inside ``<style>`` and ``<script>``, and the policy.

    The font comes last, ``with_font``: which parts of it are needed is known only when the page is whole.
    """

    style: str
    scripts: tuple[str, ...]
    policy: str


def inlined(folders: tuple[TemplateFolder, ...], diagrams: bool) -> Inlined:
    """With ``diagrams``, everything that draws them; ``folders`` are those of the templates.

    Raises ``third_party.MissingFile`` where Mermaid did not come with this installation.
    """
    scripts = tuple(_scripts(folders)) if diagrams else ()
    allowed = "".join(f" '{_hash(script)}'" for script in scripts)
    return Inlined(_style(folders), scripts, f"{_POLICY}; script-src{allowed}" if scripts else _POLICY)


def with_font(html: str, folders: tuple[TemplateFolder, ...]) -> str:
    """A page with such a style, and in it the parts of the font that the page needs.

    Raises ``third_party.MissingFile`` where the font did not come with this installation.
    """
    style = dict(assets(folders))[_FONT].read_text("utf-8")
    return html.replace(_FONT_HERE, inlined_font(style, html), 1)


def _scripts(folders: tuple[TemplateFolder, ...]) -> list[str]:
    """The one that sets the stage comes after Mermaid, so that nothing waits for a Mermaid that does not run."""
    files = dict(assets(folders))
    mermaid = third_party.mermaid_script()
    licence = third_party.licence(mermaid)
    terms = licence.read_text("utf-8").strip().replace("*/", "* /") if licence else ""
    head = f"/*! Mermaid\n{terms}\n*/\n" if terms else ""
    words = sent(files[NAME]) if NAME in files else script_words()
    before = (files["twolane-page.js"], beside("single_file.js", folders))
    ours = (*map(sent, before), words, *(sent(files[name]) for name in _OURS))
    return [_safe(head + mermaid.read_text("utf-8")), *map(_safe, ours)]


def _safe(script: str) -> str:
    """The script without anything that HTML would take for a tag; in a text or a pattern it means the same."""
    return _TAG.sub(r"\\x3c", script)


def _hash(script: str) -> str:
    """By which a browser knows the script: that of what stands between its tags."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


def _style(folders: tuple[TemplateFolder, ...]) -> str:
    """Our styles for a page without Material's: the scheme is the one that the reader's system wants."""
    ours = (path for name, path in assets(folders) if name.endswith(".css") and name != _FONT)
    files = (beside("single_file.css", folders), *sorted(ours, key=lambda path: len(path.name)))
    text = "\n".join(map(sent, files))
    text = _DARK.sub(r"@media (prefers-color-scheme: dark) { :root {\1} }", text)
    text = text.replace('[data-md-color-scheme="default"] {', ":root {").replace("[data-md-color-scheme] {", ":root {")
    return _FONT_HERE + text.replace("</", "<\\/")
