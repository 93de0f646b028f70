"""How long `twolane diff` takes for 200 processes of which some changed, beside tools that do a part of that work.

git diff shows lines. DeepDiff finds what differs between the values of two YAML files, position by position, once it
has them; neither knows a stage from a step, what a deal needs, or who has to read again.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))
from measuring import medians, table, tool
from synthetic import process, write_playbook

PROCESSES = 200
CHANGED = (20, 200)
RUNS = 5
_GIT = ("git", "-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.com")
_DEEPDIFF = """
import subprocess, sys, yaml
from deepdiff import DeepDiff
names = subprocess.run(["git", "diff", "--name-only", "HEAD"], capture_output=True, text=True).stdout.split()
load = lambda text: yaml.load(text, Loader=yaml.CSafeLoader)
for name in names:
    old = subprocess.run(["git", "show", "HEAD:" + name], capture_output=True).stdout
    print(DeepDiff(load(old), load(open(name, "rb").read())).pretty())
"""


def main() -> None:
    """Print a table per number of changed processes."""
    for changed in CHANGED:
        with TemporaryDirectory() as name:
            root = Path(name)
            write_playbook(root, PROCESSES)
            _commit(root)
            for number in range(changed):
                _edit(root / "process" / f"process-{number}" / "process.yml")
            commands = {
                "twolane diff": [tool("twolane"), "diff", "HEAD"],
                "of which start-up": [tool("twolane"), "diff", "--help"],
                "git diff": ["git", "diff", "HEAD"],
                "DeepDiff": [sys.executable, "-c", _DEEPDIFF],
            }
            times = medians(commands, root, RUNS)
        lines = process("process-0", 0).count("\n")
        print(f"{changed} of {PROCESSES} processes of {lines} lines changed; median of {RUNS} runs in turn")
        print(table(times, "of twolane diff"))
        print(f"twolane diff after start-up: {times['twolane diff'] - times['of which start-up']:.2f} s of CPU\n")


def _commit(root: Path) -> None:
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "As it was")):
        subprocess.run([*_GIT, *command], cwd=root, check=True)


def _edit(file: Path) -> None:
    """A pull request's worth of changes: another wording, a criterion gone, another role, a span of time."""
    text = file.read_text("utf-8")
    for old, new in (
        ("    goal: ", "    goal: From now on, "),
        ("        until: 2\n", "        until: 3\n"),
        ("        responsible: rep\n", "        responsible: engineer\n"),
        ("    probability: 10\n", "    probability: 15\n"),
        (
            "    exit:\n",
            "    exit:\n      - {id: seen-by-two, buyer: Brings a colleague, evidence: Both names in the minutes}\n",
        ),
        ("    questions:\n      - Who else is affected when the schedule slips?\n", ""),
    ):
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
