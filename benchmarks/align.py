"""How long the analysis of 1,000 processes takes, beside loading the same processes in the same run."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent))
from measuring import table
from synthetic import process, write_playbook

from twolane.alignment.analysis import align
from twolane.checks.misaligned import misaligned
from twolane.loading.folder import load_folder
from twolane.loading.playbook_files import Loaded

PROCESSES = 1000
RUNS = 5
G = TypeVar("G")
M = TypeVar("M")


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PROCESSES
    with TemporaryDirectory() as name:
        root = Path(name)
        write_playbook(root, count)
        load_seconds, (loaded,) = _timed(_load, [root])
    gc.freeze()
    assert loaded.playbook is not None
    processes = loaded.playbook.processes
    times: dict[str, list[float]] = {"align": [], "align and say what is wrong": []}
    for _ in range(RUNS):
        seconds, alignments = _timed(align, processes)
        times["align"].append(seconds)
        more, _found = _timed(misaligned, alignments)
        times["align and say what is wrong"].append(seconds + more)
    checks = sum(each.of for each in alignments)
    lines = process("process-0", 0).count("\n")
    print(f"{count} processes of {lines} lines, {checks} checks in all; median of {RUNS} runs")
    print(table({**{name: median(each) for name, each in times.items()}, "load": load_seconds}, "of align"))


def _load(root: Path) -> Loaded:
    return load_folder(root, "process", "playbook")


def _timed(work: Callable[[G], M], given: Iterable[G]) -> tuple[float, list[M]]:
    before = process_time()
    made = [work(each) for each in given]
    return process_time() - before, made


if __name__ == "__main__":
    main()
