"""The manual's table of files and keys, by which somebody judges the format, is that of the schemas."""

from __future__ import annotations

import re

import pytest

from tests.support.documents import rows
from twolane.definition_format.format_files import file_names, files
from twolane.definition_format.format_values import Mapping

ROWS = rows("docs/getting-started.md", "file, and where in it")


def names(cell: str) -> list[str]:
    """The names that a cell shows as code."""
    return re.findall(r"`([^`]+)`", cell)


def mapping(cell: str) -> Mapping:
    """The group of keys that a row's first cell names: those at the top of a file, or where some keys lead."""
    name, *way = names(cell)
    (file,) = (each for each in files() if each.name == name)
    (found,) = (each for each in file.mappings if (way[0] in each.ways if way else not each.ways))
    return found


def test_table_has_every_file() -> None:
    """No kind of file is left out, and there is none that does not exist."""
    assert {names(cell)[0] for cell in ROWS} == set(file_names())


@pytest.mark.parametrize("cell", ROWS)
def test_row_has_keys_of_the_format(cell: str) -> None:
    """Each key of a row exists there; what must be there is shown, in bold, and nothing else is bold."""
    shown, keys = ROWS[cell].rpartition(" | ")[2], mapping(cell).keys
    assert set(names(shown)) <= {key.name for key in keys}
    assert re.findall(r"\*\*`(\w+)`\*\*", shown) == [key.name for key in keys if key.required]
