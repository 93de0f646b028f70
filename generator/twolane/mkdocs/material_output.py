"""What Material's output still needs: no outside address, sound markup, the search entries of our pages."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mkdocs.structure.files import File, Files

from twolane.links.finished_page import Note, Page
from twolane.mkdocs import material_repairs
from twolane.site.template_comments import sent
from twolane.wording.choice_names import choice

_BUNDLE = re.compile(r"assets/javascripts/bundle\.[0-9a-f]+\.min\.js")

OUR_DIAGRAM = '<pre class="tl-diagram">'
"""How a diagram for our loader begins; only such pages load it."""
_FENCE = re.compile(r'<pre class="mermaid"><code>(.*?)</code></pre>', re.DOTALL)

_PRELOADING = (
    'location.protocol.startsWith("http")&&document.head.append(Object.assign(document.createElement("link"),'
    '{rel:"preload",as:"font",type:"font/woff2",crossOrigin:"",href:document.currentScript.dataset.font}))'
)
_MATERIALS_TITLE = {"boost": 1000.0}
_TITLE = 5
"""How much more a word counts in a title than in a text; with the thousand of Material, texts count for nothing."""
_MATERIALS_SEPARATOR = r"[\s\-]+"
_SEPARATOR = r"[\s:!?\"“”„‘()\[\]/…–—]+|[.,](?=[\s\"”)\]]|$)"
"""What stands between words: without signs, since `"spreadsheet` is not found by its first letters.

What stands inside of one, such as a hyphen, is for our script in front of the search."""
_OF = "of"
"""The field with the process that a page belongs to; our script in front of the search spreads it over the page."""
_WORKER = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")


def repaired(html: str) -> str:
    """A finished page without what Material gets wrong for us."""
    for repair in material_repairs.ON_PAGES:
        html = repair.mend(html)
    contents = material_repairs.CONTENTS
    return contents.mend_first(html) if html.count(contents.finds) > 1 else html


def our_diagrams(html: str) -> str:
    """The content of a hand-written page whose Mermaid fences are drawn by our loader, not by Material's."""
    return _FENCE.sub(rf"{OUR_DIAGRAM}\1</pre>", html)


def mermaid2_diagrams(html: str) -> str:
    """The content of a hand-written page whose Mermaid fences are in the form that mermaid2 looks for."""
    return _FENCE.sub(r'<div class="mermaid">\1</div>', html)


def with_script(html: str, address: str, **data: str) -> str:
    """A finished page that also loads a script once it has been read; ``data`` is what the script is told."""
    head, end, tail = html.rpartition("</body>")
    told = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
    return f'{head}<script src="{escape(address)}"{told} defer></script>{end}{tail}'


def with_head(html: str, lines: Iterable[str]) -> str:
    """A finished page with further elements in its head; their values are escaped already."""
    added = "".join(lines)
    return html.replace("</head>", f"{added}</head>", 1) if added else html


def preloading(html: str, font: str) -> str:
    """A finished page that asks for its font before it knows that it needs it.

    From a disk it must not: there, browsers let no page ask for a font ahead, and say so as an error. So a script of
    one line does it, which comes before all styles since it would wait for them; without scripts nothing does.
    """
    added = f'<script data-font="{escape(font)}">{_PRELOADING}</script>'
    return material_repairs.HEAD.mend_first(html, added)


def not_for_search_engines() -> str:
    """Says that a page is not to be found from outside."""
    return '<meta name="robots" content="noindex">'


def leads_to(address: str) -> str:
    """Has a browser go on to another page at once."""
    return f'<meta http-equiv="refresh" content="0; url={escape(address)}">'


def feed_link(address: str, title: str) -> str:
    """Says where the feed of the site is.

    With `alternate` alone the theme takes it for the site in another language and looks for a sitemap there, which no
    page on a disk may read.
    """
    return f'<link rel="alternate feed" type="application/atom+xml" title="{escape(title)}" href="{escape(address)}">'


