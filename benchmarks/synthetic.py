"""Writes a playbook of any number of processes, about 400 lines each, in which every check is content."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_SHARED = Path(__file__).parent.parent / "tests" / "cases" / "base"
_BUYER_STEPS = 5
_STAGES = 7
_STEPS = 1


def write_playbook(root: Path, processes: int) -> None:
    """Write ``processes`` definitions, and what they refer to, below ``root``."""
    for path in (*_SHARED.glob("process/*.yml"), *_SHARED.glob("playbook/*")):
        target = root / path.relative_to(_SHARED)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text("utf-8"), "utf-8")
    for number in range(processes):
        folder = root / "process" / f"process-{number}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "process.yml").write_text(process(f"process-{number}", number), "utf-8")
    (root / "mkdocs.yml").write_text(_MKDOCS, "utf-8")


def process(id: str, number: int) -> str:
    """One process definition."""
    return "\n".join((*_head(id, number), *_buyer(number), *_selling(number))) + "\n"


def _head(id: str, number: int) -> Iterator[str]:
    yield f"id: {id}"
    yield f"name: Process number {number}"
    yield from """version: 1.0.0
status: active
effective: 2026-10-01
review_by: 2027-01-15
owner: sales-director
mapped_with: [rep, engineer]
segment: mid-size
advances: [win-plants]
time_unit: week
shape: funnel
summary: How a plant changes its scheduling, and how we make that easy.
""".splitlines()


def _buyer(number: int) -> Iterator[str]:
    yield "buyer:"
    yield "  trigger: A planner misses the third month-end in a row."
    yield "  steps:"
    for step in range(_BUYER_STEPS):
        begin, end = step * 4, step * 4 + 4
        yield f"""    - id: buyer-step-{step}
      name: Step {step} of the buyer of process {number}
      from: {begin}
      until: {end}
      actors: [planner, plant-manager]
      objective: Find out whether missed schedules are worth anyone's time in year {number}.
      concerns:
        - Being blamed for the numbers of week {begin}
        - Depending on one person again
      pains:
        - problem: Schedules are redone by hand every week
          workaround: A spreadsheet that one person understands
          cost: {number % 9 + 2} hours a week
          affects: [planner, plant-manager]
      signs:
        - ask: What does a missed schedule cost you in month {step}?
          tells: They do not know yet, but want to
      needs:
        - id: need-{step}
          kind: information
          what: How plants of their size measure missed schedules
          from: {begin}
          until: {end}
      decision:
        question: Is this worth solving now?
        no_go: They live with it. Offer the yearly benchmark, close politely.
        no_decision: Ask what would have to happen; come back next quarter."""


def _selling(number: int) -> Iterator[str]:
    yield "stages:"
    for stage in range(_STAGES):
        yield f"""  - id: stage-{stage}
    name: Stage {stage} of process {number}
    goal: Plants with a schedule problem know what it costs them.
    serves: [buyer-step-{min(stage, _BUYER_STEPS - 1)}]
    probability: {10 + stage * 10}
    entry:
      - id: entry-{stage}
        criterion: The plant is in our segment
    steps:"""
        for step in range(_STEPS):
            yield _step(stage, step)
        yield f"""    exit:
      - id: exit-{stage}
        buyer: Agrees to a discovery visit
        evidence: Accepted invitation with the plant manager on it
    questions:
      - Who else is affected when the schedule slips?
    objections:
      - says: We have a spreadsheet for that
        answer: Ask who can change it when its author is on leave.
        differentiator: plant-knowledge
    differentiators: [plant-knowledge]
    metrics: [meeting-rate, new-plants]
    controls: [Log the source of the lead]"""


def _step(stage: int, step: int) -> str:
    return f"""      - id: step-{stage}-{step}
        name: Share the benchmark, part {step}
        from: {min(stage, _BUYER_STEPS - 1) * 4 + step}
        until: {min(stage, _BUYER_STEPS - 1) * 4 + step + 2}
        serves: [buyer-step-{min(stage, _BUYER_STEPS - 1)}]
        delivers: [need-{min(stage, _BUYER_STEPS - 1)}]
        responsible: {("rep", "engineer")[stage % 2]}
        accountable: sales-director
        informed: [{("engineer", "rep")[stage % 2]}]
        autonomy: guided
        how: |
          Call first, then send. Two figures, not ten.
          Ask who else should see them.
        tools: [crm]
        skills: [research]"""


_MKDOCS = """site_name: Synthetic
docs_dir: playbook
use_directory_urls: false
theme: {name: material, font: false, features: [navigation.tabs, navigation.sections]}
plugins: [search, twolane]
"""
