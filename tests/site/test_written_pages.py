"""Pages written by hand are first-class on the site: what they say of themselves, on paper, in search, in the log."""

from __future__ import annotations

import base64
import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.commands import Answer, twolane, write_playbook
from tests.support.playbooks import base_files

pytestmark = pytest.mark.sites

MKDOCS = """
site_name: Base
docs_dir: playbook
use_directory_urls: {folders}
theme: {{name: material, font: false}}
plugins: [search, twolane]
markdown_extensions:
  - admonition
  - footnotes
  - toc: {{{toc}}}
  - pymdownx.superfences:
      custom_fences:
        - {{name: mermaid, class: mermaid, format: !!python/name:pymdownx.superfences.fence_code_format }}
nav:
  - index.md
  - First: guides/first.md
  - "*"
  - Last: last.md
"""
PAGES = {
    "index.md": "# Welcome\n\nHello.\n\n[First](guides/first.md)\n",
    "guides/first.md": """---
owner: sales-director
review_by: 2026-10-01
status: active
---
# The first guide

Never below the floor.[^1] [Closing](../new-business/closing.md#exit), [last](../last.md#rules), [here](#rules).

![A board](../board.png) <a href="#rules">x</a> <!-- a comment --> <span id="y">y</span>

## Rules

```mermaid
flowchart LR
  a --> b
```

<script>document.write("z")</script>

[^1]: A note, see [all](../print.md).
""",
    "last.md": "---\nstatus: retired\n---\n# The last guide\n\n## Rules\n\nGone. [Offering](new-business/closing.md)\n",
    "unlisted.md": "# Unlisted\n\nWords.\n",
    "new-business/closing.md": "# Discounts\n\nOnly the director gives them. "
    "[f](../guides/first.md)\n\n## How\n\nAsk.\n",
}
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def files(folders: str = "false", toc: str = "", **pages: str) -> dict[str, bytes]:
    """The base playbook with pages written by hand; ``pages`` are others in their place, by name without ending.

    ``toc`` are settings of the contents of pages.
    """
    written = {f"{name}.md": text for name, text in pages.items()} or PAGES
    by_hand = {f"playbook/{name}": text.encode() for name, text in written.items()}
    return {
        **base_files(),
        "mkdocs.yml": MKDOCS.format(folders=folders, toc=toc).encode(),
        "playbook/board.png": PIXEL,
        **by_hand,
    }


