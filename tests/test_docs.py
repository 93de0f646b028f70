"""The documents say what there is: each rule, command, option and code, and nothing that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import click
import pytest
from typer.main import get_command

from tests.support.commands import twolane
from tests.support.playbooks import base_files
from tests.support.repositories import Repository, repository
from tests.support.sites import site
from twolane.build import rule_names
from twolane.checks.all_rules import ALL_RULES
from twolane.cli.app import app
from twolane.cli.outcome import Code
from twolane.configuration.settings import FAIL_ON, OPTIONS, read_settings
from twolane.links.link_styles import LinkStyle
from twolane.loading.validation import validate
from twolane.mkdocs.plugin_options import Options
from twolane.model.process import Process
from twolane.reports.finding_formats import FORMATS
from twolane.reports.of_changes.change_formats import FORMATS as CHANGE_FORMATS
from twolane.yaml_text.document import Document
from twolane.yaml_text.strict_yaml import read_document

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "generator" / "twolane"
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PROSE = " ".join(README.split())
"""The README without its line ends."""
PROCESS = "process/new-business/process.yml"
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
CODES = (
    *(f"D{number:03}" for number in range(1, 12)),
    *(f"G{number}" for number in range(101, 105)),
    *(f"B{number}" for number in range(201, 210)),
    *(f"A{number}" for number in range(301, 311)),
    *(f"M{number}" for number in range(401, 405)),
    *(f"R{number}" for number in range(501, 508)),
    *(f"S{number}" for number in range(601, 609)),
    *(f"V{number}" for number in range(701, 708)),
)
"""Codes that playbooks and their histories name, and that therefore never go away."""


def fences(language: str) -> list[str]:
    """The blocks of a language in the README, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


DEFINITION, BROKEN, CONFIGURATION = fences("yaml")
OUTPUT, VERDICT = fences("text")
(CHANGE,) = fences("diff")


def test_fixed_codes_are_rules() -> None:
    """A code that has once been published is still a rule, and the site has a page about it."""
    assert set(CODES) <= {rule.RULE.code for rule in ALL_RULES}


def test_each_rule_has_a_page_in_the_site() -> None:
    """The pages about rules are those of the registry, each with its code and slug as the title."""
    pages = {page.title for path, page in site(base_files()).items() if path.startswith("rules/")}
    assert pages == {f"{rule.RULE.code} {rule.RULE.slug}" for rule in ALL_RULES}


def test_rules_that_documents_name_exist() -> None:
    """Each code that a document names is a rule."""
    for name in DOCUMENTS:
        named = re.findall(r"\b[ABDGMRSV]\d{3}\b", (ROOT / name).read_text("utf-8"))
        assert set(named) <= set(rule_names().values()), name


def test_number_of_rules() -> None:
    """The README does not promise more rules than there are."""
    assert "more than fifty rules" in PROSE
    assert len(ALL_RULES) > 50


def rows(text: str, first: str) -> dict[str, str]:
    """The rows of the table whose head begins with ``first``, by their first cell."""
    table = text[text.index(f"| {first} |") :].partition("\n\n")[0].splitlines()[2:]
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in table)
    return {first: " | ".join(rest) for first, *rest in cells}


def commands() -> dict[str, click.Command]:
    """The commands of the program, by name."""
    group = get_command(app)
    assert hasattr(group, "commands")
    return dict(group.commands)


def options(command: click.Command) -> set[str]:
    """The options of a command but for `--help`, which each has."""
    return {name for each in command.params for name in each.opts if name.startswith("--")} - {"--help"}


def test_commands_are_those_of_the_readme() -> None:
    """The README's table has a row for each command and none for another."""
    named = [re.match(r"`twolane ([a-z]+)", cell) for cell in rows(README, "command")]
    assert [match[1] for match in named if match] == list(commands())


@pytest.mark.parametrize("name", commands())
def test_options_are_those_of_the_readme(name: str) -> None:
    """The row of a command names each of its options, and none that it does not have."""
    (row,) = (row for cell, row in rows(README, "command").items() if re.match(rf"`twolane {name}\b", cell))
    assert set(re.findall(r"--[a-z-]+", row)) == options(commands()[name])


def test_each_command_is_judged_in_the_document_about_security() -> None:
    """SECURITY.md says of each command whether it is safe on the files of somebody else; its links are the README's."""
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    named = {name for cell in rows(text, "command") for name in re.findall(r"`(?:twolane )?([a-z]+)", cell)}
    assert set(commands()) <= named
    assert "[SECURITY.md](SECURITY.md)" in README


def test_options_before_a_command_are_documented() -> None:
    """The README names the options that stand before a command."""
    assert all(f"`twolane {option}`" in PROSE for option in options(get_command(app)))


def test_exit_codes_are_those_of_the_readme() -> None:
    """The README's table has each exit code and no other."""
    assert [int(cell) for cell in rows(README, "exit code")] == [code.value for code in Code]


def test_choices_are_those_of_the_readme() -> None:
    """The README names each format of a report, each severity that may fail a check, and each kind of link."""
    (check,) = (row for cell, row in rows(README, "command").items() if "check" in cell)
    (diff,) = (row for cell, row in rows(README, "command").items() if "`twolane diff " in cell)
    for formats, row in (([*FORMATS], check), ([*CHANGE_FORMATS], diff)):
        assert f"`--format` {', '.join(formats[:-1])} or {formats[-1]}" in row
    assert f"# {', '.join(FAIL_ON[:-1])} or {FAIL_ON[-1]}" in CONFIGURATION
    assert len(LinkStyle) == 3
    assert "`page.html`, `page/` or `page.md`" in PROSE


