"""The files that the site brings itself: our styles and scripts, and the scripts and the font of others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.theme import Theme

from twolane import third_party
from twolane.configuration.output_styles import DiagramStyle
from twolane.configuration.settings import Settings
from twolane.mkdocs import mermaid2
from twolane.site import script_words
from twolane.site.inlined_font import carried_font
from twolane.site.template_comments import sent
from twolane.site.template_folders import assets, folders_of, is_ours

_FOLDER = "assets/twolane"
MERMAID = f"{_FOLDER}/mermaid.min.js"
"""What draws diagrams."""
LOADER = f"{_FOLDER}/twolane-mermaid.js"
"""Our script that draws diagrams, on several sheets of paper where needed; it finds `mermaid.min.js` beside itself."""
WORDS = f"{_FOLDER}/{script_words.NAME}"
"""Everything that our scripts say."""
KEYS = f"{_FOLDER}/twolane-keys.js"
"""Our script for the key that opens the cards from any page."""
PAGE = f"{_FOLDER}/twolane-page.js"
"""Our script that starts all others on each page; it knows whose site it is."""
SEARCH_LESSON = "twolane-search.js"
"""The name of our script that goes into Material's worker for search."""
SEARCH_SHIM = f"{_FOLDER}/iframe-worker.js"
"""Lets search work on pages opened from a file, where browsers have no workers."""
FONT = f"{_FOLDER}/{third_party.FONT_FILES[0]}"
"""The file of the font that every page needs."""
_FONT_STYLE = "twolane-font.css"


_MATERIALS_FONT = {"text": "Roboto", "code": "Roboto Mono"}
_MATERIALS_FAVICON = "assets/images/favicon.png"


def adopt_looks(theme: Theme) -> None:
    """Gives the site our sign, our font and a scheme of colours where the playbook has not chosen others."""
    if theme.get("font") == _MATERIALS_FONT:
        # They would come from a server of somebody else.
        theme["font"] = False
    if theme.get("favicon") == _MATERIALS_FAVICON:
        theme["favicon"] = f"{_FOLDER}/favicon.svg"
    if not theme.get("logo") and not (theme.get("icon") or {}).get("logo"):
        theme["logo"] = f"{_FOLDER}/logo.svg"
    if not theme.get("palette"):
        # Without one a page has no scheme, on which all of our colours hang.
        theme["palette"] = {"scheme": "default"}


def styles(settings: Settings) -> list[str]:
    """The addresses of our style sheets, and of the playbook's own among its templates.

    Raises PluginError where our scripts are missing; whatever else asks for assets comes later.
    """
    try:
        folders = folders_of(settings)
    except third_party.MissingFile as error:
        raise PluginError(str(error)) from error
    return [f"{_FOLDER}/{name}" for name, _ in assets(folders) if name.endswith(".css")]


def asset(settings: Settings, name: str) -> Path:
    """The file of one of our assets, or of the playbook's own in its place."""
    return dict(assets(folders_of(settings)))[name]


def script(name: str) -> str:
    """The address of one of our scripts."""
    return f"{_FOLDER}/{name}"


def static_files(config: MkDocsConfig, settings: Settings) -> Iterator[File]:
    """Our assets, and the files of others with their licences; PluginError where one of these is missing."""
    ours = dict(assets(folders_of(settings)))
    for name, path in ours.items():
        yield _written(config, name, sent(path)) if is_ours(path) else _file(config, name, path)
    if script_words.NAME not in ours:
        yield _written(config, script_words.NAME, script_words.script_words())
    try:
        others = {file.name: file for file in third_party.font_files()}
        others["iframe-worker.js"] = third_party.iframe_worker_script()
        if settings.diagrams is DiagramStyle.OURS or mermaid2.borrows(config, MERMAID):
            others[third_party.MERMAID] = third_party.mermaid_script()
    except third_party.MissingFile as error:
        raise PluginError(str(error)) from error
    carried = json.dumps(carried_font(asset(settings, _FONT_STYLE).read_text("utf-8")))
    yield _written(config, "public-sans.js", f"var twolaneFont = {carried};\n")
    licences = filter(None, map(third_party.licence, others.values()))
    for name, path in {**others, **{each.name: each for each in licences}}.items():
        yield _file(config, name, path)


def _written(config: MkDocsConfig, name: str, content: str) -> File:
    return File.generated(config, f"{_FOLDER}/{name}", content=content, inclusion=InclusionLevel.INCLUDED)


def _file(config: MkDocsConfig, name: str, path: Path) -> File:
    return File.generated(config, f"{_FOLDER}/{name}", abs_src_path=str(path), inclusion=InclusionLevel.INCLUDED)
