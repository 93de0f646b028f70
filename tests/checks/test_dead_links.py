"""Links of hand-written pages that lead nowhere: what is suggested, and for how many of them it is looked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from twolane.checks.dead_links import DeadLinks
from twolane.loading.written_pages import read_pages
from twolane.model.written_page import WrittenPage


@dataclass
class Site:
    """A site of hand-written pages and files; ``lookups`` counts how often anything there was listed."""

    pages: dict[str, WrittenPage]
    files: tuple[str, ...] = ()
    lookups: int = field(default=0)

    def has(self, name: str) -> bool:
        """Whether it is there."""
        return name in self.pages or name in self.files

    def url(self, name: str) -> str:
        """As in a site of files."""
        return f"{name.removesuffix('.md')}.html"

    def at(self, url: str) -> str:
        """As in a site of files."""
        name = f"{url.removesuffix('.html')}.md"
        return name if name in self.pages else url if url in self.files else ""

    def anchors(self, name: str) -> frozenset[str]:
        """Its ids, which say when somebody goes through them."""
        return Counted(self.pages[name].anchors, self)

    def names(self) -> Iterable[str]:
        """All of them."""
        return (*self.pages, *self.files)


class Counted(frozenset[str]):
    """Ids that count how often somebody goes through them."""

    def __new__(cls, ids: Iterable[str], site: Site) -> Counted:
        """The ids of a page of ``site``."""
        made = super().__new__(cls, ids)
        made.site = site  # type: ignore[attr-defined]  # counted on the class of the test
        return made

    def __iter__(self):  # type: ignore[no-untyped-def]  # as the class that it stands in for
        """One more look."""
        self.site.lookups += 1  # type: ignore[attr-defined]  # counted on the class of the test
        return super().__iter__()


def site(files: tuple[str, ...] = (), **pages: str) -> Site:
    """A site with these pages."""
    read = read_pages({f"{name}.md": text.encode() for name, text in pages.items()}, "playbook").pages
    return Site({page.path: page for page in read}, files)


def hints(made: Site, name: str) -> list[str]:
    """What is said of each dead link of a page."""
    links = DeadLinks(made)
    faults = (links.fault(made.pages[name], link) for link in made.pages[name].links)
    return [fault.hint for fault in faults if fault]


def test_of_very_many_dead_anchors_the_first_get_a_suggestion() -> None:
    """The ids of a page are gone through once, and compared until it would take long."""
    many = 4_000
    headings = "\n".join(f"# Heading {number}" for number in range(many))
    made = site(guide=f"{headings}\n" + "\n".join("[a](#heading-17x)" for _ in range(many)))
    told = hints(made, "guide.md")
    assert len(told) == many
    assert told[0] == "did you mean `#heading-17`?"
    assert told[-1] == "link to the page alone, or to the words of a heading there"
    assert made.lookups == 1


def test_of_very_many_names_in_each_folder_the_first_get_a_suggestion() -> None:
    """A file that each of many folders has is looked for until it would take long."""
    folders = tuple(f"{number}/a.png" for number in range(2_000))
    made = site(folders, guide="\n".join("[a](ten/a.png)" for _ in range(2_000)))
    told = hints(made, "guide.md")
    assert len(told) == 2_000
    assert told[-1] == "put it among the hand-written pages as `ten/a.png`, or mend the link"


def test_a_folder_whose_name_begins_with_two_dots() -> None:
    """It is one among the pages, and does not lead out of them."""
    made = site(("..notes/plan.md",), guide="[a](..notes/plan.md)\n[b](..notes/plam.md)\n[c](../prices.md)")
    assert hints(made, "guide.md") == [
        "did you mean `..notes/plan.md`?",
        "it would lie outside the hand-written pages: put it among them, or mend the link",
    ]


@pytest.mark.parametrize("target", ["*.md", "sales/", "/sales.md", "...", "docs/{a}.md", "https://example.com"])
def test_what_a_navigation_may_name_besides_pages(target: str) -> None:
    """Patterns, folders, and addresses of the server and others."""
    assert DeadLinks(site(guide="")).target_fault(target) is None
