"""The settings of a playbook: what its files, the engine and the options of a command say, as one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from twolane.configuration import config_files
from twolane.configuration.change_levels import NO_LEVELS, Levels, levels_of
from twolane.configuration.config_files import Table
from twolane.configuration.engine import USUAL, Engine
from twolane.configuration.folder_names import NO_FOLDER_INSIDE, folder_inside, is_name
from twolane.configuration.option_kinds import FAIL_ON, MOST, option, option_of, parse_day, parse_number, today
from twolane.configuration.output_styles import DiagramStyle, LinkStyle
from twolane.findings import Finding, Subject, in_reading_order
from twolane.loading.ignores import PathIgnore, name_fault
from twolane.source import Source
from twolane.wording.did_you_mean import nearest
from twolane.wording.quoting import short
from twolane.yaml_text.reading_rules import UNKNOWN_KEY, WRONG_VALUE

_IGNORE_KEYS = ("rule", "path", "reason")
_IGNORE_ENTRY = "an entry of `ignore` has a `rule`, a `reason` and, where it is not about everything, a `path`"


def _folder(value: Any) -> str | None:
    return folder_inside(value) or None


def _name(value: Any) -> str | None:
    return value if is_name(value) else None


def _least(value: Any) -> str | None:
    return value if value in FAIL_ON else None


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a playbook; a field that is an option has its name in `pyproject.toml` and in `mkdocs.yml`.

    Folders are seen from ``root``, the playbook's own.
    """

    root: Path
    definitions: str = field(default="process", metadata=option(_folder, NO_FOLDER_INSIDE.format("definitions")))
    """The folder of the definitions."""
    pages: str = field(default="playbook", metadata=option(_folder, NO_FOLDER_INSIDE.format("pages")))
    """The folder of the hand-written pages and of the files that definitions may link to; `docs_dir` of MkDocs."""
    templates: str = field(default="site_templates", metadata=option(_folder, NO_FOLDER_INSIDE.format("templates")))
    """The playbook's own templates and assets, which go before those of Twolane."""
    fail_on: str = field(
        default="error", metadata=option(_least, f"`fail_on` is one of {', '.join(FAIL_ON)}", choices=FAIL_ON)
    )
    """The least severe finding that makes a check fail, and stops a build."""
    as_of: date = field(
        default_factory=today, metadata=option(parse_day, "`as_of` is a day such as 2026-10-01", (date, str))
    )
    """The day on which the playbook is judged: reviews are overdue from it on."""
    audience: str = field(default="", metadata=option(_name, "`audience` is the name of one audience"))
    """Whom the site is for: one of the `audiences` in playbook.yml; empty for the first one, who see everything."""
    ignore: tuple[PathIgnore, ...] = field(default=(), metadata=option(tuple, _IGNORE_ENTRY, (dict,), listed=True))
    """The findings that are left out."""
    compare_releases: int = field(
        default=5, metadata=option(parse_number, f"`compare_releases` is a number from 0 to {MOST}", (int, str))
    )
    """How many releases of a process can be read and compared on the site."""
    compare: str = field(default="", metadata=option(_name, "`compare` names a version, such as main"))
    """The version that a preview marks its changes against, such as main; empty where the site is none."""
    changes: Levels = field(default=(), metadata=option(tuple, NO_LEVELS, (dict,), apart=True))
    """The levels that the playbook gives to kinds of change, by code or slug, instead of Twolane's own."""
    engine: Engine = field(default=USUAL, compare=False)
    """What `mkdocs.yml` says of addresses."""
    site: str = "site"
    """The folder that the site goes into unless a command names another."""
    links: LinkStyle = LinkStyle.FILES
    """How the engine lays out pages."""
    diagrams: DiagramStyle = DiagramStyle.OURS
    """How Mermaid diagrams stand in pages."""
    edit_root: str = ""
    """The address below which the repository's files are edited; empty where there is no such address."""
    site_url: str = ""
    """The address of the site; empty where nobody has said it."""

    @property
    def definitions_folder(self) -> Path:
        """The folder of the definitions, as a path that can be opened."""
        return self.root / self.definitions

    @property
    def pages_folder(self) -> Path:
        """The folder of the hand-written pages, as a path that can be opened."""
        return self.root / self.pages

    @property
    def templates_folder(self) -> Path:
        """The folder of the playbook's own templates, as a path that can be opened."""
        return self.root / self.templates


OPTIONS = MappingProxyType({each.name: found for each in fields(Settings) if (found := option_of(each))})
"""Every option, by its name."""


_NO_KINDS: Mapping[str, str] = MappingProxyType({})


