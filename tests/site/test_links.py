"""Links between pages hold for each layout of a site."""

from __future__ import annotations

import pytest

from twolane.configuration.output_styles import LinkStyle
from twolane.links.link_styles import edit_link, file_link, hand_written, page_link, page_url


@pytest.mark.parametrize(
    ("style", "origin", "target", "anchor", "expected"),
    [
        (LinkStyle.FILES, "index", "index", "", "index.html"),
        (LinkStyle.FILES, "index", "new-business/index", "", "new-business/index.html"),
        (LinkStyle.FILES, "new-business/closing", "index", "", "../index.html"),
        (LinkStyle.FILES, "new-business/closing", "roles/seller", "does", "../roles/seller.html#does"),
        (LinkStyle.FILES, "new-business/closing", "new-business/closing", "exit", "#exit"),
        (LinkStyle.DIRECTORIES, "index", "index", "", "./"),
        (LinkStyle.DIRECTORIES, "index", "new-business/index", "", "new-business/"),
        (LinkStyle.DIRECTORIES, "new-business/closing", "index", "", "../../"),
        (LinkStyle.DIRECTORIES, "new-business/closing", "roles/seller", "does", "../../roles/seller/#does"),
        (LinkStyle.DIRECTORIES, "new-business/index", "new-business/closing", "", "closing/"),
        (LinkStyle.DIRECTORIES, "new-business/closing", "new-business/closing", "", "./"),
        (LinkStyle.SOURCES, "new-business/closing", "index", "", "../index.md"),
    ],
)
def test_page_link(style: LinkStyle, origin: str, target: str, anchor: str, expected: str) -> None:
    """A link leads from the address of one page to that of another, without naming where the site stands."""
    assert page_link(origin, target, style, anchor) == expected


def test_hand_written_pages_are_linked_by_their_file() -> None:
    """Spaces are encoded, and a README stands for its folder, as MkDocs has it."""
    path = hand_written("guides/First week.md")
    assert page_link("index", path, LinkStyle.FILES) == "guides/First%20week.html"
    assert hand_written("/guides/README.md") == "guides/index"


def test_file_link_counts_the_folders_of_the_page() -> None:
    """An asset of the playbook is found from a page that is a folder and from one that is a file."""
    asset = "/assets/benchmark.pdf"
    assert file_link("new-business/closing", asset, LinkStyle.FILES) == "../assets/benchmark.pdf"
    assert file_link("new-business/closing", asset, LinkStyle.DIRECTORIES) == "../../assets/benchmark.pdf"


def test_home_of_a_site_of_folders_has_no_name() -> None:
    """The home page is the root itself."""
    assert page_url("index", LinkStyle.DIRECTORIES) == ""
    assert page_url("index", LinkStyle.FILES) == "index.html"


@pytest.mark.parametrize(
    ("root", "line", "expected"),
    [
        ("https://github.com/a/b/edit/main/", 12, "https://github.com/a/b/edit/main/process/x.yml#L12"),
        ("https://gitlab.com/a/b/-/edit/main/", 3, "https://gitlab.com/a/b/-/edit/main/process/x.yml#L3"),
        ("https://bitbucket.org/a/b/src/main/", 3, "https://bitbucket.org/a/b/src/main/process/x.yml#lines-3"),
        ("https://github.com/a/b/edit/main/", None, "https://github.com/a/b/edit/main/process/x.yml"),
        ("", 12, ""),
    ],
)
def test_edit_link(root: str, line: int | None, expected: str) -> None:
    """Editing leads to the file and the line, in the way of the repository's host."""
    assert edit_link(root, "process/x.yml", line) == expected