def with_banner(html: str, says: str, words: str, address: str) -> str:
    """The content of a hand-written page with a note below its title, and a link there."""
    link = f'<a href="{escape(address)}">{escape(words)}</a>'
    note = f'<div class="tl-banner"><p><strong>{escape(says)}</strong> {link}</p></div>'
    title, end, rest = html.partition("</h1>")
    return f"{title}{end}{note}{rest}" if end else note + html


def with_note(html: str, note: Note | None) -> str:
    """The content of a hand-written page with what its front matter says, below its title and at its foot."""
    if note is None:
        return html
    title, end, rest = html.partition("</h1>")
    return f"{title}{end}{note.top}{rest}{note.foot}" if end else f"{note.top}{html}{note.foot}"


def announced(html: str, says: str, words: str, address: str) -> str:
    """A finished page with a line above its header, where the theme has announcements, and a link there."""
    link = f'<a href="{escape(address)}">{escape(words)}</a>'
    line = f'<div class="md-banner__inner md-grid md-typeset"><strong>{escape(says)}</strong> {link}</div>'
    return material_repairs.ANNOUNCED.mend_first(html, line)


def cut_outside_addresses(files: Files) -> None:
    """Takes out of Material's script the addresses from which it would load scripts and figures."""
    for file in files.javascript_files():
        if _BUNDLE.fullmatch(file.src_uri):
            _cut(file)


def teach_search(files: Files, lesson: Path) -> None:
    """Puts our script in front of Material's worker for search: both hear each query, ours first."""
    for file in files.javascript_files():
        if _WORKER.fullmatch(file.src_uri):
            taught = material_repairs.WORKER.mend_first(file.content_bytes.decode(), sent(lesson))
            file.content_bytes = taught.encode()


def _cut(file: File) -> None:
    content = file.content_bytes.decode()
    for repair in material_repairs.IN_BUNDLE:
        content = repair.mend(content)
    file.content_bytes = content.encode()


def write_search(site: Path, pages: Mapping[str, Page], retired: Collection[str] = ()) -> None:
    """Adds the pages (by address) to the search index, and writes it a second time as a script.

    Those at the addresses ``retired`` say so in their titles. The script is what a page opened from a file can read.
    Without an index, as when the playbook has no search, nothing happens.
    """
    place = site / "search" / "search_index.json"
    if not place.is_file():
        return
    index = json.loads(place.read_text(encoding="utf-8"))
    _tune(index["config"])
    others = (entry for entry in index["docs"] if _page_of(entry) not in pages)
    written = (_marked(entry) if _page_of(entry) in retired else entry for entry in others)
    index["docs"] = [*written, *_entries(pages.items())]
    text = json.dumps(index, separators=(",", ":"))
    place.write_text(text, encoding="utf-8")
    place.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")


def _page_of(entry: Mapping[str, Any]) -> str:
    return str(entry["location"]).partition("#")[0]


def _marked(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {**entry, "title": f"{entry['title']} ({choice('retired')})"}


def _tune(config: dict[str, Any]) -> None:
    """Has search weigh and split words as playbooks need it, where the playbook has not said how."""
    if config["fields"].get("title") == _MATERIALS_TITLE:
        config["fields"]["title"] = {"boost": _TITLE}
    config["fields"].setdefault(_OF, {"boost": 1})
    if config["separator"] == _MATERIALS_SEPARATOR:
        config["separator"] = _SEPARATOR


def _entries(pages: Iterable[tuple[str, Page]]) -> Iterator[dict[str, Any]]:
    """Titles and texts are HTML for Material."""
    for url, page in pages:
        for entry in page.search:
            anchor = f"#{quote(entry.anchor)}" if entry.anchor else ""
            text = escape(entry.text, quote=False)
            found = {"location": url + anchor, "title": escape(entry.title, quote=False), "text": text}
            of = {_OF: escape(entry.of, quote=False)} if entry.of else {}
            yield {**found, **of, **({} if entry.rank == 1 else {"boost": entry.rank})}
