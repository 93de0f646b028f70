"""Who does what: the matrix of a process, and what must be true when work is handed over."""

from __future__ import annotations

from tests.support.playbooks import base_files
from tests.support.sites import one_line, read, site

BASE = base_files()
PROCESS = "process/new-business/process.yml"


def spaced(body: str) -> str:
    return one_line(" ".join(text for _, text in read(body).texts))


def test_a_matrix_names_every_duty() -> None:
    """A row a step, a column a role that has any duty, a letter and a word a duty."""
    page = site(BASE)["new-business/raci"]
    text = spaced(page.body)
    assert "Step Sales representative Sales engineer Sales director Share the benchmark" in text
    assert "Share the benchmark Prospecting R responsible A accountable" in text
    assert "Demonstrate with their orders Closing R responsible A accountable" in text
    cells = [attributes for tag, attributes in read(page.body).tags if tag == "td"]
    assert [cell["data-role"] for cell in cells] == ["rep", "engineer", "sales-director"] * 2
    assert "twolane-raci.js" in page.scripts


def test_two_duties_in_one_step() -> None:
    """Both stand in the cell."""
    text = BASE[PROCESS].decode().replace("responsible: engineer", "responsible: sales-director")
    body = site({**BASE, PROCESS: text.encode()})["new-business/raci"].body
    assert '<span data-part="responsible">' in body.rpartition('data-role="sales-director">')[2]
    assert '<span data-part="accountable">' in body.rpartition('data-role="sales-director">')[2]
    assert 'data-role="engineer"' not in body


def test_no_matrix_without_duties() -> None:
    """A process that names nobody has none."""
    made = site(
        {"process/playbook.yml": b"title: S\n", "process/sell/process.yml": b"id: sell\nname: Sell\nversion: 1.0.0\n"}
    )
    assert "sell/raci" not in made


def test_process_and_role_lead_to_the_matrix() -> None:
    """From the process and from each role that takes part."""
    made = site(BASE)
    assert "raci.html" in read(made["new-business/index"].body).hrefs
    assert "../new-business/raci.html" in read(made["roles/rep"].body).hrefs
    assert "../new-business/raci.html" not in read(made["roles/planner"].body).hrefs


def test_what_must_be_true_at_a_hand_off() -> None:
    """What the buyer does before the first stage is over, with evidence, what the next one asks, what was delivered."""
    entry = "    probability: 60\n    entry:\n      - {id: budget, criterion: They have a budget, required: false}\n"
    text = BASE[PROCESS].decode().replace("    probability: 60\n", entry)
    made = site({**BASE, PROCESS: text.encode()})
    expected = (
        "The buyer: Agrees to a visit Evidence: Accepted invitation with the plant manager on it "
        "Before it begins: They have a budget optional Delivered: How plants of their size measure missed schedules"
    )
    assert expected in spaced(made["roles/rep"].body)
    assert expected in spaced(made["roles/engineer"].body)


def test_hand_off_within_a_stage() -> None:
    """No criteria lie in between; where nothing is delivered either, the page says so."""
    step = "      - {id: next, name: Ask again, responsible: engineer, accountable: rep}\n"
    exit = "    exit:\n      - id: meeting-agreed"
    text = BASE[PROCESS].decode().replace(exit, step + exit)
    body = spaced(site({**BASE, PROCESS: text.encode()})["roles/rep"].body)
    assert "Sales engineer Share the benchmark Ask again Delivered: How plants" in body
    bare = text.replace("        delivers: [benchmark]\n", "")
    body = spaced(site({**BASE, PROCESS: bare.encode()})["roles/rep"].body)
    assert "Ask again Nothing is written down: agree on it." in body