def test_options_of_the_plugin_are_those_of_the_readme() -> None:
    """The README's configuration has each option of the plugin but `pages`, which MkDocs has under another name."""
    written = set(re.findall(r"^      ([a-z_]+):", CONFIGURATION, re.MULTILINE))
    assert written == set(OPTIONS) - {"pages"}
    assert "`pages`, the folder" in PROSE
    assert set(Options()) == set(OPTIONS)


def test_configuration_of_the_readme_is_right(tmp_path: Path) -> None:
    """Whoever copies the README's configuration gets no finding about it."""
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    configured = read_settings(tmp_path, rule_names())
    assert configured.findings == ()
    assert [entry.rule for entry in configured.settings.ignore] == ["S603"]


def test_definition_of_the_readme_loads() -> None:
    """The README's definition is a part of a process as one may write it."""
    text = f"id: new-business\nname: New business\nversion: 1.0.0\n{DEFINITION}"
    read = read_document("process.yml", text.encode())
    process, findings = validate(Document("process.yml", text, read.value), Process)
    assert [each.message for each in (*read.findings, *findings)] == []
    assert process is not None
    assert process.stages[0].exit[0].evidence


def test_definition_of_the_readme_is_that_of_the_picture() -> None:
    """Each line of the README's definition stands in the example, from which its picture is made."""
    example = (ROOT / PROCESS).read_text("utf-8").splitlines()
    missing = [line for line in DEFINITION.splitlines() if re.sub(r" +#.*", "", line) not in example]
    assert missing == []


def example_in(folder: Path) -> Repository:
    """A repository with a copy of the example playbook."""
    for name in ("process", "playbook"):
        copytree(ROOT / name, folder / name)
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return repository(folder)


def test_broken_definition_gives_the_output_of_the_readme(tmp_path: Path) -> None:
    """With the README's broken lines in the example, `twolane check` writes what the README shows."""
    sound = "".join(DEFINITION.splitlines(keepends=True)[-BROKEN.count("\n") :])
    example_in(tmp_path).change(PROCESS, sound, BROKEN)
    answer = twolane("check", folder=tmp_path)
    assert (answer.code, answer.output, answer.errors) == (1, OUTPUT, "")


def test_change_gives_the_verdict_of_the_readme(tmp_path: Path) -> None:
    """With the README's change, `twolane diff` writes what the README shows; without old deals it is safe."""
    lines = CHANGE.splitlines(keepends=True)
    before, after = ("".join(line[1:] for line in lines if line[0] in kept) for kept in (" -", " +"))
    example = example_in(tmp_path)
    example.change(PROCESS, before, after)
    answer = twolane("diff", "HEAD", folder=tmp_path)
    assert (answer.code, answer.output, answer.errors) == (0, VERDICT, "")
    example.change(PROCESS, after, f"{after}        applies_to: new-only\n")
    answer = twolane("diff", "HEAD", folder=tmp_path)
    assert answer.output.startswith("Safe: ")
    assert "needs version 2.2.0 (minor)" in answer.output


def links() -> Iterator[tuple[str, str]]:
    """Each link of a document that leads to a file of the repository."""
    for name in DOCUMENTS:
        for target in re.findall(r"\]\(([^)]+)\)", (ROOT / name).read_text("utf-8")):
            if "://" not in target:
                yield name, target


def test_links_lead_to_files() -> None:
    """What a document links to is there."""
    found = {(name, target): (ROOT / name).parent / target.partition("#")[0] for name, target in links()}
    assert found
    assert [link for link, path in found.items() if not path.exists()] == []


def test_picture_is_small() -> None:
    """The README's picture is a PNG of less than 200 kB."""
    data = (ROOT / ".github" / "readme" / "stage.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) < 200_000


def paths() -> set[str]:
    """What CONTRIBUTING.md names as a file or folder; names with a placeholder are left out."""
    named = re.findall(r"`([\w./-]+)`", CONTRIBUTING)
    return {each for each in named if "/" in each.rstrip("/") or re.search(r"\.(py|md|toml|txt|json)$", each)}


def test_paths_of_contributing_exist() -> None:
    """Each file and folder that CONTRIBUTING.md names is there, seen from the root or from the package."""
    assert paths()
    assert {path for path in paths() if not any((root / path).exists() for root in (ROOT, PACKAGE))} == set()


def test_environment_variables_are_documented() -> None:
    """Each variable of the environment that code reads is documented, and each documented one is read."""
    sources = [
        *(ROOT / "generator").rglob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
        *(ROOT / "bootstrap").rglob("*.py"),
    ]
    sources += [ROOT / "hatch_build.py", ROOT / "tasks.py"]
    variable = re.compile(r'"(TWOLANE_[A-Z_]+)"')
    read = {name for path in sources if path != Path(__file__) for name in variable.findall(path.read_text("utf-8"))}
    assert read == set(re.findall(r"\bTWOLANE_[A-Z_]+\b", README + CONTRIBUTING))
