"""Pages for tests: made from files or a playbook, and read the way a browser reads them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from html.parser import HTMLParser
from pathlib import Path

from tests.support.playbooks import AS_OF, checked
from twolane.build import contents_of
from twolane.configuration.settings import Settings
from twolane.findings import Finding
from twolane.links.finished_page import Page
from twolane.model.playbook import Playbook
from twolane.pages.assembling import pages

ROOT = Path("/nowhere")
SETTINGS = Settings(ROOT, as_of=AS_OF)
_TIP = re.compile(r'<a class="tl-term" [^>]*>([^<]*)</a><span class="tl-tip" [^>]*>[^<]*</span>')
_VOID = frozenset({"br", "hr", "img", "input"})


def site(files: Mapping[str, bytes], **settings: object) -> dict[str, Page]:
    """The pages of the playbook in ``files``, by path; ``settings`` replace the usual ones.

    Pages are values, so that the same ones serve whoever asks for the same site again.
    """
    return dict(_site(frozenset(files.items()), replace(SETTINGS, **settings)))  # type: ignore[arg-type]  # tests name settings


class OnDemand(Mapping[str, Page]):
    """The pages of a playbook by path, made when the first of them is asked for: to list the tests takes none."""

    def __init__(self, make: Callable[[], Mapping[str, Page]]) -> None:
        self._make = make

    @cached_property
    def _pages(self) -> Mapping[str, Page]:
        return self._make()

    def __getitem__(self, path: str) -> Page:
        return self._pages[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pages)

    def __len__(self) -> int:
        return len(self._pages)


@lru_cache(maxsize=8)
def _site(files: frozenset[tuple[str, bytes]], settings: Settings) -> dict[str, Page]:
    found = checked(dict(files))
    assert found.playbook is not None
    return _by_path(pages(contents_of(found.playbook, settings), found.findings, settings))


def site_of(
    playbook: Playbook,
    findings: Iterable[Finding] = (),
    **settings: object,
) -> dict[str, Page]:
    """The pages of a playbook, by path; no two pages may share one."""
    chosen = replace(SETTINGS, **settings)  # type: ignore[arg-type]  # tests name settings
    return _by_path(pages(contents_of(playbook, chosen), tuple(findings), chosen))


def _by_path(made: tuple[Page, ...]) -> dict[str, Page]:
    by_path = {page.path: page for page in made}
    assert len(by_path) == len(made)
    return by_path


@dataclass
class Read(HTMLParser):
    """What a parser sees in a piece of HTML: its tags with their attributes, its texts, in order."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)
    """Each text with the class of the element around it."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, str]] = []

    def updatepos(self, i: int, j: int) -> int:
        """Counts no lines, which nobody asks for and which takes a tenth of the time."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        opened, _ = self._open.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        self.texts.append((self._open[-1][1] if self._open else "", data))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment in a page: {data}")

    @property
    def text(self) -> str:
        """All text on one line."""
        return one_line("".join(text for _, text in self.texts))

    @property
    def ids(self) -> list[str]:
        """All ids, in order."""
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def hrefs(self) -> list[str]:
        """Where the links lead, in order."""
        return [attributes["href"] for tag, attributes in self.tags if tag == "a"]


@lru_cache(maxsize=512)
def read(html: str) -> Read:
    """``html`` as a parser sees it, to be looked at only; every tag must be closed in its turn."""
    found = Read()
    found.feed(html)
    found.close()
    assert not found._open, f"never closed: {found._open}"
    return found


def without_tips(html: str) -> str:
    """``html`` as it was before the terms of the glossary were explained in it."""
    return _TIP.sub(r"\1", html)


def one_line(text: str) -> str:
    """``text`` with each stretch of white space as one space."""
    return " ".join(text.split())
