"""The checks of links and the site agree: an address is reported where the site would not link to it."""

from __future__ import annotations

import pytest

from tests.support.playbooks import base_files, checked, playbook
from tests.support.sites import SETTINGS
from twolane.build import contents_of
from twolane.configuration.output_styles import LinkStyle
from twolane.links.author_links import AuthorLinks
from twolane.pages.page_kinds import site_paths

PAGES = ("welcome.md", "guides/first-week.md", "assets/benchmark.pdf", "assets/précis.pdf")
GOOD = """
    https://example.com
    HTTP://example.com/a?b=c#d
    mailto:sales@example.com
    welcome.md
    /welcome.md
    welcome.md#first
    guides/first-week.md
    /assets/benchmark.pdf
    assets/benchmark.pdf#page=2
    /assets/pr%C3%A9cis.pdf
    new-business
    new-business/
    new-business/index.md
    new-business/closing.md
    new-business/closing
    new-business/buyer-journey.md
    roles/rep.md
    glossary.md
    index.md
"""
BAD = """
    javascript:alert(1)
    JavaScript:alert(1)
    data:text/html,x
    file:///etc/hosts
    ftp://example.com
    tel:112
    //example.com
    https:example.com
    https://
    mailto:
    C:/sheet.xlsx
    www.example.com
    welcom.md
    ./welcome.md
    ../welcome.md
    guides/../welcome.md
    first-week.md
    /assets/missing.pdf
    /assets/Benchmark.pdf
    new-business/close.md
    closing.md
    roles/nobody.md
    assets
"""


def lines(text: str) -> list[str]:
    """The addresses of a list, one a line."""
    return text.split()


def with_link(address: str) -> dict[str, bytes]:
    """The base playbook with hand-written pages, and a link to ``address`` in the summary of its process."""
    files = {**base_files(), **{f"playbook/{page}": b"" for page in PAGES}}
    process = files["process/new-business/process.yml"].decode()
    process = process.replace("summary: How a plant", f'summary: "See [this](<{address}>)." # How a plant')
    files["process/new-business/process.yml"] = process.encode()
    return files


def site_links_to(address: str) -> bool:
    """Whether the site makes a link of ``address``."""
    links = AuthorLinks(PAGES, site_paths(contents_of(playbook(base_files()), SETTINGS)), LinkStyle.DIRECTORIES)
    return bool(links(address, "index"))


@pytest.mark.parametrize("address", lines(GOOD))
def test_links_that_work_are_not_reported(address: str) -> None:
    """What the site links to is no finding."""
    assert site_links_to(address)
    assert not checked(with_link(address)).findings


@pytest.mark.parametrize("address", lines(BAD))
def test_links_that_do_not_work_are_reported(address: str) -> None:
    """What the site does not link to is one finding: unsafe or broken."""
    assert not site_links_to(address)
    assert [finding.rule.code for finding in checked(with_link(address)).findings] in (["D010"], ["D011"])
