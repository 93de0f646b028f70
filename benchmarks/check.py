"""How long `twolane check` takes for 200 processes of 400 lines, beside tools that do a part of that work.

yamllint looks at the style of YAML; check-jsonschema at each file's own structure. Neither follows references
between files or knows a rule about selling.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))
from measuring import cpu_seconds, medians, table, tool
from synthetic import process, write_playbook

PROCESSES = 200
RUNS = 5


def main() -> None:
    """Print the table."""
    with TemporaryDirectory() as name:
        root = Path(name)
        write_playbook(root, PROCESSES)
        cpu_seconds([tool("twolane"), "schema"], root)
        files = sorted(str(path.relative_to(root)) for path in root.glob("process/*/process.yml"))
        schema = "process/.schema/process.json"
        commands = {
            "twolane check": [tool("twolane"), "check"],
            "yamllint": [tool("yamllint"), "-d", "relaxed", *files],
            "check-jsonschema": [tool("check-jsonschema"), "--schemafile", schema, *files],
        }
        times = medians(commands, root, RUNS)
    lines = process("process-0", 0).count("\n")
    print(f"{PROCESSES} processes of {lines} lines; median of {RUNS} runs in turn")
    print(table(times, "of twolane check"))


if __name__ == "__main__":
    main()
