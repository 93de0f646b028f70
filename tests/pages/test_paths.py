"""Which pages a site has is said once: what each kind says of its paths is what is made, and what links may lead to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.pages.hostile import everything
from tests.support.histories import PROCESS, changed, with_history
from tests.support.playbooks import base_files, checked, playbook
from tests.support.sites import SETTINGS
from twolane.build import contents_of
from twolane.changes.comparison import compare
from twolane.model.audiences import for_audience
from twolane.model.buying import Buyer
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.pages.assembling import pages
from twolane.pages.page_kinds import site_paths
from twolane.parts.process_history import Preview
from twolane.parts.site_paths import SiteContents

RENAMES = "renamed_from: {rep: seller, new-business: winning}\n"
FOLDER = "new-business/"


def released() -> dict[str, bytes]:
    """A playbook with releases, something that is in work, and names that were others."""
    files = changed(with_history(), PROCESS, {"buyer: Names who signs": "buyer: Names who signs, and by when"})
    return {**files, "process/playbook.yml": files["process/playbook.yml"] + RENAMES.encode()}


def bare() -> Playbook:
    """A process that says next to nothing."""
    whole = playbook(base_files())
    (process,) = whole.processes
    known = {name: getattr(process, name) for name in Process.model_fields}
    nothing = Process.model_construct(**{**known, "stages": (), "buyer": Buyer()})
    return replace(Playbook(whole.about), processes=(nothing,))


def sites() -> dict[str, SiteContents]:
    """What decides which pages there are, for playbooks that differ in that."""
    whole = playbook(released())
    preview = Preview(compare(playbook(with_history()), whole))
    found = {"base": playbook(base_files()), "everything": everything(), "released": whole, "bare": bare()}
    return {
        **{name: contents_of(each, SETTINGS) for name, each in found.items()},
        "preview": contents_of(whole, SETTINGS, preview),
        "partners": contents_of(for_audience(whole, "partner"), SETTINGS),
    }


SITES = sites()


@pytest.mark.parametrize("name", SITES)
def test_what_is_made_can_be_linked_to_and_nothing_else(name: str) -> None:
    """The paths that the kinds of pages name are those of the pages that they make, each once."""
    made = Counter(page.path for page in pages(SITES[name], (), SETTINGS))
    assert made == Counter(site_paths(SITES[name]))


def test_pages_that_every_site_has_can_be_linked_to() -> None:
    """The reference, rules, versions old and compared, and old addresses: whatever is on the site is no dead link."""
    targets = ("reference/deals.md", "reference/changes.md", "reference/principles.md", "rules/b202.md", "rules/D001")
    releases = ("new-business/versions/1.0.0", "new-business/versions/1.0.0_to_now", "winning/raci.md", "start/seller")
    links = " ".join(f"[{number}]({target})" for number, target in enumerate((*targets, *releases)))
    files = changed(released(), PROCESS, {"summary: ": f'summary: "{links}" # '})
    told = [(each.rule.code, each.message) for each in checked(files).findings if each.rule.code in ("D010", "D011")]
    assert told == [("D011", "the playbook has no file “rules/D001”")]


def fixed_names() -> Iterator[str]:
    """The names of pages and folders that do not come from an id, below the root and below a process."""
    paths = list(site_paths(contents_of(playbook(base_files()), SETTINGS)))
    yield from {path.partition("/")[0] for path in paths} - {"new-business"}


@pytest.mark.parametrize("name", sorted(fixed_names()))
def test_no_process_takes_the_place_of_a_page(name: str) -> None:
    """A process may have the name of any page or folder of the site; both are there."""
    whole = playbook(base_files())
    (process,) = whole.processes
    both = replace(whole, processes=(process, process.model_copy(update={"id": name})))
    paths = list(site_paths(contents_of(both, SETTINGS)))
    assert len(paths) == len(set(paths))
    assert f"{name}_/index" in paths


def test_no_stage_takes_the_place_of_a_page() -> None:
    """A stage may have the name of any page of its process."""
    whole = playbook(base_files())
    (process,) = whole.processes
    own = {path.removeprefix(FOLDER) for path in site_paths(contents_of(whole, SETTINGS)) if path.startswith(FOLDER)}
    named = tuple(process.stages[0].model_copy(update={"id": name}) for name in sorted(own))
    paths = site_paths(contents_of(replace(whole, processes=(process.model_copy(update={"stages": named}),)), SETTINGS))
    in_folder = [path for path in paths if path.startswith(FOLDER)]
    assert len(in_folder) == len(set(in_folder))
    assert len(in_folder) == len(own) + len(named) - len(process.stages)
