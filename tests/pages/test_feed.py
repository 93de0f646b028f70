"""The Atom feed of releases: what a feed reader gets."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from tests.support.histories import LEDGER, VERSIONS, changed, with_history
from tests.support.playbooks import playbook
from tests.support.sites import site, site_of
from twolane.configuration.output_styles import LinkStyle

HISTORY = with_history()
ATOM = "{http://www.w3.org/2005/Atom}"
REQUIRED = ("id", "title", "updated")


def feed(files: dict[str, bytes] = HISTORY, **settings: object) -> ElementTree.Element:
    (file,) = site(files, **settings)["versions"].files
    assert file.path == "feed.xml"
    return ElementTree.fromstring(file.text.encode())


def texts(element: ElementTree.Element, tag: str) -> list[str]:
    return [each.text or "" for each in element.findall(f"{ATOM}{tag}")]


def links(element: ElementTree.Element) -> dict[str, str]:
    return {each.attrib["rel"]: each.attrib["href"] for each in element.findall(f"{ATOM}link")}


def test_everything_that_atom_wants_is_there() -> None:
    """Of the feed and of each entry: one id that is whole, a title, a time; an author; the newest release first."""
    root = feed()
    assert root.tag == f"{ATOM}feed"
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        assert [len(texts(element, tag)) for tag in REQUIRED] == [1, 1, 1]
        assert texts(element, "id")[0].startswith("urn:uuid:")
        assert links(element)["alternate"]
    assert [texts(entry, "title")[0] for entry in entries] == [
        f"New business {n}" for n in ("2.0.0", "1.1.1", "1.1.0", "1.0.0")
    ]
    assert texts(root, "updated") == texts(entries[0], "updated") == ["2026-10-01T00:00:00Z"]
    assert texts(root.findall(f"{ATOM}author")[0], "name") == ["Base playbook"]
    assert len({texts(each, "id")[0] for each in (root, *entries)}) == 5


def test_an_entry_says_what_changed_and_who_must_read_again() -> None:
    """A sentence a line, and the summary from the ledger."""
    entry = feed().findall(f"{ATOM}entry")[0]
    assert texts(entry, "summary") == ["The buyer names who signs."]
    lines = texts(entry, "content")[0].splitlines()
    assert lines[0] == "A deal now needs “Names who signs” before it leaves the stage “Decision”."
    assert lines[-1].startswith("Must read again: Sales representative")


def test_a_release_without_a_summary_has_none() -> None:
    """An empty one would be shown as an empty line."""
    entry = feed(changed(HISTORY, LEDGER, {"    summary: The buyer names who signs.\n": ""})).findall(f"{ATOM}entry")[0]
    assert texts(entry, "summary") == []
    assert texts(entry, "content")


def test_links_are_whole_addresses_where_the_site_has_one() -> None:
    """Otherwise they are relative to the feed, at the root of the site, which does not know where it is itself."""
    assert links(feed()) == {"alternate": "versions.html"}
    assert links(feed().findall(f"{ATOM}entry")[0]) == {"alternate": "new-business/versions.html#version-2.0.0"}
    root = feed(site_url="https://example.org/play/", links=LinkStyle.DIRECTORIES)
    assert links(root)["self"] == "https://example.org/play/feed.xml"
    entry = root.findall(f"{ATOM}entry")[0]
    assert links(entry) == {"alternate": "https://example.org/play/new-business/versions/#version-2.0.0"}


def test_ids_of_entries_stay() -> None:
    """Whatever the playbook is called, wherever it stands, and whatever is released later."""
    ids = [texts(each, "id")[0] for each in feed().findall(f"{ATOM}entry")]
    renamed = changed(HISTORY, "process/playbook.yml", {"title: Base playbook": "title: Another name"})
    moved = feed(renamed, site_url="https://example.org/")
    assert [texts(each, "id")[0] for each in moved.findall(f"{ATOM}entry")] == ids
    before = feed(with_history(*VERSIONS[:3]))
    assert [texts(each, "id")[0] for each in before.findall(f"{ATOM}entry")] == ids[1:]


def test_any_text_is_a_text() -> None:
    """What looks like markup stays as it was written; what no XML may hold is left out."""
    whole = playbook(HISTORY)
    hostile = "]]></summary><script>alert(1)</script> & a\x01b “x”"
    releases = tuple(replace_summary(each, hostile) for each in whole.releases["new-business"])
    made = site_of(replace(whole, releases={"new-business": releases}))
    root = ElementTree.fromstring(made["versions"].files[0].text.encode())
    assert texts(root.findall(f"{ATOM}entry")[0], "summary") == [hostile.replace("\x01", "")]


def test_names_in_a_sentence_stand_letter_for_letter() -> None:
    """Without the signs that make an id code, and with all signs of the names."""
    names = {"name: Decision": "name: Decision 2*3 <b>", "Names who signs": "Signs *5 & more"}
    (new,) = VERSIONS[3:]
    marked = replace(new, changes={old: _with(names, text) for old, text in new.changes.items()})
    lines = texts(feed(with_history(*VERSIONS[:3], marked)).findall(f"{ATOM}entry")[0], "content")[0].splitlines()
    assert lines[0] == "A deal now needs “Signs *5 & more” before it leaves the stage “Decision 2*3 <b>”."
    assert lines[1].startswith("The stage “Decision 2*3 <b>” has the new id decision (it was closing)")


def _with(names: dict[str, str], text: str) -> str:
    for old, new in names.items():
        text = text.replace(old, new)
    return text


def replace_summary(release: object, text: str) -> object:
    return release.model_copy(update={"summary": text})  # type: ignore[attr-defined]  # there is a release


def test_the_feed_is_the_same_in_each_build() -> None:
    """It holds no time but those of the releases."""
    assert site(HISTORY)["versions"].files == site(dict(HISTORY))["versions"].files


def test_without_a_release_there_is_no_feed() -> None:
    """A feed without an entry would have no time."""
    assert site({**HISTORY, LEDGER: b"releases: []\n"})["versions"].files == ()
