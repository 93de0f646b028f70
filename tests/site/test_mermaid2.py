"""Whoever lists the plugin mermaid2 gets diagrams from the site's own Mermaid; nobody asks for one outside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.commands import Answer, twolane, twolane_process

pytestmark = pytest.mark.sites

FENCE = (
    "markdown_extensions:\n  - pymdownx.superfences:\n      custom_fences:\n        - name: mermaid\n"
    "          class: mermaid\n          format: !!python/name:{format}\n"
)
PLAIN, OF_MERMAID2 = "pymdownx.superfences.fence_code_format", "mermaid2.fence_mermaid"
GUIDE = "# Guide\n\n```mermaid\nflowchart LR\n  a[Offer] --> b[Answer]\n```\n"
NOWHERE = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), "http://127.0.0.1:9")
"""Whatever is asked of a server outside fails at once, and mermaid2 complains of that."""


def made(folder: Path, plugins: str, more: str = "") -> Path:
    """A new playbook with a diagram of its own on a page, and with these plugins."""
    assert twolane("new", ".", folder=folder).code == 0
    looks = "use_directory_urls: false\ntheme: {name: material, font: false}\n"
    text = f"site_name: Ours\ndocs_dir: playbook\n{looks}{more}plugins: {plugins}\n"
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    (folder / "playbook" / "index.md").write_text("# Ours\n", "utf-8")
    (folder / "playbook" / "guide.md").write_text(GUIDE, "utf-8")
    return folder


def built(folder: Path) -> Answer:
    """Builds where no server outside can be reached, in a process of its own, since mermaid2 keeps what it was told."""
    done = twolane_process("build", folder=folder, **NOWHERE)
    assert done.code == 0, done.errors
    return done


def libraries(folder: Path) -> set[str]:
    """What the pages load that is called like Mermaid."""
    texts = (path.read_text("utf-8") for path in (folder / "site").rglob("*.html"))
    return {found for text in texts for found in re.findall(r"""(?:src=|from )["']([^"']*mermaid[^"']*)""", text)}


@pytest.mark.browser
@pytest.mark.parametrize("format", [PLAIN, OF_MERMAID2])
@pytest.mark.parametrize("plugins", ["[search, twolane, mermaid2]", "[mermaid2, twolane]"])
def test_diagrams_come_from_our_own_script(browser: Browser, tmp_path: Path, plugins: str, format: str) -> None:
    """Generated and hand-written diagrams are drawn from a disk, and every request is for a file of the site."""
    folder = made(tmp_path, plugins, FENCE.format(format=format))
    done = built(folder)
    assert re.sub(r"\d+ warnings in \d+ files; `twolane check` shows them\.\n", "", done.errors) == ""
    asked: list[str] = []
    page = browser.new_context().new_page()
    page.on("request", lambda request: asked.append(request.url))
    for path in ("new-customers/index.html", "guide.html"):
        page.goto((folder / "site" / path).as_uri())
        expect(page.locator("div.mermaid svg, pre.mermaid svg").first).to_be_visible()
    own = (folder / "site").as_uri()
    assert [url for url in asked if not url.startswith((f"{own}/", "data:", "blob:"))] == []
    assert f"{own}/assets/twolane/mermaid.min.js" in asked


@pytest.mark.parametrize(
    ("plugins", "more", "found"),
    [
        ("[twolane, mermaid2: {arguments: {theme: forest}}]", "", {"assets/twolane/mermaid.min.js"}),
        ("[twolane, mermaid2: {javascript: assets/mine-mermaid.js}]", "", {"assets/mine-mermaid.js"}),
        ("[twolane, mermaid2]", "extra_javascript: [assets/mine-mermaid.js]\n", {"assets/mine-mermaid.js"}),
    ],
    ids=["arguments", "library of one's own", "library on every page"],
)
def test_what_the_configuration_says_holds(tmp_path: Path, plugins: str, more: str, found: set[str]) -> None:
    """Arguments go to our Mermaid; a library of one's own is taken instead, and ours then stays out of the site."""
    folder = made(tmp_path, plugins, more)
    (folder / "playbook/assets").mkdir(exist_ok=True)
    (folder / "playbook/assets/mine-mermaid.js").write_text("// Mermaid\n", "utf-8")
    built(folder)
    assert {library.removeprefix("../").removeprefix("/") for library in libraries(folder)} == found
    assert (folder / "site/assets/twolane/mermaid.min.js").exists() == ("assets/twolane/mermaid.min.js" in found)


def test_a_version_outside_is_taken_where_somebody_asks_for_it(tmp_path: Path) -> None:
    """A version in the options names one outside; that is what whoever wrote it wants."""
    folder = made(tmp_path, "[twolane, mermaid2: {version: 11.4.0}]")
    built(folder)
    assert {re.sub(r"https://[^/]+/", "", library) for library in libraries(folder)} == {
        "mermaid@11.4.0/dist/mermaid.esm.min.mjs"
    }
