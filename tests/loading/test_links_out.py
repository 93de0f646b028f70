"""Links are followed inside the playbook and nowhere else, on the disk and in a commit alike."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.support.commands import Answer, twolane, write_playbook
from tests.support.playbooks import AS_OF, base_files
from tests.support.repositories import repository
from twolane.build import build_site
from twolane.configuration.settings import Settings
from twolane.history.release_specs import ReleaseSpec
from twolane.history.versions import NoSuchVersion, at_path, at_revision, released, working_copy
from twolane.loading.folder import load_folder
from twolane.site.template_folders import folders_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there that few have")

SECRET = "SECRET=abc"
OUT = "it is a link that leads out of the playbook, so it is neither read nor published"
NOWHERE = "it is a link that leads nowhere"
CIRCLE = "it is a link that leads back to where it stands"
GLOSSARY = "process/glossary.yml"
ACTUALS = "process/new-business/actuals.csv"
PROCESS = "process/new-business/process.yml"
RELEASES = "process/new-business/releases"
OLD = "new-business/releases/1.0.0.yml"


@dataclass(frozen=True)
class Linked:
    """Links by path and target, what is refused by path, and further files that are read and pages that there are."""

    links: dict[str, str]
    refused: dict[str, str] = field(default_factory=dict)
    read: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


CASES = {
    "a file out": Linked({GLOSSARY: "../../secret.txt"}, {GLOSSARY: OUT}),
    "a file out by its whole path": Linked({GLOSSARY: "/etc/passwd"}, {GLOSSARY: OUT}),
    "out of the playbook in the same repository": Linked({GLOSSARY: "../../shared/glossary.yml"}, {GLOSSARY: OUT}),
    "a chain out": Linked({GLOSSARY: "../a", "a": "more/b", "more/b": "../../secret.txt"}, {GLOSSARY: OUT}),
    "a chain inside": Linked({GLOSSARY: "a.lnk", "process/a.lnk": "../more/terms.yml"}, read=("glossary.yml",)),
    "nowhere": Linked({GLOSSARY: "gone.yml"}, {GLOSSARY: NOWHERE}),
    "to itself": Linked({GLOSSARY: "glossary.yml"}, {GLOSSARY: CIRCLE}),
    "to each other": Linked(
        {GLOSSARY: "segments.yml", "process/segments.yml": "glossary.yml"},
        {GLOSSARY: CIRCLE, "process/segments.yml": CIRCLE},
    ),
    "a process out": Linked({"process/other": "../../shared"}, {"process/other": OUT}),
    "a process inside": Linked(
        {"process/other": "new-business"}, read=("other/process.yml", "other/releases.yml", "other/releases/1.0.0.yml")
    ),
    "figures out": Linked({ACTUALS: "../../../secret.txt"}, {ACTUALS: OUT}),
    "a frozen copy out": Linked({f"process/{OLD}": "../../../../secret.txt"}, {f"process/{OLD}": OUT}),
    "frozen copies out": Linked({RELEASES: "../../../shared"}, {RELEASES: OUT}),
    "a folder into itself": Linked({"process/new-business/again": "."}, {"process/new-business/again": CIRCLE}),
    "folders into each other": Linked(
        {"process/new-business/up": "..", "playbook/en/fr": "../fr", "playbook/fr/en": "../en"},
        {"process/new-business/up": CIRCLE, "playbook/en/fr/en": CIRCLE, "playbook/fr/en/fr": CIRCLE},
        pages=("en/fr/a.md", "fr/en/a.md"),
    ),
    "a page out": Linked({"playbook/leak.md": "../../secret.txt"}, {"playbook/leak.md": OUT}),
    "pages out": Linked({"playbook/leak": "../../shared"}, {"playbook/leak": OUT}),
    "pages twice": Linked({"playbook/de": "en", "playbook/it": "en"}, pages=("de/a.md", "it/a.md")),
    "a page inside": Linked({"playbook/copy.md": "en/a.md"}, pages=("copy.md",)),
    "hidden": Linked({"process/.glossary.yml": "/etc/passwd", "playbook/.#index.md": "ada@host.1"}),
}  # fmt: skip
FILES = {
    "playbook/index.md": b"# Home\n",
    "playbook/en/a.md": b"# A\n",
    "playbook/fr/a.md": b"# A\n",
    "more/terms.yml": b"terms: []\n",
    "process/new-business/releases.yml": b"releases: []\n",
    f"process/{OLD}": b"id: new-business\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A playbook beside a secret and a folder that others share."""
    write_playbook(tmp_path, {"secret.txt": SECRET.encode(), "shared/glossary.yml": b"terms: []\n"})
    write_playbook(tmp_path, {"shared/process.yml": b"id: shared\n", "shared/1.0.0.yml": b"id: shared\n"})
    return write_playbook(tmp_path / "pb", base_files() | FILES)


def link(root: Path, links: dict[str, str]) -> None:
    """Puts links in the place of whatever was there."""
    for path, target in links.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir():
            for file in place.iterdir():
                file.unlink()
            place.rmdir()
        place.unlink(missing_ok=True)
        place.symlink_to(target)


