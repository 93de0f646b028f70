"""What is written anew in Material's pages is still there in the Material that is installed, or the build says so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bootstrap.python import TESTING
from tests.packaging.test_project_files import pins
from tests.site.sample import CONFIG, built, sample_site
from tests.support.commands import twolane, twolane_process
from twolane.mkdocs import material_repairs
from twolane.mkdocs.material_repairs import ALL, ANNOUNCED, CONTAINER, CONTENTS, HEAD, ON_PAGES, Default, Repair

SEARCH = "templates/partials/search.html"


@pytest.mark.parametrize("repair", ALL, ids=lambda repair: repair.name)
def test_material_still_has_the_place(repair: Repair | Default) -> None:
    """Where it has not, look at what it writes now, and mend the row of the table or take it out."""
    assert material_repairs.fits(repair, material_repairs.installed()), f"{repair.file} has no longer what it finds"


def test_the_version_that_is_named_is_the_one_of_the_tests() -> None:
    """It is what a person shall go back to."""
    assert pins(TESTING)["mkdocs-material"] == material_repairs.TRIED


@pytest.mark.sites
def test_every_repair_is_made_in_pages(tmp_path: Path) -> None:
    """In a site that uses all of it, what is wrong stands nowhere, and what takes its place does."""
    theme = CONFIG["theme"] | {"features": [*CONFIG["theme"]["features"], "navigation.instant"]}
    (tmp_path / "playbook").mkdir()
    (tmp_path / "playbook/guide.md").write_text("# Guide\n\n## Part\n\nText\n")
    site = built(tmp_path, sample_site, theme=theme)
    pages = [path.read_text("utf-8") for path in site.rglob("*.html") if path.name != "404.html"]
    for repair in ON_PAGES:
        mended = repair.mend(repair.finds) or "\0"
        assert not [page for page in pages if repair.finds and repair.finds in page.replace(mended, "")]
    for repair in (*ON_PAGES, CONTENTS):
        assert [page for page in pages if repair.mend(repair.finds) in page], repair.name
    for repair in (HEAD, ANNOUNCED, CONTAINER):
        assert all(repair.finds in page for page in pages), repair.name
    for repair in (HEAD, CONTAINER):
        assert all(re.search(f"{re.escape(repair.finds)}<(script|template) data-", page) for page in pages), repair.name


def other_material(folder: Path) -> Path:
    """Material whose search is no dialog any more, in a folder to find libraries in."""
    ours, theirs = folder / "libraries/material", material_repairs.installed()
    for inside in ("", "templates", "templates/partials"):
        (ours / inside).mkdir(parents=True)
        for entry in (theirs / inside).iterdir():
            if entry.name not in ("templates", "partials", "search.html", "__pycache__"):
                (ours / inside / entry.name).symlink_to(entry)
    shutil.copy(theirs / SEARCH, ours / SEARCH)
    (ours / SEARCH).write_text((ours / SEARCH).read_text("utf-8").replace(' role="dialog"', ""), "utf-8")
    return ours.parent


@pytest.mark.sites
def test_a_build_says_on_one_line_what_no_longer_fits(tmp_path: Path) -> None:
    """The site is built all the same, and a strict build passes: nothing in the playbook could mend it."""
    folder = tmp_path / "playbook"
    folder.mkdir()
    assert twolane("new", ".", folder=folder).code == 0
    with (folder / "mkdocs.yml").open("a") as config:
        config.write("\nstrict: true\n")
    answer = twolane_process("build", "--fail-on", "never", folder=folder, PYTHONPATH=str(other_material(tmp_path)))
    assert answer.code == 0, answer.errors
    said = [line for line in answer.errors.splitlines() if "Material" in line]
    assert len(said) == 1
    assert re.fullmatch(
        r"Material for MkDocs [\d.]+ writes some places in another way than Twolane knows, so that these are left as "
        rf"they come: a name for the search\. The site is built all the same; `pip install mkdocs-material=="
        rf"{re.escape(material_repairs.TRIED)}` brings back what fits\.",
        said[0],
    )
    assert (folder / "site/index.html").exists()
    assert 'aria-label="Search" role' not in (folder / "site/index.html").read_text("utf-8")


@pytest.mark.sites
def test_a_build_with_a_material_that_fits_says_nothing(tmp_path: Path) -> None:
    """Neither of repairs nor of Material."""
    assert twolane("new", ".", folder=tmp_path).code == 0
    answer = twolane("build", "--fail-on", "never", folder=tmp_path)
    assert "Material" not in answer.errors