def read_settings(
    root: Path,
    known: Mapping[str, str],
    given: Mapping[str, object] | None = None,
    kinds: Mapping[str, str] = _NO_KINDS,
) -> tuple[Settings, tuple[Finding, ...], Mapping[str, str]]:
    """The settings of the playbook at ``root``, what is wrong with the files that they come from, and their texts.

    What is ``given`` holds, as a command's options or what the engine has read; ``None`` there is nothing. Else
    `mkdocs.yml` holds before `pyproject.toml`, as it makes the site; what they ignore adds up. ``known`` leads from
    each code and slug of a rule to the code, ``kinds`` from those of a kind of change; without any, none is unknown.
    Raises ``OSError`` where a file cannot be read, and ``NoDay``.
    """
    return settings_of(config_files.read(root), root, known, given, kinds)


def settings_of(
    files: config_files.ConfigFiles,
    root: Path,
    known: Mapping[str, str],
    given: Mapping[str, object] | None = None,
    kinds: Mapping[str, str] = _NO_KINDS,
) -> tuple[Settings, tuple[Finding, ...], Mapping[str, str]]:
    """As ``read_settings``, from files that were read already, such as those of another revision."""
    findings = list(files.findings)
    options: dict[str, Any] = {}
    ignore: tuple[PathIgnore, ...] = ()
    levels: dict[str, str] = {}
    for table in files.tables:
        findings += _unknown(table, tuple(OPTIONS), "an option of Twolane")
        # Nothing behind a key says the same as no key: it makes no site for an audience one for the house.
        options = {**{name: value for name, value in _values(table, findings) if value != ""}, **options}
        ignore += tuple(_ignores(table, known, findings))
        levels = {**dict(levels_of(table, kinds, findings)), **levels}
    engine = files.engine
    told = {"pages": files.pages, "site": files.site}
    options |= {name: folder for name, folder in told.items() if folder}
    options |= _given(given or {}, engine.file, findings)
    links = LinkStyle.DIRECTORIES if engine.directory_urls else LinkStyle.FILES
    apart = {"ignore": ignore, "changes": tuple(sorted(levels.items())), "engine": engine, "links": links}
    settings = Settings(root, **{**options, **apart})
    return settings, tuple(in_reading_order(findings)), files.texts


def _given(given: Mapping[str, object], file: str, findings: list[Finding]) -> dict[str, Any]:
    """The options that are given from outside; what is wrong with one is told where its file has not told it."""
    table = Table({name: each for name, each in given.items() if each is not None}, Source(file))
    wrong: list[Finding] = []
    options = dict(_values(table, wrong))
    if not findings:
        # No line of the file has it, as where another file or the environment says it.
        findings += (replace(each, message=f"{each.message}; it is “{_said(each, table)}”") for each in wrong)
    return options


def _said(wrong: Finding, table: Table) -> str:
    return short(str(table.values[wrong.subject.key or ""]))


def _values(table: Table, findings: list[Finding]) -> Iterator[tuple[str, Any]]:
    for name, each in OPTIONS.items():
        if name not in table.values or each.listed or each.apart:
            continue
        value = each.parse(table.values[name])
        if value is None:
            findings.append(_wrong(table, name, each.wrong))
        else:
            yield name, value


def _ignores(table: Table, known: Mapping[str, str], findings: list[Finding]) -> Iterator[PathIgnore]:
    for entry in table.tables("ignore"):
        faults = [*_unknown(entry, _IGNORE_KEYS, "a part of an ignore entry"), *_ignore_faults(entry, known)]
        findings += faults
        if not faults:
            given = {key: str(value) for key, value in entry.values.items()}
            yield PathIgnore(**given, place=entry.source.element())
    for index in table.no_tables("ignore"):
        findings.append(WRONG_VALUE.at(table.source, "ignore", _IGNORE_ENTRY, index=index))


def _ignore_faults(entry: Table, known: Mapping[str, str]) -> Iterator[Finding]:
    for key in _IGNORE_KEYS:
        if key in entry.values and not isinstance(entry.values[key], str):
            yield _wrong(entry, key, f"`{key}` is a text")
    if not entry.values.get("rule"):
        yield _wrong(entry, None, "this entry does not say which rule to ignore", "add `rule`, such as `B203`")
    elif fault := name_fault(str(entry.values["rule"]), known):
        yield _wrong(entry, "rule", *fault)
    if not entry.values.get("reason"):
        yield _wrong(entry, None, "nothing is ignored without a reason", "add `reason` and say why")


def _unknown(table: Table, known: tuple[str, ...], what: str) -> Iterator[Finding]:
    for key in table.values:
        if key not in known:
            near = nearest(key.replace("-", "_"), known)
            hint = f"did you mean `{near}`?" if near else f"there are {', '.join(known)}"
            place = table.source.key_place(key)
            yield UNKNOWN_KEY.on(place, f"“{key}” is not {what}", subject=Subject(place.file, key=key), hint=hint)


def _wrong(table: Table, key: str | None, message: str, hint: str = "") -> Finding:
    return WRONG_VALUE.at(table.source, key, message, hint=hint)
