"""Which version a release gets, what approvals accept, and that a frozen copy holds whatever people write."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings

from tests.changes.mutating import processes, wholes
from tests.support.playbooks import base_files, playbook
from twolane.changes.accepted_changes import Grounds, approved, entry, mark
from twolane.changes.change import Asked, Change, Lack
from twolane.changes.comparison import compare
from twolane.changes.levels import Level
from twolane.changes.next_version import NotReleasable, next_step, repeats, summary
from twolane.changes.numbering import needed, newest, raised, step
from twolane.history.frozen import freeze, thaw
from twolane.history.surroundings import Surroundings
from twolane.loading.validation import validate
from twolane.model.approvals import Approval, ApprovalsFile
from twolane.model.playbook import Playbook
from twolane.model.process import Process
from twolane.model.releases import Release
from twolane.yaml_text.document import Document
from twolane.yaml_text.strict_yaml import read_document
from twolane.yaml_text.yaml_writing import document, plain

PROCESS = "process/new-business/process.yml"
BASE = playbook(base_files())
OLD = BASE.processes[0]
TODAY = date(2026, 11, 22)


def changes(*pairs: tuple[str, str]) -> tuple[Change, ...]:
    """What has changed in the base playbook once texts of its process are replaced."""
    files = base_files()
    text = files[PROCESS].decode()
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return compare(BASE, playbook(files | {PROCESS: text.encode()})).changes


WORDS = ("How a plant changes its scheduling.", "How a plant trusts its schedule.")
LIKELY = ("probability: 60", "probability: 70")
BREAK = (
    "        evidence: E-mail from the plant manager\n",
    "        evidence: E-mail from the plant manager\n"
    "      - id: price-known\n        buyer: Names a price\n        evidence: Mail\n",
)
PATCH, MINOR, MAJOR = changes(WORDS), changes(LIKELY), changes(BREAK)


@pytest.mark.parametrize(
    ("old", "new", "level"),
    [
        ("1.2.3", "1.2.4", Level.PATCH),
        ("1.2.3", "1.2.9", Level.PATCH),
        ("1.2.3", "1.3.0", Level.MINOR),
        ("1.2.3", "1.3.1", Level.MINOR),
        ("1.2.3", "2.0.0", Level.MAJOR),
        ("1.9.0", "1.10.0", Level.MINOR),
        ("1.2.3", "1.2.3", None),
        ("1.2.3", "1.1.9", None),
        ("2.0.0-draft", "2.0.0", Level.MAJOR),
        ("2.1.0-draft.2", "2.1.0", Level.MINOR),
        ("2.1.1-draft", "2.1.1", Level.PATCH),
        ("2.0.0-draft.2", "2.0.0-draft.10", Level.MAJOR),
    ],
)
def test_level_between_two_versions(old: str, new: str, level: Level | None) -> None:
    """The first number that is higher says the level; a draft that is finished is what its number says."""
    assert step(old, new) is level


@pytest.mark.parametrize(
    ("version", "numbers"),
    [
        ("1.2.3", ["1.2.4", "1.3.0", "2.0.0"]),
        ("0.3.0", ["0.3.1", "0.4.0", "1.0.0"]),
        ("2.0.0-draft", ["2.0.0", "2.0.0", "2.0.0"]),
    ],
)
def test_next_versions(version: str, numbers: list[str]) -> None:
    """Each level leads to the next number of that level, and is the level between the two or more."""
    assert [raised(version, level) for level in Level] == numbers
    assert all((step(version, raised(version, level)) or 0) >= level for level in Level)


def test_newest_release() -> None:
    """The newest release is the one with the highest version, in whatever order people wrote them down."""
    found = [Release(version=version, date=TODAY) for version in ("1.9.0", "1.10.0", "1.10.0-draft", "0.1.0")]
    assert newest(found) is found[1]
    assert newest(()) is None


@pytest.mark.parametrize(
    ("found", "since", "level"),
    [
        ((), "1.0.0", None),
        (PATCH, "1.0.0", Level.PATCH),
        ((*PATCH, *MINOR), "1.0.0", Level.MINOR),
        ((*MINOR, *MAJOR), "1.0.0", Level.MAJOR),
        (MAJOR, "0.4.0", Level.MINOR),
        (PATCH, "0.4.0", Level.PATCH),
    ],
)
def test_level_that_changes_ask_for(found: tuple[Change, ...], since: str, level: Level | None) -> None:
    """The weightiest change decides; before 1.0.0 a minor version is enough for anything."""
    assert needed(found, since) is level


@pytest.mark.parametrize(
    ("current", "found", "wish", "version"),
    [
        ("1.0.0", PATCH, None, "1.0.1"),
        ("1.0.0", MINOR, None, "1.1.0"),
        ("1.0.0", MAJOR, None, "2.0.0"),
        ("1.0.0", PATCH, Level.MAJOR, "2.0.0"),
        ("1.1.0", MINOR, None, "1.1.0"),
        ("1.1.0", PATCH, None, "1.1.0"),
        ("1.1.0", MINOR, Level.MINOR, "1.1.0"),
        ("1.0.0", None, Level.PATCH, "1.0.1"),
        ("3.0.0", None, None, "3.0.0"),
        ("1.1.0-draft", MINOR, None, "1.1.0-draft"),
        ("1.1.0", (), None, "1.1.0"),
    ],
)
def test_version_of_a_release(current: str, found: tuple[Change, ...] | None, wish: Level | None, version: str) -> None:
    """What the changes ask for, unless somebody asks for more or has raised the version already."""
    assert next_step(current, "1.0.0", found, wish).version == version


@pytest.mark.parametrize(
    ("current", "found", "wish", "because"),
    [
        ("1.0.0", (), None, 0),
        ("1.0.0", (), Level.MAJOR, 0),
        ("0.9.0", MINOR, None, 0),
        ("1.0.0", None, None, 0),
        ("1.0.0", (*MINOR, *PATCH), Level.PATCH, 1),
        ("1.0.1", (*MAJOR, *MINOR, *PATCH), None, 2),
        ("1.1.0", MINOR, Level.MAJOR, 0),
    ],
)
def test_refusals(current: str, found: tuple[Change, ...] | None, wish: Level | None, because: int) -> None:
    """Nothing changed, a lower version, nothing known, or too small a step: refused with the changes that count."""
    with pytest.raises(NotReleasable) as refused:
        next_step(current, "1.0.0", found, wish)
    assert len(refused.value.because) == because


def test_too_large_a_step_is_said() -> None:
    """More than the changes ask for is taken and said; the way to 1.0.0 is nobody else's business."""
    assert next_step("1.0.0", "1.0.0", PATCH, Level.MAJOR).warning
    assert not next_step("1.0.0", "1.0.0", PATCH, Level.PATCH).warning
    assert not next_step("0.9.0", "0.9.0", PATCH, Level.MAJOR).warning
    assert next_step("2.0.0", "1.0.0", (), None).warning
    assert not next_step("0.9.0", "0.9.0", (), Level.MAJOR).warning


