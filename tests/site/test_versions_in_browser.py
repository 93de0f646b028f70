"""Versions and previews as a built site: what search engines see, and both in a real browser."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.site.sample import CONFIG
from tests.support.axe import faults
from tests.support.commands import twolane, write_playbook
from tests.support.histories import PROCESS, changed, with_history
from tests.support.npm import html_faults
from tests.support.repositories import repository

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
Scheme: TypeAlias = Literal["light", "dark"]
OLD_PAGES = ("new-business/versions/1.0.0", "new-business/versions/1.0.0_to_2.0.0", "new-business/closing")
SITE_URL = "https://example.org/play/"
PAGES = (
    *("site/versions", "site/new-business/versions", "site/new-business/versions/1.0.0"),
    *("site/new-business/versions/1.0.0_to_2.0.0", "site/new-business/decision", "site/roles/rep"),
    *("preview/changes", "preview/new-business/decision", "preview/new-business/buyer-journey", "preview/note"),
)


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A playbook in a repository, built into `site`, and once more with a proposal into `preview`."""
    folder = tmp_path_factory.mktemp("versions") / "play"
    history = with_history()
    config = CONFIG | {"plugins": ["search", "twolane"], "site_url": SITE_URL}
    own = {"mkdocs.yml": yaml.safe_dump(config).encode(), "playbook/note.md": b"# Note\n"}
    repository(folder, {**history, **own})
    answer = twolane("build", "--output", "site", folder=folder)
    assert answer.code == 0, answer.errors
    proposal = {"buyer: Names who signs": "buyer: Names who signs, and by when", "lasts.": "lasts ten years."}
    proposal["what: Their own orders in a schedule"] = "what: Their own worst week in a schedule"
    by_hand = {"playbook/note.md": b"# Note\n\nRead this.\n"}
    write_playbook(folder, {**changed(history, PROCESS, proposal), **by_hand})
    answer = twolane("build", "--output", "preview", "--compare", "main", folder=folder)
    assert answer.code == 0, answer.errors
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A new window on a wide screen."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def html(play: Path, name: str) -> str:
    return (play / f"{name}.html").read_text("utf-8")


def test_old_pages_are_for_no_search_engine(play: Path) -> None:
    """They say so, and neither the site map nor the site's own search knows them; all other pages are there."""
    robots = '<meta name="robots" content="noindex">'
    without = {name for name in OLD_PAGES if robots in html(play, f"site/{name}")}
    assert without == set(OLD_PAGES)
    assert robots not in html(play, "site/new-business/versions")
    listed = re.findall(r"<loc>(.*?)</loc>", (play / "site/sitemap.xml").read_text("utf-8"))
    assert f"{SITE_URL}new-business/versions.html" in listed
    assert f"{SITE_URL}note.html" in listed
    assert not [url for url in listed if any(url.endswith(f"{name}.html") for name in OLD_PAGES)]
    found = json.loads((play / "site/search/search_index.json").read_text("utf-8"))["docs"]
    places = {entry["location"].partition("#")[0] for entry in found}
    assert "new-business/versions.html" in places
    assert not [each for each in places if "versions/" in each or each.endswith("closing.html")]


def test_a_preview_is_for_no_search_engine(play: Path) -> None:
    """No page of it, those written by hand among them."""
    for name in ("index", "note", "changes", "new-business/decision"):
        assert '<meta name="robots" content="noindex">' in html(play, f"preview/{name}")
    assert "<loc>" not in (play / "preview/sitemap.xml").read_text("utf-8")


def test_a_page_written_by_hand_says_that_it_changed(play: Path) -> None:
    """Below its title, with the way to its old and new words; in the site that is no preview it says nothing."""
    text = html(play, "preview/note")
    banner = '</h1><div class="tl-banner"><p><strong>This page is different in this preview.</strong> '
    assert f'{banner}<a href="changes.html#by-hand-note_2e_md">Old and new words</a></p></div>' in text
    assert 'id="by-hand-note_2e_md"' in html(play, "preview/changes")
    assert "tl-banner" not in html(play, "site/note")
    assert "tl-banner" not in html(play, "preview/index")


def test_each_page_of_a_preview_says_that_it_is_one(play: Path) -> None:
    """Whoever is sent a link to a page without a mark would take it for what holds; the page of all changes says so."""
    says = "<strong>This site is a preview: it shows a proposal, not what holds.</strong> "
    for name, way in (("index", ""), ("note", ""), ("new-business/decision", "../"), ("glossary", "")):
        assert f'{says}<a href="{way}changes.html">Everything that changes</a>' in html(play, f"preview/{name}")
        assert says not in html(play, f"site/{name}")
    assert says not in html(play, "preview/changes")


def test_each_page_names_the_feed(play: Path) -> None:
    """So that a feed reader finds it from any page."""
    link = '<link rel="alternate feed" type="application/atom+xml" title="Feed of releases" href="../feed.xml">'
    assert link in html(play, "site/new-business/decision")
    assert f'href="{SITE_URL}feed.xml"' in (play / "site/feed.xml").read_text("utf-8")