def expected_files(root: Path, case: Linked) -> set[str]:
    """The paths of the definitions that are read."""
    plain = {path.removeprefix("process/") for path in base_files() | FILES if path.startswith("process/")}
    gone = {path for path in plain if any(f"process/{path}/".startswith(f"{each}/") for each in case.refused)}
    return (plain - gone) | set(case.read)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_on_the_disk(case: Linked, root: Path) -> None:
    """What is refused is a finding with file and advice; it is neither read nor counted among the pages."""
    link(root, case.links)
    loaded = load_folder(root)
    told = {each.place.file: each.message for each in loaded.findings if each.hint and " is a link " in each.message}
    assert told == {path: reason.replace("it is", "this is", 1) for path, reason in case.refused.items()}
    assert not any(SECRET in text for text in loaded.texts.values())
    assert loaded.playbook is not None
    assert loaded.playbook.pages == {"index.md", "en/a.md", "fr/a.md", *case.pages}
    assert set(working_copy(Settings(root)).files) == expected_files(root, case)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_in_a_commit(case: Linked, root: Path) -> None:
    """A commit gives the same files, pages and refusals as the disk, also where it holds what a link leads to."""
    link(root, case.links)
    repository(root.parent)
    found, disk = at_revision("main", Settings(root)), working_copy(Settings(root))
    assert (dict(found.files), found.pages, dict(found.unread)) == (dict(disk.files), disk.pages, dict(disk.unread))


def test_whole_folder_out(root: Path) -> None:
    """Where the definitions' folder itself is a link that leads out, this is all that is said."""
    (root / "process").rename(root.parent / "elsewhere")
    (root / "process").symlink_to("../elsewhere")
    answer = twolane("check", folder=root)
    assert (answer.code, answer.output) == (3, "")
    assert answer.errors == (
        "process:1:1: error D001 unreadable\n"
        f"    {OUT.replace('it is', 'this is', 1)}\n"
        "  = help: put a copy of what it leads to in its place, or take the link out\n\n"
        "Nothing in DIR/process can be read.\n"
    )


def test_playbook_that_is_reached_through_a_link(root: Path) -> None:
    """Whoever keeps the whole playbook elsewhere, and goes there through a link, notices nothing."""
    (root.parent / "here").symlink_to("pb")
    assert load_folder(root.parent / "here").findings == load_folder(root).findings
    (root / "mkdocs.yml").write_text("site_name: Ours\ndocs_dir: playbook\nplugins: [twolane]\n")
    assert twolane("check", folder=root.parent / "here") == twolane("check", folder=root)


@pytest.mark.parametrize("folder", ["../docs", "DIR/docs", "/", "playbook/../../docs"])
@pytest.mark.parametrize("command", [("check",), ("diff", "HEAD"), ("build",), ("pages", "made")], ids=" ".join)
def test_pages_that_the_configuration_puts_elsewhere(command: tuple[str, ...], folder: str, root: Path) -> None:
    """A folder of pages out of the playbook is told at the place that names it; nothing in it is read or published."""
    write_playbook(root.parent, {"docs/leak.md": f"---\nowner: {SECRET}\n---\n".encode()})
    text = f"site_name: Ours\ndocs_dir: {folder.replace('DIR', str(root.parent))}\nplugins: [twolane]\n"
    (root / "mkdocs.yml").write_text(text)
    repository(root.parent)
    before = sorted(root.parent.rglob("*"))
    answer = twolane(*command, folder=root)
    assert (answer.code, answer.output) == (2, "")
    assert answer.errors.startswith(
        "mkdocs.yml:2:11: error D005 wrong-value\n    `docs_dir` is the name of a folder in the playbook's own folder\n"
    )
    assert SECRET not in answer.errors
    assert sorted(root.parent.rglob("*")) == before


def test_pages_beside_the_definitions(root: Path) -> None:
    """Whoever keeps pages beside the playbook gets both into one by a file above them, as the advice says."""
    write_playbook(root.parent, {"docs/index.md": b"# Ours\n"})
    (root / "process" / OLD).unlink()
    text = "docs_dir: docs\nplugins:\n  - twolane: {definitions: pb/process}\n"
    (root.parent / "mkdocs.yml").write_text(text)
    assert twolane("check", folder=root.parent).code == 0


@pytest.mark.parametrize("name", ["mkdocs.yml", "pyproject.toml"])
def test_configuration_out(name: str, root: Path) -> None:
    """A configuration file that is a link out stops every command, and nothing of it is shown."""
    (root.parent / "secret.txt").write_text("twolane = [SECRET")
    (root / name).symlink_to("../secret.txt")
    answer = twolane("check", folder=root)
    assert answer.code == 2
    assert f"{name}:1:1: error D001 unreadable\n    this is a link that leads out of the playbook" in answer.errors
    assert "SECRET" not in answer.errors


def test_baseline_out(root: Path) -> None:
    """A baseline that is a link out is neither read nor quoted."""
    (root / "known.yml").symlink_to("../secret.txt")
    answer = twolane("check", "--baseline", "known.yml", folder=root)
    assert answer == Answer(
        2, "", "known.yml is a link that leads out of the playbook, so it is neither read nor written.\n"
    )


