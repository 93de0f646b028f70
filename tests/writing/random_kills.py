"""Kills real builds and releases at random moments, and counts what was left.

`python -m tests.writing.random_kills 200` kills two hundred.
After each kill the site is whole, the old or the new one, and the next command succeeds; of a release all files are
there or none, once the next one was made.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from twolane.writing.exchange import settle
from twolane.writing.manifest import MANIFEST, checksums, recorded

PROGRAM = (sys.executable, "-m", "twolane")
PROCESS = Path("process/new-customers/process.yml")


def run(folder: Path, *arguments: str) -> float:
    """Runs a command to its end; says how long it took."""
    begun = time.monotonic()
    done = subprocess.run([*PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{arguments} has ended with {done.returncode}: {done.stderr}{done.stdout}")
    return time.monotonic() - begun


def killed(folder: Path, lasts: float, *arguments: str) -> bool:
    """Whether a command could be killed at random: anywhere, or where it writes, which is towards its end."""
    after = random.uniform(random.choice((0, 0.75)) * lasts, lasts)
    program = subprocess.Popen([*PROGRAM, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        program.wait(after)
    except subprocess.TimeoutExpired:
        program.send_signal(signal.SIGKILL)
    return program.wait() == -signal.SIGKILL


def edit(folder: Path, number: int) -> None:
    """Changes the playbook, so that a build and a release have something to do."""
    file = folder / PROCESS
    lines = [line for line in file.read_text("utf-8").split("\n") if not line.startswith("summary:")]
    file.write_text("\n".join([*lines[:2], f"summary: Edition {number}.", *lines[2:]]), "utf-8")


def whole(site: Path) -> bool:
    """Whether a site is there, each file as its manifest says."""
    return (site / MANIFEST).is_file() and checksums(site) == recorded(site)


def build_killed(folder: Path, number: int, lasts: float) -> str:
    """What became of a build that was killed at random."""
    edit(folder, number)
    if not killed(folder, lasts, "build"):
        return "build ended before"
    missing = not (folder / "site").exists()
    settle(folder / "site")
    if not whole(folder / "site"):
        raise SystemExit(f"the site is not whole; see {folder}")
    return "build, site put back" if missing else "build, site whole"


def release_killed(folder: Path, number: int, lasts: float) -> str:
    """What became of a release that was killed at random; the next one is made, and nothing is left."""
    edit(folder, number)
    releases = folder / PROCESS.parent / "releases"
    before = set(releases.glob("*"))
    if not killed(folder, lasts, "release", "new-customers"):
        return "release ended before"
    was_made = bool(set(releases.glob("*")) - before) and not list(folder.glob(".twolane/*/plan.json"))
    run(folder, *(("check",) if was_made else ("release", "new-customers")))
    if (folder / ".twolane").exists() or len(set(releases.glob("*")) - before) != 1:
        raise SystemExit(f"a release is half made; see {folder}")
    run(folder, "check")
    return "release, made anew" if not was_made else "release, made whole"


def main(kills: int) -> None:
    """Says how many were killed, and what was left."""
    folder = Path(tempfile.mkdtemp()) / "playbook"
    run(folder.parent, "new", str(folder))
    build_lasts = run(folder, "build") * 1.05
    edit(folder, 0)
    release_lasts = run(folder, "release", "new-customers") * 1.05
    found: Counter[str] = Counter()
    number = 1
    while (count := sum(each for what, each in found.items() if "ended before" not in what)) < kills:
        found[build_killed(folder, number, build_lasts)] += 1
        found[release_killed(folder, number + 1, release_lasts)] += 1
        number += 2
        sys.stderr.write(f"\r{count} of {kills}")
    run(folder, "build")
    for what, count in sorted(found.items()):
        sys.stdout.write(f"{count:4} {what}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
