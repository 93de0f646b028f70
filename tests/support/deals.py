"""The repository's own playbook as a site, and a rep who works with deals on its pages."""

from __future__ import annotations

import hashlib
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Locator, Page

from tests.support import axe
from tests.support.commands import twolane
from tests.support.once import made_once

ROOT = Path(__file__).parents[2]
FIRST, SECOND, THIRD = "prospecting", "qualification", "development"
TICKED = "Counts its slips for two weeks"
CHANGED = "Counts its slips for three weeks"


def built_playbook(factory: pytest.TempPathFactory, changes: dict[str, str]) -> Path:
    """The site of the repository's playbook, with texts of the process `new-business` replaced.

    It is built once in a run: who asks for the same again gets the first one, to be read only.
    """
    name = hashlib.sha256(repr(sorted(changes.items())).encode()).hexdigest()[:12]
    return made_once(factory, f"playbook-{name}", lambda folder: _build(folder, changes)) / "site"


def _build(folder: Path, changes: dict[str, str]) -> None:
    for name in ("process", "playbook"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    process = folder / "process/new-business/process.yml"
    text = process.read_text("utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    process.write_text(text, "utf-8")
    answer = twolane("build", folder=folder)
    assert answer.code == 0, answer.output + answer.errors


class Host:
    """A server that shows one folder below a sub-path, and another one when it is told to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = ""
        self.scripts = threading.Event()
        """Not set while our scripts that come last are held back, as on a slow line."""
        self.scripts.set()


@contextmanager
def served(folder: Path) -> Iterator[Host]:
    """A running host."""
    host = Host(folder)

    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return str(host.folder / path.partition("?")[0].removeprefix("/sub/path/"))

        def log_message(self, *_: object) -> None:
            """Keeps the tests' output clean."""

        def do_GET(self) -> None:
            if "/assets/twolane/twolane-" in self.path and self.path.endswith(".js"):
                host.scripts.wait()
            super().do_GET()

        def end_headers(self) -> None:
            self.send_header("Cache-Control", "no-store")
            super().end_headers()

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://localhost:{server.server_port}/sub/path/"
    yield host
    server.shutdown()


class Rep:
    """Somebody with a browser of their own; complaints of the browser are kept."""

    def __init__(self, browser: Browser, base: str, **how: Any) -> None:
        self.base = base
        self.complaints: list[str] = []
        self.context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **how})
        self.page = self.window()

    def window(self) -> Page:
        """Another window of the same browser."""
        page = self.context.new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def open(self, stage: str, page: Page | None = None) -> Page:
        """The page of a stage; `index` is that of the process."""
        page = page or self.page
        page.goto(f"{self.base}new-business/{stage}.html")
        return page

    def name(self, deal: str, page: Page | Frame | None = None) -> None:
        """Names a new deal."""
        page = page or self.page
        page.get_by_role("button", name="New deal").click()
        page.get_by_label("Name of the deal").fill(deal)
        page.get_by_role("button", name="Create the deal").click()

    def choose(self, action: str) -> None:
        """Does something in the dialog of all deals."""
        self.page.get_by_role("button", name="All deals", exact=True).click()
        self.dialog().get_by_role("button", name=action, exact=True).click()

    def read_file(self, content: str | bytes) -> None:
        """Reads deals from a file with this content, and waits for the answer."""
        self.page.evaluate("document.querySelectorAll('.tl-message').forEach(each => each.remove())")
        data = content if isinstance(content, bytes) else content.encode()
        with self.page.expect_file_chooser() as chooser:
            self.choose("Read deals from a file")
        chooser.value.set_files({"name": "deals.json", "mimeType": "application/json", "buffer": data})
        self.page.wait_for_selector("dialog[open], .tl-message")

    def saved_file(self, action: str) -> dict[str, Any]:
        """What the page saves as a file."""
        with self.page.expect_download() as download:
            self.choose(action)
        content: dict[str, Any] = json.loads(Path(download.value.path()).read_text("utf-8"))
        return content

    def dialog(self) -> Locator:
        """The dialog that is open."""
        return self.page.locator("dialog[open]")

    def kept(self) -> dict[str, str]:
        """Everything in the browser's storage."""
        found: dict[str, str] = self.page.evaluate("({...localStorage})")
        return found


def box(page: Page, name: str) -> Locator:
    """A box to tick, by its words."""
    return page.get_by_role("checkbox", name=name, exact=True)


def says(page: Page) -> str:
    """What the bar says about the deal."""
    return page.locator(".tl-deal__progress").inner_text()


def chosen(page: Page) -> str:
    """The name of the deal that is chosen."""
    return page.locator(".tl-deal__pick option:checked").inner_text()


def faults(page: Page, within: str = "html") -> list[tuple[str, str]]:
    """What axe complains about, diagrams apart, whose colours it cannot tell; they have tests of their own."""
    return axe.faults(page, within, [".tl-figure", ".tl-lines-figure"])
