"""Fills in the templates: the only module that knows Jinja2.

Autoescape is on for every template, whatever its file is called, and a name that a template does not get is a
mistake rather than nothing. Views know no addresses of the site: links are resolved here, for the page at hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import quote

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from twolane.configuration.settings import Settings
from twolane.links.addresses import Address
from twolane.links.element_links import Ref
from twolane.links.link_styles import edit_link, file_link, page_link
from twolane.links.prose import Prose, Resolve
from twolane.site.template_folders import TemplateFolder
from twolane.source import Place
from twolane.wording.choice_names import choice
from twolane.wording.dates import day
from twolane.wording.sentences import said
from twolane.wording.spoken_language import texts, translated

# A page links to the same few pages again and again; without these two, a third of all time went here.
_LINE = re.compile(r"[\r\n][ \t\r\n]*")
_to_page = lru_cache(maxsize=20_000)(page_link)
_quoted = lru_cache(maxsize=20_000)(quote)


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates in ``folders``, the first folder first, for one site.

    ``there`` are the pages that links may lead to, where some that are usually there are left out.
    """

    folders: tuple[TemplateFolder, ...]
    prose: Prose
    resolve: Resolve
    settings: Settings
    there: frozenset[str] | None = None

    def fill(self, template: str, here: str, names: Mapping[str, object]) -> str:
        """The HTML of a template for the page at the path ``here``."""
        found = _environment(self.folders).get_template(template)
        return found.render({"t": texts()} | dict(names), here=here, site=self)


class _Loader(FileSystemLoader):
    """Reads the templates of one folder, and none that lies outside of what the folder belongs to."""

    def __init__(self, folder: TemplateFolder) -> None:
        super().__init__(folder.path)
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if self._folder.file(template) is None:
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


def tidied(html: str) -> str:
    """HTML without empty and indented lines, so that it stays one block of HTML inside a Markdown file."""
    return _LINE.sub("\n", html).strip()


@lru_cache(maxsize=8)
def _environment(folders: tuple[TemplateFolder, ...]) -> Environment:
    """Kept between builds, since reading the templates takes longer than filling them in for a small playbook.

    A template that has changed since is read again.
    """
    environment = Environment(
        loader=ChoiceLoader([_Loader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "link": _link,
        "links": _links,
        "marked": _marked,
        "href": _href,
        "outgoing": _outgoing,
        "edit": _edit,
        "file": _file,
        "flow": _flow,
        "block": _block,
        "inline": _inline,
        "plain": _plain,
        "lines": _lines,
        "said": said,
        "choice": choice,
        "translated": _translated,
        "day": day,
    }
    return environment


@pass_context
def _href(context: Context, address: Address) -> str:
    here = context["here"]
    anchor = f"#{_quoted(address.anchor)}" if address.anchor else ""
    if anchor and address.page == here:
        return anchor
    return _to_page(here, address.page, context["site"].settings.links) + anchor


@pass_context
def _link(context: Context, ref: Ref | None) -> Markup:
    """A link to an element; nothing for nothing. Its address is percent-encoded, so that it needs no escape."""
    if ref is None:
        return Markup()
    there = context["site"].there
    if there is not None and ref.address.page not in there:
        return escape(ref.text)
    return Markup(f'<a href="{_href(context, ref.address)}">{escape(ref.text)}</a>')


@pass_context
def _marked(context: Context, ref: Ref) -> Markup:
    """A link with the mark of its lane."""
    link = _link(context, ref)
    return Markup(f'<span class="tl-{ref.side}">{link}</span>') if ref.side in ("buyer", "seller") else link


@pass_context
def _links(context: Context, refs: Iterable[Ref]) -> Markup:
    """Links in a row, or below each other where they are sentences."""
    several = tuple(refs)
    between = Markup("<br>") if any(_is_sentence(ref.text) for ref in several) else Markup(", ")
    return between.join(_link(context, ref) for ref in several)


@pass_context
def _edit(context: Context, place: Place) -> str:
    """Where a line of a definition is edited; empty where the repository has no address."""
    return edit_link(context["site"].settings.edit_root, place.file, place.line)


@pass_context
def _file(context: Context, path: str) -> str:
    """The ``href`` of a file that a page offers, by its path below the root of the site."""
    return file_link(context["here"], path, context["site"].settings.links)


@pass_context
def _outgoing(context: Context, address: str) -> str:
    """The ``href`` of an address that an author wrote; empty where it may not be followed."""
    href: str = context["site"].resolve(address, context["here"])
    return href


@pass_context
def _flow(context: Context, text: str) -> Markup:
    return _prose(context).flow(text, context["here"])


@pass_context
def _block(context: Context, text: str) -> Markup:
    return _prose(context).block(text, context["here"])


@pass_context
def _inline(context: Context, text: str) -> Markup:
    return _prose(context).inline(text, context["here"])


@pass_context
def _plain(context: Context, text: str) -> str:
    return _prose(context).plain(text)


def _prose(context: Context) -> Prose:
    site: Templates = context["site"]
    return site.prose


def _lines(code: str) -> Markup:
    """Code whose line ends are references, so that the lines of a page may be tidied without harm."""
    return Markup(str(escape(code)).replace("\n", "&#10;"))


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?")) or "," in text


def _translated(value: str | Ref) -> str | Ref:
    return replace(value, text=translated(value.text)) if isinstance(value, Ref) else translated(value)
