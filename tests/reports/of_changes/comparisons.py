"""Comparisons for tests of reports: changes of the base playbook, as judging them would give them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from tests.support.playbooks import base_files, playbook
from twolane.changes.change import Change, Comparison, Witness
from twolane.changes.kind import Kind, Nature
from twolane.changes.levels import Audience, Level
from twolane.findings import Related
from twolane.meaning.text_meaning import Reading
from twolane.source import Place

PROCESS = "process/new-business/process.yml"
METRICS = "process/metrics.yml"
MAJOR, MINOR, PATCH = Level.MAJOR, Level.MINOR, Level.PATCH

EXIT_ADDED = Kind(
    "C501",
    "required-exit-criterion-added",
    "exit criterion",
    Nature.ADDED,
    {Audience.FLOW: MAJOR, Audience.WORDING: PATCH},
    "A deal now needs “{name}” before it leaves {where}.",
    variant="required",
)
EXIT_REMOVED = Kind(
    "C502",
    "required-exit-criterion-removed",
    "exit criterion",
    Nature.REMOVED,
    {Audience.FLOW: MAJOR, Audience.SYSTEM: MAJOR},
    "“{name}” is no longer needed to leave {where}.",
    variant="required",
)
UNIT_CHANGED = Kind(
    "C705",
    "metric-unit-changed",
    "metric",
    Nature.CHANGED,
    {Audience.MEASURE: MAJOR, Audience.SYSTEM: MAJOR},
    "“{name}” is counted in {new} instead of {old}.",
    field="unit",
)
PROBABILITY = Kind(
    "C310",
    "stage-probability-changed",
    "stage",
    Nature.CHANGED,
    {Audience.MEASURE: MINOR},
    "The probability of {where} goes from {old} to {new}.",
    field="probability",
)
EVIDENCE_REWORDED = Kind(
    "C520",
    "exit-evidence-reworded",
    "exit criterion",
    Nature.REWORDED,
    {Audience.WORDING: PATCH},
    "The evidence for “{name}” is worded differently.",
    field="evidence",
)
STEP_ADDED = Kind(
    "C401",
    "step-added",
    "step",
    Nature.ADDED,
    {Audience.FLOW: MINOR},
    "“{name}” is a new step of {where}.",
    variant="optional",
)
STEP_REMOVED = replace(
    STEP_ADDED, code="C402", slug="step-removed", nature=Nature.REMOVED, sentence="“{name}” is no step of {where} now."
)
STEP_MOVED = replace(
    STEP_ADDED, code="C403", slug="step-moved", nature=Nature.MOVED, sentence="“{name}” moves from {old} to {new}."
)
BUYER_FIGURE = Kind(
    "C547",
    "exit-criterion-figure-changed",
    "exit criterion",
    Nature.REWORDED,
    {Audience.WORDING: MINOR},
    "In the evidence for “{name}” a figure changed: 20 % → 25 %.",
    field="evidence",
    variant="figure",
    reading=Reading.FIGURE,
)
CRITERION_LOOK = replace(
    BUYER_FIGURE,
    code="C548",
    slug="exit-criterion-reworded-look",
    sentence="“{name}” may ask for something else now.",
    field="buyer",
    variant="look",
    reading=Reading.LOOK,
)
STAGE_RENAMED = Kind(
    "C304",
    "stage-renamed",
    "stage",
    Nature.RENAMED,
    {Audience.SYSTEM: MINOR, Audience.LINKS: MINOR},
    "The id of {where} is now “{new}” instead of “{old}”.",
)
TERM_REWORDED = Kind(
    "C901",
    "term-reworded",
    "term",
    Nature.REWORDED,
    {Audience.WORDING: PATCH},
    "“{name}” is explained differently.",
    field="definition",
)


EDITS = (
    ("version: 1.0.0", "version: 1.1.0"),
    ("    probability: 10\n", "    probability: 15\n"),
    (
        "      - id: meeting-agreed\n        buyer: Agrees to a visit\n"
        "        evidence: Accepted invitation with the plant manager on it\n",
        "      - id: meeting-agreed\n        buyer: Agrees to a visit\n"
        "        evidence: Accepted invitation with the plant manager and a planner on it\n"
        "      - id: cost-known\n        buyer: Tells us what a missed schedule costs\n"
        "        evidence: The sum in an e-mail\n",
    ),
    (
        "      - id: way-chosen\n        buyer: Tells us which way they chose\n"
        "        evidence: E-mail from the plant manager\n",
        "      - id: order-signed\n        buyer: Signs the order\n        evidence: The signed order\n",
    ),
)
"""What the process of the base playbook says, and what it says in the new version."""


def edited() -> dict[str, bytes]:
    """The files of the new version."""
    files = base_files()
    text = files[PROCESS].decode()
    for old, new in EDITS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    metrics = files[METRICS].decode().replace("unit: percent", "unit: count", 1)
    return files | {PROCESS: text.encode(), METRICS: metrics.encode()}


def place(files: dict[str, bytes], file: str, around: str, text: str = "") -> Place:
    """Where ``around`` stands in one of the files, which holds it once; ``text`` is the part that is meant."""
    whole = files[file].decode()
    assert whole.count(around) == 1, around
    meant = text or around
    start = whole.index(around) + around.index(meant)
    line, column = whole.count("\n", 0, start) + 1, start - whole.rfind("\n", 0, start)
    return Place(file, line, column, line, column + len(meant))


@cache
def mixed() -> Comparison:
    """A change of each weight: three breaks, one of them accepted, a doubt, a text to read, a note, a wording."""
    old, new = base_files(), edited()
    prospecting, closing = "the stage “Prospecting”", "the stage “Closing”"
    changes = (
        change(
            EXIT_ADDED,
            ("stages", "prospecting", "exit", "cost-known"),
            place(new, PROCESS, "id: cost-known"),
            name="Tells us what a missed schedule costs",
            where=prospecting,
            new="Tells us what a missed schedule costs",
            witness=Witness(
                "prospecting",
                ("meeting-agreed",),
                ("cost-known",),
                True,
                "A deal in “Prospecting” that has met “Agrees to a visit” could go on to “Closing”; now it waits for "
                "“Tells us what a missed schedule costs”.",
            ),
            roles=("rep", "sales-director"),
            answering=("sales-director",),
            hint="spare the deals that are under way",
            replacement="        applies_to: new-only",
        ),
        change(
            UNIT_CHANGED,
            ("metrics", "meeting-rate"),
            place(new, METRICS, "count\n    better: higher\n    target: 35", "count"),
            name="Meeting rate",
            old="percent",
            new="count",
            process="",
            processes=("new-business",),
            before=place(old, METRICS, "percent"),
            roles=("sales-director",),
        ),
        change(
            EXIT_REMOVED,
            ("stages", "closing", "exit", "way-chosen"),
            place(new, PROCESS, "id: closing"),
            name="Tells us which way they chose",
            where=closing,
            old="Tells us which way they chose",
            before=place(old, PROCESS, "id: way-chosen"),
            approved="Nobody tells us before they sign",
            approved_by="sales-director",
            approved_until=date(2027, 1, 31),
            roles=("engineer", "sales-director"),
        ),
        change(
            EXIT_ADDED,
            ("stages", "closing", "exit", "order-signed"),
            place(new, PROCESS, "id: order-signed"),
            name="Signs the order",
            where=closing,
            new="Signs the order",
            level=MINOR,
            roles=("engineer", "sales-director"),
            related=(Related(place(new, PROCESS, "id: closing"), "it is asked for here"),),
        ),
        change(
            BUYER_FIGURE,
            ("stages", "closing", "exit", "order-signed"),
            place(new, PROCESS, "evidence: The signed order", "The signed order"),
            name="Signs the order",
            where=closing,
            old="The signed order with 20 % paid in advance",
            new="The signed order with 25 % paid in advance",
            roles=("engineer", "sales-director"),
        ),
        change(
            PROBABILITY,
            ("stages", "prospecting"),
            place(new, PROCESS, "probability: 15", "15"),
            name="Prospecting",
            where=prospecting,
            old="10 %",
            new="15 %",
            before=place(old, PROCESS, "probability: 10", "10"),
            roles=("rep",),
        ),
        change(
            EVIDENCE_REWORDED,
            ("stages", "prospecting", "exit", "meeting-agreed"),
            place(new, PROCESS, "Accepted invitation with the plant manager and a planner on it"),
            name="Agrees to a visit",
            where=prospecting,
            old="Accepted invitation with the plant manager on it",
            new="Accepted invitation with the plant manager and a planner on it",
            before=place(old, PROCESS, "Accepted invitation with the plant manager on it"),
            roles=("rep",),
        ),
    )
    return Comparison(playbook(old), playbook(new), changes, "main", "your working copy", _texts(old), _texts(new))


@cache
def empty() -> Comparison:
    """Two versions that are the same."""
    files = base_files()
    return Comparison(playbook(files), playbook(files), (), "main", "HEAD", _texts(files), _texts(files))


def many(number: int) -> Comparison:
    """So many new steps in the stages of the base playbook, each with everything that a change can have."""
    whole = empty()
    stages = whole.new.process["new-business"].stages
    found = []
    for at in range(number):
        stage, break_ = stages[at % 2], at % 3 == 0
        name = f"Number {at} of many"
        found.append(
            change(
                EXIT_ADDED if break_ else STEP_ADDED,
                ("stages", stage.id, "exit" if break_ else "steps", f"number-{at}"),
                Place(PROCESS, at % 90 + 1),
                name=name,
                where=f"the stage “{stage.name}”",
                new=name,
                witness=Witness(stage.id, (), (f"number-{at}",), True, f"A deal in “{stage.name}” waits for “{name}”.")
                if break_
                else None,
                roles=("rep", "engineer", "sales-director"),
                hint="think twice",
                replacement="applies_to: new-only" if break_ else "",
            )
        )
    return replace(whole, changes=tuple(found))


def with_text(text: str) -> Comparison:
    """Changes of each weight in which every text is ``text``, names, paths, labels and notes among them."""
    sample = mixed()
    whole = sample.new.process["new-business"]
    stages = tuple(stage.model_copy(update={"name": text}) for stage in whole.stages)
    process = whole.model_copy(update={"name": text, "stages": stages})
    roles = tuple(role.model_copy(update={"name": text}) for role in sample.new.roles)
    new = replace(sample.new, processes=(process,), roles=roles)
    changes = tuple(_with_text(each, text) for each in sample.changes)
    texts = {**sample.old_texts, PROCESS: sample.old_texts[PROCESS].replace("Tells us which way they chose", text)}
    return replace(
        sample, new=new, changes=changes, old_label=text, new_label=text, old_texts=texts, notes=(text, f"x {text}")
    )


def renamed(number: int) -> Comparison:
    """So many stages with a new id, as whoever keeps the CRM must know."""
    whole = empty()
    changes = tuple(
        change(
            STAGE_RENAMED,
            ("stages", f"stage-{at}"),
            Place(PROCESS, at % 90 + 1),
            name=f"Stage {at}",
            where=f"the stage “Stage {at}”",
            old=f"old-{at}",
            new=f"stage-{at}",
            roles=("rep",),
        )
        for at in range(number)
    )
    return replace(whole, changes=changes)


def huge(text: str, processes: int, each: int, roles: int) -> Comparison:
    """Changes of every weight in so many processes, in which every text is ``text``, which so many roles must read."""
    sample = with_text(text)
    (process,) = sample.new.processes
    ids = tuple(f"process-{at}" for at in range(processes))
    all_processes = tuple(process.model_copy(update={"id": id}) for id in ids)
    all_roles = tuple(sample.new.roles[0].model_copy(update={"id": f"role-{at}"}) for at in range(roles))
    playbook = replace(sample.new, processes=all_processes, roles=all_roles)
    changes = tuple(
        replace(
            change,
            process=id if change.process else "",
            processes=ids if not change.process else (id,),
            path=(id, *change.path[1:], str(number)),
            sentence=f"{change.sentence} {id} {number}",
            roles=tuple(role.id for role in all_roles),
        )
        for id in ids
        for number in range(each)
        for change in (*sample.changes, *renamed(1).changes)
    )
    notes = tuple(f"{text} {at}" for at in range(each * 9))
    return replace(sample, old=playbook, new=playbook, changes=changes, notes=notes)


def _with_text(change: Change, text: str) -> Change:
    """The change with ``text`` for every text in it that may come from a file."""
    return replace(
        change,
        name=text,
        where=text,
        sentence=change.kind.sentence.format(name=text, where=text, old=text, new=text),
        old=f"Old {text} words",
        new=f"New {text} words",
        witness=replace(change.witness, sentence=f"A deal with “{text}” waits.") if change.witness else None,
        approved=text if change.approved else "",
        hint=text,
        replacement=text,
        approved_by=change.approved_by,
        related=tuple(replace(each, message=text) for each in change.related),
    )


def change(kind: Kind, path: tuple[str, ...], place: Place, **given: Any) -> Change:
    """A change of the base playbook's process, worded by its kind; ``given`` are the rest of its values."""
    values: dict[str, Any] = {
        "process": "new-business",
        "processes": ("new-business",),
        "name": "",
        "where": "",
        **given,
    }
    named = {key: values.get(key, "") for key in ("name", "where", "old", "new")}
    values.setdefault("level", kind.level)
    values.setdefault("sentence", kind.sentence.format(**named, items=""))
    values.setdefault("field", kind.field)
    whole = (values["process"], *path) if values["process"] else path
    values.setdefault("fingerprint", sha256("\0".join((kind.code, *whole)).encode()).hexdigest()[:32])
    return Change(kind=kind, path=whole, place=place, **values)


def _texts(files: dict[str, bytes]) -> dict[str, str]:
    return {name: data.decode() for name, data in files.items() if name.endswith(".yml")}