def built(folder: Path, made: dict[str, bytes], *more: str) -> Answer:
    """What `twolane build` answers for a playbook with these files."""
    return twolane("build", *more, folder=write_playbook(folder, made))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the playbook with these pages."""
    folder = tmp_path_factory.mktemp("written")
    answer = built(folder, files())
    assert answer.code == 0, answer.errors
    return folder / "site"


class Seen(HTMLParser):
    """The ids and links of the content of a page, and its headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.levels: list[int] = []
        self.feed(html[html.index("<article") : html.index("</article>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Takes in one tag."""
        given = dict(attrs)
        self.ids += [given["id"]] if given.get("id") else []
        self.hrefs += [href for href in (given.get("href"),) if href and tag == "a"]
        self.levels += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []


@pytest.mark.parametrize("folders", ["false", "true"])
def test_the_whole_playbook_is_printed_with_them(tmp_path: Path, folders: str) -> None:
    """In the order of the navigation, links and ids holding on the page, pictures where they are, diagrams drawn."""
    answer = built(tmp_path, files(folders))
    assert answer.code == 0, answer.errors
    end, up = ("/index.html", "../") if folders == "true" else (".html", "")
    html = (tmp_path / f"site/print{end}").read_text("utf-8")
    seen = Seen(html)
    assert len(seen.ids) == len(set(seen.ids))
    inside = [href[1:] for href in seen.hrefs if href.startswith("#")]
    assert set(inside) <= set(seen.ids)
    first = "_page--guides--first"
    links = {"new-business--closing--exit", "_page--last--rules", f"{first}--rules", f"{first}--fn:1"}
    assert links <= set(inside)
    parts = ("_page--index", first, "group-1", "group-shared", "_page--last", "_page--unlisted")
    assert sorted(parts, key=seen.ids.index) == list(parts)
    assert f'src="{up}board.png"' in html
    assert '<pre class="tl-diagram">' in html[html.index(f'id="{first}"') : html.index('id="group-1"')]
    assert "twolane-mermaid.js" in html
    assert "document.write" not in html
    assert "a comment" not in html


@pytest.mark.parametrize("by_hand", [True, False])
def test_the_page_to_print_says_whether_it_holds_them(tmp_path: Path, by_hand: bool) -> None:
    """Its first words name pages written by hand where there are any on it."""
    made = files(index="# Welcome\n")
    if not by_hand:
        made = {name: text for name, text in made.items() if not name.endswith(".md")}
        made["mkdocs.yml"] = made["mkdocs.yml"].partition(b"nav:")[0]
    assert built(tmp_path, made).code == 0
    lead = re.search(r'<p class="tl-lead tl-no-print">(.*?)</p>', (tmp_path / "site/print.html").read_text("utf-8"))
    assert lead
    assert ("and the pages written by hand." in lead[1]) == by_hand


@pytest.mark.parametrize("toc", ["permalink: true", 'permalink: "#", permalink_class: at'])
def test_signs_behind_headings_are_no_part_of_titles(tmp_path: Path, toc: str) -> None:
    """They lead to the heading itself: nothing of them is on the page to print."""
    assert built(tmp_path, files(toc=toc)).code == 0
    html = (tmp_path / "site/print.html").read_text("utf-8")
    body = html[html.index("<article") : html.index("</article>")]
    assert '<a href="#_page--guides--first">The first guide</a>' in body
    assert '<h2 id="_page--guides--first">The first guide</h2>' in body
    assert '<h3 id="_page--guides--first--rules">Rules</h3>' in body
    assert "Discounts</h4>" in body
    assert not re.search("¶|&para;|Permanent link", body)


def test_an_empty_page_is_not_said_to_be_missing(tmp_path: Path) -> None:
    """Nobody misses it, and no plugin has anything to do with it."""
    pages = {"index": PAGES["index.md"], "guides/first": "# First\n", "last": "# Last\n"}
    assert built(tmp_path, files(empty="\n", **pages)).code == 0
    html = (tmp_path / "site/print.html").read_text("utf-8")
    assert "Action plans: each prints by itself" in html
    assert "another plugin" not in html


def test_headings_go_down_one_by_one_on_paper(site: Path) -> None:
    """One title; what stands above a stage goes below that stage's title, on its process's page to print too."""
    html = (site / "print.html").read_text("utf-8")
    levels = Seen(html).levels
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    above = '<h4 id="new-business--closing--discounts">Discounts</h4>\n<p>Only the director gives them.'
    assert f'<h3 id="new-business--closing">Closing</h3>{above}' in html
    one = (site / "new-business/print.html").read_text("utf-8")
    assert f'<h2 id="new-business--closing">Closing</h2>{above.replace("h4", "h3")}' in one
    assert 'href="../guides/first.html"' in one


def test_the_page_to_print_says_what_it_does_not_hold(tmp_path: Path) -> None:
    """What a script draws on a page, and pages that others lock; of the kinds that are made here, each."""
    locked = files(index=PAGES["index.md"], secret="---\npassword: x\n---\n# Secret\n\nNumbers.\n", **{
        "guides/first": PAGES["guides/first.md"], "last": PAGES["last.md"],
    })  # fmt: skip
    built(tmp_path, locked)
    html = (tmp_path / "site/print.html").read_text("utf-8")
    assert "Numbers" not in html
    left = html[html.index("tl-print__left") :]
    assert "<li>Secret: it is locked by a password.</li>" in left
    assert "<li>The first guide: what a script draws on it. Print the page by itself.</li>" in left
    assert "<li>Action plans: each prints by itself, since it goes to the buyer.</li>" in left
    assert "Pages written by hand" not in left


def test_pages_of_other_audiences_are_not_printed(tmp_path: Path) -> None:
    """Nor do links lead there."""
    made = files()
    made["process/playbook.yml"] = b"title: Base\naudiences: [internal, partner]\n"
    made["playbook/last.md"] = b"---\naudience: internal\n---\n# The last guide\n\nOur floor.\n"
    answer = built(tmp_path, made, "--audience", "partner")
    assert answer.code == 0, answer.errors
    html = (tmp_path / "site/print.html").read_text("utf-8")
    assert "Never below the floor." in html
    assert "Our floor." not in html
    assert "last.html" not in html


def test_a_page_says_who_owns_it_and_how_it_stands(site: Path) -> None:
    """At its foot, with a link to the role; at its head that its review is overdue, or that it is retired."""
    first = (site / "guides/first.html").read_text("utf-8")
    assert (
        "<strong>This page should have been looked at again by 1 October 2026.</strong> "
        'Before you rely on it, ask: <a href="../roles/sales-director.html">Sales director</a>.' in first
    )
    foot = first[first.rindex('<dl class="tl-facts tl-facts--foot"') :]
    assert '<dt>Owner</dt><dd><a href="../roles/sales-director.html">Sales director</a></dd>' in foot
    assert '1 October 2026 <span class="tl-chip tl-chip--bad">overdue</span>' in foot
    assert '<span class="tl-chip tl-chip--good">active</span>' in foot
    last = (site / "last.html").read_text("utf-8")
    assert "<strong>Retired.</strong> Nobody goes by this page any more." in last
    assert "tl-facts--foot" not in (site / "unlisted.html").read_text("utf-8")
    role = (site / "roles/sales-director.html").read_text("utf-8")
    assert '<strong>Pages:</strong> <a href="../guides/first.html">The first guide</a>' in role
    health = (site / "health.html").read_text("utf-8")
    assert '<a href="guides/first.html">The first guide</a>: ' in health


def test_other_engines_get_what_pages_say_of_themselves(tmp_path: Path) -> None:
    """As HTML around the text, below the front matter; the page to print says that it does not hold such pages."""
    folder = write_playbook(tmp_path / "book", files())
    answer = twolane("pages", str(tmp_path / "docs"), folder=folder)
    assert answer.code == 0, answer.errors
    last = (tmp_path / "docs/last.md").read_text("utf-8")
    assert re.match(r'---\nstatus: retired\n---\n<div class="tl-banner"[^\n]*\n\n# The last guide\n', last)
    assert re.search(r"closing.md\)\n\n<dl [^\n]*\n<div><dt>Status</dt>.*</dl>\n$", last, re.DOTALL)
    printed = (tmp_path / "docs/print.md").read_text("utf-8")
    assert "Pages written by hand: they are not made here." in printed
    assert "what belongs to them. Its end says what is not on it." in printed
    assert 'data-written="b' not in printed
    assert not re.search(r"<(li|div) hidden[^>]*></\1>", printed)


def test_search_marks_what_is_retired(site: Path) -> None:
    """In the title of the page and of its parts; what we add to a page is not found."""
    docs = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    titles = {doc["location"]: doc["title"] for doc in docs}
    assert titles["last.html"] == "The last guide (retired)"
    assert titles["last.html#rules"] == "Rules (retired)"
    assert titles["guides/first.html"] == "The first guide"
    assert not [doc for doc in docs if "Nobody goes by this page" in doc["text"]]


def test_a_stage_keeps_its_name_below_a_page_written_by_hand(site: Path) -> None:
    """The title is the stage's; the hand-written one is a heading below it, on the page and in its contents."""
    html = (site / "new-business/closing.html").read_text("utf-8")
    assert re.search(r'<h1 id="start">Closing</h1>\s*<h2 id="discounts">Discounts</h2>', html)
    assert '<h3 id="how">How</h3>' in html
    assert html.count("<h1") == 1
    contents = html[html.index("md-nav--secondary") :]
    assert contents.index('href="#discounts"') < contents.index('href="#how"') < contents.index('href="#exit"')
    home = (site / "index.html").read_text("utf-8")
    assert '<h1 id="welcome">Welcome</h1>' in home


NAMED_BY_HAND = {
    "index": "# Welcome\n",
    "new-business/closing": "---\ntitle: Discounts\nowner: sales-director\n---\n"
    'Words.\n\n<H1 id="who">Who</H1>\n\n# How\n',
    "new-business/index": "How we\n======\n\nsell.\n",
    "new-business/raci": "# Our hats\n",
    "roles/sales-director": "# Anna\n\n#### Fourth\n",
    "glossary": "# Words\n",
    "health": "title: Doctor\n\n# Health of ours\n",
}
"""Pages at the places of generated ones, which call themselves otherwise, some in their front matter."""
OWN_NAMES = {
    "new-business/closing": "Closing",
    "new-business/index": "New business",
    "new-business/raci": "New business: who does what",
    "roles/sales-director": "Sales director",
    "glossary": "Glossary",
    "health": "Health",
}


@pytest.fixture(scope="module")
def named_by_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a playbook with these pages, built as a site, and as Markdown in `docs`."""
    folder = tmp_path_factory.mktemp("named")
    made = files(first="# First\n", last="# Last\n", **NAMED_BY_HAND)
    made["mkdocs.yml"] = made["mkdocs.yml"].partition(b"nav:")[0]
    answer = built(folder, made)
    assert answer.code == 0, answer.errors
    assert twolane("pages", str(folder / "docs"), folder=folder).code == 0
    return folder


@pytest.mark.parametrize("path", OWN_NAMES)
def test_no_page_loses_its_name_to_what_is_written_above_it(named_by_hand: Path, path: str) -> None:
    """The one title, the name in the browser's tab, in the navigation and in search are the definition's."""
    html = (named_by_hand / f"site/{path}.html").read_text("utf-8")
    name = OWN_NAMES[path]
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", html) == [name]
    assert Seen(html).levels[:2] == [1, 2]
    assert f"<title>{name} - Base</title>" in html
    docs = json.loads((named_by_hand / "site/search/search_index.json").read_text("utf-8"))["docs"]
    assert next(doc["title"] for doc in docs if doc["location"] == f"{path}.html") == name


@pytest.mark.parametrize("path", OWN_NAMES)
def test_no_page_of_another_engine_loses_its_name(named_by_hand: Path, path: str) -> None:
    """Its front matter has the definition's name as title, its text begins with it, and other keys stay."""
    text = (named_by_hand / f"docs/{path}.md").read_text("utf-8")
    head, _, body = text.partition('<h1 id="start">')
    assert body.startswith(f"{OWN_NAMES[path]}</h1>")
    assert re.search(rf'^title: "?{OWN_NAMES[path]}"?$', head, re.MULTILINE)
    assert head.count("title:") == 1
    assert not re.search("^# |^===|<h1", body, re.MULTILINE | re.IGNORECASE)


def test_links_to_a_stage_lead_to_its_own_parts(tmp_path: Path) -> None:
    """Where a heading by hand would have the anchor of one, it gets another, and so do its own links and contents."""
    page = '# Exit\n\nSee [below](#exit), and `id="exit"`.\n'
    made = files(index="# Welcome\n", last="# Last\n", **{"guides/first": "# First\n", "new-business/closing": page})
    assert built(tmp_path, made).code == 0
    html = (tmp_path / "site/new-business/closing.html").read_text("utf-8")
    seen = Seen(html)
    assert len(seen.ids) == len(set(seen.ids))
    assert '<h2 id="exit_1">Exit</h2>' in html
    assert '<a href="#exit_1">below</a>, and <code>id="exit"</code>' in html
    contents = html[html.index("md-nav--secondary") :]
    assert contents.index('href="#exit_1"') < contents.index('href="#exit"')
    printed = Seen((tmp_path / "site/print.html").read_text("utf-8"))
    assert len(printed.ids) == len(set(printed.ids))


def test_the_home_page_of_another_engine_is_called_as_by_hand(named_by_hand: Path) -> None:
    """Its own title stays, and is the only one."""
    text = (named_by_hand / "docs/index.md").read_text("utf-8")
    assert text.startswith("# Welcome\n\n")
    assert "<h1" not in text
    owned = (named_by_hand / "docs/new-business/closing.md").read_text("utf-8")
    assert owned.startswith(
        '---\ntitle: "Closing"\nowner: sales-director\n---\n\n<h1 id="start">Closing</h1>\n\nWords.\n'
    )
    assert '<H2 id="who">Who</H2>\n\n## How\n' in owned


def test_a_build_tells_each_dead_link_once(tmp_path: Path) -> None:
    """In our words; what MkDocs would say again is not said, nor what a comment leaves out."""
    text = "# Welcome\n\n[a](a.md) ![b](b.png) [c](/c.md) [d](d) [e](#e)\n\n"
    text += "[f](f.md) <!-- twolane: ignore[D011] soon -->\n"
    answer = built(tmp_path, files(index=text, last="# Last\n"))
    told = [line for line in answer.errors.splitlines() if line.startswith(("warning", "error"))]
    assert [re.sub(r"(:\d+:\d+: D011).*", r"\1", line) for line in told] == [
        "warning: mkdocs.yml:16:12: D011",
        *(f"warning: playbook/index.md:3:{column}: D011" for column in (5, 16, 27, 38, 45)),
    ]
    assert "not found among documentation files" not in answer.errors
