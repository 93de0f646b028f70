"""Says which hand-written pages and files an audience sees: by front matter, and by who mentions a file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

from twolane.loading.front_matter import head_of
from twolane.model.element import Element
from twolane.model.playbook import Playbook
from twolane.model.walk import elements, texts
from twolane.yaml_text.strict_yaml import read_document

_NOBODY = ("",)
PAGE_ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""Endings of files that MkDocs takes for pages; all but the first are none to us, but can say for whom they are."""


def hand_written_texts(folder: Path, names: Iterable[str], endings: tuple[str, ...] = (".md",)) -> dict[str, str]:
    """The texts of the pages among ``names``, which are files below ``folder``; raises ``OSError``."""
    return {name: (folder / name).read_text("utf-8-sig", "replace") for name in sorted(names) if name.endswith(endings)}


def audiences_of(text: str) -> tuple[str, ...]:
    """The audiences that a page's front matter names; none where it is for all.

    Where something about audiences is written that cannot be read, the page is for nobody but the house.
    """
    head, _, _ = head_of(text.replace("\r\n", "\n").replace("\r", "\n"))
    if "audience" not in head:
        return ()
    value = read_document("", head.encode()).value
    named = value.get("audience", ()) if isinstance(value, dict) else _NOBODY
    if isinstance(named, str):
        return (named,)
    return tuple(str(each) for each in named) if isinstance(named, list | tuple) else _NOBODY


def left_in(whole: Playbook, cut: Playbook, pages: Mapping[str, str]) -> frozenset[str]:
    """The hand-written pages and files that ``cut``'s audience sees; ``pages`` are the texts of the pages.

    A file goes where only what has gone mentions it, or an older release; one that nothing mentions stays.
    """
    shown = {name for name, text in pages.items() if cut.audience in (audiences_of(text) or (cut.audience,))}
    everything = "\n".join((*_texts(whole), *_released(whole), *pages.values()))
    left = "\n".join((*_texts(cut), *(text for name, text in pages.items() if name in shown)))
    files = whole.pages - pages.keys()
    return frozenset(shown | {name for name in files if _mentioned(name, left) or not _mentioned(name, everything)})


def _mentioned(file: str, text: str) -> bool:
    name = posixpath.basename(file)
    return name in text or quote(name) in text


def _released(playbook: Playbook) -> Iterator[str]:
    for copies in playbook.frozen.values():
        yield from (copy.data.decode("utf-8", "replace") for copy in copies.values())


def _texts(playbook: Playbook) -> Iterator[str]:
    lists = (playbook.roles, playbook.segments, playbook.metrics, playbook.differentiators, playbook.competitors)
    roots: Iterable[Element] = (
        playbook.about,
        playbook.strategy,
        *(each for found in (*lists, playbook.terms, playbook.processes) for each in found),
    )
    for root in roots:
        yield from (found.text for element in elements(root) for found in texts(element))
