"""CODEOWNERS of a new playbook: for which host, with which accounts, and that what is there stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commands import twolane
from tests.support.repositories import repository

GITHUB, GITLAB = ".github/CODEOWNERS", ".gitlab/CODEOWNERS"


def rules(folder: Path, name: str) -> list[str]:
    """The lines of the file that the host reads, or would once they count."""
    return [line for line in (folder / name).read_text("utf-8").splitlines() if "@" in line and "such as" not in line]


@pytest.mark.parametrize(
    ("remote", "name", "account"),
    [
        ("https://github.com/acme-tools/sales.git", GITHUB, "acme-tools"),
        ("https://name:secret@github.com/acme-tools/sales", GITHUB, "acme-tools"),
        ("git@github.com:acme-tools/sales.git", GITHUB, "acme-tools"),
        ("ssh://git@gitlab.acme.example:2222/acme/selling/playbook.git", GITLAB, "acme/selling"),
    ],
)
def test_accounts_come_from_the_remote(tmp_path: Path, remote: str, name: str, account: str) -> None:
    """The owner of a process reviews it, and what accepts breaks, as a team of whoever owns the repository."""
    made = repository(tmp_path, {"LICENSE": b"ours"})
    made.git("remote", "add", "origin", remote)
    assert twolane("new", ".", folder=tmp_path).code == 0
    team = f"@{account}/sales-lead"
    assert rules(tmp_path, name) == [
        f"/process/new-customers/ {team}",
        f"/process/approvals.yml {team}",
        f"/process/playbook.yml {team}",
        f"/{name} {team}",
    ]
    assert "secret" not in (tmp_path / name).read_text("utf-8")
    assert not (tmp_path / (GITLAB if name == GITHUB else GITHUB)).exists()


@pytest.mark.parametrize("remote", ["", "/srv/git/playbook.git", "https://code.acme.example/acme/playbook"])
def test_nothing_counts_where_nobody_knows_the_accounts(tmp_path: Path, remote: str) -> None:
    """Both files are there, and each line waits for somebody to write the organization and take the # away."""
    made = repository(tmp_path, {"LICENSE": b"ours"})
    if remote:
        made.git("remote", "add", "origin", remote)
    assert twolane("new", ".", folder=tmp_path).code == 0
    for name in (GITHUB, GITLAB):
        assert rules(tmp_path, name) == [
            "# /process/new-customers/ @your-org/sales-lead",
            "# /process/approvals.yml @your-org/sales-lead",
            "# /process/playbook.yml @your-org/sales-lead",
            f"# /{name} @your-org/sales-lead",
        ]


def test_paths_begin_at_the_top_of_the_repository(tmp_path: Path) -> None:
    """In a folder of a repository they lead from where the host reads them, and spaces in them are no ends."""
    made = repository(tmp_path, {"LICENSE": b"ours"})
    made.git("remote", "add", "origin", "https://github.com/acme-tools/everything")
    assert twolane("new", "our sales", folder=tmp_path).code == 0
    assert rules(tmp_path, GITHUB)[0] == ("/our\\ sales/process/new-customers/ @acme-tools/sales-lead")


def test_what_is_there_stays(tmp_path: Path) -> None:
    """Where the repository says already who reviews what, nothing is written beside it."""
    made = repository(tmp_path, {"docs/CODEOWNERS": b"* @acme-tools/everybody\n"})
    made.git("remote", "add", "origin", "https://github.com/acme-tools/everything")
    assert twolane("new", "sales", folder=tmp_path).code == 0
    assert not (tmp_path / "sales" / GITHUB).exists()
    assert (tmp_path / "docs/CODEOWNERS").read_bytes() == b"* @acme-tools/everybody\n"


def test_processes_that_are_there_have_their_own_owners(tmp_path: Path) -> None:
    """With --missing, each process is for its owner, and approvals for whoever may accept anything, and all owners."""
    files = {
        "process/playbook.yml": b"title: Sales\napprovers: [operations]\n",
        "process/roles.yml": b"roles:\n  - {id: operations, name: Operations}\n  - {id: lead, name: Lead}\n"
        b"  - {id: sales-lead, name: Sales lead}\n",
        "process/upgrades/process.yml": b"id: upgrades\nname: Upgrades\nversion: 1.0.0\nowner: lead\n",
        "process/spares/process.yml": b"id: spares\nname: Spares\nversion: 1.0.0\n",
    }
    made = repository(tmp_path, files)
    made.git("remote", "add", "origin", "https://github.com/acme-tools/playbook")
    assert twolane("new", ".", "--missing", folder=tmp_path).code == 0
    assert rules(tmp_path, GITHUB) == [
        "/process/new-customers/ @acme-tools/sales-lead",
        "# /process/spares/ @acme-tools/…",
        "/process/upgrades/ @acme-tools/lead",
        "/process/approvals.yml @acme-tools/operations @acme-tools/sales-lead @acme-tools/lead",
        "/process/playbook.yml @acme-tools/operations @acme-tools/sales-lead @acme-tools/lead",
        "/.github/CODEOWNERS @acme-tools/operations @acme-tools/sales-lead @acme-tools/lead",
    ]
