"""What Material writes that does not fit a playbook: a table of repairs, and whether this Material still needs them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from twolane.wording.spoken_language import texts
from twolane.wording.texts.all_texts import Texts

_LOG = logging.getLogger("mkdocs.twolane_repairs")
_UNFIT = (
    "Material for MkDocs {version} writes some places in another way than Twolane knows, so that these are left as "
    "they come: {names}. The site is built all the same; `pip install mkdocs-material=={tried}` brings back what fits."
)
TRIED = "9.8.1"
"""The version of Material that the whole suite is run with."""

_BASE, _HEADER = "templates/base.html", "templates/partials/header.html"
_BUNDLE, _WORKER = (
    "templates/assets/javascripts/bundle.*.min.js",
    "templates/assets/javascripts/workers/search.*.min.js",
)
_SETTINGS, _ENGLISH = "templates/mkdocs_theme.yml", "templates/partials/languages/en.html"
_SEARCH = 'data-md-component="search" role="dialog"'
_DRAWER = 'class="md-header__button md-icon" for="__drawer"'
_PATH = '<nav class="md-path" aria-label="'
_CONTENTS = '<nav class="md-nav md-nav--secondary" aria-label="'
_HEAD = '<meta charset="utf-8">'
_ANNOUNCED = '<div data-md-component="announce">'
_CONTAINER = ' data-md-component="container">'


@dataclass(frozen=True, slots=True)
class Repair:
    """One place of Material's that is written anew.

    ``finds`` is what stands in the site, ``puts`` what comes in its place, in which ``{}`` is what only the page says,
    or what ``says`` picks from the texts. ``file``, below Material's folder, has it, there as ``source`` where that
    is not the same.
    """

    name: str
    why: str
    file: str
    finds: str
    puts: str
    source: str = ""
    says: Callable[[Texts], str] | None = None

    def mend(self, text: str) -> str:
        """The text with each place mended."""
        return text.replace(self.finds, self._put(""))

    def mend_first(self, text: str, more: str = "") -> str:
        """The text with its first place mended, and what the page has to say there."""
        return text.replace(self.finds, self._put(more), 1)

    def _put(self, more: str) -> str:
        return self.puts.replace("{}", escape(self.says(texts())) if self.says else more)


@dataclass(frozen=True, slots=True)
class Default:
    """A value of Material's own that one of ours takes the place of, where a playbook says nothing."""

    name: str
    why: str
    file: str
    source: str


ON_PAGES = (
    Repair(
        "no figures of the repository",
        "Stars and forks are asked for at the repository's host, which is a request that leaves the site.",
        "templates/partials/source.html",
        ' data-md-component="source"',
        "",
    ),
    Repair(
        "a name for the search",
        "A dialog needs a name.",
        "templates/partials/search.html",
        _SEARCH,
        f'{_SEARCH} aria-label="{{}}"',
        says=lambda t: t.shell_search,
    ),
    Repair(
        "the switch of the navigation",
        "HTML does not know the attribute there.",
        _BASE,
        ' type="checkbox" id="__drawer" autocomplete="off"',
        ' type="checkbox" id="__drawer"',
    ),
    Repair(
        "the switch of the search",
        "HTML does not know the attribute there.",
        _BASE,
        ' type="checkbox" id="__search" autocomplete="off"',
        ' type="checkbox" id="__search"',
    ),
    Repair(
        "sections that Tab passes by",
        "HTML does not know the attribute without a number.",
        "templates/partials/nav-item.html",
        ' tabindex=""',
        "",
        source=' tabindex="{{ tabindex }}"',
    ),
    Repair(
        "a name for editing",
        "A link needs a name.",
        "templates/partials/actions.html",
        ' rel="edit"',
        ' aria-label="{}"',
        says=lambda t: t.shell_edit,
    ),
    Repair(
        "the navigation by keyboard",
        "Who has no mouse opens the navigation of narrow windows, too; Material's script takes Enter on a label.",
        _HEADER,
        f"{_DRAWER}>",
        f'{_DRAWER} tabindex="0"><span class="tl-sr">{{}}</span>',
        source='class="md-header__button md-icon" for="__drawer">',
        says=lambda t: t.shell_navigation,
    ),
    Repair(
        "a name for the path",
        "Two landmarks of one kind need two names.",
        "templates/partials/path.html",
        _PATH,
        f"{_PATH}{{}}",
        says=lambda t: t.shell_path,
    ),
)
"""What is written anew on every page."""
CONTENTS = Repair(
    "a name for the contents of a page",
    "Of the two tables of contents one shows on a phone, the other on wide screens; they need two names.",
    "templates/partials/toc.html",
    _CONTENTS,
    f"{_CONTENTS}{{}}",
    says=lambda t: t.shell_contents,
)
HEAD = Repair("the font ahead", "A page asks for its font before it knows it.", _BASE, _HEAD, f"{_HEAD}{{}}")
ANNOUNCED = Repair(
    "the line of a preview",
    "A preview says so above its header.",
    _BASE,
    _ANNOUNCED,
    f'{_ANNOUNCED}<aside class="md-banner tl-proposed">{{}}</aside>',
)
CONTAINER = Repair(
    "the scripts of a page that is exchanged",
    "With `navigation.instant` a page names what it needs.",
    _BASE,
    _CONTAINER,
    f"{_CONTAINER}{{}}",
)
IN_BUNDLE = (
    Repair("no scripts from elsewhere", "Material's script would load others.", _BUNDLE, "https://unpkg.com/", ""),
    Repair("no figures from elsewhere", "Material's script would ask there.", _BUNDLE, "https://api.github.com/", ""),
)
"""What is written anew in Material's script."""
# The empty text is found at the beginning.
WORKER = Repair("the spellings of search", "Our script hears each query first.", _WORKER, "", "{}\n")
DEFAULTS = (
    Default("no font from elsewhere", "It would come from a server of somebody else.", _SETTINGS, "text: Roboto\n"),
    Default("our sign", "Browsers show it for the site.", _SETTINGS, "favicon: assets/images/favicon.png"),
    Default("the words of search", "A word is found without the signs around it.", _ENGLISH, r'"[\\s\\-]+"'),
    Default("the weight of titles in search", "Texts count too.", "plugins/search/plugin.py", '"boost": 1e3'),
)
ALL = (*ON_PAGES, CONTENTS, HEAD, ANNOUNCED, CONTAINER, *IN_BUNDLE, WORKER, *DEFAULTS)


def installed() -> Path:
    """The folder of the Material that builds the site."""
    found = find_spec("material")
    return Path(found.origin).parent if found and found.origin else Path()


def fits(repair: Repair | Default, material: Path) -> bool:
    """Whether the Material in that folder has the place."""
    wanted = repair.source or (repair.finds if isinstance(repair, Repair) else "")
    return any(wanted in file.read_text("utf-8") for file in material.glob(repair.file))


class Told:
    """Says of a build, or of the first of those in a row, which repairs find nothing."""

    def __init__(self) -> None:
        self._is_told = False

    def tell_unfit(self, theme: str | None) -> None:
        """Says it on one line, which is no warning, since nobody could mend it in a playbook."""
        if theme != "material" or self._is_told:
            return
        self._is_told, material = True, installed()
        names = ", ".join(each.name for each in ALL if not fits(each, material))
        if names:
            _LOG.info(_UNFIT.format(version=version("mkdocs-material"), names=names, tried=TRIED))
