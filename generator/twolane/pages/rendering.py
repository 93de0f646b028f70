"""Fills in the templates: the only module that knows Jinja2.

Autoescape is on for every template, whatever its file is called, and a name that a template does not get is a
mistake rather than nothing. Views know no addresses of the site: links are resolved here, for the page at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from twolane.pages import wording
from twolane.pages.addresses import Address
from twolane.pages.links import edit_link, page_link
from twolane.pages.prose import Prose, Resolve
from twolane.pages.references import Ref
from twolane.pages.settings import SiteSettings
from twolane.pages.texts import TEXTS
from twolane.source import Place


class Templates:
    """The templates of one build, with what they may call."""

    def __init__(self, folders: Iterable[Path], prose: Prose, resolve: Resolve, settings: SiteSettings) -> None:
        self._prose, self._resolve = prose, resolve
        self._style, self._edit_root = settings.links, settings.edit_root
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals["t"] = TEXTS
        self._environment.filters |= {
            "link": self._link,
            "links": self._links,
            "marked": self._marked,
            "href": self._href,
            "outgoing": self._outgoing,
            "flow": self._flow,
            "block": self._block,
            "inline": self._inline,
            "plain": prose.plain,
            "choice": wording.choice,
            "count": wording.count,
            "day": wording.day,
            "edit": self._edit,
            "lines": lines,
        }

    def fill(self, template: str, names: Mapping[str, object]) -> str:
        """The HTML of a template; ``names`` holds ``here``, the path of the page it is for."""
        return self._environment.get_template(template).render(names)

    @pass_context
    def _href(self, context: Context, address: Address) -> str:
        return page_link(context["here"], address.page, self._style, address.anchor)

    @pass_context
    def _link(self, context: Context, ref: Ref | None) -> Markup:
        """A link to an element; nothing for nothing."""
        if ref is None:
            return Markup()
        return Markup(f'<a href="{escape(self._href(context, ref.address))}">{escape(ref.text)}</a>')

    @pass_context
    def _marked(self, context: Context, ref: Ref) -> Markup:
        """A link with the mark of its lane."""
        link = self._link(context, ref)
        return Markup(f'<span class="tl-{ref.side}">{link}</span>') if ref.side in ("buyer", "seller") else link

    @pass_context
    def _links(self, context: Context, refs: Iterable[Ref]) -> Markup:
        """Links in a row, or below each other where they are sentences."""
        several = tuple(refs)
        between = Markup("<br>") if any(_is_sentence(ref.text) for ref in several) else Markup(", ")
        return between.join(self._link(context, ref) for ref in several)

    def _edit(self, place: Place) -> str:
        """Where a line of a definition is edited; empty where the repository has no address."""
        return edit_link(self._edit_root, place.file, place.line)

    @pass_context
    def _outgoing(self, context: Context, address: str) -> str:
        """The ``href`` of an address that an author wrote; empty where it may not be followed."""
        return self._resolve(address, context["here"])

    @pass_context
    def _flow(self, context: Context, text: str) -> Markup:
        return self._prose.flow(text, context["here"])

    @pass_context
    def _block(self, context: Context, text: str) -> Markup:
        return self._prose.block(text, context["here"])

    @pass_context
    def _inline(self, context: Context, text: str) -> Markup:
        return self._prose.inline(text, context["here"])


def lines(code: str) -> Markup:
    """Code whose line ends are references, so that the lines of a page may be tidied without harm."""
    return Markup(str(escape(code)).replace("\n", "&#10;"))


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?")) or "," in text
