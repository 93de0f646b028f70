"""What releases tell of a checklist: since when a line asks what it asks, and which earlier words mean the same."""

from __future__ import annotations

from itertools import pairwise

from tests.changes.small import PROCESS, read
from tests.support.histories import VERSIONS, Version, with_history
from tests.support.playbooks import playbook
from twolane.history.released import read_releases
from twolane.parts.checklist_history import MOST, NOTHING_KNOWN, Past, Releases
from twolane.parts.checklist_lines import lines

VISIT = "Agrees to a visit"


def past(key: str, *versions: Version, before: tuple[str, ...] = ()) -> Past:
    """What is known of a line of the base playbook after these releases."""
    whole = playbook(with_history(*versions))
    process = whole.process["new-business"]
    line = next(each for each in lines(process) if each.key == key)
    return Releases.of(process, whole, read_releases(whole)[process.id]).past(line, before, str)


def reworded(number: int, old: str, new: str) -> Version:
    """A release in which a text was worded anew."""
    return Version(f"{number}.0.0", f"2026-01-{number:02}", changes={f"buyer: {old}\n": f"buyer: {new}\n"})


def test_since_when_something_is_asked() -> None:
    """A criterion of the latest release, one that has always been there, and one that was renamed."""
    assert past("criterion:signer-named", *VERSIONS).since == "2.0.0"
    assert past("criterion:way-chosen", *VERSIONS).since == ""
    optional = {"buyer: Agrees to a visit\n": "buyer: Agrees to a visit\n        required: false\n"}
    required = {value: key for key, value in optional.items()}
    versions = (
        Version("1.0.0", "2026-01-01"),
        Version("1.1.0", "2026-02-01", changes=optional),
        Version("2.0.0", "2026-03-01", changes=required),
        Version("2.1.0", "2026-04-01"),
    )
    assert past("criterion:meeting-agreed", *versions).since == "2.0.0"
    renamed = {"- id: meeting-agreed": "- id: visit-agreed"}
    versions = (Version("1.0.0", "2026-01-01"), Version("2.0.0", "2026-02-01", changes=renamed))
    assert past("criterion:visit-agreed", *versions).since == "2.0.0"
    assert past("criterion:visit-agreed", *versions, before=("criterion:meeting-agreed",)).since == ""


def test_a_process_without_releases() -> None:
    """Nothing is known of its lines."""
    whole = read(PROCESS)
    process = whole.process["sell"]
    releases = Releases.of(process, whole, ())
    assert [releases.past(each, (), str) for each in lines(process)] == [NOTHING_KNOWN] * 8
    assert releases.stage_since(("meet",)) is None


def test_since_when_there_is_a_stage() -> None:
    """By each id that it had, several too, as where two have become one."""
    whole = playbook(with_history())
    process = whole.process["new-business"]
    releases = Releases.of(process, whole, read_releases(whole)[process.id])
    assert releases.stage_since(("decision",)) == "2.0.0"
    assert releases.stage_since(("decision", "closing")) == ""
    assert releases.stage_since(("decision", "other", "prospecting")) == ""


def test_earlier_words_that_mean_the_same() -> None:
    """Each once, the newest first, without those that are even with another, and none that may mean something else."""
    texts = [VISIT, "Agrees, to, a visit", "agrees to a visit", "Agrees to two visits", "Agrees, to a visit", VISIT]
    steps = [reworded(at, old, new) for at, (old, new) in enumerate(pairwise(texts), 2)]
    found = past("criterion:meeting-agreed", Version("1.0.0", "2026-01-01"), *steps)
    assert found == Past("", ("Agrees, to a visit", "Agrees, to, a visit"), ())


def test_of_many_earlier_words_the_newest() -> None:
    """A page keeps no more than a few of them."""
    texts = [VISIT, *(f"Agrees{',' * at} to a visit" for at in range(1, MOST + 3))]
    steps = [reworded(at, old, new) for at, (old, new) in enumerate(pairwise(texts), 2)]
    found = past("criterion:meeting-agreed", Version("1.0.0", "2026-01-01"), *steps)
    assert found.texts == tuple(reversed(texts[-MOST - 1 : -1]))
