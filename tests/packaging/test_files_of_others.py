"""The files of others are taken only at their pinned hash, kept while unchanged, missed in plain words."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest

import hatch_build
from bootstrap import npm_files
from twolane import third_party

MERMAID, _, FONT = hatch_build.PACKAGES


def npm_package(folder: Path, files: dict[str, bytes]) -> tuple[Path, str]:
    """An archive as npm packs them, and its integrity hash."""
    path = folder / "package.tgz"
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return path, "sha512-" + base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()


def checkout(folder: Path, integrity: str) -> Path:
    """A source tree whose lock pins Mermaid 11.17.2 at this hash."""
    entry = {"version": "11.17.2", "integrity": integrity}
    lock = {"packages": {"node_modules/mermaid": entry}}
    (folder / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["package/gone.js", "package"])
def test_what_the_archive_lacks_is_named(tmp_path: Path, name: str) -> None:
    """A file that is not there, or that is a folder."""
    path = tmp_path / "package.tar"
    with tarfile.open(path, "w") as archive:
        folder = tarfile.TarInfo("package")
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
    said = pytest.raises(npm_files.FilesUnavailable, match=f"npm's package holds no file {name}.")
    with tarfile.open(path) as members, said:
        npm_files.read_member(members, name)


def test_an_archive_with_the_pinned_hash_is_accepted(tmp_path: Path) -> None:
    """The hash in the lock is that of npm's archive, and an archive that has it is taken."""
    archive, integrity = npm_package(tmp_path, {"package/LICENSE": b"MIT"})
    npm_files.verify(archive, npm_files.pinned(checkout(tmp_path, integrity), MERMAID))


def test_an_archive_that_was_changed_on_the_way_is_refused(tmp_path: Path) -> None:
    """One byte more, and the message names the package, both hashes and what to do."""
    archive, integrity = npm_package(tmp_path, {"package/LICENSE": b"MIT"})
    archive.write_bytes(archive.read_bytes() + b"!")
    with pytest.raises(npm_files.FilesUnavailable, match=r"mermaid 11\.17\.2 .* do not use it") as caught:
        npm_files.verify(archive, npm_files.pinned(checkout(tmp_path, integrity), MERMAID))
    assert integrity in str(caught.value)


def test_a_script_is_kept_while_it_is_the_pinned_one(tmp_path: Path) -> None:
    """A script in place costs no fetching, until somebody edits it or the lock pins another version."""
    root = checkout(tmp_path, "sha512-first")
    assert not npm_files.is_ready(root, MERMAID)
    pin = npm_files.pinned(root, MERMAID)
    npm_files.install(root, MERMAID, npm_files.Obtained({"mermaid.min.js": b"draw()"}, b"MIT", pin))
    assert npm_files.is_ready(root, MERMAID)

    checkout(tmp_path, "sha512-second")
    assert not npm_files.is_ready(root, MERMAID)

    checkout(tmp_path, "sha512-first")
    (root / hatch_build.FOLDER / "mermaid.min.js").write_bytes(b"other()")
    assert not npm_files.is_ready(root, MERMAID)


def test_a_script_of_ones_own_replaces_npms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With TWOLANE_MERMAID_JS set, building takes that file, and the record says so."""
    own = tmp_path / "own.js"
    own.write_bytes(b"mine()")
    monkeypatch.setenv("TWOLANE_MERMAID_JS", str(own))
    obtained = npm_files.obtain(tmp_path, MERMAID)
    assert obtained.contents == {"mermaid.min.js": b"mine()"}
    assert obtained.origin == {"replaced_by": "TWOLANE_MERMAID_JS"}


def test_a_replacement_that_is_not_there_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path that leads nowhere is an error that names the variable, not a silent download."""
    monkeypatch.setenv("TWOLANE_MERMAID_JS", str(tmp_path / "missing.js"))
    with pytest.raises(npm_files.FilesUnavailable, match=r"TWOLANE_MERMAID_JS .*missing\.js"):
        npm_files.obtain(tmp_path, MERMAID)


def test_a_folder_of_ones_own_replaces_the_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """TWOLANE_PUBLIC_SANS names a folder; all files of the font come from there, when building and later."""
    for name in third_party.FONT_FILES:
        (tmp_path / name).write_bytes(name.encode())
    monkeypatch.setenv("TWOLANE_PUBLIC_SANS", str(tmp_path))
    assert npm_files.obtain(tmp_path, FONT).contents == {each: each.encode() for each in third_party.FONT_FILES}
    assert third_party.font_files() == tuple(tmp_path / name for name in third_party.FONT_FILES)
    (tmp_path / third_party.FONT_FILES[1]).unlink()
    with pytest.raises(third_party.MissingFile, match=r"no public-sans-latin-ext-.*\.woff2 is in it"):
        third_party.font_files()


def test_a_font_that_cannot_be_fetched_says_how_to_bring_it() -> None:
    """The message names the files, the folder in npm's package, and the variable."""
    pin = {"package": FONT.name, "version": "5.3.0"}
    said = npm_files.help_text(FONT, pin, "npm said: no network")
    assert "public-sans-latin-wght-normal.woff2" in said
    assert said.endswith("say where its folder files lies: TWOLANE_PUBLIC_SANS=/path/to/folder")


def test_the_installed_files_are_found_with_their_licences() -> None:
    """What building puts into place is what the package finds."""
    scripts = (third_party.mermaid_script({}), third_party.iframe_worker_script({}))
    files = {**dict.fromkeys(scripts, "MIT"), **dict.fromkeys(third_party.font_files({}), "SIL OPEN FONT LICENSE")}
    assert len(files) == 5
    for file, words in files.items():
        licence = third_party.licence(file)
        assert licence is not None
        assert words in licence.read_text(encoding="utf-8")


def test_the_environment_may_name_another_script(tmp_path: Path) -> None:
    """TWOLANE_MERMAID_JS wins over the script that ships, and brings no licence of ours with it."""
    own = tmp_path / "own.js"
    own.write_bytes(b"mine()")
    assert third_party.mermaid_script({"TWOLANE_MERMAID_JS": str(own)}) == own
    assert third_party.licence(own) is None


def test_a_script_that_is_nowhere_is_missed_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the script and both ways to get it."""
    monkeypatch.setattr(third_party, "FOLDER", tmp_path)
    with pytest.raises(third_party.MissingFile, match=r"(?s)mermaid\.min\.js .*pip install.*TWOLANE_MERMAID_JS"):
        third_party.mermaid_script({})
    with pytest.raises(third_party.MissingFile, match=r"public-sans-latin-.*set TWOLANE_PUBLIC_SANS to a folder"):
        third_party.font_files({})
    with pytest.raises(third_party.MissingFile, match="Correct or unset it"):
        third_party.iframe_worker_script({"TWOLANE_IFRAME_WORKER_JS": str(tmp_path / "none.js")})
