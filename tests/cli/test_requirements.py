"""What a playbook's checks install is what wrote the playbook, with hashes, or nothing at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.commands import twolane
from twolane.cli.requirements import is_complete, written

LOCK = "# What Twolane needs.\nrich==15.0.0 \\\n    --hash=sha256:aa\n"
DIGEST = "0123456789abcdef" * 4
WHEEL = "https://example.com/releases/twolane-1.2.0-py3-none-any.whl"


def record(address: str, **more: object) -> str:
    """What pip writes down about where a package came from."""
    return json.dumps({"url": address, **more})


def own_line(text: str) -> str:
    """The line of the file that names Twolane itself."""
    (line,) = (line for line in text.splitlines() if line.startswith("twolane"))
    return line


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (record(WHEEL, archive_info={"hashes": {"sha256": DIGEST}}), f"twolane @ {WHEEL} --hash=sha256:{DIGEST}"),
        (record(WHEEL, archive_info={"hash": f"sha256={DIGEST}"}), f"twolane @ {WHEEL} --hash=sha256:{DIGEST}"),
        (
            record("file:///home/ada/twolane-1.2.0-py3-none-any.whl", archive_info={"hashes": {"sha256": DIGEST}}),
            f"twolane==1.2.0 --hash=sha256:{DIGEST}",
        ),
        (record(WHEEL, archive_info={}), "twolane==1.2.0"),
        (record(WHEEL, archive_info={"hash": "md5=abc"}), "twolane==1.2.0"),
        (record(f"{WHEEL} --index-url=x", archive_info={"hashes": {"sha256": DIGEST}}), "twolane==1.2.0"),
        (record("https://example.com/twolane.tar.gz", archive_info={"hashes": {"sha256": DIGEST}}), "twolane==1.2.0"),
        (record("file:///home/ada/twolane", dir_info={"editable": True}), "twolane==1.2.0"),
        (record("https://example.com/twolane.git", vcs_info={"vcs": "git", "commit_id": "c" * 40}), "twolane==1.2.0"),
        ("[]", "twolane==1.2.0"),
        ("not json", "twolane==1.2.0"),
        (None, "twolane==1.2.0"),
    ],
)
def test_line_of_twolane_itself(origin: str | None, line: str) -> None:
    """A wheel from an address or a file is named with its hash; where no hash is known, none is made up."""
    text = written("1.2.0", origin, LOCK)
    assert own_line(text) == line
    assert is_complete(text) == ("--hash" in line)
    assert text.endswith("\n\nrich==15.0.0 \\\n    --hash=sha256:aa\n")


def test_without_a_hash_it_says_how_to_get_it() -> None:
    """From an index the hash is to be compared with the release's; from a folder a wheel has to be made first."""
    assert "twolane==1.2.0 --hash=sha256:..." in written("1.2.0", None, LOCK)
    assert "make wheel" in written("1.2.0", record("file:///home/ada/twolane", dir_info={}), LOCK)
    of_an_old_pip = record("file:///home/ada/twolane-1.2.0-py3-none-any.whl", archive_info={})
    assert "twolane==1.2.0 --hash=sha256:..." in written("1.2.0", of_an_old_pip, LOCK)


def test_requirements_are_written_anew_alone(tmp_path: Path) -> None:
    """`twolane new --requirements` renews that one file and writes no other."""
    (tmp_path / "requirements-twolane.txt").write_text("twolane==0.0.1 --hash=sha256:00\n", "utf-8")
    done = twolane("new", "--requirements", ".", folder=tmp_path)
    assert done.code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["requirements-twolane.txt"]
    text = (tmp_path / "requirements-twolane.txt").read_text("utf-8")
    assert "0.0.1" not in text
    assert "\npydantic==" in text
    assert done.output.startswith("Wrote requirements-twolane.txt.\n")