def test_an_old_address_leads_on(play: Path, page: Page) -> None:
    """To the new page, and to the same place on it."""
    page.goto(f"{(play / 'site/new-business/closing.html').as_uri()}#criterion-way-chosen")
    page.wait_for_url("**/decision.html#criterion-way-chosen")
    page.goto((play / "site/new-business/closing.html").as_uri())
    page.wait_for_url("**/decision.html")


def test_a_mark_opens_and_ticks_nothing(play: Path, page: Page) -> None:
    """Although a click into a row of the checklist ticks it."""
    page.goto((play / "site/new-business/decision.html").as_uri())
    mark = page.locator("#criterion-signer-named details.tl-edited")
    assert not mark.get_by_text("A deal now needs").is_visible()
    mark.locator("summary").click()
    assert mark.get_by_text("A deal now needs").is_visible()
    assert not page.locator("dialog").filter(visible=True).count()
    assert not page.locator("#criterion-signer-named input").is_checked()
    page.keyboard.press("Enter")
    assert not mark.get_by_text("A deal now needs").is_visible()


def test_an_item_that_is_open_again_is_explained_once(play: Path, page: Page) -> None:
    """The deal's own note says what has changed since the tick; the mark of the release would say it again."""
    page.goto((play / "site/new-business/decision.html").as_uri())
    item, step = page.locator("#criterion-signer-named"), page.locator(".tl-step-head").first
    assert item.locator("details.tl-edited").is_visible()
    note = """(row, where) => {
        const note = Object.assign(document.createElement('div'), {className: 'tl-changed'});
        note.append(document.createElement('button'));
        row[where](note);
    }"""
    item.evaluate(note, "append")
    step.evaluate(note, "after")
    assert not item.locator("details.tl-edited").is_visible()
    assert not page.locator(".tl-step-head + .tl-changed + details.tl-edited").is_visible()


def test_every_page_is_valid_html(play: Path, tmp_path: Path) -> None:
    """html-validate finds nothing on any page of the preview, nor on those of versions in the site."""
    previewed = [page for page in sorted((play / "preview").rglob("*.html")) if page.name != "404.html"]
    others = [play / f"{name}.html" for name in (*PAGES, *(f"site/{name}" for name in OLD_PAGES))]
    assert len(previewed) > 50
    assert html_faults([*previewed, *others], tmp_path) == []


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (1400, "dark"), (390, "light"), (390, "dark")])
def test_accessible_and_narrow(play: Path, browser: Browser, width: int, scheme: Scheme) -> None:
    """axe finds nothing with everything unfolded, nothing scrolls sideways, and nothing is asked for from outside."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    for name in PAGES:
        page.goto((play / f"{name}.html").as_uri())
        page.evaluate("document.querySelectorAll('article details').forEach((each) => (each.open = true))")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert faults(page, without=(".tl-figure", ".tl-lines-figure")) == [], name
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


def test_words_of_old_and_new_are_told_apart_on_paper(play: Path, page: Page) -> None:
    """By a line through and a line below, since paper may have no colours."""
    page.goto((play / "site/new-business/versions/1.1.1_to_2.0.0.html").as_uri())
    page.emulate_media(media="print")
    for tag, line in (("del", "line-through"), ("ins", "underline")):
        style = page.locator(f".tl-wording {tag}").first.evaluate("(each) => getComputedStyle(each).textDecorationLine")
        assert style == line


def test_what_to_compare_with_has_to_exist(play: Path) -> None:
    """An unknown name is said, and what stood there stays; so is a preview that would be one file."""
    answer = twolane("build", "--output", "preview", "--compare", "nowhere", folder=play)
    assert answer.code == 2
    assert "“nowhere” is no branch, tag or commit" in answer.errors
    assert (play / "preview/changes.html").exists()
    answer = twolane("build", "--compare", "main..HEAD", folder=play)
    assert answer.code == 2
    assert "--compare takes one version" in answer.errors
    answer = twolane("build", "--compare", "main", "--single-file", "new-business", folder=play)
    assert answer.code == 2
    assert "--compare makes a preview of the whole site" in answer.errors


def test_the_configuration_may_name_what_to_compare_with(play: Path, tmp_path: Path) -> None:
    """As a release too; a name that does not exist stops the build with the reason."""
    shutil.copytree(play, tmp_path / "play", ignore=shutil.ignore_patterns("site", "preview", ".git"))
    plugins = ["search", {"twolane": {"compare": "new-business@1.0.0"}}]
    (tmp_path / "play/mkdocs.yml").write_text(yaml.safe_dump(CONFIG | {"plugins": plugins}))
    answer = twolane("build", folder=tmp_path / "play")
    assert answer.code == 0, answer.errors
    text = (tmp_path / "play/site/changes.html").read_text("utf-8")
    assert "marks what is different from new-business@1.0.0" in text
    plugins = ["search", {"twolane": {"compare": "new-business@9.0.0"}}]
    (tmp_path / "play/mkdocs.yml").write_text(yaml.safe_dump(CONFIG | {"plugins": plugins}))
    answer = twolane("build", folder=tmp_path / "play")
    assert answer.code != 0
    assert "9.0.0" in answer.errors
