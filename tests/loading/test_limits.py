"""Very much of anything is read in a time that grows with it alone: what would take longer is told or left out."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.support.playbooks import base_files, checked, loaded
from twolane.checks.mentions import Mentions
from twolane.wording.did_you_mean import Suggestions, nearest
from twolane.yaml_text.strict_yaml import read_document

PROCESS = "process/new-business/process.yml"
MANY = 200_000
ACTUALS = "process/new-business/actuals.csv"


def told(files: dict[str, bytes], *codes: str) -> list[str]:
    """Place and message of each finding of these rules."""
    return [f"{each.place} {each.message}" for each in checked(files).findings if each.rule.code in codes]


def with_steps(ours: int, theirs: int) -> dict[str, bytes]:
    """The base playbook with a process of so many steps."""
    lines = ["id: new-business", "name: New", "version: 1.0.0", "buyer:", "  steps:"]
    lines += [f"    - {{id: b-{number}, name: B}}" for number in range(theirs)]
    lines += ["stages:", "  - id: selling", "    name: Selling", "    steps:"]
    lines += [f"      - {{id: s-{number}, name: S}}" for number in range(ours)]
    return {**base_files(), PROCESS: "\n".join(lines).encode()}


def with_metrics(ids: Iterable[str], named: Iterable[str]) -> dict[str, bytes]:
    """The base playbook with more metrics, and a stage that names some."""
    files = base_files()
    more = "".join(f"  - {{id: {id}, name: {id}}}\n" for id in ids)
    files["process/metrics.yml"] += more.encode()
    text = files[PROCESS].decode()
    assert text.count("    metrics: [meeting-rate]\n") == 1
    listed = ", ".join(("meeting-rate", *named))
    files[PROCESS] = text.replace("metrics: [meeting-rate]", f"metrics: [{listed}]").encode()
    return files


def test_more_steps_than_anybody_compares() -> None:
    """A process of more than 500 steps of one side is not read, and nothing is said of what follows from that."""
    message = "the process has more than 500 steps of one side, the most that are compared"
    for files in (with_steps(501, 1), with_steps(1, 501)):
        assert told(files, "D001", "D004", "D006") == [f"{PROCESS}:1:1 {message}"]
    assert told(with_steps(500, 500), "D001") == []


def test_figures_larger_than_what_is_read() -> None:
    """Of a table that is too large no rows are taken, rather than the first of them."""
    row = b"2026-01,prospecting,40,12,9,6,21\n"
    files = {**base_files(), ACTUALS: b"period,stage,entered,advanced,lost,no_decision,median_days\n" + row * 70_000}
    assert told(files, "D001") == [f"{ACTUALS}:1:1 the file is larger than 2 MiB, the most that is read"]
    playbook = loaded(files).playbook
    assert playbook is not None
    assert playbook.actuals["new-business"] == ()


def test_help_with_each_of_very_many_references() -> None:
    """The first references that lead nowhere get a suggestion; of very many the others get none, and are told."""
    files = with_metrics((f"rate-{number}" for number in range(3000)), (f"ratte-{number}" for number in range(3000)))
    hints = [each.hint for each in checked(files).findings if each.rule.code == "D006"]
    assert len(hints) == 3000
    assert hints[0] == "did you mean `rate-0`?"
    assert hints[-1] == "define it in metrics.yml"


def test_very_many_references_may_mean_anything() -> None:
    """Where more than a hundred references lead nowhere, nobody knows what is unused."""
    lost = [f"no-such-figure-{number}" for number in range(101)]
    assert told(with_metrics(["wholly-other"], lost[:100]), "D009")
    assert told(with_metrics(["wholly-other"], lost), "D009") == []
    assert "anything" in Mentions(frozenset(), tuple(lost))


def test_long_words_are_like_none() -> None:
    """A word of a megabyte is compared with no other, and the same word is not compared twice."""
    assert nearest("x" * 1_000_000, ["x" * 1_000_000 + "y"]) == ""
    near = Suggestions(["meeting-rate", *(f"other-{number}" for number in range(60_000))])
    assert (near.nearest("meeting-rat"), near.nearest("meeting-rate"), near.nearest("metting-rate")) == (
        "meeting-rate",
        "meeting-rate",
        "",
    )


@pytest.mark.parametrize(
    "text",
    [
        f"terms: [a, @b{' ' * MANY}c]",
        f"a: b{' ' * MANY}c: d",
        f"a: >{' ' * MANY}b",
        f"terms: {'{{' * MANY}",
        "terms: [" + '\\"' * MANY,
    ],
    ids=["blanks between brackets", "blanks behind a value", "blanks behind a sign", "gaps to fill in", "open quotes"],
)
def test_a_long_run_of_signs_in_broken_yaml(text: str) -> None:
    """Whoever looks for what was meant comes to the end of the line."""
    document = read_document("process/glossary.yml", text.encode())
    assert document.findings


def test_a_name_of_blanks() -> None:
    """The name of a stage is looked through once."""
    files = base_files()
    name = "name: Closing"
    text = files[PROCESS].decode()
    assert text.count(f"    {name}\n") == 1
    files[PROCESS] = text.replace(f"    {name}\n", f'    name: "Closing{" " * MANY}x"\n').encode()
    assert told(files, "G103") == []