def test_summary_for_a_person_to_edit() -> None:
    """One change is a sentence, several are a list; of very many the lightest are counted."""
    assert summary(()) == ""
    assert summary(PATCH) == PATCH[0].sentence
    assert summary((*MAJOR, *PATCH)) == f"- {MAJOR[0].sentence}\n- {PATCH[0].sentence}"
    many = compare(BASE, Playbook(BASE.about)).changes
    assert len(many) > 12
    assert summary(many).splitlines()[-1] == f"- And {len({each.sentence for each in many}) - 12} smaller changes."


def test_summary_that_nobody_has_edited() -> None:
    """As it was written it only repeats the changes; with a word of somebody's own it does not."""
    many = compare(BASE, Playbook(BASE.about)).changes
    for changes in (PATCH, (*MAJOR, *PATCH), many):
        assert repeats(summary(changes), changes)
        assert not repeats(f"{summary(changes)}\n\nTell the plants.", changes)
    assert not repeats("", PATCH)
    assert not repeats(summary(PATCH), MAJOR)


def test_summary_shows_names_letter_for_letter() -> None:
    """Whatever people call things, the summary is no markup of its own; ids in it stay code."""
    renamed = compare(BASE, playbook(_named("Closing *now*", "<b>", "[x](y)", "a_b_")))
    assert summary(renamed.changes) == r"The stage “Closing” is now called “Closing \*now\* \<b> \[x](y) a\_b\_”."
    files = base_files()
    text = files[PROCESS].decode().replace("id: closing\n", "id: the-end\n")
    files[PROCESS] = f"{text}renamed_from: {{the-end: closing}}\n".encode()
    assert "`the-end`" in summary(compare(BASE, playbook(files)).changes)


