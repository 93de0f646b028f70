"""The documents say what there is: each rule, command, option and code, and nothing that does not exist."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import click
import pytest
from typer.main import get_command

from tests.support.documents import (
    DOCUMENTS,
    MANUAL,
    ROOT,
    anchors,
    commands_in,
    fences,
    guide,
    links,
    read,
    rows,
)
from tests.support.playbooks import base_files
from tests.support.sites import site
from twolane.build import rule_names
from twolane.changes.all_kinds import ALL_KINDS
from twolane.checks.all_rules import ALL_RULES
from twolane.cli.app import app
from twolane.cli.outcome import Code
from twolane.configuration.option_kinds import FAIL_ON
from twolane.configuration.output_styles import LinkStyle
from twolane.configuration.settings import OPTIONS, read_settings
from twolane.loading.validation import validate
from twolane.mkdocs import TwolanePlugin
from twolane.model.process import Process
from twolane.reports.finding_formats import FORMATS
from twolane.reports.of_alignment.alignment_formats import FORMATS as ALIGNMENT_FORMATS
from twolane.reports.of_changes.change_formats import FORMATS as CHANGE_FORMATS
from twolane.yaml_text.document import Document
from twolane.yaml_text.strict_yaml import read_document

PACKAGE = ROOT / "generator" / "twolane"
CONTRIBUTING = read("CONTRIBUTING.md")
COMMANDS = "docs/commands.md"
PROCESS = "process/new-business/process.yml"
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


(DEFINITION,) = fences("docs/getting-started.md", "yaml")
(CONFIGURATION,) = fences("docs/configuration.md", "yaml")


def test_fixed_codes_are_rules() -> None:
    """A code that has once been published is still a rule, and the site has a page about it."""
    assert set(CODES) <= {rule.RULE.code for rule in ALL_RULES}


def test_each_rule_has_a_page_in_the_site() -> None:
    """The pages about rules are those of the registry, each with its code and slug as the title."""
    pages = {page.title for path, page in site(base_files()).items() if path.startswith("rules/")}
    assert pages == {f"{rule.RULE.code} {rule.RULE.slug}" for rule in ALL_RULES}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_rules_and_kinds_of_change_that_documents_name_exist(name: str) -> None:
    """Each code that a document names is a rule, or a kind of change."""
    named = set(re.findall(r"\b[ABCDGMRSV]\d{3}\b", read(name)))
    assert named <= {*rule_names().values(), *(kind.code for kind in ALL_KINDS)}


def test_number_of_rules() -> None:
    """The documents do not promise more rules than there are."""
    assert "more than fifty rules" in guide()
    assert len(ALL_RULES) > 50


def test_groups_of_rules_are_those_of_the_manual() -> None:
    """The page about checking says of each group of rules what it is about, by the first code of the group."""
    codes = sorted(rule.RULE.code for rule in ALL_RULES)
    firsts = {code for before, code in pairwise(["", *codes]) if before[:1] != code[0]}
    assert {cell.split()[0] for cell in rows("docs/checking.md", "codes")} == firsts


def commands() -> dict[str, click.Command]:
    """The commands of the program, by name."""
    group = get_command(app)
    assert hasattr(group, "commands")
    return dict(group.commands)


def options(command: click.Command) -> set[str]:
    """The options of a command but for `--help`, which each has."""
    return {name for each in command.params for name in each.opts if name.startswith("--")} - {"--help"}


def test_commands_are_those_of_the_manual() -> None:
    """The manual's table has a row for each command and none for another."""
    named = [re.match(r"`twolane ([a-z]+)", cell) for cell in rows(COMMANDS, "command")]
    assert [match[1] for match in named if match] == list(commands())


