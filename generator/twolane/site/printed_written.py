"""Puts pages written by hand, as the engine has made HTML of them, onto the page that prints the whole playbook."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape, unescape
from urllib.parse import unquote

from twolane.links.finished_page import TITLE_ID, Heading, Page
from twolane.links.html_elements import Element, elements
from twolane.links.html_rewriting import Rewriter
from twolane.links.lowered_headings import has_title
from twolane.site.printing import part_id, relative
from twolane.wording.spoken_language import texts

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_HREF = re.compile(r' href="([^"#]+)(?:#([^"]*))?"')
_ID = re.compile(r' id="([^"]*)"')
_SLOT = r'<(li|div) hidden data-written="{name}"></\1>'
_ANY_SLOT = re.compile(_SLOT.format(name="[a-z]+") + r"\n?")
_NONE = re.compile(r'<li data-written="none">.*?</li>', re.DOTALL)
_GONE = re.compile(r'<section class="tl-print__left">(?:(?!<li).)*?</section>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """A page written by hand: its path, its address below the root of the site, its title and its HTML.

    ``within`` is the path of the generated page that it stands above, empty where it stands for itself.
    """

    path: str
    url: str
    title: str
    html: str
    within: str = ""

    @property
    def id(self) -> str:
        """The id of its part."""
        return part_id(self.within) if self.within else f"_page--{part_id(self.path)}"


@dataclass(frozen=True, slots=True)
class Sheets:
    """What goes before and behind the generated parts, in the order of the navigation, and what cannot be there.

    ``missing`` are titles of pages, with the reason in words. ``printed`` leads from the address of each generated
    page to its path.
    """

    before: tuple[Written, ...]
    behind: tuple[Written, ...]
    missing: tuple[tuple[str, str], ...]
    printed: Mapping[str, str]


def above(sheets: Sheets, page: Page) -> Sheets:
    """What of the sheets stands above one of the generated parts of a page, which prints no others."""
    inside = tuple(each for each in (*sheets.before, *sheets.behind) if _is_within(each, page))
    return Sheets(inside, (), (), sheets.printed)


def with_written(page: Page, url: str, sheets: Sheets) -> Page:
    """The page to print at the address ``url`` with the pages written by hand."""
    ids = frozenset(_ID.findall(page.body))
    there = {address: id for address, path in sheets.printed.items() if (id := part_id(path)) in ids}
    own = {each.url: each.id for each in (*sheets.before, *sheets.behind)}
    placed = _Placed(url, {**there, **own})
    missing = list(sheets.missing)
    body = _HREF.sub(lambda match: placed.generated(match[0], match[1], match[2] or ""), page.body)
    for each in (*sheets.before, *sheets.behind):
        if _is_within(each, page):
            body = _above(body, each, placed, missing)
    before, behind = (
        tuple(each for each in group if not _is_within(each, page)) for group in (sheets.before, sheets.behind)
    )
    if before or behind:
        body = body.replace(texts().print_all_lead, texts().print_all_lead_written, 1)
    for name, group in (("before", before), ("behind", behind)):
        items = "".join(f'<li><a href="#{each.id}">{escape(each.title)}</a></li>' for each in group)
        body = _filled(_filled(body, name, items), name, "".join(_part(each, placed, missing) for each in group))
    body = _GONE.sub("", _NONE.sub(lambda _: "".join(_left(*each) for each in missing), body))
    diagrams = page.diagrams or 'class="tl-diagram"' in body
    headings = (*_headings(before), *page.headings, *_headings(behind))
    return replace(page, body=body, headings=headings, diagrams=diagrams)


def without_places(body: str) -> str:
    """Returns the body of a page without the places that wait for pages written by hand."""
    return _ANY_SLOT.sub("", body)


def _filled(body: str, name: str, html: str) -> str:
    """The body with HTML in its next place of that name."""
    return re.sub(_SLOT.format(name=name), lambda _: html, body, count=1)


def _headings(pages: Iterable[Written]) -> Iterator[Heading]:
    return (Heading(2, each.id, each.title) for each in pages)


def _is_within(each: Written, page: Page) -> bool:
    return bool(each.within) and _has(page.body, part_id(each.within))


def _has(body: str, id: str) -> bool:
    return f' id="{id}"' in body


@dataclass(frozen=True, slots=True)
class _Placed:
    """Leads from one part to another; ``parts`` are their ids by the address of their page."""

    here: str
    parts: Mapping[str, str]

    def lead(self, address: str, origin: str, prefix: str) -> str:
        """Where an address of the page at ``origin`` leads from here."""
        if _OUTSIDE.match(address) or address.startswith("/"):
            return address
        target, mark, anchor = address.partition("#")
        if not target:
            return f"#{prefix}{anchor}" if anchor else "#"
        found = self.parts.get(_place(origin, target))
        if found is None:
            return relative(self.here, origin, target) + mark + anchor
        return f"#{found}" + (f"--{anchor}" if anchor and anchor != TITLE_ID else "")

    def generated(self, written: str, target: str, anchor: str) -> str:
        """The attribute of a link in a generated part, which leads from here already."""
        address = unescape(target)
        found = None if _OUTSIDE.match(address) else self.parts.get(_place(self.here, address))
        return written if found is None else f' href="#{found}{f"--{anchor}" if anchor else ""}"'


def _place(origin: str, target: str) -> str:
    place = posixpath.normpath(posixpath.join(posixpath.dirname(origin), unquote(target)))
    place += "/" if target.endswith("/") and place != "." else ""
    return "" if place == "." else place


def _part(each: Written, placed: _Placed, missing: list[tuple[str, str]]) -> str:
    """The page as a part of its own, its title as heading of the second level."""
    html = _content(each, placed, missing, 1)
    title = f'<h2 id="{each.id}">{escape(each.title)}</h2>'
    section = f'<section class="tl-print__part tl-print__part--written">{title}{html}</section>'
    return f'<div class="tl-print__group">{section}</div>'


def _above(body: str, each: Written, placed: _Placed, missing: list[tuple[str, str]]) -> str:
    """The body with what was written by hand above a generated page, below the title of its part."""
    title = re.search(rf'<h([1-6]) id="{re.escape(each.id)}">.*?</h\1>', body, re.DOTALL)
    if title is None:
        return body
    down = int(title[1]) - (not has_title(each.html))
    html = _content(each, placed, missing, down, titled=False)
    return body[: title.end()] + html + body[title.end() :]


def _content(each: Written, placed: _Placed, missing: list[tuple[str, str]], down: int, titled: bool = True) -> str:
    title = _title(each.html) if titled else None
    html = each.html[title.end :] if title else each.html
    prefix = f"{each.id}--"
    rewritten = Rewriter(html, prefix, lambda address: placed.lead(address, each.url, prefix), down)
    if rewritten.scripted:
        missing.append((each.title, texts().print_left_scripts))
    id = title.attributes.get("id") if title else ""
    kept = f'<span id="{prefix}{escape(id)}"></span>' if id else ""
    return kept + rewritten.done


def _title(html: str) -> Element | None:
    """The title that the HTML begins with."""
    first = next(iter(elements(html)), None)
    return first if first and first.name == "h1" and not html[: first.start].strip() else None


def _left(title: str, reason: str) -> str:
    return f"<li>{escape(title)}: {escape(reason)}</li>"
