"""Runs the chores of this repository (site, test, ...) the same way everywhere, with make or without."""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sys

# Before anything else of ours is read, which an older Python could not.
if sys.version_info < (3, 11):
    sys.exit("Twolane needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

from bootstrap.chromium import find_or_install_chromium
from bootstrap.locks import try_versions, write_locks
from bootstrap.machine import PYTHON, ROOT, TWOLANE, Command, TaskFailed, run, run_all
from bootstrap.node import install_node_tools
from bootstrap.python import PIP, install
from bootstrap.scripts import bundle_scripts, scripts_followed

# As many processes as there are processors; pyproject.toml says what each of them gets.
PYTEST: Command = [PYTHON, "-m", "pytest", "-n", "auto"]
LEAVINGS = ("site", "dist", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".twolane")


def site(_arguments: list[str]) -> None:
    """Make .venv, install, and build this repository's playbook into site/."""
    install("")
    bundle_scripts()
    run(TWOLANE, "build")
    print(f"\nThe playbook is in {ROOT / 'site'}. To look at it:")
    print(f"  open {ROOT / 'site' / 'index.html'} in a browser, or")
    print(f"  run {TWOLANE.relative_to(ROOT)} serve  (it shows changes as you save them)")


def serve(arguments: list[str]) -> None:
    """Show this repository's playbook in a browser and follow changes."""
    install("")
    bundle_scripts()
    with scripts_followed():
        run(TWOLANE, "serve", *arguments)


def scripts(_arguments: list[str]) -> None:
    """Bundle the scripts of pages anew, where their sources have changed."""
    install("")
    bundle_scripts()


def test(arguments: list[str]) -> None:
    """Install what the tests need, Chromium included, and run linters, types and tests."""
    install("dev")
    bundle_scripts()
    install_node_tools()
    chromium = find_or_install_chromium()
    print(f"Browser for the tests: {chromium}")
    checks: dict[str, Command] = {**lint_commands(), "tests": [*PYTEST, *arguments]}
    run_all(checks, {"TWOLANE_CHROMIUM": chromium})


def quick(arguments: list[str]) -> None:
    """Run the tests that need neither a browser, nor a wheel or site, nor a fault at each operation; no linters."""
    install("dev")
    bundle_scripts()
    install_node_tools()
    tests: Command = [*PYTEST, "-m", "not browser and not packaging and not sites and not faults", *arguments]
    run_all({"tests": tests}, {"TWOLANE_MUTATIONS": os.environ.get("TWOLANE_MUTATIONS", "1000")})


def lint(_arguments: list[str]) -> None:
    """Run the linters and the type checkers only."""
    install("dev")
    install_node_tools()
    run_all(lint_commands(), {})


def wheel(_arguments: list[str]) -> None:
    """Build the wheel into dist/."""
    install("")
    run(*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist", ".")


def bench(arguments: list[str]) -> None:
    """Run the benchmarks that the figures in docs/performance.md come from."""
    install("dev")
    bundle_scripts()
    for script in sorted((ROOT / "benchmarks").glob("*.py")):
        # The others are what the benchmarks share.
        if "__main__" in script.read_text(encoding="utf-8"):
            run(PYTHON, script, *arguments)


def picture(_arguments: list[str]) -> None:
    """Take the pictures in the documents anew, from this repository's site."""
    install("dev")
    bundle_scripts()
    run(TWOLANE, "build")
    os.environ["TWOLANE_CHROMIUM"] = find_or_install_chromium()
    run(PYTHON, "-m", "bootstrap.picture")


def lock(arguments: list[str]) -> None:
    """Write down versions and hashes anew, as few others as will do; --upgrade takes the newest."""
    write_locks(arguments)


def lowest(arguments: list[str]) -> None:
    """Test with the lowest versions that pyproject.toml allows, without a browser."""
    install_node_tools()
    try_versions("lowest", arguments)


def newest(arguments: list[str]) -> None:
    """Test with the newest versions that pyproject.toml allows, without a browser."""
    install_node_tools()
    try_versions("newest", arguments)


def widths(_arguments: list[str]) -> None:
    """Write the widths of the font's letters anew, from the files that ship."""
    install("dev")
    run(PYTHON, "-m", "bootstrap.widths")


def clean(_arguments: list[str]) -> None:
    """Remove what building and testing left; .venv and node_modules stay."""
    for name in LEAVINGS:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for cache in [*ROOT.glob("generator/**/__pycache__"), *ROOT.glob("tests/**/__pycache__")]:
        shutil.rmtree(cache, ignore_errors=True)
        # A folder whose modules have moved away; one that holds anything else stays.
        with contextlib.suppress(OSError):
            cache.parent.rmdir()


TASKS = (site, serve, scripts, test, quick, lint, wheel, bench, picture, widths, lock, lowest, newest, clean)
COMMANDS = {task.__name__: task for task in TASKS}


def lint_commands() -> dict[str, Command]:
    return {
        "lint": [PYTHON, "-m", "ruff", "check"],
        "format": [PYTHON, "-m", "ruff", "format", "--check"],
        "types": [PYTHON, "-m", "mypy"],
        "types of the scripts": ["node", "node_modules/typescript/bin/tsc", "-p", "tests/scripts/tsconfig.json"],
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="tasks.py", description=__doc__)
    parser.add_argument("task", choices=["help", *COMMANDS])
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="handed on (test: to pytest)")
    chosen = parser.parse_args()
    if chosen.task == "help":
        print("\n".join(f"{name:7} {task.__doc__}" for name, task in COMMANDS.items()))
        return 0
    try:
        COMMANDS[chosen.task](chosen.arguments)
    except TaskFailed as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
