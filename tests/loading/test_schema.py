"""The JSON Schemas fit the definitions that there are, are up to date, and say the same as the loader."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
from check_jsonschema import main as check_jsonschema_command
from click.testing import CliRunner

from twolane.loading.json_schemas import names, schemas
from twolane.loading.playbook_files import OF_A_PROCESS, SHARED
from twolane.loading.validation import keyed, validate
from twolane.yaml_text.document import Document
from twolane.yaml_text.strict_yaml import read_document

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "process"
STARTER = ROOT / "generator" / "twolane" / "starter" / "1" / "process"
BASE = ROOT / "tests" / "cases" / "base" / "process"
SCHEMAS = EXAMPLE / ".schema"
DEFINITIONS = sorted(
    path for folder in (EXAMPLE, STARTER, BASE) for path in (*folder.glob("*.yml"), *folder.glob("*/*.yml"))
)


def shown(path: Path) -> str:
    """A path as the names of tests give it."""
    return path.relative_to(ROOT).as_posix()


def test_schemas_of_the_example_are_up_to_date() -> None:
    """What `twolane schema` would write lies beside the example's definitions, and nothing else does."""
    command = [sys.executable, "-m", "twolane", "schema", "--check", str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{name}.json" for name in names()}


@pytest.mark.parametrize("path", [path for path in DEFINITIONS if BASE not in path.parents], ids=shown)
def test_first_line_names_the_schema(path: Path) -> None:
    """Each definition of the example and of the starter tells an editor where its schema lies."""
    first = path.read_text("utf-8").partition("\n")[0]
    up = "" if path.name in SHARED else "../"
    assert first == f"# yaml-language-server: $schema={up}.schema/{path.stem}.json"


def check_jsonschema(schema: Path, files: list[Path]) -> dict[str, str]:
    """What the tool check-jsonschema says of files, by path; a file that fits is not there."""
    command = ["-o", "json", "--schemafile", str(schema), *map(str, files)]
    done = CliRunner().invoke(check_jsonschema_command, command)
    assert done.exit_code in (0, 1), done.output
    said = json.loads(done.stdout)
    wrong = {each["filename"]: each["message"] for each in said.get("errors", [])}
    return wrong | {each["filename"]: each["message"] for each in said.get("parse_errors", [])}


@pytest.mark.parametrize("name", names())
def test_definitions_fit_their_schema(name: str) -> None:
    """check-jsonschema, which knows nothing of us, finds no mistake in the example, the starter and the base."""
    files = [path for path in DEFINITIONS if path.stem == name]
    assert files
    assert check_jsonschema(SCHEMAS / f"{name}.json", files) == {}


@pytest.mark.parametrize("name", names())
def test_every_key_is_explained(name: str) -> None:
    """An editor has words for each key, and an example for each that holds a single value."""

    def told(schema: object) -> None:
        if isinstance(schema, dict):
            for key, entry in schema.get("properties", {}).items():
                assert entry["description"].endswith((".", ")")), key
                nested = "$ref" in json.dumps(entry)
                assert nested or entry["examples"], key
            for each in schema.values():
                told(each)

    told(schemas()[name])


@dataclass(frozen=True)
class Snippet:
    """A small file, and whether it fits the format."""

    name: str
    fits: bool
    file: str
    text: str


PROCESS = "id: p\nname: P\nversion: 1.0.0\n"


def _process(name: str, fits: bool, text: str) -> Snippet:
    return Snippet(name, fits, "process", PROCESS + dedent(text))


def _metric(name: str, fits: bool, line: str) -> Snippet:
    return Snippet(name, fits, "metrics", f"metrics:\n  - id: m\n    name: M\n    {line}\n")


def _playbook(name: str, fits: bool, line: str) -> Snippet:
    return Snippet(name, fits, "playbook", f"title: T\n{line}")


SNIPPETS = (
    _playbook("renamed-role", True, "renamed_from: {account-executive: field-sales}\n"),
    _playbook("renamed-role-to-a-list", False, "renamed_from: {account-executive: [field-sales]}\n"),
    _process("required-step", True, "stages:\n  - {id: s, name: S, steps: [{id: e, name: E, required: true}]}\n"),
    _process(
        "required-step-by-word", False, "stages:\n  - {id: s, name: S, steps: [{id: e, name: E, required: must}]}\n"
    ),
    _process("least", True, ""),
    _process("unknown-key", False, "goal: More\n"),
    _process("choice", True, "status: retired\n"),
    _process("no-choice", False, "status: finished\n"),
    _process("day", True, "effective: 2026-10-01\n"),
    _process("no-day-of-the-calendar", False, "effective: 2026-02-30\n"),
    _process("day-the-other-way", False, "effective: 01.10.2026\n"),
    _process("empty-optional-key", True, "summary:\nstages:\nbuyer:\nloops:\n"),
    _process("one-alone", True, "mapped_with: account-executive\n"),
    _process("list-of-ids", True, "mapped_with: [account-executive, sales-engineer]\n"),
    _process("list-in-list", False, "mapped_with: [[account-executive]]\n"),
    _process("renamed", True, "renamed_from: {prospecting: cold-calls}\n"),
    _process("renamed-to-a-list", False, "renamed_from: {prospecting: [cold-calls]}\n"),
    _process("stages-as-mapping", False, "stages: {prospecting: Call them}\n"),
    _process("stage-without-id", False, "stages:\n  - name: Prospecting\n"),
    _process("stage-without-text", False, "stages:\n  - id: prospecting\n    name:\n"),
    _process("probability", True, "stages:\n  - {id: s, name: S, probability: 100}\n"),
    _process("probability-too-high", False, "stages:\n  - {id: s, name: S, probability: 110}\n"),
    _process("time-with-decimals", True, "buyer:\n  steps:\n    - {id: b, name: B, from: 0.5, until: 2}\n"),
    _process("time-below-zero", False, "buyer:\n  steps:\n    - {id: b, name: B, from: -1}\n"),
    _process("time-as-text", False, 'buyer:\n  steps:\n    - {id: b, name: B, from: "1"}\n'),
    _process("yes-is-a-text", False, "stages:\n  - {id: s, name: S, exit: [{id: e, buyer: Signs, required: yes}]}\n"),
    _process("true", True, "stages:\n  - {id: s, name: S, exit: [{id: e, buyer: Signs, required: true}]}\n"),
    _process("key-twice", False, "owner: a\nowner: b\n"),
    Snippet("version-of-two", False, "process", "id: p\nname: P\nversion: 1.10\n"),
    Snippet("id-with-capitals", False, "process", "id: New Business\nname: P\nversion: 1.0.0\n"),
    Snippet("name-like-a-number", True, "process", "id: p\nname: 2027\nversion: 1.0.0\n"),
    _metric("number", True, "target: 12.5"),
    _metric("number-with-unit", False, "target: 12 %"),
    _metric("text-like-a-truth", True, "source: no"),
    Snippet("bare-list", True, "metrics", "- id: m\n  name: M\n"),
    Snippet("list-of-texts", False, "metrics", "metrics: [Meeting rate]\n"),
    Snippet("quarter", True, "strategy", "goals:\n  - {id: g, name: G, by: 2027-Q1}\n"),
    Snippet("fifth-quarter", False, "strategy", "goals:\n  - {id: g, name: G, by: 2027-Q5}\n"),
    Snippet("year", True, "strategy", "goals:\n  - {id: g, name: G, by: 2027}\n"),
    Snippet("starter-false", True, "playbook", "title: T\nstarter: false\n"),
    Snippet("lanes-as-text", False, "playbook", "title: T\nlanes: Buyer\n"),
)


def test_enough_snippets_on_both_sides() -> None:
    """There are about thirty small files, some that fit and some that do not, each of another name."""
    assert len({snippet.name for snippet in SNIPPETS}) == len(SNIPPETS) >= 30
    assert 10 < sum(snippet.fits for snippet in SNIPPETS) < 25


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Which snippets check-jsonschema refuses, and what it says."""
    folder = tmp_path_factory.mktemp("snippets")
    found: dict[str, str] = {}
    for file in {snippet.file for snippet in SNIPPETS}:
        texts = {folder / f"{each.name}.yml": each.text for each in SNIPPETS if each.file == file}
        for path, text in texts.items():
            path.write_text(text, "utf-8")
        said = check_jsonschema(SCHEMAS / f"{file}.json", list(texts))
        found |= {Path(path).stem: message for path, message in said.items()}
    return found


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_schema_and_loader_agree(snippet: Snippet, refused: dict[str, str]) -> None:
    """Whatever an editor marks with the schema, `twolane check` finds too, and what one lets pass the other does."""
    document = read_document("file.yml", snippet.text.encode())
    model, key = {**SHARED, **OF_A_PROCESS}[f"{snippet.file}.yml"]
    value = keyed(document, key) if key else document.value
    _, findings = validate(Document(document.file, document.text, value), model)
    messages = [finding.message for finding in (*document.findings, *findings)]
    assert (not messages) == snippet.fits, messages
    assert (snippet.name not in refused) == snippet.fits, refused.get(snippet.name)
