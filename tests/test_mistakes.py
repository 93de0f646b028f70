"""Mistakes put into a playbook that is not the example: each is told once, where it stands, with all others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cases import read_case, with_expected
from tests.support.playbooks import AS_OF, CASES, FOREIGN, base_files, checked, report
from tests.support.sites import SETTINGS
from twolane.build import build_pages, check, context_of
from twolane.configuration.settings import Settings
from twolane.loading.folder import load_folder
from twolane.model.selling import Asset
from twolane.reports import text

FILES = sorted((CASES / "mistakes").rglob("*.case"))
ROLES, TERMS = "process/roles.yml", "process/glossary.yml"


def test_foreign_playbook_is_clean() -> None:
    """A playbook that was written from the description of the format alone has no findings at all."""
    assert report(base_files(FOREIGN)) == ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_mistake(path: Path, request: pytest.FixtureRequest) -> None:
    """The report of the playbook with the mistakes is the one in the case, letter for letter."""
    case = read_case(path, FOREIGN)
    found = case.report()
    if request.config.getoption("--update-cases"):
        path.write_text(with_expected(path.read_text("utf-8"), found), "utf-8")
        return
    assert case.about
    assert found == case.expected


def test_a_key_that_is_like_no_other_is_answered_with_all_that_there_are() -> None:
    """Cases name the element in the place of its keys; this is what is said in full."""
    *keys, last = (info.alias or name for name, info in Asset.model_fields.items() if name != "at")
    case = read_case(CASES / "mistakes" / "single" / "key-asset.case", FOREIGN)
    assert f"= help: known keys are {', '.join(keys)} and {last}\n" in report(case.files)
    assert "= help: known keys are ALL OF Asset\n" in case.report()


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "combined"], ids=lambda path: path.stem)
def test_pages_all_the_same(path: Path) -> None:
    """A playbook with several mistakes still becomes pages, so that whoever writes sees them while they write."""
    assert build_pages(checked(read_case(path, FOREIGN).files), SETTINGS)


@pytest.mark.parametrize(
    ("file", "data", "expected"),
    [
        pytest.param(
            ROLES,
            b"roles: []\n" + b"# x\n" * 800_000,
            "process/roles.yml:1:1: error D001 unreadable\n"
            "    the file is larger than 2 MiB, the most that is read\n"
            "  = help: split it, or keep long texts as pages of the playbook\n",
            id="3 MiB",
        ),
        pytest.param(
            ROLES,
            bytes(range(256)) * 40,
            "process/roles.yml:1:1: error D001 unreadable\n"
            "    this is not a text file\n"
            "  = help: put a text file in its place; perhaps a document or a picture was saved under this name\n",
            id="binary",
        ),
        pytest.param(
            TERMS,
            b"PK\x03\x04" + bytes(range(200)),
            "process/glossary.yml:1:1: error D001 unreadable\n"
            "    this is not a text file\n"
            "  = help: put a text file in its place; perhaps a document or a picture was saved under this name\n",
            id="document",
        ),
        pytest.param(
            TERMS,
            b"terms:\n" + b"  - x\n" * 200_000,
            "process/glossary.yml:99999:5: error D001 unreadable\n"
            "    the file holds more than 100,000 values, counting what its aliases repeat\n"
            "      |\n"
            "99999 |   - x\n"
            "      |     ^\n"
            "      = help: split it, or take out the aliases (“*name”)\n",
            id="200,000 lines",
        ),
        pytest.param(
            TERMS,
            b"\n".join(b" " * level + b"a:" for level in range(80)),
            "process/glossary.yml:51:51: error D001 unreadable\n"
            "    more than 50 levels are nested in each other here\n"
            "   |\n"
            "51 |                                                   a:\n"
            "   |                                                   ^\n"
            "   = help: write it flatter; the format needs no more than a dozen\n",
            id="80 levels",
        ),
    ],
)
def test_file_of_no_use(file: str, data: bytes, expected: str) -> None:
    """A file that nobody can use is told in one finding, and nothing that follows from its absence."""
    assert report({**base_files(FOREIGN), file: data}) == expected


@pytest.mark.parametrize(
    ("terms", "place"),
    [
        (b"terms: " + b"[" * 60_000, "1:57"),
        (b"terms: " + b"{a: " * 3_000, "1:204"),
        (b"terms:\n  - [a, {b: " + b"[" * 1_200, "2:59"),
        (b"terms:\n  " + b"- " * 3_000, "2:101"),
    ],
    ids=["brackets", "braces", "below a list", "dashes"],
)
def test_brackets_without_end(terms: bytes, place: str) -> None:
    """Thousands of levels are told where the fifty-first opens, however many the parser looks ahead and takes."""
    found = report({**base_files(FOREIGN), TERMS: terms})
    assert found.startswith(f"process/glossary.yml:{place}: error D001 unreadable\n    more than 50 levels are nested")
    assert found.count("error") == 1


def test_giant_cell() -> None:
    """A cell of the figures may be as long as it likes."""
    cells = b'period,stage,entered,advanced,lost,no_decision\n2026-07,survey,20,12,5,"' + b"3" * 200_000 + b'"\n'
    found = report({**base_files(FOREIGN), "process/new-hospital/actuals.csv": cells})
    assert "Traceback" not in found


@pytest.mark.parametrize("name", ["roles.yml", "ward-growth/process.yml"])
def test_folder_instead_of_a_file(tmp_path: Path, name: str) -> None:
    """A folder that is called like a file is told as such, and its content is not missed a second time."""
    for file, data in base_files(FOREIGN).items():
        target = tmp_path / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (tmp_path / "process" / name).unlink()
    (tmp_path / "process" / name).mkdir()
    loaded = load_folder(tmp_path)
    found = check(loaded, context_of(loaded, Settings(tmp_path, as_of=AS_OF))).findings
    assert text.render(found, {}) == (
        f"process/{name}:1:1: error D001 unreadable\n"
        "    this file cannot be read: is a directory\n"
        "  = help: see that it is a file, and that you may read it\n"
    )
