"""What `mkdocs.yml` says of addresses: how pages are laid out, what the navigation names, how ids are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from twolane.source import Place, Source
from twolane.yaml_text.document import AT, Document

_WITHOUT_IDS = frozenset(
    (
        *("search", "twolane", "mermaid2", "awesome-pages", "awesome-nav", "exclude", "git-authors", "glightbox"),
        *("git-revision-date", "git-revision-date-localized", "group", "info", "literate-nav", "meta", "minify"),
        *("offline", "optimize", "print-site", "privacy", "redirects", "rss", "section-index", "social", "tags"),
    )
)
"""Plugins that put no headings into pages."""


@dataclass(frozen=True, slots=True)
class NavTarget:
    """A page or file that the navigation names, and where."""

    target: str
    place: Place


@dataclass(frozen=True, slots=True)
class Engine:
    """How addresses work on the site; without a file of its own it is that of a new playbook.

    ``directory_urls`` says that `a/b.md` becomes the folder `a/b/`; ``from_root`` that a link with a leading `/` is
    led from the folder of the pages; ``own_ids`` that pages get ids in other ways than the usual one.
    """

    file: str = ""
    text: str = ""
    directory_urls: bool = False
    from_root: bool = False
    own_ids: bool = False
    nav: tuple[NavTarget, ...] = ()


USUAL = Engine()
"""That of a playbook without a file of its own."""


def engine_of(document: Document) -> Engine:
    """What the document of `mkdocs.yml` says; what is missing is as MkDocs has it."""
    read = document.value
    if not isinstance(read, dict):
        return Engine(document.file, document.text, directory_urls=True)
    return Engine(
        document.file,
        document.text,
        directory_urls=str(read.get("use_directory_urls")).lower() not in ("false", "no", "off"),
        from_root=_below(read, "validation", "links", "absolute_links") == "relative_to_docs"
        or _below(read, "validation", "absolute_links") == "relative_to_docs",
        own_ids=_has_own_ids(read.get("markdown_extensions")) or _adds_ids(read),
        nav=tuple(_nav(read, "nav")),
    )


def _below(read: Any, *keys: str) -> Any:
    for key in keys:
        read = read.get(key) if isinstance(read, dict) else None
    return read


def _has_own_ids(extensions: Any) -> bool:
    """Whether the extension `toc` is told how to make ids."""
    listed = extensions if isinstance(extensions, list) else [extensions]
    given = [each[name] for each in listed if isinstance(each, dict) for name in each if str(name).endswith("toc")]
    return any(isinstance(each, dict) and not {"slugify", "separator"}.isdisjoint(each) for each in given)


def _adds_ids(read: Any) -> bool:
    """Whether hooks or plugins of others may put further headings and ids into a page."""
    plugins = read.get("plugins")
    listed = plugins if isinstance(plugins, list) else [plugins]
    names = [name for each in listed for name in (each if isinstance(each, dict) else (each,)) if name and name != AT]
    return bool(read.get("hooks")) or any(str(name).rpartition("/")[2] not in _WITHOUT_IDS for name in names)


def _nav(read: Mapping[str, Any], key: str) -> Iterator[NavTarget]:
    """Every target below a key of a mapping, titles left out."""
    source, below = read[AT], read.get(key)
    assert isinstance(source, Source)
    if isinstance(below, str):
        yield NavTarget(below, source.place(key))
    for index, each in enumerate(below if isinstance(below, list) else ()):
        if isinstance(each, str):
            yield NavTarget(each, source.place(key, index))
        elif isinstance(each, dict):
            yield from (named for title in each if title != AT for named in _nav(each, title))
