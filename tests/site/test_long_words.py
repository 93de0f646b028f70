"""Words longer than a phone is wide, as German has them, anywhere in a playbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.pages.hostile import EVERYTHING, PLACEHOLDER
from tests.support.commands import twolane, write_playbook
from tests.support.playbooks import base_files

pytestmark = pytest.mark.browser

WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenvergabeverordnung"
OTHER = WORD.replace("kapitäns", "matrosen")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A playbook with a long word in each text; since its release it has become another one, which is marked."""
    folder = tmp_path_factory.mktemp("long")
    files = {name: data for name, data in base_files(EVERYTHING).items() if "releases" not in name}
    write_playbook(folder, {name: data.replace(PLACEHOLDER.encode(), WORD.encode()) for name, data in files.items()})
    released = twolane("release", "sell", folder=folder)
    assert released.code == 0, released.errors
    changed = {name: data.replace(PLACEHOLDER.encode(), OTHER.encode()) for name, data in files.items()}
    write_playbook(folder, changed)
    answer = twolane("build", "--compare", "sell@latest", folder=folder)
    assert answer.code == 0, answer.errors
    return folder / "site"


def test_no_page_scrolls_sideways(site: Path, browser: Browser) -> None:
    """On a phone; what is too long for a line is broken."""
    page = browser.new_context(viewport={"width": 390, "height": 900}).new_page()
    wide = {}
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        if not name.startswith(("rules/", "reference/", "404")):
            page.goto(file.as_uri())
            width = page.evaluate("document.documentElement.scrollWidth")
            wide |= {name: width} if width > 390 else {}
    assert wide == {}
