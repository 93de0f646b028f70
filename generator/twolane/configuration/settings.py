"""What a playbook says about itself to the program: its folders, when a check fails, what is ignored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from twolane.configuration import config_files
from twolane.configuration.config_files import NO_FOLDER_INSIDE, Table
from twolane.configuration.engine import USUAL, Engine
from twolane.configuration.folder_names import folder_inside, is_name
from twolane.findings import Finding, in_reading_order
from twolane.loading.ignores import PathIgnore, name_fault
from twolane.wording.did_you_mean import nearest
from twolane.yaml_text.reading_rules import UNKNOWN_KEY, WRONG_VALUE

NEVER = "never"
FAIL_ON = ("error", "warning", "advice", NEVER)
"""The least severe finding that makes a check fail."""
OPTIONS = (
    *("definitions", "pages", "templates", "fail_on", "as_of", "audience", "compare_releases", "compare"),
    "ignore",
)
"""Every option, by the name that it has in `pyproject.toml` and at the plugin in `mkdocs.yml`."""
MOST = 20
"""The most releases of a process that a site can keep: each of them is compared with each other one."""
_IGNORE_KEYS = ("rule", "path", "reason")


@dataclass(frozen=True, slots=True)
class Settings:
    """The wishes of a playbook; the folders are relative to ``root``.

    ``as_of`` is the day on which the playbook is judged, ``None`` for today; ``audience`` the one whom the site is
    for, empty for the house itself. ``compare_releases`` is how many releases of a process the site keeps to read
    and compare; ``compare`` the version that a preview is compared with, empty where the site is none. ``engine`` is
    what `mkdocs.yml` says of addresses; ``site`` the folder that the site goes into unless a command names another.
    """

    root: Path
    definitions: str = "process"
    pages: str = "playbook"
    templates: str = "site_templates"
    fail_on: str = "error"
    as_of: date | None = None
    audience: str = ""
    ignore: tuple[PathIgnore, ...] = ()
    compare_releases: int = 5
    compare: str = ""
    engine: Engine = field(default=USUAL, compare=False)
    site: str = "site"


@dataclass(frozen=True, slots=True)
class Configured:
    """Settings, what is wrong with the files that they come from, and the texts of those."""

    settings: Settings
    findings: tuple[Finding, ...] = ()
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def read_settings(root: Path, known: Mapping[str, str]) -> Configured:
    """The settings of the playbook at ``root``, from `mkdocs.yml` and `pyproject.toml`.

    Where both give an option `mkdocs.yml` holds, as it makes the site; what they ignore adds up. ``known``
    leads from each code and slug of a rule to the code. Raises ``OSError`` where a file cannot be read.
    """
    configuration = config_files.read(root)
    findings = list(configuration.findings)
    options: dict[str, object] = {}
    ignore: tuple[PathIgnore, ...] = ()
    for table in configuration.tables:
        findings += _unknown(table, OPTIONS, "an option of Twolane")
        given = dict(_options(table, findings))
        ignore += tuple(_ignores(table, known, findings))
        options = {**given, **options}
    engines = {"pages": configuration.pages, "site": configuration.site}
    folders = {name: folder for name, folder in engines.items() if folder}
    settings = Settings(root, **{**options, **folders, "ignore": ignore, "engine": configuration.engine})  # type: ignore[arg-type]  # each was checked
    return Configured(settings, tuple(in_reading_order(findings)), configuration.texts)


def _options(table: Table, findings: list[Finding]) -> Iterator[tuple[str, object]]:
    for name in ("definitions", "pages", "templates"):
        if name in table.values:
            yield from _folder(table, name, findings)
    if "fail_on" in table.values:
        if table.values["fail_on"] in FAIL_ON:
            yield "fail_on", table.values["fail_on"]
        else:
            findings.append(_wrong(table, "fail_on", f"`fail_on` is one of {', '.join(FAIL_ON)}"))
    if "as_of" in table.values:
        day = parse_day(table.values["as_of"])
        if day is None:
            findings.append(_wrong(table, "as_of", "`as_of` is a day such as 2026-10-01"))
        else:
            yield "as_of", day
    yield from _text(table, "audience", "`audience` is the name of one audience", findings)
    yield from _text(table, "compare", "`compare` names a version, such as main", findings)
    if "compare_releases" in table.values:
        number = parse_number(table.values["compare_releases"])
        if number is None:
            findings.append(_wrong(table, "compare_releases", f"`compare_releases` is a number from 0 to {MOST}"))
        else:
            yield "compare_releases", number


def _text(table: Table, name: str, message: str, findings: list[Finding]) -> Iterator[tuple[str, str]]:
    if is_name(table.values.get(name, "")):
        yield from ((name, table.values[name]),) if name in table.values else ()
    else:
        findings.append(_wrong(table, name, message))


def parse_number(value: object) -> int | None:
    """How many releases ``value`` says, 0 to ``MOST``; ``None`` where it says something else."""
    text = str(value)
    return int(text) if text.isdecimal() and len(text) < 3 and int(text) <= MOST else None


def parse_day(value: object) -> date | None:
    """The day that ``value`` names as in 2026-10-01; ``None`` where it names none."""
    try:
        return date.fromisoformat(str(value)) if len(str(value)) == len("2026-10-01") else None
    except ValueError:
        return None


def _folder(table: Table, name: str, findings: list[Finding]) -> Iterator[tuple[str, str]]:
    folder = folder_inside(table.values[name])
    if folder:
        yield name, folder
    else:
        findings.append(_wrong(table, name, NO_FOLDER_INSIDE.format(name)))


def _ignores(table: Table, known: Mapping[str, str], findings: list[Finding]) -> Iterator[PathIgnore]:
    for entry in table.tables("ignore"):
        faults = [*_unknown(entry, _IGNORE_KEYS, "a part of an ignore entry"), *_ignore_faults(entry, known)]
        findings += faults
        if not faults:
            given = {key: str(value) for key, value in entry.values.items()}
            yield PathIgnore(**given, place=entry.source.element())
    for index in table.no_tables("ignore"):
        message = "an entry of `ignore` has a `rule`, a `reason` and, where it is not about everything, a `path`"
        findings.append(WRONG_VALUE.at(table.source, "ignore", message, index=index))


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
            yield UNKNOWN_KEY.on(place, f"{place.file}/{key}", f"“{key}” is not {what}", hint=hint)


def _wrong(table: Table, key: str | None, message: str, hint: str = "") -> Finding:
    return WRONG_VALUE.at(table.source, key, message, hint=hint)
