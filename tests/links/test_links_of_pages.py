"""Links and places: everything with an id can be linked to, and no link leads nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

import pytest

from tests.pages.hostile import EVERYTHING
from tests.support.playbooks import base_files, example_files, playbook
from tests.support.sites import read, site
from twolane.configuration.output_styles import LinkStyle
from twolane.links.finished_page import TITLE_ID, Page
from twolane.links.link_styles import page_url
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.walk import elements

PLAYBOOKS = {"base": base_files(), "everything": base_files(EVERYTHING), "example": example_files()}


@pytest.fixture(scope="module", params=PLAYBOOKS)
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return PLAYBOOKS[request.param]


@pytest.mark.parametrize("style", [LinkStyle.FILES, LinkStyle.DIRECTORIES, LinkStyle.SOURCES])
def test_every_link_leads_to_a_page_and_anchor_or_a_file(files: dict[str, bytes], style: LinkStyle) -> None:
    """A link inside the site meets a page and an id on it, or a file of the playbook, however pages are laid out."""
    pages = site(files, links=style)
    bodies = {path: read(page.body) for path, page in pages.items()}
    ids = {page_url(path, style): {TITLE_ID, *body.ids} for path, body in bodies.items()}
    hand_written = {page_url(name.removeprefix("playbook/").removesuffix(".md"), style) for name in files}
    others = hand_written | {name.removeprefix("playbook/") for name in files}
    others |= {beside.path for page in pages.values() for beside in page.files}
    for path, body in bodies.items():
        for href in body.hrefs:
            parts = urlsplit(href)
            if not parts.scheme:
                target = meant(page_url(path, style), unquote(parts.path))
                assert target in ids or target in others, (path, href)
                assert not parts.fragment or unquote(parts.fragment) in ids[target], (path, href)


def meant(origin: str, path: str) -> str:
    """The address below the root that a relative one means on the page ``origin``."""
    if not path:
        return origin
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(origin), path))
    return ("" if joined == "." else joined) + ("/" if path.endswith("/") and joined != "." else "")


def test_ids_are_unique_on_a_page(files: dict[str, bytes]) -> None:
    """No id stands twice on a page, and the title has the one that the skip link leads to."""
    for path, page in site(files).items():
        ids = read(page.body).ids
        assert len(ids) == len(set(ids)), path
        assert page.body.count("<h1 ") == 1
        assert TITLE_ID in ids


def test_everything_with_an_id_has_a_place(files: dict[str, bytes]) -> None:
    """Each element that has an id has a page of that name or an anchor on one."""
    pages = site(files)
    anchors = {id for page in pages.values() for id in read(page.body).ids}
    for element in whole(playbook(files)):
        id = getattr(element, "id", "")
        if id:
            kind = element.KIND.lower().replace(" ", "-")
            has_page = any(path.split("/")[-1] == id or path == f"{id}/index" for path in pages)
            assert has_page or f"{kind}-{id}" in anchors, (kind, id)


def whole(made: Playbook) -> tuple[Element, ...]:
    parts = (made.roles, made.segments, made.metrics, made.differentiators, made.competitors, made.terms)
    roots = (made.strategy, *(each for part in parts for each in part), *made.processes)
    return tuple(element for root in roots for element in elements(root))


def test_headings_and_search_lead_to_places_on_their_page(files: dict[str, bytes]) -> None:
    """The table of contents and the search entries name ids that the page has."""
    for path, page in site(files).items():
        ids = set(read(page.body).ids)
        assert {heading.id for heading in flat(page)} <= ids, path
        assert {entry.anchor for entry in page.search if entry.anchor} <= ids, path


def flat(page: Page) -> list[object]:
    found = list(page.headings)
    for heading in found:
        found.extend(heading.children)
    return list(found)


def test_every_page_is_three_clicks_from_home(files: dict[str, bytes]) -> None:
    """From the home page, links in the text alone lead to each page in at most three clicks."""
    pages = site(files)
    links = {path: targets(path, pages) for path in pages}
    reached, edge = {"index"}, {"index"}
    for _ in range(3):
        edge = {target for path in edge for target in links[path]} - reached
        reached |= edge
    assert reached == set(pages)


def targets(path: str, pages: Mapping[str, Page]) -> set[str]:
    by_url = {page_url(each, LinkStyle.FILES): each for each in pages}
    found = (meant(page_url(path, LinkStyle.FILES), urlsplit(href).path) for href in read(pages[path].body).hrefs)
    return {by_url[url] for url in found if url in by_url}
