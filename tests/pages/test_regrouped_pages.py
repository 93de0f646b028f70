"""Old addresses and deals of what was merged or split: they lead to the one, or to the first part."""

from __future__ import annotations

from datetime import date

from tests.support.histories import PROCESS, changed
from tests.support.playbooks import base_files, playbook
from tests.support.sites import site
from twolane.history.released import Released
from twolane.model.releases import Release
from twolane.parts.process_history import History, earlier_names
from twolane.parts.site_identity import identity_of

RELEASE = Release(
    version="2.0.0", date=date(2026, 10, 1), summary="Two stages are one.", level="major", sha256="0" * 64
)
SUMMARY = "summary: How a plant changes its scheduling.\n"


def with_lines(lines: str) -> dict[str, bytes]:
    """The base playbook, whose process says these lines too."""
    return changed(base_files(), PROCESS, {SUMMARY: f"{SUMMARY}{lines}\n"})


def shared(line: str) -> dict[str, bytes]:
    """The base playbook, whose playbook.yml says this line too."""
    files = base_files()
    return {**files, "process/playbook.yml": files["process/playbook.yml"] + f"{line}\n".encode()}


def moved(files: dict[str, bytes]) -> dict[str, str]:
    """From each old address to where it leads."""
    return {path: page.leads_to for path, page in site(files).items() if page.leads_to}


def test_both_of_two_stages_lead_to_the_one() -> None:
    """However the merge is said."""
    wanted = {"new-business/negotiation": "new-business/closing", "new-business/contract": "new-business/closing"}
    assert moved(with_lines("merged_from: {closing: [negotiation, contract]}")) == wanted
    name = "    name: Closing\n"
    itself = changed(base_files(), PROCESS, {name: f"{name}    merged_from: [negotiation, contract]\n"})
    assert moved(itself) == wanted


def test_a_split_stage_leads_to_its_first_part() -> None:
    """Where the id stays with one of the parts, that is where it leads anyway."""
    assert moved(with_lines("split_into: {selling: [prospecting, closing]}")) == {
        "new-business/selling": "new-business/prospecting"
    }
    assert moved(with_lines("split_into: {prospecting: [prospecting, closing]}")) == {}


def test_roles_and_processes() -> None:
    """All pages of each of two, and of one that was split those of its first part."""
    found = moved(shared("merged_from: {rep: [hunter, farmer], new-business: [plants, shops]}"))
    assert {found[f"roles/{id}"] for id in ("hunter", "farmer")} == {"roles/rep"}
    assert {found[f"{id}/closing"] for id in ("plants", "shops")} == {"new-business/closing"}
    assert moved(shared("split_into: {seller: [rep, engineer]}"))["roles/seller"] == "roles/rep"


def test_both_steps_of_the_buyer_keep_their_place_on_the_page() -> None:
    """A link to either leads to the one."""
    page = site(with_lines("merged_from: {notice: [wonder, count]}"))["new-business/buyer-journey"]
    assert all(f'id="buyer-step-{id}"' in page.body for id in ("notice", "wonder", "count"))


def test_deals_in_either_stage_stand_in_the_one() -> None:
    """And in the first part of a split one; each page of the process says so to the browser."""
    body = site(with_lines("merged_from: {closing: [negotiation, contract]}"))["new-business/closing"].body
    assert 'data-before="negotiation contract"' in body
    parts = site(with_lines("split_into: {selling: [prospecting, closing]}"))
    assert parts["new-business/closing"].body.count('data-before="selling"') == 1


def test_deals_of_either_process_go_on_in_the_one() -> None:
    """The browser knows whose deals it keeps."""
    identity = identity_of(playbook(shared("merged_from: {new-business: [plants, shops]}")), is_preview=False)
    assert identity.processes == ("new-business", "plants", "shops")


def test_a_merge_is_followed_through_releases() -> None:
    """Two stages were merged in one version, and the one was renamed in the next."""
    today = playbook(with_lines("renamed_from: {closing: deal}"))
    (process,) = today.processes
    earlier = playbook(
        with_lines("merged_from: {deal: [negotiation, contract]}\nsplit_into: {contract: [contract, legal]}")
    )
    history = History(today, {process.id: (Released(RELEASE, earlier),)})
    assert list(earlier_names(history.renames(process), "closing", ("closing", "prospecting"))) == [
        "deal",
        "negotiation",
        "contract",
    ]
