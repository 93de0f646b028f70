"""CPU time of whole commands: what the operating system counts for them and everything that they start."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median


def cpu_seconds(command: Sequence[str | Path], folder: Path, accepted: Sequence[int] = (0,)) -> float:
    """User and system time of one run of ``command``; raises where it ends with another code than accepted."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in accepted:
        raise SystemExit(f"{command} ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medians(commands: dict[str, Sequence[str | Path]], folder: Path, runs: int) -> dict[str, float]:
    """The median CPU seconds of each command; the runs take turns, so that a busy machine slows all alike."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(cpu_seconds(command, folder))
    return {name: median(found) for name, found in times.items()}


def tool(name: str) -> Path:
    """A program beside the Python that runs the benchmark."""
    return Path(sys.executable).parent / name


def table(times: dict[str, float], unit: str) -> str:
    """A line per command: its name, its CPU time, and how many times that of the first it is."""
    first = next(iter(times.values()))
    width = max(map(len, times))
    return "\n".join(
        f"{name:{width}}  {each:7.2f} s of CPU  {each / first:6.2f} ×  {unit}" for name, each in times.items()
    )
