"""Takes links to what an audience does not get out of hand-written pages, and sees to it that none is left."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from twolane.links import cut_html, cut_markdown
from twolane.links.leading import Leads

_ADDRESSES = {"a": "href", "img": "src"}
_USUAL = (
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"),
)
"""The extensions with which pages of MkDocs and Material are usually written."""


class LinkCutting(Extension):
    """Has Python-Markdown leave out links of the page at hand that lead nowhere; ``leads`` says which do."""

    def __init__(self) -> None:
        super().__init__()
        self.leads: Leads = _anywhere

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Comes behind whatever makes links, and before MkDocs looks whether they lead anywhere."""
        md.treeprocessors.register(_Cutting(self), "twolane_links", 0)

    def cut(self, html: str) -> str:
        """The HTML of the page at hand without what stands in it as HTML, or was put into it by others."""
        return cut_html.without_dead_links(html, self.leads, partial(cut_markdown.without_dead_links, leads=self.leads))


class _Cutting(Treeprocessor):
    def __init__(self, extension: LinkCutting) -> None:
        super().__init__()
        self._extension = extension

    def run(self, root: Element) -> None:
        """Goes through the page from its end, so that what stands inside comes first."""
        for parent in reversed(list(root.iter())):
            for child in list(parent):
                if self._is_dead(child):
                    _unwrap(parent, child)

    def _is_dead(self, element: Element) -> bool:
        address = element.get(_ADDRESSES.get(element.tag, ""))
        return address is not None and AMP_SUBSTITUTE not in address and not self._extension.leads(address)


def _anywhere(_address: str) -> bool:
    return True


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

    What is cut is then read as MkDocs reads it. Where that sees a link in what looked like code, it is cut too; raises
    ``LinkLeft`` where one stays all the same.
    """
    cut = cut_markdown.without_dead_links(text, leads)
    left = frozenset(_dead(cut, leads))
    if left:
        cut = cut_markdown.without_dead_links(text, leads, left)
        left = frozenset(_dead(cut, leads))
    if left:
        raise LinkLeft(min(left))
    return cut


def _dead(text: str, leads: Leads) -> Iterator[str]:
    """The addresses on the finished page that lead nowhere."""
    found: list[str] = []

    def noted(address: str) -> bool:
        found.extend(() if leads(address) else (address,))
        return True

    cut_html.without_dead_links(Markdown(extensions=list(_USUAL)).convert(text), noted)
    yield from found
