"""A page as a Markdown file that any engine can build: front matter, then a block of HTML."""

from __future__ import annotations

import json
import re

from twolane.links.finished_page import HOME, TITLE_ID, Page
from twolane.links.lowered_headings import has_markdown_title, lowered_markdown
from twolane.loading.front_matter import head_of
from twolane.site.printed_written import without_places

_HIDDEN = "search: {exclude: true}"
"""What keeps a page out of the search of MkDocs with Material, and of engines that read the same."""

_TITLE = re.compile(rf'<h1 id="{TITLE_ID}".*?</h1>', re.DOTALL)
_OTHER_TITLE = re.compile(r"^[ ]{0,3}title[ \t]*:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)
"""The title in front matter, with the lines that go on with it."""


def file_name(page: Page) -> str:
    """Where the file stands, below the folder of Markdown files."""
    return f"{page.path}.md"


def file_text(page: Page) -> str:
    """The file's text. JSON's quoted texts are YAML's too, so no title can break the front matter."""
    front = {"title": page.title, "description": page.description}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value]
    lines += [] if page.indexed else [_HIDDEN]
    return "\n".join(("---", *lines, "---", "", without_places(page.body), ""))


def text_with(written: str, page: Page) -> str:
    """The file's text where a page written by hand stands above: the page keeps the name that its definition gives it.

    What is written by hand goes below that name, its headings one level down. Only the home page is called as the
    hand-written title says, where there is one.
    """
    head, length, is_yaml = head_of(written)
    above = written[length:].strip("\n")
    body = without_places(page.body).strip("\n")
    rest = _TITLE.sub("", body, count=1).lstrip("\n")
    if page.path == HOME and has_markdown_title(above):
        return _joined(written[:length].rstrip("\n"), above, rest)
    title = _TITLE.match(body)
    front = _front(head, is_yaml, page.title)
    return _joined(front, title[0] if title else "", lowered_markdown(above), rest)


def _front(head: str, is_yaml: bool, title: str) -> str:
    """What a page written by hand says of itself, with the title of the definition."""
    kept = _OTHER_TITLE.sub("", head).strip("\n")
    if head and not is_yaml:
        return f"title: {title}\n{kept}".rstrip("\n")
    return "\n".join(filter(None, ("---", f"title: {json.dumps(title, ensure_ascii=False)}", kept, "---")))


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