@pytest.mark.parametrize("name", commands())
def test_options_are_those_of_the_manual(name: str) -> None:
    """The row of a command names each of its options, and none that it does not have."""
    (row,) = (row for cell, row in rows(COMMANDS, "command").items() if re.match(rf"`twolane {name}\b", cell))
    assert set(re.findall(r"--[a-z-]+", row)) == options(commands()[name])


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if any(commands_in(name))])
def test_calls_that_documents_show_can_be_made(name: str) -> None:
    """Each call of the program in a document names a command, and options that this command has."""
    wrong = []
    for call in commands_in(name):
        words = re.findall(r"[\w-]+", call.partition(" ")[2])
        named = {word for word in words if word.startswith("--")}
        command = commands().get(next((word for word in words if not word.startswith("-")), ""))
        known = (options(command) if command else set()) | options(get_command(app))
        wrong += [call] if not named <= known or (command is None and not named and words) else []
    assert wrong == []


def test_each_command_is_judged_in_the_document_about_security() -> None:
    """SECURITY.md says of each command whether it is safe on the files of somebody else; the README links to it."""
    named = {name for cell in rows("SECURITY.md", "command") for name in re.findall(r"`(?:twolane )?([a-z]+)", cell)}
    assert set(commands()) <= named
    assert "(SECURITY.md)" in read("README.md")


def test_options_before_a_command_are_documented() -> None:
    """The manual names the options that stand before a command."""
    assert all(f"`twolane {option}`" in " ".join(read(COMMANDS).split()) for option in options(get_command(app)))


def test_exit_codes_are_those_of_the_manual() -> None:
    """The manual's table has each exit code and no other."""
    assert [int(cell) for cell in rows(COMMANDS, "exit code")] == [code.value for code in Code]


def test_choices_are_those_of_the_manual() -> None:
    """The manual names each format of a report, each severity that may fail a check, and each kind of link."""
    (check,) = (row for cell, row in rows(COMMANDS, "command").items() if "check" in cell)
    (align,) = (row for cell, row in rows(COMMANDS, "command").items() if "`twolane align " in cell)
    (diff,) = (row for cell, row in rows(COMMANDS, "command").items() if "`twolane diff " in cell)
    for formats, row in (([*FORMATS], check), ([*ALIGNMENT_FORMATS], align), ([*CHANGE_FORMATS], diff)):
        assert f"`--format` {', '.join(formats[:-1])} or {formats[-1]}" in row
    assert [cell.strip("`") for cell in rows("docs/changes.md", "`--format`")] == [*CHANGE_FORMATS]
    assert f"# {', '.join(FAIL_ON[:-1])} or {FAIL_ON[-1]}" in CONFIGURATION
    assert len(LinkStyle) == 3
    assert "`page.html`, `page/` or `page.md`" in guide()


def test_options_of_the_plugin_are_those_of_the_manual() -> None:
    """The manual's configuration has each option of the plugin but `pages`, which MkDocs has under another name."""
    written = set(re.findall(r"^      (?:# )?([a-z_]+):", CONFIGURATION, re.MULTILINE))
    assert written == set(OPTIONS) - {"pages"}
    assert "`pages`, the folder" in guide()
    assert set(dict(TwolanePlugin.config_scheme)) == set(OPTIONS)


def test_configuration_of_the_manual_changes_nothing(tmp_path: Path) -> None:
    """Whoever copies the manual's configuration as it stands gets the site that they had."""
    (tmp_path / "mkdocs.yml").write_text("plugins: [search, twolane]\n", "utf-8")
    before, _, _ = read_settings(tmp_path, rule_names())
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    assert read_settings(tmp_path, rule_names())[:2] == (before, ())


def test_configuration_of_the_manual_is_right(tmp_path: Path) -> None:
    """Whoever takes away the signs that turn its lines off gets no finding about it."""
    (tmp_path / "mkdocs.yml").write_text(re.sub(r"^      # ", "      ", CONFIGURATION, flags=re.MULTILINE), "utf-8")
    settings, findings, _ = read_settings(tmp_path, rule_names())
    assert findings == ()
    assert [entry.rule for entry in settings.ignore] == ["S603"]
    assert (settings.as_of.isoformat(), settings.audience, settings.compare) == ("2026-10-01", "partner", "main")


def test_definition_of_the_manual_loads() -> None:
    """The manual's definition is a part of a process as one may write it."""
    text = f"id: new-business\nname: New business\nversion: 1.0.0\n{DEFINITION}"
    document = read_document("process.yml", text.encode())
    process, findings = validate(Document("process.yml", text, document.value), Process)
    assert [each.message for each in (*document.findings, *findings)] == []
    assert process is not None
    assert process.stages[0].exit[0].evidence


