"""Takes links to what an audience does not get out of hand-written pages, and sees to it that none is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE

from twolane.links import cut_html, cut_markdown
from twolane.links.leading import Leads

_ADDRESSES = {"a": "href", "img": "src"}
_REWRITING = "relpath"
"""What MkDocs calls its own processor of addresses, as do plugins that convert a page again."""
_UNESCAPING = UnescapeTreeprocessor()
_USUAL = (
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"),
)
"""The extensions with which pages of MkDocs and Material are usually written."""
_ROUNDS = 3
"""How often links are looked for: where one goes, another can come to light."""


class LinkCutting(Extension):
    """Has each converter leave out links that lead nowhere, whoever converts, and whenever.

    ``leads_for`` gives what leads anywhere on the page at hand; it is asked with what rewrites addresses in that
    converter, which knows the page, or with nothing.
    """

    def __init__(self, leads_for: Callable[[object], Leads]) -> None:
        super().__init__()
        self._leads_for = leads_for

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Comes behind whatever makes links, before they are rewritten, and before files are put in their place."""
        md.treeprocessors.register(_TreeCutting(md, self._leads_for), "twolane_links", 5.5)
        md.postprocessors.register(_HtmlCutting(md, self._leads_for), "twolane_links", 5)


class _TreeCutting(Treeprocessor):
    """Cuts what Markdown has become, so that code stays."""

    def __init__(self, md: Markdown, leads_for: Callable[[object], Leads]) -> None:
        super().__init__(md)
        self._leads_for = leads_for

    def run(self, root: Element) -> None:
        """Goes through the page from its end, so that what stands inside comes first."""
        leads = self._leads_for(_rewriting(self.md))
        for parent in reversed(list(root.iter())):
            for child in list(parent):
                if _is_dead(child, leads):
                    _unwrap(parent, child)


class _HtmlCutting(Postprocessor):
    """Cuts what stands in the page as HTML, which is put in at last."""

    def __init__(self, md: Markdown, leads_for: Callable[[object], Leads]) -> None:
        super().__init__(md)
        self._leads_for = leads_for

    def run(self, text: str) -> str:
        """Takes the whole page, or a heading of it."""
        return cut_html_of(text, self._leads_for(_rewriting(self.md)))


def cut_html_of(html: str, leads: Leads) -> str:
    """The HTML of a page without links that lead nowhere, in comments too."""
    return cut_html.without_dead_links(html, leads, partial(cut_markdown.without_dead_links, leads=leads))


def _rewriting(md: Markdown) -> object:
    known = _REWRITING in md.treeprocessors
    return md.treeprocessors[_REWRITING] if known else None


def _is_dead(element: Element, leads: Leads) -> bool:
    address = element.get(_ADDRESSES.get(element.tag, ""))
    return address is not None and AMP_SUBSTITUTE not in address and not leads(_UNESCAPING.unescape(address))


def _unwrap(parent: Element, child: Element) -> None:
    """Puts in the place of an element what it holds, in that of a picture what it shows."""
    at = list(parent).index(child)
    parent.remove(child)
    _add_text(parent, at, child.get("alt") if child.tag == "img" else child.text)
    for number, each in enumerate(child):
        parent.insert(at + number, each)
    _add_text(parent, at + len(child), child.tail)


def _add_text(parent: Element, at: int, text: str | None) -> None:
    """Adds a text in front of the child of that number."""
    if text and at:
        parent[at - 1].tail = f"{parent[at - 1].tail or ''}{text}"
    elif text:
        parent.text = f"{parent.text or ''}{text}"


class LinkLeft(Exception):
    """A page holds a link that cannot be taken out, to the address that the message names."""


def cut_markdown_of(text: str, leads: Leads) -> str:
    """The Markdown of a page, without front matter, in which each link that leads nowhere is its words.

    Code is what MkDocs takes for it, and links that it alone sees are cut too; raises ``LinkLeft`` where one stays all
    the same.
    """
    for _ in range(_ROUNDS):
        text = cut_markdown.without_dead_links(text, leads, _read)
        left = _dead(text, leads)
        if not left:
            return text
    raise LinkLeft(min(left))


def _dead(text: str, leads: Leads) -> frozenset[str]:
    """The addresses on the finished page that lead nowhere."""
    found: list[str] = []

    def noted(address: str) -> bool:
        found.extend(() if leads(address) else (address,))
        return True

    cut_html.without_dead_links(_read(text), noted)
    return frozenset(found)


def _read(text: str) -> str:
    return Markdown(extensions=list(_USUAL)).convert(text)
