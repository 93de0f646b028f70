"""What a playbook says about itself: where its settings come from, and which goes before which."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.commands import twolane
from twolane.configuration.config_files import find_root
from twolane.configuration.option_kinds import NoDay, parse_day, today
from twolane.configuration.output_styles import LinkStyle
from twolane.configuration.settings import Settings, read_settings
from twolane.findings import Finding
from twolane.loading.ignores import PathIgnore


class Found(NamedTuple):
    """What reading gives."""

    settings: Settings
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]


KNOWN = {"B203": "B203", "exit-without-evidence": "B203"}


def settings(folder: Path, **files: str) -> Found:
    """The settings of a playbook with these files: mkdocs for mkdocs.yml, pyproject for pyproject.toml."""
    names = {"mkdocs": "mkdocs.yml", "pyproject": "pyproject.toml"}
    for name, text in files.items():
        (folder / names[name]).write_text(text, "utf-8")
    return Found(*read_settings(folder, KNOWN))


def test_defaults(tmp_path: Path) -> None:
    """Without any configuration everything is where the documentation says."""
    assert settings(tmp_path) == (Settings(tmp_path), (), {})
    assert Settings(tmp_path).definitions == "process"
    assert Settings(tmp_path).pages == "playbook"


def test_every_option(tmp_path: Path) -> None:
    """Every option is read from pyproject.toml, a day as a day or as text."""
    found = settings(
        tmp_path,
        pyproject="""
[tool.twolane]
definitions = "sales/process"
pages = "sales/pages"
templates = "ours"
fail_on = "warning"
as_of = 2026-10-01
audience = "partner"
compare_releases = 3
compare = "main"

[tool.twolane.changes]
C101 = "patch"
stage-name-reworded = "minor"

[[tool.twolane.ignore]]
rule = "exit-without-evidence"
path = "sales/process/old"
reason = "goes away in March"
""",
    )
    ignore = (PathIgnore("exit-without-evidence", "goes away in March", "sales/process/old"),)
    levels = (("C101", "patch"), ("stage-name-reworded", "minor"))
    folders = (tmp_path, "sales/process", "sales/pages", "ours")
    expected = Settings(*folders, "warning", date(2026, 10, 1), "partner", ignore, 3, "main", levels)
    assert (found.settings, found.findings) == (expected, ())


@pytest.mark.parametrize("value", ["-1", "21", "1.5", '"all"', "true"])
def test_a_site_keeps_no_more_releases_than_it_can(tmp_path: Path, value: str) -> None:
    """Any two are compared, so there is a most; the default stays."""
    found = settings(tmp_path, pyproject=f"[tool.twolane]\ncompare_releases = {value}\n")
    assert found.settings.compare_releases == 5
    assert [each.message for each in found.findings] == ["`compare_releases` is a number from 0 to 20"]


@pytest.mark.parametrize("value", [r"a\0b", r"a\nb", r"\e[2J"])
@pytest.mark.parametrize("key", ["docs_dir", "site_dir", "definitions", "pages", "templates", "compare", "audience"])
def test_names_that_nothing_can_have(tmp_path: Path, key: str, value: str) -> None:
    """No disk has a folder with such a name, and no terminal should show it."""
    options = f'plugins:\n  - twolane:\n      {key}: "{value}"\n'
    found = settings(tmp_path, mkdocs=f'{key}: "{value}"\nplugins: [twolane]\n' if key.endswith("_dir") else options)
    assert [each.rule.code for each in found.findings] == ["D005"]
    assert found.settings == Settings(
        tmp_path, pages="playbook" if key == "docs_dir" else "docs", links=LinkStyle.DIRECTORIES
    )
    assert twolane("check", folder=tmp_path).code == 2


@pytest.mark.parametrize("value", ["C:/pages", "C:pages", "//server/pages", "a/../..", ".."])
def test_a_folder_of_pages_lies_in_the_playbook(tmp_path: Path, value: str) -> None:
    """However a name leads out, on whichever system."""
    found = settings(tmp_path, mkdocs=f"docs_dir: {value}\nplugins: [twolane]\n")
    assert [each.message for each in found.findings] == [
        "`docs_dir` is the name of a folder in the playbook's own folder"
    ]


@pytest.mark.parametrize(
    ("value", "folder"),
    [("./a//b/", "a/b"), (".", "."), ("..notes", "..notes"), ("!ENV [DOCS, a]", "a"), ("''", "docs")],
)
def test_names_of_a_folder_in_the_playbook(tmp_path: Path, value: str, folder: str) -> None:
    """The same folder has one name, whichever way it is written."""
    found = settings(tmp_path, mkdocs=f"docs_dir: {value}\nplugins: [twolane]\n")
    assert (found.settings.pages, found.findings) == (folder, ())


def test_mkdocs_goes_first(tmp_path: Path) -> None:
    """Where both files give an option mkdocs.yml holds, and docs_dir is the folder of the pages; ignores add up."""
    found = settings(
        tmp_path,
        mkdocs="""