def _named(*words: str) -> dict[str, bytes]:
    """The base playbook with another name of a stage."""
    files = base_files()
    files[PROCESS] = files[PROCESS].replace(b"name: Closing\n", f'name: "{" ".join(words)}"\n'.encode())
    return files


def approval(fingerprint: str, until: date = TODAY, by: str = "sales-director") -> Approval:
    """An entry of approvals.yml."""
    return Approval(fingerprint=fingerprint, reason="Led by hand", by=by, until=until)


def marked(*approvals: Approval, approvers: tuple[str, ...] = ()) -> Change:
    """The break as these approvals leave it."""
    (change,) = mark(MAJOR, Grounds(approvals, approvers=approvers, roles=BASE.role), TODAY)
    return change


def test_what_is_accepted_and_until_when() -> None:
    """An approval accepts the change with its fingerprint up to its last day, and no other change."""
    (change,) = MAJOR
    assert change.breaks
    accepted = marked(approval(change.fingerprint))
    assert (accepted.approved, accepted.approved_by, accepted.approved_until) == (
        "Led by hand",
        "sales-director",
        TODAY,
    )
    assert not accepted.breaks
    over = marked(approval(change.fingerprint, date(2026, 11, 21)))
    assert over.breaks
    assert over.asked == Asked("Led by hand", "sales-director", date(2026, 11, 21), Lack.OF_TIME)
    assert marked(approval("0" * 32)) == marked()


def test_an_accepted_break_keeps_its_level() -> None:
    """Deals are hurt all the same, so that the version says it: major, and minor only before 1.0.0."""
    accepted = marked(approval(MAJOR[0].fingerprint))
    assert accepted.level is Level.MAJOR
    assert needed((accepted,), "1.0.0") is Level.MAJOR
    assert needed((accepted,), "0.9.0") is Level.MINOR


@pytest.mark.parametrize(
    ("by", "counts"),
    [("sales-director", True), ("engineer", True), ("rep", False), ("plant-manager", False), ("nobody", False)],
)
def test_who_may_accept(by: str, counts: bool) -> None:
    """Whoever owns the process or is accountable in the stage may; nobody else of ours, no buyer, and no unknown."""
    (change,) = changes((BREAK[0], BREAK[1]), ACCOUNTABLE)[:1]
    (found,) = mark((change,), Grounds((approval(change.fingerprint, by=by),), roles=BASE.role), TODAY)
    assert found.answering == ("sales-director", "engineer")
    assert bool(found.approved) is counts
    assert (found.asked is None) is counts


ACCOUNTABLE = (
    "        responsible: engineer\n        accountable: sales-director\n",
    "        responsible: engineer\n        accountable: engineer\n",
)


def test_roles_that_may_accept_anything() -> None:
    """`approvers` of playbook.yml may accept what they do not answer for; a buyer among them may not."""
    fingerprint = MAJOR[0].fingerprint
    assert not marked(approval(fingerprint, by="rep"), approvers=("rep",)).breaks
    assert marked(approval(fingerprint, by="planner"), approvers=("planner",)).breaks


