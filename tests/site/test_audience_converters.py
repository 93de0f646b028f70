"""Whoever makes pages of hand-written Markdown, none of them leads to what an audience does not get."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.commands import twolane, write_playbook
from tests.support.playbooks import base_files
from twolane.links.leading import LeftOut

PAGES = {
    "secret.md": "---\naudience: [internal]\n---\n# Secret\n",
    "guide.md": (
        "# Guide\n\n[hello](blog/posts/hello.md), [other](guides/other.markdown), [hidden](secret.md)\n\n"
        "<a href='../guides/other/'>other</a>, <a href='../secret/'>hidden</a>, <a href='../secret.md'>hidden</a>\n"
    ),
    "guides/other.markdown": "# Other\n\n[guide](../guide.md), [hidden](../secret.md)\n",
    "blog/index.md": "# Blog\n",
    "blog/posts/hello.md": (
        "---\ndate: 2024-02-01\n---\n# Hello\n\nSee [deep](2024/01/deep.md).\n\n<!-- more -->\n\n"
        "[hidden](../../secret.md)\n"
    ),
    "blog/posts/2024/01/deep.md": (
        "---\ndate: 2024-01-01\n---\n# Deep\n\n"
        "Text [our hidden plan](../../../../secret.md) and [guide](../../../../guide.md), [hello](../../hello.md), "
        "<a href='../../../../../secret/'>hidden</a> `[code](../../../../secret.md)`.\n\n<!-- more -->\n\nMore.\n"
    ),
}
CODE = "<code>[code](../../../../secret.md)</code>"
HOOKS = """
from pathlib import Path

import markdown
from mkdocs.plugins import event_priority

@event_priority(95)
def on_page_content(html, page, config, files):
    page.meta["again"] = markdown.markdown(page.markdown)

def on_page_context(context, page, config, nav):
    page.meta["once_more"] = markdown.Markdown(extensions=config.markdown_extensions).convert(
        "[hidden](../secret.md) [guide](guide.md)" if page.file.src_uri == "guide.md" else ""
    )

def on_post_build(config):
    Path(config.site_dir, "guides/printed.html").write_text('<a class=x href="../../secret.md">hidden</a><hr/>')
"""
SETTINGS = """\
site_name: Plants
docs_dir: playbook
theme: {name: material, font: false, custom_dir: theme}
hooks: [hooks.py]
"""
SHOWN = "{% extends 'base.html' %}{% block content %}{{ page.content }}{{ page.meta.again }}{{ page.meta.once_more }}"


def built(folder: Path, settings: str, files: Mapping[str, str]) -> Path:
    """A partner's site with these files beside the base playbook."""
    written = base_files()
    written["process/playbook.yml"] += b"audiences: [internal, partner]\n"
    pages = {f"playbook/{name}": text for name, text in PAGES.items()}
    more = {"mkdocs.yml": settings, "hooks.py": "", "theme/main.html": "{% extends 'base.html' %}", **pages, **files}
    write_playbook(folder, {**written, **{name: text.encode() for name, text in more.items()}})
    answer = twolane("build", "--audience", "partner", "--fail-on", "never", "--output", "out", folder=folder)
    assert answer.code == 0, answer.errors
    return folder / "out"


def links(page: Path) -> dict[str, str]:
    """Where each link of a page's own words leads."""
    found = re.findall(r"<a href=[\"']([^\"']*)[\"']>(hello|deep|guide|other|hidden)</a>", page.read_text("utf-8"))
    return {words: address for address, words in found}


def holding(folder: Path, text: str) -> list[str]:
    """The pages and files of a site that hold a text elsewhere than in code."""
    every = {path: path.read_bytes().replace(CODE.encode(), b"") for path in folder.rglob("*") if path.is_file()}
    return sorted(path.relative_to(folder).as_posix() for path, data in every.items() if text.encode() in data)


@pytest.mark.parametrize("plugins", ["[search, blog, twolane]", "[twolane, blog, search]"])
def test_excerpts_of_a_blog_are_cut_as_their_posts_are(tmp_path: Path, plugins: str) -> None:
    """Material's plugin converts posts again for its lists, each with addresses as seen from there; code stays."""
    site = built(tmp_path, f"{SETTINGS}plugins: {plugins}\n", {})
    guide, deep, hello = "guide/", "2024/01/01/deep/", "2024/02/01/hello/"
    assert links(site / "blog/index.html") == {"guide": f"../{guide}", "hello": hello, "deep": deep}
    up = "../../../"
    expected = {"guide": f"{up}{guide}", "hello": f"../../{hello}", "deep": f"../../{deep}"}
    assert links(site / "blog/archive/2024/index.html") == expected
    assert "our hidden plan and" in (site / "blog/index.html").read_text("utf-8")
    assert CODE in (site / "blog/index.html").read_text("utf-8")
    assert holding(site, "secret") == []


def test_links_to_what_another_plugin_moves_stay(tmp_path: Path) -> None:
    """A post, and a page with another ending, have addresses that their names do not tell."""
    site = built(tmp_path, f"{SETTINGS}plugins: [search, blog, twolane]\n", {})
    assert links(site / "guide/index.html") == {"hello": "../blog/2024/02/01/hello/", "other": "../guides/other/"}
    assert links(site / "guides/other/index.html") == {"guide": "../../guide/"}
    assert links(site / "blog/2024/02/01/hello/index.html") == {"deep": "../../../01/01/deep/"}


def test_pages_that_others_convert_again_or_write_are_cut(tmp_path: Path) -> None:
    """With extensions or without, before or after all pages are read; what is written at the end is looked over."""
    files = {"hooks.py": HOOKS, "theme/main.html": SHOWN + "<a href='{{ 'secret/'|url }}'>hidden</a>{% endblock %}"}
    files["playbook/assets/sheet.html"] = '<p>\r\n<A HREF="../%73ecret/">hidden</A><br/>\r\n'
    site = built(tmp_path, f"{SETTINGS}site_url: https://example.org/us/\nplugins: [search, twolane]\n", files)
    guide = (site / "guide/index.html").read_text("utf-8")
    assert guide.count("hidden") == 3 + 3 + 1 + 1
    assert guide.count('href="guide.md"') == 1
    assert holding(site, "secret") == []
    assert (site / "guides/printed.html").read_text("utf-8") == "hidden<hr/>"
    assert (site / "assets/sheet.html").read_bytes() == b"<p>\r\nhidden<br/>\r\n"


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("../secret/", False),
        ("secret.md", False),
        ("../secret/index.html#part", False),
        ("../sec\nret.md", False),
        ("../../../secret.md", False),
        ("/us/secret/", False),
        ("https://example.org/us/secret/", False),
        ("https://example.com/us/secret/", True),
        ("../secrets/", True),
        ("../secret/more/", True),
        ("//[x", True),
        ("", True),
    ],
)
def test_an_address_on_a_finished_page_leads_to_what_is_left_out(address: str, leads: bool) -> None:
    """As browsers follow it, and as it was written for another page."""
    left_out = LeftOut.of(["secret.md"], ["secret/"], "https://example.org/us")
    assert left_out.seen_from("guide/index.html", "guide.md")(address) is leads
