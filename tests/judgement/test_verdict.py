"""Whether it is safe, which version is needed, what to do, and in which order people read it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.changes.pairs import FOLDER, full, read_pair
from tests.reports.of_changes.comparisons import CRITERION_LOOK, empty, mixed, renamed
from twolane.changes.change import Change, Comparison
from twolane.changes.comparison import compare
from twolane.changes.levels import Audience, Level
from twolane.judgement.advice import advice
from twolane.judgement.change_verdict import to_read, verdict, whom
from twolane.judgement.grouping import readers, sections
from twolane.judgement.needed_versions import needed
from twolane.judgement.to_do import decisions, to_do
from twolane.judgement.weight import Weight, weight
from twolane.judgement.why_it_counts import shown_by
from twolane.meaning.text_meaning import Reading

BREAK, ACCEPTED, DOUBT, READ, NOTE, WORDING = (
    Weight.BREAK,
    Weight.ACCEPTED,
    Weight.DOUBT,
    Weight.READ,
    Weight.NOTE,
    Weight.WORDING,
)


def only(*weights: Weight, incomplete: bool = False) -> Comparison:
    """The sample with no other changes than those of these weights."""
    sample = mixed()
    changes = tuple(each for each in sample.changes if weight(each) in weights)
    return replace(sample, changes=changes, incomplete=incomplete)


SYSTEM_BREAK = replace(CRITERION_LOOK, reading=None, levels={Audience.SYSTEM: Level.MAJOR})

HURT = (
    "Hurt: deals under way in “Prospecting” (1 change); the CRM, reports and automations (1 change); "
    "figures over time (1 change)."
)
NOT_KNOWN = "Not known: a part could not be read, and what changed there may break something."


@pytest.mark.parametrize(
    ("comparison", "says", "hurts"),
    [
        (empty(), "Nothing has changed.", ""),
        (only(WORDING), "Safe: only the wording changes.", ""),
        (only(NOTE, WORDING), "Nothing breaks; read this sentence.", ""),
        (only(READ, NOTE, WORDING), "Nothing breaks; read these 2 sentences.", ""),
        (only(DOUBT, NOTE), "Nothing is known to break; read these 2 sentences.", ""),
        (renamed(1), "Nothing breaks; 1 id changes, for whoever keeps the CRM.", ""),
        (renamed(2), "Nothing breaks; 2 ids change, for whoever keeps the CRM.", ""),
        (
            only(ACCEPTED),
            "1 change breaks something; it was accepted.",
            "Hurt, as was accepted: the CRM, reports and automations.",
        ),
        (
            only(ACCEPTED, DOUBT),
            "1 change breaks something; it was accepted. Read this sentence.",
            "Hurt, as was accepted: the CRM, reports and automations.",
        ),
        (mixed(), "Not safe as it is: 2 changes break something.", HURT),
        (
            replace(only(NOTE, WORDING), beginning=True),
            "Everything is new: in main there was no playbook.",
            "",
        ),
        (only(WORDING, incomplete=True), NOT_KNOWN, ""),
        (only(incomplete=True), NOT_KNOWN, ""),
        (
            only(ACCEPTED, incomplete=True),
            f"{NOT_KNOWN} What is known to break was accepted: 1 change.",
            "Hurt, as was accepted: the CRM, reports and automations.",
        ),
        (
            only(BREAK, incomplete=True),
            "Not safe as it is: 2 changes break something. Not known: a part could not be read, so there may be more.",
            HURT,
        ),
    ],
)
def test_verdict(comparison: Comparison, says: str, hurts: str) -> None:
    """The heaviest change decides; only wording that could be read whole is safe; who is hurt is said by stage."""
    assert verdict(comparison) == says
    assert whom(comparison) == hurts


@pytest.mark.parametrize("weight", Weight)
def test_safe_is_said_of_wording_alone(weight: Weight) -> None:
    """No verdict says “Safe” where anything but wording changed, or a part could not be read."""
    assert verdict(only(weight, WORDING)).startswith("Safe") is (weight is WORDING)
    assert "afe:" not in verdict(only(weight, WORDING, incomplete=True))


def test_no_change_is_called_safe() -> None:
    """The word before a sentence never says more than the sentence does."""
    assert [each.word for each in Weight] == ["Wording", "Note", "Read", "Look at", "Accepted", "Breaks"]


@pytest.mark.parametrize(
    ("comparison", "says"),
    [
        (empty(), []),
        (only(WORDING), ["Agree if the words are better than before."]),
        (only(READ), ["Agree if it is meant as it now reads."]),
        (only(READ, NOTE), ["Agree if each is meant as it now reads."]),
        (only(DOUBT, NOTE), ["Look whether a deal is held: none is known, but you may know one."]),
        (only(ACCEPTED), ["Agree if the reasons for what was accepted still hold."]),
        (
            only(ACCEPTED, READ),
            ["Agree if the reasons for what was accepted still hold, and what else you read is meant as it now reads."],
        ),
        (renamed(2), ["Change 2 ids in the CRM on the same day."]),
        (
            only(WORDING, incomplete=True),
            ["Do not agree yet: fix what could not be read, as the notes say, and compare again."],
        ),
        (
            mixed(),
            [
                "Decide about what breaks (2 changes): take it back, soften it where its entry says how or accept it "
                "with a reason. Then read 3 sentences."
            ],
        ),
    ],
)
def test_what_to_do(comparison: Comparison, says: list[str]) -> None:
    """What is to be decided comes first; versions and whoever reads again are two sentences more at most."""
    first, *others = [*to_do(comparison), ""]
    wanted = says[0] if says else ""
    assert first == wanted or first.endswith(wanted)
    assert len(others) <= 3


def test_three_things_to_do() -> None:
    """Decide, get the version right, have people read."""
    assert to_do(mixed())[1:] == (
        "Raise the version of New business to 2.0.0.",
        "Have these roles read again what concerns them: Sales director, Sales representative and Sales engineer.",
    )
    assert [each[:6] for each in decisions(mixed())] == ["Decide"]


def test_what_to_read_has_figures_first() -> None:
    """A figure that changed comes before a text that nobody can judge, and both before notes."""
    sample = mixed()
    (figure,) = (each for each in sample.changes if weight(each) is READ)
    look = replace(figure, kind=CRITERION_LOOK, sentence="“Signs the order” may ask for something else now.")
    others = tuple(each for each in sample.changes if weight(each) is NOTE)
    found = to_read(replace(sample, changes=(*others, look, figure)))
    assert [each.first.kind.code for each in found] == ["C547", "C548", "C310"]


@pytest.mark.parametrize(
    ("case", "says", "may_hurt", "to_do_first"),
    [
        (
            "exit-criterion/to-read",
            "Nothing structural breaks; read this sentence.",
            "If a text means something else: deals in “Closing” may be held.",
            "Agree if it means what it meant; if not, treat it as a break.",
        ),
        (
            "metric/definition-to-read",
            "Nothing structural breaks; read this sentence.",
            "If a text means something else: figures of “New plants” before and after cannot be compared.",
            "Agree if it means what it meant; if not, treat it as a break.",
        ),
    ],
)
def test_a_text_that_only_a_reader_can_judge(case: str, says: str, may_hurt: str, to_do_first: str) -> None:
    """It is not said that nothing breaks at all, and which deals and figures it would touch is."""
    found = read_pair(FOLDER / f"{case}.case").forth
    assert (verdict(found), whom(found), decisions(found)[0]) == (says, may_hurt, to_do_first)


def test_owners_of_deals_hear_of_what_was_accepted() -> None:
    """Whoever accepts a break holds deals all the same; their owners are to be told."""
    sample = only(BREAK)
    held = tuple(replace(each, approved="Agreed with the team") for each in sample.changes if each.witness)
    assert decisions(replace(sample, changes=held)) == (
        "Agree if the reasons for what was accepted still hold. "
        "Tell the owners of deals under way in “Prospecting” what to fetch.",
    )


def test_what_says_the_same_is_read_once() -> None:
    """Two processes in which the same sentence changes are one to read, with both processes."""
    sample = only(READ)
    again = replace(sample.changes[0], process="expansion", path=("expansion", *sample.changes[0].path[1:]))
    both = replace(sample, changes=(*sample.changes, again))
    assert verdict(both) == "Nothing breaks; read this sentence."
    assert [each.processes for each in to_read(both)] == [("new-business", "expansion")]


def versions(comparison: Comparison, version: str) -> list[str]:
    """What is said of the version of each process, where the new one says ``version``."""
    (process,) = comparison.new.processes
    new = replace(comparison.new, processes=(process.model_copy(update={"version": version}),))
    return [each.sentence for each in needed(replace(comparison, new=new))]


@pytest.mark.parametrize(
    ("weights", "version", "says"),
    [
        ((BREAK,), "1.0.0", "needs version 2.0.0 (major), but says 1.0.0: raise it."),
        ((BREAK,), "1.1.0", "needs version 2.0.0 (major), but says 1.1.0: raise it."),
        ((BREAK,), "2.0.0", "needs 2.0.0 or higher (major), and has 2.0.0."),
        ((ACCEPTED,), "1.1.0", "needs version 2.0.0 (major), but says 1.1.0: raise it."),
        ((DOUBT, NOTE), "1.2.0", "needs 1.1.0 or higher (minor), and has 1.2.0."),
        ((WORDING,), "1.0.0", "needs version 1.0.1 (patch), but says 1.0.0: raise it."),
    ],
)
def test_needed_version(weights: tuple[Weight, ...], version: str, says: str) -> None:
    """The version that the old one is raised to by what has changed, accepted or not; a higher one will do."""
    assert versions(only(*weights), version) == [says]


def test_before_the_first_real_version() -> None:
    """Before 1.0.0 a minor version will do whatever breaks, and that is said."""
    sample = only(BREAK)
    (process,) = sample.old.processes
    early = replace(sample, old=replace(sample.old, processes=(process.model_copy(update={"version": "0.4.0"}),)))
    assert versions(early, "0.4.0") == [
        "needs version 0.5.0 (minor, which is enough before 1.0.0), but says 0.4.0: raise it."
    ]


def test_processes_that_come_and_go() -> None:
    """A process that is new or gone needs no other version."""
    less = replace(full(), processes=tuple(each for each in full().processes if each.id != "expansion"))
    gone, new = compare(full(), less), compare(less, full())
    (was,) = (each for each in needed(gone) if each.id == "expansion")
    (now,) = (each for each in needed(new) if each.id == "expansion")
    assert was.sentence == "is gone; its last version was 1.0.0."
    assert now.sentence == "is new, with version 1.0.0."


def first(case: str, way: str) -> Change:
    """The heaviest change of a pair, read forth or back."""
    pair = read_pair(FOLDER / f"{case}.case")
    return (pair.forth if way == "forth" else pair.back).changes[0]


@pytest.mark.parametrize(
    ("case", "way", "says"),
    [
        (
            "exit-criterion/required-tightened",
            "forth",
            ["Write `applies_to: new-only` to spare the deals under way, or tell their owners what to fetch."],
        ),
        ("exit-criterion/required-tightened", "back", ["Tell whoever relies on it in the next stage, or keep it."]),
        (
            "metric/unit",
            "forth",
            ["Note the day beside the figures: those from before and after it cannot be compared."],
        ),
        ("stage/probability", "forth", []),
    ],
)
def test_advice(case: str, way: str, says: list[str]) -> None:
    """What breaks comes with what whomever it hurts can be spared; what is harmless comes without advice."""
    assert list(advice(first(case, way))) == says


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (
            "renamed_from: {way-told: way-chosen}",
            "Probably a new id for “Tells us how”: if so, paste `renamed_from: {way-told: way-chosen}`.",
        ),
        (
            "split_into: {offering: [offer, proof]}",
            "Probably “Tells us how” was split: if so, paste `split_into: {offering: [offer, proof]}`.",
        ),
        (
            "merged_from: {deciding: [offering, closing]}",
            "Probably “Tells us how” was merged: if so, paste `merged_from: {deciding: [offering, closing]}`.",
        ),
    ],
)
def test_what_is_probably_missing_comes_first(lines: str, says: str) -> None:
    """Where something probably has a new id, or stands in parts, the line to paste is the first thing to do."""
    sample = only(BREAK)
    gone = replace(sample.changes[0], name="Tells us how", replacement=lines)
    assert to_do(replace(sample, changes=(*sample.changes[1:], gone)))[0] == says


def test_a_new_stage_says_how_to_spare_deals() -> None:
    """Of a stage that comes between two others it is said what to write, and where."""
    assert list(advice(first("stage/guarded", "forth"))) == [
        "Write `applies_to: new-only` at what it requires to spare the deals under way, or tell their owners what to "
        "fetch."
    ]


def test_order_of_reading() -> None:
    """What was accepted, breaks, is to be read, and wording; breaks the deals first."""
    found = [(section.shelf.value, group) for section in sections(mixed()) for group in section.groups]
    assert [(name, group.title, [weight(each.first) for each in group.told]) for name, group in found] == [
        ("Accepted", "Stage “Closing”", [ACCEPTED]),
        ("What breaks", "", [BREAK, BREAK]),
        ("Read these", "", [DOUBT, READ, NOTE]),
        ("Only the wording", "Stage “Prospecting”", [WORDING]),
    ]


def test_breaks_of_deals_come_first() -> None:
    """Whoever stops reading after one entry has read of deals, then of systems, figures and links."""
    sample = only(BREAK)
    deals, unit = sample.changes
    figures = replace(unit, kind=replace(unit.kind, levels={Audience.MEASURE: Level.MAJOR}))
    system = replace(deals, witness=None, path=("new-business", "x"), sentence="The CRM has another field.")
    changed = replace(sample, changes=(figures, replace(system, kind=SYSTEM_BREAK), deals))
    (section,) = sections(changed)
    assert [each.first.sentence for each in section.told] == [
        deals.sentence,
        "The CRM has another field.",
        figures.sentence,
    ]


def test_readers() -> None:
    """Whom it hurts most comes first, and reads the heaviest first."""
    assert [(id, [weight(each) for each in changes]) for id, changes in readers(mixed())] == [
        ("sales-director", [BREAK, BREAK, ACCEPTED, DOUBT, READ]),
        ("rep", [BREAK, NOTE, WORDING]),
        ("engineer", [ACCEPTED, DOUBT, READ]),
    ]


@pytest.mark.parametrize(
    ("reading", "sentence", "says"),
    [
        (Reading.OTHER, "It means something else now.", ("“not” is new",)),
        (Reading.OTHER, "It means something else now (“not” is new).", ()),
        (Reading.FIGURE, "A figure changed: 20 % → 25 %.", ()),
        (None, "It is worded differently.", ()),
    ],
)
def test_why_it_counts(reading: Reading | None, sentence: str, says: tuple[str, ...]) -> None:
    """What shows another meaning is said beside a change whose sentence does not say it."""
    sample = mixed()
    kind = replace(CRITERION_LOOK, reading=reading)
    change = replace(sample.changes[0], kind=kind, sentence=sentence, old="Signs the order", new="Signs not the order")
    assert shown_by(change, sample) == says


def test_retired_process() -> None:
    """A process that nobody sells by any more needs a version for its own changes, and for none of what all share."""
    sample = mixed()
    retired = tuple(each.model_copy(update={"status": "retired"}) for each in sample.new.processes)
    now = replace(sample, new=replace(sample.new, processes=retired))
    assert [(each.id, each.changes) for each in needed(now)] == [("new-business", 6)]
    shared = tuple(each for each in now.changes if not each.process)
    assert (len(shared), needed(replace(now, changes=shared))) == (1, ())