def test_where_nobody_answers() -> None:
    """Where no role owns or is accountable, any role of ours may accept, and no buyer."""
    files = base_files()
    text = files[PROCESS].decode().replace("owner: sales-director\n", "")
    text = re.sub(" +(accountable|responsible): .*\n", "", text)
    old, new = playbook(files | {PROCESS: text.encode()}), text.replace(*BREAK)
    (change, *_) = compare(old, playbook(files | {PROCESS: new.encode()})).changes
    (found,) = mark((change,), Grounds(roles=BASE.role), TODAY)
    assert found.answering == ("rep", "engineer", "sales-director")


def test_who_answers_for_what_all_processes_share() -> None:
    """For a metric its owner, and the owners of the processes that use it."""
    files = base_files()
    metrics = files["process/metrics.yml"].replace(b"owner: sales-director", b"owner: rep", 1)
    old = playbook(files | {"process/metrics.yml": metrics})
    new = playbook(files | {"process/metrics.yml": metrics.replace(b"unit: percent", b"unit: count", 1)})
    (change,) = compare(old, new).changes
    assert change.answering == ("rep", "sales-director")


def broken(approvals: str = "", settings: str = "") -> Playbook:
    """The base playbook with the break, these approvals, and these lines in playbook.yml."""
    files = base_files()
    files[PROCESS] = files[PROCESS].decode().replace(*BREAK).encode()
    files["process/approvals.yml"] = f"approvals:\n{approvals}".encode()
    files["process/playbook.yml"] += settings.encode()
    return playbook(files)


def whole(approvals: str = "", settings: str = "") -> Playbook:
    """The base playbook before the break, with these approvals, and these lines in playbook.yml."""
    files = base_files()
    files["process/approvals.yml"] = f"approvals:\n{approvals}".encode()
    files["process/playbook.yml"] += settings.encode()
    return playbook(files)


def test_what_breaks_cannot_accept_itself() -> None:
    """An approval counts that stood in the old version; one that comes with the change is asked for only."""
    entry = filled_in(MAJOR[0])
    (asked,) = approved(compare(whole(), broken(entry)), TODAY).changes
    assert asked.breaks
    assert asked.asked == Asked("Led by hand", "sales-director", date(2027, 1, 31), Lack.OF_REVIEW)
    (accepted,) = approved(compare(whole(entry), broken(entry)), TODAY).changes
    assert (accepted.approved, accepted.asked) == ("Led by hand", None)


def test_what_was_taken_back_no_longer_counts() -> None:
    """An approval that the new version takes out, and that no release holds, accepts nothing any more."""
    (change,) = approved(compare(whole(filled_in(MAJOR[0])), broken()), TODAY).changes
    assert (change.breaks, change.asked) == (True, None)


def test_nobody_prolongs_an_approval_beside_the_break() -> None:
    """What stood there ends on the day that stood there; a later day is asked for."""
    entry = filled_in(MAJOR[0])
    longer = entry.replace("2027-01-31", "2027-06-30")
    comparison = compare(whole(entry), broken(longer))
    (now,) = approved(comparison, date(2027, 1, 31)).changes
    assert (now.approved, now.approved_until) == ("Led by hand", date(2027, 1, 31))
    (later,) = approved(comparison, date(2027, 2, 1)).changes
    assert later.asked == Asked("Led by hand", "sales-director", date(2027, 6, 30), Lack.OF_REVIEW)


def test_a_playbook_may_let_a_change_accept_itself() -> None:
    """Its owner says so in playbook.yml before; the change that breaks cannot say so for itself."""
    entry, allowed = filled_in(MAJOR[0]), "approve_in_same_change: true\n"
    (accepted, *_) = approved(compare(whole(settings=allowed), broken(entry, allowed)), TODAY).changes
    assert accepted.approved == "Led by hand"
    (asked, *_) = approved(compare(whole(), broken(entry, allowed)), TODAY).changes
    assert asked.breaks


