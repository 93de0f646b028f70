"""The reference of the format describes each key of the schemas, and what it shows can be written that way."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.loading.test_schema import check_jsonschema
from tests.support.playbooks import base_files
from tests.support.sites import OnDemand, Read, read, site
from twolane.definition_format.format_files import files
from twolane.definition_format.format_words import PRINCIPLES
from twolane.definition_format.yaml_examples import document, shown
from twolane.links.finished_page import Page
from twolane.loading.json_schemas import names, schemas
from twolane.loading.playbook_files import OF_A_PROCESS, SHARED
from twolane.loading.validation import validate
from twolane.loading.written_pages import read_pages
from twolane.model.releases import Actual
from twolane.yaml_text.document import Document
from twolane.yaml_text.strict_yaml import read_document

SITE = OnDemand(lambda: site(base_files()))


@cache
def bodies() -> dict[str, Read]:
    """The pages of the reference, as a browser reads them."""
    return {path: read(page.body) for path, page in of_reference(SITE)}


def of_reference(pages: Mapping[str, Page]) -> Iterator[tuple[str, Page]]:
    return ((path, page) for path, page in pages.items() if path.startswith("reference/"))


def mappings(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The properties of a schema's own mapping, and of each of its definitions."""
    yield "file", (schema.get("anyOf") or [schema])[0]
    yield from schema.get("definitions", {}).items()


@pytest.mark.parametrize("name", names())
def test_every_key_of_the_schema_is_described(name: str) -> None:
    """Each key has a place of its own on the page of its file, and stands in the text that search looks through."""
    described = {
        key.anchor for file in files() if file.schema.endswith(f"/{name}.json") for m in file.mappings for key in m.keys
    }
    wanted = [key for _, schema in mappings(schemas()[name]) for key in schema["properties"]]
    assert len(described) == len(wanted)
    assert described <= set(bodies()[f"reference/{name}"].ids)
    found = " ".join(f"{entry.title} {entry.text}" for entry in SITE[f"reference/{name}"].search).split()
    assert set(wanted) <= set(found)


def test_rows_of_actuals_are_described() -> None:
    """The columns of actuals.csv are described in the order in which a file has them."""
    (keys,) = (mapping.keys for file in files() if file.name == "actuals.csv" for mapping in file.mappings)
    assert [key.name for key in keys] == [name for name in Actual.model_fields if name != "at"]
    assert all(key.means and key.example for key in keys)


def test_front_matter_of_pages_is_described() -> None:
    """The keys that a page written by hand says of itself, and an example that reads as one without a finding."""
    (file,) = (each for each in files() if each.name == "page.md")
    (keys,) = (mapping.keys for mapping in file.mappings)
    assert [key.name for key in keys] == ["owner", "review_by", "status", "audience"]
    found = read_pages({"page.md": file.example.encode()}, "playbook")
    assert found.findings == ()
    facts = found.pages[0].facts
    assert (facts.owner, facts.status, facts.audience) == ("sales-director", "active", ("internal", "partner"))
    assert "All other keys are left to MkDocs" in bodies()["reference/page"].text


def test_links_lead_to_places_that_are_there() -> None:
    """Each link from one page of the reference to another finds its page and its place there."""
    for path, body in bodies().items():
        for href in body.hrefs:
            target, _, anchor = href.partition("#")
            page = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else f"{path}.html"
            assert anchor in ("", *bodies()[page.removesuffix(".html")].ids), (path, href)


@pytest.mark.parametrize("name", names())
def test_example_can_be_written(name: str, tmp_path: Path) -> None:
    """The example on a page reads without a finding, and fits the schema of its kind of file."""
    (file,) = (each for each in files() if each.name == f"{name}.yml")
    read_back = read_document(file.name, file.example.encode())
    model, _ = {**SHARED, **OF_A_PROCESS}[file.name]
    _, findings = validate(Document(file.name, file.example, read_back.value), model)
    assert [each.message for each in (*read_back.findings, *findings)] == []
    (tmp_path / file.name).write_text(file.example, "utf-8")
    (tmp_path / "schema.json").write_text(json.dumps(schemas()[name]), "utf-8")
    assert check_jsonschema(tmp_path / "schema.json", [tmp_path / file.name]) == {}


@pytest.mark.parametrize("name", names())
def test_example_shows_every_key(name: str) -> None:
    """No key of a file is missing from its example."""
    (file,) = (each for each in files() if each.name == f"{name}.yml")
    keys = {key.name for mapping in file.mappings for key in mapping.keys}
    shown_keys = {line.strip().removeprefix("- ").partition(":")[0] for line in file.example.splitlines()}
    # A strength, a weakness, an opportunity and a threat look alike, so one of them is shown.
    assert keys - shown_keys <= {"strengths", "opportunities", "threats"}


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("stage--serves", "a list of ids of buyer steps; one alone needs no list"),
        ("stage--exit", "a list of exit criteria"),
        ("stage--probability", "a number from 0 to 100"),
        ("step--responsible", "the id of a role"),
        ("step--autonomy", "one of these"),
        ("step--how", "text (Markdown)"),
        ("need--from", "a number, 0 or more; decimals are fine"),
        ("file--renamed-from", "new ids, each with the old id that it replaces"),
        ("file--buyer", "keys of its own: buyer"),
        ("file--effective", "a date, such as 2026-10-01"),
        ("exit-criterion--required", "true or false"),
        ("step--required", "true or false"),
    ],
)
def test_what_a_key_takes_in_plain_words(key: str, words: str) -> None:
    """What may stand behind a key is said in words of people, with links to what is meant."""
    (file,) = (each for each in files() if each.name == "process.yml")
    (found,) = (each.takes for mapping in file.mappings for each in mapping.keys if each.anchor == key)
    said = " ".join(filter(None, (found.before, " or ".join(ref.text for ref in found.refs))))
    assert f"{said}{found.after}" == words


def test_every_principle_has_its_source() -> None:
    """P1 to P17 are explained in order, each with the text that it comes from."""
    assert [number for number, _, _ in PRINCIPLES] == [f"P{number}" for number in range(1, 18)]
    assert all(says.endswith(".") and source for _, says, source in PRINCIPLES)
    assert bodies()["reference/principles"].text.count("(20") >= 5


def test_examples_are_quoted_where_yaml_asks_for_it() -> None:
    """A text that YAML would take for something else gets quotes, any other stays as people write it."""
    assert shown("Step 2: the visit") == '"Step 2: the visit"'
    assert shown(["a,b", "c"]) == '["a,b", c]'
    assert shown("4.2 M EUR") == "4.2 M EUR"
    assert shown(["Nobody comes to look, after all", "Its price"]) == "- Nobody comes to look, after all\n- Its price"
    assert document({"a": [{"b": ["long " * 10, "text " * 11]}]}).count("\n") == 4


def test_the_same_for_every_playbook() -> None:
    """A playbook's own words do not change the reference."""
    files = base_files()
    files["process/playbook.yml"] = b"title: Another\n"
    assert dict(of_reference(site(files))) == dict(of_reference(SITE))