docs_dir: pages
plugins:
  - twolane:
      fail_on: advice
      ignore: [{rule: B203, reason: one}]
""",
        pyproject="""
[tool.twolane]
fail_on = "never"
pages = "elsewhere"
templates = "ours"
ignore = [{rule = "B203", reason = "two"}]
""",
    )
    assert found.findings == ()
    assert found.settings == Settings(
        tmp_path,
        pages="pages",
        templates="ours",
        fail_on="advice",
        ignore=(PathIgnore("B203", "one"), PathIgnore("B203", "two")),
        links=LinkStyle.DIRECTORIES,
    )


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: [search, twolane]",
        "plugins:\n  - twolane",
        "plugins:\n  - twolane: {}",
        "plugins:\n  - twolane:",
        "plugins:\n  twolane:\n    enabled: !ENV [CI, false]",
        "plugins:\n  search:\n  twolane: {definitions: process}",
        "plugins: [twolane]\nx: &a {b: 1}\ny: {<<: *a}\nz: !!python/object/apply:os.system [ls]",
    ],
)
def test_shapes_of_plugins(tmp_path: Path, plugins: str) -> None:
    """However mkdocs.yml lists its plugins, and whatever tags it holds, ours is found."""
    (tmp_path / "mkdocs.yml").write_text(plugins + "\ndocs_dir: playbook\n")
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    assert find_root(tmp_path / "deep" / "deeper") == tmp_path.resolve()
    found = settings(tmp_path)
    assert (found.settings, found.findings) == (Settings(tmp_path, links=LinkStyle.DIRECTORIES), ())


def test_what_the_engine_says_of_addresses(tmp_path: Path) -> None:
    """How pages are laid out, whether a leading `/` is led, whose ids headings have, and what the navigation names."""
    usual = settings(tmp_path).settings.engine
    assert (usual.directory_urls, usual.from_root, usual.own_ids, usual.nav) == (False, False, False, ())
    (tmp_path / "mkdocs.yml").write_text(
        "plugins: [twolane]\nvalidation: {links: {absolute_links: relative_to_docs}}\n"
        "markdown_extensions:\n  - toc: {slugify: !!python/name:x.y}\n"
        "nav:\n  - index.md\n  - More:\n      - A: a.md\n      - b.md\n"
    )
    found = settings(tmp_path).settings.engine
    assert (found.directory_urls, found.from_root, found.own_ids) == (True, True, True)
    assert [(each.target, str(each.place)) for each in found.nav] == [
        ("index.md", "mkdocs.yml:6:5"),
        ("a.md", "mkdocs.yml:8:12"),
        ("b.md", "mkdocs.yml:9:9"),
    ]
    (tmp_path / "mkdocs.yml").write_text("plugins: [twolane]\nuse_directory_urls: false\n")
    assert not settings(tmp_path).settings.engine.directory_urls
    assert not settings(tmp_path).settings.engine.own_ids


@pytest.mark.parametrize("text", ["plugins: [twolane, macros]", "plugins: {twolane: {}, x/y: {}}", "hooks: [a.py]"])
def test_others_may_add_headings(tmp_path: Path, text: str) -> None:
    """Where hooks or plugins do that, nobody knows the ids on a page before it is built."""
    (tmp_path / "mkdocs.yml").write_text(f"{text}\nuse_directory_urls: false\n")
    (tmp_path / "process").mkdir()
    assert settings(tmp_path).settings.engine.own_ids


def test_root_by_definitions(tmp_path: Path) -> None:
    """A folder with definitions is a root without any configuration, and the nearest root counts."""
    inner = tmp_path / "a" / "b"
    for folder, file in ((tmp_path, "playbook.yml"), (inner, "new/process.yml")):
        (folder / "process" / file).parent.mkdir(parents=True)
        (folder / "process" / file).write_text("title: x\n")
    assert find_root(inner / "process" / "new") == inner.resolve()
    assert find_root(tmp_path / "a") == tmp_path.resolve()


@pytest.mark.parametrize("text", ["title: [", "- a\n- b", "\t", "\x00", ""])
def test_unreadable_mkdocs_file(tmp_path: Path, text: str) -> None:
    """A mkdocs.yml that is none ends in findings or in the defaults, never in an error."""
    (tmp_path / "mkdocs.yml").write_text(text)
    assert isinstance(read_settings(tmp_path, KNOWN)[0], Settings)


@pytest.mark.parametrize(("text", "day"), [("2026-10-01", date(2026, 10, 1)), ("20261001", None), ("2026-13-01", None)])
def test_days(text: str, day: date | None) -> None:
    """A day is written as in 2026-10-01, and in no other way."""
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"[tool.x]\ny = {'9' * 4301}\n", "2:5 this number is longer than any that can be read"),
        (f"[tool.x]\ny = [1, -{'1_' * 4301}1] # {'9' * 4301}\n", "2:9 this number is longer than any that can be read"),
        (f"[tool.x]\ny = {'[' * 5000}", "2:5005 this cannot be read as TOML: too much is nested in each other"),
        (f"[tool.x]\n{'a.' * 40_000}a = 1\n", "2:1 this cannot be read as TOML: too much is nested in each other"),
        ("[tool.x]\ny = 2026-13-45\n", "2:9 this cannot be read as TOML: expected newline or end of document after a"),
        (f"x = '{'a' * 600_000}'\n", "1:1 the file is larger than 512 KiB, the most that is read"),
        (f"[tool.twolane]\nfail_on = 0x{'f' * 5000}\n", "2:11 `fail_on` is one of error, warning, advice, never"),
        ("[tool.twolane]\ncompare_releases = -1e999\n", "2:20 `compare_releases` is a number from 0 to 20"),
        ("[tool.twolane]\nas_of = 12:00:00\n", "2:9 `as_of` is a day such as 2026-10-01"),
        (f"[tool.twolane{'.deep' * 60}]\n", "1:1 “deep” is not an option of Twolane"),
    ],
)
def test_odd_values(text: str, told: str, tmp_path: Path) -> None:
    """Whatever stands in `pyproject.toml`, it is read or told at its place."""
    (tmp_path / "pyproject.toml").write_text(text)
    (finding, *_) = settings(tmp_path).findings
    assert f"{finding.place.line}:{finding.place.column} {finding.message}".startswith(told)


@pytest.mark.parametrize(
    "value",
    [f'"{"9" * 5000}"', f"'{'9' * 5000}'", f'"""\n{"9" * 5000}\n"""', f"[\n1, # {'9' * 5000}\n]", "1e999", "nan"],
)
def test_long_texts_are_no_numbers(value: str, tmp_path: Path) -> None:
    """Digits within texts and comments are as many as somebody likes."""
    (tmp_path / "pyproject.toml").write_text(f"[tool.x]\ny = {value}\n")
    assert settings(tmp_path).findings == ()


def test_what_is_given_holds(tmp_path: Path) -> None:
    """An option of a command, or what the engine has read, goes before all files; nothing given changes nothing."""
    (tmp_path / "pyproject.toml").write_text('[tool.twolane]\nfail_on = "never"\naudience = "partner"\n')
    given = {"audience": "", "as_of": date(2026, 10, 1), "fail_on": None}
    found, findings, _ = read_settings(tmp_path, KNOWN, given)
    assert (found, findings) == (Settings(tmp_path, fail_on="never", as_of=date(2026, 10, 1)), ())


def test_an_empty_audience_in_a_file_opens_nothing(tmp_path: Path) -> None:
    """Nothing behind a key says the same as no key, so that the audience of the other file holds."""
    (tmp_path / "mkdocs.yml").write_text('plugins:\n  - twolane:\n      audience: ""\n')
    (tmp_path / "pyproject.toml").write_text('[tool.twolane]\naudience = "partner"\n')
    assert read_settings(tmp_path, KNOWN)[0].audience == "partner"


def test_a_wrong_value_that_is_given_is_told(tmp_path: Path) -> None:
    """A tag of MkDocs may stand for a value that is none; where the file itself is wrong, it is told once."""
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - twolane:\n      templates: !ENV PLACE\ndocs_dir: pages\n")
    _, findings, _ = read_settings(tmp_path, KNOWN, {"templates": "../elsewhere"})
    assert [(str(each.place), each.message) for each in findings] == [
        ("mkdocs.yml:1:1", "`templates` is the name of a folder in the playbook's own folder; it is “../elsewhere”")
    ]
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - twolane:\n      templates: ../a\ndocs_dir: pages\n")
    _, findings, _ = read_settings(tmp_path, KNOWN, {"templates": "../a"})
    assert [str(each.place) for each in findings] == ["mkdocs.yml:3:18"]


def test_the_day_of_source_date_epoch() -> None:
    """Where nothing says a day, the variable does; one that is no number of seconds is told as such."""
    assert today({"SOURCE_DATE_EPOCH": "1790000000"}) == date(2026, 9, 21)
    with pytest.raises(NoDay, match="“soon”, which is no number"):
        today({"SOURCE_DATE_EPOCH": "soon"})


def test_a_wrong_epoch_ends_a_command_with_words(tmp_path: Path) -> None:
    """It is a mistake of whoever set it; a day that is given makes it idle."""
    (tmp_path / "process").mkdir()
    (tmp_path / "process" / "playbook.yml").write_text("title: A playbook\n")
    answer = twolane("check", folder=tmp_path, SOURCE_DATE_EPOCH="soon")
    assert (answer.code, answer.errors) == (2, "SOURCE_DATE_EPOCH is “soon”, which is no number of seconds.\n")
    with_a_day = twolane("check", "--as-of", "2026-10-01", folder=tmp_path, SOURCE_DATE_EPOCH="soon")
    assert "there is no process yet" in with_a_day.output
