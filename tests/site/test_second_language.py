"""The whole site in a language that nobody speaks: every text is in brackets and 40 % longer, and none is English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser

from tests.support.commands import write_playbook
from tests.support.languages import PSEUDO, in_greek_letters
from tests.support.once import made_once
from tests.support.playbooks import AS_OF, example_files
from twolane.wording.spoken_language import spoken

pytestmark = pytest.mark.browser

CONFIG = """\
site_name: Εγχειρίδιο
docs_dir: playbook
use_directory_urls: false
theme: {name: material, language: el, font: false, features: [navigation.tabs, navigation.sections, navigation.path]}
plugins: [search, twolane]
markdown_extensions: [admonition, attr_list, tables]
"""
"""Material speaks Greek, as whoever wrote the playbook does, so that all Latin letters are ours."""
SPOKEN_ATTRIBUTES = {"title", "aria-label", "aria-description", "placeholder", "alt", "data-label"}
NO_TEXT = {"script", "style", "template", "code"}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
WORD = re.compile("[A-Za-z]{2,}")
NAMES = re.compile(
    r"[A-Z]\d{3} [a-z-]+,?|[a-z]+(-[a-z]+)+|[\w<>/.…-]+\.(yml|csv|md)(:\d+)?"
    r"|Gooze, .*|Webb, .*|“[^”]*”( \(\d{4}\))?(, .*)?"
)
"""Of rules, kinds of change and files, which are the same in every language, and of texts that we stand on."""
FORMAT = re.compile("reference/")
"""Pages whose subject is the English keys of the format."""
MATERIALS_OWN = {"logo", "Navigation", "Search"}
"""What Material itself has not put into Greek."""
AUTHORS_OWN = {"deputy", "monthly", "quarterly", "weekly", "half-yearly", "Welcome", "How we review changes"}
"""What the example says in a single small word, or in the front matter of a page written by hand."""


class Spoken(HTMLParser):
    """Every text of a page, and every attribute that is read to somebody, in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self._silent: list[bool] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]
        if tag == "meta" and dict(attrs).get("name") == "description":
            self.texts.append(dict(attrs).get("content") or "")
        if tag not in VOID:
            drawn = "tl-diagram" in (dict(attrs).get("class") or "")
            self._silent.append(tag in NO_TEXT or drawn)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self._silent:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._silent):
            self.texts.append(data)


def outside_brackets(texts: list[str]) -> Iterator[str]:
    """What stands in no brackets, part by part; a text may be cut into several by the markup in it."""
    depth = 0
    for text in texts:
        rest = ""
        for letter in text:
            rest += letter if depth == 0 and letter not in "[]" else ""
            depth += (letter == "[") - (letter == "]" and depth > 0)
        yield " ".join(rest.split())


def english(texts: list[str]) -> set[str]:
    """What is left of English in the texts of a page."""
    parts = {part.removesuffix(" - Εγχειρίδιο") for part in outside_brackets(texts) if WORD.search(part)}
    return {part for part in parts - MATERIALS_OWN - AUTHORS_OWN if not NAMES.fullmatch(part)}


def _build(folder: Path) -> None:
    write_playbook(folder, {**in_greek_letters(example_files()), "mkdocs.yml": CONFIG.encode()})
    with spoken(PSEUDO):
        config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
        config.plugins["twolane"].config.update({"as_of": AS_OF})
        config.plugins.on_startup(command="build", dirty=False)
        build(config)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example in Greek letters, as a site whose pages speak the other language."""
    return made_once(tmp_path_factory, "second-language", _build) / "site"


def test_no_english_word_is_left(site: Path) -> None:
    """Whatever a page says by itself comes from the tables of texts."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        left = english(Spoken(file.read_text("utf-8")).texts)
        if left and not FORMAT.match(name):
            found[name] = left
    assert found == {}


def test_what_scripts_say_is_in_it(site: Path) -> None:
    """The words of the scripts come from the same tables."""
    words = (site / "assets" / "twolane" / "twolane-words.js").read_text("utf-8")
    texts = re.findall(r': "((?:[^"\\]|\\.)*)"', words)
    assert len(texts) > 200
    assert [text for text in texts if not text.startswith("[") or not text.endswith("]")] == []


CUT = """() => {
  const found = [];
  for (const element of document.querySelectorAll("article *, .tl-deal *, dialog *")) {
    const style = getComputedStyle(element);
    const hides = ["hidden", "clip"].includes(style.overflowX);
    const drawn = element.offsetParent && element.clientWidth > 1 && !element.matches(".is-waiting");
    if (hides && drawn && element.scrollWidth > element.clientWidth + 1) {
      found.push(`${element.tagName}.${element.className}`);
    }
  }
  return found;
}"""


def test_nothing_is_cut_on_a_phone(site: Path, browser: Browser) -> None:
    """At 390 pixels no page scrolls sideways, nothing is cut, and scripts say nothing in English."""
    page = browser.new_context(viewport={"width": 390, "height": 900}).new_page()
    wide, cut, left = {}, {}, {}
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        if FORMAT.match(name) or name.startswith("rules/") or "_to_" in name:
            continue
        page.goto(file.as_uri())
        width = page.evaluate("document.documentElement.scrollWidth")
        wide |= {name: width} if width > 390 else {}
        cut |= {name: hidden} if (hidden := page.evaluate(CUT)) else {}
        said = english(Spoken(page.content()).texts)
        left |= {name: said} if said else {}
    assert (wide, cut, left) == ({}, {}, {})