def test_definition_of_the_manual_is_that_of_the_picture() -> None:
    """Each line of the manual's definition stands in the example, from which its picture is made."""
    example = read(PROCESS).splitlines()
    missing = [line for line in DEFINITION.splitlines() if re.sub(r" +#.*", "", line) not in example]
    assert missing == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    """What a document links to in the repository is there, and so is the heading that the link names."""
    for target in (each for each in links(name) if "://" not in each):
        path, _, anchor = target.partition("#")
        file = ((ROOT / name).parent / path).resolve() if path else ROOT / name
        assert file.exists(), target
        assert not anchor or anchor in anchors(file.relative_to(ROOT).as_posix()), target


def test_every_page_of_the_manual_is_found() -> None:
    """Whoever opens the folder of the manual gets a list of all its pages; most stand in the README too."""
    pages = {Path(name).name for name in MANUAL}
    assert pages - set(links("docs/README.md")) == {"README.md"}
    assert pages - {Path(target.partition("#")[0]).name for target in links("README.md")} == set()


def test_each_picture_is_shown() -> None:
    """No picture lies in the repository that no document shows: each costs whoever clones it."""
    shown = {Path(target).name for name in DOCUMENTS for target in links(name) if target.endswith(".png")}
    assert {path.name for path in (ROOT / "docs" / "pictures").iterdir()} == shown


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "pictures").iterdir()), ids=lambda path: path.name)
def test_pictures_are_small(path: Path) -> None:
    """Each picture is a PNG of less than 200 kB."""
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) < 200_000


def test_figures_of_the_page_about_performance_come_from_benchmarks() -> None:
    """Each measurement names the benchmark that it comes from, and that is there."""
    items = re.findall(r"^- (.*?)(?=^- |^$)", read("docs/performance.md"), re.MULTILINE | re.DOTALL)
    named = [re.findall(r"`(benchmarks/\w+\.py)`", item) for item in items]
    assert [len(each) for each in named] == [1, 1]
    assert all((ROOT / name).is_file() for each in named for name in each)


def paths() -> set[str]:
    """What CONTRIBUTING.md names as a file or folder; names with a placeholder are left out."""
    named = re.findall(r"`([\w./-]+)`", CONTRIBUTING)
    return {each for each in named if "/" in each.rstrip("/") or re.search(r"\.(py|md|toml|txt|json)$", each)}


def test_paths_of_contributing_exist() -> None:
    """Each file and folder that CONTRIBUTING.md names is there, seen from the root or from the package."""
    assert paths()
    assert {path for path in paths() if not any((root / path).exists() for root in (ROOT, PACKAGE))} == set()


def test_environment_variables_are_documented() -> None:
    """Each variable of our own that code reads is documented, and each documented one is read."""
    sources = [
        *(ROOT / "generator").rglob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
        *(ROOT / "bootstrap").rglob("*.py"),
    ]
    sources += [ROOT / "hatch_build.py", ROOT / "tasks.py"]
    variable = re.compile(r'"(TWOLANE_[A-Z_]+)"')
    found = {name for path in sources if path != Path(__file__) for name in variable.findall(path.read_text("utf-8"))}
    assert found == set(re.findall(r"\bTWOLANE_[A-Z_]+\b", guide() + CONTRIBUTING))


def test_variables_of_a_user_are_those_of_the_manual() -> None:
    """The manual's table names each variable that a user may set for the program, and none that it does not read."""
    text = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    of_others = re.compile(r"GITHUB_(?!TOKEN)|CI_|GITLAB_CI|GIT_|PATH$")
    asked = set(re.findall(r'environ(?:ment)?\.get\("([A-Z_]+)"', text)) | set(re.findall(r'"(TWOLANE_[A-Z_]+)"', text))
    named = {name for cell in rows(COMMANDS, "variable") for name in re.findall(r"`([A-Z_]+)`", cell)}
    # What draws on a terminal reads this one itself.
    assert named - {"FORCE_COLOR"} == {name for name in asked if not of_others.match(name)}
