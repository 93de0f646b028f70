"""At each operation on files the program may be killed, stopped or told no, and nothing is lost.

Every point is tried with a kill, with Ctrl-C, with a full disk (half of what was written is there) and with a refusal.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

MEMORY = Path("/dev/shm")
LEAST = 80
"""With fewer points than this something was not counted."""

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="each point is tried in a copy of a process"),
]


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder, in memory where that can be."""
    place = MEMORY if os.access(MEMORY, os.W_OK) else None
    with TemporaryDirectory(dir=place) as name:
        (Path(name) / "tried" / "site").mkdir(parents=True)
        yield Path(name).resolve() / "tried"


@pytest.mark.parametrize(
    "name",
    [
        "build",
        "build-by-renames",
        "build-onto-what-cannot-move",
        "several-files",
        "one-file",
        "release",
        "new",
        "baseline",
    ],
)
def test_old_or_new(name: str, folder: Path) -> None:
    """After every fault the target is whole, old or new; what is another's is there; the next call leaves nothing."""
    _judge(_program(name, folder))


def test_old_or_new_on_a_mount(folder: Path) -> None:
    """On a disk of its own a site is put in place file by file, in an order that hurts least, and gone on with."""
    mount = f'mount -t tmpfs none "{folder / "site"}"'
    apart = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
    if sys.platform != "linux" or subprocess.run([*apart, mount], capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount anything here")
    _judge([*apart, f'{mount} && exec "$@"', "sh", *_program("build-onto-a-mount", folder)])


def _program(name: str, folder: Path) -> list[str]:
    return [sys.executable, "-m", "tests.writing.fault_scenarios", name, str(folder)]


def _judge(program: list[str]) -> None:
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert not found["wrong"], "\n".join(found["wrong"][:9]) + done.stderr
    assert found["points"] >= LEAST