def test_version_that_is_a_link_out(root: Path) -> None:
    """A release or a file that somebody names is refused where it is a link out."""
    link(root, {f"process/{OLD}": "../../../../shared/1.0.0.yml", PROCESS: "../../../secret.txt"})
    for found, name in (
        (lambda: released(ReleaseSpec("new-business", "1.0.0"), Settings(root)), f"process/{OLD}"),
        (lambda: at_path(root / PROCESS), f"{root}/{PROCESS}"),
        (lambda: at_path(root / "process/new-business"), f"{root}/{PROCESS}"),
    ):
        with pytest.raises(NoSuchVersion, match="is not read: it is a link that leads out") as raised:
            found()
        assert str(raised.value).startswith(name)


def test_folders_linked_manifold(root: Path) -> None:
    """Folders whose links multiply are listed a hundred times at most, and then said to be too many."""
    for level in range(30):
        folder = root / f"playbook/{level}"
        folder.mkdir()
        for name in "ab":
            (folder / name).symlink_to(f"../{level + 1}")
    (root / "playbook/30").mkdir()
    loaded = load_folder(root)
    told = [each for each in loaded.findings if each.message == "too many links lead to this folder"]
    assert told
    assert len(told) < 10_000


def test_folders_far_down(root: Path) -> None:
    """Of a hundred folders in each other, or that are linked in a row, disk and commit list the same few levels."""
    for level in range(120):
        folder = root / f"playbook/row/{level}"
        folder.mkdir(parents=True)
        (folder / "a.md").write_text("# A\n")
        (folder / "next").symlink_to(f"../{level + 1}")
    (root / "playbook/row/120").mkdir()
    deep = root / "playbook" / "/".join("d" * 60)
    deep.mkdir(parents=True)
    for folder in (deep, *deep.parents[:60]):
        (folder / "b.md").write_text("# B\n")
    repository(root.parent)
    found, disk = at_revision("main", Settings(root)), working_copy(Settings(root))
    assert found.pages == disk.pages
    assert max(path.count("/") for path in found.pages) == 49
    assert twolane("diff", "main", folder=root).code == 0


def test_links_of_many_letters(root: Path) -> None:
    """A commit can hold a link that no disk takes; it leads nowhere."""
    made = repository(root.parent)
    made.git("rm", "--quiet", "--cached", f"pb/{GLOSSARY}")
    (root.parent / "way").write_text("./" * 100_000 + "../more/terms.yml")
    written = made.git("hash-object", "-w", "way").strip()
    made.git("update-index", "--add", "--cacheinfo", f"120000,{written},pb/{GLOSSARY}")
    made.git("commit", "--quiet", "--message", "Link")
    assert at_revision("main", Settings(root)).unread == {"glossary.yml": NOWHERE}


def test_folders_whose_names_begin_with_two_dots(root: Path) -> None:
    """They lie inside like any other: links in them are followed, in a commit too."""
    (root / "playbook").rename(root / "..notes")
    link(root, {"..notes/de": "en"})
    repository(root.parent)
    settings = Settings(root, pages="..notes")
    assert working_copy(settings).pages == {"index.md", "en/a.md", "fr/a.md", "de/a.md"}
    assert at_revision("main", settings).pages == working_copy(settings).pages


def test_templates_out(root: Path) -> None:
    """Templates, style sheets and scripts out of the playbook are findings; ours are used in their place."""
    (root / "site_templates/assets").mkdir(parents=True)
    (root / "shade.css").write_text("body { color: teal }")
    link(
        root,
        {
            "site_templates/glossary.html": "../../secret.txt",
            "site_templates/assets/out.css": "../../../secret.txt",
            "site_templates/assets/in.css": "../../shade.css",
        },
    )
    settings = Settings(root, as_of=AS_OF)
    site = build_site(settings)
    refused = ["site_templates/assets/out.css", "site_templates/glossary.html"]
    assert [each.place.file for each in site.findings if each.rule.code == "D001"] == refused
    assert not any(SECRET in each.body for each in site.pages)
    own = folders_of(settings)[0]
    assert (own.file("assets/in.css"), own.file("assets/out.css")) == (root / "site_templates/assets/in.css", None)


def test_published_pages(root: Path) -> None:
    """`twolane pages` copies what links inside lead to, hidden files too, and nothing from outside; no link stays."""
    link(root, {"playbook/leak.md": "../../secret.txt", "playbook/out": "../../shared", "playbook/de": "en"})
    (root / "playbook/.nojekyll").touch()
    os.mkfifo(root / "playbook/pipe.md")
    answer = twolane("pages", "../made", "--fail-on", "never", folder=root)
    assert answer.code == 0
    made = root.parent / "made"
    assert not [
        each for each in made.rglob("*") if each.is_symlink() or (each.is_file() and SECRET in each.read_text())
    ]
    assert (made / "de/a.md").read_text() == "# A\n"
    assert (made / ".nojekyll").exists()
    assert not any((made / name).exists() for name in ("leak.md", "out", "pipe.md"))
