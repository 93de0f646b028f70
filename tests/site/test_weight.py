"""What the pages of the example bring of our own scripts and styles, as it travels: compressed."""

from __future__ import annotations

import gzip
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.site.example import example_site
from twolane.site.template_comments import without_comments
from twolane.site.template_folders import assets, template_folders

pytestmark = pytest.mark.sites

MOST = 60_000
"""Bytes of a page's own scripts and styles."""
OTHERS = ("mermaid.min.js", "iframe-worker.js")
"""Scripts of others beside ours."""
OURS = dict(assets(template_folders()))
EVERYWHERE = "twolane-search.js"
"""Ours too, though it travels in front of the theme's worker for search."""


class Loaded(HTMLParser):
    """What a page loads from our folder, and what it has of scripts and styles in itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.inline: list[str] = []
        self._within = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        address = given.get("src") or given.get("href") or ""
        others = (*OTHERS, ".svg", ".woff2")
        if tag in ("script", "link") and "assets/twolane/" in address and not address.endswith(others):
            self.addresses.append(address)
        self._within = tag in ("script", "style") and not address
        if given.get("style"):
            self.inline.append(given["style"])

    def handle_endtag(self, tag: str) -> None:
        self._within = False

    def handle_data(self, data: str) -> None:
        if self._within:
            self.inline.append(data)


@cache
def packed(file: Path) -> int:
    """Bytes of a file as a server sends it."""
    return len(gzip.compress(file.read_bytes()))


def sent(name: str) -> int:
    """Bytes of one of our files as it is sent: without its comments."""
    text = without_comments(name, OURS[name].read_text("utf-8"))
    return len(gzip.compress(text.encode()))


def weight(page: Path) -> int:
    """Bytes of scripts and styles of a page; what the theme has inline counts too, to miss nothing."""
    found = Loaded(page.read_text("utf-8"))
    files = {(page.parent / address).resolve() for address in found.addresses}
    inline = len(gzip.compress("\n".join(found.inline).encode())) if found.inline else 0
    return sum(map(packed, files)) + sent(EVERYWHERE) + inline


def kind(name: str) -> str:
    """What sort of page it is: stages, roles and the like share one."""
    folder, _, page = name.rpartition("/")
    if folder in ("roles", "start", "rules", "reference"):
        return f"{folder}/*"
    stages = ("index", "buyer-journey", "where-is-my-buyer", "alignment", "raci", "action-plan", "print")
    return name if not folder else f"PROCESS/{page if page in stages else 'STAGE'}"


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """The heaviest page of each kind, by kind, the heaviest first."""
    site = example_site(tmp_path_factory)
    found: dict[str, int] = {}
    for page in (each for each in site.rglob("*.html") if each.name != "404.html"):
        name = kind(page.relative_to(site).as_posix().removesuffix(".html"))
        found[name] = max(found.get(name, 0), weight(page))
    return dict(sorted(found.items(), key=lambda each: -each[1]))


def test_no_page_is_heavy(weights: dict[str, int]) -> None:
    """Scripts and styles of ours stay below 60 kB on each kind of page; `pytest -rP` shows the figures."""
    figures = "\n".join(f"{size:>7,} bytes  {name}" for name, size in weights.items())
    sys.stdout.write(f"{figures}\n")
    assert {"index", "in-a-call", "PROCESS/index", "PROCESS/STAGE", "start/*", "roles/*"} <= set(weights)
    assert {name: size for name, size in weights.items() if size >= MOST} == {}, figures


def test_scripts_and_styles_are_found(weights: dict[str, int]) -> None:
    """The measure sees what a page brings: a page of a stage has more than the glossary."""
    assert weights["PROCESS/STAGE"] > weights["glossary"] + sent("twolane-deals.js") > sent("twolane.css")
