"""Finds and reads the files in which a playbook configures Twolane: `mkdocs.yml` and `pyproject.toml`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twolane.configuration.engine import USUAL, Engine, engine_of
from twolane.configuration.folder_names import NO_FOLDER_INSIDE, folder_inside, is_name
from twolane.findings import Finding
from twolane.loading.enclosure import Enclosure, unreadable
from twolane.loading.playbook_files import SHARED
from twolane.source import Source
from twolane.yaml_text.document import AT
from twolane.yaml_text.reading_rules import WRONG_VALUE
from twolane.yaml_text.refusals import LIMITS
from twolane.yaml_text.strict_yaml import read_document
from twolane.yaml_text.toml_text import read_toml

MKDOCS_FILES = ("mkdocs.yml", "mkdocs.yaml")
PYPROJECT = "pyproject.toml"
_PLUGIN = "twolane"
# Where MkDocs looks when its file does not say.
_MKDOCS_PAGES = "docs"
_BOTH_INSIDE = "put `mkdocs.yml` into the folder that holds both, and say there where the `definitions` are"
_TAG = re.compile(r"(?<=[\s\[,])![^\s,\]}]*")


@dataclass(frozen=True, slots=True)
class Table:
    """The options that one file gives, and where they stand."""

    values: Mapping[str, Any]
    source: Source

    @classmethod
    def of(cls, read: Mapping[str, Any]) -> Table:
        """The table of a mapping as a file was read, with its source under ``AT``."""
        return cls({name: value for name, value in read.items() if name != AT}, read[AT])

    def tables(self, key: str) -> Iterator[Table]:
        """The tables in the list ``key``; an entry that is none is left out."""
        listed = self.values.get(key)
        yield from (
            Table.of(entry) for entry in (listed if isinstance(listed, list) else ()) if isinstance(entry, dict)
        )

    def no_tables(self, key: str) -> list[int | None]:
        """The numbers of the entries in the list ``key`` that are no tables; ``None`` where it is no list."""
        listed = self.values.get(key, [])
        if not isinstance(listed, list):
            return [None]
        return [index for index, entry in enumerate(listed) if not isinstance(entry, dict)]


@dataclass(frozen=True, slots=True)
class ConfigFiles:
    """What the files say: their tables, the first of which goes before the second, and what is wrong with them.

    ``pages`` and ``site`` are the folders of the pages and of the site where `mkdocs.yml` decides that, else empty;
    ``engine`` what else that file says of the pages.
    """

    tables: tuple[Table, ...]
    pages: str
    site: str
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    engine: Engine = USUAL


def find_root(start: Path) -> Path | None:
    """The nearest folder from ``start`` upwards that holds a playbook; ``None`` where there is none."""
    here = start.resolve()
    return next((folder for folder in (here, *here.parents) if is_root(folder)), None)


def roots_below(folder: Path) -> list[Path]:
    """The playbooks in folders of ``folder`` and in folders of those, in alphabetical order, as far as any can be read.

    Hidden folders are left out, and so is what lies in one that is a playbook itself.
    """
    return sorted(_roots(folder, levels=2))


def _roots(folder: Path, levels: int) -> Iterator[Path]:
    with suppress(OSError):
        for each in folder.iterdir():
            if each.name.startswith(".") or not each.is_dir():
                continue
            if is_root(each):
                yield each
            elif levels > 1:
                yield from _roots(each, levels - 1)


def is_root(folder: Path) -> bool:
    """Whether there are definitions in ``folder``, or a file that configures Twolane."""
    definitions = folder / "process"
    if any(os.path.lexists(definitions / name) for name in SHARED) or any(definitions.glob("*/process.yml")):
        return True
    return any(_mentions_us(folder, name) for name in (*MKDOCS_FILES, PYPROJECT)) and bool(read(folder).tables)


def _mentions_us(folder: Path, name: str) -> bool:
    data = _content(folder, name, []) if (folder / name).is_file() else None
    return data is not None and _PLUGIN.encode() in data


def read(root: Path) -> ConfigFiles:
    """What the configuration files in ``root`` say; raises ``OSError`` where one cannot be read."""
    findings: list[Finding] = []
    mkdocs = next((name for name in MKDOCS_FILES if os.path.lexists(root / name)), "")
    found = {name: _content(root, name, findings) for name in (mkdocs, PYPROJECT)}
    return read_contents({name: data for name, data in found.items() if data is not None}, findings)


def read_contents(contents: Mapping[str, bytes], before: Iterable[Finding] = ()) -> ConfigFiles:
    """What configuration files with these contents say, by name; ``before`` is what is wrong with them already."""
    tables: list[Table] = []
    findings = list(before)
    texts: dict[str, str] = {}
    pages, site, engine = "", "", USUAL
    mkdocs = next((name for name in MKDOCS_FILES if name in contents), "")
    if mkdocs:
        document = read_document(mkdocs, _without_tags(contents[mkdocs]))
        texts[mkdocs] = document.text
        engine = engine_of(document)
        if isinstance(document.value, dict):
            table = Table.of(document.value)
            pages, site = _pages(table, findings), _site(table, findings)
            tables += _plugin_tables(document.value.get("plugins"), mkdocs)
        else:
            findings += document.findings
    if PYPROJECT in contents:
        toml = read_toml(PYPROJECT, contents[PYPROJECT], ("tool", "twolane"))
        texts[PYPROJECT] = toml.text
        findings += toml.findings
        tables += [Table.of(toml.value)] if isinstance(toml.value, dict) else []
    return ConfigFiles(tuple(tables), pages, site, tuple(findings), texts, engine)


def _pages(table: Table, findings: list[Finding]) -> str:
    """The folder of the pages; empty where it lies outside, since nothing of a machine is read but the playbook."""
    given = table.values.get("docs_dir") or _MKDOCS_PAGES
    # Of a list, as `!ENV` has it, MkDocs takes the last entry where no variable is set.
    folder = folder_inside(given[-1] if isinstance(given, list) else given)
    if not folder:
        message = NO_FOLDER_INSIDE.format("docs_dir")
        findings.append(WRONG_VALUE.at(table.source, "docs_dir", message, hint=_BOTH_INSIDE))
    return folder


def _site(table: Table, findings: list[Finding]) -> str:
    given = table.values.get("site_dir")
    if not isinstance(given, str):
        return ""
    if is_name(given):
        return given
    findings.append(WRONG_VALUE.at(table.source, "site_dir", "`site_dir` is the name of a folder"))
    return ""


def _content(root: Path, name: str, findings: list[Finding]) -> bytes | None:
    """What is in a file of the playbook's own folder; ``None`` where it is not there or must not be read."""
    path = root / name
    if not name or not os.path.lexists(path):
        return None
    refusal = Enclosure.of(root).refusal(path)
    if refusal:
        findings.append(unreadable(name, refusal))
        return None
    with path.open("rb") as file:
        return file.read(LIMITS.bytes + 1)


def _without_tags(data: bytes) -> bytes:
    """A text with blanks for its tags, such as `!ENV`: they belong to MkDocs, and our options have none."""
    return _TAG.sub(lambda match: " " * len(match[0]), data.decode("utf-8", "surrogateescape")).encode(
        "utf-8", "surrogateescape"
    )


def _plugin_tables(plugins: Any, file: str) -> Iterator[Table]:
    """The options of the plugin, which stands in a list or in a mapping of plugins."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if entry == _PLUGIN:
            yield Table({}, Source(file))
        elif isinstance(entry, dict) and _PLUGIN in entry:
            given = entry[_PLUGIN]
            table = Table.of(given) if isinstance(given, dict) else Table({}, Source(file))
            # `enabled` is MkDocs' own.
            yield Table({key: each for key, each in table.values.items() if key != "enabled"}, table.source)
