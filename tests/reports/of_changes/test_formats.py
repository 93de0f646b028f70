"""Every format of what changed: its exact output, what it says of nothing, and that no text of a file gets out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.changes.pairs import BY_FOLDER, read_pair
from tests.pages.hostile import STRINGS
from tests.reports.of_changes.comparisons import PROCESS, empty, many, mixed, with_text
from tests.support.npm import sarif_schema
from tests.support.playbooks import CASES, base_files, playbook
from twolane import __version__
from twolane.changes.change import Comparison
from twolane.changes.comparison import compare
from twolane.findings import Related
from twolane.reports.of_changes import gitlab, sarif, text
from twolane.reports.of_changes import json as json_report
from twolane.reports.of_changes.change_formats import FORMATS
from twolane.reports.style import coloured
from twolane.source import Place

GOLDEN = CASES / "reports" / "changes"
COMPARISONS = {"mixed": mixed, "empty": empty}
_STYLE = re.compile(r"<style>.*</style>", re.DOTALL)


def rendered(format: str, comparison: Comparison) -> str:
    """The report, without the version of the program and the styles, which are not what is tested here."""
    report = FORMATS[format].render(comparison)
    return _STYLE.sub("<style></style>", report).replace(f'"version": "{__version__}"', '"version": "VERSION"')


def validator(schema: dict[str, Any]) -> Any:
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def golden(name: str, format: str) -> Path:
    """The file that holds the output of a format, `mixed.github.txt` or `mixed.html`."""
    (path,) = (path for path in GOLDEN.iterdir() if re.fullmatch(rf"{name}\.{format}(\.\w+)?", path.name))
    return path


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", COMPARISONS)
def test_exact_output(name: str, format: str, request: pytest.FixtureRequest) -> None:
    """The report of changes of each weight, and of none, is the one in its file, letter for letter."""
    path = golden(name, format)
    found = rendered(format, COMPARISONS[name]())
    if request.config.getoption("--update-cases"):
        path.write_text(found, "utf-8")
        return
    assert found == path.read_text("utf-8")


@pytest.mark.parametrize("folder", BY_FOLDER)
def test_every_kind_of_change_is_reported(folder: str) -> None:
    """Both ways of every pair fit the schemas of the formats for programs, and each sentence is in those for people."""
    pairs = map(read_pair, BY_FOLDER[folder])
    for comparison in (comparison for pair in pairs for comparison in (pair.forth, pair.back)):
        JSON_SCHEMA.validate(json.loads(json_report.render(comparison)))
        sarif_rules().validate(json.loads(sarif.render(comparison)))
        report = text.render(comparison)
        assert all(change.sentence in report for change in comparison.changes)


JSON_SCHEMA = validator(json.loads(json_report.schema()))


@cache
def sarif_rules() -> Any:
    return validator(sarif_schema())


@pytest.mark.parametrize("make", [mixed, empty, lambda: many(50)], ids=["mixed", "empty", "many"])
def test_programs_get_what_their_schemas_say(make: Any) -> None:
    """JSON and SARIF are valid; Code Quality has what GitLab asks for, and no fingerprint twice."""
    comparison = make()
    JSON_SCHEMA.validate(json.loads(json_report.render(comparison)))
    sarif_rules().validate(json.loads(sarif.render(comparison)))
    issues = json.loads(gitlab.render(comparison))
    assert len({each["fingerprint"] for each in issues}) == len(issues) == len(comparison.changes)
    assert {each["severity"] for each in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert all(each["description"] and each["location"]["lines"]["begin"] for each in issues)


def test_json_schema_is_no_open_door() -> None:
    """A report with an unknown level, or without its version, does not fit."""
    report = json.loads(json_report.render(mixed()))
    report["changes"][0]["level"] = "huge"
    del report["version"]
    assert len(list(JSON_SCHEMA.iter_errors(report))) == 2


def test_same_fingerprints_are_told_apart_for_gitlab() -> None:
    """Two changes that share a fingerprint, or have none, are two issues all the same."""
    comparison = mixed()
    changes = tuple(replace(each, fingerprint="") for each in comparison.changes)
    issues = json.loads(gitlab.render(replace(comparison, changes=changes)))
    assert len({each["fingerprint"] for each in issues}) == len(changes)


def test_what_is_gone_is_told_where_it_stood() -> None:
    """In SARIF, something removed is placed at what surrounded it, with its old lines as a related place."""
    results = json.loads(sarif.render(mixed()))["runs"][0]["results"]
    (removed,) = (each for each in results if each["ruleId"] == "C502")
    (related,) = removed["relatedLocations"]
    assert related["physicalLocation"] == removed["locations"][0]["physicalLocation"]
    assert related["message"]["text"] == (
        "It stood here in main:\nid: way-chosen\nbuyer: Tells us which way they chose\n"
        "evidence: E-mail from the plant manager"
    )
    assert removed["suppressions"][0]["justification"] == (
        "Accepted by Sales director until 31 January 2027: Nobody tells us before they sign"
    )


def test_what_is_gone_in_braces_is_told_with_them() -> None:
    """Of a list whose items are written in braces, the whole item is shown."""
    old = {**base_files(), "process/glossary.yml": b"terms:\n  - {id: plant, term: Plant, definition: A factory}\n"}
    new = {**old, "process/glossary.yml": b"terms: []\n"}
    texts = {name: data.decode() for name, data in old.items() if name.endswith(".yml")}
    comparison = replace(compare(playbook(old), playbook(new)), old_texts=texts)
    assert "      | {id: plant, term: Plant, definition: A factory}\n" in text.render(comparison)


def test_long_lines_of_what_is_gone_are_shortened() -> None:
    """Of a whole stage that is gone, the first lines are shown, and how many more there are."""
    comparison = mixed()
    (removed,) = (each for each in comparison.changes if each.kind.code == "C502")
    whole = "process/a.yml"
    texts = {whole: "steps:\n  - id: a\n" + "    x: 1\n" * 20 + "  - id: b\n"}
    changed = replace(removed, before=Place(whole, 2, 5, 2, 10))
    shown = text.render(replace(comparison, changes=(changed,), old_texts=texts))
    lines = [line.strip() for line in shown.splitlines() if line.startswith("      | ")]
    assert lines == ["| id: a", *["| x: 1"] * 10, "| … and 10 more lines"]


def test_colour_adds_nothing_but_colour() -> None:
    """The report in colours is the plain one, with escape sequences for looks between."""
    assert re.sub("\x1b\\[[0-9;]*m", "", text.render(mixed(), coloured)) == text.render(mixed())


@pytest.mark.parametrize("evil", ["\x1b]0;title\x07 \u202e \x9b31m \r x", "a\n::error::b", "\ud800"])
def test_nothing_raw_reaches_a_terminal(evil: str) -> None:
    """No control character of a name, a wording, a note or a label gets out of the reports that terminals show."""
    comparison = with_text(evil)
    for report in (text.render(comparison), text.render(comparison, lambda part, text: text)):
        assert not set(report) & {"\x1b", "\x07", "\u202e", "\x9b", "\r", "\ud800"}
    commands = FORMATS["github"].render(comparison).splitlines()
    assert len(commands) == len(comparison.changes)
    assert all(re.match(r"::(error|warning|notice) file=[^:]*::", each) for each in commands)


@pytest.mark.parametrize("format", FORMATS)
def test_any_text_can_be_reported(format: str) -> None:
    """Whatever a definition says, every format has a report of it that can be written to a file."""
    for text_ in (*STRINGS, "\ud800", "", "`", "``", "a" * 5_000):
        assert FORMATS[format].render(with_text(text_)).encode("utf-8", "backslashreplace")


@pytest.mark.parametrize("format", [each for each in FORMATS if each != "markdown"])
def test_two_thousand_changes_are_all_told(format: str) -> None:
    """Only the comment on a pull request has so low a limit."""
    report = FORMATS[format].render(many(2_000))
    told = set(re.findall(r"Number (\d+) of many", report))
    assert told == {str(number) for number in range(2_000)}


def test_more_changes_than_anybody_reads() -> None:
    """Of six thousand changes the heaviest five thousand are told, and how many more there are."""
    comparison, rest = many(6_000), "1,000 more changes"
    lines = text.render(comparison).split("\n")
    assert f"… and {rest}, which weigh no more than these" in lines
    assert sum(line.startswith(f"{PROCESS}:") for line in lines) == 5_000
    report = json.loads(json_report.render(comparison))
    JSON_SCHEMA.validate(report | {"changes": report["changes"][:9]})
    listed = {each["fingerprint"] for each in report["changes"]}
    assert (report["summary"], report["left_out"]) == ({"major": 2_000, "minor": 4_000, "patch": 0}, 1_000)
    assert all(set(reader["changes"]) <= listed for reader in report["readers"])
    log = json.loads(sarif.render(comparison))
    (run,) = log["runs"]
    sarif_rules().validate(log | {"runs": [run | {"results": run["results"][:9]}]})
    assert len(run["results"]) == 5_000
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == f"{rest} are not in this log."
    issues = json.loads(gitlab.render(comparison))
    assert (len(issues), issues[-1]["check_name"]) == (5_001, "not-shown")
    assert len({each["fingerprint"] for each in issues}) == len(issues)
    assert FORMATS["github"].render(comparison).endswith(f"\n::notice title=Not shown::{rest}\n")
    assert f"Below stand the heaviest changes; {rest} are not shown." in FORMATS["html"].render(comparison)
    assert "not shown here; `twolane diff` shows more." in FORMATS["markdown"].render(comparison)


def test_long_texts_of_changes_are_cut() -> None:
    """Of a text of a megabyte nobody is shown more than the beginning."""
    sample, long = mixed(), "x" * 1_000_000
    texts = {"sentence": long, "old": long, "new": f"{long} now", "replacement": long, "approved": long, "hint": long}
    comparison = replace(sample, changes=tuple(replace(each, **texts) for each in sample.changes))
    for format in FORMATS:
        assert len(FORMATS[format].render(comparison)) < 800_000


def test_related_places_are_told() -> None:
    """A change that touches other places names them, in every format that people or editors read."""
    comparison = mixed()
    changes = (replace(comparison.changes[0], related=(Related(Place("process/b.yml", 7), "it is used here"),)),)
    for format in ("text", "markdown", "html", "github", "sarif", "json"):
        report = FORMATS[format].render(replace(comparison, changes=changes))
        assert "it is used here" in report
        assert "process/b.yml" in report