def test_a_change_cannot_name_its_own_approver() -> None:
    """`approvers` counts as it stood in the old version."""
    entry, named = filled_in(MAJOR[0]).replace("by: sales-director", "by: rep"), "approvers: [rep]\n"
    (asked, *_) = approved(compare(whole(entry), broken(entry, named)), TODAY).changes
    assert asked.asked is not None
    assert asked.asked.lacks is Lack.OF_STANDING
    (accepted, *_) = approved(compare(whole(entry, named), broken(entry, named)), TODAY).changes
    assert accepted.approved == "Led by hand"


def filled_in(change: Change) -> str:
    """The entry for a change as somebody completes it."""
    text = entry(change)
    for key, value in {"reason": "Led by hand", "by": "sales-director", "until": "2027-01-31"}.items():
        text = text.replace(f"    {key}:  #", f"    {key}: {value}  #")
    return text


def test_entry_can_be_pasted() -> None:
    """The entry that a report shows, filled in, reads back as an approval of that change."""
    found, said = read_approvals(filled_in(MAJOR[0]))
    assert said == []
    assert [each.fingerprint for each in found.approvals] == [MAJOR[0].fingerprint]
    assert found.approvals[0].path == "new-business/stages/closing/exit/price-known"


def test_entry_is_no_approval_as_it_is() -> None:
    """Pasted and left as it is, the entry accepts nothing, and each word that it lacks is asked for."""
    found, said = read_approvals(entry(MAJOR[0]))
    assert found.approvals == ()
    assert said == [f"`{key}` of this approval is empty" for key in ("reason", "by", "until")]


def read_approvals(entries: str) -> tuple[ApprovalsFile, list[str]]:
    """What approvals.yml with these entries says, and what is found wrong with it."""
    read = read_document("approvals.yml", f"approvals:\n{entries}".encode())
    found, findings = validate(Document("approvals.yml", read.text, read.value), ApprovalsFile)
    assert found is not None
    return found, [each.message for each in (*read.findings, *findings)]


@settings(max_examples=40, deadline=None)
@given(processes(OLD))
def test_copies_of_whatever_people_write(process: Process) -> None:
    """A process that somebody has worked on is frozen as its text, and thaws as the same process."""
    for text in (document(plain(process)), ""):
        thawed = thaw(PROCESS, freeze(text, process, BASE).encode())
        assert thawed.findings == ()
        assert thawed.playbook is not None
        assert thawed.playbook.processes == (process,)


@settings(max_examples=40, deadline=None)
@given(wholes(BASE))
def test_copies_hold_what_was_referred_to(whole: Playbook) -> None:
    """Whatever the shared files say, a copy says the same of what the process refers to."""
    thawed = thaw(PROCESS, freeze("", OLD, whole).encode()).playbook
    assert thawed is not None
    around = Surroundings(whole).of(OLD)
    assert (thawed.roles, thawed.metrics, thawed.strategy.goals) == (around.roles, around.metrics, around.goals)
    assert (thawed.segments, thawed.differentiators) == (around.segments, around.differentiators)
    assert compare(thawed, whole, process=OLD.id).of_process(OLD.id) == ()


@settings(max_examples=40, deadline=None)
@given(processes(OLD))
def test_the_version_that_is_computed_always_fits(process: Process) -> None:
    """Whatever has changed, the computed version is neither too small nor too large for it."""
    files = Playbook(BASE.about, BASE.strategy, BASE.roles, BASE.segments, BASE.metrics, processes=(process,))
    found = compare(BASE, files, process=OLD.id).of_process(OLD.id)
    if found:
        made = next_step(OLD.version, OLD.version, found, None)
        assert step(OLD.version, made.version) is needed(found, OLD.version) is made.level
        assert not made.warning
